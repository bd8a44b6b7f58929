//! 后续事项: every result that asks for something more, as the floor offers it.

use serde::Serialize;
use tally::{Candidate, ContestId, Next};

use super::open::Open;
use super::{Follows, SettlementKind, ballot_opened, check_ballot, is_prepared, proposed_ballot};
use crate::ballot::{Ballot, Matter};
use crate::session::Past;
use crate::{Refusal, RoundId};

/// A result that asks for something more, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FollowUp {
    pub round: RoundId,
    pub contest: ContestId,
    /// Title of its ballot.
    pub ballot: String,
    /// Title of the contest.
    pub title: String,
    /// What it is about.
    pub matter: Matter,
    /// What must follow.
    pub next: Next,
    /// What may be decided instead of voting once more, in the order offered.
    pub settlements: Vec<SettlementKind>,
    /// Seats not filled.
    pub seats_left: u32,
    /// Those level at the cut line.
    pub tied: Vec<TiedName>,
    /// Who stands next by law: those level at the cut line, or the next by votes (组织法 29).
    pub stands: Vec<StandsNext>,
    /// 差额: more candidates than seats are needed again, as for deputy posts.
    pub margin_needed: bool,
    /// The ballot that must follow, until one is prepared or something else is decided.
    pub proposed: Option<Ballot>,
    /// The same where it cannot be as it is: somebody is to be nominated first.
    pub unready: Option<UnreadyBallot>,
}

/// Who stands next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StandsNext {
    pub name: String,
    /// 上次得票.
    pub votes: u32,
}

/// A ballot that must follow and cannot be set up yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UnreadyBallot {
    pub ballot: Ballot,
    /// Why.
    pub missing: Refusal,
}

/// One of those level at the cut line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TiedName {
    /// As a decision names it.
    pub candidate: Candidate,
    pub name: String,
}

/// Returns every announced result that asks for something more and is not settled.
pub(crate) fn follow_ups(session: &Past) -> Vec<FollowUp> {
    let contests = session
        .rounds
        .iter()
        .flat_map(|round| round.contests().iter().map(move |contest| (round.id(), &contest.id)));
    contests.filter_map(|(round, contest)| follow_up(session, round, contest)).collect()
}

fn follow_up(session: &Past, round: RoundId, contest: &ContestId) -> Option<FollowUp> {
    let open = Open::find(session, round, contest).ok()?;
    if open.result.next == Next::None || ballot_opened(session, round, contest) {
        return None;
    }
    let name = |candidate: &Candidate| TiedName {
        candidate: candidate.clone(),
        name: open.name(candidate),
    };
    let proposed = proposed_ballot(session, round, contest).ok().filter(|ballot| {
        !is_prepared(session, round, contest) && session.ballot(&ballot.id).is_err()
    });
    let (proposed, unready) = match proposed {
        Some(ballot) => match check_ballot(session, &ballot) {
            Ok(()) => (Some(ballot), None),
            Err(missing) => (None, Some(UnreadyBallot { ballot, missing })),
        },
        None => (None, None),
    };
    let follows = open.follows().ok();
    Some(FollowUp {
        round,
        contest: contest.clone(),
        ballot: open.round.ballot().title.clone(),
        title: open.title(),
        matter: Matter::of(&open.entry.contest.kind),
        next: open.result.next,
        settlements: open.settlements(),
        seats_left: open.result.seats_left,
        tied: open.result.tied.iter().map(name).collect(),
        stands: follows.map(|follows| open.stand_next(follows)).unwrap_or_default(),
        margin_needed: follows == Some(Follows::Further) && open.needs_margin(),
        proposed,
        unready,
    })
}
