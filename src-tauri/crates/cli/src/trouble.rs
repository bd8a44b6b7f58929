//! What keeps a task from being done, with its cause.

use std::io;
use std::path::PathBuf;

use exchange::engine::EngineError;
use exchange::sample::SampleError;
use exchange::{ArchiveFault, CdfError, CountFileError, PresetError, SheetError};
use papers::PaperError;
use session::Refusal;
use store::StoreError;

/// Why a task was not done. Each is said in one line: [`crate::sentences::of_trouble`].
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    #[error("{file}: {error}")]
    CountFile { file: String, error: CountFileError },
    #[error("{file}: {error}")]
    Cdf { file: String, error: CdfError },
    #[error("{path}")]
    File { path: String, source: io::Error },
    #[error("{path}: {fault}")]
    Archive { path: PathBuf, fault: ArchiveFault },
    #[error("standard output")]
    Output(#[source] io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error("another file of the same session was read")]
    SessionTwice,
    #[error(transparent)]
    Preset(#[from] PresetError),
    #[error(transparent)]
    Sample(#[from] SampleError),
    #[error(transparent)]
    Sheet(#[from] SheetError),
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error("{path}")]
    SessionExists { path: PathBuf },
    #[error("{paper}")]
    NoSuchPaper { paper: u32 },
    #[error("{said}")]
    SampleIncomplete { said: String },
}

impl From<store::Failure> for Trouble {
    fn from(failure: store::Failure) -> Self {
        match failure {
            store::Failure::Refused(refusal) => refusal.into(),
            store::Failure::Store(error) => error.into(),
        }
    }
}
