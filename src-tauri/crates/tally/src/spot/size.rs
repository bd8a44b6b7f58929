//! How many sheets are drawn: after discovery sampling, in whole numbers of any length.

use std::cmp::Ordering;

use crate::Fraction;

/// Returns how many of `sheets` must be drawn so that, if `wrong` of them were recorded wrong, none
/// of those would be among the drawn with a chance of at most `risk`: the least n with
/// C(sheets − wrong, n) / C(sheets, n) ≤ risk. Of 56 sheets 25 where 5 could change the result, at
/// 5 per cent; all but two where one could.
///
/// More wrong sheets than there are count as all of them; where none could be wrong none is drawn.
#[must_use]
pub fn sheets_to_draw(sheets: u32, wrong: u32, risk: Fraction) -> u32 {
    let (below, above) = risk.into();
    let right = sheets.saturating_sub(wrong);
    if wrong == 0 {
        return 0;
    }
    // C(right, n) / C(sheets, n) = (right × (right − 1) × …) / (sheets × (sheets − 1) × …), n factors each.
    let (mut missed, mut all) = (Whole::from(above), Whole::from(below));
    for n in 0..sheets {
        if missed.cmp(&all) != Ordering::Greater {
            return n;
        }
        missed.times(right.saturating_sub(n));
        all.times(sheets - n);
    }
    sheets
}

/// A whole number of any length, lowest part first: as many parts as it has factors, so that two of
/// as many factors are compared part by part.
struct Whole(Vec<u32>);

impl From<u32> for Whole {
    fn from(number: u32) -> Self {
        Self(vec![number])
    }
}

impl Whole {
    fn times(&mut self, factor: u32) {
        let mut carried = 0;
        for part in &mut self.0 {
            let product = u64::from(*part) * u64::from(factor) + carried;
            *part = low(product);
            carried = product >> u32::BITS;
        }
        self.0.push(low(carried));
    }

    fn cmp(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }
}

fn low(number: u64) -> u32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}
