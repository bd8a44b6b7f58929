//! 理由: given once, cleaned as it is entered, and kept as an older file holds it.

use session::floor::hands;
use session::floor::hands::Motion;
use session::tally::Hands;
use session::{Entry, Event, HandVoteId, Reason, Refusal, Session, ballot};

use crate::support::*;

const VOTE: HandVoteId = HandVoteId(1);

fn withdraw(reason: &str) -> ballot::Command {
    ballot::Command::WithdrawBallot { ballot: ballot_id(), reason: reason.to_owned() }
}

fn withdrawn(told: &Told) -> &str {
    told.session.withdrawn()[&ballot_id()].as_str()
}

#[test]
fn a_reason_is_cleaned_as_it_is_entered() {
    let mut told = Told::prepared();
    told.done(withdraw("　提案人\u{3000}撤回 \n第二行\n"), "secretary");
    assert_eq!(withdrawn(&told), "提案人\u{3000}撤回\n第二行");
}

#[test]
fn a_reason_nobody_can_read_or_longer_than_a_page_is_none() {
    let mut told = Told::prepared();
    for nothing in ["", " ", "\u{3000}\n"] {
        assert_eq!(told.refused(withdraw(nothing), "secretary"), Refusal::ReasonMissing);
    }
    let unseen = told.refused(withdraw("撤\u{200b}回"), "secretary");
    assert!(matches!(unseen, Refusal::CharacterUnseen { position: 2, .. }), "{unseen:?}");
    let long = "长".repeat(2_001);
    assert_eq!(
        told.refused(withdraw(&long), "secretary"),
        Refusal::TextTooLong { most: Reason::LONGEST }
    );
    told.done(withdraw(&long[3..]), "secretary");
}

#[test]
fn an_entry_of_an_older_file_keeps_the_reason_it_holds() {
    let mut told = Told::prepared();
    let body =
        serde_json::json!({ "ballot": ballot_id(), "reason": format!(" {} ", "长".repeat(3_000)) });
    let event = Event::read("ballot.withdrawn", body.clone()).unwrap();
    assert_eq!(serde_json::to_value(&event).unwrap()["body"], body);
    let seq = told.session.seq() + 1;
    let entry = Entry { seq, actor: person("secretary"), event, ..told.journal[0].clone() };
    assert_eq!(told.session.retrace(&entry), Ok(()));
    told.journal.push(entry);
    told.session = Session::replay(&told.journal).unwrap();
    assert!(withdrawn(&told).starts_with(" 长"));
}

#[test]
fn a_reason_left_out_is_an_empty_text_in_the_record() {
    let mut told = Told::prepared();
    told.count_present(6);
    let hands = |against| Hands::Minority { against, abstain: 0 };
    let motion = Motion { title: "决议".to_owned(), ..Motion::default() };
    told.done(hands::Command::PrepareMotion { motion }, "secretary");
    told.done(hands::Command::PutMotion { vote: VOTE, present: None }, "secretary");
    told.done(hands::Command::CountHands { vote: VOTE, hands: hands(1) }, "teller-1");
    told.done(hands::Command::CountHands { vote: VOTE, hands: hands(2) }, "teller-2");
    let again =
        hands::Command::CountAgain { vote: VOTE, present: None, reason: "\u{3000}".to_owned() };
    told.done(again, "chief");
    let entry = told.journal.last().unwrap();
    assert_eq!(serde_json::to_value(&entry.event).unwrap()["body"]["reason"], "");
    let before = Session::replay(&told.journal[..told.journal.len() - 1]).unwrap();
    assert_eq!(before.retrace(entry), Ok(()));
}
