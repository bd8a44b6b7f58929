//! What must be there before a paper can be issued: what it says must have happened.

use chrono::NaiveDate;
use tally::{ContestId, Kind};

use super::{MotionOutcome, PaperKind, RulesOf, motion_named};
use crate::ballot::{Ballot, BallotContest};
use crate::floor::hands::{Body, HandOutcome, HandVote, Stage as HandStage};
use crate::people::check_counting_staff;
use crate::projects::Authority;
use crate::round::result::{decided_tables, tables};
use crate::round::{Round, Stage, matter};
use crate::session::Past;
use crate::sittings::SittingKind;
use crate::{BallotId, HandVoteId, ProposalId, Refusal, ReviewId, RoundId, SittingId};

/// Checks that what a paper says has happened, and that it is written at all.
///
/// # Errors
/// What is missing.
pub fn check_issuable(session: &Past, of: &PaperKind) -> Result<(), Refusal> {
    check_happened(session, of)?;
    check_written(session, of)?;
    check_listed(session, of)
}

/// Checks that there is somebody or something on a list of what was chosen.
pub(crate) fn check_listed(session: &Past, of: &PaperKind) -> Result<(), Refusal> {
    let PaperKind::ChosenList { round } = of else { return Ok(()) };
    let round = session.round(*round)?;
    if chosen(&[round], has_seats) {
        Ok(())
    } else {
        Err(Refusal::NobodyChosen { ballot: round.ballot().title.clone() })
    }
}

/// Checks that a motion leads to a paper of its own: a draft that was adopted (办法, 名单, 议程) is
/// its own paper.
pub(crate) fn check_written(session: &Past, of: &PaperKind) -> Result<(), Refusal> {
    let (ballot, is_written) = if let PaperKind::Resolution { round, contest } = of {
        let round = session.round(*round)?;
        let mut entries = round.ballot().contests.iter();
        let entry = entries.find(|entry| entry.contest.id == *contest);
        (round.ballot().title.clone(), entry.is_some_and(is_written))
    } else if let PaperKind::HandResolution { vote } = of {
        let vote = session.hand_vote(*vote)?;
        (vote.title(), resolves(vote))
    } else {
        return Ok(());
    };
    if is_written { Ok(()) } else { Err(Refusal::PaperNotOfThisVote { ballot }) }
}

/// Checks that what a paper says has happened.
///
/// # Errors
/// What is missing.
pub(crate) fn check_happened(session: &Past, of: &PaperKind) -> Result<(), Refusal> {
    session.described()?;
    of.check_ready(session)
}

pub(super) fn named(session: &Past) -> Result<(), Refusal> {
    session.described().map(drop)
}

pub(super) fn there_is_an_agenda(session: &Past) -> Result<(), Refusal> {
    present(&session.agenda(), Refusal::NoAgenda)
}

pub(super) fn there_is_a_roster(session: &Past) -> Result<(), Refusal> {
    present(&session.people.deputies, Refusal::RosterEmpty)
}

pub(super) fn staff_is_complete(session: &Past) -> Result<(), Refusal> {
    check_counting_staff(&session.people)
}

pub(super) fn attendance_is_counted(session: &Past) -> Result<(), Refusal> {
    session.attendance.map(drop).ok_or(Refusal::AttendanceNotCounted)
}

pub(super) fn ballot_is_complete(session: &Past, ballot: &BallotId) -> Result<(), Refusal> {
    standing(session, ballot)?.check()
}

pub(super) fn settings_are_complete(session: &Past, ballot: &BallotId) -> Result<(), Refusal> {
    standing(session, ballot)?.check_settings()
}

pub(super) fn candidate_projects_are_complete(
    session: &Past,
    ballot: &BallotId,
) -> Result<(), Refusal> {
    standing_with(session, ballot, is_selection)?.check()
}

pub(super) fn candidates_are_complete(session: &Past, ballot: &BallotId) -> Result<(), Refusal> {
    standing_with(session, ballot, is_election)?.check()
}

/// Who stands is still to be nominated.
pub(super) fn posts_are_complete(session: &Past, ballot: &BallotId) -> Result<(), Refusal> {
    standing_with(session, ballot, is_election)?.check_settings()
}

pub(super) fn at_zero(session: &Past, ballot: &BallotId) -> Result<(), Refusal> {
    session.at_zero(ballot).map(drop)
}

pub(super) fn there_is_a_ballot_by(session: &Past, rules: RulesOf) -> Result<(), Refusal> {
    present(&session.ballots_by(rules), Refusal::NoBallotForRules)
}

pub(super) fn collected(session: &Past, round: RoundId) -> Result<(), Refusal> {
    let round = session.round(round)?;
    if round.broken_off().is_some() {
        return Err(round.broken_off_refusal());
    }
    round.collected().map(drop).ok_or(Refusal::NotCollected)
}

/// The sheets of a vote that was broken off are sealed too.
pub(super) fn collected_or_broken_off(session: &Past, round: RoundId) -> Result<(), Refusal> {
    let round = session.round(round)?;
    if round.broken_off().is_some() {
        return Ok(());
    }
    round.collected().map(drop).ok_or(Refusal::NotCollected)
}

pub(super) fn bundled(session: &Past, round: RoundId) -> Result<(), Refusal> {
    let round = session.round(round)?;
    match round.void_refusal() {
        Some(refusal) => Err(refusal),
        None => round.collected().map(drop).ok_or(Refusal::NotCollected),
    }
}

pub(super) fn certified(session: &Past, round: RoundId) -> Result<(), Refusal> {
    check_certified(session.round(round)?)
}

pub(super) fn choice_is_certified(session: &Past, round: RoundId) -> Result<(), Refusal> {
    certified_with(session, round, has_seats)
}

pub(super) fn evaluation_is_certified(session: &Past, round: RoundId) -> Result<(), Refusal> {
    certified_with(session, round, is_evaluation)
}

pub(super) fn evaluation_is_announced(session: &Past, round: RoundId) -> Result<(), Refusal> {
    certified_with(session, round, is_evaluation)?;
    session.round(round)?.check_announced()
}

pub(super) fn motion_is_certified(session: &Past, round: RoundId) -> Result<(), Refusal> {
    certified_with(session, round, is_motion)
}

pub(super) fn projects_are_settled(session: &Past, round: RoundId) -> Result<(), Refusal> {
    settled(session, round, is_selection)
}

pub(super) fn choice_is_settled(session: &Past, round: RoundId) -> Result<(), Refusal> {
    settled(session, round, has_seats)
}

/// Who was elected, what was chosen, how it was graded.
pub(super) fn there_is_an_outcome(session: &Past, round: RoundId) -> Result<(), Refusal> {
    let publishes = |kind: &Kind| has_seats(kind) || is_evaluation(kind);
    let rounds = over(session, round, publishes)?;
    let graded = rounds.iter().any(|round| round.is_announced() && asks(round, is_evaluation));
    if graded || chosen(&rounds, |_| true) { Ok(()) } else { Err(Refusal::NothingChosen) }
}

/// Whoever is elected swears and is told, whatever is still open for another seat.
pub(super) fn somebody_is_elected(session: &Past, round: RoundId) -> Result<(), Refusal> {
    let rounds = over(session, round, is_election)?;
    if chosen(&rounds, is_election) { Ok(()) } else { Err(Refusal::NothingChosen) }
}

/// A motion that passed, whatever it leads to.
pub(super) fn carried(session: &Past, round: RoundId, contest: &ContestId) -> Result<(), Refusal> {
    let round = session.round(round)?;
    round.check_announced()?;
    let index =
        round.contests().iter().position(|other| other.id == *contest && is_motion(&other.kind));
    let table = index
        .and_then(|index| tables(round).into_iter().nth(index))
        .ok_or_else(|| not_of_this_vote(round))?;
    if table.chosen().is_empty() { Err(Refusal::NothingChosen) } else { Ok(()) }
}

pub(super) fn decided_by_hands(session: &Past, vote: HandVoteId) -> Result<(), Refusal> {
    outcome(session, vote).map(drop)
}

pub(super) fn carried_by_hands(session: &Past, vote: HandVoteId) -> Result<(), Refusal> {
    let motion = session.hand_vote(vote)?;
    if !is_of_congress(motion) {
        return Err(Refusal::PaperNotOfThisVote { ballot: motion.title() });
    }
    if outcome(session, vote)?.passed() { Ok(()) } else { Err(Refusal::NothingChosen) }
}

pub(super) fn day_is_over(session: &Past) -> Result<(), Refusal> {
    attendance_is_counted(session)?;
    if let Some(open) = session.hand_votes.iter().find(|vote| vote.stage == HandStage::Put) {
        return Err(Refusal::HandVoteOpen { title: open.title() });
    }
    let rounds: Vec<&Round> = session.rounds.iter().collect();
    if matter::is_over(&rounds) { Ok(()) } else { Err(Refusal::ResultNotAnnounced) }
}

/// 主席团会议 that who came to is on record.
pub(super) fn presidium_sat(session: &Past, id: SittingId) -> Result<(), Refusal> {
    let sitting = session.sittings.sitting(id)?;
    if sitting.kind != SittingKind::Presidium {
        return Err(Refusal::NoSuchSitting { sitting: id });
    }
    let name = || session.sittings.name(sitting);
    session.sittings.roll(id).map(drop).ok_or_else(|| Refusal::RollNotCalled { sitting: name() })
}

pub(super) fn there_are_past_projects(session: &Past) -> Result<(), Refusal> {
    let listed = session.last_year.as_ref().map(|(_, projects)| projects.as_slice());
    present(listed.unwrap_or_default(), Refusal::NoPastProjects)
}

pub(super) fn there_are_projects(session: &Past) -> Result<(), Refusal> {
    present(&session.collected(), Refusal::NoProjects)
}

pub(super) fn projects_are_chosen(session: &Past) -> Result<(), Refusal> {
    present(&session.chosen_projects(), Refusal::NoChosenProjects)
}

pub(super) fn reviewed(session: &Past, review: ReviewId) -> Result<(), Refusal> {
    session.projects.review(review).map(drop)
}

/// A unit has it, or has answered.
pub(super) fn handed_over(session: &Past, proposal: ProposalId) -> Result<(), Refusal> {
    let handling = session.proposal(proposal)?.state().handling();
    handling.map(drop).ok_or(Refusal::NothingHandedOver { proposal })
}

pub(super) fn there_are_proposals(session: &Past) -> Result<(), Refusal> {
    present(session.proposals(), Refusal::NoProposals)
}

/// A day before the first of them has an empty table.
pub(super) fn there_are_proposals_on(session: &Past, _: NaiveDate) -> Result<(), Refusal> {
    there_are_proposals(session)
}

pub(super) fn on_the_roster(session: &Past, number: u32) -> Result<(), Refusal> {
    let mut deputies = session.people.deputies().iter();
    let found = deputies.any(|deputy| deputy.number == number);
    if found { Ok(()) } else { Err(Refusal::NoSuchDeputy { number }) }
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

/// 选举.
pub(crate) fn is_election(kind: &Kind) -> bool {
    matches!(kind, Kind::Election(_))
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

/// Tells whether the motion of a contest leads to a 决议 or a 决定.
pub(crate) fn is_written(entry: &BallotContest) -> bool {
    is_motion(&entry.contest.kind) && MotionOutcome::of(motion_named(entry)).is_written()
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

fn check_certified(round: &Round) -> Result<(), Refusal> {
    match round.stage() {
        Stage::Certified(..) | Stage::Announced(..) => Ok(()),
        Stage::Voting
        | Stage::Void(_)
        | Stage::Voided(_)
        | Stage::Collected(_)
        | Stage::Counting(_) => Err(Refusal::NotCertified),
        Stage::BrokenOff(..) => Err(round.broken_off_refusal()),
    }
}

fn certified_with(session: &Past, round: RoundId, kind: fn(&Kind) -> bool) -> Result<(), Refusal> {
    let round = session.round(round)?;
    check_asks(round, kind)?;
    check_certified(round)
}

fn standing<'a>(session: &'a Past, ballot: &BallotId) -> Result<&'a Ballot, Refusal> {
    let ballot = session.ballot(ballot)?;
    session.check_not_withdrawn(ballot)?;
    Ok(ballot)
}

/// A ballot that stands and asks a question of this kind.
fn standing_with<'a>(
    session: &'a Past,
    ballot: &BallotId,
    kind: fn(&Kind) -> bool,
) -> Result<&'a Ballot, Refusal> {
    let ballot = standing(session, ballot)?;
    if !ballot.contests.iter().any(|entry| kind(&entry.contest.kind)) {
        return Err(Refusal::PaperNotOfThisVote { ballot: ballot.title.clone() });
    }
    Ok(ballot)
}

/// A motion of the congress that passed, with hands or on paper; the presidium decides by none.
pub(crate) fn check_carried(session: &Past, by: &Authority) -> Result<(), Refusal> {
    match by {
        Authority::Presidium => Ok(()),
        // It was looked at there; nothing here can be decided by it.
        Authority::Earlier { .. } => Err(Refusal::NothingChosen),
        Authority::Hands { vote } => carried_by_hands(session, *vote),
        Authority::Paper { round, contest } => carried(session, *round, contest),
    }
}

fn outcome(session: &Past, vote: HandVoteId) -> Result<HandOutcome, Refusal> {
    session.hand_vote(vote)?.outcome().ok_or(Refusal::ResultNotAnnounced)
}

/// What the congress decides is its own; the presidium's is not published.
pub(crate) fn is_of_congress(vote: &HandVote) -> bool {
    match vote.motion.body {
        Body::Congress => true,
        Body::Presidium { .. } => false,
    }
}

/// A resolution is the congress's own, and an adopted draft needs none.
pub(crate) fn resolves(vote: &HandVote) -> bool {
    is_of_congress(vote) && MotionOutcome::of(&vote.motion.title).is_written()
}

/// Every round of a matter is over and something was announced. A tie for one seat keeps no paper
/// about the others waiting: it says which seat is open.
fn over(session: &Past, round: RoundId, kind: fn(&Kind) -> bool) -> Result<Vec<&Round>, Refusal> {
    let asked = session.round(round)?;
    check_asks(asked, kind)?;
    if asked.void_refusal().is_none() {
        check_certified(asked)?;
    }
    let rounds = matter::rounds_of(session, matter::beginning(session, round).unwrap_or(round));
    // A void vote whose redo was broken off is over, and has decided nothing.
    if !matter::is_over(&rounds) || !rounds.iter().any(|round| round.is_announced()) {
        return Err(Refusal::ResultNotAnnounced);
    }
    Ok(rounds)
}

fn settled(session: &Past, round: RoundId, kind: fn(&Kind) -> bool) -> Result<(), Refusal> {
    let rounds = over(session, round, kind)?;
    if chosen(&rounds, |_| true) { Ok(()) } else { Err(Refusal::NothingChosen) }
}

fn chosen(rounds: &[&Round], kind: fn(&Kind) -> bool) -> bool {
    rounds.iter().any(|round| {
        let tables = decided_tables(round);
        let mut asked =
            round.contests().iter().zip(tables).filter(|(contest, _)| kind(&contest.kind));
        asked.any(|(_, table)| !table.chosen().is_empty())
    })
}
