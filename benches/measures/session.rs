//! How long it takes to fold a journal, and to answer what the windows ask of the session it tells.

use std::time::Duration;

use session::{Command, Entry, Session, round, views};

use crate::day::Size;
use crate::{Measured, Report, day, line, median_of_five, shown, title};

const GOAL: Duration = Duration::from_millis(50);

pub(crate) fn measure(report: &mut Report) -> Measured {
    title("A session of 3,000 sheets keyed twice (median of five)");
    for rows in [12, 100] {
        let (mut entries, rulings) = day::journal(Size { sheets: 3_000, rows });
        entries.extend(rulings);
        let folding = median_of_five(|| folded(&entries))?;
        let what = format!("folding its journal of {} entries, {rows} rows a sheet", entries.len());
        report.goal(&what, &shown(folding), "< 50 ms", folding < GOAL);
        answers(&folded(&entries)?, rows)?;
    }
    Ok(())
}

fn folded(entries: &[Entry]) -> Measured<Session> {
    Session::replay(entries).map_err(|(seq, reason)| format!("entry {seq}: {reason}").into())
}

/// What is asked while the tellers and the scrutineers work.
fn answers(session: &Session, rows: u32) -> Measured {
    let certify = Command::Round(round::Command::Certify { round: day::ROUND });
    let table = median_of_five(|| Ok(views::count::view(session, day::ROUND)?))?;
    line(&format!("its counting table, {rows} rows"), &shown(table));
    let frame = median_of_five(|| Ok(views::frame::view(session)))?;
    line(&format!("its frame, {rows} rows"), &shown(frame));
    let certified = median_of_five(|| Ok(session.decide(&certify, &day::person(day::CHIEF))?))?;
    line(&format!("whether it can be certified, {rows} rows"), &shown(certified));
    Ok(())
}
