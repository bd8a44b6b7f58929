//! A million sheets of twelve rows: the tally against SQLite's GROUP BY over the same marks, in
//! memory and indexed for that very question.

use std::collections::BTreeMap;
use std::time::Duration;

use rusqlite::Connection;
use tally::{Cap, Kind, Mark, SeatsRule, Section, Sheet, Tally, WriteIn, WriteInMark, WriteIns};

use crate::dice::Dice;
use crate::{Measured, Report, day, line, median_of_five, shown, timed, title};

const SHEETS: u32 = 1_000_000;
const ROWS: u32 = 12;
const GOAL: f64 = 20.0;

/// How often each mark stands in each row: by row from 0, then 赞成 0, 反对 1, blank 2.
type Counts = BTreeMap<(u32, u32), u32>;

fn number_of(mark: Mark) -> u32 {
    match mark {
        Mark::For => 0,
        Mark::Against => 1,
        Mark::Abstain | Mark::Blank | Mark::Illegible | Mark::Multiple | Mark::Grade(_) => 2,
    }
}

pub(crate) fn measure(report: &mut Report) -> Measured {
    title("Counting 1,000,000 sheets × 12 rows");
    let mut dice = Dice(2);
    let sheets: Vec<Sheet> = (0..SHEETS)
        .map(|_| vec![Section { marks: dice.marks(ROWS), ..Section::default() }])
        .collect();
    let database = filled(&sheets)?;
    // The best of three of each: both answer from warm memory.
    let mut ours = best_of_three(|| Ok(tallied(&sheets)))?;
    let theirs = best_of_three(|| grouped(&database))?;
    if ours.0 != theirs.0 {
        return Err("the tally and SQLite do not agree".into());
    }
    line("SQLite, GROUP BY over a clustered index", &shown(theirs.1));
    line("tally", &shown(ours.1));
    ours.1 = ours.1.max(Duration::from_nanos(1));
    let ratio = theirs.1.as_secs_f64() / ours.1.as_secs_f64();
    report.goal("times faster", &format!("{ratio:.1}"), "≥ 20", ratio >= GOAL);
    names(report)
}

/// Ten times as many names take about ten times as long: none is held against all others.
fn names(report: &mut Report) -> Measured {
    let written_in = |names: u32| {
        let name = |number| WriteIn { name: format!("代表{number}"), mark: WriteInMark::For };
        vec![Section {
            marks: vec![Mark::Against; 500],
            write_ins: (0..names).map(name).collect(),
            ruling: None,
        }]
    };
    let mut contest = day::contest(500);
    if let Kind::Selection(rule) = contest.kind {
        let rule = SeatsRule { write_ins: WriteIns::Allowed, cap: Cap::None, ..rule };
        contest.kind = Kind::Election(rule);
    }
    let taken = |names: u32| {
        let sheet = written_in(names);
        median_of_five(|| {
            let mut tally = Tally::new(std::slice::from_ref(&contest));
            tally.add(&sheet);
            Ok((tally.doubts(&sheet), tally))
        })
    };
    let (few, many) = (taken(6_000)?, taken(60_000)?);
    line("60,000 names written in beside 500 options, counted and looked over", &shown(many));
    let ratio = many.as_secs_f64() / few.max(Duration::from_nanos(1)).as_secs_f64();
    report.goal("times as long as 6,000 names", &format!("{ratio:.1}"), "≤ 20", ratio <= 20.0);
    Ok(())
}

fn best_of_three(mut work: impl FnMut() -> Measured<Counts>) -> Measured<(Counts, Duration)> {
    let mut best = Duration::MAX;
    let mut counts = Counts::new();
    for _ in 0..3 {
        let (counted, taken) = timed(&mut work);
        counts = counted?;
        best = best.min(taken);
    }
    Ok((counts, best))
}

fn tallied(sheets: &[Sheet]) -> Counts {
    let mut tally = Tally::new(&[day::contest(ROWS)]);
    for sheet in sheets {
        tally.add(sheet);
    }
    let rows = (0..).zip(tally.rows(0));
    rows.flat_map(|(row, count)| {
        [((row, 0), count.for_), ((row, 1), count.against), ((row, 2), count.abstain)]
    })
    .collect()
}

/// Row, mark and sheet in the order of the question: it is answered by one pass over the index,
/// without sorting.
fn filled(sheets: &[Sheet]) -> Measured<Connection> {
    let mut database = Connection::open_in_memory()?;
    database.execute_batch(
        "CREATE TABLE mark (row INTEGER, mark INTEGER, sheet INTEGER, PRIMARY KEY (row, mark, sheet)) WITHOUT ROWID, STRICT",
    )?;
    let filling = database.transaction()?;
    {
        let mut insert = filling.prepare("INSERT INTO mark VALUES (?1, ?2, ?3)")?;
        for (row, mark) in (0..ROWS).flat_map(|row| (0..3).map(move |mark| (row, mark))) {
            let place = usize::try_from(row)?;
            let stands = |sheet: &Sheet| {
                sheet.first().and_then(|section| section.marks.get(place)).copied().map(number_of)
            };
            for (number, sheet) in (0_u32..).zip(sheets) {
                if stands(sheet) == Some(mark) {
                    insert.execute((row, mark, number))?;
                }
            }
        }
    }
    filling.commit()?;
    Ok(database)
}

fn grouped(database: &Connection) -> Measured<Counts> {
    let mut question =
        database.prepare_cached("SELECT row, mark, COUNT(*) FROM mark GROUP BY row, mark")?;
    let answer = question.query_map((), |line| Ok(((line.get(0)?, line.get(1)?), line.get(2)?)))?;
    Ok(answer.collect::<Result<_, _>>()?)
}
