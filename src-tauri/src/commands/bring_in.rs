//! Lists brought in from workbooks and CSV files.

use std::path::PathBuf;

use serde::Serialize;
use session::ballot::Project;
use session::tally::ContestOption;
use session::{Command, PersonId, people};
use store::{Proving, read_file};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;
use ts_rs::TS;

use crate::registrar::registrar;
use crate::{Failure, windows};

/// How many rows were taken over.
#[derive(Debug, Serialize, TS)]
pub struct Imported {
    pub rows: usize,
}

/// Projects for the ballot being edited; nothing is recorded before it is saved.
#[derive(Debug, Serialize, TS)]
pub struct ImportedProjects {
    /// In the order of the file.
    pub options: Vec<ContestOption>,
    /// One per option.
    pub projects: Vec<Project>,
}

/// Takes over a roster of deputies; the observers stay. Returns nothing when the user chose no
/// file.
pub(crate) fn import_roster<R: Runtime>(
    app: &AppHandle<R>,
    actor: PersonId,
) -> Result<Option<Imported>, Failure> {
    let Some((name, bytes)) = chosen(app)? else { return Ok(None) };
    let deputies = exchange::read_deputies(&name, &bytes)
        .map_err(|error| Failure::failed("import", &error))?;
    let rows = deputies.len();
    let told = app.clone();
    registrar(app).ask(move |open| {
        let observers = open.view(|session| session.people().observers().to_vec())?;
        let list = people::Command::ListRoster { deputies, observers };
        open.perform(&Command::People(list), &actor, Proving::Nothing)?;
        windows::changed(&told, open);
        Ok(Some(Imported { rows }))
    })
}

/// Reads candidate projects. Returns nothing when the user chose no file.
pub(crate) fn import_projects<R: Runtime>(
    app: &AppHandle<R>,
) -> Result<Option<ImportedProjects>, Failure> {
    let Some((name, bytes)) = chosen(app)? else { return Ok(None) };
    let rows = exchange::read_projects(&name, &bytes)
        .map_err(|error| Failure::failed("import", &error))?;
    let options = rows.iter().map(exchange::ProjectRow::option).collect();
    Ok(Some(ImportedProjects {
        options,
        projects: rows.into_iter().map(|row| row.project).collect(),
    }))
}

fn chosen<R: Runtime>(app: &AppHandle<R>) -> Result<Option<(String, Vec<u8>)>, Failure> {
    let tables = ["xlsx", "xls", "ods", "csv", "txt"];
    let picked = app.dialog().file().add_filter("XLSX, ODS, CSV", &tables).blocking_pick_file();
    let Some(path): Option<PathBuf> = picked.and_then(|file| file.into_path().ok()) else {
        return Ok(None);
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read_file(&path).map(|bytes| Some((name, bytes))).map_err(|error| Failure::io(&error))
}
