//! How few sheets, recorded wrong, could change a result.
//!
//! One sheet moves the votes of a row by at most 1 and the difference of two rows by at most 2. Where
//! a number is a fraction of the valid sheets the same sheet may move that too; it moves the votes
//! against the number by no more than one whole vote all the same.

use super::level::sheets_to_another_level;
use crate::{
    Assessment, Candidate, Contest, ContestResult, Control, EvaluationResult, EvaluationRow,
    EvaluationRule, Kind, MotionResult, OptionId, RoundResult, SeatsResult, SeatsRule, WriteIns,
};

/// 差几张: what is decided of one row or at one cut, and how few wrong sheets could change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// Index of the contest, from 0.
    pub contest: usize,
    /// What is decided.
    pub outcome: Outcome,
    /// The least number of sheets that could change it, at least 1.
    pub sheets: u32,
}

/// What wrong sheets could change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It reached the threshold, and might not have.
    Reached(Candidate),
    /// It did not, and would be in.
    NotReached(Candidate),
    /// 另选他人: somebody nobody wrote in, who would be in.
    NobodyYet,
    /// Who is the last in and who the first out.
    Cut,
    /// A motion is passed, or is not.
    Passed,
    /// 等次: the level of a row.
    Level(OptionId),
}

/// Returns every margin of a round, contest by contest; none of a vote that is void. `assessments`
/// are those of the contests, `None` where there is none: without levels an evaluation decides
/// nothing.
///
/// The least of them is how many sheets recorded wrong could change an outcome of the ballot.
#[must_use]
pub fn margins(
    contests: &[Contest],
    assessments: &[Option<Assessment>],
    control: &Control,
    result: &RoundResult,
) -> Vec<Margin> {
    let none = std::iter::repeat(&None);
    let counted = contests.iter().zip(&result.contests).zip(assessments.iter().chain(none));
    let mut found = Vec::new();
    for (index, ((contest, result), assessment)) in counted.enumerate() {
        let outcomes = match (&contest.kind, result) {
            (Kind::Selection(rule) | Kind::Election(rule), ContestResult::Seats(result)) => {
                of_seats(rule, result)
            }
            (Kind::Motion(_), ContestResult::Motion(result)) => of_motion(result),
            (Kind::Evaluation(rule), ContestResult::Evaluation(result)) => assessment
                .as_ref()
                .map_or_else(Vec::new, |assessment| of_levels(assessment, rule, control, result)),
            // A result of another ballot.
            (
                Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) | Kind::Evaluation(_),
                ContestResult::Seats(_) | ContestResult::Motion(_) | ContestResult::Evaluation(_),
            ) => Vec::new(),
        };
        found.extend(outcomes.into_iter().map(|(outcome, sheets)| Margin {
            contest: index,
            outcome,
            sheets,
        }));
    }
    found
}

/// The votes of whoever could be in, those nobody wrote in among them.
fn standing(rule: &SeatsRule, result: &SeatsResult) -> Vec<(Option<Candidate>, u32)> {
    let options = result.rows.iter().map(|row| (Some(Candidate::Option(row.id.clone())), row.for_));
    let names =
        result.write_ins.iter().map(|row| (Some(Candidate::WriteIn(row.name.clone())), row.for_));
    let anybody = (rule.write_ins != WriteIns::None).then_some((None, 0));
    options.chain(names).chain(anybody).collect()
}

fn of_seats(rule: &SeatsRule, result: &SeatsResult) -> Vec<(Outcome, u32)> {
    // Whoever has no vote at all does not compete, whatever the threshold.
    let needed = result.needed.unwrap_or(0).max(1);
    let seats = usize::try_from(rule.seats.get()).unwrap_or(usize::MAX);
    let standing = standing(rule, result);
    let mut competing: Vec<u32> =
        standing.iter().map(|(_, votes)| *votes).filter(|votes| *votes >= needed).collect();
    competing.sort_unstable_by(|one, other| other.cmp(one));
    let last_in = seats.checked_sub(1).and_then(|place| competing.get(place)).copied();
    let first_out = competing.get(seats).copied();
    let mut found: Vec<(Outcome, u32)> = standing
        .into_iter()
        .map(|(who, votes)| {
            if votes >= needed {
                return (who.map_or(Outcome::NobodyYet, Outcome::Reached), votes - needed + 1);
            }
            // To be in, it must reach the threshold and be level with the last who is.
            let level = last_in.map_or(0, |last| half_of(last - votes));
            let outcome = who.map_or(Outcome::NobodyYet, Outcome::NotReached);
            (outcome, (needed - votes).max(level))
        })
        .collect();
    if let (Some(last), Some(first)) = (last_in, first_out) {
        found.push((Outcome::Cut, half_of(last - first).max(1)));
    }
    found
}

/// Half of a difference, rounded up: so many sheets make it none, or the other way round.
fn half_of(difference: u32) -> u32 {
    difference.div_ceil(2)
}

fn of_motion(result: &MotionResult) -> Vec<(Outcome, u32)> {
    let of_row = |row: &crate::ResultRow| match result.needed {
        Some(needed) if row.for_ >= needed => row.for_ - needed + 1,
        Some(needed) => needed - row.for_,
        None if row.for_ > row.against => half_of(row.for_ - row.against),
        None => (row.against - row.for_) / 2 + 1,
    };
    result.rows.iter().map(|row| (Outcome::Passed, of_row(row))).collect()
}

fn of_levels(
    assessment: &Assessment,
    rule: &EvaluationRule,
    control: &Control,
    result: &EvaluationResult,
) -> Vec<(Outcome, u32)> {
    let level = |row: &EvaluationRow| {
        let sheets = sheets_to_another_level(assessment, rule, row, control)?;
        Some((Outcome::Level(row.id.clone()), sheets))
    };
    result.rows.iter().filter_map(level).collect()
}
