//! Which papers there are in a session, whether they can be issued yet or not: a list of the chosen
//! only where somebody is to be chosen, rules once for all that are voted on by them.

use tally::Kind;

use super::about::About;
use super::ready::{
    asks, has_seats, is_election, is_evaluation, is_motion, is_of_congress, is_selection,
    is_written, resolves,
};
use super::{PaperKind, RulesOf};
use crate::ballot::Ballot;
use crate::ballot::follow::Follows;
use crate::floor::hands::HandVote;
use crate::round::{Round, RoundKind, Stage};
use crate::session::Past;

/// Returns the papers there are about this, in their order.
pub(crate) fn papers_about(session: &Past, about: About<'_>) -> Vec<PaperKind> {
    let mut papers = PaperKind::all(about);
    papers.retain(|paper| paper.is_listed(session));
    papers
}

/// Returns the papers of a round, those of the motions on its ballot among them, motion by motion.
pub(crate) fn papers_of_round(session: &Past, round: &Round) -> Vec<PaperKind> {
    let motions = round.ballot().contests.iter().filter(|entry| is_motion(&entry.contest.kind));
    let of_motion = |id| papers_about(session, About::Motion(round.id(), id));
    let of_motions: Vec<PaperKind> =
        motions.flat_map(|entry| of_motion(&entry.contest.id)).collect();
    let papers = papers_about(session, About::Round(round.id()));
    let comes_first = |paper: &PaperKind| of_motions.first().is_none_or(|motion| paper < motion);
    let (before, after): (Vec<_>, Vec<_>) = papers.into_iter().partition(comes_first);
    let all = before.into_iter().chain(of_motions).chain(after);
    let issued = |kind: &PaperKind| session.papers.iter().any(|paper| paper.kind == *kind);
    all.filter(|kind| comes_of(round, kind) || issued(kind)).collect()
}

/// Tells whether a paper may still come of a round: nothing of a vote that is void or was broken off
/// is counted, and the latter has no 验票 to report.
fn comes_of(round: &Round, kind: &PaperKind) -> bool {
    let of_the_count = matches!(
        kind,
        PaperKind::BundleSlips { .. }
            | PaperKind::CountReport { .. }
            | PaperKind::ChosenList { .. }
            | PaperKind::EvaluationTable { .. }
            | PaperKind::EvaluationReport { .. }
            | PaperKind::MotionRecord { .. }
            | PaperKind::Resolution { .. }
            | PaperKind::MotionNotice { .. }
    );
    match round.stage() {
        Stage::BrokenOff(..) => {
            !of_the_count && !matches!(kind, PaperKind::CollectionReport { .. })
        }
        Stage::Void(_) | Stage::Voided(_) => !of_the_count,
        Stage::Voting
        | Stage::Collected(_)
        | Stage::Counting(_)
        | Stage::Certified(..)
        | Stage::Announced(..) => true,
    }
}

pub(super) fn always(_: &Past, _: &PaperKind) -> bool {
    true
}

/// Where nothing can be said yet there is no paper of it.
pub(super) fn once_ready(session: &Past, of: &PaperKind) -> bool {
    of.check_ready(session).is_ok()
}

/// Several ballots of a kind are voted on by one paper of rules.
pub(super) fn for_several_ballots(session: &Past, of: &PaperKind) -> bool {
    of.rules_of(session).is_some_and(|rules| session.ballots_by(rules).len() > 1)
}

/// The rules were passed once and hold for what follows them.
pub(super) fn of_one_ballot(session: &Past, of: &PaperKind) -> bool {
    let with_others =
        |ballot| RulesOf::of(ballot).is_some_and(|rules| session.ballots_by(rules).len() > 1);
    ballot(session, of).is_some_and(|ballot| ballot.origin.is_none() && !with_others(ballot))
}

/// Nobody is nominated for a runoff.
pub(super) fn nominated(session: &Past, of: &PaperKind) -> bool {
    let follows = |ballot: &Ballot| ballot.origin.as_ref().map(|origin| origin.follows);
    ballot(session, of)
        .is_some_and(|ballot| has(ballot, is_election) && follows(ballot) != Some(Follows::Runoff))
}

pub(super) fn of_projects(session: &Past, of: &PaperKind) -> bool {
    ballot(session, of).is_some_and(|ballot| has(ballot, is_selection))
}

pub(super) fn of_a_choice(session: &Past, of: &PaperKind) -> bool {
    round(session, of).is_some_and(|round| asks(round, has_seats))
}

pub(super) fn of_an_evaluation(session: &Past, of: &PaperKind) -> bool {
    round(session, of).is_some_and(|round| asks(round, is_evaluation))
}

pub(super) fn of_a_motion(session: &Past, of: &PaperKind) -> bool {
    round(session, of).is_some_and(|round| asks(round, is_motion))
}

pub(super) fn of_a_choice_begun(session: &Past, of: &PaperKind) -> bool {
    begun(session, of).is_some_and(|round| asks(round, has_seats))
}

pub(super) fn of_projects_begun(session: &Past, of: &PaperKind) -> bool {
    begun(session, of).is_some_and(|round| asks(round, is_selection))
}

pub(super) fn of_an_election_begun(session: &Past, of: &PaperKind) -> bool {
    begun(session, of).is_some_and(|round| asks(round, is_election))
}

pub(super) fn begun_with_an_outcome(session: &Past, of: &PaperKind) -> bool {
    begun(session, of).is_some_and(|round| asks(round, has_seats) || asks(round, is_evaluation))
}

/// A draft that was adopted is its own paper.
pub(super) fn resolved(session: &Past, of: &PaperKind) -> bool {
    let About::Motion(_, id) = of.about() else { return false };
    let mut entries = round(session, of).into_iter().flat_map(|round| &round.ballot().contests);
    entries.any(|entry| entry.contest.id == *id && is_written(entry))
}

pub(super) fn resolved_by_hands(session: &Past, of: &PaperKind) -> bool {
    hand_vote(session, of).is_some_and(resolves)
}

pub(super) fn of_the_congress(session: &Past, of: &PaperKind) -> bool {
    hand_vote(session, of).is_some_and(is_of_congress)
}

/// Something is noted of a deputy.
pub(super) fn noted(session: &Past, _: &PaperKind) -> bool {
    !session.record.activities().is_empty() || !session.record.points().is_empty()
}

fn ballot<'a>(session: &'a Past, of: &PaperKind) -> Option<&'a Ballot> {
    session.ballot(of.ballot()?).ok()
}

fn round<'a>(session: &'a Past, of: &PaperKind) -> Option<&'a Round> {
    session.round(of.round()?).ok()
}

/// What is written of a matter is listed with the round it began with.
fn begun<'a>(session: &'a Past, of: &PaperKind) -> Option<&'a Round> {
    round(session, of).filter(|round| round.kind() == RoundKind::First)
}

fn hand_vote<'a>(session: &'a Past, of: &PaperKind) -> Option<&'a HandVote> {
    session.hand_vote(of.hand_vote()?).ok()
}

fn has(ballot: &Ballot, kind: fn(&Kind) -> bool) -> bool {
    ballot.contests.iter().any(|entry| kind(&entry.contest.kind))
}
