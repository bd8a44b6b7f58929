//! 重新核票: a certified count changes no more, except through a recorded reopening with a reason.
//! The certificate before it stays in the history, the papers that rest on it are superseded, and
//! the hall keeps its picture until another one is pushed.

use crate::ballot::Ballot;
use crate::round::{Certificate, Round, Stage};
use crate::session::{OutOfPlace, Past};
use crate::{Entry, PersonId, Reason, Refusal, RoundId, Timestamp};

/// A certified count was opened again.
#[derive(Clone, Debug)]
pub struct Reopening {
    /// Who opened it again.
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Reason,
    /// The certificate that no longer holds.
    pub certificate: Certificate,
    /// The round as it was announced, if it was: what the hall still shows.
    pub(crate) announced: Option<Box<Round>>,
}

impl Reopening {
    /// Tells whether the result had been announced.
    #[must_use]
    pub fn after_announcement(&self) -> bool {
        self.announced.is_some()
    }
}

/// A count can be opened again until a ballot that follows its result is handed out: then that vote
/// would rest on another result. Ballots that were called back rest on nothing.
pub(crate) fn check_reopenable(session: &Past, round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Certified(..) | Stage::Announced(..) => {}
        Stage::Voting
        | Stage::Void(_)
        | Stage::Voided(_)
        | Stage::Collected(_)
        | Stage::Counting(_)
        | Stage::BrokenOff(..) => return Err(Refusal::NotCertified),
    }
    match following(session, round.id) {
        Some(ballot) => Err(Refusal::FollowedByABallot { ballot: ballot.title.clone() }),
        None => Ok(()),
    }
}

fn following(session: &Past, id: RoundId) -> Option<&Ballot> {
    let mut held = session.rounds.iter().filter(|round| round.broken_off().is_none());
    held.find(|round| round.ballot.follows(id)).map(|round| &round.ballot)
}

/// A ballot set up for a result that no longer holds would stand in the way of the one the next
/// result asks for.
fn drop_ballots_that_follow(session: &mut Past, id: RoundId) {
    let (dropped, kept): (Vec<Ballot>, Vec<Ballot>) =
        std::mem::take(&mut session.ballots).into_iter().partition(|ballot| ballot.follows(id));
    session.ballots = kept;
    for ballot in dropped {
        session.withdrawn.remove(&ballot.id);
    }
}

pub(crate) fn apply(
    session: &mut Past,
    id: RoundId,
    reason: &Reason,
    entry: &Entry,
) -> Result<(), OutOfPlace> {
    let round = session.round_mut(id)?;
    let (collected, certificate, announced) = match &round.stage {
        Stage::Certified(collected, certificate) => (*collected, certificate.clone(), None),
        Stage::Announced(collected, certificate) => {
            (*collected, certificate.clone(), Some(Box::new(round.clone())))
        }
        Stage::Voting
        | Stage::Void(_)
        | Stage::Voided(_)
        | Stage::Collected(_)
        | Stage::Counting(_)
        | Stage::BrokenOff(..) => {
            return Err(OutOfPlace("a count opened again that was not certified"));
        }
    };
    let (by, at, reason) = (entry.actor.clone(), entry.at, reason.clone());
    round.reopenings.push(Reopening { by, at, reason, certificate, announced });
    round.stage = Stage::Counting(collected);
    round.settled.clear();
    drop_ballots_that_follow(session, id);
    Ok(())
}
