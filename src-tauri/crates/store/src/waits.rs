//! Waiting after wrong PINs. How long follows from the tries on record; since when is measured by a
//! clock that nobody can set, from the try itself, or from the opening for tries made before: a
//! clock set back locks nobody out, and one set forward, or the file opened again, lets nobody in.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use session::PersonId;

/// When wrong PINs were typed since the session was opened.
pub(crate) struct Waits {
    opened: Instant,
    last: BTreeMap<PersonId, Instant>,
}

impl Waits {
    pub(crate) fn since(opened: Instant) -> Self {
        Self { opened, last: BTreeMap::new() }
    }

    pub(crate) fn wrong(&mut self, person: &PersonId, at: Instant) {
        self.last.insert(person.clone(), at);
    }

    /// Returns how many seconds of `delay` are left.
    pub(crate) fn left(&self, person: &PersonId, delay: u32, now: Instant) -> u32 {
        let since = self.last.get(person).unwrap_or(&self.opened);
        let waited = now.saturating_duration_since(*since);
        let left = Duration::from_secs(delay.into()).saturating_sub(waited);
        u32::try_from(left.as_millis().div_ceil(1000)).unwrap_or(delay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_counts_from_the_try_or_from_the_opening_for_a_try_made_before() {
        let opened = Instant::now();
        let after = |seconds| opened + Duration::from_secs(seconds);
        let [chief, teller] = ["chief", "teller"].map(|id| PersonId(id.to_owned()));
        let mut waits = Waits::since(opened);
        assert_eq!(waits.left(&chief, 0, opened), 0, "nothing to wait for");
        assert_eq!(waits.left(&chief, 15, opened), 15, "tried before it was opened");
        waits.wrong(&chief, after(100));
        assert_eq!(waits.left(&chief, 30, after(100)), 30);
        assert_eq!(waits.left(&chief, 30, after(129)), 1);
        assert_eq!(waits.left(&chief, 30, after(130)), 0);
        assert_eq!(waits.left(&chief, 30, after(129) + Duration::from_millis(1)), 1, "not yet 0");
        assert_eq!(waits.left(&teller, 15, after(14)), 1, "everybody has their own");
        assert_eq!(waits.left(&teller, 15, after(15)), 0);
    }
}
