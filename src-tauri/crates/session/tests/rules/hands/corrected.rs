//! What was announced of a motion is put right on record.

use session::paper::PaperKind;

use super::*;

fn correct(hands: Hands, reason: &str) -> Command {
    Command::CorrectHands { vote: VOTE, hands, reason: reason.to_owned() }
}

#[test]
fn a_wrong_number_announced_is_put_right_and_what_was_announced_stays() {
    let told = voting(58, 56, by_hand(Counted::Minority));
    let mut told = counted(told, minority(20, 0), minority(20, 0));
    assert_eq!(
        told.refused(correct(minority(27, 0), "听错"), "chief"),
        Refusal::ResultNotAnnounced
    );
    told.done(announce(), "secretary");
    told.issue(PaperKind::HandRecord { vote: VOTE });
    assert!(vote(&told).outcome().unwrap().passed());
    let late = correct(minority(27, 0), "听错");
    assert!(matches!(told.refused(late.clone(), "secretary"), Refusal::WrongRole { .. }));
    assert_eq!(told.refused(correct(minority(27, 0), ""), "chief"), Refusal::ReasonMissing);
    let same = Refusal::CorrectedToTheSame { title: title() };
    assert_eq!(told.refused(correct(minority(20, 0), "听错"), "chief"), same);
    told.done(late, "chief");
    assert!(!vote(&told).outcome().unwrap().passed(), "29 of 58 is no majority");
    assert!(told.session.papers().last().unwrap().is_superseded(), "its record is signed again");
    assert!(on_the_floor(&told).corrections[0].announced.passed());
}

#[test]
fn an_acclamation_recorded_wrongly_is_put_right() {
    let mut told = voting(58, 56, acclaimed());
    told.done(Command::AnnounceAcclamation { vote: VOTE, passed: true }, "secretary");
    let not =
        |passed| Command::CorrectAcclamation { vote: VOTE, passed, reason: "记错".to_owned() };
    assert!(matches!(told.refused(not(true), "chief"), Refusal::CorrectedToTheSame { .. }));
    told.done(not(false), "chief");
    assert!(!vote(&told).outcome().unwrap().passed());
}
