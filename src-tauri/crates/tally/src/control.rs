//! The control numbers of a round: quorum (地方组织法 article 14), majority (article 25) and
//! validity of the vote (选举法 article 44).

use serde::{Deserialize, Serialize};

use crate::{Base, Fraction, ValidIf};

/// Returns the least number of deputies present with which a session of `all` deputies may sit: two
/// thirds, that number included (article 14).
#[must_use]
pub fn quorum_needed(all: u32) -> u32 {
    Fraction::TWO_THIRDS.least_at_least(all)
}

/// Returns the least number of approvals that is more than half of `all` deputies (article 25).
#[must_use]
pub fn majority_needed(all: u32) -> u32 {
    Fraction::HALF.least_over(all)
}

/// 投票数据: the numbers announced before counting. Each 0 to 1,000,000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// 全体代表, at least 1.
    pub all_deputies: u32,
    /// 实到代表, at most all deputies.
    pub present: u32,
    /// 印制.
    pub printed: u32,
    /// 发出.
    pub issued: u32,
    /// 划错换票: spoiled and replaced.
    pub spoiled: u32,
    /// 收回.
    pub returned: u32,
}

impl Control {
    /// Tells whether two thirds of all deputies are present (article 14).
    #[must_use]
    pub fn quorum_met(&self) -> bool {
        self.quorum_met_under(Fraction::TWO_THIRDS)
    }

    /// Tells whether at least this fraction of all deputies is present.
    #[must_use]
    pub fn quorum_met_under(&self, quorum: Fraction) -> bool {
        self.present >= quorum.least_at_least(self.all_deputies)
    }

    /// Tells whether the vote as a whole is valid: the quorum is met and the returned papers
    /// satisfy `valid_if`.
    #[must_use]
    pub fn vote_valid(&self, valid_if: ValidIf) -> bool {
        self.vote_valid_under(valid_if, Fraction::TWO_THIRDS)
    }

    /// Tells the same under another quorum.
    #[must_use]
    pub fn vote_valid_under(&self, valid_if: ValidIf, quorum: Fraction) -> bool {
        let returned_as_required = match valid_if {
            ValidIf::ReturnedAtMostIssued => self.returned <= self.issued,
            ValidIf::ReturnedAtMostPresent => self.returned <= self.present,
            ValidIf::ReturnedEqualsIssued => self.returned == self.issued,
        };
        self.quorum_met_under(quorum) && returned_as_required
    }

    /// Returns the number a fraction of `base` is taken of; `valid` is the number of valid sections
    /// of the contest at hand.
    #[must_use]
    pub fn base_value(&self, base: Base, valid: u32) -> u32 {
        match base {
            Base::AllDeputies => self.all_deputies,
            Base::Present => self.present,
            Base::Returned => self.returned,
            Base::Valid => valid,
        }
    }
}
