//! 会次: the sittings and their agenda, and who came to each.

use chrono::{NaiveTime, Timelike};
use session::floor::meeting::Meeting;
use session::round::Round;
use session::sittings::{Hung, Leave, Member, Presence, Roll, Sitting, SittingKind};
use session::{Session, SittingId, number};

use super::twice::Twice;
use crate::data::meeting::{AgendaItem, RollFacts, SittingFacts};

/// Returns the items of the plenary sittings, or the lines of the session's own agenda.
pub(super) fn agenda(session: &Session) -> Vec<AgendaItem> {
    let lines = session.agenda().into_iter();
    lines.map(|line| item(session, line.number, line.text)).collect()
}

/// Returns every sitting as it is planned and held.
pub(super) fn all(session: &Session, meeting: &Meeting) -> Vec<SittingFacts> {
    let planned = session.sittings().planned().iter();
    planned.map(|sitting| facts(session, meeting, sitting)).collect()
}

/// Returns one sitting.
pub(super) fn facts(session: &Session, meeting: &Meeting, sitting: &Sitting) -> SittingFacts {
    let presidium = session.sittings().presidium();
    let roll = session.sittings().roll(sitting.id).map(|roll| came(session, sitting.id, roll));
    let venue = if sitting.venue.is_empty() { &meeting.venue } else { &sitting.venue };
    SittingFacts {
        name: session.sittings().name(sitting).to_string(),
        kind: sitting.kind,
        date: sitting.held_on,
        begins: sitting.begins.map(hour).unwrap_or_default(),
        venue: venue.clone(),
        chairs: sitting.chairs.clone(),
        items: items(session, sitting),
        expected: match sitting.kind {
            SittingKind::Presidium => number(presidium.len()),
            SittingKind::Preparatory | SittingKind::Plenary => meeting.all_deputies,
        },
        quorum: session.quorum_of_sitting(sitting),
        present: present(session, sitting, roll.as_ref()),
        roll,
    }
}

/// 实到: who was ticked, else as counted for the first vote of the sitting.
fn present(session: &Session, sitting: &Sitting, roll: Option<&RollFacts>) -> Option<u32> {
    let ticked = roll.map(|roll| number(roll.came.len()));
    let of_vote = |hung: &Hung| match hung {
        Hung::Ballot { ballot } => {
            let mut rounds = session.rounds().iter();
            rounds.find(|round| round.ballot().id == *ballot).map(Round::present)
        }
        Hung::Motion { vote } => session.hand_vote(*vote).ok()?.count().map(|count| count.present),
    };
    ticked.or_else(|| sitting.items.iter().flat_map(|item| &item.of).find_map(of_vote))
}

fn items(session: &Session, sitting: &Sitting) -> Vec<AgendaItem> {
    if sitting.kind == SittingKind::Plenary {
        let agenda = session.agenda().into_iter();
        let own = agenda.filter(|line| line.sitting.is_some_and(|one| one.id == sitting.id));
        return own.map(|line| item(session, line.number, line.text)).collect();
    }
    (1..).zip(&sitting.items).map(|(number, one)| item(session, number, &one.text)).collect()
}

fn item(session: &Session, number: u32, text: &str) -> AgendaItem {
    let note = session.notes().get(text).map_or("", String::as_str);
    let notes = note.lines().map(str::trim).filter(|line| !line.is_empty());
    AgendaItem { number, text: text.to_owned(), notes: notes.map(str::to_owned).collect() }
}

fn came(session: &Session, sitting: SittingId, roll: &Roll) -> RollFacts {
    let twice = Twice::on_the_roster(session);
    let mut facts = RollFacts {
        came: Vec::new(),
        late: Vec::new(),
        left: Vec::new(),
        excused: Vec::new(),
        absent: Vec::new(),
        observing: roll.observers,
    };
    let named = |member: &Member| {
        let mut deputies = session.people().deputies().iter();
        let note = deputies.find(|one| one.number == member.number).map(|one| one.note.as_str());
        match twice.told_apart(&member.name, note.unwrap_or_default()) {
            Some(note) => format!("{}（{note}）", member.name),
            None => member.name.clone(),
        }
    };
    for called in &roll.called {
        let name = named(&called.member);
        match called.presence {
            Presence::Present => facts.came.push(name),
            Presence::Late { at } => {
                facts.late.push(format!("{name}（{}到会）", hour(at)));
                facts.came.push(name);
            }
            Presence::Left { at } => {
                facts.left.push(format!("{name}（{}离会）", hour(at)));
                facts.came.push(name);
            }
            Presence::Excused { leave } => {
                facts.excused.push(format!("{name}（{}）", word(leave)));
            }
        }
    }
    let absent = session.sittings().absent(sitting, session.people().deputies());
    facts.absent = absent.iter().map(named).collect();
    facts
}

fn word(leave: Leave) -> &'static str {
    match leave {
        Leave::Sick => "病假",
        Leave::Personal => "事假",
        Leave::Official => "公假",
    }
}

/// Returns an hour as papers write it: 8时30分, 9时.
fn hour(at: NaiveTime) -> String {
    match at.minute() {
        0 => format!("{}时", at.hour()),
        minute => format!("{}时{minute}分", at.hour()),
    }
}
