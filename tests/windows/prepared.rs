//! Sample sessions that have come some way, written without a window.

use std::path::{Path, PathBuf};

use exchange::Sample;
use session::{
    Command, PersonId, RoundId, Timestamp, attendance,
    paper::PaperKind,
    people::Role,
    round::{self, RoundKind},
};
use store::{PrintedPaper, Record};

const ROUND: RoundId = RoundId(1);

/// Writes the sample as it stands when the ballots lie on the counting table: 56 of 58 present, 56 issued, 56 returned.
pub fn at_the_counting_table(folder: &Path) -> PathBuf {
    let path = folder.join("sample.piaojue");
    let sample = Sample::load().expect("the sample");
    let mut table = Table {
        record: Record::create(&path).expect("a new file"),
        secretary: sample.staff_with(Role::Secretary).expect("a secretary").id.clone(),
        at: Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").expect("a moment"),
    };
    for command in sample.preparation() {
        table.perform(&command);
    }
    let ballot = sample.ballot().id;
    table.print(&PaperKind::Ballot { ballot: ballot.clone() });
    let control = sample.meeting.control;
    table.perform(&Command::Attendance(attendance::Command::CountAttendance { present: control.present, observers: 12 }));
    let open = round::Command::OpenRound { ballot, kind: RoundKind::First, printed: control.printed, issued: control.issued };
    let collect = round::Command::Collect { round: ROUND, spoiled: control.spoiled, returned: control.returned };
    for command in [open, collect, round::Command::AnnounceCollection { round: ROUND }] {
        table.perform(&Command::Round(command));
    }
    path
}

struct Table {
    record: Record,
    secretary: PersonId,
    at: Timestamp,
}

impl Table {
    fn perform(&mut self, command: &Command) {
        self.record.perform(command, &self.secretary, self.at).expect("a command that follows");
    }

    fn print(&mut self, of: &PaperKind) {
        let printed = PrintedPaper { of, title: "票决票", pages: 1, bytes: b"%PDF-1.7" };
        self.record.issue_paper(printed, &self.secretary, self.at).expect("a paper that may be issued");
    }
}
