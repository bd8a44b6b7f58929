//! 差错: how often each keyer was overruled, for the report of the count.

use std::collections::BTreeMap;

use tally::Sheet;

use crate::ids::number;
use crate::round::Round;
use crate::round::keying::{BundleKeying, Reading, same_names};
use crate::round::ruling::SheetPlace;
use crate::{Pass, PersonId};

/// 差错: in how many places somebody's keying was overruled. A round has at most a million sheets, a
/// sheet far fewer rows than a number of these can hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyingErrors {
    pub pass: Pass,
    /// 计票人.
    pub teller: PersonId,
    /// Sheets of the bundles handed in.
    pub sheets: u32,
    /// Rows, and lists of names, that were read otherwise when somebody looked at the paper.
    pub places: u32,
}

impl Round {
    /// Returns in how many places each keyer was overruled, pass by pass, by the sheets that were
    /// looked at; in the order of the staff.
    #[must_use]
    pub fn errors(&self) -> Vec<KeyingErrors> {
        let mut errors: BTreeMap<(Pass, PersonId), KeyingErrors> = BTreeMap::new();
        for pass in Pass::BOTH {
            let handed_in = |(_, keying): &(_, &BundleKeying)| keying.handed_in().is_some();
            for (_, keying) in self.pass(pass).bundles().filter(handed_in) {
                let teller = keying.teller().clone();
                let none = KeyingErrors { pass, teller: teller.clone(), sheets: 0, places: 0 };
                let of = errors.entry((pass, teller)).or_insert(none);
                of.sheets = of.sheets.strict_add(keying.keyed());
            }
        }
        for place in self.rulings.odd.keys() {
            for (pass, places) in self.overruled_on(*place) {
                let keying = self.pass(pass).closed(place.bundle);
                let of = keying.and_then(|it| errors.get_mut(&(pass, it.teller().clone())));
                if let Some(of) = of {
                    of.places = of.places.strict_add(places);
                }
            }
        }
        errors.into_values().collect()
    }

    /// In how many places each pass was overruled on a sheet that is no longer open.
    fn overruled_on(&self, place: SheetPlace) -> impl Iterator<Item = (Pass, u32)> {
        let read = self.readings(place).zip(self.read(place));
        read.into_iter().flat_map(|((first, second), read)| {
            [(Pass::First, places_off(first, &read)), (Pass::Second, places_off(second, &read))]
        })
    }
}

fn places_off(reading: &Reading, read: &Sheet) -> u32 {
    let off = reading.iter().zip(read).map(|(keyed, read)| {
        let rows =
            keyed.marks.iter().zip(&read.marks).filter(|(keyed, read)| keyed != read).count();
        rows + usize::from(!same_names(&keyed.write_ins, &read.write_ins))
    });
    number(off.sum::<usize>())
}
