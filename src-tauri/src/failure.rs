//! What a window is told when a command was not carried out.

use std::path::Path;

use papers::{PaperError, Stop, stopped_by};
use serde::Serialize;
use session::paper::PaperKind;
use session::{Refusal, Session};
use store::StoreError;
use ts_rs::TS;

/// Why a command was not carried out. The front end turns it into a sentence.
#[derive(Debug, Serialize, TS)]
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
    Failed {
        /// A stable word.
        code: String,
        /// What exactly, in the words of the cause.
        detail: String,
    },
}

impl Failure {
    pub(crate) fn failed(code: &str, cause: &dyn std::error::Error) -> Self {
        let mut detail = cause.to_string();
        let mut source = cause.source();
        while let Some(cause) = source {
            detail = format!("{detail}: {cause}");
            source = cause.source();
        }
        Self::Failed { code: code.to_owned(), detail }
    }

    /// A file lies there that the session says nothing of.
    pub(crate) fn written_not_recorded(path: &Path, cause: &dyn std::error::Error) -> Self {
        let Self::Failed { detail, .. } = Self::failed("", cause) else {
            return Self::no_session();
        };
        let detail = format!("{}: {detail}", path.display());
        Self::Failed { code: "written_not_recorded".to_owned(), detail }
    }

    pub(crate) fn no_session() -> Self {
        Self::Failed { code: "no_session".to_owned(), detail: String::new() }
    }

    /// The registrar is no more: nothing can be recorded.
    pub(crate) fn stopped() -> Self {
        Self::Failed { code: "stopped".to_owned(), detail: String::new() }
    }

    /// Why a paper of the session was not set.
    pub(crate) fn of_paper(session: &Session, of: &PaperKind, error: PaperError) -> Self {
        stopped_by(session, of, &error).map_or_else(|| error.into(), |stop| Self::NotSet { stop })
    }

    pub(crate) fn io(cause: &std::io::Error) -> Self {
        Self::failed("io", cause)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { refusal }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::failed(error.code(), &error)
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
        Self::failed("paper", &error)
    }
}

impl From<tauri::Error> for Failure {
    fn from(error: tauri::Error) -> Self {
        Self::failed("window", &error)
    }
}
