//! 万元: amounts as people write them, kept exactly.

const YUAN_IN_TEN_THOUSAND: u64 = 10_000;

/// Returns an amount written in 万元 (digits, at most four decimals) in whole yuan, `None` if it is
/// no such amount or over 4,294,967,295 yuan.
pub(crate) fn yuan_from_ten_thousands(text: &str) -> Option<u32> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || decimals.len() > 4 {
        return None;
    }
    let yuan: u64 = format!("{decimals:0<4}").parse().ok()?;
    let total = whole.parse::<u64>().ok()?.checked_mul(YUAN_IN_TEN_THOUSAND)?.checked_add(yuan)?;
    u32::try_from(total).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (text, yuan) in [
            ("386.00", 3_860_000),
            ("78.5", 785_000),
            ("0.0001", 1),
            ("12", 120_000),
            ("429496.7295", u32::MAX),
        ] {
            assert_eq!(yuan_from_ten_thousands(text), Some(yuan), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "1.23456",
            "-1",
            "1e3",
            "约30",
            "429496.7296",
            "1.2.3",
            "99999999999999999999",
        ] {
            assert_eq!(yuan_from_ten_thousands(text), None, "{text}");
        }
    }
}
