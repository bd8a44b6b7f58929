//! The start screen: new, open, recent, the sample.

use std::path::{Path, PathBuf};

use exchange::{Sample, rehearsal};
use serde::Serialize;
use session::floor::meeting;
use session::floor::meeting::Meeting;
use session::people::{Role, Staff};
use session::{Command, PersonId, paper, people};
use store::{Left, Record};
use tauri::{AppHandle, Runtime};
use ts_rs::TS;

use super::style::kept;
use crate::asked::Asked;
use crate::dialog::{self, Language};
use crate::failure::{Failure, Trouble, said};
use crate::open::{Open, now};
use crate::registrar::registrar;
use crate::{Recent, at_home, folder, recent, windows};

/// What the start screen shows.
#[derive(Debug, Serialize, TS)]
pub struct StartView {
    /// The newest first.
    pub recent: Vec<Recent>,
    /// Where new files go.
    pub folder: String,
    /// The session that is open.
    pub opened: Option<String>,
    /// Why the file named at the start was not opened.
    pub failure: Option<Failure>,
}

/// Returns what the start screen shows.
pub(crate) fn start_view<R: Runtime>(app: &AppHandle<R>) -> Result<StartView, Failure> {
    let folder = folder::of_sessions(app)?.display().to_string();
    let (opened, failure) = registrar(app).ask(|open| {
        let opened = open.with(|record| Ok(record.path().display().to_string())).ok();
        Ok((opened, open.failure_at_start()))
    })?;
    Ok(StartView { recent: recent::list(app), folder, opened, failure })
}

/// Creates a session file and opens it. The one who creates it is its secretary.
pub(crate) fn new_session<R: Runtime>(
    app: &AppHandle<R>,
    open: &mut Open,
    meeting: Meeting,
    secretary: String,
) -> Result<(), Failure> {
    let id = PersonId("secretary".to_owned());
    let title = meeting.title();
    let staff = vec![Staff::of(id.clone(), secretary, Role::Secretary)];
    let mut first = vec![
        Command::Meeting(meeting::Command::Describe { meeting }),
        Command::People(people::Command::AppointStaff { staff }),
    ];
    first.extend(kept(app)?.map(|style| Command::Paper(paper::Command::ChooseStyle { style })));
    let record = made(app, &title, &first, &id)?;
    opened(app, open, record);
    Ok(())
}

/// Creates a fresh sample session, prepared up to the printing of the ballots, and opens it. It is a
/// rehearsal: nothing of it counts.
pub(crate) fn open_sample<R: Runtime>(app: &AppHandle<R>, open: &mut Open) -> Result<(), Failure> {
    let sample = Sample::load().map_err(|error| Trouble::NotRead { said: said(&error) })?;
    let title = format!("样例 {}", sample.meeting.meeting.title());
    let secretary = sample
        .staff_with(Role::Secretary)
        .map(|staff| staff.id.clone())
        .ok_or(Trouble::NoSession)?;
    let mut record = made(app, &format!("{title}-演练"), &sample.preparation(), &secretary)?;
    record.begin_rehearsal(&rehearsal::fresh_seed(), &secretary, now())?;
    opened(app, open, record);
    Ok(())
}

fn made<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    commands: &[Command],
    actor: &PersonId,
) -> Result<Record, Failure> {
    let path = folder::free(&folder::of_sessions(app)?, &folder::file_name(title), "piaojue");
    Ok(Record::begin(&path, None, commands, actor, now())?)
}

/// Opens a file; without a path the system asks which. Returns `false` when the user chose none. It
/// is read beside the queue; only when it is whole the session before gives way.
pub(crate) fn open_session<R: Runtime>(
    app: &AppHandle<R>,
    path: Option<String>,
    language: Language,
) -> Result<bool, Failure> {
    let Some(path) = chosen(app, path, language, dialog::Title::Open)? else { return Ok(false) };
    let asked_for = path.clone();
    let is_open =
        registrar(app).ask(move |open| Ok(open.with(|record| Ok(record.path() == asked_for))));
    if is_open?.unwrap_or(false) {
        return Ok(true);
    }
    let record = Record::open(&path)?;
    let told = app.clone();
    registrar(app).ask(move |open| {
        opened(&told, open, record);
        Ok(true)
    })
}

/// 恢复: what was found of a session that was not closed.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct Recovered {
    /// Entries that are there, all of them whole.
    pub entries: u32,
    /// The last act was cut off in the middle and is undone.
    pub unfinished: bool,
}

/// Returns what was found of the open session where a kill or a power cut had left it; once.
pub(crate) fn recovered(open: &mut Open) -> Result<Option<Recovered>, Failure> {
    open.with(|record| {
        let left = record.take_left();
        let entries = record.session().seq();
        Ok(left.map(|left| Recovered { entries, unfinished: left == Left::Unfinished }))
    })
}

/// Returns the session file that is meant: one of those opened lately, else the one chosen now in
/// the system's dialog; nothing when none was.
pub(super) fn chosen<R: Runtime>(
    app: &AppHandle<R>,
    path: Option<String>,
    language: Language,
    title: dialog::Title,
) -> Result<Option<PathBuf>, Failure> {
    let Some(path) = path.map(PathBuf::from) else {
        let picked = dialog::of_sessions(app, language, title).blocking_pick_file();
        return Ok(picked.and_then(|file| file.into_path().ok()));
    };
    // The page names one of those it was given.
    if recent::list(app).iter().any(|recent| Path::new(&recent.path) == path) {
        return Ok(Some(path));
    }
    Err(at_home::not_chosen(&path))
}

/// Closes the session; the start screen follows.
pub(crate) fn close_session<R: Runtime>(asked: Asked<R, ()>) {
    asked.in_order(|app, open| {
        open.replace(None);
        windows::changed(app, open);
        Ok(())
    });
}

/// A record is open: the windows are told, and the list of recent files.
pub(crate) fn opened<R: Runtime>(app: &AppHandle<R>, open: &mut Open, record: Record) {
    let title = record.session().meeting().map(Meeting::title).unwrap_or_default();
    if let Err(failure) = recent::note(app, record.path(), &title) {
        tauri_plugin_log::log::warn!("the list of recent files was not written: {failure:?}");
    }
    open.replace(Some(record));
    windows::changed(app, open);
}
