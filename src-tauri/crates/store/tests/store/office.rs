//! Proposals through every step, and what is noted of deputies, as the kept file holds them.

use session::people::Deputy;
use session::proposals::{
    Answer, Closing, Command, Extension, Feedback, Filing, Grade, Handing, Period, Placing, Sort,
    Step, Turning, Withdrawal, deadline_within, latest_deadline,
};
use session::record::{self, Activity, ActivityKind, DeedKind, PointsRule};
use session::sittings::Member;
use session::{ActivityId, ProposalId, people};
use store::Record;

use crate::common::{at, secretary};

/// Every kind of entry of proposals and of the record.
pub fn year(record: &mut Record) {
    let none = String::new;
    let fifth = Deputy {
        number: 5,
        name: "王芳".to_owned(),
        sex: none(),
        ethnicity: none(),
        delegation: none(),
        post: none(),
        note: none(),
    };
    done(record, &session::Command::People(people::Command::SaveDeputy { deputy: fifth }));
    let all: Vec<Member> = record.session().people().deputies().iter().map(Member::of).collect();
    let filing = |id, sort| Filing {
        id: ProposalId(id),
        sort,
        title: "关于修路".to_owned(),
        text: none(),
        mover: all[0].clone(),
        seconders: all[1..].to_vec(),
        filed_on: at().date_naive(),
        period: Period::Session,
    };
    let filings =
        vec![filing(1, Sort::Suggestion), filing(2, Sort::Suggestion), filing(3, Sort::Bill)];
    done(record, &session::Command::Proposals(Command::Register { filings }));
    let filings = vec![Filing { text: "路面破损".to_owned(), ..filing(1, Sort::Suggestion) }];
    done(record, &session::Command::Proposals(Command::Register { filings }));
    for (id, step) in steps() {
        let step = Command::RecordStep { proposal: ProposalId(id), step };
        done(record, &session::Command::Proposals(step));
    }
    noted(record, all);
}

fn done(record: &mut Record, command: &session::Command) {
    record.perform(command, &secretary(), at()).unwrap();
}

fn steps() -> [(u32, Step); 8] {
    let on = at().date_naive();
    let reason = || "说明".to_owned();
    let (unit, person, text) = ("交通站".to_owned(), String::new(), String::new());
    let deadline = deadline_within(on);
    let later = latest_deadline(on);
    let feedback = Feedback { on, grade: Grade::Dissatisfied, note: String::new() };
    [
        (2, Step::Withdrawn(Withdrawal { on, reason: reason() })),
        (3, Step::PutOnAgenda(Placing { on, item: String::new() })),
        (3, Step::TurnedIntoSuggestion(Turning { on, reason: reason() })),
        (1, Step::HandedOver(Handing { on, unit, person, deadline })),
        (1, Step::DeadlineExtended(Extension { on, deadline: later, reason: reason() })),
        (1, Step::Answered(Answer { on, class: None, text })),
        (1, Step::FeedbackGiven(feedback)),
        (1, Step::Closed(Closing { on, reason: reason() })),
    ]
}

fn noted(record: &mut Record, who: Vec<Member>) {
    let (kind, on, what) = (ActivityKind::Station, at().date_naive(), String::new());
    let activity = Activity { kind, on, what, who };
    let id = ActivityId(1);
    let rule = PointsRule { kind: DeedKind::Station, each: 3, most: None };
    let commands = [
        record::Command::NoteActivities { activities: vec![activity.clone()] },
        record::Command::CorrectActivity { id, activity },
        record::Command::StrikeActivity { id, reason: "重复登记".to_owned() },
        record::Command::SetPoints { points: vec![rule] },
    ];
    for command in commands {
        done(record, &session::Command::Record(command));
    }
}
