//! 职责: every command there is, asked for by every role with every proof: the table decides who is
//! turned away, and for what.

use std::collections::BTreeSet;

use session::ballot::follow;
use session::ballot::follow::Settlement;
use session::floor::hall::{Look, Scene};
use session::floor::last::{CarriedOver, LastSession};
use session::floor::{attendance, hall, hands, meeting};
use session::paper::{Issue, PaperKind, RulesOf, Style};
use session::people::duties::{DUTIES, Duty, PinAsked};
use session::people::pin::{Looked, PinCommand, Proof};
use session::people::{Role, Staff};
use session::projects::{
    self, Authority, Change, Completion, Explanation, Facts, Line, Plan, Proposer, Review,
    Screening, Supervision, Way,
};
use session::proposals::{self, Step};
use session::record::{self, Activity, ActivityKind};
use session::round::keying::{Mend, Unfinished};
use session::round::lent::{Lend, Returned};
use session::round::ruling::Verdict;
use session::round::{Breaking, Numbers, RoundKind, by_hand, keying, lent, ruling};
use session::sittings::{self, Member};
use session::tally::{ContestId, Hands};
use session::{
    ActivityId, Actor, BundleNo, Command, EdgeCommand, HandVoteId, LoanId, PaperId, Pass,
    ProjectId, ProposalId, Refusal, ReviewId, Session, SheetNo, SittingId, ballot, paper, people,
    round,
};

use crate::support::*;

const DAY: &str = "2026-01-16";

fn day() -> chrono::NaiveDate {
    DAY.parse().unwrap()
}

fn why() -> String {
    "停电".to_owned()
}

fn member() -> Member {
    Member { number: 1, name: "田富".to_owned() }
}

fn of_the_lists() -> Vec<Command> {
    let ballot_ = ballot_id;
    let past = ballot::Command::ListPastProjects { year: 2025, projects: Vec::new() };
    let sitting = SittingId(1);
    let correct =
        people::Command::CorrectName { person: person("chief"), name: why(), reason: why() };
    vec![
        Command::Meeting(meeting::Command::Describe { meeting: meeting() }),
        Command::Meeting(meeting::Command::NoteItem { item: why(), note: why() }),
        Command::Meeting(meeting::Command::Seal { reason: why() }),
        Command::People(people::Command::ListRoster {
            deputies: Vec::new(),
            observers: Vec::new(),
        }),
        Command::People(people::Command::SaveDeputy { deputy: deputy(1, "田富", "") }),
        Command::People(people::Command::RemoveDeputy { number: 1 }),
        Command::People(people::Command::AppointStaff { staff: staff() }),
        Command::People(correct),
        Command::Ballot(ballot::Command::SaveBallot { ballot: ballot() }),
        Command::Ballot(ballot::Command::WithdrawBallot { ballot: ballot_(), reason: why() }),
        Command::Ballot(ballot::Command::DeleteBallot { ballot: ballot_() }),
        Command::Ballot(past),
        Command::Sittings(sittings::Command::PlanSittings { sittings: Vec::new() }),
        Command::Sittings(sittings::Command::NamePresidium { members: Vec::new() }),
        Command::Sittings(sittings::Command::CallRoll { sitting, roll: Vec::new(), observers: 0 }),
        Command::Attendance(attendance::Command::CountAttendance { present: 6, observers: 0 }),
    ]
}

fn of_projects() -> Vec<Command> {
    use projects::Command as Asked;
    let (project, on, none) = (ProjectId(1), day(), String::new);
    let line = Line {
        project,
        percent: 0,
        paid: 0,
        seen: none(),
        problem: none(),
        task: None,
        seen_by: Vec::new(),
    };
    let review = Review { id: ReviewId(1), held_on: on, chair: none(), lines: Vec::new() };
    let head = member();
    let supervision = Supervision { head, members: Vec::new(), presidium: None };
    let plan = Plan { aims: none(), steps: Vec::new(), safeguards: none() };
    let proposer = Proposer { by: none(), way: Way::Other };
    let (change, by) = (Change::Suspended, Authority::Presidium);
    let completion = Completion { on, paid: 0, note: none() };
    let explanation = Explanation { on, why: none(), next: none(), by: None };
    let asked = [
        Asked::Collect { projects: Vec::new() },
        Asked::ChangeFacts { project, facts: Facts::default(), proposer },
        Asked::Screen { projects: vec![project], screening: Screening::Kept, reason: why() },
        Asked::TakeRows { ballot: ballot_id() },
        Asked::Supervise { project, supervision },
        Asked::SetPlan { project, plan },
        Asked::NoteProgress { on, line },
        Asked::HoldReview { review },
        Asked::Change { project, on, change, by, reason: why() },
        Asked::Complete { project, completion },
        Asked::Explain { project, explanation },
        Asked::TakeBackCompletion { project, reason: why() },
    ];
    asked.map(Command::Projects).into()
}

fn of_the_office() -> Vec<Command> {
    let step = Step::Closed(proposals::Closing { on: day(), reason: why() });
    let activity =
        || Activity { kind: ActivityKind::Visit, on: day(), what: why(), who: vec![member()] };
    let id = ActivityId(1);
    vec![
        Command::Proposals(proposals::Command::Register { filings: Vec::new() }),
        Command::Proposals(proposals::Command::RecordStep { proposal: ProposalId(1), step }),
        Command::Record(record::Command::NoteActivities { activities: vec![activity()] }),
        Command::Record(record::Command::CorrectActivity { id, activity: activity() }),
        Command::Record(record::Command::StrikeActivity { id, reason: why() }),
        Command::Record(record::Command::SetPoints { points: Vec::new() }),
    ]
}

fn of_rounds() -> Vec<Command> {
    use round::Command as Asked;
    let (kind, breaking) = (RoundKind::First, Breaking::Interrupted);
    let numbers = || Numbers { present: 6, printed: 8, issued: 6, collected: None };
    let asked = [
        Asked::OpenRound { ballot: ballot_id(), kind, printed: 8, issued: 6 },
        Asked::OpenTogether { with: None, issues: Vec::new() },
        Asked::Collect { round: ROUND, spoiled: 0, returned: 6 },
        Asked::CorrectNumbers { round: ROUND, numbers: numbers(), reason: why() },
        Asked::AnnounceCollection { round: ROUND },
        Asked::Certify { round: ROUND },
        Asked::Reopen { round: ROUND, reason: why() },
        Asked::BreakOff { round: ROUND, breaking, reason: why() },
        Asked::CorrectAnnouncement { round: ROUND, numbers: numbers(), reason: why() },
        Asked::AnnounceResult { round: ROUND },
    ];
    asked.map(Command::Round).into()
}

fn of_keying_and_rulings() -> Vec<Command> {
    use keying::Command as Keyed;
    use ruling::Command as Ruled;
    let (place, sheet) = (place(Pass::First, 1), SheetNo(1));
    let unfinished = Unfinished { section: 0, row: 0, sections: Vec::new() };
    let keyed = [
        Keyed::TakeBundle { place },
        Keyed::KeySheet { place, sheet, reading: reading("○○×") },
        Keyed::PauseSheet { place, sheet, unfinished },
        Keyed::RecallSheet { place, sheet },
        Keyed::ReleaseBundle { place, reason: why() },
        Keyed::CountBundle { place, sheets: 2 },
        Keyed::MendBundle { place, mend: Mend::Anew, reason: why() },
        Keyed::CloseBundle { place },
    ];
    let (round, place, contest, into) = (ROUND, at(1, 1), 0, why());
    let verdict = Verdict::Void;
    let ruled = [
        Ruled::RuleDifference { round, place, rows: Vec::new(), names: Vec::new() },
        Ruled::RuleSections { round, sections: Vec::new(), verdict, reason: why() },
        Ruled::MergeNames { round, contest, names: Vec::new(), into: why(), reason: why() },
        Ruled::SeparateNames { round, contest, into, reason: why() },
        Ruled::TakeBack { round, place, reason: why() },
    ];
    keyed.map(Command::Keying).into_iter().chain(ruled.map(Command::Ruling)).collect()
}

fn of_hands() -> Vec<Command> {
    use hands::Command as Asked;
    let vote = HandVoteId(1);
    let motion = || hands::Motion { title: why(), ..hands::Motion::default() };
    let hands = Hands::Minority { against: 0, abstain: 0 };
    let asked = [
        Asked::PrepareMotion { motion: motion() },
        Asked::ChangeMotion { vote, motion: motion() },
        Asked::WithdrawMotion { vote, reason: why() },
        Asked::PutMotion { vote, present: None },
        Asked::CountHands { vote, hands },
        Asked::CountAgain { vote, present: None, reason: why() },
        Asked::RuleHands { vote, hands, reason: why() },
        Asked::AnnounceHands { vote },
        Asked::AnnounceAcclamation { vote, passed: true },
        Asked::CorrectHands { vote, hands, reason: why() },
        Asked::CorrectAcclamation { vote, passed: true, reason: why() },
    ];
    asked.map(Command::Hand).into()
}

fn of_the_rest() -> Vec<Command> {
    let (of, ballot, round) = (PaperKind::Agenda, ballot_id(), ROUND);
    let rules = RulesOf::Selection;
    let settle = follow::Command::Settle {
        round,
        contest: ContestId("projects".to_owned()),
        settlement: Settlement::NextSession,
        record: why(),
    };
    let count = by_hand::Command::CountByHand { round, totals: Vec::new(), reason: why() };
    vec![
        Command::Follow(settle),
        Command::Paper(paper::Command::EditText { of: of.clone(), text: why() }),
        Command::Paper(paper::Command::RestoreText { of: of.clone() }),
        Command::Paper(paper::Command::NumberNotice { of, number: why() }),
        Command::Paper(paper::Command::SetRulesTerms { of: rules, terms: rules.usual_terms() }),
        Command::Paper(paper::Command::ChooseStyle { style: Style::default() }),
        Command::Paper(paper::Command::ChooseBallotSheet { ballot, sheet: None }),
        Command::HandTally(by_hand::Command::EnterHandTally { round, totals: Vec::new() }),
        Command::HandTally(by_hand::Command::RuleHandTally { round, reason: why() }),
        Command::HandTally(count),
        Command::HandTally(by_hand::Command::WithdrawHandCount { round, reason: why() }),
        Command::Lent(lent::Command::CallBack { loan: LoanId(1), reason: why() }),
        Command::Pin(PinCommand::TakeDesk),
        Command::Pin(PinCommand::RemovePin { person: person("teller-1"), reason: why() }),
        Command::Hall(hall::Command::ShowInHall { scene: Scene::Welcome }),
        Command::Hall(hall::Command::BlankOrBack),
        Command::Hall(hall::Command::ChooseLook { look: Look::default() }),
    ]
}

/// One of every command.
fn every_command() -> Vec<Command> {
    [
        of_the_lists(),
        of_projects(),
        of_the_office(),
        of_rounds(),
        of_keying_and_rulings(),
        of_hands(),
        of_the_rest(),
    ]
    .concat()
}

fn row_of(command: &Command) -> &'static Duty {
    let written = serde_json::to_value(command).unwrap();
    let snake = |name: &str| {
        let apart = |c: char| {
            if c.is_uppercase() { format!("_{}", c.to_lowercase()) } else { c.to_string() }
        };
        name.chars().map(apart).collect::<String>().trim_start_matches('_').to_owned()
    };
    let (room, asked) = (&written["room"], &written["command"]["do"]);
    let is = |duty: &&Duty| snake(duty.room) == *room && snake(duty.command) == *asked;
    DUTIES.iter().find(is).unwrap_or_else(|| panic!("no row for {written}"))
}

/// A prepared session in which everybody has a PIN.
fn everybody_with_a_pin() -> Told {
    let mut told = Told::prepared();
    for Staff { id, .. } in staff() {
        let look = EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() });
        let set = told.session.decide_at_edge(&look, &id).unwrap();
        told.record(&set, &id.0);
    }
    told
}

fn is_proven(pin: PinAsked, role: Role, proof: Proof) -> bool {
    match pin {
        PinAsked::Never => true,
        PinAsked::Seated => proof != Proof::None,
        PinAsked::Afresh => proof == Proof::Pin,
        PinAsked::AfreshOfChief => proof == Proof::Pin || role != Role::ChiefScrutineer,
    }
}

/// What is asked is turned away by the table alone where the table says so; what it lets pass may
/// still come too early, and some commands look closer.
fn check(duty: &Duty, staff: &Staff, proof: Proof, answer: &Result<(), Refusal>) {
    let what = format!("{} {} {:?} {proof:?}: {answer:?}", duty.room, duty.command, staff.role);
    // A count that lacks something says so first.
    let looks_closer = ["Certify", "RemovePin", "ReleaseBundle", "TakeBack", "CallBack"];
    if !is_proven(duty.pin, staff.role, proof) {
        assert_eq!(*answer, Err(Refusal::PinNeeded { name: staff.name.clone() }), "{what}");
    } else if !duty.who.contains(&staff.role) {
        let turned_away = matches!(answer, Err(Refusal::WrongRole { .. }));
        assert!(turned_away || (duty.command == "Certify" && answer.is_err()), "{what}");
    } else {
        assert!(!matches!(answer, Err(Refusal::PinNeeded { .. })), "{what}");
        let turned_away = matches!(answer, Err(Refusal::WrongRole { .. }));
        assert!(!turned_away || looks_closer.contains(&duty.command), "{what}");
    }
}

const PROOFS: [Proof; 3] = [Proof::None, Proof::Desk, Proof::Pin];

#[test]
fn every_command_is_turned_away_for_the_role_and_the_proof_its_row_asks_for() {
    let told = everybody_with_a_pin();
    let commands = every_command();
    let seen: BTreeSet<_> = commands.iter().map(|command| row_of(command).command).collect();
    let rows: Vec<&Duty> = DUTIES.iter().filter(|duty| duty.room != "edge").collect();
    assert_eq!(
        (commands.len(), seen.len()),
        (rows.len(), rows.iter().map(|duty| duty.command).collect::<BTreeSet<_>>().len())
    );
    for command in &commands {
        for one in staff() {
            for proof in PROOFS {
                let answer = told.session.decide(command, Actor { person: &one.id, proof });
                check(row_of(command), &one, proof, &answer.map(drop));
            }
        }
    }
}

#[test]
fn what_the_edge_asks_goes_by_the_table_too() {
    let told = everybody_with_a_pin();
    let last = LastSession {
        title: why(),
        held_on: day(),
        opening: "0".repeat(64),
        entries: 3,
        head: "0".repeat(64),
        sealed: true,
    };
    let left = CarriedOver::of(&crate::carried::last().session);
    let issue = Issue {
        of: PaperKind::Agenda,
        title: why(),
        sha256: "0".repeat(64),
        pages: 1,
        set_by: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let lend = Lend { round: ROUND, pass: Pass::First, bundles: vec![BundleNo(1)] };
    let away = Session::default();
    let returned = Returned { session: &away, opening: "", head: "" };
    let asked = [
        EdgeCommand::JoinToLast(&last),
        EdgeCommand::CarryProject(left.projects.first().unwrap()),
        EdgeCommand::CarryProposal(left.proposals.first().unwrap()),
        EdgeCommand::IssuePaper(issue),
        EdgeCommand::TakeOutToEdit { paper: PaperId(1), sha256: "" },
        EdgeCommand::NotePrinted { paper: PaperId(1), copies: 1 },
        EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() }),
        EdgeCommand::Look(Looked::Wrong),
        EdgeCommand::Rehearse { seed: "00000000000000ff" },
        EdgeCommand::SetUpDesk { lend: &lend, opened: "" },
        EdgeCommand::Lend { lend: &lend, opening: "" },
        EdgeCommand::BringBack { round: ROUND, returned },
    ];
    let rows: Vec<&Duty> = DUTIES.iter().filter(|duty| duty.room == "edge").collect();
    assert_eq!(rows.len(), asked.len());
    for (command, duty) in asked.iter().zip(rows) {
        for one in staff() {
            for proof in PROOFS {
                let answer = told.session.decide_at_edge(command, Actor { person: &one.id, proof });
                check(duty, &one, proof, &answer.map(drop));
            }
        }
    }
}
