//! 决定: what is decided instead of voting once more, and where it may be (组织法 29).

use serde::{Deserialize, Serialize};
use tally::{Candidate, Next};

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
}

/// A decision that may be recorded, without whom it chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SettlementKind {
    Presidium,
    NextSession,
    AcceptFewer,
}

impl SettlementKind {
    /// Returns what may be decided where a result asks for something more.
    pub(super) fn open_after(next: Next) -> Vec<Self> {
        match next {
            Next::Presidium => vec![Self::Presidium],
            Next::Further => vec![Self::NextSession, Self::AcceptFewer],
            Next::Runoff | Next::None => Vec::new(),
        }
    }
}

impl Settlement {
    pub(super) const fn kind(&self) -> SettlementKind {
        match self {
            Self::Presidium { .. } => SettlementKind::Presidium,
            Self::NextSession => SettlementKind::NextSession,
            Self::AcceptFewer => SettlementKind::AcceptFewer,
        }
    }
}
