//! 完成时限: as offices write it.

use chrono::NaiveDate;
use session::projects::day_of_deadline;

#[test]
fn the_last_day_of_a_deadline_is_read_as_offices_write_it() {
    for (text, wanted) in [
        ("2026年10月31日", Some((2026, 10, 31))),
        ("2026-10-31", Some((2026, 10, 31))),
        ("2026.9", Some((2026, 9, 30))),
        ("2026年10月", Some((2026, 10, 31))),
        ("２０２６年２月底前", Some((2026, 2, 28))),
        ("2026年 12月", Some((2026, 12, 31))),
        ("10月底", Some((2026, 10, 31))),
        ("6月中旬", Some((2026, 6, 20))),
        ("2026年6月上旬", Some((2026, 6, 10))),
        ("2026年3月至10月", Some((2026, 10, 31))),
        ("2026年3月—2027年5月", Some((2027, 5, 31))),
        ("2027年", Some((2027, 12, 31))),
        ("2026年上半年", Some((2026, 6, 30))),
        ("年底", Some((2026, 12, 31))),
        ("2026年13月", None),
        ("2026年2月30日", None),
        ("长期", None),
        ("60天", None),
        ("", None),
    ] {
        let wanted =
            wanted.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        assert_eq!(day_of_deadline(text, 2026), wanted, "{text}");
    }
}
