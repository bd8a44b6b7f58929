//! A small session that is quick to carry to any point: 7 deputies choose 2 of 3 projects.

use std::num::NonZeroU32;

use chrono::{DateTime, NaiveDate};
use session::ballot::{Ballot, BallotContest, Symbol, SymbolMeaning, follow};
use session::floor::hall::Scene;
use session::floor::last::LastSession;
use session::floor::meeting::{BaseOf, Meeting};
use session::floor::{attendance, hall, hands, meeting};
use session::paper::{Issue, PaperKind};
use session::people::pin::PinCommand;
use session::people::{Deputy, Role, Staff};
use session::round::keying::{Place, Reading, SectionReading};
use session::round::lent::{Lend, Returned};
use session::round::ruling::{RowRead, SectionPlace, SheetPlace, Verdict};
use session::round::{RoundKind, by_hand, keying, lent, ruling};
use session::tally::{
    BlankRow, BlankSection, Cap, Contest, ContestOption, IllegibleRow, Kind, Mark, OverCap,
    SeatsRule, Shortfall, Threshold, TieRule, WriteInUnmarked, WriteIns,
};
use session::{
    BallotId, BundleNo, Command, EdgeCommand, Entry, Event, LoanId, Pass, PersonId, Refusal,
    RoundId, Session, SheetNo, Timestamp, ballot, paper, people, projects, proposals, record,
    round, sittings,
};

pub const ROUND: RoundId = RoundId(1);

pub fn ballot_id() -> BallotId {
    BallotId("projects".to_owned())
}

pub fn person(id: &str) -> PersonId {
    PersonId(id.to_owned())
}

pub fn staff() -> Vec<Staff> {
    let listed = [
        ("secretary", "王秘书", Role::Secretary),
        ("chief", "周建国", Role::ChiefScrutineer),
        ("scrutineer", "田富", Role::Scrutineer),
        ("teller-1", "刘敏", Role::Teller),
        ("teller-2", "买买提·艾力", Role::Teller),
    ];
    listed
        .into_iter()
        .map(|(id, name, role)| Staff::of(person(id), name.to_owned(), role))
        .collect()
}

pub fn deputy(number: u32, name: &str, note: &str) -> Deputy {
    let text = String::new;
    Deputy {
        number,
        name: name.to_owned(),
        sex: text(),
        ethnicity: text(),
        delegation: text(),
        post: text(),
        note: note.to_owned(),
    }
}

pub fn meeting() -> Meeting {
    Meeting {
        place: "青石镇".to_owned(),
        congress: 18,
        meeting: 5,
        all_deputies: 7,
        held_on: NaiveDate::from_ymd_opt(2026, 1, 16).unwrap(),
        base_of: BaseOf::default(),
        venue: "镇政府三楼会议室".to_owned(),
        county: String::new(),
        chair: String::new(),
        agenda: vec!["票决民生实事项目".to_owned()],
    }
}

pub fn rule(seats: u32) -> SeatsRule {
    SeatsRule {
        seats: NonZeroU32::new(seats).unwrap(),
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
    }
}

pub fn ballot() -> Ballot {
    let options = ["通村公路硬化", "山塘除险加固", "幼儿园改扩建"];
    let option = |(no, name): (usize, &&str)| ContestOption {
        id: no.to_string().as_str().into(),
        name: (*name).to_owned(),
    };
    let contest = Contest {
        id: "projects".into(),
        title: "2026年度民生实事项目".to_owned(),
        options: options.iter().enumerate().map(option).collect(),
        kind: Kind::Selection(rule(2)),
    };
    let symbols = [(Symbol::Circle, Mark::For), (Symbol::Cross, Mark::Against)];
    let symbols =
        symbols.into_iter().map(|(symbol, mark)| SymbolMeaning { symbol, mark }).collect();
    let contests = vec![BallotContest::of(contest, symbols)];
    Ballot {
        colour: "粉红色".to_owned(),
        bundle_size: 2,
        ..Ballot::of(ballot_id(), "2026年度民生实事项目票决票".to_owned(), contests)
    }
}

/// Reads `○×-/` as the marks of one section, `0`–`4` as grades.
pub fn marks(text: &str) -> Vec<Mark> {
    let mark = |symbol| match symbol {
        '○' => Mark::For,
        '×' => Mark::Against,
        '-' => Mark::Blank,
        '/' => Mark::Illegible,
        '0'..='4' => Mark::Grade(symbol as u8 - b'0'),
        other => panic!("{other} is no mark"),
    };
    text.chars().map(mark).collect()
}

pub fn reading(text: &str) -> Reading {
    vec![SectionReading { marks: marks(text), ..SectionReading::default() }]
}

pub fn at(bundle: u32, sheet: u32) -> SheetPlace {
    SheetPlace { bundle: BundleNo(bundle), sheet: SheetNo(sheet) }
}

/// A session and the journal that tells it.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub session: Session,
    pub journal: Vec<Entry>,
}

impl Told {
    pub fn ask(&mut self, command: impl Into<Asked>, actor: &str) -> Result<Vec<Event>, Refusal> {
        let Asked(command) = command.into();
        let events = self.session.decide(&command, &person(actor))?;
        self.record(&events, actor);
        Ok(events)
    }

    pub fn record(&mut self, events: &[Event], actor: &str) {
        for event in events {
            let at: Timestamp = DateTime::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
            let entry = Entry {
                seq: self.session.seq() + 1,
                at,
                actor: person(actor),
                event: event.clone(),
            };
            self.session.apply(&entry).unwrap();
            self.journal.push(entry);
        }
    }

    /// The session as a program before 0.4.0 would have told it.
    pub fn as_before_names_stood(&self) -> Session {
        let older = |entry: &Entry| {
            let mut entry = entry.clone();
            if let Event::People(people::Event::StaffAppointed { names_stand, .. }) =
                &mut entry.event
            {
                *names_stand = false;
            }
            entry
        };
        let journal: Vec<Entry> = self.journal.iter().map(older).collect();
        as_set_by("0.3.0", &journal)
    }

    /// Returns the session as 0.4.0 would have recorded it.
    pub fn as_of_0_4(&self) -> Session {
        as_set_by("0.4.0", &self.journal)
    }

    pub fn done(&mut self, command: impl Into<Asked>, actor: &str) {
        self.ask(command, actor).unwrap();
    }

    pub fn refused(&mut self, command: impl Into<Asked>, actor: &str) -> Refusal {
        self.ask(command, actor).unwrap_err()
    }

    /// Asks that the session go on from an earlier one.
    pub fn join_to_last(&mut self, actor: &str) -> Result<(), Refusal> {
        let last = LastSession {
            title: "青石镇第十八届人民代表大会第四次会议".to_owned(),
            held_on: NaiveDate::from_ymd_opt(2025, 1, 17).unwrap(),
            opening: "0123456789abcdef".repeat(4),
            entries: 300,
            head: "fedcba9876543210".repeat(4),
            sealed: true,
        };
        let events =
            self.session.decide_at_edge(&EdgeCommand::JoinToLast(&last), &person(actor))?;
        self.record(&events, actor);
        Ok(())
    }

    /// A journal that goes on from an earlier session and says no more yet.
    pub fn joined() -> Self {
        let mut told = Self::default();
        told.join_to_last("secretary").unwrap();
        told
    }

    /// Facts, people and the ballot are there.
    pub fn prepared_with(ballot: Ballot) -> Self {
        let mut told = Self::default();
        told.done(meeting::Command::Describe { meeting: meeting() }, "secretary");
        told.done(people::Command::AppointStaff { staff: staff() }, "secretary");
        let names = ["田富", "田大利", "𬱖生", "李伟", "李伟", "周建国", "刘敏"];
        let note = |number| if number == 5 { "女" } else { "" };
        let deputies =
            (1..).zip(names).map(|(number, name)| deputy(number, name, note(number))).collect();
        told.done(people::Command::ListRoster { deputies, observers: Vec::new() }, "secretary");
        told.done(ballot::Command::SaveBallot { ballot }, "secretary");
        told
    }

    pub fn prepared() -> Self {
        Self::prepared_with(ballot())
    }

    pub fn print_ballot(&mut self) {
        self.issue(PaperKind::Ballot { ballot: ballot_id() });
    }

    pub fn try_issue(&mut self, of: PaperKind) -> Result<(), Refusal> {
        self.try_issue_by(of, "secretary")
    }

    pub fn try_issue_by(&mut self, of: PaperKind, actor: &str) -> Result<(), Refusal> {
        let issue = Issue {
            of,
            title: "文书".to_owned(),
            sha256: "0".repeat(64),
            pages: 1,
            set_by: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let events =
            self.session.decide_at_edge(&EdgeCommand::IssuePaper(issue), &person(actor))?;
        self.record(&events, actor);
        Ok(())
    }

    pub fn issue(&mut self, of: PaperKind) {
        self.try_issue(of).unwrap();
    }

    pub fn count_present(&mut self, present: u32) {
        self.done(attendance::Command::CountAttendance { present, observers: 2 }, "secretary");
    }

    pub fn open(&mut self, issued: u32) {
        self.done(open(issued), "secretary");
    }

    /// The ballots are out.
    pub fn voting_with(ballot: Ballot) -> Self {
        let mut told = Self::prepared_with(ballot);
        told.give_out();
        told
    }

    pub fn give_out(&mut self) {
        self.print_ballot();
        self.count_present(6);
        self.open(6);
    }

    pub fn collected(&mut self, returned: u32) {
        self.done(collect(returned), "secretary");
        self.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    }

    /// The box is open, the vote is valid and announced: `returned` sheets lie in bundles of two.
    pub fn counting_with(ballot: Ballot, returned: u32) -> Self {
        let mut told = Self::voting_with(ballot);
        told.collected(returned);
        told
    }

    pub fn counting(returned: u32) -> Self {
        Self::counting_with(ballot(), returned)
    }

    pub fn take(&mut self, pass: Pass, bundle: u32, teller: &str) {
        self.done(keying::Command::TakeBundle { place: place(pass, bundle) }, teller);
    }

    pub fn key(&mut self, pass: Pass, bundle: u32, sheet: u32, reading: Reading, teller: &str) {
        self.done(
            keying::Command::KeySheet {
                place: place(pass, bundle),
                sheet: SheetNo(sheet),
                reading,
            },
            teller,
        );
    }

    /// Takes, keys and hands in a bundle.
    pub fn key_bundle(&mut self, pass: Pass, bundle: u32, sheets: &[&str], teller: &str) {
        self.take(pass, bundle, teller);
        for (sheet, text) in (1..).zip(sheets) {
            self.key(pass, bundle, sheet, reading(text), teller);
        }
        self.done(keying::Command::CloseBundle { place: place(pass, bundle) }, teller);
    }

    /// Both tellers key every sheet, the second as in `second`.
    pub fn keyed(first: &[&str], second: &[&str]) -> Self {
        let mut told = Self::counting(u32::try_from(first.len()).unwrap());
        told.key_twice(first, second);
        told
    }

    /// Both tellers key every sheet of this ballot alike.
    pub fn keyed_on(ballot: Ballot, sheets: &[&str]) -> Self {
        let mut told = Self::counting_with(ballot, u32::try_from(sheets.len()).unwrap());
        told.key_twice(sheets, sheets);
        told
    }

    pub fn key_twice(&mut self, first: &[&str], second: &[&str]) {
        for (pass, teller, sheets) in
            [(Pass::First, "teller-1", first), (Pass::Second, "teller-2", second)]
        {
            for (bundle, sheets) in (1..).zip(sheets.chunks(2)) {
                self.key_bundle(pass, bundle, sheets, teller);
            }
        }
    }

    /// Bundles go out with a teller; returns the journal of the file they go out in.
    pub fn lend(&mut self, lend: &Lend, teller: &str) -> Result<Self, Refusal> {
        let set_up = EdgeCommand::SetUpDesk { lend, opened: OPENED };
        let set_up = self.session.decide_at_edge(&set_up, &person(teller))?.remove(0);
        let opening = opening(&set_up);
        let out = EdgeCommand::Lend { lend, opening: &opening };
        let events = self.session.decide_at_edge(&out, &person(teller))?;
        self.record(&events, teller);
        Ok(Self::away(&set_up, teller))
    }

    fn away(set_up: &Event, teller: &str) -> Self {
        let mut away = Self::default();
        away.record(std::slice::from_ref(set_up), teller);
        away
    }

    /// The file a loan went out in, as it was when it was written.
    pub fn desk_of(&self, loan: LoanId) -> Result<Self, Refusal> {
        let loan = self.session.loan(loan)?;
        Ok(Self::away(&serde_json::from_str(loan.opening()).unwrap(), &loan.teller().0))
    }

    pub fn bring_back(&mut self, round: RoundId, away: &Self, actor: &str) -> Result<(), Refusal> {
        let opening = opening(&away.journal[0].event);
        let returned = Returned { session: &away.session, opening: &opening, head: HEAD };
        let back = EdgeCommand::BringBack { round, returned };
        let events = self.session.decide_at_edge(&back, &person(actor))?;
        self.record(&events, actor);
        Ok(())
    }

    pub fn rule_rows(&mut self, place: SheetPlace, rows: &[(u32, Mark)]) {
        self.done(rule_rows(place, rows), "scrutineer");
    }

    pub fn rule_section(&mut self, place: SheetPlace, verdict: Verdict) {
        self.done(rule_section(place, verdict), "chief");
    }

    pub fn certify(&mut self) {
        self.done(round::Command::Certify { round: ROUND }, "chief");
    }

    /// Certified, reported and announced.
    pub fn announce(&mut self) {
        self.certify();
        self.issue(PaperKind::CountReport { round: ROUND });
        self.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    }

    pub fn show(&mut self, scene: Scene) {
        self.done(hall::Command::ShowInHall { scene }, "secretary");
    }
}

pub fn open(issued: u32) -> round::Command {
    round::Command::OpenRound { ballot: ballot_id(), kind: RoundKind::First, printed: 10, issued }
}

pub fn collect(returned: u32) -> round::Command {
    round::Command::Collect { round: ROUND, spoiled: 1, returned }
}

pub fn place(pass: Pass, bundle: u32) -> Place {
    Place { round: ROUND, pass, bundle: BundleNo(bundle) }
}

pub fn rule_rows(place: SheetPlace, rows: &[(u32, Mark)]) -> ruling::Command {
    let rows =
        rows.iter().map(|(row, mark)| RowRead { contest: 0, row: *row, mark: *mark }).collect();
    ruling::Command::RuleDifference { round: ROUND, place, rows, names: Vec::new() }
}

pub fn rule_section(place: SheetPlace, verdict: Verdict) -> ruling::Command {
    ruling::Command::RuleSections {
        round: ROUND,
        sections: vec![SectionPlace { place, contest: 0 }],
        verdict,
        reason: "看过票面".to_owned(),
    }
}

/// Stands for the fingerprint of the entry that opened the round.
pub const OPENED: &str = "0a1b2c3d";
/// Stands for the fingerprint of the last entry of a file that came back.
pub const HEAD: &str = "9f8e7d6c";

/// Stands for the fingerprint of a file's first entry: as the fingerprint, it is the same only
/// where the entry is.
pub fn opening(set_up: &Event) -> String {
    serde_json::to_string(set_up).unwrap()
}

pub fn lend(pass: Pass, bundles: &[u32]) -> Lend {
    Lend { round: ROUND, pass, bundles: bundles.iter().copied().map(BundleNo).collect() }
}

/// Any room's command.
pub struct Asked(pub Command);

macro_rules! asked {
    ($($room:ident: $module:ident),*) => {
        $(impl From<$module::Command> for Asked {
            fn from(command: $module::Command) -> Self {
                Self(Command::$room(command))
            }
        })*
    };
}

asked!(Meeting: meeting, People: people, Ballot: ballot, Attendance: attendance, Round: round, Keying: keying, Ruling: ruling, Hall: hall, Follow: follow, Hand: hands, Paper: paper, HandTally: by_hand, Lent: lent, Sittings: sittings, Projects: projects, Proposals: proposals, Record: record);

impl From<PinCommand> for Asked {
    fn from(command: PinCommand) -> Self {
        Self(Command::Pin(command))
    }
}

/// Returns a session whose papers were all set by this version.
fn as_set_by(version: &str, journal: &[Entry]) -> Session {
    let older = |entry: &Entry| {
        let mut entry = entry.clone();
        if let Event::Paper(paper::Event::Issued { set_by, .. }) = &mut entry.event {
            version.clone_into(set_by);
        }
        entry
    };
    Session::replay(&journal.iter().map(older).collect::<Vec<_>>()).unwrap()
}
