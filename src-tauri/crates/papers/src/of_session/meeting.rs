//! 会议、人员: what every paper may say of the session and its people.

use chrono::Datelike;
use session::ballot::PastProject;
use session::floor::meeting::Meeting;
use session::people::{Deputy, NameCorrection, People, Role};
use session::{Session, number, tally};

use super::twice::Twice;
use super::{days, rules, sittings, words};
use crate::data::SessionName;
use crate::data::meeting::{
    Delegation, DeputyFacts, MeetingFacts, ObserverFacts, OfMeeting, OfRole, PastFacts,
    PastProjectFacts, PeopleFacts,
};

/// Returns what a paper about the session as a whole may say.
pub(super) fn of_meeting(session: &Session, meeting: &Meeting) -> OfMeeting {
    OfMeeting {
        session: name(meeting),
        meeting: facts(session, meeting),
        people: people(session),
        past: past(session),
    }
}

fn past(session: &Session) -> PastFacts {
    let Some((year, projects)) = &session.past_projects() else {
        return PastFacts { year: None, done: 0, projects: Vec::new() };
    };
    let told = |project: &PastProject| PastProjectFacts {
        facts: rules::project(Some(&project.project)),
        name: project.name.clone(),
        is_done: project.done,
        state: project.state.clone(),
    };
    let done = projects.iter().filter(|project| project.done).count();
    PastFacts {
        year: Some(*year),
        done: number(done),
        projects: projects.iter().map(told).collect(),
    }
}

pub(super) fn name(meeting: &Meeting) -> SessionName {
    SessionName::parse(&meeting.title())
}

pub(super) fn facts(session: &Session, meeting: &Meeting) -> MeetingFacts {
    let lasts = days::of_meeting(session, meeting);
    MeetingFacts {
        township: words::township(meeting),
        government: format!("{}人民政府", meeting.place),
        all_deputies: meeting.all_deputies,
        base: meeting.base_of.words().to_owned(),
        quorum: tally::quorum_needed(meeting.all_deputies),
        date: meeting.held_on,
        days: days::said(lasts),
        closes: lasts.1,
        year: meeting.held_on.year(),
        venue: meeting.venue.clone(),
        county: meeting.county.clone(),
        chair: meeting.chair.clone(),
        agenda: sittings::agenda(session),
        sittings: sittings::all(session, meeting),
        present: session.attendance().map(|attendance| attendance.present),
        observing: session.attendance().map(|attendance| attendance.observers),
    }
}

pub(super) fn people(session: &Session) -> PeopleFacts {
    let people = &session.people();
    let twice = Twice::on_the_roster(session);
    let with = |role| people.with_role(role).map(|person| person.name.clone()).collect();
    let called = |title: &str| OfRole { role: title.to_owned(), names: titled(people, title) };
    let led = |title| Some(called(title)).filter(|of| !of.names.is_empty());
    let observers = (1..).zip(people.observers());
    PeopleFacts {
        deputies: people.deputies().iter().map(|one| deputy(one, &twice)).collect(),
        delegations: delegations(people.deputies(), &twice),
        observers: observers
            .map(|(number, one)| ObserverFacts {
                number,
                name: one.name.clone(),
                post: one.post.clone(),
            })
            .collect(),
        chief_scrutineers: with(Role::ChiefScrutineer),
        scrutineers: titled(people, "监票人"),
        tellers: titled(people, "计票人"),
        watching: [Some(called("总监票人")), led("副总监票人"), Some(called("监票人"))]
            .into_iter()
            .flatten()
            .collect(),
        counting: led("总计票人").into_iter().chain([called("计票人")]).collect(),
        tellers_voted: rules::tellers_voted(session),
        secretaries: with(Role::Secretary),
        name_corrections: people.name_corrections().iter().map(name_correction).collect(),
    }
}

fn titled(people: &People, title: &str) -> Vec<String> {
    let of = people.appointed().iter().filter(|person| person.title() == title);
    of.map(|person| person.name.clone()).collect()
}

fn name_correction(it: &NameCorrection) -> String {
    let NameCorrection { was, now, reason, .. } = it;
    format!("工作人员{now}的姓名原记为{was}，已更正，系同一人，理由：{reason}")
}

pub(super) fn deputy(deputy: &Deputy, twice: &Twice) -> DeputyFacts {
    let apart = twice.told_apart(&deputy.name, &deputy.note);
    DeputyFacts {
        number: deputy.number,
        noted: noted(deputy, apart),
        apart: apart
            .map_or_else(|| deputy.name.clone(), |note| format!("{}（{note}）", deputy.name)),
        name: deputy.name.clone(),
        sex: deputy.sex.clone(),
        ethnicity: deputy.ethnicity.clone(),
        delegation: deputy.delegation.clone(),
        post: deputy.post.clone(),
        remark: Some(&deputy.note).filter(|_| apart.is_none()).cloned().unwrap_or_default(),
        note: deputy.note.clone(),
    }
}

/// 女 and any ethnicity but 汉族 stand behind the name, then what tells two people of one name
/// apart.
fn noted(deputy: &Deputy, apart: Option<&str>) -> String {
    let sex = Some("女").filter(|woman| deputy.sex == *woman);
    let ethnicity = Some(deputy.ethnicity.as_str())
        .filter(|name| !name.is_empty() && *name != "汉族" && *name != "汉");
    let notes: Vec<&str> = [sex, ethnicity, apart].into_iter().flatten().collect();
    if notes.is_empty() {
        deputy.name.clone()
    } else {
        format!("{}（{}）", deputy.name, notes.join("，"))
    }
}

fn delegations(deputies: &[Deputy], twice: &Twice) -> Vec<Delegation> {
    let mut groups: Vec<Delegation> = Vec::new();
    for one in deputies {
        match groups.iter_mut().find(|group| group.name == one.delegation) {
            Some(group) => group.deputies.push(deputy(one, twice)),
            None => groups.push(Delegation {
                name: one.delegation.clone(),
                deputies: vec![deputy(one, twice)],
            }),
        }
    }
    groups
}
