//! 作废: which papers no longer hold once something has happened. What an event spoils stands here
//! and nowhere else.

use super::terms::same_rules;
use super::{PaperKind, RulesOf};
use crate::ballot::{self, Ballot, follow};
use crate::floor::hands;
use crate::floor::meeting::{self, Meeting};
use crate::round::{self, Stage, matter, next_kind};
use crate::session::Past;
use crate::{BallotId, Event, HandVoteId, PaperId, RoundId, paper, projects, proposals, sittings};

/// Returns the papers that hold now and no longer will once the event has happened to this session.
pub(crate) fn spoilt_by(event: &Event, before: &Past) -> Vec<PaperId> {
    let spoilt = |of: &PaperKind| spoils(event, before, of);
    let held = before.papers.iter().filter(|paper| !paper.superseded);
    held.filter(|paper| spoilt(&paper.kind)).map(|paper| paper.id).collect()
}

/// Tells whether nothing the day is still to bring will spoil it: neither the votes to come, for the
/// record of the day, nor a vote that must follow, for what is written of an outcome.
pub(crate) fn is_ripe(session: &Past, of: &PaperKind) -> bool {
    // It goes on for a year, and is issued when somebody asks for it.
    if of.tells_of_proposals() || of.tells_the_record() {
        return false;
    }
    if of.tells_the_day() {
        return is_day_over(session);
    }
    if of.follows_the_year() {
        return false;
    }
    let Some(round) = of.round().filter(|_| of.says_outcome()) else { return true };
    let began = matter::beginning(session, round);
    follow::follow_ups(session)
        .iter()
        .all(|follow_up| matter::beginning(session, follow_up.round) != began)
}

fn is_day_over(session: &Past) -> bool {
    let rounds: Vec<_> = session.rounds.iter().collect();
    let held = rounds.iter().any(|round| matches!(round.stage(), Stage::Announced(..)))
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

/// What says what was decided of a motion without paper.
fn tells_the_hands(of: &PaperKind, vote: HandVoteId) -> bool {
    of.tells_the_day()
        || matches!(of, PaperKind::PresidiumMinutes { .. })
        || matches!(
            of,
            PaperKind::HandRecord { vote: told }
            | PaperKind::HandResolution { vote: told }
            | PaperKind::HandNotice { vote: told } if *told == vote
        )
}

#[expect(clippy::too_many_lines, reason = "one table: what each event spoils")]
fn spoils(event: &Event, before: &Past, of: &PaperKind) -> bool {
    match event {
        Event::Hand(
            hands::Event::AnnouncementCorrected { vote, .. }
            | hands::Event::AcclamationCorrected { vote, .. },
        ) => tells_the_hands(of, *vote),
        Event::Meeting(meeting::Event::ItemNoted { .. }) | Event::Hand(_) => {
            of.tells_the_day() || matches!(of, PaperKind::PresidiumMinutes { .. })
        }
        Event::Attendance(_)
        | Event::Round(round::Event::Opened { .. } | round::Event::CollectionAnnounced { .. }) => {
            of.tells_the_day()
        }
        Event::Meeting(meeting::Event::Described { meeting }) => {
            let printed = before.meeting.as_ref().map(Meeting::printed_facts);
            let county = before.meeting.as_ref().map(|meeting| &meeting.county);
            of.names_the_meeting(printed != Some(meeting.printed_facts()), before)
                || (matches!(of, PaperKind::FilingReport { .. }) && county != Some(&meeting.county))
        }
        Event::Sittings(event) => of.tells_the_sittings(event, before),
        Event::Projects(event) => of.tells_of_projects(event, before),
        Event::Proposals(event) => of.tells_the_proposals(event),
        Event::Record(_) => of.tells_the_record(),
        Event::People(_) => of.names_people() || of.tells_the_day() || of.tells_the_record(),
        Event::Ballot(ballot::Event::Saved { ballot }) => {
            of.tells_the_ballot(&ballot.id) || of.rules_change_with(ballot, before)
        }
        Event::Ballot(
            ballot::Event::Withdrawn { ballot, .. } | ballot::Event::Deleted { ballot },
        ) => of.tells_the_ballot(ballot) || of.rules_are_for(ballot, before),
        Event::Round(
            round::Event::Collected { round, .. }
            | round::Event::NumbersCorrected { round, .. }
            | round::Event::AnnouncementCorrected { round, .. }
            | round::Event::BrokenOff { round, .. },
        ) => (of.says_numbers() && of.round() == Some(*round)) || of.tells_the_day(),
        // Certified once more after it was opened again: what the earlier count said no longer
        // holds.
        Event::Round(round::Event::Certified { round, .. }) => {
            of.rests_on_count(*round, before) || of.tells_projects()
        }
        Event::Round(round::Event::Reopened { round, .. }) => {
            let mut dropped = before.ballots.iter().filter(|ballot| ballot.follows(*round));
            of.rests_on_count(*round, before)
                || of.tells_projects()
                || dropped.any(|ballot| of.tells_the_ballot(&ballot.id))
        }
        Event::Round(round::Event::ResultAnnounced { round })
        | Event::Follow(follow::Event::Settled { round, .. }) => {
            of.rests_on_outcome(*round, before)
        }
        Event::Paper(paper::Event::Issued { of: issued, .. }) => of == issued,
        // Another text than it was issued with, or another number.
        Event::Paper(paper::Event::TextEdited { of: edited, text, supersedes }) => {
            *supersedes && of == edited && before.paper_texts.get(of) != Some(text)
        }
        Event::Paper(paper::Event::TextRestored { of: restored, supersedes }) => {
            *supersedes && of == restored && before.paper_texts.contains_key(of)
        }
        Event::Paper(paper::Event::RulesTermsSet { of: set, terms }) => {
            before.rules_terms(*set) != *terms && of.rules_of(before) == Some(*set)
        }
        Event::Paper(paper::Event::NoticeNumbered { of: numbered, number }) => {
            of == numbered && before.notice_numbers.get(of) != Some(number)
        }
        // What was printed before it carries no 演练.
        Event::Rehearsal(_) => true,
        Event::Ballot(ballot::Event::PastProjectsListed { .. }) => {
            matches!(of, PaperKind::PastProjects)
        }
        Event::Paper(
            paper::Event::TakenOutToEdit { .. }
            | paper::Event::Printed { .. }
            | paper::Event::StyleChosen { .. }
            | paper::Event::BallotSheetChosen { .. },
        )
        | Event::Meeting(meeting::Event::Sealed { .. } | meeting::Event::JoinedToLast { .. })
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
        if let Self::SessionRules { of } = self {
            return Some(*of);
        }
        let Self::Rules { ballot } = self else { return None };
        RulesOf::of(session.ballot(ballot).ok()?)
    }

    /// The rules of the session are passed before their candidates are known: who stands on a
    /// ballot changes nothing of them, its settings do.
    fn rules_change_with(&self, saved: &Ballot, before: &Past) -> bool {
        let Self::SessionRules { of } = self else { return false };
        match before.ballots_by(*of).into_iter().find(|ballot| ballot.id == saved.id) {
            Some(ballot) => RulesOf::of(saved) != Some(*of) || !same_rules(ballot, saved),
            None => RulesOf::of(saved) == Some(*of) && saved.origin.is_none(),
        }
    }

    fn rules_are_for(&self, gone: &BallotId, before: &Past) -> bool {
        let Self::SessionRules { of } = self else { return false };
        before.ballots_by(*of).into_iter().any(|ballot| ballot.id == *gone)
    }

    /// What was printed of a ballot before the vote, and what is read out of it.
    #[expect(clippy::too_many_lines, reason = "a line for every kind of paper")]
    pub(crate) fn tells_the_ballot(&self, of: &BallotId) -> bool {
        match self {
            Self::Ballot { ballot }
            | Self::Rules { ballot }
            | Self::TallySheet { ballot }
            | Self::ZeroReport { ballot }
            | Self::CandidateProjects { ballot }
            | Self::Candidates { ballot }
            | Self::NominationForm { ballot } => ballot == of,
            Self::HostScript => true,
            Self::CountReport { .. }
            | Self::Decision { .. }
            | Self::Agenda
            | Self::Roster
            | Self::SignInBook
            | Self::CountingStaff
            | Self::BundleSlips { .. }
            | Self::CollectionReport { .. }
            | Self::ChosenList { .. }
            | Self::EvaluationTable { .. }
            | Self::MotionRecord { .. }
            | Self::Resolution { .. }
            | Self::HandRecord { .. }
            | Self::HandResolution { .. }
            | Self::Notice { .. }
            | Self::FilingReport { .. }
            | Self::SealCover { .. }
            | Self::SealStrip { .. }
            | Self::Minutes
            | Self::Summary
            | Self::PastProjects
            | Self::EvaluationReport { .. }
            | Self::MotionNotice { .. }
            | Self::HandNotice { .. }
            | Self::Oath { .. }
            | Self::ElectedLetter { .. }
            | Self::AttendanceList
            | Self::SessionRules { .. }
            | Self::PresidiumMinutes { .. }
            | Self::ProjectCall
            | Self::ProjectForm
            | Self::ScreeningReport
            | Self::ProjectPlan
            | Self::SupervisionList
            | Self::ReviewLedger { .. }
            | Self::ReviewCircular { .. }
            | Self::SupervisionAdvice { .. }
            | Self::CompletionReport
            | Self::CompletionTable
            | Self::ProposalSlip { .. }
            | Self::ProposalAnswer { .. }
            | Self::ProposalFeedback { .. }
            | Self::ProposalTable { .. }
            | Self::ProposalReport
            | Self::DeputyRecord { .. }
            | Self::DeputyRecords
            | Self::RecordTable => false,
        }
    }

    /// What names the session. A ballot that is out and a signed report stand; a place or an hour
    /// is on no ballot.
    #[expect(clippy::too_many_lines, reason = "a line for every kind of paper")]
    fn names_the_meeting(&self, name_or_day: bool, session: &Past) -> bool {
        match self {
            Self::Ballot { ballot }
            | Self::Rules { ballot }
            | Self::TallySheet { ballot }
            | Self::ZeroReport { ballot }
            | Self::CandidateProjects { ballot }
            | Self::Candidates { ballot }
            | Self::NominationForm { ballot } => name_or_day && !paper::is_out(session, ballot),
            Self::Roster
            | Self::CountingStaff
            | Self::PastProjects
            | Self::SessionRules { .. }
            | Self::ProjectCall
            | Self::ProjectForm
            | Self::ScreeningReport
            | Self::ProposalTable { .. }
            | Self::ProposalReport
            | Self::DeputyRecord { .. }
            | Self::DeputyRecords
            | Self::RecordTable => name_or_day,
            Self::Agenda
            | Self::SignInBook
            | Self::HostScript
            | Self::Minutes
            | Self::Summary
            | Self::AttendanceList
            | Self::PresidiumMinutes { .. } => true,
            Self::CountReport { .. }
            | Self::Decision { .. }
            | Self::BundleSlips { .. }
            | Self::CollectionReport { .. }
            | Self::ChosenList { .. }
            | Self::EvaluationTable { .. }
            | Self::MotionRecord { .. }
            | Self::Resolution { .. }
            | Self::HandRecord { .. }
            | Self::HandResolution { .. }
            | Self::Notice { .. }
            | Self::FilingReport { .. }
            | Self::SealCover { .. }
            | Self::SealStrip { .. }
            | Self::EvaluationReport { .. }
            | Self::MotionNotice { .. }
            | Self::HandNotice { .. }
            | Self::Oath { .. }
            | Self::ElectedLetter { .. }
            | Self::ProjectPlan
            | Self::SupervisionList
            | Self::ReviewLedger { .. }
            | Self::ReviewCircular { .. }
            | Self::SupervisionAdvice { .. }
            | Self::CompletionReport
            | Self::CompletionTable
            | Self::ProposalSlip { .. }
            | Self::ProposalAnswer { .. }
            | Self::ProposalFeedback { .. } => false,
        }
    }

    /// What lists the roster or the staff.
    fn names_people(&self) -> bool {
        matches!(
            self,
            Self::Roster
                | Self::SignInBook
                | Self::CountingStaff
                | Self::HostScript
                | Self::AttendanceList
        )
    }

    /// What says how many sheets were handed out and came back.
    fn says_numbers(&self) -> bool {
        matches!(
            self,
            Self::BundleSlips { .. }
                | Self::CollectionReport { .. }
                | Self::SealCover { .. }
                | Self::SealStrip { .. }
        )
    }

    /// What says what was counted in a round, and everything decided from it.
    fn rests_on_count(&self, of: RoundId, session: &Past) -> bool {
        let says_count = matches!(
            self,
            Self::CountReport { .. }
                | Self::ChosenList { .. }
                | Self::EvaluationTable { .. }
                | Self::MotionRecord { .. }
                | Self::Resolution { .. }
                | Self::MotionNotice { .. }
                | Self::EvaluationReport { .. }
        );
        (says_count && self.round() == Some(of)) || self.rests_on_outcome(of, session)
    }

    /// What was written of the matter of this round, over all its rounds, and the record of the day.
    fn rests_on_outcome(&self, of: RoundId, session: &Past) -> bool {
        let began = matter::beginning(session, of);
        let of_the_matter = |round| round == of || matter::beginning(session, round) == began;
        (self.says_outcome() && self.round().is_some_and(of_the_matter)) || self.tells_the_day()
    }

    fn says_outcome(&self) -> bool {
        matches!(
            self,
            Self::Decision { .. }
                | Self::Notice { .. }
                | Self::FilingReport { .. }
                | Self::Oath { .. }
                | Self::ElectedLetter { .. }
        )
    }

    /// What follows the agenda, or names who came.
    fn tells_the_sittings(&self, event: &sittings::Event, before: &Past) -> bool {
        match event {
            sittings::Event::Planned { sittings } => {
                before.decided_on(self) != before.decided_at(self, sittings)
                    || self.tells_the_day()
                    || self.tells_the_record()
                    || matches!(
                        self,
                        Self::Agenda | Self::HostScript | Self::PresidiumMinutes { .. }
                    )
            }
            sittings::Event::PresidiumNamed { .. } => matches!(self, Self::PresidiumMinutes { .. }),
            sittings::Event::RollCalled { sitting: called, .. } => {
                let minutes = Self::PresidiumMinutes { sitting: *called };
                *self == minutes || self.tells_the_day() || self.tells_the_record()
            }
        }
    }

    /// What says of projects what was recorded otherwise.
    fn tells_of_projects(&self, event: &projects::Event, before: &Past) -> bool {
        use projects::Event as Recorded;
        let completion = || matches!(self, Self::CompletionReport | Self::CompletionTable);
        let review = self.review().and_then(|id| before.projects.review(id).ok());
        let reviewed_since = |on| review.is_some_and(|review| review.held_on >= on);
        let visit = |line: &projects::Line| !line.seen_by.is_empty() && self.tells_the_record();
        match event {
            Recorded::Collected { .. }
            | Recorded::FactsChanged { .. }
            | Recorded::Screened { .. } => matches!(self, Self::ScreeningReport),
            Recorded::CarriedOver { .. } => false,
            Recorded::Supervised { .. } => {
                matches!(self, Self::SupervisionList) || self.tells_the_record()
            }
            Recorded::Planned { .. } => matches!(self, Self::ProjectPlan),
            Recorded::ProgressNoted { on, line } => {
                reviewed_since(*on) || completion() || visit(line)
            }
            Recorded::Reviewed { review } => {
                let known = before.projects.review(review.id).ok();
                let lines = known.into_iter().flat_map(|known| &known.lines).chain(&review.lines);
                self.review() == Some(review.id) || completion() || lines.into_iter().any(visit)
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

    /// What belongs to the year around the session: it is issued when the office is ready for it.
    fn follows_the_year(&self) -> bool {
        matches!(self, Self::ProjectCall | Self::ProjectForm | Self::ScreeningReport)
            || self.tells_projects()
    }

    /// What says what a proposal says, who handles it or how; a table what stood on its day.
    fn tells_the_proposals(&self, event: &proposals::Event) -> bool {
        use proposals::Event as Happened;
        let (proposal, day) = event.about();
        let own = self.proposal() == Some(proposal);
        let of_all = *self == Self::ProposalReport
            || matches!(self, Self::ProposalTable { on } if *on >= day);
        of_all
            || match event {
                Happened::Registered { .. }
                | Happened::CarriedOver { .. }
                | Happened::Corrected { .. }
                | Happened::Withdrawn { .. } => own || self.tells_the_record(),
                Happened::HandedOver { .. } | Happened::DeadlineExtended { .. } => own,
                // The slip stands: it said what was to be done.
                Happened::Answered { .. } => own && !matches!(self, Self::ProposalSlip { .. }),
                Happened::PutOnAgenda { .. }
                | Happened::TurnedIntoSuggestion { .. }
                | Happened::FeedbackGiven { .. }
                | Happened::Closed { .. } => false,
            }
    }

    fn tells_of_proposals(&self) -> bool {
        matches!(self, Self::ProposalTable { .. } | Self::ProposalReport)
    }

    /// What says what deputies did.
    fn tells_the_record(&self) -> bool {
        matches!(self, Self::DeputyRecord { .. } | Self::DeputyRecords | Self::RecordTable)
    }

    fn tells_the_day(&self) -> bool {
        matches!(self, Self::Minutes | Self::Summary | Self::AttendanceList)
    }
}
