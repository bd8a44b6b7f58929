//! What the law asks of candidates and settings: 地方组织法 articles 12, 14, 18, 25, 26, 27, 29 and
//! 30.

use proptest::prelude::*;
use session::ballot::election::{Concern, Election, Nominator, Nominee, Post, concerns};
use session::ballot::law::{Departure, is_majority_of_all};
use session::ballot::{Ballot, BallotContest, OptionOrder, Symbol, SymbolMeaning};
use session::people::conflict::Standing;
use session::round::RoundKind;
use session::views::Notice;
use session::{Pass, Refusal, ballot, round, views};
use tally::{
    Base, BlankRow, BlankSection, Contest, ContestOption, Fraction, IllegibleRow, Kind, Least,
    Mark, MotionRule, SeatsRule, Threshold,
};

use crate::support::{ROUND, Told, ballot_id, rule};

fn contest(names: &[&str], kind: Kind) -> Contest {
    let option = |(no, name): (usize, &&str)| ContestOption {
        id: no.to_string().as_str().into(),
        name: (*name).to_owned(),
    };
    Contest {
        id: "post".into(),
        title: "选举".to_owned(),
        options: names.iter().enumerate().map(option).collect(),
        kind,
    }
}

fn ballot_of(contest: Contest, election: Option<Election>) -> Ballot {
    let symbols = vec![SymbolMeaning { symbol: Symbol::Circle, mark: Mark::For }];
    Ballot::of(
        ballot_id(),
        "选举票".to_owned(),
        vec![BallotContest { election, ..BallotContest::of(contest, symbols) }],
    )
}

fn election_of(names: &[&str], seats: u32, election: Election) -> Ballot {
    ballot_of(contest(names, Kind::Election(rule(seats))), Some(election))
}

fn concerns_of(ballot: &Ballot) -> Vec<Concern> {
    concerns(&Told::prepared().session, ballot)
}

/// How many candidates raise no concern about their number.
fn numbers_without_concern(
    post: Post,
    seats: u32,
    by_election: bool,
    margin: Option<u32>,
) -> Vec<u32> {
    let names = ["田富", "田大利", "𬱖生", "周建国", "刘敏", "买买提·艾力", "陈一", "陈二"];
    let election = Election { post, by_election, margin, ..Election::default() };
    let raised = |count: &u32| {
        let names = &names[..usize::try_from(*count).unwrap()];
        let about_number = |concern: &Concern| matches!(concern, Concern::Candidates { .. });
        concerns_of(&election_of(names, seats, election.clone())).iter().any(about_number)
    };
    (1..=8).filter(|count| *count >= seats && !raised(count)).collect()
}

#[test]
fn article_27_a_chief_post_has_one_or_two_candidates() {
    for post in [Post::Chair, Post::Head, Post::OtherChief] {
        assert_eq!(numbers_without_concern(post, 1, false, None), [1, 2], "{post:?}");
    }
}

#[test]
fn article_27_a_chief_post_with_one_candidate_is_asked_whether_nobody_else_was_nominated() {
    let alone = election_of(&["田富"], 1, Election { post: Post::Head, ..Election::default() });
    assert_eq!(concerns_of(&alone), [Concern::OnlyOneNominated { contest: "选举".to_owned() }]);
    let by_election = election_of(
        &["田富"],
        1,
        Election { post: Post::Head, by_election: true, ..Election::default() },
    );
    assert_eq!(concerns_of(&by_election), []);
}

#[test]
fn article_27_deputy_posts_have_one_to_three_more_candidates_than_seats() {
    assert_eq!(numbers_without_concern(Post::DeputyHead, 1, false, None), [2, 3, 4]);
    assert_eq!(numbers_without_concern(Post::ViceChair, 2, false, None), [3, 4, 5]);
    assert_eq!(numbers_without_concern(Post::DeputyHead, 3, false, None), [4, 5, 6]);
}

#[test]
fn article_27_the_number_fixed_in_the_rules_of_the_election_is_the_number() {
    assert_eq!(numbers_without_concern(Post::DeputyHead, 3, false, Some(1)), [4]);
    assert_eq!(numbers_without_concern(Post::DeputyHead, 3, false, Some(2)), [5]);
}

#[test]
fn article_30_a_by_election_may_have_as_many_candidates_as_seats() {
    assert_eq!(numbers_without_concern(Post::DeputyHead, 2, true, None), [2, 3, 4, 5]);
    assert_eq!(numbers_without_concern(Post::Chair, 1, true, None), [1, 2]);
}

#[test]
fn article_26_ten_deputies_sign_and_nobody_nominates_more_than_there_are_seats() {
    let by = |first: &str, signed| Nominee {
        nominator: Nominator::Deputies { first: first.to_owned(), signed },
        ..Nominee::default()
    };
    let election = |nominees| Election { post: Post::DeputyHead, nominees, ..Election::default() };
    let names = ["田富", "田大利", "周建国"];
    let nominees = vec![Nominee::default(), by("刘敏", 10), by("李伟", 9)];
    let short = Concern::TooFewSigned {
        name: "周建国".to_owned(),
        first: "李伟".to_owned(),
        signed: 9,
        needed: 10,
    };
    assert_eq!(concerns_of(&election_of(&names, 2, election(nominees))), [short]);

    let presidium_alone = vec![Nominee::default(), Nominee::default(), by("刘敏", 12)];
    let too_many = |first: Option<&str>, nominated, seats| Concern::NominatedTooMany {
        contest: "选举".to_owned(),
        first: first.map(str::to_owned),
        nominated,
        seats,
    };
    assert_eq!(
        concerns_of(&election_of(&names, 1, election(presidium_alone))),
        [too_many(None, 2, 1)]
    );
    let one_list = vec![Nominee::default(), by("刘敏", 12), by("刘敏", 12)];
    assert_eq!(
        concerns_of(&election_of(&names, 1, election(one_list))),
        [too_many(Some("刘敏"), 2, 1)]
    );
}

#[test]
fn article_18_chair_and_vice_chairs_are_deputies_and_two_vice_chairs_are_the_most() {
    let election = Election { post: Post::ViceChair, ..Election::default() };
    let raised = concerns_of(&election_of(&["田富", "外人", "𬱖生", "刘敏"], 3, election));
    let stranger = Concern::NotADeputy { contest: "选举".to_owned(), name: "外人".to_owned() };
    assert_eq!(
        raised,
        [Concern::TooManySeats { contest: "选举".to_owned(), seats: 3, most: 2 }, stranger]
    );
    let head = Election { post: Post::Head, ..Election::default() };
    assert_eq!(concerns_of(&election_of(&["外人", "田富"], 1, head)), []);
}

/// What a ballot prints above its rows and what is chosen as the post have to be the same.
#[test]
fn a_title_that_names_another_post_than_the_one_chosen_is_told() {
    let told = |title: &str, post| {
        let mut ballot = election_of(&["田富"], 1, Election { post, ..Election::default() });
        title.clone_into(&mut ballot.contests[0].contest.title);
        let told = Concern::NamesAnotherPost { contest: title.to_owned() };
        concerns_of(&ballot).contains(&told)
    };
    assert!(told("人大主席", Post::Head) && told("选举副镇长", Post::Head));
    for (title, post) in [
        ("选举镇长", Post::Head),
        ("青石镇人民代表大会副主席", Post::ViceChair),
        ("云岭乡副乡长（补选）", Post::DeputyHead),
        ("第二张票", Post::Head),
    ] {
        assert!(!told(title, post), "{title}");
    }
}

#[test]
fn articles_14_and_25_a_setting_that_contradicts_the_law_needs_a_recorded_reason() {
    let present = Threshold { base: Base::Present, least: Least::Over(Fraction::HALF) };
    let lenient = SeatsRule { threshold: Some(present), ..rule(1) };
    let elected = ballot_of(contest(&["田富", "田大利"], Kind::Election(lenient)), None);
    let departure = Departure::Threshold { contest: "选举".to_owned(), threshold: Some(present) };
    assert_eq!(elected.departures(), std::slice::from_ref(&departure));

    let mut told = Told::prepared();
    let save = |ballot: &Ballot| ballot::Command::SaveBallot { ballot: ballot.clone() };
    assert_eq!(
        told.refused(save(&elected), "secretary"),
        Refusal::DepartsFromLaw { departure: departure.clone() }
    );
    let blank = Ballot { departure_reason: Some("　".to_owned()), ..elected.clone() };
    assert_eq!(told.refused(save(&blank), "secretary"), Refusal::DepartsFromLaw { departure });
    let reasoned = Ballot { departure_reason: Some("试点方案".to_owned()), ..elected };
    told.done(save(&reasoned), "secretary");
    assert_eq!(
        told.session.ballot(&ballot_id()).unwrap().departures().len(),
        1,
        "the reports still say so"
    );

    let low = Ballot { quorum: Fraction::HALF, ..crate::support::ballot() };
    assert_eq!(low.departures(), [Departure::Quorum { quorum: Fraction::HALF }]);
    assert_eq!(low.quorum_of(58), 29);
    let high = Ballot { quorum: Fraction::new(3, 4).unwrap(), ..crate::support::ballot() };
    assert_eq!(high.departures(), []);
}

#[test]
fn article_14_a_lower_quorum_with_a_reason_holds_and_no_count_file_says_otherwise() {
    let exportable = |quorum, present| {
        let ballot = Ballot {
            quorum,
            departure_reason: Some("试点方案".to_owned()),
            ..crate::support::ballot()
        };
        let mut told = Told::prepared_with(ballot);
        told.print_ballot();
        told.count_present(present);
        let open = round::Command::OpenRound {
            ballot: ballot_id(),
            kind: RoundKind::First,
            printed: 7,
            issued: present,
        };
        told.ask(open, "secretary")?;
        told.done(round::Command::Collect { round: ROUND, spoiled: 0, returned: 2 }, "secretary");
        told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
        for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
            told.key_bundle(pass, 1, &["○○×", "○×○"], teller);
        }
        told.certify();
        assert!(told.session.round(ROUND).unwrap().result().vote_valid);
        told.session.round(ROUND).unwrap().check_exportable()
    };
    assert_eq!(exportable(Fraction::HALF, 5), Ok(()), "5 of 7 are two thirds");
    assert_eq!(
        exportable(Fraction::HALF, 4),
        Err(Refusal::QuorumNotInCountFile { present: 4, needed: 5 })
    );
    let refused = exportable(Fraction::TWO_THIRDS, 4);
    assert_eq!(refused, Err(Refusal::NoQuorum { present: 4, needed: 5, all_deputies: 7 }));
}

#[test]
fn article_25_a_resolution_too_needs_more_than_half_of_all_deputies() {
    let motion = |threshold| {
        let rule = MotionRule {
            threshold,
            blank_row: BlankRow::Abstain,
            blank_section: BlankSection::Valid,
            illegible_row: IllegibleRow::Row,
        };
        ballot_of(contest(&["政府工作报告"], Kind::Motion(rule)), None).departures()
    };
    assert_eq!(motion(Some(Threshold::MAJORITY_OF_ALL)), []);
    assert_eq!(
        motion(None),
        [Departure::Threshold { contest: "选举".to_owned(), threshold: None }]
    );
}

proptest! {
    #[test]
    fn article_25_a_lawful_threshold_is_never_reached_by_half_or_less(
        whole in 1_u32..3_000,
        denominator in 1_u32..40,
        numerator in 0_u32..40,
        over in any::<bool>(),
    ) {
        prop_assume!(numerator <= denominator);
        let fraction = Fraction::new(numerator, denominator).unwrap();
        let least = if over { Least::Over(fraction) } else { Least::AtLeast(fraction) };
        let threshold = Threshold { base: Base::AllDeputies, least };
        if is_majority_of_all(threshold) {
            prop_assert!(threshold.needed(whole) > whole / 2);
        } else {
            let some_congress_passes_with_half = (1..=3_000).any(|all: u32| threshold.needed(all) <= all / 2);
            prop_assert!(some_congress_passes_with_half);
        }
    }
}

#[test]
fn projects_are_chosen_from_more_than_there_are_places() {
    let of = |names: &[&str], seats| {
        concerns_of(&ballot_of(contest(names, Kind::Selection(rule(seats))), None))
    };
    assert_eq!(of(&["道路", "路灯", "自来水"], 2), []);
    let none = Concern::NoMargin { contest: "选举".to_owned(), candidates: 2, seats: 2 };
    assert_eq!(of(&["道路", "路灯"], 2), [none]);
}

#[test]
fn candidates_who_do_not_stand_in_the_order_chosen_are_pointed_out() {
    let raised = |names: &[&str], order| {
        let mut ballot =
            election_of(names, 1, Election { post: Post::Head, ..Election::default() });
        ballot.contests[0].order = order;
        let found = concerns_of(&ballot).into_iter();
        found.filter(|concern| matches!(concern, Concern::NotInOrder { .. })).count()
    };
    assert_eq!(raised(&["田大利", "田富"], OptionOrder::NameStrokes), 0);
    assert_eq!(raised(&["田富", "田大利"], OptionOrder::NameStrokes), 1);
    assert_eq!(raised(&["田富", "田大利"], OptionOrder::SurnameStrokes), 0);
    assert_eq!(raised(&["干大", "于大"], OptionOrder::NameStrokes), 0, "a person decides");
    assert_eq!(raised(&["于大", "干大"], OptionOrder::NameStrokes), 0, "a person decides");
    assert_eq!(raised(&["王大", "王Ａ"], OptionOrder::NameStrokes), 0);
    assert_eq!(raised(&["王Ａ", "王大"], OptionOrder::NameStrokes), 0, "nobody knows");
    assert_eq!(raised(&["田富", "田大利"], OptionOrder::PrimaryVotes), 1, "no votes are known");
    assert_eq!(raised(&["田富", "田大利"], OptionOrder::ByHand), 0);
}

/// Staff of the fixtures: 周建国 certifies, 田富 scrutinises, 刘敏 and 买买提·艾力 key.
fn conflicts_with(names: &[&str], relatives: &str) -> Vec<(String, Standing)> {
    let nominees = names.iter().map(|_| Nominee::default()).collect();
    let mut election = Election { post: Post::Head, nominees, ..Election::default() };
    relatives.clone_into(&mut election.nominees[0].relatives);
    let told = Told::prepared_with(election_of(names, 1, election));
    let notices = views::prepare::view(&told.session).notices;
    let found = notices.into_iter().filter_map(|notice| match notice {
        Notice::CountsForOwn { conflict } => Some((conflict.name, conflict.standing)),
        Notice::RosterDiffers { .. }
        | Notice::IssuedDiffersFromPresent { .. }
        | Notice::ReturnedFewer { .. }
        | Notice::WatchesAsNoDeputy { .. } => None,
    });
    found.collect()
}

#[test]
fn election_law_43_a_candidate_who_counts_is_named_however_the_name_was_typed() {
    let found = |name: &str, standing| vec![(name.to_owned(), standing)];
    assert_eq!(conflicts_with(&["田大利", "李一"], ""), []);
    for typed in ["刘敏", "刘\u{3000}敏", "刘敏（女）"] {
        assert_eq!(conflicts_with(&[typed], ""), found("刘敏", Standing::Candidate), "{typed}");
    }
    assert_eq!(conflicts_with(&["买买提•艾力"], ""), found("买买提·艾力", Standing::Candidate));
    let near = Standing::Relative { of: "李一".to_owned() };
    assert_eq!(conflicts_with(&["李一"], "李二、周建国（岳父）"), found("周建国", near));
}
