//! The archive: count file, backup, copies by themselves, verification, and the archive of a sealed
//! session.

use std::path::Path;
use std::time::{Duration, Instant};

use exchange::archive::Contents;
use exchange::{ArchiveFault, Recount, Recounted, parts_of, read_archive, recounted};
use papers::{SetAgain, set_again};
use serde::Serialize;
use session::floor::last::LastSession;
use session::{PaperId, RoundId};
use store::{
    CopyPlace, Fingerprint, Link, StoreError, Verification, last_beside, verify_unwritten,
};
use tauri::{AppHandle, Emitter, Manager, Runtime};
use tauri_plugin_log::log;
use ts_rs::TS;

use super::papers::Saved;
use crate::copies::{Copies, CopiesView};
use crate::dialog::{self, Language};
use crate::failure::{Failure, Trouble, said, shown};
use crate::flaw::FlawFound;
use crate::open::now;
use crate::registrar::registrar;
use crate::{OPERATOR, folder};

/// What a verification found.
#[derive(Debug, Serialize, TS)]
pub struct Verified {
    /// Entries of the journal.
    pub entries: usize,
    /// Fingerprint of the last one.
    pub head: String,
    /// The first thing that is wrong.
    pub wrong: Option<FlawFound>,
    /// Entries dated before the one they follow.
    pub back_in_time: Vec<u32>,
    pub papers: PapersFound,
    pub rounds: Vec<RoundFound>,
    /// What is said of the fingerprint on paper, where one was typed.
    pub printed: Option<PrintedFound>,
    /// 接续: the session it goes on from, if any.
    pub last: Option<LastFound>,
}

/// What setting the issued papers again came to.
#[derive(Debug, Default, Serialize, TS)]
pub struct PapersFound {
    /// So many are the same, byte for byte.
    pub same: usize,
    /// Not what the record makes, or told otherwise.
    pub wrong: Vec<PaperFound>,
    /// Of another version, of faces this machine has not, or left out.
    pub unchecked: Vec<PaperFound>,
}

#[derive(Debug, Serialize, TS)]
pub struct PaperFound {
    pub paper: PaperId,
    pub title: String,
}

/// A certified round that was counted again.
#[derive(Debug, Serialize, TS)]
pub struct RoundFound {
    pub round: RoundId,
    pub title: String,
    pub recount: RecountFound,
}

#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecountFound {
    Agrees,
    /// A certificate of an earlier version says no figures.
    AgreesUnsaid,
    Differs,
    /// Counted by hand.
    NoSheets,
}

/// Which entry a printed fingerprint is that of.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "printed", rename_all = "snake_case")]
pub enum PrintedFound {
    /// It has not 64 figures.
    NotWhole,
    OfNone,
    Of {
        entry: u32,
    },
}

/// The session this one goes on from, and what its file beside it says.
#[derive(Debug, Serialize, TS)]
pub struct LastFound {
    pub last: LastSession,
    pub link: LinkFound,
}

/// How the file beside stands to the session that goes on from it.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "link", rename_all = "snake_case")]
pub enum LinkFound {
    /// No such file lies beside: nothing was compared.
    Missing,
    /// Its entry is the one that was named.
    Joined {
        path: String,
        /// Entries recorded there since.
        later: u32,
    },
    /// It ends before the entry that was named.
    Shorter { path: String, entries: u32 },
    /// Its entry of that number is another.
    Other { path: String },
    /// It is damaged.
    Wrong { path: String, flaw: FlawFound },
    /// It cannot be read, as while it is open elsewhere.
    Unread { trouble: Trouble },
}

/// Writes the count file of a certified round beside the session.
pub(crate) fn export_count_file<R: Runtime>(
    app: &AppHandle<R>,
    round: RoundId,
) -> Result<Saved, Failure> {
    let (session, beside) = registrar(app)
        .ask(|open| open.with(|record| Ok((record.snapshot(), record.path().to_owned()))))?;
    session.check_real()?;
    let counted = session.round(round)?;
    counted.check_exportable()?;
    let text = exchange::count_file_of(counted)
        .map_err(|error| Trouble::NotExported { said: said(&error) })?;
    let path = folder::of_papers(&beside)?
        .join(format!("{}-{round}.count.json", folder::file_name(&counted.ballot().title)));
    folder::write_whole(&path, text.as_bytes())?;
    Ok(Saved::at(&path))
}

/// Copies the session file as it stands once a place is chosen, and reads the copy back. Returns
/// nothing when the user chose no place.
pub(crate) fn back_up<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
) -> Result<Option<Saved>, Failure> {
    let open = registrar(app).ask(|open| open.with(|record| Ok(record.path().to_owned())))?;
    let chosen = dialog::of_sessions(app, language, dialog::Title::BackUp)
        .set_file_name(folder::dated(&open, now().date_naive()))
        .blocking_save_file();
    let Some(path) = chosen.and_then(|file| file.into_path().ok()) else { return Ok(None) };
    registrar(app).ask(|open| open.with(|record| Ok(record.still()?)))?.backup(&path)?;
    Ok(Some(Saved::at(&path)))
}

/// How long papers are set again; those that are left are told.
const LONGEST: Duration = Duration::from_mins(1);

/// Verifies the open session as the command line does: the chain, every entry by the rules, the
/// papers set again, the rounds counted again, and a fingerprint that was printed, if one was typed.
pub(crate) fn verify<R: Runtime>(
    app: &AppHandle<R>,
    printed: Option<String>,
) -> Result<Verified, Failure> {
    let (still, path) = registrar(app)
        .ask(|open| open.with(|record| Ok((record.still()?, record.path().to_owned()))))?;
    let found = still.verify()?;
    let last = found.session.last().cloned();
    let counted = recounted(found.session.rounds(), &found.entries)
        .map_err(|error| Trouble::NotExported { said: said(&error) })?;
    Ok(Verified {
        last: last.map(|last| LastFound { link: link(&path, &last), last }),
        entries: found.entries.len(),
        back_in_time: found.warnings.iter().map(|warning| warning.seq).collect(),
        papers: papers_of(&found),
        rounds: counted.into_iter().map(RoundFound::from).collect(),
        printed: printed.filter(|it| !it.trim().is_empty()).map(|it| printed_of(&found, &it)),
        wrong: found.flaws.first().map(FlawFound::from),
        head: found.head.map(|head| head.as_str().to_owned()).unwrap_or_default(),
    })
}

fn papers_of(found: &Verification) -> PapersFound {
    let until = Instant::now().checked_add(LONGEST).unwrap_or_else(Instant::now);
    let on = |session: &_, of: &_| found.fingerprint_on(session, of).map(Fingerprint::as_str);
    let mut told = PapersFound::default();
    for SetAgain { paper, title, again } in set_again(&found.entries, &found.papers, on, until) {
        let paper = PaperFound { paper, title };
        if again.is_wrong() {
            told.wrong.push(paper);
        } else if again.is_unchecked() {
            told.unchecked.push(paper);
        } else {
            told.same += 1;
        }
    }
    told
}

/// Figures are typed as they stand on paper: in groups, in either case.
fn printed_of(found: &Verification, typed: &str) -> PrintedFound {
    let figures: String = typed.split_whitespace().collect::<String>().to_ascii_lowercase();
    if figures.len() != 64 || !figures.bytes().all(|figure| figure.is_ascii_hexdigit()) {
        return PrintedFound::NotWhole;
    }
    found.entry_of(&figures).map_or(PrintedFound::OfNone, |entry| PrintedFound::Of { entry })
}

impl From<Recounted> for RoundFound {
    fn from(Recounted { round, title, recount, .. }: Recounted) -> Self {
        let recount = match recount {
            Recount::Agrees => RecountFound::Agrees,
            Recount::AgreesUnsaid => RecountFound::AgreesUnsaid,
            Recount::Differs => RecountFound::Differs,
            Recount::NoSheets => RecountFound::NoSheets,
        };
        Self { round, title, recount }
    }
}

/// Looks at the file of the session before, beside the one that goes on from it.
fn link(path: &Path, last: &LastSession) -> LinkFound {
    let Some(beside) = last_beside(path, last) else { return LinkFound::Missing };
    let found = match verify_unwritten(&beside) {
        Ok(found) => found,
        Err(error) => return LinkFound::Unread { trouble: error.into() },
    };
    let path = shown(&beside);
    match (found.flaws.first(), Link::of(last, &found)) {
        (Some(flaw), _) => LinkFound::Wrong { path, flaw: FlawFound::from(flaw) },
        (None, Link::Joined { later }) => LinkFound::Joined { path, later },
        (None, Link::Shorter { entries }) => LinkFound::Shorter { path, entries },
        (None, Link::Other) => LinkFound::Other { path },
    }
}

/// Returns how the copies in the second place stand.
#[expect(clippy::unnecessary_wraps, reason = "answered as every command beside the queue")]
pub(crate) fn copies_view<R: Runtime>(app: &AppHandle<R>) -> Result<CopiesView, Failure> {
    Ok(app.state::<Copies>().view())
}

/// Lets the user choose where copies go by themselves from now on. Returns nothing when none was
/// chosen.
pub(crate) fn choose_copies<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
) -> Result<Option<CopiesView>, Failure> {
    let chosen = dialog::files(app, language, dialog::Title::Copies).blocking_pick_folder();
    let Some(folder) = chosen.and_then(|folder| folder.into_path().ok()) else { return Ok(None) };
    let not_set_up = |error: StoreError| {
        let missing = matches!(error, StoreError::NoAccess { .. } | StoreError::NotFound { .. });
        let path = shown(&folder);
        if missing { Trouble::CopiesNotWritable { path }.into() } else { Failure::from(error) }
    };
    let place = CopyPlace::set_up(&folder).map_err(not_set_up)?;
    app.state::<Copies>().choose(app, Some(place))?;
    copies_view(app).map(Some)
}

/// Copies go nowhere by themselves any more; those that are there stay.
pub(crate) fn stop_copies<R: Runtime>(app: &AppHandle<R>) -> Result<CopiesView, Failure> {
    app.state::<Copies>().choose(app, None)?;
    copies_view(app)
}

/// An archive that was written.
#[derive(Debug, Serialize, TS)]
pub struct Archived {
    /// The file.
    pub path: String,
    /// How many files are in it.
    pub files: usize,
    /// SHA-256 of it, in 64 figures.
    pub sha256: String,
}

/// How far the packing of an archive is, in files.
#[derive(Clone, Copy, Debug, Serialize)]
struct Progress {
    done: usize,
    of: usize,
}

/// Writes a sealed session and everything that tells of it into an archive beside the session. What
/// was packed is unpacked again before it gets its name.
pub(crate) fn write_archive<R: Runtime>(app: &AppHandle<R>) -> Result<Archived, Failure> {
    let (session, still, beside) = registrar(app).ask(|open| {
        open.with(|record| {
            record.session().sealed()?;
            Ok((record.snapshot(), record.still()?, record.path().to_owned()))
        })
    })?;
    let name = beside.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let path = folder::of_papers(&beside)?.join(format!("{name}-存档.zip"));
    let found = still.contents(&path)?;
    let contents = Contents {
        session: &session,
        name: &name,
        file: &found.file,
        journal: &found.journal,
        head: found.head.as_ref().map(Fingerprint::as_str).unwrap_or_default(),
        papers: &found.papers,
    };
    let parts = parts_of(&contents).map_err(|error| Trouble::NotExported { said: said(&error) })?;
    let files = parts.len() + 1;
    let not_packed = |fault: ArchiveFault| Trouble::NotExported { said: said(&fault) };
    let bytes = exchange::write_archive(&parts, |done| tell(app, Progress { done, of: files }))
        .map_err(not_packed)?;
    read_archive(&bytes).map_err(not_packed)?;
    folder::write_private(&path, &bytes)?;
    let sha256 = Fingerprint::of(&bytes).to_string();
    Ok(Archived { path: shown(&path), files, sha256 })
}

fn tell<R: Runtime>(app: &AppHandle<R>, progress: Progress) {
    if let Err(error) = app.emit_to(OPERATOR, "archive-progress", progress) {
        log::warn!("the window was not told how far the archive is: {error}");
    }
}
