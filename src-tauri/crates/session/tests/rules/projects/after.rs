//! 会后: what is recorded of a chosen project, what is late, and what only the congress decides.

use chrono::NaiveDate;
use session::floor::hands::{self, Body, Motion, Way};
use session::paper::PaperKind;
use session::projects::{
    self, Authority, Carrying, Change, Completion, Explanation, Facts, Late, Line, Plan, Review,
    Standing, Step, Supervision, Task,
};
use session::views::papers::{PaperGroup, view as papers_view};
use session::views::projects::{Happened, view};
use session::{HandVoteId, ProjectId, Refusal, ReviewId, Session, round};

use super::{NAMES, chosen, collected, stands};
use crate::sittings::member;
use crate::support::*;

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub fn line(project: u32, percent: u32) -> Line {
    Line {
        project: ProjectId(project),
        percent,
        paid: percent * 3_000,
        seen: "路基已成".to_owned(),
        problem: String::new(),
        task: None,
        seen_by: Vec::new(),
    }
}

pub fn note(project: u32, percent: u32) -> projects::Command {
    projects::Command::NoteProgress { on: day(4, 10), line: line(project, percent) }
}

pub fn review(id: u32, on: NaiveDate, lines: Vec<Line>) -> projects::Command {
    let review = Review { id: ReviewId(id), held_on: on, chair: "陈志远".to_owned(), lines };
    projects::Command::HoldReview { review }
}

fn supervision(session: &Session) -> Supervision {
    Supervision {
        head: member(session, 2),
        members: vec![member(session, 3), member(session, 4)],
        presidium: Some(member(session, 1)),
    }
}

fn plan() -> Plan {
    let step = |by, percent, what: &str| Step { by, percent, what: what.to_owned() };
    Plan {
        aims: "按期完成".to_owned(),
        steps: vec![step(day(3, 31), 20, "开工"), step(day(6, 30), 60, "路面")],
        safeguards: "专班推进".to_owned(),
    }
}

fn change(project: u32, change: Change, by: Authority) -> projects::Command {
    let (project, reason) = (ProjectId(project), "地质条件变化".to_owned());
    projects::Command::Change { project, on: day(7, 1), change, by, reason }
}

fn complete(project: u32) -> projects::Command {
    let completion = Completion { on: day(9, 20), paid: 290_000, note: "已验收".to_owned() };
    projects::Command::Complete { project: ProjectId(project), completion }
}

fn explain(project: u32, why: &str) -> projects::Command {
    let explanation = Explanation {
        on: day(11, 1),
        why: why.to_owned(),
        next: "明年汛期前完成".to_owned(),
        by: NaiveDate::from_ymd_opt(2027, 4, 30),
    };
    projects::Command::Explain { project: ProjectId(project), explanation }
}

/// The congress passes a motion with hands.
fn passed(told: &mut Told, title: &str, body: Body) -> HandVoteId {
    let id = HandVoteId(u32::try_from(told.session.hand_votes().len()).unwrap() + 1);
    let motion =
        Motion { title: title.to_owned(), way: Way::Acclamation, body, ..Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    let present = if body == Body::Congress { None } else { Some(5) };
    told.count_present(6);
    told.done(hands::Command::PutMotion { vote: id, present }, "secretary");
    told.done(hands::Command::AnnounceAcclamation { vote: id, passed: true }, "secretary");
    id
}

/// Every command on a chosen project, once at least.
pub fn whole_course(told: &mut Told) {
    let supervision = supervision(&told.session);
    let project = ProjectId(1);
    told.done(projects::Command::Supervise { project, supervision }, "secretary");
    told.done(projects::Command::SetPlan { project, plan: plan() }, "secretary");
    told.done(note(1, 30), "secretary");
    told.done(review(1, day(5, 8), vec![line(1, 40), line(2, 10)]), "secretary");
    let Facts { name, place, project } = collected(NAMES[0]).facts;
    let deadline = "2026年12月".to_owned();
    let project = session::ballot::Project { deadline, ..project };
    let facts = Facts { name, place, project };
    told.done(change(1, Change::Adjusted { facts }, Authority::Presidium), "secretary");
    let vote = passed(told, "关于暂停实施山塘除险加固项目的决定", Body::Congress);
    let by = Authority::Hands { vote };
    told.done(change(2, Change::Suspended, by.clone()), "secretary");
    told.done(change(2, Change::Resumed, Authority::Presidium), "secretary");
    told.done(complete(1), "secretary");
    let reason = "验收未通过".to_owned();
    let back = projects::Command::TakeBackCompletion { project: ProjectId(1), reason };
    told.done(back, "secretary");
    told.done(complete(1), "secretary");
    told.done(explain(2, "汛期停工"), "secretary");
}

#[test]
fn nothing_is_carried_out_that_is_not_chosen() {
    let mut told = chosen();
    let refused = told.refused(note(3, 10), "secretary");
    let stands = Standing::NotChosen;
    assert_eq!(refused, Refusal::ProjectStands { name: NAMES[2].to_owned(), stands });
    let whom = supervision(&told.session);
    let supervise = projects::Command::Supervise { project: ProjectId(3), supervision: whom };
    assert!(matches!(told.refused(supervise, "secretary"), Refusal::ProjectStands { .. }));
    let reopen = round::Command::Reopen { round: ROUND, reason: "复核".to_owned() };
    told.done(reopen, "chief");
    let refused = told.refused(note(1, 10), "secretary");
    assert!(matches!(refused, Refusal::ProjectStands { stands: Standing::Candidate, .. }));
}

#[test]
fn what_was_recorded_is_there_again_once_the_count_is_certified_again() {
    let mut told = chosen();
    told.done(note(1, 30), "secretary");
    told.done(round::Command::Reopen { round: ROUND, reason: "复核".to_owned() }, "chief");
    told.certify();
    let project = told.session.projects().project(ProjectId(1)).unwrap();
    assert_eq!((stands(&told.session, 1), project.course().percent()), (Standing::Going, 30));
}

#[test]
fn supervisors_are_deputies_each_once_and_the_contact_is_of_the_presidium() {
    let mut told = chosen();
    let session = &told.session;
    let ask = |supervision| projects::Command::Supervise { project: ProjectId(1), supervision };
    let mut twice = supervision(session);
    twice.members.push(twice.head.clone());
    let mut stranger = supervision(session);
    "陌生人".clone_into(&mut stranger.head.name);
    let good = supervision(session);
    let members = vec![member(session, 3)];
    assert!(matches!(told.refused(ask(twice), "secretary"), Refusal::CalledTwice { .. }));
    assert!(matches!(told.refused(ask(stranger), "secretary"), Refusal::NotEntitled { .. }));
    told.done(session::sittings::Command::NamePresidium { members }, "secretary");
    assert!(matches!(told.refused(ask(good), "secretary"), Refusal::NotEntitled { .. }));
}

#[test]
fn a_review_takes_the_lines_of_all_projects_at_once_and_can_be_put_right() {
    let mut told = chosen();
    told.done(review(1, day(3, 5), vec![line(1, 10), line(2, 5)]), "secretary");
    assert_eq!(
        told.refused(review(3, day(5, 5), vec![line(1, 20)]), "secretary"),
        Refusal::NoSuchReview { review: ReviewId(3) }
    );
    let twice = told.refused(review(2, day(5, 5), vec![line(1, 1), line(1, 2)]), "secretary");
    assert!(matches!(twice, Refusal::ProjectTwice { .. }));
    let none = told.refused(review(2, day(5, 5), Vec::new()), "secretary");
    assert_eq!(none, Refusal::NoProjectGiven);
    let over = told.refused(review(2, day(5, 5), vec![line(1, 101)]), "secretary");
    assert_eq!(over, Refusal::NumberOutOfRange { least: 0, most: 100 });
    let before = told.refused(review(2, day(1, 15), vec![line(1, 1)]), "secretary");
    assert!(matches!(before, Refusal::DayBeforeSession { .. }));
    told.done(review(1, day(3, 6), vec![line(1, 15)]), "secretary");
    let projects = told.session.projects();
    let seen = |id| projects.project(ProjectId(id)).unwrap().course().progress().len();
    assert_eq!((projects.reviews().len(), seen(1), seen(2)), (1, 1, 0));
}

#[test]
fn a_task_says_what_must_be_done() {
    let mut told = chosen();
    let task = |what: &str| {
        Some(Task { who: "镇规建办".to_owned(), what: what.to_owned(), by: day(5, 1) })
    };
    let with = |what: &str| Line { task: task(what), ..line(1, 30) };
    let ask = |line| projects::Command::NoteProgress { on: day(4, 1), line };
    assert!(matches!(told.refused(ask(with(" ")), "secretary"), Refusal::TaskEmpty { .. }));
    told.done(ask(with("补齐护栏")), "secretary");
    let on = view(&told.session, day(5, 4));
    assert_eq!(on.projects[0].id, ProjectId(1));
    let late = &on.projects[0].late;
    assert!(matches!(late.as_slice(), [Late::TaskOverdue { days: 3, .. }]), "{late:?}");
    told.done(projects::Command::NoteProgress { on: day(5, 4), line: line(1, 40) }, "secretary");
    assert_eq!(view(&told.session, day(5, 4)).projects[0].task, None);
}

#[test]
fn what_is_late_is_computed_and_stands_on_top() {
    let mut told = chosen();
    let project = ProjectId(2);
    told.done(projects::Command::SetPlan { project, plan: plan() }, "secretary");
    told.done(review(1, day(4, 1), vec![line(1, 50), line(2, 10)]), "secretary");
    let late = |on: NaiveDate| -> Vec<(u32, Vec<Late>)> {
        let late = view(&told.session, on).projects.into_iter();
        late.filter(|one| !one.late.is_empty()).map(|one| (one.id.0, one.late)).collect()
    };
    let behind = Late::Behind { by: day(3, 31), planned: 20, percent: 10 };
    assert_eq!(late(day(4, 1)), [(2, vec![behind.clone()])]);
    let silent = Late::Silent { since: day(4, 1), days: 66 };
    assert_eq!(late(day(6, 6)), [(2, vec![behind, silent.clone()]), (1, vec![silent])]);
    let overdue = Late::Overdue { since: day(10, 31), days: 1 };
    assert_eq!(late(day(11, 1))[0].1[0], overdue);
    let on_its_day = told.session.late_at(told.session.projects().review(ReviewId(1)).unwrap());
    assert_eq!(on_its_day.len(), 1, "what came later is not told of the review");
    assert_eq!(view(&told.session, day(4, 1)).sheet[0].planned, Some(20));
}

#[test]
fn a_plan_asks_for_more_the_later_it_is() {
    let mut told = chosen();
    let mut back = plan();
    back.steps[1].percent = 10;
    let ask = |plan| projects::Command::SetPlan { project: ProjectId(1), plan };
    assert!(matches!(told.refused(ask(back), "secretary"), Refusal::PlanOutOfOrder { .. }));
    let mut over = plan();
    over.steps[1].percent = 120;
    assert!(matches!(told.refused(ask(over), "secretary"), Refusal::NumberOutOfRange { .. }));
    told.done(ask(plan()), "secretary");
}

#[test]
fn article_18_a_major_change_a_suspension_and_an_end_are_the_congresss() {
    let mut told = chosen();
    let facts = collected("山塘除险加固（缩减）").facts;
    let major = Change::Major { facts: facts.clone() };
    for asked in [major.clone(), Change::Suspended, Change::Ended] {
        let refused = told.refused(change(1, asked, Authority::Presidium), "secretary");
        assert_eq!(refused, Refusal::CongressDecides { name: NAMES[0].to_owned() });
    }
    let by = |vote| Authority::Hands { vote };
    let unknown = told.refused(change(1, Change::Ended, by(HandVoteId(9))), "secretary");
    assert!(matches!(unknown, Refusal::NoSuchHandVote { .. }));
    let members = Body::Presidium { members: 7, quorum: None };
    let presidium = passed(&mut told, "关于终止项目的决定", members);
    assert!(told.ask(change(1, Change::Ended, by(presidium)), "secretary").is_err());
    let vote = passed(&mut told, "关于通村公路硬化项目调整的决定", Body::Congress);
    told.done(change(1, major, by(vote)), "secretary");
    let project = told.session.projects().project(ProjectId(1)).unwrap();
    assert_eq!(project.facts(), &facts);
    assert_eq!(project.course().changes()[0].was.name, NAMES[0]);
    let printed = told.session.rounds()[0].ballot().contests[0].contest.options[0].name.clone();
    assert_eq!(printed, NAMES[0], "what stood on the ballot stays");
    told.done(change(1, Change::Ended, by(vote)), "secretary");
    assert_eq!(stands(&told.session, 1), Standing::Ended);
    let after = told.refused(change(1, Change::Resumed, by(vote)), "secretary");
    assert!(matches!(after, Refusal::ProjectStands { stands: Standing::Ended, .. }));
}

#[test]
fn other_changes_are_the_presidiums_with_a_reason() {
    let mut told = chosen();
    let mut facts = collected(NAMES[0]).facts;
    "2026年12月".clone_into(&mut facts.project.deadline);
    let mut without = change(1, Change::Adjusted { facts: facts.clone() }, Authority::Presidium);
    let projects::Command::Change { reason, .. } = &mut without else { panic!("a change") };
    reason.clear();
    assert_eq!(told.refused(without, "secretary"), Refusal::ReasonMissing);
    told.done(change(1, Change::Adjusted { facts }, Authority::Presidium), "secretary");
    assert_eq!(stands(&told.session, 1), Standing::Going);
    let project = told.session.projects().project(ProjectId(1)).unwrap();
    assert_eq!(project.facts_on(day(6, 30)).project.deadline, "2026年10月");
    assert_eq!(project.facts_on(day(7, 1)).project.deadline, "2026年12月");
}

#[test]
fn a_project_is_done_or_explained_and_what_was_called_done_can_be_taken_back() {
    let mut told = chosen();
    told.done(complete(1), "secretary");
    assert_eq!(stands(&told.session, 1), Standing::Completed);
    assert!(matches!(told.refused(note(1, 50), "secretary"), Refusal::ProjectStands { .. }));
    assert!(told.ask(explain(1, "未完"), "secretary").is_err());
    assert_eq!(told.refused(explain(2, " "), "secretary"), Refusal::ReasonMissing);
    told.done(explain(2, "汛期停工"), "secretary");
    assert_eq!(stands(&told.session, 2), Standing::Going);
    let back = |reason: &str| projects::Command::TakeBackCompletion {
        project: ProjectId(1),
        reason: reason.to_owned(),
    };
    assert_eq!(told.refused(back(""), "secretary"), Refusal::ReasonMissing);
    told.done(back("验收未通过"), "secretary");
    let course = told.session.projects().project(ProjectId(1)).unwrap().course();
    assert_eq!((course.carrying(), course.percent()), (&Carrying::Going, 0));
}

#[test]
fn the_page_of_a_project_has_its_whole_life_on_a_line() {
    let mut told = chosen();
    told.issue(PaperKind::Notice { round: ROUND });
    whole_course(&mut told);
    let seen = view(&told.session, day(12, 1));
    let life = &seen.projects.iter().find(|one| one.id == ProjectId(1)).unwrap().life;
    assert!(life.is_sorted_by_key(|step| step.on));
    let is = |wanted: fn(&Happened) -> bool| life.iter().filter(|it| wanted(&it.happened)).count();
    assert_eq!(is(|it| matches!(it, Happened::Collected { .. })), 1);
    assert_eq!(is(|it| matches!(it, Happened::Voted { votes: 5, .. })), 1);
    assert_eq!(is(|it| matches!(it, Happened::Noticed { .. })), 1);
    assert_eq!(is(|it| matches!(it, Happened::Seen { .. })), 2);
    assert_eq!(is(|it| matches!(it, Happened::Changed { holds: true, .. })), 1);
    assert_eq!(is(|it| matches!(it, Happened::TakenBack { .. })), 1);
    assert_eq!(seen.sheet.len(), 1, "what is done is gone through no more");
    assert_eq!(seen.next_review, ReviewId(2));
}

#[test]
fn a_change_whose_motion_turns_out_not_to_have_passed_says_so() {
    let mut told = chosen();
    let vote = passed(&mut told, "关于暂停实施项目的决定", Body::Congress);
    told.done(change(1, Change::Suspended, Authority::Hands { vote }), "secretary");
    let reason = "宣布有误".to_owned();
    told.done(hands::Command::CorrectAcclamation { vote, passed: false, reason }, "chief");
    let seen = view(&told.session, day(12, 1));
    let life = &seen.projects.iter().find(|one| one.id == ProjectId(1)).unwrap().life;
    assert!(life.iter().any(|it| matches!(it.happened, Happened::Changed { holds: false, .. })));
}

#[test]
fn papers_on_the_carrying_out_no_longer_hold_once_something_else_is_recorded() {
    let mut told = chosen();
    told.done(review(1, day(3, 5), vec![line(1, 10), line(2, 5)]), "secretary");
    let of = [
        PaperKind::CompletionTable,
        PaperKind::ReviewLedger { review: ReviewId(1) },
        PaperKind::SupervisionList,
    ];
    let issue = |told: &mut Told| of.iter().for_each(|kind| told.issue(kind.clone()));
    let held = |told: &Told| -> Vec<bool> {
        let last = told.session.papers().iter().rev().take(3);
        let mut held: Vec<bool> = last.map(|paper| !paper.is_superseded()).collect();
        held.reverse();
        held
    };
    issue(&mut told);
    let listed = papers_view(&told.session).papers;
    let mut of_projects = listed.iter().filter(|paper| paper.group == PaperGroup::Projects);
    assert!(of_projects.all(|paper| !paper.ripe), "they are issued when the office asks for them");
    told.done(note(1, 30), "secretary");
    assert_eq!(held(&told), [false, true, true], "a visit after the review");
    issue(&mut told);
    told.done(review(1, day(3, 5), vec![line(1, 12)]), "secretary");
    assert_eq!(held(&told), [false, false, true]);
    let supervision = supervision(&told.session);
    issue(&mut told);
    told.done(projects::Command::Supervise { project: ProjectId(1), supervision }, "secretary");
    assert_eq!(held(&told), [true, true, false]);
}
