//! 日期: the day something is voted on, and the days a session lasts. A session is often held over two
//! days: what hangs on an item of a sitting is dated with that sitting, everything else with the
//! session.

use chrono::{Datelike, NaiveDate};
use session::ballot::Ballot;
use session::floor::meeting::Meeting;
use session::sittings::ItemKind;
use session::{HandVoteId, Session};

/// Returns the day a ballot is voted on.
pub(super) fn of_ballot(session: &Session, named: &Meeting, ballot: &Ballot) -> NaiveDate {
    session.day_of_ballot(ballot).unwrap_or(named.held_on)
}

/// Returns the day a motion without paper is put.
pub(super) fn of_motion(session: &Session, named: &Meeting, vote: HandVoteId) -> NaiveDate {
    session.day_of_motion(vote).unwrap_or(named.held_on)
}

/// 会期: returns the first and the last day of the session.
pub(super) fn of_meeting(session: &Session, named: &Meeting) -> (NaiveDate, NaiveDate) {
    session.days().unwrap_or((named.held_on, named.held_on))
}

/// Returns the day whoever was elected on this one swears: that of the first item for it, else the
/// same.
pub(super) fn of_oath(session: &Session, elected: NaiveDate) -> NaiveDate {
    let agenda = session.agenda();
    let oaths = agenda.iter().filter(|line| line.kind == ItemKind::Oath);
    let days = oaths.filter_map(|line| line.sitting).map(|sitting| sitting.held_on);
    days.filter(|day| *day >= elected).min().unwrap_or(elected)
}

/// Returns days as papers write them: 2026年1月16日, 2026年1月16日至17日, 2026年1月31日至2月1日.
pub(super) fn said((first, last): (NaiveDate, NaiveDate)) -> String {
    let whole = first.format("%Y年%-m月%-d日").to_string();
    if first == last {
        return whole;
    }
    let form = if first.year() != last.year() {
        "%Y年%-m月%-d日"
    } else if first.month() != last.month() {
        "%-m月%-d日"
    } else {
        "%-d日"
    };
    format!("{whole}至{}", last.format(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_without_what_both_have() {
        let day = |text: &str| text.parse().unwrap();
        for (first, last, written) in [
            ("2026-01-16", "2026-01-16", "2026年1月16日"),
            ("2026-01-16", "2026-01-17", "2026年1月16日至17日"),
            ("2026-01-31", "2026-02-01", "2026年1月31日至2月1日"),
            ("2025-12-31", "2026-01-01", "2025年12月31日至2026年1月1日"),
        ] {
            assert_eq!(said((day(first), day(last))), written);
        }
    }
}
