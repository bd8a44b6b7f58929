//! 举手表决、鼓掌通过: motions decided without paper.

mod corrected;
mod keypads;
mod shown;
mod withdrawn;

use session::ballot::law::Departure;
use session::floor::hands::{Body, Command, Counted, HandOutcome, HandVote, Motion, Way};
use session::floor::meeting::Meeting;
use session::floor::{attendance, meeting};
use session::people::Role;
use session::tally::{Base, Fraction, Hands, Least, Threshold};
use session::views::hand::{Compared, FloorHandVote, HandState};
use session::{HandVoteId, PersonId, Refusal, people, round, views};

use crate::support::*;

const VOTE: HandVoteId = HandVoteId(1);

fn motion() -> Motion {
    Motion {
        title: "关于政府工作报告的决议（草案）".to_owned(), ..Motion::default()
    }
}

fn by_hand(counted: Counted) -> Motion {
    Motion { way: Way::Hands { threshold: Some(Threshold::MAJORITY_OF_ALL), counted }, ..motion() }
}

fn acclaimed() -> Motion {
    Motion { way: Way::Acclamation, ..motion() }
}

fn presidium(members: u32) -> Motion {
    let quorum = Some(Body::PRESIDIUM_QUORUM);
    Motion { body: Body::Presidium { members, quorum }, ..by_hand(Counted::Each) }
}

fn minority(against: u32, abstain: u32) -> Hands {
    Hands::Minority { against, abstain }
}

fn each(for_: u32, against: u32, abstain: u32) -> Hands {
    Hands::Each { for_, against, abstain }
}

fn put() -> Command {
    Command::PutMotion { vote: VOTE, present: None }
}

fn count(hands: Hands) -> Command {
    Command::CountHands { vote: VOTE, hands }
}

fn again(reason: &str) -> Command {
    Command::CountAgain { vote: VOTE, present: None, reason: reason.to_owned() }
}

fn rule(hands: Hands, reason: &str) -> Command {
    Command::RuleHands { vote: VOTE, hands, reason: reason.to_owned() }
}

fn announce() -> Command {
    Command::AnnounceHands { vote: VOTE }
}

fn withdraw(reason: &str) -> Command {
    Command::WithdrawMotion { vote: VOTE, reason: reason.to_owned() }
}

/// `all` deputies, `present` of whom are there; the motion is prepared.
fn sitting(all: u32, present: u32, motion: Motion) -> Told {
    let mut told = Told::prepared();
    told.done(
        meeting::Command::Describe { meeting: Meeting { all_deputies: all, ..meeting() } },
        "secretary",
    );
    told.count_present(present);
    told.done(Command::PrepareMotion { motion }, "secretary");
    told
}

fn voting(all: u32, present: u32, motion: Motion) -> Told {
    let mut told = sitting(all, present, motion);
    told.done(put(), "secretary");
    told
}

fn counted(mut told: Told, first: Hands, second: Hands) -> Told {
    told.done(count(first), "teller-1");
    told.done(count(second), "teller-2");
    told
}

fn vote(told: &Told) -> &HandVote {
    told.session.hand_vote(VOTE).unwrap()
}

fn on_the_floor(told: &Told) -> FloorHandVote {
    views::floor::view(&told.session).hand_votes.swap_remove(0)
}

fn title() -> String {
    motion().title
}

#[test]
fn article_25_of_58_deputies_29_derived_approvals_fail_and_30_pass() {
    for (against, for_, passed) in [(27, 29, false), (26, 30, true)] {
        let mut told = counted(
            voting(58, 56, by_hand(Counted::Minority)),
            minority(against, 0),
            minority(against, 0),
        );
        told.done(announce(), "secretary");
        let Some(HandOutcome::Counted { result }) = vote(&told).outcome() else { panic!() };
        assert_eq!((result.for_, result.needed, result.passed), (for_, Some(30), passed));
    }
}

#[test]
fn a_presidium_of_7_votes_4_to_3_by_its_own_number() {
    let mut told = sitting(58, 56, presidium(7));
    told.done(Command::PutMotion { vote: VOTE, present: Some(7) }, "secretary");
    let mut told = counted(told, each(4, 3, 0), each(4, 3, 0));
    told.done(announce(), "secretary");
    let Some(HandOutcome::Counted { result }) = vote(&told).outcome() else { panic!() };
    assert_eq!((result.needed, result.passed), (Some(4), true));
}

#[test]
fn zhejiang_24_a_presidium_sits_only_with_more_than_half_of_all_its_members() {
    let mut told = Told::prepared();
    told.done(Command::PrepareMotion { motion: presidium(7) }, "secretary");
    let present = |present| Command::PutMotion { vote: VOTE, present };
    assert_eq!(
        told.refused(present(Some(8)), "secretary"),
        Refusal::MorePresentThanMembers { present: 8, members: 7 }
    );
    assert_eq!(
        told.refused(present(None), "secretary"),
        Refusal::PresentOfTheOtherBody { title: title() }
    );
    assert_eq!(
        told.refused(present(Some(3)), "secretary"),
        Refusal::PresidiumNotQuorate { present: 3, needed: 4, members: 7 }
    );
    assert_eq!(on_the_floor(&told).presidium_quorum, Some(4));
    told.done(present(Some(4)), "secretary");
    let again =
        Command::CountAgain { vote: VOTE, present: Some(3), reason: "有人离场".to_owned() };
    assert_eq!(
        told.refused(again, "chief"),
        Refusal::PresidiumNotQuorate { present: 3, needed: 4, members: 7 },
        "nor is it counted again with fewer"
    );
    let bad = Command::PrepareMotion { motion: presidium(8) };
    assert_eq!(
        told.refused(bad, "secretary"),
        Refusal::NumberOutOfRange { least: 1, most: 7 },
        "a presidium is of deputies"
    );
}

#[test]
fn half_of_a_presidium_is_not_more_than_half() {
    let of_six = |least| {
        let quorum = Some(least);
        Body::Presidium { members: 6, quorum }.presidium_quorum()
    };
    assert_eq!(of_six(Body::PRESIDIUM_QUORUM), Some(4));
    assert_eq!(of_six(Least::AtLeast(Fraction::TWO_THIRDS)), Some(4));
    assert_eq!(of_six(Least::AtLeast(Fraction::HALF)), Some(3));
    let quorum = Some(Least::Over(Fraction::new(1, 1).unwrap()));
    let motion = Motion { body: Body::Presidium { members: 6, quorum }, ..motion() };
    let mut told = Told::prepared();
    assert_eq!(
        told.refused(Command::PrepareMotion { motion }, "secretary"),
        Refusal::NumberOutOfRange { least: 1, most: 6 },
        "more than all of it are never there"
    );
}

#[test]
fn a_motion_of_an_older_file_has_no_quorum_of_the_presidium() {
    let written = r#"{"body":"presidium","members":7}"#;
    let body: Body = serde_json::from_str(written).unwrap();
    assert_eq!(body, Body::Presidium { members: 7, quorum: None });
    assert_eq!(serde_json::to_string(&body).unwrap(), written);
    let mut told = Told::prepared();
    told.done(Command::PrepareMotion { motion: Motion { body, ..motion() } }, "secretary");
    told.done(Command::PutMotion { vote: VOTE, present: Some(3) }, "secretary");
}

#[test]
fn acclamation_has_no_numbers() {
    let mut told = voting(58, 56, acclaimed());
    assert_eq!(
        told.refused(count(minority(0, 0)), "teller-1"),
        Refusal::HandsNotAsAsked { title: title() }
    );
    assert_eq!(told.refused(announce(), "secretary"), Refusal::HandsNotAsAsked { title: title() });
    assert_eq!(told.refused(again("数漏"), "chief"), Refusal::HandsNotAsAsked { title: title() });
    told.done(Command::AnnounceAcclamation { vote: VOTE, passed: true }, "secretary");
    assert_eq!(vote(&told).outcome(), Some(HandOutcome::Acclaimed { passed: true }));
    assert_eq!((vote(&told).result(), vote(&told).needed(Some(58))), (None, None));
    let mut by_hand = voting(58, 56, motion());
    let acclaim = Command::AnnounceAcclamation { vote: VOTE, passed: true };
    assert_eq!(by_hand.refused(acclaim, "secretary"), Refusal::HandsNotAsAsked { title: title() });
}

#[test]
fn article_14_the_congress_votes_by_hand_only_with_two_thirds_present() {
    let mut told = sitting(58, 38, motion());
    assert_eq!(
        told.refused(put(), "secretary"),
        Refusal::NoQuorum { present: 38, needed: 39, all_deputies: 58 }
    );
    assert_eq!(
        on_the_floor(&told).missing,
        Some(Refusal::NoQuorum { present: 38, needed: 39, all_deputies: 58 })
    );
    told.count_present(39);
    assert_eq!(on_the_floor(&told).missing, None);
    told.done(put(), "secretary");
}

#[test]
fn one_count_of_those_present_serves_hand_votes_in_a_row_until_a_round_on_paper() {
    let mut told = Told::counting(2);
    for _ in 0..3 {
        told.done(Command::PrepareMotion { motion: acclaimed() }, "secretary");
    }
    let put = |vote| Command::PutMotion { vote: HandVoteId(vote), present: None };
    assert_eq!(
        told.refused(put(1), "secretary"),
        Refusal::AttendanceToCountAgain { present: 6 },
        "the round on paper emptied the seats"
    );
    told.count_present(6);
    for vote in 1..=2 {
        told.done(put(vote), "secretary");
        told.done(
            Command::AnnounceAcclamation { vote: HandVoteId(vote), passed: true },
            "secretary",
        );
    }
    assert!(!views::floor::view(&told.session).count_again);
}

#[test]
fn present_is_fixed_when_a_motion_is_put_and_taken_anew_when_hands_are_counted_again() {
    let mut told = voting(58, 56, motion());
    told.count_present(50);
    assert_eq!(vote(&told).count().unwrap().present, 56);
    told.done(again("有代表进场"), "chief");
    assert_eq!((vote(&told).count().unwrap().present, vote(&told).counts().len()), (50, 2));
}

#[test]
fn a_motion_may_change_only_until_it_is_put() {
    let mut told = sitting(58, 56, motion());
    let change = |title: &str| Command::ChangeMotion {
        vote: VOTE,
        motion: Motion { title: title.to_owned(), ..motion() },
    };
    told.done(change("关于预算的决议"), "secretary");
    assert_eq!(vote(&told).motion().title, "关于预算的决议");
    told.done(put(), "secretary");
    assert_eq!(
        told.refused(change("另一个"), "secretary"),
        Refusal::HandVoteIsPut { title: "关于预算的决议".to_owned() }
    );
}

#[test]
fn one_motion_is_voted_on_at_a_time() {
    let mut told = voting(58, 56, motion());
    told.done(Command::PrepareMotion { motion: acclaimed() }, "secretary");
    let other = Command::PutMotion { vote: HandVoteId(2), present: None };
    assert_eq!(told.refused(other.clone(), "secretary"), Refusal::HandVoteOpen { title: title() });
    told.done(withdraw("误付表决"), "secretary");
    told.done(other, "secretary");
}

#[test]
fn a_motion_says_something_the_hall_can_show_and_asks_for_no_share_of_papers() {
    let mut told = Told::prepared();
    let mut refused = |motion: Motion| told.refused(Command::PrepareMotion { motion }, "secretary");
    assert_eq!(
        refused(Motion { title: "　 ".to_owned(), ..motion() }),
        Refusal::MotionWithoutTitle
    );
    assert_eq!(
        refused(Motion { title: "决".repeat(71), ..motion() }),
        Refusal::MotionTooLong { characters: 71, most: 70 }
    );
    assert_eq!(
        refused(Motion { text: "议".repeat(241), ..motion() }),
        Refusal::MotionTooLong { characters: 241, most: 240 }
    );
    for threshold in
        [None, Some(Threshold { base: Base::Present, least: Least::Over(Fraction::HALF) })]
    {
        let way = Way::Hands { threshold, counted: Counted::Each };
        let departure = Departure::Threshold { contest: title(), threshold };
        assert_eq!(
            refused(Motion { way, ..motion() }),
            Refusal::DepartsFromLaw { departure },
            "article 25"
        );
    }
    for base in [Base::Returned, Base::Valid] {
        let threshold = Some(Threshold { base, least: Least::Over(Fraction::HALF) });
        let way = Way::Hands { threshold, counted: Counted::Each };
        assert_eq!(
            refused(Motion { way, ..motion() }),
            Refusal::ThresholdOfPaper { title: title() }
        );
    }
}

#[test]
fn hands_are_those_asked_for_and_no_more_than_people() {
    let mut told = voting(58, 56, by_hand(Counted::Minority));
    assert_eq!(
        told.refused(count(each(50, 6, 0)), "teller-1"),
        Refusal::HandsNotAsAsked { title: title() }
    );
    assert_eq!(
        told.refused(count(minority(50, 7)), "teller-1"),
        Refusal::MoreHandsThanPresent { raised: 57, present: 56 }
    );
    let mut told = voting(58, 56, by_hand(Counted::Each));
    assert_eq!(
        told.refused(count(minority(1, 0)), "teller-1"),
        Refusal::HandsNotAsAsked { title: title() }
    );
    assert_eq!(
        told.refused(count(each(50, 6, 1)), "teller-1"),
        Refusal::MoreHandsThanPresent { raised: 57, present: 56 }
    );
    told.done(count(each(50, 6, 0)), "teller-1");
}

#[test]
fn nobody_but_a_teller_counts_and_two_of_them_must() {
    let mut told = voting(58, 56, motion());
    let Refusal::WrongRole { needed, .. } = told.refused(count(minority(0, 0)), "secretary") else {
        panic!()
    };
    assert_eq!(needed, [Role::Teller]);
    told.done(count(minority(2, 0)), "teller-1");
    told.done(count(minority(3, 0)), "teller-1");
    assert_eq!(
        vote(&told).count().unwrap().seen.len(),
        1,
        "one's own number given anew is no second count"
    );
    assert_eq!(
        told.refused(announce(), "secretary"),
        Refusal::HandsNotCounted { counted: 1, needed: 2 }
    );
    assert_eq!(
        on_the_floor(&told).missing,
        Some(Refusal::HandsNotCounted { counted: 1, needed: 2 })
    );
    told.done(count(minority(3, 0)), "teller-2");
    assert_eq!(
        told.refused(count(minority(4, 0)), "teller-2"),
        Refusal::HandsAlreadyCounted { title: title() }
    );
    told.done(announce(), "secretary");
}

#[test]
fn tellers_who_differ_count_again_and_every_count_stays() {
    let mut told = counted(voting(58, 56, motion()), minority(3, 1), minority(3, 2));
    assert_eq!(told.refused(announce(), "secretary"), Refusal::HandsDiffer { title: title() });
    let HandState::Put { compared: Compared::Differing { seen }, .. } = on_the_floor(&told).state
    else {
        panic!()
    };
    assert_eq!(
        seen.iter().map(|seen| seen.hands).collect::<Vec<_>>(),
        [minority(3, 1), minority(3, 2)]
    );
    told.done(again(""), "chief");
    let told = {
        let mut told = counted(told, minority(3, 2), minority(3, 2));
        assert_eq!(
            told.refused(again(""), "chief"),
            Refusal::ReasonMissing,
            "they agree: why count again?"
        );
        told.done(announce(), "secretary");
        told
    };
    let counts: Vec<Vec<Hands>> = vote(&told)
        .counts()
        .iter()
        .map(|count| count.seen.iter().map(|seen| seen.hands).collect())
        .collect();
    assert_eq!(counts, [[minority(3, 1), minority(3, 2)], [minority(3, 2), minority(3, 2)]]);
}

#[test]
fn where_tellers_differ_the_chief_scrutineer_may_rule_the_number_with_a_reason() {
    let mut told = voting(58, 56, motion());
    assert_eq!(
        told.refused(rule(minority(3, 2), "看录像"), "chief"),
        Refusal::HandsNotCounted { counted: 0, needed: 2 }
    );
    let mut told = counted(told, minority(3, 1), minority(3, 2));
    assert_eq!(told.refused(rule(minority(3, 2), ""), "chief"), Refusal::ReasonMissing);
    assert_eq!(
        told.refused(rule(minority(55, 2), "看录像"), "chief"),
        Refusal::MoreHandsThanPresent { raised: 57, present: 56 }
    );
    let Refusal::WrongRole { .. } = told.refused(rule(minority(3, 2), "看录像"), "secretary")
    else {
        panic!()
    };
    told.done(rule(minority(3, 2), "看录像"), "chief");
    assert_eq!(
        told.refused(rule(minority(3, 1), "改口"), "chief"),
        Refusal::HandsDoNotDiffer { title: title() }
    );
    told.done(announce(), "secretary");
    let ruled = vote(&told).count().unwrap().ruled.as_ref().unwrap();
    assert_eq!((&ruled.by, ruled.hands), (&PersonId("chief".to_owned()), minority(3, 2)));
    assert!(
        matches!(vote(&told).outcome(), Some(HandOutcome::Counted { result }) if result.for_ == 51)
    );
}

#[test]
fn a_teller_who_has_given_a_number_stays_on_the_staff_until_the_outcome() {
    let mut told = voting(58, 56, motion());
    told.done(count(minority(0, 0)), "teller-1");
    let mut others = staff();
    others.retain(|person| person.id.0 != "teller-1");
    let appoint = people::Command::AppointStaff { staff: others };
    assert_eq!(
        told.refused(appoint.clone(), "secretary"),
        Refusal::StaffAtWork { name: "刘敏".to_owned() }
    );
    told.done(count(minority(0, 0)), "teller-2");
    told.done(announce(), "secretary");
    told.done(appoint, "secretary");
}

#[test]
fn counting_hands_needs_two_tellers_and_a_chief_scrutineer_acclamation_nobody() {
    let mut told = sitting(58, 56, motion());
    told.done(Command::PrepareMotion { motion: acclaimed() }, "secretary");
    let mut few = staff();
    few.retain(|person| person.id.0 != "teller-2");
    told.done(people::Command::AppointStaff { staff: few }, "secretary");
    assert_eq!(
        told.refused(put(), "secretary"),
        Refusal::StaffMissing { role: Role::Teller, needed: 2, appointed: 1 }
    );
    told.done(Command::PutMotion { vote: HandVoteId(2), present: None }, "secretary");
}

#[test]
fn a_fraction_of_those_present_is_known_once_the_motion_is_put() {
    let threshold =
        Some(Threshold { base: Base::Present, least: Least::AtLeast(Fraction::TWO_THIRDS) });
    let way = Way::Hands { threshold, counted: Counted::Minority };
    let departure_reason = Some("程序性事项".to_owned());
    let mut told = sitting(58, 56, Motion { way, departure_reason, ..motion() });
    assert_eq!(on_the_floor(&told).needed, None);
    told.done(put(), "secretary");
    assert_eq!(on_the_floor(&told).needed, Some(38));
}

#[test]
fn a_motion_is_put_without_any_ballot_and_a_round_on_paper_goes_on_beside_it() {
    let mut told = Told::counting(2);
    told.count_present(6);
    told.done(Command::PrepareMotion { motion: motion() }, "secretary");
    told.done(put(), "secretary");
    let mut told = counted(told, minority(0, 0), minority(0, 0));
    told.done(announce(), "secretary");
    told.key_bundle(session::Pass::First, 1, &["○○×", "○××"], "teller-1");
    assert!(matches!(told.session.round(ROUND).unwrap().stage(), round::Stage::Counting(_)));
    told.done(attendance::Command::CountAttendance { present: 5, observers: 0 }, "secretary");
}

#[test]
fn an_unknown_motion_is_refused_by_its_number() {
    let mut told = Told::prepared();
    assert_eq!(told.refused(put(), "secretary"), Refusal::NoSuchHandVote { vote: VOTE });
    let again = Command::AnnounceAcclamation { vote: VOTE, passed: true };
    assert_eq!(told.refused(again, "secretary"), Refusal::NoSuchHandVote { vote: VOTE });
}
