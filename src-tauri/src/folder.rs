//! Where session files, papers and exports lie.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
pub(crate) use exchange::file_name;
use store::{Earlier, bring_to_disk, keep_file, keep_private, read_file};
use tauri::{AppHandle, Manager, Runtime};

use crate::Failure;

/// Returns the folder for new session files, made if missing: 票决台 among the user's documents.
pub(crate) fn of_sessions<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf, Failure> {
    let documents = app.path().document_dir().or_else(|_| app.path().home_dir())?;
    made(documents.join("票决台"))
}

/// Returns the folder for the papers and exports of a session file, made if missing: beside it,
/// under its name.
pub(crate) fn of_papers(session: &Path) -> Result<PathBuf, Failure> {
    made(session.with_extension("").with_added_extension("文书"))
}

fn made(folder: PathBuf) -> Result<PathBuf, Failure> {
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Returns what a copy of a session file is called, made on a day: `青石镇…会议-2026-01-16.piaojue`.
pub(crate) fn dated(session: &Path, day: NaiveDate) -> String {
    let name = session.file_stem().unwrap_or_default().to_string_lossy();
    format!("{name}-{day}.piaojue")
}

/// Returns a path in `folder` that is still free: `name.end`, `name-2.end`, ….
pub(crate) fn free(folder: &Path, name: &str, end: &str) -> PathBuf {
    let plain = folder.join(format!("{name}.{end}"));
    let numbered = (2..).map(|number: u32| folder.join(format!("{name}-{number}.{end}")));
    std::iter::once(plain)
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join(name))
}

/// Writes a file whole or not at all, so that it is there after the power fails. One that already
/// says the same is left alone, as it may be open in a viewer.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let kept = if read_file(path).is_ok_and(|found| found == bytes) {
        bring_to_disk(path)
    } else {
        keep_file(path, bytes, Earlier::Replaced)
    };
    Ok(kept?)
}

/// As [`write_whole`], of what holds a whole session: it is its owner's alone.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Ok(keep_private(path, bytes, Earlier::Replaced)?)
}

/// Writes a file under a name that nothing has, so that it is there after the power fails.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    Ok(keep_file(path, bytes, Earlier::Kept)?)
}

/// Writes a file whole or not at all, its folder made if missing.
pub(crate) fn write_made(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write_whole(path, bytes)
}

/// Removes a file; one that is not there is removed.
pub(crate) fn remove(path: &Path) -> Result<(), Failure> {
    if path.exists() { Ok(fs::remove_file(path)?) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_says_its_day_and_keeps_its_extension() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 16).unwrap();
        assert_eq!(dated(Path::new("/会议/青石镇.piaojue"), day), "青石镇-2026-01-16.piaojue");
    }
}
