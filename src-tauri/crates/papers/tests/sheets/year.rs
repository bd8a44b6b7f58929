//! A year around the vote: projects collected and screened before it, and carried out after it.

use chrono::NaiveDate;
use papers::{default_text, filled_text};
use session::paper::PaperKind;
use session::projects::{
    self, Authority, Change, Collected, Completion, Explanation, Facts, Line, Plan, Proposer,
    Review, Screening, Step, Supervision, Task, Way,
};
use session::sittings::Member;
use session::{BallotId, Command, ProjectId, ReviewId};

use crate::told::Told;
use crate::whole::usual_day;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn ask(told: &mut Told, command: projects::Command) {
    told.secretary(&Command::Projects(command));
}

fn collected(name: &str, by: &str, way: Way) -> Collected {
    let place = "石门村".to_owned();
    let facts = Facts { name: name.to_owned(), place, ..Facts::default() };
    Collected { facts, proposer: Proposer { by: by.to_owned(), way } }
}

/// The rows of the ballot are on record, and four projects more that stand on no ballot.
pub fn before(told: &mut Told, name: &str) {
    let ballot = BallotId("projects-2026".to_owned());
    let rows = Command::Projects(projects::Command::TakeRows { ballot });
    if told.session.decide(&rows, &told.secretary).is_ok() {
        told.secretary(&rows);
    }
    let last = u32::try_from(told.session.projects().list().len()).unwrap();
    let more = vec![
        collected(name, "陈志远代表", Way::Visit),
        collected("村道路灯安装", "云岭村代表联络站", Way::Station),
        collected("集镇停车场建设", "网友", Way::Online),
        collected("企业厂区道路硬化", "镇工业服务中心", Way::Other),
    ];
    ask(told, projects::Command::Collect { projects: more });
    for (at, screening, reason) in [
        (1, Screening::Merged { into: ProjectId(1) }, "与通组公路工程一并设计、一并施工"),
        (2, Screening::Kept, "当年资金没有落实，列入下一年度储备"),
        (3, Screening::Kept, "用地手续没有办结"),
        (4, Screening::LeftOut, "受益范围限于个别企业，不属于民生实事项目"),
    ] {
        let (projects, reason) = (vec![ProjectId(last + at)], reason.to_owned());
        ask(told, projects::Command::Screen { projects, screening, reason });
    }
}

fn lines(told: &Told, percent: u32, seen: &str, problem: &str) -> Vec<Line> {
    let chosen = told.session.chosen_projects();
    let going = (0_u32..).zip(chosen).filter(|(_, (project, standing))| {
        *standing == projects::Standing::Going && project.course().completion().is_none()
    });
    going
        .map(|(at, (project, _))| {
            let behind = at % 4 == 1;
            let investment = project.facts().project.investment;
            let percent = if behind { percent / 3 } else { percent };
            let task = Task {
                who: "镇村镇建设服务中心".to_owned(),
                what: "补齐护栏、恢复排水".to_owned(),
                by: day(6, 20),
            };
            Line {
                project: project.id(),
                percent,
                paid: investment / 100 * percent,
                seen: seen.to_owned(),
                problem: if behind { problem.to_owned() } else { String::new() },
                task: behind.then_some(task),
                seen_by: Vec::new(),
            }
        })
        .collect()
}

/// Supervision, plans, two reviews, a change, some done and one explained.
pub fn after(told: &mut Told, seen: &str, problem: &str) {
    let deputies = told.session.people().deputies().iter();
    let members: Vec<Member> = deputies
        .map(|deputy| Member { number: deputy.number, name: deputy.name.clone() })
        .collect();
    let chosen: Vec<ProjectId> =
        told.session.chosen_projects().iter().map(|(project, _)| project.id()).collect();
    for (at, project) in chosen.iter().copied().enumerate() {
        let of = |place: usize| members[(at * 4 + place) % members.len()].clone();
        let (head, group) = (of(0), vec![of(1), of(2), of(3)]);
        let presidium = Some(members[at % 7].clone());
        let supervision = Supervision { head, members: group, presidium };
        ask(told, projects::Command::Supervise { project, supervision });
        let step = |by, percent, what: &str| Step { by, percent, what: what.to_owned() };
        let plan = Plan {
            aims: "按期完成并通过验收".to_owned(),
            steps: vec![
                step(day(3, 31), 10, "完成招标"),
                step(day(6, 30), 50, "完成主体"),
                step(day(10, 31), 100, "完成验收"),
            ],
            safeguards: "专班推进，资金专账".to_owned(),
        };
        ask(told, projects::Command::SetPlan { project, plan });
    }
    let chair = "陈志远".to_owned();
    for (number, on, percent) in [(1, day(5, 12), 45), (2, day(7, 15), 70)] {
        let lines = lines(told, percent, seen, problem);
        let review = Review { id: ReviewId(number), held_on: on, chair: chair.clone(), lines };
        ask(told, projects::Command::HoldReview { review });
    }
    let project = told.session.projects().project(chosen[1]).unwrap();
    let mut facts = project.facts().clone();
    "2026年12月".clone_into(&mut facts.project.deadline);
    let (change, by) = (Change::Adjusted { facts }, Authority::Presidium);
    let reason = "雨季长于往年，报主席团审查同意延期".to_owned();
    let (project, on) = (chosen[1], day(8, 3));
    ask(told, projects::Command::Change { project, on, change, by, reason });
    for project in chosen.iter().skip(2).copied() {
        let paid = told.session.projects().project(project).unwrap().facts().project.investment;
        let note = "已完工并通过验收，移交村管护。".to_owned();
        let completion = Completion { on: day(11, 20), paid, note };
        ask(told, projects::Command::Complete { project, completion });
    }
    let explanation = Explanation {
        on: day(12, 5),
        why: "征地协议签订晚，雨季停工两个月".to_owned(),
        next: "增加作业面，先通后完善".to_owned(),
        by: NaiveDate::from_ymd_opt(2027, 3, 31),
    };
    ask(told, projects::Command::Explain { project: chosen[1], explanation });
}

fn says(told: &Told, of: &PaperKind) -> String {
    filled_text(&told.session, of, default_text(of)).unwrap().replace('\\', "")
}

#[test]
fn a_review_tells_what_was_late_on_its_day_first() {
    let told = usual_day();
    let circular = says(&told, &PaperKind::ReviewCircular { review: ReviewId(2) });
    let at = |text: &str| circular.find(text).unwrap_or_else(|| panic!("{text}: {circular}"));
    assert!(at("一、滞后项目") < at("二、其他项目"), "{circular}");
    assert!(circular.contains("实际23%") && circular.contains("已完成0项"), "{circular}");
    let first = says(&told, &PaperKind::ReviewLedger { review: ReviewId(1) });
    assert!(first.contains("2026年5月12日") && !first.contains("70%"), "{first}");
    assert!(!first.contains("2026年12月 |"), "the deadline was put off later: {first}");
}

#[test]
fn the_report_on_completion_says_what_is_done_and_why_the_rest_is_not() {
    let told = usual_day();
    let report = says(&told, &PaperKind::CompletionReport);
    for words in [
        "截至2026年12月5日，已完成8项，正在实施2项",
        "未完成原因：征地协议签订晚",
        "预计2027年3月31日前完成",
        "由“2026年10月31日”改为“2026年12月”",
    ] {
        assert!(report.contains(words), "{words}: {report}");
    }
}

#[test]
fn every_project_that_was_not_taken_up_stands_with_its_reason() {
    let report = says(&usual_day(), &PaperKind::ScreeningReport);
    for words in [
        "共征集项目建议23项",
        "列为候选项目12项，合并3项，列入储备5项，未采纳3项",
        "并入“青石村至云岭村通组公路硬化工程”：与通组公路工程一并设计",
        "企业厂区道路硬化（镇工业服务中心提出）：受益范围限于个别企业",
    ] {
        assert!(report.contains(words), "{words}: {report}");
    }
}
