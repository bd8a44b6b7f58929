//! 决定: what the session decided, with the list of the chosen projects.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::Serialize;

use super::SessionName;
use crate::error::PaperError;
use crate::layout::measure::GridSetting;
use crate::layout::setup::Setup;
use crate::render::{Paper, Rendered};

/// The text of a decision as it comes with the program.
pub const DECISION_TEXT: &str = include_str!("../../../../../assets/papers/decision.j2");

/// 决定 on the livelihood projects of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The session.
    pub session: SessionName,
    /// The year of the projects.
    pub year: i32,
    /// Who carries the projects out: “青石镇人民政府”.
    pub government: String,
    /// The day it was passed.
    pub date: NaiveDate,
    /// How many candidates were voted on.
    pub candidates: u32,
    /// 应到.
    pub expected: u32,
    /// 实到.
    pub present: u32,
    /// The chosen projects in the order they are listed; at least one.
    pub projects: Vec<ChosenProject>,
}

/// 民生实事项目: one chosen project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChosenProject {
    /// 项目名称.
    pub name: String,
    /// 实施内容.
    pub content: String,
    /// 投资 in 万元, as printed.
    pub investment: String,
    /// 责任单位.
    pub unit: String,
    /// 责任人.
    pub person: String,
    /// 完成时限.
    pub deadline: String,
}

impl Decision {
    /// Returns the decision as a paper with a text.
    #[must_use]
    pub fn paper<'a>(&'a self, text: &'a str) -> Paper<'a, Self> {
        let title = format!("{}关于{}年度民生实事项目的决定", self.session.full, self.year);
        Paper { kind: "decision", title, date: self.date, text, fields: self, setup: Setup::official(GridSetting::OFFICIAL) }
    }
}

/// Returns a decision as a PDF.
///
/// # Errors
/// Any [`PaperError`]; a character no face can draw is named before anything is drawn.
pub fn render_decision(decision: &Decision) -> Result<Rendered, PaperError> {
    decision.paper(DECISION_TEXT).render(NonZeroU32::MIN)
}
