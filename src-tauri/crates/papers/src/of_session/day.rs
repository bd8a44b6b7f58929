//! 一天: every ballot with its rounds, and what was decided.

use session::Session;
use session::ballot::Ballot;
use session::floor::hands::HandVote;
use session::floor::meeting::Meeting;
use session::sittings::{Hung, Sitting};
use session::tally::Kind;

use super::{hand, matter, meeting, rules, script, sittings, vote};
use crate::data::day::{BallotOfDay, OfDay, OfSitting};
use crate::data::decision::{MatterFacts, PostFacts};
use crate::data::hand::HandFacts;
use crate::data::vote::RowOutcome;

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
    let matters = matter::all(session, named);
    OfDay {
        elected: elected(&matters),
        passed: passed(&motions, &ballots),
        script: script::facts(session, named, &motions, &standing, &ballots),
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        motions,
        ballots,
        matters,
    }
}

fn elected(matters: &[MatterFacts]) -> Vec<String> {
    let posts = matters.iter().flat_map(|matter| &matter.posts);
    let of = |post: &PostFacts| -> Vec<String> {
        post.elected.iter().map(|person| format!("{}{}", post.title, person.name)).collect()
    };
    posts.flat_map(of).collect()
}

/// A motion that was put both ways is told once.
fn passed(motions: &[HandFacts], ballots: &[BallotOfDay]) -> Vec<String> {
    let by_hands = motions.iter().filter(|motion| motion.passed == Some(true));
    let by_hands = by_hands.filter(|motion| !motion.by_presidium);
    let mut titles: Vec<String> = by_hands.map(|motion| motion.title.clone()).collect();
    let votes = ballots.iter().flat_map(|ballot| &ballot.rounds);
    let contests = votes.flat_map(|vote| &vote.contests);
    let on_paper = contests.filter(|contest| matches!(contest.kind, Kind::Motion(_)));
    for row in on_paper.flat_map(|contest| &contest.rows) {
        if row.outcome == RowOutcome::Chosen && !titles.contains(&row.name) {
            titles.push(row.name.clone());
        }
    }
    titles
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
