//! What holds for every ballot, every rule and every pile of sheets.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tally::{
    Base, BlankRow, BlankSection, Candidate, Cap, Contest, ContestResult, Control, Doubt,
    EvaluationRule, Fraction, IllegibleRow, Kind, Least, Mark, MotionRule, MultiMark, Next,
    OverCap, Rate, RoundResult, SeatsResult, SeatsRule, Section, SectionRuling, Sheet, Shortfall,
    Tally, Threshold, TieRule, ValidIf, WriteIn, WriteInMark, WriteInUnmarked, WriteIns,
    doubts_of_sheet,
};

use crate::build::{control, evaluation, motion, seats_rule, selection, tally_of};

fn any_threshold() -> impl Strategy<Value = Option<Threshold>> {
    let base = select(vec![Base::AllDeputies, Base::Present, Base::Returned, Base::Valid]);
    let threshold = (base, any::<bool>(), 1_u32..5, 0_u32..5).prop_map(
        |(base, over, denominator, numerator)| {
            let fraction = Fraction::new(numerator.min(denominator), denominator).unwrap();
            Threshold {
                base,
                least: if over { Least::Over(fraction) } else { Least::AtLeast(fraction) },
            }
        },
    );
    proptest::option::of(threshold)
}

fn any_seats_rule() -> impl Strategy<Value = SeatsRule> {
    let reading = (
        select(vec![BlankRow::Abstain, BlankRow::Void, BlankRow::For]),
        select(vec![BlankSection::Valid, BlankSection::Void, BlankSection::ByRow]),
        select(vec![IllegibleRow::Row, IllegibleRow::Section]),
        select(vec![WriteIns::None, WriteIns::NeedsAgainst, WriteIns::Allowed]),
        select(vec![WriteInUnmarked::For, WriteInUnmarked::Void]),
    );
    let deciding = (
        1_u32..4,
        any_threshold(),
        select(vec![Cap::AtMost, Cap::Exactly, Cap::None]),
        select(vec![OverCap::Section, OverCap::Sheet, OverCap::Flag]),
        select(vec![TieRule::Runoff, TieRule::Presidium, TieRule::AllIn, TieRule::BallotOrder]),
        select(vec![Shortfall::Further, Shortfall::Accept]),
    );
    (reading, deciding).prop_map(|(reading, (seats, threshold, cap, over_cap, tie, shortfall))| {
        let (blank_row, blank_section, illegible_row, write_ins, write_in_unmarked) = reading;
        let read = SeatsRule {
            blank_row,
            blank_section,
            illegible_row,
            write_ins,
            write_in_unmarked,
            ..seats_rule(seats)
        };
        SeatsRule { threshold, cap, over_cap, tie, shortfall, ..read }
    })
}

fn any_contest() -> impl Strategy<Value = Contest> {
    let reading = (
        select(vec![BlankRow::Abstain, BlankRow::Void]),
        select(vec![BlankSection::Valid, BlankSection::Void, BlankSection::ByRow]),
        select(vec![IllegibleRow::Row, IllegibleRow::Section]),
        select(vec![MultiMark::Void, MultiMark::Abstain]),
    );
    let grading = (reading, 1_usize..5, 2_usize..6).prop_map(
        |((blank_row, blank_section, illegible_row, multi_mark), rows, grades)| {
            let rate = Rate { grades: vec![0], base: Base::Valid, decimals: 2 };
            let labels = (0..grades).map(|grade| grade.to_string()).collect();
            evaluation(
                rows,
                EvaluationRule {
                    grades: labels,
                    blank_row,
                    blank_section,
                    illegible_row,
                    multi_mark,
                    rate,
                },
            )
        },
    );
    let moving = (any_seats_rule(), any_threshold()).prop_map(|(rule, threshold)| {
        let SeatsRule { blank_row, blank_section, illegible_row, .. } = rule;
        motion(MotionRule { threshold, blank_row, blank_section, illegible_row })
    });
    prop_oneof![3 => (1_usize..6, any_seats_rule()).prop_map(|(rows, rule)| selection(rows, rule)), 1 => grading, 1 => moving]
}

fn marks_of(contest: &Contest) -> Vec<Mark> {
    let words =
        [Mark::For, Mark::Against, Mark::Abstain, Mark::Blank, Mark::Illegible, Mark::Multiple];
    words.into_iter().chain((0..5).map(Mark::Grade)).filter(|mark| contest.allows(*mark)).collect()
}

fn any_section(contest: &Contest) -> BoxedStrategy<Section> {
    let rows = contest.options.len();
    let marks =
        prop_oneof![8 => vec(select(marks_of(contest)), rows), 1 => Just(vec![Mark::Blank; rows])];
    let name = select(vec!["王芳", "王 芳", "李伟", "项目1", "项 目2", "丁"]);
    let write_in = (name, any::<bool>()).prop_map(|(name, marked)| WriteIn {
        name: name.to_owned(),
        mark: if marked { WriteInMark::For } else { WriteInMark::Blank },
    });
    let write_ins = if contest.seats_rule().is_some() {
        vec(write_in, 0..3).boxed()
    } else {
        Just(Vec::new()).boxed()
    };
    let ruling = proptest::option::weighted(0.1, Just(SectionRuling::Void));
    (marks, write_ins, ruling)
        .prop_map(|(marks, write_ins, ruling)| Section { marks, write_ins, ruling })
        .boxed()
}

fn any_round() -> impl Strategy<Value = (Vec<Contest>, Vec<Sheet>)> {
    vec(any_contest(), 1..4).prop_flat_map(|contests| {
        let sheet: Vec<BoxedStrategy<Section>> = contests.iter().map(any_section).collect();
        (Just(contests), vec(sheet, 0..12))
    })
}

fn everybody(sheets: &[Sheet]) -> Control {
    let returned = u32::try_from(sheets.len()).unwrap();
    control(returned.max(1), returned)
}

fn decided(contests: &[Contest], sheets: &[Sheet]) -> RoundResult {
    tally_of(contests, sheets).result(&everybody(sheets), ValidIf::default())
}

fn with_seats(result: &RoundResult) -> Vec<&SeatsResult> {
    result.contests.iter().filter_map(seats_of).collect()
}

fn seats_of(contest: &ContestResult) -> Option<&SeatsResult> {
    match contest {
        ContestResult::Seats(seats) => Some(seats),
        ContestResult::Motion(_) | ContestResult::Evaluation(_) => None,
    }
}

fn votes_of(result: &SeatsResult, candidate: &Candidate) -> u32 {
    match candidate {
        Candidate::Option(id) => {
            result.rows.iter().find(|row| row.id == *id).map_or(0, |row| row.for_)
        }
        Candidate::WriteIn(name) => {
            result.write_ins.iter().find(|row| row.name == *name).map_or(0, |row| row.for_)
        }
    }
}

proptest! {
    #[test]
    fn every_row_adds_up_to_the_valid_sections((contests, sheets) in any_round()) {
        let tally = tally_of(&contests, &sheets);
        for contest in 0..contests.len() {
            prop_assert_eq!(tally.valid(contest) + tally.void(contest), tally.sheets());
            prop_assert!(tally.flagged(contest) <= tally.valid(contest));
            for row in tally.rows(contest) {
                let sum = row.for_ + row.against + row.abstain + row.void + row.grades.iter().sum::<u32>();
                prop_assert_eq!(sum, tally.valid(contest));
            }
        }
    }

    #[test]
    fn the_order_of_the_sheets_does_not_matter(((contests, sheets), turn) in (any_round(), 0_usize..12)) {
        let mut turned = sheets.clone();
        turned.rotate_left(turn.min(sheets.len()));
        turned.reverse();
        prop_assert_eq!(tally_of(&contests, &turned), tally_of(&contests, &sheets));
    }

    #[test]
    fn the_order_of_the_contests_does_not_matter(((contests, sheets), turn) in (any_round(), 0_usize..3)) {
        let turned = |things: &[Contest]| turned_by(turn, things);
        let turned_sheets: Vec<Sheet> = sheets.iter().map(|sheet| turned_by(turn, sheet)).collect();
        let (result, other) = (decided(&contests, &sheets), decided(&turned(&contests), &turned_sheets));
        prop_assert_eq!(turned_by(turn, &result.contests), other.contests);
        for (sheet, turned_sheet) in sheets.iter().zip(&turned_sheets) {
            let doubts = doubts_of_sheet(&contests, sheet);
            prop_assert_eq!(turned_by(turn, &doubts), doubts_of_sheet(&turned(&contests), turned_sheet));
        }
    }

    #[test]
    fn removing_undoes_adding(((contests, sheets), cut) in (any_round(), 0_usize..12)) {
        let (kept, taken_back) = sheets.split_at(cut.min(sheets.len()));
        let mut tally = tally_of(&contests, &sheets);
        for sheet in taken_back {
            tally.remove(sheet);
        }
        prop_assert_eq!(&tally, &tally_of(&contests, kept));
        for sheet in kept {
            tally.remove(sheet);
        }
        prop_assert_eq!(tally, Tally::new(&contests));
    }

    #[test]
    fn one_more_approval_never_hurts_where_nothing_is_capped(((contests, sheets), row, which) in (any_round(), 0_usize..5, 0_usize..12)) {
        let contests: Vec<Contest> = contests.into_iter().map(without_cap).collect();
        let before = decided(&contests, &sheets);
        for (index, contest) in contests.iter().enumerate().filter(|(_, contest)| contest.seats_rule().is_some()) {
            let Some(option) = contest.options.get(row).map(|option| Candidate::Option(option.id.clone())) else { continue };
            let Some(better) = with_one_more(&sheets, contest, index, row, which) else { continue };
            let standing = |result: &RoundResult| match &result.contests[index] {
                ContestResult::Seats(seats) => u8::from(seats.elected.contains(&option)) * 2 + u8::from(seats.tied.contains(&option)),
                ContestResult::Motion(_) | ContestResult::Evaluation(_) => 0,
            };
            prop_assert!(standing(&decided(&contests, &better)).min(2) >= standing(&before).min(2));
        }
    }

    #[test]
    fn the_tied_are_all_level_at_the_cut((contests, sheets) in any_round()) {
        let result = decided(&contests, &sheets);
        for (seats, rule) in with_seats(&result).into_iter().zip(contests.iter().filter_map(Contest::seats_rule)) {
            let open = matches!(seats.next, Next::Runoff | Next::Presidium);
            let in_by_votes = seats.elected.iter().filter(|candidate| !seats.tied.contains(candidate)).map(|candidate| votes_of(seats, candidate));
            if let Some(level) = seats.tied.first().map(|candidate| votes_of(seats, candidate)) {
                prop_assert!(level >= 1 && seats.needed.is_none_or(|needed| level >= needed));
                prop_assert!(seats.tied.iter().all(|candidate| votes_of(seats, candidate) == level));
                prop_assert!(in_by_votes.clone().all(|votes| votes > level));
                prop_assert!(in_by_votes.count() + seats.tied.len() > usize::try_from(rule.seats.get()).unwrap());
            }
            prop_assert!(!open || (!seats.tied.is_empty() && seats.seats_left > 0));
            prop_assert!(!open || seats.tied.iter().all(|candidate| !seats.elected.contains(candidate)));
        }
    }

    #[test]
    fn totals_decide_what_the_sheets_decide((contests, sheets) in any_round()) {
        let counted = tally_of(&contests, &sheets);
        let by_hand = Tally::from_totals(&contests, counted.sheets(), &counted.totals()).unwrap();
        let mut decided = by_hand.result(&control(58, counted.sheets()), ValidIf::ReturnedAtMostIssued);
        let mut expected = counted.result(&control(58, counted.sheets()), ValidIf::ReturnedAtMostIssued);
        for contest in decided.contests.iter_mut().chain(&mut expected.contests) {
            // Over the cap and only flagged is seen on a sheet, not in a total.
            if let ContestResult::Seats(seats) = contest {
                seats.flagged = 0;
            }
        }
        prop_assert_eq!(decided, expected);
    }

    #[test]
    fn the_seats_are_filled_or_left((contests, sheets) in any_round()) {
        let result = decided(&contests, &sheets);
        for (seats, rule) in with_seats(&result).into_iter().zip(contests.iter().filter_map(Contest::seats_rule)) {
            let elected = u32::try_from(seats.elected.len()).unwrap();
            prop_assert_eq!(seats.seats_left, rule.seats.get().saturating_sub(elected));
            prop_assert!(elected <= rule.seats.get() || (rule.tie == TieRule::AllIn && !seats.tied.is_empty()));
            let further = seats.seats_left > 0 && seats.tied.is_empty() && rule.shortfall == Shortfall::Further;
            prop_assert_eq!(seats.next == Next::Further, further);
        }
    }

    #[test]
    fn a_section_void_by_the_rule_is_a_doubt((contests, sheets) in any_round()) {
        for sheet in &sheets {
            let doubts = doubts_of_sheet(&contests, sheet);
            let tally = tally_of(&contests, std::slice::from_ref(sheet));
            for (contest, section) in sheet.iter().enumerate().filter(|(_, section)| section.ruling.is_none()) {
                let explained = tally.void(contest) == 0 || doubts.iter().flatten().any(|doubt| voids(doubt, &contests, contest));
                prop_assert!(explained, "{section:?}");
                prop_assert!(tally.flagged(contest) == 0 || !doubts[contest].is_empty());
            }
        }
    }
}

/// Whether `doubt` can make this contest's section void: its own doubts can, and an over-vote
/// anywhere on a sheet that such a contest voids.
fn voids(doubt: &Doubt, contests: &[Contest], contest: usize) -> bool {
    let whole_sheet =
        contests.iter().filter_map(Contest::seats_rule).any(|rule| rule.over_cap == OverCap::Sheet);
    let own_cap = contests[contest].seats_rule().is_some();
    match doubt {
        Doubt::BlankSection | Doubt::IllegibleRow { .. } => true,
        Doubt::OverCap { .. } | Doubt::UnderCap { .. } => whole_sheet || own_cap,
        Doubt::MultipleGrades { .. }
        | Doubt::WriteInsWithoutAgainst { .. }
        | Doubt::WriteInUnmarked { .. } => false,
    }
}

fn turned_by<T: Clone>(turn: usize, things: &[T]) -> Vec<T> {
    let mut turned = things.to_vec();
    turned.rotate_left(turn % things.len().max(1));
    turned
}

fn without_cap(contest: Contest) -> Contest {
    let kind = match contest.kind {
        Kind::Selection(rule) | Kind::Election(rule) => {
            Kind::Selection(SeatsRule { cap: Cap::None, write_ins: WriteIns::None, ..rule })
        }
        other @ (Kind::Evaluation(_) | Kind::Motion(_)) => other,
    };
    Contest { kind, ..contest }
}

/// The same sheets with one row more marked for. A mark that keeps its section from being blank or
/// void stays: then it is another paper.
fn with_one_more(
    sheets: &[Sheet],
    contest: &Contest,
    index: usize,
    row: usize,
    which: usize,
) -> Option<Vec<Sheet>> {
    let mut better = sheets.to_vec();
    let mut changeable: Vec<&mut Section> = better
        .iter_mut()
        .map(|sheet| &mut sheet[index])
        .filter(|section| may_rise(contest, section, row))
        .collect();
    let number = changeable.len().max(1);
    changeable.get_mut(which % number)?.marks[row] = Mark::For;
    Some(better)
}

fn may_rise(contest: &Contest, section: &Section, row: usize) -> bool {
    let rule = contest.seats_rule();
    let blank_is_nothing = rule.is_some_and(|rule| rule.blank_row != BlankRow::For);
    let only_the_row = rule.is_some_and(|rule| rule.illegible_row == IllegibleRow::Row);
    match section.marks[row] {
        Mark::Against | Mark::Abstain => true,
        Mark::Illegible => only_the_row,
        Mark::Blank => blank_is_nothing && section.marks.iter().any(|mark| *mark != Mark::Blank),
        Mark::For | Mark::Multiple | Mark::Grade(_) => false,
    }
}
