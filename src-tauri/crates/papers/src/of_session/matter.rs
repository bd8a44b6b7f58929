//! 一件事: what was decided over all of its rounds.

use chrono::{Datelike, NaiveDate};
use session::ballot::{BallotContest, year_named};
use session::floor::meeting::Meeting;
use session::paper::{MotionOutcome, PaperKind, motion_named};
use session::round::result::ResultTable;
use session::round::{Round, RoundKind, matter};
use session::tally::{ContestId, Kind};
use session::{RoundId, Session, number};

use super::words::PostWords;
use super::{days, meeting, rules, vote, words};
use crate::data::decision::{
    ChosenProject, ElectedFacts, MatterFacts, MotionFacts, MotionForm, OfMatter, OfResolution,
    PostFacts,
};
use crate::data::vote::VoteFacts;

/// Returns what a paper about a matter may say; `None` when the round began none.
pub(super) fn of_matter(session: &Session, named: &Meeting, began: RoundId) -> Option<OfMatter> {
    Some(OfMatter {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        matter: facts(session, named, began)?,
    })
}

/// Returns what a resolution may say; `None` when the contest is no motion of the round.
pub(super) fn of_resolution(
    session: &Session,
    named: &Meeting,
    round: &Round,
    contest: &ContestId,
) -> Option<OfResolution> {
    let index = round.ballot().contests.iter().position(|entry| entry.contest.id == *contest)?;
    let numbers = vote::decided(session, named, round).contests.into_iter().nth(index)?;
    let motion = motion_named(round.ballot().contests.get(index)?);
    Some(OfResolution {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        motion: motion_facts(motion, "", days::of_ballot(session, named, round.ballot())),
        notice_number: session.notice_number(&PaperKind::MotionNotice {
            round: round.id(),
            contest: contest.clone(),
        }),
        numbers: Some(numbers),
        hand: None,
    })
}

/// Returns every matter in which something was chosen, in the order they began.
pub(super) fn all(session: &Session, named: &Meeting) -> Vec<MatterFacts> {
    let began =
        session.rounds().iter().filter(|round| round.kind() == RoundKind::First).map(Round::id);
    let matters = began.filter_map(|began| facts(session, named, began));
    matters.filter(|matter| !matter.projects.is_empty() || !matter.posts.is_empty()).collect()
}

/// Returns what a motion led to; its title names what was passed, not what was put.
pub(super) fn motion_facts(motion: &str, text: &str, date: NaiveDate) -> MotionFacts {
    let (form, title, about) = match MotionOutcome::of(motion) {
        MotionOutcome::Resolution { title, about } => (MotionForm::Resolution, title, about),
        MotionOutcome::Decision { title, about } => (MotionForm::Decision, title, about),
        MotionOutcome::Adopted { about } => (MotionForm::Adopted, about.clone(), about),
    };
    MotionFacts { title, form, about, text: text.to_owned(), date }
}

pub(super) fn facts(session: &Session, named: &Meeting, began: RoundId) -> Option<MatterFacts> {
    let rounds = matter::rounds_of(session, matter::beginning(session, began)?);
    let first = *rounds.first()?;
    let title = words::vote_title(&first.ballot().title);
    let held = rounds.iter().filter(|round| round.broken_off().is_none());
    let told: Vec<_> = held.map(|round| vote::decided(session, named, round)).collect();
    let counted = told.iter().rev().find(|vote| !vote.contests.is_empty());
    let options = |entry: &BallotContest| number(entry.contest.options.len());
    let notice = PaperKind::Notice { round: first.id() };
    let (from, date) = held_on(&told).unwrap_or((named.held_on, named.held_on));
    let selections = first
        .ballot()
        .contests
        .iter()
        .filter(|entry| matches!(entry.contest.kind, Kind::Selection(_)));
    Some(MatterFacts {
        word: words::of_ballot(first.ballot()).0.to_owned(),
        year: year_named(&title).unwrap_or_else(|| named.held_on.year()),
        held: days::said((from, date)),
        date,
        sworn: days::of_oath(session, date),
        candidates: selections.map(options).sum(),
        expected: first.all_deputies(),
        present: first.present(),
        projects: rounds
            .iter()
            .flat_map(|round| matter::chosen_projects(round))
            .map(project)
            .collect(),
        posts: posts(named, &rounds),
        settlements: told
            .iter()
            .flat_map(|vote| &vote.contests)
            .filter_map(|contest| contest.settlement.clone())
            .collect(),
        seats_left: counted
            .map_or(0, |vote| vote.contests.iter().map(|contest| contest.seats_left).sum()),
        tied: matter::open_ties(session, &rounds),
        notice: session.notice_place(&notice),
        notice_number: session.notice_number(&notice),
        rounds: told,
        title,
    })
}

/// The first and the last day it was voted on, over all rounds.
fn held_on(rounds: &[VoteFacts]) -> Option<(NaiveDate, NaiveDate)> {
    let days = || rounds.iter().map(|vote| vote.date);
    days().min().zip(days().max())
}

fn project(chosen: matter::ChosenProject) -> ChosenProject {
    let matter::ChosenProject { name, approvals, project } = chosen;
    ChosenProject { facts: rules::project(project.as_ref()), name, approvals }
}

/// A post is filled over the first vote and those that followed it.
fn posts(named: &Meeting, rounds: &[&Round]) -> Vec<PostFacts> {
    let mut posts: Vec<PostFacts> = Vec::new();
    let elections = |(entry, _): &(&BallotContest, ResultTable)| {
        matches!(entry.contest.kind, Kind::Election(_))
    };
    for (entry, table) in rounds.iter().flat_map(|round| matter::announced(round)).filter(elections)
    {
        let elected = table
            .chosen()
            .into_iter()
            .map(|row| ElectedFacts { name: row.name.clone(), approvals: row.for_ });
        let PostWords { short, full } = words::post(named, entry);
        if let Some(post) = posts.iter_mut().find(|post| post.title == full) {
            post.elected.extend(elected);
        } else {
            let election = entry.election.as_ref();
            posts.push(PostFacts {
                title: full,
                short,
                by_election: election.is_some_and(|election| election.by_election),
                seats: table.seats.unwrap_or(0),
                elected: elected.collect(),
            });
        }
    }
    posts
}
