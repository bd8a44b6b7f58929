//! 进度: how fast a pass is keyed, from the times in the journal. Said as an estimate, and no rule
//! asks for it.

use crate::Timestamp;

/// Longer than this between two sheets of a bundle, in seconds, is a break and no keying.
const BREAK: i64 = 180;

/// Fewer sheets than this say nothing yet.
const ENOUGH: u64 = 5;

/// How long the keying of sheets has taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Time at the paper, without breaks.
    seconds: u64,
    /// Sheets keyed in it.
    sheets: u64,
}

impl Pace {
    /// A sheet was keyed at `now`; the one before, or the taking of the bundle, was at `before`.
    pub(super) fn keyed(&mut self, before: Timestamp, now: Timestamp) {
        let seconds = now.signed_duration_since(before).num_seconds();
        if let Some(seconds) = u64::try_from(seconds).ok().filter(|_| seconds <= BREAK) {
            self.seconds = self.seconds.saturating_add(seconds);
            self.sheets = self.sheets.saturating_add(1);
        }
    }

    /// Returns the minutes, rounded up, in which `keyers` people key so many sheets at this pace;
    /// `None` while too little was keyed to say.
    #[must_use]
    pub fn minutes_for(self, sheets: u32, keyers: u32) -> Option<u32> {
        if self.sheets < ENOUGH {
            return None;
        }
        let seconds = self.seconds.saturating_mul(u64::from(sheets));
        let in_a_minute = self.sheets.saturating_mul(60).saturating_mul(u64::from(keyers.max(1)));
        u32::try_from(seconds.div_ceil(in_a_minute)).ok()
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn the_time_left_is_told_from_the_pace_so_far_without_breaks() {
        let start: Timestamp = "2026-01-16T14:00:00+08:00".parse().unwrap();
        let mut pace = Pace::default();
        let mut before = start;
        for seconds in [12, 10, 8, 900, 10] {
            let now = before + TimeDelta::seconds(seconds);
            pace.keyed(before, now);
            before = now;
        }
        assert_eq!(pace.minutes_for(60, 1), None);
        pace.keyed(before, before + TimeDelta::seconds(10));
        assert_eq!(pace.minutes_for(60, 1), Some(10));
        assert_eq!(pace.minutes_for(60, 2), Some(5));
        assert_eq!(pace.minutes_for(1, 1), Some(1));
        assert_eq!(pace.minutes_for(0, 0), Some(0));
        pace.keyed(before, start);
        assert_eq!(pace.minutes_for(60, 1), Some(10));
    }
}
