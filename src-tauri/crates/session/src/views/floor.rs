//! 会场: attendance, issue and collection.

use serde::Serialize;

use super::frame::AttendanceFigures;
use super::hand::FloorHandVote;
use super::{Notice, hand};
use crate::ballot::follow::FollowUp;
use crate::ballot::{Ballot, follow};
use crate::floor::attendance;
use crate::round::{
    Collected, Round, RoundKind, Stage, check_collection_announceable, check_openable,
    check_result_announceable, next_kind,
};
use crate::session::Session;
use crate::{BallotId, Refusal, RoundId};

/// What the secretary does in the hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FloorView {
    /// 全体代表, once described.
    pub all_deputies: Option<u32>,
    /// 法定人数.
    pub quorum: Option<u32>,
    /// The last count of the people present.
    pub attendance: Option<AttendanceFigures>,
    /// The people present must be counted (again) before ballots are handed out.
    pub count_again: bool,
    /// Ballots that may still be handed out.
    pub to_open: Vec<BallotToOpen>,
    /// Results that ask for something more.
    pub follow_ups: Vec<FollowUp>,
    /// Motions decided without paper, in the order they were prepared.
    pub hand_votes: Vec<FloorHandVote>,
    /// In the order they were opened.
    pub rounds: Vec<FloorRound>,
}

/// A ballot that may be handed out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BallotToOpen {
    pub ballot: BallotId,
    pub title: String,
    /// For the first time, or again after a void vote.
    pub kind: RoundKind,
    pub missing: Option<Refusal>,
}

/// A round as the floor sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FloorRound {
    pub round: RoundId,
    /// Title of its ballot.
    pub title: String,
    /// Why it was opened.
    pub kind: RoundKind,
    /// 实到.
    pub present: u32,
    /// 印制.
    pub printed: u32,
    /// 发出.
    pub issued: u32,
    /// 收回 and 换票, once the box is open.
    pub collected: Option<Collected>,
    /// 剩余: printed, neither issued nor used as a replacement.
    pub left_over: Option<u32>,
    /// Whether the vote is valid, once the box is open.
    pub valid: Option<bool>,
    /// Whether 验票 was announced.
    pub announced: bool,
    /// Why 验票 cannot be announced.
    pub announce_missing: Option<Refusal>,
    /// Why the result cannot be announced.
    pub result_missing: Option<Refusal>,
    /// Whether a number recorded wrongly can still be put right.
    pub correctable: bool,
    /// Something odd.
    pub notices: Vec<Notice>,
}

/// Returns what the secretary does in the hall.
#[must_use]
pub fn view(session: &Session) -> FloorView {
    let all_deputies = session.meeting.as_ref().map(|meeting| meeting.all_deputies);
    FloorView {
        all_deputies,
        quorum: all_deputies.map(tally::quorum_needed),
        attendance: super::frame::attendance_figures(session),
        count_again: !attendance::is_fresh(session),
        to_open: session.ballots.iter().filter_map(|ballot| to_open(session, ballot)).collect(),
        follow_ups: follow::follow_ups(session),
        hand_votes: hand::floor(session),
        rounds: session.rounds.iter().map(|round| floor_round(session, round)).collect(),
    }
}

fn to_open(session: &Session, ballot: &Ballot) -> Option<BallotToOpen> {
    let kind =
        next_kind(session, ballot).filter(|_| !session.withdrawn.contains_key(&ballot.id))?;
    Some(BallotToOpen {
        ballot: ballot.id.clone(),
        title: ballot.title.clone(),
        kind,
        missing: check_openable(session, &ballot.id).err(),
    })
}

fn floor_round(session: &Session, round: &Round) -> FloorRound {
    let collected = round.collected();
    let announced = match round.stage() {
        Stage::Voting | Stage::Void(_) | Stage::Collected(_) => false,
        Stage::Voided(_) | Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => true,
    };
    FloorRound {
        round: round.id(),
        title: round.ballot().title.clone(),
        kind: round.kind(),
        present: round.present(),
        printed: round.printed(),
        issued: round.issued(),
        collected,
        left_over: collected.map(|collected| {
            round.printed().saturating_sub(round.issued()).saturating_sub(collected.spoiled)
        }),
        valid: collected.map(|_| !round.is_void()),
        announced,
        announce_missing: check_collection_announceable(round).err(),
        result_missing: check_result_announceable(session, round).err(),
        correctable: match round.stage() {
            Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::Counting(_) => true,
            Stage::Voided(_) | Stage::Certified(..) | Stage::Announced(..) => false,
        },
        notices: notices(round, collected),
    }
}

fn notices(round: &Round, collected: Option<Collected>) -> Vec<Notice> {
    let (issued, present) = (round.issued(), round.present());
    let issue = (issued != present).then_some(Notice::IssuedDiffersFromPresent { issued, present });
    let fewer = collected.filter(|collected| collected.returned < issued);
    let fewer = fewer.map(|Collected { returned, .. }| Notice::ReturnedFewer { returned, issued });
    issue.into_iter().chain(fewer).collect()
}
