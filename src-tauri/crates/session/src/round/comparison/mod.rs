//! 核对: what both keyers read of a sheet, where they differ, what is doubtful about it, and what
//! it counts as (docs/rules.md, 4).
//!
//! A sheet counts as soon as nothing about it is open; only odd sheets are looked at twice.

mod doubt;
mod errors;
mod settling;

pub use doubt::{DoubtKind, Doubtful, Ground};
pub use errors::KeyingErrors;

pub(crate) use doubt::SectionDoubts;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tally::{Mark, SectionRuling, Sheet, Tally, WriteIn};

use crate::ids::number;
use crate::round::Round;
use crate::round::keying::{Reading, SectionReading, check_numbers_agree, same_names};
use crate::round::names::Merges;
use crate::round::ruling::{NamesRead, RowRead, SectionPlace, SheetPlace, Verdict};
use crate::{BundleNo, Pass, PersonId, Reason, Refusal, SheetNo, Timestamp};

/// A row in which the keyings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RowDifference {
    /// Index of the contest, from 0.
    pub contest: u32,
    /// Index of the row, from 0.
    pub row: u32,
    /// 首录.
    pub first: Mark,
    /// 复录.
    pub second: Mark,
}

/// Written-in names that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NamesDifference {
    /// Index of the contest, from 0.
    pub contest: u32,
    /// 首录.
    pub first: Vec<WriteIn>,
    /// 复录.
    pub second: Vec<WriteIn>,
}

/// 不一致: a sheet on which the keyings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// Where it lies.
    pub place: SheetPlace,
    /// In the order of the paper.
    pub rows: Vec<RowDifference>,
    /// In the order of the paper.
    pub names: Vec<NamesDifference>,
}

/// What has been ruled in a round.
#[derive(Clone, Debug, Default)]
pub struct Rulings {
    pub(crate) differences: BTreeMap<SheetPlace, RuledDifference>,
    pub(crate) sections: BTreeMap<SectionPlace, RuledSection>,
    pub(crate) merges: Merges,
    settled: BTreeSet<SheetPlace>,
    odd: BTreeMap<SheetPlace, StillOpen>,
}

/// What a scrutineer read where the keyings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuledDifference {
    /// Every differing row.
    pub rows: Vec<RowRead>,
    /// Every list of names that differs.
    pub names: Vec<NamesRead>,
    pub by: PersonId,
    pub at: Timestamp,
}

/// How the chief scrutineer ruled on a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuledSection {
    pub verdict: Verdict,
    pub reason: Option<Reason>,
    pub by: PersonId,
    pub at: Timestamp,
}

/// What is still open on an odd sheet: one on which the keyings differ or a section is doubtful.
/// All others are never looked at twice.
#[derive(Clone, Copy, Debug)]
struct StillOpen {
    difference: bool,
    sections: usize,
}

impl Rulings {
    /// Returns the chief scrutineer's rulings on the sections of a sheet.
    pub(crate) fn sections_of(
        &self,
        place: SheetPlace,
    ) -> impl Iterator<Item = (&SectionPlace, &RuledSection)> {
        self.sections
            .range(SectionPlace { place, contest: 0 }..=SectionPlace { place, contest: u32::MAX })
    }
}

impl Round {
    /// Returns the readings of a sheet in both passes, once both bundles were handed in.
    fn readings(&self, place: SheetPlace) -> Option<(&Reading, &Reading)> {
        let index = usize::try_from(place.sheet.0.checked_sub(1)?).ok()?;
        let handed_in = |pass| self.pass(pass).handed_in(place.bundle);
        let (first, second) = (handed_in(Pass::First)?, handed_in(Pass::Second)?);
        let comparable = first.len() == second.len();
        first.get(index).zip(second.get(index)).filter(|_| comparable)
    }

    /// As many as both passes keyed, or as planned until both have.
    fn sheets_of(&self, bundle: BundleNo) -> impl Iterator<Item = SheetPlace> {
        let sheets = self
            .both_keyed(bundle)
            .map_or_else(|| self.sheets_in(bundle), |[first, second]| first.max(second));
        (1..=sheets).map(move |sheet| SheetPlace { bundle, sheet: SheetNo(sheet) })
    }

    /// Returns the first sheet of a bundle that somebody has ruled on.
    pub(crate) fn ruled_in(&self, bundle: BundleNo) -> Option<SheetNo> {
        let differences = self.rulings.differences.keys().copied();
        let sections = self.rulings.sections.keys().map(|section| section.place);
        differences
            .chain(sections)
            .filter(|place| place.bundle == bundle)
            .map(|place| place.sheet)
            .min()
    }

    /// Returns every sheet in the order of the paper.
    pub fn sheet_places(&self) -> impl Iterator<Item = SheetPlace> {
        (1..=self.bundles()).flat_map(|bundle| self.sheets_of(BundleNo(bundle)))
    }

    /// Returns where the keyings of a sheet differ; `None` while they agree or are not both handed
    /// in.
    #[must_use]
    pub fn discrepancy(&self, place: SheetPlace) -> Option<Discrepancy> {
        let (first, second) = self.readings(place)?;
        let mut found = Discrepancy { place, rows: Vec::new(), names: Vec::new() };
        for (contest, (one, other)) in (0..).zip(first.iter().zip(second)) {
            let marks = (0..)
                .zip(one.marks.iter().zip(&other.marks))
                .filter(|(_, (first, second))| first != second);
            found.rows.extend(marks.map(|(row, (first, second))| RowDifference {
                contest,
                row,
                first: *first,
                second: *second,
            }));
            if !same_names(&one.write_ins, &other.write_ins) {
                found.names.push(NamesDifference {
                    contest,
                    first: one.write_ins.clone(),
                    second: other.write_ins.clone(),
                });
            }
        }
        let differs = !found.rows.is_empty() || !found.names.is_empty();
        differs.then_some(found)
    }

    /// Returns every discrepancy, ruled on or not, in the order of the paper.
    #[must_use]
    pub fn discrepancies(&self) -> Vec<Discrepancy> {
        self.rulings.odd.keys().filter_map(|place| self.discrepancy(*place)).collect()
    }

    /// Returns what a scrutineer read on this sheet, where the keyings differ.
    #[must_use]
    pub fn ruled_difference(&self, place: SheetPlace) -> Option<&RuledDifference> {
        self.rulings.differences.get(&place)
    }

    /// Tells whether a scrutineer has ruled on the discrepancy of this sheet.
    #[must_use]
    pub fn difference_is_ruled(&self, place: SheetPlace) -> bool {
        self.rulings.differences.contains_key(&place)
    }

    /// Returns what was read on a sheet: agreed by both keyers, or ruled by a scrutineer. Doubts
    /// are not settled yet.
    #[must_use]
    pub fn agreed(&self, place: SheetPlace) -> Option<Sheet> {
        let (first, _) = self.readings(place)?;
        let mut sheet: Sheet = first.iter().map(section_of).collect();
        if self.discrepancy(place).is_some() {
            let RuledDifference { rows, names, .. } = self.ruled_difference(place)?;
            for read in rows {
                *mark_at(&mut sheet, read.contest, read.row)? = read.mark;
            }
            for read in names {
                sheet
                    .get_mut(usize::try_from(read.contest).ok()?)?
                    .write_ins
                    .clone_from(&read.write_ins);
            }
        }
        Some(sheet)
    }

    /// Returns the sections of a sheet that the chief scrutineer must rule on, ruled on or not.
    #[must_use]
    pub fn doubtful(&self, place: SheetPlace) -> Vec<Doubtful> {
        self.agreed(place).map_or_else(Vec::new, |sheet| self.doubtful_in(place, &sheet))
    }

    /// Returns every section that the chief scrutineer must rule on, ruled on or not, in the order
    /// of the paper.
    pub fn all_doubtful(&self) -> impl Iterator<Item = Doubtful> {
        self.rulings.odd.keys().flat_map(|place| self.doubtful(*place))
    }

    fn doubtful_in(&self, place: SheetPlace, agreed: &Sheet) -> Vec<Doubtful> {
        let Some((first, second)) = self.readings(place) else {
            return Vec::new();
        };
        let proposals = self.doubts_in(agreed, &self.rulings.merges);
        let noted = first.iter().zip(second).map(|(one, other)| {
            [&one.doubt, &other.doubt].into_iter().flatten().cloned().collect()
        });
        (0..)
            .zip(proposals.into_iter().zip(noted))
            .map(|(contest, (of_section, noted))| {
                let SectionDoubts { proposed, strangers, namesakes } = of_section;
                let place = SectionPlace { place, contest };
                Doubtful { place, proposed, strangers, namesakes, noted }
            })
            .filter(|section| {
                !(section.proposed.is_empty()
                    && section.strangers.is_empty()
                    && section.namesakes.is_empty()
                    && section.noted.is_empty())
            })
            .collect()
    }

    /// What the rules say of each section of a sheet, with these names merged, and the names in it
    /// that are no deputy's, or two deputies'.
    fn doubts_in(&self, sheet: &Sheet, merges: &Merges) -> Vec<SectionDoubts> {
        let by_rule = |proposed| SectionDoubts { proposed, ..SectionDoubts::default() };
        if sheet.iter().all(|section| section.write_ins.is_empty()) {
            return self.tally.doubts(sheet).into_iter().map(by_rule).collect();
        }
        let mut sheet = sheet.clone();
        merges.apply(&mut sheet);
        let strangers: Vec<Vec<String>> = sheet
            .iter_mut()
            .enumerate()
            .map(|(contest, section)| self.drop_strangers(contest, section))
            .collect();
        let of_names = sheet.iter().zip(strangers).enumerate();
        let of_names = of_names.map(|(contest, (section, strangers))| {
            (strangers, self.namesakes_in(contest, &section.write_ins))
        });
        self.tally
            .doubts(&sheet)
            .into_iter()
            .zip(of_names)
            .map(|(proposed, (strangers, namesakes))| SectionDoubts {
                proposed,
                strangers,
                namesakes,
            })
            .collect()
    }

    /// Returns what is doubtful about a sheet as it was read, with these names merged.
    pub(crate) fn doubts_with(&self, place: SheetPlace, merges: &Merges) -> Vec<SectionDoubts> {
        self.agreed(place).map_or_else(Vec::new, |sheet| self.doubts_in(&sheet, merges))
    }

    /// Tells whether the rules alone make a section void as it was read.
    #[must_use]
    pub fn void_by_rule(&self, section: SectionPlace) -> bool {
        let mut sheet = self.agreed(section.place).unwrap_or_default();
        self.rulings.merges.apply(&mut sheet);
        for (contest, section) in sheet.iter_mut().enumerate() {
            self.drop_strangers(contest, section);
        }
        let mut alone = Tally::new(self.contests());
        alone.add(&sheet);
        usize::try_from(section.contest).is_ok_and(|contest| alone.void(contest) > 0)
    }

    /// Returns what a doubtful section has in common with others, so that all of them can be ruled
    /// on in one go.
    #[must_use]
    pub fn kind_of(&self, doubtful: &Doubtful) -> DoubtKind {
        let noted = (!doubtful.noted.is_empty()).then_some(Ground::Noted);
        let stranger = (!doubtful.strangers.is_empty()).then_some(Ground::NotADeputy);
        let namesake = (!doubtful.namesakes.is_empty()).then_some(Ground::Namesake);
        DoubtKind {
            contest: doubtful.place.contest,
            grounds: doubtful
                .proposed
                .iter()
                .map(Ground::of)
                .chain(stranger)
                .chain(namesake)
                .chain(noted)
                .collect(),
            void: self.void_by_rule(doubtful.place),
        }
    }

    /// Returns the chief scrutineer's ruling on a section.
    #[must_use]
    pub fn verdict(&self, place: SectionPlace) -> Option<&Verdict> {
        self.ruled_section(place).map(|ruled| &ruled.verdict)
    }

    /// Returns the chief scrutineer's ruling on a section, with who gave it and when.
    #[must_use]
    pub fn ruled_section(&self, place: SectionPlace) -> Option<&RuledSection> {
        self.rulings.sections.get(&place)
    }

    /// Returns a sheet as it counts, once nothing about it is open.
    #[must_use]
    pub fn settled(&self, place: SheetPlace) -> Option<Sheet> {
        let agreed = self.agreed(place)?;
        let doubtful = self.doubtful_in(place, &agreed);
        self.as_ruled(place, agreed, &doubtful)
    }

    /// Returns a sheet as it was read last: by the chief scrutineer where a section was read anew,
    /// else as agreed. `None` while it is open.
    pub(crate) fn read(&self, place: SheetPlace) -> Option<Sheet> {
        self.read_anew(place, self.agreed(place)?)
    }

    fn read_anew(&self, place: SheetPlace, mut sheet: Sheet) -> Option<Sheet> {
        for (section, ruled) in self.rulings.sections_of(place) {
            if let Verdict::Read { marks, write_ins } = &ruled.verdict {
                let read = sheet.get_mut(usize::try_from(section.contest).ok()?)?;
                read.marks.clone_from(marks);
                if let Some(write_ins) = write_ins {
                    read.write_ins.clone_from(write_ins);
                }
            }
        }
        Some(sheet)
    }

    fn as_ruled(&self, place: SheetPlace, agreed: Sheet, doubtful: &[Doubtful]) -> Option<Sheet> {
        if doubtful.iter().any(|section| self.verdict(section.place).is_none()) {
            return None;
        }
        let mut sheet = self.read_anew(place, agreed)?;
        self.rulings.merges.apply(&mut sheet);
        for (contest, section) in (0..).zip(&mut sheet) {
            match self.verdict(SectionPlace { place, contest }) {
                Some(Verdict::Void) => section.ruling = Some(SectionRuling::Void),
                Some(Verdict::AsProposed) => drop(
                    self.drop_strangers(usize::try_from(contest).unwrap_or(usize::MAX), section),
                ),
                Some(Verdict::Read { .. }) | None => {}
            }
        }
        Some(sheet)
    }

    /// Returns how many sheets of a bundle wait for a scrutineer.
    pub(crate) fn open_differences_in(&self, bundle: BundleNo) -> usize {
        let sheet = |sheet| SheetPlace { bundle, sheet: SheetNo(sheet) };
        self.rulings
            .odd
            .range(sheet(0)..=sheet(u32::MAX))
            .filter(|(_, open)| open.difference)
            .count()
    }
}

fn section_of(reading: &SectionReading) -> tally::Section {
    tally::Section {
        marks: reading.marks.clone(),
        write_ins: reading.write_ins.clone(),
        ruling: None,
    }
}

fn mark_at(sheet: &mut Sheet, contest: u32, row: u32) -> Option<&mut Mark> {
    sheet.get_mut(usize::try_from(contest).ok()?)?.marks.get_mut(usize::try_from(row).ok()?)
}

/// Both passes must hold the same sheets, and every difference and every doubtful section must be
/// ruled on.
pub(crate) fn check_ruled(round: &Round) -> Result<(), Refusal> {
    check_numbers_agree(round)?;
    let differences = open_differences(round);
    if differences > 0 {
        return Err(Refusal::DifferencesOpen { sheets: differences });
    }
    let sections = open_sections(round);
    if sections > 0 { Err(Refusal::SectionsOpen { sections }) } else { Ok(()) }
}

/// Returns how many sheets still wait for a scrutineer.
pub(crate) fn open_differences(round: &Round) -> u32 {
    number(round.rulings.odd.values().filter(|open| open.difference).count())
}

/// Returns how many sections still wait for the chief scrutineer.
pub(crate) fn open_sections(round: &Round) -> u32 {
    number(round.rulings.odd.values().map(|open| open.sections).sum::<usize>())
}
