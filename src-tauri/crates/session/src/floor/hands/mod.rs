//! 举手表决、表决器表决、鼓掌通过: motions decided without paper (地方组织法 14, 22 and 25), by the
//! congress or by its presidium.
//!
//! Two tellers count the hands apart; what they count alike stands, else the chief scrutineer has
//! the hands counted again or rules. What keypads showed is read by two tellers in the same way: the
//! display is no part of the program. 实到 is fixed when a motion is put. Hand votes of the congress
//! follow one another without anybody leaving, so one count of the people present serves them all
//! (house rule); after a round on paper, which empties the seats, they are counted again first. How
//! many of a presidium are there is typed; it sits only with more than half of all its members
//! unless another share is set (浙江条例 24), and its threshold is of all of them.

mod correction;
mod vote;

use serde::{Deserialize, Serialize};
use tally::{Base, Fraction, Hands, Threshold};
use vote::TELLERS;

use crate::floor::attendance;
use crate::ids::number;
use crate::people::check_hand_staff;
use crate::reason::left_out;
use crate::session::{OutOfPlace, Past};
use crate::sittings::Hung;
use crate::{Entry, HandVoteId, Reason, Refusal};

pub use correction::Correction;
pub use vote::{
    Announced, AskedNumbers, Body, Count, Counted, HandKind, HandOutcome, HandVote, LONGEST_TEXT,
    LONGEST_TITLE, Motion, Ruled, Seen, Stage, Way,
};

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A motion was prepared.
    #[serde(rename = "hand.prepared")]
    Prepared {
        vote: HandVoteId,
        /// What it says.
        motion: Motion,
    },
    /// A motion was changed before it was put.
    #[serde(rename = "hand.changed")]
    Changed {
        vote: HandVoteId,
        /// What it says now.
        motion: Motion,
    },
    /// A motion was withdrawn before the vote; until 0.3.0 before its outcome was announced.
    #[serde(rename = "hand.withdrawn")]
    Withdrawn { vote: HandVoteId, reason: Reason },
    /// A motion was put to the vote.
    #[serde(rename = "hand.put")]
    Put {
        vote: HandVoteId,
        /// 全体代表, or 主席团全体成员.
        all: u32,
        /// 实到.
        present: u32,
    },
    /// A teller gave the hands counted; the teller is the entry's actor.
    #[serde(rename = "hand.counted")]
    Counted { vote: HandVoteId, hands: Hands },
    /// The chief scrutineer had the hands counted again; the counts before stay where they are.
    #[serde(rename = "hand.counted_again")]
    CountedAgain {
        vote: HandVoteId,
        /// 全体代表, or 主席团全体成员.
        all: u32,
        /// 实到.
        present: u32,
        /// Why; empty where the tellers differed.
        #[serde(with = "left_out")]
        reason: Option<Reason>,
    },
    /// The chief scrutineer ruled what the number is.
    #[serde(rename = "hand.ruled")]
    Ruled { vote: HandVoteId, hands: Hands, reason: Reason },
    /// The outcome of a vote by hand was announced.
    #[serde(rename = "hand.announced")]
    Announced { vote: HandVoteId },
    /// The outcome of an acclamation was announced.
    #[serde(rename = "hand.acclaimed")]
    Acclaimed {
        vote: HandVoteId,
        /// 鼓掌通过.
        passed: bool,
    },
    /// A number announced of a vote by hand was put right; what had been announced stays.
    #[serde(rename = "hand.announcement_corrected")]
    AnnouncementCorrected { vote: HandVoteId, hands: Hands, reason: Reason },
    /// The outcome announced of an acclamation was put right.
    #[serde(rename = "hand.acclamation_corrected")]
    AcclamationCorrected {
        vote: HandVoteId,
        /// 鼓掌通过.
        passed: bool,
        reason: Reason,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "HandCommand"))]
pub enum Command {
    /// Prepare a motion; it gets the next number.
    PrepareMotion {
        /// What it says.
        motion: Motion,
    },
    /// Change a motion that is not put yet.
    ChangeMotion {
        vote: HandVoteId,
        /// What it is to say.
        motion: Motion,
    },
    /// 撤回 before hands were counted.
    WithdrawMotion {
        vote: HandVoteId,
        /// Why; not empty.
        reason: String,
    },
    /// 付表决.
    PutMotion {
        vote: HandVoteId,
        /// Members of the presidium who are there; `None` for the congress, whose attendance is
        /// counted in its own room.
        present: Option<u32>,
    },
    /// Give the hands counted; until both tellers have, one's own number may be given anew.
    CountHands { vote: HandVoteId, hands: Hands },
    /// 重数: both tellers count once more.
    CountAgain {
        vote: HandVoteId,
        /// As when it is put.
        present: Option<u32>,
        /// Why; may be empty where the tellers differ.
        reason: String,
    },
    /// 核定: rule the number where the tellers differ.
    RuleHands {
        vote: HandVoteId,
        hands: Hands,
        /// Why; not empty.
        reason: String,
    },
    /// Record that the outcome was announced.
    AnnounceHands { vote: HandVoteId },
    /// Record the outcome of an acclamation as announced.
    AnnounceAcclamation {
        vote: HandVoteId,
        /// 鼓掌通过.
        passed: bool,
    },
    /// 更正宣布: put right the number that was announced.
    CorrectHands {
        vote: HandVoteId,
        hands: Hands,
        /// Why; not empty.
        reason: String,
    },
    /// 更正宣布: put right what was announced of an acclamation.
    CorrectAcclamation {
        vote: HandVoteId,
        /// 鼓掌通过.
        passed: bool,
        /// Why; not empty.
        reason: String,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::PrepareMotion { motion } => {
            check_motion(session, motion)?;
            let vote = HandVoteId(number(session.hand_votes.len()).saturating_add(1));
            Event::Prepared { vote, motion: motion.clone() }
        }
        Command::ChangeMotion { vote, motion } => {
            check_prepared(session.hand_vote(*vote)?)?;
            check_motion(session, motion)?;
            Event::Changed { vote: *vote, motion: motion.clone() }
        }
        Command::WithdrawMotion { vote, reason } => withdraw(session.hand_vote(*vote)?, reason)?,
        Command::PutMotion { vote, present } => put(session, session.hand_vote(*vote)?, *present)?,
        Command::CountHands { vote, hands } => count(session.hand_vote(*vote)?, *hands)?,
        Command::CountAgain { vote, present, reason } => {
            count_again(session, session.hand_vote(*vote)?, *present, reason)?
        }
        Command::RuleHands { vote, hands, reason } => {
            rule(session.hand_vote(*vote)?, *hands, reason)?
        }
        Command::AnnounceHands { vote } => {
            check_announceable(session.hand_vote(*vote)?)?;
            Event::Announced { vote: *vote }
        }
        Command::AnnounceAcclamation { vote, passed } => {
            acclaim(session.hand_vote(*vote)?, *passed)?
        }
        Command::CorrectHands { vote, hands, reason } => {
            correction::hands(session.hand_vote(*vote)?, *hands, reason)?
        }
        Command::CorrectAcclamation { vote, passed, reason } => {
            correction::acclamation(session.hand_vote(*vote)?, *passed, reason)?
        }
    };
    Ok(vec![event.into()])
}

fn check_motion(session: &Past, motion: &Motion) -> Result<(), Refusal> {
    if motion.title.trim().is_empty() {
        return Err(Refusal::MotionWithoutTitle);
    }
    for (text, most) in [(&motion.title, LONGEST_TITLE), (&motion.text, LONGEST_TEXT)] {
        let characters = number(text.chars().count());
        if characters > most {
            return Err(Refusal::MotionTooLong { characters, most });
        }
    }
    if let Body::Presidium { members, .. } = motion.body {
        let most = session.described()?.all_deputies;
        if !(1..=most).contains(&members) {
            return Err(Refusal::NumberOutOfRange { least: 1, most });
        }
        let needed = motion.body.presidium_quorum();
        if needed.is_some_and(|needed| needed > members) {
            return Err(Refusal::NumberOutOfRange { least: 1, most: members });
        }
    }
    if let Some(Threshold { base: Base::Returned | Base::Valid, .. }) = motion.way.threshold() {
        return Err(Refusal::ThresholdOfPaper { title: motion.title.clone() });
    }
    let explained = Reason::given(motion.departure_reason.as_deref().unwrap_or_default()).is_ok();
    match motion.departure().filter(|_| !explained) {
        Some(departure) => Err(Refusal::DepartsFromLaw { departure }),
        None => Ok(()),
    }
}

fn check_prepared(vote: &HandVote) -> Result<(), Refusal> {
    match vote.stage {
        Stage::Prepared => Ok(()),
        Stage::Put => Err(Refusal::HandVoteIsPut { title: vote.title() }),
        Stage::Withdrawn(_) | Stage::Announced(_) => {
            Err(Refusal::HandVoteEnded { title: vote.title() })
        }
    }
}

/// The mover may withdraw before the vote (组织法 22): hands that were counted have voted.
pub(crate) fn check_withdrawable(vote: &HandVote) -> Result<(), Refusal> {
    match vote.stage {
        Stage::Put if vote.is_counted() => Err(Refusal::HandsHaveVoted { title: vote.title() }),
        Stage::Prepared | Stage::Put => Ok(()),
        Stage::Withdrawn(_) | Stage::Announced(_) => {
            Err(Refusal::HandVoteEnded { title: vote.title() })
        }
    }
}

fn withdraw(vote: &HandVote, reason: &str) -> Result<Event, Refusal> {
    check_withdrawable(vote)?;
    Ok(Event::Withdrawn { vote: vote.id, reason: Reason::given(reason)? })
}

/// What must be there before a motion can be put; those of the presidium who are there are still to
/// be typed.
pub(crate) fn check_puttable(session: &Past, vote: &HandVote) -> Result<(), Refusal> {
    check_prepared(vote)?;
    if let Some(open) = session.hand_votes.iter().find(|other| other.stage == Stage::Put) {
        return Err(Refusal::HandVoteOpen { title: open.title() });
    }
    if vote.motion.way.asked().is_some() {
        check_hand_staff(&session.people)?;
    }
    match vote.motion.body {
        Body::Congress => {
            let hung = Hung::Motion { vote: vote.id };
            attendance::quorate(session, session.described()?, Fraction::TWO_THIRDS, &hung)
                .map(drop)
        }
        Body::Presidium { .. } => Ok(()),
    }
}

fn put(session: &Past, vote: &HandVote, present: Option<u32>) -> Result<Event, Refusal> {
    check_puttable(session, vote)?;
    let (all, present) = people_voting(session, vote, present)?;
    Ok(Event::Put { vote: vote.id, all, present })
}

/// Returns how many have a vote and how many of them are there.
fn people_voting(
    session: &Past,
    vote: &HandVote,
    present: Option<u32>,
) -> Result<(u32, u32), Refusal> {
    match (vote.motion.body, present) {
        (Body::Congress, None) => {
            let (meeting, hung) = (session.described()?, Hung::Motion { vote: vote.id });
            let present = attendance::quorate(session, meeting, Fraction::TWO_THIRDS, &hung)?;
            Ok((meeting.all_deputies, present))
        }
        (Body::Presidium { members, .. }, Some(present)) => {
            check_presidium(vote.motion.body, members, present)?;
            Ok((members, present))
        }
        (Body::Congress, Some(_)) | (Body::Presidium { .. }, None) => {
            Err(Refusal::PresentOfTheOtherBody { title: vote.title() })
        }
    }
}

/// 主席团 sits with its quorum, and with no more people than it has.
fn check_presidium(body: Body, members: u32, present: u32) -> Result<(), Refusal> {
    if present > members {
        return Err(Refusal::MorePresentThanMembers { present, members });
    }
    match body.presidium_quorum().filter(|needed| present < *needed) {
        Some(needed) => Err(Refusal::PresidiumNotQuorate { present, needed, members }),
        None => Ok(()),
    }
}

fn count(vote: &HandVote, hands: Hands) -> Result<Event, Refusal> {
    let count = vote.check_put()?;
    if count.is_whole() {
        return Err(Refusal::HandsAlreadyCounted { title: vote.title() });
    }
    vote.check_hands(count, hands)?;
    Ok(Event::Counted { vote: vote.id, hands })
}

fn count_again(
    session: &Past,
    vote: &HandVote,
    present: Option<u32>,
    reason: &str,
) -> Result<Event, Refusal> {
    let count = vote.check_put()?;
    if vote.motion.way == Way::Acclamation {
        return Err(Refusal::HandsNotAsAsked { title: vote.title() });
    }
    let reason =
        if count.differs() { Reason::if_given(reason) } else { Some(Reason::given(reason)?) };
    let (all, present) = people_voting(session, vote, present)?;
    Ok(Event::CountedAgain { vote: vote.id, all, present, reason })
}

fn rule(vote: &HandVote, hands: Hands, reason: &str) -> Result<Event, Refusal> {
    let count = vote.check_put()?;
    if !count.is_whole() {
        return Err(hands_missing(count));
    }
    if !count.differs() {
        return Err(Refusal::HandsDoNotDiffer { title: vote.title() });
    }
    vote.check_hands(count, hands)?;
    Ok(Event::Ruled { vote: vote.id, hands, reason: Reason::given(reason)? })
}

fn hands_missing(count: &Count) -> Refusal {
    Refusal::HandsNotCounted { counted: number(count.seen.len()), needed: number(TELLERS) }
}

/// What is missing before the outcome can be announced; nothing for an acclamation.
pub(crate) fn check_announceable(vote: &HandVote) -> Result<(), Refusal> {
    let count = vote.check_put()?;
    match (vote.motion.way, count.settled()) {
        (Way::Acclamation, _) => Err(Refusal::HandsNotAsAsked { title: vote.title() }),
        (Way::Hands { .. } | Way::Keypads { .. }, Some(_)) => Ok(()),
        (Way::Hands { .. } | Way::Keypads { .. }, None) if count.is_whole() => {
            Err(Refusal::HandsDiffer { title: vote.title() })
        }
        (Way::Hands { .. } | Way::Keypads { .. }, None) => Err(hands_missing(count)),
    }
}

fn acclaim(vote: &HandVote, passed: bool) -> Result<Event, Refusal> {
    vote.check_put()?;
    match vote.motion.way {
        Way::Acclamation => Ok(Event::Acclaimed { vote: vote.id, passed }),
        Way::Hands { .. } | Way::Keypads { .. } => {
            Err(Refusal::HandsNotAsAsked { title: vote.title() })
        }
    }
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::Prepared { vote, motion } => {
            session.hand_votes.push(HandVote {
                id: *vote,
                motion: motion.clone(),
                stage: Stage::Prepared,
                counts: Vec::new(),
                corrections: Vec::new(),
            });
        }
        Event::Changed { vote, motion } => session.hand_vote_mut(*vote)?.motion = motion.clone(),
        Event::Withdrawn { vote, reason } => {
            session.hand_vote_mut(*vote)?.stage = Stage::Withdrawn(reason.clone());
        }
        Event::Put { vote, all, present } | Event::CountedAgain { vote, all, present, .. } => {
            let put = session.hand_vote_mut(*vote)?;
            put.stage = Stage::Put;
            put.counts.push(Count::begun(*all, *present));
            if put.motion.body == Body::Congress {
                attendance::serve(session, &Hung::Motion { vote: *vote });
            }
        }
        Event::Counted { vote, hands } => {
            let count = session.hand_vote_mut(*vote)?.count_mut()?;
            count.seen.retain(|seen| seen.teller != entry.actor);
            count.seen.push(Seen { teller: entry.actor.clone(), hands: *hands });
        }
        Event::Ruled { vote, hands, reason } => {
            let ruled = Ruled { by: entry.actor.clone(), hands: *hands, reason: reason.clone() };
            session.hand_vote_mut(*vote)?.count_mut()?.ruled = Some(ruled);
        }
        Event::Announced { vote } => {
            let vote = session.hand_vote_mut(*vote)?;
            let result = vote
                .result()
                .ok_or(OutOfPlace("an outcome announced before the hands were counted"))?;
            vote.announce(HandOutcome::Counted { result }, entry);
        }
        Event::Acclaimed { vote, passed } => session
            .hand_vote_mut(*vote)?
            .announce(HandOutcome::Acclaimed { passed: *passed }, entry),
        Event::AnnouncementCorrected { vote, hands, reason } => {
            session.hand_vote_mut(*vote)?.put_hands_right(*hands, reason, entry)?;
        }
        Event::AcclamationCorrected { vote, passed, reason } => {
            let outcome = HandOutcome::Acclaimed { passed: *passed };
            session.hand_vote_mut(*vote)?.put_right(outcome, reason, entry)?;
        }
    }
    Ok(())
}
