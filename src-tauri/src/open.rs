//! The session that is open, if one is.

use std::sync::{Mutex, PoisonError};

use session::people::pin::PinCommand;
use session::views::hall;
use session::views::hall::HallView;
use session::{Command, PersonId, Session, Timestamp};
use store::{Proving, Record};

use crate::Failure;

/// The open session's record on disk.
#[derive(Default)]
pub(crate) struct Open {
    record: Mutex<Option<Record>>,
    failure_at_start: Mutex<Option<Failure>>,
    in_the_hall: Mutex<Option<HallView>>,
    at_the_desk: Mutex<Option<PersonId>>,
}

impl Open {
    /// Opens another record; the one before is closed.
    pub(crate) fn replace(&self, record: Option<Record>) {
        *self.record.lock().unwrap_or_else(PoisonError::into_inner) = record;
        *self.at_the_desk.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Lets `work` use the record.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut Record) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        work(record.as_mut().ok_or_else(Failure::no_session)?)
    }

    /// Lets `look` see the session.
    pub(crate) fn view<T>(&self, look: impl FnOnce(&Session) -> T) -> Result<T, Failure> {
        self.with(|record| Ok(look(record.session())))
    }

    /// Keeps why the file named at the start was not opened, for the start screen.
    pub(crate) fn failed_at_start(&self, failure: Failure) {
        *self.failure_at_start.lock().unwrap_or_else(PoisonError::into_inner) = Some(failure);
    }

    /// Returns why the file named at the start was not opened, once.
    pub(crate) fn failure_at_start(&self) -> Option<Failure> {
        self.failure_at_start.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Tells whether the hall's picture is another than when this was asked last.
    pub(crate) fn hall_has_changed(&self) -> bool {
        let now = self.view(hall::view).ok();
        let mut before = self.in_the_hall.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = *before != now;
        *before = now;
        changed
    }

    /// Carries out a command now, of somebody who typed a PIN or sits at the desk of this machine.
    pub(crate) fn perform(
        &self,
        command: &Command,
        actor: &PersonId,
        pin: Option<&str>,
    ) -> Result<(), Failure> {
        self.seated(actor, pin, |record, proving| {
            Ok(record.perform_proving(command, actor, proving, now()).map(drop)?)
        })?;
        if *command == Command::Pin(PinCommand::TakeDesk) {
            *self.at_the_desk.lock().unwrap_or_else(PoisonError::into_inner) = Some(actor.clone());
        }
        Ok(())
    }

    /// Lets `work` use the record with what proves who is asking: a PIN just typed, or the desk of
    /// this machine.
    pub(crate) fn seated<T>(
        &self,
        actor: &PersonId,
        pin: Option<&str>,
        work: impl FnOnce(&mut Record, Proving<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let at_the_desk =
            self.at_the_desk.lock().unwrap_or_else(PoisonError::into_inner).as_ref() == Some(actor);
        let proving = match pin {
            Some(pin) => Proving::Pin(pin),
            None if at_the_desk => Proving::Desk,
            None => Proving::Nothing,
        };
        self.with(|record| work(record, proving))
    }
}

/// Returns the local time, with its offset: the only clock the journal knows.
pub(crate) fn now() -> Timestamp {
    chrono::Local::now().fixed_offset()
}
