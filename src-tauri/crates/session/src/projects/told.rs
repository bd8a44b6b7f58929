//! 上年项目: what the next session is told of the projects this one chose.

use super::{Carrying, Change, Changed, Completion, Explanation, Project, voted};
use crate::ballot::{self, PastProject};
use crate::round::Round;
use crate::round::matter::chosen_rows;
use crate::session::Past;
use crate::written::day;

impl Past {
    /// Returns the projects that were chosen and announced, with the rounds that chose them, in the
    /// order of the votes, and what became of each. A row that no project on record is of tells only
    /// what stood on the ballot.
    #[must_use]
    pub fn projects_of_the_year(&self) -> Vec<(&Round, PastProject)> {
        let mut told = Vec::new();
        for round in &self.rounds {
            for (entry, row, at) in chosen_rows(round) {
                let project = at.and_then(|at| voted::of_row(self, round, entry, at));
                let project = project.and_then(|id| self.projects.project(id).ok());
                let printed = at.and_then(|at| entry.projects.get(at)).cloned();
                let past = project.map_or_else(
                    || PastProject {
                        name: row.name,
                        project: ballot::Project { of: None, ..printed.unwrap_or_default() },
                        done: false,
                        state: String::new(),
                    },
                    |project| self.past(project),
                );
                told.push((round, past));
            }
        }
        told
    }

    /// 上年项目情况: returns what the next session is told of a chosen project, as it is known now.
    #[must_use]
    pub fn past(&self, project: &Project) -> PastProject {
        let course = project.course();
        let (done, state) = match course.carrying() {
            Carrying::Completed(completion) => (true, completed(completion)),
            Carrying::Ended | Carrying::Suspended => (false, self.stopped(project)),
            Carrying::Going => (false, going(project)),
        };
        let facts = &project.facts;
        PastProject { name: facts.name.clone(), project: facts.project.clone(), done, state }
    }

    fn stopped(&self, project: &Project) -> String {
        let decided =
            |changed: &&Changed| matches!(changed.change, Change::Suspended | Change::Ended);
        let last = project.course().changes().iter().rfind(decided);
        last.map_or_else(String::new, |Changed { on, change, by, reason, .. }| {
            let by = self.authority(by);
            format!("{}经{by}决定{}：{reason}", day(*on), change.words())
        })
    }
}

fn completed(Completion { on, note, .. }: &Completion) -> String {
    let on = day(*on);
    if note.is_empty() { format!("{on}完成") } else { format!("{on}完成。{note}") }
}

fn going(project: &Project) -> String {
    let course = project.course();
    let percent = course.percent();
    if let Some(Explanation { why, next, by, .. }) = course.explanations().last() {
        let by = by.map(|by| format!("预计{}前完成", day(by)));
        let next = Some(next.clone()).filter(|next| !next.is_empty());
        let then = [next, by].into_iter().flatten().collect::<Vec<_>>().join("，");
        let then = if then.is_empty() { then } else { format!("；{then}") };
        return format!("进度{percent}%。{why}{then}");
    }
    let seen = course.progress().last().map_or("", |seen| seen.line.seen.as_str());
    if seen.is_empty() { format!("进度{percent}%") } else { format!("进度{percent}%。{seen}") }
}
