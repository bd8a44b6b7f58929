//! 清零: the counts of a ballot before the first sheet is keyed.

use super::SessionName;
use super::fields::records;
use super::meeting::{MeetingFacts, PeopleFacts};
use super::rules::RulesFacts;

records! {
    /// The counts as they stand, all of them zero.
    pub struct ZeroFacts {
        /// Sheets keyed in the first pass.
        pub first: u32,
        /// Sheets keyed in the second pass.
        pub second: u32,
        /// Sheets the counts rest on.
        pub sheets: u32,
        /// The questions in the order of the paper.
        pub contests: Vec<ZeroContest>,
    }

    /// One question.
    pub struct ZeroContest {
        /// As printed above the section.
        pub title: String,
        /// What is chosen: 项目, 候选人, 测评项目, 表决事项.
        pub noun: String,
        /// What is counted of a row: 赞成, 反对, 弃权, or the grades.
        pub answers: Vec<String>,
        /// The rows.
        pub rows: Vec<ZeroRow>,
        /// Names written in so far; `None` where none can be.
        pub written_in: Option<u32>,
    }

    /// One row.
    pub struct ZeroRow {
        /// 序号.
        pub number: u32,
        /// As on the ballot.
        pub name: String,
        /// In the order of the answers.
        pub counts: Vec<u32>,
        /// 本栏无效.
        pub void: u32,
    }

    /// What the paper may say.
    pub struct OfZero {
        pub session: SessionName,
        pub meeting: MeetingFacts,
        pub people: PeopleFacts,
        /// The settings of the ballot.
        pub rules: RulesFacts,
        /// The counts.
        pub zero: ZeroFacts,
    }
}
