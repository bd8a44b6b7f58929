//! 接续: whether a file is the one a session says it goes on from. Nothing of either file is written.

use std::path::{Path, PathBuf};

use session::floor::last::LastSession;

use crate::file::SessionFile;
use crate::{Fingerprint, StoreError, Verification, schema};

/// The most files of a folder that are looked at.
const MOST_FILES: usize = 500;

/// How a file stands to the session that goes on from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Its entry is the one that was named.
    Joined {
        /// How many entries were recorded there since.
        later: u32,
    },
    /// It ends before the entry that was named: cut off, or an earlier copy.
    Shorter {
        /// How many entries it has.
        entries: u32,
    },
    /// Its entry of that number is another: another record, or one that was written anew.
    Other,
}

impl Link {
    /// Returns how a file that was verified stands to the session that names it.
    #[must_use]
    pub fn of(last: &LastSession, found: &Verification) -> Self {
        let entries = found.fingerprints.last().map_or(0, |(seq, _)| *seq);
        match found.hash_of(last.entries) {
            Some(hash) if hash.as_str() == last.head => {
                Self::Joined { later: entries.saturating_sub(last.entries) }
            }
            None if entries < last.entries => Self::Shorter { entries },
            Some(_) | None => Self::Other,
        }
    }
}

/// Looks beside a session file for the one it goes on from: the one that has the entry it names,
/// else one that begins as it did, else one that is called after it. Files that cannot be read
/// are none.
#[must_use]
pub fn last_beside(path: &Path, last: &LastSession) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let listed = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let is_session = |path: &PathBuf| path.extension().is_some_and(|end| end == "piaojue");
    let mut files: Vec<PathBuf> = listed
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|found| is_session(found) && found.file_name() != path.file_name())
        .collect();
    files.sort();
    files.truncate(MOST_FILES);
    let named =
        |path: &&PathBuf| path.file_stem().is_some_and(|stem| stem.to_string_lossy() == last.title);
    let with = |seq: u32, hash: &str| {
        files.iter().find(|path| has_entry(path, seq, hash).unwrap_or(false))
    };
    let found = with(last.entries, &last.head).or_else(|| with(1, &last.opening));
    found.or_else(|| files.iter().find(named)).cloned()
}

/// Tells whether a file has an entry of this number and fingerprint; nothing else of it is read.
fn has_entry(path: &Path, seq: u32, hash: &str) -> Result<bool, StoreError> {
    let file = SessionFile::open_to_read(path)?;
    let schema = schema::check(file.connection()).map_err(|error| file.fault(error))?;
    schema.map_err(|fault| file.damaged(fault.into()))?;
    Ok(file.hash_of(seq)?.as_ref().map(Fingerprint::as_str) == Some(hash))
}
