//! 一件事: what was decided over all of its rounds.

use chrono::Datelike;
use session::ballot::{BallotContest, year_named};
use session::floor::meeting::Meeting;
use session::paper::{MotionOutcome, PaperKind, motion_named};
use session::round::result::ResultTable;
use session::round::{Round, RoundKind, matter};
use session::tally::{ContestId, Kind};
use session::{RoundId, Session, number};

use super::words::PostWords;
use super::{meeting, rules, vote, words};
use crate::data::decision::{
    ChosenProject, ElectedFacts, MatterFacts, MotionFacts, MotionForm, OfMatter, OfResolution,
    PostFacts,
};

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
    let numbers = vote::decided(session, round).contests.into_iter().nth(index)?;
    let motion = motion_named(round.ballot().contests.get(index)?);
    Some(OfResolution {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        motion: motion_facts(named, motion, ""),
        notice_number: session
            .notice_number(&PaperKind::MotionNotice { round: round.id(), contest: contest.clone() })
            .unwrap_or_default()
            .to_owned(),
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
pub(super) fn motion_facts(named: &Meeting, motion: &str, text: &str) -> MotionFacts {
    let (form, title, about) = match MotionOutcome::of(motion) {
        MotionOutcome::Resolution { title, about } => (MotionForm::Resolution, title, about),
        MotionOutcome::Decision { title, about } => (MotionForm::Decision, title, about),
        MotionOutcome::Adopted { about } => (MotionForm::Adopted, about.clone(), about),
    };
    MotionFacts { title, form, about, text: text.to_owned(), date: named.held_on }
}

pub(super) fn facts(session: &Session, named: &Meeting, began: RoundId) -> Option<MatterFacts> {
    let rounds = matter::rounds_of(session, matter::beginning(session, began)?);
    let first = *rounds.first()?;
    let title = words::vote_title(&first.ballot().title);
    let held = rounds.iter().filter(|round| round.broken_off().is_none());
    let told: Vec<_> = held.map(|round| vote::decided(session, round)).collect();
    let counted = told.iter().rev().find(|vote| !vote.contests.is_empty());
    let options = |entry: &BallotContest| number(entry.contest.options.len());
    let selections = first
        .ballot()
        .contests
        .iter()
        .filter(|entry| matches!(entry.contest.kind, Kind::Selection(_)));
    Some(MatterFacts {
        word: words::of_ballot(first.ballot()).0.to_owned(),
        year: year_named(&title).unwrap_or_else(|| named.held_on.year()),
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
        notice: notice(session, first.id()),
        notice_number: session
            .notice_number(&PaperKind::Notice { round: first.id() })
            .map_or_else(|| format!("第{}号", notice(session, first.id())), str::to_owned),
        rounds: told,
        title,
    })
}

/// Notices are numbered in the order the matters began in which somebody or something is chosen.
fn notice(session: &Session, began: RoundId) -> u32 {
    let chooses = |round: &&Round| {
        let seats = |entry: &BallotContest| match entry.contest.kind {
            Kind::Selection(_) | Kind::Election(_) | Kind::Evaluation(_) => true,
            Kind::Motion(_) => false,
        };
        round.kind() == RoundKind::First && round.ballot().contests.iter().any(seats)
    };
    let before = session.rounds().iter().filter(chooses).filter(|round| round.id() < began).count();
    number(before).saturating_add(1)
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
