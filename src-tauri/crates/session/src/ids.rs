//! Names and numbers of things, each a type of its own.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }
    };
}

id! {
    /// A member of the counting staff, or the secretary.
    PersonId(String)
}
id! {
    /// 票种: one printed form.
    BallotId(String)
}
id! {
    /// 轮次: one issue and collection of a ballot, numbered from 1 within the session.
    RoundId(u32)
}
id! {
    /// A motion decided without paper, numbered from 1 within the session.
    HandVoteId(u32)
}
id! {
    /// 捆: numbered from 1 within the round.
    BundleNo(u32)
}
id! {
    /// 张: numbered from 1 within its bundle.
    SheetNo(u32)
}
id! {
    /// 外录: bundles that went out together, numbered from 1 within the session.
    LoanId(u32)
}
id! {
    /// 会次: a sitting, numbered from 1 within the session.
    SittingId(u32)
}
id! {
    /// 项目: numbered from 1 within the session, from the day it is collected.
    ProjectId(u32)
}
id! {
    /// 调度: a review of the chosen projects, numbered from 1 within the session.
    ReviewId(u32)
}
id! {
    /// 议案、建议: numbered by the office, unique within the session.
    ProposalId(u32)
}
id! {
    /// 履职活动: numbered from 1 within the session.
    ActivityId(u32)
}
id! {
    /// An issued paper, numbered from 1 within the session.
    PaperId(u32)
}

impl Copy for RoundId {}
impl Copy for HandVoteId {}
impl Copy for BundleNo {}
impl Copy for SheetNo {}
impl Copy for LoanId {}
impl Copy for SittingId {}
impl Copy for ProjectId {}
impl Copy for ReviewId {}
impl Copy for PaperId {}
impl Copy for ProposalId {}
impl Copy for ActivityId {}

/// 首录 or 复录: every sheet is keyed twice, by two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Pass {
    /// 首录.
    First,
    /// 复录.
    Second,
}

impl Pass {
    /// Both passes, in order.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// Returns the other pass.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::First => Self::Second,
            Self::Second => Self::First,
        }
    }
}

/// Returns how many there are as a number of the session, which counts in `u32`. Nothing recorded is
/// more than a million (`bounds`): what is beyond, typed or read, is told as the largest number.
#[must_use]
pub fn number(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}
