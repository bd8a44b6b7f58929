//! 演练: a copy of a session whose first own entry says that it is a rehearsal. The copy gets its
//! name only once that entry is on the disk: no copy of a real session is ever left without it.

use std::path::Path;

use session::{EdgeCommand, Entry, PersonId, Timestamp};

use crate::backup::read_back;
use crate::keep::{Earlier, give_name, session_beside};
use crate::{Failure, Record, Still, StoreError, keep};

impl Record {
    /// Makes this file a rehearsal, for ever. Returns the new entries.
    ///
    /// # Errors
    /// Why it cannot be rehearsed; why the file could not be written.
    pub fn begin_rehearsal(
        &mut self,
        seed: &str,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        let events = self.session().decide_at_edge(&EdgeCommand::Rehearse { seed }, actor)?;
        Ok(self.append(events, None, actor, at)?)
    }
}

impl Still {
    /// Writes the session into a file of its own that is a rehearsal of it. The session itself is
    /// not touched.
    ///
    /// # Errors
    /// Why it cannot be rehearsed; [`StoreError::AlreadyExists`] and whatever keeps the file from
    /// being written.
    pub fn rehearse(
        &self,
        to: &Path,
        seed: &str,
        actor: &PersonId,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let of_keeping = |error| Failure::from(StoreError::of_keeping(to, error));
        let unfinished = session_beside(to).map_err(of_keeping)?.into_temp_path();
        self.copy_to(&unfinished)?;
        let mut copy = Record::open(&unfinished)?;
        copy.begin_rehearsal(seed, actor, at)?;
        let head = copy.head().cloned();
        drop(copy);
        read_back(&unfinished, head.as_ref())?;
        keep::bring_to_disk(&unfinished).map_err(of_keeping)?;
        give_name(unfinished, to, Earlier::Kept).map_err(of_keeping)
    }
}
