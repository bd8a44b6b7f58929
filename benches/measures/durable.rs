//! What the disk costs, by the clock on the wall: an entry that is on it when it is answered beside a
//! bare write that is, and reading 3,000 sheets again, believing them or not.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use exchange::recounted;
use papers::{Shelf, of_session, set_again};
use session::paper::PaperKind;
use session::round::keying::Place;
use session::round::{keying, ruling};
use session::{BundleNo, Command, Event, Pass, SheetNo, round};
use store::{Fingerprint, PrintedPaper, Record, verify};

use crate::day::{BUNDLE, CHIEF, ROUND, Size};
use crate::recorded::{Table, at, without_a_disk};
use crate::{Measured, Report, day, shown, title};

/// So many sheets are keyed beside so many bare writes.
const WRITTEN: u32 = 400;
const SIZE: Size = Size { sheets: 3_000, rows: 12 };
const BOTH: [(Pass, &str); 2] = [(Pass::First, "teller-1"), (Pass::Second, "teller-2")];

pub(crate) fn measure(report: &mut Report) -> Measured {
    appended(report)?;
    read_again(report)
}

/// The folder of the build is on a disk, which a temporary one may not be.
fn on_a_disk() -> Measured<tempfile::TempDir> {
    Ok(tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?)
}

fn on_the_wall<T>(work: impl FnOnce() -> Measured<T>) -> Measured<(T, Duration)> {
    let begun = Instant::now();
    let done = work()?;
    Ok((done, begun.elapsed()))
}

fn appended(report: &mut Report) -> Measured {
    title("A sheet that is on the disk when it is answered, beside a bare write and fsync");
    let folder = on_a_disk()?;
    let mut table = Table::laid(&folder.path().join("durable.piaojue"), SIZE.sheets)?;
    let mut bare = File::create(folder.path().join("bare"))?;
    let row = [b'x'; 300];
    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for sheet in 0..WRITTEN {
        let ((), took) = on_the_wall(|| {
            bare.write_all(&row)?;
            bare.sync_all()?;
            Ok(())
        })?;
        plain.push(took);
        ours.push(key(&mut table, Pass::First, "teller-1", sheet)?);
    }
    for (what, share) in [("median", 50), ("99th percentile", 99)] {
        let (ours, plain) = (percentile(&mut ours, share), percentile(&mut plain, share));
        let times = ours.as_secs_f64() / plain.as_secs_f64();
        report.goal(
            &format!("{what}: {} beside {}", shown(ours), shown(plain)),
            &format!("× {times:.2}"),
            "≤ × 3",
            times <= 3.0,
        );
    }
    Ok(())
}

fn percentile(times: &mut [Duration], share: usize) -> Duration {
    times.sort();
    times.get(times.len() * share / 100).copied().unwrap_or_default()
}

/// Keys a sheet; taking and handing in its bundle is not measured.
fn key(table: &mut Table, pass: Pass, teller: &str, sheet: u32) -> Measured<Duration> {
    let place = Place { round: ROUND, pass, bundle: BundleNo(sheet / BUNDLE + 1) };
    if sheet.is_multiple_of(BUNDLE) {
        table.perform(teller, &Command::Keying(keying::Command::TakeBundle { place }))?;
    }
    let reading = day::reading(SIZE, pass, sheet);
    let sheet_no = SheetNo(sheet % BUNDLE + 1);
    let keyed = Command::Keying(keying::Command::KeySheet { place, sheet: sheet_no, reading });
    let ((), took) = on_the_wall(|| table.perform(teller, &keyed))?;
    if sheet % BUNDLE == BUNDLE - 1 {
        table.perform(teller, &Command::Keying(keying::Command::CloseBundle { place }))?;
    }
    Ok(took)
}

/// A certified round with its report, every sheet keyed twice.
fn certified(path: &Path) -> Measured {
    let mut table = Table::laid(path, SIZE.sheets)?;
    for (pass, teller) in BOTH {
        for sheet in 0..SIZE.sheets {
            key(&mut table, pass, teller, sheet)?;
        }
    }
    for (actor, event) in day::rulings(SIZE) {
        let Event::Ruling(event) = event else { return Err("no ruling".into()) };
        let command = match event {
            ruling::Event::DifferenceRuled { round, place, rows, names } => {
                ruling::Command::RuleDifference { round, place, rows, names }
            }
            ruling::Event::SectionRuled { round, section, verdict, .. } => {
                let (sections, reason) = (vec![section], String::new());
                ruling::Command::RuleSections { round, sections, verdict, reason }
            }
            ruling::Event::NamesMerged { .. }
            | ruling::Event::NamesSeparated { .. }
            | ruling::Event::TakenBack { .. } => return Err("no ruling on a sheet".into()),
        };
        table.perform(actor, &Command::Ruling(command))?;
    }
    table.perform(CHIEF, &Command::Round(round::Command::Certify { round: ROUND }))?;
    let of = PaperKind::CountReport { round: ROUND };
    let head = table.record.fingerprint_on(&of)?;
    let head = head.as_ref().map(Fingerprint::as_str);
    let set = of_session(table.record.session(), &of, head, &Shelf::default())?;
    let printed = PrintedPaper {
        of: &of,
        title: &set.title,
        pages: u32::try_from(set.rendered.pages)?,
        bytes: &set.rendered.bytes,
    };
    table.record.issue_paper(printed, &day::person("secretary"), at())?;
    Ok(())
}

fn read_again(report: &mut Report) -> Measured {
    title("3,000 sheets keyed twice, read again");
    let (memory, folder) = (tempfile::tempdir_in(without_a_disk())?, on_a_disk()?);
    let made = memory.path().join("day.piaojue");
    certified(&made)?;
    let path = folder.path().join("day.piaojue");
    std::fs::copy(&made, &path)?;
    let opened = median_of_five(|| {
        drop(Record::open(&path)?);
        Ok(())
    })?;
    let millis = |most| Duration::from_millis(most);
    report.goal("opened", &shown(opened), "≤ 200 ms", opened <= millis(200));
    let verified = median_of_five(|| verified(&path))?;
    report.goal(
        "verified: decided again, papers set again, counted again",
        &shown(verified),
        "≤ 2 s",
        verified <= millis(2_000),
    );
    Ok(())
}

fn verified(path: &Path) -> Measured {
    let found = verify(path)?;
    let until = Instant::now() + Duration::from_mins(1);
    let on = |session: &_, of: &_| found.fingerprint_on(session, of).map(Fingerprint::as_str);
    let papers = set_again(&found.entries, &found.papers, on, until);
    let counted = recounted(found.session.rounds(), &found.entries)?;
    match (found.flaws.first(), papers.len(), counted.len()) {
        (None, 2, 1) => Ok(()),
        (flaw, papers, rounds) => Err(format!("{flaw:?}, {papers} papers, {rounds} rounds").into()),
    }
}

fn median_of_five(mut work: impl FnMut() -> Measured) -> Measured<Duration> {
    let mut times = Vec::new();
    for _ in 0..5 {
        times.push(on_the_wall(&mut work)?.1);
    }
    Ok(percentile(&mut times, 50))
}
