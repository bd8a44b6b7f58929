//! 实施: what is recorded of a chosen project: who watches over it, its plan, its progress by date,
//! reviews, changes, and how it ends.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tally::ContestId;

use super::Facts;
use crate::floor::meeting::chinese_number;
use crate::sittings::Member;
use crate::{HandVoteId, ProjectId, Reason, ReviewId, RoundId};

/// 监督分工: who watches over a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Supervision {
    /// 组长, a deputy.
    pub head: Member,
    /// 成员, deputies.
    pub members: Vec<Member>,
    /// 联系主席团成员; nobody where none was named.
    pub presidium: Option<Member>,
}

/// 实施计划: how a project is carried out, beside its unit, its money and its deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectPlan"))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// 目标.
    pub aims: String,
    /// 分步: what is reached by when, later days asking for more.
    pub steps: Vec<Step>,
    /// 保障措施.
    pub safeguards: String,
}

/// One step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "PlanStep"))]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub by: NaiveDate,
    /// Per cent of the whole, 0–100.
    pub percent: u32,
    /// What is done by then; may be empty.
    pub what: String,
}

/// 进展 of one project: what was seen of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProgressLine"))]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub project: ProjectId,
    /// Per cent of the whole, 0–100.
    pub percent: u32,
    /// 已支付, in yuan.
    pub paid: u32,
    /// 现场情况.
    pub seen: String,
    /// 存在问题; empty where there is none.
    pub problem: String,
    /// 整改: what is open from then on; what an earlier line left open is settled by a line without.
    pub task: Option<Task>,
    /// 现场监督: the deputies who went to see; nobody where it was told them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Member>>"))]
    pub seen_by: Vec<Member>,
}

/// 整改: who must do what by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProgressTask"))]
#[serde(deny_unknown_fields)]
pub struct Task {
    pub who: String,
    /// Not empty.
    pub what: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub by: NaiveDate,
}

/// 进展 on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    pub on: NaiveDate,
    /// The review it was told at; nothing for what was noted between reviews, or in an earlier session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewId>,
    pub line: Line,
}

/// 调度: a review, in practice every two months, with a line for every project that was gone through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectReview"))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// From 1 within the session.
    pub id: ReviewId,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub held_on: NaiveDate,
    /// 主持人; may be empty.
    pub chair: String,
    /// In the order they were gone through.
    pub lines: Vec<Line>,
}

impl Review {
    /// Returns what it is called: 第一次调度.
    #[must_use]
    pub fn title(&self) -> String {
        format!("第{}次调度", chinese_number(u16::try_from(self.id.0).unwrap_or(u16::MAX)))
    }
}

/// 调整: what was decided of a project after the vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectChange"))]
#[serde(tag = "change", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// 一般调整: the presidium's.
    Adjusted { facts: Facts },
    /// 重大变更: the congress's.
    Major { facts: Facts },
    /// 暂停: the congress's.
    Suspended,
    /// 终止: the congress's.
    Ended,
    /// 恢复.
    Resumed,
}

impl Change {
    /// Tells whether the congress decides it (陕西票决制规定 18).
    #[must_use]
    pub const fn needs_congress(&self) -> bool {
        match self {
            Self::Major { .. } | Self::Suspended | Self::Ended => true,
            Self::Adjusted { .. } | Self::Resumed => false,
        }
    }

    /// Returns what papers call it.
    #[must_use]
    pub const fn words(&self) -> &'static str {
        match self {
            Self::Adjusted { .. } => "调整",
            Self::Major { .. } => "重大变更",
            Self::Suspended => "暂停实施",
            Self::Ended => "终止实施",
            Self::Resumed => "恢复实施",
        }
    }
}

/// 依据: who decided a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Authority {
    /// 主席团.
    Presidium,
    /// 大会: a motion the congress passed without paper.
    Hands { vote: HandVoteId },
    /// 大会: a motion the congress passed on paper.
    Paper { round: RoundId, contest: ContestId },
    /// 大会 at an earlier session, as its record names it.
    Earlier { named: String },
}

/// A change on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    pub on: NaiveDate,
    pub change: Change,
    pub by: Authority,
    pub reason: Reason,
    /// What was known of the project until then.
    pub was: Facts,
}

/// 完成.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectCompletion"))]
#[serde(deny_unknown_fields)]
pub struct Completion {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// 实际支付, in yuan.
    pub paid: u32,
    /// 完成情况: what was built, how it was accepted.
    pub note: String,
}

/// 说明: why a project is not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProjectExplanation"))]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// Why; not empty.
    pub why: String,
    /// 下步措施; may be empty.
    pub next: String,
    /// When it will be done; nothing while that is open.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub by: Option<NaiveDate>,
}

/// How a chosen project is carried out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Carrying {
    #[default]
    Going,
    Suspended,
    Ended,
    Completed(Completion),
}

/// A step, by value; `None` out of its order.
impl Carrying {
    pub(super) fn changed(self, change: &Change) -> Option<Self> {
        match (self, change) {
            (
                going @ (Self::Going | Self::Suspended),
                Change::Adjusted { .. } | Change::Major { .. },
            ) => Some(going),
            (Self::Going, Change::Suspended) => Some(Self::Suspended),
            (Self::Going | Self::Suspended, Change::Ended) => Some(Self::Ended),
            (Self::Suspended, Change::Resumed) => Some(Self::Going),
            (
                Self::Going | Self::Suspended | Self::Ended | Self::Completed(_),
                Change::Adjusted { .. }
                | Change::Major { .. }
                | Change::Suspended
                | Change::Ended
                | Change::Resumed,
            ) => None,
        }
    }

    pub(super) fn completed(self, completion: &Completion) -> Option<Self> {
        match self {
            Self::Going => Some(Self::Completed(completion.clone())),
            Self::Suspended | Self::Ended | Self::Completed(_) => None,
        }
    }

    pub(super) fn taken_back(self) -> Option<Self> {
        match self {
            Self::Completed(_) => Some(Self::Going),
            Self::Going | Self::Suspended | Self::Ended => None,
        }
    }

    /// Tells whether progress is noted of it.
    pub(super) fn goes_on(&self) -> bool {
        match self {
            Self::Going | Self::Suspended => true,
            Self::Ended | Self::Completed(_) => false,
        }
    }
}

/// What was recorded on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated<T> {
    pub on: NaiveDate,
    pub what: T,
}

/// What was recorded of a project's carrying out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    pub(super) carrying: Carrying,
    pub(crate) supervision: Option<Dated<Supervision>>,
    /// In the order they were recorded: each holds from the day after.
    pub(super) plans: Vec<Dated<Plan>>,
    pub(super) progress: Vec<Progress>,
    pub(super) changes: Vec<Changed>,
    pub(super) explanations: Vec<Explanation>,
    pub(super) taken_back: Vec<Dated<Reason>>,
}

impl Course {
    /// Returns how it stands, if the project is chosen.
    #[must_use]
    pub fn carrying(&self) -> &Carrying {
        &self.carrying
    }

    /// Returns who watches over it.
    #[must_use]
    pub fn supervision(&self) -> Option<&Supervision> {
        self.supervision.as_ref().map(|said| &said.what)
    }

    /// Returns how it is to be carried out.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.plans.last().map(|said| &said.what)
    }

    /// Returns how it was to be carried out on a day: by the plan that was on record before it.
    #[must_use]
    pub fn plan_on(&self, on: NaiveDate) -> Option<&Plan> {
        self.plans.iter().rfind(|said| said.on < on).map(|said| &said.what)
    }

    /// Returns every plan, with the day it was recorded, in order.
    #[must_use]
    pub fn plans(&self) -> &[Dated<Plan>] {
        &self.plans
    }

    /// Returns the days on which it was last said who watches over it, and how it is carried out.
    #[must_use]
    pub fn arranged_on(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let supervised = self.supervision.as_ref().map(|said| said.on);
        (supervised, self.plans.last().map(|said| said.on))
    }

    /// Returns what was seen of it, by day and then as it was recorded.
    #[must_use]
    pub fn progress(&self) -> &[Progress] {
        &self.progress
    }

    /// Returns what was seen last, up to a day.
    #[must_use]
    pub fn last_seen(&self, until: NaiveDate) -> Option<&Progress> {
        self.progress.iter().rev().find(|progress| progress.on <= until)
    }

    /// Returns how far it is in per cent: done is done, whatever was seen before.
    #[must_use]
    pub fn percent(&self) -> u32 {
        let seen = self.progress.last().map_or(0, |seen| seen.line.percent);
        self.completion().map_or(seen, |_| 100)
    }

    /// Returns what is paid, in yuan.
    #[must_use]
    pub fn paid(&self) -> u32 {
        let told = self.progress.last().map_or(0, |seen| seen.line.paid);
        self.completion().map_or(told, |completion| completion.paid)
    }

    /// Returns every change, in order.
    #[must_use]
    pub fn changes(&self) -> &[Changed] {
        &self.changes
    }

    /// Returns every explanation, in order.
    #[must_use]
    pub fn explanations(&self) -> &[Explanation] {
        &self.explanations
    }

    /// Returns when it was found not to be done after all, and why.
    #[must_use]
    pub fn taken_back(&self) -> &[Dated<Reason>] {
        &self.taken_back
    }

    /// Returns how it was completed, if it is.
    #[must_use]
    pub fn completion(&self) -> Option<&Completion> {
        match &self.carrying {
            Carrying::Completed(completion) => Some(completion),
            Carrying::Going | Carrying::Suspended | Carrying::Ended => None,
        }
    }

    /// Keeps the lines in the order of their days.
    pub(super) fn note(&mut self, progress: Progress) {
        self.progress.push(progress);
        self.progress.sort_by_key(|one| one.on);
    }
}
