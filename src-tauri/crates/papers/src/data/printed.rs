//! 票样: a ballot as its text sees it. What is printed where, and how wide and tall, follows from
//! the settings and the sheet; the text only places it.

use chrono::NaiveDate;
use session::tally::{Cap, Kind, SeatsRule};
use session::views::wording::{self, Called};

use super::SessionName;
use super::ballot::{BallotMark, BallotOption, BallotPaper, BallotSection};
use super::fields::records;
use crate::clauses::notes;
use crate::layout::measure::{Mm, PageSize, times};
use crate::layout::setup::OnASheet;

records! {
    /// A ballot as its text sees it.
    pub struct Printed {
        /// The session's name.
        pub session: SessionName,
        /// Title of the ballot: “2026年度民生实事项目票决票”.
        pub title: String,
        /// 颜色: label of the paper's colour; none when it has none.
        pub colour: Option<String>,
        /// `a4` or `a5`: the size of one ballot.
        pub size: PageSize,
        /// `one` or `two`: how many a sheet of paper carries.
        pub on_a_sheet: OnASheet,
        /// The day of the session.
        pub date: NaiveDate,
        /// What is printed in the place of the seal.
        pub seal: String,
        /// The contests in order.
        pub sections: Vec<PrintedSection>,
        /// 填票说明, one paragraph each.
        pub notes: Vec<String>,
    }

    /// One contest on the ballot.
    pub struct PrintedSection {
        flat
        /// The kind of question and its rule, as docs/count-file.md writes them.
        pub kind: Kind,
        /// Its own title, where the ballot carries several.
        pub title: Option<String>,
        /// What a row is called: 项目, 候选人.
        pub noun: String,
        /// Its measure word.
        pub measure: String,
        /// How many stand and how many may be chosen: “候选项目12项，赞成的不得超过10项”; none where
        /// nothing is chosen.
        pub to_choose: Option<String>,
        /// The columns and the height of the rows, to stand behind `:table`.
        pub columns: String,
        /// The heads of the columns.
        pub head: Vec<String>,
        /// The cells of the rows, then of the lines to write a name in; an empty one is to be
        /// marked or written in.
        pub rows: Vec<Vec<String>>,
        /// The symbol map.
        pub marks: Vec<BallotMark>,
        /// What is voted on.
        pub options: Vec<BallotOption>,
    }
}

/// No row is lower: a symbol needs room to be drawn by hand.
const LEAST_ROW: Mm = Mm(9.2);
/// A ballot of more rows than this is set in smaller type on A4.
const MANY_ROWS: u32 = 16;

/// What a sheet leaves to the tables.
struct Sheet {
    is_a4: bool,
    /// Height of every row, alike on the whole ballot.
    row: Mm,
    is_long: bool,
}

impl Sheet {
    /// Where there are few rows they are taller, as long as one page holds them.
    fn of(ballot: &BallotPaper) -> Self {
        let is_a4 = ballot.size == PageSize::A4;
        let rows = ballot.sections.iter().map(row_count).sum::<u32>();
        let (whole, a_section, most) =
            if is_a4 { (Mm(176.0), Mm(34.0), Mm(12.5)) } else { (Mm(126.0), Mm(24.0), Mm(11.0)) };
        let room = whole - a_section * times(ballot.sections.len());
        let row = LEAST_ROW.max((room / f64::from(rows)).min(most));
        Self { is_a4, row, is_long: rows > MANY_ROWS }
    }

    /// Returns the one for the sheet.
    const fn pick<T: Copy>(&self, on_a4: T, on_a5: T) -> T {
        if self.is_a4 { on_a4 } else { on_a5 }
    }
}

fn row_count(section: &BallotSection) -> u32 {
    let options = u32::try_from(section.options.len()).unwrap_or(u32::MAX);
    options.saturating_add(section.write_in_lines())
}

impl Printed {
    /// Returns a ballot as its text sees it.
    #[must_use]
    pub fn of(ballot: &BallotPaper) -> Self {
        let sheet = Sheet::of(ballot);
        let is_one_of_several = ballot.sections.len() > 1;
        let printed = |section: &BallotSection| printed(section, &sheet, is_one_of_several);
        Self {
            session: ballot.session.clone(),
            title: ballot.title.clone(),
            colour: ballot.colour.clone(),
            size: ballot.size,
            on_a_sheet: ballot.on_a_sheet,
            date: ballot.date,
            seal: ballot.seal.clone(),
            sections: ballot.sections.iter().map(printed).collect(),
            notes: notes::notes(&ballot.sections),
        }
    }
}

fn printed(section: &BallotSection, sheet: &Sheet, is_one_of_several: bool) -> PrintedSection {
    let Called { noun, measure, .. } = wording::called(&section.kind);
    let table = Table::of(section, sheet);
    let stand = section.options.len();
    let to_choose = |rule| to_choose(&section.kind, rule, stand, is_one_of_several);
    PrintedSection {
        kind: section.kind.clone(),
        title: section.title.clone(),
        noun: noun.to_owned(),
        measure: measure.to_owned(),
        to_choose: section.seats_rule().map(to_choose),
        columns: table.columns(sheet),
        head: table.head(),
        rows: table.rows(),
        marks: section.marks.clone(),
        options: section.options.clone(),
    }
}

fn to_choose(kind: &Kind, rule: &SeatsRule, stand: usize, is_one_of_several: bool) -> String {
    let Called { measure, .. } = wording::called(kind);
    let seats = format!("{}{measure}", rule.seats);
    let choose = match rule.cap {
        Cap::Exactly => format!("须赞成其中的{seats}"),
        Cap::AtMost if !is_one_of_several => format!("赞成的不得超过{seats}"),
        Cap::AtMost | Cap::None => format!("应选{seats}"),
    };
    format!("{}{stand}{measure}，{choose}", notes::candidates(kind))
}

/// The table of one section: which columns it has.
struct Table<'a> {
    section: &'a BallotSection,
    /// 序号; a single motion needs none.
    is_numbered: bool,
    /// 投资（万元）.
    has_investment: bool,
    /// 责任单位; A5 has no room for it.
    has_unit: bool,
    /// A column for each meaning, or one for all.
    each: bool,
}

impl<'a> Table<'a> {
    fn of(section: &'a BallotSection, sheet: &Sheet) -> Self {
        let each = section.has_a_column_each();
        let of_projects = matches!(section.kind, Kind::Selection(_)) && !each;
        let any = |fact: fn(&BallotOption) -> bool| section.options.iter().any(fact);
        Self {
            section,
            is_numbered: !matches!(section.kind, Kind::Motion(_)) || section.options.len() > 1,
            has_investment: of_projects && any(|option| option.investment.is_some()),
            has_unit: of_projects && sheet.is_a4 && any(|option| option.unit.is_some()),
            each,
        }
    }

    /// Widths in millimetres and sizes of type, as `:table` reads them.
    fn columns(&self, sheet: &Sheet) -> String {
        let mut columns: Vec<String> = Vec::new();
        if self.is_numbered {
            let number = match self.section.write_in_lines() {
                0 => sheet.pick("12c", "10c@10.5"),
                _ => sheet.pick("12c@10.5", "11c@8.5"),
            };
            columns.push(number.to_owned());
        }
        let name = match self.section.kind {
            Kind::Election(_) => sheet.pick("*l!@16", "*l!@13"),
            Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) if self.each => {
                sheet.pick("*l!", "*l!@10")
            }
            Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => "*l!",
        };
        columns.push(name.to_owned());
        if self.has_investment {
            columns.push(sheet.pick("17c@11", "16c@9.5").to_owned());
        }
        if self.has_unit {
            columns.push("27c@10".to_owned());
        }
        if self.each {
            let marks = times(self.section.marks.len());
            let (most, room) = sheet.pick((Mm(20.0), Mm(90.0)), (Mm(13.0), Mm(62.0)));
            let (Mm(width), size) = (most.min(room / marks), sheet.pick("11.5", "10"));
            let column = format!("{width}c@{size}");
            columns.extend(std::iter::repeat_n(column, self.section.marks.len()));
        } else {
            columns.push(sheet.pick("20c", "18c").to_owned());
        }
        let Mm(row) = sheet.row;
        let small = if sheet.is_long && sheet.is_a4 { " size=11" } else { "" };
        format!("{} row={row} even{small}", columns.join(" "))
    }

    fn head(&self) -> Vec<String> {
        let noun = wording::called(&self.section.kind).noun;
        let name = match self.section.kind {
            Kind::Selection(_) => format!("{noun}名称"),
            Kind::Election(_) => format!("{noun}姓名"),
            Kind::Evaluation(_) | Kind::Motion(_) => noun.to_owned(),
        };
        let marks = if self.each {
            self.section.marks.iter().map(|mark| mark.meaning.clone()).collect()
        } else {
            vec!["符号".to_owned()]
        };
        let (investment, unit) = ("投资（万元）".to_owned(), "责任单位".to_owned());
        self.cells("序号".to_owned(), name, (investment, unit), marks)
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let to_mark = vec![String::new(); if self.each { self.section.marks.len() } else { 1 }];
        let option = |option: &BallotOption| {
            let facts = (
                option.investment.clone().unwrap_or_default(),
                option.unit.clone().unwrap_or_default(),
            );
            self.cells(option.number.to_string(), option.name.clone(), facts, to_mark.clone())
        };
        // A written-in name is approved or not written in.
        let written = if self.each {
            let mark = |mark: &BallotMark| if mark.approves { "" } else { "——" }.to_owned();
            self.section.marks.iter().map(mark).collect()
        } else {
            to_mark.clone()
        };
        let facts = || (String::new(), String::new());
        let line = |_| self.cells("另选他人".to_owned(), String::new(), facts(), written.clone());
        let options = self.section.options.iter().map(option);
        options.chain((0..self.section.write_in_lines()).map(line)).collect()
    }

    fn cells(
        &self,
        number: String,
        name: String,
        (investment, unit): (String, String),
        marks: Vec<String>,
    ) -> Vec<String> {
        let mut cells = Vec::new();
        cells.extend(Some(number).filter(|_| self.is_numbered));
        cells.push(name);
        cells.extend(Some(investment).filter(|_| self.has_investment));
        cells.extend(Some(unit).filter(|_| self.has_unit));
        cells.extend(marks);
        cells
    }
}
