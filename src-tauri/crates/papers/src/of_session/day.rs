//! 一天: every ballot with its rounds, and what was decided.

use session::Session;
use session::ballot::Ballot;
use session::floor::meeting::Meeting;

use super::{hand, matter, meeting, rules, script, vote};
use crate::data::day::{BallotOfDay, OfDay};

/// Returns what a paper about the whole day may say.
pub(super) fn of_day(session: &Session, named: &Meeting) -> OfDay {
    let standing =
        session.ballots().iter().filter(|ballot| !session.withdrawn().contains_key(&ballot.id));
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
        rounds: rounds.map(vote::decided).collect(),
    }
}
