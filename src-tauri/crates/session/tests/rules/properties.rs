//! What holds for every pile of sheets, however it is bundled, and for every ballot that follows
//! it.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use session::RoundId;
use session::ballot::Ballot;
use session::ballot::follow::{Follows, proposed_ballot};
use session::round::keying::Reading;
use session::tally::{Cap, Kind, Mark, Next, RoundResult, SeatsRule, TieRule};

use crate::day::*;
use crate::support::*;

fn any_sheet(rows: usize) -> impl Strategy<Value = String> {
    vec(select(vec!['○', '○', '×', '-', '△', '/']), rows).prop_map(String::from_iter)
}

fn pile(rows: usize, most: usize) -> impl Strategy<Value = Vec<Reading>> {
    vec(any_sheet(rows).prop_map(|marks| sheet(&[&marks])), 1..most)
}

/// Three places for five projects and a vice-chair, both judged on every sheet.
fn two_questions(bundle_size: u32) -> Ballot {
    Ballot {
        bundle_size,
        ..ballot_of("选票", vec![selection("项目", 5, 3), election("副镇长", &["甲", "乙"], 1)])
    }
}

fn result_in_bundles_of(bundle_size: u32, sheets: &[Reading]) -> RoundResult {
    let ballot = two_questions(bundle_size);
    let mut told = Told::of_deputies(40, std::slice::from_ref(&ballot));
    let round = told.hold(&ballot.id, 40, sheets);
    told.session.round(round).unwrap().result()
}

/// A ballot on which ties and seats left are common.
fn contested(threshold: bool) -> Ballot {
    let mut projects = selection("项目", 4, 2);
    if let Kind::Selection(rule) = &mut projects.contest.kind {
        let kept = rule.threshold.filter(|_| threshold);
        *rule = SeatsRule { cap: Cap::None, threshold: kept, tie: TieRule::Runoff, ..rule.clone() };
    }
    Ballot { bundle_size: 3, ..ballot_of("项目", vec![projects]) }
}

/// What a round opens to the next: those level at the cut, and those who are in already.
fn names_of(told: &Told, round: RoundId) -> (Next, BTreeSet<String>, BTreeSet<String>) {
    let result = told.seats(round, 0);
    let options = &told.session.round(round).unwrap().contests()[0].options;
    let name = |candidate: &tally::Candidate| {
        let id = String::from(candidate.clone());
        options.iter().find(|option| option.id.0 == id).unwrap().name.clone()
    };
    (result.next, result.tied.iter().map(name).collect(), result.elected.iter().map(name).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn splitting_the_sheets_into_bundles_changes_nothing(sheets in vec((any_sheet(5), any_sheet(2)), 1..24), size in 1..=100_u32) {
        let sheets: Vec<Reading> = sheets.iter().map(|(projects, posts)| sheet(&[projects, posts])).collect();
        prop_assert_eq!(result_in_bundles_of(size, &sheets), result_in_bundles_of(100, &sheets));
    }

    #[test]
    fn article_29_who_wins_a_runoff_was_tied_and_who_wins_a_further_vote_was_not_in(
        first in pile(4, 7), later in vec(vec(any_sheet(4), 1..7), 4), threshold in any::<bool>(),
    ) {
        let ballot = contested(threshold);
        let mut told = Told::of_deputies(7, std::slice::from_ref(&ballot));
        let mut round = told.hold(&ballot.id, 7, &first);
        let mut in_before = BTreeSet::new();
        for marks in later {
            let (next, tied, elected) = names_of(&told, round);
            in_before.extend(elected);
            let Ok(following) = proposed_ballot(&told.session, round, &"项目".into()) else {
                prop_assert_eq!(next, Next::None);
                break;
            };
            told.save(&following);
            let rows = following.contests[0].contest.options.len();
            let sheets: Vec<Reading> = marks.iter().map(|marks| sheet(&[&marks.chars().take(rows).collect::<String>()])).collect();
            round = told.hold(&following.id, 7, &sheets);
            let (_, _, winners) = names_of(&told, round);
            match following.origin.as_ref().unwrap().follows {
                Follows::Runoff => prop_assert!(next == Next::Runoff && winners.is_subset(&tied), "{:?} of {:?}", winners, tied),
                Follows::Further => prop_assert!(next == Next::Further && winners.is_disjoint(&in_before), "{:?}, {:?}", winners, in_before),
            }
            prop_assert!(in_before.len() + winners.len() <= 2, "never more than there are seats");
        }
    }
}

#[test]
fn thirty_sheets_come_to_the_same_in_bundles_of_any_size() {
    let figures = |turn: usize, rows: usize| {
        (0..rows)
            .map(|row| ['○', '×', '○', '-', '/', '△', '×'][(turn * 5 + row * row) % 7])
            .collect::<String>()
    };
    let sheets: Vec<Reading> =
        (0..30).map(|turn| sheet(&[&figures(turn, 5), &figures(turn + 3, 2)])).collect();
    let whole = result_in_bundles_of(100, &sheets);
    assert!(
        sheets.iter().any(|sheet| sheet[0].marks.contains(&Mark::Illegible)),
        "some are ruled on"
    );
    for size in 1..100 {
        assert_eq!(result_in_bundles_of(size, &sheets), whole, "bundles of {size}");
    }
}
