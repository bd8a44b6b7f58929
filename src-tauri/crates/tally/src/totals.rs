//! 正字计票: the totals of a count by hand, without a single sheet behind them. They must add up as
//! sheets do (DOMAIN.md section 4, identity 6) before anything is decided from them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::count::MAX_GRADES;
use crate::section::place;
use crate::{Contest, Kind, Mark, OptionCount, Tally, WriteInCount, WriteIns, normalised_name};

/// 一个问题的合计: what a count by hand came to for one contest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ContestTotals {
    /// One per option, in the order of the ballot.
    pub rows: Vec<OptionCount>,
    /// 有效.
    pub valid: u32,
    /// 无效.
    pub void: u32,
    /// 另选他人, each name once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<WriteInCount>>"))]
    pub write_ins: Vec<WriteInCount>,
}

/// Why totals cannot be those of a count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TotalsFault {
    /// Not one contest for each of the ballot, one row for each option, and only counts its kind
    /// has.
    #[error("the totals do not fit the ballot")]
    DoNotFit,
    /// 有效 + 无效 is not the number of sheets.
    #[error("contest {contest}: {valid} valid and {void} void are not {sheets} sheets")]
    Sheets {
        /// Index of the contest.
        contest: usize,
        /// 有效.
        valid: u32,
        /// 无效.
        void: u32,
        sheets: u32,
    },
    /// A row does not add up to the valid sections.
    #[error("contest {contest}, row {row}: {total} in all, {valid} valid")]
    Row {
        /// Index of the contest.
        contest: usize,
        /// Index of the row.
        row: usize,
        /// All counts of the row together.
        total: u64,
        /// 有效.
        valid: u32,
    },
    /// A written-in name is empty, there twice, one of the options, or has more votes than there
    /// are valid sections.
    #[error("contest {contest}: {name} cannot be a written-in name with these votes")]
    WriteIn {
        /// Index of the contest.
        contest: usize,
        name: String,
    },
}

impl Tally {
    /// Returns the tally that a count by hand of so many sheets came to.
    ///
    /// # Errors
    /// The first of the totals that does not add up.
    pub fn from_totals(
        contests: &[Contest],
        sheets: u32,
        totals: &[ContestTotals],
    ) -> Result<Self, TotalsFault> {
        if contests.len() != totals.len() {
            return Err(TotalsFault::DoNotFit);
        }
        let mut tally = Self::new(contests);
        tally.sheets = sheets;
        for (index, (contest, of_contest)) in contests.iter().zip(totals).enumerate() {
            check(index, contest, sheets, of_contest)?;
            let counted = &mut tally.tallies[index];
            counted.valid = of_contest.valid;
            counted.void = of_contest.void;
            for (marks, count) in counted.rows.iter_mut().zip(&of_contest.rows) {
                for (mark, times) in times_of_marks(count) {
                    marks[place(mark)] = times;
                }
            }
            let names = of_contest.write_ins.iter().filter(|write_in| write_in.for_ > 0);
            counted.write_ins =
                names.map(|write_in| (normalised_name(&write_in.name), write_in.for_)).collect();
        }
        Ok(tally)
    }

    /// Returns what the sheets counted so far come to, contest by contest.
    #[must_use]
    pub fn totals(&self) -> Vec<ContestTotals> {
        let of_contest = |index| ContestTotals {
            rows: self.rows(index),
            valid: self.valid(index),
            void: self.void(index),
            write_ins: self.write_ins(index),
        };
        (0..self.contests.len()).map(of_contest).collect()
    }
}

/// The marks that a row's counts stand for: each is counted as what it says, under any rule.
fn times_of_marks(count: &OptionCount) -> impl Iterator<Item = (Mark, u32)> {
    let words = [
        (Mark::For, count.for_),
        (Mark::Against, count.against),
        (Mark::Abstain, count.abstain),
        (Mark::Illegible, count.void),
    ];
    words.into_iter().chain((0..).map(Mark::Grade).zip(count.grades))
}

fn check(
    index: usize,
    contest: &Contest,
    sheets: u32,
    totals: &ContestTotals,
) -> Result<(), TotalsFault> {
    let ContestTotals { rows, valid, void, write_ins } = totals;
    if rows.len() != contest.options.len() || rows.iter().any(|row| !is_of_kind(contest, row)) {
        return Err(TotalsFault::DoNotFit);
    }
    if valid.checked_add(*void) != Some(sheets) {
        return Err(TotalsFault::Sheets { contest: index, valid: *valid, void: *void, sheets });
    }
    let mut sums = rows.iter().map(OptionCount::total).enumerate();
    if let Some((row, total)) = sums.find(|(_, total)| *total != u64::from(*valid)) {
        return Err(TotalsFault::Row { contest: index, row, total, valid: *valid });
    }
    let possible = contest.seats_rule().is_some_and(|rule| rule.write_ins != WriteIns::None);
    let options: BTreeSet<String> =
        contest.options.iter().map(|option| normalised_name(&option.name)).collect();
    let mut met = BTreeSet::new();
    for WriteInCount { name, for_ } in write_ins {
        let compared = normalised_name(name);
        let wrong = !possible || compared.is_empty() || options.contains(&compared) || for_ > valid;
        if wrong || !met.insert(compared) {
            return Err(TotalsFault::WriteIn { contest: index, name: name.clone() });
        }
    }
    Ok(())
}

/// An evaluation counts grades, everything else approvals.
fn is_of_kind(contest: &Contest, row: &OptionCount) -> bool {
    let grades = match &contest.kind {
        Kind::Evaluation(rule) => rule.grades.len().min(MAX_GRADES),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => 0,
    };
    let no_grade_beyond = row.grades.iter().skip(grades).all(|times| *times == 0);
    no_grade_beyond && (grades == 0 || row.for_ == 0 && row.against == 0)
}
