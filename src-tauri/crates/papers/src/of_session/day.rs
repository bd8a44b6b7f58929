//! 一天: every ballot with its rounds, and what was decided.

use session::Session;
use session::ballot::Ballot;
use session::floor::meeting::Meeting;

use super::{hand, matter, meeting, rules, script, vote};
use crate::data::day::{BallotOfDay, OfDay};

/// Returns what a paper about the whole day may say.
pub(super) fn of_day(session: &Session, named: &Meeting) -> OfDay {
    // Withdrawn after its vote was broken off, a ballot stays with what was done.
    let out = |ballot: &Ballot| session.rounds().iter().any(|round| round.ballot().id == ballot.id);
    let standing = session
        .ballots()
        .iter()
        .filter(|ballot| !session.withdrawn().contains_key(&ballot.id) || out(ballot));
    let motions = hand::all(session, named);
    let ballots: Vec<BallotOfDay> =
        standing.map(|ballot| ballot_of_day(session, named, ballot)).collect();
    OfDay {
        script: script::facts(session, named, &motions, &ballots),
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        motions,
        ballots,
        matters: matter::all(session, named),
    }
}

fn ballot_of_day(session: &Session, named: &Meeting, ballot: &Ballot) -> BallotOfDay {
    let rounds = session.rounds().iter().filter(|round| round.ballot().id == ballot.id);
    BallotOfDay {
        rules: rules::facts(session, named, ballot),
        rounds: rounds.map(|round| vote::decided(session, round)).collect(),
    }
}
