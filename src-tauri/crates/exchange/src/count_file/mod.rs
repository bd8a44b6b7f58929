//! 计票文件: everything a count depends on in one JSON object, so that anybody can recount
//! (`docs/count-file.md`).
//!
//! It holds no name of a voter, no time and no keyer. A file that breaks a rule of that page is
//! refused whole, with the path of what breaks it.

mod check;
mod fault;
mod rule;
mod shape;
mod strict;
mod write;

use serde::Serialize;
use tally::{Contest, Control, Fraction, RoundResult, Sheet, Tally, ValidIf};

pub(crate) use check::{checked, grades as checked_grades};
pub(crate) use fault::{Place, parse_path};
pub(crate) use rule::{RulePlace, RuleShape};
pub(crate) use shape::{ContestShape, FileShape, KindWord, SectionShape, SheetShape, parse_json};
pub(crate) use write::ContestLine;

pub use fault::{CountFileError, CountFileFault};
pub use write::{count_file_of, write_count_file};

/// What the first key of a count file says.
pub const FORMAT: &str = "piaojue.count/1";
/// What the first key of a result says.
pub const RESULT_FORMAT: &str = "piaojue.result/1";

/// A round as a count file tells it, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountFile {
    /// 投票数据.
    pub control: Control,
    /// When the vote as a whole is valid.
    pub valid_if: ValidIf,
    /// The questions, in the order of the ballot.
    pub contests: Vec<Contest>,
    /// The sheets, each with one section per contest in the order of `contests`.
    pub sheets: Vec<Sheet>,
}

#[derive(Serialize)]
struct ResultLine {
    format: &'static str,
    #[serde(flatten)]
    result: RoundResult,
}

impl CountFile {
    /// Counts every sheet, under the quorum of article 14.
    #[must_use]
    pub fn tally(&self) -> RoundResult {
        self.tally_under(Fraction::TWO_THIRDS)
    }

    /// Counts every sheet under another quorum, which the file itself cannot state.
    #[must_use]
    pub fn tally_under(&self, quorum: Fraction) -> RoundResult {
        let mut tally = Tally::new(&self.contests);
        for sheet in &self.sheets {
            tally.add(sheet);
        }
        tally.result_under(&self.control, self.valid_if, quorum)
    }

    /// Returns the result as one line of JSON without a line break, `format` first.
    ///
    /// # Errors
    /// Only if the serialiser fails, which no result does.
    pub fn count(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&ResultLine { format: RESULT_FORMAT, result: self.tally() })
    }
}

/// Reads a count file.
///
/// # Errors
/// [`CountFileError`] with the path of the first thing that breaks a rule of the format.
pub fn read_count_file(bytes: &[u8]) -> Result<CountFile, CountFileError> {
    checked(shape::parse(bytes)?)
}
