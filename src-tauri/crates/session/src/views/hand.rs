//! 表决: motions decided without paper, as the floor, a teller and the hall see them.
//!
//! Until both tellers have counted, nothing here depends on what either saw, but the teller's own
//! desk on the teller's own hands.

use serde::Serialize;
use tally::{HandResult, Hands};

use super::hall::Picture;
use crate::floor::hands::{
    AskedNumbers, Body, Correction, Count, HandKind, HandOutcome, HandVote, Motion, Stage, Way,
    check_announceable, check_puttable, check_withdrawable,
};
use crate::ids::number;
use crate::people::Role;
use crate::session::Past;
use crate::sittings::Roll;
use crate::{HandVoteId, PersonId, Refusal};

/// A motion as the floor sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FloorHandVote {
    pub vote: HandVoteId,
    /// What it says.
    pub motion: Motion,
    /// Which numbers are given of it; nothing of an acclamation.
    pub asked: Option<HandsAsked>,
    /// How far it has come.
    pub state: HandState,
    /// The least number of approvals, where it is known.
    pub needed: Option<u32>,
    /// How many of the presidium must be there; `None` for the congress, and where it is not
    /// checked.
    pub presidium_quorum: Option<u32>,
    /// How many of the presidium are there, as the roll of the sitting says on whose item it hangs.
    pub presidium_present: Option<u32>,
    /// What must be done first before it is put, or before its outcome is announced.
    pub missing: Option<Refusal>,
    /// Why it cannot be withdrawn.
    pub withdraw_missing: Option<Refusal>,
    /// What had been announced and was put right, in order.
    pub corrections: Vec<HandCorrectionView>,
}

/// The numbers that are given of a motion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HandsAsked {
    /// How they are counted.
    pub counted: AskedNumbers,
    /// Which they are, in the order in which they are given.
    pub kinds: Vec<HandKind>,
}

impl HandsAsked {
    fn of(counted: AskedNumbers) -> Self {
        Self { counted, kinds: counted.kinds().to_vec() }
    }
}

/// What had been announced of a motion before it was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HandCorrectionView {
    /// Name of who did it.
    pub by: String,
    pub reason: String,
    pub announced: HandOutcome,
}

/// How far a motion has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum HandState {
    /// It may still be changed.
    Prepared,
    /// 付表决.
    Put {
        /// From 1: which count of the hands this is.
        count: u32,
        /// 全体代表, or 主席团全体成员.
        all: u32,
        /// 实到.
        present: u32,
        /// The tellers who have given their hands.
        counted_by: Vec<PersonId>,
        /// What they counted, once both have.
        compared: Compared,
    },
    /// 撤回.
    Withdrawn { reason: String },
    /// The outcome is announced.
    Announced {
        /// 全体代表, or 主席团全体成员.
        all: u32,
        /// 实到.
        present: u32,
        /// What became of it.
        outcome: HandOutcome,
    },
}

/// What the two tellers counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "compared", rename_all = "snake_case")]
pub enum Compared {
    /// Not both have counted; always so for an acclamation.
    Open,
    /// Alike, or ruled.
    Settled {
        /// What the hands decide.
        result: HandResult,
        /// Whether the chief scrutineer ruled the number.
        ruled: bool,
    },
    /// Not alike.
    Differing {
        /// What each counted, in the order they gave it.
        seen: Vec<SeenHands>,
    },
}

/// What one teller counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SeenHands {
    /// 计票人.
    pub teller: PersonId,
    pub hands: Hands,
}

/// 报数: one teller's desk. Nothing in it depends on what the other teller counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HandDeskView {
    pub vote: HandVoteId,
    pub title: String,
    /// Which numbers are given.
    pub asked: HandsAsked,
    /// 实到: more hands than that cannot be, and a display tells of so many.
    pub present: u32,
    /// What this teller gave, if anything.
    pub mine: Option<Hands>,
}

/// Returns every motion as the floor sees it, in the order of the day.
pub(crate) fn floor(session: &Past) -> Vec<FloorHandVote> {
    session.motions_of_the_day().into_iter().map(|vote| floor_vote(session, vote)).collect()
}

fn floor_vote(session: &Past, vote: &HandVote) -> FloorHandVote {
    FloorHandVote {
        vote: vote.id,
        motion: vote.motion.clone(),
        asked: vote.motion.way.asked().map(HandsAsked::of),
        state: state(vote),
        needed: vote.needed(session.meeting.as_ref().map(|meeting| meeting.all_deputies)),
        presidium_quorum: vote.motion.body.presidium_quorum(),
        presidium_present: presidium_present(session, vote),
        missing: match (&vote.stage, vote.motion.way) {
            (Stage::Prepared, _) => check_puttable(session, vote).err(),
            (Stage::Put, Way::Hands { .. } | Way::Keypads { .. }) => check_announceable(vote).err(),
            (Stage::Put, Way::Acclamation) | (Stage::Withdrawn(_) | Stage::Announced(_), _) => None,
        },
        withdraw_missing: check_withdrawable(vote).err(),
        corrections: vote.corrections().iter().map(|it| correction(session, it)).collect(),
    }
}

fn presidium_present(session: &Past, vote: &HandVote) -> Option<u32> {
    let sitting = session.presidium_of(vote.id).filter(|_| vote.motion.body != Body::Congress)?;
    session.sittings.roll(sitting.id).map(Roll::present)
}

fn correction(session: &Past, it: &Correction) -> HandCorrectionView {
    HandCorrectionView {
        by: session.people.name_of(&it.by).to_owned(),
        reason: it.reason.to_string(),
        announced: it.announced.outcome,
    }
}

fn state(vote: &HandVote) -> HandState {
    let (all, present) = vote.count().map_or((0, 0), |count| (count.all, count.present));
    match &vote.stage {
        Stage::Prepared => HandState::Prepared,
        Stage::Put => HandState::Put {
            count: number(vote.counts.len()),
            all,
            present,
            counted_by: vote
                .count()
                .map(|count| count.seen.iter().map(|seen| seen.teller.clone()).collect())
                .unwrap_or_default(),
            compared: vote.count().map_or(Compared::Open, |count| compared(vote, count)),
        },
        Stage::Withdrawn(reason) => HandState::Withdrawn { reason: reason.to_string() },
        Stage::Announced(announced) => {
            HandState::Announced { all, present, outcome: announced.outcome }
        }
    }
}

fn compared(vote: &HandVote, count: &Count) -> Compared {
    if let Some(result) = vote.result() {
        return Compared::Settled { result, ruled: count.ruled.is_some() };
    }
    if !count.differs() {
        return Compared::Open;
    }
    let seen =
        count.seen.iter().map(|seen| SeenHands { teller: seen.teller.clone(), hands: seen.hands });
    Compared::Differing { seen: seen.collect() }
}

/// Returns the desk of a teller at a motion that is put to the vote.
///
/// # Errors
/// When it is not put, is decided by acclamation, or the person is no teller.
pub fn desk(session: &Past, vote: HandVoteId, teller: &PersonId) -> Result<HandDeskView, Refusal> {
    session.people.require(teller, &[Role::Teller])?;
    let vote = session.hand_vote(vote)?;
    let count = vote.check_put()?;
    let asked = vote.motion.way.asked();
    let counted = asked.ok_or_else(|| Refusal::HandsNotAsAsked { title: vote.title() })?;
    let mine = count.seen.iter().find(|seen| seen.teller == *teller).map(|seen| seen.hands);
    let (title, asked, present) = (vote.title(), HandsAsked::of(counted), count.present);
    Ok(HandDeskView { vote: vote.id, title, asked, present, mine })
}

pub(crate) fn motion_picture(session: &Past, vote: HandVoteId) -> Result<Picture, Refusal> {
    let vote = session.hand_vote(vote)?;
    let needed = vote.needed(session.meeting.as_ref().map(|meeting| meeting.all_deputies));
    Ok(Picture::HandMotion { motion: vote.motion.clone(), needed })
}

pub(crate) fn voting_picture(session: &Past, vote: HandVoteId) -> Result<Picture, Refusal> {
    let vote = session.hand_vote(vote)?;
    let count = vote.count().ok_or_else(|| Refusal::HandVoteNotPut { title: vote.title() })?;
    Ok(Picture::HandVoting {
        motion: vote.motion.clone(),
        all: count.all,
        present: count.present,
        needed: vote.needed(None),
    })
}

pub(crate) fn result_picture(session: &Past, vote: HandVoteId) -> Result<Picture, Refusal> {
    let vote = session.hand_vote(vote)?;
    let (count, outcome) = vote.count().zip(vote.outcome()).ok_or(Refusal::ResultNotAnnounced)?;
    Ok(Picture::HandResult {
        motion: vote.motion.clone(),
        all: count.all,
        present: count.present,
        outcome,
    })
}
