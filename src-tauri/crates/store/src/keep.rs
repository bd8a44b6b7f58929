//! 存盘: a file is written so that it is there, whole, after the power fails.
//!
//! It is written beside its place under a name of its own, brought to the disk, then given its name,
//! and the folder is brought to the disk too. Whatever fails, nothing is left behind and no file of
//! anybody's is gone: only what was written here is ever removed.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{NamedTempFile, TempPath};

use crate::held::check_not_held;

/// What becomes of a file that has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// It is replaced, once the new one is whole.
    Replaced,
    /// It stays, and nothing is written.
    Kept,
}

/// Writes a file so that it is on the disk when this returns.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where an earlier file is to be kept;
/// [`io::ErrorKind::ResourceBusy`] when the path leads to the open session; whatever keeps the file
/// from being written.
pub fn keep_file(path: &Path, bytes: &[u8], earlier: Earlier) -> io::Result<()> {
    check_not_held(path)?;
    let mut unfinished = beside(path)?;
    unfinished.write_all(bytes)?;
    unfinished.as_file().sync_all()?;
    give_name(unfinished.into_temp_path(), path, earlier)
}

/// As [`keep_file`], of what holds a whole session: it is its owner's alone.
///
/// # Errors
/// As [`keep_file`].
pub fn keep_private(path: &Path, bytes: &[u8], earlier: Earlier) -> io::Result<()> {
    check_not_held(path)?;
    let mut unfinished = session_beside(path)?;
    unfinished.write_all(bytes)?;
    unfinished.as_file().sync_all()?;
    give_name(unfinished.into_temp_path(), path, earlier)
}

/// Brings a file to the disk that is there already, and its name.
///
/// # Errors
/// Whatever keeps it from being opened and brought to the disk.
pub fn bring_to_disk(path: &Path) -> io::Result<()> {
    check_not_held(path)?;
    File::open(path)?.sync_all()?;
    sync_name(path)
}

/// Makes an empty file beside a path, on the same disk, that removes itself unless it gets a name.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder_of(path))
}

/// As [`beside`], for a session: it holds the salted hashes of PINs, which are for nobody but the
/// owner of the file to try.
pub(crate) fn session_beside(path: &Path) -> io::Result<NamedTempFile> {
    // Such a file is the owner's alone unless something else is asked for.
    tempfile::Builder::new().prefix(".").suffix(".part").tempfile_in(folder_of(path))
}

/// Makes the empty file of a new session, its owner's alone as in [`session_beside`]; one that is
/// there already becomes it.
#[cfg(unix)]
pub(crate) fn make_session(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    match File::options().write(true).create_new(true).mode(OWNERS).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            make_private(path);
            Ok(())
        }
        made => made.map(drop),
    }
}

#[cfg(unix)]
const OWNERS: u32 = 0o600;

/// Makes a session that is there its owner's alone. A disk that knows no rights has none to set.
#[cfg(unix)]
pub(crate) fn make_private(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let open_to_others = |found: std::fs::Metadata| found.permissions().mode() & 0o077 != 0;
    if path.metadata().is_ok_and(open_to_others) {
        drop(std::fs::set_permissions(path, std::fs::Permissions::from_mode(OWNERS)));
    }
}

/// There a file has the rights of its folder, the user's own.
#[cfg(not(unix))]
pub(crate) fn make_private(_: &Path) {}

/// There a file has the rights of its folder, the user's own.
#[cfg(not(unix))]
pub(crate) fn make_session(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives a file that is whole and on the disk its name, and brings the name to the disk.
pub(crate) fn give_name(unfinished: TempPath, path: &Path, earlier: Earlier) -> io::Result<()> {
    match earlier {
        Earlier::Replaced => unfinished.persist(path)?,
        Earlier::Kept => unfinished.persist_noclobber(path).or_else(|failed| {
            // A disk without links and without renaming that asks first.
            if path.symlink_metadata().is_ok() { Err(failed) } else { failed.path.persist(path) }
        })?,
    }
    let named = sync_name(path);
    if named.is_err() && earlier == Earlier::Kept {
        drop(std::fs::remove_file(path));
    }
    named
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A name is on the disk only when its folder is. A file system that cannot bring a folder to the
/// disk says so, and is believed.
#[cfg(unix)]
pub(crate) fn sync_name(path: &Path) -> io::Result<()> {
    match File::open(folder_of(path))?.sync_all() {
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        done => done,
    }
}

/// There a folder cannot be opened; bringing the file to the disk brings its name along.
#[cfg(not(unix))]
pub(crate) fn sync_name(path: &Path) -> io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_whole_or_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("纪要.pdf");
        keep_file(&path, b"one", Earlier::Kept).unwrap();
        keep_file(&path, b"two", Earlier::Replaced).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        let kept = keep_file(&path, b"three", Earlier::Kept).unwrap_err();
        assert_eq!(kept.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(
            (std::fs::read(&path).unwrap(), names(folder.path()).len()),
            (b"two".to_vec(), 1)
        );
    }

    #[test]
    fn what_fails_leaves_nothing_behind_and_removes_nothing_of_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        std::fs::create_dir(&path).unwrap();
        std::fs::write(folder.path().join("a.pdf.part"), b"somebody's").unwrap();
        keep_file(&path, b"one", Earlier::Replaced).unwrap_err();
        assert_eq!(names(folder.path()), ["a.pdf", "a.pdf.part"]);
        keep_file(&folder.path().join("pulled out/b.pdf"), b"one", Earlier::Kept).unwrap_err();
        assert_eq!(names(folder.path()), ["a.pdf", "a.pdf.part"]);
    }
}
