//! From the open box to the announced result (组织法 14, 25, 29; 选举法 43, 44).

use session::floor::attendance;
use session::paper::{Paper, PaperKind};
use session::round::RoundKind;
use session::round::ruling::Verdict;
use session::tally::Mark;
use session::views::frame::{StepName, StepState};
use session::{Pass, Refusal, RoundId, people, round, tally, views};

use crate::support::*;

fn present_step(told: &Told) -> (StepName, Option<Refusal>) {
    let steps = views::frame::view(&told.session).steps;
    let present = steps.into_iter().find(|step| step.state == StepState::Present).unwrap();
    (present.step, present.missing)
}

#[test]
fn article_14_without_two_thirds_no_ballot_is_handed_out() {
    let mut told = Told::prepared();
    told.print_ballot();
    assert_eq!(told.refused(open(6), "secretary"), Refusal::AttendanceNotCounted);
    told.count_present(4);
    assert_eq!(
        told.refused(open(4), "secretary"),
        Refusal::NoQuorum { present: 4, needed: 5, all_deputies: 7 }
    );
    told.count_present(5);
    told.open(5);
}

#[test]
fn more_present_than_deputies_is_refused() {
    let mut told = Told::prepared();
    let refused = told
        .refused(attendance::Command::CountAttendance { present: 8, observers: 0 }, "secretary");
    assert_eq!(refused, Refusal::MorePresentThanDeputies { present: 8, all_deputies: 7 });
}

#[test]
fn article_43_no_ballot_without_a_counting_staff() {
    let mut told = Told::prepared();
    let without: Vec<_> = staff().into_iter().filter(|person| person.id.0 != "teller-2").collect();
    told.done(people::Command::AppointStaff { staff: without }, "secretary");
    told.print_ballot();
    told.count_present(6);
    assert_eq!(
        told.refused(open(6), "secretary"),
        Refusal::StaffMissing { role: people::Role::Teller, needed: 2, appointed: 1 }
    );
}

#[test]
fn more_issued_than_printed_is_refused() {
    let mut told = Told::prepared();
    told.print_ballot();
    told.count_present(6);
    assert_eq!(
        told.refused(open(11), "secretary"),
        Refusal::MoreIssuedThanPrinted { issued: 11, printed: 10 }
    );
}

#[test]
fn article_44_more_returned_than_issued_voids_the_vote_and_only_a_redo_follows() {
    let mut told = Told::voting_with(ballot());
    told.done(collect(7), "secretary");
    let valid_if = tally::ValidIf::ReturnedAtMostIssued;
    let take = round::keying::Command::TakeBundle { place: place(Pass::First, 1) };
    assert_eq!(
        told.refused(take, "teller-1"),
        Refusal::VoteIsVoid { returned: 7, issued: 6, present: 6, valid_if }
    );
    assert_eq!(
        views::floor::view(&told.session).to_open,
        [],
        "no redo before the void vote is announced"
    );
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    assert_eq!(
        told.refused(collect(6), "secretary"),
        Refusal::CollectionAnnounced,
        "announced is announced"
    );
    assert_eq!(views::floor::view(&told.session).to_open[0].kind, RoundKind::Redo { of: ROUND });
    let redo = round::Command::OpenRound {
        ballot: ballot_id(),
        kind: RoundKind::Redo { of: ROUND },
        printed: 10,
        issued: 6,
    };
    assert_eq!(
        told.refused(redo.clone(), "secretary"),
        Refusal::AttendanceToCountAgain { present: 6 },
        "some have left since"
    );
    assert_eq!(present_step(&told).0, StepName::Attendance);
    told.count_present(6);
    told.done(redo, "secretary");
    assert_eq!(told.session.rounds().len(), 2);
    assert_eq!(
        told.refused(collect(5), "secretary"),
        Refusal::CollectionAnnounced,
        "the void round stands"
    );
    told.done(round::Command::Collect { round: RoundId(2), spoiled: 0, returned: 6 }, "secretary");
    told.done(round::Command::AnnounceCollection { round: RoundId(2) }, "secretary");
}

#[test]
fn article_44_fewer_returned_is_valid_and_noticed() {
    let mut told = Told::voting_with(ballot());
    told.done(collect(5), "secretary");
    let floor = views::floor::view(&told.session);
    assert_eq!(floor.rounds[0].valid, Some(true));
    assert_eq!(floor.rounds[0].left_over, Some(3), "10 printed − 6 issued − 1 replaced");
    assert_eq!(floor.rounds[0].notices, [views::Notice::ReturnedFewer { returned: 5, issued: 6 }]);
}

#[test]
fn the_numbers_of_the_box_can_be_put_right_until_they_are_announced() {
    let mut told = Told::voting_with(ballot());
    told.done(collect(7), "secretary");
    told.done(collect(6), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    assert_eq!(told.refused(collect(5), "secretary"), Refusal::CollectionAnnounced);
}

#[test]
fn no_sheet_is_keyed_before_the_validity_is_announced() {
    let mut told = Told::voting_with(ballot());
    let take = || round::keying::Command::TakeBundle { place: place(Pass::First, 1) };
    assert_eq!(told.refused(take(), "teller-1"), Refusal::NotCollected);
    told.done(collect(6), "secretary");
    assert_eq!(told.refused(take(), "teller-1"), Refusal::CollectionNotAnnounced);
}

#[test]
fn every_step_of_the_day_leads_to_the_next() {
    let mut told = Told::default();
    assert_eq!(present_step(&told), (StepName::Describe, None));
    told = Told::prepared();
    assert_eq!(present_step(&told), (StepName::PrintBallot, None));
    told.print_ballot();
    assert_eq!(present_step(&told), (StepName::Attendance, None));
    told.count_present(4);
    assert_eq!(
        present_step(&told),
        (StepName::Open, Some(Refusal::NoQuorum { present: 4, needed: 5, all_deputies: 7 }))
    );
    told.count_present(6);
    told.open(6);
    assert_eq!(present_step(&told), (StepName::Collect, None));
    told.done(collect(2), "secretary");
    assert_eq!(present_step(&told), (StepName::AnnounceCollection, None));
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    assert_eq!(present_step(&told), (StepName::FirstKeying, None));
    told.key_bundle(Pass::First, 1, &["○○-", "○○○"], "teller-1");
    assert_eq!(present_step(&told), (StepName::SecondKeying, None));
    told.key_bundle(Pass::Second, 1, &["○○×", "○○○"], "teller-2");
    assert_eq!(present_step(&told), (StepName::Rule, Some(Refusal::DifferencesOpen { sheets: 1 })));
    told.rule_rows(at(1, 1), &[(2, Mark::Against)]);
    assert_eq!(present_step(&told), (StepName::Rule, Some(Refusal::SectionsOpen { sections: 1 })));
    told.rule_section(at(1, 2), Verdict::Void);
    assert_eq!(present_step(&told), (StepName::Certify, None));
    told.certify();
    assert_eq!(present_step(&told), (StepName::Report, None));
    assert_eq!(
        told.refused(round::Command::AnnounceResult { round: ROUND }, "secretary"),
        Refusal::ReportNotPrinted
    );
    assert_eq!(
        views::floor::view(&told.session).rounds[0].result_missing,
        Some(Refusal::ReportNotPrinted)
    );
    told.issue(PaperKind::CountReport { round: ROUND });
    assert_eq!(present_step(&told), (StepName::AnnounceResult, None));
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    assert_eq!(
        told.try_issue(PaperKind::Decision { round: ROUND }),
        Err(Refusal::NothingChosen),
        "1 of 7 approves: no decision to take"
    );
    assert!(
        views::frame::view(&told.session).steps.iter().all(|step| step.state == StepState::Done)
    );
}

#[test]
fn only_the_chief_scrutineer_certifies_and_only_once() {
    let mut told = Told::keyed(&["○××"], &["○××"]);
    let certify = || round::Command::Certify { round: ROUND };
    assert!(matches!(told.refused(certify(), "scrutineer"), Refusal::WrongRole { .. }));
    told.certify();
    assert_eq!(told.refused(certify(), "chief"), Refusal::AlreadyCertified);
}

#[test]
fn a_box_without_a_sheet_is_not_certified_but_put_right() {
    let mut told = Told::counting(0);
    assert_eq!(
        told.refused(round::Command::Certify { round: ROUND }, "chief"),
        Refusal::NothingReturned
    );
    told.done(correct(6, Some((1, 2))), "secretary");
    assert_eq!(told.session.rounds()[0].bundles(), 1);
}

fn correct(issued: u32, collected: Option<(u32, u32)>) -> round::Command {
    let collected = collected.map(|(spoiled, returned)| round::Collected { spoiled, returned });
    let numbers = round::Numbers { present: 6, printed: 10, issued, collected };
    round::Command::CorrectNumbers { round: ROUND, numbers, reason: "点错".to_owned() }
}

#[test]
fn a_wrong_number_is_put_right_with_a_reason() {
    let mut told = Told::voting_with(ballot());
    told.done(correct(5, None), "secretary");
    assert_eq!(told.session.rounds()[0].issued(), 5);
    told.done(collect(6), "secretary");
    assert!(told.session.rounds()[0].is_void());
    told.done(correct(6, Some((0, 6))), "secretary");
    assert!(!told.session.rounds()[0].is_void());
    let numbers = round::Numbers { present: 6, printed: 10, issued: 6, collected: None };
    let silent = round::Command::CorrectNumbers { round: ROUND, numbers, reason: " ".to_owned() };
    assert_eq!(told.refused(silent, "secretary"), Refusal::ReasonMissing);
    assert_eq!(
        told.refused(correct(11, Some((0, 6))), "secretary"),
        Refusal::MoreIssuedThanPrinted { issued: 11, printed: 10 }
    );
}

#[test]
fn a_bundle_that_was_handed_in_is_not_changed_by_a_correction() {
    let mut told = Told::counting(5);
    told.key_bundle(Pass::First, 3, &["○××"], "teller-1");
    assert_eq!(
        told.refused(correct(6, Some((0, 6))), "secretary"),
        Refusal::BundleIsKeyed { bundle: session::BundleNo(3) }
    );
    let mut told = Told::counting(5);
    told.key_bundle(Pass::First, 1, &["○××", "○××"], "teller-1");
    told.done(correct(6, Some((0, 6))), "secretary");
    assert_eq!(told.session.rounds()[0].sheets_in(session::BundleNo(3)), 2);
    told.done(correct(4, Some((0, 5))), "secretary");
    assert!(
        told.session.rounds()[0].is_void(),
        "a correction that voids the vote takes it back before the announcement"
    );
    let refused = told.refused(collect(1), "secretary");
    assert_eq!(
        refused,
        Refusal::BundleIsKeyed { bundle: session::BundleNo(1) },
        "nor by counting the box again"
    );
}

#[test]
fn a_decision_waits_for_the_announcement_and_for_no_tie() {
    let mut told = Told::keyed(&["○××", "○××", "○××", "○××"], &["○××", "○××", "○××", "○××"]);
    told.certify();
    told.issue(PaperKind::CountReport { round: ROUND });
    let decision = PaperKind::Decision { round: ROUND };
    assert_eq!(told.try_issue(decision.clone()), Err(Refusal::ResultNotAnnounced));
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    told.issue(decision.clone());
    let mut most_votes = ballot();
    most_votes.contests[0].contest.kind =
        tally::Kind::Selection(tally::SeatsRule { threshold: None, ..rule(2) });
    let mut told = Told::keyed_on(most_votes, &["○○-", "○○-", "○-○", "○-○"]);
    told.certify();
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    told.issue(decision);
}

#[test]
fn papers_of_the_result_need_a_certified_count() {
    let mut told = Told::keyed(&["○××"], &["○××"]);
    let of = PaperKind::CountReport { round: ROUND };
    assert_eq!(told.try_issue(of.clone()).unwrap_err(), Refusal::NotCertified);
    told.certify();
    told.issue(of.clone());
    told.issue(of);
    let issues: Vec<bool> = told.session.papers().iter().map(Paper::is_superseded).collect();
    assert_eq!(
        issues,
        [false, true, false],
        "the printed ballot stands, the second report supersedes the first"
    );
}
