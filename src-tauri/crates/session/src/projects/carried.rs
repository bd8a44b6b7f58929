//! 结转: a project that an earlier session chose and that is not over. The next session begins with
//! all that was recorded of it, and goes on from there; that it is chosen was certified there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Authority, Carrying, Changed, Course, Event, Facts, Line, Progress, Project, Projects,
    Proposer, State,
};
use crate::floor::last;
use crate::session::{OutOfPlace, Past};
use crate::{Entry, ProjectId, Refusal};

/// Which session chose a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ChosenBefore {
    /// Full title of that session.
    pub session: String,
    /// Its number there.
    pub project: ProjectId,
    /// Day of that session.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// 赞成票.
    pub votes: u32,
}

/// A project as it goes over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// Its number in this session.
    pub project: ProjectId,
    pub chosen: ChosenBefore,
    pub facts: Facts,
    pub proposer: Proposer,
    pub collected_on: NaiveDate,
    /// All of it: reviews belong to the session that held them, whoever decided a change is named as
    /// that session names them.
    pub course: Course,
}

impl Past {
    /// Returns the chosen projects that are not over, as the next session begins with them, numbered
    /// from 1.
    pub(crate) fn projects_to_carry(&self) -> Vec<Carried> {
        let Ok(meeting) = self.described() else { return Vec::new() };
        let voted = self.voted();
        let chosen = |project: &Project| match &project.carried {
            Some(carried) => carried.chosen.clone(),
            None => ChosenBefore {
                session: meeting.title(),
                project: project.id,
                on: meeting.held_on,
                votes: voted
                    .iter()
                    .rfind(|one| one.project == project.id)
                    .map_or(0, |one| one.votes),
            },
        };
        let open = self.chosen_projects().into_iter().map(|(project, _)| project);
        let open = open.filter(|project| project.course.carrying.goes_on());
        let carried = (1..).map(ProjectId).zip(open).map(|(number, project)| {
            let of = Carried {
                project: number,
                chosen: chosen(project),
                facts: project.facts.clone(),
                proposer: project.proposer.clone(),
                collected_on: project.collected_on,
                course: project.course.clone(),
            };
            of.settled(|by| self.authority(by))
        });
        carried.collect()
    }
}

impl Carried {
    /// As it stands outside the session it comes from.
    fn settled(mut self, named: impl Fn(&Authority) -> String) -> Self {
        for Progress { review, line, .. } in &mut self.course.progress {
            *review = None;
            *line = Line { project: self.project, ..line.clone() };
        }
        for Changed { by, .. } in &mut self.course.changes {
            *by = match &*by {
                Authority::Presidium => Authority::Presidium,
                by @ (Authority::Hands { .. }
                | Authority::Paper { .. }
                | Authority::Earlier { .. }) => Authority::Earlier { named: named(by) },
            };
        }
        self
    }

    /// Tells whether it is one that goes on, and tells of nothing but itself.
    fn holds(&self) -> bool {
        let stays = match self.course.carrying {
            Carrying::Going | Carrying::Suspended => true,
            Carrying::Ended | Carrying::Completed(_) => false,
        };
        let here = |by: &Authority| match by {
            Authority::Earlier { named } => named.clone(),
            Authority::Presidium | Authority::Hands { .. } | Authority::Paper { .. } => {
                String::new()
            }
        };
        let named = !self.facts.name.trim().is_empty() && self.facts.project.of.is_none();
        let whole = self.course.progress.iter().all(|seen| seen.line.percent <= super::WHOLE);
        stays && named && whole && *self == self.clone().settled(here)
    }
}

/// Returns the entry of a project that goes over.
pub(crate) fn carry(session: &Past, carried: &Carried) -> Result<Vec<crate::Event>, Refusal> {
    last::check_beginning(session)?;
    if carried.project != session.projects.next() || !carried.holds() {
        return Err(Refusal::NotCarriedOver { name: carried.facts.name.clone() });
    }
    Ok(vec![Event::CarriedOver { carried: Box::new(carried.clone()) }.into()])
}

pub(super) fn apply(
    projects: &mut Projects,
    carried: &Carried,
    entry: &Entry,
) -> Result<(), OutOfPlace> {
    if carried.project != projects.next() {
        return Err(OutOfPlace("a project that went over, out of its order"));
    }
    projects.list.push(Project {
        id: carried.project,
        facts: carried.facts.clone(),
        proposer: carried.proposer.clone(),
        collected_on: carried.collected_on,
        row: None,
        state: State::CarriedOver,
        screened: Vec::new(),
        course: carried.course.clone(),
        carried: Some(Box::new(carried.clone())),
        begun_on: entry.at.date_naive(),
    });
    Ok(())
}
