//! One question on a ballot, with its options and its rule.

use serde::{Deserialize, Serialize};

use crate::section::{SectionRule, Verdict};
use crate::{
    BlankRow, BlankSection, EvaluationRule, Mark, MotionRule, SeatsRule, Section, Threshold,
    WhollyBlank,
};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// Names a contest within its ballot.
    ContestId
}
text_id! {
    /// Names an option within its contest.
    OptionId
}

/// 候选人、项目或测评对象: one row of a contest.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ContestOption {
    /// Unique within the contest.
    pub id: OptionId,
    /// As printed on the ballot.
    pub name: String,
}

/// What kind of question a contest is, with its rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", content = "rule", rename_all = "snake_case")]
pub enum Kind {
    /// 票决: choose at most k of m projects.
    Selection(SeatsRule),
    /// 选举: persons, with write-ins ranked beside candidates.
    Election(SeatsRule),
    /// 满意度测评: one grade for every row.
    Evaluation(EvaluationRule),
    /// 表决: for, against or abstain on one text.
    Motion(MotionRule),
}

/// One question on a ballot.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Contest {
    /// Unique within the ballot.
    pub id: ContestId,
    /// As printed above the section.
    pub title: String,
    /// 1–500 rows, in the order of the ballot; a motion has one.
    pub options: Vec<ContestOption>,
    /// The kind of question and its rule.
    #[serde(flatten)]
    pub kind: Kind,
}

impl Contest {
    /// Returns what must be reached; `None` for an evaluation, and where most votes are enough.
    #[must_use]
    pub fn threshold(&self) -> Option<Threshold> {
        match &self.kind {
            Kind::Selection(rule) | Kind::Election(rule) => rule.threshold,
            Kind::Motion(rule) => rule.threshold,
            Kind::Evaluation(_) => None,
        }
    }

    /// Returns the rule of a contest with seats, `None` for evaluations and motions.
    #[must_use]
    pub fn seats_rule(&self) -> Option<&SeatsRule> {
        match &self.kind {
            Kind::Selection(rule) | Kind::Election(rule) => Some(rule),
            Kind::Evaluation(_) | Kind::Motion(_) => None,
        }
    }

    /// Returns what a row without a symbol means.
    #[must_use]
    pub fn blank_row(&self) -> BlankRow {
        match &self.kind {
            Kind::Selection(rule) | Kind::Election(rule) => rule.blank_row,
            Kind::Evaluation(rule) => rule.blank_row,
            Kind::Motion(rule) => rule.blank_row,
        }
    }

    /// Returns what a section without any symbol means by its setting.
    #[must_use]
    pub fn blank_section(&self) -> BlankSection {
        match &self.kind {
            Kind::Selection(rule) | Kind::Election(rule) => rule.blank_section,
            Kind::Evaluation(rule) => rule.blank_section,
            Kind::Motion(rule) => rule.blank_section,
        }
    }

    /// Returns what a section without any symbol comes to, counted as any other: where every blank
    /// row is 赞成, as many rows as there are may be over the cap.
    #[must_use]
    pub fn wholly_blank(&self) -> WhollyBlank {
        let marks = vec![Mark::Blank; self.options.len()];
        let section = Section { marks, write_ins: Vec::new(), ruling: None };
        match SectionRule::of(self).judge(&section) {
            Verdict::Void => WhollyBlank::Void,
            Verdict::SheetVoid => WhollyBlank::VoidsSheet,
            Verdict::Blank => WhollyBlank::Abstains,
            Verdict::Valid { .. } => BlankSection::ByRow.comes_to(self.blank_row()),
        }
    }

    /// Tells whether a row of this contest may hold `mark`.
    #[must_use]
    pub fn allows(&self, mark: Mark) -> bool {
        match (&self.kind, mark) {
            (Kind::Evaluation(rule), Mark::Grade(index)) => usize::from(index) < rule.grades.len(),
            (_, Mark::Abstain | Mark::Blank | Mark::Illegible)
            | (Kind::Evaluation(_), Mark::Multiple)
            | (
                Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_),
                Mark::For | Mark::Against,
            ) => true,
            (Kind::Evaluation(_), Mark::For | Mark::Against)
            | (
                Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_),
                Mark::Grade(_) | Mark::Multiple,
            ) => false,
        }
    }
}
