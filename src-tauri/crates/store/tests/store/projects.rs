//! A project through its life, with every kind of event there is of one.

use chrono::NaiveDate;
use serde_json::json;
use session::floor::last::CarriedOver;
use session::projects::{
    Authority, Change, Collected, Command as Asked, Completion, Explanation, Facts, Line, Plan,
    Proposer, Review, Screening, Supervision, Way,
};
use session::sittings::Member;
use session::{BallotId, Command, ProjectId, ReviewId};
use store::Record;

use crate::common::{at, secretary};
use crate::kept::last;

/// 结转: what the kept day begins with, as it stands in the file.
pub fn carried() -> CarriedOver {
    let member = |number: u32, name: &str| json!({ "number": number, "name": name });
    let row = json!({
        "content": "", "investment": 0, "funding": "", "unit": "镇水利站", "person": "", "deadline": "2025年10月",
    });
    let facts = json!({ "name": "山塘除险加固", "place": "", "project": row });
    let line = json!({
        "project": 1, "percent": 60, "paid": 120_000, "seen": "坝体完成", "problem": "", "task": null,
        "seen_by": [member(1, "田富")],
    });
    let supervision = json!({ "head": member(1, "田富"), "members": [], "presidium": null });
    let plan = json!({ "aims": "汛前完成", "steps": [], "safeguards": "" });
    let changed = json!({
        "on": "2025-07-10", "change": { "change": "adjusted", "facts": facts },
        "by": { "by": "earlier", "named": "大会“关于调整项目的决定”" }, "reason": "地质条件变化", "was": facts,
    });
    let explained = json!({ "on": "2025-12-20", "why": "征地晚", "next": "", "by": "2026-05-31" });
    let project = json!({
        "project": 1,
        "chosen": { "session": last().title, "project": 4, "on": "2025-01-17", "votes": 3 },
        "facts": facts,
        "proposer": { "by": "网友", "way": "online" },
        "collected_on": "2024-10-08",
        "course": {
            "carrying": { "is": "going" },
            "supervision": { "on": "2025-02-10", "what": supervision },
            "plans": [{ "on": "2025-02-12", "what": plan }],
            "progress": [{ "on": "2025-06-12", "line": line }],
            "changes": [changed],
            "explanations": [explained],
            "taken_back": [{ "on": "2025-11-02", "what": "没有验收" }],
        },
    });
    let filing = json!({
        "id": 4003, "sort": "suggestion", "title": "关于修桥", "text": "", "mover": member(2, "𬱖生"), "seconders": [],
        "filed_on": "2025-01-17", "period": "session",
    });
    let handed = json!({
        "step": "handed_over", "on": "2025-12-01", "unit": "交通站", "person": "", "deadline": "2026-03-01",
    });
    let proposal = json!({
        "origin": { "session": last().title, "meeting": 4, "proposal": 3 }, "filing": filing, "steps": [handed],
    });
    CarriedOver {
        projects: vec![serde_json::from_value(project).unwrap()],
        proposals: vec![serde_json::from_value(proposal).unwrap()],
    }
}

fn facts(name: &str) -> Facts {
    Facts { name: name.to_owned(), ..Facts::default() }
}

/// Rows are taken over, more is collected and screened; what was chosen is carried out.
pub fn year(record: &mut Record) {
    let on = NaiveDate::from_ymd_opt(2026, 5, 12).unwrap();
    let head = Member::of(&record.session().people().deputies()[0]);
    // Behind the one that went over from the session before.
    let (carried, project) = (ProjectId(1), ProjectId(2));
    let line = Line {
        project,
        percent: 40,
        paid: 0,
        seen: "路基已成".to_owned(),
        problem: String::new(),
        task: None,
        seen_by: vec![head.clone()],
    };
    let proposer = Proposer { by: "网友".to_owned(), way: Way::Online };
    let projects = vec![Collected { facts: facts("停车场"), proposer: proposer.clone() }];
    let (screening, reason) = (Screening::Kept, "资金没有落实".to_owned());
    let plan =
        Plan { aims: "按期完成".to_owned(), steps: Vec::new(), safeguards: String::new() };
    let chair = "陈志远".to_owned();
    let review = Review { id: ReviewId(1), held_on: on, chair, lines: vec![line.clone()] };
    let change = Change::Adjusted { facts: facts("项目1") };
    let completion = Completion { on, paid: 0, note: String::new() };
    let (why, next) = ("雨季停工".to_owned(), "增加作业面".to_owned());
    let asked = [
        Asked::TakeRows { ballot: BallotId("projects".to_owned()) },
        Asked::Collect { projects },
        Asked::ChangeFacts { project: ProjectId(5), facts: facts("集镇停车场"), proposer },
        Asked::Screen { projects: vec![ProjectId(5)], screening, reason },
        Asked::Supervise {
            project,
            supervision: Supervision { head, members: Vec::new(), presidium: None },
        },
        Asked::SetPlan { project, plan },
        Asked::NoteProgress { on, line: Line { project: carried, ..line.clone() } },
        Asked::NoteProgress { on, line },
        Asked::HoldReview { review },
        Asked::Change {
            project, on, change, by: Authority::Presidium, reason: "延期".to_owned()
        },
        Asked::Explain { project, explanation: Explanation { on, why, next, by: Some(on) } },
        Asked::Complete { project, completion },
        Asked::TakeBackCompletion { project, reason: "没有验收".to_owned() },
    ];
    for command in asked {
        record.perform(&Command::Projects(command), &secretary(), at()).unwrap();
    }
}
