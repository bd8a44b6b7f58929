//! 办理经过: the steps of a proposal, each with its day, and what must hold before one is recorded.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Proposal, State};
use crate::floor::hands::Stage;
use crate::session::Past;
use crate::sittings::Hung;
use crate::{Reason, Refusal};

/// 代表法: a unit answers within so many months.
const MONTHS: u32 = 3;
/// 代表法: what reaches far or is hard takes so many at most.
const MOST_MONTHS: u32 = 6;

/// What becomes of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalStep"))]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// 撤回 by the mover.
    Withdrawn(Withdrawal),
    /// 列入议程: a bill.
    PutOnAgenda(Placing),
    /// 转作建议: a bill.
    TurnedIntoSuggestion(Turning),
    /// 交办, again too where the mover was not satisfied.
    HandedOver(Handing),
    /// 延期.
    DeadlineExtended(Extension),
    /// 答复.
    Answered(Answer),
    /// 代表反馈.
    FeedbackGiven(Feedback),
    /// 结案 though the mover is not satisfied.
    Closed(Closing),
}

/// 撤回.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalWithdrawal"))]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Not empty.
    pub reason: String,
}

/// 列入议程.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalPlacing"))]
#[serde(deny_unknown_fields)]
pub struct Placing {
    /// Day of the presidium's decision.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// The item of the agenda it comes under; empty while it has none.
    pub item: String,
}

/// 转作建议.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalTurning"))]
#[serde(deny_unknown_fields)]
pub struct Turning {
    /// Day of the decision.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Not empty.
    pub reason: String,
}

/// 交办.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalHanding"))]
#[serde(deny_unknown_fields)]
pub struct Handing {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// 承办单位.
    pub unit: String,
    /// 承办人; may be empty.
    pub person: String,
    /// 办理期限: the last day for the answer, within three months.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub deadline: NaiveDate,
}

/// 延期.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalExtension"))]
#[serde(deny_unknown_fields)]
pub struct Extension {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Later than before, within six months of the day it was handed over.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub deadline: NaiveDate,
    /// Not empty.
    pub reason: String,
}

/// 办理类别: how far what was asked for is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AnswerClass {
    /// A: 已经解决或者基本解决.
    A,
    /// B: 正在解决或者列入计划解决.
    B,
    /// C: 受条件限制暂时不能解决，或者留作参考.
    C,
}

/// 答复.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalAnswer"))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Nothing where the office does not classify.
    pub class: Option<AnswerClass>,
    /// What was answered; may be empty where it is kept on paper.
    pub text: String,
}

/// 代表意见.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalGrade"))]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 满意.
    Satisfied,
    /// 基本满意.
    Basically,
    /// 不满意.
    Dissatisfied,
}

/// 代表反馈.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalFeedback"))]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    pub grade: Grade,
    /// What the mover said; may be empty.
    pub note: String,
}

/// 结案.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalClosing"))]
#[serde(deny_unknown_fields)]
pub struct Closing {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Not empty.
    pub reason: String,
}

impl Step {
    /// Returns its day.
    #[must_use]
    pub fn on(&self) -> NaiveDate {
        match self {
            Self::Withdrawn(withdrawal) => withdrawal.on,
            Self::PutOnAgenda(placing) => placing.on,
            Self::TurnedIntoSuggestion(turning) => turning.on,
            Self::HandedOver(handing) => handing.on,
            Self::DeadlineExtended(extension) => extension.on,
            Self::Answered(answer) => answer.on,
            Self::FeedbackGiven(feedback) => feedback.on,
            Self::Closed(closing) => closing.on,
        }
    }

    /// Returns the reason it gives, where one is asked for.
    pub(super) fn reason_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Withdrawn(Withdrawal { reason, .. })
            | Self::TurnedIntoSuggestion(Turning { reason, .. })
            | Self::DeadlineExtended(Extension { reason, .. })
            | Self::Closed(Closing { reason, .. }) => Some(reason),
            Self::PutOnAgenda(_)
            | Self::HandedOver(_)
            | Self::Answered(_)
            | Self::FeedbackGiven(_) => None,
        }
    }
}

/// 代表法: returns the last day for an answer to what was handed over on a day, three months later.
#[must_use]
pub fn deadline_within(handed_on: NaiveDate) -> NaiveDate {
    months_after(handed_on, MONTHS)
}

/// 代表法: returns the day beyond which no deadline can be extended, six months later.
#[must_use]
pub fn latest_deadline(handed_on: NaiveDate) -> NaiveDate {
    months_after(handed_on, MOST_MONTHS)
}

/// The 30th of November and three months is the last of February.
fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(day)
}

pub(super) fn check(session: &Past, proposal: &Proposal, step: &Step) -> Result<(), Refusal> {
    let stands = || proposal.stands_otherwise();
    let sort = proposal.filing.sort;
    proposal.state.clone().after(sort, step.clone()).ok_or_else(stands)?;
    let (on, before) = (step.on(), proposal.last_day());
    if on < before {
        return Err(Refusal::DayTooEarly { day: on.to_string(), before: before.to_string() });
    }
    match step {
        Step::Withdrawn(Withdrawal { reason, .. })
        | Step::TurnedIntoSuggestion(Turning { reason, .. }) => {
            Reason::given(reason)?;
            check_not_voted_on(session, proposal)
        }
        Step::Closed(Closing { reason, .. }) => Reason::given(reason).map(drop),
        Step::PutOnAgenda(Placing { item, .. }) => {
            if item.is_empty() || session.items().contains(&item.as_str()) {
                Ok(())
            } else {
                Err(Refusal::NoSuchItem { item: item.clone() })
            }
        }
        Step::HandedOver(handing) => {
            if handing.unit.is_empty() {
                return Err(Refusal::UnitMissing { proposal: proposal.filing.id });
            }
            within(handing.deadline, handing.on, deadline_within(handing.on))
        }
        Step::DeadlineExtended(extension) => {
            Reason::given(&extension.reason)?;
            let State::Handed(handling) = &proposal.state else { return Err(stands()) };
            let later = handling.deadline().succ_opt().unwrap_or(extension.on);
            within(extension.deadline, later, latest_deadline(handling.handing.on))
        }
        Step::Answered(_) | Step::FeedbackGiven(_) => Ok(()),
    }
}

fn within(deadline: NaiveDate, first: NaiveDate, last: NaiveDate) -> Result<(), Refusal> {
    if (first..=last).contains(&deadline) {
        return Ok(());
    }
    Err(Refusal::DeadlineOutOfRange { first: first.to_string(), last: last.to_string() })
}

/// 组织法 22: before it is put to the vote.
fn check_not_voted_on(session: &Past, proposal: &Proposal) -> Result<(), Refusal> {
    let State::OnAgenda(placing) = &proposal.state else { return Ok(()) };
    let agenda = session.agenda();
    let lines = agenda.iter().filter(|line| line.text == placing.item);
    for hung in lines.flat_map(|line| line.of) {
        let (title, put) = match hung {
            Hung::Ballot { ballot } => {
                let out = session.rounds().iter().any(|round| round.ballot().id == *ballot);
                (session.ballot(ballot)?.title.clone(), out)
            }
            Hung::Motion { vote } => {
                let vote = session.hand_vote(*vote)?;
                (vote.title(), !matches!(vote.stage(), Stage::Prepared | Stage::Withdrawn(_)))
            }
        };
        if put {
            return Err(Refusal::ProposalIsVotedOn { proposal: proposal.filing.id, title });
        }
    }
    Ok(())
}
