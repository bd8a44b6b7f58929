//! 选票上的一行: rows of ballots that refer to projects. Facts are typed once: a ballot that is not out
//! follows its projects, and a row changed on such a ballot changes its project. What is out stays as it
//! was printed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use tally::{ContestId, Kind, OptionId};

use super::screening::{check_named, facts_of_row};
use super::{Event, Facts, Project, Proposer, Screening, State};
use crate::ballot::{self, Ballot, BallotContest, check_unissued};
use crate::session::Past;
use crate::{BallotId, ProjectId, Refusal};

/// A row of a ballot that was out when its project was put on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub ballot: BallotId,
    pub contest: ContestId,
    pub option: OptionId,
}

/// A ballot with rows of projects that are not on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Takeable {
    pub ballot: BallotId,
    pub title: String,
    /// How many.
    pub rows: u32,
}

/// Returns a ballot that stands and has a row of this project.
pub(super) fn on_ballot<'a>(session: &'a Past, project: &Project) -> Option<&'a Ballot> {
    let refers = |ballot: &&Ballot| {
        let by_row = project.row.as_ref().is_some_and(|row| row.ballot == ballot.id);
        let mut rows = ballot.contests.iter().flat_map(|entry| &entry.projects);
        by_row || rows.any(|row| row.of == Some(project.id))
    };
    let mut standing =
        session.ballots.iter().filter(|ballot| !session.withdrawn.contains_key(&ballot.id));
    standing.find(refers)
}

/// Checks that the rows of a ballot refer to candidates, each once.
pub(crate) fn check_refers(session: &Past, ballot: &Ballot) -> Result<(), Refusal> {
    for entry in &ballot.contests {
        let mut seen = BTreeSet::new();
        for id in entry.projects.iter().filter_map(|project| project.of) {
            let project = session.projects.project(id)?;
            let name = || project.facts.name.clone();
            if !seen.insert(id) {
                return Err(Refusal::ProjectTwice { name: name() });
            }
            if project.state != State::Candidate {
                let stands = session.standing(project);
                return Err(Refusal::ProjectStands { name: name(), stands });
            }
        }
    }
    Ok(())
}

/// Returns what changes of projects whose rows a ballot that is being saved words otherwise.
pub(crate) fn facts_from_rows(session: &Past, ballot: &Ballot) -> Vec<crate::Event> {
    let mut events = Vec::new();
    if ballot.origin.is_some() {
        return events;
    }
    for entry in ballot.contests.iter().filter(|entry| selects(entry)) {
        for (option, row) in entry.contest.options.iter().zip(&entry.projects) {
            let Some(project) = row.of.and_then(|id| session.projects.project(id).ok()) else {
                continue;
            };
            let facts = facts_of_row(&option.name, &project.facts.place, row);
            if facts != project.facts && out(session, project).is_none() {
                let (project, proposer) = (project.id, project.proposer.clone());
                events.push(Event::FactsChanged { project, facts, proposer }.into());
            }
        }
    }
    events
}

fn selects(entry: &BallotContest) -> bool {
    matches!(entry.contest.kind, Kind::Selection(_))
}

/// The ballot with this project that is out: it changes no more.
fn out<'a>(session: &'a Past, project: &Project) -> Option<&'a Ballot> {
    on_ballot(session, project).filter(|ballot| check_unissued(session, ballot).is_err())
}

pub(super) fn change_facts(
    session: &Past,
    id: ProjectId,
    facts: &Facts,
    proposer: &Proposer,
) -> Result<Vec<crate::Event>, Refusal> {
    let project = session.projects.project(id)?;
    check_named(facts)?;
    if project.state == State::CarriedOver {
        let (name, stands) = (project.facts.name.clone(), session.standing(project));
        return Err(Refusal::ProjectStands { name, stands });
    }
    if let Some(ballot) = out(session, project) {
        let (name, ballot) = (project.facts.name.clone(), ballot.title.clone());
        return Err(Refusal::ProjectOnBallot { name, ballot });
    }
    let (facts, proposer) = (facts.clone(), proposer.clone());
    let mut events = followed(session, id, &facts)?;
    events.insert(0, Event::FactsChanged { project: id, facts, proposer }.into());
    Ok(events)
}

/// The ballots that are not out say of a project what is now known of it.
fn followed(session: &Past, id: ProjectId, facts: &Facts) -> Result<Vec<crate::Event>, Refusal> {
    let mut events = Vec::new();
    for ballot in &session.ballots {
        let worded = worded(ballot, id, facts);
        if worded == *ballot || session.withdrawn.contains_key(&ballot.id) {
            continue;
        }
        worded.check()?;
        events.push(ballot::Event::Saved { ballot: worded }.into());
    }
    Ok(events)
}

fn worded(ballot: &Ballot, id: ProjectId, facts: &Facts) -> Ballot {
    let mut ballot = ballot.clone();
    for entry in &mut ballot.contests {
        for (option, row) in entry.contest.options.iter_mut().zip(&mut entry.projects) {
            if row.of == Some(id) {
                option.name.clone_from(&facts.name);
                *row = ballot::Project { of: Some(id), ..facts.project.clone() };
            }
        }
    }
    ballot
}

impl Past {
    /// Returns the candidate projects that stand on no ballot.
    #[must_use]
    pub fn candidates(&self) -> Vec<&Project> {
        let waiting = |project: &&Project| {
            project.state == State::Candidate && on_ballot(self, project).is_none()
        };
        self.projects.list.iter().filter(waiting).collect()
    }

    /// Returns the ballot that stands and has a row of this project.
    #[must_use]
    pub fn ballot_of(&self, project: &Project) -> Option<&Ballot> {
        on_ballot(self, project)
    }

    /// Returns the ballots with rows of projects that are not on record.
    #[must_use]
    pub fn takeable(&self) -> Vec<Takeable> {
        let standing = self
            .ballots
            .iter()
            .filter(|ballot| ballot.origin.is_none() && !self.withdrawn.contains_key(&ballot.id));
        let counted = standing.map(|ballot| Takeable {
            ballot: ballot.id.clone(),
            title: ballot.title.clone(),
            rows: crate::ids::number(unknown_rows(self, ballot).len()),
        });
        counted.filter(|takeable| takeable.rows > 0).collect()
    }
}

/// Where rows stand that no project on record is of: the contest and the row in it, from 0.
fn unknown_rows(session: &Past, ballot: &Ballot) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, entry) in ballot.contests.iter().enumerate().filter(|(_, entry)| selects(entry)) {
        for (row, option) in entry.contest.options.iter().enumerate() {
            let refers = entry.projects.get(row).is_some_and(|project| project.of.is_some());
            let place = Row {
                ballot: ballot.id.clone(),
                contest: entry.contest.id.clone(),
                option: option.id.clone(),
            };
            let mut known = session.projects.list.iter();
            if !refers && !known.any(|project| project.row.as_ref() == Some(&place)) {
                found.push((at, row));
            }
        }
    }
    found
}

/// A ballot that is not out refers to its projects from then on; of one that is out the projects know
/// their row.
pub(super) fn take(session: &Past, id: &BallotId) -> Result<Vec<crate::Event>, Refusal> {
    let ballot = session.ballot(id)?;
    session.check_not_withdrawn(ballot)?;
    let rows = unknown_rows(session, ballot);
    if rows.is_empty() || ballot.origin.is_some() {
        return Err(Refusal::NoRowsToTake { ballot: ballot.title.clone() });
    }
    let changes = check_unissued(session, ballot).is_ok();
    let mut saved = ballot.clone();
    let mut events: Vec<crate::Event> = Vec::new();
    for (number, (at, row)) in (session.projects.next().0..).zip(rows) {
        let project = ProjectId(number);
        let (Some(entry), Some(kept)) = (ballot.contests.get(at), saved.contests.get_mut(at))
        else {
            continue;
        };
        let Some(option) = entry.contest.options.get(row) else { continue };
        let known = entry.projects.get(row).cloned().unwrap_or_default();
        let facts = facts_of_row(&option.name, "", &known);
        let place = Row {
            ballot: id.clone(),
            contest: entry.contest.id.clone(),
            option: option.id.clone(),
        };
        kept.projects.resize(entry.contest.options.len(), ballot::Project::default());
        if let Some(kept) = kept.projects.get_mut(row) {
            kept.of = Some(project);
        }
        let (proposer, row) = (Proposer::default(), (!changes).then_some(place));
        events.push(Event::Collected { project, facts, proposer, row }.into());
        let (screening, reason) = (Screening::Candidate, None);
        events.push(Event::Screened { project, screening, reason }.into());
    }
    if changes {
        saved.check()?;
        events.push(ballot::Event::Saved { ballot: saved }.into());
    }
    Ok(events)
}
