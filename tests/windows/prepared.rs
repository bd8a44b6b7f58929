//! Sessions that have come some way, written without a window.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use exchange::{Preset, Sample};
use session::ballot::{Ballot, BallotContest};
use session::floor::hands::{Motion, Way};
use session::floor::meeting::Meeting;
use session::floor::{attendance, hands, meeting};
use session::paper::PaperKind;
use session::people::{Role, Staff};
use session::round::RoundKind;
use session::sittings::{Hung, Item, Sitting, SittingKind};
use session::tally::{Contest, ContestOption};
use session::{
    BallotId, Command, HandVoteId, PersonId, RoundId, SittingId, Timestamp, ballot, people, round,
    sittings,
};
use store::{PrintedPaper, Proving, Record};

const ROUND: RoundId = RoundId(1);

/// What the chief scrutineer of the small session types to certify.
pub const CHIEFS_PIN: &str = "246813";

/// Writes the sample as it stands when the ballots lie on the counting table: 56 of 58 present, 56
/// issued, 56 returned.
pub fn at_the_counting_table(folder: &Path) -> PathBuf {
    let path = folder.join("sample.piaojue");
    let sample = Sample::load().expect("the sample");
    let mut table = Table::new(&path, &sample);
    table.put_on_the_counting_table(&sample, sample.ballot());
    path
}

/// Writes a small session of 18 deputies before it begins: a chair and two of three deputy heads
/// are to be elected on one sheet, and four of last year's projects to be graded on another. The
/// chief scrutineer has a PIN.
pub fn an_election_and_an_evaluation(folder: &Path) -> PathBuf {
    let path = folder.join("election.piaojue");
    prepare_both(&path);
    path
}

/// Writes the same session with both ballots printed and 14 people present.
pub fn both_ready_to_hand_out(folder: &Path) -> PathBuf {
    let path = folder.join("together.piaojue");
    let mut table = prepare_both(&path);
    for ballot in ["officers", "evaluation"] {
        table.print(&PaperKind::Ballot { ballot: BallotId(ballot.to_owned()) });
    }
    table.perform(&Command::Attendance(attendance::Command::CountAttendance {
        present: 14,
        observers: 3,
    }));
    path
}

fn prepare_both(path: &Path) -> Table {
    let sample = Sample::load().expect("the sample");
    let mut table = Table::new(path, &sample);
    let deputies = sample.deputies.iter().take(18).cloned().collect();
    let staff = sample.staff.iter().cloned().map(Staff::from).collect();
    let meeting = Meeting { all_deputies: 18, ..sample.meeting.meeting.clone() };
    table.perform(&Command::Meeting(meeting::Command::Describe { meeting }));
    table.perform(&Command::People(people::Command::AppointStaff { staff }));
    table
        .perform(&Command::People(people::Command::ListRoster { deputies, observers: Vec::new() }));
    for ballot in [officers(), last_years_projects(&sample)] {
        table.perform(&Command::Ballot(ballot::Command::SaveBallot { ballot }));
    }
    let chief = sample.staff_with(Role::ChiefScrutineer).expect("a chief scrutineer").id.clone();
    table.record.set_pin(&chief, Proving::Nothing, CHIEFS_PIN, table.at).expect("a new PIN");
    table
}

/// Writes a session of 18 deputies in the middle of the term, before it begins: a 预备会议 that passes
/// the agenda by acclamation, a plenary sitting that decides on a resignation by hand and on the
/// rules by keypads, and a by-election on which one candidate stands.
pub fn in_the_middle_of_the_term(folder: &Path) -> PathBuf {
    let path = folder.join("mid-term.piaojue");
    let mut table = prepare_both(&path);
    for ballot in ["officers", "evaluation"].map(|id| BallotId(id.to_owned())) {
        table.perform(&Command::Ballot(ballot::Command::DeleteBallot { ballot }));
    }
    let mut contest = contest_of(&shipped("deputy"), "补选副镇长", 1, &["何丽萍"]);
    if let Some(election) = &mut contest.election {
        election.by_election = true;
    }
    let id = BallotId("by-election".to_owned());
    let ballot = Ballot::of(id.clone(), "补选副镇长选票".to_owned(), vec![contest]);
    table.perform(&Command::Ballot(ballot::Command::SaveBallot { ballot }));
    let ways = [
        ("会议议程（草案）", Way::Acclamation),
        ("关于接受周明同志辞去副镇长职务请求的决定（草案）", Way::default()),
        ("选举办法（草案）", Way::Keypads { threshold: Way::default().threshold() }),
    ];
    for (title, way) in ways {
        let motion = Motion { title: title.to_owned(), way, ..Motion::default() };
        table.perform(&Command::Hand(hands::Command::PrepareMotion { motion }));
    }
    let sittings = sittings_of(&id, table.at);
    table.perform(&Command::Sittings(sittings::Command::PlanSittings { sittings }));
    path
}

fn sittings_of(ballot: &BallotId, day: Timestamp) -> Vec<Sitting> {
    let motion = |vote| Hung::Motion { vote: HandVoteId(vote) };
    let item = |text: &str, of| Item { kind: None, text: text.to_owned(), of: vec![of] };
    let sitting = |id, kind, items| Sitting {
        id: SittingId(id),
        kind,
        held_on: day.date_naive(),
        begins: None,
        venue: String::new(),
        chairs: "陈志远".to_owned(),
        items,
    };
    vec![
        sitting(1, SittingKind::Preparatory, vec![item("通过会议议程", motion(1))]),
        sitting(
            2,
            SittingKind::Plenary,
            vec![
                item("接受周明同志辞去副镇长职务的请求", motion(2)),
                item("通过选举办法", motion(3)),
                item("补选副镇长", Hung::Ballot { ballot: ballot.clone() }),
            ],
        ),
    ]
}

fn officers() -> Ballot {
    let contests = [
        ("chief", "选举人大主席", 1, &["陈志远"][..]),
        ("deputy", "选举副镇长", 2, &["田富", "田大利", "何丽萍"][..]),
    ];
    let contests = contests
        .map(|(preset, title, seats, names)| contest_of(&shipped(preset), title, seats, names));
    let ballot = Ballot::of(
        BallotId("officers".to_owned()),
        "选举人大主席、副镇长选票".to_owned(),
        contests.to_vec(),
    );
    Ballot { colour: "浅黄色".to_owned(), bundle_size: 5, ..ballot }
}

fn last_years_projects(sample: &Sample) -> Ballot {
    let names: Vec<&str> =
        sample.past_projects.iter().take(4).map(|project| project.name.as_str()).collect();
    let contest = contest_of(&shipped("evaluation"), "2025年度民生实事项目满意度测评", 1, &names);
    let ballot = Ballot::of(
        BallotId("evaluation".to_owned()),
        "2025年度民生实事项目测评票".to_owned(),
        vec![contest],
    );
    Ballot { colour: "浅蓝色".to_owned(), bundle_size: 10, ..ballot }
}

fn shipped(id: &str) -> Preset {
    Preset::shipped()
        .expect("the presets")
        .into_iter()
        .find(|preset| preset.id == id)
        .expect("a preset that ships")
}

fn contest_of(preset: &Preset, title: &str, seats: u32, names: &[&str]) -> BallotContest {
    let option = |(no, name): (u32, &&str)| ContestOption {
        id: no.to_string().as_str().into(),
        name: (*name).to_owned(),
    };
    let contest = Contest {
        id: preset.id.as_str().into(),
        title: title.to_owned(),
        options: (1..).zip(names).map(option).collect(),
        kind: preset.kind(NonZeroU32::new(seats).expect("a seat")),
    };
    BallotContest { contest, ..preset.contest.clone() }
}

/// Writes the sample as it is prepared: nothing is printed yet.
pub fn prepared(path: &Path) {
    let sample = Sample::load().expect("the sample");
    let mut table = Table::new(path, &sample);
    for command in sample.preparation() {
        table.perform(&command);
    }
}

/// A record that is written command by command.
pub struct Table {
    record: Record,
    secretary: PersonId,
    at: Timestamp,
}

impl Table {
    /// Begins a record of the sample's session.
    pub fn new(path: &Path, sample: &Sample) -> Self {
        Self {
            record: Record::create(path).expect("a new file"),
            secretary: sample.staff_with(Role::Secretary).expect("a secretary").id.clone(),
            at: Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").expect("a moment"),
        }
    }

    /// Prepares the sample with this ballot, and carries it to the opened box: 56 of 58 present, 56
    /// issued, 56 returned.
    pub fn put_on_the_counting_table(&mut self, sample: &Sample, ballot: Ballot) {
        for command in sample.preparation() {
            self.perform(&command);
        }
        let id = ballot.id.clone();
        self.perform(&Command::Ballot(ballot::Command::SaveBallot { ballot }));
        self.print(&PaperKind::Ballot { ballot: id.clone() });
        let control = sample.meeting.control;
        self.perform(&Command::Attendance(attendance::Command::CountAttendance {
            present: control.present,
            observers: 12,
        }));
        let open = round::Command::OpenRound {
            ballot: id,
            kind: RoundKind::First,
            printed: control.printed,
            issued: control.issued,
        };
        let collect = round::Command::Collect {
            round: ROUND,
            spoiled: control.spoiled,
            returned: control.returned,
        };
        for command in [open, collect, round::Command::AnnounceCollection { round: ROUND }] {
            self.perform(&Command::Round(command));
        }
    }

    fn perform(&mut self, command: &Command) {
        self.perform_by(&self.secretary.clone(), command);
    }

    /// Has somebody ask something that may be asked.
    pub fn perform_by(&mut self, actor: &PersonId, command: &Command) {
        self.record.perform(command, actor, self.at).expect("a command that follows");
    }

    fn print(&mut self, of: &PaperKind) {
        let printed = PrintedPaper { of, title: "票决票", pages: 1, bytes: b"%PDF-1.7" };
        self.record
            .issue_paper(printed, &self.secretary, self.at)
            .expect("a paper that may be issued");
    }
}
