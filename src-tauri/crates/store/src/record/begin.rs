//! Beginning: the file of a new session, with everything that is known before it is opened first.

use std::path::Path;

use session::floor::last::{CarriedOver, LastSession};
use session::{Command, EdgeCommand, Entry, Event, PersonId, Session, Timestamp};

use super::Record;
use crate::{Failure, Fault, StoreError};

impl Record {
    /// Makes the file of a new session with the session it goes on from, if any, what goes over from
    /// that, and what the commands of whoever sets it up lead to. All of it is recorded, or no file
    /// is made.
    ///
    /// # Errors
    /// The first command that is refused; as [`Record::create`].
    pub fn begin(
        path: &Path,
        last: Option<(&LastSession, &CarriedOver)>,
        first: &[Command],
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Self, Failure> {
        let mut beginning = Beginning { path, actor, at, told: Session::default(), events: vec![] };
        if let Some((last, carried)) = last {
            beginning.ask(&EdgeCommand::JoinToLast(last))?;
            for project in &carried.projects {
                beginning.ask(&EdgeCommand::CarryProject(project))?;
            }
            for proposal in &carried.proposals {
                beginning.ask(&EdgeCommand::CarryProposal(proposal))?;
            }
        }
        for command in first {
            beginning.take(beginning.told.decide(command, actor)?)?;
        }
        let events = beginning.events;
        let mut record = Self::create(path)?;
        if let Err(error) = record.append(events, None, actor, at) {
            let unsettled = matches!(error, StoreError::Unsettled { .. });
            drop(record);
            if !unsettled {
                drop(std::fs::remove_file(path));
            }
            return Err(error.into());
        }
        Ok(record)
    }
}

impl Record {
    /// Records what one person asks for at one moment, all of it or nothing; what a command asks for
    /// may rest on those before it.
    ///
    /// # Errors
    /// As [`Record::perform`], of the first command that is refused.
    pub fn perform_together(
        &mut self,
        commands: &[Command],
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        let (path, told) = (self.path().to_owned(), self.session().clone());
        let mut beginning = Beginning { path: &path, actor, at, told, events: vec![] };
        for command in commands {
            beginning.take(beginning.told.decide(command, actor)?)?;
        }
        Ok(self.append(beginning.events, None, actor, at)?)
    }
}

/// What comes of several commands, before any of it is in a file.
struct Beginning<'a> {
    path: &'a Path,
    actor: &'a PersonId,
    at: Timestamp,
    told: Session,
    events: Vec<Event>,
}

impl Beginning<'_> {
    fn ask(&mut self, command: &EdgeCommand<'_>) -> Result<(), Failure> {
        let events = self.told.decide_at_edge(command, self.actor)?;
        Ok(self.take(events)?)
    }

    fn take(&mut self, events: Vec<Event>) -> Result<(), StoreError> {
        for event in events {
            let seq = self.told.seq().saturating_add(1);
            let entry = Entry { seq, at: self.at, actor: self.actor.clone(), event };
            self.told.apply(&entry).map_err(|reason| {
                let flaw = Fault::OutOfPlace(reason).at(seq);
                StoreError::Damaged { path: self.path.to_owned(), flaw }
            })?;
            self.events.push(entry.event);
        }
        Ok(())
    }
}
