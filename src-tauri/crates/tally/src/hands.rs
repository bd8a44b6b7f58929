//! 举手、表决器: what hands counted in the hall decide, or keys pressed, without paper
//! (`docs/rules.md`, the kinds of vote; 地方组织法 article 25).
//!
//! In practice the minority is counted and the approvals are derived: whoever is present and raised
//! no hand against or to abstain is for it. A display of keypads says all four numbers, who did not
//! press among them: they are not for it, nor against.

use serde::{Deserialize, Serialize};

use crate::outcome::is_passed;
use crate::{Control, Threshold};

/// 举手、表决器: the hands somebody counted, each kind asked for in turn, or what a display shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "counted", rename_all = "snake_case", deny_unknown_fields)]
pub enum Hands {
    /// Only the minority was counted; 赞成 is derived from those present.
    Minority {
        /// 反对.
        against: u32,
        /// 弃权.
        abstain: u32,
    },
    /// All three were counted.
    Each {
        /// 赞成.
        #[serde(rename = "for")]
        for_: u32,
        /// 反对.
        against: u32,
        /// 弃权.
        abstain: u32,
    },
    /// 表决器: what its display shows.
    Shown {
        /// 赞成.
        #[serde(rename = "for")]
        for_: u32,
        /// 反对.
        against: u32,
        /// 弃权.
        abstain: u32,
        /// 未按: who is there and pressed nothing.
        not_pressed: u32,
    },
}

/// What a vote by hand or by keypads decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct HandResult {
    /// 赞成, counted or derived.
    #[serde(rename = "for")]
    pub for_: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstain: u32,
    /// 未按; `None` where hands are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub not_pressed: Option<u32>,
    /// The least number of approvals that reaches the threshold; `None` without one.
    pub needed: Option<u32>,
    /// 通过.
    pub passed: bool,
}

impl Hands {
    /// Returns how many hands were counted, or how many people a display tells of. More than a number holds are told as the largest one:
    /// so many are in no hall.
    #[must_use]
    pub fn raised(self) -> u32 {
        self.sum().unwrap_or(u32::MAX)
    }

    fn sum(self) -> Option<u32> {
        match self {
            Self::Minority { against, abstain } => against.checked_add(abstain),
            Self::Each { for_, against, abstain } => {
                for_.checked_add(against)?.checked_add(abstain)
            }
            Self::Shown { for_, against, abstain, not_pressed } => {
                for_.checked_add(against)?.checked_add(abstain)?.checked_add(not_pressed)
            }
        }
    }

    /// Returns what these hands decide among `all` members of the body, `present` of whom are
    /// there; without a threshold more for than against is enough. `None` when more hands were
    /// counted than are present. No paper is returned: the hands counted stand for it.
    #[must_use]
    pub fn result(
        self,
        threshold: Option<Threshold>,
        all: u32,
        present: u32,
    ) -> Option<HandResult> {
        let raised = self.sum()?;
        let not_raised = present.checked_sub(raised)?;
        let (for_, against, abstain, voted) = match self {
            Self::Minority { against, abstain } => (not_raised, against, abstain, present),
            Self::Each { for_, against, abstain } => (for_, against, abstain, raised),
            Self::Shown { for_, against, abstain, not_pressed } => {
                (for_, against, abstain, raised.saturating_sub(not_pressed))
            }
        };
        let not_pressed = match self {
            Self::Shown { not_pressed, .. } => Some(not_pressed),
            Self::Minority { .. } | Self::Each { .. } => None,
        };
        let control = Control { all_deputies: all, present, returned: voted, ..Control::default() };
        let needed =
            threshold.map(|threshold| threshold.needed(control.base_value(threshold.base, voted)));
        Some(HandResult {
            for_,
            against,
            abstain,
            not_pressed,
            needed,
            passed: is_passed(for_, against, needed),
        })
    }
}
