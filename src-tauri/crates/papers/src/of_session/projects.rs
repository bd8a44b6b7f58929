//! 民生实事项目: what papers say of projects before and after the session, and of a review on its day.

use chrono::{Datelike, NaiveDate};
use session::floor::meeting::Meeting;
use session::projects::{
    Change, Changed, Explanation, Line, Project, Review, Standing, State, Task, Way,
};
use session::sittings::Member;
use session::tally::Kind;
use session::written;
use session::{Session, number};

use super::twice::Twice;
use super::{meeting, rules};
use crate::data::projects::{
    OfProjects, OfReview, PlanStep, ProjectLife, ProjectsFacts, ReviewFacts, WayCount,
};

/// Returns what a paper about the projects may say.
pub(super) fn of_projects(session: &Session, named: &Meeting) -> OfProjects {
    OfProjects {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        projects: facts(session, named),
    }
}

/// Returns what a paper about a review may say.
pub(super) fn of_review(session: &Session, named: &Meeting, review: &Review) -> OfReview {
    OfReview {
        session: meeting::name(named),
        meeting: meeting::facts(session, named),
        people: meeting::people(session),
        projects: facts(session, named),
        review: reviewed(session, named, review),
    }
}

/// Returns the last day anything was recorded of a chosen project; the session's own where nothing
/// was.
pub(super) fn as_of(session: &Session, named: &Meeting) -> NaiveDate {
    let reviews = session.projects().reviews().iter().map(|review| review.held_on);
    let courses = session.projects().list().iter().map(Project::course);
    let noted = courses.flat_map(|course| {
        let seen = course.progress().iter().map(|progress| progress.on);
        let changed = course.changes().iter().map(|changed| changed.on);
        let explained = course.explanations().iter().map(|explanation| explanation.on);
        let completed = course.completion().map(|completion| completion.on);
        let (supervised, planned) = course.arranged_on();
        let completed = completed.into_iter().chain(supervised).chain(planned);
        seen.chain(changed).chain(explained).chain(completed)
    });
    reviews.chain(noted).max().unwrap_or(named.held_on)
}

fn facts(session: &Session, named: &Meeting) -> ProjectsFacts {
    let day = as_of(session, named);
    let twice = Twice::on_the_roster(session);
    let life = |(project, standing)| life(session, named, &twice, project, standing, day);
    let chosen = session.chosen_projects();
    let yuan = |of: fn(&Project) -> u32| -> String {
        let own = chosen.iter().filter(|(project, _)| project.carried().is_none());
        let sum: u64 = own.map(|(project, _)| u64::from(of(project))).sum();
        written::in_ten_thousands(sum)
    };
    ProjectsFacts {
        year: year(session, named),
        as_of: day,
        ways: ways(session),
        investment: yuan(|project| project.facts().project.investment),
        paid: yuan(|project| project.course().paid()),
        reviews: number(session.projects().reviews().len()),
        all: collected_here(session).into_iter().map(life).collect(),
        chosen: chosen.iter().copied().map(life).collect(),
    }
}

fn collected_here(session: &Session) -> Vec<(&Project, Standing)> {
    let all = session.standings().into_iter();
    all.filter(|(project, _)| project.carried().is_none()).collect()
}

/// The year the vote on them names, else that of the session.
fn year(session: &Session, named: &Meeting) -> i32 {
    let contests = session.ballots().iter().flat_map(|ballot| {
        ballot.contests.iter().map(move |entry| (&ballot.title, &entry.contest.kind))
    });
    let mut titles = contests.filter(|(_, kind)| matches!(kind, Kind::Selection(_)));
    titles
        .find_map(|(title, _)| session::ballot::year_named(title))
        .unwrap_or_else(|| named.held_on.year())
}

fn ways(session: &Session) -> Vec<WayCount> {
    let of = |way: Way| {
        let all = session.collected().into_iter();
        number(all.filter(|project| project.proposer().way == way).count())
    };
    [Way::Visit, Way::Station, Way::Online, Way::Other]
        .into_iter()
        .map(|way| WayCount { name: way.words().to_owned(), count: of(way) })
        .filter(|way| way.count > 0)
        .collect()
}

fn reviewed(session: &Session, named: &Meeting, review: &Review) -> ReviewFacts {
    let twice = Twice::on_the_roster(session);
    let told = |project: &Project, standing: Standing| {
        life(session, named, &twice, project, standing, review.held_on)
    };
    let late: Vec<ProjectLife> = session
        .late_at(review)
        .into_iter()
        .map(|(project, _)| told(project, Standing::Going))
        .collect();
    let line = |line: &Line| {
        let project = session.projects().project(line.project).ok()?;
        let standing = session.standing_at(review, project);
        Some(with_line(told(project, standing), line))
    };
    let mut lines: Vec<ProjectLife> = review.lines.iter().filter_map(line).collect();
    lines.sort_by_key(|line| line.late.is_empty());
    let mut chosen = session.chosen_projects();
    chosen.retain(|(project, _)| project.carried().is_none());
    let done = chosen.iter().filter(|(project, _)| {
        project.course().completion().is_some_and(|completion| completion.on <= review.held_on)
    });
    ReviewFacts {
        title: review.title(),
        date: review.held_on,
        chair: review.chair.clone(),
        done: number(done.count()),
        chosen: number(chosen.len()),
        lines,
        late,
    }
}

/// What was told at the review, whatever was seen on the same day.
fn with_line(life: ProjectLife, told: &Line) -> ProjectLife {
    ProjectLife {
        percent: told.percent,
        paid: if told.paid == 0 { String::new() } else { written::in_ten_thousands(told.paid) },
        seen: told.seen.clone(),
        problem: told.problem.clone(),
        task: told.task.as_ref().map(task).unwrap_or_default(),
        ..life
    }
}

fn task(task: &Task) -> String {
    let who = if task.who.is_empty() { String::new() } else { format!("{}于", task.who) };
    format!("{who}{}前{}", written::day(task.by), task.what)
}

fn life(
    session: &Session,
    named: &Meeting,
    twice: &Twice,
    project: &Project,
    standing: Standing,
    day: NaiveDate,
) -> ProjectLife {
    let late = project.late(standing, named.held_on, day);
    let changes = project.course().changes().iter();
    ProjectLife {
        late: late.iter().map(session::projects::Late::words).collect(),
        changes: changes.map(|changed| change(session, changed)).collect(),
        ..carried(
            watched(collected(session, project, standing, day), session, twice, project),
            project,
            day,
        )
    }
}

/// What is known of a project before anything is carried out.
fn collected(
    session: &Session,
    project: &Project,
    standing: Standing,
    day: NaiveDate,
) -> ProjectLife {
    let known = project.facts_on(day);
    let nothing = String::new;
    ProjectLife {
        facts: rules::project(Some(&known.project)),
        number: project.id().0,
        name: known.name.clone(),
        place: known.place.clone(),
        by: project.proposer().by.clone(),
        way: project.proposer().way.words().to_owned(),
        standing,
        stands: standing.words().to_owned(),
        chosen_by: project.carried().map(|it| it.chosen.session.clone()).unwrap_or_default(),
        reason: told_why(project),
        into: into(session, project),
        head: nothing(),
        members: Vec::new(),
        contact: nothing(),
        aims: nothing(),
        steps: Vec::new(),
        safeguards: nothing(),
        percent: 0,
        paid: nothing(),
        seen_on: None,
        seen: nothing(),
        problem: nothing(),
        task: nothing(),
        late: Vec::new(),
        changes: Vec::new(),
        completed_on: None,
        result: nothing(),
        why: nothing(),
        next: nothing(),
    }
}

/// Who watches over it, and how it is to be carried out.
fn watched(life: ProjectLife, session: &Session, twice: &Twice, project: &Project) -> ProjectLife {
    let (supervision, plan) = (project.course().supervision(), project.course().plan());
    let named_of = |member: &Member| told_apart(session, twice, member);
    let contact = supervision.and_then(|it| it.presidium.as_ref());
    ProjectLife {
        head: supervision.map(|it| named_of(&it.head)).unwrap_or_default(),
        members: supervision.iter().flat_map(|it| &it.members).map(named_of).collect(),
        contact: contact.map(named_of).unwrap_or_default(),
        aims: plan.map(|plan| plan.aims.clone()).unwrap_or_default(),
        steps: plan.iter().flat_map(|plan| &plan.steps).map(step).collect(),
        safeguards: plan.map(|plan| plan.safeguards.clone()).unwrap_or_default(),
        ..life
    }
}

/// How far it was on a day, and how it ended.
fn carried(life: ProjectLife, project: &Project, day: NaiveDate) -> ProjectLife {
    let course = project.course();
    let last = course.last_seen(day);
    let seen = last.map(|last| &last.line);
    let completion = course.completion().filter(|completion| completion.on <= day);
    let told = completion.map_or(seen.map_or(0, |seen| seen.paid), |completion| completion.paid);
    let text = |of: fn(&Line) -> &String| seen.map(of).cloned().unwrap_or_default();
    let explained = course.explanations().last();
    let noted = completion.map(|completion| completion.note.clone());
    ProjectLife {
        percent: completion.map_or(seen.map_or(0, |seen| seen.percent), |_| 100),
        paid: if told == 0 { String::new() } else { written::in_ten_thousands(told) },
        seen_on: last.map(|last| last.on),
        seen: text(|line| &line.seen),
        problem: text(|line| &line.problem),
        task: seen.and_then(|seen| seen.task.as_ref()).map(task).unwrap_or_default(),
        completed_on: completion.map(|completion| completion.on),
        result: noted.filter(|note| !note.is_empty()).unwrap_or_else(|| text(|line| &line.seen)),
        why: explained.map(|explained| explained.why.clone()).unwrap_or_default(),
        next: explained.map(next).unwrap_or_default(),
        ..life
    }
}

fn step(step: &session::projects::Step) -> PlanStep {
    PlanStep { by: step.by, percent: step.percent, what: step.what.clone() }
}

fn told_why(project: &Project) -> String {
    let last = project.screened().last().and_then(|screened| screened.reason.as_ref());
    last.map(ToString::to_string).unwrap_or_default()
}

fn into(session: &Session, project: &Project) -> String {
    let State::Merged { into } = project.state() else { return String::new() };
    let other = session.projects().project(*into).ok();
    other.map(|other| other.facts().name.clone()).unwrap_or_default()
}

fn told_apart(session: &Session, twice: &Twice, member: &Member) -> String {
    let mut deputies = session.people().deputies().iter();
    let note = deputies.find(|one| one.number == member.number).map(|one| one.note.as_str());
    match twice.told_apart(&member.name, note.unwrap_or_default()) {
        Some(note) => format!("{}（{note}）", member.name),
        None => member.name.clone(),
    }
}

fn next(explanation: &Explanation) -> String {
    let by = explanation.by.map(|by| format!("预计{}前完成", written::day(by)));
    let said = Some(explanation.next.clone()).filter(|next| !next.is_empty());
    [said, by].into_iter().flatten().collect::<Vec<_>>().join("，")
}

fn change(session: &Session, changed: &Changed) -> String {
    let by = session.authority(&changed.by);
    let what = match &changed.change {
        Change::Adjusted { facts } | Change::Major { facts } => {
            let differences = differences(&changed.was, facts);
            if differences.is_empty() { String::new() } else { format!("：{differences}") }
        }
        Change::Suspended | Change::Ended | Change::Resumed => String::new(),
    };
    let (on, words) = (written::day(changed.on), changed.change.words());
    format!("{on}，经{by}决定{words}{what}。理由：{}", changed.reason)
}

fn differences(was: &session::projects::Facts, now: &session::projects::Facts) -> String {
    let money = |yuan: u32| format!("{}万元", written::in_ten_thousands(yuan));
    let pairs = [
        ("名称", was.name.clone(), now.name.clone()),
        ("地点", was.place.clone(), now.place.clone()),
        ("内容", was.project.content.clone(), now.project.content.clone()),
        ("投资", money(was.project.investment), money(now.project.investment)),
        ("资金来源", was.project.funding.clone(), now.project.funding.clone()),
        ("责任单位", was.project.unit.clone(), now.project.unit.clone()),
        ("责任人", was.project.person.clone(), now.project.person.clone()),
        ("完成时限", was.project.deadline.clone(), now.project.deadline.clone()),
    ];
    let changed = pairs.into_iter().filter(|(_, before, after)| before != after);
    let said = changed.map(|(what, before, after)| {
        if before.is_empty() {
            format!("{what}定为“{after}”")
        } else {
            format!("{what}由“{before}”改为“{after}”")
        }
    });
    said.collect::<Vec<_>>().join("，")
}
