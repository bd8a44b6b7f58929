//! The sample's year: what is collected before the day of the vote, what is carried out after it, and
//! the papers that come of it.

use chrono::Days;
use exchange::Sample;
use exchange::sample_year::{Dated, Doer};
use session::floor::hands;
use session::paper::PaperKind;
use session::proposals::{self, Step as ProposalStep};
use session::sittings::{self, Sitting, SittingKind};
use session::{Command, ProposalId, projects};

use super::progress::Stage;
use super::script::{Day, When, incomplete};
use crate::trouble::Trouble;

/// The hour at which the office begins.
const MORNING: u32 = 9;
/// How many days before the session the candidates are on the ballot.
const BEFORE_THE_SESSION: u64 = 8;

impl Day {
    /// 征集、初选: from the call to the ballot.
    pub(super) fn collect(&mut self, sample: &Sample) {
        let secretary = self.staff.secretary.clone();
        let before = sample.year.before();
        let first = before.first().map_or(sample.meeting.meeting.held_on, |dated| dated.on);
        let called = first.checked_sub_days(Days::new(7)).unwrap_or(first);
        self.together(Stage::Screen, When::On(called, MORNING), &secretary, sample.described());
        self.print_all(Stage::Screen, [PaperKind::ProjectCall, PaperKind::ProjectForm]);
        for day in before.chunk_by(|one, next| one.on == next.on) {
            self.of_the_day(Stage::Screen, day);
        }
        self.print_all(Stage::Screen, [PaperKind::ScreeningReport]);
        let held_on = sample.meeting.meeting.held_on;
        let on = held_on.checked_sub_days(Days::new(BEFORE_THE_SESSION)).unwrap_or(held_on);
        self.together(Stage::Screen, When::On(on, MORNING), &secretary, sample.put_before());
        let ballot = self.ballot.id.clone();
        let listed = [PaperKind::CandidateProjects { ballot }, PaperKind::PastProjects];
        self.print_all(Stage::Screen, listed);
    }

    /// 会后: day by day, each with its papers, and the reports at the end of the year.
    pub(super) fn carry_out(&mut self, sample: &Sample) -> Result<(), Trouble> {
        let after = &sample.year.after;
        let again = done_again(after);
        for day in after.chunk_by(|one, next| one.on == next.on) {
            for acts in day.chunk_by(|one, next| one.by == next.by) {
                self.acts(acts)?;
            }
            let papers: Vec<PaperKind> =
                day.iter().flat_map(|dated| papers_of(sample, dated, &again)).collect();
            self.print_all(Stage::Year, once(papers));
        }
        let last = after.last().map_or(sample.year.next.made_on, |dated| dated.on);
        let reports = [
            PaperKind::CompletionReport,
            PaperKind::CompletionTable,
            PaperKind::ProposalTable { on: last },
            PaperKind::ProposalReport,
            PaperKind::RecordTable,
            PaperKind::DeputyRecords,
        ];
        self.print_all(Stage::Year, reports);
        Ok(())
    }

    fn of_the_day(&mut self, stage: Stage, day: &[Dated]) {
        let Some(first) = day.first() else { return };
        let secretary = self.staff.secretary.clone();
        let commands = day.iter().map(|dated| dated.command.clone()).collect();
        self.together(stage, When::On(first.on, MORNING), &secretary, commands);
    }

    fn acts(&mut self, acts: &[Dated]) -> Result<(), Trouble> {
        let Some(Dated { on, by, .. }) = acts.first() else { return Ok(()) };
        let by = match by {
            Doer::Secretary => self.staff.secretary.clone(),
            Doer::Teller(place) => self
                .staff
                .tellers
                .get(*place)
                .cloned()
                .ok_or_else(|| incomplete("too few tellers"))?,
        };
        let commands = acts.iter().map(|dated| dated.command.clone()).collect();
        self.together(Stage::Year, When::On(*on, MORNING), &by, commands);
        Ok(())
    }
}

/// Proposals that were handed over more than once.
fn done_again(after: &[Dated]) -> Vec<ProposalId> {
    let mut handed = Vec::new();
    let mut again = Vec::new();
    for dated in after {
        let Command::Proposals(proposals::Command::RecordStep {
            proposal,
            step: ProposalStep::HandedOver(_),
        }) = &dated.command
        else {
            continue;
        };
        if handed.contains(proposal) {
            again.push(*proposal);
        }
        handed.push(*proposal);
    }
    again
}

/// What an office prints when this is recorded.
fn papers_of(sample: &Sample, dated: &Dated, again: &[ProposalId]) -> Vec<PaperKind> {
    let asked = &dated.command;
    if let Command::Projects(
        projects::Command::Supervise { .. } | projects::Command::Change { .. },
    ) = asked
    {
        return vec![PaperKind::SupervisionList];
    }
    if let Command::Projects(projects::Command::SetPlan { .. }) = asked {
        return vec![PaperKind::ProjectPlan];
    }
    if let Command::Projects(projects::Command::HoldReview { review }) = asked {
        let review = review.id;
        return vec![
            PaperKind::ReviewLedger { review },
            PaperKind::ReviewCircular { review },
            PaperKind::SupervisionAdvice { review },
        ];
    }
    if let Command::Sittings(sittings::Command::CallRoll { sitting, .. }) = asked {
        let mut sittings = sample.year.sittings.iter();
        let sat = |one: &Sitting| one.id == *sitting && one.kind == SittingKind::Presidium;
        let minutes = PaperKind::PresidiumMinutes { sitting: *sitting };
        return sittings.any(sat).then_some(minutes).into_iter().collect();
    }
    if let Command::Sittings(sittings::Command::PlanSittings { .. }) = asked {
        return vec![PaperKind::Agenda, PaperKind::SignInBook, PaperKind::HostScript];
    }
    if let Command::Hand(hands::Command::AnnounceHands { vote }) = asked {
        let vote = *vote;
        return vec![
            PaperKind::HandRecord { vote },
            PaperKind::HandResolution { vote },
            PaperKind::HandNotice { vote },
            PaperKind::Minutes,
            PaperKind::Summary,
        ];
    }
    of_proposal(asked, again)
}

/// Of what was done again every paper is printed.
fn of_proposal(asked: &Command, again: &[ProposalId]) -> Vec<PaperKind> {
    let Command::Proposals(proposals::Command::RecordStep { proposal, step }) = asked else {
        return Vec::new();
    };
    let proposal = *proposal;
    if !again.contains(&proposal) {
        return Vec::new();
    }
    if let ProposalStep::HandedOver(_) = step {
        return vec![PaperKind::ProposalSlip { proposal }];
    }
    if let ProposalStep::Answered(_) = step {
        return vec![
            PaperKind::ProposalAnswer { proposal },
            PaperKind::ProposalFeedback { proposal },
        ];
    }
    Vec::new()
}

/// Each once, where it was asked for first.
fn once(papers: Vec<PaperKind>) -> Vec<PaperKind> {
    let mut first = Vec::new();
    for paper in papers {
        if !first.contains(&paper) {
            first.push(paper);
        }
    }
    first
}
