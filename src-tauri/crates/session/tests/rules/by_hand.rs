//! 正字计票: beside the keyed count it must agree, in place of it it must add up.

use session::ballot::Ballot;
use session::round::by_hand::{HandDifference, HandFigure};
use session::round::ruling::Verdict;
use session::round::{by_hand, keying};
use session::tally::{
    ContestTotals, Kind, OptionCount, SeatsRule, WriteIn, WriteInCount, WriteInMark, WriteIns,
};
use session::views::count::SumName;
use session::{Pass, Refusal, round, views};

use crate::support::*;

fn asking() -> Ballot {
    Ballot { hand_tally: true, ..ballot() }
}

fn row(for_: u32, against: u32, abstain: u32) -> OptionCount {
    OptionCount { for_, against, abstain, ..OptionCount::default() }
}

fn totals(rows: Vec<OptionCount>, valid: u32, void: u32) -> Vec<ContestTotals> {
    vec![ContestTotals { rows, valid, void, write_ins: Vec::new() }]
}

fn enter(totals: Vec<ContestTotals>) -> by_hand::Command {
    by_hand::Command::EnterHandTally { round: ROUND, totals }
}

fn count(totals: Vec<ContestTotals>) -> by_hand::Command {
    by_hand::Command::CountByHand { round: ROUND, totals, reason: "停电".to_owned() }
}

fn rule(reason: &str) -> by_hand::Command {
    by_hand::Command::RuleHandTally { round: ROUND, reason: reason.to_owned() }
}

const CERTIFY: round::Command = round::Command::Certify { round: ROUND };

/// Two sheets: 2 for, 1 for, none for.
fn keyed() -> Told {
    Told::keyed_on(asking(), &["○○×", "○××"])
}

fn as_keyed() -> Vec<ContestTotals> {
    totals(vec![row(2, 0, 0), row(1, 1, 0), row(0, 2, 0)], 2, 0)
}

#[test]
fn section_4_where_the_ballot_asks_the_tally_by_hand_must_be_there() {
    let mut told = keyed();
    assert_eq!(told.refused(CERTIFY, "chief"), Refusal::HandTallyMissing);
    told.done(enter(as_keyed()), "scrutineer");
    told.done(CERTIFY, "chief");
    let mut unasked = Told::keyed(&["○○×", "○××"], &["○○×", "○××"]);
    unasked.done(CERTIFY, "chief");
}

#[test]
fn section_4_differences_are_named_and_stop_the_certificate() {
    let mut told = keyed();
    told.done(enter(totals(vec![row(2, 0, 0), row(2, 0, 0), row(0, 1, 1)], 2, 0)), "scrutineer");
    assert_eq!(told.refused(CERTIFY, "chief"), Refusal::HandTallyDiffers { figures: 4 });
    let view = views::count::view(&told.session, ROUND).unwrap();
    let differences = view.hand_tally.unwrap().differences;
    assert_eq!(
        differences[0],
        HandDifference { contest: 0, figure: HandFigure::For { row: 1 }, hand: 2, keyed: 1 }
    );
    assert_eq!(differences[3].figure, HandFigure::Abstain { row: 2 });
    let sum = view.controls.iter().find(|sum| sum.sum == SumName::HandTally).unwrap();
    assert_eq!((sum.left + 4, sum.contest), (sum.right, Some(0)));
    told.done(enter(as_keyed()), "scrutineer");
    told.done(CERTIFY, "chief");
}

#[test]
fn section_4_the_chief_scrutineer_may_rule_that_the_keyed_count_stands_with_a_reason() {
    let mut told = keyed();
    told.done(enter(totals(vec![row(1, 1, 0), row(1, 1, 0), row(0, 2, 0)], 2, 0)), "scrutineer");
    assert!(matches!(told.refused(rule("漏画一笔"), "scrutineer"), Refusal::WrongRole { .. }));
    assert_eq!(told.refused(rule(" "), "chief"), Refusal::ReasonMissing);
    told.done(rule("漏画一笔"), "chief");
    told.done(CERTIFY, "chief");
}

#[test]
fn a_ruling_on_the_tally_by_hand_holds_only_for_the_differences_it_was_made_on() {
    let mut told = Told::keyed_on(asking(), &["○○○", "○××"]);
    told.done(enter(totals(vec![row(1, 0, 0), row(1, 0, 0), row(0, 1, 0)], 1, 1)), "scrutineer");
    told.rule_section(at(1, 1), Verdict::Void);
    told.done(rule("漏画一笔"), "chief");
    let back = round::ruling::Command::TakeBack {
        round: ROUND,
        place: at(1, 1),
        reason: "看错".to_owned(),
    };
    told.done(back, "chief");
    told.rule_section(at(1, 1), Verdict::Read { marks: marks("○××"), write_ins: None });
    assert!(matches!(told.refused(CERTIFY, "chief"), Refusal::HandTallyDiffers { .. }));
}

#[test]
fn a_tally_by_hand_is_entered_before_the_keying_is_whole_and_compared_after_it() {
    let mut told = Told::counting_with(asking(), 2);
    told.done(enter(totals(vec![row(0, 2, 0); 3], 2, 0)), "scrutineer");
    told.key_bundle(Pass::First, 1, &["○○×", "○××"], "teller-1");
    let seen = views::count::view(&told.session, ROUND).unwrap().hand_tally.unwrap();
    assert_eq!(
        (seen.entered, seen.differences.len()),
        (true, 0),
        "nothing of the keying shows before both are whole"
    );
    told.key_bundle(Pass::Second, 1, &["○○×", "○××"], "teller-2");
    assert!(!told.session.rounds()[0].hand_differences().is_empty());
}

#[test]
fn identity_6_totals_that_do_not_add_up_are_refused_by_name() {
    let mut told = Told::counting(2);
    let contest = || "2026年度民生实事项目".to_owned();
    let off = totals(vec![row(2, 0, 0); 3], 2, 1);
    assert_eq!(
        told.refused(count(off), "scrutineer"),
        Refusal::TotalsOffReturned { contest: contest(), valid: 2, void: 1, returned: 2 }
    );
    let off = totals(vec![row(2, 0, 0), row(1, 0, 0), row(2, 0, 0)], 2, 0);
    assert_eq!(
        told.refused(count(off), "scrutineer"),
        Refusal::TotalsOffRow { contest: contest(), row: 2, total: 1, valid: 2 }
    );
    assert_eq!(
        told.refused(count(totals(vec![row(2, 0, 0)], 2, 0)), "scrutineer"),
        Refusal::TotalsDoNotFit
    );
}

#[test]
fn section_4_a_count_by_hand_goes_on_from_any_state_of_the_keying() {
    let whole = || {
        Told::keyed(
            &["○○×", "○××", "○○×", "○××", "○○×", "○××"],
            &["○○×", "×××", "○○×", "○××", "○○×", "○××"],
        )
    };
    let mut half = Told::counting(6);
    half.take(Pass::First, 1, "teller-1");
    half.key(Pass::First, 1, 1, reading("○○○"), "teller-1");
    for mut told in [Told::counting(6), half, whole()] {
        told.done(
            count(totals(vec![row(5, 1, 0), row(4, 1, 1), row(1, 5, 0)], 6, 0)),
            "scrutineer",
        );
        let take = keying::Command::TakeBundle { place: place(Pass::Second, 1) };
        assert_eq!(told.refused(take, "teller-2"), Refusal::CountedByHand);
        let view = views::count::view(&told.session, ROUND).unwrap();
        assert_eq!(view.controls[0].sum, SumName::CountedByHand);
        assert!(view.controls.iter().all(|sum| sum.left == sum.right));
        assert_eq!(view.hand_count.unwrap().reason, "停电");
        told.certify();
        let result = views::count::view(&told.session, ROUND).unwrap().result.unwrap();
        assert_eq!(result[0].chosen().len(), 2, "5 and 4 of 7 deputies");
        assert_eq!(
            told.session.rounds()[0].check_exportable(),
            Err(Refusal::CountedByHand),
            "there are no sheets to write"
        );
    }
}

#[test]
fn a_count_by_hand_withdrawn_leaves_the_keying_where_it_was() {
    let mut told = Told::keyed(&["○○×", "○××"], &["○○×", "○××"]);
    let before = told.session.rounds()[0].tally().clone();
    told.done(count(totals(vec![row(0, 2, 0); 3], 2, 0)), "scrutineer");
    let withdraw = |reason: &str| by_hand::Command::WithdrawHandCount {
        round: ROUND,
        reason: reason.to_owned(),
    };
    assert_eq!(told.refused(withdraw(""), "scrutineer"), Refusal::ReasonMissing);
    told.done(withdraw("来电"), "scrutineer");
    assert_eq!(told.session.rounds()[0].tally(), &before);
    assert_eq!(told.refused(withdraw("再撤"), "scrutineer"), Refusal::NotCountedByHand);
    told.certify();
    assert_eq!(
        told.refused(count(totals(vec![row(0, 2, 0); 3], 2, 0)), "scrutineer"),
        Refusal::AlreadyCertified
    );
}

#[test]
fn a_written_in_name_is_held_against_the_keyed_one() {
    let mut election = asking();
    election.contests[0].contest.kind =
        Kind::Election(SeatsRule { write_ins: WriteIns::Allowed, ..crate::support::rule(2) });
    let mut told = Told::counting_with(election, 1);
    let write_ins = vec![WriteIn { name: "王 芳".to_owned(), mark: WriteInMark::For }];
    for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
        told.take(pass, 1, teller);
        let mut reading = reading("×××");
        reading[0].write_ins.clone_from(&write_ins);
        told.key(pass, 1, 1, reading, teller);
        told.done(keying::Command::CloseBundle { place: place(pass, 1) }, teller);
    }
    let with = |name: &str| {
        let write_ins = vec![WriteInCount { name: name.to_owned(), for_: 1 }];
        vec![ContestTotals { rows: vec![row(0, 1, 0); 3], valid: 1, void: 0, write_ins }]
    };
    told.done(enter(with("王方")), "scrutineer");
    let figures: Vec<(HandFigure, u32, u32)> = told.session.rounds()[0]
        .hand_differences()
        .into_iter()
        .map(|found| (found.figure, found.hand, found.keyed))
        .collect();
    let named = |name: &str| HandFigure::WriteIn { name: name.to_owned() };
    assert_eq!(figures, [(named("王方"), 1, 0), (named("王芳"), 0, 1)]);
    told.done(enter(with("王芳")), "scrutineer");
    told.done(CERTIFY, "chief");
}
