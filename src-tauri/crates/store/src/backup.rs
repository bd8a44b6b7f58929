//! 备份 and 校验 of an open session, beside the work: what takes long is done on a copy in memory.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use session::Session;
use session::paper::Paper;

use crate::file::{SessionFile, size};
use crate::keep::{Earlier, give_name, session_beside};
use crate::lines::lines_of;
use crate::verify::examine;
use crate::{Fingerprint, Record, StoreError, Verification, keep, paper, verify};

/// The file of an open session as it stood at one moment, copied page by page into memory: it can
/// be read and written out elsewhere while the record goes on.
pub struct Still {
    file: SessionFile,
    head: Option<Fingerprint>,
    entries: u32,
    /// 演练.
    rehearsal: bool,
}

/// The file of a session and what it holds.
#[derive(Clone, Debug)]
pub struct Contents {
    /// Byte for byte.
    pub file: Vec<u8>,
    /// The journal as lines.
    pub journal: String,
    /// The papers kept, by the SHA-256 they lie under.
    pub papers: BTreeMap<String, Vec<u8>>,
    /// Fingerprint of the last entry; `None` in an empty journal.
    pub head: Option<Fingerprint>,
}

impl Record {
    /// Copies the file as it stands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn still(&self) -> Result<Still, StoreError> {
        let fault = |error| self.file().fault(error);
        let mut copy = Connection::open_in_memory().map_err(fault)?;
        Backup::new(self.file().connection(), &mut copy)
            .and_then(|copying| copying.step(ALL_PAGES))
            .map_err(fault)?;
        let file = SessionFile::in_memory(self.path(), copy).map_err(fault)?;
        let (entries, rehearsal) = (self.session().seq(), self.session().is_rehearsal());
        Ok(Still { file, head: self.head().cloned(), entries, rehearsal })
    }

    /// As [`Still::backup`] of the file as it stands.
    ///
    /// # Errors
    /// As [`Record::still`] and [`Still::backup`].
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.still()?.backup(to)
    }

    /// As [`Still::verify`] of the file as it stands.
    ///
    /// # Errors
    /// As [`Record::still`] and [`Still::verify`].
    pub fn verify(&self) -> Result<Verification, StoreError> {
        self.still()?.verify()
    }
}

/// What SQLite reads as "the rest".
const ALL_PAGES: i32 = -1;

impl Still {
    /// Recomputes everything that can be recomputed about the file, as [`crate::verify`] does for
    /// one that is closed.
    ///
    /// # Errors
    /// When the file cannot be read at all; what is wrong inside it is no error but a
    /// [`crate::Flaw`].
    pub fn verify(&self) -> Result<Verification, StoreError> {
        examine(&self.file)
    }

    /// As [`Record::session_at_issue`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn session_at_issue(&self, paper: &Paper) -> Result<Session, StoreError> {
        self.file.session_at_issue(paper)
    }

    /// Writes the session to `to`, reads that back, and only then gives it its name. An earlier
    /// copy of this session is replaced.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when `to` is the open file itself or any file but an earlier
    /// copy of this session; [`StoreError::Damaged`] when the copy does not read back as written;
    /// whatever keeps it from being written.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.check_replaceable(to)?;
        let earlier = if size(to)?.is_some() { Earlier::Replaced } else { Earlier::Kept };
        let of_keeping = |error| StoreError::of_keeping(to, error);
        let unfinished = session_beside(to).map_err(of_keeping)?.into_temp_path();
        self.copy_to(&unfinished)?;
        keep::bring_to_disk(&unfinished).map_err(of_keeping)?;
        give_name(unfinished, to, earlier).map_err(of_keeping)
    }

    /// Returns the file and what it holds, to be put into an archive. It is written out beside a
    /// path, read back as a stranger would, and taken away again.
    ///
    /// # Errors
    /// As [`Still::backup`].
    pub fn contents(&self, beside_path: &Path) -> Result<Contents, StoreError> {
        let of_keeping = |error| StoreError::of_keeping(beside_path, error);
        let unfinished = session_beside(beside_path).map_err(of_keeping)?.into_temp_path();
        self.copy_to(&unfinished)?;
        Ok(Contents {
            file: crate::read_file(&unfinished).map_err(of_keeping)?,
            journal: lines_of(&self.file)?,
            papers: paper::all(self.file.connection()).map_err(|error| self.file.fault(error))?,
            head: self.head.clone(),
        })
    }

    fn check_replaceable(&self, to: &Path) -> Result<(), StoreError> {
        if size(to)?.is_none_or(|size| size == 0) {
            return Ok(());
        }
        let same = || Some(to.canonicalize().ok()? == self.file.path().canonicalize().ok()?);
        let replaceable = !same().unwrap_or(false) && self.is_earlier_copy(to);
        if replaceable { Ok(()) } else { Err(StoreError::AlreadyExists { path: to.to_owned() }) }
    }

    /// Tells whether a file is a sound copy of this session that holds nothing the session does not.
    /// The session that is rehearsed is none of its rehearsal: nothing is ever written over it.
    pub(crate) fn is_earlier_copy(&self, path: &Path) -> bool {
        let earlier = |found: &Verification| {
            let ours = self.file.hash_of(found.session.seq()).ok().flatten();
            let alike = found.session.is_rehearsal() == self.rehearsal;
            alike && found.flaws.is_empty() && ours == found.head
        };
        verify(path).is_ok_and(|found| earlier(&found))
    }

    /// Tells whether a file ends with an entry of this session, and so holds nothing the session does
    /// not. Its entries are not asked for again: it is only to be known as an older copy.
    pub(crate) fn goes_on_from(&self, path: &Path) -> bool {
        let Ok(Some((seq, head))) = last_entry(path) else { return false };
        self.file.hash_of(seq).ok().flatten().is_some_and(|ours| ours == head)
    }

    /// Returns the path of the session's file.
    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    /// Returns the fingerprint of the last entry; `None` in an empty journal.
    pub(crate) fn head(&self) -> Option<&Fingerprint> {
        self.head.as_ref()
    }

    /// Returns how many entries are in it.
    pub(crate) fn entries(&self) -> u32 {
        self.entries
    }

    pub(crate) fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        self.file
            .connection()
            .backup("main", to, None::<fn(rusqlite::backup::Progress)>)
            .map_err(|error| StoreError::of(to, error))?;
        read_back(to, self.head.as_ref())
    }
}

/// The last entry of a file and its fingerprint; nothing of a file that is damaged.
fn last_entry(path: &Path) -> Result<Option<(u32, Fingerprint)>, StoreError> {
    let file = SessionFile::open(path)?;
    let structure = file.check_structure(false).map_err(|error| file.fault(error))?;
    structure.map_err(|fault| file.damaged(fault.into()))?;
    file.last_entry()
}

/// Reads a file as a stranger would.
///
/// # Errors
/// [`StoreError::Damaged`] with the first thing that is wrong.
pub(crate) fn sound(path: &Path) -> Result<Verification, StoreError> {
    let mut found = verify(path)?;
    if found.flaws.is_empty() {
        return Ok(found);
    }
    Err(StoreError::Damaged { path: path.to_owned(), flaw: found.flaws.swap_remove(0) })
}

/// Checks that a file reads back as it was written.
pub(crate) fn read_back(path: &Path, written: Option<&Fingerprint>) -> Result<(), StoreError> {
    match sound(path)?.head.as_ref() {
        found if found == written => Ok(()),
        found => Err(differs(path, found, written)),
    }
}

fn differs(path: &Path, found: Option<&Fingerprint>, expected: Option<&Fingerprint>) -> StoreError {
    let figures = |fingerprint: Option<&Fingerprint>| {
        fingerprint.map(Fingerprint::to_string).unwrap_or_default()
    };
    let fault = crate::Fault::Hash { recorded: figures(found), recomputed: figures(expected) };
    StoreError::Damaged { path: path.to_owned(), flaw: fault.into() }
}
