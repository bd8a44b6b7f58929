//! How far a round has come, and the numbers that people count in it.

use serde::{Deserialize, Serialize};

use super::breaking_off::BrokenOff;
use crate::ballot::Ballot;
use crate::people::pin::PinRemoved;
use crate::{PersonId, RoundId};

/// Why the ballot is issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "why", rename_all = "snake_case", deny_unknown_fields)]
pub enum RoundKind {
    /// For the first time.
    First,
    /// 重新投票: the vote before was void, same candidates.
    Redo {
        /// The void round.
        of: RoundId,
    },
    /// 重新发票: the round before was broken off; the same vote with fresh control numbers.
    Again {
        /// The round broken off.
        of: RoundId,
    },
    /// 再次投票: among those level at the cut line, most votes win.
    Runoff {
        /// The round that ended level.
        of: RoundId,
    },
    /// 另行选举, or a further vote on projects: for the seats left.
    Further {
        /// The round that left seats.
        of: RoundId,
    },
}

/// 收回: what came back out of the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Collected {
    /// 划错换票.
    pub spoiled: u32,
    /// 收回.
    pub returned: u32,
}

/// The numbers of a round that people count, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Numbers {
    /// 实到.
    pub present: u32,
    /// 印制.
    pub printed: u32,
    /// 发出.
    pub issued: u32,
    /// 换票 and 收回, once the box is open.
    pub collected: Option<Collected>,
}

/// What a round begins with, once its ballots are handed out.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    pub id: RoundId,
    /// As it was printed.
    pub ballot: Ballot,
    pub kind: RoundKind,
    /// 全体代表 at that time.
    pub all_deputies: u32,
    pub numbers: Numbers,
    /// Entry of the journal.
    pub seq: u32,
    /// The first of the ballots it was handed out together with.
    pub with: Option<RoundId>,
}

/// How far a round has come. Each stage can only follow one above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 投票: ballots are out.
    Voting,
    /// The box is open and the vote is void, not yet announced.
    Void(Collected),
    /// The void vote was announced: only a redo can follow.
    Voided(Collected),
    /// The box is open, the vote is valid, not yet announced.
    Collected(Collected),
    /// 计票: validity was announced.
    Counting(Collected),
    /// The chief scrutineer certified the count.
    Certified(Collected, Certificate),
    /// The presiding chair announced the result.
    Announced(Collected, Certificate),
    /// 中止, 误发: before it was certified; what had come out of the box, if it was open.
    BrokenOff(Option<Collected>, BrokenOff),
}

/// A step, by value; `None` out of its order.
impl Stage {
    /// 验票: whether the vote is valid was announced.
    pub(super) fn collection_announced(self) -> Option<Self> {
        match self {
            Self::Collected(collected) => Some(Self::Counting(collected)),
            Self::Void(collected) => Some(Self::Voided(collected)),
            Self::Voting
            | Self::Voided(_)
            | Self::Counting(_)
            | Self::Certified(..)
            | Self::Announced(..)
            | Self::BrokenOff(..) => None,
        }
    }

    /// 核定.
    pub(super) fn certified(self, certificate: Certificate) -> Option<Self> {
        match self {
            Self::Counting(collected) => Some(Self::Certified(collected, certificate)),
            Self::Voting
            | Self::Void(_)
            | Self::Voided(_)
            | Self::Collected(_)
            | Self::Certified(..)
            | Self::Announced(..)
            | Self::BrokenOff(..) => None,
        }
    }

    /// 中止, 误发.
    pub(super) fn broken_off(self, broken: BrokenOff) -> Option<Self> {
        match self {
            Self::Voting => Some(Self::BrokenOff(None, broken)),
            Self::Void(collected) | Self::Collected(collected) | Self::Counting(collected) => {
                Some(Self::BrokenOff(Some(collected), broken))
            }
            Self::Voided(_) | Self::Certified(..) | Self::Announced(..) | Self::BrokenOff(..) => {
                None
            }
        }
    }

    /// 宣布.
    pub(super) fn result_announced(self) -> Option<Self> {
        match self {
            Self::Certified(collected, certificate) => {
                Some(Self::Announced(collected, certificate))
            }
            Self::Voting
            | Self::Void(_)
            | Self::Voided(_)
            | Self::Collected(_)
            | Self::Counting(_)
            | Self::Announced(..)
            | Self::BrokenOff(..) => None,
        }
    }
}

/// 核定: who certified the count, and where it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// 总监票人.
    pub by: PersonId,
    /// As it was then.
    pub name: String,
    /// Entry of the journal.
    pub seq: u32,
    pub at: crate::Timestamp,
    /// Whether the PIN was typed, because one is set.
    pub proven: bool,
    /// That an earlier PIN of theirs had been removed by then.
    pub pin_removed: Option<PinRemoved>,
}
