//! What is wrong with a session file, as the front end tells it in the user's language.

use serde::Serialize;
use session::{PaperId, Refusal, Unaskable};
use store::{Fault, Flaw};
use ts_rs::TS;

/// One thing that is wrong with a file, and the entry it is wrong in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FlawFound {
    /// The entry, where one can be named.
    pub seq: Option<u32>,
    pub fault: FaultFound,
}

/// What can be wrong with a file. `said` is in the words of the cause, for whoever mends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FaultFound {
    /// The pages of the file do not fit together.
    Pages { said: String },
    /// A table, index, trigger or view is not the one this program sets up.
    Schema { name: String },
    /// An entry is missing before this one.
    Gap { expected: u32 },
    /// The entry, or the one before it, was changed after it was written.
    Hash,
    /// The time of an entry cannot be read.
    Time { at: String },
    /// The entry is longer than any that is written.
    TooLong { most: usize },
    /// More entries than a journal has.
    TooMany { most: u32 },
    /// Reading the journal takes longer than that of any session.
    TooSlow { seconds: u32 },
    /// The entry says a field twice, or has spaces that no program of ours writes.
    NotAsWritten,
    /// The event of an entry cannot be read.
    Event { said: String },
    /// The entry cannot follow the ones before it.
    OutOfPlace { said: String },
    /// No command of anybody could have written the entry.
    Unaskable { refusal: Option<Refusal> },
    /// A paper in the file was issued by nobody.
    PaperNotIssued { sha256: String },
    /// An issued paper is not in the file.
    PaperMissing { paper: PaperId },
    /// The bytes of a paper are not those that were issued.
    PaperChanged { sha256: String },
}

impl From<&Flaw> for FlawFound {
    fn from(flaw: &Flaw) -> Self {
        Self { seq: flaw.seq, fault: (&flaw.fault).into() }
    }
}

impl From<&Fault> for FaultFound {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Pages { said } => Self::Pages { said: said.clone() },
            Fault::Schema { name } => Self::Schema { name: name.clone() },
            Fault::Gap { expected } => Self::Gap { expected: *expected },
            Fault::Hash { .. } => Self::Hash,
            Fault::Time { at } => Self::Time { at: at.clone() },
            Fault::TooLong { most } => Self::TooLong { most: *most },
            Fault::TooMany { most } => Self::TooMany { most: *most },
            Fault::TooSlow { seconds } => Self::TooSlow { seconds: *seconds },
            Fault::NotAsWritten => Self::NotAsWritten,
            Fault::Event(unknown) => Self::Event { said: unknown.to_string() },
            Fault::OutOfPlace(reason) => Self::OutOfPlace { said: reason.to_string() },
            Fault::Unaskable(Unaskable::Refused(refusal)) => {
                Self::Unaskable { refusal: Some(refusal.clone()) }
            }
            Fault::Unaskable(Unaskable::Otherwise | Unaskable::Outdated) => {
                Self::Unaskable { refusal: None }
            }
            Fault::PaperNotIssued { sha256 } => Self::PaperNotIssued { sha256: sha256.clone() },
            Fault::PaperMissing { paper } => Self::PaperMissing { paper: *paper },
            Fault::PaperChanged { sha256 } => Self::PaperChanged { sha256: sha256.clone() },
        }
    }
}
