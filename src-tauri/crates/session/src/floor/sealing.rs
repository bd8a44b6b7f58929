//! 封存: the end of the record. Nothing can follow it; what stands can be read, shown and taken out.

use crate::floor::hands::HandVote;
use crate::round::{Round, matter};
use crate::session::{OutOfPlace, Past};
use crate::{PersonId, Reason, Refusal, Timestamp};

/// 封存: who ended the record, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealing {
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Reason,
}

impl Past {
    /// 封存: returns how the record was ended; `None` while it goes on.
    #[must_use]
    pub fn sealing(&self) -> Option<&Sealing> {
        self.sealing.as_ref()
    }

    /// Returns how the record was ended: only then it is put into an archive.
    ///
    /// # Errors
    /// [`Refusal::SessionNotSealed`].
    pub fn sealed(&self) -> Result<&Sealing, Refusal> {
        self.sealing.as_ref().ok_or(Refusal::SessionNotSealed)
    }

    /// The first round that is not over.
    pub(crate) fn going_on(&self) -> Option<&Round> {
        self.rounds.iter().find(|round| !matter::is_over(&[round]))
    }

    /// Returns the title of what is being voted on or counted.
    pub(crate) fn under_way(&self) -> Option<String> {
        let put = self.hand_votes.iter().find(|vote| vote.check_put().is_ok());
        let round = || self.going_on().map(|round| round.ballot().title.clone());
        put.map(HandVote::title).or_else(round)
    }
}

/// Nothing is recorded after the end.
pub(crate) fn check_goes_on(session: &Past) -> Result<(), Refusal> {
    match &session.sealing {
        None => Ok(()),
        Some(sealing) => {
            Err(Refusal::SessionSealed { name: session.people.name_of(&sealing.by).to_owned() })
        }
    }
}

/// No entry of a journal stands after the end.
pub(crate) fn check_entry(session: &Past) -> Result<(), OutOfPlace> {
    match session.sealing {
        None => Ok(()),
        Some(_) => Err(OutOfPlace("an entry after the session was sealed")),
    }
}

/// The secretary ends the record, and never in the middle of a vote: what is begun is announced or
/// broken off first. A rehearsal has no end but to be thrown away.
pub(crate) fn check_sealable(session: &Past) -> Result<(), Refusal> {
    session.described()?;
    session.check_real()?;
    match session.under_way() {
        None => Ok(()),
        Some(title) => Err(Refusal::VoteUnderWay { title }),
    }
}
