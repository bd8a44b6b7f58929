//! 选票/票决票: what stands on a ballot. It carries nothing that tells two sheets apart.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::Serialize;

use super::SessionName;
use crate::error::PaperError;
use crate::layout::measure::PageSize;
use crate::layout::setup::Setup;
use crate::render::{Paper, Rendered};

/// The text of a ballot as it comes with the program.
pub const BALLOT_TEXT: &str = include_str!("../../../../../assets/papers/ballot.j2");

/// 票决票: one printed form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BallotPaper {
    /// The session.
    pub session: SessionName,
    /// Title of the ballot: “2026年度民生实事项目票决票”.
    pub title: String,
    /// 颜色: label of the paper's colour, such as “粉红色”.
    pub colour: Option<String>,
    /// The sheet it is printed on.
    pub size: PageSize,
    /// The day of the session; the PDF is dated with it.
    pub date: NaiveDate,
    /// What is printed in the place of the seal: “主席团盖章处”.
    pub seal: String,
    /// The contests on the sheet, in order.
    pub sections: Vec<BallotSection>,
}

/// One contest on a ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BallotSection {
    /// Its own title, when the ballot carries several.
    pub title: Option<String>,
    /// What is chosen: “项目” or “候选人”.
    pub noun: String,
    /// How many may be chosen.
    pub seats: u32,
    /// How many must or may be marked.
    pub cap: BallotCap,
    /// What a section with too many approvals leads to.
    pub over_cap: OverCap,
    /// 符号: what to draw.
    pub symbols: Symbols,
    /// What a row without a symbol means.
    pub blank_row: BlankRow,
    /// The rows in ballot order.
    pub options: Vec<BallotOption>,
}

/// How many approvals a section may carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BallotCap {
    /// As many as are chosen, or fewer.
    AtMost,
    /// Exactly as many as are chosen.
    Exactly,
    /// Any number.
    None,
}

/// What too many approvals lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OverCap {
    /// This contest of the sheet is void.
    Section,
    /// The whole sheet is void.
    Sheet,
    /// It is counted, and reported.
    Flag,
}

/// What a row without a symbol means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlankRow {
    /// 弃权.
    Abstain,
    /// The row is void.
    Void,
    /// 赞成.
    For,
}

/// 符号: what to draw for each meaning; `None` when the meaning has no symbol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Symbols {
    /// 赞成.
    pub approve: String,
    /// 反对.
    pub oppose: Option<String>,
    /// 弃权; `None` when a blank row says it.
    pub abstain: Option<String>,
}

/// One row of a ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BallotOption {
    /// 序号.
    pub number: u32,
    /// The name.
    pub name: String,
    /// 投资 in 万元, as printed.
    pub investment: Option<String>,
    /// 责任单位.
    pub unit: Option<String>,
}

impl BallotPaper {
    /// Returns the ballot as a paper with a text.
    #[must_use]
    pub fn paper<'a>(&'a self, text: &'a str) -> Paper<'a, Self> {
        let title = format!("{}{}", self.session.full, self.title);
        Paper { kind: "ballot", title, date: self.date, text, fields: self, setup: Setup::ballot(self.size) }
    }
}

/// Returns a ballot as a PDF of `copies` copies, every one of the same content.
///
/// # Errors
/// Any [`PaperError`]; a character no face can draw is named before anything is drawn.
pub fn render_ballot(ballot: &BallotPaper, copies: NonZeroU32) -> Result<Rendered, PaperError> {
    ballot.paper(BALLOT_TEXT).render(copies)
}
