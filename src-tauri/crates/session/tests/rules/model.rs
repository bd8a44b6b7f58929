//! Arbitrary commands, every invariant after each.

use proptest::{collection::vec, prelude::*, sample::select};
use session::{
    Pass, Session, attendance, keying,
    paper::PaperKind,
    round,
    round::{Collected, Numbers, RoundKind},
    ruling,
    ruling::Verdict,
    tally::Mark,
    views,
};

use crate::support::*;

#[derive(Clone, Debug)]
enum Step {
    Attend(u32),
    Print,
    Open(u32),
    Redo(u32),
    Collect(u32),
    AnnounceCollection,
    Take(Pass, u32),
    Key(Pass, u32, u32, String),
    Recall(Pass, u32, u32),
    Close(Pass, u32),
    RuleRows(u32, u32, Vec<u32>),
    RuleSection(u32, u32, bool),
    TakeBack(u32, u32),
    Release(Pass, u32),
    Correct(u32),
    Certify,
    Report,
    AnnounceResult,
}

fn pass() -> impl Strategy<Value = Pass> {
    select(vec![Pass::First, Pass::Second])
}

fn step() -> impl Strategy<Value = Step> {
    let sheet = vec(select(vec!['○', '○', '×', '-', '/']), 3).prop_map(String::from_iter);
    prop_oneof![
        1 => (4..8_u32).prop_map(Step::Attend),
        1 => Just(Step::Print),
        1 => (5..8_u32).prop_map(Step::Open),
        1 => (5..8_u32).prop_map(Step::Redo),
        1 => (0..4_u32).prop_map(Step::Collect),
        2 => Just(Step::AnnounceCollection),
        6 => (pass(), 1..3_u32).prop_map(|(pass, bundle)| Step::Take(pass, bundle)),
        12 => (pass(), 1..3_u32, 1..3_u32, sheet).prop_map(|(pass, bundle, sheet, text)| Step::Key(pass, bundle, sheet, text)),
        1 => (pass(), 1..3_u32, 1..3_u32).prop_map(|(pass, bundle, sheet)| Step::Recall(pass, bundle, sheet)),
        6 => (pass(), 1..3_u32).prop_map(|(pass, bundle)| Step::Close(pass, bundle)),
        6 => (1..3_u32, 1..3_u32, vec(0..3_u32, 1..3)).prop_map(|(bundle, sheet, rows)| Step::RuleRows(bundle, sheet, rows)),
        6 => (1..3_u32, 1..3_u32, any::<bool>()).prop_map(|(bundle, sheet, void)| Step::RuleSection(bundle, sheet, void)),
        2 => (1..3_u32, 1..3_u32).prop_map(|(bundle, sheet)| Step::TakeBack(bundle, sheet)),
        1 => (pass(), 1..3_u32).prop_map(|(pass, bundle)| Step::Release(pass, bundle)),
        1 => (0..5_u32).prop_map(Step::Correct),
        2 => Just(Step::Certify),
        1 => Just(Step::Report),
        1 => Just(Step::AnnounceResult),
    ]
}

fn teller(pass: Pass, bundle: u32) -> &'static str {
    if (pass == Pass::First) == (bundle == 1) { "teller-1" } else { "teller-2" }
}

/// Asks; whether it is refused does not matter, only what follows.
fn ask(told: &mut Told, step: &Step) {
    let last = told.session.rounds.last().map_or(ROUND, |round| round.id);
    let here = |pass, bundle| keying::Place { round: last, ..place(pass, bundle) };
    let open = |kind, issued| round::Command::OpenRound { ballot: ballot_id(), kind, printed: 10, issued };
    let _ = match step {
        Step::Attend(present) => told.ask(attendance::Command::CountAttendance { present: *present, observers: 0 }, "secretary"),
        Step::Print => told.try_issue(PaperKind::Ballot { ballot: ballot_id() }).map(|()| Vec::new()),
        Step::Open(issued) => told.ask(open(RoundKind::First, *issued), "secretary"),
        Step::Redo(issued) => told.ask(open(RoundKind::Redo { of: last }, *issued), "secretary"),
        Step::Collect(returned) => told.ask(round::Command::Collect { round: last, spoiled: 0, returned: returned * 3 }, "secretary"),
        Step::AnnounceCollection => told.ask(round::Command::AnnounceCollection { round: last }, "secretary"),
        Step::Take(pass, bundle) => told.ask(keying::Command::TakeBundle { place: here(*pass, *bundle) }, teller(*pass, *bundle)),
        Step::Key(pass, bundle, sheet, text) => {
            let command =
                keying::Command::KeySheet { place: here(*pass, *bundle), sheet: session::SheetNo(*sheet), reading: reading(text) };
            told.ask(command, teller(*pass, *bundle))
        }
        Step::Recall(pass, bundle, sheet) => {
            let command = keying::Command::RecallSheet { place: here(*pass, *bundle), sheet: session::SheetNo(*sheet) };
            told.ask(command, teller(*pass, *bundle))
        }
        Step::Close(pass, bundle) => told.ask(keying::Command::CloseBundle { place: here(*pass, *bundle) }, teller(*pass, *bundle)),
        Step::RuleRows(bundle, sheet, rows) => {
            let rows: Vec<(u32, Mark)> = rows.iter().map(|row| (*row, Mark::For)).collect();
            told.ask(rule_rows(at(*bundle, *sheet), &rows), "scrutineer")
        }
        Step::RuleSection(bundle, sheet, void) => {
            let verdict = if *void { Verdict::Void } else { Verdict::AsProposed };
            told.ask(rule_section(at(*bundle, *sheet), verdict), "chief")
        }
        Step::TakeBack(bundle, sheet) => {
            let command = ruling::Command::TakeBack { round: last, place: at(*bundle, *sheet), reason: "看错".to_owned() };
            told.ask(command, "chief")
        }
        Step::Release(pass, bundle) => {
            let command = keying::Command::ReleaseBundle { place: here(*pass, *bundle), reason: "换人".to_owned() };
            told.ask(command, "scrutineer")
        }
        Step::Correct(returned) => {
            let collected = Some(Collected { spoiled: 0, returned: *returned });
            let numbers = Numbers { present: 6, printed: 10, issued: 6, collected };
            told.ask(round::Command::CorrectNumbers { round: last, numbers, reason: "记错".to_owned() }, "secretary")
        }
        Step::Certify => told.ask(round::Command::Certify { round: last }, "chief"),
        Step::Report => told.try_issue(PaperKind::CountReport { round: last }).map(|()| Vec::new()),
        Step::AnnounceResult => told.ask(round::Command::AnnounceResult { round: last }, "secretary"),
    };
}

fn check(session: &Session) -> Result<(), TestCaseError> {
    for round in &session.rounds {
        let settled: Vec<_> = round.sheet_places().filter_map(|place| round.settled(place)).collect();
        prop_assert_eq!(round.tally().sheets() as usize, settled.len(), "what counts is what is settled");
        let mut afresh = tally::Tally::new(round.contests());
        for sheet in &settled {
            afresh.add(sheet);
        }
        prop_assert_eq!(round.tally().rows(0), afresh.rows(0), "counting sheet by sheet is counting at once");
        let differing: Vec<_> = round.sheet_places().filter_map(|place| round.discrepancy(place)).collect();
        prop_assert_eq!(round.discrepancies(), differing, "every sheet that differs is known");
        let doubtful: Vec<_> = round.sheet_places().flat_map(|place| round.doubtful(place)).collect();
        prop_assert_eq!(round.all_doubtful().collect::<Vec<_>>(), doubtful, "every doubtful section is known");
        let valid = round.tally().valid(0);
        prop_assert_eq!(valid + round.tally().void(0), round.tally().sheets());
        for row in round.tally().rows(0) {
            prop_assert_eq!(row.for_ + row.against + row.abstain + row.void, valid);
        }
        for pass in Pass::BOTH {
            prop_assert!(round.pass(pass).keyed() <= round.control().returned);
        }
        if round.certificate().is_some() {
            prop_assert_eq!(round.tally().sheets(), round.control().returned, "certified is counted whole");
        }
    }
    let steps = views::frame::view(session).steps;
    let present = steps.iter().filter(|step| step.state == views::frame::StepState::Present).count();
    prop_assert!(present <= 1, "one step at a time");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_invariant_holds_after_every_command(steps in vec(step(), 1..120)) {
        let mut told = Told::prepared();
        told.print_ballot();
        told.count_present(6);
        told.open(6);
        for step in &steps {
            ask(&mut told, step);
            check(&told.session)?;
        }
        let again = Session::replay(&told.journal).unwrap();
        prop_assert_eq!(format!("{again:?}"), format!("{:?}", told.session), "the journal tells the session");
    }
}
