//! What stands in the journal: kinds and fields never change their meaning.

use session::{Entry, Event, Session};

use crate::support::*;

fn whole() -> Told {
    let mut told = Told::keyed(&["○○○", "○-×"], &["○○○", "○○×"]);
    told.rule_rows(at(1, 2), &[(1, tally::Mark::For)]);
    told.rule_section(at(1, 1), session::round::ruling::Verdict::Void);
    told.certify();
    told.show(session::floor::hall::Scene::Counting { round: ROUND, page: 0 });
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

/// The journal of a motion counted twice, differing, and ruled.
fn written_of_a_motion() -> [String; 10] {
    let rest = r#""text":"","body":{"body":"congress"},"way":{"way":"hands","threshold":{"base":"all_deputies","least":{"over":[1,2]}},"counted":"minority"}}"#;
    let counted = |against: u32| {
        format!(
            r#"{{"kind":"hand.counted","body":{{"vote":1,"hands":{{"counted":"minority","against":{against},"abstain":0}}}}}}"#
        )
    };
    [
        format!(r#"{{"kind":"hand.prepared","body":{{"vote":1,"motion":{{"title":"决议",{rest}}}}}"#),
        format!(r#"{{"kind":"hand.changed","body":{{"vote":1,"motion":{{"title":"决议",{rest}}}}}"#),
        r#"{"kind":"hand.put","body":{"vote":1,"all":7,"present":6}}"#.to_owned(),
        counted(1),
        counted(2),
        r#"{"kind":"hand.counted_again","body":{"vote":1,"all":7,"present":6,"reason":""}}"#.to_owned(),
        counted(1),
        counted(2),
        r#"{"kind":"hand.ruled","body":{"vote":1,"hands":{"counted":"minority","against":2,"abstain":0},"reason":"看录像"}}"#.to_owned(),
        r#"{"kind":"hand.announced","body":{"vote":1}}"#.to_owned(),
    ]
}

#[test]
fn a_motion_decided_without_paper_is_written_in_kinds_of_its_own() {
    use session::HandVoteId;
    use session::floor::hands;
    use session::floor::hands::Motion;
    use session::tally::Hands;
    let vote = HandVoteId(1);
    let count = |against| hands::Command::CountHands {
        vote,
        hands: Hands::Minority { against, abstain: 0 },
    };
    let motion = || Motion { title: "决议".to_owned(), ..Motion::default() };
    let mut told = Told::prepared();
    told.count_present(6);
    let before = told.journal.len();
    told.done(hands::Command::PrepareMotion { motion: motion() }, "secretary");
    told.done(hands::Command::ChangeMotion { vote, motion: motion() }, "secretary");
    told.done(hands::Command::PutMotion { vote, present: None }, "secretary");
    told.done(count(1), "teller-1");
    told.done(count(2), "teller-2");
    told.done(hands::Command::CountAgain { vote, present: None, reason: String::new() }, "chief");
    told.done(count(1), "teller-1");
    told.done(count(2), "teller-2");
    let ruled = Hands::Minority { against: 2, abstain: 0 };
    told.done(
        hands::Command::RuleHands { vote, hands: ruled, reason: "看录像".to_owned() },
        "chief",
    );
    told.done(hands::Command::AnnounceHands { vote }, "secretary");
    let written: Vec<String> = told.journal[before..]
        .iter()
        .map(|entry| serde_json::to_string(&entry.event).unwrap())
        .collect();
    assert_eq!(written, written_of_a_motion());
    for (line, entry) in written.iter().zip(&told.journal[before..]) {
        assert_eq!(serde_json::from_str::<Event>(line).unwrap(), entry.event);
    }
}

#[test]
fn kinds_are_the_room_and_what_happened() {
    let mut kinds: Vec<String> = whole()
        .journal
        .iter()
        .map(|entry| {
            serde_json::to_value(&entry.event).unwrap()["kind"].as_str().unwrap().to_owned()
        })
        .collect();
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
    let moved = journal
        .iter()
        .position(|entry| serde_json::to_value(&entry.event).unwrap()["kind"] == "round.certified")
        .unwrap();
    journal[moved - 1].event = journal[moved].event.clone();
    let (seq, _) = Session::replay(&journal).unwrap_err();
    assert_eq!(seq, journal[moved].seq, "certified twice");
}
