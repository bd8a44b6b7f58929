//! Proposals and what is noted of deputies, at any time of the day.

use session::people::Deputy;
use session::proposals::{
    Answer, Closing, Extension, Feedback, Filing, Grade, Handing, Period, Placing, Sort, StateName,
    Step, Turning, Withdrawal,
};
use session::record::{Activity, ActivityKind, DeedKind, PointsRule};
use session::sittings::Member;
use session::{ActivityId, ProposalId, Session, proposals, record};

use super::{Asks, Dice, asks};
use crate::proposals::day;

/// Right or wrong.
pub fn whim(dice: &mut Dice, session: &Session) -> Asks {
    let last = session.proposals().last().map_or(0, |one| one.filing().id.0);
    match dice.between(0, 7) {
        turn @ 0..=5 if turn < 2 || (last == 0 && dice.per_cent(80)) => {
            let filings = vec![filing(dice, session)];
            asks(proposals::Command::Register { filings }, "secretary")
        }
        0..=5 => {
            let proposal = ProposalId(dice.one_of(&[last, last, last, 1]));
            let step = step(dice, session, proposal);
            asks(proposals::Command::RecordStep { proposal, step }, "secretary")
        }
        _ => asks(noted(dice, session), "secretary"),
    }
}

fn members(dice: &mut Dice, session: &Session, chance: u32) -> Vec<Member> {
    let deputies: &[Deputy] = session.people().deputies();
    let mut members: Vec<Member> =
        deputies.iter().filter(|_| dice.per_cent(chance)).map(Member::of).collect();
    if dice.per_cent(5) {
        members.extend(members.first().cloned());
    }
    members
}

fn filing(dice: &mut Dice, session: &Session) -> Filing {
    let mut signers = members(dice, session, 75);
    if signers.is_empty() {
        signers.push(Member { number: 99, name: "外人".to_owned() });
    }
    Filing {
        id: ProposalId(dice.between(1, 4)),
        sort: dice.one_of(&[Sort::Bill, Sort::Suggestion]),
        title: dice
            .one_of(&["关于修路的建议", "关于保护水库的议案", "关于办好食堂的建议", ""])
            .to_owned(),
        text: String::new(),
        mover: signers.remove(0),
        seconders: signers,
        filed_on: day("2026-01-15"),
        period: dice.one_of(&[Period::Session, Period::Between]),
    }
}

/// Mostly one that can follow.
fn follows(dice: &mut Dice, session: &Session, proposal: ProposalId) -> u32 {
    let state = session.proposal(proposal).ok().map(|one| one.state().name());
    match state.filter(|_| dice.per_cent(60)) {
        Some(StateName::Handed) => dice.one_of(&[4, 5, 5]),
        Some(StateName::Answered) => 6,
        Some(StateName::Disputed) => dice.one_of(&[3, 7]),
        Some(StateName::Turned) => 3,
        Some(_) | None => dice.between(0, 7),
    }
}

fn step(dice: &mut Dice, session: &Session, proposal: ProposalId) -> Step {
    let (on, deadlines) = dice.one_of(&[
        ("2026-01-16", ["2026-04-16", "2026-07-16"]),
        ("2026-02-16", ["2026-05-16", "2026-07-16"]),
        ("2027-01-20", ["2027-04-16", "2027-05-16"]),
    ]);
    let (on, deadline) = (day(on), day(dice.one_of(&deadlines)));
    let reason = dice.one_of(&["说明", "说明", ""]).to_owned();
    match follows(dice, session, proposal) {
        0 => Step::Withdrawn(Withdrawal { on, reason }),
        1 => Step::PutOnAgenda(Placing { on, item: String::new() }),
        2 => Step::TurnedIntoSuggestion(Turning { on, reason }),
        3 => Step::HandedOver(Handing {
            on,
            unit: dice.one_of(&["镇水利站", "镇水利站", ""]).to_owned(),
            person: String::new(),
            deadline,
        }),
        4 => Step::DeadlineExtended(Extension { on, deadline, reason }),
        5 => Step::Answered(Answer { on, class: None, text: String::new() }),
        6 => Step::FeedbackGiven(Feedback {
            on,
            grade: dice.one_of(&[Grade::Satisfied, Grade::Basically, Grade::Dissatisfied]),
            note: String::new(),
        }),
        _ => Step::Closed(Closing { on, reason }),
    }
}

fn noted(dice: &mut Dice, session: &Session) -> record::Command {
    let id = ActivityId(dice.between(1, 3));
    let activity = Activity {
        kind: dice.one_of(&[ActivityKind::Station, ActivityKind::Training]),
        on: day("2026-03-10"),
        what: String::new(),
        who: members(dice, session, 30),
    };
    match dice.between(0, 4) {
        0 | 1 => record::Command::NoteActivities { activities: vec![activity] },
        2 => record::Command::CorrectActivity { id, activity },
        3 => record::Command::StrikeActivity { id, reason: "登记错了".to_owned() },
        _ => {
            let rule = PointsRule { kind: DeedKind::Attended, each: 5, most: Some(20) };
            record::Command::SetPoints { points: vec![rule; dice.between(0, 2) as usize] }
        }
    }
}
