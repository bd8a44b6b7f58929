//! 抽查: how few wrong sheets could change a result, worked out by hand where a small hall shows it.

use tally::{
    AbstentionBase, Assessment, AtHalf, Band, Base, Cap, Contest, Levels, Outcome, SeatsRule,
    ValidIf, margins,
};

use crate::build::{
    control, evaluation, evaluation_rule, seats_rule, section, selection, sheets, tally_of,
};

/// What could change and how few sheets would do it, where as many deputies are there as sheets.
fn found(
    contest: &Contest,
    assessment: Option<Assessment>,
    groups: &[(usize, &str)],
) -> Vec<(Outcome, u32)> {
    let groups: Vec<_> = groups.iter().map(|(times, marks)| (*times, section(marks))).collect();
    let sheets = sheets(&groups);
    let returned = u32::try_from(sheets.len()).unwrap();
    let control = control(returned, returned);
    let contests = std::slice::from_ref(contest);
    let result = tally_of(contests, &sheets).result(&control, ValidIf::default());
    margins(contests, &[assessment], &control, &result)
        .into_iter()
        .map(|margin| (margin.outcome, margin.sheets))
        .collect()
}

fn by_rate(bands: &[u32]) -> Assessment {
    let band = |at_least: &u32| Band { label: at_least.to_string(), at_least: *at_least };
    let levels = Levels::Rate { bands: bands.iter().map(band).collect() };
    Assessment { levels, ..Assessment::default() }
}

/// Abstentions left out and the grades worth so many per cent.
fn left_out(assessment: Assessment, weights: &[u8]) -> Assessment {
    let abstention_base = AbstentionBase::LeftOut;
    Assessment { abstention_base, weights: weights.to_vec(), ..assessment }
}

/// How few of the sheets could give the one row of an evaluation another level: 0 is 满意, 1 基本满意,
/// 2 不满意; the rate is that of the first two, of the valid sheets.
fn to_another_level(assessment: Assessment, groups: &[(usize, &str)]) -> u32 {
    let rule = evaluation_rule(&["满意", "基本满意", "不满意"]);
    assert_eq!((rule.rate.grades.as_slice(), rule.rate.base), (&[0, 1][..], Base::Valid));
    match found(&evaluation(1, rule), Some(assessment), groups).as_slice() {
        [(Outcome::Level(_), sheets)] => *sheets,
        other => panic!("one row: {other:?}"),
    }
}

#[test]
fn the_cut_is_half_of_what_lies_between_the_last_in_and_the_first_out() {
    let rule = SeatsRule { cap: Cap::None, ..seats_rule(1) };
    // 58 deputies, 30 needed: 45 and 40 votes. With two sheets the other way it is 43 to 42, with a
    // third 42 to 43.
    let of_58 = found(&selection(2, rule), None, &[(27, "oo"), (18, "ox"), (13, "xo")]);
    let sheets: Vec<u32> = of_58.iter().map(|(_, sheets)| *sheets).collect();
    assert_eq!(sheets, [45 - 30 + 1, 40 - 30 + 1, 3]);
    assert_eq!(of_58[2].0, Outcome::Cut);
}

#[test]
fn one_sheet_moves_a_rate_by_one_of_its_base() {
    // 10 sheets, 8 of them satisfied: 9 are 90 per cent; 5 are no longer 60.
    let eight = [(6, "0"), (2, "1"), (2, "2")];
    assert_eq!(to_another_level(by_rate(&[9_000, 6_000, 0]), &eight), 1);
    assert_eq!(to_another_level(by_rate(&[6_000, 0]), &eight), 3);
    // At the bound itself one is enough to fall below it.
    assert_eq!(to_another_level(by_rate(&[8_000, 0]), &eight), 1);
    assert_eq!(to_another_level(by_rate(&[10_000, 0]), &eight), 2);
}

#[test]
fn nothing_lies_below_the_lowest_level() {
    // 1 of 10 is satisfied: 8 more make 90 per cent, and none can make it worse.
    assert_eq!(to_another_level(by_rate(&[9_000, 0]), &[(1, "0"), (9, "2")]), 8);
}

#[test]
fn between_weights_a_sheet_moves_the_rate_by_what_lies_between_them() {
    // Worth 100, 80 and 60: x of 10 sheets from the worst to the best grade make 60 + 4x per cent,
    // which is 90 from the eighth.
    let weighted = left_out(by_rate(&[9_000, 0]), &[100, 80, 60]);
    assert_eq!(to_another_level(weighted, &[(10, "2")]), 8);
}

#[test]
fn where_every_grade_is_worth_the_same_a_level_goes_only_with_the_last_grade() {
    // 4 sheets at 50 per cent whatever is marked; only when nobody grades is there no level.
    for bounds in [&[9_000, 0], &[4_000, 0]] {
        let same = left_out(by_rate(bounds), &[50, 50, 50]);
        assert_eq!(to_another_level(same, &[(2, "0"), (1, "1"), (1, "2")]), 4, "{bounds:?}");
    }
}

#[test]
fn a_row_nobody_graded_gets_a_level_with_one_sheet() {
    let counts = |at_half| Assessment {
        levels: Levels::Counts { at_half, by_level: Vec::new() },
        ..Assessment::default()
    };
    for assessment in [by_rate(&[9_000, 0]), counts(AtHalf::Enough), counts(AtHalf::NotEnough)] {
        assert_eq!(to_another_level(left_out(assessment, &[]), &[(3, "a")]), 1);
    }
}
