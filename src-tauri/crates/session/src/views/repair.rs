//! 更正后要录什么: who has to key what before everything can be compared again.

use serde::Serialize;

use crate::round::Round;
use crate::round::keying::BundleKeying;
use crate::session::Past;
use crate::{BundleNo, Pass, PersonId, SheetNo};

/// A bundle that must be keyed in one pass, after both keyings were whole once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToKey {
    /// 捆.
    pub bundle: BundleNo,
    pub pass: Pass,
    /// Who has it and keys on; nobody while somebody is still to take it.
    pub teller: Option<String>,
    /// Who keyed its other pass and cannot key this one.
    pub barred: Option<String>,
    /// 补录: the only sheet that is missing.
    pub sheet: Option<SheetNo>,
    /// Sheets keyed.
    pub keyed: u32,
    /// Sheets in it, as its keyer found.
    pub sheets: u32,
    /// 外录: it is keyed on another computer.
    pub lent: bool,
}

/// Returns what must be keyed again, bundle by bundle; nothing until both keyings were whole once.
#[must_use]
pub fn to_key(session: &Past, round: &Round) -> Vec<ToKey> {
    if !round.is_compared() {
        return Vec::new();
    }
    let places =
        (1..=round.bundles()).flat_map(|bundle| Pass::BOTH.map(|pass| (BundleNo(bundle), pass)));
    places.filter_map(|(bundle, pass)| bundle_to_key(session, round, bundle, pass)).collect()
}

fn bundle_to_key(session: &Past, round: &Round, bundle: BundleNo, pass: Pass) -> Option<ToKey> {
    if round.pass(pass).closed(bundle).is_some() {
        return None;
    }
    let name = |id: &PersonId| session.people.name_of(id).to_owned();
    let keying = round.pass(pass).bundle(bundle);
    let (keyed, sheets) = (keying.map_or(0, BundleKeying::keyed), round.sheets_for(pass, bundle));
    let one_left =
        |keying: &&BundleKeying| keying.in_hand().is_some() && keyed.saturating_add(1) == sheets;
    Some(ToKey {
        bundle,
        pass,
        teller: keying.map(|keying| name(keying.teller())),
        barred: round.pass(pass.other()).bundle(bundle).map(|other| name(other.teller())),
        sheet: keying.filter(one_left).map(BundleKeying::next),
        keyed,
        sheets,
        lent: keying.is_some_and(|keying| keying.lent().is_some()),
    })
}
