//! Sums over sheets. A sheet comes in and can be taken out again, so the hall's live count and a
//! ruling changed later are the same sum.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::section::{MARKS, SectionRule, Verdict, place};
use crate::{Contest, Mark, Section};

/// No evaluation has more grades than this.
pub(crate) const MAX_GRADES: usize = 5;

/// 得票: how often each meaning was counted in one row. All of them together are the valid
/// sections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct OptionCount {
    /// 赞成.
    #[serde(rename = "for")]
    pub for_: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstain: u32,
    /// 本栏无效.
    pub void: u32,
    /// Of an evaluation, by the index of the grade; the rest stays 0.
    pub grades: [u32; MAX_GRADES],
}

impl OptionCount {
    const NONE: Self = Self { for_: 0, against: 0, abstain: 0, void: 0, grades: [0; MAX_GRADES] };
    pub(crate) const FOR: Self = Self { for_: 1, ..Self::NONE };
    pub(crate) const AGAINST: Self = Self { against: 1, ..Self::NONE };
    pub(crate) const ABSTAIN: Self = Self { abstain: 1, ..Self::NONE };
    pub(crate) const VOID: Self = Self { void: 1, ..Self::NONE };

    pub(crate) fn grade(index: usize) -> Self {
        let mut grades = [0; MAX_GRADES];
        grades[index] = 1;
        Self { grades, ..Self::NONE }
    }

    /// Returns all of the row together: the valid sections, if every one was counted once. Counts
    /// entered by hand may be any numbers, so that their sum is a wider one.
    #[must_use]
    pub fn total(&self) -> u64 {
        let words = [self.for_, self.against, self.abstain, self.void];
        words.iter().chain(&self.grades).map(|count| u64::from(*count)).sum()
    }

    /// Adds what one mark adds, for each time it stands there: no more than there are sheets.
    fn add(&mut self, effect: &Self, times: u32) {
        let add = |number: &mut u32, one: u32| *number = number.strict_add(one.strict_mul(times));
        add(&mut self.for_, effect.for_);
        add(&mut self.against, effect.against);
        add(&mut self.abstain, effect.abstain);
        add(&mut self.void, effect.void);
        for (grade, one) in self.grades.iter_mut().zip(effect.grades) {
            add(grade, one);
        }
    }
}

/// 另选他人得票: the approvals of one name written in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct WriteInCount {
    /// As compared: NFC, without white space.
    pub name: String,
    /// 赞成, at least 1.
    #[serde(rename = "for")]
    pub for_: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ContestTally {
    pub(crate) rule: SectionRule,
    /// Of each row, how often each mark stands in valid sections counted row by row, by its
    /// [`place`]. What a mark counts as is asked when the counts are: choosing a number by the mark
    /// would be a jump nobody can predict, twelve times a sheet.
    pub(crate) rows: Vec<[u32; MARKS]>,
    /// Valid sections in which every row is an abstention.
    blank: u32,
    pub(crate) valid: u32,
    pub(crate) void: u32,
    flagged: u32,
    pub(crate) write_ins: BTreeMap<String, u32>,
}

/// 计票: the running sums of one round, contest by contest in the order of the ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub(crate) contests: Vec<Contest>,
    pub(crate) tallies: Vec<ContestTally>,
    pub(crate) sheets: u32,
}

impl Tally {
    /// Returns a tally without any sheet.
    #[must_use]
    pub fn new(contests: &[Contest]) -> Self {
        Self {
            contests: contests.to_vec(),
            tallies: contests.iter().map(ContestTally::new).collect(),
            sheets: 0,
        }
    }

    /// Counts a sheet: one section per contest, one mark per option, in the order of the ballot.
    ///
    /// # Panics
    /// Rather than count wrong: with more sheets than a `u32` holds. A round has at most a million.
    pub fn add(&mut self, sheet: &[Section]) {
        self.change(sheet, u32::strict_add);
    }

    /// Takes back a sheet counted before, exactly as it was added. Tells whether it can have been
    /// counted: where a count would fall below nought it was not, and the tally counts wrong until
    /// everything is counted afresh.
    pub fn remove(&mut self, sheet: &[Section]) -> bool {
        let counted = Cell::new(true);
        self.change(sheet, |count, one| {
            count.checked_sub(one).unwrap_or_else(|| {
                counted.set(false);
                0
            })
        });
        counted.get()
    }

    /// Returns how many sheets are counted.
    #[must_use]
    pub fn sheets(&self) -> u32 {
        self.sheets
    }

    /// Returns the counts of a contest's options in the order of the ballot; none for a contest the
    /// ballot does not have.
    #[must_use]
    pub fn rows(&self, contest: usize) -> Vec<OptionCount> {
        self.tallies.get(contest).map_or_else(Vec::new, ContestTally::counts)
    }

    /// Returns the valid sections of a contest; 0 for a contest the ballot does not have.
    #[must_use]
    pub fn valid(&self, contest: usize) -> u32 {
        self.tallies.get(contest).map_or(0, |tally| tally.valid)
    }

    /// Returns the void sections of a contest; 0 for a contest the ballot does not have.
    #[must_use]
    pub fn void(&self, contest: usize) -> u32 {
        self.tallies.get(contest).map_or(0, |tally| tally.void)
    }

    /// Returns the valid sections over the cap of a contest that flags them; 0 for a contest the
    /// ballot does not have.
    #[must_use]
    pub fn flagged(&self, contest: usize) -> u32 {
        self.tallies.get(contest).map_or(0, |tally| tally.flagged)
    }

    /// Returns the names written in for a contest, by votes, then by code point.
    #[must_use]
    pub fn write_ins(&self, contest: usize) -> Vec<WriteInCount> {
        let by_name =
            self.tallies.get(contest).map(|tally| tally.write_ins.iter()).into_iter().flatten();
        let mut counts: Vec<WriteInCount> = by_name
            .map(|(name, votes)| WriteInCount { name: name.clone(), for_: *votes })
            .collect();
        counts.sort_by(|one, other| {
            other.for_.cmp(&one.for_).then_with(|| one.name.cmp(&other.name))
        });
        counts
    }

    fn change(&mut self, sheet: &[Section], by: impl Fn(u32, u32) -> u32 + Copy) {
        self.sheets = by(self.sheets, 1);
        let sheet_void =
            self.tallies.iter().zip(sheet).any(|(tally, section)| tally.rule.voids_sheet(section));
        for (tally, section) in self.tallies.iter_mut().zip(sheet) {
            if sheet_void {
                tally.void = by(tally.void, 1);
            } else {
                tally.change(section, by);
            }
        }
    }
}

impl ContestTally {
    fn new(contest: &Contest) -> Self {
        Self {
            rule: SectionRule::of(contest),
            rows: vec![[0; MARKS]; contest.options.len()],
            blank: 0,
            valid: 0,
            void: 0,
            flagged: 0,
            write_ins: BTreeMap::new(),
        }
    }

    fn counts(&self) -> Vec<OptionCount> {
        self.rows.iter().map(|row| self.count(row)).collect()
    }

    fn count(&self, row: &[u32; MARKS]) -> OptionCount {
        let mut count = OptionCount::default();
        count.add(&OptionCount::ABSTAIN, self.blank);
        for (effect, times) in self.rule.effects.iter().zip(row) {
            count.add(effect, *times);
        }
        count
    }

    fn change(&mut self, section: &Section, by: impl Fn(u32, u32) -> u32 + Copy) {
        match self.rule.judge(section) {
            Verdict::Void | Verdict::SheetVoid => self.void = by(self.void, 1),
            Verdict::Blank => {
                self.valid = by(self.valid, 1);
                self.blank = by(self.blank, 1);
            }
            Verdict::Valid { flagged, write_ins } => {
                self.valid = by(self.valid, 1);
                self.flagged = by(self.flagged, u32::from(flagged));
                self.change_rows(&section.marks, by);
                for name in write_ins {
                    self.change_write_in(name, by);
                }
            }
        }
    }

    fn change_rows(&mut self, marks: &[Mark], by: impl Fn(u32, u32) -> u32 + Copy) {
        for (row, mark) in self.rows.iter_mut().zip(marks) {
            let times = &mut row[place(*mark)];
            *times = by(*times, 1);
        }
    }

    fn change_write_in(&mut self, name: String, by: impl Fn(u32, u32) -> u32) {
        let votes = by(self.write_ins.get(&name).copied().unwrap_or(0), 1);
        if votes == 0 {
            self.write_ins.remove(&name);
        } else {
            self.write_ins.insert(name, votes);
        }
    }
}
