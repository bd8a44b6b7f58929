//! What follows a result (组织法 22, 29): runoff among the tied, further vote for the seats left, a
//! recorded decision, a withdrawn ballot.

use session::ballot::election::{self, Concern, Election, Post};
use session::ballot::follow::{Follows, Settlement, SettlementKind, proposed_ballot};
use session::ballot::{Ballot, follow};
use session::floor::hall::{self, Scene};
use session::paper::{Paper, PaperKind};
use session::round::keying::Place;
use session::round::{RoundKind, keying};
use session::tally::{Candidate, Cap, Kind, Next, SeatsRule, TieRule};
use session::views::frame::{StepName, StepState};
use session::{BallotId, BundleNo, Pass, Reason, Refusal, RoundId, SheetNo, ballot, round, views};

use crate::support::*;

/// 6 : 4 : 4 for two places: the first is in, the others are level at the second.
const LEVEL: [&str; 6] = ["○○○", "○○○", "○○-", "○○-", "○-○", "○-○"];
/// Only the first is over half.
const SHORT: [&str; 6] = ["○○×", "○×○", "○×○", "○--", "○--", "○--"];
const SECOND: RoundId = RoundId(2);

fn ballot_with(change: impl Fn(&mut SeatsRule)) -> Ballot {
    let mut ballot = ballot();
    if let Kind::Selection(rule) = &mut ballot.contests[0].contest.kind {
        rule.cap = Cap::None;
        change(rule);
    }
    ballot
}

fn announced(sheets: &[&str], change: impl Fn(&mut SeatsRule)) -> Told {
    let mut told = Told::keyed_on(ballot_with(change), sheets);
    told.certify();
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    told
}

fn proposed(told: &Told) -> Ballot {
    proposed_ballot(&told.session, ROUND, &"projects".into()).unwrap()
}

fn names(ballot: &Ballot) -> Vec<&str> {
    ballot.contests[0].contest.options.iter().map(|option| option.name.as_str()).collect()
}

fn save(ballot: &Ballot) -> ballot::Command {
    ballot::Command::SaveBallot { ballot: ballot.clone() }
}

fn settle(settlement: Settlement) -> follow::Command {
    follow::Command::Settle {
        round: ROUND,
        contest: "projects".into(),
        settlement,
        record: "主席团第三次会议决定".to_owned(),
    }
}

/// The ballot is printed, handed out, collected, keyed twice by one mark a sheet and announced.
fn vote_once_more(told: &mut Told, ballot: &BallotId, kind: RoundKind, sheets: &[&str]) {
    told.issue(PaperKind::Ballot { ballot: ballot.clone() });
    told.count_present(6);
    told.done(
        round::Command::OpenRound { ballot: ballot.clone(), kind, printed: 6, issued: 6 },
        "secretary",
    );
    told.done(round::Command::Collect { round: SECOND, spoiled: 0, returned: 6 }, "secretary");
    told.done(round::Command::AnnounceCollection { round: SECOND }, "secretary");
    for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
        for (bundle, sheets) in (1..).zip(sheets.chunks(2)) {
            let place = Place { round: SECOND, pass, bundle: BundleNo(bundle) };
            told.done(keying::Command::TakeBundle { place }, teller);
            for (sheet, text) in (1..).zip(sheets) {
                told.done(
                    keying::Command::KeySheet {
                        place,
                        sheet: SheetNo(sheet),
                        reading: reading(text),
                    },
                    teller,
                );
            }
            told.done(keying::Command::CloseBundle { place }, teller);
        }
    }
    told.done(round::Command::Certify { round: SECOND }, "chief");
    told.issue(PaperKind::CountReport { round: SECOND });
    told.done(round::Command::AnnounceResult { round: SECOND }, "secretary");
}

#[test]
fn article_29_a_tie_at_the_cut_line_is_run_off_among_the_tied_and_most_votes_win() {
    let mut told = announced(&LEVEL, |_| ());
    told.issue(PaperKind::Decision { round: ROUND });
    let decision = views::papers::view(&told.session).papers.into_iter();
    let mut decision =
        decision.filter(|paper| matches!(paper.kind, PaperKind::Decision { .. }) && !paper.ripe);
    assert!(decision.next().is_some(), "it goes with no others while the seat is open");
    let runoff = proposed(&told);
    assert_eq!(names(&runoff), ["山塘除险加固", "幼儿园改扩建"]);
    let rule = runoff.contests[0].contest.seats_rule().unwrap();
    assert_eq!((rule.seats.get(), rule.threshold), (1, None));
    assert_eq!(views::floor::view(&told.session).follow_ups[0].proposed.as_ref(), Some(&runoff));
    told.done(save(&runoff), "secretary");
    assert_eq!(
        views::floor::view(&told.session).follow_ups[0].proposed,
        None,
        "prepared once is enough"
    );
    let kind = RoundKind::Runoff { of: ROUND };
    assert_eq!(views::floor::view(&told.session).to_open[0].kind, kind);
    vote_once_more(&mut told, &runoff.id, kind, &["○-", "○-", "○-", "-○", "--", "--"]);
    let tables = round::result::tables(told.session.round(SECOND).unwrap());
    let chosen: Vec<&str> = tables[0].chosen().iter().map(|row| row.name.as_str()).collect();
    assert_eq!(chosen, ["山塘除险加固"], "3 of 7 are enough: a runoff asks for no majority");
    assert_eq!(views::floor::view(&told.session).follow_ups, []);
    told.issue(PaperKind::Decision { round: ROUND });
    told.issue(PaperKind::Decision { round: SECOND });
}

#[test]
fn article_29_deputy_posts_left_over_again_have_more_candidates_than_seats() {
    let announced_for = |post, by_election| {
        let mut ballot = ballot_with(|_| ());
        let entry = &mut ballot.contests[0];
        if let Kind::Selection(rule) = entry.contest.kind.clone() {
            entry.contest.kind = Kind::Election(rule);
        }
        entry.election = Some(Election { post, by_election, ..Election::default() });
        let mut told = Told::keyed_on(ballot, &SHORT);
        told.certify();
        told.issue(PaperKind::CountReport { round: ROUND });
        told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
        let mut equal = proposed(&told);
        assert_eq!(names(&equal).len(), 2, "one seat left, one more candidate than that");
        equal.contests[0].contest.options.truncate(1);
        told.ask(save(&equal), "secretary").map(drop)
    };
    let needed = Err(Refusal::MarginNeeded {
        contest: "2026年度民生实事项目".to_owned(),
        candidates: 1,
        seats: 1,
    });
    assert_eq!(announced_for(Post::DeputyHead, false), needed);
    assert_eq!(announced_for(Post::DeputyHead, true), Ok(()), "article 30: not in a by-election");
    assert_eq!(announced_for(Post::Head, false), Ok(()));
}

#[test]
fn article_29_nobody_but_the_tied_stands_in_a_runoff() {
    let mut told = announced(&LEVEL, |_| ());
    let mut other = proposed(&told);
    other.contests[0].contest.options[0].name = "通村公路硬化".to_owned();
    assert!(matches!(told.refused(save(&other), "secretary"), Refusal::OnlyTheTied { .. }));
    let mut further = proposed(&told);
    further.origin.as_mut().unwrap().follows = Follows::Further;
    assert!(matches!(told.refused(save(&further), "secretary"), Refusal::NothingFollows { .. }));
    let settled = settle(Settlement::Presidium { chosen: vec![Candidate::Option("1".into())] });
    assert!(
        matches!(told.refused(settled, "secretary"), Refusal::NothingFollows { .. }),
        "the rule says runoff"
    );
}

#[test]
fn article_29_the_seats_left_are_voted_on_again_with_the_next_by_votes_and_the_same_majority() {
    let mut told = announced(&SHORT, |_| ());
    let further = proposed(&told);
    assert_eq!(names(&further), ["幼儿园改扩建", "山塘除险加固"], "by votes: 2, then 1");
    let rule = further.contests[0].contest.seats_rule().unwrap();
    assert_eq!((rule.seats.get(), rule.threshold), (1, rule_of_the_first().threshold));
    let mut elected = further.clone();
    elected.contests[0].contest.options[0].name = "通村公路硬化".to_owned();
    assert!(matches!(told.refused(save(&elected), "secretary"), Refusal::AlreadyElected { .. }));
    let mut newly_nominated = further.clone();
    newly_nominated.contests[0].contest.options[1].name = "新增文化广场".to_owned();
    told.done(save(&newly_nominated), "secretary");
    let kind = RoundKind::Further { of: ROUND };
    vote_once_more(&mut told, &further.id, kind, &["○-", "○-", "○-", "○-", "--", "--"]);
    assert_eq!(views::floor::view(&told.session).follow_ups, []);
}

fn rule_of_the_first() -> SeatsRule {
    rule(2)
}

#[test]
fn article_29_seats_left_wait_for_the_next_session_with_the_decision_on_record() {
    let mut told = announced(&SHORT, |_| ());
    let without = follow::Command::Settle {
        round: ROUND,
        contest: "projects".into(),
        settlement: Settlement::NextSession,
        record: " ".to_owned(),
    };
    assert_eq!(told.refused(without, "secretary"), Refusal::ReasonMissing);
    let further = proposed(&told);
    told.done(settle(Settlement::NextSession), "secretary");
    assert!(matches!(told.refused(save(&further), "secretary"), Refusal::AlreadySettled { .. }));
    assert!(matches!(
        told.refused(settle(Settlement::AcceptFewer), "secretary"),
        Refusal::AlreadySettled { .. }
    ));
    let (settlement, record) =
        told.session.round(ROUND).unwrap().settlement(&"projects".into()).unwrap();
    assert_eq!((settlement, record), (&Settlement::NextSession, "主席团第三次会议决定"));
}

#[test]
fn a_ballot_set_up_for_seats_left_is_withdrawn_when_they_are_settled_otherwise() {
    let mut told = announced(&SHORT, |_| ());
    let further = proposed(&told);
    told.done(save(&further), "secretary");
    assert_eq!(views::floor::view(&told.session).to_open.len(), 1);
    told.done(settle(Settlement::NextSession), "secretary");
    assert_eq!(views::floor::view(&told.session).to_open, [], "nothing is left to hand out");
    assert_eq!(
        told.session.withdrawn().get(&further.id).map(Reason::as_str),
        Some("主席团第三次会议决定")
    );
}

#[test]
fn article_29_a_runoff_whose_ballot_was_withdrawn_is_set_up_anew() {
    let mut told = announced(&LEVEL, |_| ());
    let misprinted = proposed(&told);
    told.done(save(&misprinted), "secretary");
    let withdraw = ballot::Command::WithdrawBallot {
        ballot: misprinted.id.clone(),
        reason: "印错".to_owned(),
    };
    told.done(withdraw, "secretary");
    let again = views::floor::view(&told.session).follow_ups[0].proposed.clone().unwrap();
    assert_ne!(again.id, misprinted.id);
    assert_eq!(names(&again), names(&misprinted));
    told.done(save(&again), "secretary");
    vote_once_more(
        &mut told,
        &again.id,
        RoundKind::Runoff { of: ROUND },
        &["○-", "○-", "○-", "-○", "--", "--"],
    );
}

#[test]
fn article_29_a_ballot_that_follows_nothing_bars_no_runoff_whatever_its_id() {
    let mut told = announced(&LEVEL, |_| ());
    let stranger = Ballot { id: proposed(&told).id, origin: None, ..proposed(&told) };
    told.done(save(&stranger), "secretary");
    let again = views::floor::view(&told.session).follow_ups[0].proposed.clone().unwrap();
    assert_ne!(again.id, stranger.id);
    told.done(save(&again), "secretary");
}

#[test]
fn where_the_rule_says_so_the_presidium_decides_between_the_tied() {
    let mut told = announced(&LEVEL, |rule| rule.tie = TieRule::Presidium);
    let choose =
        |id: &str| settle(Settlement::Presidium { chosen: vec![Candidate::Option(id.into())] });
    assert_eq!(views::floor::view(&told.session).follow_ups[0].next, Next::Presidium);
    assert!(
        matches!(told.refused(choose("0"), "secretary"), Refusal::ChooseOfTheTied { seats: 1, .. }),
        "it is already in"
    );
    told.done(choose("2"), "secretary");
    let tables = round::result::decided_tables(told.session.round(ROUND).unwrap());
    let chosen: Vec<&str> = tables[0].chosen().iter().map(|row| row.name.as_str()).collect();
    assert_eq!(chosen, ["通村公路硬化", "幼儿园改扩建"]);
    told.issue(PaperKind::Decision { round: ROUND });
}

#[test]
fn nothing_follows_before_the_announcement() {
    let mut told = Told::keyed_on(ballot_with(|_| ()), &LEVEL);
    told.certify();
    assert_eq!(
        proposed_ballot(&told.session, ROUND, &"projects".into()),
        Err(Refusal::ResultNotAnnounced)
    );
    assert_eq!(
        told.refused(settle(Settlement::NextSession), "secretary"),
        Refusal::ResultNotAnnounced
    );
}

#[test]
fn article_22_a_motion_withdrawn_after_its_ballots_were_printed_is_not_voted_on() {
    let mut told = Told::prepared();
    told.print_ballot();
    let withdraw = |reason: &str| ballot::Command::WithdrawBallot {
        ballot: ballot_id(),
        reason: reason.to_owned(),
    };
    assert_eq!(told.refused(withdraw(""), "secretary"), Refusal::ReasonMissing);
    told.done(withdraw("提案人撤回"), "secretary");
    told.count_present(6);
    assert!(matches!(told.refused(open(6), "secretary"), Refusal::BallotWithdrawn { .. }));
    assert!(matches!(told.refused(save(&ballot()), "secretary"), Refusal::BallotWithdrawn { .. }));
    assert_eq!(views::floor::view(&told.session).to_open, []);
    let printed = told.try_issue(PaperKind::Ballot { ballot: ballot_id() });
    assert!(matches!(printed, Err(Refusal::BallotWithdrawn { .. })));
    let steps = views::frame::view(&told.session).steps;
    let present = steps.into_iter().find(|step| step.state == StepState::Present).unwrap();
    assert_eq!(present.step, StepName::Ballot, "another ballot may be set up");
    assert!(
        told.session.papers().iter().all(Paper::is_superseded),
        "the printed ballots no longer hold"
    );
}

#[test]
fn a_ballot_that_is_out_is_not_withdrawn() {
    let mut told = Told::voting_with(ballot());
    let withdraw = ballot::Command::WithdrawBallot {
        ballot: ballot_id(),
        reason: "提案人撤回".to_owned(),
    };
    assert!(matches!(told.refused(withdraw, "secretary"), Refusal::BallotIsIssued { .. }));
}

#[test]
fn a_ballot_is_deleted_while_nothing_hangs_on_it_and_comes_back_as_it_was() {
    let mut told = Told::prepared();
    let delete = || ballot::Command::DeleteBallot { ballot: ballot_id() };
    let deletable = |told: &Told| views::prepare::view(&told.session).ballots[0].deletable;
    assert!(deletable(&told));
    let how = Scene::HowToMark { ballot: ballot_id() };
    told.done(hall::Command::ShowInHall { scene: how }, "secretary");
    assert!(matches!(told.refused(delete(), "secretary"), Refusal::BallotIsShown { .. }));
    told.done(hall::Command::ShowInHall { scene: Scene::Welcome }, "secretary");
    told.done(delete(), "secretary");
    assert_eq!(told.session.ballots(), []);
    assert!(matches!(told.refused(delete(), "secretary"), Refusal::NoSuchBallot { .. }));
    told.done(save(&ballot()), "secretary");
    assert_eq!(told.session.ballots(), [ballot()]);
    told.print_ballot();
    assert!(!deletable(&told));
    assert!(matches!(told.refused(delete(), "secretary"), Refusal::BallotIsPrinted { .. }));
}

#[test]
fn a_ballot_that_is_out_is_not_deleted() {
    let mut told = Told::voting_with(ballot());
    let delete = ballot::Command::DeleteBallot { ballot: ballot_id() };
    assert!(matches!(told.refused(delete, "secretary"), Refusal::BallotIsIssued { .. }));
}

/// The vote on projects as an election of deputy heads, announced.
fn elected(sheets: &[&str]) -> Told {
    let mut ballot = ballot_with(|_| ());
    let entry = &mut ballot.contests[0];
    if let Kind::Selection(rule) = entry.contest.kind.clone() {
        entry.contest.kind = Kind::Election(rule);
    }
    entry.election = Some(Election { post: Post::DeputyHead, ..Election::default() });
    let mut told = Told::keyed_on(ballot, sheets);
    told.announce();
    told
}

fn offered(told: &Told) -> Vec<SettlementKind> {
    views::floor::view(&told.session).follow_ups.remove(0).settlements
}

fn withdrew(ids: &[&str]) -> Settlement {
    let withdrawn = ids.iter().map(|id| Candidate::Option((*id).into())).collect();
    Settlement::CandidateWithdrew { withdrawn }
}

#[test]
fn a_candidate_who_is_level_may_withdraw_and_the_other_is_elected() {
    let mut told = elected(&LEVEL);
    assert_eq!(offered(&told), [SettlementKind::CandidateWithdrew], "a tie is run off first");
    for wrong in [withdrew(&[]), withdrew(&["0"]), withdrew(&["1", "2"]), withdrew(&["1", "1"])] {
        let refused = told.refused(settle(wrong), "secretary");
        assert!(matches!(refused, Refusal::TooManyStay { seats: 1, .. }), "{refused}");
    }
    assert!(told.try_issue(PaperKind::Oath { round: ROUND }).is_ok(), "whoever is elected swears");
    let notice = PaperKind::Notice { round: ROUND };
    told.issue(notice.clone());
    told.done(settle(withdrew(&["1"])), "secretary");
    let table = round::result::decided_tables(told.session.round(ROUND).unwrap()).remove(0);
    let chosen: Vec<&str> = table.chosen().iter().map(|row| row.name.as_str()).collect();
    assert_eq!((chosen, table.seats_left), (vec!["通村公路硬化", "幼儿园改扩建"], 0));
    told.issue(notice);
}

/// 山东细则 49, by analogy.
#[test]
fn a_tie_that_stays_after_the_runoff_may_leave_the_seat_vacant_and_stops_no_paper() {
    for settlement in [Settlement::SeatVacant, Settlement::NextSession] {
        let mut told = elected(&LEVEL);
        let runoff = proposed(&told);
        told.done(save(&runoff), "secretary");
        let kind = RoundKind::Runoff { of: ROUND };
        vote_once_more(&mut told, &runoff.id, kind, &["○-", "○-", "-○", "-○", "--", "--"]);
        assert_eq!(
            offered(&told),
            [
                SettlementKind::NextSession,
                SettlementKind::SeatVacant,
                SettlementKind::CandidateWithdrew
            ]
        );
        let notice = PaperKind::Notice { round: ROUND };
        told.issue(notice.clone());
        let decided = follow::Command::Settle {
            round: SECOND,
            contest: "projects".into(),
            settlement,
            record: "主席团第三次会议决定".to_owned(),
        };
        told.done(decided, "secretary");
        let mut papers = told.session.papers().iter();
        let open = papers.rfind(|paper| *paper.kind() == notice);
        assert!(open.unwrap().is_superseded(), "it said that the seat is open");
        assert_eq!(views::floor::view(&told.session).follow_ups, []);
        told.issue(notice);
        let table = round::result::decided_tables(told.session.round(SECOND).unwrap()).remove(0);
        assert_eq!((table.chosen().len(), table.tied().len(), table.seats_left), (0, 0, 1));
    }
}

#[test]
fn article_29_who_stands_next_is_told_and_too_few_are_sent_for_a_nomination() {
    let told = elected(&SHORT);
    let up = views::floor::view(&told.session).follow_ups.remove(0);
    let stands: Vec<_> = up.stands.iter().map(|one| (one.name.as_str(), one.votes)).collect();
    assert_eq!(stands, [("幼儿园改扩建", 2), ("山塘除险加固", 1)]);
    assert!(up.margin_needed && up.proposed.is_some() && up.unready.is_none());
    assert_eq!(
        up.settlements,
        [SettlementKind::NextSession, SettlementKind::SeatVacant, SettlementKind::AcceptFewer]
    );
}

#[test]
fn a_vote_that_follows_is_proposed_on_paper_of_a_colour_of_its_own() {
    let mut told = announced(&LEVEL, |_| ());
    let (runoff, first) = (proposed(&told), told.session.round(ROUND).unwrap().ballot().clone());
    let taken = told.session.ballots().iter().any(|ballot| ballot.colour == runoff.colour);
    assert!(!runoff.colour.is_empty() && !taken, "{}", runoff.colour);
    assert_eq!(election::concerns(&told.session, &runoff), []);
    let alike = Ballot { colour: first.colour.clone(), ..runoff };
    told.done(save(&alike), "secretary");
    let same = Concern::SameColour { colour: first.colour, ballot: first.title };
    assert_eq!(election::concerns(&told.session, &alike), [same]);
}
