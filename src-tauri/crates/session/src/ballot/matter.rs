//! What a question is about.

use serde::Serialize;
use tally::Kind;

/// 事项: what a question is about, so that persons are spoken of as persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    Projects,
    Persons,
    /// 测评: work or people are graded.
    Grades,
    Motion,
}

impl Matter {
    /// Returns what a kind of question is about.
    #[must_use]
    pub const fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Selection(_) => Self::Projects,
            Kind::Election(_) => Self::Persons,
            Kind::Evaluation(_) => Self::Grades,
            Kind::Motion(_) => Self::Motion,
        }
    }
}
