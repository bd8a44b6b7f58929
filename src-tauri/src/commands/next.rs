//! 由上次会议建立: the file of the last session is read, what it brings is looked at and changed, and
//! only then the new file is made. The last one is never written.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use exchange::{Beginning, NextAsked, NextSession};
use serde::Serialize;
use session::floor::last::LastSession;
use session::people::{Deputy, Role};
use store::{Record, read_last};
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use super::start::{chosen, opened};
use crate::dialog::{self, Language};
use crate::failure::{Failure, Trouble, said};
use crate::folder;
use crate::open::{Open, now};

/// What the last session brings, to be looked at before anything is recorded.
#[derive(Debug, Serialize, TS)]
pub struct LastLook {
    /// Its file.
    pub path: String,
    pub last: LastSession,
    /// The new session as it would be if nothing were changed; on the day of the last one.
    pub asked: NextAsked,
    /// The roster, in the order of its numbers.
    pub deputies: Vec<LastDeputy>,
    pub observers: usize,
    pub staff: usize,
    /// The office's own texts of papers.
    pub texts: usize,
    /// The year of the projects that were chosen; `None` where none were.
    pub past_year: Option<u16>,
    /// Their names, in the order they were chosen.
    pub past: Vec<String>,
    /// 结转: how many projects are not over.
    pub open_projects: usize,
    /// 结转: how many proposals are not over.
    pub open_proposals: usize,
    /// 储备: how many projects were kept for later.
    pub kept: usize,
}

/// A deputy of the last roster.
#[derive(Debug, Serialize, TS)]
pub struct LastDeputy {
    pub deputy: Deputy,
    /// What they do on the staff, which ends with their seat.
    pub role: Option<Role>,
}

/// The session that was looked at last.
#[derive(Default)]
pub(crate) struct LastRead(Mutex<Option<(LastSession, NextSession)>>);

impl LastRead {
    fn keep(&self, read: Option<(LastSession, NextSession)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = read;
    }

    fn kept(&self) -> Option<(LastSession, NextSession)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Reads the file of the last session; without a path the system asks which. Returns nothing when
/// the user chose none.
pub(crate) fn look_at_last<R: Runtime>(
    app: &AppHandle<R>,
    path: Option<String>,
    language: Language,
) -> Result<Option<LastLook>, Failure> {
    let Some(path) = chosen(app, path, language, dialog::Title::Last)? else { return Ok(None) };
    let (session, last) = read_last(&path)?;
    let next = NextSession::of(&session)?;
    let look = looked(&path, &last, &next);
    app.state::<LastRead>().keep(Some((last, next)));
    Ok(Some(look))
}

fn looked(path: &Path, last: &LastSession, next: &NextSession) -> LastLook {
    let role_of = |deputy: &Deputy| {
        let same = next.staff.iter().find(|person| person.name == deputy.name);
        same.map(|person| person.role)
            .filter(|role| matches!(role, Role::Scrutineer | Role::ChiefScrutineer))
    };
    let of_deputy = |deputy: &Deputy| LastDeputy { deputy: deputy.clone(), role: role_of(deputy) };
    let past = next.past.as_ref();
    LastLook {
        path: path.display().to_string(),
        last: last.clone(),
        asked: next.unchanged(),
        deputies: next.deputies.iter().map(of_deputy).collect(),
        observers: next.observers.len(),
        staff: next.staff.len(),
        texts: next.texts.len(),
        past_year: past.map(|(year, _)| *year),
        past: past
            .map(|(_, projects)| projects.iter().map(|project| project.name.clone()).collect())
            .unwrap_or_default(),
        open_projects: next.carried.projects.len(),
        open_proposals: next.carried.proposals.len(),
        kept: next.kept.len(),
    }
}

/// Makes the file of the new session from the one that was looked at last, and opens it.
pub(crate) fn begin_next<R: Runtime>(
    app: &AppHandle<R>,
    open: &mut Open,
    asked: NextAsked,
) -> Result<(), Failure> {
    let read = app.state::<LastRead>();
    let Some((last, next)) = read.kept() else { return Err(Trouble::NoSession.into()) };
    let beginning = next.begin(&asked).map_err(|error| Trouble::NotRead { said: said(&error) })?;
    let name = folder::file_name(&asked.meeting.title());
    let path = folder::free(&folder::of_sessions(app)?, &name, "piaojue");
    let Beginning { secretary, carried, commands } = &beginning;
    let record = Record::begin(&path, Some((&last, carried)), commands, secretary, now())?;
    read.keep(None);
    opened(app, open, record);
    Ok(())
}
