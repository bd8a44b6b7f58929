//! 一件事: the rounds that belong together, from the first vote through redo, runoff and further
//! votes (组织法 29, 选举法 44). What is decided, noticed and filed is decided over all of them.

use tally::Kind;

use crate::RoundId;
use crate::ballot::{BallotContest, Project, follow};
use crate::round::result::{ResultLine, ResultTable, decided_tables};
use crate::round::{Round, RoundKind, Stage};
use crate::session::Past;

/// Returns the round a matter began with; `None` for an unknown round.
#[must_use]
pub fn beginning(session: &Past, of: RoundId) -> Option<RoundId> {
    let round = session.round(of).ok()?;
    match round.kind {
        RoundKind::First => Some(of),
        // A round can only follow an earlier one.
        RoundKind::Redo { of: before }
        | RoundKind::Again { of: before }
        | RoundKind::Runoff { of: before }
        | RoundKind::Further { of: before }
            if before < of =>
        {
            beginning(session, before)
        }
        RoundKind::Redo { .. }
        | RoundKind::Again { .. }
        | RoundKind::Runoff { .. }
        | RoundKind::Further { .. } => None,
    }
}

/// Returns the rounds of the matter that began with this one, in their order; none for a round that
/// began nothing.
#[must_use]
pub fn rounds_of(session: &Past, began: RoundId) -> Vec<&Round> {
    session.rounds.iter().filter(|round| beginning(session, round.id) == Some(began)).collect()
}

/// Returns the names level at the cut line that no later round and no decision has settled.
#[must_use]
pub fn open_ties(session: &Past, rounds: &[&Round]) -> Vec<String> {
    let open_in = |round: &Round| {
        let tables = decided_tables(round);
        let open = round
            .contests()
            .iter()
            .zip(tables)
            .filter(|(contest, _)| !follow::is_voted_on(session, round.id, &contest.id));
        open.flat_map(|(_, table)| {
            table.tied().into_iter().map(|row| row.name.clone()).collect::<Vec<_>>()
        })
        .collect::<Vec<_>>()
    };
    rounds.iter().filter(|round| round.is_announced()).flat_map(|round| open_in(round)).collect()
}

/// Tells whether every round is over: announced, void and announced as such, or
/// broken off.
pub(crate) fn is_over(rounds: &[&Round]) -> bool {
    rounds.iter().all(|round| match round.stage {
        Stage::Announced(..) | Stage::Voided(_) | Stage::BrokenOff(..) => true,
        Stage::Voting
        | Stage::Void(_)
        | Stage::Collected(_)
        | Stage::Counting(_)
        | Stage::Certified(..) => false,
    })
}

/// 票决出的项目: a project that was chosen, as it was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenProject {
    pub name: String,
    /// 赞成.
    pub approvals: u32,
    /// What the ballot says of it.
    pub project: Option<Project>,
}

/// Returns every contest of a round with what it came to, once that was announced; none before.
#[must_use]
pub fn announced(round: &Round) -> Vec<(&BallotContest, ResultTable)> {
    if !round.is_announced() {
        return Vec::new();
    }
    round.ballot().contests.iter().zip(decided_tables(round)).collect()
}

/// Returns the projects a round has chosen, by approvals, once that was announced.
#[must_use]
pub fn chosen_projects(round: &Round) -> Vec<ChosenProject> {
    let of_row = |(entry, row, at): (&BallotContest, ResultLine, Option<usize>)| {
        let project = at.and_then(|at| entry.projects.get(at)).cloned();
        ChosenProject { name: row.name, approvals: row.for_, project }
    };
    chosen_rows(round).into_iter().map(of_row).collect()
}

/// The rows of projects a round has chosen, as [`chosen_projects`], each with its question and its
/// place on the ballot, from 0.
pub(crate) fn chosen_rows(round: &Round) -> Vec<(&BallotContest, ResultLine, Option<usize>)> {
    let mut rows = Vec::new();
    for (entry, table) in announced(round) {
        if !matches!(entry.contest.kind, Kind::Selection(_)) {
            continue;
        }
        for row in table.chosen() {
            let at = row.no.and_then(|no| usize::try_from(no.checked_sub(1)?).ok());
            rows.push((entry, row.clone(), at));
        }
    }
    rows
}
