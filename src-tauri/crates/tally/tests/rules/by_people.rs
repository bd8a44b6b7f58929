//! Evaluations and motions by hand under any settings, counted once more as if every deputy stood
//! in the room: one vote after the other, in the words of `docs/rules.md`, nothing of the program.

use std::cmp::Ordering;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tally::{
    AbstentionBase, AbstentionWord, Assessment, AtHalf, Band, Base, BlankRow, BlankSection,
    Control, EvaluationRow, EvaluationRule, Fraction, Hands, IllegibleRow, Least, Levels,
    MultiMark, Rate, Threshold,
};

/// What each deputy gave a row: a grade, or none.
type Given = Vec<Option<usize>>;

fn any_base() -> impl Strategy<Value = Base> {
    select(vec![Base::AllDeputies, Base::Present, Base::Returned, Base::Valid])
}

fn any_rule() -> impl Strategy<Value = EvaluationRule> {
    (2_u8..6).prop_flat_map(|grades| {
        let chosen = subsequence((0..grades).collect::<Vec<_>>(), 1..=usize::from(grades));
        (chosen, any_base(), 0_u8..3).prop_map(move |(chosen, base, decimals)| EvaluationRule {
            grades: (0..grades).map(|grade| grade.to_string()).collect(),
            blank_row: BlankRow::Abstain,
            blank_section: BlankSection::Valid,
            illegible_row: IllegibleRow::Row,
            multi_mark: MultiMark::Void,
            rate: Rate { grades: chosen, base, decimals },
        })
    })
}

fn any_levels(grades: usize) -> impl Strategy<Value = Levels> {
    let half = || select(vec![AtHalf::Enough, AtHalf::NotEnough]);
    let by_level = prop_oneof![Just(Vec::new()), vec(half(), grades - 1)];
    let counts =
        (half(), by_level).prop_map(|(at_half, by_level)| Levels::Counts { at_half, by_level });
    let starts = subsequence(vec![10_000, 9_000, 8_000, 7_500, 6_667, 5_000, 1], 0..4);
    let rate = starts.prop_map(|starts| Levels::Rate {
        bands: starts
            .into_iter()
            .chain([0])
            .map(|at_least| Band { label: format!("从{at_least}"), at_least })
            .collect(),
    });
    prop_oneof![1 => Just(Levels::None), 2 => counts, 2 => rate]
}

fn any_assessment(grades: usize) -> impl Strategy<Value = Assessment> {
    let weights = vec(0_u8..=100, grades).prop_map(|mut weights| {
        weights.sort_by(|one, other| other.cmp(one));
        weights
    });
    let weights = prop_oneof![Just(Vec::new()), weights];
    let words = select(vec![AbstentionWord::Abstain, AbstentionWord::DontKnow]);
    let base = select(vec![AbstentionBase::Counted, AbstentionBase::LeftOut]);
    (weights, words, base, any_levels(grades), any::<bool>(), any::<bool>()).prop_map(
        |(weights, abstention, abstention_base, levels, shares, overall)| Assessment {
            weights,
            abstention,
            abstention_base,
            levels,
            shares,
            overall,
        },
    )
}

/// A rule, its assessment, and what the deputies gave each of some rows.
fn any_evaluation() -> impl Strategy<Value = (EvaluationRule, Assessment, Vec<Given>)> {
    any_rule().prop_flat_map(|rule| {
        let grades = rule.grades.len();
        let given = vec(proptest::option::weighted(0.8, 0..grades), 0..15);
        (Just(rule), any_assessment(grades), vec(given, 1..4))
    })
}

fn hall() -> Control {
    Control { all_deputies: 17, present: 15, printed: 20, issued: 15, spoiled: 0, returned: 14 }
}

fn row(rule: &EvaluationRule, given: &Given) -> EvaluationRow {
    let times = |wanted| u32::try_from(given.iter().filter(|one| **one == wanted).count()).unwrap();
    EvaluationRow {
        id: "1".into(),
        grades: (0..rule.grades.len()).map(|grade| times(Some(grade))).collect(),
        abstain: times(None),
        void: 0,
        rate: None,
    }
}

/// How many the rate is taken of.
fn people(rule: &EvaluationRule, assessment: &Assessment, given: &Given) -> u128 {
    let abstained = given.iter().filter(|one| one.is_none()).count() as u128;
    let whole = match rule.rate.base {
        Base::AllDeputies => 17,
        Base::Present => 15,
        Base::Returned => 14,
        Base::Valid => given.len() as u128,
    };
    match assessment.abstention_base {
        AbstentionBase::Counted => whole,
        AbstentionBase::LeftOut => whole.saturating_sub(abstained),
    }
}

/// Per cent given in favour, deputy by deputy.
fn favour(rule: &EvaluationRule, assessment: &Assessment, given: &Given) -> u128 {
    let of = |grade: usize| match assessment.weights.get(grade) {
        Some(weight) => u128::from(*weight),
        None if rule.rate.grades.iter().any(|chosen| usize::from(*chosen) == grade) => 100,
        None => 0,
    };
    given.iter().flatten().map(|grade| of(*grade)).sum()
}

/// `part` of `whole` in per cent, half up: the numeral n for which n − ½ ≤ exact < n + ½.
fn numeral(part: u128, whole: u128, decimals: u8) -> Option<String> {
    if whole == 0 {
        return None;
    }
    let scale = 10_u128.pow(decimals.into());
    let nearest = (0..=100 * scale).find(|n| 2 * 100 * scale * part < (2 * n + 1) * whole)?;
    let (units, rest) = (nearest / scale, nearest % scale);
    let width = usize::from(decimals);
    Some(if decimals == 0 { units.to_string() } else { format!("{units}.{rest:0width$}") })
}

fn level(rule: &EvaluationRule, assessment: &Assessment, given: &Given) -> Option<String> {
    let whole = people(rule, assessment, given);
    if whole == 0 {
        return None;
    }
    match &assessment.levels {
        Levels::None => None,
        Levels::Counts { at_half, by_level } => {
            let reached = (0..rule.grades.len()).find(|best| {
                let as_good = given.iter().flatten().filter(|grade| *grade <= best).count() as u128;
                match (2 * as_good).cmp(&whole) {
                    Ordering::Greater => true,
                    Ordering::Equal => *by_level.get(*best).unwrap_or(at_half) == AtHalf::Enough,
                    Ordering::Less => false,
                }
            });
            reached.map_or(rule.grades.last(), |best| rule.grades.get(best)).cloned()
        }
        Levels::Rate { bands } => bands
            .iter()
            .find(|band| 100 * favour(rule, assessment, given) >= u128::from(band.at_least) * whole)
            .map(|band| band.label.clone()),
    }
}

proptest! {
    #[test]
    fn a_row_is_assessed_as_deputies_would_count_it((rule, assessment, rows) in any_evaluation()) {
        prop_assert_eq!(assessment.check(&rule), Ok(()));
        let decimals = rule.rate.decimals;
        for given in &rows {
            let (whole, row) = (people(&rule, &assessment, given), row(&rule, given));
            let assessed = assessment.assess(&rule, &row, &hall());
            let rate = numeral(favour(&rule, &assessment, given), 100 * whole, decimals);
            prop_assert_eq!(assessed.rate, rate);
            prop_assert_eq!(assessed.level, level(&rule, &assessment, given));
            let shares: Vec<_> = (0..rule.grades.len())
                .map(|grade| given.iter().filter(|one| **one == Some(grade)).count() as u128)
                .map(|times| numeral(times, whole, decimals))
                .collect();
            prop_assert_eq!(assessment.shares(&rule, &row, &hall()), shares);
        }
    }

    #[test]
    fn all_rows_together_are_one_pile_of_grades((rule, assessment, rows) in any_evaluation()) {
        let counted: Vec<_> = rows.iter().map(|given| row(&rule, given)).collect();
        let overall = assessment.overall(&rule, &counted, &hall());
        let whole: u128 = rows.iter().map(|given| people(&rule, &assessment, given)).sum();
        let pile: Given = rows.concat();
        let decimals = rule.rate.decimals;
        prop_assert_eq!(overall.rate, numeral(favour(&rule, &assessment, &pile), 100 * whole, decimals));
        for (grade, share) in overall.shares.into_iter().enumerate() {
            let times = pile.iter().filter(|one| **one == Some(grade)).count() as u128;
            prop_assert_eq!(share, numeral(times, whole, decimals));
        }
    }
}

/// What one of those present does when the motion is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    For,
    Against,
    Abstains,
    Nothing,
}

/// Each way of counting the same people.
#[derive(Clone, Copy, Debug)]
enum Way {
    Minority,
    Each,
    Keypads,
}

fn any_least() -> impl Strategy<Value = Least> {
    (1_u32..6, 0_u32..6, any::<bool>()).prop_map(|(denominator, numerator, over)| {
        let fraction = Fraction::new(numerator.min(denominator), denominator).unwrap();
        if over { Least::Over(fraction) } else { Least::AtLeast(fraction) }
    })
}

fn reaches(agree: u32, whole: u32, least: Least) -> bool {
    let (Least::Over(part) | Least::AtLeast(part)) = least;
    let (numerator, denominator) = <(u32, u32)>::from(part);
    match (agree * denominator).cmp(&(whole * numerator)) {
        Ordering::Greater => true,
        Ordering::Equal => matches!(least, Least::AtLeast(_)),
        Ordering::Less => false,
    }
}

proptest! {
    #[test]
    fn a_motion_passes_as_the_people_there_vote(
        hall in vec(select(vec![Does::For, Does::Against, Does::Abstains, Does::Nothing]), 0..20),
        away in 0_u32..5,
        way in select(vec![Way::Minority, Way::Each, Way::Keypads]),
        threshold in proptest::option::of((any_base(), any_least())),
    ) {
        let number = |wanted| u32::try_from(hall.iter().filter(|one| **one == wanted).count()).unwrap();
        let (for_, against, abstain) = (number(Does::For), number(Does::Against), number(Does::Abstains));
        let idle = number(Does::Nothing);
        let present = u32::try_from(hall.len()).unwrap();
        let (hands, agree, voted) = match way {
            Way::Minority => (Hands::Minority { against, abstain }, for_ + idle, present),
            Way::Each => (Hands::Each { for_, against, abstain }, for_, present - idle),
            Way::Keypads => {
                (Hands::Shown { for_, against, abstain, not_pressed: idle }, for_, present - idle)
            }
        };
        let all = present + away;
        let threshold = threshold.map(|(base, least)| Threshold { base, least });
        let result = hands.result(threshold, all, present).unwrap();
        let passes = threshold.map_or(agree > against, |Threshold { base, least }| match base {
            Base::AllDeputies => reaches(agree, all, least),
            Base::Present => reaches(agree, present, least),
            Base::Returned | Base::Valid => reaches(agree, voted, least),
        });
        prop_assert_eq!((result.for_, result.against, result.abstain), (agree, against, abstain));
        prop_assert_eq!(result.not_pressed, matches!(way, Way::Keypads).then_some(idle));
        prop_assert_eq!(result.passed, passes, "{:?}", result);
        prop_assert!(hands.raised() == 0 || hands.result(threshold, all, hands.raised() - 1).is_none());
    }
}
