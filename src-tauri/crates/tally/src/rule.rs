//! 规则: the settings a count depends on, each a type (`docs/rules.md`, settings of a vote).

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::Fraction;

/// 基数: the number a threshold or a rate is a fraction of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 全体代表.
    AllDeputies,
    /// 实到代表.
    Present,
    /// 收回的票.
    Returned,
    /// 有效票.
    Valid,
}

/// How many of the base are enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Least {
    /// More than the fraction (过半数).
    Over(Fraction),
    /// The fraction itself is enough (以上).
    AtLeast(Fraction),
}

impl Least {
    /// Returns the least number that is enough when the base is `whole`.
    #[must_use]
    pub fn needed(self, whole: u32) -> u32 {
        match self {
            Self::Over(fraction) => fraction.least_over(whole),
            Self::AtLeast(fraction) => fraction.least_at_least(whole),
        }
    }
}

/// 通过门槛: e.g. more than half of all deputies (article 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// What it is a fraction of.
    pub base: Base,
    pub least: Least,
}

impl Threshold {
    /// 全体代表的过半数, article 25.
    pub const MAJORITY_OF_ALL: Self =
        Self { base: Base::AllDeputies, least: Least::Over(Fraction::HALF) };

    /// Returns the least number of approvals that reaches the threshold when the base is `whole`.
    #[must_use]
    pub fn needed(self, whole: u32) -> u32 {
        self.least.needed(whole)
    }
}

/// 选票有效条件: when a vote as a whole is valid (选举法 44 and provincial rules).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ValidIf {
    /// 收回 ≤ 发出.
    #[default]
    ReturnedAtMostIssued,
    /// 收回 ≤ 实到.
    ReturnedAtMostPresent,
    /// 收回 = 发出.
    ReturnedEqualsIssued,
}

/// How many approvals a section may hold, against the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// At most as many as seats.
    AtMost,
    /// Exactly as many as seats.
    Exactly,
    None,
}

/// 多选: what an over-vote does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OverCap {
    /// The section is void.
    Section,
    /// Every section of the sheet is void.
    Sheet,
    /// Counted, and reported as flagged.
    Flag,
}

/// 空白栏: what a row without a symbol means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BlankRow {
    /// 弃权.
    Abstain,
    /// 本栏无效.
    Void,
    /// 赞成; not for an evaluation.
    For,
}

/// 空白票: what a section without any symbol means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BlankSection {
    /// Valid, every row an abstention.
    Valid,
    Void,
    /// Row by row, as [`BlankRow`] says; the cap included.
    ByRow,
}

impl BlankSection {
    /// Returns what a section without any symbol means unless somebody says otherwise: an
    /// abstention where a blank row is one, else what its rows mean (同意不画: nothing drawn is 赞成).
    #[must_use]
    pub const fn usual(row: BlankRow) -> Self {
        match row {
            BlankRow::Abstain => Self::Valid,
            BlankRow::Void | BlankRow::For => Self::ByRow,
        }
    }

    /// Returns what a section without any symbol comes to where no cap stands in the way;
    /// [`Contest::wholly_blank`](crate::Contest::wholly_blank) minds the cap.
    #[must_use]
    pub const fn comes_to(self, row: BlankRow) -> WhollyBlank {
        match (self, row) {
            (Self::Void, _) => WhollyBlank::Void,
            (Self::Valid, _) | (Self::ByRow, BlankRow::Abstain) => WhollyBlank::Abstains,
            (Self::ByRow, BlankRow::Void) => WhollyBlank::RowsVoid,
            (Self::ByRow, BlankRow::For) => WhollyBlank::For,
        }
    }
}

/// 整张空白: what a section without any symbol comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WhollyBlank {
    /// 各栏均为弃权.
    Abstains,
    /// 各栏均为赞成.
    For,
    /// 有效, 各栏均无效.
    RowsVoid,
    /// 无效: so ruled, or against the cap.
    Void,
    /// 整张票无效: against a cap that voids the sheet.
    VoidsSheet,
}

/// 无法辨认: what an illegible row makes void.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum IllegibleRow {
    Row,
    /// The whole section.
    Section,
}

/// 另选他人: who may write in (代表法 17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WriteIns {
    /// Nobody.
    None,
    /// One name for each candidate marked against.
    NeedsAgainst,
    /// Also after an abstention.
    Allowed,
}

/// What a written-in name without a symbol means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WriteInUnmarked {
    /// 赞成.
    For,
    /// Dropped.
    Void,
}

/// 末位同票: how a tie at the cut line is settled (article 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TieRule {
    /// 再次投票 among the tied only.
    Runoff,
    /// 主席团 decides.
    Presidium,
    AllIn,
    /// The order on the ballot decides.
    BallotOrder,
}

/// 不足名额: what follows when too few pass (article 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Shortfall {
    /// 另行选举 or a further vote.
    Further,
    /// Fewer are accepted.
    Accept,
}

/// What several grades in one row of an evaluation mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MultiMark {
    /// 本栏无效.
    Void,
    /// 弃权.
    Abstain,
}

/// The rule of a selection or an election.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SeatsRule {
    /// 应选名额, at least 1.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub seats: NonZeroU32,
    /// `None`: most votes only.
    pub threshold: Option<Threshold>,
    /// How many may be approved.
    pub cap: Cap,
    /// What more than that does.
    pub over_cap: OverCap,
    /// A row without a symbol.
    pub blank_row: BlankRow,
    /// A section without any symbol.
    pub blank_section: BlankSection,
    /// A row that cannot be read.
    pub illegible_row: IllegibleRow,
    /// Who may write in.
    pub write_ins: WriteIns,
    /// A written-in name without a symbol.
    pub write_in_unmarked: WriteInUnmarked,
    /// A tie at the cut line.
    pub tie: TieRule,
    /// Too few over the threshold.
    pub shortfall: Shortfall,
}

/// 满意率: grades in the numerator × 100 / base, exact, rounded half up.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Indices of the grades counted in the numerator.
    pub grades: Vec<u8>,
    /// What it is a rate of; `Valid` is the row's own grades and abstentions.
    pub base: Base,
    /// Figures after the point, 0–2.
    pub decimals: u8,
}

/// The rule of an evaluation (满意度测评).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct EvaluationRule {
    /// 2–5 labels, best first.
    pub grades: Vec<String>,
    /// A row without a grade; `For` is not allowed here.
    pub blank_row: BlankRow,
    /// A section without any grade.
    pub blank_section: BlankSection,
    /// A row that cannot be read.
    pub illegible_row: IllegibleRow,
    /// Several grades in one row.
    pub multi_mark: MultiMark,
    /// The satisfaction rate.
    pub rate: Rate,
}

/// The rule of a motion (表决).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct MotionRule {
    /// `None`: passed with more for than against.
    pub threshold: Option<Threshold>,
    /// A row without a symbol.
    pub blank_row: BlankRow,
    /// A section without any symbol.
    pub blank_section: BlankSection,
    /// A row that cannot be read.
    pub illegible_row: IllegibleRow,
}
