//! Counting at two desks: what goes out tells nothing of the other pass, and what comes back counts
//! as if it had been keyed here.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use session::ballot::Ballot;
use session::floor::{hall, meeting};
use session::paper::{Issue, PaperKind};
use session::people::pin::{Looked, PinCommand, Proof};
use session::round::keying::Mend;
use session::round::lent::LoanState;
use session::round::{away, by_hand, keying, lent};
use session::tally::{Kind, SeatsRule, WriteIn, WriteInMark, WriteIns};
use session::views::desk::BundleState;
use session::{
    Actor, BundleNo, Command, EdgeCommand, Entry, Event, LoanId, PaperId, Pass, Refusal, RoundId,
    Session, SheetNo, round, views,
};

use crate::support::*;

const FIRST: Pass = Pass::First;
const SECOND: Pass = Pass::Second;
const LOAN: LoanId = LoanId(1);

fn take(pass: Pass, bundle: u32) -> keying::Command {
    keying::Command::TakeBundle { place: place(pass, bundle) }
}

fn call_back(reason: &str) -> lent::Command {
    lent::Command::CallBack { loan: LOAN, reason: reason.to_owned() }
}

/// Names may be written in.
fn with_names() -> Ballot {
    let mut ballot = ballot();
    ballot.contests[0].contest.kind =
        Kind::Election(SeatsRule { write_ins: WriteIns::NeedsAgainst, ..rule(2) });
    ballot
}

/// Four sheets in two bundles, the first keying is whole, the second is to be keyed elsewhere.
fn first_keyed(sheets: &[&str]) -> Told {
    let mut told = Told::counting(4);
    for (bundle, sheets) in (1..).zip(sheets.chunks(2)) {
        told.key_bundle(FIRST, bundle, sheets, "teller-1");
    }
    told
}

const PAPER: [&str; 4] = ["○○×", "×-○", "○×○", "-○○"];

fn keyed_away(told: &mut Told) -> Told {
    let mut away = told.lend(&lend(SECOND, &[1, 2]), "teller-2").unwrap();
    away.key_bundle(SECOND, 1, &PAPER[..2], "teller-2");
    away.key_bundle(SECOND, 2, &PAPER[2..], "teller-2");
    away
}

#[test]
fn what_is_keyed_elsewhere_counts_as_if_it_had_been_keyed_here() {
    let mut told = first_keyed(&PAPER);
    let away = keyed_away(&mut told);
    told.bring_back(ROUND, &away, "teller-2").unwrap();
    let here = Told::keyed(&PAPER, &PAPER);
    let (back, keyed) = (&told.session.rounds()[0], &here.session.rounds()[0]);
    assert!(back.pass(SECOND).bundles().eq(keyed.pass(SECOND).bundles()));
    assert_eq!(back.pass(SECOND).keyed(), keyed.pass(SECOND).keyed());
    assert_eq!(back.tally(), keyed.tally());
    told.announce();
}

#[test]
fn where_it_came_from_stays_in_the_journal() {
    let mut told = first_keyed(&PAPER);
    let away = keyed_away(&mut told);
    told.bring_back(ROUND, &away, "teller-2").unwrap();
    let Some(Event::Lent(lent::Event::BroughtBack { loan, bundles, head, entries })) =
        told.journal.last().map(|it| it.event.clone())
    else {
        panic!("brought back in one entry")
    };
    assert_eq!((loan, head.as_str(), entries), (LOAN, HEAD, away.session.seq()));
    assert_eq!(
        bundles.iter().map(|back| back.place).collect::<Vec<_>>(),
        [place(SECOND, 1), place(SECOND, 2)]
    );
}

#[test]
fn the_desk_away_shows_what_lies_there_and_nothing_else() {
    let mut told = first_keyed(&PAPER);
    let mut away = told.lend(&lend(SECOND, &[2]), "teller-2").unwrap();
    let desk = views::desk::view(&away.session, ROUND, SECOND, &person("teller-2")).unwrap();
    assert_eq!(desk.bundles.iter().map(|bundle| bundle.bundle).collect::<Vec<_>>(), [BundleNo(2)]);
    assert_eq!((desk.keyed, desk.returned), (0, 2));
    assert_eq!(
        away.refused(take(SECOND, 1), "teller-2"),
        Refusal::BundleNotHere { bundle: BundleNo(1) }
    );
    assert_eq!(
        away.refused(take(FIRST, 2), "teller-2"),
        Refusal::BundleNotHere { bundle: BundleNo(2) }
    );
    let frame = |away: &Told| views::frame::view(&away.session);
    assert_eq!(frame(&away).title, Some("青石镇第十八届人民代表大会第五次会议".to_owned()));
    assert_eq!(
        frame(&away).names.len(),
        views::frame::view(&told.session).names.len(),
        "whoever is written in can be chosen there"
    );
    assert!(!frame(&away).away.unwrap().finished);
    away.key_bundle(SECOND, 2, &PAPER[2..], "teller-2");
    assert!(frame(&away).away.unwrap().finished);
}

#[test]
fn names_and_counted_bundles_come_back_with_the_marks() {
    let mut told = Told::counting_with(with_names(), 4);
    let mut away = told.lend(&lend(FIRST, &[1]), "teller-1").unwrap();
    away.take(FIRST, 1, "teller-1");
    away.done(keying::Command::CountBundle { place: place(FIRST, 1), sheets: 3 }, "teller-1");
    let mut named = reading("○××");
    named[0]
        .write_ins
        .push(WriteIn { name: "买买提·艾力".to_owned(), mark: WriteInMark::For });
    named[0].doubt = Some("字迹不清".to_owned());
    for sheet in 1..=3 {
        away.key(FIRST, 1, sheet, named.clone(), "teller-1");
    }
    away.done(keying::Command::CloseBundle { place: place(FIRST, 1) }, "teller-1");
    told.bring_back(ROUND, &away, "teller-1").unwrap();
    let back = told.session.rounds()[0].pass(FIRST).closed(BundleNo(1)).unwrap();
    assert_eq!(
        (back.counted(), back.handed_in().unwrap()),
        (Some(3), [named.clone(), named.clone(), named].as_slice())
    );
    assert_eq!(told.session.rounds()[0].sheets_for(FIRST, BundleNo(1)), 3);
}

#[test]
fn a_lent_bundle_stands_in_the_way_of_what_a_taken_one_does() {
    let mut told = Told::counting(4);
    told.lend(&lend(FIRST, &[1]), "teller-1").unwrap();
    let lent = || Refusal::BundleIsLent { bundle: BundleNo(1), name: "刘敏".to_owned() };
    assert_eq!(told.refused(take(FIRST, 1), "teller-2"), lent());
    assert_eq!(told.refused(take(FIRST, 1), "teller-1"), lent());
    let key = keying::Command::KeySheet {
        place: place(FIRST, 1),
        sheet: SheetNo(1),
        reading: reading("○○×"),
    };
    assert_eq!(told.refused(key, "teller-1"), lent());
    let release =
        keying::Command::ReleaseBundle { place: place(FIRST, 1), reason: "换人".to_owned() };
    assert_eq!(
        told.refused(release, "scrutineer"),
        lent(),
        "a bundle that is out is called back, not given back"
    );
    let mend = keying::Command::MendBundle {
        place: place(FIRST, 1),
        mend: Mend::Anew,
        reason: "重录".to_owned(),
    };
    assert_eq!(
        told.refused(mend, "scrutineer"),
        Refusal::BundleNotHandedIn { bundle: BundleNo(1) }
    );
    let numbers = told.session.rounds()[0].numbers();
    let collected = round::Collected { returned: 1, ..numbers.collected.unwrap() };
    let numbers = round::Numbers { collected: Some(collected), ..numbers };
    let correct =
        round::Command::CorrectNumbers { round: ROUND, numbers, reason: "点错".to_owned() };
    assert_eq!(
        told.refused(correct, "secretary"),
        lent(),
        "the file says how many sheets are in it"
    );
    assert!(matches!(
        told.refused(round::Command::Certify { round: ROUND }, "chief"),
        Refusal::PassNotWhole { .. }
    ));
    let desk = views::desk::view(&told.session, ROUND, FIRST, &person("teller-1")).unwrap();
    assert_eq!((desk.bundles[0].state, desk.in_hand), (BundleState::Lent, None));
    assert_eq!(
        desk.loans.iter().map(|loan| (loan.loan, loan.mine)).collect::<Vec<_>>(),
        [(LOAN, true)]
    );
    told.take(FIRST, 2, "teller-1");
}

#[test]
fn only_what_may_be_taken_goes_out_to_its_teller() {
    let mut told = first_keyed(&PAPER);
    let keyed_before =
        Refusal::KeyedInTheOtherPass { bundle: BundleNo(1), name: "刘敏".to_owned() };
    assert_eq!(told.lend(&lend(SECOND, &[1, 2]), "teller-1").unwrap_err(), keyed_before);
    assert_eq!(told.lend(&lend(SECOND, &[]), "teller-2").unwrap_err(), Refusal::NoBundleChosen);
    assert_eq!(told.lend(&lend(SECOND, &[2, 2]), "teller-2").unwrap_err(), Refusal::NoBundleChosen);
    let none = Refusal::NoSuchBundle { bundle: BundleNo(3), bundles: 2 };
    assert_eq!(told.lend(&lend(SECOND, &[2, 3]), "teller-2").unwrap_err(), none);
    assert!(matches!(
        told.lend(&lend(SECOND, &[1]), "scrutineer").unwrap_err(),
        Refusal::WrongRole { .. }
    ));
    told.take(SECOND, 1, "teller-2");
    assert_eq!(
        told.lend(&lend(SECOND, &[2]), "teller-2").unwrap_err(),
        Refusal::BundleInHand { bundle: BundleNo(1) }
    );
}

#[test]
fn a_pin_is_needed_as_at_the_desk() {
    let mut told = first_keyed(&PAPER);
    let set = told
        .session
        .decide_at_edge(
            &EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() }),
            &person("teller-2"),
        )
        .unwrap();
    let away = keyed_away(&mut told);
    told.record(&set, "teller-2");
    let needed = Refusal::PinNeeded { name: "买买提·艾力".to_owned() };
    assert_eq!(told.bring_back(ROUND, &away, "teller-2").unwrap_err(), needed);
    assert_eq!(told.lend(&lend(SECOND, &[1]), "teller-2").unwrap_err(), needed);
    assert!(!opening(&away.journal[0].event).contains("argon2"), "no PIN goes out on a stick");
}

#[test]
fn a_file_that_is_not_finished_does_not_come_back() {
    let mut told = first_keyed(&PAPER);
    let mut away = told.lend(&lend(SECOND, &[1, 2]), "teller-2").unwrap();
    away.key_bundle(SECOND, 1, &PAPER[..2], "teller-2");
    away.take(SECOND, 2, "teller-2");
    away.key(SECOND, 2, 1, reading(PAPER[2]), "teller-2");
    let unfinished = |keyed| Refusal::LoanNotFinished { bundle: BundleNo(2), keyed, sheets: 2 };
    assert_eq!(told.bring_back(ROUND, &away, "teller-2").unwrap_err(), unfinished(1));
    away.key(SECOND, 2, 2, reading(PAPER[3]), "teller-2");
    assert_eq!(
        told.bring_back(ROUND, &away, "teller-2").unwrap_err(),
        unfinished(2),
        "keyed, but not handed in"
    );
    away.done(keying::Command::CloseBundle { place: place(SECOND, 2) }, "teller-2");
    told.bring_back(ROUND, &away, "teller-2").unwrap();
}

#[test]
fn a_file_comes_back_once_to_its_own_round_by_its_own_teller() {
    let mut told = first_keyed(&PAPER);
    let away = keyed_away(&mut told);
    assert_eq!(
        told.bring_back(ROUND, &away, "teller-1").unwrap_err(),
        Refusal::LoanOfAnotherTeller { name: "买买提·艾力".to_owned() }
    );
    let other = Refusal::LoanOfAnotherRound {
        round: ROUND,
        ballot: "2026年度民生实事项目票决票".to_owned(),
    };
    assert_eq!(told.bring_back(RoundId(2), &away, "teller-2").unwrap_err(), other);
    told.bring_back(ROUND, &away, "teller-2").unwrap();
    let back = Refusal::LoanIsBack { bundles: vec![BundleNo(1), BundleNo(2)] };
    assert_eq!(told.bring_back(ROUND, &away, "teller-2").unwrap_err(), back);
    assert_eq!(told.refused(call_back("丢失"), "scrutineer"), back);
}

#[test]
fn a_file_of_another_session_or_with_another_beginning_is_refused() {
    let mut told = first_keyed(&PAPER);
    let away = keyed_away(&mut told);
    let mut before = first_keyed(&PAPER);
    assert_eq!(
        before.bring_back(ROUND, &away, "teller-2").unwrap_err(),
        Refusal::NoSuchLoan { loan: LOAN },
        "an earlier copy knows no loan"
    );
    let mut elsewhere = Told::counting(4);
    let described = meeting::Meeting { place: "石门镇".to_owned(), ..meeting() };
    elsewhere.done(meeting::Command::Describe { meeting: described }, "secretary");
    let title = "青石镇第十八届人民代表大会第五次会议".to_owned();
    assert_eq!(
        elsewhere.bring_back(ROUND, &away, "teller-2").unwrap_err(),
        Refusal::LoanOfAnotherSession { title }
    );
    let mut forged = away.journal.clone();
    let Event::Away(away::Event::DeskSetUp { desk }) = &mut forged[0].event else {
        panic!("a desk away")
    };
    desk.bundles[0].sheets = 9;
    let forged = Told { session: Session::replay(&forged).unwrap(), journal: forged };
    assert_eq!(
        told.bring_back(ROUND, &forged, "teller-2").unwrap_err(),
        Refusal::NoSuchLoan { loan: LOAN }
    );
    let copy = told.clone();
    assert_eq!(told.bring_back(ROUND, &copy, "teller-2").unwrap_err(), Refusal::NotADeskAway);
}

#[test]
fn a_lost_file_is_called_back_with_a_reason_and_refused_if_it_comes_after_all() {
    let mut told = first_keyed(&PAPER);
    let away = keyed_away(&mut told);
    assert!(matches!(told.refused(call_back("优盘丢失"), "teller-1"), Refusal::WrongRole { .. }));
    assert_eq!(told.refused(call_back(" "), "scrutineer"), Refusal::ReasonMissing);
    told.done(call_back("优盘丢失"), "scrutineer");
    assert!(matches!(told.session.loans()[0].state(), LoanState::CalledBack { .. }));
    let called =
        Refusal::LoanCalledBack { name: "田富".to_owned(), reason: "优盘丢失".to_owned() };
    assert_eq!(told.bring_back(ROUND, &away, "teller-2").unwrap_err(), called);
    assert_eq!(told.refused(call_back("优盘丢失"), "scrutineer"), called);
    told.key_bundle(SECOND, 1, &PAPER[..2], "teller-2");
    let mut again = told.lend(&lend(SECOND, &[2]), "teller-2").unwrap();
    again.key_bundle(SECOND, 2, &PAPER[2..], "teller-2");
    told.bring_back(ROUND, &again, "teller-2").unwrap();
    told.certify();
}

#[test]
fn what_came_back_is_mended_here_like_anything_keyed_here() {
    let mut told = first_keyed(&PAPER);
    let away = keyed_away(&mut told);
    told.bring_back(ROUND, &away, "teller-2").unwrap();
    let mend = keying::Command::MendBundle {
        place: place(SECOND, 2),
        mend: Mend::Skipped { sheet: SheetNo(1) },
        reason: "漏录".to_owned(),
    };
    told.done(mend, "scrutineer");
    told.key(SECOND, 2, 1, reading(PAPER[2]), "teller-2");
    told.done(keying::Command::CloseBundle { place: place(SECOND, 2) }, "teller-2");
    assert_eq!(told.session.rounds()[0].pass(SECOND).closed(BundleNo(2)).unwrap().keyed(), 3);
}

#[test]
fn nothing_comes_back_into_a_round_counted_by_hand_and_it_may_after_that_is_withdrawn() {
    let mut told = Told::counting(2);
    let mut away = told.lend(&lend(FIRST, &[1]), "teller-1").unwrap();
    away.key_bundle(FIRST, 1, &PAPER[..2], "teller-1");
    let mut totals = told.session.rounds()[0].tally().totals();
    totals[0].void = 2;
    told.done(
        by_hand::Command::CountByHand { round: ROUND, totals, reason: "停电".to_owned() },
        "scrutineer",
    );
    assert_eq!(told.bring_back(ROUND, &away, "teller-1").unwrap_err(), Refusal::CountedByHand);
    told.done(
        by_hand::Command::WithdrawHandCount { round: ROUND, reason: "来电".to_owned() },
        "scrutineer",
    );
    told.bring_back(ROUND, &away, "teller-1").unwrap();
}

#[test]
fn nothing_but_keying_is_done_at_a_desk_away() {
    let mut told = first_keyed(&PAPER);
    let mut away = told.lend(&lend(SECOND, &[1, 2]), "teller-2").unwrap();
    away.done(PinCommand::TakeDesk, "teller-2");
    let others: [Command; 5] = [
        Command::Meeting(meeting::Command::Describe { meeting: meeting() }),
        Command::Round(round::Command::Certify { round: ROUND }),
        Command::Hall(hall::Command::ShowInHall { scene: hall::Scene::Blank }),
        Command::Lent(call_back("丢失")),
        Command::Pin(PinCommand::RemovePin {
            person: person("teller-2"),
            reason: "忘记".to_owned(),
        }),
    ];
    for command in others {
        for actor in ["teller-2", "secretary"] {
            assert_eq!(
                away.session.decide(&command, Actor { person: &person(actor), proof: Proof::Pin }),
                Err(Refusal::OnlyKeyedHere),
                "{command:?}"
            );
        }
    }
    assert!(
        matches!(away.refused(take(SECOND, 1), "teller-1"), Refusal::NotOnTheStaff { .. }),
        "its own teller alone keys there"
    );
}

#[test]
fn nothing_comes_in_by_the_edge_at_a_desk_away() {
    let mut told = first_keyed(&PAPER);
    let mut away = told.lend(&lend(SECOND, &[1, 2]), "teller-2").unwrap();
    let issue = Issue {
        of: PaperKind::Ballot { ballot: ballot_id() },
        title: String::new(),
        sha256: "0".repeat(64),
        pages: 1,
        set_by: String::new(),
    };
    let at_edge = [
        EdgeCommand::IssuePaper(issue),
        EdgeCommand::TakeOutToEdit { paper: PaperId(1), sha256: "" },
        EdgeCommand::Look(Looked::Set { hash: "$argon2id$".to_owned() }),
        EdgeCommand::Look(Looked::Wrong),
    ];
    for command in at_edge {
        assert_eq!(
            away.session.decide_at_edge(&command, &person("teller-2")),
            Err(Refusal::OnlyKeyedHere),
            "{command:?}"
        );
    }
    assert_eq!(
        away.lend(&lend(SECOND, &[1]), "teller-2").unwrap_err(),
        Refusal::OnlyKeyedHere,
        "a loan is not lent on"
    );
}

#[test]
fn a_journal_is_a_desk_aways_from_its_first_entry_to_its_last_or_not_at_all() {
    let mut told = first_keyed(&PAPER);
    let away = keyed_away(&mut told);
    let after = |journal: &[Entry], event: &Event| {
        let seq = u32::try_from(journal.len()).unwrap() + 1;
        let entry = Entry { seq, event: event.clone(), ..journal[0].clone() };
        Session::replay(journal.iter().chain([&entry])).map(drop).map_err(|(seq, _)| seq)
    };
    let late = u32::try_from(told.journal.len()).unwrap() + 1;
    assert_eq!(after(&told.journal, &away.journal[0].event), Err(late));
    let end = u32::try_from(away.journal.len()).unwrap() + 1;
    for entry in told.journal.iter().filter(|entry| !matches!(entry.event, Event::Keying(_))) {
        assert_eq!(after(&away.journal, &entry.event), Err(end), "{:?}", entry.event);
    }
}

#[test]
fn the_kinds_of_two_desks_are_written_as_they_stay() {
    let mut told = Told::counting(2);
    let mut away = told.lend(&lend(FIRST, &[1]), "teller-1").unwrap();
    away.key_bundle(FIRST, 1, &PAPER[..2], "teller-1");
    told.bring_back(ROUND, &away, "teller-1").unwrap();
    told.lend(&lend(SECOND, &[1]), "teller-2").unwrap();
    told.done(lent::Command::CallBack { loan: LoanId(2), reason: "丢失".to_owned() }, "teller-2");
    let written: Vec<String> = told
        .journal
        .iter()
        .rev()
        .take(4)
        .rev()
        .map(|entry| serde_json::to_string(&entry.event).unwrap())
        .collect();
    assert!(written[0].starts_with(r#"{"kind":"lent.bundles_lent","body":{"loan":1,"round":1,"pass":"first","bundles":[1],"opening":"#));
    let sheets = r#"[[{"marks":["for","for","against"]}],[{"marks":["against","blank","for"]}]]"#;
    let back = format!(r#"{{"place":{{"round":1,"pass":"first","bundle":1}},"sheets":{sheets}}}"#);
    assert_eq!(
        written[1],
        format!(
            r#"{{"kind":"lent.brought_back","body":{{"loan":1,"bundles":[{back}],"head":"{HEAD}","entries":5}}}}"#
        )
    );
    assert_eq!(written[3], r#"{"kind":"lent.called_back","body":{"loan":2,"reason":"丢失"}}"#);
    let set_up = opening(&away.journal[0].event);
    assert!(set_up.starts_with(
        r#"{"kind":"away.desk_set_up","body":{"desk":{"loan":1,"opened":"0a1b2c3d","meeting":{"#
    ));
    assert!(set_up.ends_with(r#""pass":"first","bundles":[{"bundle":1,"sheets":2}]}}}"#));
    for entry in told.journal.iter().chain(&away.journal) {
        let written = serde_json::to_string(&entry.event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&written).unwrap(), entry.event);
    }
}

fn sheets() -> impl Strategy<Value = Vec<String>> {
    vec(vec(select(vec!['○', '×', '-', '/']), 3).prop_map(String::from_iter), 4)
}

proptest! {
    #[test]
    fn what_goes_out_for_the_second_keying_does_not_depend_on_the_first(one in sheets(), other in sheets()) {
        let out = |sheets: &[String]| {
            let sheets: Vec<&str> = sheets.iter().map(String::as_str).collect();
            let mut told = first_keyed(&sheets);
            let away = told.lend(&lend(SECOND, &[1, 2]), "teller-2").unwrap();
            (opening(&away.journal[0].event), serde_json::to_string(&told.journal.last().unwrap().event).unwrap())
        };
        prop_assert_eq!(out(&one), out(&other));
    }
}
