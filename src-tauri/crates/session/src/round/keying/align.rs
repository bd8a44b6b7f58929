//! 对齐: a sheet skipped or keyed twice in one pass shifts all that follow in its bundle
//! (docs/desk.md, "When keyings differ").
//!
//! The edit distance over sheets says where it likely happened. Advice only: a scrutineer looks at
//! the paper and decides.

use serde::Serialize;

use super::{Reading, same_names};
use crate::{Pass, SheetNo};

/// 错位: where one pass likely slipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Slip {
    pub pass: Pass,
    /// What likely happened.
    pub slipped: Slipped,
    /// The sheet, or the first of several that read alike: of the other pass where skipped, of this
    /// one where keyed twice.
    pub from: SheetNo,
    /// The last of those that read alike.
    pub to: SheetNo,
    /// The place in this pass where the sheet is missing or too many.
    pub at: SheetNo,
}

/// What likely happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Slipped {
    /// 漏录.
    Skipped,
    /// 重复录入.
    Doubled,
}

/// A step of the alignment: a sheet of each pass that belong together, or one that stands alone.
/// Indices from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Pair(usize, usize),
    Alone(Pass, usize),
}

/// One misread row is likely an error of the hand, more of them likely another sheet; a slip costs
/// as much as another sheet.
const ONE_ROW: u32 = 2;
const OTHER_SHEET: u32 = 3;
const SLIP: u32 = 3;

/// Returns where the passes of a bundle of `planned` sheets likely slipped, in the order of the
/// paper; none where reading the sheets one beside the other explains as much.
#[must_use]
pub fn slips(first: &[Reading], second: &[Reading], planned: u32) -> Vec<Slip> {
    let mut alone = found_alone(first, second);
    let own = alone.iter().filter(|it| it.owner == Pass::First).count();
    attribute(
        &mut alone,
        first.len().saturating_sub(own),
        usize::try_from(planned).unwrap_or(usize::MAX),
    );
    alone.iter().map(Alone::slip).collect()
}

/// A sheet that only one pass has.
#[derive(Clone, Copy, Debug)]
struct Alone {
    owner: Pass,
    /// The sheets of the owner that read alike, one of which it is, from 0.
    from: usize,
    to: usize,
    /// Sheets of the other pass before it.
    before: usize,
    /// Whether the owner keyed it twice; else the other pass skipped it.
    doubled: bool,
}

impl Alone {
    fn slip(&self) -> Slip {
        let number =
            |index: usize| SheetNo(u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1));
        let (from, to) = (number(self.from), number(self.to));
        if self.doubled {
            Slip { pass: self.owner, slipped: Slipped::Doubled, from, to, at: to }
        } else {
            Slip {
                pass: self.owner.other(),
                slipped: Slipped::Skipped,
                from,
                to,
                at: number(self.before),
            }
        }
    }
}

fn found_alone(first: &[Reading], second: &[Reading]) -> Vec<Alone> {
    let steps = aligned(first, second);
    let mut found = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let Step::Alone(owner, sheet) = *step else { continue };
        let own = if owner == Pass::First { first } else { second };
        let alike = |one: usize, other: usize| {
            own.get(one).zip(own.get(other)).is_some_and(|(one, other)| rows_off(one, other) == 0)
        };
        let paired = |step: &&Step| matches!(step, Step::Pair(..));
        let after = steps
            .iter()
            .skip(index + 1)
            .take_while(paired)
            .zip(sheet..)
            .take_while(|(_, at)| alike(*at, at + 1))
            .count();
        let back = steps.iter().take(index).rev().take_while(paired).count().min(sheet);
        let back = (0..back).take_while(|steps| alike(sheet - steps, sheet - steps - 1)).count();
        let before = steps
            .iter()
            .take(index)
            .filter(|step| !matches!(step, Step::Alone(of, _) if *of == owner))
            .count();
        let (from, to) = (sheet - back, sheet + after);
        found.push(Alone { owner, from, to, before: before - back, doubled: from < to });
    }
    found
}

/// As many sheets as planned lie in the bundle, as far as that can be explained: what looks keyed
/// twice was then skipped by the other pass, the last such sheet first.
fn attribute(alone: &mut [Alone], keyed_by_both: usize, planned: usize) {
    let on_paper = |alone: &[Alone]| keyed_by_both + alone.iter().filter(|it| !it.doubled).count();
    while on_paper(alone) < planned {
        let Some(last) = alone.iter_mut().rfind(|it| it.doubled) else { break };
        last.doubled = false;
    }
}

fn rows_off(one: &Reading, other: &Reading) -> usize {
    let sections = one.iter().zip(other);
    sections
        .map(|(one, other)| {
            let rows =
                one.marks.iter().zip(&other.marks).filter(|(one, other)| one != other).count();
            rows + usize::from(!same_names(&one.write_ins, &other.write_ins))
        })
        .sum()
}

fn cost(one: &Reading, other: &Reading) -> u32 {
    match rows_off(one, other) {
        0 => 0,
        1 => ONE_ROW,
        _ => OTHER_SHEET,
    }
}

/// The cheapest alignment; where two cost the same, the one that pairs.
fn aligned(first: &[Reading], second: &[Reading]) -> Vec<Step> {
    // costs[i][j]: the first i sheets of one pass beside the first j of the other.
    let mut costs: Vec<Vec<u32>> = Vec::with_capacity(first.len() + 1);
    for i in 0..=first.len() {
        let mut row: Vec<u32> = Vec::with_capacity(second.len() + 1);
        for j in 0..=second.len() {
            let above = i.checked_sub(1).and_then(|i| costs.get(i));
            let pair = above.zip(j.checked_sub(1)).and_then(|(above, j)| {
                Some(above.get(j)? + cost(first.get(i - 1)?, second.get(j)?))
            });
            let skip_first = above.and_then(|above| above.get(j)).map(|cost| cost + SLIP);
            let skip_second = j.checked_sub(1).and_then(|j| row.get(j)).map(|cost| cost + SLIP);
            row.push([pair, skip_first, skip_second].into_iter().flatten().min().unwrap_or(0));
        }
        costs.push(row);
    }
    traced(&costs, first, second)
}

fn traced(costs: &[Vec<u32>], first: &[Reading], second: &[Reading]) -> Vec<Step> {
    let at =
        |i: usize, j: usize| costs.get(i).and_then(|row| row.get(j)).copied().unwrap_or(u32::MAX);
    let (mut i, mut j) = (first.len(), second.len());
    let mut steps = Vec::with_capacity(i.max(j));
    while i > 0 || j > 0 {
        let pair = i
            .checked_sub(1)
            .zip(j.checked_sub(1))
            .and_then(|(i, j)| Some((at(i, j), cost(first.get(i)?, second.get(j)?))));
        if pair.is_some_and(|(before, cost)| before + cost == at(i, j)) {
            (i, j) = (i - 1, j - 1);
            steps.push(Step::Pair(i, j));
        } else if i > 0 && at(i - 1, j).saturating_add(SLIP) == at(i, j) {
            i -= 1;
            steps.push(Step::Alone(Pass::First, i));
        } else {
            j = j.saturating_sub(1);
            steps.push(Step::Alone(Pass::Second, j));
        }
    }
    steps.reverse();
    steps
}
