//! Sittings planned, the presidium named and rolls called at any time of the day.

use session::floor::attendance;
use session::paper::{RulesOf, RulesTerms};
use session::sittings::{Called, Hung, Leave, Presence, Sitting, SittingKind};
use session::{Session, SittingId, paper, sittings};

use super::{Asks, Dice, asks};
use crate::sittings::{item, member, sitting};

/// Right or wrong.
pub fn whim(dice: &mut Dice, session: &Session) -> Asks {
    let none = session.sittings().planned().is_empty();
    let command = match dice.between(0, 5) {
        0 | 1 => sittings::Command::PlanSittings { sittings: planned(dice, session) },
        2 => {
            let known = session.people().deputies().iter().map(|deputy| deputy.number);
            let members = known.filter(|_| dice.per_cent(60));
            sittings::Command::NamePresidium {
                members: members.map(|number| member(session, number)).collect(),
            }
        }
        _ if none => sittings::Command::PlanSittings { sittings: planned(dice, session) },
        _ => called(dice, session),
    };
    asks(command, "secretary")
}

/// As many as may be there, or more than may.
pub fn counted(dice: &mut Dice) -> Asks {
    let present = dice.between(4, 8);
    let observers = dice.one_of(&[0, 3, 10_000]);
    asks(attendance::Command::CountAttendance { present, observers }, "secretary")
}

/// What the rules of a session's votes say beside the settings of its ballots.
pub fn terms(dice: &mut Dice) -> Asks {
    let of = dice.one_of(&RulesOf::ALL);
    let nominated_until = dice.one_of(&["", "1月16日11时"]).to_owned();
    let terms = RulesTerms {
        nominated_until,
        introduced: dice.per_cent(50),
        primary: dice.per_cent(50),
        booth: dice.per_cent(50),
        scribe: dice.per_cent(50),
        margin: dice.one_of(&[None, Some(1)]),
        tellers_voted: dice.per_cent(50),
    };
    asks(paper::Command::SetRulesTerms { of, terms }, "secretary")
}

fn planned(dice: &mut Dice, session: &Session) -> Vec<Sitting> {
    let ballot = session.ballots().iter().map(|ballot| Hung::Ballot { ballot: ballot.id.clone() });
    let motion = session.hand_votes().iter().map(|vote| Hung::Motion { vote: vote.id() });
    let hung: Vec<Hung> = ballot.chain(motion).filter(|_| dice.per_cent(70)).collect();
    let text = dice.one_of(&["票决民生实事项目", "票决民生实事项目", "推选执行主席", ""]);
    let kinds = [SittingKind::Presidium, SittingKind::Preparatory];
    let mut planned = vec![
        sitting(1, dice.one_of(&kinds), vec![item("推选执行主席", Vec::new())]),
        sitting(2, SittingKind::Plenary, vec![item(text, hung)]),
    ];
    if dice.per_cent(30) {
        planned.pop();
    }
    planned
}

fn called(dice: &mut Dice, session: &Session) -> sittings::Command {
    let at = chrono::NaiveTime::from_hms_opt(9, 10, 0).unwrap();
    let states = [
        Presence::Present,
        Presence::Present,
        Presence::Present,
        Presence::Present,
        Presence::Late { at },
        Presence::Left { at },
        Presence::Excused { leave: Leave::Personal },
    ];
    let known: Vec<u32> = session.people().deputies().iter().map(|one| one.number).collect();
    let mut roll: Vec<Called> = Vec::new();
    for number in known {
        if dice.per_cent(90) {
            let presence = dice.one_of(&states);
            roll.push(Called { member: member(session, number), presence });
        }
    }
    if dice.per_cent(25) {
        roll.extend(roll.first().cloned());
    }
    let sitting = SittingId(dice.one_of(&[1, 2, 2, 2, 3]));
    sittings::Command::CallRoll { sitting, roll, observers: 0 }
}
