//! Motions decided without paper, among everything else the day brings: what may be asked, what the
//! staff does, what holds, who sees what.

use std::collections::BTreeSet;

use proptest::prelude::*;
use session::floor::hall::Scene;
use session::floor::hands::{
    AskedNumbers, Body, Command, Count, Counted, HandOutcome, HandVote, Motion, Stage, Way,
};
use session::floor::{attendance, hands};
use session::people::Role;
use session::tally::{Fraction, Hands, Least, Threshold};
use session::views::hand::{Compared, HandState};
use session::{Entry, Event, HandVoteId, Refusal, Session, views};

use super::ballots::any_threshold;
use super::{Asks, Dice, asks};
use crate::support::*;

/// Any step of any motion, right or wrong.
pub fn whim(dice: &mut Dice, session: &Session) -> Asks {
    let vote = any_vote(dice, session);
    let present = dice.one_of(&[None, None, Some(2), Some(3), Some(4)]);
    let reason = dice.one_of(&["数漏", "提案人撤回", " "]).to_owned();
    if session.hand_votes().is_empty() && dice.per_cent(90) {
        return asks(Command::PrepareMotion { motion: any_motion(dice) }, "secretary");
    }
    match dice.between(0, 14) {
        0..=2 => asks(Command::PrepareMotion { motion: any_motion(dice) }, "secretary"),
        3 | 4 => asks(Command::ChangeMotion { vote, motion: any_motion(dice) }, "secretary"),
        5 => asks(Command::WithdrawMotion { vote, reason }, "secretary"),
        6 => asks(Command::PutMotion { vote, present }, "secretary"),
        7 | 8 => asks(
            Command::CountHands { vote, hands: any_hands(dice) },
            dice.one_of(&["teller-1", "teller-2", "teller-3"]),
        ),
        9 => asks(Command::CountAgain { vote, present, reason }, "chief"),
        10 => asks(Command::RuleHands { vote, hands: any_hands(dice), reason }, "chief"),
        11 => asks(Command::AnnounceHands { vote }, "secretary"),
        12 => asks(Command::CorrectHands { vote, hands: any_hands(dice), reason }, "chief"),
        13 => {
            asks(Command::CorrectAcclamation { vote, passed: dice.per_cent(50), reason }, "chief")
        }
        _ => asks(Command::AnnounceAcclamation { vote, passed: dice.per_cent(50) }, "secretary"),
    }
}

/// A picture of any motion.
pub fn any_scene(dice: &mut Dice, session: &Session) -> Scene {
    let vote = any_vote(dice, session);
    dice.one_of(&[
        Scene::HandMotion { vote },
        Scene::HandVoting { vote },
        Scene::HandResult { vote },
    ])
}

/// Mostly the one that is put, or the last.
fn any_vote(dice: &mut Dice, session: &Session) -> HandVoteId {
    if let Some(put) = session
        .hand_votes()
        .iter()
        .find(|vote| *vote.stage() == Stage::Put)
        .filter(|_| dice.per_cent(75))
    {
        return put.id();
    }
    let votes = u32::try_from(session.hand_votes().len()).unwrap();
    HandVoteId(if dice.per_cent(75) { votes } else { dice.between(0, votes + 1) })
}

fn any_motion(dice: &mut Dice) -> Motion {
    let body = dice.one_of(&[
        Body::Congress,
        Body::Congress,
        Body::Presidium { members: 3, quorum: None },
        Body::Presidium { members: 6, quorum: Some(Body::PRESIDIUM_QUORUM) },
        Body::Presidium { members: 9, quorum: Some(Body::PRESIDIUM_QUORUM) },
        Body::Presidium { members: 5, quorum: Some(Least::AtLeast(Fraction::HALF)) },
    ]);
    let counted = dice.one_of(&[Counted::Minority, Counted::Each]);
    let usual = Some(Threshold::MAJORITY_OF_ALL);
    let other = any_threshold(dice);
    let threshold = dice.one_of(&[usual, usual, usual, None, Some(other)]);
    let by_hand = Way::Hands { threshold, counted };
    let by_keypads = Way::Keypads { threshold };
    Motion {
        title: dice.one_of(&["决议", "决议", "决议", ""]).to_owned(),
        text: String::new(),
        body,
        way: dice.one_of(&[by_hand, by_hand, by_keypads, Way::Acclamation]),
        departure_reason: dice.per_cent(50).then(|| "程序性事项".to_owned()),
    }
}

fn any_hands(dice: &mut Dice) -> Hands {
    let (for_, against, abstain) = (dice.between(0, 5), dice.between(0, 4), dice.between(0, 2));
    let not_pressed = dice.between(0, 1);
    dice.one_of(&[
        Hands::Minority { against, abstain },
        Hands::Each { for_, against, abstain },
        Hands::Shown { for_, against, abstain, not_pressed },
    ])
}

/// Returns what the staff does next about the motions; `None` once none is left, and often while
/// other things are at hand.
pub fn next(session: &Session, slips: &mut Dice, decisive: bool) -> Option<Asks> {
    if !decisive && slips.per_cent(70) {
        return None;
    }
    let floor = views::floor::view(session);
    let put = session.hand_votes().iter().find(|vote| *vote.stage() == Stage::Put);
    let seen = |vote: HandVoteId| floor.hand_votes.iter().find(|seen| seen.vote == vote).unwrap();
    if let Some(vote) = put {
        let HandState::Put { present, counted_by, compared, .. } = &seen(vote.id()).state else {
            panic!("a motion that is put shows so")
        };
        let Some(counted) = vote.motion().way.asked() else {
            return Some(asks(
                Command::AnnounceAcclamation { vote: vote.id(), passed: slips.per_cent(80) },
                "secretary",
            ));
        };
        let hands = hands_raised(vote, counted, *present);
        return Some(match compared {
            Compared::Open => {
                let teller = session
                    .people()
                    .with_role(Role::Teller)
                    .find(|teller| !counted_by.contains(&teller.id))
                    .unwrap();
                let slip = !decisive && *present > 2 && slips.per_cent(30);
                let given = if slip { misread(vote, counted, *present) } else { hands };
                asks(Command::CountHands { vote: vote.id(), hands: given }, &teller.id.0)
            }
            Compared::Differing { .. } => settle(session, vote, hands, slips),
            Compared::Settled { .. } => {
                asks(Command::AnnounceHands { vote: vote.id() }, "secretary")
            }
        });
    }
    let vote = floor.hand_votes.iter().find(|vote| vote.state == HandState::Prepared)?;
    Some(match &vote.missing {
        None => asks(
            Command::PutMotion { vote: vote.vote, present: members(vote.motion.body) },
            "secretary",
        ),
        Some(
            Refusal::AttendanceNotCounted
            | Refusal::AttendanceToCountAgain { .. }
            | Refusal::AttendanceOfAnotherSitting { .. }
            | Refusal::NoQuorum { .. },
        ) => asks(attendance::Command::CountAttendance { present: 6, observers: 1 }, "secretary"),
        Some(other) => panic!("the staff cannot put a motion: {other}"),
    })
}

fn members(body: Body) -> Option<u32> {
    match body {
        Body::Congress => None,
        Body::Presidium { members, .. } => Some(members),
    }
}

/// The chief scrutineer has them counted again where the people present are known, or rules.
fn settle(session: &Session, vote: &HandVote, hands: Hands, slips: &mut Dice) -> Asks {
    let again = Command::CountAgain {
        vote: vote.id(),
        present: members(vote.motion().body),
        reason: String::new(),
    };
    let Asked(asked) = Asked::from(again.clone());
    if slips.per_cent(50) && session.decide(&asked, &person("chief")).is_ok() {
        return asks(again, "chief");
    }
    asks(Command::RuleHands { vote: vote.id(), hands, reason: "看录像".to_owned() }, "chief")
}

/// As a teller who overlooks somebody has it.
fn misread(vote: &HandVote, counted: AskedNumbers, present: u32) -> Hands {
    match hands_raised(vote, counted, present - 1) {
        Hands::Shown { for_, against, abstain, not_pressed } => {
            Hands::Shown { for_, against, abstain, not_pressed: not_pressed + 1 }
        }
        hands @ (Hands::Minority { .. } | Hands::Each { .. }) => hands,
    }
}

/// The hands as they are raised: the same whoever looks, as long as as many are present.
fn hands_raised(vote: &HandVote, counted: AskedNumbers, present: u32) -> Hands {
    let mut dice = Dice(u64::from(vote.id().0) ^ (u64::from(present) << 8));
    dice.roll();
    let against = dice.between(0, present.min(3));
    let abstain = dice.between(0, (present - against).min(2));
    match counted {
        AskedNumbers::Minority => Hands::Minority { against, abstain },
        AskedNumbers::Each => Hands::Each { for_: present - against - abstain, against, abstain },
        AskedNumbers::Shown => {
            let rest = present - against - abstain;
            let not_pressed = rest.min(1);
            Hands::Shown { for_: rest - not_pressed, against, abstain, not_pressed }
        }
    }
}

/// What holds of the motions after every command.
pub fn check(session: &Session) -> Result<(), TestCaseError> {
    let put = session.hand_votes().iter().filter(|vote| *vote.stage() == Stage::Put).count();
    prop_assert!(put <= 1, "one motion is voted on at a time");
    if let Scene::HandResult { vote } = session.scene() {
        prop_assert!(
            session.hand_vote(*vote).unwrap().outcome().is_some(),
            "no result before the announcement"
        );
    }
    for vote in session.hand_votes() {
        vote.counts().iter().try_for_each(check_count)?;
        prop_assert!(
            vote.motion().departure().is_none() || vote.motion().departure_reason.is_some(),
            "what departs from the law says why"
        );
        let quorum = vote.motion().body.presidium_quorum().unwrap_or(0);
        prop_assert!(
            vote.counts().iter().all(|count| count.present >= quorum),
            "a presidium sits with its quorum"
        );
        let (Some(outcome), Some(count)) = (vote.outcome(), vote.count()) else { continue };
        match (outcome, vote.motion().way) {
            (HandOutcome::Counted { result }, way) if way.asked().is_some() => {
                let pressed = result.for_ + result.against + result.abstain;
                let sum = pressed + result.not_pressed.unwrap_or(0);
                let asked = way.asked();
                prop_assert!(
                    sum == count.present
                        || (asked == Some(AskedNumbers::Each) && sum < count.present)
                );
                prop_assert_eq!(result.not_pressed.is_some(), asked == Some(AskedNumbers::Shown));
                prop_assert_eq!(
                    result.passed,
                    result
                        .needed
                        .map_or(result.for_ > result.against, |needed| result.for_ >= needed)
                );
            }
            (HandOutcome::Acclaimed { .. }, Way::Acclamation) => {
                prop_assert!(count.seen.is_empty(), "acclamation has no numbers");
            }
            (other, way) => prop_assert!(false, "{:?} by {:?}", other, way),
        }
    }
    Ok(())
}

fn check_count(count: &Count) -> Result<(), TestCaseError> {
    prop_assert!(count.present <= count.all && count.seen.len() <= 2);
    let tellers: BTreeSet<_> = count.seen.iter().map(|seen| &seen.teller).collect();
    prop_assert_eq!(tellers.len(), count.seen.len(), "nobody counts twice");
    let given = count
        .seen
        .iter()
        .map(|seen| seen.hands)
        .chain(count.ruled.as_ref().map(|ruled| ruled.hands));
    prop_assert!(given.into_iter().all(|hands| hands.raised() <= count.present));
    prop_assert!(count.ruled.is_none() || count.is_whole(), "ruled only where two tellers differ");
    Ok(())
}

/// Blindness: whoever else counts sees nothing of the first count, and the hall nothing before the
/// announcement.
pub fn check_twins(told: &Told, by: u64) -> Result<(), TestCaseError> {
    let session = &told.session;
    let open = session.hand_votes().iter().find(|vote| *vote.stage() == Stage::Put);
    let Some((vote, count)) = open.and_then(|vote| Some((vote.id(), vote.count()?))) else {
        return Ok(());
    };
    let twin = Session::replay(
        &told
            .journal
            .iter()
            .map(|entry| turned(entry, vote, count.present, by))
            .collect::<Vec<_>>(),
    )
    .unwrap();
    prop_assert_eq!(
        text(&views::hall::view(session)),
        text(&views::hall::view(&twin)),
        "the hall sees hands"
    );
    if count.is_whole() {
        return Ok(());
    }
    prop_assert_eq!(
        text(&views::floor::view(session)),
        text(&views::floor::view(&twin)),
        "the floor sees hands"
    );
    prop_assert_eq!(
        text(&views::frame::view(session)),
        text(&views::frame::view(&twin)),
        "the frame sees hands"
    );
    for teller in session
        .people()
        .with_role(Role::Teller)
        .filter(|teller| count.seen.iter().all(|seen| seen.teller != teller.id))
    {
        let seen = |of: &Session| text(&views::hand::desk(of, vote, &teller.id).ok());
        prop_assert_eq!(seen(session), seen(&twin), "a teller learns of the other count");
    }
    Ok(())
}

/// The same entry, but for the hands counted for this motion.
fn turned(entry: &Entry, of: HandVoteId, present: u32, by: u64) -> Entry {
    let mut entry = entry.clone();
    if let Event::Hand(hands::Event::Counted { vote, hands }) = &mut entry.event
        && *vote == of
    {
        let other =
            |number: u32| u32::try_from((u64::from(number) + by) % u64::from(present + 1)).unwrap();
        match hands {
            Hands::Minority { against, abstain } => (*against, *abstain) = (other(*against), 0),
            Hands::Each { for_, against, abstain } => {
                (*for_, *against, *abstain) = (other(*for_), 0, 0);
            }
            Hands::Shown { for_, against, abstain, not_pressed } => {
                *for_ = other(*for_);
                (*against, *abstain, *not_pressed) = (0, 0, present - *for_);
            }
        }
    }
    entry
}

fn text(view: &impl serde::Serialize) -> String {
    serde_json::to_string(view).unwrap()
}
