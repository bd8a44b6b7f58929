//! A certified count changes no more, except through a recorded reopening.

use session::ballot::follow::{Follows, Settlement};
use session::floor::hall::Scene;
use session::paper::PaperKind;
use session::round::keying::Mend;
use session::round::ruling::Verdict;
use session::round::{RoundKind, Stage, keying, ruling};
use session::tally::{Candidate, TieRule};
use session::{Pass, Refusal, round, views};

use crate::support::*;

fn reopen(reason: &str) -> round::Command {
    round::Command::Reopen { round: ROUND, reason: reason.to_owned() }
}

fn announced(sheets: &[&str]) -> Told {
    let mut told = Told::keyed(sheets, sheets);
    told.certify();
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    told
}

const PASSED: [&str; 6] = ["○○×", "○○×", "○○×", "○○×", "×××", "×××"];

#[test]
fn a_certified_count_changes_only_through_a_reopening_with_a_reason() {
    let mut told = Told::keyed(&["○○○", "○××"], &["○○○", "○××"]);
    assert_eq!(told.refused(reopen("复核"), "chief"), Refusal::NotCertified);
    told.rule_section(at(1, 1), Verdict::Void);
    told.certify();
    let back =
        || ruling::Command::TakeBack { round: ROUND, place: at(1, 1), reason: "看错".to_owned() };
    assert_eq!(told.refused(back(), "chief"), Refusal::AlreadyCertified);
    assert!(matches!(told.refused(reopen("复核"), "scrutineer"), Refusal::WrongRole { .. }));
    assert_eq!(told.refused(reopen(" "), "chief"), Refusal::ReasonMissing);
    told.done(reopen("有代表提出异议"), "chief");
    told.done(back(), "chief");
    told.rule_section(at(1, 1), Verdict::Read { marks: marks("○○×"), write_ins: None });
    told.certify();
}

#[test]
fn the_earlier_certificate_stays_in_the_history() {
    let mut told = announced(&PASSED);
    let first = told.session.rounds()[0].certificate().unwrap().clone();
    told.done(reopen("复核"), "chief");
    assert!(matches!(told.session.rounds()[0].stage(), Stage::Counting(_)));
    let view = views::count::view(&told.session, ROUND).unwrap();
    assert_eq!(view.certified, None);
    assert!(view.result.is_some(), "nothing stands in the way of certifying it again");
    assert_eq!((view.reopenings[0].reason.as_str(), view.reopenings[0].announced), ("复核", true));
    told.certify();
    let reopening = &told.session.rounds()[0].reopenings()[0];
    assert_eq!(reopening.certificate, first);
    assert_ne!(told.session.rounds()[0].certificate().unwrap().seq, first.seq);
}

#[test]
fn papers_that_rest_on_the_count_are_superseded_and_the_ballots_stand() {
    let mut told = announced(&PASSED);
    told.issue(PaperKind::Decision { round: ROUND });
    told.done(reopen("复核"), "chief");
    let stands: Vec<bool> =
        told.session.papers().iter().map(|paper| !paper.is_superseded()).collect();
    assert_eq!(stands, [true, false, false], "ballot, report, decision");
    told.certify();
    let announce = round::Command::AnnounceResult { round: ROUND };
    assert_eq!(
        told.refused(announce, "secretary"),
        Refusal::ReportNotPrinted,
        "the report is signed again"
    );
}

#[test]
fn the_announced_result_stays_in_the_hall_marked_as_being_checked_until_another_picture_is_pushed()
{
    let mut told = announced(&PASSED);
    told.show(Scene::Result { round: ROUND, page: 0 });
    let before = views::hall::view(&told.session);
    assert!(!before.rechecking);
    told.done(reopen("复核"), "chief");
    let rechecking = || views::hall::HallView { rechecking: true, ..before.clone() };
    assert_eq!(views::hall::view(&told.session), rechecking());
    let room = views::hall::room::view(&told.session);
    assert_eq!(
        (room.rechecking.as_deref(), room.due),
        (Some(ballot().title.as_str()), Scene::Counting { round: ROUND, page: 0 })
    );
    let push = session::floor::hall::Command::ShowInHall {
        scene: Scene::Result { round: ROUND, page: 0 },
    };
    assert_eq!(told.refused(push, "secretary"), Refusal::ResultNotAnnounced);
    told.certify();
    assert_eq!(views::hall::view(&told.session), rechecking(), "until it is announced again");
    told.issue(PaperKind::CountReport { round: ROUND });
    let due = views::hall::room::view(&told.session).due;
    assert_eq!(due, Scene::Result { round: ROUND, page: 0 });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    assert_eq!(views::hall::view(&told.session), before);
    assert_eq!(views::hall::room::view(&told.session).rechecking, None);
}

#[test]
fn pages_that_turn_by_themselves_show_a_result_that_is_checked_again_as_it_was_announced() {
    let mut long = ballot();
    long.contests[0].contest.options = (1..=20)
        .map(|no: u32| tally::ContestOption {
            id: no.to_string().as_str().into(),
            name: format!("项目{no}"),
        })
        .collect();
    let doubtful = format!("/○{}", "×".repeat(18));
    let other = format!("{}○○", "×".repeat(18));
    let mut told = Told::keyed_on(long, &[&doubtful, &doubtful]);
    told.rule_section(at(1, 1), Verdict::Void);
    told.rule_section(at(1, 2), Verdict::Void);
    told.announce();
    let look = session::floor::hall::Look { turn_every: Some(8), ..told.session.look() };
    told.done(session::floor::hall::Command::ChooseLook { look }, "secretary");
    told.show(Scene::Result { round: ROUND, page: 0 });
    let before = views::hall::view(&told.session);
    assert_eq!(before.turning.as_ref().map(|turning| turning.pages.len()), Some(2));
    told.done(reopen("复核"), "chief");
    let back =
        ruling::Command::TakeBack { round: ROUND, place: at(1, 1), reason: "看错".to_owned() };
    told.done(back, "chief");
    told.rule_section(at(1, 1), Verdict::Read { marks: marks(&other), write_ins: None });
    assert_eq!(views::hall::view(&told.session).turning, before.turning);
}

#[test]
fn article_29_no_reopening_once_the_ballot_that_follows_is_handed_out() {
    let mut told = announced(&["○××", "○××", "○××", "○××", "○××", "×××"]);
    let next =
        session::ballot::follow::proposed_ballot(&told.session, ROUND, &"projects".into()).unwrap();
    assert_eq!(next.origin.as_ref().unwrap().follows, Follows::Further);
    let (id, title) = (next.id.clone(), next.title.clone());
    told.done(session::ballot::Command::SaveBallot { ballot: next }, "secretary");
    told.issue(PaperKind::Ballot { ballot: id.clone() });
    told.count_present(6);
    let mut earlier = told.clone();
    earlier.done(reopen("复核"), "chief");
    let open = round::Command::OpenRound {
        ballot: id.clone(),
        kind: RoundKind::Further { of: ROUND },
        printed: 10,
        issued: 6,
    };
    assert_eq!(
        earlier.refused(open.clone(), "secretary"),
        Refusal::NoSuchBallot { ballot: id.0.clone() },
        "what follows is set up anew from the next result"
    );
    told.done(open, "secretary");
    assert_eq!(told.refused(reopen("复核"), "chief"), Refusal::FollowedByABallot { ballot: title });
}

#[test]
fn what_was_decided_on_the_result_is_decided_again() {
    let mut ballot = ballot();
    let threshold = None;
    let rule = tally::SeatsRule { tie: TieRule::Presidium, threshold, ..rule(1) };
    ballot.contests[0].contest.kind = tally::Kind::Selection(rule);
    let mut told = Told::keyed_on(ballot, &["○××", "○××", "○××", "×○×", "×○×", "×○×"]);
    told.certify();
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    let contest = tally::ContestId::from("projects");
    let settlement = Settlement::Presidium { chosen: vec![Candidate::Option("0".into())] };
    let record = "主席团决定".to_owned();
    told.done(
        session::ballot::follow::Command::Settle {
            round: ROUND,
            contest: contest.clone(),
            settlement,
            record,
        },
        "secretary",
    );
    assert!(told.session.rounds()[0].settlement(&contest).is_some());
    told.done(reopen("复核"), "chief");
    assert_eq!(told.session.rounds()[0].settlement(&contest), None);
}

#[test]
fn a_bundle_both_keyers_misread_is_keyed_anew_once_its_rulings_are_taken_back() {
    let mut told = Told::keyed(&["○○○", "○××"], &["○○○", "○××"]);
    told.rule_section(at(1, 1), Verdict::Void);
    told.certify();
    let anew = |pass| keying::Command::MendBundle {
        place: place(pass, 1),
        mend: Mend::Anew,
        reason: "两人同错".to_owned(),
    };
    assert_eq!(told.refused(anew(Pass::First), "scrutineer"), Refusal::AlreadyCertified);
    told.done(reopen("复核"), "chief");
    told.done(
        ruling::Command::TakeBack { round: ROUND, place: at(1, 1), reason: "重录".to_owned() },
        "chief",
    );
    told.done(anew(Pass::First), "scrutineer");
    told.done(anew(Pass::Second), "scrutineer");
    told.key_bundle(Pass::First, 1, &["○○×", "○××"], "teller-2");
    told.key_bundle(Pass::Second, 1, &["○○×", "○××"], "teller-1");
    told.certify();
    let rows = told.session.rounds()[0].tally().rows(0);
    assert_eq!((rows[0].for_, rows[2].for_), (2, 0));
    assert_eq!(told.session.rounds()[0].tally().valid(0), 2);
}
