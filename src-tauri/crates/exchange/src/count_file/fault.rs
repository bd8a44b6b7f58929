//! What is wrong with a count file, and where.

use std::fmt;
use std::fmt::Write as _;

use serde::Serialize;

/// A count file that is refused: one line with the path and the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct CountFileError {
    /// Where, from the root: `$.contests[0].seats`.
    pub path: String,
    /// What is wrong.
    pub reason: CountFileFault,
}

/// What is wrong at a path of a count file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum CountFileFault {
    /// No JSON, a wrong type, an unknown key or word, a key that is missing or stands twice.
    #[error("{message}")]
    Json {
        /// As the parser says it, on one line.
        message: String,
    },
    /// Another format or a later version.
    #[error("is {found}, only {FORMAT} is read", FORMAT = super::FORMAT)]
    UnknownFormat { found: String },
    /// A key that this kind of contest needs.
    #[error("is missing; a contest of kind {kind} needs it")]
    Missing { kind: &'static str },
    /// A key that this kind of contest must not have.
    #[error("does not belong to a contest of kind {kind}")]
    NotHere { kind: &'static str },
    /// A number, or a number of things, out of its range.
    #[error("is {found}, must be {least} to {most}")]
    OutOfRange { found: u64, least: u64, most: u64 },
    /// No fraction between 0 and 1.
    #[error("{numerator}/{denominator} is no fraction between 0 and 1")]
    NoFraction {
        /// p.
        numerator: u32,
        /// q.
        denominator: u32,
    },
    /// Neither or both of `over` and `at_least`.
    #[error("needs either over or at_least")]
    OverOrAtLeast,
    /// An id, a grade's index or a key that stands there already.
    #[error("{value} stands there already")]
    Twice { value: String },
    /// A mark that this kind of contest does not know.
    #[error("a contest of kind {kind} has no such mark")]
    MarkNotAllowed { kind: &'static str },
    /// A word that does not belong to an evaluation.
    #[error("for does not belong to an evaluation")]
    BlankIsNoGrade,
    /// Not one mark for each option.
    #[error("{found} marks for {expected} options")]
    MarksDoNotMatch {
        /// Marks.
        found: usize,
        /// Options.
        expected: usize,
    },
    /// Not as many sheets as returned.
    #[error("{found} sheets, but {returned} were returned")]
    SheetsDoNotMatch {
        /// Sheets in the file.
        found: usize,
        /// `control.returned`.
        returned: u32,
    },
    /// A sheet without one of the contests.
    #[error("has no section for contest {contest}")]
    SectionMissing {
        /// Its id.
        contest: String,
    },
    /// A sheet with a section that belongs to no contest.
    #[error("no contest has this id")]
    UnknownContest,
}

/// A place in a file, for the path of an error.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'a> {
    Root,
    Key(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    pub(crate) fn key(&'a self, key: &'a str) -> Self {
        Self::Key(self, key)
    }

    pub(crate) fn item(&'a self, index: usize) -> Self {
        Self::Item(self, index)
    }

    pub(crate) fn refuse(&self, reason: CountFileFault) -> CountFileError {
        CountFileError { path: self.to_string(), reason }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => out.write_char('$'),
            Self::Key(parent, key) => {
                parent.fmt(out)?;
                write_key(out, key)
            }
            Self::Item(parent, index) => write!(out, "{parent}[{index}]"),
        }
    }
}

/// Returns the path of the parser's error from the root.
pub(crate) fn parse_path(path: &serde_path_to_error::Path) -> Result<String, fmt::Error> {
    let mut text = String::from("$");
    for segment in path {
        match segment {
            serde_path_to_error::Segment::Seq { index } => write!(text, "[{index}]")?,
            serde_path_to_error::Segment::Map { key }
            | serde_path_to_error::Segment::Enum { variant: key } => write_key(&mut text, key)?,
            serde_path_to_error::Segment::Unknown => {}
        }
    }
    Ok(text)
}

/// Ids may hold dots, quotes and line breaks; the path stays one line and can be read back.
fn write_key(out: &mut impl fmt::Write, key: &str) -> fmt::Result {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if plain { write!(out, ".{key}") } else { write!(out, "[{}]", serde_json::Value::from(key)) }
}
