//! Exact fractions: thresholds and quorums are never computed with decimals.

use serde::{Deserialize, Serialize};

/// A fraction p/q with 0 ≤ p ≤ q and q ≥ 1, written `[p, q]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(try_from = "(u32, u32)", into = "(u32, u32)")]
#[cfg_attr(feature = "ts", ts(type = "[number, number]"))]
pub struct Fraction {
    numerator: u32,
    denominator: u32,
}

/// Two numbers that are no fraction between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{numerator}/{denominator} is not a fraction between 0 and 1")]
pub struct FractionError {
    /// The number above the line.
    pub numerator: u32,
    /// The number below the line.
    pub denominator: u32,
}

impl Fraction {
    /// One half, the fraction of articles 25 and 29.
    pub const HALF: Self = Self { numerator: 1, denominator: 2 };
    /// Two thirds, the fraction of article 14.
    pub const TWO_THIRDS: Self = Self { numerator: 2, denominator: 3 };

    /// Returns the fraction, or an error unless 0 ≤ numerator ≤ denominator and denominator ≥ 1.
    ///
    /// # Errors
    /// [`FractionError`] with both numbers.
    pub const fn new(numerator: u32, denominator: u32) -> Result<Self, FractionError> {
        if denominator == 0 || numerator > denominator {
            return Err(FractionError { numerator, denominator });
        }
        Ok(Self { numerator, denominator })
    }

    /// The least whole number that is more than this fraction of `whole`, which is at most a
    /// million: of the largest `u32` no more than all of it is told.
    #[must_use]
    pub fn least_over(self, whole: u32) -> u32 {
        self.floor_of(whole).saturating_add(1)
    }

    /// The least whole number that is at least this fraction of `whole`.
    #[must_use]
    pub fn least_at_least(self, whole: u32) -> u32 {
        let floor = self.floor_of(whole);
        let exact = u64::from(whole) * u64::from(self.numerator)
            == u64::from(floor) * u64::from(self.denominator);
        if exact { floor } else { floor.saturating_add(1) }
    }

    fn floor_of(self, whole: u32) -> u32 {
        let floor = u64::from(whole) * u64::from(self.numerator) / u64::from(self.denominator);
        u32::try_from(floor).unwrap_or(u32::MAX)
    }
}

impl TryFrom<(u32, u32)> for Fraction {
    type Error = FractionError;

    fn try_from((numerator, denominator): (u32, u32)) -> Result<Self, FractionError> {
        Self::new(numerator, denominator)
    }
}

impl From<Fraction> for (u32, u32) {
    fn from(fraction: Fraction) -> Self {
        (fraction.numerator, fraction.denominator)
    }
}
