//! Presets: those that ship, and those an office keeps beside the program's settings.

use std::fs;
use std::path::Path;

use chrono::Datelike;
use exchange::{HandPreset, Preset, presets_of_last, read_preset};
use serde::Serialize;
use store::{last_beside, look};
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use crate::failure::{Failure, Trouble, said};
use crate::registrar::registrar;

/// What a new ballot can start from.
#[derive(Debug, Serialize, TS)]
pub struct Presets {
    /// Those that ship, the office's own by file name, then those of the last session.
    pub presets: Vec<Preset>,
    /// Votes without paper.
    pub hands: Vec<HandPreset>,
    /// Where the office puts its own.
    pub folder: String,
    /// Files there that cannot be used, and why.
    pub faults: Vec<String>,
}

/// Returns what a new ballot can start from, its titles in the session's year; in this one while no
/// day is set.
pub(crate) fn presets<R: Runtime>(app: &AppHandle<R>) -> Result<Presets, Failure> {
    let year = registrar(app)
        .ask(|open| open.view(|session| session.meeting().map(|it| it.held_on.year())))?
        .unwrap_or_else(|| chrono::Local::now().year());
    let folder = app.path().app_config_dir()?.join("presets");
    let mut presets = Preset::shipped().map_err(|error| Trouble::NotRead { said: said(&error) })?;
    let mut faults = Vec::new();
    for (file, text) in files_in(&folder) {
        match text
            .map_err(|error| format!("{file}: {error}"))
            .and_then(|text| read_preset(&file, &text).map_err(|error| error.to_string()))
        {
            Ok(preset) if presets.iter().all(|other| other.id != preset.id) => presets.push(preset),
            Ok(preset) => faults.push(format!("{file}: $.id: {}", preset.id)),
            Err(fault) => faults.push(fault),
        }
    }
    let mut presets: Vec<Preset> = presets.into_iter().map(|preset| preset.in_year(year)).collect();
    presets.extend(of_last(app));
    let hands = HandPreset::shipped().map_err(|error| Trouble::NotRead { said: said(&error) })?;
    Ok(Presets { presets, hands, folder: folder.display().to_string(), faults })
}

/// The settings of the last session's ballots, where its file lies beside this one's.
fn of_last<R: Runtime>(app: &AppHandle<R>) -> Vec<Preset> {
    let asked = registrar(app).ask(|open| {
        open.with(|record| Ok((record.path().to_owned(), record.session().last().cloned())))
    });
    let Ok((path, Some(last))) = asked else { return Vec::new() };
    let found = last_beside(&path, &last).and_then(|beside| look(&beside).ok());
    let of_it = found.filter(|found| found.opening.as_str() == last.opening);
    of_it.map(|found| presets_of_last(&found.session)).unwrap_or_default()
}

/// The TOML files of a folder by name; none where there is no such folder.
fn files_in(folder: &Path) -> Vec<(String, std::io::Result<String>)> {
    let entries =
        fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let named = |path: &Path| {
        path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    files.iter().map(|path| (named(path), fs::read_to_string(path))).collect()
}
