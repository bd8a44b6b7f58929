//! 与法律不符的设置: a setting that contradicts the 地方组织法 is accepted only with a recorded
//! reason, and every report says so.

use serde::Serialize;
use tally::{Base, Contest, Fraction, Kind, Least, Threshold};

use crate::ballot::Ballot;

/// Where the settings of a ballot contradict the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "departure", rename_all = "snake_case")]
pub enum Departure {
    /// 组织法 14: a session sits only with two thirds of the deputies.
    Quorum {
        /// What is set.
        quorum: Fraction,
    },
    /// 组织法 25: elections and resolutions pass with more than half of all deputies.
    Threshold {
        /// Title of the contest.
        contest: String,
        /// What is set; `None`: most votes only.
        threshold: Option<Threshold>,
    },
}

impl Ballot {
    /// Returns where the settings contradict the law. A runoff is won by the most votes (组织法
    /// 29): its threshold is none.
    #[must_use]
    pub fn departures(&self) -> Vec<Departure> {
        let quorum = below(self.quorum, Fraction::TWO_THIRDS)
            .then_some(Departure::Quorum { quorum: self.quorum });
        let runoff = self
            .origin
            .as_ref()
            .is_some_and(|origin| origin.follows == crate::ballot::follow::Follows::Runoff);
        let contests = self.contests.iter().map(|entry| &entry.contest).filter(|_| !runoff);
        quorum.into_iter().chain(contests.filter_map(departure)).collect()
    }
}

/// Returns the departure, if passing with this threshold contradicts article 25.
pub(crate) fn departure_of_threshold(
    title: &str,
    threshold: Option<Threshold>,
) -> Option<Departure> {
    let lawful = threshold.is_some_and(is_majority_of_all);
    (!lawful).then(|| Departure::Threshold { contest: title.to_owned(), threshold })
}

fn departure(contest: &Contest) -> Option<Departure> {
    let threshold = match &contest.kind {
        Kind::Election(rule) => rule.threshold,
        Kind::Motion(rule) => rule.threshold,
        Kind::Selection(_) | Kind::Evaluation(_) => return None,
    };
    departure_of_threshold(&contest.title, threshold)
}

/// Tells whether a threshold can only be reached by more than half of all deputies, however many
/// they are.
#[must_use]
pub fn is_majority_of_all(threshold: Threshold) -> bool {
    let enough = match threshold.least {
        Least::Over(fraction) => !below(fraction, Fraction::HALF),
        Least::AtLeast(fraction) => below(Fraction::HALF, fraction),
    };
    match threshold.base {
        Base::AllDeputies => enough,
        Base::Present | Base::Returned | Base::Valid => false,
    }
}

fn below(one: Fraction, other: Fraction) -> bool {
    let ((p, q), (r, s)): ((u32, u32), (u32, u32)) = (one.into(), other.into());
    u64::from(p) * u64::from(s) < u64::from(r) * u64::from(q)
}
