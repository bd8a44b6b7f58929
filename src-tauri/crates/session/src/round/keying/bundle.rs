//! One bundle in one pass: the states it can be in, and how it goes from one to the next.

use std::collections::{BTreeMap, BTreeSet};

use super::pace::Pace;
use super::reading::{Reading, Unfinished, recalled};
use crate::ids::number;
use crate::session::OutOfPlace;
use crate::{BundleNo, LoanId, PersonId, SheetNo, Timestamp};

/// One bundle in one pass, taken by somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundleKeying {
    teller: PersonId,
    since: Timestamp,
    /// When its last sheet was keyed, or it was taken.
    touched: Timestamp,
    counted: Option<u32>,
    state: KeyingState,
}

/// How far the keying of a bundle has come. The sheets stand in the order of the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyingState {
    /// 外录: it is being keyed on another computer.
    Lent(LoanId),
    /// In its teller's hands, the next sheet not begun.
    InHand(Keyed),
    /// In its teller's hands, the next sheet half keyed.
    PutAside(Keyed, Unfinished),
    /// Handed in: changes only by being mended.
    HandedIn(Vec<Reading>),
}

/// The sheets keyed so far of a bundle in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keyed {
    /// Before the sheet that is keyed next.
    pub sheets: Vec<Reading>,
    /// 补录: behind it, where that sheet had been skipped.
    pub tail: Vec<Reading>,
}

impl BundleKeying {
    pub(super) fn taken_by(teller: PersonId, at: Timestamp) -> Self {
        Self::with(teller, at, KeyingState::InHand(Keyed::default()))
    }

    pub(in crate::round) fn lent_to(teller: PersonId, loan: LoanId, at: Timestamp) -> Self {
        Self::with(teller, at, KeyingState::Lent(loan))
    }

    fn with(teller: PersonId, at: Timestamp, state: KeyingState) -> Self {
        Self { teller, since: at, touched: at, counted: None, state }
    }

    /// Returns who keys it, or keyed it.
    #[must_use]
    pub fn teller(&self) -> &PersonId {
        &self.teller
    }

    /// Returns since when they have it.
    #[must_use]
    pub fn since(&self) -> Timestamp {
        self.since
    }

    /// 实有张数: returns the sheets its keyer found in it, where not as many as planned.
    #[must_use]
    pub fn counted(&self) -> Option<u32> {
        self.counted
    }

    /// Returns how far it has come.
    #[must_use]
    pub fn state(&self) -> &KeyingState {
        &self.state
    }

    /// Returns the loan it went out with, while it is out.
    #[must_use]
    pub fn lent(&self) -> Option<LoanId> {
        match &self.state {
            KeyingState::Lent(loan) => Some(*loan),
            KeyingState::InHand(_) | KeyingState::PutAside(..) | KeyingState::HandedIn(_) => None,
        }
    }

    /// Returns the sheets keyed so far of a bundle that its teller has in hand.
    #[must_use]
    pub fn in_hand(&self) -> Option<&Keyed> {
        match &self.state {
            KeyingState::InHand(keyed) | KeyingState::PutAside(keyed, _) => Some(keyed),
            KeyingState::Lent(_) | KeyingState::HandedIn(_) => None,
        }
    }

    /// Returns the sheet that was keyed last, the only one that can be called back; sheet 0 before
    /// any was.
    #[must_use]
    pub fn last(&self) -> SheetNo {
        SheetNo(self.in_hand().map_or_else(|| self.keyed(), |keyed| number(keyed.sheets.len())))
    }

    /// Returns the sheet that is keyed next.
    #[must_use]
    pub fn next(&self) -> SheetNo {
        SheetNo(self.last().0.saturating_add(1))
    }

    /// Returns the sheet that lies half keyed.
    #[must_use]
    pub fn unfinished(&self) -> Option<&Unfinished> {
        match &self.state {
            KeyingState::PutAside(_, unfinished) => Some(unfinished),
            KeyingState::Lent(_) | KeyingState::InHand(_) | KeyingState::HandedIn(_) => None,
        }
    }

    /// Returns the sheets of a bundle that was handed in.
    #[must_use]
    pub fn handed_in(&self) -> Option<&[Reading]> {
        match &self.state {
            KeyingState::HandedIn(sheets) => Some(sheets),
            KeyingState::Lent(_) | KeyingState::InHand(_) | KeyingState::PutAside(..) => None,
        }
    }

    /// Returns the sheets keyed here, in the order of the paper.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        let (sheets, tail): (&[Reading], &[Reading]) = match &self.state {
            KeyingState::Lent(_) => (&[], &[]),
            KeyingState::InHand(keyed) | KeyingState::PutAside(keyed, _) => {
                (&keyed.sheets, &keyed.tail)
            }
            KeyingState::HandedIn(sheets) => (sheets, &[]),
        };
        sheets.iter().chain(tail)
    }

    /// Returns how many sheets were keyed here.
    #[must_use]
    pub fn keyed(&self) -> u32 {
        number(self.readings().count())
    }

    /// A sheet is keyed.
    fn key(self, reading: Reading, at: Timestamp) -> Result<Self, OutOfPlace> {
        let keyed = self.step(|state| {
            let mut keyed = state.opened()?;
            keyed.sheets.push(reading);
            Ok(KeyingState::InHand(keyed))
        })?;
        Ok(Self { touched: at, ..keyed })
    }

    /// The next sheet is put aside half keyed.
    pub(super) fn put_aside(self, unfinished: Unfinished) -> Result<Self, OutOfPlace> {
        self.step(|state| Ok(KeyingState::PutAside(state.opened()?, unfinished)))
    }

    /// The sheet keyed last lies open again.
    pub(super) fn recall(self) -> Result<Self, OutOfPlace> {
        self.step(|state| {
            let mut keyed = state.opened()?;
            let last = keyed.sheets.pop().ok_or(OutOfPlace("no sheet to call back"))?;
            Ok(KeyingState::PutAside(keyed, recalled(&last)))
        })
    }

    /// Its keyer found so many sheets in it.
    pub(super) fn count(self, sheets: u32) -> Result<Self, OutOfPlace> {
        match self.state {
            KeyingState::InHand(_) | KeyingState::PutAside(..) => {
                Ok(Self { counted: Some(sheets), ..self })
            }
            KeyingState::Lent(_) | KeyingState::HandedIn(_) => Err(NOT_IN_HAND),
        }
    }

    /// It is handed in. A sheet begun that is not in the bundle after all, since its numbers were
    /// put right, is dropped.
    pub(super) fn hand_in(self) -> Result<Self, OutOfPlace> {
        self.step(|state| {
            let Keyed { mut sheets, tail } = state.opened()?;
            sheets.extend(tail);
            Ok(KeyingState::HandedIn(sheets))
        })
    }

    /// It comes back keyed from the other computer.
    pub(in crate::round) fn bring_back(
        self,
        counted: Option<u32>,
        sheets: Vec<Reading>,
    ) -> Result<Self, OutOfPlace> {
        match self.state {
            KeyingState::Lent(_) => {
                Ok(Self { counted, state: KeyingState::HandedIn(sheets), ..self })
            }
            KeyingState::InHand(_) | KeyingState::PutAside(..) | KeyingState::HandedIn(_) => {
                Err(OutOfPlace("a bundle brought back that was not lent"))
            }
        }
    }

    /// 补录: the sheets from there on wait until the skipped one is keyed.
    pub(in crate::round) fn open_at(self, sheet: SheetNo) -> Result<Self, OutOfPlace> {
        let found = self.keyed().checked_add(1).ok_or(OutOfPlace("more sheets than a number"))?;
        let opened = self.step(|state| {
            let mut sheets = state.handed_in()?;
            let index = index(sheet, sheets.len())?;
            let tail = sheets.split_off(index);
            Ok(KeyingState::InHand(Keyed { sheets, tail }))
        })?;
        Ok(Self { counted: Some(found), ..opened })
    }

    /// 剔除重复: one of the readings is struck.
    pub(in crate::round) fn strike(self, sheet: SheetNo) -> Result<Self, OutOfPlace> {
        let struck = self.step(|state| {
            let mut sheets = state.handed_in()?;
            let last = sheets.len().checked_sub(1).ok_or(NO_SUCH_SHEET)?;
            sheets.remove(index(sheet, last)?);
            Ok(KeyingState::HandedIn(sheets))
        })?;
        Ok(Self { counted: Some(struck.keyed()), ..struck })
    }

    fn step(
        self,
        next: impl FnOnce(KeyingState) -> Result<KeyingState, OutOfPlace>,
    ) -> Result<Self, OutOfPlace> {
        Ok(Self { state: next(self.state)?, ..self })
    }
}

const NOT_IN_HAND: OutOfPlace = OutOfPlace("something done to a bundle that is not in hand");
const NO_SUCH_SHEET: OutOfPlace = OutOfPlace("a sheet that is not in its bundle");

impl KeyingState {
    fn opened(self) -> Result<Keyed, OutOfPlace> {
        match self {
            Self::InHand(keyed) | Self::PutAside(keyed, _) => Ok(keyed),
            Self::Lent(_) | Self::HandedIn(_) => Err(NOT_IN_HAND),
        }
    }

    fn handed_in(self) -> Result<Vec<Reading>, OutOfPlace> {
        match self {
            Self::HandedIn(sheets) => Ok(sheets),
            Self::Lent(_) | Self::InHand(_) | Self::PutAside(..) => {
                Err(OutOfPlace("a keying mended that is not handed in"))
            }
        }
    }
}

/// Where a sheet lies in a list whose last possible place is `last`.
fn index(sheet: SheetNo, last: usize) -> Result<usize, OutOfPlace> {
    let index = sheet.0.checked_sub(1).and_then(|index| usize::try_from(index).ok());
    index.filter(|index| *index <= last).ok_or(NO_SUCH_SHEET)
}

/// One pass over all bundles. What is asked after every sheet is kept beside them, so that the
/// answer costs the same at the first sheet and at the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassKeying {
    bundles: BTreeMap<BundleNo, BundleKeying>,
    /// Sheets keyed in all of them.
    keyed: u32,
    /// So many bundles from the first one on are handed in, without a gap.
    in_a_row: u32,
    /// The bundles that lie in their tellers' hands.
    in_hand: BTreeSet<BundleNo>,
    pace: Pace,
}

impl PassKeying {
    /// Returns a bundle somebody took.
    #[must_use]
    pub fn bundle(&self, bundle: BundleNo) -> Option<&BundleKeying> {
        self.bundles.get(&bundle)
    }

    /// Returns the bundles somebody took, in their order.
    pub fn bundles(&self) -> impl Iterator<Item = (BundleNo, &BundleKeying)> {
        self.bundles.iter().map(|(bundle, keying)| (*bundle, keying))
    }

    /// Returns a bundle that was handed in.
    #[must_use]
    pub fn closed(&self, bundle: BundleNo) -> Option<&BundleKeying> {
        self.bundle(bundle).filter(|keying| keying.handed_in().is_some())
    }

    /// Returns the sheets of a bundle that was handed in.
    #[must_use]
    pub fn handed_in(&self, bundle: BundleNo) -> Option<&[Reading]> {
        self.bundle(bundle)?.handed_in()
    }

    /// Returns how many sheets were keyed.
    #[must_use]
    pub fn keyed(&self) -> u32 {
        self.keyed
    }

    /// Returns in how many minutes, rounded up, `sheets` more are keyed as fast as those so far, by
    /// as many people as have a bundle in hand; `None` while too little was keyed to say.
    #[must_use]
    pub fn minutes_for(&self, sheets: u32) -> Option<u32> {
        self.pace.minutes_for(sheets, number(self.in_hand.len()))
    }

    /// Returns the first bundle that is not handed in, whether there is one of that number or not.
    #[must_use]
    pub fn first_open(&self) -> BundleNo {
        BundleNo(self.in_a_row.saturating_add(1))
    }

    /// Returns the bundle this teller has in hand; one that is keyed elsewhere is not here.
    #[must_use]
    pub fn in_hand(&self, teller: &PersonId) -> Option<BundleNo> {
        let theirs = |bundle: &&BundleNo| {
            self.bundle(**bundle).is_some_and(|keying| keying.teller() == teller)
        };
        self.in_hand.iter().find(theirs).copied()
    }

    /// Somebody has a bundle from now on that nobody had.
    pub(in crate::round) fn take(
        &mut self,
        bundle: BundleNo,
        taken: BundleKeying,
    ) -> Result<(), OutOfPlace> {
        if self.bundles.contains_key(&bundle) {
            return Err(OutOfPlace("a bundle taken that somebody has"));
        }
        self.lay(bundle, taken)
    }

    /// A bundle goes from one state to the next.
    pub(in crate::round) fn change(
        &mut self,
        bundle: BundleNo,
        next: impl FnOnce(BundleKeying) -> Result<BundleKeying, OutOfPlace>,
    ) -> Result<(), OutOfPlace> {
        let changed = next(self.give_back(bundle)?)?;
        self.lay(bundle, changed)
    }

    /// A sheet of a bundle in hand is keyed.
    pub(super) fn key(
        &mut self,
        bundle: BundleNo,
        reading: Reading,
        at: Timestamp,
    ) -> Result<(), OutOfPlace> {
        let before = self.bundle(bundle).map(|keying| keying.touched);
        self.change(bundle, |keying| keying.key(reading, at))?;
        if let Some(before) = before {
            self.pace.keyed(before, at);
        }
        Ok(())
    }

    /// Nobody has a bundle any more: it is keyed anew.
    pub(in crate::round) fn give_back(
        &mut self,
        bundle: BundleNo,
    ) -> Result<BundleKeying, OutOfPlace> {
        let keying = self.bundles.remove(&bundle).ok_or(OutOfPlace("a bundle nobody took"))?;
        self.keyed =
            self.keyed.checked_sub(keying.keyed()).ok_or(OutOfPlace("fewer sheets than none"))?;
        self.in_hand.remove(&bundle);
        self.in_a_row = self.in_a_row.min(bundle.0.saturating_sub(1));
        Ok(keying)
    }

    fn lay(&mut self, bundle: BundleNo, keying: BundleKeying) -> Result<(), OutOfPlace> {
        self.keyed = self
            .keyed
            .checked_add(keying.keyed())
            .ok_or(OutOfPlace("more sheets than a number"))?;
        if keying.in_hand().is_some() {
            self.in_hand.insert(bundle);
        }
        self.bundles.insert(bundle, keying);
        while self.closed(self.first_open()).is_some() {
            self.in_a_row = self.first_open().0;
        }
        Ok(())
    }
}
