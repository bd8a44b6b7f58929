//! 选票/票决票: what stands on a ballot. It carries nothing that tells two sheets apart.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::Serialize;

use super::SessionName;
use super::fields::{Fields, Shape};
use crate::error::PaperError;
use crate::layout::measure::PageSize;
use crate::layout::setup::{OnASheet, Setup};
use crate::render::{Paper, Rendered};

/// The text of a ballot as it comes with the program.
pub const BALLOT_TEXT: &str = include_str!("../../../../../assets/papers/ballot.j2");

/// 选票、票决票、测评票、表决票: one printed form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BallotPaper {
    /// The session.
    pub session: SessionName,
    /// Title of the ballot: “2026年度民生实事项目票决票”.
    pub title: String,
    /// 颜色: label of the paper's colour, such as “粉红色”.
    pub colour: Option<String>,
    /// The size of one ballot.
    pub size: PageSize,
    /// How many ballots a sheet of paper carries.
    pub on_a_sheet: OnASheet,
    /// The day of the session; the PDF is dated with it.
    pub date: NaiveDate,
    /// What is printed in the place of the seal: “主席团盖章处”.
    pub seal: String,
    /// The contests on the sheet, in order.
    pub sections: Vec<BallotSection>,
}

/// One contest on a ballot, or several motions that are marked alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BallotSection {
    /// Its own title, when the ballot carries several.
    pub title: Option<String>,
    /// The kind of question.
    pub kind: SectionKind,
    /// What is voted on: “项目”, “候选人”, “表决事项”.
    pub noun: String,
    /// Its measure word: “个”, “名”, “项”.
    pub measure: String,
    /// How many may be chosen; selections and elections.
    pub seats: u32,
    /// How many must or may be marked; selections and elections.
    pub cap: BallotCap,
    /// What a section with too many approvals leads to.
    pub over_cap: OverCap,
    /// 符号: what to draw for each meaning, in the order of the symbol map. A meaning without a
    /// symbol is missing.
    pub marks: Vec<BallotMark>,
    /// Where it is drawn.
    pub columns: MarkColumns,
    /// What a row without a symbol means.
    pub blank_row: BlankRow,
    /// What an abstention is called: “弃权”, or “不了解”.
    pub abstention: String,
    /// What a section without any symbol means.
    pub blank_section: Validity,
    /// What a row that cannot be read makes void.
    pub illegible: Illegible,
    /// What several marks in one row of an evaluation mean.
    pub multi_mark: BlankRow,
    /// 另选他人.
    pub write_ins: WriteIns,
    /// Whether a written-in name without a symbol counts.
    pub write_in_unmarked: WriteInUnmarked,
    /// Whether only deputies may be written in (组织法 12: 主席、副主席).
    pub write_in_deputies_only: bool,
    /// The rows in ballot order.
    pub options: Vec<BallotOption>,
}

/// The kind of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// 票决.
    Selection,
    /// 选举.
    Election,
    /// 测评.
    Evaluation,
    /// 表决.
    Motion,
}

/// Where the symbols are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkColumns {
    /// All in one column: the symbol says what is meant.
    One,
    /// One symbol in a column for each meaning.
    Each,
}

/// One line of the symbol map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BallotMark {
    /// What is drawn: “○”.
    pub symbol: String,
    /// What it means: “赞成”, or a grade.
    pub meaning: String,
    /// Whether it approves.
    pub approves: bool,
    /// Whether it abstains.
    pub abstains: bool,
}

/// How many approvals a section may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlankRow {
    /// 弃权.
    Abstain,
    /// The row is void.
    Void,
    /// 赞成.
    For,
}

/// Whether something counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// It does.
    Valid,
    /// It does not.
    Void,
}

/// What a row that cannot be read makes void.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Illegible {
    /// That row.
    Row,
    /// The whole section.
    Section,
}

/// 另选他人: who may write in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteIns {
    /// Nobody.
    None,
    /// One name for each candidate marked against.
    NeedsAgainst,
    /// Also after an abstention.
    Allowed,
}

/// What a written-in name without a symbol means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteInUnmarked {
    /// 赞成.
    For,
    /// Nothing.
    Void,
}

/// One row of a ballot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BallotOption {
    /// 序号.
    pub number: u32,
    /// The name as it is printed: see [`names_beside_each_other`].
    pub name: String,
    /// 投资 in 万元, as printed.
    pub investment: Option<String>,
    /// 责任单位.
    pub unit: Option<String>,
}

/// Returns persons' names as they are printed beside each other: a name of two characters is as
/// wide as those of three. What stands behind a name in brackets is no part of it.
#[must_use]
pub fn names_beside_each_other(names: &[&str]) -> Vec<String> {
    let bare = |name: &str| name.find('（').unwrap_or(name.len());
    let has_three = names.iter().any(|name| name[..bare(name)].chars().count() == 3);
    let padded = |name: &&str| {
        let (person, note) = name.split_at(bare(name));
        let mut characters = person.chars();
        match (characters.next(), characters.next(), characters.next()) {
            (Some(first), Some(second), None) if has_three => {
                format!("{first}\u{3000}{second}{note}")
            }
            _ => (*name).to_owned(),
        }
    };
    names.iter().map(padded).collect()
}

impl BallotPaper {
    /// Returns the ballot as a paper with a text.
    #[must_use]
    pub fn paper<'a>(&'a self, text: &'a str) -> Paper<'a, Self> {
        let title = format!("{}{}", self.session.full, self.title);
        let setup = Setup::ballot(self.size).on_a_sheet(self.on_a_sheet);
        Paper { kind: "ballot", title, date: self.date, text, fields: self, setup }
    }

    /// Returns how many sheets of paper `ballots` ballots take.
    #[must_use]
    pub fn sheets(&self, ballots: NonZeroU32) -> NonZeroU32 {
        match self.on_a_sheet {
            OnASheet::One => ballots,
            OnASheet::Two => ballots.div_ceil(NonZeroU32::MIN.saturating_add(1)),
        }
    }
}

/// Returns at least `ballots` ballots as a PDF, every one of the same content; two on a sheet come
/// in pairs.
///
/// # Errors
/// Any [`PaperError`]; a character no face can draw is named before anything is drawn.
pub fn render_ballot(ballot: &BallotPaper, ballots: NonZeroU32) -> Result<Rendered, PaperError> {
    ballot.paper(BALLOT_TEXT).render(ballot.sheets(ballots))
}

impl Fields for BallotPaper {
    fn shape() -> Shape {
        let record = |names: &[&'static str]| {
            Shape::Record(names.iter().map(|name| (*name, Shape::Value)).collect())
        };
        let list = |element| Shape::List(Box::new(element));
        let plain = [
            "title",
            "kind",
            "noun",
            "measure",
            "seats",
            "cap",
            "over_cap",
            "columns",
            "blank_row",
            "abstention",
            "blank_section",
            "illegible",
            "multi_mark",
            "write_ins",
            "write_in_unmarked",
            "write_in_deputies_only",
        ];
        let mut section: Vec<(&'static str, Shape)> =
            plain.into_iter().map(|name| (name, Shape::Value)).collect();
        section.push(("marks", list(record(&["symbol", "meaning", "approves", "abstains"]))));
        section.push(("options", list(record(&["number", "name", "investment", "unit"]))));
        let own = ["title", "colour", "size", "on_a_sheet", "date", "seal"];
        let mut fields: Vec<(&'static str, Shape)> =
            own.into_iter().map(|name| (name, Shape::Value)).collect();
        fields.push(("session", SessionName::shape()));
        fields.push(("sections", list(Shape::Record(section))));
        Shape::Record(fields)
    }
}
