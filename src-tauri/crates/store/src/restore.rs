//! 从副本恢复: a copy takes the place of a session that is lost or damaged.
//!
//! What SQLite left beside the dead file (`-journal`, `-wal`, `-shm`) belongs to the dead file: played
//! back into the copy it would make a third state that never was. So it goes away first, then the
//! dead file, and only then does the copy get the name. Nothing is deleted: the dead file and what
//! lay beside it stay together under another name.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::backup::{read_back, sound};
use crate::file::size;
use crate::keep::{Earlier, give_name, make_private, session_beside, sync_name};
use crate::{Fingerprint, StoreError, is_held};

/// What SQLite leaves beside a file, and the file itself last.
const PARTS: [&str; 4] = ["-journal", "-wal", "-shm", ""];

/// A session that was restored.
#[derive(Debug)]
pub struct Restored {
    /// Fingerprint of its last entry.
    pub head: Option<Fingerprint>,
    /// Entries of its journal.
    pub entries: u32,
    /// Where the file lies now that had the name.
    pub aside: Option<PathBuf>,
}

/// Puts a copy in the place of a session. The copy is read as a stranger would read it, before and
/// after; what had the name is put aside with everything SQLite left beside it.
///
/// # Errors
/// [`StoreError::Damaged`] when the copy is not sound; [`StoreError::AlreadyOpen`] when the session
/// or the copy is open somewhere; [`StoreError::AlreadyExists`] when they are one file; whatever
/// keeps the files from being written.
pub fn restore(copy: &Path, to: &Path) -> Result<Restored, StoreError> {
    if size(to)?.is_some() && copy.canonicalize().ok() == to.canonicalize().ok() {
        return Err(StoreError::AlreadyExists { path: to.to_owned() });
    }
    let found = sound(copy)?;
    check_nobody_has_it_open(to)?;
    let of_keeping = |error| StoreError::of_keeping(to, error);
    let bytes = crate::read_file(copy).map_err(|error| StoreError::of_io(copy, error))?;
    let mut unfinished = session_beside(to).map_err(of_keeping)?;
    unfinished.write_all(&bytes).map_err(of_keeping)?;
    unfinished.as_file().sync_all().map_err(of_keeping)?;
    let unfinished = unfinished.into_temp_path();
    read_back(&unfinished, found.head.as_ref())?;
    let aside = put_aside(to).map_err(of_keeping)?;
    give_name(unfinished, to, Earlier::Kept).map_err(|error| match &aside {
        None => of_keeping(error),
        Some(aside) => {
            let (path, aside) = (to.to_owned(), aside.clone());
            StoreError::LeftAside { path, aside, source: Box::new(of_keeping(error)) }
        }
    })?;
    Ok(Restored { head: found.head, entries: found.session.seq(), aside })
}

/// Asks for a read lock only: an interrupted write must not be played back here.
fn check_nobody_has_it_open(path: &Path) -> Result<(), StoreError> {
    let open = || StoreError::AlreadyOpen { path: path.to_owned() };
    if is_held(path) {
        return Err(open());
    }
    if size(path)?.is_none() {
        return Ok(());
    }
    let looked = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        .and_then(|file| file.pragma_query_value(None, "user_version", |row| row.get::<_, i32>(0)));
    match looked.map_err(|error| StoreError::of(path, error)) {
        Err(StoreError::AlreadyOpen { .. }) => Err(open()),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Gives a file and what lies beside it another name that is free. Returns the file's.
fn put_aside(path: &Path) -> std::io::Result<Option<PathBuf>> {
    let there = |part: &&str| with(path, part).symlink_metadata().is_ok();
    let parts: Vec<&str> = PARTS.into_iter().filter(|part| there(part)).collect();
    if parts.is_empty() {
        return Ok(None);
    }
    let aside = free(path);
    for part in &parts {
        std::fs::rename(with(path, part), with(&aside, part))?;
        make_private(&with(&aside, part));
        // One after the other also on the disk: never the copy beside the dead one's journal.
        sync_name(&with(&aside, part))?;
    }
    Ok(parts.contains(&"").then_some(aside))
}

/// `青石镇-损坏.piaojue`, `青石镇-损坏-2.piaojue`, ….
fn free(path: &Path) -> PathBuf {
    let name = |number: u32| {
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push("-损坏");
        if number > 1 {
            name.push(format!("-{number}"));
        }
        let mut named = path.with_file_name(name).into_os_string();
        if let Some(end) = path.extension() {
            named.push(".");
            named.push(end);
        }
        PathBuf::from(named)
    };
    let taken =
        |path: &PathBuf| PARTS.iter().any(|part| with(path, part).symlink_metadata().is_ok());
    (1..10_000).map(name).find(|path| !taken(path)).unwrap_or_else(|| name(0))
}

fn with(path: &Path, part: &str) -> PathBuf {
    let mut whole: OsString = path.as_os_str().to_owned();
    whole.push(part);
    whole.into()
}
