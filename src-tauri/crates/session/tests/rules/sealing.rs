//! 封存: the record ends when nothing is open, and nothing follows.

use session::floor::hall::Scene;
use session::floor::hands::Motion;
use session::floor::{attendance, hall, hands, meeting};
use session::paper::{Paper, PaperKind};
use session::people::pin::{Looked, Proof};
use session::views::frame;
use session::{Actor, Command, EdgeCommand, Event, HandVoteId, OutOfPlace, Refusal, round};

use crate::support::*;

fn seal(reason: &str) -> meeting::Command {
    meeting::Command::Seal { reason: reason.to_owned() }
}

/// A day that is over.
fn over() -> Told {
    let mut told = Told::keyed(&["○○×", "○-×"], &["○○×", "○-×"]);
    told.announce();
    told
}

fn sealed() -> Told {
    let mut told = over();
    told.done(seal("会议闭幕"), "secretary");
    told
}

#[test]
fn a_day_is_sealed_once_by_the_secretary_with_a_reason() {
    let mut told = over();
    assert_eq!(told.session.sealed(), Err(Refusal::SessionNotSealed));
    assert_eq!(told.refused(seal(" "), "secretary"), Refusal::ReasonMissing);
    for other in ["chief", "scrutineer", "teller-1"] {
        assert!(matches!(told.refused(seal("会议闭幕"), other), Refusal::WrongRole { .. }));
    }
    told.done(seal(" 会议闭幕 "), "secretary");
    let sealing = told.session.sealed().unwrap();
    assert_eq!((&*sealing.by.0, sealing.reason.as_str()), ("secretary", "会议闭幕"));
    let seen = frame::view(&told.session).sealed.unwrap();
    assert_eq!((&*seen.name, &*seen.reason, seen.at), ("王秘书", "会议闭幕", sealing.at));
}

#[test]
fn a_vote_that_is_open_is_not_sealed() {
    let title = || Refusal::VoteUnderWay { title: ballot().title };
    let mut told = Told::voting_with(ballot());
    assert_eq!(told.refused(seal("会议闭幕"), "secretary"), title());
    let mut told = Told::keyed(&["○○×"], &["○○×"]);
    assert_eq!(told.refused(seal("会议闭幕"), "secretary"), title());
    told.certify();
    assert_eq!(told.refused(seal("会议闭幕"), "secretary"), title(), "not announced");

    let mut told = Told::prepared();
    told.count_present(6);
    let motion = Motion { title: "决议".to_owned(), ..Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    told.done(hands::Command::PutMotion { vote: HandVoteId(1), present: None }, "secretary");
    let refused = told.refused(seal("会议闭幕"), "secretary");
    assert!(matches!(refused, Refusal::VoteUnderWay { .. }), "{refused:?}");
}

#[test]
fn what_was_broken_off_or_never_begun_may_be_sealed() {
    let mut told = Told::counting(2);
    let (breaking, reason) = (round::Breaking::Interrupted, "停电".to_owned());
    told.done(round::Command::BreakOff { round: ROUND, breaking, reason }, "chief");
    told.done(seal("会议改期"), "secretary");
    Told::prepared().done(seal("会议未开"), "secretary");
}

#[test]
fn nothing_is_recorded_after_it() {
    let mut told = sealed();
    let refusal = Refusal::SessionSealed { name: "王秘书".to_owned() };
    let asked: [(Asked, &str); 4] = [
        (seal("再封一次").into(), "secretary"),
        (attendance::Command::CountAttendance { present: 6, observers: 0 }.into(), "secretary"),
        (hall::Command::ShowInHall { scene: Scene::Blank }.into(), "secretary"),
        (round::Command::Reopen { round: ROUND, reason: "看错".to_owned() }.into(), "chief"),
    ];
    for (command, who) in asked {
        assert_eq!(told.refused(command, who), refusal);
    }
    assert_eq!(told.try_issue(PaperKind::Minutes), Err(refusal.clone()));
    let wrong = told.session.decide_at_edge(&EdgeCommand::Look(Looked::Wrong), &person("chief"));
    assert_eq!(wrong, Err(refusal));
}

#[test]
fn an_entry_after_it_is_no_journal() {
    let told = sealed();
    let mut late = told.journal[0].clone();
    late.seq = told.session.seq() + 1;
    let said = told.session.clone().apply(&late);
    assert_eq!(said, Err(OutOfPlace("an entry after the session was sealed")));
}

#[test]
fn it_is_sealed_with_the_secretarys_pin_where_one_is_set() {
    let mut told = over();
    let set = EdgeCommand::Look(Looked::Set { hash: "$argon2id".to_owned() });
    let events = told.session.decide_at_edge(&set, &person("secretary")).unwrap();
    told.record(&events, "secretary");
    let command = Command::Meeting(seal("会议闭幕"));
    let asked =
        |proof| told.session.decide(&command, Actor { person: &person("secretary"), proof });
    assert_eq!(asked(Proof::Desk), Err(Refusal::PinNeeded { name: "王秘书".to_owned() }));
    let Ok(events) = asked(Proof::Pin) else { panic!("refused") };
    assert!(matches!(&events[..], [Event::Meeting(meeting::Event::Sealed { .. })]));
}

#[test]
fn it_makes_no_paper_void_and_could_have_been_asked() {
    let told = sealed();
    let before = over();
    let superseded =
        |told: &Told| told.session.papers().iter().map(Paper::is_superseded).collect::<Vec<_>>();
    assert_eq!(superseded(&told), superseded(&before));
    assert_eq!(before.session.retrace(told.journal.last().unwrap()), Ok(()));
}
