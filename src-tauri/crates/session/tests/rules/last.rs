//! 接续: a session names the one before in its first entry, and nowhere else.

use session::floor::last::LastSession;
use session::floor::meeting;
use session::people::pin::Looked;
use session::round::matter::chosen_projects;
use session::{EdgeCommand, Entry, Event, OutOfPlace, Refusal, Session};

use crate::support::*;

fn head() -> String {
    "0123456789abcdef".repeat(4)
}

/// A day that is over, as the next one names it.
fn before() -> (Told, LastSession) {
    let mut told = Told::keyed(&["○○×", "○○×", "○○-", "○○×"], &["○○×", "○○×", "○○-", "○○×"]);
    told.announce();
    let last = LastSession::of(&told.session, &head(), &head()).unwrap();
    (told, last)
}

fn joined(last: &LastSession) -> Told {
    let mut told = Told::default();
    let events =
        told.session.decide_at_edge(&EdgeCommand::JoinToLast(last), &person("secretary")).unwrap();
    told.record(&events, "secretary");
    told
}

#[test]
fn the_first_entry_names_the_session_before_and_the_day_goes_on_from_there() {
    let (day, last) = before();
    assert_eq!(last.title, "青石镇第十八届人民代表大会第五次会议");
    assert_eq!((last.entries, last.sealed), (day.session.seq(), false));
    let mut told = joined(&last);
    assert_eq!(told.session.last(), Some(&last));
    assert_eq!(Session::default().retrace(&told.journal[0]), Ok(()));
    let next = meeting::Meeting { meeting: 6, ..meeting() };
    told.done(meeting::Command::Describe { meeting: next }, "secretary");
    told.done(session::people::Command::AppointStaff { staff: staff() }, "secretary");
    assert_eq!(Session::replay(&told.journal).unwrap().last(), Some(&last));
}

#[test]
fn no_later_entry_names_one() {
    let (_, last) = before();
    let mut told = joined(&last);
    let again = EdgeCommand::JoinToLast(&last);
    let refused = told.session.decide_at_edge(&again, &person("secretary"));
    assert_eq!(refused, Err(Refusal::LastNamedFirst));
    let prepared = Told::prepared();
    let refused = prepared.session.decide_at_edge(&again, &person("secretary"));
    assert_eq!(refused, Err(Refusal::LastNamedFirst));
    let refused = prepared.session.decide_at_edge(&again, &person("chief"));
    assert!(matches!(refused, Err(Refusal::WrongRole { .. })), "{refused:?}");
    let late = Entry { seq: 2, ..told.journal[0].clone() };
    let middle = OutOfPlace("the session before named in the middle of a journal");
    assert_eq!(told.session.apply(&late), Err(middle));
}

#[test]
fn an_entry_that_names_none_is_no_journal() {
    let (_, last) = before();
    let upper = last.head.to_uppercase();
    for (head, entries) in [(String::new(), 3), ("0".repeat(63), 3), (upper, 3), (head(), 0)] {
        let last = LastSession { head, entries, ..last.clone() };
        let told = joined_unasked(&last);
        assert_eq!(told, Err(OutOfPlace("the session before named without an entry of it")));
    }
}

fn joined_unasked(last: &LastSession) -> Result<(), OutOfPlace> {
    let (_, sound) = before();
    let mut entry = joined(&sound).journal.remove(0);
    entry.event = Event::Meeting(meeting::Event::JoinedToLast { last: last.clone() });
    Session::default().apply(&entry)
}

#[test]
fn nothing_goes_on_from_what_is_not_over_or_no_session() {
    let of = |session: &Session| LastSession::of(session, &head(), &head());
    assert_eq!(of(&Session::default()), Err(Refusal::SessionNotDescribed));
    let open = Told::voting_with(ballot());
    let title = ballot().title;
    assert_eq!(of(&open.session), Err(Refusal::LastUnderWay { title }));
    let (mut told, _) = before();
    told.done(meeting::Command::Seal { reason: "会议闭幕".to_owned() }, "secretary");
    assert!(of(&told.session).unwrap().sealed, "sealed or not");
    let wrong = told.session.decide_at_edge(&EdgeCommand::Look(Looked::Wrong), &person("chief"));
    assert!(matches!(wrong, Err(Refusal::SessionSealed { .. })), "and the sealed one stays so");
}

#[test]
fn what_was_chosen_counts_once_it_was_announced() {
    let (day, _) = before();
    let names: Vec<String> =
        chosen_projects(&day.session.rounds()[0]).into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["通村公路硬化", "山塘除险加固"]);
    let rounds = || Told::keyed(&["○○×", "○○×", "○○-", "○○×"], &["○○×", "○○×", "○○-", "○○×"]);
    let mut counted = rounds();
    assert_eq!(chosen_projects(&counted.session.rounds()[0]), []);
    counted.certify();
    assert_eq!(chosen_projects(&counted.session.rounds()[0]), [], "certified, not announced");
}
