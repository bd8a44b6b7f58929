//! Selections and elections: the threshold, the cut line, ties and what follows.

use tally::{
    Base, Cap, Contest, Fraction, Least, Next, SeatsResult, SeatsRule, Section, Shortfall,
    Threshold, TieRule, WriteIns,
};

use crate::build::{election, naming, seats_result, seats_rule, section, selection, words};

/// Sections without a cap that give every row the votes named.
fn giving(votes: &[usize]) -> Vec<(usize, Section)> {
    let most = votes.iter().copied().max().unwrap_or(0);
    let ballot = |sheet: usize| {
        votes.iter().map(|votes| if sheet < *votes { 'o' } else { 'x' }).collect::<String>()
    };
    (0..most).map(|sheet| (1, section(&ballot(sheet)))).collect()
}

fn plain(seats: u32, threshold: Option<Threshold>) -> SeatsRule {
    SeatsRule { cap: Cap::None, threshold, ..seats_rule(seats) }
}

fn decided(rule: SeatsRule, all: u32, votes: &[usize]) -> SeatsResult {
    seats_result(&selection(votes.len(), rule), all, &giving(votes))
}

/// Elected, tied, seats left and what is next, as words.
fn said(result: &SeatsResult) -> (String, String, u32, Next) {
    (
        words(&result.elected).join(" "),
        words(&result.tied).join(" "),
        result.seats_left,
        result.next,
    )
}

fn expected(elected: &str, tied: &str, seats_left: u32, next: Next) -> (String, String, u32, Next) {
    (elected.to_owned(), tied.to_owned(), seats_left, next)
}

#[test]
fn article_25_more_than_half_of_all_deputies() {
    let result = decided(plain(2, Some(Threshold::MAJORITY_OF_ALL)), 58, &[29, 30]);
    assert_eq!(result.needed, Some(30));
    assert_eq!(result.rows.iter().map(|row| row.reached).collect::<Vec<_>>(), [false, true]);
    assert_eq!(said(&result), expected("2", "", 1, Next::Further));
}

#[test]
fn article_29_most_votes_win_when_more_than_seats_reach_the_majority() {
    let result = decided(plain(2, Some(Threshold::MAJORITY_OF_ALL)), 10, &[6, 9, 7]);
    assert_eq!(said(&result), expected("2 3", "", 0, Next::None));
}

#[test]
fn article_29_tie_at_the_cut_line_goes_to_a_runoff() {
    let result = decided(plain(2, Some(Threshold::MAJORITY_OF_ALL)), 10, &[7, 9, 7]);
    assert_eq!(said(&result), expected("2", "1 3", 1, Next::Runoff));
}

#[test]
fn article_29_fewer_majorities_than_seats_leave_seats_for_a_further_election() {
    let result = decided(plain(3, Some(Threshold::MAJORITY_OF_ALL)), 10, &[7, 5, 9]);
    assert_eq!(said(&result), expected("3 1", "", 1, Next::Further));
}

#[test]
fn too_few_can_be_accepted() {
    let rule =
        SeatsRule { shortfall: Shortfall::Accept, ..plain(3, Some(Threshold::MAJORITY_OF_ALL)) };
    assert_eq!(said(&decided(rule, 10, &[7, 5, 9])), expected("3 1", "", 1, Next::None));
}

#[test]
fn a_tie_at_the_cut_is_settled_by_its_rule() {
    let cases = [
        (TieRule::Runoff, expected("1", "2 3 4", 2, Next::Runoff)),
        (TieRule::Presidium, expected("1", "2 3 4", 2, Next::Presidium)),
        (TieRule::AllIn, expected("1 2 3 4", "2 3 4", 0, Next::None)),
        (TieRule::BallotOrder, expected("1 2 3", "2 3 4", 0, Next::None)),
    ];
    for (tie, outcome) in cases {
        for shortfall in [Shortfall::Further, Shortfall::Accept] {
            let rule = SeatsRule { tie, shortfall, ..plain(3, None) };
            assert_eq!(
                said(&decided(rule, 10, &[9, 7, 7, 7, 2])),
                outcome,
                "{tie:?} {shortfall:?}"
            );
        }
    }
}

#[test]
fn level_votes_that_all_fit_are_no_tie() {
    for tie in [TieRule::Runoff, TieRule::Presidium, TieRule::AllIn, TieRule::BallotOrder] {
        let exactly_full = decided(SeatsRule { tie, ..plain(2, None) }, 10, &[7, 7, 6]);
        assert_eq!(said(&exactly_full), expected("1 2", "", 0, Next::None), "{tie:?}");
        let not_enough_compete = decided(SeatsRule { tie, ..plain(3, None) }, 10, &[7, 7, 7, 0]);
        assert_eq!(said(&not_enough_compete), expected("1 2 3", "", 0, Next::None), "{tie:?}");
    }
}

#[test]
fn all_level_at_the_top_leaves_every_seat_open() {
    assert_eq!(
        said(&decided(plain(2, None), 10, &[7, 7, 7])),
        expected("", "1 2 3", 2, Next::Runoff)
    );
}

#[test]
fn a_tie_above_the_cut_is_nobodys_business() {
    assert_eq!(
        said(&decided(plain(2, None), 10, &[3, 7, 7, 1])),
        expected("2 3", "", 0, Next::None)
    );
}

#[test]
fn a_tie_below_the_threshold_is_no_tie() {
    assert_eq!(
        said(&decided(plain(1, Some(Threshold::MAJORITY_OF_ALL)), 58, &[29, 29])),
        expected("", "", 1, Next::Further)
    );
}

#[test]
fn without_a_vote_nobody_competes_even_if_the_threshold_is_nothing() {
    let none_at_all =
        Threshold { base: Base::AllDeputies, least: Least::AtLeast(Fraction::new(0, 1).unwrap()) };
    for threshold in [None, Some(none_at_all)] {
        let result = decided(plain(2, threshold), 4, &[0, 3, 0]);
        assert_eq!(said(&result), expected("2", "", 1, Next::Further));
        assert!(result.rows.iter().all(|row| row.reached), "no votes reach a threshold of nothing");
        assert_eq!(result.needed, threshold.map(|_| 0));
    }
}

#[test]
fn a_threshold_can_be_impossible() {
    let over_all =
        Threshold { base: Base::AllDeputies, least: Least::Over(Fraction::new(1, 1).unwrap()) };
    let result = decided(plain(1, Some(over_all)), 4, &[4]);
    assert_eq!((result.needed, said(&result)), (Some(5), expected("", "", 1, Next::Further)));
}

#[test]
fn exactly_the_fraction_is_enough_for_at_least_and_not_for_over() {
    let least = |least| Some(Threshold { base: Base::AllDeputies, least });
    let two_thirds = Fraction::TWO_THIRDS;
    assert_eq!(said(&decided(plain(1, least(Least::AtLeast(two_thirds))), 9, &[6])).0, "1");
    assert_eq!(said(&decided(plain(1, least(Least::Over(two_thirds))), 9, &[6])).0, "");
}

#[test]
fn a_threshold_of_valid_sections_is_taken_per_contest() {
    let rule = SeatsRule {
        threshold: Some(Threshold { base: Base::Valid, least: Least::Over(Fraction::HALF) }),
        ..seats_rule(1)
    };
    let result = seats_result(
        &selection(2, rule.clone()),
        10,
        &[(3, section("ox")), (2, section("xo")), (4, section("oo"))],
    );
    assert_eq!((result.valid, result.void, result.needed), (5, 4, Some(3)));
    let nothing_valid = seats_result(&selection(2, rule), 10, &[(4, section("oo"))]);
    assert_eq!((nothing_valid.valid, nothing_valid.needed), (0, Some(1)));
    assert_eq!(said(&nothing_valid), expected("", "", 1, Next::Further));
}

fn open_election(seats: u32, tie: TieRule) -> Contest {
    election(&["甲", "乙"], SeatsRule { write_ins: WriteIns::Allowed, tie, ..plain(seats, None) })
}

#[test]
fn write_ins_win_seats_and_stand_after_candidates_with_as_many_votes() {
    let sections = [(2, naming("xo", &["丙", "丁"])), (1, naming("ox", &["丁"]))];
    let result = seats_result(&open_election(9, TieRule::Runoff), 10, &sections);
    assert_eq!(said(&result), expected("write-in:丁 2 write-in:丙 1", "", 5, Next::Further));
}

#[test]
fn a_tie_between_candidates_and_write_ins_by_ballot_order() {
    let sections = [(2, naming("oo", &["丙", "\u{4e00}"]))];
    let result = seats_result(&open_election(3, TieRule::BallotOrder), 10, &sections);
    assert_eq!(
        said(&result),
        expected("1 2 write-in:\u{4e00}", "1 2 write-in:\u{4e00} write-in:丙", 0, Next::None)
    );
}

#[test]
fn a_write_in_under_the_threshold_is_shown_and_does_not_compete() {
    let rule = SeatsRule { write_ins: WriteIns::Allowed, ..seats_rule(1) };
    let result = seats_result(
        &election(&["甲"], rule),
        3,
        &[(2, naming("x", &["丙"])), (1, naming("x", &["丁"]))],
    );
    let rows: Vec<(&str, u32, bool)> =
        result.write_ins.iter().map(|row| (row.name.as_str(), row.for_, row.reached)).collect();
    assert_eq!(rows, [("丙", 2, true), ("丁", 1, false)]);
    assert_eq!(said(&result).0, "write-in:丙");
}

#[test]
fn more_seats_than_rows() {
    assert_eq!(
        said(&decided(plain(u32::MAX, None), 3, &[2, 1])),
        expected("1 2", "", u32::MAX - 2, Next::Further)
    );
}

#[test]
fn the_order_of_the_ballot_is_not_the_order_of_the_ids() {
    let mut contest = selection(3, plain(2, None));
    contest.options.reverse();
    let result = seats_result(&contest, 10, &giving(&[4, 4, 4]));
    assert_eq!(said(&result), expected("", "3 2 1", 2, Next::Runoff));
}
