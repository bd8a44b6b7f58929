//! 错位的更正: a bundle that holds more or fewer sheets than planned, and a handed-in keying that
//! skipped a sheet or has one twice.
//!
//! Bundles are counted by hand, so their sizes are what both keyers found, and only the sum must be
//! what was returned (docs/rules.md, 4). A keying is mended by keying what is missing, never what
//! already agrees; what was recorded stays in the journal.

use serde::{Deserialize, Serialize};

use super::align::{Slip, slips};
use super::{BundleKeying, Place, check_keyed};
use crate::round::Round;
use crate::session::{OutOfPlace, Past};
use crate::{BundleNo, Pass, PersonId, Reason, Refusal, SheetNo, Timestamp};

/// How a handed-in keying is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "mend", rename_all = "snake_case", deny_unknown_fields)]
pub enum Mend {
    /// 重录: somebody keys the whole bundle anew.
    Anew,
    /// 补录: a sheet was skipped, its keyer keys it now.
    Skipped {
        /// Where it belongs in this keying.
        sheet: SheetNo,
    },
    /// 剔除重复: a sheet was keyed twice, one of the readings is struck.
    Doubled { sheet: SheetNo },
}

/// 补录、重录: a keying that was handed in and put right, as reports and minutes tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    pub pass: Pass,
    pub bundle: BundleNo,
    pub mend: Mend,
    /// Who had it put right.
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Reason,
}

/// A bundle in which a pass likely slipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BundleSlips {
    /// 捆.
    pub bundle: BundleNo,
    /// Sheets planned to be in it.
    pub planned: u32,
    /// 首录张数.
    pub first: u32,
    /// 复录张数.
    pub second: u32,
    /// Where it likely happened, in the order of the paper.
    pub slips: Vec<Slip>,
}

impl Round {
    /// Returns how many sheets a bundle holds for a pass: what its keyer counted, else what was
    /// planned.
    #[must_use]
    pub fn sheets_for(&self, pass: Pass, bundle: BundleNo) -> u32 {
        self.pass(pass)
            .bundle(bundle)
            .and_then(BundleKeying::counted)
            .unwrap_or_else(|| self.sheets_in(bundle))
    }

    /// Returns the sheets keyed in both passes of a bundle that both handed in.
    #[must_use]
    pub fn both_keyed(&self, bundle: BundleNo) -> Option<[u32; 2]> {
        let keyed = |pass| Some(self.pass(pass).closed(bundle)?.keyed());
        Some([keyed(Pass::First)?, keyed(Pass::Second)?])
    }

    /// Returns the bundles that both passes handed in with different numbers of sheets: nothing in
    /// them can be compared.
    pub fn bundles_apart(&self) -> impl Iterator<Item = (BundleNo, [u32; 2])> {
        let keyed = (1..=self.bundles())
            .map(BundleNo)
            .filter_map(|bundle| Some((bundle, self.both_keyed(bundle)?)));
        keyed.filter(|(_, [first, second])| first != second)
    }

    /// Returns the bundles in which a pass likely slipped: those with different numbers of sheets,
    /// those whose differences read like a sheet skipped or keyed twice, and where the sum is not
    /// what was returned, those that are not of the planned size.
    #[must_use]
    pub fn slipped(&self) -> Vec<BundleSlips> {
        (1..=self.bundles()).filter_map(|bundle| self.slips_in(BundleNo(bundle))).collect()
    }

    fn slips_in(&self, bundle: BundleNo) -> Option<BundleSlips> {
        let [first, second] = self.both_keyed(bundle)?;
        let planned = self.sheets_in(bundle);
        let off = || check_keyed(self).is_ok() && self.first.keyed() != self.control().returned;
        if first == second && first != planned && off() {
            return Some(BundleSlips { bundle, planned, first, second, slips: Vec::new() });
        }
        if first == second && self.open_differences_in(bundle) < 2 {
            return None;
        }
        let slips = slips(self.first.handed_in(bundle)?, self.second.handed_in(bundle)?, planned);
        (first != second || !slips.is_empty()).then_some(BundleSlips {
            bundle,
            planned,
            first,
            second,
            slips,
        })
    }

    /// Returns every keying that was put right after it was handed in, in order.
    #[must_use]
    pub fn mended(&self) -> &[Mended] {
        &self.mended
    }

    pub(super) fn mend(&mut self, place: Place, mend: Mend) -> Result<(), OutOfPlace> {
        self.take_out_bundle(place.bundle);
        let pass = self.pass_mut(place.pass);
        match mend {
            Mend::Anew => drop(pass.give_back(place.bundle)?),
            Mend::Skipped { sheet } => {
                pass.change(place.bundle, |keying| keying.open_at(sheet))?;
            }
            Mend::Doubled { sheet } => pass.change(place.bundle, |keying| keying.strike(sheet))?,
        }
        self.settle_bundle(place.bundle);
        Ok(())
    }
}

/// Tells whether the keyer may say that the bundle holds so many sheets: not fewer than keyed, not
/// more than were returned.
pub(crate) fn check_counted(
    round: &Round,
    keying: &BundleKeying,
    sheets: u32,
) -> Result<(), Refusal> {
    let (least, most) = (keying.keyed(), round.control().returned);
    if !(least..=most).contains(&sheets) {
        return Err(Refusal::NumberOutOfRange { least, most });
    }
    if keying.unfinished().is_some() && sheets == least {
        return Err(Refusal::SheetPutAside { sheet: keying.next() });
    }
    Ok(())
}

/// A scrutineer mends a keying that was handed in, as long as nothing on its sheets is ruled on.
pub(crate) fn check_mend(session: &Past, place: Place, mend: Mend) -> Result<(), Refusal> {
    let round = session.round(place.round)?;
    round.counting()?;
    let Place { pass, bundle, .. } = place;
    let keying = round.pass(pass).closed(bundle).ok_or(Refusal::BundleNotHandedIn { bundle })?;
    if let Some(sheet) = round.ruled_in(bundle) {
        return Err(Refusal::BundleIsRuled { bundle, sheet });
    }
    let keyed = keying.keyed();
    match mend {
        Mend::Anew => {}
        Mend::Skipped { sheet } => {
            if !(1..=keyed.saturating_add(1)).contains(&sheet.0) {
                return Err(Refusal::NumberOutOfRange { least: 1, most: keyed.saturating_add(1) });
            }
            if let Some(in_hand) =
                Pass::BOTH.into_iter().find_map(|pass| round.pass(pass).in_hand(keying.teller()))
            {
                return Err(Refusal::BundleInHand { bundle: in_hand });
            }
        }
        Mend::Doubled { sheet } => {
            if !(1..=keyed).contains(&sheet.0) {
                return Err(Refusal::NumberOutOfRange { least: 1, most: keyed });
            }
        }
    }
    Ok(())
}

/// The passes must hold the same sheets, as many as were returned.
pub(crate) fn check_numbers_agree(round: &Round) -> Result<(), Refusal> {
    if let Some((bundle, [first, second])) = round.bundles_apart().next() {
        return Err(Refusal::PassesApart { bundle, first, second });
    }
    let returned = round.control().returned;
    match Pass::BOTH
        .into_iter()
        .map(|pass| (pass, round.pass(pass).keyed()))
        .find(|(_, keyed)| *keyed != returned)
    {
        Some((pass, keyed)) => Err(Refusal::PassTotalDiffers { pass, keyed, returned }),
        None => Ok(()),
    }
}
