//! Sessions of many towns, each carried through a year: the ballots of the sample in another number
//! and order, a motion by hand, a review of what was chosen, proposals and their answers.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use exchange::Sample;
use session::ballot::Ballot;
use session::floor::attendance;
use session::floor::hands::{self, Motion};
use session::floor::meeting::{self, Meeting};
use session::paper::PaperKind;
use session::people::Role;
use session::projects::{Line, Review};
use session::proposals::{Answer, Feedback, Filing, Grade, Handing, Period, Sort, Step};
use session::round::keying::{Place, SectionReading};
use session::round::ruling::Verdict;
use session::round::{RoundKind, keying, ruling};
use session::sittings::Member;
use session::tally::{Hands, Kind, Mark};
use session::{
    BundleNo, Command, HandVoteId, Pass, PersonId, ProjectId, ProposalId, ReviewId, RoundId,
    SheetNo, Timestamp, ballot, projects, proposals, round,
};
use store::{PrintedPaper, Record};

const ROUND: RoundId = RoundId(1);

/// A session at work.
struct Town {
    record: Record,
    secretary: PersonId,
    chief: PersonId,
    tellers: Vec<PersonId>,
}

impl Town {
    fn done(&mut self, command: &Command, by: &PersonId) {
        self.record.perform(command, by, at()).unwrap();
    }

    fn secretary(&mut self, command: &Command) {
        let secretary = self.secretary.clone();
        self.done(command, &secretary);
    }

    /// The bytes are no typesetter's: nothing of a paper stands in the tables.
    fn print(&mut self, of: &PaperKind) {
        let printed = PrintedPaper { of, title: "文书", pages: 1, bytes: b"%PDF-1.7" };
        self.record.issue_paper(printed, &self.secretary, at()).unwrap();
    }
}

fn at() -> Timestamp {
    Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap()
}

/// Makes the session of town `number`, and returns its file.
pub fn session(folder: &Path, number: usize) -> PathBuf {
    let sample = Sample::load().unwrap();
    let path = folder.join(format!("town-{number:04}.piaojue"));
    let id = |role| sample.staff_with(role).unwrap().id.clone();
    let secretary = id(Role::Secretary);
    let tellers = sample.staff.iter().map(|row| &row.staff);
    let tellers = tellers.filter(|it| it.role == Role::Teller).map(|it| it.id.clone()).collect();
    let mut preparation = sample.preparation();
    for command in &mut preparation {
        if let Command::Meeting(meeting::Command::Describe { meeting }) = command {
            *meeting = Meeting { place: format!("{number}号镇"), ..meeting.clone() };
        }
    }
    let record = Record::begin(&path, None, &preparation, &secretary, at()).unwrap();
    let chief = id(Role::ChiefScrutineer);
    let mut town = Town { record, secretary, chief, tellers };
    vote(&mut town, &sample, number);
    motion(&mut town, number);
    review(&mut town, number);
    proposals(&mut town, number);
    path
}

fn day(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, 20).unwrap()
}

/// Every chosen project was seen once on a visit or at a review, one in three at both.
fn review(town: &mut Town, number: usize) {
    let session = town.record.session();
    let deputies: Vec<Member> = session.people().deputies().iter().map(Member::of).collect();
    let chosen: Vec<ProjectId> =
        session.chosen_projects().iter().map(|(project, _)| project.id()).collect();
    let line = |place: usize, project: ProjectId| {
        let percent = u32::try_from((place * 17 + number) % 101).unwrap();
        Line {
            project,
            percent,
            paid: percent * 10_000,
            seen: "按计划推进".to_owned(),
            problem: String::new(),
            task: None,
            seen_by: deputies.iter().skip(place).take(number % 3).cloned().collect(),
        }
    };
    let lines: Vec<Line> =
        chosen.iter().enumerate().map(|(place, project)| line(place, *project)).collect();
    let mut visited = lines.clone();
    visited.retain(|line| line.percent % 3 == 0);
    for line in visited {
        town.secretary(&Command::Projects(projects::Command::NoteProgress { on: day(3), line }));
    }
    let review = Review { id: ReviewId(1), held_on: day(5), chair: String::new(), lines };
    if !chosen.is_empty() {
        town.secretary(&Command::Projects(projects::Command::HoldReview { review }));
    }
}

/// As many as the number says; the first is answered, not well enough, and handed over again.
fn proposals(town: &mut Town, number: usize) {
    let people = town.record.session().people();
    let deputies: Vec<Member> = people.deputies().iter().map(Member::of).collect();
    let filing = |id: usize| Filing {
        id: ProposalId(u32::try_from(id).unwrap()),
        sort: Sort::Suggestion,
        title: format!("关于第{id}件事的建议"),
        text: String::new(),
        mover: deputies[id].clone(),
        seconders: deputies.iter().skip(id + 1).take(number % 4).cloned().collect(),
        filed_on: day(1),
        period: Period::Session,
    };
    let filings: Vec<Filing> = (1..=number % 5).map(filing).collect();
    let steps = [
        handed(day(1), day(4)),
        Step::Answered(Answer { on: day(3), class: None, text: String::new() }),
        Step::FeedbackGiven(Feedback {
            on: day(4),
            grade: Grade::Dissatisfied,
            note: String::new(),
        }),
        handed(day(5), day(8)),
        Step::Answered(Answer { on: day(7), class: None, text: String::new() }),
    ];
    let all = filings.len();
    town.secretary(&Command::Proposals(proposals::Command::Register { filings }));
    for (id, step) in (1..=all).flat_map(|id| steps.iter().take(7 - id).map(move |step| (id, step)))
    {
        let (proposal, step) = (ProposalId(u32::try_from(id).unwrap()), step.clone());
        town.secretary(&Command::Proposals(proposals::Command::RecordStep { proposal, step }));
    }
}

fn handed(on: NaiveDate, deadline: NaiveDate) -> Step {
    let (unit, person) = ("镇水利站".to_owned(), String::new());
    Step::HandedOver(Handing { on, unit, person, deadline })
}

/// Rows of the sample from the sheet `number` on, as many as the number says.
fn vote(town: &mut Town, sample: &Sample, number: usize) {
    let all = &sample.first_keying;
    let sheets: Vec<Vec<Mark>> = (0..30 + number % 25)
        .map(|sheet| all[(sheet * (number % 7 + 1) + number) % all.len()].marks.clone())
        .collect();
    let returned = u32::try_from(sheets.len()).unwrap();
    let mut ballot = sample.ballot();
    of_seats(&mut ballot, number);
    let id = ballot.id.clone();
    town.secretary(&Command::Ballot(ballot::Command::SaveBallot { ballot }));
    town.print(&PaperKind::Ballot { ballot: id.clone() });
    count_present(town);
    let (kind, printed, issued) = (RoundKind::First, 60, 56);
    for command in [
        round::Command::OpenRound { ballot: id, kind, printed, issued },
        round::Command::Collect { round: ROUND, spoiled: 1, returned },
        round::Command::AnnounceCollection { round: ROUND },
    ] {
        town.secretary(&Command::Round(command));
    }
    key(town, &sheets);
    rule(town);
    let chief = town.chief.clone();
    town.done(&Command::Round(round::Command::Certify { round: ROUND }), &chief);
    town.print(&PaperKind::CountReport { round: ROUND });
    town.secretary(&Command::Round(round::Command::AnnounceResult { round: ROUND }));
}

fn count_present(town: &mut Town) {
    let present = attendance::Command::CountAttendance { present: 56, observers: 3 };
    town.secretary(&Command::Attendance(present));
}

fn of_seats(ballot: &mut Ballot, number: usize) {
    for entry in &mut ballot.contests {
        if let Kind::Selection(rule) = &mut entry.contest.kind {
            rule.seats = NonZeroU32::new(u32::try_from(10 + number % 3).unwrap()).unwrap();
        }
    }
}

fn key(town: &mut Town, sheets: &[Vec<Mark>]) {
    for (pass, teller) in Pass::BOTH.into_iter().zip(town.tellers.clone()) {
        for (bundle, sheets) in (1..).zip(sheets.chunks(10)) {
            let place = Place { round: ROUND, pass, bundle: BundleNo(bundle) };
            town.done(&Command::Keying(keying::Command::TakeBundle { place }), &teller);
            for (sheet, marks) in (1..).map(SheetNo).zip(sheets) {
                let reading =
                    vec![SectionReading { marks: marks.clone(), ..SectionReading::default() }];
                let keyed = keying::Command::KeySheet { place, sheet, reading };
                town.done(&Command::Keying(keyed), &teller);
            }
            town.done(&Command::Keying(keying::Command::CloseBundle { place }), &teller);
        }
    }
}

fn rule(town: &mut Town) {
    let round = town.record.session().round(ROUND).unwrap();
    let sections: Vec<_> = round.all_doubtful().map(|doubtful| doubtful.place).collect();
    let chief = town.chief.clone();
    for section in sections {
        let ruled = ruling::Command::RuleSections {
            round: ROUND,
            sections: vec![section],
            verdict: Verdict::AsProposed,
            reason: String::new(),
        };
        town.done(&Command::Ruling(ruled), &chief);
    }
}

fn motion(town: &mut Town, number: usize) {
    let vote = HandVoteId(1);
    count_present(town);
    let motion =
        Motion { title: "关于政府工作报告的决议".to_owned(), ..Motion::default() };
    town.secretary(&Command::Hand(hands::Command::PrepareMotion { motion }));
    town.secretary(&Command::Hand(hands::Command::PutMotion { vote, present: None }));
    let against = u32::try_from(number % 40).unwrap();
    for teller in town.tellers.clone().into_iter().take(2) {
        let hands = Hands::Minority { against, abstain: 1 };
        town.done(&Command::Hand(hands::Command::CountHands { vote, hands }), &teller);
    }
    town.secretary(&Command::Hand(hands::Command::AnnounceHands { vote }));
}

/// Makes as many sessions as `PIAOJUE_SESSIONS` says in the folder `PIAOJUE_SESSIONS_IN`, to be read
/// in an engine (`docs/tables.md`).
#[test]
fn sessions_are_generated_where_they_are_asked_for() {
    let number = |name| std::env::var(name).ok().and_then(|said| said.parse().ok());
    let (many, folder) = (number("PIAOJUE_SESSIONS"), std::env::var_os("PIAOJUE_SESSIONS_IN"));
    let kept = crate::folder();
    let folder = folder.map_or_else(|| kept.path().to_owned(), PathBuf::from);
    for number in 0..many.unwrap_or(1) {
        assert!(session(&folder, number).exists());
    }
}
