//! What a window is told when a command was not carried out. Every code reaches the front end as a
//! type: one without a sentence in every language does not compile there.

use std::error::Error;
use std::io;
use std::path::Path;

use papers::{PaperError, Stop, stopped_by};
use serde::Serialize;
use session::paper::PaperKind;
use session::{PaperId, Refusal, Session};
use store::StoreError;
use ts_rs::TS;

use crate::flaw::FlawFound;

/// Why a command was not carried out. The front end turns it into a sentence.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Failure {
    /// The session refuses it.
    Refused {
        /// Why, with its numbers and names.
        refusal: Refusal,
    },
    /// A character or a face stops a paper.
    NotSet { stop: Stop },
    /// A file, a disk, a font or the system fails.
    Failed(Trouble),
}

/// What fails outside the rules. `said` is in the words of the cause, for whoever mends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Trouble {
    NoSession,
    /// The registrar is no more: nothing can be recorded.
    Stopped,
    NotFound {
        path: String,
    },
    AlreadyExists {
        path: String,
    },
    AlreadyOpen {
        path: String,
    },
    NotASession {
        path: String,
    },
    /// A write to a file was interrupted, and it is only to be read.
    Interrupted {
        path: String,
    },
    TooNew {
        path: String,
    },
    Damaged {
        path: String,
        flaw: FlawFound,
    },
    /// A second start named a file while another session is open.
    AnotherIsOpen {
        /// Of the session that is open.
        title: String,
        /// The file that was not opened.
        path: String,
    },
    NoAccess {
        path: String,
        said: String,
    },
    DiskFull {
        path: String,
    },
    DiskFailed {
        path: String,
        said: String,
    },
    /// Whether it was recorded is not known.
    Unsettled {
        path: String,
        said: String,
    },
    /// A file was put aside for a copy that could not take its place.
    LeftAside {
        path: String,
        aside: String,
        said: String,
    },
    /// An issued paper's bytes are not beside the journal.
    PaperNotKept {
        sha256: String,
    },
    PaperNotFound {
        paper: PaperId,
    },
    /// The program was built with a SQLite that could damage files.
    OldSqlite {
        version: String,
    },
    Sqlite {
        path: String,
        said: String,
    },
    /// The system offers no random numbers.
    NoChance,
    /// An event has no form in the journal, or cannot follow.
    NotWrittenDown {
        said: String,
    },
    /// A file that came back was changed; with the entry where one can be named.
    LoanDamaged {
        entry: Option<u32>,
    },
    /// Bundles cannot be written to where they were to go.
    PlaceNotWritable {
        path: String,
    },
    /// Copies cannot be written to where they were to go.
    CopiesNotWritable {
        path: String,
    },
    /// A file lies there that the session says nothing of.
    WrittenNotRecorded {
        path: String,
        said: String,
    },
    /// A file beside the session could not be read or written.
    File {
        said: String,
    },
    /// A page names a path that the user chose in no dialog.
    NotChosen {
        path: String,
    },
    NoPrinting,
    NoPrinter,
    /// What opens a PDF on this machine cannot be told to print; the paper was opened in it.
    PrintThere,
    Printer {
        said: String,
    },
    /// No program of the system opens a PDF.
    Viewer {
        said: String,
    },
    Paper {
        said: String,
    },
    /// A list, a preset or the sample cannot be read.
    NotRead {
        said: String,
    },
    NotExported {
        said: String,
    },
    /// The windowing system fails.
    Window {
        said: String,
    },
}

/// Returns a cause and what caused it, in their own words.
pub(crate) fn said(cause: &dyn Error) -> String {
    let mut said = cause.to_string();
    let mut source = cause.source();
    while let Some(cause) = source {
        said = format!("{said}: {cause}");
        source = cause.source();
    }
    said
}

/// Returns a path as a sentence names it.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

impl Failure {
    /// Why a paper of the session was not set.
    pub(crate) fn of_paper(session: &Session, of: &PaperKind, error: PaperError) -> Self {
        stopped_by(session, of, &error).map_or_else(|| error.into(), |stop| Self::NotSet { stop })
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        Self::Failed(trouble)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { refusal }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Trouble::from(error).into()
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        let cause = error.source().map(said).unwrap_or_default();
        match error {
            StoreError::NotFound { path } => Self::NotFound { path: shown(&path) },
            StoreError::AlreadyExists { path } => Self::AlreadyExists { path: shown(&path) },
            StoreError::AlreadyOpen { path } => Self::AlreadyOpen { path: shown(&path) },
            StoreError::NotASession { path } => Self::NotASession { path: shown(&path) },
            StoreError::Interrupted { path } => Self::Interrupted { path: shown(&path) },
            StoreError::TooNew { path, .. } => Self::TooNew { path: shown(&path) },
            StoreError::Damaged { path, flaw } => {
                Self::Damaged { path: shown(&path), flaw: FlawFound::from(&flaw) }
            }
            StoreError::NoAccess { path, .. } => Self::NoAccess { path: shown(&path), said: cause },
            StoreError::DiskFull { path, .. } | StoreError::NoRoom { path, .. } => {
                Self::DiskFull { path: shown(&path) }
            }
            StoreError::DiskFailed { path, .. } => {
                Self::DiskFailed { path: shown(&path), said: cause }
            }
            StoreError::Unsettled { path, .. } => {
                Self::Unsettled { path: shown(&path), said: cause }
            }
            StoreError::LeftAside { path, aside, .. } => {
                Self::LeftAside { path: shown(&path), aside: shown(&aside), said: cause }
            }
            StoreError::NoSuchPaper { sha256 } => Self::PaperNotKept { sha256 },
            StoreError::UnsafeSqlite { version } => Self::OldSqlite { version: version.to_owned() },
            StoreError::Sqlite { path, .. } => Self::Sqlite { path: shown(&path), said: cause },
            StoreError::NoChance => Self::NoChance,
            StoreError::Unwritable(_) => Self::NotWrittenDown { said: cause },
        }
    }
}

impl From<store::Failure> for Failure {
    fn from(failure: store::Failure) -> Self {
        match failure {
            store::Failure::Refused(refusal) => refusal.into(),
            store::Failure::Store(error) => error.into(),
        }
    }
}

impl From<PaperError> for Failure {
    fn from(error: PaperError) -> Self {
        Trouble::Paper { said: said(&error) }.into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Trouble::File { said: said(&error) }.into()
    }
}

/// What this program remembers on the machine is JSON.
impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Trouble::File { said: said(&error) }.into()
    }
}

impl From<tauri::Error> for Failure {
    fn from(error: tauri::Error) -> Self {
        Trouble::Window { said: said(&error) }.into()
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_trouble_reaches_the_window_with_its_code_and_what_it_knows() {
        let told = |failure: Failure| serde_json::to_value(failure).unwrap();
        let none = Failure::from(Trouble::NoSession);
        assert_eq!(told(none), serde_json::json!({ "kind": "failed", "code": "no_session" }));
        let source = io::Error::other("write protected");
        let locked = StoreError::NoAccess { path: PathBuf::from("/stick/a.piaojue"), source };
        let wanted = serde_json::json!({
            "kind": "failed", "code": "no_access", "path": "/stick/a.piaojue", "said": "write protected"
        });
        assert_eq!(told(locked.into()), wanted);
    }
}
