//! Quorum, majority, validity of the vote.

use tally::{Base, Control, Fraction, Least, Threshold, ValidIf, majority_needed, quorum_needed};

const WORKED: [(u32, u32, u32); 14] = [
    (40, 27, 21),
    (45, 30, 23),
    (49, 33, 25),
    (51, 34, 26),
    (54, 36, 28),
    (56, 38, 29),
    (58, 39, 30),
    (60, 40, 31),
    (65, 44, 33),
    (80, 54, 41),
    (93, 62, 47),
    (102, 68, 52),
    (120, 80, 61),
    (160, 107, 81),
];

#[test]
fn articles_14_and_25_worked_table() {
    for (all, quorum, majority) in WORKED {
        assert_eq!(
            (quorum_needed(all), majority_needed(all)),
            (quorum, majority),
            "{all} deputies"
        );
    }
}

#[test]
fn article_14_quorum_is_the_least_number_that_is_two_thirds() {
    for all in 1..=3000_u32 {
        let least = (0..=all).find(|present| present * 3 >= all * 2);
        assert_eq!(Some(quorum_needed(all)), least, "{all} deputies");
    }
}

#[test]
fn article_25_majority_is_the_least_number_over_half() {
    for all in 1..=3000_u32 {
        let least = (0..=all).find(|votes| votes * 2 > all);
        assert_eq!(Some(majority_needed(all)), least, "{all} deputies");
    }
}

#[test]
fn a_threshold_is_the_least_number_by_its_definition() {
    for (p, q) in [(0, 1), (1, 3), (1, 2), (2, 3), (3, 4), (7, 9), (1, 1)] {
        let fraction = Fraction::new(p, q).unwrap();
        for whole in 0..=200_u32 {
            let over = (0..=whole + 1).find(|votes| votes * q > whole * p).unwrap();
            let at_least = (0..=whole + 1).find(|votes| votes * q >= whole * p).unwrap();
            assert_eq!(
                Threshold { base: Base::Valid, least: Least::Over(fraction) }.needed(whole),
                over,
                "over {p}/{q} of {whole}"
            );
            assert_eq!(
                Threshold { base: Base::Valid, least: Least::AtLeast(fraction) }.needed(whole),
                at_least,
                "{p}/{q} of {whole}"
            );
        }
    }
}

#[test]
fn a_threshold_over_the_whole_can_be_said_and_never_reached() {
    let over_all =
        Threshold { base: Base::AllDeputies, least: Least::Over(Fraction::new(1, 1).unwrap()) };
    assert_eq!(over_all.needed(58), 59);
    assert_eq!(over_all.needed(0), 1);
}

fn in_hall(present: u32, issued: u32, returned: u32) -> Control {
    Control { all_deputies: 58, present, printed: 60, issued, spoiled: 0, returned }
}

#[test]
fn election_law_44_returned_against_issued_or_present() {
    use ValidIf::{ReturnedAtMostIssued, ReturnedAtMostPresent, ReturnedEqualsIssued};
    let cases = [
        (in_hall(58, 58, 57), ReturnedAtMostIssued, true),
        (in_hall(58, 58, 58), ReturnedAtMostIssued, true),
        (in_hall(58, 58, 59), ReturnedAtMostIssued, false),
        (in_hall(57, 58, 58), ReturnedAtMostPresent, false),
        (in_hall(58, 57, 58), ReturnedAtMostPresent, true),
        (in_hall(58, 58, 57), ReturnedEqualsIssued, false),
        (in_hall(57, 58, 58), ReturnedEqualsIssued, true),
        (in_hall(58, 57, 58), ReturnedEqualsIssued, false),
    ];
    for (control, valid_if, valid) in cases {
        assert_eq!(control.vote_valid(valid_if), valid, "{valid_if:?} {control:?}");
    }
}

#[test]
fn article_14_without_a_quorum_no_vote_is_valid() {
    assert!(in_hall(39, 39, 39).quorum_met());
    assert!(in_hall(39, 39, 39).vote_valid(ValidIf::ReturnedEqualsIssued));
    assert!(!in_hall(38, 38, 38).quorum_met());
    assert!(!in_hall(38, 38, 38).vote_valid(ValidIf::ReturnedEqualsIssued));
}

#[test]
fn a_base_is_the_control_number_it_names() {
    let control = Control {
        all_deputies: 58,
        present: 55,
        printed: 60,
        issued: 54,
        spoiled: 1,
        returned: 53,
    };
    let values = [Base::AllDeputies, Base::Present, Base::Returned, Base::Valid]
        .map(|base| control.base_value(base, 50));
    assert_eq!(values, [58, 55, 53, 50]);
}
