//! The session that is open, or none: one value, which the registrar's thread alone holds.

use std::sync::Arc;

use session::people::pin::PinCommand;
use session::views::hall;
use session::views::hall::HallView;
use session::{Command, Past, PersonId, Session, Timestamp};
use store::{Proving, Record, SaltedPin};

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

    /// Lets `work` use the record, once it says what its file does.
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
        if let Command::Pin(asked) = command {
            match asked {
                PinCommand::TakeDesk => self.sit_down(actor),
                PinCommand::RemovePin { person, .. } => self.get_up(person),
            }
        }
        Ok(())
    }

    /// Records somebody's new PIN. A seat taken before it has not shown it.
    pub(crate) fn set_pin(
        &mut self,
        person: &PersonId,
        before: Proving<'_>,
        salted: &SaltedPin,
    ) -> Result<(), Failure> {
        self.with(|record| Ok(record.set_salted_pin(person, before, salted, now()).map(drop)?))?;
        self.get_up(person);
        Ok(())
    }

    fn sit_down(&mut self, person: &PersonId) {
        if let State::Session { at_the_desk, .. } = &mut self.state {
            *at_the_desk = Some(person.clone());
        }
    }

    fn get_up(&mut self, person: &PersonId) {
        if let State::Session { at_the_desk, .. } = &mut self.state
            && at_the_desk.as_ref() == Some(person)
        {
            *at_the_desk = None;
        }
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

#[cfg(test)]
mod tests {
    use session::people::{self, Role, Staff};
    use session::round::lent;
    use session::{LoanId, Refusal};

    use super::*;

    /// A command that asks for a seat and for nothing that must have happened before it.
    fn call_back() -> Command {
        let reason = "收回".to_owned();
        Command::Lent(lent::Command::CallBack { loan: LoanId(1), reason })
    }

    #[test]
    fn a_seat_ends_where_its_pin_is_set_or_removed() {
        let folder = tempfile::tempdir().unwrap();
        let mut open = Open::default();
        open.replace(Some(Record::create(&folder.path().join("a.piaojue")).unwrap()));
        let person = |id: &str| PersonId(id.to_owned());
        let staff = [("s", "苏文", Role::Secretary), ("t", "刘敏", Role::Teller)]
            .map(|(id, name, role)| Staff::of(person(id), name.to_owned(), role));
        let appoint = Command::People(people::Command::AppointStaff { staff: staff.into() });
        open.perform(&appoint, &person("s"), Proving::Nothing).unwrap();
        let (take, teller) = (Command::Pin(PinCommand::TakeDesk), person("t"));
        open.perform(&take, &teller, Proving::Nothing).unwrap();
        let (old, new) = ("135790", "246802");
        for (before, pin) in [(Proving::Nothing, old), (Proving::Pin(old), new)] {
            open.set_pin(&teller, before, &SaltedPin::of(pin).unwrap()).unwrap();
            let asked = open.perform(&call_back(), &teller, Proving::Nothing);
            let needed = Refusal::PinNeeded { name: "刘敏".to_owned() };
            assert!(
                matches!(&asked, Err(Failure::Refused { refusal }) if *refusal == needed),
                "{asked:?}"
            );
            open.perform(&take, &teller, Proving::Pin(pin)).unwrap();
            let asked = open.perform(&call_back(), &teller, Proving::Nothing);
            assert!(
                matches!(&asked, Err(Failure::Refused { refusal }) if *refusal != needed),
                "{asked:?}"
            );
        }
    }
}
