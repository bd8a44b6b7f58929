//! 监督: what may be recorded of a project once it is chosen, and only then.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::screening::check_named;
use super::{
    Authority, Change, Changed, Completion, Dated, Event, Explanation, Line, Plan, Progress,
    Project, Projects, Review, Supervision, WHOLE,
};
use crate::paper::{MotionOutcome, check_carried};
use crate::session::{OutOfPlace, Past};
use crate::sittings::{self, Member};
use crate::{Entry, ProjectId, Reason, Refusal, ReviewId};

/// The most steps of a plan.
const MOST_STEPS: u32 = 50;

const OUT_OF_ORDER: OutOfPlace = OutOfPlace("a step of a project out of its order");

/// The project, which the congress has chosen.
fn chosen(session: &Past, id: ProjectId) -> Result<&Project, Refusal> {
    let project = session.projects.project(id)?;
    if session.standing(project).is_chosen() { Ok(project) } else { Err(stands(session, project)) }
}

fn stands(session: &Past, project: &Project) -> Refusal {
    let stands = session.standing(project);
    Refusal::ProjectStands { name: project.facts.name.clone(), stands }
}

/// Nothing was carried out before it was voted on: here, or at the session that chose it.
fn check_day(session: &Past, project: &Project, on: NaiveDate) -> Result<(), Refusal> {
    let held_on = session.meeting.as_ref().map(|meeting| project.since(meeting.held_on));
    match held_on.filter(|held_on| on < *held_on) {
        Some(held_on) => {
            Err(Refusal::DayBeforeSession { day: on.to_string(), held_on: held_on.to_string() })
        }
        None => Ok(()),
    }
}

fn check_percent(percent: u32) -> Result<(), Refusal> {
    if percent > WHOLE { Err(Refusal::NumberOutOfRange { least: 0, most: WHOLE }) } else { Ok(()) }
}

pub(super) fn supervise(
    session: &Past,
    id: ProjectId,
    supervision: &Supervision,
) -> Result<Vec<crate::Event>, Refusal> {
    chosen(session, id)?;
    let mut deputies: Vec<Member> = vec![supervision.head.clone()];
    deputies.extend(supervision.members.iter().cloned());
    sittings::check_members(session, &deputies)?;
    if let Some(contact) = &supervision.presidium {
        let presidium = session.sittings.presidium();
        if presidium.is_empty() {
            sittings::check_members(session, std::slice::from_ref(contact))?;
        } else if !presidium.contains(contact) {
            let (number, name) = (contact.number, contact.name.clone());
            return Err(Refusal::NotEntitled { number, name });
        }
    }
    Ok(vec![Event::Supervised { project: id, supervision: supervision.clone() }.into()])
}

pub(super) fn plan(
    session: &Past,
    id: ProjectId,
    plan: &Plan,
) -> Result<Vec<crate::Event>, Refusal> {
    let project = chosen(session, id)?;
    if crate::ids::number(plan.steps.len()) > MOST_STEPS {
        return Err(Refusal::NumberOutOfRange { least: 0, most: MOST_STEPS });
    }
    for step in &plan.steps {
        check_percent(step.percent)?;
    }
    let rises = plan
        .steps
        .windows(2)
        .all(|pair| matches!(pair, [one, next] if one.by < next.by && one.percent <= next.percent));
    if !rises {
        return Err(Refusal::PlanOutOfOrder { name: project.facts.name.clone() });
    }
    Ok(vec![Event::Planned { project: id, plan: plan.clone() }.into()])
}

fn check_line(session: &Past, line: &Line) -> Result<(), Refusal> {
    let project = chosen(session, line.project)?;
    if !project.course.carrying.goes_on() {
        return Err(stands(session, project));
    }
    check_percent(line.percent)?;
    sittings::check_members(session, &line.seen_by)?;
    match &line.task {
        Some(task) if task.what.trim().is_empty() => {
            Err(Refusal::TaskEmpty { name: project.facts.name.clone() })
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn note(
    session: &Past,
    on: NaiveDate,
    line: &Line,
) -> Result<Vec<crate::Event>, Refusal> {
    check_line(session, line)?;
    check_day(session, session.projects.project(line.project)?, on)?;
    Ok(vec![Event::ProgressNoted { on, line: line.clone() }.into()])
}

/// A review that is put right may speak of a project that has ended since.
pub(super) fn review(session: &Past, review: &Review) -> Result<Vec<crate::Event>, Refusal> {
    let known = session.projects.review(review.id);
    let next = ReviewId(crate::ids::number(session.projects.reviews.len()).saturating_add(1));
    let before: BTreeMap<ProjectId, &Line> = match known {
        Ok(before) => before.lines.iter().map(|line| (line.project, line)).collect(),
        Err(_) if review.id == next => BTreeMap::new(),
        Err(refusal) => return Err(refusal),
    };
    if review.lines.is_empty() {
        return Err(Refusal::NoProjectGiven);
    }
    let mut seen = BTreeSet::new();
    for line in &review.lines {
        let project = session.projects.project(line.project)?;
        check_day(session, project, review.held_on)?;
        if !seen.insert(line.project) {
            return Err(Refusal::ProjectTwice { name: project.facts.name.clone() });
        }
        match before.get(&line.project) {
            Some(stood) => {
                check_percent(line.percent)?;
                sittings::check_named(session, &line.seen_by, &stood.seen_by)?;
            }
            None => check_line(session, line)?,
        }
    }
    Ok(vec![Event::Reviewed { review: review.clone() }.into()])
}

/// 陕西票决制规定 18: a major change, a suspension or an end is the congress's, by a motion that it
/// adopted; all else the presidium's.
pub(super) fn change(
    session: &Past,
    id: ProjectId,
    on: NaiveDate,
    change: &Change,
    by: &Authority,
    reason: &str,
) -> Result<Vec<crate::Event>, Refusal> {
    let project = chosen(session, id)?;
    if project.course.carrying.clone().changed(change).is_none() {
        return Err(stands(session, project));
    }
    if let Change::Adjusted { facts } | Change::Major { facts } = change {
        check_named(facts)?;
    }
    match by {
        Authority::Presidium if change.needs_congress() => {
            return Err(Refusal::CongressDecides { name: project.facts.name.clone() });
        }
        Authority::Presidium => {}
        Authority::Hands { .. } | Authority::Paper { .. } | Authority::Earlier { .. } => {
            check_carried(session, by)?;
        }
    }
    check_day(session, project, on)?;
    let (change, by, reason) = (change.clone(), by.clone(), Reason::given(reason)?);
    Ok(vec![Event::Changed { project: id, on, change, by, reason }.into()])
}

pub(super) fn complete(
    session: &Past,
    id: ProjectId,
    completion: &Completion,
) -> Result<Vec<crate::Event>, Refusal> {
    let project = chosen(session, id)?;
    if project.course.carrying.clone().completed(completion).is_none() {
        return Err(stands(session, project));
    }
    check_day(session, project, completion.on)?;
    Ok(vec![Event::Completed { project: id, completion: completion.clone() }.into()])
}

pub(super) fn explain(
    session: &Past,
    id: ProjectId,
    explanation: &Explanation,
) -> Result<Vec<crate::Event>, Refusal> {
    let project = chosen(session, id)?;
    if project.course.completion().is_some() {
        return Err(stands(session, project));
    }
    Reason::given(&explanation.why)?;
    check_day(session, project, explanation.on)?;
    Ok(vec![Event::Explained { project: id, explanation: explanation.clone() }.into()])
}

pub(super) fn take_back(
    session: &Past,
    id: ProjectId,
    reason: &str,
) -> Result<Vec<crate::Event>, Refusal> {
    let project = chosen(session, id)?;
    if project.course.carrying.clone().taken_back().is_none() {
        return Err(stands(session, project));
    }
    let reason = Reason::given(reason)?;
    Ok(vec![Event::CompletionTakenBack { project: id, reason }.into()])
}

impl Past {
    /// Returns who decided a change, as papers and windows say it.
    #[must_use]
    pub fn authority(&self, by: &Authority) -> String {
        let motion = match by {
            Authority::Presidium => return "主席团".to_owned(),
            Authority::Earlier { named } => return named.clone(),
            Authority::Hands { vote } => {
                self.hand_vote(*vote).ok().map(|vote| vote.motion().title.clone())
            }
            Authority::Paper { round, contest } => self.round(*round).ok().and_then(|round| {
                let mut entries = round.ballot().contests.iter();
                let found = entries.find(|entry| entry.contest.id == *contest);
                found.map(|entry| entry.contest.title.clone())
            }),
        };
        motion.map_or_else(|| "大会".to_owned(), |motion| format!("大会《{}》", passed(&motion)))
    }
}

/// What a motion is called once it passed: no draft any more.
fn passed(motion: &str) -> String {
    match MotionOutcome::of(motion) {
        MotionOutcome::Resolution { title, .. } | MotionOutcome::Decision { title, .. } => title,
        MotionOutcome::Adopted { about } => about,
    }
}

/// What was recorded of one project; nothing else reaches here.
pub(super) fn apply(
    projects: &mut Projects,
    event: &Event,
    entry: &Entry,
) -> Result<(), OutOfPlace> {
    match event {
        Event::Supervised { project, supervision } => {
            let on = entry.at.date_naive();
            projects.found_mut(*project)?.course.supervision =
                Some(Dated { on, what: supervision.clone() });
        }
        Event::Planned { project, plan } => {
            let on = entry.at.date_naive();
            projects.found_mut(*project)?.course.plans.push(Dated { on, what: plan.clone() });
        }
        Event::ProgressNoted { on, line } => {
            let progress = Progress { on: *on, review: None, line: line.clone() };
            projects.found_mut(line.project)?.course.note(progress);
        }
        Event::Changed { project, on, change, by, reason } => {
            let found = projects.found_mut(*project)?;
            let carrying = std::mem::take(&mut found.course.carrying);
            found.course.carrying = carrying.changed(change).ok_or(OUT_OF_ORDER)?;
            let was = found.facts.clone();
            if let Change::Adjusted { facts } | Change::Major { facts } = change {
                found.facts.clone_from(facts);
            }
            let (on, change, by, reason) = (*on, change.clone(), by.clone(), reason.clone());
            found.course.changes.push(Changed { on, change, by, reason, was });
        }
        Event::Completed { project, completion } => {
            let course = &mut projects.found_mut(*project)?.course;
            let carrying = std::mem::take(&mut course.carrying);
            course.carrying = carrying.completed(completion).ok_or(OUT_OF_ORDER)?;
        }
        Event::Explained { project, explanation } => {
            projects.found_mut(*project)?.course.explanations.push(explanation.clone());
        }
        Event::CompletionTakenBack { project, reason } => {
            let course = &mut projects.found_mut(*project)?.course;
            let carrying = std::mem::take(&mut course.carrying);
            course.carrying = carrying.taken_back().ok_or(OUT_OF_ORDER)?;
            let on = entry.at.date_naive();
            course.taken_back.push(Dated { on, what: reason.clone() });
        }
        Event::Collected { .. }
        | Event::CarriedOver { .. }
        | Event::FactsChanged { .. }
        | Event::Screened { .. }
        | Event::Reviewed { .. } => {}
    }
    Ok(())
}

/// What was put right takes the place of what was there.
pub(super) fn reviewed(projects: &mut Projects, review: &Review) -> Result<(), OutOfPlace> {
    for project in &mut projects.list {
        project.course.progress.retain(|progress| progress.review != Some(review.id));
    }
    for line in &review.lines {
        let progress = Progress { on: review.held_on, review: Some(review.id), line: line.clone() };
        projects.found_mut(line.project)?.course.note(progress);
    }
    match projects.reviews.iter_mut().find(|known| known.id == review.id) {
        Some(known) => known.clone_from(review),
        None => projects.reviews.push(review.clone()),
    }
    Ok(())
}
