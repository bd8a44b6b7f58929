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

/// Returns the year a title names: 2026 of “2026年度民生实事项目票决”.
#[must_use]
pub fn year_named(title: &str) -> Option<i32> {
    let (before, _) = title.split_once('年')?;
    let figures = before.len().checked_sub(4)?;
    before.get(figures..)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_the_one_in_the_title() {
        assert_eq!(year_named("2026年度民生实事项目票决"), Some(2026));
        assert_eq!(year_named("关于2027年度民生实事"), Some(2027));
        assert_eq!(year_named("民生实事项目票决"), None);
    }
}
