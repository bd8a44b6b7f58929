//! Motions decided by hands, without paper.

use tally::{Base, Fraction, Hands, Least, Threshold};

fn minority(against: u32, abstain: u32) -> Hands {
    Hands::Minority { against, abstain }
}

fn each(for_: u32, against: u32, abstain: u32) -> Hands {
    Hands::Each { for_, against, abstain }
}

fn shown(for_: u32, against: u32, abstain: u32, not_pressed: u32) -> Hands {
    Hands::Shown { for_, against, abstain, not_pressed }
}

#[test]
fn who_does_not_press_a_keypad_is_neither_for_nor_against() {
    let of_58 = |hands: Hands| hands.result(Some(Threshold::MAJORITY_OF_ALL), 58, 56).unwrap();
    let failed = of_58(shown(29, 20, 5, 2));
    assert_eq!((failed.for_, failed.not_pressed, failed.passed), (29, Some(2), false));
    assert!(of_58(shown(30, 20, 5, 1)).passed);
    assert_eq!(of_58(minority(1, 1)).not_pressed, None, "hands are raised or not");
    assert!(shown(3, 2, 0, 51).result(None, 58, 56).unwrap().passed, "more for than against");
}

#[test]
fn a_display_tells_of_everybody_not_pressed_among_them() {
    assert_eq!(shown(4, 2, 1, 3).raised(), 10);
    assert_eq!(shown(4, 2, 1, 3).result(None, 12, 9), None, "of more than are there");
    assert_eq!(shown(4, 2, 1, u32::MAX).raised(), u32::MAX);
    let of_valid = Threshold { base: Base::Valid, least: Least::Over(Fraction::HALF) };
    let result = shown(4, 2, 1, 3).result(Some(of_valid), 12, 10).unwrap();
    assert_eq!(result.needed, Some(4), "who pressed stands for the paper");
}

#[test]
fn article_25_of_58_deputies_29_derived_approvals_fail_and_30_pass() {
    let of_58 = |hands: Hands| hands.result(Some(Threshold::MAJORITY_OF_ALL), 58, 56).unwrap();
    let failed = of_58(minority(20, 7));
    assert_eq!((failed.for_, failed.needed, failed.passed), (29, Some(30), false));
    let passed = of_58(minority(20, 6));
    assert_eq!((passed.for_, passed.needed, passed.passed), (30, Some(30), true));
}

#[test]
fn a_presidium_of_7_votes_4_to_3() {
    let of_7 = |for_, against| {
        each(for_, against, 0).result(Some(Threshold::MAJORITY_OF_ALL), 7, 7).unwrap()
    };
    assert!(of_7(4, 3).passed);
    assert!(!of_7(3, 4).passed);
    assert_eq!(of_7(4, 3).needed, Some(4));
}

#[test]
fn more_hands_than_people_decide_nothing() {
    assert_eq!(minority(5, 2).result(None, 7, 6), None);
    assert_eq!(each(4, 2, 1).result(None, 7, 6), None);
    assert_eq!(each(u32::MAX, 1, 1).result(None, 7, 6), None);
    let all_against = minority(6, 0).result(None, 7, 6).unwrap();
    assert_eq!((all_against.for_, all_against.against, all_against.passed), (0, 6, false));
}

#[test]
fn hands_raised_are_all_that_were_counted() {
    assert_eq!(minority(5, 2).raised(), 7, "who raised none is not among them");
    assert_eq!(each(4, 2, 3).raised(), 9);
    assert_eq!(minority(0, 0).raised(), 0);
    assert_eq!(each(u32::MAX, 1, 1).raised(), u32::MAX, "so many are in no hall");
}

#[test]
fn who_raises_no_hand_is_for_only_where_the_minority_is_counted() {
    assert_eq!(minority(1, 1).result(None, 7, 6).map(|result| result.for_), Some(4));
    assert_eq!(each(3, 1, 1).result(None, 7, 6).map(|result| result.for_), Some(3));
}

#[test]
fn without_a_threshold_more_for_than_against_is_enough() {
    assert!(each(2, 1, 4).result(None, 58, 56).unwrap().passed);
    assert!(!each(2, 2, 4).result(None, 58, 56).unwrap().passed);
}

#[test]
fn a_threshold_is_taken_of_the_number_it_names() {
    let needed = |base| {
        let two_thirds = Threshold { base, least: Least::AtLeast(Fraction::TWO_THIRDS) };
        each(3, 1, 2).result(Some(two_thirds), 58, 9).unwrap().needed
    };
    assert_eq!(needed(Base::AllDeputies), Some(39));
    assert_eq!(needed(Base::Present), Some(6));
    assert_eq!(
        (needed(Base::Returned), needed(Base::Valid)),
        (Some(4), Some(4)),
        "the hands stand for the paper"
    );
}
