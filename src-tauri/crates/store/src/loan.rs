//! 外录: the file in which bundles go out to be keyed on another computer, and its coming back. Its
//! first entry is the one that was written for it, and every later one is chained to it: nothing of
//! it can be changed without being found out, but by whoever rewrites it whole. Against that two
//! people compare the fingerprint of its last entry on both screens.

use std::path::{Path, PathBuf};

use session::round::lent::{Lend, Returned};
use session::{Actor, EdgeCommand, Entry, Event, LoanId, PersonId, Refusal, RoundId, Timestamp};

use crate::backup::{read_back, sound};
use crate::file::size;
use crate::keep::{Earlier, give_name, session_beside};
use crate::{Failure, Fingerprint, Proving, Record, StoreError, Verification, keep};

/// A file that came back, as it was read.
#[derive(Debug)]
pub struct Loaned {
    found: Verification,
    opening: Fingerprint,
    head: Fingerprint,
}

impl Loaned {
    /// Reads a file that came back; no record is asked.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the entry that was changed; whatever keeps it from being read.
    pub fn read(from: &Path) -> Result<Self, StoreError> {
        let found = sound(from)?;
        let empty = || StoreError::NotASession { path: from.to_owned() };
        let opening = found.hash_of(1).cloned().ok_or_else(empty)?;
        let head = found.head.clone().ok_or_else(empty)?;
        Ok(Self { found, opening, head })
    }

    /// Returns the fingerprint of its last entry, to be compared with the one on the other screen.
    #[must_use]
    pub fn head(&self) -> &Fingerprint {
        &self.head
    }

    /// Returns how many entries its journal has.
    #[must_use]
    pub fn entries(&self) -> u32 {
        self.found.session.seq()
    }

    fn returned(&self) -> Returned<'_> {
        Returned {
            session: &self.found.session,
            opening: self.opening.as_str(),
            head: self.head.as_str(),
        }
    }
}

/// Bundles that are to go out, as the session stands: their file is written beside the record,
/// which need not wait for a stick.
#[derive(Debug)]
pub struct Outgoing {
    lend: Lend,
    set_up: Vec<Event>,
    actor: PersonId,
    at: Timestamp,
}

/// A file in which bundles can go out, not recorded yet.
#[derive(Debug)]
pub struct Written {
    outgoing: Outgoing,
    opening: Fingerprint,
    to: PathBuf,
}

impl Outgoing {
    /// Writes the file and reads it back. It gets its name only when it is whole and on the disk.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`] and whatever keeps the file from being written.
    pub fn write(self, to: &Path) -> Result<Written, StoreError> {
        let earlier = if size(to)? == Some(0) { Earlier::Replaced } else { Earlier::Kept };
        let of_keeping = |error| StoreError::of_keeping(to, error);
        let unfinished = session_beside(to).map_err(of_keeping)?.into_temp_path();
        let mut away = Record::create(&unfinished)?;
        away.append(self.set_up.clone(), None, &self.actor, self.at)?;
        let opening = away.head().cloned();
        drop(away);
        read_back(&unfinished, opening.as_ref())?;
        keep::bring_to_disk(&unfinished).map_err(of_keeping)?;
        give_name(unfinished, to, earlier).map_err(of_keeping)?;
        let opening = opening.ok_or_else(|| StoreError::NotASession { path: to.to_owned() })?;
        Ok(Written { outgoing: self, opening, to: to.to_owned() })
    }
}

impl Record {
    /// Writes bundles into a file of their own, reads it back, and only then records that they went
    /// out.
    ///
    /// # Errors
    /// Why a bundle cannot go out; [`StoreError::AlreadyExists`] and whatever keeps the file from
    /// being written. Nothing is recorded then.
    pub fn lend(
        &mut self,
        lend: &Lend,
        to: &Path,
        actor: &PersonId,
        proving: Proving<'_>,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        loop {
            let written = self.set_up_loan(lend, actor, proving, at)?.write(to)?;
            if let Some(recorded) = self.lend_written(&written, proving, at)? {
                return Ok(recorded);
            }
        }
    }

    /// Returns what the file says in which bundles go out.
    ///
    /// # Errors
    /// Why a bundle cannot go out.
    pub fn set_up_loan(
        &mut self,
        lend: &Lend,
        actor: &PersonId,
        proving: Proving<'_>,
        at: Timestamp,
    ) -> Result<Outgoing, Failure> {
        let proof = self.proof(actor, proving, at)?;
        let set_up = self.set_up_by(lend, Actor { person: actor, proof })?;
        Ok(Outgoing { lend: lend.clone(), set_up, actor: actor.clone(), at })
    }

    fn set_up_by(&self, lend: &Lend, who: Actor<'_>) -> Result<Vec<Event>, Failure> {
        let opened = self.session().round(lend.round)?.opened();
        let opened = self.hash_of(opened)?.ok_or(Refusal::NoSuchRound { round: lend.round })?;
        let set_up = EdgeCommand::SetUpDesk { lend, opened: opened.as_str() };
        Ok(self.session().decide_at_edge(&set_up, who)?)
    }

    /// Records that bundles went out in a file that was written. Returns nothing, and takes the
    /// file away, where the session would set it up otherwise by now.
    ///
    /// # Errors
    /// Why a bundle cannot go out any more; the file is taken away then. Whether it is recorded is
    /// not known where the disk failed: then the file stays.
    pub fn lend_written(
        &mut self,
        written: &Written,
        proving: Proving<'_>,
        at: Timestamp,
    ) -> Result<Option<Vec<Entry>>, Failure> {
        let recorded = self.record_lent(written, proving, at);
        let unsettled = matches!(recorded, Err(Failure::Store(StoreError::Unsettled { .. })));
        if !matches!(recorded, Ok(Some(_))) && !unsettled {
            drop(std::fs::remove_file(&written.to));
        }
        recorded
    }

    fn record_lent(
        &mut self,
        written: &Written,
        proving: Proving<'_>,
        at: Timestamp,
    ) -> Result<Option<Vec<Entry>>, Failure> {
        let Written { outgoing: Outgoing { lend, set_up, actor, .. }, opening, .. } = written;
        let proof = self.proof(actor, proving, at)?;
        let who = Actor { person: actor, proof };
        if self.set_up_by(lend, who)? != *set_up {
            return Ok(None);
        }
        let out = EdgeCommand::Lend { lend, opening: opening.as_str() };
        let events = self.session().decide_at_edge(&out, who)?;
        Ok(Some(self.append(events, None, actor, at)?))
    }

    /// Returns which loan of the session came back, if it can be brought back into this round.
    ///
    /// # Errors
    /// Why it cannot be brought back.
    pub fn loan_of(&mut self, round: RoundId, back: &Loaned) -> Result<LoanId, Failure> {
        self.settled()?;
        Ok(self.session().returned(round, back.returned())?.id())
    }

    /// Brings a file back: what was keyed in it is recorded as if it had been keyed here.
    /// `compared` is the fingerprint that was compared with the one on the other screen.
    ///
    /// # Errors
    /// As [`Record::loan_of`]; [`Refusal::LoanChanged`] when it is no longer the file that was
    /// compared; who must bring it back.
    pub fn bring_back(
        &mut self,
        round: RoundId,
        back: &Loaned,
        compared: &str,
        actor: &PersonId,
        proving: Proving<'_>,
        at: Timestamp,
    ) -> Result<Vec<Entry>, Failure> {
        let proof = self.proof(actor, proving, at)?;
        if back.head.as_str() != compared {
            return Err(Refusal::LoanChanged.into());
        }
        let back = EdgeCommand::BringBack { round, returned: back.returned() };
        let events = self.session().decide_at_edge(&back, Actor { person: actor, proof })?;
        Ok(self.append(events, None, actor, at)?)
    }
}
