//! How a day and an amount of money are written in words, in papers, tables and windows alike.

use chrono::{Datelike, NaiveDate};

/// Returns a day as official papers have it: 2026年1月16日.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// Returns an amount in yuan as 万元, without loss and without needless noughts: 2985000 is 298.5.
#[must_use]
pub fn in_ten_thousands(yuan: impl Into<u64>) -> String {
    let yuan: u64 = yuan.into();
    let text = format!("{}.{:04}", yuan / 10_000, yuan % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yuan_are_written_as_ten_thousands_without_loss() {
        let written = [
            (0_u32, "0"),
            (1, "0.0001"),
            (100, "0.01"),
            (12_345, "1.2345"),
            (865_000, "86.5"),
            (1_200_000, "120"),
        ];
        for (yuan, text) in written {
            assert_eq!(in_ten_thousands(yuan), text);
        }
    }
}
