//! 演练: everything may be tried, everything says so, and nothing leads out.

use session::floor::hall::Scene;
use session::floor::meeting;
use session::paper::PaperKind;
use session::people::pin::Looked;
use session::views::{frame, hall, papers};
use session::{EdgeCommand, Event, OutOfPlace, PaperId, Refusal};

use crate::support::*;

const REHEARSE: EdgeCommand<'static> = EdgeCommand::Rehearse { seed: "00000000000000ff" };

fn begin(told: &mut Told) {
    let events = told.session.decide_at_edge(&REHEARSE, &person("secretary")).unwrap();
    told.record(&events, "secretary");
}

fn refused(told: &Told, actor: &str) -> Refusal {
    told.session.decide_at_edge(&REHEARSE, &person(actor)).unwrap_err()
}

/// Prepared, its ballot printed, then made a rehearsal.
fn rehearsed() -> Told {
    let mut told = Told::prepared();
    told.print_ballot();
    begin(&mut told);
    told
}

#[test]
fn the_frame_and_every_picture_say_so_and_those_of_a_real_session_do_not() {
    let mut told = Told::prepared();
    let says = |told: &Told| {
        let foreseen = hall::foreseen(&told.session, &Scene::Blank).unwrap().rehearsal;
        [frame::view(&told.session).rehearsal, hall::view(&told.session).rehearsal, foreseen]
    };
    assert_eq!(says(&told), [false; 3]);
    assert_eq!(told.session.rehearsed().map(drop), Err(Refusal::NoRehearsal));
    begin(&mut told);
    assert_eq!(says(&told), [true; 3]);
    assert_eq!(told.session.rehearsed().unwrap().seed, "00000000000000ff");
    told.show(Scene::Line { text: "请入座".to_owned() });
    assert_eq!(says(&told), [true; 3]);
}

#[test]
fn only_the_secretary_rehearses_what_is_at_home_and_not_in_the_middle_of_a_vote() {
    let told = Told::prepared();
    assert!(matches!(refused(&told, "chief"), Refusal::WrongRole { .. }));
    assert_eq!(refused(&Told::default(), "secretary").to_string(), "secretary is not on the staff");
    let told = Told::voting_with(ballot());
    assert_eq!(refused(&told, "secretary"), Refusal::VoteUnderWay { title: ballot().title });
    let mut told = Told::keyed(&["○○×", "○-×"], &["○○×", "○-×"]);
    told.announce();
    begin(&mut told);
    assert_eq!(refused(&told, "secretary"), Refusal::OnlyRehearsed);
}

#[test]
fn what_was_printed_before_no_longer_holds_and_is_not_taken_out_of_it() {
    let mut told = rehearsed();
    let before = PaperId(1);
    assert!(told.session.papers()[0].is_superseded());
    assert_eq!(
        told.session.check_taken_out(before),
        Err(Refusal::PaperOfTheReal { paper: before })
    );
    let of_the_ballot = |told: &Told| {
        let listed = papers::view(&told.session).papers;
        let of = PaperKind::Ballot { ballot: ballot_id() };
        let ballot = listed.into_iter().find(|paper| paper.kind == of).unwrap();
        ballot.issues.into_iter().map(|issue| issue.paper).collect::<Vec<_>>()
    };
    assert_eq!(of_the_ballot(&told), []);
    told.count_present(6);
    let printed = Refusal::BallotNotPrinted { ballot: ballot().title };
    assert_eq!(told.refused(open(6), "secretary"), printed);
    told.print_ballot();
    assert_eq!(of_the_ballot(&told), [PaperId(2)]);
    assert_eq!(told.session.check_taken_out(PaperId(2)), Ok(()));
    told.done(open(6), "secretary");
}

#[test]
fn it_is_never_sealed_and_no_second_beginning_stands_in_a_journal() {
    let mut told = rehearsed();
    let seal = meeting::Command::Seal { reason: "会议闭幕".to_owned() };
    assert_eq!(told.refused(seal, "secretary"), Refusal::OnlyRehearsed);
    assert_eq!(told.session.check_real(), Err(Refusal::OnlyRehearsed));
    let again = session::Entry {
        seq: told.session.seq() + 1,
        at: told.session.rehearsed().unwrap().at,
        actor: person("secretary"),
        event: Event::Rehearsal(session::floor::rehearsal::Event::Begun { seed: String::new() }),
    };
    let again = told.session.apply(&again);
    assert_eq!(again, Err(OutOfPlace("a rehearsal of a rehearsal")));
}

#[test]
fn nobody_types_a_pin_of_the_real_session() {
    let mut told = Told::prepared();
    let set = EdgeCommand::Look(Looked::Set { hash: "salted".to_owned() });
    let actor = person("chief");
    let who = session::Actor { person: &actor, proof: session::people::pin::Proof::Pin };
    let events = told.session.decide_at_edge(&set, who).unwrap();
    told.record(&events, "chief");
    assert_eq!(frame::view(&told.session).pins.len(), 1);
    begin(&mut told);
    assert_eq!(frame::view(&told.session).pins.len(), 0);
}

#[test]
fn a_desk_away_of_a_rehearsal_says_so_too() {
    let mut told = rehearsed();
    told.print_ballot();
    told.count_present(6);
    told.done(open(6), "secretary");
    told.done(collect(6), "secretary");
    told.done(session::round::Command::AnnounceCollection { round: ROUND }, "secretary");
    let away = told.lend(&lend(session::Pass::First, &[1]), "teller-1").unwrap();
    assert!(frame::view(&away.session).rehearsal);
    let mut real = Told::counting(6);
    let away = real.lend(&lend(session::Pass::First, &[1]), "teller-1").unwrap();
    assert!(!frame::view(&away.session).rehearsal);
}

#[test]
fn a_strangers_reading_finds_that_the_entry_could_be_asked_for() {
    let told = Told::prepared();
    let entry = session::Entry {
        seq: told.session.seq() + 1,
        at: chrono::DateTime::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap(),
        actor: person("secretary"),
        event: Event::Rehearsal(session::floor::rehearsal::Event::Begun { seed: "0".to_owned() }),
    };
    assert_eq!(told.session.retrace(&entry), Ok(()));
    let by_a_teller = session::Entry { actor: person("teller-1"), ..entry };
    assert!(told.session.retrace(&by_a_teller).is_err());
}
