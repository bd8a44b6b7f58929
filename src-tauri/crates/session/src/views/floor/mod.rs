//! 会场: attendance, issue and collection.

mod cards;

use serde::Serialize;
use tally::{ContestId, Least, Next};

use super::frame::{AttendanceFigures, Follow};
use super::hand::{FloorHandVote, HandState};
use super::label::RoundLabel;
use super::settings::{OfferedThreshold, offered_thresholds};
use super::{Notice, hand, of_conflicts};
use crate::ballot::follow::FollowUp;
use crate::ballot::{Ballot, Matter, follow};
use crate::floor::attendance;
use crate::floor::hands::{Body, Motion};
use crate::people::conflict;
use crate::round::announcement::{Correction, check_announcement_correctable};
use crate::round::result::decided_tables;
use crate::round::{
    Breaking, Collected, Numbers, Round, RoundKind, Stage, breaking_off,
    check_collection_announceable, check_openable, check_result_announceable, next_kind,
};
use crate::session::Past;
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
    /// The same rounds, results and ballots in the order of the day, what belongs together side by
    /// side.
    pub cards: Vec<FloorCard>,
    /// Where the people present are to be counted first, and then the rest.
    pub attendance_due: AttendanceDue,
    /// What a new motion starts from.
    pub new_motion: Motion,
    /// 主席团法定人数 that a motion of the presidium starts from, out of all its members.
    pub usual_presidium_quorum: Least,
    /// 门槛: those a form offers by name, the usual one first.
    pub thresholds: Vec<OfferedThreshold>,
}

/// A piece of the day, under its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FloorCard {
    pub label: RoundLabel,
    pub state: CardState,
    /// What is on it.
    pub of: CardOf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// Nothing is left to do.
    Past,
    /// The day has come to it; one at most.
    Due,
    /// After what is due, or done in another room.
    Waiting,
}

/// What a card is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "card", rename_all = "snake_case")]
pub enum CardOf {
    /// Of [`FloorView::rounds`].
    Round { round: RoundId },
    /// Of [`FloorView::to_open`].
    Ballot { ballot: BallotId },
    /// Of [`FloorView::follow_ups`].
    FollowUp { round: RoundId, contest: ContestId },
}

/// Whether the next thing on a page of the floor waits for the people present to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AttendanceDue {
    /// The ballot that is due.
    pub ballots: bool,
    /// A motion decided without paper.
    pub hands: bool,
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
    /// Something odd.
    pub notices: Vec<Notice>,
}

/// A round as the floor sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(clippy::struct_excessive_bools, reason = "a card asks each of them by itself")]
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
    /// Fewer returned than this are asked about once before they are recorded: less than half of
    /// those issued.
    pub few_returned: u32,
    /// 收回 and 换票, once the box is open.
    pub collected: Option<Collected>,
    /// 剩余: printed, neither issued nor used as a replacement.
    pub left_over: Option<u32>,
    /// Whether the vote is valid, once the box is open.
    pub valid: Option<bool>,
    /// Whether 验票 was announced.
    pub announced: bool,
    /// Whether it is being counted.
    pub counting: bool,
    /// Whether the result was announced.
    pub result_announced: bool,
    /// What came of each question, once the result was announced.
    pub outcomes: Vec<OutcomeLine>,
    /// Why 验票 cannot be announced.
    pub announce_missing: Option<Refusal>,
    /// Why the result cannot be announced.
    pub result_missing: Option<Refusal>,
    /// Whether a number recorded wrongly can still be put right.
    pub correctable: bool,
    /// How it was broken off, if it was.
    pub broken_off: Option<BrokenOffView>,
    /// Why it cannot be broken off.
    pub break_off_missing: Option<Refusal>,
    /// Announcements of a void vote that were put right, in order.
    pub corrections: Vec<CorrectionView>,
    /// Why the announcement of a void vote cannot be put right.
    pub correction_missing: Option<Refusal>,
    /// 一并发出: titles of the other ballots handed out together with it.
    pub together: Vec<String>,
    /// Something odd.
    pub notices: Vec<Notice>,
}

/// How a round was broken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BrokenOffView {
    pub breaking: Breaking,
    /// Name of who did it.
    pub by: String,
    pub reason: String,
}

/// What had been announced before it was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CorrectionView {
    /// Name of who did it.
    pub by: String,
    pub reason: String,
    pub announced: Numbers,
}

/// What came of a question, in one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutcomeLine {
    pub title: String,
    pub matter: Matter,
    /// Names of those that won; none where everything is graded.
    pub chosen: Vec<String>,
    /// Seats not filled.
    pub seats_left: u32,
    /// What must follow.
    pub next: Next,
}

/// Returns what the secretary does in the hall.
#[must_use]
pub fn view(session: &Past) -> FloorView {
    let all_deputies = session.meeting.as_ref().map(|meeting| meeting.all_deputies);
    let to_open = all_to_open(session);
    let follow_ups = follow::follow_ups(session);
    let hand_votes = hand::floor(session);
    let cards = cards::of_the_day(session, &to_open, &follow_ups);
    FloorView {
        all_deputies,
        quorum: all_deputies.map(tally::quorum_needed),
        attendance: super::frame::attendance_figures(session),
        count_again: !attendance::is_fresh(session),
        attendance_due: AttendanceDue {
            ballots: cards.iter().any(|card| card.waits_for_people(&to_open)),
            hands: wait_for_people(&hand_votes),
        },
        new_motion: Motion::default(),
        usual_presidium_quorum: Body::PRESIDIUM_QUORUM,
        thresholds: offered_thresholds(),
        to_open,
        follow_ups,
        hand_votes,
        rounds: session.rounds.iter().map(|round| floor_round(session, round)).collect(),
        cards,
    }
}

/// Returns what a result asks for, where the day has come to that.
pub(super) fn follow_due(session: &Past) -> Option<Follow> {
    let follow_ups = follow::follow_ups(session);
    let cards = cards::of_the_day(session, &all_to_open(session), &follow_ups);
    let card = cards.into_iter().find(|card| card.state == CardState::Due)?;
    let CardOf::FollowUp { round, contest } = &card.of else { return None };
    let is_it = |one: &&FollowUp| one.round == *round && one.contest == *contest;
    let next = follow_ups.iter().find(is_it)?.next;
    Some(Follow { label: card.label, next })
}

fn all_to_open(session: &Past) -> Vec<BallotToOpen> {
    session.ballots.iter().filter_map(|ballot| to_open(session, ballot)).collect()
}

/// The next motion waits for the people at its sitting, or any for those who are there at all.
fn wait_for_people(motions: &[FloorHandVote]) -> bool {
    let next = motions.iter().find(|motion| motion.state == HandState::Prepared);
    let another = |missing: &Refusal| matches!(missing, Refusal::AttendanceOfAnotherSitting { .. });
    next.and_then(|motion| motion.missing.as_ref()).is_some_and(another)
        || motions.iter().any(|motion| {
            matches!(
                motion.missing,
                Some(Refusal::AttendanceNotCounted | Refusal::AttendanceToCountAgain { .. })
            )
        })
}

fn to_open(session: &Past, ballot: &Ballot) -> Option<BallotToOpen> {
    let kind =
        next_kind(session, ballot).filter(|_| !session.withdrawn.contains_key(&ballot.id))?;
    Some(BallotToOpen {
        ballot: ballot.id.clone(),
        title: ballot.title.clone(),
        kind,
        missing: check_openable(session, &ballot.id).err(),
        notices: of_conflicts(conflict::on_ballot(&session.people, ballot)).collect(),
    })
}

fn floor_round(session: &Past, round: &Round) -> FloorRound {
    let collected = round.collected();
    let announced = match round.stage() {
        Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::BrokenOff(..) => false,
        Stage::Voided(_) | Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => true,
    };
    FloorRound {
        round: round.id(),
        title: round.ballot().title.clone(),
        kind: round.kind(),
        present: round.present(),
        printed: round.printed(),
        issued: round.issued(),
        few_returned: round.issued().div_ceil(2),
        collected,
        left_over: collected.map(|collected| {
            round.printed().saturating_sub(round.issued()).saturating_sub(collected.spoiled)
        }),
        valid: collected.map(|_| !round.is_void()),
        announced,
        counting: matches!(round.stage(), Stage::Counting(_)),
        result_announced: round.is_announced(),
        outcomes: outcomes(round),
        announce_missing: check_collection_announceable(round).err(),
        result_missing: check_result_announceable(session, round).err(),
        correctable: match round.stage() {
            Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::Counting(_) => true,
            Stage::Voided(_)
            | Stage::Certified(..)
            | Stage::Announced(..)
            | Stage::BrokenOff(..) => false,
        },
        broken_off: round.broken_off().map(|broken| BrokenOffView {
            breaking: broken.breaking,
            by: session.people.name_of(&broken.by).to_owned(),
            reason: broken.reason.to_string(),
        }),
        break_off_missing: breaking_off::check_breakable(session, round).err(),
        corrections: round.corrections().iter().map(|it| correction(session, it)).collect(),
        correction_missing: check_announcement_correctable(session, round).err(),
        together: together(session, round),
        notices: notices(session, round, collected),
    }
}

fn correction(session: &Past, it: &Correction) -> CorrectionView {
    CorrectionView {
        by: session.people.name_of(&it.by).to_owned(),
        reason: it.reason.to_string(),
        announced: it.announced,
    }
}

fn together(session: &Past, round: &Round) -> Vec<String> {
    let issue = |round: &Round| round.with().unwrap_or(round.id());
    let others = session
        .rounds
        .iter()
        .filter(|other| other.id() != round.id() && issue(other) == issue(round));
    others.map(|other| other.ballot().title.clone()).collect()
}

/// Nothing of a result is said on the floor before it is announced.
fn outcomes(round: &Round) -> Vec<OutcomeLine> {
    if !round.is_announced() {
        return Vec::new();
    }
    let tables = decided_tables(round).into_iter().zip(round.contests());
    tables
        .map(|(table, contest)| OutcomeLine {
            matter: Matter::of(&contest.kind),
            chosen: table.chosen().into_iter().map(|row| row.name.clone()).collect(),
            title: table.title,
            seats_left: table.seats_left,
            next: table.next,
        })
        .collect()
}

/// Nothing of what is written on the sheets is said on the floor.
fn notices(session: &Past, round: &Round, collected: Option<Collected>) -> Vec<Notice> {
    let (issued, present) = (round.issued(), round.present());
    let issue = (issued != present).then_some(Notice::IssuedDiffersFromPresent { issued, present });
    let fewer = collected.filter(|collected| collected.returned < issued);
    let fewer = fewer.map(|Collected { returned, .. }| Notice::ReturnedFewer { returned, issued });
    let over = matches!(round.stage(), Stage::Announced(..) | Stage::BrokenOff(..));
    let conflicts =
        if over { Vec::new() } else { conflict::on_ballot(&session.people, round.ballot()) };
    issue.into_iter().chain(fewer).chain(of_conflicts(conflicts)).collect()
}
