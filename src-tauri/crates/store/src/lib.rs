//! A session on disk: one SQLite file `*.piaojue`, and the file is its history (`docs/journal.md`).
//!
//! [`Record`] is a session open on disk: a command's events are appended to the journal in one
//! transaction and only then applied. [`verify`] reads a file as a stranger would and says which
//! entry is wrong. While a record is open no other program can write its file.

mod backup;
mod copies;
mod error;
mod file;
mod fingerprint;
mod guard;
mod held;
mod journal;
mod keep;
mod lines;
mod link;
mod loan;
mod paper;
mod pin;
mod read;
mod record;
mod rehearsal;
mod restore;
mod schema;
mod verify;
mod waits;

pub use backup::{Contents, Still};
pub use copies::{COPIES_KEPT, Copied, CopyPlace, MARK, NotCopied};
pub use error::{Failure, Fault, Flaw, StoreError};
pub use fingerprint::Fingerprint;
pub use held::{is_held, read_file};
pub use keep::{Earlier, bring_to_disk, keep_file, keep_private};
pub use lines::journal_lines;
pub use link::{Link, last_beside};
pub use loan::{Loaned, Outgoing, Written};
pub use pin::{ComparedPin, SaltedPin};
pub use read::{Looked, look, read_last, verify_unwritten};
pub use record::{Left, PrintedPaper, Proving, Record};
pub use restore::{Restored, restore};
pub use schema::{APPLICATION_ID, VERSION};
pub use verify::{Verification, Warning, verify};
