//! What one section comes to: the five steps of "Counting a section" in `docs/count-file.md`, in
//! their order.

use std::collections::BTreeSet;

use crate::count::{MAX_GRADES, OptionCount};
use crate::{
    BlankRow, BlankSection, Cap, Contest, EvaluationRule, IllegibleRow, Kind, Mark, MotionRule,
    MultiMark, OverCap, SeatsRule, Section, SectionRuling, WriteInMark, WriteInUnmarked, WriteIns,
    normalised_name,
};

/// The words of a mark come before its grades.
const FIRST_GRADE: usize = 6;
/// The words, the grades, and one place for a grade no contest has.
pub(crate) const MARKS: usize = 12;
const _: () = assert!(MARKS == FIRST_GRADE + MAX_GRADES + 1);

/// What a section comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Void, alone.
    Void,
    /// Over the cap where the rule makes every section of the sheet void.
    SheetVoid,
    /// Wholly blank and valid as such: every row an abstention.
    Blank,
    /// Valid, with the names written in that count.
    Valid { flagged: bool, write_ins: BTreeSet<String> },
}

/// How the approvals of a section stand to the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CapBreach {
    Over,
    Under,
}

/// The rule of one contest, prepared for a million sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SectionRule {
    /// What each mark adds to its row in a valid section that is counted row by row (step 3), by
    /// its [`place`]. A mark the contest does not allow makes its row void.
    pub(crate) effects: [OptionCount; MARKS],
    pub(crate) blank_section: BlankSection,
    illegible_row: IllegibleRow,
    pub(crate) seats: Option<SeatsSection>,
}

/// What only sections with seats have: a cap and write-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SeatsSection {
    pub(crate) seats: u32,
    cap: Cap,
    pub(crate) over_cap: OverCap,
    blank_is_for: bool,
    pub(crate) write_ins: WriteIns,
    write_in_unmarked: WriteInUnmarked,
    option_names: BTreeSet<String>,
}

impl SectionRule {
    pub(crate) fn of(contest: &Contest) -> Self {
        match &contest.kind {
            Kind::Selection(rule) | Kind::Election(rule) => Self::of_seats(contest, rule),
            Kind::Evaluation(rule) => Self::of_evaluation(rule),
            Kind::Motion(rule) => Self::of_motion(rule),
        }
    }

    fn of_seats(contest: &Contest, rule: &SeatsRule) -> Self {
        let seats = SeatsSection {
            seats: rule.seats.get(),
            cap: rule.cap,
            over_cap: rule.over_cap,
            blank_is_for: rule.blank_row == BlankRow::For,
            write_ins: rule.write_ins,
            write_in_unmarked: rule.write_in_unmarked,
            option_names: contest
                .options
                .iter()
                .map(|option| normalised_name(&option.name))
                .collect(),
        };
        Self {
            effects: effects_of_approval(rule.blank_row),
            blank_section: rule.blank_section,
            illegible_row: rule.illegible_row,
            seats: Some(seats),
        }
    }

    fn of_motion(rule: &MotionRule) -> Self {
        Self {
            effects: effects_of_approval(rule.blank_row),
            blank_section: rule.blank_section,
            illegible_row: rule.illegible_row,
            seats: None,
        }
    }

    fn of_evaluation(rule: &EvaluationRule) -> Self {
        Self {
            effects: effects_of_grades(rule),
            blank_section: rule.blank_section,
            illegible_row: rule.illegible_row,
            seats: None,
        }
    }

    /// Whether a section over the cap makes every section of its sheet void.
    pub(crate) fn voids_sheet(&self, section: &Section) -> bool {
        match self.seats.as_ref().map(|seats| seats.over_cap) {
            Some(OverCap::Sheet) => self.judge(section) == Verdict::SheetVoid,
            Some(OverCap::Section | OverCap::Flag) | None => false,
        }
    }

    /// Steps 1 to 5.
    pub(crate) fn judge(&self, section: &Section) -> Verdict {
        match section.ruling {
            Some(SectionRuling::Void) => return Verdict::Void,
            None => {}
        }
        let standing = Standing::of(section);
        if standing.is_wholly_blank(section) {
            match self.blank_section {
                BlankSection::Valid => return Verdict::Blank,
                BlankSection::Void => return Verdict::Void,
                BlankSection::ByRow => {}
            }
        }
        if self.illegible_row == IllegibleRow::Section && standing.illegible() > 0 {
            return Verdict::Void;
        }
        self.seats
            .as_ref()
            .map_or(Verdict::Valid { flagged: false, write_ins: BTreeSet::new() }, |seats| {
                seats.judge(section, standing)
            })
    }
}

impl SeatsSection {
    fn judge(&self, section: &Section, standing: Standing) -> Verdict {
        let write_ins = self.write_ins_left(section);
        if self.breach(self.approvals(standing, &write_ins)).is_none() {
            return Verdict::Valid { flagged: false, write_ins };
        }
        match self.over_cap {
            OverCap::Section => Verdict::Void,
            OverCap::Sheet => Verdict::SheetVoid,
            OverCap::Flag => Verdict::Valid { flagged: true, write_ins },
        }
    }

    pub(crate) fn breach(&self, approvals: u32) -> Option<CapBreach> {
        match self.cap {
            Cap::AtMost | Cap::Exactly if approvals > self.seats => Some(CapBreach::Over),
            Cap::Exactly if approvals < self.seats => Some(CapBreach::Under),
            Cap::None | Cap::AtMost | Cap::Exactly => None,
        }
    }

    /// Rows that count as approved, a blank one among them where the rule says so, and the names
    /// written in that are left. A sheet holds too few of them for the sum to overflow.
    pub(crate) fn approvals(&self, standing: Standing, write_ins: &BTreeSet<String>) -> u32 {
        let blank = if self.blank_is_for { standing.blank() } else { 0 };
        standing.for_() + blank + number(write_ins.len())
    }

    /// The names written in that count (step 4), as they are compared.
    #[inline]
    pub(crate) fn write_ins_left(&self, section: &Section) -> BTreeSet<String> {
        if section.write_ins.is_empty() {
            return BTreeSet::new();
        }
        let names = self.write_ins_before_against(section);
        let against_missing = match self.write_ins {
            WriteIns::NeedsAgainst => number(names.len()) > Standing::of(section).against(),
            WriteIns::None | WriteIns::Allowed => false,
        };
        if against_missing { BTreeSet::new() } else { names }
    }

    /// The names of step 4 before they are held against the rows marked against.
    pub(crate) fn write_ins_before_against(&self, section: &Section) -> BTreeSet<String> {
        if self.write_ins == WriteIns::None {
            return BTreeSet::new();
        }
        let counting = section.write_ins.iter().filter(|write_in| self.counts(write_in.mark));
        let names = counting.map(|write_in| normalised_name(&write_in.name));
        names.filter(|name| !self.is_option(name)).collect()
    }

    pub(crate) fn is_option(&self, normalised: &str) -> bool {
        self.option_names.contains(normalised)
    }

    fn counts(&self, mark: WriteInMark) -> bool {
        match (mark, self.write_in_unmarked) {
            (WriteInMark::For, _) | (WriteInMark::Blank, WriteInUnmarked::For) => true,
            (WriteInMark::Blank, WriteInUnmarked::Void) => false,
        }
    }
}

/// How often each of the marks that decide over a whole section stands in it: 16 bits for each, in
/// one number, so that a mark is one addition. No section has more than 500 rows.
#[derive(Clone, Copy)]
pub(crate) struct Standing(u64);

impl Standing {
    const BITS: u32 = 16;
    const FOR: u32 = 0;
    const AGAINST: u32 = 1;
    const BLANK: u32 = 2;
    const ILLEGIBLE: u32 = 3;

    #[inline]
    pub(crate) fn of(section: &Section) -> Self {
        Self(section.marks.iter().map(|mark| Self::one(*mark)).sum())
    }

    #[inline]
    fn one(mark: Mark) -> u64 {
        let one = |which: u32| 1 << (which * Self::BITS);
        match mark {
            Mark::For => one(Self::FOR),
            Mark::Against => one(Self::AGAINST),
            Mark::Blank => one(Self::BLANK),
            Mark::Illegible => one(Self::ILLEGIBLE),
            Mark::Abstain | Mark::Multiple | Mark::Grade(_) => 0,
        }
    }

    fn times(self, which: u32) -> u32 {
        let [low, high, ..] = (self.0 >> (which * Self::BITS)).to_le_bytes();
        u32::from(u16::from_le_bytes([low, high]))
    }

    /// Every mark blank and no name written in (step 2).
    pub(crate) fn is_wholly_blank(self, section: &Section) -> bool {
        section.write_ins.is_empty() && self.blank() == number(section.marks.len())
    }

    fn for_(self) -> u32 {
        self.times(Self::FOR)
    }

    pub(crate) fn against(self) -> u32 {
        self.times(Self::AGAINST)
    }

    fn blank(self) -> u32 {
        self.times(Self::BLANK)
    }

    fn illegible(self) -> u32 {
        self.times(Self::ILLEGIBLE)
    }
}

/// Things on one sheet, which are never more than a `u32` holds.
pub(crate) fn number(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}

/// Words first, grades after them. In two steps, because one match over both compiles to a jump
/// nobody can predict.
#[inline]
pub(crate) fn place(mark: Mark) -> usize {
    let word = match mark {
        Mark::For => 0,
        Mark::Against => 1,
        Mark::Abstain => 2,
        Mark::Blank => 3,
        Mark::Illegible => 4,
        Mark::Multiple => 5,
        Mark::Grade(_) => FIRST_GRADE,
    };
    let grade = match mark {
        Mark::Grade(index) => usize::from(index).min(MAX_GRADES),
        Mark::For
        | Mark::Against
        | Mark::Abstain
        | Mark::Blank
        | Mark::Illegible
        | Mark::Multiple => 0,
    };
    word + grade
}

fn effects_of_approval(blank_row: BlankRow) -> [OptionCount; MARKS] {
    let mut effects = [OptionCount::VOID; MARKS];
    effects[place(Mark::For)] = OptionCount::FOR;
    effects[place(Mark::Against)] = OptionCount::AGAINST;
    effects[place(Mark::Abstain)] = OptionCount::ABSTAIN;
    effects[place(Mark::Blank)] = effect_of_blank(blank_row);
    effects
}

fn effects_of_grades(rule: &EvaluationRule) -> [OptionCount; MARKS] {
    let mut effects = [OptionCount::VOID; MARKS];
    effects[place(Mark::Abstain)] = OptionCount::ABSTAIN;
    effects[place(Mark::Blank)] = effect_of_blank(rule.blank_row);
    effects[place(Mark::Multiple)] = match rule.multi_mark {
        MultiMark::Void => OptionCount::VOID,
        MultiMark::Abstain => OptionCount::ABSTAIN,
    };
    for index in 0..rule.grades.len().min(MAX_GRADES) {
        effects[FIRST_GRADE + index] = OptionCount::grade(index);
    }
    effects
}

fn effect_of_blank(blank_row: BlankRow) -> OptionCount {
    match blank_row {
        BlankRow::Abstain => OptionCount::ABSTAIN,
        BlankRow::Void => OptionCount::VOID,
        BlankRow::For => OptionCount::FOR,
    }
}
