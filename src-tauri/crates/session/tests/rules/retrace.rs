//! 复核: what no command could have written is known, whoever wrote it into the file.

use session::floor::hall::Scene;
use session::floor::meeting::Meeting;
use session::floor::{hall, meeting};
use session::paper::PaperKind;
use session::{Command, Entry, Event, PaperId, Refusal, Session, Unaskable, paper, round};

use crate::support::*;

/// A certified day of two sheets, and where it is certified.
fn certified() -> (Vec<Entry>, usize) {
    let mut told = Told::keyed(&["○○×", "○-×"], &["○○×", "○-×"]);
    told.certify();
    let is_certificate =
        |entry: &Entry| matches!(&entry.event, Event::Round(round::Event::Certified { .. }));
    let at = told.journal.iter().position(is_certificate).unwrap();
    (told.journal, at)
}

/// What is said of an entry in the place of the one at `at`.
fn in_place(journal: &[Entry], at: usize, forged: &Entry) -> Result<(), Unaskable> {
    Session::replay(&journal[..at]).unwrap().retrace(forged)
}

#[test]
fn whatever_a_day_recorded_could_have_been_asked() {
    let (journal, _) = certified();
    let mut session = Session::default();
    for entry in &journal {
        assert_eq!(session.retrace(entry), Ok(()), "{entry:?}");
        session.apply(entry).unwrap();
    }
}

#[test]
fn a_certificate_of_a_teller_or_of_nobody_is_none() {
    let (journal, at) = certified();
    for stranger in ["teller-1", "secretary", "nobody"] {
        let forged = Entry { actor: person(stranger), ..journal[at].clone() };
        let said = in_place(&journal, at, &forged);
        assert!(matches!(said, Err(Unaskable::Refused(_))), "{stranger}: {said:?}");
    }
}

#[test]
fn a_certificate_before_the_second_keying_or_with_other_figures_is_none() {
    let (journal, at) = certified();
    let early =
        in_place(&journal, at - 1, &Entry { seq: journal[at - 1].seq, ..journal[at].clone() });
    assert!(matches!(early, Err(Unaskable::Refused(_))), "{early:?}");

    let mut forged = journal[at].clone();
    let Event::Round(round::Event::Certified { totals, .. }) = &mut forged.event else {
        panic!("a certificate")
    };
    totals[0].rows[0].for_ += 1;
    assert_eq!(in_place(&journal, at, &forged), Err(Unaskable::Otherwise));
    let Event::Round(round::Event::Certified { totals, .. }) = &mut forged.event else {
        panic!("a certificate")
    };
    totals.clear();
    assert_eq!(in_place(&journal, at, &forged), Ok(()), "as an earlier version wrote it");
}

#[test]
fn a_round_opened_before_namesakes_were_doubted_could_have_been_asked() {
    let (journal, _) = certified();
    let is_opening =
        |entry: &Entry| matches!(&entry.event, Event::Round(round::Event::Opened { .. }));
    let at = journal.iter().position(is_opening).unwrap();
    let mut before = journal[at].clone();
    let Event::Round(round::Event::Opened { namesakes_doubted, printed, .. }) = &mut before.event
    else {
        panic!("an opening")
    };
    assert!(std::mem::take(namesakes_doubted));
    let printed_then = std::mem::replace(printed, 0);
    assert!(in_place(&journal, at, &before).is_err());
    let Event::Round(round::Event::Opened { printed, .. }) = &mut before.event else {
        panic!("an opening")
    };
    *printed = printed_then;
    assert_eq!(in_place(&journal, at, &before), Ok(()));
}

#[test]
fn what_is_shown_and_printed_has_to_exist() {
    let (journal, at) = certified();
    let scene = Scene::Result { round: session::RoundId(9), page: 0 };
    let entry = |event| Entry { actor: person("secretary"), event, ..journal[at].clone() };
    let shown = in_place(&journal, at, &entry(Event::Hall(hall::Event::Shown { scene })));
    assert!(shown.is_err(), "{shown:?}");
    let issued = paper::Event::Issued {
        paper: PaperId(40),
        of: PaperKind::Roster,
        title: "名册".to_owned(),
        sha256: "0".repeat(64),
        pages: 1,
        set_by: String::new(),
    };
    assert!(in_place(&journal, at, &entry(issued.into())).is_err(), "the fortieth paper");
}

#[test]
fn what_is_beyond_any_session_is_refused_asked_for_or_read() {
    let (journal, _) = certified();
    let session = Session::replay(&journal).unwrap();
    let meeting = Meeting { venue: "室".repeat(20_001), ..meeting() };
    let describe = Command::Meeting(meeting::Command::Describe { meeting });
    let said = session.decide(&describe, &person("secretary"));
    assert_eq!(said, Err(Refusal::TextTooLong { most: 20_000 }));
    let body = serde_json::json!({ "round": 1, "spoiled": 0, "returned": 4_294_967_294_u32 });
    let unknown = Event::read("round.collected", body).unwrap_err();
    assert!(unknown.reason.contains("1000000"), "{unknown}");
}
