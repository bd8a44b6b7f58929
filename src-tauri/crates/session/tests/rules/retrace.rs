//! 复核: what no command could have written is known, whoever wrote it into the file.

use session::floor::hall::Scene;
use session::floor::meeting::Meeting;
use session::floor::{hall, meeting};
use session::paper::PaperKind;
use session::people::pin::{Looked, PinCommand, Proof};
use session::{
    Actor, Command, EdgeCommand, Entry, Event, PaperId, Refusal, Session, Unaskable, paper, people,
    round,
};

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
    let outdated = Err(Unaskable::Otherwise);
    assert_eq!(in_place(&journal, at, &forged), outdated, "figures stood in it before");
    assert_eq!(in_place(&of_the_first_version(&journal), at, &forged), Ok(()));
}

/// A journal as 0.1.0 wrote it.
fn of_the_first_version(journal: &[Entry]) -> Vec<Entry> {
    let older = |entry: &Entry| {
        let mut entry = entry.clone();
        if let Event::People(people::Event::StaffAppointed { names_stand, .. }) = &mut entry.event {
            *names_stand = false;
        } else if let Event::Paper(paper::Event::Issued { set_by, .. }) = &mut entry.event {
            set_by.clear();
        } else if let Event::Round(round::Event::Opened { namesakes_doubted, .. }) =
            &mut entry.event
        {
            *namesakes_doubted = false;
        }
        entry
    };
    journal.iter().map(older).collect()
}

/// An old form asks less: it is believed as long as nothing newer stands before it.
#[test]
fn what_an_earlier_version_wrote_does_not_follow_what_a_later_one_did() {
    let (journal, at) = certified();
    let last = journal.last().unwrap().clone();
    let session = Session::replay(&journal).unwrap();
    let then = Session::replay(&of_the_first_version(&journal)[..at]).unwrap();
    let of = PaperKind::Agenda;
    let issued = |set_by: &str| paper::Event::Issued {
        paper: PaperId(u32::try_from(session.papers().len()).unwrap() + 1),
        of: PaperKind::Roster,
        title: "名册".to_owned(),
        sha256: "0".repeat(64),
        pages: 1,
        set_by: set_by.to_owned(),
    };
    let text = |supersedes| paper::Event::TextEdited {
        of: of.clone(),
        text: "# 题".to_owned(),
        supersedes,
    };
    let staff = |names_stand| people::Event::StaffAppointed { staff: staff(), names_stand };
    let entry =
        |seq, event: Event| Entry { seq, actor: person("secretary"), event, ..last.clone() };
    let old: [Event; 4] =
        [text(false).into(), staff(false).into(), issued("").into(), issued("0.3.0").into()];
    for event in old {
        let now = session.retrace(&entry(session.seq() + 1, event.clone()));
        assert_eq!(now, Err(Unaskable::Outdated), "{event:?}");
        let before = then.retrace(&entry(then.seq() + 1, event.clone()));
        assert_eq!(before, Ok(()), "{event:?}");
    }
    for event in [text(true).into(), issued(env!("CARGO_PKG_VERSION")).into()] {
        assert_eq!(session.retrace(&entry(session.seq() + 1, event)), Ok(()));
    }
    for to_come in ["9.9.9", "0.4", "0.4.0.1", "neu"] {
        let said = session.retrace(&entry(session.seq() + 1, issued(to_come).into()));
        assert_eq!(said, Err(Unaskable::Outdated), "{to_come}");
    }
}

#[test]
fn a_fingerprint_is_one_of_64_figures() {
    let (journal, at) = certified();
    for sha256 in ["", "nonsense", &"0".repeat(63), &"A".repeat(64)] {
        let issued = paper::Event::Issued {
            paper: PaperId(2),
            of: PaperKind::Roster,
            title: "名册".to_owned(),
            sha256: sha256.to_owned(),
            pages: 1,
            set_by: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let entry =
            Entry { actor: person("secretary"), event: issued.into(), ..journal[at].clone() };
        assert_eq!(in_place(&journal, at, &entry), Err(Unaskable::Otherwise), "{sha256}");
    }
}

/// Once a program that cleans texts has written, nothing stands that is not clean.
#[test]
fn what_is_not_clean_was_never_entered() {
    let mut told = Told::prepared();
    let with = |place: &str, venue: &str| Meeting {
        place: place.to_owned(),
        venue: venue.to_owned(),
        ..meeting()
    };
    let entry = |told: &Told, meeting: Meeting| Entry {
        seq: told.session.seq() + 1,
        at: told.journal[0].at,
        actor: person("secretary"),
        event: Event::Meeting(meeting::Event::Described { meeting }),
    };
    let unclean = [
        with("青石\u{202e}镇", "礼堂"),
        with("青石镇", "礼堂\n\u{1b}[31m"),
        with("青石镇 ", "礼堂"),
    ];
    for meeting in &unclean {
        assert_eq!(told.session.retrace(&entry(&told, meeting.clone())), Ok(()), "as 0.4.0 wrote");
    }
    for who in ["chief", "secretary"] {
        let look = EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() });
        let set = told.session.decide_at_edge(&look, &person(who)).unwrap();
        told.record(&set, who);
    }
    let remove = PinCommand::RemovePin { person: person("chief"), reason: "忘记".to_owned() };
    let who = Actor { person: &person("secretary"), proof: Proof::Pin };
    let removed = told.session.decide(&Command::Pin(remove), who).unwrap();
    told.record(&removed, "secretary");
    for meeting in unclean {
        let said = told.session.retrace(&entry(&told, meeting));
        assert_eq!(said, Err(Unaskable::Otherwise));
    }
    assert_eq!(told.session.retrace(&entry(&told, with("青石镇", "礼堂"))), Ok(()));
    let typed = meeting::Command::Describe { meeting: with(" 青石镇", "大\t礼堂 ") };
    told.done(typed, "secretary");
    let meeting = told.session.meeting().unwrap();
    assert_eq!((meeting.place.as_str(), meeting.venue.as_str()), ("青石镇", "大 礼堂"));
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
    assert_eq!(in_place(&journal, at, &before), Err(Unaskable::Outdated));
    assert_eq!(in_place(&of_the_first_version(&journal), at, &before), Ok(()));
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
