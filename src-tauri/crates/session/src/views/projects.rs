//! 会后: the projects in one list with what is late on top, each with its whole life on a line, and
//! the sheet a review goes through.

use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::Serialize;

use super::sittings::{EntitledView, deputies};
use crate::floor::hands::Stage;
use crate::ids::number;
use crate::paper::{PaperKind, check_carried, is_motion};
use crate::projects::{
    Authority, Change, Changed, ChosenBefore, Completion, Dated, Explanation, Facts, Late, Line,
    Plan, Project, Proposer, Review, Screened, ScreenedAs, Screening, Standing, State, Supervision,
    Takeable, Task, Voted, Way,
};
use crate::round::result::Outcome;
use crate::session::Past;
use crate::sittings::Member;
use crate::{ProjectId, ReviewId};

/// The room after the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProjectsView {
    /// The day lateness is told on.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// What is late first, then what goes on, what waits for the vote, and what is over.
    pub projects: Vec<ProjectView>,
    /// How many are late.
    pub late: u32,
    /// What a review goes through, what is late first.
    pub sheet: Vec<SheetRow>,
    /// The newest first.
    pub reviews: Vec<ReviewView>,
    /// What the next review is numbered.
    pub next_review: ReviewId,
    /// Who may watch over a project, in the order of the roster.
    pub deputies: Vec<EntitledView>,
    /// 主席团成员, as named.
    pub presidium: Vec<Member>,
    /// What the congress has passed, for a change that is its to decide.
    pub motions: Vec<PassedMotion>,
    /// Ballots with rows of projects that are not on record.
    pub takeable: Vec<Takeable>,
    /// What screening may make of a project, in the order in which it is offered.
    pub screenings: Vec<OfferedScreening>,
}

/// What screening may make of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedScreening {
    #[serde(rename = "as")]
    pub screened: ScreenedAs,
    /// Its proposer is told a reason.
    pub needs_reason: bool,
}

/// One project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProjectView {
    pub id: ProjectId,
    pub facts: Facts,
    pub proposer: Proposer,
    pub standing: Standing,
    /// What it became part of.
    pub into: Option<String>,
    /// Whether another may become part of it.
    pub takes_parts: bool,
    /// 赞成票 of the round that decided on it.
    pub votes: Option<u32>,
    /// The earlier session that chose it, where one did.
    pub chosen: Option<ChosenBefore>,
    /// Title of the ballot it stands on.
    pub ballot: Option<String>,
    pub supervision: Option<Supervision>,
    pub plan: Option<Plan>,
    /// The last day of its deadline; nothing where it names none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due: Option<NaiveDate>,
    /// Why it is late today; empty where it is not.
    pub late: Vec<Late>,
    /// Per cent, as seen last.
    pub percent: u32,
    /// In yuan, as told last.
    pub paid: u32,
    /// When it was seen last.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub seen_on: Option<NaiveDate>,
    /// What is open.
    pub task: Option<Task>,
    /// Its whole life, from the first day on.
    pub life: Vec<LifeStep>,
}

/// One step of a life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LifeStep {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    pub happened: Happened,
}

/// What happened to a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "LifeHappened"))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Happened {
    Collected {
        by: String,
        way: Way,
    },
    Screened {
        screening: Screening,
        reason: String,
    },
    Voted {
        ballot: String,
        votes: u32,
        outcome: Outcome,
    },
    /// 公告 was issued.
    Noticed {
        title: String,
    },
    /// 备案报告 was issued.
    Filed {
        title: String,
    },
    /// An earlier session chose it.
    ChosenBefore {
        chosen: ChosenBefore,
    },
    /// 结转: this session went on with it.
    CarriedOver,
    Supervised {
        head: String,
    },
    Planned {
        steps: u32,
    },
    Seen {
        review: Option<ReviewId>,
        line: Box<Line>,
    },
    Changed {
        change: Box<Change>,
        by: String,
        holds: bool,
        reason: String,
        was: Box<Facts>,
    },
    Completed {
        completion: Completion,
    },
    Explained {
        explanation: Explanation,
    },
    TakenBack {
        reason: String,
    },
}

/// One row of the sheet of a review: what stood before, to be overtyped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SheetRow {
    pub project: ProjectId,
    pub name: String,
    pub unit: String,
    pub person: String,
    pub deadline: String,
    /// Yuan, as estimated.
    pub investment: u32,
    /// Per cent before.
    pub percent: u32,
    /// Yuan before.
    pub paid: u32,
    /// Per cent its plan asks for by today; nothing where it asks for none.
    pub planned: Option<u32>,
    /// What is open.
    pub task: Option<Task>,
    pub late: Vec<Late>,
}

/// A review that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReviewView {
    pub review: Review,
    /// 第一次调度.
    pub title: String,
    /// How many were late on its day.
    pub late: u32,
}

/// A motion the congress passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PassedMotion {
    pub by: Authority,
    pub title: String,
}

/// Returns the room after the session, on a day.
#[must_use]
pub fn view(session: &Past, today: NaiveDate) -> ProjectsView {
    let voted = session.voted();
    let since = session.meeting.as_ref().map_or(today, |meeting| meeting.held_on);
    let one =
        |(project, standing)| project_view(session, project, standing, &voted, (since, today));
    let mut projects: Vec<ProjectView> = session.standings().into_iter().map(one).collect();
    projects.sort_by_key(place);
    let reviews = session.projects.reviews().iter().rev();
    ProjectsView {
        today,
        late: number(projects.iter().filter(|project| !project.late.is_empty()).count()),
        sheet: projects
            .iter()
            .filter(|one| is_reviewed(one))
            .map(|one| sheet_row(one, today))
            .collect(),
        reviews: reviews.map(|review| review_view(session, review)).collect(),
        next_review: ReviewId(number(session.projects.reviews().len()).saturating_add(1)),
        deputies: deputies(session),
        presidium: session.sittings.presidium().to_vec(),
        motions: motions(session),
        takeable: session.takeable(),
        screenings: ScreenedAs::ALL
            .map(|screened| OfferedScreening { screened, needs_reason: screened.needs_reason() })
            .to_vec(),
        projects,
    }
}

/// What is late first: by its gravest reason, and then the longest of it on top.
fn place(project: &ProjectView) -> (u8, u8, Reverse<u32>, ProjectId) {
    let (gravity, days) = project.late.first().map_or((0, 0), |late| match late {
        Late::Overdue { days, .. } => (0, *days),
        Late::TaskOverdue { days, .. } => (1, *days),
        Late::Behind { planned, percent, .. } => (2, planned.saturating_sub(*percent)),
        Late::Silent { days, .. } => (3, *days),
    });
    let rank = match project.standing {
        Standing::Going if !project.late.is_empty() => 0,
        Standing::Going => 1,
        Standing::Suspended => 2,
        Standing::Collected => 3,
        Standing::Candidate => 4,
        Standing::Kept => 5,
        Standing::Completed => 6,
        Standing::Ended => 7,
        Standing::NotChosen => 8,
        Standing::Merged => 9,
        Standing::LeftOut => 10,
    };
    (rank, gravity, Reverse(days), project.id)
}

fn is_reviewed(project: &ProjectView) -> bool {
    matches!(project.standing, Standing::Going | Standing::Suspended)
}

fn project_view(
    session: &Past,
    project: &Project,
    standing: Standing,
    voted: &[Voted],
    (since, today): (NaiveDate, NaiveDate),
) -> ProjectView {
    let said: Vec<&Voted> = voted.iter().filter(|one| one.project == project.id).collect();
    let deciding = said.iter().find(|one| one.outcome == Outcome::Chosen).or(said.last());
    let into = match project.state {
        State::Merged { into } => session.projects.project(into).ok(),
        State::Collected | State::Candidate | State::Kept | State::LeftOut | State::CarriedOver => {
            None
        }
    };
    let course = &project.course;
    let seen = course.progress().last();
    ProjectView {
        id: project.id,
        facts: project.facts.clone(),
        proposer: project.proposer.clone(),
        standing,
        into: into.map(|other| other.facts.name.clone()),
        votes: deciding.map(|one| one.votes).or(project.carried().map(|it| it.chosen.votes)),
        chosen: project.carried().map(|carried| carried.chosen.clone()),
        takes_parts: project.state.takes_parts(),
        ballot: session.ballot_of(project).map(|ballot| ballot.title.clone()),
        supervision: course.supervision().cloned(),
        plan: course.plan().cloned(),
        due: project.due(since, today),
        late: project.late(standing, since, today),
        percent: course.percent(),
        paid: course.paid(),
        seen_on: seen.map(|seen| seen.on),
        task: seen.and_then(|seen| seen.line.task.clone()),
        life: life(session, project, &said),
    }
}

fn life(session: &Past, project: &Project, voted: &[&Voted]) -> Vec<LifeStep> {
    let step = |on: NaiveDate, happened: Happened| LifeStep { on, happened };
    let proposer = &project.proposer;
    let mut life = vec![step(
        project.collected_on,
        Happened::Collected { by: proposer.by.clone(), way: proposer.way },
    )];
    life.extend(project.screened.iter().map(|Screened { on, screening, reason }| {
        let reason = reason.as_ref().map(ToString::to_string).unwrap_or_default();
        step(*on, Happened::Screened { screening: screening.clone(), reason })
    }));
    if let Some(carried) = project.carried() {
        let chosen = carried.chosen.clone();
        life.push(step(chosen.on, Happened::ChosenBefore { chosen }));
    }
    for Voted { round, votes, outcome, .. } in voted {
        life.extend(of_round(session, *round, *votes, *outcome));
    }
    life.extend(of_course(session, project));
    life.extend(project.carried().map(|_| step(project.begun_on, Happened::CarriedOver)));
    // What happened on one day stays in the order above.
    life.sort_by_key(|step| step.on);
    life
}

fn of_round(session: &Past, round: crate::RoundId, votes: u32, outcome: Outcome) -> Vec<LifeStep> {
    let Ok(found) = session.round(round) else { return Vec::new() };
    let Some(certificate) = found.certificate() else { return Vec::new() };
    let ballot = found.ballot().title.clone();
    let mut steps = vec![LifeStep {
        on: certificate.at.date_naive(),
        happened: Happened::Voted { ballot, votes, outcome },
    }];
    let issued = session.papers.iter().filter(|paper| !paper.is_superseded());
    steps.extend(issued.filter_map(|paper| {
        let title = paper.title().to_owned();
        let happened = if *paper.kind() == (PaperKind::Notice { round }) {
            Happened::Noticed { title }
        } else if *paper.kind() == (PaperKind::FilingReport { round }) {
            Happened::Filed { title }
        } else {
            return None;
        };
        Some(LifeStep { on: paper.at().date_naive(), happened })
    }));
    steps
}

fn of_course(session: &Past, project: &Project) -> Vec<LifeStep> {
    let course = &project.course;
    let (supervised, _) = course.arranged_on();
    let mut steps: Vec<LifeStep> = Vec::new();
    let mut push = |on: NaiveDate, happened: Happened| steps.push(LifeStep { on, happened });
    if let (Some(on), Some(supervision)) = (supervised, course.supervision()) {
        push(on, Happened::Supervised { head: supervision.head.name.clone() });
    }
    for Dated { on, what } in course.plans() {
        push(*on, Happened::Planned { steps: number(what.steps.len()) });
    }
    for progress in course.progress() {
        let (review, line) = (progress.review, Box::new(progress.line.clone()));
        push(progress.on, Happened::Seen { review, line });
    }
    for Changed { on, change, by, reason, was } in course.changes() {
        let before = matches!(by, Authority::Earlier { .. });
        let holds = before || check_carried(session, by).is_ok();
        let (change, was) = (Box::new(change.clone()), Box::new(was.clone()));
        let reason = reason.to_string();
        let by = session.authority(by);
        push(*on, Happened::Changed { change, by, holds, reason, was });
    }
    for explanation in course.explanations() {
        push(explanation.on, Happened::Explained { explanation: explanation.clone() });
    }
    for Dated { on, what } in course.taken_back() {
        push(*on, Happened::TakenBack { reason: what.to_string() });
    }
    if let Some(completion) = course.completion() {
        push(completion.on, Happened::Completed { completion: completion.clone() });
    }
    steps
}

fn sheet_row(project: &ProjectView, today: NaiveDate) -> SheetRow {
    let mut steps = project.plan.iter().flat_map(|plan| &plan.steps);
    let facts = &project.facts;
    SheetRow {
        project: project.id,
        name: facts.name.clone(),
        unit: facts.project.unit.clone(),
        person: facts.project.person.clone(),
        deadline: facts.project.deadline.clone(),
        investment: facts.project.investment,
        percent: project.percent,
        paid: project.paid,
        planned: steps.rfind(|step| step.by <= today).map(|step| step.percent),
        task: project.task.clone(),
        late: project.late.clone(),
    }
}

fn review_view(session: &Past, review: &Review) -> ReviewView {
    let late = number(session.late_at(review).len());
    ReviewView { review: review.clone(), title: review.title(), late }
}

fn motions(session: &Past) -> Vec<PassedMotion> {
    let by_hand = session
        .hand_votes
        .iter()
        .filter(|vote| matches!(vote.stage, Stage::Announced(_)))
        .map(|vote| (Authority::Hands { vote: vote.id }, vote.title()));
    let on_paper = session.rounds.iter().flat_map(|round| {
        let motions = round.ballot().contests.iter().filter(|entry| is_motion(&entry.contest.kind));
        motions.map(|entry| {
            let (round, contest) = (round.id(), entry.contest.id.clone());
            (Authority::Paper { round, contest }, entry.contest.title.clone())
        })
    });
    let passed = by_hand.chain(on_paper).filter(|(by, _)| check_carried(session, by).is_ok());
    passed.map(|(by, title)| PassedMotion { by, title }).collect()
}
