//! 民生实事项目: a project through its life. 征集 collected, 初选 screened, 候选 candidate, 票决 chosen by the
//! ballot's row that refers to it, 实施 carried out under supervision, 调整 changed, 完成 done or 说明
//! explained.
//!
//! Nothing of it touches a vote: that a project is chosen is read from the certified count and stands
//! nowhere else. Where a count is opened again, its projects are candidates once more.

mod asked;
mod carried;
mod carrying;
mod entered;
mod late;
mod rows;
mod screening;
mod supervising;
mod told;
mod voted;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::session::{OutOfPlace, Past};
use crate::{BallotId, Entry, ProjectId, Reason, Refusal, ReviewId, ballot};

pub(crate) use asked::asked;
pub(crate) use carried::carry;
pub use carried::{Carried, ChosenBefore};
pub use carrying::{
    Authority, Carrying, Change, Changed, Completion, Course, Dated, Explanation, Line, Plan,
    Progress, Review, Step, Supervision, Task,
};
pub(crate) use entered::{cleaned, reason_in};
pub use late::{Late, SILENT_DAYS, day_of_deadline};
pub use rows::{Row, Takeable};
pub(crate) use rows::{check_refers, facts_from_rows};
pub use screening::{Proposer, Screened, ScreenedAs, Screening, State, Way};
pub use voted::{Standing, Voted};

/// The most per cent there can be.
const WHOLE: u32 = 100;

/// 项目事实: what is known of a project, typed once. What stands on a ballot is the ballot's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectFacts"))]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// 名称; not empty.
    pub name: String,
    /// 实施地点; may be empty.
    pub place: String,
    /// 内容, 投资, 资金来源, 责任单位, 责任人, 完成时限; it refers to nothing.
    pub project: ballot::Project,
}

/// One project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    pub(crate) id: ProjectId,
    pub(crate) facts: Facts,
    pub(crate) proposer: Proposer,
    /// The day it was put on record.
    pub(crate) collected_on: NaiveDate,
    /// The row of a ballot that was already out when the project was put on record.
    pub(crate) row: Option<Row>,
    pub(crate) state: State,
    /// Every screening, in order.
    pub(crate) screened: Vec<Screened>,
    /// How it is carried out, once it is chosen.
    pub(crate) course: Course,
    /// As it went over from an earlier session that chose it, where it did.
    pub(crate) carried: Option<Box<Carried>>,
    /// The day it was put on record here.
    pub(crate) begun_on: NaiveDate,
}

/// What was collected, and what was reviewed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projects {
    list: Vec<Project>,
    reviews: Vec<Review>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A project was put on record, with a number of its own.
    #[serde(rename = "projects.collected")]
    Collected {
        project: ProjectId,
        facts: Facts,
        proposer: Proposer,
        /// The row of a ballot that was out already, whose project it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        row: Option<Row>,
    },
    /// What is known of a project was put otherwise, before it was voted on.
    #[serde(rename = "projects.facts_changed")]
    FactsChanged { project: ProjectId, facts: Facts, proposer: Proposer },
    /// 结转: an earlier session chose the project, and it is not over. Only behind the entry that names
    /// that session.
    #[serde(rename = "projects.carried_over")]
    CarriedOver { carried: Box<Carried> },
    /// 筛选: it was said what becomes of a project.
    #[serde(rename = "projects.screened")]
    Screened {
        project: ProjectId,
        screening: Screening,
        /// What its proposer is told; empty only of a candidate.
        #[serde(with = "crate::reason::left_out")]
        reason: Option<Reason>,
    },
    /// 监督分工: it was said who watches over a project.
    #[serde(rename = "projects.supervised")]
    Supervised { project: ProjectId, supervision: Supervision },
    /// 实施计划: it was said how a project is carried out.
    #[serde(rename = "projects.planned")]
    Planned { project: ProjectId, plan: Plan },
    /// 进展: what was seen of a project on a day.
    #[serde(rename = "projects.progress_noted")]
    ProgressNoted { on: NaiveDate, line: Line },
    /// 调度: a review was held, or what was noted of it was put right.
    #[serde(rename = "projects.reviewed")]
    Reviewed { review: Review },
    /// 调整: what was decided of a project after the vote.
    #[serde(rename = "projects.changed")]
    Changed { project: ProjectId, on: NaiveDate, change: Change, by: Authority, reason: Reason },
    /// 完成.
    #[serde(rename = "projects.completed")]
    Completed { project: ProjectId, completion: Completion },
    /// 说明: why a project is not done, and how it goes on.
    #[serde(rename = "projects.explained")]
    Explained { project: ProjectId, explanation: Explanation },
    /// A project that had been called done is not.
    #[serde(rename = "projects.completion_taken_back")]
    CompletionTakenBack { project: ProjectId, reason: Reason },
}

/// A project as it is handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "CollectedProject"))]
#[serde(deny_unknown_fields)]
pub struct Collected {
    pub facts: Facts,
    pub proposer: Proposer,
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "ProjectsCommand"))]
pub enum Command {
    /// 征集: put projects on record; at least one.
    Collect { projects: Vec<Collected> },
    /// Put what is known of a project otherwise, before it is voted on; the ballots that are not out
    /// follow.
    ChangeFacts { project: ProjectId, facts: Facts, proposer: Proposer },
    /// 筛选: say what becomes of projects, for one reason; at least one.
    Screen {
        projects: Vec<ProjectId>,
        screening: Screening,
        /// What their proposers are told; may be empty for candidates.
        reason: String,
    },
    /// Put the rows of a ballot on record as candidate projects, those that refer to none.
    TakeRows { ballot: BallotId },
    /// 监督分工.
    Supervise { project: ProjectId, supervision: Supervision },
    /// 实施计划.
    SetPlan { project: ProjectId, plan: Plan },
    /// 进展: note what was seen of a project on a day.
    NoteProgress {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        line: Line,
    },
    /// 调度: record a review with the lines of all projects at once, or put one right.
    HoldReview { review: Review },
    /// 调整.
    Change {
        project: ProjectId,
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
        change: Change,
        by: Authority,
        /// Why; not empty.
        reason: String,
    },
    /// 完成.
    Complete { project: ProjectId, completion: Completion },
    /// 说明.
    Explain { project: ProjectId, explanation: Explanation },
    /// A project that was called done is not.
    TakeBackCompletion {
        project: ProjectId,
        /// Why; not empty.
        reason: String,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    session.described()?;
    match command {
        Command::Collect { projects } => screening::collect(session, projects),
        Command::ChangeFacts { project, facts, proposer } => {
            rows::change_facts(session, *project, facts, proposer)
        }
        Command::Screen { projects, screening, reason } => {
            screening::screen(session, projects, screening, reason)
        }
        Command::TakeRows { ballot } => rows::take(session, ballot),
        Command::Supervise { project, supervision } => {
            supervising::supervise(session, *project, supervision)
        }
        Command::SetPlan { project, plan } => supervising::plan(session, *project, plan),
        Command::NoteProgress { on, line } => supervising::note(session, *on, line),
        Command::HoldReview { review } => supervising::review(session, review),
        Command::Change { project, on, change, by, reason } => {
            supervising::change(session, *project, *on, change, by, reason)
        }
        Command::Complete { project, completion } => {
            supervising::complete(session, *project, completion)
        }
        Command::Explain { project, explanation } => {
            supervising::explain(session, *project, explanation)
        }
        Command::TakeBackCompletion { project, reason } => {
            supervising::take_back(session, *project, reason)
        }
    }
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    let projects = &mut session.projects;
    match event {
        Event::Collected { project, facts, proposer, row } => {
            let (id, facts, proposer) = (*project, facts.clone(), proposer.clone());
            let collected_on = entry.at.date_naive();
            projects.list.push(Project {
                id,
                facts,
                proposer,
                collected_on,
                row: row.clone(),
                state: State::Collected,
                screened: Vec::new(),
                course: Course::default(),
                carried: None,
                begun_on: collected_on,
            });
        }
        Event::CarriedOver { carried } => carried::apply(projects, carried, entry)?,
        Event::FactsChanged { project, facts, proposer } => {
            let found = projects.found_mut(*project)?;
            found.facts.clone_from(facts);
            found.proposer.clone_from(proposer);
        }
        Event::Screened { project, screening, reason } => {
            let (on, reason) = (entry.at.date_naive(), reason.clone());
            let found = projects.found_mut(*project)?;
            found.state = found.state.screened(screening).ok_or(screening::OUT_OF_ORDER)?;
            found.screened.push(Screened { on, screening: screening.clone(), reason });
        }
        Event::Supervised { .. }
        | Event::Planned { .. }
        | Event::ProgressNoted { .. }
        | Event::Changed { .. }
        | Event::Completed { .. }
        | Event::Explained { .. }
        | Event::CompletionTakenBack { .. } => supervising::apply(projects, event, entry)?,
        Event::Reviewed { review } => supervising::reviewed(projects, review)?,
    }
    Ok(())
}

impl Projects {
    /// Returns every project in the order they were collected.
    #[must_use]
    pub fn list(&self) -> &[Project] {
        &self.list
    }

    /// Returns the reviews in the order they were first recorded.
    #[must_use]
    pub fn reviews(&self) -> &[Review] {
        &self.reviews
    }

    /// Returns a review.
    ///
    /// # Errors
    /// [`Refusal::NoSuchReview`].
    pub fn review(&self, id: ReviewId) -> Result<&Review, Refusal> {
        let found = self.reviews.iter().find(|review| review.id == id);
        found.ok_or(Refusal::NoSuchReview { review: id })
    }

    /// Returns a project.
    ///
    /// # Errors
    /// [`Refusal::NoSuchProject`].
    pub fn project(&self, id: ProjectId) -> Result<&Project, Refusal> {
        let found = self.list.iter().find(|project| project.id == id);
        found.ok_or(Refusal::NoSuchProject { project: id })
    }

    fn found_mut(&mut self, id: ProjectId) -> Result<&mut Project, OutOfPlace> {
        let found = self.list.iter_mut().find(|project| project.id == id);
        found.ok_or(OutOfPlace("an unknown project"))
    }

    /// The number of the next one.
    fn next(&self) -> ProjectId {
        ProjectId(self.list.iter().map(|project| project.id.0).max().unwrap_or(0).saturating_add(1))
    }
}

impl Project {
    /// Returns its number, from 1 within the session.
    #[must_use]
    pub fn id(&self) -> ProjectId {
        self.id
    }

    /// Returns what is known of it now.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Returns who proposed it and how.
    #[must_use]
    pub fn proposer(&self) -> &Proposer {
        &self.proposer
    }

    /// Returns the day it was put on record.
    #[must_use]
    pub fn collected_on(&self) -> NaiveDate {
        self.collected_on
    }

    /// 结转: returns what it was when it went over from the session that chose it; nothing of one of
    /// this session's own.
    #[must_use]
    pub fn carried(&self) -> Option<&Carried> {
        self.carried.as_deref()
    }

    /// Returns the day of the session that chose it, or may: the one of `held_on` where it is this
    /// session's own.
    #[must_use]
    pub fn since(&self, held_on: NaiveDate) -> NaiveDate {
        self.carried.as_ref().map_or(held_on, |carried| carried.chosen.on)
    }

    /// Returns what screening made of it.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Returns every screening of it, in order.
    #[must_use]
    pub fn screened(&self) -> &[Screened] {
        &self.screened
    }

    /// Returns how it is carried out.
    #[must_use]
    pub fn course(&self) -> &Course {
        &self.course
    }
}

impl Past {
    /// Returns the projects this session collected itself.
    #[must_use]
    pub fn collected(&self) -> Vec<&Project> {
        self.projects.list.iter().filter(|project| project.carried.is_none()).collect()
    }

    /// Returns what was collected and reviewed.
    #[must_use]
    pub fn projects(&self) -> &Projects {
        &self.projects
    }
}
