//! 备份: a verified copy of an open session.

use std::path::{Path, PathBuf};

use crate::file::size;
use crate::{Fingerprint, Record, StoreError, Verification, verify};

impl Record {
    /// Copies the session to `to`, reads the copy back, and only then gives it its name. An earlier
    /// copy of this session is replaced.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] when `to` is the open file itself or any file but an earlier
    /// copy of this session; [`StoreError::Damaged`] when the copy does not read back as written;
    /// whatever keeps it from being written.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        self.check_replaceable(to)?;
        let unfinished = unfinished(to);
        let copied = self.copy_to(&unfinished).and_then(|()| rename(&unfinished, to));
        if copied.is_err() {
            drop(std::fs::remove_file(&unfinished));
        }
        copied
    }

    fn check_replaceable(&self, to: &Path) -> Result<(), StoreError> {
        if size(to)?.is_none_or(|size| size == 0) {
            return Ok(());
        }
        let same = || Some(to.canonicalize().ok()? == self.path().canonicalize().ok()?);
        let earlier = |found: &Verification| {
            let ours = self.hash_of(found.session.seq).ok().flatten();
            found.flaws.is_empty() && ours == found.head
        };
        let replaceable = !same().unwrap_or(false) && verify(to).is_ok_and(|found| earlier(&found));
        if replaceable { Ok(()) } else { Err(StoreError::AlreadyExists { path: to.to_owned() }) }
    }

    fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        if size(to)?.is_some() {
            std::fs::remove_file(to).map_err(|error| StoreError::of_io(to, error))?;
        }
        self.file()
            .connection()
            .backup("main", to, None::<fn(rusqlite::backup::Progress)>)
            .map_err(|error| StoreError::of(to, error))?;
        read_back(to, self.head())
    }
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

fn unfinished(to: &Path) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    to.with_file_name(name)
}

fn rename(from: &Path, to: &Path) -> Result<(), StoreError> {
    std::fs::rename(from, to).map_err(|error| StoreError::of_io(to, error))?;
    named(to)
}

/// A name is on the disk only when its folder is.
pub(crate) fn named(file: &Path) -> Result<(), StoreError> {
    sync_folder(file).map_err(|error| StoreError::of_io(file, error))
}

#[cfg(unix)]
fn sync_folder(file: &Path) -> std::io::Result<()> {
    let folder =
        file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_file: &Path) -> std::io::Result<()> {
    Ok(())
}
