//! The session that is open, or none: one value, which the registrar's thread alone holds.

use std::sync::Arc;

use session::people::pin::PinCommand;
use session::views::hall;
use session::views::hall::HallView;
use session::{Command, Past, PersonId, Session, Timestamp};
use store::{Proving, Record};

use crate::failure::{Failure, Trouble};

/// What is open, and what the hall was told of it.
#[derive(Default)]
pub(crate) struct Open {
    state: State,
    in_the_hall: Option<HallView>,
    /// As the operator's window is named.
    title: String,
}

enum State {
    /// With why the file named at the start was not opened, until somebody was told.
    Nothing { failed: Option<Failure> },
    /// With who took the desk of this machine.
    Session { record: Box<Record>, at_the_desk: Option<PersonId> },
}

impl Default for State {
    fn default() -> Self {
        Self::Nothing { failed: None }
    }
}

impl Open {
    /// Opens another record; the one before is closed.
    pub(crate) fn replace(&mut self, record: Option<Record>) {
        self.state = match record {
            None => State::default(),
            Some(record) => State::Session { record: Box::new(record), at_the_desk: None },
        };
    }

    /// Lets `work` use the record.
    pub(crate) fn with<T>(
        &mut self,
        work: impl FnOnce(&mut Record) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match &mut self.state {
            State::Nothing { .. } => Err(Trouble::NoSession.into()),
            State::Session { record, .. } => {
                record.settled()?;
                work(record)
            }
        }
    }

    /// Lets `look` see the session.
    pub(crate) fn view<T>(&mut self, look: impl FnOnce(&Past) -> T) -> Result<T, Failure> {
        self.with(|record| Ok(look(record.session())))
    }

    /// Returns the session as it stands, to be looked at beside the queue.
    pub(crate) fn snapshot(&mut self) -> Result<Arc<Session>, Failure> {
        self.with(|record| Ok(record.snapshot()))
    }

    /// Keeps why the file named at the start was not opened, for the start screen.
    pub(crate) fn failed_at_start(&mut self, failure: Failure) {
        self.state = State::Nothing { failed: Some(failure) };
    }

    /// Returns why the file named at the start was not opened, once.
    pub(crate) fn failure_at_start(&mut self) -> Option<Failure> {
        match &mut self.state {
            State::Nothing { failed } => failed.take(),
            State::Session { .. } => None,
        }
    }

    /// Tells whether the hall's picture is another than when this was asked last.
    pub(crate) fn hall_has_changed(&mut self) -> bool {
        let now = self.view(hall::view).ok();
        let changed = self.in_the_hall != now;
        self.in_the_hall = now;
        changed
    }

    /// Returns how the operator's window is named now, where that is otherwise than when this was
    /// asked last.
    pub(crate) fn title_has_changed(&mut self) -> Option<String> {
        let title = self.view(titled).ok().flatten().unwrap_or_else(|| PROGRAM.to_owned());
        let changed = title != self.title;
        self.title.clone_from(&title);
        changed.then_some(title)
    }

    /// Carries out a command now, of somebody who typed a PIN or sits at the desk of this machine.
    pub(crate) fn perform(
        &mut self,
        command: &Command,
        actor: &PersonId,
        pin: Proving<'_>,
    ) -> Result<(), Failure> {
        self.seated(actor, pin, |record, proving| {
            Ok(record.perform_proving(command, actor, proving, now()).map(drop)?)
        })?;
        if let State::Session { at_the_desk, .. } = &mut self.state
            && *command == Command::Pin(PinCommand::TakeDesk)
        {
            *at_the_desk = Some(actor.clone());
        }
        Ok(())
    }

    /// Nobody sits at the desk of this machine any more: the next one types a PIN.
    pub(crate) fn leave_desk(&mut self) -> Result<(), Failure> {
        match &mut self.state {
            State::Nothing { .. } => Err(Trouble::NoSession.into()),
            State::Session { at_the_desk, .. } => {
                *at_the_desk = None;
                Ok(())
            }
        }
    }

    /// Lets `work` use the record with what proves who is asking: a PIN just typed, or the desk of
    /// this machine.
    pub(crate) fn seated<T>(
        &mut self,
        actor: &PersonId,
        pin: Proving<'_>,
        work: impl FnOnce(&mut Record, Proving<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match &mut self.state {
            State::Nothing { .. } => Err(Trouble::NoSession.into()),
            State::Session { record, at_the_desk } => {
                record.settled()?;
                let proving = match pin {
                    Proving::Nothing if at_the_desk.as_ref() == Some(actor) => Proving::Desk,
                    Proving::Nothing | Proving::Desk | Proving::Pin(_) | Proving::Compared(_) => {
                        pin
                    }
                };
                work(record, proving)
            }
        }
    }
}

/// What the window of no session is called.
const PROGRAM: &str = "票决台";

fn titled(session: &Past) -> Option<String> {
    let title = session.meeting()?.title();
    let rehearsal = if session.is_rehearsal() { "【演练】" } else { "" };
    Some(format!("{rehearsal}{title} - {PROGRAM}"))
}

/// Returns the local time, with its offset: the only clock the journal knows.
pub(crate) fn now() -> Timestamp {
    chrono::Local::now().fixed_offset()
}
