//! 计票结果报告单: what the chief scrutineer signs and reports.

use std::num::NonZeroU32;

use chrono::NaiveDateTime;
use serde::Serialize;

use super::SessionName;
use crate::error::PaperError;
use crate::layout::setup::Setup;
use crate::render::{Paper, Rendered};

/// The text of a count report as it comes with the program.
pub const COUNT_REPORT_TEXT: &str = include_str!("../../../../../assets/papers/count-report.j2");

/// 计票结果报告单.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountReport {
    /// The session.
    pub session: SessionName,
    /// What was voted on: “2026年度民生实事项目票决”.
    pub vote: String,
    /// The round when it is not the first: “再次投票”.
    pub round: Option<String>,
    /// What is chosen: “项目” or “候选人”.
    pub noun: String,
    /// Its measure word: “项” or “名”.
    pub measure: String,
    /// How many are to be chosen.
    pub seats: u32,
    /// The control numbers.
    pub control: ControlNumbers,
    /// Whether the vote is valid, 收回 against 发出.
    pub vote_valid: bool,
    /// The threshold; `None` when most votes win.
    pub threshold: Option<Threshold>,
    /// The rows in the order they are reported.
    pub rows: Vec<CountRow>,
    /// 另选他人, by votes.
    pub write_ins: Vec<WriteIn>,
    /// When the count was certified.
    pub at: NaiveDateTime,
    /// Fingerprint of the record, hexadecimal.
    pub fingerprint: Option<String>,
}

/// The numbers a count is checked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ControlNumbers {
    /// 全体代表.
    pub all_deputies: u32,
    /// 应到.
    pub expected: u32,
    /// 实到.
    pub present: u32,
    /// 法定人数.
    pub quorum: u32,
    /// 印制.
    pub printed: u32,
    /// 发出.
    pub issued: u32,
    /// 划错换票.
    pub spoiled: u32,
    /// 收回.
    pub returned: u32,
    /// 有效.
    pub valid: u32,
    /// 无效.
    pub void: u32,
    /// 剩余.
    pub left_over: u32,
}

/// 过半数 and the like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Threshold {
    /// The least number of approvals that reaches it.
    pub needed: u32,
    /// What it is, to follow “超过” or “达到”: “超过全体代表的半数”.
    pub wording: String,
    /// Heading of the column that says whether a row reached it: “是否过半数”.
    pub heading: String,
}

/// One row of the count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountRow {
    /// 序号.
    pub number: u32,
    /// The name.
    pub name: String,
    /// 赞成.
    pub approvals: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstentions: u32,
    /// 本栏无效.
    pub void: u32,
    /// Whether it reached the threshold.
    pub reached: bool,
    /// What became of it.
    pub outcome: RowOutcome,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// Elected or chosen.
    Chosen,
    /// Level at the cut line.
    Tied,
    /// Reached the threshold, but the places are filled.
    PlacesFilled,
    /// Did not reach the threshold.
    NotReached,
}

/// 另选他人: a written-in name and its votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WriteIn {
    /// The name.
    pub name: String,
    /// 赞成.
    pub approvals: u32,
    /// Whether it reached the threshold.
    pub reached: bool,
}

impl CountReport {
    /// Returns the report as a paper with a text.
    #[must_use]
    pub fn paper<'a>(&'a self, text: &'a str) -> Paper<'a, Self> {
        let title = format!("{}{}计票结果报告单", self.session.full, self.vote);
        Paper { kind: "count report", title, date: self.at.date(), text, fields: self, setup: Setup::report(self.fingerprint.clone()) }
    }
}

/// Returns a count report as a PDF.
///
/// # Errors
/// Any [`PaperError`]; a character no face can draw is named before anything is drawn.
pub fn render_count_report(report: &CountReport) -> Result<Rendered, PaperError> {
    report.paper(COUNT_REPORT_TEXT).render(NonZeroU32::MIN)
}
