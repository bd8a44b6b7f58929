//! Which marks a row may hold, how marks and fractions are written, and what of its rule a contest
//! tells.

use serde_json::json;
use tally::{Fraction, Mark, SeatsRule, Section, Threshold};

use crate::build::{
    counts, election, election_rule, evaluation, evaluation_rule, motion, motion_rule, seats_rule,
    section, selection, tally_of,
};

const ANY: [Mark; 3] = [Mark::Abstain, Mark::Blank, Mark::Illegible];

#[test]
fn a_row_with_seats_or_a_text_holds_for_and_against_and_no_grade() {
    for contest in
        [selection(2, seats_rule(1)), election(&["甲"], election_rule(1)), motion(motion_rule())]
    {
        assert!(
            ANY.into_iter().chain([Mark::For, Mark::Against]).all(|mark| contest.allows(mark)),
            "{contest:?}"
        );
        assert!(
            [Mark::Multiple, Mark::Grade(0), Mark::Grade(4)]
                .into_iter()
                .all(|mark| !contest.allows(mark)),
            "{contest:?}"
        );
    }
}

#[test]
fn a_row_of_an_evaluation_holds_its_grades_and_neither_for_nor_against() {
    for grades in 2..=5_u8 {
        let labels = ["一", "二", "三", "四", "五"];
        let contest = evaluation(1, evaluation_rule(&labels[..usize::from(grades)]));
        let allowed = ANY.into_iter().chain([Mark::Multiple]).chain((0..grades).map(Mark::Grade));
        assert!(allowed.into_iter().all(|mark| contest.allows(mark)), "{grades} grades");
        assert!(
            [Mark::For, Mark::Against, Mark::Grade(grades), Mark::Grade(u8::MAX)]
                .into_iter()
                .all(|mark| !contest.allows(mark))
        );
    }
}

#[test]
fn selections_and_elections_have_seats() {
    assert_eq!(selection(2, seats_rule(2)).seats_rule(), Some(&seats_rule(2)));
    assert_eq!(election(&["甲"], election_rule(1)).seats_rule(), Some(&election_rule(1)));
    assert_eq!(
        (
            motion(motion_rule()).seats_rule(),
            evaluation(1, evaluation_rule(&["好", "差"])).seats_rule()
        ),
        (None, None)
    );
}

#[test]
fn an_evaluation_has_no_threshold_and_every_other_contest_its_rules() {
    let majority = Some(Threshold::MAJORITY_OF_ALL);
    let most_votes = SeatsRule { threshold: None, ..seats_rule(1) };
    for contest in
        [selection(2, seats_rule(1)), election(&["甲"], election_rule(1)), motion(motion_rule())]
    {
        assert_eq!(contest.threshold(), majority, "{contest:?}");
    }
    assert_eq!(selection(2, most_votes).threshold(), None);
    assert_eq!(evaluation(1, evaluation_rule(&["好", "差"])).threshold(), None);
}

#[test]
fn a_mark_that_a_contest_does_not_have_makes_its_row_void() {
    let contest = evaluation(2, evaluation_rule(&["一", "二", "三", "四", "五"]));
    for strange in [Mark::Grade(5), Mark::Grade(u8::MAX), Mark::For, Mark::Against] {
        let marks = vec![strange, Mark::Grade(4)];
        let tally =
            tally_of(std::slice::from_ref(&contest), &[vec![Section { marks, ..section("") }]]);
        assert_eq!(counts(&tally, 0), [[0, 0, 0, 1], [0, 0, 0, 0]], "{strange:?}");
        assert_eq!(tally.rows(0)[1].grades, [0, 0, 0, 0, 1]);
    }
    let tally = tally_of(
        &[motion(motion_rule())],
        &[vec![Section { marks: vec![Mark::Multiple], ..section("") }]],
    );
    assert_eq!(counts(&tally, 0), [[0, 0, 0, 1]]);
}

#[test]
fn marks_are_written_as_words_and_grades_as_their_index() {
    let written = [
        (Mark::For, json!("for")),
        (Mark::Against, json!("against")),
        (Mark::Abstain, json!("abstain")),
        (Mark::Blank, json!("blank")),
        (Mark::Illegible, json!("illegible")),
        (Mark::Multiple, json!("multiple")),
        (Mark::Grade(0), json!(0)),
        (Mark::Grade(4), json!(4)),
    ];
    for (mark, text) in written {
        assert_eq!(json!(mark), text);
        assert_eq!(serde_json::from_value::<Mark>(text).unwrap(), mark);
    }
    for wrong in [json!("FOR"), json!(256), json!(-1), json!(0.0), json!(null)] {
        let said = serde_json::from_value::<Mark>(wrong).unwrap_err().to_string();
        assert!(said.contains("expected a mark (for, against, abstain, blank, illegible, multiple) or the index of a grade"), "{said}");
    }
}

#[test]
fn a_fraction_is_written_as_a_pair_and_never_beyond_one() {
    assert_eq!(json!(Fraction::TWO_THIRDS), json!([2, 3]));
    assert_eq!(serde_json::from_value::<Fraction>(json!([1, 2])).unwrap(), Fraction::HALF);
    for wrong in [json!([3, 2]), json!([0, 0]), json!([1]), json!(0.5)] {
        assert!(serde_json::from_value::<Fraction>(wrong.clone()).is_err(), "{wrong}");
    }
}
