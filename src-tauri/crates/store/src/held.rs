//! Which session files this process holds open.
//!
//! On Unix a process loses all of its locks on a file as soon as it closes any handle on it,
//! whoever opened that one: reading the open session as a table, or writing over it, would let a
//! second program in without a word. So an open session is known by device and inode, under
//! whatever name it is asked for, and is opened in no other way. The number of an inode is given to
//! the next file as soon as a removed one is closed: when it was born tells the two apart.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Which file it is, whatever it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Identity {
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    inode: u64,
    #[cfg(unix)]
    born: Option<std::time::SystemTime>,
    #[cfg(not(unix))]
    path: std::path::PathBuf,
}

static HELD: Mutex<BTreeSet<Identity>> = Mutex::new(BTreeSet::new());

fn held() -> MutexGuard<'static, BTreeSet<Identity>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells a file by its metadata: no handle is opened, so none is closed.
#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|found| Identity {
        device: found.dev(),
        inode: found.ino(),
        born: found.created().ok(),
    })
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.canonicalize().ok().map(|path| Identity { path })
}

/// Tells whether a path leads to a session file that this process has open.
#[must_use]
pub fn is_held(path: &Path) -> bool {
    identity(path).is_some_and(|identity| held().contains(&identity))
}

/// Reads a file that may be any of the user's.
///
/// # Errors
/// [`io::ErrorKind::ResourceBusy`] when it is a session that this process has open; whatever keeps
/// it from being read.
pub fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    check_not_held(path)?;
    std::fs::read(path)
}

pub(crate) fn check_not_held(path: &Path) -> io::Result<()> {
    if is_held(path) {
        let said = format!("{} is the open session", path.display());
        return Err(io::Error::new(io::ErrorKind::ResourceBusy, said));
    }
    Ok(())
}

/// Keeps a file in the list for as long as it is open.
pub(crate) struct Hold {
    identity: Option<Identity>,
}

impl Hold {
    /// Takes a file into the list; `None` when it is there already.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let identity = identity(path);
        let free = identity.clone().is_none_or(|identity| held().insert(identity));
        free.then_some(Self { identity })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if let Some(identity) = &self.identity {
            held().remove(identity);
        }
    }
}
