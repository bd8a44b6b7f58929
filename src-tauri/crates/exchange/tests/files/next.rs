//! 由上次会议建立: what comes over from a session that is over, and what was changed on the way.

use exchange::{Newcomer, NextAsked, NextSession, Sample, presets_of_last};
use session::floor::last::LastSession;
use session::floor::meeting::{self, Meeting};
use session::paper::{self, PaperKind};
use session::people::{Role, Staff};
use session::{Command, Entry, PersonId, Refusal, RoundId, Session, Timestamp};

fn take(session: &mut Session, commands: &[Command], actor: &PersonId) -> Result<(), Refusal> {
    let at = Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
    for command in commands {
        for event in session.decide(command, actor)? {
            let entry = Entry { seq: session.seq() + 1, at, actor: actor.clone(), event };
            session.apply(&entry).unwrap();
        }
    }
    Ok(())
}

/// The sample as it was prepared, with a text and a style of the office's own.
fn last() -> Session {
    let sample = Sample::load().unwrap();
    let secretary = sample.staff_with(Role::Secretary).unwrap().id.clone();
    let text = |of: PaperKind| {
        Command::Paper(paper::Command::EditText { of, text: "本镇的写法".to_owned() })
    };
    let style = paper::Style { qr: true, ..paper::Style::default() };
    let mut session = Session::default();
    take(&mut session, &sample.preparation(), &secretary).unwrap();
    let own = [
        text(PaperKind::Minutes),
        text(PaperKind::Decision { round: RoundId(1) }),
        Command::Paper(paper::Command::ChooseStyle { style }),
    ];
    take(&mut session, &own, &secretary).unwrap();
    session
}

/// The new session as it is asked for.
fn begun(asked: impl FnOnce(NextAsked) -> NextAsked) -> Result<Session, Refusal> {
    let next = NextSession::of(&last()).unwrap();
    let beginning = next.begin(&asked(next.unchanged())).unwrap();
    let mut session = Session::default();
    take(&mut session, &beginning.commands, &beginning.secretary).map(|()| session)
}

#[test]
fn people_texts_and_style_come_over_and_the_meeting_is_the_next_one() {
    let (before, after) = (last(), begun(|asked| asked).unwrap());
    let title = after.meeting().map(Meeting::title).unwrap();
    assert_eq!(title, "青石镇第十八届人民代表大会第六次会议");
    assert!(after.meeting().unwrap().agenda.is_empty());
    let (people, now) = (before.people(), after.people());
    assert_eq!((now.deputies(), now.observers()), (people.deputies(), people.observers()));
    assert_eq!(now.appointed(), people.appointed());
    let texts: Vec<&PaperKind> = after.paper_texts().keys().collect();
    assert_eq!(texts, [&PaperKind::Minutes], "a text of one vote stays with it");
    assert!(after.style().qr);
    assert_eq!(after.past_projects(), before.past_projects(), "nobody evaluated them yet");
}

#[test]
fn who_left_is_gone_from_roster_and_staff_and_who_came_is_numbered_behind() {
    let people = last();
    let scrutineer = people.people().with_role(Role::Scrutineer).next().unwrap().name.clone();
    let leaves =
        |name: &str| people.people().deputies().iter().find(|it| it.name == name).unwrap().number;
    let left = vec![leaves(&scrutineer)];
    let came = vec![
        Newcomer { name: "𬱖 生".to_owned(), sex: "女".to_owned(), ..Newcomer::default() },
        Newcomer { name: "古丽娜尔•买买提".to_owned(), ..Newcomer::default() },
    ];
    let after = begun(|asked| NextAsked { left, came, ..asked }).unwrap();
    let roster = after.people().deputies();
    assert_eq!(roster.len(), 59);
    let behind: Vec<(u32, &str)> =
        roster.iter().rev().take(2).map(|it| (it.number, it.name.as_str())).collect();
    assert_eq!(behind, [(60, "古丽娜尔·买买提"), (59, "𬱖生")]);
    assert!(!roster.iter().any(|it| it.name == scrutineer));
    assert!(!after.people().appointed().iter().any(|it| it.name == scrutineer));
}

#[test]
fn another_secretary_is_another_person_and_takes_the_place_of_the_one_before() {
    let named = |name: &str| {
        let secretary = name.to_owned();
        let after = begun(|asked| NextAsked { secretary, ..asked })?;
        let found: Vec<Staff> = after.people().with_role(Role::Secretary).cloned().collect();
        Ok::<_, Refusal>(found)
    };
    let before: Vec<Staff> = last().people().with_role(Role::Secretary).cloned().collect();
    assert_eq!(named(&before[0].name).unwrap(), before);
    let new = named("欧阳 若兰").unwrap();
    assert_eq!((new.len(), new[0].name.as_str()), (before.len(), "欧阳若兰"));
    assert!(before.iter().all(|it| it.id != new[0].id), "{new:?}");
    let teller = last().people().with_role(Role::Teller).next().unwrap().name.clone();
    assert_eq!(named(&teller), Err(Refusal::OnePersonOneRole { name: teller }));
    assert_eq!(named(" "), Err(Refusal::StaffWithoutName { role: Role::Secretary }));
}

#[test]
fn two_of_one_name_are_told_apart_before_anything_is_recorded() {
    let name = last().people().deputies()[0].name.clone();
    let came = vec![Newcomer { name: name.clone(), ..Newcomer::default() }];
    let twice = begun(|asked| NextAsked { came: came.clone(), ..asked }).map(drop);
    assert_eq!(twice, Err(Refusal::NameNeedsNote { name: name.clone() }));
    let noted = vec![Newcomer { name, note: "女".to_owned(), ..Newcomer::default() }];
    begun(|asked| NextAsked { came: noted, ..asked }).unwrap();
}

#[test]
fn a_session_that_is_none_is_not_gone_on_from() {
    assert_eq!(NextSession::of(&Session::default()), Err(Refusal::SessionNotDescribed));
    let mut sealed = last();
    let secretary = sealed.people().with_role(Role::Secretary).next().unwrap().id.clone();
    let seal = meeting::Command::Seal { reason: "会议闭幕".to_owned() };
    take(&mut sealed, &[Command::Meeting(seal)], &secretary).unwrap();
    assert_eq!(LastSession::check(&sealed), Ok(()));
    NextSession::of(&sealed).unwrap();
}

#[test]
fn the_settings_of_the_last_ballots_are_there_to_start_from_without_their_rows() {
    let last = last();
    let [preset] = &presets_of_last(&last)[..] else { panic!("one ballot") };
    assert_eq!(preset.name.zh, "同上次：2027年度民生实事项目票决票");
    assert_eq!(preset.ballot.title, "2027年度民生实事项目票决票");
    let before = &last.ballots()[0];
    assert_eq!((preset.ballot.contests.len(), &preset.ballot.colour), (0, &before.colour));
    let (now, then) = (&preset.contest, &before.contests[0]);
    assert_eq!((&now.contest.kind, &now.symbols), (&then.contest.kind, &then.symbols));
    assert!(now.contest.options.is_empty() && now.projects.is_empty());
}
