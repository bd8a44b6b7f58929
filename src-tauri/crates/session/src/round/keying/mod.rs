//! 录入: two tellers key every sheet independently. A sheet is "bundle b, sheet k"; nobody keys a
//! bundle in both passes.

mod bundle;
mod mend;
mod pace;
mod reading;

pub mod align;

pub use bundle::{BundleKeying, Keyed, KeyingState, PassKeying};
pub use mend::{BundleSlips, Mend, Mended};
pub use reading::{Reading, SectionReading, Unfinished, UnfinishedSection};

pub(crate) use mend::check_numbers_agree;
pub(crate) use reading::{check_reading, check_write_ins, same_names};

use serde::{Deserialize, Serialize};

use self::mend::{check_counted, check_mend};
use self::reading::check_unfinished;
use crate::people::duties;
use crate::round::Round;
use crate::session::{OutOfPlace, Past};
use crate::{BundleNo, Entry, Pass, PersonId, Reason, Refusal, RoundId, SheetNo};

/// Where a sheet lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub round: RoundId,
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
    BundleTaken { place: Place },
    #[serde(rename = "keying.sheet_keyed")]
    SheetKeyed {
        place: Place,
        /// 张.
        sheet: SheetNo,
        reading: Reading,
    },
    /// A sheet was put aside unfinished.
    #[serde(rename = "keying.sheet_paused")]
    SheetPaused {
        place: Place,
        /// 张.
        sheet: SheetNo,
        /// What was keyed so far.
        unfinished: Unfinished,
    },
    /// The last sheet was called back by its own keyer.
    #[serde(rename = "keying.sheet_recalled")]
    SheetRecalled {
        place: Place,
        /// 张.
        sheet: SheetNo,
    },
    /// A bundle was given back unkeyed or half keyed: somebody keys it anew.
    #[serde(rename = "keying.bundle_released")]
    BundleReleased { place: Place, reason: Reason },
    /// 实有张数: the keyer found another number of sheets in the bundle than planned.
    #[serde(rename = "keying.bundle_counted")]
    BundleCounted { place: Place, sheets: u32 },
    /// A keying that was handed in is put right.
    #[serde(rename = "keying.bundle_mended")]
    BundleMended { place: Place, mend: Mend, reason: Reason },
    /// A whole bundle was handed in.
    #[serde(rename = "keying.bundle_closed")]
    BundleClosed { place: Place },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "KeyingCommand"))]
pub enum Command {
    /// Take a bundle nobody has in this pass.
    TakeBundle { place: Place },
    /// Record a sheet.
    KeySheet {
        place: Place,
        /// The next sheet of it.
        sheet: SheetNo,
        reading: Reading,
    },
    /// Put a sheet aside unfinished.
    PauseSheet {
        place: Place,
        /// The next sheet of it.
        sheet: SheetNo,
        /// What was keyed so far.
        unfinished: Unfinished,
    },
    /// Call back the sheet keyed last.
    RecallSheet {
        place: Place,
        /// The last one keyed.
        sheet: SheetNo,
    },
    /// Give back a bundle that is not handed in: by its teller, or by a scrutineer when the teller
    /// is called away.
    ReleaseBundle {
        place: Place,
        /// Why; not empty.
        reason: String,
    },
    /// Say how many sheets the bundle in hand really holds.
    CountBundle {
        place: Place,
        /// Sheets in it, at least those keyed.
        sheets: u32,
    },
    /// Put a keying right that was handed in: by a scrutineer who has looked at the paper.
    MendBundle {
        place: Place,
        mend: Mend,
        /// Why; not empty.
        reason: String,
    },
    /// Hand in a bundle when all of its sheets are keyed.
    CloseBundle { place: Place },
}

pub(crate) fn decide(
    session: &Past,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::TakeBundle { place } => {
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
            let (_, keying) = own_bundle(session, *place, actor)?;
            check_recallable(keying, *sheet)?;
            Event::SheetRecalled { place: *place, sheet: *sheet }
        }
        Command::ReleaseBundle { place, reason } => {
            check_releasable(session, *place, actor)?;
            Event::BundleReleased { place: *place, reason: Reason::given(reason)? }
        }
        Command::CountBundle { place, sheets } => {
            let (round, bundle) = own_bundle(session, *place, actor)?;
            check_counted(round, bundle, *sheets)?;
            Event::BundleCounted { place: *place, sheets: *sheets }
        }
        Command::MendBundle { place, mend, reason } => {
            check_mend(session, *place, *mend)?;
            let reason = Reason::given(reason)?;
            Event::BundleMended { place: *place, mend: *mend, reason }
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

fn check_recallable(keying: &BundleKeying, sheet: SheetNo) -> Result<(), Refusal> {
    let last = keying.last();
    if keying.unfinished().is_some() {
        return Err(Refusal::SheetPutAside { sheet: keying.next() });
    }
    if sheet.0 == 0 || sheet != last { Err(Refusal::OnlyTheLastSheet { last }) } else { Ok(()) }
}

/// Tells whether `teller` may take the bundle; used by the desk to show which are free.
pub(crate) fn check_takeable(
    session: &Past,
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
            name: session.people.name_of(taken.teller()).to_owned(),
        });
    }
    if round.pass(pass.other()).bundle(bundle).is_some_and(|other| other.teller() == teller) {
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

fn check_here(session: &Past, bundle: BundleNo, keying: &BundleKeying) -> Result<(), Refusal> {
    match keying.lent() {
        Some(_) => Err(Refusal::BundleIsLent {
            bundle,
            name: session.people.name_of(keying.teller()).to_owned(),
        }),
        None => Ok(()),
    }
}

fn open_bundle(session: &Past, place: Place) -> Result<(&Round, &BundleKeying), Refusal> {
    let round = session.round(place.round)?;
    round.counting()?;
    let bundle = round
        .pass(place.pass)
        .bundle(place.bundle)
        .ok_or(Refusal::BundleNotTaken { bundle: place.bundle })?;
    check_here(session, place.bundle, bundle)?;
    if bundle.handed_in().is_some() {
        return Err(Refusal::BundleClosed { bundle: place.bundle });
    }
    Ok((round, bundle))
}

fn own_bundle<'a>(
    session: &'a Past,
    place: Place,
    teller: &PersonId,
) -> Result<(&'a Round, &'a BundleKeying), Refusal> {
    let (round, bundle) = open_bundle(session, place)?;
    if bundle.teller() != teller {
        return Err(Refusal::BundleTaken {
            bundle: place.bundle,
            name: session.people.name_of(bundle.teller()).to_owned(),
        });
    }
    Ok((round, bundle))
}

fn check_releasable(session: &Past, place: Place, actor: &PersonId) -> Result<(), Refusal> {
    let (_, bundle) = open_bundle(session, place)?;
    if bundle.teller() != actor {
        session.people.require(actor, duties::SCRUTINEERS)?;
    }
    Ok(())
}

fn check_next(
    round: &Round,
    bundle: &BundleKeying,
    place: Place,
    sheet: SheetNo,
) -> Result<(), Refusal> {
    let next = bundle.next();
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

/// Both passes must hold every bundle, handed in.
pub(crate) fn check_keyed(round: &Round) -> Result<(), Refusal> {
    for pass in Pass::BOTH {
        let bundle = round.pass(pass).first_open();
        if bundle.0 <= round.bundles() {
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

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::BundleTaken { place } => {
            let round = session.round_mut(place.round)?;
            round.at_work.insert(entry.actor.clone());
            let taken = BundleKeying::taken_by(entry.actor.clone(), entry.at);
            round.pass_mut(place.pass).take(place.bundle, taken)
        }
        Event::SheetKeyed { place, reading, .. } => {
            let round = session.round_mut(place.round)?;
            check_reading(round.contests(), reading)
                .map_err(|_| OutOfPlace("a reading that does not fit the ballot"))?;
            round.pass_mut(place.pass).key(place.bundle, reading.clone(), entry.at)
        }
        Event::SheetPaused { place, unfinished, .. } => session
            .round_mut(place.round)?
            .change(*place, |keying| keying.put_aside(unfinished.clone())),
        Event::SheetRecalled { place, .. } => {
            session.round_mut(place.round)?.change(*place, BundleKeying::recall)
        }
        Event::BundleReleased { place, .. } => {
            let round = session.round_mut(place.round)?;
            round.pass_mut(place.pass).give_back(place.bundle).map(drop)
        }
        Event::BundleCounted { place, sheets } => {
            session.round_mut(place.round)?.change(*place, |keying| keying.count(*sheets))
        }
        Event::BundleMended { place, mend, reason } => {
            let round = session.round_mut(place.round)?;
            round.at_work.insert(entry.actor.clone());
            round.mended.push(Mended {
                pass: place.pass,
                bundle: place.bundle,
                mend: *mend,
                by: entry.actor.clone(),
                at: entry.at,
                reason: reason.clone(),
            });
            round.mend(*place, *mend)
        }
        Event::BundleClosed { place } => {
            let round = session.round_mut(place.round)?;
            round.change(*place, BundleKeying::hand_in)?;
            round.settle_bundle(place.bundle);
            Ok(())
        }
    }
}

impl Round {
    fn change(
        &mut self,
        place: Place,
        next: impl FnOnce(BundleKeying) -> Result<BundleKeying, OutOfPlace>,
    ) -> Result<(), OutOfPlace> {
        self.pass_mut(place.pass).change(place.bundle, next)
    }
}
