//! 票决结果: what became of a project in the vote, read from the certified counts and kept nowhere.

use chrono::NaiveDate;
use serde::Serialize;
use tally::Kind;

use super::{Carrying, Late, Project, Review, State};
use crate::ballot::BallotContest;
use crate::round::result::{Outcome, decided_tables};
use crate::round::{Round, matter};
use crate::session::Past;
use crate::{ProjectId, RoundId};

/// What a certified round says of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voted {
    pub project: ProjectId,
    pub round: RoundId,
    /// 赞成票.
    pub votes: u32,
    pub outcome: Outcome,
}

/// 状态: how a project stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectStanding"))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// 已征集, not screened yet.
    Collected,
    /// 已合并.
    Merged,
    /// 储备.
    Kept,
    /// 未采纳.
    LeftOut,
    /// 候选.
    Candidate,
    /// 未通过.
    NotChosen,
    /// 实施中.
    Going,
    /// 已暂停.
    Suspended,
    /// 已终止.
    Ended,
    /// 已完成.
    Completed,
}

impl Standing {
    /// Returns what papers call it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Collected => "已征集",
            Self::Merged => "已合并",
            Self::Kept => "储备",
            Self::LeftOut => "未采纳",
            Self::Candidate => "候选",
            Self::NotChosen => "未通过",
            Self::Going => "实施中",
            Self::Suspended => "已暂停",
            Self::Ended => "已终止",
            Self::Completed => "已完成",
        }
    }

    /// Tells whether the congress chose it.
    #[must_use]
    pub const fn is_chosen(self) -> bool {
        match self {
            Self::Going | Self::Suspended | Self::Ended | Self::Completed => true,
            Self::Collected
            | Self::Merged
            | Self::Kept
            | Self::LeftOut
            | Self::Candidate
            | Self::NotChosen => false,
        }
    }
}

impl Past {
    /// Returns what the certified rounds say of projects, in the order of the rounds.
    #[must_use]
    pub fn voted(&self) -> Vec<Voted> {
        let certified = self.rounds.iter().filter(|round| round.certificate().is_some());
        certified.flat_map(|round| of_round(self, round)).collect()
    }

    /// Returns how a project stands.
    #[must_use]
    pub fn standing(&self, project: &Project) -> Standing {
        standing_after(project, &self.voted())
    }

    /// Returns how every project stands, in the order they were collected: the counts are gone
    /// through once.
    #[must_use]
    pub fn standings(&self) -> Vec<(&Project, Standing)> {
        let voted = self.voted();
        let stands = |project| (project, standing_after(project, &voted));
        self.projects.list.iter().map(stands).collect()
    }

    /// Returns how a project stood on the day of a review: what was changed or completed later is not
    /// told yet.
    #[must_use]
    pub fn standing_at(&self, review: &Review, project: &Project) -> Standing {
        standing_on(project, self.standing(project), review.held_on)
    }

    /// Returns the chosen projects that were late on the day of a review, and why, the chosen order
    /// kept.
    #[must_use]
    pub fn late_at(&self, review: &Review) -> Vec<(&Project, Vec<Late>)> {
        let on = review.held_on;
        let since = self.meeting.as_ref().map_or(on, |meeting| meeting.held_on);
        let chosen = self.chosen_projects().into_iter();
        let late = chosen.map(|(project, standing)| {
            let standing = standing_on(project, standing, on);
            (project, project.late(standing, since, on))
        });
        late.filter(|(_, late)| !late.is_empty()).collect()
    }

    /// Returns the chosen projects: those that went over from an earlier session first, then as the
    /// vote ranked them, by the round they were chosen in, by approvals, then as they were collected.
    #[must_use]
    pub fn chosen_projects(&self) -> Vec<(&Project, Standing)> {
        let voted = self.voted();
        let mut chosen: Vec<(&Project, Standing)> = self
            .projects
            .list
            .iter()
            .map(|project| (project, standing_after(project, &voted)))
            .filter(|(_, standing)| standing.is_chosen())
            .collect();
        chosen.sort_by_key(|(project, _)| {
            let said = voted
                .iter()
                .find(|one| one.project == project.id && one.outcome == Outcome::Chosen);
            said.map(|one| (one.round, std::cmp::Reverse(one.votes)))
        });
        chosen
    }
}

fn standing_after(project: &Project, voted: &[Voted]) -> Standing {
    match project.state {
        State::Collected => return Standing::Collected,
        State::Merged { .. } => return Standing::Merged,
        State::Kept => return Standing::Kept,
        State::LeftOut => return Standing::LeftOut,
        State::CarriedOver => return carried_out(project),
        State::Candidate => {}
    }
    let mut said = voted.iter().filter(|one| one.project == project.id);
    if said.clone().any(|one| one.outcome == Outcome::Chosen) {
        return carried_out(project);
    }
    match said.next_back().map(|one| one.outcome) {
        None | Some(Outcome::Chosen | Outcome::Tied | Outcome::Graded) => Standing::Candidate,
        Some(Outcome::SeatsFull | Outcome::BelowThreshold) => Standing::NotChosen,
    }
}

const fn carried_out(project: &Project) -> Standing {
    match &project.course.carrying {
        Carrying::Going => Standing::Going,
        Carrying::Suspended => Standing::Suspended,
        Carrying::Ended => Standing::Ended,
        Carrying::Completed(_) => Standing::Completed,
    }
}

fn of_round(session: &Past, round: &Round) -> Vec<Voted> {
    let entries = round.ballot().contests.iter().zip(decided_tables(round));
    let chosen = entries.filter(|(entry, _)| matches!(entry.contest.kind, Kind::Selection(_)));
    let mut found = Vec::new();
    for (entry, table) in chosen {
        for (at, row) in table.rows.iter().enumerate().take(entry.contest.options.len()) {
            if let Some(project) = of_row(session, round, entry, at) {
                let (votes, outcome) = (row.for_, row.outcome);
                found.push(Voted { project, round: round.id(), votes, outcome });
            }
        }
    }
    found
}

/// The project of a row: the one it refers to, or the one that knows it as its own.
pub(super) fn of_row(
    session: &Past,
    round: &Round,
    entry: &BallotContest,
    at: usize,
) -> Option<ProjectId> {
    let of = entry.projects.get(at).and_then(|project| project.of);
    of.or_else(|| {
        let option = &entry.contest.options.get(at)?.id;
        let began = matter::beginning(session, round.id())?;
        let first = &session.round(began).ok()?.ballot().id;
        let mut known = session.projects.list.iter();
        let found = known.find(|project| {
            project.row.as_ref().is_some_and(|row| {
                row.ballot == *first && row.contest == entry.contest.id && row.option == *option
            })
        });
        found.map(|project| project.id)
    })
}

fn standing_on(project: &Project, standing: Standing, on: NaiveDate) -> Standing {
    let changes = project.course.changes().iter();
    let later = match standing {
        Standing::Completed => {
            project.course.completion().is_some_and(|completion| completion.on > on)
        }
        Standing::Suspended | Standing::Ended => changes.rev().take(1).any(|one| one.on > on),
        Standing::Collected
        | Standing::Merged
        | Standing::Kept
        | Standing::LeftOut
        | Standing::Candidate
        | Standing::NotChosen
        | Standing::Going => false,
    };
    if later { Standing::Going } else { standing }
}
