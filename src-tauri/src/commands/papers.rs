//! Papers: set, recorded, saved, opened.

use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use papers::{SetPaper, set_with_text};
use serde::Serialize;
use session::paper::{Paper, PaperKind, check_issuable, is_out, style_of};
use session::{PaperId, PersonId, Session, number};
use store::{Fingerprint, PrintedPaper, Record};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_opener::OpenerExt;
use ts_rs::TS;

use super::texts::template;
use crate::dialog::{self, Language};
use crate::faces::Faces;
use crate::failure::{Failure, Trouble, said, shown};
use crate::open::now;
use crate::printer::{Job, Sides};
use crate::registrar::registrar;
use crate::{folder, printer, windows};

/// Where something was written.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    pub path: String,
}

impl Saved {
    pub(crate) fn at(path: &Path) -> Self {
        Self { path: path.display().to_string() }
    }
}

/// Sets a paper, keeps its bytes beside the journal and records it as issued. An office's own text
/// is recorded with it in one go, so that the session alone makes the same bytes again.
pub(crate) fn issue_paper<R: Runtime>(
    app: &AppHandle<R>,
    of: PaperKind,
    actor: PersonId,
) -> Result<(), Failure> {
    let (seq, text, set) = set_now(app, &of)?;
    let told = app.clone();
    registrar(app).ask(move |open| {
        open.with(|record| {
            // What was recorded while it was being set may be in it: then it is set again.
            let (text, set) = if record.session().seq() == seq {
                (text, set)
            } else {
                let now = ToSet::by(record, &of)?;
                let text = offices(&told, &now.session, &of)?;
                let set = now.set(&told, &of, text.as_deref())?;
                (text, set)
            };
            issued(record, &of, text.as_deref(), &set, &actor)
        })?;
        windows::changed(&told, open);
        Ok(())
    })
}

/// Returns how many pages a paper has, if it is issued now.
pub(crate) fn pages_of<R: Runtime>(app: &AppHandle<R>, of: PaperKind) -> Result<u32, Failure> {
    let (_, _, set) = set_now(app, &of)?;
    Ok(pages(&set))
}

/// Sets a paper as issuing it would, with its own text, and tells at which entry of the record.
fn set_now<R: Runtime>(
    app: &AppHandle<R>,
    of: &PaperKind,
) -> Result<(u32, Option<String>, SetPaper), Failure> {
    let now = ToSet::of(app, of)?;
    check_issuable(&now.session, of)?;
    let text = offices(app, &now.session, of)?;
    let set = now.set(app, of, text.as_deref())?;
    Ok((now.session.seq(), text, set))
}

fn pages(set: &SetPaper) -> u32 {
    number(set.rendered.pages)
}

/// The office's own text, where the session has none.
fn offices<R: Runtime>(
    app: &AppHandle<R>,
    session: &Session,
    of: &PaperKind,
) -> Result<Option<String>, Failure> {
    // A ballot that is out is printed as it was.
    let printed = matches!(of, PaperKind::Ballot { ballot } if is_out(session, ballot));
    let own = printed || session.paper_texts().contains_key(of);
    if own { Ok(None) } else { template(app, of) }
}

fn issued(
    record: &mut Record,
    of: &PaperKind,
    text: Option<&str>,
    set: &SetPaper,
    actor: &PersonId,
) -> Result<(), Failure> {
    let printed =
        PrintedPaper { of, title: &set.title, bytes: &set.rendered.bytes, pages: pages(set) };
    let recorded = match text {
        None => record.issue_paper(printed, actor, now()),
        Some(text) => record.issue_paper_with_text(text, printed, actor, now()),
    };
    Ok(recorded.map(drop)?)
}

/// What a paper is set from: the session as it stood, and the fingerprint the paper carries.
pub(crate) struct ToSet {
    pub session: Arc<Session>,
    pub fingerprint: Option<Fingerprint>,
}

impl ToSet {
    pub(crate) fn of<R: Runtime>(app: &AppHandle<R>, of: &PaperKind) -> Result<Self, Failure> {
        let of = of.clone();
        registrar(app).ask(move |open| open.with(|record| Self::by(record, &of)))
    }

    fn by(record: &Record, of: &PaperKind) -> Result<Self, Failure> {
        Ok(Self { session: record.snapshot(), fingerprint: record.fingerprint_on(of)? })
    }

    /// Sets the paper: with this text, or as the session would have it.
    pub(crate) fn set<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        of: &PaperKind,
        text: Option<&str>,
    ) -> Result<SetPaper, Failure> {
        let Self { session, fingerprint } = self;
        let fingerprint = fingerprint.as_ref().map(Fingerprint::as_str);
        let faces = app.state::<Faces>().of(&style_of(session, of));
        let set = match text {
            None => papers::of_session(session, of, fingerprint, &faces),
            Some(text) => set_with_text(session, of, text, fingerprint, &faces),
        };
        set.map_err(|error| Failure::of_paper(session, of, error))
    }
}

/// Writes an issued paper as a PDF file beside the session.
pub(crate) fn save_paper<R: Runtime>(app: &AppHandle<R>, paper: PaperId) -> Result<Saved, Failure> {
    Ok(Saved::at(&Issued::of(app, paper)?.saved()?))
}

/// Writes an issued paper beside the session and opens it in the system's viewer.
pub(crate) fn open_paper<R: Runtime>(app: &AppHandle<R>, paper: PaperId) -> Result<Saved, Failure> {
    let path = Issued::of(app, paper)?.saved()?;
    view(app, &path)?;
    Ok(Saved::at(&path))
}

/// Opens a file in the system's viewer.
pub(crate) fn view<R: Runtime>(app: &AppHandle<R>, path: &Path) -> Result<(), Failure> {
    app.opener()
        .open_path(path.to_string_lossy(), None::<&str>)
        .map_err(|error| Trouble::Viewer { said: said(&error) }.into())
}

/// Prints an issued paper on the system's usual printer, at least as often as asked where a sheet
/// carries several, and records how many copies were sent there. Where nothing prints a PDF it is opened, to be printed from there.
pub(crate) fn print_paper<R: Runtime>(
    app: &AppHandle<R>,
    paper: PaperId,
    copies: NonZeroU16,
    sides: Sides,
    actor: PersonId,
) -> Result<Saved, Failure> {
    let issued = Issued::of(app, paper)?;
    let path = issued.saved()?;
    let sheet = papers::printed_on(&issued.paper);
    let per_sheet = NonZeroU16::new(issued.paper.per_sheet()).unwrap_or(NonZeroU16::MIN);
    let printed =
        printer::print(&Job { path: &path, sheet, copies: copies.div_ceil(per_sheet), sides });
    if let Err(Failure::Failed(Trouble::PrintThere)) = &printed {
        view(app, &path)?;
    }
    printed?;
    let (told, copies) = (app.clone(), u32::from(copies.get()));
    registrar(app).ask(move |open| {
        // What is sealed is still printed; nothing more is recorded of it.
        let goes_on = open.with(|record| Ok(record.session().sealed().is_err()))?;
        if goes_on {
            open.with(|record| Ok(record.note_printed(paper, copies, &actor, now()).map(drop)?))?;
            windows::changed(&told, open);
        }
        Ok(Saved::at(&path))
    })
}

/// Writes issued papers into a folder the user chooses: each by itself, or all of them as one file.
/// Returns nothing when none was chosen.
pub(crate) fn save_papers<R: Runtime>(
    app: &AppHandle<R>,
    papers: Vec<PaperId>,
    merged: bool,
    language: Language,
) -> Result<Option<Saved>, Failure> {
    let Some(folder) = chosen_folder(app, language) else { return Ok(None) };
    let issued: Vec<Issued> = registrar(app).ask(move |open| {
        open.with(|record| papers.iter().map(|id| Issued::by(record, *id)).collect())
    })?;
    if let Some(first) = issued.first().filter(|_| merged) {
        let title = first.session.file_stem().map(|name| name.to_string_lossy().into_owned());
        let pages: Vec<&[u8]> = issued.iter().map(|issued| issued.bytes.as_slice()).collect();
        let path = folder.join(format!("{}.pdf", title.unwrap_or_default()));
        folder::write_whole(&path, &papers::pdf::merged(&pages)?)?;
        return Ok(Some(Saved::at(&path)));
    }
    for Issued { paper, bytes, .. } in &issued {
        folder::write_whole(&folder.join(file_name(paper)), bytes)?;
    }
    Ok(Some(Saved::at(&folder)))
}

fn chosen_folder<R: Runtime>(app: &AppHandle<R>, language: Language) -> Option<PathBuf> {
    dialog::files(app, language, dialog::Title::Folder)
        .blocking_pick_folder()
        .and_then(|folder| folder.into_path().ok())
}

/// Writes an issued paper as a DOCX to be edited beside the session, never over one that may have
/// been edited, and records it.
pub(crate) fn save_editable<R: Runtime>(
    app: &AppHandle<R>,
    paper: PaperId,
    actor: PersonId,
) -> Result<Saved, Failure> {
    let session = registrar(app).ask(|open| open.with(|record| Ok(record.path().to_owned())))?;
    Ok(Saved::at(&taken_out(app, paper, &folder::of_papers(&session)?, &actor)?))
}

/// Writes issued papers as DOCX files into a folder the user chooses. Returns nothing when none was
/// chosen.
pub(crate) fn save_all_editable<R: Runtime>(
    app: &AppHandle<R>,
    papers: Vec<PaperId>,
    actor: PersonId,
    language: Language,
) -> Result<Option<Saved>, Failure> {
    let Some(folder) = chosen_folder(app, language) else { return Ok(None) };
    for id in papers {
        taken_out(app, id, &folder, &actor)?;
    }
    Ok(Some(Saved::at(&folder)))
}

/// It says what was issued, whatever has happened since. The entry follows the file: none says that
/// a file was taken out that never was.
fn taken_out<R: Runtime>(
    app: &AppHandle<R>,
    id: PaperId,
    folder: &Path,
    actor: &PersonId,
) -> Result<PathBuf, Failure> {
    let (paper, still) = registrar(app)
        .ask(move |open| open.with(|record| Ok((found(record, id)?.clone(), record.still()?))))?;
    let session = still.session_at_issue(&paper)?;
    let docx = papers::docx_of_session(&session, paper.kind())
        .map_err(|error| Failure::of_paper(&session, paper.kind(), error))?;
    let path = folder::free(folder, &name_of(&paper), "docx");
    folder::write_new(&path, &docx)?;
    let (told, actor, written) = (app.clone(), actor.clone(), path.clone());
    registrar(app).ask(move |open| {
        open.with(|record| {
            let recorded = record.take_out_to_edit(id, &docx, &actor, now());
            let unknown = |failure| Trouble::WrittenNotRecorded {
                path: shown(&written),
                said: said(&failure),
            };
            Ok(recorded.map(drop).map_err(unknown)?)
        })?;
        windows::changed(&told, open);
        Ok(path)
    })
}

fn found(record: &Record, id: PaperId) -> Result<&Paper, Failure> {
    record.session().check_taken_out(id)?;
    let paper = record.session().papers().iter().find(|paper| paper.id() == id);
    Ok(paper.ok_or(Trouble::PaperNotFound { paper: id })?)
}

/// An issued paper with its bytes, taken from the record to be written elsewhere.
struct Issued {
    paper: Paper,
    bytes: Vec<u8>,
    /// The session's file.
    session: PathBuf,
}

impl Issued {
    fn of<R: Runtime>(app: &AppHandle<R>, id: PaperId) -> Result<Self, Failure> {
        registrar(app).ask(move |open| open.with(|record| Self::by(record, id)))
    }

    fn by(record: &Record, id: PaperId) -> Result<Self, Failure> {
        let paper = found(record, id)?.clone();
        let bytes = record.paper_bytes(&paper)?;
        Ok(Self { paper, bytes, session: record.path().to_owned() })
    }

    /// Writes it beside the session.
    fn saved(&self) -> Result<PathBuf, Failure> {
        let path = folder::of_papers(&self.session)?.join(file_name(&self.paper));
        folder::write_whole(&path, &self.bytes)?;
        Ok(path)
    }
}

/// `03-计票结果报告单.pdf`.
fn file_name(paper: &Paper) -> String {
    format!("{}.pdf", name_of(paper))
}

fn name_of(paper: &Paper) -> String {
    format!("{:02}-{}", paper.id().0, folder::file_name(paper.title()))
}
