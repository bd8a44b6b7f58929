//! 议案、建议: every proposal with where it stands, what is late on top, and the life of each. The
//! day comes from whoever asks: the model knows no clock.

use chrono::NaiveDate;
use serde::Serialize;
use tally::ContestOption;

use super::papers::{self, PaperView};
use super::sittings::EntitledView;
use crate::ProposalId;
use crate::ballot::Project;
use crate::paper::PaperKind;
use crate::proposals::{
    AnswerClass, Filing, Grade, Origin, Proposal, Sort, State, StateName, Step, deadline_within,
    latest_deadline,
};
use crate::session::Past;

/// How many days before its end a deadline is near.
const NEAR: i64 = 15;

/// The proposals of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposalsView {
    /// The day it is seen on.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// What is late first, then by deadline, what is over last.
    pub proposals: Vec<ProposalView>,
    /// What the next one is numbered.
    pub next: ProposalId,
    /// 组织法 22: how many deputies move a bill.
    pub signers_of_a_bill: u32,
    /// Who may sign, in the order of the roster.
    pub deputies: Vec<EntitledView>,
    /// Units that have handled something, to choose from.
    pub units: Vec<String>,
    /// The items of the agenda, for a bill that is put on it.
    pub items: Vec<String>,
    /// The deadline of what is handed over today.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub deadline: NaiveDate,
    /// What was answered, as rows of an evaluation ballot.
    pub evaluable: EvaluableRows,
    pub counts: ProposalCounts,
    /// The papers of all of them: the table as of today, and the report.
    pub papers: Vec<PaperView>,
}

/// Rows of an evaluation ballot, one for each proposal that was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EvaluableRows {
    pub options: Vec<ContestOption>,
    /// One for each option.
    pub projects: Vec<Project>,
}

/// How many stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposalCounts {
    pub all: u32,
    pub bills: u32,
    /// Still open, late ones among them.
    pub open: u32,
    /// The deadline has passed without an answer.
    pub late: u32,
    /// The deadline is near.
    pub near: u32,
}

/// How a deadline stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Deadline {
    /// 逾期: so many days ago.
    Late { days: u32 },
    /// So many days are left, 0 on the last of them.
    Running {
        days: u32,
        /// Few are.
        near: bool,
    },
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProposalView {
    pub filing: Filing,
    /// 结转: where it was handed in, where that was at an earlier session.
    pub origin: Option<Origin>,
    pub state: StateName,
    /// 承办单位, once handed over.
    pub unit: String,
    /// 承办人.
    pub person: String,
    /// 交办日期, once handed over.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub handed_on: Option<NaiveDate>,
    /// 办理期限, once handed over.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub due_on: Option<NaiveDate>,
    /// Beyond this day no deadline can be extended.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub latest: Option<NaiveDate>,
    /// Nothing where no answer is waited for.
    pub deadline: Option<Deadline>,
    pub class: Option<AnswerClass>,
    pub grade: Option<Grade>,
    /// How often it was handed over.
    pub times: u32,
    /// What may be recorded next, in the order in which it is likely.
    pub may: Vec<MayFollow>,
    /// Its life, in order.
    pub steps: Vec<Step>,
    /// Its papers.
    pub papers: Vec<PaperView>,
}

/// A step that may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MayFollow {
    PutOnAgenda,
    TurnedIntoSuggestion,
    HandedOver,
    Answered,
    DeadlineExtended,
    FeedbackGiven,
    Closed,
    Withdrawn,
    /// What was registered may still be put right.
    Corrected,
}

/// Returns the proposals as they stand on a day.
#[must_use]
pub fn view(session: &Past, today: NaiveDate) -> ProposalsView {
    let mut proposals: Vec<ProposalView> =
        session.proposals().iter().map(|one| of_proposal(session, one, today)).collect();
    proposals.sort_by_key(urgency);
    let own = session.proposals().iter().filter(|proposal| proposal.carried().is_none());
    let last = own.map(|proposal| proposal.filing().id.0).max().unwrap_or(0);
    let table = PaperKind::ProposalTable { on: today };
    let papers = [table, PaperKind::ProposalReport];
    let of_all = |kind| papers::paper_view(session, kind);
    ProposalsView {
        today,
        counts: counts(&proposals),
        proposals,
        next: ProposalId(last.saturating_add(1)),
        signers_of_a_bill: crate::proposals::SIGNERS_OF_A_BILL,
        deputies: super::sittings::deputies(session),
        units: units(session),
        items: session.items().into_iter().map(str::to_owned).collect(),
        deadline: deadline_within(today),
        evaluable: evaluable(session),
        papers: papers.into_iter().map(of_all).collect(),
    }
}

/// What is late longest first, then by the day it is due, then what waits for the office, what
/// waits for the mover, and what is over; by number among equals.
fn urgency(proposal: &ProposalView) -> (u8, Option<NaiveDate>, ProposalId) {
    let place = match (proposal.deadline, proposal.state) {
        (Some(Deadline::Late { .. }), _) => 0,
        (_, StateName::Handed) => 1,
        (_, StateName::Disputed) => 2,
        (_, StateName::Filed | StateName::Turned) => 3,
        (_, StateName::Answered) => 4,
        (
            _,
            StateName::OnAgenda | StateName::Settled | StateName::Closed | StateName::Withdrawn,
        ) => 5,
    };
    (place, proposal.due_on.filter(|_| place < 2), proposal.filing.id)
}

fn of_proposal(session: &Past, proposal: &Proposal, today: NaiveDate) -> ProposalView {
    let state = proposal.state();
    let handling = state.handling();
    let of_handing = |field: fn(&crate::proposals::Handing) -> &String| {
        handling.map_or_else(String::new, |one| field(&one.handing).clone())
    };
    let times = proposal.steps().iter().filter(|step| matches!(step, Step::HandedOver(_)));
    ProposalView {
        filing: proposal.filing().clone(),
        origin: proposal.carried().map(|carried| carried.origin.clone()),
        state: state.name(),
        unit: of_handing(|handing| &handing.unit),
        person: of_handing(|handing| &handing.person),
        handed_on: handling.map(|one| one.handing.on),
        due_on: handling.map(crate::proposals::Handling::deadline),
        latest: handling.map(|one| latest_deadline(one.handing.on)),
        deadline: deadline(state, today),
        class: state.answer().and_then(|answer| answer.class),
        grade: state.feedback().map(|feedback| feedback.grade),
        times: crate::ids::number(times.count()),
        may: may_follow(proposal),
        steps: proposal.steps().to_vec(),
        papers: papers::of_proposal(session, proposal.filing().id),
    }
}

/// A deadline runs until the answer is there.
fn deadline(state: &State, today: NaiveDate) -> Option<Deadline> {
    let State::Handed(handling) = state else { return None };
    let left = handling.deadline().signed_duration_since(today).num_days();
    let days = crate::ids::number(left.unsigned_abs());
    Some(if left < 0 {
        Deadline::Late { days }
    } else {
        Deadline::Running { days, near: left <= NEAR }
    })
}

fn may_follow(proposal: &Proposal) -> Vec<MayFollow> {
    use MayFollow as May;
    match (proposal.state(), proposal.filing().sort) {
        (State::Filed, Sort::Bill) => {
            vec![May::PutOnAgenda, May::TurnedIntoSuggestion, May::Withdrawn, May::Corrected]
        }
        (State::Filed, Sort::Suggestion) => vec![May::HandedOver, May::Withdrawn, May::Corrected],
        (State::OnAgenda(_), _) => vec![May::TurnedIntoSuggestion, May::Withdrawn],
        (State::Turned(_), _) => vec![May::HandedOver, May::Withdrawn],
        (State::Handed(_), _) => vec![May::Answered, May::DeadlineExtended, May::Withdrawn],
        (State::Answered(..), _) => vec![May::FeedbackGiven],
        (State::Disputed(..), _) => vec![May::HandedOver, May::Closed],
        (State::Withdrawn(_) | State::Settled(..) | State::Closed(..), _) => Vec::new(),
    }
}

fn units(session: &Past) -> Vec<String> {
    let steps = session.proposals().iter().flat_map(Proposal::steps);
    let mut units: Vec<String> = steps
        .filter_map(|step| match step {
            Step::HandedOver(handing) => Some(handing.unit.clone()),
            Step::Withdrawn(_)
            | Step::PutOnAgenda(_)
            | Step::TurnedIntoSuggestion(_)
            | Step::DeadlineExtended(_)
            | Step::Answered(_)
            | Step::FeedbackGiven(_)
            | Step::Closed(_) => None,
        })
        .collect();
    units.sort();
    units.dedup();
    units
}

fn evaluable(session: &Past) -> EvaluableRows {
    let mut rows = EvaluableRows::default();
    for proposal in session.proposals() {
        let (Some(answer), Some(handling)) =
            (proposal.state().answer(), proposal.state().handling())
        else {
            continue;
        };
        let filing = proposal.filing();
        rows.options.push(ContestOption {
            id: format!("proposal-{}", filing.id).as_str().into(),
            name: filing.title.clone(),
        });
        rows.projects.push(Project {
            content: answer.text.clone(),
            unit: handling.handing.unit.clone(),
            person: filing.mover.name.clone(),
            ..Project::default()
        });
    }
    rows
}

fn counts(proposals: &[ProposalView]) -> ProposalCounts {
    let mut counts = ProposalCounts::default();
    for proposal in proposals {
        counts.all += 1;
        counts.bills += u32::from(proposal.filing.sort == Sort::Bill);
        let over = match proposal.state {
            StateName::Filed
            | StateName::Turned
            | StateName::Handed
            | StateName::Answered
            | StateName::Disputed => false,
            StateName::OnAgenda | StateName::Withdrawn | StateName::Settled | StateName::Closed => {
                true
            }
        };
        counts.open += u32::from(!over);
        counts.late += u32::from(matches!(proposal.deadline, Some(Deadline::Late { .. })));
        counts.near +=
            u32::from(matches!(proposal.deadline, Some(Deadline::Running { near: true, .. })));
    }
    counts
}
