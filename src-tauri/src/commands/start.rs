//! The start screen: new, open, recent, the sample.

use std::path::Path;

use exchange::Sample;
use serde::Serialize;
use session::floor::meeting;
use session::floor::meeting::Meeting;
use session::people::{Role, Staff};
use session::{Command, PersonId, paper, people};
use store::Record;
use tauri::{AppHandle, Runtime, State};
use tauri_plugin_dialog::DialogExt;
use ts_rs::TS;

use super::style::kept;
use crate::open::{Open, now};
use crate::{Failure, Recent, folder, recent, windows};

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
#[tauri::command]
pub(crate) fn start_view<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
) -> Result<StartView, Failure> {
    Ok(StartView {
        recent: recent::list(&app),
        folder: folder::of_sessions(&app)?.display().to_string(),
        opened: open.with(|record| Ok(record.path().display().to_string())).ok(),
        failure: open.failure_at_start(),
    })
}

/// Creates a session file and opens it. The one who creates it is its secretary.
#[tauri::command]
pub(crate) fn new_session<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    meeting: Meeting,
    secretary: String,
) -> Result<(), Failure> {
    let id = PersonId("secretary".to_owned());
    let title = meeting.title();
    let staff = vec![Staff { id: id.clone(), name: secretary, role: Role::Secretary }];
    let mut first = vec![
        Command::Meeting(meeting::Command::Describe { meeting }),
        Command::People(people::Command::AppointStaff { staff }),
    ];
    first.extend(kept(&app)?.map(|style| Command::Paper(paper::Command::ChooseStyle { style })));
    create(&app, &open, &title, &first, &id)
}

/// Creates a fresh sample session, prepared up to the printing of the ballots, and opens it.
#[tauri::command]
pub(crate) fn open_sample<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
) -> Result<(), Failure> {
    let sample = Sample::load().map_err(|error| Failure::failed("sample", &error))?;
    let title = format!("样例 {}", sample.meeting.meeting.title());
    let secretary = sample
        .staff_with(Role::Secretary)
        .map(|staff| staff.id.clone())
        .ok_or_else(Failure::no_session)?;
    create(&app, &open, &title, &sample.preparation(), &secretary)
}

fn create<R: Runtime>(
    app: &AppHandle<R>,
    open: &Open,
    title: &str,
    commands: &[Command],
    actor: &PersonId,
) -> Result<(), Failure> {
    let mut rehearsal = session::Session::default();
    for command in commands {
        rehearse(&mut rehearsal, command, actor)?;
    }
    let path = folder::free(&folder::of_sessions(app)?, &folder::file_name(title), "piaojue");
    let mut record = Record::create(&path)?;
    for command in commands {
        record.perform(command, actor, now())?;
    }
    opened(app, open, record);
    Ok(())
}

/// Nothing is written to disk before every first command is known to be right.
fn rehearse(
    session: &mut session::Session,
    command: &Command,
    actor: &PersonId,
) -> Result<(), Failure> {
    for event in session.decide(command, actor)? {
        let entry =
            session::Entry { seq: session.seq() + 1, at: now(), actor: actor.clone(), event };
        session.apply(&entry).map_err(|error| Failure::failed("journal", &error))?;
    }
    Ok(())
}

/// Opens a file; without a path the system asks which. Returns `false` when the user chose none.
#[tauri::command]
pub(crate) async fn open_session<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    path: Option<String>,
) -> Result<bool, Failure> {
    let path = match path {
        Some(path) => path.into(),
        None => match app
            .dialog()
            .file()
            .add_filter("票决台", &["piaojue"])
            .blocking_pick_file()
            .and_then(|file| file.into_path().ok())
        {
            Some(path) => path,
            None => return Ok(false),
        },
    };
    let already_open = open.with(|record| Ok(record.path() == path)).unwrap_or(false);
    if !already_open {
        opened(&app, &open, Record::open(Path::new(&path))?);
    }
    Ok(true)
}

/// Closes the session; the start screen follows.
#[tauri::command]
pub(crate) fn close_session<R: Runtime>(app: AppHandle<R>, open: State<'_, Open>) {
    open.replace(None);
    windows::changed(&app);
}

/// A record is open: the windows are told, and the list of recent files.
pub(crate) fn opened<R: Runtime>(app: &AppHandle<R>, open: &Open, record: Record) {
    let title = record.session().meeting().map(Meeting::title).unwrap_or_default();
    if let Err(failure) = recent::note(app, record.path(), &title) {
        tauri_plugin_log::log::warn!("the list of recent files was not written: {failure:?}");
    }
    open.replace(Some(record));
    windows::changed(app);
}
