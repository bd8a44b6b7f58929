//! Motions and evaluations.

use tally::{
    Base, BlankRow, ContestResult, Control, EvaluationRule, Fraction, Least, MotionRule, Rate,
    Threshold, ValidIf,
};

use crate::build::{
    evaluation, evaluation_result, evaluation_rule, motion, motion_result, motion_rule, section,
    sheets, tally_of,
};

#[test]
fn article_25_a_motion_passes_with_more_than_half_of_all_deputies() {
    let contest = motion(motion_rule());
    let votes = |for_: usize| {
        motion_result(&contest, 58, &[(for_, section("o")), (58 - for_, section("a"))])
    };
    assert!(!votes(29).passed);
    assert!(votes(30).passed);
    assert_eq!(votes(30).needed, Some(30));
}

#[test]
fn a_motion_without_a_threshold_passes_with_more_for_than_against() {
    let contest = motion(MotionRule { threshold: None, ..motion_rule() });
    for (for_, against, passed) in
        [(2, 1, true), (1, 1, false), (1, 2, false), (0, 0, false), (1, 0, true)]
    {
        let result = motion_result(
            &contest,
            9,
            &[(for_, section("o")), (against, section("x")), (3, section("a"))],
        );
        assert_eq!((result.passed, result.needed), (passed, None), "{for_} to {against}");
    }
}

#[test]
fn a_motion_with_a_threshold_may_pass_with_more_against_than_for() {
    let one_third =
        Threshold { base: Base::Valid, least: Least::AtLeast(Fraction::new(1, 3).unwrap()) };
    let contest = motion(MotionRule { threshold: Some(one_third), ..motion_rule() });
    assert!(motion_result(&contest, 9, &[(1, section("o")), (2, section("x"))]).passed);
}

#[test]
fn a_motion_has_no_cap_and_no_write_ins() {
    let result = motion_result(&motion(motion_rule()), 3, &[(3, section("o"))]);
    assert_eq!((result.valid, result.void, result.flagged, result.write_ins.len()), (3, 0, 0, 0));
}

fn rate_of(rate: Rate, grades: &[&str], groups: &[(usize, &str)]) -> Option<String> {
    let contest = evaluation(2, EvaluationRule { rate, ..evaluation_rule(grades) });
    // A second row keeps a blank first row from being a blank section.
    let sections: Vec<_> =
        groups.iter().map(|(times, mark)| (*times, section(&format!("{mark}a")))).collect();
    evaluation_result(&contest, 10_000, &sections).rows[0].rate.clone()
}

#[test]
fn rates_are_exact_and_rounded_half_up() {
    let cases = [
        (55, 56, 2, "98.21"),
        (1, 3, 2, "33.33"),
        (2, 3, 2, "66.67"),
        (1, 8, 2, "12.50"),
        (1, 8, 1, "12.5"),
        (1, 8, 0, "13"),
        (1, 16, 1, "6.3"),
        (1, 200, 0, "1"),
        (1, 201, 0, "0"),
        (1, 32, 2, "3.13"),
        (0, 7, 2, "0.00"),
        (7, 7, 2, "100.00"),
        (7, 7, 0, "100"),
        (199, 200, 0, "100"),
        (1, 100, 2, "1.00"),
        (1, 1000, 1, "0.1"),
        (1, 2001, 1, "0.0"),
        (5, 10000, 2, "0.05"),
    ];
    for (numerator, base, decimals, rate) in cases {
        let rule = Rate { grades: vec![0], base: Base::Valid, decimals };
        let groups = [(numerator, "0"), (base - numerator, "2")];
        assert_eq!(
            rate_of(rule, &["一", "二", "三"], &groups).as_deref(),
            Some(rate),
            "{numerator} of {base}"
        );
    }
}

#[test]
fn the_numerator_is_the_grades_of_the_rule() {
    let rate = |grades: &[u8]| {
        rate_of(
            Rate { grades: grades.to_vec(), base: Base::Valid, decimals: 0 },
            &["一", "二", "三"],
            &[(5, "0"), (3, "1"), (2, "2")],
        )
    };
    assert_eq!(rate(&[0]).as_deref(), Some("50"));
    assert_eq!(rate(&[0, 1]).as_deref(), Some("80"));
    assert_eq!(rate(&[2]).as_deref(), Some("20"));
    assert_eq!(rate(&[1, 1]).as_deref(), Some("30"), "a grade counts once");
    assert_eq!(rate(&[]).as_deref(), Some("0"));
}

#[test]
fn base_valid_is_the_rows_own_grades_and_abstentions() {
    let rate = Rate { grades: vec![0], base: Base::Valid, decimals: 2 };
    let groups = [(3, "0"), (1, "1"), (2, "a"), (2, "."), (4, "?"), (5, "*")];
    assert_eq!(rate_of(rate, &["好", "差"], &groups).as_deref(), Some("37.50"));
}

#[test]
fn the_rate_is_null_when_its_base_is_0() {
    let rate = Rate { grades: vec![0], base: Base::Valid, decimals: 2 };
    assert_eq!(rate_of(rate.clone(), &["好", "差"], &[(3, "?"), (1, "*")]), None);
    assert_eq!(rate_of(rate, &["好", "差"], &[]), None);
    let returned = Rate { grades: vec![0], base: Base::Returned, decimals: 2 };
    assert_eq!(rate_of(returned, &["好", "差"], &[]), None);
}

#[test]
fn the_other_bases_are_control_numbers() {
    let control =
        Control { all_deputies: 10, present: 8, printed: 8, issued: 8, spoiled: 0, returned: 5 };
    for (base, rate) in [
        (Base::AllDeputies, "40.0"),
        (Base::Present, "50.0"),
        (Base::Returned, "80.0"),
        (Base::Valid, "100.0"),
    ] {
        let rule = EvaluationRule {
            rate: Rate { grades: vec![0], base, decimals: 1 },
            ..evaluation_rule(&["好", "差"])
        };
        let tally =
            tally_of(&[evaluation(1, rule)], &sheets(&[(4, section("0")), (1, section("?"))]));
        match tally.result(&control, ValidIf::default()).contests.as_slice() {
            [ContestResult::Evaluation(result)] => {
                assert_eq!(result.rows[0].rate.as_deref(), Some(rate), "{base:?}");
            }
            other => panic!("one evaluation, not {other:?}"),
        }
    }
}

#[test]
fn a_row_shows_as_many_grades_as_the_rule_has() {
    for grades in [&["一", "二"][..], &["一", "二", "三", "四", "五"]] {
        let result =
            evaluation_result(&evaluation(1, evaluation_rule(grades)), 3, &[(1, section("1"))]);
        assert_eq!(result.rows[0].grades.len(), grades.len());
        assert_eq!(result.rows[0].grades[1], 1);
    }
}

#[test]
fn a_blank_row_of_an_evaluation_is_an_abstention_or_void() {
    for (blank_row, abstain, void) in [(BlankRow::Abstain, 1, 0), (BlankRow::Void, 0, 1)] {
        let contest = evaluation(2, EvaluationRule { blank_row, ..evaluation_rule(&["好", "差"]) });
        let row = evaluation_result(&contest, 3, &[(1, section(".0"))]).rows[0].clone();
        assert_eq!((row.abstain, row.void), (abstain, void));
    }
}
