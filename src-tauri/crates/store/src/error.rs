//! What can go wrong with a file, each told apart and with its cause kept.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use session::{OutOfPlace, PaperId, Refusal, Unaskable, UnknownEvent};

use crate::VERSION;

/// Why a file could not be opened, read or written. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{} does not exist", path.display())]
    NotFound { path: PathBuf },
    /// A file of that name exists and is not written over.
    #[error("{} already exists", path.display())]
    AlreadyExists { path: PathBuf },
    /// Another program, or another window of this one, has the file open.
    #[error("{} is open in another program", path.display())]
    AlreadyOpen { path: PathBuf },
    /// The file is something else.
    #[error("{} is not a session file", path.display())]
    NotASession { path: PathBuf },
    /// A write to the file was interrupted, and whoever opened it only to read cannot play it back.
    #[error("a write to {} was interrupted: it is to be opened once", path.display())]
    Interrupted { path: PathBuf },
    /// The file was written by a newer program.
    #[error("{} was written by a newer version of this program (layout {version}, this one knows {VERSION})", path.display())]
    TooNew {
        path: PathBuf,
        /// Its layout.
        version: i32,
    },
    /// The file is a session, but not as it was written.
    #[error("{} is damaged: {flaw}", path.display())]
    Damaged {
        path: PathBuf,
        /// The first thing that is wrong.
        #[source]
        flaw: Flaw,
    },
    /// The file or its folder cannot be written, or the file cannot be read.
    #[error("no access to {}", path.display())]
    NoAccess {
        path: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The disk is full; what was recorded before stands.
    #[error("the disk that holds {} is full", path.display())]
    DiskFull {
        path: PathBuf,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
    /// The disk is full on which a file was to be written; nothing of it is left there.
    #[error("the disk is full on which {} was to be written", path.display())]
    NoRoom {
        path: PathBuf,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The disk failed or was pulled out; what was recorded before stands.
    #[error("the disk that holds {} cannot be read or written", path.display())]
    DiskFailed {
        path: PathBuf,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
    /// The disk failed while entries were written, and the file cannot be read: whether they are
    /// recorded shows when it can. The next command reads it first.
    #[error("the disk that holds {} failed: whether it was recorded is not known", path.display())]
    Unsettled {
        path: PathBuf,
        /// What failed first.
        #[source]
        source: Box<StoreError>,
    },
    /// The file was put aside for a copy, and the copy could not be given its name.
    #[error("{} was put aside as {}, and the copy could not take its place", path.display(), aside.display())]
    LeftAside {
        /// Where the copy was to go.
        path: PathBuf,
        /// Where the file lies now that had the name.
        aside: PathBuf,
        /// What failed.
        #[source]
        source: Box<StoreError>,
    },
    /// No paper with this fingerprint lies beside the journal.
    #[error("no paper {sha256}")]
    NoSuchPaper {
        /// SHA-256 of the paper.
        sha256: String,
    },
    /// The SQLite this program was built with could damage files.
    #[error("SQLite {version} is older than 3.51.3, which mended a fault that damages files")]
    UnsafeSqlite {
        /// Version of the library.
        version: &'static str,
    },
    /// SQLite refused for another reason.
    #[error("{}: SQLite refused", path.display())]
    Sqlite {
        path: PathBuf,
        /// What SQLite says.
        #[source]
        source: rusqlite::Error,
    },
    /// The system offers no chance, without which a PIN cannot be salted.
    #[error("the system offers no random numbers")]
    NoChance,
    /// An event has no form in the journal.
    #[error("an event cannot be written down")]
    Unwritable(#[source] serde_json::Error),
}

impl StoreError {
    /// Returns what an error of SQLite means for the file at `path`.
    pub(crate) fn of(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let Some(code) = source.sqlite_error_code() else {
            return Self::Sqlite { path, source };
        };
        if matches!(code, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) {
            return Self::AlreadyOpen { path };
        }
        if code == ErrorCode::NotADatabase {
            return Self::NotASession { path };
        }
        if is_interrupted(&source) {
            return Self::Interrupted { path };
        }
        if is_damage(code) {
            return Self::Damaged { path, flaw: Fault::Pages { said: source.to_string() }.into() };
        }
        if matches!(code, ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen)
        {
            return Self::NoAccess { path, source: std::io::Error::other(source) };
        }
        if code == ErrorCode::DiskFull {
            return Self::DiskFull { path, source };
        }
        if code == ErrorCode::SystemIoFailure {
            Self::DiskFailed { path, source }
        } else {
            Self::Sqlite { path, source }
        }
    }

    /// What keeps a file from being written for good.
    pub(crate) fn of_keeping(path: &Path, source: std::io::Error) -> Self {
        let (path, kind) = (path.to_owned(), source.kind());
        if kind == ErrorKind::AlreadyExists {
            return Self::AlreadyExists { path };
        }
        if kind == ErrorKind::ResourceBusy {
            return Self::AlreadyOpen { path };
        }
        if matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded) {
            Self::NoRoom { path, source }
        } else {
            Self::NoAccess { path, source }
        }
    }

    pub(crate) fn of_io(path: &Path, source: std::io::Error) -> Self {
        let path = path.to_owned();
        if source.kind() == ErrorKind::NotFound {
            Self::NotFound { path }
        } else {
            Self::NoAccess { path, source }
        }
    }
}

/// A rollback journal waits to be played back into a file that is open to be read alone.
fn is_interrupted(error: &rusqlite::Error) -> bool {
    let ends = [rusqlite::ffi::SQLITE_READONLY_ROLLBACK, rusqlite::ffi::SQLITE_READONLY_RECOVERY];
    error.sqlite_error().is_some_and(|error| ends.contains(&error.extended_code))
}

/// What a file is that SQLite cannot read, that asks for more than a session holds, or for what is
/// not done.
pub(crate) fn is_damage(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::DatabaseCorrupt
            | ErrorCode::OperationInterrupted
            | ErrorCode::OutOfMemory
            | ErrorCode::TooBig
            | ErrorCode::AuthorizationForStatementDenied
    )
}

/// Why a command was not carried out. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The session refuses it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One thing that is wrong with a file, and the entry it is wrong in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The entry, where one can be named.
    pub seq: Option<u32>,
    /// What is wrong.
    pub fault: Fault,
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.seq {
            Some(seq) => write!(out, "entry {seq}: {}", self.fault),
            None => self.fault.fmt(out),
        }
    }
}

impl std::error::Error for Flaw {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.fault)
    }
}

impl From<Fault> for Flaw {
    fn from(fault: Fault) -> Self {
        Self { seq: None, fault }
    }
}

impl Fault {
    pub(crate) fn at(self, seq: u32) -> Flaw {
        Flaw { seq: Some(seq), fault: self }
    }
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The pages of the file do not fit together.
    #[error("the file's pages do not fit together: {said}")]
    Pages {
        /// What SQLite found.
        said: String,
    },
    /// A table, trigger or view is not the one this program sets up.
    #[error("{name} is not as this program sets it up")]
    Schema {
        /// Name of the table, index, trigger or view.
        name: String,
    },
    /// An entry is missing before this one.
    #[error("entry {expected} is missing")]
    Gap {
        /// The number that should have come.
        expected: u32,
    },
    /// The entry, or the one before it, was changed after it was written.
    #[error("the entry was changed after it was written: its hash does not match")]
    Hash {
        /// As it stands in the file.
        recorded: String,
        /// As it follows from the row and the hash before it.
        recomputed: String,
    },
    /// The time of an entry cannot be read.
    #[error("{at:?} is not a time")]
    Time {
        /// As it stands in the file.
        at: String,
    },
    /// The entry is longer than any that is written.
    #[error("the entry is longer than {most} bytes")]
    TooLong {
        /// In bytes.
        most: usize,
    },
    /// More entries than a journal has.
    #[error("a journal has no more than {most} entries")]
    TooMany { most: u32 },
    /// Reading the journal takes longer than that of any session.
    #[error("reading the journal takes longer than {seconds} seconds")]
    TooSlow { seconds: u32 },
    /// The entry says a field twice, or has spaces or an order that no program of ours writes.
    #[error("the entry is not as this program writes it: a field stands in it twice, or spaces do")]
    NotAsWritten,
    /// The event of an entry cannot be read.
    #[error("unknown event: {0}")]
    Event(UnknownEvent),
    /// The entry cannot follow the ones before it.
    #[error("cannot follow the entries before it: {0}")]
    OutOfPlace(OutOfPlace),
    /// No command of anybody could have written the entry.
    #[error("no command could have written it: {0}")]
    Unaskable(Unaskable),
    /// A paper in the file was issued by nobody.
    #[error("paper {sha256} was never issued")]
    PaperNotIssued {
        /// SHA-256 under which it lies there.
        sha256: String,
    },
    /// An issued paper is not in the file.
    #[error("paper {paper} is not in the file")]
    PaperMissing { paper: PaperId },
    /// The bytes of a paper are not those that were issued.
    #[error("the bytes of paper {sha256} were changed after it was issued")]
    PaperChanged {
        /// SHA-256 under which it was issued.
        sha256: String,
    },
}
