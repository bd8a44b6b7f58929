//! Which marks a row may hold, and which contests have seats.

use tally::Mark;

use crate::build::{election, election_rule, evaluation, evaluation_rule, motion, motion_rule, seats_rule, selection};

const ANY: [Mark; 3] = [Mark::Abstain, Mark::Blank, Mark::Illegible];

#[test]
fn a_row_with_seats_or_a_text_holds_for_and_against_and_no_grade() {
    for contest in [selection(2, seats_rule(1)), election(&["甲"], election_rule(1)), motion(motion_rule())] {
        assert!(ANY.into_iter().chain([Mark::For, Mark::Against]).all(|mark| contest.allows(mark)), "{contest:?}");
        assert!([Mark::Multiple, Mark::Grade(0), Mark::Grade(4)].into_iter().all(|mark| !contest.allows(mark)), "{contest:?}");
    }
}

#[test]
fn a_row_of_an_evaluation_holds_its_grades_and_neither_for_nor_against() {
    for grades in 2..=5_u8 {
        let labels = ["一", "二", "三", "四", "五"];
        let contest = evaluation(1, evaluation_rule(&labels[..usize::from(grades)]));
        let allowed = ANY.into_iter().chain([Mark::Multiple]).chain((0..grades).map(Mark::Grade));
        assert!(allowed.into_iter().all(|mark| contest.allows(mark)), "{grades} grades");
        assert!([Mark::For, Mark::Against, Mark::Grade(grades), Mark::Grade(u8::MAX)].into_iter().all(|mark| !contest.allows(mark)));
    }
}

#[test]
fn selections_and_elections_have_seats() {
    assert_eq!(selection(2, seats_rule(2)).seats_rule(), Some(&seats_rule(2)));
    assert_eq!(election(&["甲"], election_rule(1)).seats_rule(), Some(&election_rule(1)));
    assert_eq!((motion(motion_rule()).seats_rule(), evaluation(1, evaluation_rule(&["好", "差"])).seats_rule()), (None, None));
}
