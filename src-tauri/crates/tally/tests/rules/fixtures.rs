//! Situations of real votes that every rule must survive, each as it happened in the hall.

use tally::{
    Contest, ContestResult, Control, Next, SeatsResult, SeatsRule, Section, Tally, TieRule, ValidIf,
};

use crate::build::{
    control, election, election_rule, evaluation, evaluation_result, evaluation_rule, motion,
    motion_result, motion_rule, naming, seats_result, seats_rule, section, selection, tally_of,
    words,
};

/// Sections with at most `seats` approvals each that give the rows exactly the votes named:
/// approvals are dealt out sheet after sheet.
fn dealt(votes: &[usize], sheets: usize) -> Vec<(usize, Section)> {
    let mut papers = vec![vec!['x'; votes.len()]; sheets];
    let mut turn = 0;
    for (row, votes) in votes.iter().enumerate() {
        for _ in 0..*votes {
            papers[turn % sheets][row] = 'o';
            turn += 1;
        }
    }
    papers.into_iter().map(|marks| (1, section(&marks.into_iter().collect::<String>()))).collect()
}

fn outcome(result: &SeatsResult) -> (Vec<String>, Vec<String>, u32, Next) {
    (words(&result.elected), words(&result.tied), result.seats_left, result.next)
}

#[test]
fn of_58_deputies_29_fail_and_30_pass() {
    let contest = election(&["甲"], election_rule(1));
    let with = |votes: usize| {
        seats_result(&contest, 58, &[(votes, section("o")), (58 - votes, section("x"))])
    };
    assert_eq!(outcome(&with(29)), (vec![], vec![], 1, Next::Further));
    assert_eq!(outcome(&with(30)), (vec!["1".to_owned()], vec![], 0, Next::None));
}

#[test]
fn article_29_three_of_four_with_only_two_over_half() {
    let result = seats_result(
        &election(&["甲", "乙", "丙", "丁"], election_rule(3)),
        58,
        &dealt(&[40, 29, 35, 20], 58),
    );
    assert_eq!(result.void, 0);
    assert_eq!(outcome(&result), (vec!["1".to_owned(), "3".to_owned()], vec![], 1, Next::Further));
}

#[test]
fn article_29_two_of_three_all_over_half_second_and_third_level() {
    let result = seats_result(
        &election(&["甲", "乙", "丙"], election_rule(2)),
        58,
        &dealt(&[40, 35, 35], 58),
    );
    assert_eq!(result.void, 0);
    assert!(result.rows.iter().all(|row| row.reached));
    assert_eq!(
        outcome(&result),
        (vec!["1".to_owned()], vec!["2".to_owned(), "3".to_owned()], 1, Next::Runoff)
    );
}

#[test]
fn article_29_in_a_runoff_most_votes_win() {
    let runoff = SeatsRule { threshold: None, ..election_rule(1) };
    let result = seats_result(
        &election(&["乙", "丙"], runoff),
        58,
        &[(28, section("ox")), (27, section("xo")), (3, section("aa"))],
    );
    assert_eq!(outcome(&result), (vec!["1".to_owned()], vec![], 0, Next::None));
}

#[test]
fn election_law_44_57_of_58_returned_is_valid_59_is_a_redo() {
    let contest = motion(motion_rule());
    let tally = tally_of(std::slice::from_ref(&contest), &vec![vec![section("o")]; 57]);
    assert!(tally.result(&control(58, 57), ValidIf::default()).vote_valid);
    let redo = tally.result(&control(58, 59), ValidIf::default());
    assert!(!redo.vote_valid && redo.contests.is_empty());
}

#[test]
fn article_28_a_write_in_reaches_30() {
    let contest = election(&["甲"], election_rule(1));
    let result = seats_result(&contest, 58, &[(30, naming("x", &["王芳"])), (28, section("o"))]);
    assert_eq!(outcome(&result), (vec!["write-in:王芳".to_owned()], vec![], 0, Next::None));
}

#[test]
fn a_candidate_of_the_same_post_is_no_write_in() {
    let contest = election(&["王芳", "李伟"], election_rule(1));
    let result =
        seats_result(&contest, 58, &[(30, naming("xo", &["王\u{3000}芳"])), (28, section("ox"))]);
    assert!(result.write_ins.is_empty());
    assert_eq!(
        (result.rows[0].for_, result.rows[0].against, outcome(&result).0),
        (28, 30, vec!["2".to_owned()])
    );
}

#[test]
fn one_sheet_two_posts_chair_valid_vice_chairs_over_voted() {
    let chair = election(&["甲"], election_rule(1));
    let vice_chairs = election(&["乙", "丙", "丁"], election_rule(2));
    let tally = tally_of(&[chair, vice_chairs], &[vec![section("o"), section("ooo")]]);
    assert_eq!(
        (tally.valid(0), tally.void(1), tally.rows(0)[0].for_, tally.rows(1)[0].for_),
        (1, 1, 1, 0)
    );
}

#[test]
fn election_law_44_four_approvals_for_three_seats_are_void() {
    let result = seats_result(
        &selection(4, seats_rule(3)),
        58,
        &[(1, section("oooo")), (57, section("ooo."))],
    );
    assert_eq!((result.valid, result.void, result.rows[3].for_), (57, 1, 0));
}

#[test]
fn a_wholly_blank_sheet_abstains_from_everything() {
    let result = seats_result(&selection(12, seats_rule(10)), 58, &[(1, section("............"))]);
    assert!(
        result
            .rows
            .iter()
            .all(|row| (row.for_, row.against, row.abstain, row.void) == (0, 0, 1, 0))
    );
    assert_eq!((result.valid, result.void), (1, 0));
}

#[test]
fn ten_of_twelve_with_eleven_over_half() {
    let votes = [50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 20];
    let result = seats_result(&selection(12, seats_rule(10)), 58, &dealt(&votes, 58));
    assert_eq!((result.void, result.rows.iter().filter(|row| row.reached).count()), (0, 11));
    let first_ten: Vec<String> = (1..=10).map(|number| number.to_string()).collect();
    assert_eq!(outcome(&result), (first_ten, vec![], 0, Next::None));
}

#[test]
fn ten_of_twelve_with_a_tie_at_the_tenth_place_among_three() {
    let votes = [50, 50, 49, 48, 47, 46, 45, 44, 43, 40, 40, 40];
    let result = seats_result(&selection(12, seats_rule(10)), 58, &dealt(&votes, 58));
    let nine: Vec<String> = (1..=9).map(|number| number.to_string()).collect();
    assert_eq!(
        outcome(&result),
        (nine, ["10", "11", "12"].map(str::to_owned).to_vec(), 1, Next::Runoff)
    );
}

#[test]
fn ten_of_twelve_settled_by_the_order_of_the_ballot() {
    let votes = [50, 50, 49, 48, 47, 46, 45, 44, 43, 40, 40, 40];
    let rule = SeatsRule { tie: TieRule::BallotOrder, ..seats_rule(10) };
    let result = seats_result(&selection(12, rule), 58, &dealt(&votes, 58));
    assert_eq!(
        (words(&result.elected).last().map(String::as_str), result.next),
        (Some("10"), Next::None)
    );
}

#[test]
fn seven_of_seven_with_one_below_half() {
    let result =
        seats_result(&selection(7, seats_rule(7)), 58, &dealt(&[58, 57, 56, 29, 55, 54, 53], 58));
    assert_eq!(
        (words(&result.elected).join(" "), result.seats_left, result.next),
        ("1 2 3 5 6 7".to_owned(), 1, Next::Further)
    );
}

#[test]
fn an_evaluation_of_21_rows_with_one_row_double_marked() {
    let contest = evaluation(21, evaluation_rule(&["满意", "基本满意", "不满意"]));
    let double = section(&format!("*{}", "0".repeat(20)));
    let result = evaluation_result(
        &contest,
        58,
        &[(1, double), (55, section(&"0".repeat(21))), (1, section(&"2".repeat(21)))],
    );
    assert_eq!((result.valid, result.void), (57, 0));
    assert_eq!((result.rows[0].void, result.rows[0].rate.as_deref()), (1, Some("98.21")));
    assert!(
        result.rows[1..].iter().all(|row| row.void == 0 && row.rate.as_deref() == Some("98.25"))
    );
}

#[test]
fn an_evaluation_of_75_rows() {
    let contest = evaluation(75, evaluation_rule(&["满意", "基本满意", "不满意"]));
    let marks: String = (0..75).map(|row| char::from_digit(row % 3, 10).unwrap()).collect();
    let result = evaluation_result(&contest, 58, &[(58, section(&marks))]);
    assert_eq!(result.rows.len(), 75);
    assert!(result.rows.iter().zip(0..).all(|(row, index)| row.grades[index % 3] == 58));
}

fn motion_passed(contest: &Contest, tally: &Tally, control: &Control) -> bool {
    match tally.result(control, ValidIf::default()).contests.as_slice() {
        [ContestResult::Motion(result)] => result.passed,
        other => panic!("{} is one motion, not {other:?}", contest.id),
    }
}

#[test]
fn a_deputy_arrives_between_two_votes() {
    let over_half_present = tally::Threshold {
        base: tally::Base::Present,
        least: tally::Least::Over(tally::Fraction::HALF),
    };
    let contest = motion(tally::MotionRule { threshold: Some(over_half_present), ..motion_rule() });
    let mut sheets = vec![vec![section("o")]; 28];
    sheets.extend(vec![vec![section("x")]; 27]);
    let tally = tally_of(std::slice::from_ref(&contest), &sheets);
    let before = Control {
        all_deputies: 58,
        present: 55,
        printed: 58,
        issued: 55,
        spoiled: 0,
        returned: 55,
    };
    assert!(motion_passed(&contest, &tally, &before));
    assert!(!motion_passed(&contest, &tally, &Control { present: 56, issued: 56, ..before }));
}

#[test]
fn a_presidium_of_seven_votes_four_to_three() {
    let result = motion_result(&motion(motion_rule()), 7, &[(4, section("o")), (3, section("x"))]);
    assert_eq!((result.needed, result.passed), (Some(4), true));
}

#[test]
fn a_name_in_extension_b_is_counted_as_it_is() {
    let contest = election(&["甲"], election_rule(1));
    let result = seats_result(&contest, 58, &[(30, naming("x", &["王\u{2c372}"]))]);
    assert_eq!(words(&result.elected), ["write-in:王\u{2c372}"]);
}

#[test]
fn two_persons_called_li_wei_are_two_rows() {
    let contest = election(&["李伟", "李伟"], election_rule(2));
    let result = seats_result(
        &contest,
        58,
        &[(30, section("ox")), (20, section("xo")), (8, naming("xx", &["李伟"]))],
    );
    assert_eq!(result.rows.iter().map(|row| row.for_).collect::<Vec<_>>(), [30, 20]);
    assert_eq!((words(&result.elected), result.write_ins.len()), (vec!["1".to_owned()], 0));
}
