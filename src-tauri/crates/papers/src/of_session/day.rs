//! 一天: every ballot with its rounds, and what was decided.

use session::Session;
use session::ballot::Ballot;
use session::floor::hands::HandVote;
use session::floor::meeting::Meeting;
use session::sittings::{Hung, Sitting};

use super::{hand, matter, meeting, rules, script, sittings, vote};
use crate::data::day::{BallotOfDay, OfDay, OfSitting};

/// Returns what a paper about the whole day may say.
pub(super) fn of_day(session: &Session, named: &Meeting) -> OfDay {
    // Withdrawn after its vote was broken off, a ballot stays with what was done.
    let out = |ballot: &Ballot| session.rounds().iter().any(|round| round.ballot().id == ballot.id);
    let standing = session
        .ballots_of_the_day()
        .into_iter()
        .filter(|ballot| !session.withdrawn().contains_key(&ballot.id) || out(ballot));
    let motions = hand::all(session, named);
    let (standing, ballots): (Vec<&Ballot>, Vec<BallotOfDay>) =
        standing.map(|ballot| (ballot, ballot_of_day(session, named, ballot))).unzip();
    OfDay {
        script: script::facts(session, named, &motions, &standing, &ballots),
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        motions,
        ballots,
        matters: matter::all(session, named),
    }
}

/// Returns what the minutes of a sitting may say.
pub(super) fn of_sitting(session: &Session, named: &Meeting, sitting: &Sitting) -> OfSitting {
    let hung = |vote: &HandVote| {
        let hung = Hung::Motion { vote: vote.id() };
        sitting.items.iter().any(|item| item.of.contains(&hung))
    };
    let motions = session.motions_of_the_day();
    let facts = motions.iter().zip(hand::all(session, named));
    OfSitting {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        sitting: sittings::facts(session, named, sitting),
        motions: facts.filter(|(vote, _)| hung(vote)).map(|(_, facts)| facts).collect(),
    }
}

fn ballot_of_day(session: &Session, named: &Meeting, ballot: &Ballot) -> BallotOfDay {
    let rounds = session.rounds().iter().filter(|round| round.ballot().id == ballot.id);
    BallotOfDay {
        rules: rules::facts(session, named, ballot),
        rounds: rounds.map(|round| vote::decided(session, named, round)).collect(),
    }
}
