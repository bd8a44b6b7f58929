//! What one keyer reads on one sheet, whole or put aside in the middle.

use serde::{Deserialize, Serialize};
use tally::{Contest, Mark, WriteIn, WriteIns};

use crate::Refusal;

/// One keyer's marks for one section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SectionReading {
    /// One per row, in the order of the paper.
    pub marks: Vec<Mark>,
    /// Names written in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<WriteIn>>"))]
    pub write_ins: Vec<WriteIn>,
    /// 存疑: why this section goes to the chief scrutineer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub doubt: Option<String>,
}

/// One keyer's marks for one sheet: one section per contest.
pub type Reading = Vec<SectionReading>;

/// A sheet in the middle of being keyed, one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct UnfinishedSection {
    /// One per row; `null` where nothing was keyed yet.
    pub marks: Vec<Option<Mark>>,
    /// Names written in.
    #[serde(default)]
    pub write_ins: Vec<WriteIn>,
    /// Why this section goes to the chief scrutineer.
    #[serde(default)]
    pub doubt: Option<String>,
}

/// A sheet in the middle of being keyed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Unfinished {
    /// One per contest.
    pub sections: Vec<UnfinishedSection>,
    /// Section of the present row, from 0.
    pub section: u32,
    /// The present row in it, from 0.
    pub row: u32,
}

/// Tells whether a reading has one mark per row that the row may hold.
pub(crate) fn check_reading(
    contests: &[Contest],
    reading: &[SectionReading],
) -> Result<(), Refusal> {
    if reading.len() != contests.len() {
        return Err(Refusal::ReadingDoesNotFit);
    }
    for (contest, section) in contests.iter().zip(reading) {
        if section.marks.len() != contest.options.len()
            || section.marks.iter().any(|mark| !contest.allows(*mark))
        {
            return Err(Refusal::ReadingDoesNotFit);
        }
        check_write_ins(contest, &section.write_ins)?;
    }
    Ok(())
}

pub(crate) fn check_write_ins(contest: &Contest, write_ins: &[WriteIn]) -> Result<(), Refusal> {
    let possible = contest.seats_rule().is_some_and(|rule| rule.write_ins != WriteIns::None);
    if !write_ins.is_empty() && !possible {
        return Err(Refusal::NoWriteIns { contest: contest.title.clone() });
    }
    if write_ins.iter().any(|write_in| tally::normalised_name(&write_in.name).is_empty()) {
        return Err(Refusal::WriteInWithoutName);
    }
    Ok(())
}

/// The order in which names were keyed does not matter.
pub(crate) fn same_names(one: &[WriteIn], other: &[WriteIn]) -> bool {
    let sorted = |names: &[WriteIn]| {
        let mut keys: Vec<_> = names
            .iter()
            .map(|write_in| (tally::normalised_name(&write_in.name), write_in.mark))
            .collect();
        keys.sort();
        keys
    };
    sorted(one) == sorted(other)
}

pub(super) fn check_unfinished(
    contests: &[Contest],
    unfinished: &Unfinished,
) -> Result<(), Refusal> {
    let fits = unfinished.sections.len() == contests.len()
        && contests.iter().zip(&unfinished.sections).all(|(contest, section)| {
            section.marks.len() == contest.options.len()
                && section.marks.iter().flatten().all(|mark| contest.allows(*mark))
        });
    if !fits {
        return Err(Refusal::ReadingDoesNotFit);
    }
    contests
        .iter()
        .zip(&unfinished.sections)
        .try_for_each(|(contest, section)| check_write_ins(contest, &section.write_ins))
}

/// A recalled sheet lies open again as it was keyed.
pub(super) fn recalled(reading: &Reading) -> Unfinished {
    let open = |section: &SectionReading| UnfinishedSection {
        marks: section.marks.iter().copied().map(Some).collect(),
        write_ins: section.write_ins.clone(),
        doubt: section.doubt.clone(),
    };
    Unfinished { sections: reading.iter().map(open).collect(), section: 0, row: 0 }
}
