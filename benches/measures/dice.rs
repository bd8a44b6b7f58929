//! Marks that nobody can predict and everybody can repeat.

use tally::Mark;

/// `SplitMix64`.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A mark of a selection: six of ten for, the rest against or blank.
    pub(crate) fn mark(&mut self) -> Mark {
        match self.roll() % 10 {
            0..6 => Mark::For,
            6..8 => Mark::Against,
            _ => Mark::Blank,
        }
    }

    pub(crate) fn marks(&mut self, rows: u32) -> Vec<Mark> {
        (0..rows).map(|_| self.mark()).collect()
    }
}
