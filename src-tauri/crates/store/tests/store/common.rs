//! A small session to write to disk.

use std::num::NonZeroU32;
use std::path::PathBuf;

use session::ballot::{Ballot, BallotContest, Symbol, SymbolMeaning};
use session::floor::hall::Scene;
use session::floor::meeting::{BaseOf, Meeting};
use session::floor::{attendance, hall, meeting};
use session::paper::PaperKind;
use session::people::{Role, Staff};
use session::round::keying::{Place, SectionReading, Unfinished, UnfinishedSection};
use session::round::ruling::{RowRead, SectionPlace, SheetPlace, Verdict};
use session::round::{RoundKind, keying, ruling};
use session::tally::{
    BlankRow, BlankSection, Cap, Contest, ContestOption, IllegibleRow, Kind, Mark, OverCap,
    SeatsRule, Shortfall, Threshold, TieRule, WriteInUnmarked, WriteIns,
};
use session::{
    BallotId, BundleNo, Command, Pass, PersonId, RoundId, SheetNo, Timestamp, ballot, people, round,
};
use store::{PrintedPaper, Record};
use tempfile::TempDir;

pub const PDF: &[u8] = b"%PDF-1.7 the ballot";

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub fn file_in(folder: &TempDir) -> PathBuf {
    folder.path().join("青石镇.piaojue")
}

pub fn at() -> Timestamp {
    Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap()
}

pub fn person(id: &str) -> PersonId {
    PersonId(id.to_owned())
}

pub fn secretary() -> PersonId {
    person("secretary")
}

pub fn describe(place: &str) -> Command {
    let held_on = at().date_naive();
    let meeting = Meeting {
        place: place.to_owned(),
        congress: 18,
        meeting: 5,
        all_deputies: 4,
        held_on,
        base_of: BaseOf::default(),
        venue: "会议室".to_owned(),
        county: String::new(),
        chair: String::new(),
        agenda: Vec::new(),
    };
    Command::Meeting(meeting::Command::Describe { meeting })
}

pub fn appoint() -> Command {
    let staff = |id: &str, role| Staff::of(person(id), format!("名{id}"), role);
    let staff = vec![
        staff("secretary", Role::Secretary),
        staff("chief", Role::ChiefScrutineer),
        staff("scrutineer", Role::Scrutineer),
        staff("one", Role::Teller),
        staff("two", Role::Teller),
    ];
    Command::People(people::Command::AppointStaff { staff })
}

pub fn ballot() -> Ballot {
    let rule = SeatsRule {
        seats: NonZeroU32::new(2).unwrap(),
        threshold: Some(Threshold::MAJORITY_OF_ALL),
        cap: Cap::AtMost,
        over_cap: OverCap::Section,
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        write_ins: WriteIns::None,
        write_in_unmarked: WriteInUnmarked::For,
        tie: TieRule::Runoff,
        shortfall: Shortfall::Further,
    };
    let option = |id: &str| ContestOption { id: id.into(), name: format!("项目{id}") };
    let contest = Contest {
        id: "projects".into(),
        title: "民生实事项目".to_owned(),
        options: vec![option("1"), option("2"), option("3")],
        kind: Kind::Selection(rule),
    };
    let symbols = vec![
        SymbolMeaning { symbol: Symbol::Circle, mark: Mark::For },
        SymbolMeaning { symbol: Symbol::Cross, mark: Mark::Against },
    ];
    let contests = vec![BallotContest::of(contest, symbols)];
    Ballot {
        colour: "粉红色".to_owned(),
        ..Ballot::of(BallotId("projects".to_owned()), "票决票".to_owned(), contests)
    }
}

pub fn of_the_ballot() -> PaperKind {
    PaperKind::Ballot { ballot: BallotId("projects".to_owned()) }
}

pub fn of_the_report() -> PaperKind {
    PaperKind::CountReport { round: RoundId(1) }
}

pub fn printed<'a>(of: &'a PaperKind, bytes: &'a [u8]) -> PrintedPaper<'a> {
    PrintedPaper { of, title: "票决票", pages: 1, bytes }
}

/// Described, staffed, the ballot set up.
pub fn prepared(record: &mut Record) {
    for command in [
        describe("青石镇"),
        appoint(),
        Command::Ballot(ballot::Command::SaveBallot { ballot: ballot() }),
    ] {
        record.perform(&command, &secretary(), at()).unwrap();
    }
}

fn round_command(command: round::Command) -> Command {
    Command::Round(command)
}

/// On to counting, with `returned` sheets out of as many present.
pub fn counting(record: &mut Record, returned: u32) {
    prepared(record);
    record.issue_paper(printed(&of_the_ballot(), PDF), &secretary(), at()).unwrap();
    let (round, issued) = (RoundId(1), returned);
    let commands = [
        Command::Attendance(attendance::Command::CountAttendance { present: 4, observers: 0 }),
        round_command(round::Command::OpenRound {
            ballot: BallotId("projects".to_owned()),
            kind: RoundKind::First,
            printed: issued,
            issued,
        }),
        round_command(round::Command::Collect { round, spoiled: 0, returned }),
        round_command(round::Command::AnnounceCollection { round }),
    ];
    for command in commands {
        record.perform(&command, &secretary(), at()).unwrap();
    }
}

pub fn bundle_one(pass: Pass) -> Place {
    Place { round: RoundId(1), pass, bundle: BundleNo(1) }
}

fn key(record: &mut Record, teller: &str, command: keying::Command) {
    record.perform(&Command::Keying(command), &person(teller), at()).unwrap();
}

fn sheet(pass: Pass, number: u32, last: Mark) -> keying::Command {
    let reading = vec![SectionReading {
        marks: vec![Mark::For, Mark::Against, last],
        ..SectionReading::default()
    }];
    keying::Command::KeySheet { place: bundle_one(pass), sheet: SheetNo(number), reading }
}

pub fn key_pass(record: &mut Record, pass: Pass, teller: &str, sheets: u32) {
    key_pass_with(record, pass, teller, sheets, Mark::Blank);
}

/// Keys the first bundle; `last` stands in the last row of every sheet.
pub fn key_pass_with(record: &mut Record, pass: Pass, teller: &str, sheets: u32, last: Mark) {
    key(record, teller, keying::Command::TakeBundle { place: bundle_one(pass) });
    for number in 1..=sheets {
        key(record, teller, sheet(pass, number, last));
    }
    key(record, teller, keying::Command::CloseBundle { place: bundle_one(pass) });
}

/// Counting has begun: one sheet of the first bundle is keyed once.
pub fn one_sheet_keyed(record: &mut Record) {
    counting(record, 3);
    one_sheet(record);
}

/// The first bundle is taken and one sheet of it keyed.
pub fn one_sheet(record: &mut Record) {
    key(record, "one", keying::Command::TakeBundle { place: bundle_one(Pass::First) });
    key(record, "one", sheet(Pass::First, 1, Mark::Blank));
}

/// Three sheets keyed twice: one was put aside and called back on the way, the last one differs, is
/// ruled on.
pub fn ruled(record: &mut Record) {
    counting(record, 3);
    let first = bundle_one(Pass::First);
    key(record, "one", keying::Command::TakeBundle { place: first });
    let section = UnfinishedSection {
        marks: vec![Some(Mark::For), None, None],
        write_ins: Vec::new(),
        doubt: Some("字迹不清".to_owned()),
    };
    let unfinished = Unfinished { sections: vec![section], section: 0, row: 1 };
    key(record, "one", keying::Command::PauseSheet { place: first, sheet: SheetNo(1), unfinished });
    key(record, "one", sheet(Pass::First, 1, Mark::Illegible));
    key(record, "one", keying::Command::RecallSheet { place: first, sheet: SheetNo(1) });
    key(record, "one", sheet(Pass::First, 1, Mark::Blank));
    key(record, "one", sheet(Pass::First, 2, Mark::Blank));
    key(record, "one", sheet(Pass::First, 3, Mark::Illegible));
    key(record, "one", keying::Command::CloseBundle { place: first });
    key_pass(record, Pass::Second, "two", 3);

    let last = SheetPlace { bundle: BundleNo(1), sheet: SheetNo(3) };
    let rows = vec![RowRead { contest: 0, row: 2, mark: Mark::Illegible }];
    let difference =
        ruling::Command::RuleDifference { round: RoundId(1), place: last, rows, names: Vec::new() };
    record.perform(&Command::Ruling(difference), &person("scrutineer"), at()).unwrap();
    let sections = vec![SectionPlace { place: last, contest: 0 }];
    let section = ruling::Command::RuleSections {
        round: RoundId(1),
        sections,
        verdict: Verdict::Void,
        reason: "涂改".to_owned(),
    };
    record.perform(&Command::Ruling(section), &person("chief"), at()).unwrap();
    let scene = Scene::Counting { round: RoundId(1), page: 0 };
    record
        .perform(&Command::Hall(hall::Command::ShowInHall { scene }), &secretary(), at())
        .unwrap();
}

/// The whole way to the announced result of three sheets, with the count report.
pub fn announced(record: &mut Record) {
    counting(record, 3);
    key_pass(record, Pass::First, "one", 3);
    key_pass(record, Pass::Second, "two", 3);
    announce(record);
}

/// Certifies what is keyed twice, prints the report and announces it.
pub fn announce(record: &mut Record) {
    let round = RoundId(1);
    record
        .perform(&round_command(round::Command::Certify { round }), &person("chief"), at())
        .unwrap();
    record
        .issue_paper(printed(&of_the_report(), b"%PDF-1.7 the report"), &secretary(), at())
        .unwrap();
    record
        .perform(&round_command(round::Command::AnnounceResult { round }), &secretary(), at())
        .unwrap();
}

pub fn names_in(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
