//! 入计: a sheet goes into the count once nothing about it is open, and comes out as it went in.

use tally::Tally;

use super::StillOpen;
use crate::BundleNo;
use crate::round::Round;
use crate::round::keying::check_keyed;
use crate::round::ruling::SheetPlace;

impl Round {
    /// Takes the sheets of a bundle out of the count and forgets what is open on them; none of them
    /// is ruled on.
    pub(crate) fn take_out_bundle(&mut self, bundle: BundleNo) {
        let places: Vec<SheetPlace> = self.sheets_of(bundle).collect();
        for place in places {
            self.take_out(place);
            self.rulings.odd.remove(&place);
        }
    }

    /// Counts the sheets of a bundle that agree, when both passes have handed it in.
    pub(crate) fn settle_bundle(&mut self, bundle: BundleNo) {
        self.compared |= check_keyed(self).is_ok();
        let places: Vec<SheetPlace> = self.sheets_of(bundle).collect();
        for place in places {
            self.settle(place);
        }
    }

    /// Takes note of what is open on a sheet, and counts it once nothing is.
    pub(crate) fn settle(&mut self, place: SheetPlace) {
        if self.readings(place).is_none() {
            return;
        }
        let agreed = self.agreed(place);
        let doubtful =
            agreed.as_ref().map_or_else(Vec::new, |sheet| self.doubtful_in(place, sheet));
        let sections =
            doubtful.iter().filter(|section| self.verdict(section.place).is_none()).count();
        let open = StillOpen { difference: agreed.is_none(), sections };
        if open.difference || self.difference_is_ruled(place) || !doubtful.is_empty() {
            self.rulings.odd.insert(place, open);
        } else {
            self.rulings.odd.remove(&place);
        }
        if let Some(sheet) = agreed.and_then(|agreed| self.as_ruled(place, agreed, &doubtful))
            && self.rulings.settled.insert(place)
        {
            self.tally.add(&sheet);
        }
    }

    /// Takes a sheet out of the count, as it was put in. A journal that no command could have
    /// written may have changed it in between: then the others are counted afresh.
    pub(crate) fn take_out(&mut self, place: SheetPlace) {
        let sheet = self.settled(place).filter(|_| self.rulings.settled.contains(&place));
        self.rulings.settled.remove(&place);
        if sheet.is_some_and(|sheet| !self.tally.remove(&sheet)) {
            self.count_settled_sheets();
        }
    }

    /// Counts afresh what is settled.
    pub(crate) fn count_settled_sheets(&mut self) {
        let mut tally = Tally::new(&self.contests);
        for sheet in self.rulings.settled.iter().filter_map(|place| self.settled(*place)) {
            tally.add(&sheet);
        }
        self.tally = tally;
    }

    /// Takes back every ruling on a sheet: it is open again.
    pub(crate) fn unsettle(&mut self, place: SheetPlace) {
        self.take_out(place);
        self.rulings.differences.remove(&place);
        self.rulings.sections.retain(|section, _| section.place != place);
        self.settle(place);
    }
}
