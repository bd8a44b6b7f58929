//! 日期: days and months in the form of official papers, 2026年10月31日, however they were written.

use chrono::{Days, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use super::grid::{Cell, Day};

/// Days that a bare number of a workbook may mean: 1954 to 2118.
const SERIALS: std::ops::RangeInclusive<u64> = 20_000..=80_000;

/// A text that is a day, a month, or neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Dated {
    Day(NaiveDate),
    Month(u16, u8),
    /// 12月, 2027年10月底, and what no rule can tell: as written.
    Other,
    /// 2026-02-30.
    NoSuchDay,
}

/// Reads what a cell says of time. Of a number such as 2027.1 nobody can tell whether January or
/// October is meant: it stays as it stands.
pub(crate) fn dated(cell: &Cell) -> Dated {
    match cell {
        Cell::Day(Day { year, month, of_month }) => checked(*year, *month, *of_month),
        Cell::Number(figures) => match figures.parse::<u64>() {
            Ok(serial) if SERIALS.contains(&serial) => of_serial(serial),
            Err(_) if figures.ends_with(".1") => Dated::Other,
            Ok(_) | Err(_) => of_text(figures),
        },
        // Saved as text, a day may have become its number.
        Cell::Text(text) => match text.trim().parse::<u64>() {
            Ok(serial) if SERIALS.contains(&serial) => of_serial(serial),
            Ok(_) | Err(_) => of_text(text),
        },
        Cell::Blank | Cell::NoValue(_) | Cell::Error(_) => Dated::Other,
    }
}

fn of_serial(serial: u64) -> Dated {
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|epoch| epoch.checked_add_days(Days::new(serial)));
    day.map_or(Dated::Other, |day| of_text(&day.format("%Y-%m-%d").to_string()))
}

fn checked(year: u16, month: u8, day: u8) -> Dated {
    let day = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    day.map_or(Dated::NoSuchDay, Dated::Day)
}

fn of_text(text: &str) -> Dated {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    // A clock behind the day says nothing here: 2027-08-31 00:00:00 and 2027-08-31T00:00:00.
    let text = match text.find(':').and_then(|at| text.get(..at)) {
        Some(head) => head.get(..10).unwrap_or(head).to_owned(),
        None => text,
    };
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |range| text.get(range).unwrap_or_default();
        return of_parts(&[part(0..4), part(4..6), part(6..8)]);
    }
    if text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |range| text.get(range).unwrap_or_default();
        return of_parts(&[part(0..4), part(4..6)]);
    }
    let ends_in_mark = text.ends_with(['日', '号', '月']);
    let text = text.trim_end_matches(['日', '号', '月']);
    // 2027年1-9月 and 2027.3-9 are spans of months.
    let marks = ['-', '/', '.'].into_iter().filter(|mark| text.contains(*mark)).count();
    if marks > 1 || (marks == 1 && text.contains('年')) {
        return Dated::Other;
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).collect();
    if parts.len() == 2 && !ends_in_mark && text.contains('月') {
        return Dated::Other;
    }
    of_parts(&parts)
}

fn of_parts(parts: &[&str]) -> Dated {
    let figures = |part: &&str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let small = |part: &str| part.parse::<u8>().unwrap_or(0);
    let [year, rest @ ..] = parts else { return Dated::Other };
    if year.len() != 4 || !figures(year, 4) || !rest.iter().all(|part| figures(part, 2)) {
        return Dated::Other;
    }
    let year = year.parse().unwrap_or(0);
    if !(1900..=2200).contains(&year) {
        return Dated::Other;
    }
    match rest {
        [month, day] => checked(year, small(month), small(day)),
        [month] if (1..=12).contains(&small(month)) => Dated::Month(year, small(month)),
        [_] => Dated::NoSuchDay,
        _ => Dated::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Dated {
        Dated::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    fn of(text: &str) -> Dated {
        dated(&Cell::Text(text.to_owned()))
    }

    #[test]
    fn days_in_every_usual_form() {
        for text in [
            "2027-08-31",
            "2027/8/31",
            "2027.8.31",
            "２０２７．８．３１",
            "2027年8月31日",
            "20270831",
            "2027年08月31号",
            "2027-08-31 00:00:00",
        ] {
            assert_eq!(of(text), day(2027, 8, 31), "{text}");
        }
        assert_eq!(dated(&Cell::Number("46630".into())), day(2027, 8, 31));
        assert_eq!(of("46630"), day(2027, 8, 31));
        assert_eq!(of("2026-02-30"), Dated::NoSuchDay);
    }

    #[test]
    fn months_and_what_is_neither() {
        for text in ["202709", "2027.9", "2027-09", "2027/9", "2027年9月", "2027年09月"] {
            assert_eq!(of(text), Dated::Month(2027, 9), "{text}");
        }
        for text in [
            "12月",
            "2027年10月底",
            "年底前",
            "2027",
            "5月",
            "2027年",
            "1.5",
            "2027年1-9月",
            "2027.3-9",
        ] {
            assert_eq!(of(text), Dated::Other, "{text}");
        }
        assert_eq!(dated(&Cell::Number("2027.1".into())), Dated::Other);
        assert_eq!(dated(&Cell::Number("2027.9".into())), Dated::Month(2027, 9));
    }
}
