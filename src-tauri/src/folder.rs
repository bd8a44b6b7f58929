//! Where session files, papers and exports lie.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tauri::{AppHandle, Manager, Runtime};

use crate::Failure;

/// Returns the folder for new session files, made if missing: 票决台 among the user's documents.
pub(crate) fn of_sessions<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf, Failure> {
    let documents = app.path().document_dir().or_else(|_| app.path().home_dir())?;
    made(documents.join("票决台"))
}

/// Returns the folder for the papers and exports of a session file, made if missing: beside it, under its name.
pub(crate) fn of_papers(session: &Path) -> Result<PathBuf, Failure> {
    made(session.with_extension("").with_added_extension("文书"))
}

fn made(folder: PathBuf) -> Result<PathBuf, Failure> {
    fs::create_dir_all(&folder).map_err(|error| Failure::io(&error))?;
    Ok(folder)
}

/// Returns a path in `folder` that is still free: `name.end`, `name-2.end`, …
pub(crate) fn free(folder: &Path, name: &str, end: &str) -> PathBuf {
    let plain = folder.join(format!("{name}.{end}"));
    let numbered = (2..).map(|number: u32| folder.join(format!("{name}-{number}.{end}")));
    std::iter::once(plain).chain(numbered).find(|path| !path.exists()).unwrap_or_else(|| folder.join(name))
}

/// Writes a file whole or not at all: under another name first, then renamed.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let unfinished = path.with_added_extension("part");
    fs::write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, path)).map_err(|error| Failure::io(&error))
}
