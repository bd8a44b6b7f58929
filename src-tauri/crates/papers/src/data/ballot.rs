//! 选票/票决票: what stands on a ballot. It carries nothing that tells two sheets apart.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use session::tally::{
    AbstentionWord, Cap, IllegibleRow, Kind, MultiMark, OverCap, SeatsRule, WriteInUnmarked,
    WriteIns,
};
use session::views::wording::{self, Blank, Called};

use super::SessionName;
use super::fields::{Fields, Shape, records};
use super::printed::Printed;
use crate::error::PaperError;
use crate::layout::measure::PageSize;
use crate::layout::setup::{OnASheet, Setup};
use crate::render::{Paper, Rendered};

/// The text of a ballot as it comes with the program.
pub const BALLOT_TEXT: &str = include_str!("../../../../../assets/papers/ballot.j2");

/// 选票、票决票、测评票、表决票: one printed form. Its text sees it as [`Printed`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotPaper {
    pub session: SessionName,
    /// Title of the ballot: “2026年度民生实事项目票决票”.
    pub title: String,
    /// 颜色: label of the paper's colour, such as “粉红色”.
    pub colour: Option<String>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BallotSection {
    /// Its own title, when the ballot carries several.
    pub title: Option<String>,
    /// The kind of question and its rule.
    pub kind: Kind,
    /// 符号: what to draw for each meaning, in the order of the symbol map. A meaning without a
    /// symbol is missing.
    pub marks: Vec<BallotMark>,
    /// What an abstention is called.
    pub abstention: AbstentionWord,
    /// Whether only deputies may be written in (组织法 12: 主席、副主席).
    pub write_in_deputies_only: bool,
    /// What a row of an evaluation is called; empty: 测评项目.
    pub row_noun: String,
    /// Whether lines for remarks stand below the rows.
    pub remarks: bool,
    /// The rows in ballot order.
    pub options: Vec<BallotOption>,
    /// The heading that begins with each row, empty where none does; none at all without headings.
    pub headings: Vec<String>,
}

records! {
    /// One line of the symbol map.
    pub struct BallotMark {
        /// What is drawn: “○”.
        pub symbol: String,
        /// What it means: “赞成”, or a grade.
        pub meaning: String,
        pub approves: bool,
        pub abstains: bool,
    }

    /// One row of a ballot.
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
}

/// Everything a voter must know to mark a section with seats, the number of seats apart.
type Seats = (Cap, OverCap, WriteIns, WriteInUnmarked, bool);

impl BallotSection {
    /// Returns the rule of a section in which something is chosen.
    #[must_use]
    pub const fn seats_rule(&self) -> Option<&SeatsRule> {
        match &self.kind {
            Kind::Selection(rule) | Kind::Election(rule) => Some(rule),
            Kind::Evaluation(_) | Kind::Motion(_) => None,
        }
    }

    /// Returns what it and its rows are called.
    #[must_use]
    pub fn called(&self) -> Called<'_> {
        wording::called_by(&self.kind, &self.row_noun)
    }

    /// Returns what blanks mean.
    #[must_use]
    pub const fn blank(&self) -> Blank {
        Blank::in_rule(&self.kind, self.abstention)
    }

    /// Returns what a row that cannot be read makes void.
    #[must_use]
    pub const fn illegible_row(&self) -> IllegibleRow {
        match &self.kind {
            Kind::Selection(rule) | Kind::Election(rule) => rule.illegible_row,
            Kind::Evaluation(rule) => rule.illegible_row,
            Kind::Motion(rule) => rule.illegible_row,
        }
    }

    /// Returns what several marks in one row of an evaluation mean.
    #[must_use]
    pub const fn multi_mark(&self) -> Option<MultiMark> {
        match &self.kind {
            Kind::Evaluation(rule) => Some(rule.multi_mark),
            Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => None,
        }
    }

    /// Tells whether every meaning has a column of its own, because one symbol has several.
    #[must_use]
    pub fn has_a_column_each(&self) -> bool {
        self.marks.iter().enumerate().any(|(index, mark)| {
            self.marks[..index].iter().any(|other| other.symbol == mark.symbol)
        })
    }

    /// How many lines there are to write a name in: one a seat.
    #[must_use]
    pub const fn write_in_lines(&self) -> u32 {
        match self.seats_rule() {
            Some(rule) => match rule.write_ins {
                WriteIns::None => 0,
                WriteIns::NeedsAgainst | WriteIns::Allowed => rule.seats.get(),
            },
            None => 0,
        }
    }

    /// Tells whether the same is drawn in its rows as in those of another section.
    #[must_use]
    pub fn draws_like(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.kind) == std::mem::discriminant(&other.kind)
            && self.marks == other.marks
            && self.blank().row == other.blank().row
            && self.multi_mark() == other.multi_mark()
            && self.row_noun == other.row_noun
    }

    /// Tells whether it is marked by the same rules as another section; the number of seats may
    /// differ.
    #[must_use]
    pub fn is_marked_like(&self, other: &Self) -> bool {
        self.draws_like(other)
            && self.blank() == other.blank()
            && self.illegible_row() == other.illegible_row()
            && self.seats() == other.seats()
    }

    fn seats(&self) -> Option<Seats> {
        let deputies_only = self.write_in_deputies_only;
        self.seats_rule().map(|rule| {
            (rule.cap, rule.over_cap, rule.write_ins, rule.write_in_unmarked, deputies_only)
        })
    }
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

impl Serialize for BallotPaper {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Printed::of(self).serialize(serializer)
    }
}

impl Fields for BallotPaper {
    fn shape() -> Shape {
        Printed::shape()
    }
}
