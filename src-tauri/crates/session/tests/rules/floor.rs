//! The floor with several ballots: each card has a name of its own, one is due, and the counting
//! table has every count side by side.

use session::ballot::Ballot;
use session::ballot::follow::SettlementKind;
use session::paper::PaperKind;
use session::round::RoundKind;
use session::tally::{self, Next};
use session::views::floor::{AttendanceDue, CardOf, CardState, FloorCard};
use session::views::frame::{CountPlace, StepName, StepState};
use session::{BallotId, Pass, RoundId, ballot, round, views};

use crate::support::*;

const TWIN: &str = "other";

/// A second ballot with the title and the colour of the first.
fn twin() -> Ballot {
    Ballot { id: BallotId(TWIN.to_owned()), ..ballot() }
}

fn two_alike() -> Told {
    let mut told = Told::prepared();
    told.done(ballot::Command::SaveBallot { ballot: twin() }, "secretary");
    for id in [ballot_id(), twin().id] {
        told.issue(PaperKind::Ballot { ballot: id });
    }
    told
}

fn cards(told: &Told) -> Vec<FloorCard> {
    views::floor::view(&told.session).cards
}

/// What each card is about, how far it is, which of its twins it is and how often it was held.
fn told_of(told: &Told) -> Vec<(String, CardState, Option<u32>, u32)> {
    let what = |of: &CardOf| match of {
        CardOf::Round { round } => format!("round {round}"),
        CardOf::Ballot { ballot } => ballot.0.clone(),
        CardOf::FollowUp { round, contest } => format!("{contest} of {round}"),
    };
    cards(told)
        .iter()
        .map(|card| (what(&card.of), card.state, card.label.twin, card.label.time))
        .collect()
}

fn open_of(ballot: BallotId, kind: RoundKind) -> round::Command {
    round::Command::OpenRound { ballot, kind, printed: 10, issued: 6 }
}

fn collect_of(round: u32, returned: u32) -> round::Command {
    round::Command::Collect { round: RoundId(round), spoiled: 0, returned }
}

fn card(
    what: &str,
    state: CardState,
    twin: u32,
    time: u32,
) -> (String, CardState, Option<u32>, u32) {
    (what.to_owned(), state, Some(twin), time)
}

#[test]
fn ballots_alike_in_title_and_colour_have_a_number_and_others_none() {
    let mut told = Told::prepared();
    assert_eq!(cards(&told)[0].label.twin, None);
    let blue = Ballot { colour: "浅蓝色".to_owned(), ..twin() };
    told.done(ballot::Command::SaveBallot { ballot: blue }, "secretary");
    let colours: Vec<_> = cards(&told).into_iter().map(|card| card.label.colour).collect();
    assert_eq!(colours, ["粉红色", "浅蓝色"], "the colour tells them apart");
    assert!(cards(&told).iter().all(|card| card.label.twin.is_none()));
    told.done(ballot::Command::SaveBallot { ballot: twin() }, "secretary");
    let twins: Vec<_> = cards(&told).iter().map(|card| card.label.twin).collect();
    assert_eq!(twins, [Some(1), Some(2)]);
}

#[test]
fn the_card_that_is_due_is_the_first_on_which_something_is_left_to_do() {
    let mut told = two_alike();
    let due = |told: &Told| views::floor::view(&told.session).attendance_due;
    assert_eq!(due(&told), AttendanceDue { ballots: true, hands: false });
    told.count_present(6);
    assert_eq!(due(&told), AttendanceDue { ballots: false, hands: false });
    let ballots = [card("projects", CardState::Due, 1, 1), card(TWIN, CardState::Waiting, 2, 1)];
    assert_eq!(told_of(&told), ballots);

    told.open(6);
    told.done(open_of(twin().id, RoundKind::First), "secretary");
    let both_out =
        [card("round 1", CardState::Due, 1, 1), card("round 2", CardState::Waiting, 2, 1)];
    assert_eq!(told_of(&told), both_out);
    told.done(collect(6), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    let one_counted =
        [card("round 1", CardState::Waiting, 1, 1), card("round 2", CardState::Due, 2, 1)];
    assert_eq!(told_of(&told), one_counted, "the first is at the counting table");
}

#[test]
fn a_vote_held_once_more_stands_beside_the_first_and_says_how_often_it_was_held() {
    let mut told = two_alike();
    told.count_present(6);
    told.open(6);
    for (round, of) in [(1, None), (2, Some(RoundId(1)))] {
        if let Some(of) = of {
            told.count_present(6);
            told.done(open_of(ballot_id(), RoundKind::Redo { of }), "secretary");
        }
        told.done(collect_of(round, 7), "secretary");
        let announced = round::Command::AnnounceCollection { round: RoundId(round) };
        told.done(announced, "secretary");
    }
    let cards = [
        card("round 1", CardState::Past, 1, 1),
        card("round 2", CardState::Past, 1, 1),
        card("projects", CardState::Due, 1, 2),
        card(TWIN, CardState::Waiting, 2, 1),
    ];
    assert_eq!(told_of(&told), cards);
    assert!(views::floor::view(&told.session).attendance_due.ballots, "some have left since");
}

#[test]
fn a_ballot_that_follows_has_the_number_of_the_one_it_follows_and_its_title_says_nothing_twice() {
    let mut ballot = ballot();
    if let tally::Kind::Selection(rule) = &mut ballot.contests[0].contest.kind {
        rule.cap = tally::Cap::None;
    }
    let mut told = Told::prepared_with(ballot);
    told.done(ballot::Command::SaveBallot { ballot: twin() }, "secretary");
    told.print_ballot();
    told.count_present(6);
    told.open(6);
    told.done(collect(6), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    let level = ["○○○", "○○○", "○○-", "○○-", "○-○", "○-○"];
    for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
        for (bundle, sheets) in (1..).zip(level.chunks(2)) {
            told.key_bundle(pass, bundle, sheets, teller);
        }
    }
    assert_eq!(views::floor::view(&told.session).rounds[0].outcomes, [], "not announced yet");
    told.announce();

    let floor = views::floor::view(&told.session);
    assert_eq!(floor.rounds[0].outcomes[0].chosen, ["通村公路硬化"]);
    assert_eq!(floor.follow_ups[0].next, Next::Runoff);
    assert_eq!(floor.follow_ups[0].settlements, [], "a runoff is held");
    let runoff = floor.follow_ups[0].proposed.clone().unwrap();
    assert_eq!(
        told_of(&told),
        [
            card("round 1", CardState::Past, 1, 1),
            card("projects of 1", CardState::Due, 1, 1),
            card(TWIN, CardState::Waiting, 2, 1),
        ]
    );
    told.done(ballot::Command::SaveBallot { ballot: runoff.clone() }, "secretary");
    let label = cards(&told)[2].label.clone();
    assert_eq!(told_of(&told)[2], card(&runoff.id.0, CardState::Due, 1, 1));
    assert_eq!(
        (label.title.as_str(), label.kind),
        (ballot_title(), RoundKind::Runoff { of: ROUND })
    );
    assert_eq!(runoff.title, format!("{}（再次投票）", ballot_title()));
}

fn ballot_title() -> &'static str {
    "2026年度民生实事项目票决票"
}

/// Only the first is over half of six.
const SHORT: [&str; 6] = ["○○×", "○×○", "○×○", "○--", "○--", "○--"];

fn short() -> Told {
    let mut ballot = ballot();
    if let tally::Kind::Selection(rule) = &mut ballot.contests[0].contest.kind {
        rule.cap = tally::Cap::None;
    }
    let mut told = Told::keyed_on(ballot, &SHORT);
    told.done(ballot::Command::SaveBallot { ballot: twin() }, "secretary");
    told.announce();
    told
}

#[test]
fn article_29_what_must_follow_has_the_name_of_what_is_to_be_held_not_of_what_was() {
    let told = short();
    let follows = |card: &&FloorCard| matches!(card.of, CardOf::FollowUp { .. });
    let cards = cards(&told);
    let label = &cards.iter().find(follows).unwrap().label;
    assert_eq!((label.kind, label.time), (RoundKind::Further { of: ROUND }, 1));
    assert_eq!(cards[0].label.kind, RoundKind::First, "the vote that was held keeps its own");
}

#[test]
fn a_vote_that_follows_comes_before_what_was_set_up_for_later() {
    let mut told = short();
    let asked = views::frame::view(&told.session).follow.unwrap();
    assert_eq!((asked.label.kind, asked.next), (RoundKind::Further { of: ROUND }, Next::Further));
    let follow = views::floor::view(&told.session).follow_ups[0].proposed.clone().unwrap();
    told.done(ballot::Command::SaveBallot { ballot: follow.clone() }, "secretary");
    let order: Vec<&BallotId> =
        told.session.ballots_of_the_day().into_iter().map(|ballot| &ballot.id).collect();
    assert_eq!(order, [&ballot_id(), &follow.id, &twin().id]);
    let frame = views::frame::view(&told.session);
    assert_eq!(frame.follow, None, "it is set up");
    assert!(matches!(frame.steps_of.unwrap().kind, RoundKind::Further { .. }));
}

#[test]
fn fewer_returned_than_half_of_those_issued_are_asked_about() {
    let told = Told::voting_with(ballot());
    assert_eq!(views::floor::view(&told.session).rounds[0].few_returned, 3, "six are out");
}

#[test]
fn all_steps_are_those_of_the_ballot_that_is_named() {
    let step = |told: &Told, step: StepName| {
        let steps = views::frame::view(&told.session).steps;
        steps.into_iter().find(|one| one.step == step).unwrap().state
    };
    let of = |told: &Told| views::frame::view(&told.session).steps_of.unwrap().twin;
    let mut told = Told::prepared();
    told.done(ballot::Command::SaveBallot { ballot: twin() }, "secretary");
    told.print_ballot();
    told.count_present(6);
    told.open(6);
    assert_eq!((of(&told), step(&told, StepName::PrintBallot)), (Some(1), StepState::Done));
    told.done(collect(2), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    told.key_twice(&["○○×", "○○×"], &["○○×", "○○×"]);
    told.announce();
    assert_eq!((of(&told), step(&told, StepName::PrintBallot)), (Some(2), StepState::Present));
}

#[test]
fn seats_left_may_be_decided_on_and_a_tie_of_the_presidium_only_by_it() {
    let short = ["○○×", "○×○", "○×○", "○--", "○--", "○--"];
    let mut ballot = ballot();
    if let tally::Kind::Selection(rule) = &mut ballot.contests[0].contest.kind {
        rule.cap = tally::Cap::None;
    }
    let mut told = Told::keyed_on(ballot, &short);
    told.announce();
    let offered = views::floor::view(&told.session).follow_ups.remove(0).settlements;
    assert_eq!(offered, [SettlementKind::NextSession, SettlementKind::AcceptFewer]);
}

#[test]
fn two_counts_stand_side_by_side_each_where_it_goes_on() {
    let mut told = two_alike();
    told.count_present(6);
    told.open(6);
    told.done(open_of(twin().id, RoundKind::First), "secretary");
    let frame = views::frame::view(&told.session);
    assert_eq!((frame.counts, frame.counting, frame.several), (Vec::new(), None, true));
    for round in [1, 2] {
        told.done(collect_of(round, 2), "secretary");
        let announced = round::Command::AnnounceCollection { round: RoundId(round) };
        told.done(announced, "secretary");
    }
    let places = |told: &Told| {
        let frame = views::frame::view(&told.session);
        let counts = frame.counts.iter();
        let places: Vec<_> =
            counts.map(|it| (it.figures.label.twin, it.place, it.to_rule, it.certified)).collect();
        (places, frame.counting, frame.to_rule)
    };
    let desks = vec![(Some(1), CountPlace::Desk, 0, false), (Some(2), CountPlace::Desk, 0, false)];
    assert_eq!(places(&told), (desks, Some(ROUND), 0));

    told.key_bundle(Pass::First, 1, &["○○×", "○×○"], "teller-1");
    told.key_bundle(Pass::Second, 1, &["○○×", "○○×"], "teller-2");
    let rulings =
        vec![(Some(1), CountPlace::Rulings, 1, false), (Some(2), CountPlace::Desk, 0, false)];
    assert_eq!(places(&told), (rulings, Some(ROUND), 1));

    told.rule_rows(at(1, 2), &[(1, tally::Mark::Against), (2, tally::Mark::For)]);
    assert_eq!(places(&told).0[0], (Some(1), CountPlace::Certify, 0, false));
    told.certify();
    let (counts, next, _) = places(&told);
    assert_eq!(counts[0], (Some(1), CountPlace::Certify, 0, true));
    assert_eq!(next, Some(ROUND), "its result is still to be reported and announced");
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    assert_eq!(places(&told).1, Some(RoundId(2)));
    for twin in [1, 2] {
        let label = views::count::view(&told.session, RoundId(twin)).unwrap().label;
        assert_eq!(label.twin, Some(twin));
    }
    let desk = views::desk::view(&told.session, RoundId(2), Pass::First, &person("teller-1"));
    assert_eq!(desk.unwrap().label.twin, Some(2));
}

#[test]
fn sheets_that_are_out_come_before_those_still_to_go_out() {
    let mut told = two_alike();
    told.count_present(6);
    told.done(open_of(twin().id, RoundKind::First), "secretary");
    let due: Vec<CardOf> = cards(&told)
        .into_iter()
        .filter(|card| card.state == CardState::Due)
        .map(|card| card.of)
        .collect();
    assert_eq!(due, [CardOf::Round { round: RoundId(1) }]);
}
