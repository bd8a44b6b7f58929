//! 录入: two tellers key every sheet independently. A sheet is "bundle b, sheet k"; nobody keys a
//! bundle in both passes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tally::{Contest, Mark, WriteIn, WriteIns};

use crate::people::Role;
use crate::round::Round;
use crate::round::mend::{Mend, check_counted, check_mend};
use crate::session::{OutOfPlace, Session};
use crate::{BundleNo, Entry, LoanId, Pass, PersonId, Refusal, RoundId, SheetNo};

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

/// One bundle in one pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleKeying {
    /// Who keys it.
    pub teller: PersonId,
    /// The sheets keyed so far, in the order of the paper.
    pub sheets: Vec<Reading>,
    /// 补录: the sheets that follow the one being keyed, where one had been skipped.
    pub tail: Vec<Reading>,
    /// 实有张数: the sheets its keyer found in it, where not as many as planned.
    pub counted: Option<u32>,
    /// The sheet that was put aside unfinished.
    pub unfinished: Option<Unfinished>,
    /// 外录: it is being keyed elsewhere.
    pub lent: Option<LoanId>,
    /// Handed in: nothing changes any more.
    pub closed: bool,
}

impl BundleKeying {
    fn taken_by(teller: PersonId) -> Self {
        Self {
            teller,
            sheets: Vec::new(),
            tail: Vec::new(),
            counted: None,
            unfinished: None,
            lent: None,
            closed: false,
        }
    }

    pub(crate) fn lent_to(teller: PersonId, loan: LoanId) -> Self {
        Self { lent: Some(loan), ..Self::taken_by(teller) }
    }

    /// Returns how many sheets were keyed.
    #[must_use]
    pub fn keyed(&self) -> u32 {
        count(&self.sheets).saturating_add(count(&self.tail))
    }
}

/// One pass over all bundles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassKeying {
    pub(crate) bundles: BTreeMap<BundleNo, BundleKeying>,
}

impl PassKeying {
    /// Returns a bundle somebody took.
    #[must_use]
    pub fn bundle(&self, bundle: BundleNo) -> Option<&BundleKeying> {
        self.bundles.get(&bundle)
    }

    /// Returns a bundle that was handed in.
    #[must_use]
    pub fn closed(&self, bundle: BundleNo) -> Option<&BundleKeying> {
        self.bundle(bundle).filter(|keying| keying.closed)
    }

    /// Returns how many sheets were keyed.
    #[must_use]
    pub fn keyed(&self) -> u32 {
        self.bundles.values().map(BundleKeying::keyed).fold(0, u32::saturating_add)
    }

    /// Returns the bundle this teller has in hand; one that is keyed elsewhere is not here.
    #[must_use]
    pub fn in_hand(&self, teller: &PersonId) -> Option<BundleNo> {
        let here = |bundle: &BundleKeying| {
            bundle.teller == *teller && !bundle.closed && bundle.lent.is_none()
        };
        self.bundles.iter().find(|(_, bundle)| here(bundle)).map(|(number, _)| *number)
    }
}

/// Where a sheet lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Which round.
    pub round: RoundId,
    /// Which pass.
    pub pass: Pass,
    /// 捆.
    pub bundle: BundleNo,
}

/// What happened at the keying desks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A teller took a bundle.
    #[serde(rename = "keying.bundle_taken")]
    BundleTaken {
        /// Which.
        place: Place,
    },
    /// A sheet was keyed.
    #[serde(rename = "keying.sheet_keyed")]
    SheetKeyed {
        /// Which bundle.
        place: Place,
        /// 张.
        sheet: SheetNo,
        /// What stands on it.
        reading: Reading,
    },
    /// A sheet was put aside unfinished.
    #[serde(rename = "keying.sheet_paused")]
    SheetPaused {
        /// Which bundle.
        place: Place,
        /// 张.
        sheet: SheetNo,
        /// What was keyed so far.
        unfinished: Unfinished,
    },
    /// The last sheet was called back by its own keyer.
    #[serde(rename = "keying.sheet_recalled")]
    SheetRecalled {
        /// Which bundle.
        place: Place,
        /// 张.
        sheet: SheetNo,
    },
    /// A bundle was given back unkeyed or half keyed: somebody keys it anew.
    #[serde(rename = "keying.bundle_released")]
    BundleReleased {
        /// Which.
        place: Place,
        /// Why.
        reason: String,
    },
    /// 实有张数: the keyer found another number of sheets in the bundle than planned.
    #[serde(rename = "keying.bundle_counted")]
    BundleCounted {
        /// Which.
        place: Place,
        /// Sheets in it.
        sheets: u32,
    },
    /// A keying that was handed in is put right.
    #[serde(rename = "keying.bundle_mended")]
    BundleMended {
        /// Which.
        place: Place,
        /// How.
        mend: Mend,
        /// Why.
        reason: String,
    },
    /// A whole bundle was handed in.
    #[serde(rename = "keying.bundle_closed")]
    BundleClosed {
        /// Which.
        place: Place,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "KeyingCommand"))]
pub enum Command {
    /// Take a bundle nobody has in this pass.
    TakeBundle {
        /// Which.
        place: Place,
    },
    /// Record a sheet.
    KeySheet {
        /// Which bundle.
        place: Place,
        /// The next sheet of it.
        sheet: SheetNo,
        /// What stands on it.
        reading: Reading,
    },
    /// Put a sheet aside unfinished.
    PauseSheet {
        /// Which bundle.
        place: Place,
        /// The next sheet of it.
        sheet: SheetNo,
        /// What was keyed so far.
        unfinished: Unfinished,
    },
    /// Call back the sheet keyed last.
    RecallSheet {
        /// Which bundle.
        place: Place,
        /// The last one keyed.
        sheet: SheetNo,
    },
    /// Give back a bundle that is not handed in: by its teller, or by a scrutineer when the teller
    /// is called away.
    ReleaseBundle {
        /// Which.
        place: Place,
        /// Why; not empty.
        reason: String,
    },
    /// Say how many sheets the bundle in hand really holds.
    CountBundle {
        /// Which.
        place: Place,
        /// Sheets in it, at least those keyed.
        sheets: u32,
    },
    /// Put a keying right that was handed in: by a scrutineer who has looked at the paper.
    MendBundle {
        /// Which.
        place: Place,
        /// How.
        mend: Mend,
        /// Why; not empty.
        reason: String,
    },
    /// Hand in a bundle when all of its sheets are keyed.
    CloseBundle {
        /// Which.
        place: Place,
    },
}

pub(crate) fn decide(
    session: &Session,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::TakeBundle { place } => {
            session.people.require(actor, &[Role::Teller])?;
            check_takeable(session, *place, actor)?;
            Event::BundleTaken { place: *place }
        }
        Command::KeySheet { place, sheet, reading } => {
            let (round, bundle) = own_bundle(session, *place, actor)?;
            check_next(round, bundle, *place, *sheet)?;
            check_reading(round.contests(), reading)?;
            Event::SheetKeyed { place: *place, sheet: *sheet, reading: reading.clone() }
        }
        Command::PauseSheet { place, sheet, unfinished } => {
            let (round, bundle) = own_bundle(session, *place, actor)?;
            check_next(round, bundle, *place, *sheet)?;
            check_unfinished(round.contests(), unfinished)?;
            Event::SheetPaused { place: *place, sheet: *sheet, unfinished: unfinished.clone() }
        }
        Command::RecallSheet { place, sheet } => {
            let (_, bundle) = own_bundle(session, *place, actor)?;
            if bundle.unfinished.is_some() {
                return Err(Refusal::SheetPutAside {
                    sheet: SheetNo(count(&bundle.sheets).saturating_add(1)),
                });
            }
            if sheet.0 == 0 || sheet.0 != count(&bundle.sheets) {
                return Err(Refusal::OnlyTheLastSheet { last: SheetNo(count(&bundle.sheets)) });
            }
            Event::SheetRecalled { place: *place, sheet: *sheet }
        }
        Command::ReleaseBundle { place, reason } => {
            check_releasable(session, *place, actor, reason)?;
            Event::BundleReleased { place: *place, reason: reason.clone() }
        }
        Command::CountBundle { place, sheets } => {
            let (round, bundle) = own_bundle(session, *place, actor)?;
            check_counted(round, bundle, *sheets)?;
            Event::BundleCounted { place: *place, sheets: *sheets }
        }
        Command::MendBundle { place, mend, reason } => {
            check_mend(session, *place, *mend, actor, reason)?;
            Event::BundleMended { place: *place, mend: *mend, reason: reason.clone() }
        }
        Command::CloseBundle { place } => {
            let (round, bundle) = own_bundle(session, *place, actor)?;
            let (keyed, sheets) = (bundle.keyed(), round.sheets_for(place.pass, place.bundle));
            if keyed < sheets {
                return Err(Refusal::BundleNotWhole { bundle: place.bundle, keyed, sheets });
            }
            Event::BundleClosed { place: *place }
        }
    };
    Ok(vec![event.into()])
}

pub(crate) fn count(sheets: &[Reading]) -> u32 {
    u32::try_from(sheets.len()).unwrap_or(u32::MAX)
}

/// Tells whether `teller` may take the bundle; used by the desk to show which are free.
pub(crate) fn check_takeable(
    session: &Session,
    place: Place,
    teller: &PersonId,
) -> Result<(), Refusal> {
    let round = session.round(place.round)?;
    round.counting()?;
    let Place { pass, bundle, .. } = place;
    if bundle.0 == 0 || bundle.0 > round.bundles() {
        return Err(Refusal::NoSuchBundle { bundle, bundles: round.bundles() });
    }
    if session.away.as_ref().is_some_and(|desk| !desk.holds(place)) {
        return Err(Refusal::BundleNotHere { bundle });
    }
    if let Some(taken) = round.pass(pass).bundle(bundle) {
        check_here(session, bundle, taken)?;
        return Err(Refusal::BundleTaken {
            bundle,
            name: session.people.name_of(&taken.teller).to_owned(),
        });
    }
    if round.pass(pass.other()).bundle(bundle).is_some_and(|other| other.teller == *teller) {
        return Err(Refusal::KeyedInTheOtherPass {
            bundle,
            name: session.people.name_of(teller).to_owned(),
        });
    }
    match Pass::BOTH.into_iter().find_map(|pass| round.pass(pass).in_hand(teller)) {
        Some(in_hand) => Err(Refusal::BundleInHand { bundle: in_hand }),
        None => Ok(()),
    }
}

fn check_here(session: &Session, bundle: BundleNo, keying: &BundleKeying) -> Result<(), Refusal> {
    match keying.lent {
        Some(_) => Err(Refusal::BundleIsLent {
            bundle,
            name: session.people.name_of(&keying.teller).to_owned(),
        }),
        None => Ok(()),
    }
}

fn open_bundle(session: &Session, place: Place) -> Result<(&Round, &BundleKeying), Refusal> {
    let round = session.round(place.round)?;
    round.counting()?;
    let bundle = round
        .pass(place.pass)
        .bundle(place.bundle)
        .ok_or(Refusal::BundleNotTaken { bundle: place.bundle })?;
    check_here(session, place.bundle, bundle)?;
    if bundle.closed {
        return Err(Refusal::BundleClosed { bundle: place.bundle });
    }
    Ok((round, bundle))
}

fn own_bundle<'a>(
    session: &'a Session,
    place: Place,
    teller: &PersonId,
) -> Result<(&'a Round, &'a BundleKeying), Refusal> {
    session.people.require(teller, &[Role::Teller])?;
    let (round, bundle) = open_bundle(session, place)?;
    if bundle.teller != *teller {
        return Err(Refusal::BundleTaken {
            bundle: place.bundle,
            name: session.people.name_of(&bundle.teller).to_owned(),
        });
    }
    Ok((round, bundle))
}

fn check_releasable(
    session: &Session,
    place: Place,
    actor: &PersonId,
    reason: &str,
) -> Result<(), Refusal> {
    let (_, bundle) = open_bundle(session, place)?;
    if bundle.teller != *actor {
        session.people.require(actor, &[Role::Scrutineer, Role::ChiefScrutineer])?;
    }
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(()) }
}

fn check_next(
    round: &Round,
    bundle: &BundleKeying,
    place: Place,
    sheet: SheetNo,
) -> Result<(), Refusal> {
    let next = SheetNo(count(&bundle.sheets).saturating_add(1));
    let sheets = round.sheets_for(place.pass, place.bundle);
    if bundle.keyed() >= sheets {
        return Err(Refusal::BundleIsWhole { bundle: place.bundle, sheets });
    }
    if sheet == next {
        Ok(())
    } else {
        Err(Refusal::SheetOutOfOrder { expected: next, got: sheet })
    }
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

fn check_unfinished(contests: &[Contest], unfinished: &Unfinished) -> Result<(), Refusal> {
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

/// Both passes must hold every bundle, handed in.
pub(crate) fn check_keyed(round: &Round) -> Result<(), Refusal> {
    for pass in Pass::BOTH {
        let missing = (1..=round.bundles())
            .map(BundleNo)
            .find(|bundle| round.pass(pass).closed(*bundle).is_none());
        if let Some(bundle) = missing {
            return Err(Refusal::PassNotWhole {
                pass,
                bundle,
                keyed: round.pass(pass).keyed(),
                returned: round.control().returned,
            });
        }
    }
    Ok(())
}

pub(crate) fn apply(session: &mut Session, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::BundleTaken { place } => {
            let round = session.round_mut(place.round)?;
            round.at_work.insert(entry.actor.clone());
            let taken = BundleKeying::taken_by(entry.actor.clone());
            round.pass_mut(place.pass).bundles.insert(place.bundle, taken);
        }
        Event::SheetKeyed { place, reading, .. } => {
            let round = session.round_mut(place.round)?;
            check_reading(round.contests(), reading)
                .map_err(|_| OutOfPlace("a reading that does not fit the ballot"))?;
            let bundle = bundle_mut(round, *place)?;
            bundle.sheets.push(reading.clone());
            bundle.unfinished = None;
        }
        Event::SheetPaused { place, unfinished, .. } => {
            bundle_mut(session.round_mut(place.round)?, *place)?.unfinished =
                Some(unfinished.clone());
        }
        Event::SheetRecalled { place, .. } => {
            let bundle = bundle_mut(session.round_mut(place.round)?, *place)?;
            bundle.unfinished = bundle.sheets.pop().map(|reading| recalled(&reading));
        }
        Event::BundleReleased { place, .. } => {
            bundle_mut(session.round_mut(place.round)?, *place)?;
            session.round_mut(place.round)?.pass_mut(place.pass).bundles.remove(&place.bundle);
        }
        Event::BundleCounted { place, sheets } => {
            bundle_mut(session.round_mut(place.round)?, *place)?.counted = Some(*sheets);
        }
        Event::BundleMended { place, mend, .. } => {
            let round = session.round_mut(place.round)?;
            round.at_work.insert(entry.actor.clone());
            bundle_mut(round, *place)?;
            round.mend(*place, *mend);
        }
        Event::BundleClosed { place } => {
            let round = session.round_mut(place.round)?;
            let bundle = bundle_mut(round, *place)?;
            bundle.closed = true;
            bundle.sheets.append(&mut bundle.tail);
            round.settle_bundle(place.bundle);
        }
    }
    Ok(())
}

fn bundle_mut(round: &mut Round, place: Place) -> Result<&mut BundleKeying, OutOfPlace> {
    round
        .pass_mut(place.pass)
        .bundles
        .get_mut(&place.bundle)
        .ok_or(OutOfPlace("a bundle nobody took"))
}

/// A recalled sheet lies open again as it was keyed.
fn recalled(reading: &Reading) -> Unfinished {
    let open = |section: &SectionReading| UnfinishedSection {
        marks: section.marks.iter().copied().map(Some).collect(),
        write_ins: section.write_ins.clone(),
        doubt: section.doubt.clone(),
    };
    Unfinished { sections: reading.iter().map(open).collect(), section: 0, row: 0 }
}
