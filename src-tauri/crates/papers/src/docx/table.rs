//! Tables of a DOCX (ISO/IEC 29500-1, 17.4): columns as wide as in the PDF, heads repeated, rows
//! not torn.

use super::xml::{Jc, Par, run, runs, twips};
use crate::error::MissingCharacter;
use crate::fonts::{FontSet, Role};
use crate::layout::block::{Align, RowKind, Table, TableCell};
use crate::layout::columns::{SIDE, column_widths, in_size, type_of};
use crate::layout::line::Span;
use crate::layout::measure::{Mm, Type};
use crate::layout::setup::Setup;
use crate::layout::table::{ABOVE, Part, align_of};

/// A square to mark in; a word processor has no drawn one.
const SQUARE: char = '□';

/// What a table is set with.
struct Frame<'a> {
    table: &'a Table,
    of_table: Type,
    widths: Vec<f64>,
}

/// Returns a table.
pub(super) fn table(
    fonts: &FontSet,
    setup: &Setup,
    table: &Table,
) -> Result<String, MissingCharacter> {
    let of_table = table.size.map_or(setup.table, in_size);
    let widths = column_widths(fonts, table, of_table, setup.width())?;
    let frame = Frame { table, of_table, widths };
    let mut out = format!("<w:tbl>{}", frame.properties());
    if let Some(head) = &table.head {
        out += &frame.row(head, &[], Part::Head);
    }
    for (index, row) in table.rows.iter().enumerate() {
        let below = table.rows.get(index + 1).map_or(&[][..], |next| &next.cells);
        out += &frame.row(&row.cells, below, Part::Row(row.kind));
    }
    Ok(out + "</w:tbl>")
}

impl Frame<'_> {
    fn properties(&self) -> String {
        let whole = twips(self.widths.iter().sum());
        let border = |side: &str| {
            format!(r#"<w:{side} w:val="single" w:sz="5" w:space="0" w:color="000000"/>"#)
        };
        let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).concat();
        let borders = if self.table.ruled {
            format!("<w:tblBorders>{sides}</w:tblBorders>")
        } else {
            String::new()
        };
        let (side, above) = (twips(SIDE), twips(ABOVE));
        let column = |width: &f64| format!(r#"<w:gridCol w:w="{}"/>"#, twips(*width));
        let grid: String = self.widths.iter().map(column).collect();
        format!(
            r#"<w:tblPr><w:tblW w:w="{whole}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{above}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/><w:bottom w:w="{above}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"#
        )
    }

    fn row(&self, cells: &[TableCell], below: &[TableCell], part: Part) -> String {
        let head = if matches!(part, Part::Head) { "<w:tblHeader/>" } else { "" };
        let height = twips(self.table.row.pt());
        let mut out = format!(
            r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{head}</w:trPr>"#
        );
        for (index, cell) in cells
            .iter()
            .enumerate()
            .filter(|(index, cell)| *index == 0 || **cell != TableCell::Joined)
        {
            let joined = cells
                .iter()
                .skip(index + 1)
                .take_while(|next| matches!(next, TableCell::Joined))
                .count();
            out += &self.cell(
                cell,
                index,
                joined,
                matches!(below.get(index), Some(TableCell::Above)),
                part,
            );
        }
        out + "</w:tr>"
    }

    fn cell(
        &self,
        cell: &TableCell,
        index: usize,
        joined: usize,
        goes_on: bool,
        part: Part,
    ) -> String {
        let width: f64 = self.widths.iter().skip(index).take(joined + 1).sum();
        let span = if joined > 0 {
            format!(r#"<w:gridSpan w:val="{}"/>"#, joined + 1)
        } else {
            String::new()
        };
        let merge = match (cell, goes_on) {
            (TableCell::Above, _) => "<w:vMerge/>",
            (
                TableCell::Text(_) | TableCell::MarkBox | TableCell::Zheng(_) | TableCell::Joined,
                true,
            ) => r#"<w:vMerge w:val="restart"/>"#,
            (
                TableCell::Text(_) | TableCell::MarkBox | TableCell::Zheng(_) | TableCell::Joined,
                false,
            ) => "",
        };
        let text_type = self
            .table
            .columns
            .get(index)
            .map_or(self.of_table, |column| type_of(*column, self.of_table));
        let squares = |count: u32| {
            run(&Span::new(Role::Song, (0..count).map(|_| SQUARE).collect::<String>()), text_type)
        };
        let content = match cell {
            TableCell::Text(spans) => runs(spans, text_type),
            TableCell::MarkBox => squares(1),
            TableCell::Zheng(count) => squares(*count),
            TableCell::Joined | TableCell::Above => String::new(),
        };
        // A group of signature lines stays together and with what follows; so does the name of a
        // group of rows.
        let keep_next = !self.table.ruled || matches!(part, Part::Row(RowKind::Group));
        let par = Par {
            on_grid: false,
            keep_next,
            ..Par::of(text_type, self.align(index, joined, part))
        };
        let (width, properties) = (twips(width), par.properties(false));
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>{properties}</w:pPr>{content}</w:p></w:tc>"#
        )
    }

    fn align(&self, index: usize, joined: usize, part: Part) -> Jc {
        let align = self
            .table
            .columns
            .get(index)
            .map_or(Align::Centre, |column| align_of(part, *column, joined > 0));
        match align {
            Align::Left => Jc::Left,
            Align::Centre => Jc::Centre,
            Align::Right => Jc::Right,
        }
    }
}

/// Returns contents side by side in cells of one row, with a frame around them where they have a
/// height.
pub(super) fn frame(setup: &Setup, height: Option<Mm>, contents: &[String]) -> String {
    let count = u32::try_from(contents.len().max(1)).unwrap_or(1);
    let widths = vec![setup.width() / f64::from(count); contents.len()];
    let table = Table {
        columns: Vec::new(),
        head: None,
        rows: Vec::new(),
        size: None,
        row: height.unwrap_or(Mm(0.0)),
        even: false,
        ruled: height.is_some(),
    };
    let frame = Frame { table: &table, of_table: setup.table, widths };
    let cell = |(content, width): (&String, &f64)| {
        let width = twips(*width);
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>"#
        )
    };
    let cells: String = contents.iter().zip(&frame.widths).map(cell).collect();
    let height = twips(table.row.pt());
    let row = format!(
        r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>{cells}</w:tr>"#
    );
    format!("<w:tbl>{}{row}</w:tbl>", frame.properties())
}
