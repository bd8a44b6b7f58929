//! One more sheet keyed, from the command to the entry in the file and the views a window asks for
//! after it: none of it grows with what was keyed before.

use std::env;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::DateTime;
use session::floor::{attendance, meeting};
use session::paper::PaperKind;
use session::round::keying::Place;
use session::round::{RoundKind, keying};
use session::{BundleNo, Command, Pass, SheetNo, Timestamp, ballot, people, round, views};
use store::{PrintedPaper, Record};

use crate::day::{BUNDLE, ROUND, Size};
use crate::{Measured, Report, day, shown, timed, title};

const SIZE: Size = Size { sheets: 3_030, rows: 12 };
/// After so many sheets the next are measured.
const AFTER: [u32; 3] = [10, 300, 3_000];
/// So many of them, the median counts.
const MEASURED: usize = 20;

type Part = fn(&Took) -> Duration;

/// What one sheet took.
struct Took {
    recorded: Duration,
    desk: Duration,
    frame: Duration,
    hall: Duration,
}

pub(crate) fn measure(report: &mut Report) -> Measured {
    title("One more sheet keyed (12 rows, median of 20)");
    let folder = tempfile::tempdir_in(without_a_disk())?;
    let mut table = Table::laid(&folder.path().join("one-more.piaojue"), SIZE.sheets)?;
    let mut found = Vec::new();
    for after in AFTER {
        table.key_up_to(after)?;
        let taken = (0..MEASURED).map(|_| table.key_one()).collect::<Measured<Vec<_>>>()?;
        found.push((after, taken));
    }
    let of: [(&str, Part); 4] = [
        ("decided, written and applied", |took| took.recorded),
        ("the desk's view", |took| took.desk),
        ("the frame's view", |took| took.frame),
        ("the hall's view", |took| took.hall),
    ];
    for (what, part) in of {
        let medians: Vec<Duration> = found.iter().map(|(_, taken)| median(taken, part)).collect();
        let [first, .., last] = medians[..] else { continue };
        let times: Vec<String> = medians.iter().map(|time| shown(*time)).collect();
        let grown = last.as_secs_f64() / first.as_secs_f64();
        report.goal(
            &format!("{what}, after 10, 300 and 3,000: {}", times.join(", ")),
            &format!("× {grown:.2}"),
            "≤ × 1.5",
            grown <= 1.5,
        );
    }
    Ok(())
}

fn median(taken: &[Took], part: Part) -> Duration {
    let mut times: Vec<Duration> = taken.iter().map(part).collect();
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// The processor's time is measured, so a file in memory says the same sooner.
pub(crate) fn without_a_disk() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory.to_owned() } else { env::temp_dir() }
}

/// A record with its box opened, and the first teller at the desk.
pub(crate) struct Table {
    pub(crate) record: Record,
    keyed: u32,
}

impl Table {
    pub(crate) fn laid(path: &Path, sheets: u32) -> Measured<Self> {
        let size = Size { sheets, ..SIZE };
        let mut table = Self { record: Record::create(path)?, keyed: 0 };
        let people = day::staff();
        let ballot = day::ballot_of(size);
        let printed = PaperKind::Ballot { ballot: ballot.id.clone() };
        let open = round::Command::OpenRound {
            ballot: ballot.id.clone(),
            kind: RoundKind::First,
            printed: sheets,
            issued: sheets,
        };
        let present = attendance::Command::CountAttendance { present: sheets, observers: 0 };
        let collect = round::Command::Collect { round: ROUND, spoiled: 0, returned: sheets };
        table.perform(
            SECRETARY,
            &Command::Meeting(meeting::Command::Describe { meeting: day::meeting(size) }),
        )?;
        table.perform(
            SECRETARY,
            &Command::People(people::Command::AppointStaff { staff: people }),
        )?;
        table.perform(SECRETARY, &Command::Ballot(ballot::Command::SaveBallot { ballot }))?;
        let paper = PrintedPaper { of: &printed, title: "票决票", pages: 1, bytes: b"%PDF-1.7" };
        table.record.issue_paper(paper, &day::person(SECRETARY), at())?;
        table.perform(SECRETARY, &Command::Attendance(present))?;
        for command in [open, collect, round::Command::AnnounceCollection { round: ROUND }] {
            table.perform(SECRETARY, &Command::Round(command))?;
        }
        Ok(table)
    }

    pub(crate) fn perform(&mut self, actor: &str, command: &Command) -> Measured {
        self.record.perform(command, &day::person(actor), at())?;
        Ok(())
    }

    fn key_up_to(&mut self, sheets: u32) -> Measured {
        while self.keyed < sheets {
            self.key_one()?;
        }
        Ok(())
    }

    /// Keys the next sheet, in the middle of a bundle or not: only the sheet itself is measured.
    fn key_one(&mut self) -> Measured<Took> {
        let place =
            Place { round: ROUND, pass: Pass::First, bundle: BundleNo(self.keyed / BUNDLE + 1) };
        let sheet = self.keyed % BUNDLE + 1;
        if sheet == 1 {
            self.perform(TELLER, &Command::Keying(keying::Command::TakeBundle { place }))?;
        }
        let reading = day::reading(SIZE, Pass::First, self.keyed);
        let command =
            Command::Keying(keying::Command::KeySheet { place, sheet: SheetNo(sheet), reading });
        let teller = day::person(TELLER);
        let (done, recorded) = timed(|| self.record.perform(&command, &teller, at()).map(drop));
        done?;
        let session = self.record.session();
        let (desk, took_desk) = timed(|| views::desk::view(session, ROUND, Pass::First, &teller));
        black_box(desk?);
        let (frame, took_frame) = timed(|| views::frame::view(session));
        black_box(frame);
        let (hall, took_hall) = timed(|| views::hall::view(session));
        black_box(hall);
        self.keyed += 1;
        if sheet == BUNDLE {
            self.perform(TELLER, &Command::Keying(keying::Command::CloseBundle { place }))?;
        }
        Ok(Took { recorded, desk: took_desk, frame: took_frame, hall: took_hall })
    }
}

const SECRETARY: &str = "secretary";
const TELLER: &str = "teller-1";

pub(crate) fn at() -> Timestamp {
    DateTime::UNIX_EPOCH.fixed_offset()
}
