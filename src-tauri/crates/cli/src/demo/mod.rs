//! `demo`: the whole sample session with the year around it, from the first project that is collected
//! to the session that evaluates what was chosen, with the same commands the window sends.
//!
//! No clock and no chance: every step has its day or takes the seconds it would. Two runs leave the
//! same records.

mod next;
mod progress;
mod script;
mod summary;
mod year;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use chrono::{NaiveDate, TimeDelta};
use exchange::{Beginning, Sample, count_file_of, write_projects, write_proposals, write_record};
use papers::Shelf;
use session::floor::meeting::Meeting;
use session::paper::PaperKind;
use session::round::Round;
use session::{PersonId, Session, Timestamp, number};
use store::{Earlier, Fingerprint, PrintedPaper, Record, StoreError, keep_file, read_last};

use self::progress::Progress;
use self::script::{Act, Step, When, script};
use crate::arguments::Demo;
use crate::language::Language;
use crate::trouble::Trouble;

pub(crate) fn demo(asked: &Demo, language: Language) -> Result<ExitCode, Trouble> {
    let sample = Sample::load()?;
    let steps = script(&sample)?;
    let title = sample.meeting.meeting.title();
    let next_title =
        Meeting { meeting: sample.year.next.meeting, ..sample.meeting.meeting.clone() }.title();
    let file = |title: &str| asked.out.join(format!("{title}.piaojue"));
    let (path, next_path) = (file(&title), file(&next_title));
    fs::create_dir_all(&asked.out).map_err(|source| file_trouble(&asked.out, source))?;
    for path in [&path, &next_path] {
        make_room(path, asked.force)?;
    }

    let mut progress = Progress::of(steps.len(), language);
    let mut record = Record::create(&path)?;
    let mut now = opening()?;
    run(&mut record, &steps, &mut now, &mut progress)?;
    let mut written = write_out(&record, &asked.out)?;
    written.extend(workbooks(record.session(), &asked.out, now.date_naive())?);
    let said = summary::of(&record, &written, language);
    // A session goes on from a file that nobody has open.
    drop(record);

    let next = begin_next(&sample, &path, &next_path, &mut now, &mut progress)?;
    progress.finish();
    let folder = asked.out.join(&next_title);
    fs::create_dir_all(&folder).map_err(|source| file_trouble(&folder, source))?;
    let written = write_out(&next, &folder)?;
    let said = format!("{said}\n{}", summary::of(&next, &written, language));
    io::stdout().lock().write_all(said.as_bytes()).map_err(Trouble::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the file of the session that follows, and prints what it has before its vote.
fn begin_next(
    sample: &Sample,
    last: &Path,
    path: &Path,
    now: &mut Timestamp,
    progress: &mut Progress,
) -> Result<Record, Trouble> {
    let (before, last) = read_last(last)?;
    let Beginning { secretary, carried, commands } = next::beginning(sample, &before)?;
    *now = moment(*now, When::On(sample.year.next.made_on, 8));
    let mut record = Record::begin(path, Some((&last, &carried)), &commands, &secretary, *now)?;
    let steps = next::steps(sample, record.session(), &secretary);
    run(&mut record, &steps, now, progress)?;
    Ok(record)
}

fn run(
    record: &mut Record,
    steps: &[Step],
    now: &mut Timestamp,
    progress: &mut Progress,
) -> Result<(), Trouble> {
    for step in steps {
        progress.step(step.stage);
        *now = moment(*now, step.when);
        take(record, step, *now)?;
    }
    Ok(())
}

/// The moment before everything.
fn opening() -> Result<Timestamp, Trouble> {
    Timestamp::parse_from_rfc3339("2025-01-01T00:00:00+08:00")
        .map_err(|error| Trouble::SampleIncomplete { said: error.to_string() })
}

fn moment(now: Timestamp, when: When) -> Timestamp {
    let after =
        |seconds: u32| now.checked_add_signed(TimeDelta::seconds(seconds.into())).unwrap_or(now);
    match when {
        When::After(seconds) => after(seconds),
        When::On(day, hour) => {
            let named = day.and_hms_opt(hour, 0, 0);
            let named = named.and_then(|named| named.and_local_timezone(*now.offset()).single());
            named.filter(|named| *named > now).unwrap_or_else(|| after(60))
        }
    }
}

/// An earlier run's session file is written over only when asked to, and never while it is open.
fn make_room(path: &Path, force: bool) -> Result<(), Trouble> {
    if !path.exists() {
        return Ok(());
    }
    if !force {
        return Err(Trouble::SessionExists { path: path.to_owned() });
    }
    if let Err(open @ StoreError::AlreadyOpen { .. }) = Record::open(path) {
        return Err(open.into());
    }
    fs::remove_file(path).map_err(|source| file_trouble(path, source))
}

fn take(record: &mut Record, step: &Step, now: Timestamp) -> Result<(), Trouble> {
    match &step.act {
        Act::Perform(commands) => record.perform_together(commands, &step.by, now).map(drop)?,
        Act::Print(of) => print(record, of, &step.by, now)?,
    }
    Ok(())
}

fn print(
    record: &mut Record,
    of: &PaperKind,
    by: &PersonId,
    now: Timestamp,
) -> Result<(), Trouble> {
    let fingerprint = record.fingerprint_on(of)?;
    let set = papers::of_session(
        record.session(),
        of,
        fingerprint.as_ref().map(Fingerprint::as_str),
        &Shelf::default(),
    )?;
    let pages = number(set.rendered.pages);
    let printed = PrintedPaper { of, title: &set.title, pages, bytes: &set.rendered.bytes };
    record.issue_paper(printed, by, now).map(drop)?;
    Ok(())
}

/// Writes every issued paper and the count file of every certified round. Returns what was written.
fn write_out(record: &Record, folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let mut written = vec![record.path().to_owned()];
    for paper in record.session().papers() {
        written.push(write(
            folder.join(format!("{:02}-{}.pdf", paper.id().0, paper.title())),
            &record.paper_bytes(paper)?,
        )?);
    }
    for round in certified(record.session()) {
        let name = format!("{}-{}.count.json", round.ballot().title, round.id());
        written.push(write(folder.join(name), count_file_of(round)?.as_bytes())?);
    }
    Ok(written)
}

/// Writes the tables of the year as workbooks, as the windows would on the last day of it.
fn workbooks(session: &Session, folder: &Path, day: NaiveDate) -> Result<Vec<PathBuf>, Trouble> {
    let books = [
        ("民生实事项目.xlsx", write_projects(session)?),
        ("议案建议办理情况.xlsx", write_proposals(session, day)?),
        ("代表履职情况.xlsx", write_record(session)?),
    ];
    books.into_iter().map(|(name, bytes)| write(folder.join(name), &bytes)).collect()
}

fn certified(session: &Session) -> impl Iterator<Item = &Round> {
    session.rounds().iter().filter(|round| round.certificate().is_some())
}

fn write(path: PathBuf, bytes: &[u8]) -> Result<PathBuf, Trouble> {
    keep_file(&path, bytes, Earlier::Replaced).map_err(|source| file_trouble(&path, source))?;
    Ok(path)
}

fn file_trouble(path: &Path, source: io::Error) -> Trouble {
    Trouble::File { path: path.display().to_string(), source }
}
