//! 公布的结果: what offices published, sheet by sheet as far as it can be told from the numbers,
//! each test named after its town.

use tally::{
    Assessment, AtHalf, BlankRow, BlankSection, Contest, Control, EvaluationResult, EvaluationRow,
    EvaluationRule, Levels, MotionRule, Next, Rate, SeatsRule, Section, Tally, ValidIf,
};

use crate::build::{
    control, election, election_rule, evaluation, evaluation_rule, motion, motion_result,
    motion_rule, seats_result, seats_rule, section, selection, sheets, tally_of, words,
};

const THREE: [&str; 3] = ["满意", "基本满意", "不满意"];

/// Sheets on which the rows have the grades named: the first of them the best ones, row by row.
fn graded(rows: &[[usize; 3]]) -> Vec<(usize, Section)> {
    let sheets: usize = rows[0].iter().sum();
    let mark = |grades: &[usize; 3], sheet: usize| match sheet {
        sheet if sheet < grades[0] => '0',
        sheet if sheet < grades[0] + grades[1] => '1',
        _ => '2',
    };
    (0..sheets)
        .map(|sheet| (1, section(&rows.iter().map(|row| mark(row, sheet)).collect::<String>())))
        .collect()
}

/// The rows of an evaluation in which everybody present handed in a sheet.
fn evaluated(rule: EvaluationRule, all: u32, rows: &[[usize; 3]]) -> EvaluationResult {
    crate::build::evaluation_result(&evaluation(rows.len(), rule), all, &graded(rows))
}

fn rates(result: &EvaluationResult) -> Vec<&str> {
    result.rows.iter().map(|row| row.rate.as_deref().unwrap()).collect()
}

/// A rate of the grades named, of the sheets returned.
fn rate_of(grades: &[u8]) -> EvaluationRule {
    let rate = Rate { grades: grades.to_vec(), base: tally::Base::Returned, decimals: 2 };
    EvaluationRule { rate, ..evaluation_rule(&THREE) }
}

#[test]
fn zhanyi_2019_shares_of_every_grade_of_28_sheets() {
    let rows = [[25, 3, 0], [26, 2, 0], [20, 8, 0], [20, 7, 1], [23, 5, 0]];
    let shares = [
        ["89.29", "10.71", "0.00"],
        ["92.86", "7.14", "0.00"],
        ["71.43", "28.57", "0.00"],
        ["71.43", "25.00", "3.57"],
        ["82.14", "17.86", "0.00"],
    ];
    let rule = rate_of(&[0]);
    let result = evaluated(rule.clone(), 28, &rows);
    let control = control(28, 28);
    for (row, shares) in result.rows.iter().zip(shares) {
        let said: Vec<String> = Assessment::default()
            .shares(&rule, row, &control)
            .into_iter()
            .map(Option::unwrap)
            .collect();
        assert_eq!(said, shares);
    }
    for (grade, index) in [(0, 0), (1, 1), (2, 2)] {
        let result = evaluated(rate_of(&[grade]), 28, &rows);
        let expected: Vec<&str> = shares.iter().map(|row| row[index]).collect();
        assert_eq!(rates(&result), expected, "the count file says the same of one grade a time");
    }
}

/// 镇海: 半数以上 is 满意, but half of those present who are 满意 or 基本满意 are not yet 基本满意.
fn zhenhai() -> Assessment {
    let levels = Levels::Counts {
        at_half: AtHalf::Enough,
        by_level: vec![AtHalf::Enough, AtHalf::NotEnough],
    };
    Assessment { levels, ..Assessment::default() }
}

fn of_present() -> EvaluationRule {
    let rate = Rate { grades: vec![0], base: tally::Base::Present, decimals: 2 };
    EvaluationRule { rate, ..evaluation_rule(&THREE) }
}

#[test]
fn zhenhai_2021_all_eight_projects_are_satisfactory_by_counts() {
    let rows = [
        [28, 1, 0],
        [20, 8, 1],
        [26, 3, 0],
        [29, 0, 0],
        [17, 11, 1],
        [26, 3, 0],
        [17, 11, 1],
        [28, 1, 0],
    ];
    let result = evaluated(of_present(), 29, &rows);
    assert_eq!(zhenhai().check(&of_present()), Ok(()));
    for row in &result.rows {
        let assessed = zhenhai().assess(&of_present(), row, &control(29, 29));
        assert_eq!(assessed.level.as_deref(), Some("满意"), "{:?}", row.grades);
    }
}

#[test]
fn zhenhai_half_is_enough_to_satisfy_and_not_enough_to_satisfy_on_the_whole() {
    let level = |grades: [u32; 3]| {
        let row = EvaluationRow {
            id: "1".into(),
            grades: grades.to_vec(),
            abstain: 0,
            void: 0,
            rate: None,
        };
        zhenhai().assess(&of_present(), &row, &control(30, 30)).level.unwrap()
    };
    assert_eq!(level([15, 0, 15]), "满意");
    assert_eq!(level([14, 1, 15]), "不满意");
    assert_eq!(level([14, 2, 14]), "基本满意");
}

#[test]
fn chenjiafang_2024_78_and_6_of_84_sheets() {
    let with = |grades: &[u8]| evaluated(rate_of(grades), 84, &[[78, 6, 0]]);
    assert_eq!(rates(&with(&[0, 1])), ["100.00"]);
    assert_eq!(rates(&with(&[0])), ["92.86"]);
}

#[test]
fn siping_2023_42_of_45_for_one_of_two() {
    let rule = SeatsRule { threshold: None, ..seats_rule(1) };
    let result = seats_result(&selection(2, rule), 45, &[(42, section("ox")), (3, section("xo"))]);
    assert_eq!((words(&result.elected), result.rows[0].for_), (vec!["1".to_owned()], 42));
    assert_eq!(tally::per_cent(42, 45, 1).as_deref(), Some("93.3"));
}

#[test]
fn beipo_2019_all_seven_of_seven_by_all_51_present() {
    let result = seats_result(&selection(7, seats_rule(7)), 51, &[(51, section("ooooooo"))]);
    assert!(result.rows.iter().all(|row| (row.for_, row.against, row.abstain) == (51, 0, 0)));
    assert_eq!((result.needed, words(&result.elected).len()), (Some(26), 7));
    assert_eq!((result.seats_left, result.next), (0, Next::None));
}

#[test]
fn baishabu_2021_three_of_four_the_fourth_below_half() {
    let groups = [(31, section("ooox")), (22, section("ooxo")), (10, section("oxxo"))];
    let result = seats_result(&selection(4, seats_rule(3)), 63, &groups);
    let votes: Vec<u32> = result.rows.iter().map(|row| row.for_).collect();
    assert_eq!((votes, result.needed), (vec![63, 53, 31, 32], Some(32)));
    assert_eq!(words(&result.elected), ["1", "2", "4"]);
    assert_eq!((result.seats_left, result.next), (0, Next::None));
}

#[test]
fn dongyang_2017_281_to_1_and_276_to_6() {
    for (for_, against) in [(281, 1), (276, 6)] {
        let groups = [(for_, section("o")), (against, section("x"))];
        let result = motion_result(&motion(motion_rule()), 282, &groups);
        assert!(result.passed);
        assert_eq!(result.needed, Some(142));
    }
}

/// A post with one candidate, elected by all who are there.
fn elected_by_all_present(all: u32, present: u32, needed: u32) {
    let contest = election(&["候选人"], election_rule(1));
    let sheets = sheets(&[(usize::try_from(present).unwrap(), section("o"))]);
    let tally = tally_of(std::slice::from_ref(&contest), &sheets);
    let control = Control { present, issued: present, ..control(all, present) };
    let result = tally.result(&control, ValidIf::default());
    assert!(result.quorum.met && result.vote_valid);
    let [tally::ContestResult::Seats(result)] = result.contests.as_slice() else { panic!() };
    assert_eq!(result.needed, Some(needed));
    assert_eq!((result.rows[0].for_, words(&result.elected)), (present, vec!["1".to_owned()]));
}

#[test]
fn houjie_by_election_90_of_102() {
    elected_by_all_present(102, 90, 52);
}

#[test]
fn sanhe_mayor_53_of_57() {
    elected_by_all_present(57, 53, 29);
}

/// Who agrees draws nothing: 58 deputies, 56 there, 40 sheets with nothing, 16 with × in the row.
fn draws_nothing() -> (Contest, Tally, Control) {
    let rule = MotionRule {
        blank_row: BlankRow::For,
        blank_section: BlankSection::usual(BlankRow::For),
        ..motion_rule()
    };
    let contest = motion(rule);
    let sheets = sheets(&[(40, section(".")), (16, section("x"))]);
    let tally = tally_of(std::slice::from_ref(&contest), &sheets);
    (contest, tally, Control { present: 56, issued: 56, ..control(58, 56) })
}

#[test]
fn who_agrees_draws_nothing_40_blank_sheets_are_40_in_favour() {
    let (contest, tally, control) = draws_nothing();
    let result = tally.result(&control, ValidIf::default());
    let [tally::ContestResult::Motion(result)] = result.contests.as_slice() else { panic!() };
    let row = &result.rows[0];
    assert_eq!((row.for_, row.against, row.abstain, row.void), (40, 16, 0, 0));
    assert_eq!((result.needed, result.passed), (Some(30), true));
    assert_eq!(contest.wholly_blank(), tally::WhollyBlank::For);
    assert_eq!(tally.doubts(&[section(".")]), [vec![]], "nobody need rule on it");
}
