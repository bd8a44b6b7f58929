//! 作废: which papers no longer hold once something has happened. What an event spoils stands here
//! and nowhere else.

use super::about::{About, Told, Trait};
use super::terms::same_rules;
use super::{PaperKind, RulesOf};
use crate::ballot::{self, Ballot, follow};
use crate::floor::hands;
use crate::floor::meeting::{self, Meeting};
use crate::round::{self, matter, next_kind};
use crate::session::Past;
use crate::{
    BallotId, Event, HandVoteId, PaperId, ReviewId, RoundId, paper, projects, proposals, sittings,
};

/// Returns the papers that hold now and no longer will once the event has happened to this session.
pub(crate) fn spoilt_by(event: &Event, before: &Past) -> Vec<PaperId> {
    let spoilt = |of: &PaperKind| spoils(event, before, of);
    let held = before.papers.iter().filter(|paper| !paper.superseded);
    held.filter(|paper| spoilt(&paper.kind)).map(|paper| paper.id).collect()
}

/// Tells whether nothing the day is still to bring will spoil it: neither the votes to come, for the
/// record of the day, nor a vote that must follow, for what is written of an outcome.
pub(crate) fn is_ripe(session: &Past, of: &PaperKind) -> bool {
    if of.is(Trait::WhenAsked) {
        return false;
    }
    if of.tells(Told::Day) {
        return is_day_over(session);
    }
    let Some(round) = of.round().filter(|_| of.tells(Told::Outcome)) else { return true };
    let began = matter::beginning(session, round);
    follow::follow_ups(session)
        .iter()
        .all(|follow_up| matter::beginning(session, follow_up.round) != began)
}

fn is_day_over(session: &Past) -> bool {
    let rounds: Vec<_> = session.rounds.iter().collect();
    let held = rounds.iter().any(|round| round.is_announced())
        || session.hand_votes.iter().any(|vote| vote.announced().is_some());
    let waits = |ballot: &Ballot| {
        next_kind(session, ballot).is_some() && !session.withdrawn.contains_key(&ballot.id)
    };
    held && matter::is_over(&rounds)
        && session.hand_votes.iter().all(|vote| match vote.stage {
            hands::Stage::Announced(_) | hands::Stage::Withdrawn(_) => true,
            hands::Stage::Prepared | hands::Stage::Put => false,
        })
        && !session.ballots.iter().any(waits)
        && follow::follow_ups(session).is_empty()
}

/// Takes note that these papers no longer hold.
pub(crate) fn supersede(session: &mut Past, spoilt: &[PaperId]) {
    for paper in session.papers.iter_mut().filter(|paper| spoilt.contains(&paper.id)) {
        paper.superseded = true;
    }
}

fn spoils(event: &Event, before: &Past, of: &PaperKind) -> bool {
    match event {
        Event::Hand(
            hands::Event::AnnouncementCorrected { vote, .. }
            | hands::Event::AcclamationCorrected { vote, .. },
        ) => of.tells_the_hands(*vote) || of.tells_the_sitting(),
        Event::Meeting(meeting::Event::ItemNoted { .. }) | Event::Hand(_) => of.tells_the_sitting(),
        Event::Attendance(_) => of.tells(Told::Day),
        Event::Meeting(meeting::Event::Described { meeting }) => {
            of.tells_the_meeting(meeting, before)
        }
        Event::Sittings(event) => of.tells_the_sittings(event, before),
        Event::Projects(event) => of.tells_of_projects(event, before),
        Event::Proposals(event) => of.tells_the_proposals(event),
        Event::Record(_) => of.tells(Told::Deputies),
        Event::People(_) => of.tells_any(&[Told::People, Told::Day, Told::Deputies]),
        Event::Ballot(event) => of.tells_the_ballots(event, before),
        Event::Round(event) => of.tells_the_round(event, before),
        Event::Follow(follow::Event::Settled { round, .. }) => of.rests_on_outcome(*round, before),
        Event::Paper(event) => of.is_set_otherwise(event, before),
        // What was printed before it carries no 演练.
        Event::Rehearsal(_) => true,
        Event::Meeting(meeting::Event::Sealed { .. } | meeting::Event::JoinedToLast { .. })
        | Event::Keying(_)
        | Event::Ruling(_)
        | Event::HandTally(_)
        | Event::Lent(_)
        | Event::Away(_)
        | Event::Pin(_)
        | Event::Hall(_) => false,
    }
}

impl PaperKind {
    /// Which rules it is, where it is a paper of rules.
    pub(crate) fn rules_of(&self, session: &Past) -> Option<RulesOf> {
        if let About::Rules(of) = self.about() {
            return Some(of);
        }
        let Self::Rules { ballot } = self else { return None };
        RulesOf::of(session.ballot(ballot).ok()?)
    }

    /// The rules of the session are passed before their candidates are known: who stands on a
    /// ballot changes nothing of them, its settings do.
    fn rules_change_with(&self, saved: &Ballot, before: &Past) -> bool {
        let About::Rules(of) = self.about() else { return false };
        match before.ballots_by(of).into_iter().find(|ballot| ballot.id == saved.id) {
            Some(ballot) => RulesOf::of(saved) != Some(of) || !same_rules(ballot, saved),
            None => RulesOf::of(saved) == Some(of) && saved.origin.is_none(),
        }
    }

    fn rules_are_for(&self, gone: &BallotId, before: &Past) -> bool {
        let About::Rules(of) = self.about() else { return false };
        before.ballots_by(of).into_iter().any(|ballot| ballot.id == *gone)
    }

    /// What was printed of a ballot before the vote, and what is read out of all of them.
    pub(crate) fn tells_the_ballot(&self, of: &BallotId) -> bool {
        self.tells(Told::Ballot) && self.ballot().is_none_or(|ballot| ballot == of)
    }

    fn tells_the_ballots(&self, event: &ballot::Event, before: &Past) -> bool {
        match event {
            ballot::Event::Saved { ballot } => {
                self.tells_the_ballot(&ballot.id) || self.rules_change_with(ballot, before)
            }
            ballot::Event::Withdrawn { ballot, .. } | ballot::Event::Deleted { ballot } => {
                self.tells_the_ballot(ballot) || self.rules_are_for(ballot, before)
            }
            ballot::Event::PastProjectsListed { .. } => self.tells(Told::PastProjects),
        }
    }

    /// What names the session. A ballot that is out and a signed report stand; a place or an hour
    /// is on no ballot.
    fn tells_the_meeting(&self, described: &Meeting, before: &Past) -> bool {
        let printed = before.meeting.as_ref().map(Meeting::printed_facts);
        let county = before.meeting.as_ref().map(|meeting| &meeting.county);
        let is_out = || self.ballot().is_some_and(|ballot| paper::is_out(before, ballot));
        let renamed = printed != Some(described.printed_facts());
        self.tells(Told::Meeting)
            || (self.tells(Told::Name) && renamed && !is_out())
            || (self.tells(Told::County) && county != Some(&described.county))
    }

    fn tells_the_round(&self, event: &round::Event, before: &Past) -> bool {
        use round::Event as Happened;
        match event {
            Happened::Opened { .. } | Happened::CollectionAnnounced { .. } => self.tells(Told::Day),
            Happened::Collected { round, .. }
            | Happened::NumbersCorrected { round, .. }
            | Happened::AnnouncementCorrected { round, .. }
            | Happened::BrokenOff { round, .. } => {
                self.tells_of_round(Told::Numbers, *round) || self.tells(Told::Day)
            }
            // Certified once more after it was opened again: what the earlier count said no longer
            // holds.
            Happened::Certified { round, .. } => {
                self.rests_on_count(*round, before) || self.tells_projects()
            }
            Happened::Reopened { round, .. } => {
                let mut dropped = before.ballots.iter().filter(|ballot| ballot.follows(*round));
                self.rests_on_count(*round, before)
                    || self.tells_projects()
                    || dropped.any(|ballot| self.tells_the_ballot(&ballot.id))
            }
            Happened::ResultAnnounced { round } => self.rests_on_outcome(*round, before),
        }
    }

    /// Issued once more, or with another text or number than it was issued with.
    fn is_set_otherwise(&self, event: &paper::Event, before: &Past) -> bool {
        match event {
            paper::Event::Issued { of, .. } => self == of,
            paper::Event::TextEdited { of, text, supersedes } => {
                *supersedes && self == of && before.paper_texts.get(of) != Some(text)
            }
            paper::Event::TextRestored { of, supersedes } => {
                *supersedes && self == of && before.paper_texts.contains_key(of)
            }
            paper::Event::RulesTermsSet { of, terms } => {
                let were = before.rules_terms(*of);
                (were != *terms && self.rules_of(before) == Some(*of))
                    || (were.tellers_voted != terms.tellers_voted && self.tells(Told::Appointing))
            }
            paper::Event::NoticeNumbered { of, number } => {
                self == of && before.notice_numbers.get(of) != Some(number)
            }
            paper::Event::TakenOutToEdit { .. }
            | paper::Event::Printed { .. }
            | paper::Event::StyleChosen { .. }
            | paper::Event::BallotSheetChosen { .. } => false,
        }
    }

    fn tells_any(&self, of: &[Told]) -> bool {
        of.iter().any(|told| self.tells(*told))
    }

    fn tells_of_round(&self, what: Told, of: RoundId) -> bool {
        self.tells(what) && self.round() == Some(of)
    }

    /// What says what was counted in a round, and everything decided from it.
    fn rests_on_count(&self, of: RoundId, session: &Past) -> bool {
        self.tells_of_round(Told::Count, of) || self.rests_on_outcome(of, session)
    }

    /// What was written of the matter of this round, over all its rounds, and the record of the day.
    fn rests_on_outcome(&self, of: RoundId, session: &Past) -> bool {
        let began = matter::beginning(session, of);
        let of_the_matter = |round| round == of || matter::beginning(session, round) == began;
        let of_it = || self.round().is_some_and(of_the_matter);
        (self.tells(Told::Outcome) && of_it()) || self.tells(Told::Day)
    }

    fn tells_the_hands(&self, of: HandVoteId) -> bool {
        self.tells(Told::Hands) && self.hand_vote() == Some(of)
    }

    /// The record of the day, and of a sitting of the presidium.
    fn tells_the_sitting(&self) -> bool {
        self.tells_any(&[Told::Day, Told::Presidium])
    }

    /// What follows the agenda, or names who came.
    fn tells_the_sittings(&self, event: &sittings::Event, before: &Past) -> bool {
        match event {
            sittings::Event::Planned { sittings } => {
                before.decided_on(self) != before.decided_at(self, sittings)
                    || self.tells_any(&[Told::Agenda, Told::Day, Told::Deputies])
            }
            sittings::Event::PresidiumNamed { .. } => self.tells(Told::Presidium),
            sittings::Event::RollCalled { sitting, .. } => {
                self.about() == About::Sitting(*sitting)
                    || self.tells_any(&[Told::Day, Told::Deputies])
            }
        }
    }

    /// What says of projects what was recorded otherwise.
    fn tells_of_projects(&self, event: &projects::Event, before: &Past) -> bool {
        use projects::Event as Recorded;
        let completion = || self.tells(Told::Completion);
        let reviewed_since = |on| {
            let held = |id| before.projects.review(id).is_ok_and(|one| one.held_on >= on);
            self.tells_the_review(held)
        };
        let visit = |line: &projects::Line| !line.seen_by.is_empty() && self.tells(Told::Deputies);
        match event {
            Recorded::Collected { .. }
            | Recorded::FactsChanged { .. }
            | Recorded::Screened { .. } => self.tells(Told::Collected),
            Recorded::CarriedOver { .. } => false,
            Recorded::Supervised { .. } => {
                self.tells(Told::Supervision) || self.tells(Told::Deputies)
            }
            Recorded::Planned { .. } => self.tells(Told::Plan),
            Recorded::ProgressNoted { on, line } => {
                reviewed_since(*on) || completion() || visit(line)
            }
            Recorded::Reviewed { review } => {
                let known = before.projects.review(review.id).ok();
                let lines = known.into_iter().flat_map(|known| &known.lines).chain(&review.lines);
                let visited = lines.into_iter().any(visit);
                self.tells_the_review(|id| id == review.id) || completion() || visited
            }
            Recorded::Changed { on, .. } => reviewed_since(*on) || self.tells_projects(),
            Recorded::Completed { completion: done, .. } => reviewed_since(done.on) || completion(),
            Recorded::Explained { .. } => completion(),
            Recorded::CompletionTakenBack { project, .. } => {
                let done = before.projects.project(*project).ok();
                let done = done.and_then(|project| project.course().completion());
                done.is_some_and(|done| reviewed_since(done.on)) || completion()
            }
        }
    }

    fn tells_the_review(&self, of: impl FnOnce(ReviewId) -> bool) -> bool {
        self.tells(Told::Review) && self.review().is_some_and(of)
    }

    /// What says what a proposal says, who handles it or how; a table what stood on its day.
    fn tells_the_proposals(&self, event: &proposals::Event) -> bool {
        use proposals::Event as Happened;
        let (proposal, day) = event.about();
        let own = self.tells(Told::Proposal) && self.proposal() == Some(proposal);
        let earlier = matches!(self.about(), About::ProposalsOn(on) if on < day);
        (self.tells(Told::Proposals) && !earlier)
            || match event {
                Happened::Registered { .. }
                | Happened::CarriedOver { .. }
                | Happened::Corrected { .. }
                | Happened::Withdrawn { .. } => own || self.tells(Told::Deputies),
                Happened::HandedOver { .. } | Happened::DeadlineExtended { .. } => own,
                // The slip stands: it said what was to be done.
                Happened::Answered { .. } => own && self.tells(Told::Answer),
                Happened::PutOnAgenda { .. }
                | Happened::TurnedIntoSuggestion { .. }
                | Happened::FeedbackGiven { .. }
                | Happened::Closed { .. } => false,
            }
    }
}
