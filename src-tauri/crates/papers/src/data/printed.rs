//! 票样: a ballot as its text sees it. What is printed where, and how wide and tall, follows from
//! the settings and the sheet; the text only places it.

use chrono::NaiveDate;
use session::number;
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
        /// The same rows under their headings; one group without a name where there are none.
        pub groups: Vec<RowGroup>,
        /// Whether lines for remarks (意见建议) stand below the rows.
        pub remarks: bool,
        /// The symbol map.
        pub marks: Vec<BallotMark>,
        /// What is voted on.
        pub options: Vec<BallotOption>,
    }

    /// Rows that stand under one heading.
    pub struct RowGroup {
        /// The heading; empty where the rows stand under none.
        pub name: String,
        /// The cells of the rows.
        pub rows: Vec<Vec<String>>,
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
        let remarked = ballot.sections.iter().filter(|section| section.remarks).count();
        let lines = if is_a4 { Mm(32.0) } else { Mm(26.0) };
        let room = whole - a_section * times(ballot.sections.len()) - lines * times(remarked);
        let row = LEAST_ROW.max((room / f64::from(rows)).min(most));
        Self { is_a4, row, is_long: rows > MANY_ROWS }
    }

    /// Returns the one for the sheet.
    const fn pick<T: Copy>(&self, on_a4: T, on_a5: T) -> T {
        if self.is_a4 { on_a4 } else { on_a5 }
    }
}

fn row_count(section: &BallotSection) -> u32 {
    let options = number(section.options.len());
    let headings = section.headings.iter().filter(|heading| !heading.is_empty()).count();
    let headings = number(headings);
    options.saturating_add(section.write_in_lines()).saturating_add(headings)
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
    let Called { noun, measure, .. } = section.called();
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
        groups: groups(&section.headings, table.rows()),
        remarks: section.remarks,
        marks: section.marks.clone(),
        options: section.options.clone(),
    }
}

/// A row with a heading of its own begins a group; lines to write a name in stay with the last.
fn groups(headings: &[String], rows: Vec<Vec<String>>) -> Vec<RowGroup> {
    let mut groups: Vec<RowGroup> = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let name = headings.get(index).filter(|heading| !heading.is_empty());
        match (name, groups.last_mut()) {
            (None, Some(group)) => group.rows.push(row),
            (name, _) => {
                groups.push(RowGroup { name: name.cloned().unwrap_or_default(), rows: vec![row] });
            }
        }
    }
    groups
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

/// A column of a ballot's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ColumnOf<'a> {
    /// 序号; a single motion needs none.
    Number,
    /// What is voted on.
    Name,
    /// 投资（万元）.
    Investment,
    /// 责任单位; A5 has no room for it.
    Unit,
    /// The one column all symbols are drawn in.
    Symbol,
    /// The column of one meaning.
    Mark(&'a BallotMark),
}

/// The table of one section.
struct Table<'a> {
    section: &'a BallotSection,
    columns: Vec<ColumnOf<'a>>,
}

impl<'a> Table<'a> {
    fn of(section: &'a BallotSection, sheet: &Sheet) -> Self {
        let each = section.has_a_column_each();
        let of_projects = matches!(section.kind, Kind::Selection(_)) && !each;
        let any = |fact: fn(&BallotOption) -> bool| section.options.iter().any(fact);
        let mut columns = Vec::new();
        if !matches!(section.kind, Kind::Motion(_)) || section.options.len() > 1 {
            columns.push(ColumnOf::Number);
        }
        columns.push(ColumnOf::Name);
        if of_projects && any(|option| option.investment.is_some()) {
            columns.push(ColumnOf::Investment);
        }
        if of_projects && sheet.is_a4 && any(|option| option.unit.is_some()) {
            columns.push(ColumnOf::Unit);
        }
        if each {
            columns.extend(section.marks.iter().map(ColumnOf::Mark));
        } else {
            columns.push(ColumnOf::Symbol);
        }
        Self { section, columns }
    }

    /// Widths in millimetres and sizes of type, as `:table` reads them.
    fn columns(&self, sheet: &Sheet) -> String {
        let widths: Vec<String> =
            self.columns.iter().map(|column| column.width(self.section, sheet)).collect();
        let Mm(row) = sheet.row;
        let small = if sheet.is_long && sheet.is_a4 { " size=11" } else { "" };
        format!("{} row={row} even{small}", widths.join(" "))
    }

    fn head(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.head(self.section)).collect()
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let cells = |option| self.columns.iter().map(|column| column.cell(option)).collect();
        let options = self.section.options.iter().map(cells);
        let line: Vec<String> =
            self.columns.iter().map(|column| column.to_write_in().to_owned()).collect();
        options.chain((0..self.section.write_in_lines()).map(|_| line.clone())).collect()
    }
}

impl ColumnOf<'_> {
    fn width(self, section: &BallotSection, sheet: &Sheet) -> String {
        let is_election = matches!(section.kind, Kind::Election(_));
        let width = match self {
            Self::Number if section.write_in_lines() > 0 => sheet.pick("12c@10.5", "11c@8.5"),
            Self::Number => sheet.pick("12c", "10c@10.5"),
            Self::Name if is_election => sheet.pick("*l!@16", "*l!@13"),
            Self::Name if section.has_a_column_each() => sheet.pick("*l!", "*l!@10"),
            Self::Name => "*l!",
            Self::Investment => sheet.pick("17c@11", "16c@9.5"),
            Self::Unit => "27c@10",
            Self::Symbol => sheet.pick("20c", "18c"),
            Self::Mark(_) => {
                let (most, room) = sheet.pick((Mm(20.0), Mm(90.0)), (Mm(13.0), Mm(62.0)));
                let Mm(width) = most.min(room / times(section.marks.len()));
                return format!("{width}c@{}", sheet.pick("11.5", "10"));
            }
        };
        width.to_owned()
    }

    fn head(self, section: &BallotSection) -> String {
        let noun = section.called().noun;
        match (self, &section.kind) {
            (Self::Number, _) => "序号".to_owned(),
            (Self::Name, Kind::Selection(_)) => format!("{noun}名称"),
            (Self::Name, Kind::Election(_)) => format!("{noun}姓名"),
            (Self::Name, Kind::Evaluation(_) | Kind::Motion(_)) => noun.to_owned(),
            (Self::Investment, _) => "投资（万元）".to_owned(),
            (Self::Unit, _) => "责任单位".to_owned(),
            (Self::Symbol, _) => "符号".to_owned(),
            (Self::Mark(mark), _) => mark.meaning.clone(),
        }
    }

    /// What stands in the column; nothing where it is to be marked.
    fn cell(self, option: &BallotOption) -> String {
        match self {
            Self::Number => option.number.to_string(),
            Self::Name => option.name.clone(),
            Self::Investment => option.investment.clone().unwrap_or_default(),
            Self::Unit => option.unit.clone().unwrap_or_default(),
            Self::Symbol | Self::Mark(_) => String::new(),
        }
    }

    /// A written-in name is approved or not written in.
    const fn to_write_in(self) -> &'static str {
        match self {
            Self::Number => "另选他人",
            Self::Mark(mark) if !mark.approves => "——",
            Self::Name | Self::Investment | Self::Unit | Self::Symbol | Self::Mark(_) => "",
        }
    }
}
