//! NIST SP 1500-103: a counted round as cast vote records in the common data format, for programs
//! that know that and not ours.
//!
//! What the format has no words for, and where it stands instead, is said on `docs/cdf.md`.

mod interpret;
mod read;
mod shape;
mod write;

use serde::Serialize;

use crate::CountFileError;

pub use read::read_cdf;
pub use write::write_cdf;

/// What our own codes in a report are called: the words of the count file.
const OURS: &str = crate::count_file::FORMAT;

/// A report that is refused, or a round that cannot be one: one line with the path and the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct CdfError {
    /// Where, from the root: `$.Election[0].Contest[0]`.
    pub path: String,
    /// What is wrong.
    pub reason: CdfFault,
}

/// What is wrong at a path of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum CdfFault {
    /// No JSON, a wrong type, a key or word that this program does not take over, a key that is
    /// missing or stands twice.
    #[error("{message}")]
    Json {
        /// As the parser says it, on one line.
        message: String,
    },
    /// A ballot without a question, which the format has no way to write.
    #[error("there is no contest, and a report needs one")]
    NoContest,
    /// More or fewer than one where this program takes over exactly one.
    #[error("holds {found}, only one is taken over")]
    NotOne {
        /// How many stand there.
        found: usize,
    },
    /// No rules to count by: the report was not written by this program.
    #[error("has no code of type {OURS}: the rules to count by are not known")]
    NoRules,
    /// Rules or sheets that break the rules of a count file.
    #[error("as a count file, {error}")]
    CountFile {
        /// Where and what, in the words of a count file.
        error: CountFileError,
    },
    /// No section that a sheet needs, or a mark that no row has.
    #[error("cannot be a mark on a sheet")]
    NoMark,
    /// Something that would be lost or changed.
    #[error("is not as this program would write the same round")]
    Differs,
}

impl CdfError {
    fn at(path: impl Into<String>, reason: CdfFault) -> Self {
        Self { path: path.into(), reason }
    }
}
