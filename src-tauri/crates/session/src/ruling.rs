//! 裁定: a scrutineer looks at the paper where the keyings differ; the chief scrutineer rules on doubtful and proposed-void sections.
//!
//! The program proposes, a person rules. A ruling stands until it is taken back with a reason: a second one on the same place is
//! refused, so that two different rulings never overwrite each other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use tally::{Doubt, Mark, SectionRuling, Sheet, WriteIn};
use ts_rs::TS;

use crate::{
    BundleNo, Entry, Pass, PersonId, Refusal, RoundId, SheetNo,
    keying::{Reading, SectionReading, check_write_ins},
    people::Role,
    round::Round,
    session::{OutOfPlace, Session},
};

/// A sheet of paper: "bundle b, sheet k".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetPlace {
    /// 捆
    pub bundle: BundleNo,
    /// 张
    pub sheet: SheetNo,
}

/// One section of one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SectionPlace {
    /// Which sheet
    pub place: SheetPlace,
    /// Index of the contest on the ballot, from 0
    pub contest: u32,
}

/// What the scrutineer reads in a row where the keyings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowRead {
    /// Index of the contest, from 0
    pub contest: u32,
    /// Index of the row, from 0
    pub row: u32,
    /// What stands on the paper
    pub mark: Mark,
}

/// What the scrutineer reads where the written-in names differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NamesRead {
    /// Index of the contest, from 0
    pub contest: u32,
    /// What stands on the paper
    pub write_ins: Vec<WriteIn>,
}

/// A row in which the keyings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RowDifference {
    /// Index of the contest, from 0
    pub contest: u32,
    /// Index of the row, from 0
    pub row: u32,
    /// 首录
    pub first: Mark,
    /// 复录
    pub second: Mark,
}

/// Written-in names that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NamesDifference {
    /// Index of the contest, from 0
    pub contest: u32,
    /// 首录
    pub first: Vec<WriteIn>,
    /// 复录
    pub second: Vec<WriteIn>,
}

/// 不一致: a sheet on which the keyings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// Where it lies
    pub place: SheetPlace,
    /// In the order of the paper
    pub rows: Vec<RowDifference>,
    /// In the order of the paper
    pub names: Vec<NamesDifference>,
}

/// Why a section goes to the chief scrutineer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubtful {
    /// Where it lies
    pub place: SectionPlace,
    /// What the rules say about it: a proposal
    pub proposed: Vec<Doubt>,
    /// What a keyer noted
    pub noted: Vec<String>,
}

/// The chief scrutineer's ruling on a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "ruled", rename_all = "snake_case", deny_unknown_fields)]
pub enum Verdict {
    /// 按规则处理: what the rules say of the marks as read
    AsProposed,
    /// 无效: the whole section is void
    Void,
    /// 改读: the paper says something else
    Read {
        /// One per row
        marks: Vec<Mark>,
    },
}

/// What has been ruled in a round.
#[derive(Clone, Debug, Default)]
pub struct Rulings {
    differences: BTreeMap<SheetPlace, (Vec<RowRead>, Vec<NamesRead>)>,
    sections: BTreeMap<SectionPlace, Verdict>,
    settled: BTreeSet<SheetPlace>,
    odd: BTreeMap<SheetPlace, StillOpen>,
}

/// What is still open on an odd sheet: one on which the keyings differ or a section is doubtful. All others are never looked at twice.
#[derive(Clone, Copy, Debug)]
struct StillOpen {
    difference: bool,
    sections: usize,
}

impl Round {
    /// Returns the readings of a sheet in both passes, once both bundles were handed in.
    fn readings(&self, place: SheetPlace) -> Option<(&Reading, &Reading)> {
        let index = usize::try_from(place.sheet.0.checked_sub(1)?).ok()?;
        let reading = |pass| self.pass(pass).closed(place.bundle)?.sheets.get(index);
        Some((reading(Pass::First)?, reading(Pass::Second)?))
    }

    fn sheets_of(&self, bundle: BundleNo) -> impl Iterator<Item = SheetPlace> {
        (1..=self.sheets_in(bundle)).map(move |sheet| SheetPlace { bundle, sheet: SheetNo(sheet) })
    }

    /// Returns every sheet in the order of the paper.
    pub fn sheet_places(&self) -> impl Iterator<Item = SheetPlace> {
        (1..=self.bundles()).flat_map(|bundle| self.sheets_of(BundleNo(bundle)))
    }

    /// Returns where the keyings of a sheet differ; `None` while they agree or are not both handed in.
    #[must_use]
    pub fn discrepancy(&self, place: SheetPlace) -> Option<Discrepancy> {
        let (first, second) = self.readings(place)?;
        let mut found = Discrepancy { place, rows: Vec::new(), names: Vec::new() };
        for (contest, (one, other)) in (0..).zip(first.iter().zip(second)) {
            let marks = (0..).zip(one.marks.iter().zip(&other.marks)).filter(|(_, (first, second))| first != second);
            found.rows.extend(marks.map(|(row, (first, second))| RowDifference { contest, row, first: *first, second: *second }));
            if !same_names(&one.write_ins, &other.write_ins) {
                found.names.push(NamesDifference { contest, first: one.write_ins.clone(), second: other.write_ins.clone() });
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

    /// Tells whether a scrutineer has ruled on the discrepancy of this sheet.
    #[must_use]
    pub fn difference_is_ruled(&self, place: SheetPlace) -> bool {
        self.rulings.differences.contains_key(&place)
    }

    /// Returns what was read on a sheet: agreed by both keyers, or ruled by a scrutineer. Doubts are not settled yet.
    #[must_use]
    pub fn agreed(&self, place: SheetPlace) -> Option<Sheet> {
        let (first, _) = self.readings(place)?;
        let mut sheet: Sheet = first.iter().map(section_of).collect();
        if self.discrepancy(place).is_some() {
            let (rows, names) = self.rulings.differences.get(&place)?;
            for read in rows {
                *mark_at(&mut sheet, read.contest, read.row)? = read.mark;
            }
            for read in names {
                sheet.get_mut(usize::try_from(read.contest).ok()?)?.write_ins.clone_from(&read.write_ins);
            }
        }
        Some(sheet)
    }

    /// Returns the sections of a sheet that the chief scrutineer must rule on, ruled on or not.
    #[must_use]
    pub fn doubtful(&self, place: SheetPlace) -> Vec<Doubtful> {
        self.agreed(place).map_or_else(Vec::new, |sheet| self.doubtful_in(place, &sheet))
    }

    /// Returns every section that the chief scrutineer must rule on, ruled on or not, in the order of the paper.
    pub fn all_doubtful(&self) -> impl Iterator<Item = Doubtful> {
        self.rulings.odd.keys().flat_map(|place| self.doubtful(*place))
    }

    fn doubtful_in(&self, place: SheetPlace, agreed: &Sheet) -> Vec<Doubtful> {
        let Some((first, second)) = self.readings(place) else {
            return Vec::new();
        };
        let proposals = self.tally.doubts(agreed);
        let noted = first.iter().zip(second).map(|(one, other)| [&one.doubt, &other.doubt].into_iter().flatten().cloned().collect());
        (0..)
            .zip(proposals.into_iter().zip(noted))
            .map(|(contest, (proposed, noted))| Doubtful { place: SectionPlace { place, contest }, proposed, noted })
            .filter(|section| !section.proposed.is_empty() || !section.noted.is_empty())
            .collect()
    }

    /// Returns the chief scrutineer's ruling on a section.
    #[must_use]
    pub fn verdict(&self, place: SectionPlace) -> Option<&Verdict> {
        self.rulings.sections.get(&place)
    }

    /// Returns a sheet as it counts, once nothing about it is open.
    #[must_use]
    pub fn settled(&self, place: SheetPlace) -> Option<Sheet> {
        let agreed = self.agreed(place)?;
        let doubtful = self.doubtful_in(place, &agreed);
        self.as_ruled(agreed, &doubtful)
    }

    fn as_ruled(&self, mut sheet: Sheet, doubtful: &[Doubtful]) -> Option<Sheet> {
        for section in doubtful {
            let verdict = self.verdict(section.place)?;
            let counted = sheet.get_mut(usize::try_from(section.place.contest).ok()?)?;
            match verdict {
                Verdict::AsProposed => {}
                Verdict::Void => counted.ruling = Some(SectionRuling::Void),
                Verdict::Read { marks } => counted.marks.clone_from(marks),
            }
        }
        Some(sheet)
    }

    /// Counts the sheets of a bundle that agree, when both passes have handed it in.
    pub(crate) fn settle_bundle(&mut self, bundle: BundleNo) {
        let places: Vec<SheetPlace> = self.sheets_of(bundle).collect();
        for place in places {
            self.settle(place);
        }
    }

    /// Takes note of what is open on a sheet, and counts it once nothing is.
    fn settle(&mut self, place: SheetPlace) {
        if self.readings(place).is_none() {
            return;
        }
        let agreed = self.agreed(place);
        let doubtful = agreed.as_ref().map_or_else(Vec::new, |sheet| self.doubtful_in(place, sheet));
        let sections = doubtful.iter().filter(|section| self.verdict(section.place).is_none()).count();
        let open = StillOpen { difference: agreed.is_none(), sections };
        if open.difference || self.difference_is_ruled(place) || !doubtful.is_empty() {
            self.rulings.odd.insert(place, open);
        }
        if let Some(sheet) = agreed.and_then(|sheet| self.as_ruled(sheet, &doubtful))
            && self.rulings.settled.insert(place)
        {
            self.tally.add(&sheet);
        }
    }

    /// Takes back every ruling on a sheet: it is open again.
    fn unsettle(&mut self, place: SheetPlace) {
        if let Some(sheet) = self.settled(place).filter(|_| self.rulings.settled.contains(&place)) {
            self.tally.remove(&sheet);
        }
        self.rulings.settled.remove(&place);
        self.rulings.differences.remove(&place);
        self.rulings.sections.retain(|section, _| section.place != place);
        self.settle(place);
    }
}

fn section_of(reading: &SectionReading) -> tally::Section {
    tally::Section { marks: reading.marks.clone(), write_ins: reading.write_ins.clone(), ruling: None }
}

fn mark_at(sheet: &mut Sheet, contest: u32, row: u32) -> Option<&mut Mark> {
    sheet.get_mut(usize::try_from(contest).ok()?)?.marks.get_mut(usize::try_from(row).ok()?)
}

/// The order in which names were keyed does not matter.
fn same_names(one: &[WriteIn], other: &[WriteIn]) -> bool {
    let sorted = |names: &[WriteIn]| {
        let mut keys: Vec<_> = names.iter().map(|write_in| (tally::normalised_name(&write_in.name), write_in.mark)).collect();
        keys.sort();
        keys
    };
    sorted(one) == sorted(other)
}

/// What was ruled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A scrutineer looked at the paper where the keyings differ
    #[serde(rename = "ruling.difference_ruled")]
    DifferenceRuled {
        /// Which round
        round: RoundId,
        /// Which sheet
        place: SheetPlace,
        /// What stands in the differing rows
        rows: Vec<RowRead>,
        /// What stands where names differ
        names: Vec<NamesRead>,
    },
    /// The chief scrutineer ruled on a section
    #[serde(rename = "ruling.section_ruled")]
    SectionRuled {
        /// Which round
        round: RoundId,
        /// Which section
        section: SectionPlace,
        /// How
        verdict: Verdict,
        /// Why
        reason: String,
    },
    /// Every ruling on a sheet was taken back: it is open again
    #[serde(rename = "ruling.taken_back")]
    TakenBack {
        /// Which round
        round: RoundId,
        /// Which sheet
        place: SheetPlace,
        /// Why
        reason: String,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[ts(rename = "RulingCommand")]
pub enum Command {
    /// Say what the paper shows where the keyings differ: every differing row, no other
    RuleDifference {
        /// Which round
        round: RoundId,
        /// Which sheet
        place: SheetPlace,
        /// What stands in the differing rows
        rows: Vec<RowRead>,
        /// What stands where names differ
        names: Vec<NamesRead>,
    },
    /// Rule on one section or on several of the same kind
    RuleSections {
        /// Which round
        round: RoundId,
        /// Which sections
        sections: Vec<SectionPlace>,
        /// How
        verdict: Verdict,
        /// Why; may be empty
        reason: String,
    },
    /// Take back every ruling on a sheet, to rule anew; where the chief scrutineer has ruled, only by the chief scrutineer
    TakeBack {
        /// Which round
        round: RoundId,
        /// Which sheet
        place: SheetPlace,
        /// Why; not empty
        reason: String,
    },
}

pub(crate) fn decide(session: &Session, command: &Command, actor: &PersonId) -> Result<Vec<crate::Event>, Refusal> {
    match command {
        Command::RuleDifference { round, place, rows, names } => {
            session.people.require(actor, &[Role::Scrutineer, Role::ChiefScrutineer])?;
            check_difference(session.round(*round)?, *place, rows, names)?;
            Ok(vec![Event::DifferenceRuled { round: *round, place: *place, rows: rows.clone(), names: names.clone() }.into()])
        }
        Command::RuleSections { round, sections, verdict, reason } => {
            session.people.require(actor, &[Role::ChiefScrutineer])?;
            let ruled: BTreeSet<SectionPlace> = sections.iter().copied().collect();
            for section in &ruled {
                check_section(session.round(*round)?, *section, verdict)?;
            }
            let event = |section| Event::SectionRuled { round: *round, section, verdict: verdict.clone(), reason: reason.clone() }.into();
            Ok(ruled.into_iter().map(event).collect())
        }
        Command::TakeBack { round, place, reason } => {
            check_take_back(session, session.round(*round)?, *place, actor, reason)?;
            Ok(vec![Event::TakenBack { round: *round, place: *place, reason: reason.clone() }.into()])
        }
    }
}

fn check_take_back(session: &Session, round: &Round, place: SheetPlace, actor: &PersonId, reason: &str) -> Result<(), Refusal> {
    round.counting()?;
    let by_chief = round.rulings.sections.keys().any(|section| section.place == place);
    if !by_chief && !round.difference_is_ruled(place) {
        return Err(Refusal::NothingRuled { bundle: place.bundle, sheet: place.sheet });
    }
    let roles: &[Role] = if by_chief { &[Role::ChiefScrutineer] } else { &[Role::Scrutineer, Role::ChiefScrutineer] };
    session.people.require(actor, roles)?;
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(()) }
}

fn check_difference(round: &Round, place: SheetPlace, rows: &[RowRead], names: &[NamesRead]) -> Result<(), Refusal> {
    round.counting()?;
    let SheetPlace { bundle, sheet } = place;
    let difference = round.discrepancy(place).ok_or(Refusal::NothingDiffers { bundle, sheet })?;
    if round.difference_is_ruled(place) {
        return Err(Refusal::AlreadyRuled { bundle, sheet });
    }
    let asked: BTreeSet<(u32, u32)> = difference.rows.iter().map(|row| (row.contest, row.row)).collect();
    let read: BTreeSet<(u32, u32)> = rows.iter().map(|row| (row.contest, row.row)).collect();
    let names_asked: BTreeSet<u32> = difference.names.iter().map(|names| names.contest).collect();
    let names_read: BTreeSet<u32> = names.iter().map(|names| names.contest).collect();
    if asked != read || rows.len() != read.len() || names_asked != names_read || names.len() != names_read.len() {
        let open = asked.difference(&read).count() + names_asked.difference(&names_read).count();
        return Err(Refusal::RowsStillOpen { bundle, sheet, open: u32::try_from(open).unwrap_or(u32::MAX) });
    }
    for row in rows {
        let contest = round.contests().get(usize::try_from(row.contest).unwrap_or(usize::MAX)).ok_or(Refusal::ReadingDoesNotFit)?;
        if !contest.allows(row.mark) {
            return Err(Refusal::ReadingDoesNotFit);
        }
    }
    for read in names {
        let contest = round.contests().get(usize::try_from(read.contest).unwrap_or(usize::MAX)).ok_or(Refusal::ReadingDoesNotFit)?;
        check_write_ins(contest, &read.write_ins)?;
    }
    Ok(())
}

fn check_section(round: &Round, section: SectionPlace, verdict: &Verdict) -> Result<(), Refusal> {
    round.counting()?;
    let SheetPlace { bundle, sheet } = section.place;
    if !round.doubtful(section.place).iter().any(|doubtful| doubtful.place == section) {
        return Err(Refusal::NothingDoubtful { bundle, sheet });
    }
    if round.verdict(section).is_some() {
        return Err(Refusal::AlreadyRuled { bundle, sheet });
    }
    if let Verdict::Read { marks } = verdict {
        let contest = round.contests().get(usize::try_from(section.contest).unwrap_or(usize::MAX)).ok_or(Refusal::ReadingDoesNotFit)?;
        if marks.len() != contest.options.len() || marks.iter().any(|mark| !contest.allows(*mark)) {
            return Err(Refusal::ReadingDoesNotFit);
        }
    }
    Ok(())
}

/// Every difference and every doubtful section must be ruled on.
pub(crate) fn check_ruled(round: &Round) -> Result<(), Refusal> {
    let differences = open_differences(round);
    if differences > 0 {
        return Err(Refusal::DifferencesOpen { sheets: differences });
    }
    let sections = open_sections(round);
    if sections > 0 { Err(Refusal::SectionsOpen { sections }) } else { Ok(()) }
}

/// Returns how many sheets still wait for a scrutineer.
pub(crate) fn open_differences(round: &Round) -> u32 {
    let open = round.rulings.odd.values().filter(|open| open.difference).count();
    u32::try_from(open).unwrap_or(u32::MAX)
}

/// Returns how many sections still wait for the chief scrutineer.
pub(crate) fn open_sections(round: &Round) -> u32 {
    let open = round.rulings.odd.values().map(|open| open.sections).sum::<usize>();
    u32::try_from(open).unwrap_or(u32::MAX)
}

pub(crate) fn apply(session: &mut Session, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::DifferenceRuled { round, place, rows, names } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            round.rulings.differences.insert(*place, (rows.clone(), names.clone()));
            round.settle(*place);
        }
        Event::SectionRuled { round, section, verdict, .. } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            round.rulings.sections.insert(*section, verdict.clone());
            round.settle(section.place);
        }
        Event::TakenBack { round, place, .. } => {
            let round = session.round_mut(*round)?;
            round.at_work.insert(entry.actor.clone());
            round.unsettle(*place);
        }
    }
    Ok(())
}
