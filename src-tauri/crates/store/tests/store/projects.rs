//! A project through its life, with every kind of event there is of one.

use chrono::NaiveDate;
use session::projects::{
    Authority, Change, Collected, Command as Asked, Completion, Explanation, Facts, Line, Plan,
    Proposer, Review, Screening, Supervision, Way,
};
use session::sittings::Member;
use session::{BallotId, Command, ProjectId, ReviewId};
use store::Record;

use crate::common::{at, secretary};

fn facts(name: &str) -> Facts {
    Facts { name: name.to_owned(), ..Facts::default() }
}

/// Rows are taken over, more is collected and screened; what was chosen is carried out.
pub fn year(record: &mut Record) {
    let on = NaiveDate::from_ymd_opt(2026, 5, 12).unwrap();
    let head = Member::of(&record.session().people().deputies()[0]);
    let project = ProjectId(1);
    let line = Line {
        project,
        percent: 40,
        paid: 0,
        seen: "路基已成".to_owned(),
        problem: String::new(),
        task: None,
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
        Asked::ChangeFacts { project: ProjectId(4), facts: facts("集镇停车场"), proposer },
        Asked::Screen { projects: vec![ProjectId(4)], screening, reason },
        Asked::Supervise {
            project,
            supervision: Supervision { head, members: Vec::new(), presidium: None },
        },
        Asked::SetPlan { project, plan },
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
