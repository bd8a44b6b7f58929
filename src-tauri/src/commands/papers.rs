//! Papers: set, recorded, saved, opened.

use std::num::NonZeroU16;
use std::path::{Path, PathBuf};

use serde::Serialize;
use session::paper::{Paper, PaperKind, check_issuable, style_of};
use session::{Command, PaperId, PersonId};
use store::{Fingerprint, PrintedPaper, Record};
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;
use ts_rs::TS;

use super::texts::template;
use crate::faces::Faces;
use crate::open::{Open, now};
use crate::printer::{Job, Sides};
use crate::{Failure, folder, printer, windows};

/// Where something was written.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    /// The file.
    pub path: String,
}

impl Saved {
    pub(crate) fn at(path: &Path) -> Self {
        Self { path: path.display().to_string() }
    }
}

/// Sets a paper, keeps its bytes beside the journal and records it as issued. An office's own text
/// is recorded with it, so that the session alone makes the same bytes again.
#[tauri::command]
pub(crate) fn issue_paper<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    faces: State<'_, Faces>,
    of: PaperKind,
    actor: PersonId,
) -> Result<(), Failure> {
    let own = open.view(|session| {
        check_issuable(session, &of).map(|()| session.paper_texts().contains_key(&of))
    })??;
    if let Some(text) = if own { None } else { template(&app, &of)? } {
        open.perform(
            &Command::Paper(session::paper::Command::EditText { of: of.clone(), text }),
            &actor,
            None,
        )?;
    }
    open.with(|record| {
        let fingerprint = record.fingerprint_on(&of)?;
        let shelf = faces.of(&style_of(record.session(), &of));
        let set = papers::of_session(
            record.session(),
            &of,
            fingerprint.as_ref().map(Fingerprint::as_str),
            &shelf,
        )
        .map_err(|error| Failure::of_paper(record.session(), &of, error))?;
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
pub(crate) fn open_paper<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    paper: PaperId,
) -> Result<Saved, Failure> {
    let path = open.with(|record| saved(record, paper))?;
    app.opener()
        .open_path(path.to_string_lossy(), None::<&str>)
        .map_err(|error| Failure::failed("viewer", &error))?;
    Ok(Saved::at(&path))
}

/// Prints an issued paper on the system's usual printer, at least as often as asked where a sheet
/// carries several.
#[tauri::command]
pub(crate) async fn print_paper(
    open: State<'_, Open>,
    paper: PaperId,
    copies: NonZeroU16,
    sides: Sides,
) -> Result<Saved, Failure> {
    let (path, sheet, per_sheet) = open.with(|record| {
        let issued = found(record, paper)?;
        Ok((
            saved(record, paper)?,
            papers::printed_on(issued),
            NonZeroU16::new(issued.per_sheet()).unwrap_or(NonZeroU16::MIN),
        ))
    })?;
    printer::print(&Job { path: &path, sheet, copies: copies.div_ceil(per_sheet), sides })?;
    Ok(Saved::at(&path))
}

/// Writes issued papers into a folder the user chooses: each by itself, or all of them as one file.
/// Returns nothing when none was chosen.
#[tauri::command]
pub(crate) async fn save_papers<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    papers: Vec<PaperId>,
    merged: bool,
) -> Result<Option<Saved>, Failure> {
    let Some(folder) =
        app.dialog().file().blocking_pick_folder().and_then(|folder| folder.into_path().ok())
    else {
        return Ok(None);
    };
    open.with(|record| {
        let found = papers.iter().map(|id| found(record, *id)).collect::<Result<Vec<_>, _>>()?;
        let mut files = Vec::new();
        for paper in &found {
            files.push((folder.join(file_name(paper)), record.paper_bytes(paper)?));
        }
        if merged {
            let title = record
                .path()
                .file_stem()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            let bytes = papers::pdf::merged(
                &files.iter().map(|(_, bytes)| bytes.as_slice()).collect::<Vec<_>>(),
            )?;
            files = vec![(folder.join(format!("{title}.pdf")), bytes)];
        }
        files.iter().try_for_each(|(path, bytes)| folder::write_whole(path, bytes))?;
        Ok(Some(Saved::at(
            files.first().filter(|_| merged).map_or(folder.as_path(), |(path, _)| path),
        )))
    })
}

/// Writes an issued paper as a DOCX to be edited beside the session, never over one that may have
/// been edited, and records it.
#[tauri::command]
pub(crate) fn save_editable<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    paper: PaperId,
    actor: PersonId,
) -> Result<Saved, Failure> {
    let path = open.with(|record| {
        let folder = folder::of_papers(record.path())?;
        taken_out(record, paper, &folder, &actor)
    })?;
    windows::changed(&app);
    Ok(Saved::at(&path))
}

/// Writes issued papers as DOCX files into a folder the user chooses. Returns nothing when none was
/// chosen.
#[tauri::command]
pub(crate) async fn save_all_editable<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    papers: Vec<PaperId>,
    actor: PersonId,
) -> Result<Option<Saved>, Failure> {
    let Some(folder) =
        app.dialog().file().blocking_pick_folder().and_then(|folder| folder.into_path().ok())
    else {
        return Ok(None);
    };
    open.with(|record| {
        papers.iter().try_for_each(|id| taken_out(record, *id, &folder, &actor).map(drop))
    })?;
    windows::changed(&app);
    Ok(Some(Saved::at(&folder)))
}

/// It says what was issued, whatever has happened since. The entry follows the file: none says that
/// a file was taken out that never was.
fn taken_out(
    record: &mut Record,
    id: PaperId,
    folder: &Path,
    actor: &PersonId,
) -> Result<PathBuf, Failure> {
    let paper = found(record, id)?.clone();
    let session = record.session_at_issue(&paper)?;
    let docx = papers::docx_of_session(&session, paper.kind())
        .map_err(|error| Failure::of_paper(&session, paper.kind(), error))?;
    let path = folder::free(folder, &name_of(&paper), "docx");
    folder::write_new(&path, &docx)?;
    let recorded = record.take_out_to_edit(id, &docx, actor, now());
    recorded.map_err(|failure| Failure::written_not_recorded(&path, &failure))?;
    Ok(path)
}

fn found(record: &Record, id: PaperId) -> Result<&Paper, Failure> {
    let paper = record.session().papers().iter().find(|paper| paper.id() == id);
    paper
        .ok_or_else(|| Failure::Failed { code: "no_such_paper".to_owned(), detail: id.to_string() })
}

fn saved(record: &Record, id: PaperId) -> Result<PathBuf, Failure> {
    let paper = found(record, id)?;
    let path = folder::of_papers(record.path())?.join(file_name(paper));
    folder::write_whole(&path, &record.paper_bytes(paper)?)?;
    Ok(path)
}

/// `03-计票结果报告单.pdf`.
fn file_name(paper: &Paper) -> String {
    format!("{}.pdf", name_of(paper))
}

fn name_of(paper: &Paper) -> String {
    format!("{:02}-{}", paper.id().0, folder::file_name(paper.title()))
}
