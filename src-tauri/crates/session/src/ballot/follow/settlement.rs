//! 决定: what is decided instead of voting once more, and where it may be (组织法 29; 山东细则 49 by
//! analogy for a tie that stays).

use serde::{Deserialize, Serialize};
use tally::{Candidate, Kind, Next};

/// What was decided instead of voting once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "settled", rename_all = "snake_case", deny_unknown_fields)]
pub enum Settlement {
    /// 主席团 decided between the tied.
    Presidium {
        /// As many of the tied as there are seats left.
        chosen: Vec<Candidate>,
    },
    /// 留待下次会议: the further vote is held at the next session.
    NextSession,
    /// 不再补足: fewer are accepted.
    AcceptFewer,
    /// 名额暂缺: the seat stays vacant.
    SeatVacant,
    /// 候选人放弃: some of the tied withdrew, and the others are in.
    CandidateWithdrew {
        /// So many that no more of the tied stay than there are seats left, and at least one.
        withdrawn: Vec<Candidate>,
    },
}

/// A decision that may be recorded, without whom it chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SettlementKind {
    Presidium,
    NextSession,
    AcceptFewer,
    SeatVacant,
    CandidateWithdrew,
}

impl SettlementKind {
    /// Returns what may be decided where a result asks for something more. A tie is run off first
    /// (组织法 29); one that stays after that (`again`) may be left.
    pub(super) fn open_after(next: Next, kind: &Kind, again: bool) -> Vec<Self> {
        let elects = matches!(kind, Kind::Election(_));
        let left = if elects { Self::SeatVacant } else { Self::AcceptFewer };
        let withdrew = elects.then_some(Self::CandidateWithdrew);
        match next {
            Next::Presidium => std::iter::once(Self::Presidium).chain(withdrew).collect(),
            Next::Further if elects => {
                vec![Self::NextSession, Self::SeatVacant, Self::AcceptFewer]
            }
            Next::Further => vec![Self::NextSession, Self::AcceptFewer],
            Next::Runoff if again => {
                [Self::NextSession, left].into_iter().chain(withdrew).collect()
            }
            Next::Runoff => withdrew.into_iter().collect(),
            Next::None => Vec::new(),
        }
    }
}

impl Settlement {
    pub(super) const fn kind(&self) -> SettlementKind {
        match self {
            Self::Presidium { .. } => SettlementKind::Presidium,
            Self::NextSession => SettlementKind::NextSession,
            Self::AcceptFewer => SettlementKind::AcceptFewer,
            Self::SeatVacant => SettlementKind::SeatVacant,
            Self::CandidateWithdrew { .. } => SettlementKind::CandidateWithdrew,
        }
    }
}
