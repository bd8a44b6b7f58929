//! 后续: what follows an announced result (组织法 29): 再次投票 among the tied, 另行选举 for the
//! seats left, or a recorded decision.

mod colour;
mod open;
mod settlement;
mod title;
mod up;

use serde::{Deserialize, Serialize};
use tally::{ContestId, Kind};

use self::open::Open;
use self::title::title_to_follow;
use crate::ballot::Ballot;
use crate::session::{OutOfPlace, Past};
use crate::{BallotId, Reason, Refusal, RoundId, ballot};

pub use settlement::{Settlement, SettlementKind};
pub use up::{FollowUp, StandsNext, TiedName, UnreadyBallot};

pub(crate) use colour::alike;
pub(crate) use up::follow_ups;

/// How a ballot follows an earlier round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Follows {
    /// 再次投票: among the tied only, most votes win.
    Runoff,
    /// 另行选举, or a further vote on projects: for the seats left.
    Further,
}

/// 来由: the contest whose result makes a ballot necessary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    pub round: RoundId,
    pub contest: ContestId,
    pub follows: Follows,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// It was decided how a tie ends, or what becomes of seats left.
    #[serde(rename = "follow.settled")]
    Settled {
        round: RoundId,
        contest: ContestId,
        /// What was decided.
        settlement: Settlement,
        /// 决定记录: who decided, and why.
        record: Reason,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "FollowCommand"))]
pub enum Command {
    /// Record how a tie ends where the presidium decides, or what becomes of seats left.
    Settle {
        round: RoundId,
        contest: ContestId,
        /// What was decided.
        settlement: Settlement,
        /// 决定记录: who decided, and why; not empty.
        record: String,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let Command::Settle { round, contest, settlement, record } = command;
    let open = Open::find(session, *round, contest)?;
    if ballot_opened(session, *round, contest) {
        return Err(Refusal::AlreadySettled { contest: open.title() });
    }
    open.check_settlement(settlement)?;
    let record = Reason::given(record)?;
    let withdrawn = prepared_for(session, *round, contest).map(|ballot| {
        ballot::Event::Withdrawn { ballot: ballot.id.clone(), reason: record.clone() }.into()
    });
    let mut events: Vec<crate::Event> = withdrawn.collect();
    let (round, contest, settlement) = (*round, contest.clone(), settlement.clone());
    events.push(Event::Settled { round, contest, settlement, record }.into());
    Ok(events)
}

pub(crate) fn apply(session: &mut Past, event: &Event) -> Result<(), OutOfPlace> {
    let Event::Settled { round, contest, settlement, record } = event;
    session.round_mut(*round)?.settle_contest(contest, settlement, record);
    Ok(())
}

/// Tells whether the ballot that follows a contest was voted on and its result announced.
pub(crate) fn is_voted_on(session: &Past, round: RoundId, contest: &ContestId) -> bool {
    let mut announced = session.rounds.iter().filter(|round| round.is_announced());
    announced.any(|after| follows(after.ballot(), round, contest))
}

fn ballot_opened(session: &Past, round: RoundId, contest: &ContestId) -> bool {
    let mut held = session.rounds.iter().filter(|after| after.broken_off().is_none());
    held.any(|after| follows(after.ballot(), round, contest))
}

/// The ballots set up for what a contest left open, but those withdrawn.
fn prepared_for<'a>(
    session: &'a Past,
    round: RoundId,
    contest: &'a ContestId,
) -> impl Iterator<Item = &'a Ballot> {
    session.ballots.iter().filter(move |ballot| {
        follows(ballot, round, contest) && !session.withdrawn.contains_key(&ballot.id)
    })
}

fn is_prepared(session: &Past, round: RoundId, contest: &ContestId) -> bool {
    prepared_for(session, round, contest).next().is_some()
}

fn follows(ballot: &Ballot, round: RoundId, contest: &ContestId) -> bool {
    ballot.origin.as_ref().is_some_and(|origin| origin.round == round && origin.contest == *contest)
}

/// Returns the ballot that must follow a contest, as the law would have it: the secretary may still
/// change what the law leaves open.
///
/// # Errors
/// When the result is not announced, or asks for no further ballot.
pub fn proposed_ballot(
    session: &Past,
    round: RoundId,
    contest: &ContestId,
) -> Result<Ballot, Refusal> {
    let open = Open::find(session, round, contest)?;
    let follows = open.follows()?;
    let (title, id) = (&open.round.ballot().title, &open.round.ballot().id);
    let origin = Origin { round, contest: contest.clone(), follows };
    Ok(Ballot {
        id: id_of_its_own(session, BallotId(format!("{id}-{round}-{contest}")), &origin),
        colour: colour::told_apart(session, open.round.ballot()),
        title: title_to_follow(title, follows.word(&open.entry.contest.kind)),
        contests: vec![open.contest_to_follow(follows)?],
        origin: Some(origin),
        ..open.round.ballot().clone()
    })
}

/// A ballot withdrawn is not set up again, and one that follows nothing may have any id: the next
/// one for the same seats has its own.
fn id_of_its_own(session: &Past, id: BallotId, origin: &Origin) -> BallotId {
    let other = session.ballot(&id).is_ok_and(|ballot| ballot.origin.as_ref() != Some(origin));
    let taken = other || session.withdrawn.contains_key(&id);
    if taken { id_of_its_own(session, BallotId(format!("{id}-again")), origin) } else { id }
}

/// Checks that a ballot is what article 29 asks for after the round it follows: the right
/// candidates, seats and threshold.
pub(crate) fn check_ballot(session: &Past, ballot: &Ballot) -> Result<(), Refusal> {
    let Some(Origin { round, contest, follows }) = &ballot.origin else { return Ok(()) };
    let open = Open::find(session, *round, contest)?;
    if prepared_for(session, *round, contest).any(|other| other.id != ballot.id) {
        return Err(Refusal::AlreadySettled { contest: open.title() });
    }
    let ([entry], true) = (ballot.contests.as_slice(), open.follows()? == *follows) else {
        return Err(Refusal::NothingFollows { contest: open.title() });
    };
    open.check_contest(entry, *follows)?;
    ballot.check()
}

impl Follows {
    pub(crate) fn word(self, kind: &Kind) -> &'static str {
        match (self, kind) {
            (Self::Runoff, _) => "再次投票",
            (Self::Further, Kind::Selection(_)) => "再次票决",
            (Self::Further, _) => "另行选举",
        }
    }
}
