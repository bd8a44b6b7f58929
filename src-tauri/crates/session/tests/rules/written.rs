//! What stands in the journal: kinds and fields never change their meaning.

use session::{Entry, Event, Session};

use crate::support::*;

fn whole() -> Told {
    let mut told = Told::keyed(&["○○○", "○-×"], &["○○○", "○○×"]);
    told.rule_rows(at(1, 2), &[(1, tally::Mark::For)]);
    told.rule_section(at(1, 1), session::ruling::Verdict::Void);
    told.certify();
    told.show(session::hall::Scene::Counting { round: ROUND, page: 0 });
    told
}

#[test]
fn a_journal_read_back_tells_the_same_session() {
    let told = whole();
    let read: Vec<Entry> = told
        .journal
        .iter()
        .map(|entry| {
            let written = serde_json::to_value(&entry.event).unwrap();
            let kind = written["kind"].as_str().unwrap().to_owned();
            Entry { event: Event::read(&kind, written["body"].clone()).unwrap(), ..entry.clone() }
        })
        .collect();
    assert_eq!(read, told.journal);
    let again = Session::replay(&read).unwrap();
    assert_eq!(format!("{again:?}"), format!("{:?}", told.session));
}

#[test]
fn kinds_are_the_room_and_what_happened() {
    let mut kinds: Vec<String> =
        whole().journal.iter().map(|entry| serde_json::to_value(&entry.event).unwrap()["kind"].as_str().unwrap().to_owned()).collect();
    kinds.dedup();
    let expected = [
        "meeting.described",
        "people.staff_appointed",
        "people.roster_listed",
        "ballot.saved",
        "paper.issued",
        "attendance.counted",
        "round.opened",
        "round.collected",
        "round.collection_announced",
        "keying.bundle_taken",
        "keying.sheet_keyed",
        "keying.bundle_closed",
        "keying.bundle_taken",
        "keying.sheet_keyed",
        "keying.bundle_closed",
        "ruling.difference_ruled",
        "ruling.section_ruled",
        "round.certified",
        "hall.shown",
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_kind_or_field_nobody_knows_is_refused_by_name() {
    let unknown = Event::read("weather.changed", serde_json::json!({})).unwrap_err();
    assert_eq!(unknown.kind, "weather.changed");
    let body = serde_json::json!({ "present": 5, "observers": 1, "asleep": 2 });
    assert!(Event::read("attendance.counted", body).unwrap_err().reason.contains("asleep"));
}

#[test]
fn an_entry_out_of_place_is_named() {
    let mut journal = whole().journal;
    let moved = journal.iter().position(|entry| serde_json::to_value(&entry.event).unwrap()["kind"] == "round.certified").unwrap();
    journal[moved - 1].event = journal[moved].event.clone();
    let (seq, _) = Session::replay(&journal).unwrap_err();
    assert_eq!(seq, journal[moved].seq, "certified twice");
}
