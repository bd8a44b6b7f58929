//! 会议、人员: what every paper may say of the session and its people.

use chrono::Datelike;
use session::floor::meeting::Meeting;
use session::people::{Deputy, Role};
use session::{Session, tally};

use super::words;
use crate::data::SessionName;
use crate::data::meeting::{
    AgendaItem, Delegation, DeputyFacts, MeetingFacts, ObserverFacts, OfMeeting, PeopleFacts,
};

/// Returns what a paper about the session as a whole may say.
pub(super) fn of_meeting(session: &Session, meeting: &Meeting) -> OfMeeting {
    OfMeeting { session: name(meeting), meeting: facts(session, meeting), people: people(session) }
}

pub(super) fn name(meeting: &Meeting) -> SessionName {
    SessionName::parse(&meeting.title())
}

pub(super) fn facts(session: &Session, meeting: &Meeting) -> MeetingFacts {
    let item = |(number, text): (u32, &String)| AgendaItem {
        number,
        text: text.clone(),
        notes: notes_of(session, text),
    };
    MeetingFacts {
        township: words::township(meeting),
        government: format!("{}人民政府", meeting.place),
        all_deputies: meeting.all_deputies,
        base: meeting.base_of.words().to_owned(),
        quorum: tally::quorum_needed(meeting.all_deputies),
        date: meeting.held_on,
        year: meeting.held_on.year(),
        venue: meeting.venue.clone(),
        agenda: (1..).zip(&meeting.agenda).map(item).collect(),
        present: session.attendance().map(|attendance| attendance.present),
        observing: session.attendance().map(|attendance| attendance.observers),
    }
}

fn notes_of(session: &Session, item: &str) -> Vec<String> {
    let note = session.notes().get(item).map_or("", String::as_str);
    note.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

pub(super) fn people(session: &Session) -> PeopleFacts {
    let people = session.people();
    let with = |role| people.with_role(role).map(|person| person.name.clone()).collect();
    let observers = (1..).zip(people.observers());
    PeopleFacts {
        deputies: people.deputies().iter().map(deputy).collect(),
        delegations: delegations(people.deputies()),
        observers: observers
            .map(|(number, one)| ObserverFacts {
                number,
                name: one.name.clone(),
                post: one.post.clone(),
            })
            .collect(),
        chief_scrutineers: with(Role::ChiefScrutineer),
        scrutineers: with(Role::Scrutineer),
        tellers: with(Role::Teller),
        secretaries: with(Role::Secretary),
    }
}

fn deputy(deputy: &Deputy) -> DeputyFacts {
    DeputyFacts {
        number: deputy.number,
        noted: noted(deputy),
        name: deputy.name.clone(),
        sex: deputy.sex.clone(),
        ethnicity: deputy.ethnicity.clone(),
        delegation: deputy.delegation.clone(),
        post: deputy.post.clone(),
        note: deputy.note.clone(),
    }
}

/// 女 and any ethnicity but 汉族 stand behind the name, then what tells two people of one name
/// apart.
fn noted(deputy: &Deputy) -> String {
    let sex = Some("女").filter(|woman| deputy.sex == *woman);
    let ethnicity = Some(deputy.ethnicity.as_str())
        .filter(|name| !name.is_empty() && *name != "汉族" && *name != "汉");
    let note = Some(deputy.note.as_str()).filter(|note| !note.is_empty());
    let notes: Vec<&str> = [sex, ethnicity, note].into_iter().flatten().collect();
    if notes.is_empty() {
        deputy.name.clone()
    } else {
        format!("{}（{}）", deputy.name, notes.join("，"))
    }
}

fn delegations(deputies: &[Deputy]) -> Vec<Delegation> {
    let mut groups: Vec<Delegation> = Vec::new();
    for one in deputies {
        match groups.iter_mut().find(|group| group.name == one.delegation) {
            Some(group) => group.deputies.push(deputy(one)),
            None => groups
                .push(Delegation { name: one.delegation.clone(), deputies: vec![deputy(one)] }),
        }
    }
    groups
}
