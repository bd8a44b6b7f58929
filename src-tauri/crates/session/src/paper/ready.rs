//! What must be there before a paper can be issued: what it says must have happened.

use tally::{ContestId, Kind};

use super::PaperKind;
use crate::floor::hands::{Body, HandOutcome, HandVote, Stage as HandStage};
use crate::people::check_counting_staff;
use crate::round::result::{decided_tables, tables};
use crate::round::{Round, Stage, matter};
use crate::session::Session;
use crate::{HandVoteId, Refusal, RoundId};

/// Checks that what a paper says has happened.
///
/// # Errors
/// What is missing.
pub fn check_issuable(session: &Session, of: &PaperKind) -> Result<(), Refusal> {
    let meeting = session.described()?;
    match of {
        PaperKind::Agenda | PaperKind::HostScript => present(&meeting.agenda, Refusal::NoAgenda),
        PaperKind::Roster | PaperKind::SignInBook => {
            present(&session.people.deputies, Refusal::RosterEmpty)
        }
        PaperKind::CountingStaff => check_counting_staff(&session.people),
        PaperKind::Ballot { ballot }
        | PaperKind::Rules { ballot }
        | PaperKind::TallySheet { ballot } => {
            let ballot = session.ballot(ballot)?;
            session.check_not_withdrawn(ballot)?;
            ballot.check()
        }
        PaperKind::CollectionReport { round }
        | PaperKind::SealCover { round }
        | PaperKind::SealStrip { round } => {
            session.round(*round)?.collected().map(drop).ok_or(Refusal::NotCollected)
        }
        PaperKind::BundleSlips { round } => bundled(session.round(*round)?),
        PaperKind::CountReport { round } => certified(session.round(*round)?),
        PaperKind::ChosenList { round } => certified_with(session, *round, has_seats),
        PaperKind::EvaluationTable { round } => certified_with(session, *round, is_evaluation),
        PaperKind::MotionRecord { round } => certified_with(session, *round, is_motion),
        PaperKind::Resolution { round, contest } => passed(session.round(*round)?, contest),
        PaperKind::HandRecord { vote } => outcome(session, *vote).map(drop),
        PaperKind::HandResolution { vote } => resolved(session, *vote),
        PaperKind::Decision { round } => settled(session, *round, is_selection),
        PaperKind::Notice { round } | PaperKind::FilingReport { round } => {
            settled(session, *round, has_seats)
        }
        PaperKind::Minutes | PaperKind::Summary => day_over(session),
    }
}

fn present<T>(list: &[T], missing: Refusal) -> Result<(), Refusal> {
    if list.is_empty() { Err(missing) } else { Ok(()) }
}

/// 票决 or 选举: somebody or something is chosen.
pub(crate) fn has_seats(kind: &Kind) -> bool {
    match kind {
        Kind::Selection(_) | Kind::Election(_) => true,
        Kind::Evaluation(_) | Kind::Motion(_) => false,
    }
}

/// 票决.
pub(crate) fn is_selection(kind: &Kind) -> bool {
    matches!(kind, Kind::Selection(_))
}

/// 满意度测评.
pub(crate) fn is_evaluation(kind: &Kind) -> bool {
    matches!(kind, Kind::Evaluation(_))
}

/// 表决.
pub(crate) fn is_motion(kind: &Kind) -> bool {
    matches!(kind, Kind::Motion(_))
}

/// Tells whether a contest of this kind stands on the round's ballot.
pub(crate) fn asks(round: &Round, kind: fn(&Kind) -> bool) -> bool {
    round.contests().iter().any(|contest| kind(&contest.kind))
}

fn check_asks(round: &Round, kind: fn(&Kind) -> bool) -> Result<(), Refusal> {
    if asks(round, kind) { Ok(()) } else { Err(not_of_this_vote(round)) }
}

fn not_of_this_vote(round: &Round) -> Refusal {
    Refusal::PaperNotOfThisVote { ballot: round.ballot().title.clone() }
}

fn bundled(round: &Round) -> Result<(), Refusal> {
    match round.void_refusal() {
        Some(refusal) => Err(refusal),
        None => round.collected().map(drop).ok_or(Refusal::NotCollected),
    }
}

fn certified(round: &Round) -> Result<(), Refusal> {
    match round.stage() {
        Stage::Certified(..) | Stage::Announced(..) => Ok(()),
        Stage::Voting
        | Stage::Void(_)
        | Stage::Voided(_)
        | Stage::Collected(_)
        | Stage::Counting(_) => Err(Refusal::NotCertified),
    }
}

fn certified_with(
    session: &Session,
    round: RoundId,
    kind: fn(&Kind) -> bool,
) -> Result<(), Refusal> {
    let round = session.round(round)?;
    check_asks(round, kind)?;
    certified(round)
}

fn passed(round: &Round, contest: &ContestId) -> Result<(), Refusal> {
    if !matches!(round.stage(), Stage::Announced(..)) {
        return Err(Refusal::ResultNotAnnounced);
    }
    let index =
        round.contests().iter().position(|other| other.id == *contest && is_motion(&other.kind));
    let table = index
        .and_then(|index| tables(round).into_iter().nth(index))
        .ok_or_else(|| not_of_this_vote(round))?;
    if table.chosen().is_empty() { Err(Refusal::NothingChosen) } else { Ok(()) }
}

fn outcome(session: &Session, vote: HandVoteId) -> Result<HandOutcome, Refusal> {
    session.hand_vote(vote)?.outcome().ok_or(Refusal::ResultNotAnnounced)
}

/// A resolution is the congress's own.
pub(crate) fn resolves(vote: &HandVote) -> bool {
    match vote.motion.body {
        Body::Congress => true,
        Body::Presidium { .. } => false,
    }
}

fn resolved(session: &Session, vote: HandVoteId) -> Result<(), Refusal> {
    let motion = session.hand_vote(vote)?;
    if !resolves(motion) {
        return Err(Refusal::PaperNotOfThisVote { ballot: motion.title() });
    }
    if outcome(session, vote)?.passed() { Ok(()) } else { Err(Refusal::NothingChosen) }
}

/// An outcome is written with the announcement, and not while a tie leaves open what was chosen.
fn settled(session: &Session, round: RoundId, kind: fn(&Kind) -> bool) -> Result<(), Refusal> {
    let asked = session.round(round)?;
    check_asks(asked, kind)?;
    if !asked.is_void() {
        certified(asked)?;
    }
    let rounds = matter::rounds_of(session, matter::beginning(session, round).unwrap_or(round));
    if !matter::is_over(&rounds) {
        return Err(Refusal::ResultNotAnnounced);
    }
    let names = matter::open_ties(session, &rounds);
    if !names.is_empty() {
        return Err(Refusal::TieOpen { names });
    }
    let chosen = rounds
        .iter()
        .flat_map(|round| decided_tables(round))
        .any(|table| !table.chosen().is_empty());
    if chosen { Ok(()) } else { Err(Refusal::NothingChosen) }
}

fn day_over(session: &Session) -> Result<(), Refusal> {
    if session.attendance.is_none() {
        return Err(Refusal::AttendanceNotCounted);
    }
    if let Some(open) = session.hand_votes.iter().find(|vote| vote.stage == HandStage::Put) {
        return Err(Refusal::HandVoteOpen { title: open.title() });
    }
    let rounds: Vec<&Round> = session.rounds.iter().collect();
    if matter::is_over(&rounds) { Ok(()) } else { Err(Refusal::ResultNotAnnounced) }
}
