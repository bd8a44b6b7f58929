//! Sheets come in and are taken out again.

use tally::{SeatsRule, Tally, WriteIns};

use crate::build::{
    counts, election, evaluation, evaluation_rule, motion, motion_rule, naming, seats_rule, section,
};

#[test]
fn an_empty_tally_holds_nothing() {
    let tally = Tally::new(&[election(&["甲", "乙"], seats_rule(1))]);
    assert_eq!((tally.sheets(), tally.valid(0), tally.void(0), tally.flagged(0)), (0, 0, 0, 0));
    assert_eq!(counts(&tally, 0), [[0; 4]; 2]);
    assert_eq!(tally.write_ins(0), []);
}

#[test]
fn a_contest_the_ballot_does_not_have_counts_nothing() {
    let mut tally = Tally::new(&[motion(motion_rule())]);
    tally.add(&[section("o")]);
    assert_eq!(
        (
            tally.valid(1),
            tally.void(1),
            tally.flagged(1),
            tally.rows(1).len(),
            tally.write_ins(1).len()
        ),
        (0, 0, 0, 0, 0)
    );
}

#[test]
fn grades_are_counted_by_their_index() {
    let mut tally = Tally::new(&[evaluation(2, evaluation_rule(&["一", "二", "三", "四", "五"]))]);
    tally.add(&[section("04")]);
    tally.add(&[section("0a")]);
    tally.add(&[section("1?")]);
    assert_eq!(tally.sheets(), 3);
    assert_eq!(
        tally.rows(0).iter().map(|row| row.grades).collect::<Vec<_>>(),
        [[2, 1, 0, 0, 0], [0, 0, 0, 0, 1]]
    );
    assert_eq!(counts(&tally, 0), [[0, 0, 0, 0], [0, 0, 1, 1]]);
}

#[test]
fn names_written_in_stand_by_votes_then_by_code_point() {
    let mut tally = Tally::new(&[election(
        &["甲"],
        SeatsRule { write_ins: WriteIns::Allowed, ..seats_rule(9) },
    )]);
    // U+FF0E sorts before U+2003A by code point, after it by UTF-16 unit.
    tally.add(&[naming("x", &["丙", "\u{2003a}", "\u{ff0e}", "Z"])]);
    tally.add(&[naming("x", &["丙"])]);
    let names: Vec<String> = tally.write_ins(0).into_iter().map(|count| count.name).collect();
    assert_eq!(names, ["丙", "Z", "\u{ff0e}", "\u{2003a}"]);
}

#[test]
fn a_name_taken_out_with_its_last_sheet_is_gone() {
    let mut tally = Tally::new(&[election(
        &["甲"],
        SeatsRule { write_ins: WriteIns::Allowed, ..seats_rule(1) },
    )]);
    let empty = tally.clone();
    tally.add(&[naming("x", &["丙"])]);
    assert_ne!(tally, empty);
    assert!(tally.remove(&[naming("x", &["丙"])]));
    assert_eq!(tally, empty);
}

#[test]
fn a_sheet_never_counted_is_told_when_it_is_taken_back() {
    let mut tally = Tally::new(&[motion(motion_rule())]);
    assert!(!tally.remove(&[section("o")]));
    tally.add(&[section("o")]);
    assert!(!tally.remove(&[section("x")]));
}

#[test]
fn a_rate_of_more_figures_than_a_number_holds_is_none() {
    assert_eq!(tally::per_cent(14, 15, 1).as_deref(), Some("93.3"));
    assert_eq!(tally::per_cent(u64::MAX, u64::MAX, 2).as_deref(), Some("100.00"));
    assert_eq!(tally::per_cent(14, 15, 40), None);
}
