//! What a paper can be about, tell of and be: the words of the table of kinds.

use chrono::NaiveDate;
use tally::ContestId;

use super::RulesOf;
use crate::{BallotId, HandVoteId, ProposalId, ReviewId, RoundId, SittingId};

/// What a paper is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    /// The session before the votes.
    Meeting,
    /// What happened in it.
    Day,
    /// All projects through their life.
    Projects,
    /// All proposals.
    Proposals,
    /// All deputies.
    Deputies,
    /// One sitting.
    Sitting(SittingId),
    /// All ballots that are voted on by the same rules.
    Rules(RulesOf),
    /// One ballot, before the vote.
    Ballot(&'a BallotId),
    /// One round of a ballot, or the matter that began with it.
    Round(RoundId),
    /// One motion on the ballot of a round.
    Motion(RoundId, &'a ContestId),
    /// One motion decided without paper.
    HandVote(HandVoteId),
    /// One review of the projects.
    Review(ReviewId),
    /// One proposal.
    Proposal(ProposalId),
    /// All proposals, as they stood on a day.
    ProposalsOn(NaiveDate),
    /// One deputy, by the number on the roster.
    Deputy(u32),
}

/// What a paper tells of: it no longer holds once something else is recorded of it
/// ([`super::superseded`]). A paper about one ballot, round or motion tells of no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Name and day of the session, and no more of it.
    Name,
    /// Its place and its hour too.
    Meeting,
    /// The county it reports to.
    County,
    /// The sittings and their agenda.
    Agenda,
    /// What the presidium did.
    Presidium,
    /// 计票人: whether they are appointed or voted on.
    Appointing,
    /// The roster or the staff.
    People,
    /// Everything of the day: the record.
    Day,
    /// Settings and rows of a ballot.
    Ballot,
    /// Last year's projects.
    PastProjects,
    /// How many sheets were handed out and came back.
    Numbers,
    /// What was counted in a round, or decided in it.
    Count,
    /// What was decided of a matter, over all its rounds.
    Outcome,
    /// What was decided of a motion without paper.
    Hands,
    /// The projects before the vote.
    Collected,
    /// The plan of the chosen projects.
    Plan,
    /// Who supervises them.
    Supervision,
    /// How far they are.
    Completion,
    /// How they stood at a review.
    Review,
    /// What a proposal says and who handles it.
    Proposal,
    /// How it was answered too.
    Answer,
    /// All proposals.
    Proposals,
    /// What deputies did.
    Deputies,
}

/// What is done with a paper, and not with every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// An office may take it over into its own word processor: it is written, not marked, counted or
    /// signed.
    Editable,
    /// It has a number of its own: a 公告.
    Numbered,
    /// The day cannot go on without it.
    Due,
    /// Once it is issued its ballot can be withdrawn and no longer deleted.
    KeepsBallot,
    /// It belongs to the year around the session and is issued when somebody asks for it, never
    /// together with the day's.
    WhenAsked,
}
