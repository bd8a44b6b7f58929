//! What a session keeps in memory, by the growth of the resident set: what the allocator rounds up
//! is in it.

use std::fs;

use crate::day::{Journal, Size};
use crate::{Measured, Report, day, line, title};

const GOAL_KIB: u64 = 20 * 1000 * 1000 / 1024;

pub(crate) fn measure(report: &mut Report) -> Measured {
    title("Memory");
    let Some(before) = resident_kib() else {
        line("a session of 3,000 sheets × 100 rows", "no /proc");
        return Ok(());
    };
    let size = Size { sheets: 3_000, rows: 100 };
    let mut journal = Journal::new();
    let session = day::session_of(
        day::keyed(size).chain(day::rulings(size)).map(|event| journal.entry(event)),
    )?;
    let kept = resident_kib().unwrap_or(u64::MAX).saturating_sub(before);
    let settled = session.round(day::ROUND)?.tally().sheets();
    let what = format!("a session of {settled} sheets × {} rows keyed twice", size.rows);
    report.goal(
        &what,
        &format!("{}.{} MB", kept * 1024 / 1_000_000, kept * 1024 / 100_000 % 10),
        "< 20 MB",
        kept < GOAL_KIB,
    );
    Ok(())
}

/// The resident set in KiB, where the system tells it (Linux).
fn resident_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
