//! What the chief scrutineer must look at: the program proposes, a person rules.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::section::{CapBreach, SeatsSection, SectionRule, Standing, number};
use crate::{
    BlankSection, Contest, Mark, Section, SectionRuling, Tally, WriteInMark, WriteIns,
    normalised_name,
};

/// 疑问: why a section goes to the chief scrutineer. Rows count from 0.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Doubt {
    /// 多选: more approvals, write-ins included, than seats.
    OverCap {
        /// Rows approved and names written in.
        approvals: u32,
        /// 应选名额.
        seats: u32,
    },
    /// Fewer approvals than seats where exactly as many are required.
    UnderCap {
        /// Rows approved and names written in.
        approvals: u32,
        /// 应选名额.
        seats: u32,
    },
    /// 空白票, where the rule makes it void.
    BlankSection,
    /// 无法辨认.
    IllegibleRow {
        /// From 0, in the order of the ballot.
        row: u32,
    },
    /// More than one grade in a row.
    MultipleGrades {
        /// From 0, in the order of the ballot.
        row: u32,
    },
    /// 另选他人 without as many rows against (代表法 article 17): all of the names would be dropped.
    WriteInsWithoutAgainst {
        /// Names written in that would count otherwise.
        write_ins: u32,
        /// Rows marked against.
        against: u32,
    },
    /// A name written in without a symbol, where the rule drops it.
    WriteInUnmarked {
        /// As compared: NFC, without white space.
        name: String,
    },
}

/// Returns what a person must rule on, for each section of `sheet`: whatever cannot be read, breaks
/// the cap, or would be void or dropped by the rule.
///
/// A section already ruled void has no doubts.
#[must_use]
pub fn doubts_of_sheet(contests: &[Contest], sheet: &[Section]) -> Vec<Vec<Doubt>> {
    contests
        .iter()
        .zip(sheet)
        .map(|(contest, section)| doubts_of_section(&SectionRule::of(contest), section))
        .collect()
}

impl Tally {
    /// Returns the same as [`doubts_of_sheet`] of its contests, whose rules it has at hand.
    #[must_use]
    pub fn doubts(&self, sheet: &[Section]) -> Vec<Vec<Doubt>> {
        self.tallies
            .iter()
            .zip(sheet)
            .map(|(tally, section)| doubts_of_section(&tally.rule, section))
            .collect()
    }
}

fn doubts_of_section(rule: &SectionRule, section: &Section) -> Vec<Doubt> {
    match section.ruling {
        Some(SectionRuling::Void) => return Vec::new(),
        None => {}
    }
    if Standing::of(section).is_wholly_blank(section) {
        match rule.blank_section {
            BlankSection::Valid => return Vec::new(),
            BlankSection::Void => return vec![Doubt::BlankSection],
            BlankSection::ByRow => {}
        }
    }
    let mut doubts: Vec<Doubt> =
        (0..).zip(&section.marks).filter_map(|(row, mark)| doubt_of_row(row, *mark)).collect();
    if let Some(seats) = &rule.seats {
        doubts.extend(doubts_of_write_ins(seats, section));
        doubts.extend(doubt_of_cap(seats, section));
    }
    doubts
}

fn doubt_of_row(row: u32, mark: Mark) -> Option<Doubt> {
    match mark {
        Mark::Illegible => Some(Doubt::IllegibleRow { row }),
        Mark::Multiple => Some(Doubt::MultipleGrades { row }),
        Mark::For | Mark::Against | Mark::Abstain | Mark::Blank | Mark::Grade(_) => None,
    }
}

fn doubt_of_cap(seats: &SeatsSection, section: &Section) -> Option<Doubt> {
    let approvals = seats.approvals(Standing::of(section), &seats.write_ins_left(section));
    seats.breach(approvals).map(|breach| match breach {
        CapBreach::Over => Doubt::OverCap { approvals, seats: seats.seats },
        CapBreach::Under => Doubt::UnderCap { approvals, seats: seats.seats },
    })
}

fn doubts_of_write_ins(seats: &SeatsSection, section: &Section) -> Vec<Doubt> {
    let counting = seats.write_ins_before_against(section);
    let mut doubts: Vec<Doubt> = unmarked_and_dropped(seats, section, &counting)
        .into_iter()
        .map(|name| Doubt::WriteInUnmarked { name })
        .collect();
    let (write_ins, against) = (number(counting.len()), Standing::of(section).against());
    match seats.write_ins {
        WriteIns::NeedsAgainst if write_ins > against => {
            doubts.push(Doubt::WriteInsWithoutAgainst { write_ins, against });
        }
        WriteIns::None | WriteIns::NeedsAgainst | WriteIns::Allowed => {}
    }
    doubts
}

fn unmarked_and_dropped(
    seats: &SeatsSection,
    section: &Section,
    counting: &BTreeSet<String>,
) -> Vec<String> {
    let (mut dropped, mut met) = (Vec::new(), BTreeSet::new());
    if seats.write_ins == WriteIns::None {
        return dropped;
    }
    for write_in in section.write_ins.iter().filter(|write_in| write_in.mark == WriteInMark::Blank)
    {
        let name = normalised_name(&write_in.name);
        let counts_or_never_could = seats.is_option(&name) || counting.contains(&name);
        if !counts_or_never_could && met.insert(name.clone()) {
            dropped.push(name);
        }
    }
    dropped
}
