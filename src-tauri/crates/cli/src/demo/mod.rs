//! `demo`: the whole sample session from the empty file to the decision, with the same commands the
//! window sends.
//!
//! No clock and no chance: the day begins at 14:00 on 16 January 2026, and every step takes the
//! seconds it would. Two runs leave the same record.

mod progress;
mod script;
mod summary;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use chrono::TimeDelta;
use exchange::{Sample, count_file_of};
use papers::Shelf;
use session::paper::PaperKind;
use session::round::Round;
use session::{PersonId, Session, Timestamp, number};
use store::{Earlier, Fingerprint, PrintedPaper, Record, StoreError, keep_file};

use self::progress::Progress;
use self::script::{Act, Step, script};
use crate::arguments::Demo;
use crate::language::Language;
use crate::trouble::Trouble;

pub(crate) fn demo(asked: &Demo, language: Language) -> Result<ExitCode, Trouble> {
    let sample = Sample::load()?;
    let steps = script(&sample)?;
    let path = asked.out.join(format!("{}.piaojue", sample.meeting.meeting.title()));
    fs::create_dir_all(&asked.out).map_err(|source| file_trouble(&asked.out, source))?;
    make_room(&path, asked.force)?;

    let mut record = Record::create(&path)?;
    let mut progress = Progress::of(steps.len(), language);
    let mut now = opening()?;
    for step in &steps {
        progress.step(step.stage);
        now = now.checked_add_signed(TimeDelta::seconds(step.seconds.into())).unwrap_or(now);
        take(&mut record, step, now)?;
    }
    progress.finish();

    let written = write_out(&record, &asked.out)?;
    let mut out = io::stdout().lock();
    out.write_all(summary::of(&record, &written, language).as_bytes()).map_err(Trouble::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// The minute the sample's day begins.
fn opening() -> Result<Timestamp, Trouble> {
    Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00")
        .map_err(|error| Trouble::SampleIncomplete { said: error.to_string() })
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
        Act::Perform(command) => record.perform(command, &step.by, now).map(drop)?,
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
