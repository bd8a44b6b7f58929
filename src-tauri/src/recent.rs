//! The files opened lately, in the user's configuration.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use crate::open::now;
use crate::{Failure, folder};

const KEPT: usize = 8;

/// A file opened lately.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Recent {
    /// Where it lies.
    pub path: String,
    /// Title of the session when it was opened.
    pub title: String,
    #[ts(type = "string")]
    pub opened_at: session::Timestamp,
}

/// Returns the files opened lately that are still there, the newest first. A list that cannot be
/// read is an empty one.
pub(crate) fn list<R: Runtime>(app: &AppHandle<R>) -> Vec<Recent> {
    let Ok(text) = app
        .path()
        .app_config_dir()
        .map(|config| fs::read_to_string(config.join("recent.json")).unwrap_or_default())
    else {
        return Vec::new();
    };
    let listed: Vec<Recent> = serde_json::from_str(&text).unwrap_or_default();
    listed.into_iter().filter(|recent| Path::new(&recent.path).exists()).collect()
}

/// Notes that a file was opened.
pub(crate) fn note<R: Runtime>(
    app: &AppHandle<R>,
    path: &Path,
    title: &str,
) -> Result<(), Failure> {
    let path = path.to_string_lossy().into_owned();
    let mut listed = list(app);
    listed.retain(|recent| recent.path != path);
    listed.insert(0, Recent { path, title: title.to_owned(), opened_at: now() });
    listed.truncate(KEPT);
    let config = app.path().app_config_dir()?;
    let text = serde_json::to_vec_pretty(&listed)?;
    folder::write_made(&config.join("recent.json"), &text)
}
