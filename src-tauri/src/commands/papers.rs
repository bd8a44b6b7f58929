//! Papers: set, recorded, saved, opened.

use std::path::{Path, PathBuf};

use serde::Serialize;
use session::{
    PaperId, PersonId,
    paper::{Paper, PaperKind, check_issuable},
};
use store::{Fingerprint, PrintedPaper, Record};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_opener::OpenerExt;
use ts_rs::TS;

use crate::{
    Failure, folder,
    open::{Open, now},
    windows,
};

/// Where something was written.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    /// The file
    pub path: String,
}

impl Saved {
    pub(crate) fn at(path: &Path) -> Self {
        Self { path: path.display().to_string() }
    }
}

/// Sets a paper, keeps its bytes beside the journal and records it as issued.
#[tauri::command]
pub(crate) fn issue_paper<R: Runtime>(app: AppHandle<R>, open: State<'_, Open>, of: PaperKind, actor: PersonId) -> Result<(), Failure> {
    open.with(|record| {
        check_issuable(record.session(), &of)?;
        let fingerprint = record.fingerprint_on(&of)?;
        let set = papers::of_session(record.session(), &of, fingerprint.as_ref().map(Fingerprint::as_str))?;
        let printed = PrintedPaper {
            of: &of,
            title: &set.title,
            bytes: &set.rendered.bytes,
            pages: u32::try_from(set.rendered.pages).unwrap_or(u32::MAX),
        };
        Ok(record.issue_paper(printed, &actor, now()).map(drop)?)
    })?;
    windows::changed(&app);
    Ok(())
}

/// Writes an issued paper as a PDF file beside the session.
#[tauri::command]
pub(crate) fn save_paper(open: State<'_, Open>, paper: PaperId) -> Result<Saved, Failure> {
    open.with(|record| Ok(Saved::at(&saved(record, paper)?)))
}

/// Writes an issued paper beside the session and opens it in the system's viewer.
#[tauri::command]
pub(crate) fn open_paper<R: Runtime>(app: AppHandle<R>, open: State<'_, Open>, paper: PaperId) -> Result<Saved, Failure> {
    let path = open.with(|record| saved(record, paper))?;
    app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|error| Failure::failed("viewer", &error))?;
    Ok(Saved::at(&path))
}

fn saved(record: &Record, id: PaperId) -> Result<PathBuf, Failure> {
    let paper = record.session().papers.iter().find(|paper| paper.id == id);
    let paper = paper.ok_or_else(|| Failure::Failed { code: "no_such_paper".to_owned(), detail: id.to_string() })?;
    let path = folder::of_papers(record.path())?.join(file_name(paper));
    folder::write_whole(&path, &record.paper_bytes(paper)?)?;
    Ok(path)
}

/// `03-计票结果报告单.pdf`
fn file_name(paper: &Paper) -> String {
    format!("{:02}-{}.pdf", paper.id.0, folder::file_name(&paper.title))
}
