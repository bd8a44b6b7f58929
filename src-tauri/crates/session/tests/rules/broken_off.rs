//! Ballots that are out are called back, several are handed out together, an announcement is put
//! right.

use session::floor::hall::Scene;
use session::paper::PaperKind;
use session::round::{Breaking, Collected, Issue, Numbers, RoundKind, Stage};
use session::views::floor::CardState;
use session::{BallotId, Pass, Refusal, RoundId, ballot, round, views};

use crate::support::*;

fn break_off(breaking: Breaking, reason: &str) -> round::Command {
    round::Command::BreakOff { round: ROUND, breaking, reason: reason.to_owned() }
}

fn interrupted() -> round::Command {
    break_off(Breaking::Interrupted, "警报")
}

fn again(of: RoundId) -> round::Command {
    round::Command::OpenRound {
        ballot: ballot_id(),
        kind: RoundKind::Again { of },
        printed: 10,
        issued: 6,
    }
}

#[test]
fn ballots_that_are_out_are_called_back_by_the_chief_scrutineer_with_a_reason() {
    let mut told = Told::voting_with(ballot());
    assert!(matches!(told.refused(interrupted(), "secretary"), Refusal::WrongRole { .. }));
    let silent = break_off(Breaking::Interrupted, " ");
    assert_eq!(told.refused(silent, "chief"), Refusal::ReasonMissing);
    told.show(Scene::Voting { round: ROUND });
    told.done(interrupted(), "chief");
    assert_eq!(*told.session.scene(), Scene::Blank, "nothing stands there as if it went on");
    assert_eq!(views::frame::view(&told.session).round, None, "nor in the line on top");
    let over = Refusal::RoundBrokenOff { ballot: ballot().title };
    assert_eq!(told.refused(collect(6), "secretary"), over);
    assert_eq!(told.refused(interrupted(), "chief"), over);
    let floor = views::floor::view(&told.session);
    assert_eq!(floor.cards[0].state, CardState::Past);
    assert_eq!(floor.to_open[0].kind, RoundKind::Again { of: ROUND });
    assert_eq!(told.try_issue(PaperKind::SealCover { round: ROUND }), Ok(()));
    told.count_present(6);
    told.done(again(ROUND), "secretary");
    let fresh = told.session.round(RoundId(2)).unwrap();
    assert_eq!((fresh.issued(), fresh.stage()), (6, &Stage::Voting));
}

#[test]
fn a_count_is_broken_off_until_it_is_certified_and_not_while_bundles_are_away() {
    let mut told = Told::counting(6);
    let loan = told.lend(&lend(Pass::First, &[1]), "teller-1");
    assert!(loan.is_ok());
    assert!(matches!(told.refused(interrupted(), "chief"), Refusal::BundleIsLent { .. }));
    let mut told = Told::keyed(&["○○×"], &["○○×"]);
    told.certify();
    assert_eq!(told.refused(interrupted(), "chief"), Refusal::AlreadyCertified);
}

#[test]
fn a_box_without_a_sheet_leads_to_a_round_broken_off() {
    let mut told = Told::counting(0);
    let certify = round::Command::Certify { round: ROUND };
    assert_eq!(told.refused(certify, "chief"), Refusal::NothingReturned);
    told.done(break_off(Breaking::Interrupted, "收回0张"), "chief");
    assert!(views::floor::view(&told.session).rounds[0].broken_off.is_some());
}

#[test]
fn a_ballot_handed_out_by_mistake_may_be_changed_and_an_interrupted_one_withdrawn() {
    let changed = || ballot::Command::SaveBallot { ballot: ballot() };
    let withdraw =
        || ballot::Command::WithdrawBallot { ballot: ballot_id(), reason: "撤回".to_owned() };
    let mut told = Told::voting_with(ballot());
    assert!(matches!(told.refused(changed(), "secretary"), Refusal::BallotIsIssued { .. }));
    told.done(break_off(Breaking::IssuedByMistake, "发错"), "chief");
    told.done(changed(), "secretary");
    let mut told = Told::voting_with(ballot());
    told.done(interrupted(), "chief");
    assert!(matches!(told.refused(changed(), "secretary"), Refusal::BallotIsIssued { .. }));
    told.done(withdraw(), "secretary");
    assert_eq!(views::floor::view(&told.session).to_open, []);
}

#[test]
fn ballots_handed_out_together_are_one_act_or_none() {
    let mut told = Told::prepared();
    let second = ballot::Ballot { id: BallotId("second".to_owned()), ..ballot() };
    told.done(ballot::Command::SaveBallot { ballot: second }, "secretary");
    told.print_ballot();
    told.count_present(6);
    let issue = |id: &str| Issue {
        ballot: BallotId(id.to_owned()),
        kind: RoundKind::First,
        printed: 10,
        issued: 6,
    };
    let both = || round::Command::OpenTogether {
        with: None,
        issues: vec![issue(&ballot_id().0), issue("second")],
    };
    assert!(matches!(told.refused(both(), "secretary"), Refusal::BallotNotPrinted { .. }));
    assert!(told.session.rounds().is_empty());
    told.issue(PaperKind::Ballot { ballot: BallotId("second".to_owned()) });
    told.done(both(), "secretary");
    let with: Vec<_> = told.session.rounds().iter().map(round::Round::with).collect();
    assert_eq!(with, [None, Some(ROUND)]);
    assert_eq!(views::floor::view(&told.session).rounds[0].together, [ballot().title]);
    told.done(round::Command::Collect { round: RoundId(2), spoiled: 0, returned: 5 }, "secretary");
    told.done(collect(6), "secretary");
}

fn voided() -> Told {
    let mut told = Told::voting_with(ballot());
    told.done(collect(7), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    told
}

fn put_right() -> round::Command {
    let collected = Some(Collected { spoiled: 0, returned: 6 });
    let numbers = Numbers { present: 6, printed: 10, issued: 6, collected };
    round::Command::CorrectAnnouncement { round: ROUND, numbers, reason: "点错".to_owned() }
}

#[test]
fn a_void_vote_announced_by_a_wrong_number_is_put_right_and_announced_anew() {
    let mut told = voided();
    told.issue(PaperKind::CollectionReport { round: ROUND });
    assert!(matches!(told.refused(put_right(), "secretary"), Refusal::WrongRole { .. }));
    told.done(put_right(), "chief");
    assert!(told.session.papers().last().unwrap().is_superseded(), "its report is signed again");
    let floor = views::floor::view(&told.session);
    assert_eq!(floor.rounds[0].corrections[0].announced.collected.unwrap().returned, 7);
    assert!(floor.to_open.is_empty(), "no redo of a vote that stands");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    assert!(matches!(told.session.rounds()[0].stage(), Stage::Counting(_)));
    assert!(matches!(told.refused(put_right(), "chief"), Refusal::VoteNotVoid { .. }));
}

#[test]
fn an_announcement_is_put_right_only_while_nothing_was_cast_in_the_redo() {
    let redo = || round::Command::OpenRound {
        ballot: ballot_id(),
        kind: RoundKind::Redo { of: ROUND },
        printed: 10,
        issued: 6,
    };
    let mut told = voided();
    told.count_present(6);
    told.done(redo(), "secretary");
    assert!(matches!(told.refused(put_right(), "chief"), Refusal::RedoIsOut { .. }));
    let mistaken = round::Command::BreakOff {
        round: RoundId(2),
        breaking: Breaking::IssuedByMistake,
        reason: "原投票有效".to_owned(),
    };
    told.done(mistaken, "chief");
    told.done(put_right(), "chief");
    assert_eq!(views::floor::view(&told.session).to_open, []);
}
