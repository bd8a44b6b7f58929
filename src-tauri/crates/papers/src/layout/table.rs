//! Tables: column widths, wrapped cells in the middle of their row, rules. A figure that is too wide shrinks rather than breaks.

use std::rc::Rc;

use super::block::{Align, Column, Table, TableCell, Width};
use super::chars::may_break;
use super::line::{Cell, Measure, Setting, break_lines, cells, natural_width, set_line};
use super::measure::{SLACK, Type, mm, times, to_mm};
use super::page::{Item, Outline, Rule};
use super::setup::Setup;
use super::slab::{Head, Kind, Slab};
use crate::error::MissingCharacter;
use crate::fonts::FontSet;

/// Thickness of the rules in points.
pub const RULE: f64 = 0.6;
/// White at the left and right inside a cell, in points.
const SIDE: f64 = 3.4;
/// White above and below inside a cell, in points.
const ABOVE: f64 = 2.4;
/// Side of a square to mark in: 9 mm.
const MARK_BOX: f64 = mm(9.0);
/// A text is not made smaller than this share of its size; beyond, it is broken.
const LEAST_SHRINK: f64 = 0.6;

/// Returns a table as slabs, one a row, the head first.
///
/// # Errors
/// [`MissingCharacter`] when no face draws a character of a cell.
pub fn table_slabs(fonts: &FontSet, setup: &Setup, table: &Table) -> Result<Vec<Slab>, MissingCharacter> {
    let shaper = Shaper { fonts, text_type: type_of(setup, table), table, widths: column_widths(&table.columns, setup.width()) };
    let mut slabs = Vec::new();
    let mut head = None;
    if let Some(cells) = &table.head {
        let row = shaper.measured(cells)?;
        let items = shaper.draw(&row, row.height, true);
        head = Some(Rc::new(Head { height: row.height, items: items.clone() }));
        slabs.push(Slab { keeps_with_next: true, ..Slab::plain(row.height, items) });
    }
    let rows = table.rows.iter().map(|cells| shaper.measured(cells)).collect::<Result<Vec<_>, _>>()?;
    let tallest = rows.iter().map(|row| row.height).fold(0.0, f64::max);
    for row in &rows {
        let height = if table.even { tallest } else { row.height };
        // A table without rules is a group of signature lines: they stay together and with what follows.
        slabs.push(Slab { height, items: shaper.draw(row, height, false), keeps_with_next: !table.ruled, kind: Kind::Row(head.clone()) });
    }
    Ok(slabs)
}

fn type_of(setup: &Setup, table: &Table) -> Type {
    table.size.map_or(setup.table, in_size)
}

/// Lines of a cell stand 1.28 times their size apart.
const fn in_size(size: f64) -> Type {
    Type::new(size, size * 1.28)
}

fn column_widths(columns: &[Column], width: f64) -> Vec<f64> {
    let fixed: f64 = columns.iter().map(|column| fixed_width(*column)).sum();
    let sharing = columns.iter().filter(|column| column.width == Width::Rest).count();
    let share = f64::max(0.0, width - fixed) / times(sharing.max(1));
    columns.iter().map(|column| if column.width == Width::Rest { share } else { fixed_width(*column) }).collect()
}

fn fixed_width(column: Column) -> f64 {
    match column.width {
        Width::Mm(width) => mm(width),
        Width::Rest => 0.0,
    }
}

/// Returns the sum of the fixed columns in millimetres.
#[must_use]
pub fn fixed_mm(columns: &[Column]) -> f64 {
    to_mm(columns.iter().map(|column| fixed_width(*column)).sum())
}

struct Shaper<'a> {
    fonts: &'a FontSet,
    text_type: Type,
    table: &'a Table,
    widths: Vec<f64>,
}

/// The lines of one cell, as set for its column.
struct CellLines {
    lines: Vec<Vec<Cell>>,
    leading: f64,
    size: f64,
}

/// What is drawn in one cell.
enum Content {
    Lines(CellLines),
    MarkBox,
}

/// A row and the least height it needs.
struct MeasuredRow {
    cells: Vec<Content>,
    height: f64,
}

impl Shaper<'_> {
    fn measured(&self, cells: &[TableCell]) -> Result<MeasuredRow, MissingCharacter> {
        let columns = self.table.columns.iter().zip(&self.widths);
        let cells =
            cells.iter().zip(columns).map(|(cell, (column, width))| self.cell(cell, *column, *width)).collect::<Result<Vec<_>, _>>()?;
        let height = cells.iter().map(Content::height).fold(mm(self.table.row_mm), f64::max);
        Ok(MeasuredRow { cells, height })
    }

    fn draw(&self, row: &MeasuredRow, height: f64, is_head: bool) -> Vec<Item> {
        let mut items = Vec::new();
        let mut x = 0.0;
        for (content, (column, width)) in row.cells.iter().zip(self.table.columns.iter().zip(&self.widths)) {
            let align = if is_head { Align::Centre } else { column.align };
            match content {
                Content::Lines(lines) => items.extend(lines.draw(x, *width, height, align)),
                Content::MarkBox => items.push(mark_box(x, *width, height)),
            }
            x += width;
        }
        if self.table.ruled {
            items.extend(self.rules(height));
        }
        items
    }

    fn cell(&self, cell: &TableCell, column: Column, width: f64) -> Result<Content, MissingCharacter> {
        let TableCell::Text(spans) = cell else { return Ok(Content::MarkBox) };
        let inner = width - 2.0 * SIDE;
        let mut text_type = column.size.map_or(self.text_type, in_size);
        let mut measured = cells(self.fonts, spans, text_type)?;
        let widest = widest_word(&measured);
        if widest > inner + SLACK {
            let size = text_type.size * f64::max(LEAST_SHRINK, (inner - SLACK) / widest);
            text_type = Type::new(size, text_type.leading);
            measured = cells(self.fonts, spans, text_type)?;
        }
        let lines = break_lines(&measured, Measure { width: inner, indent: 0.0 });
        let lines = lines.into_iter().map(|range| measured[range].to_vec()).collect();
        Ok(Content::Lines(CellLines { lines, leading: text_type.leading, size: text_type.size }))
    }

    fn rules(&self, height: f64) -> Vec<Item> {
        let total: f64 = self.widths.iter().sum();
        let rule = |from, to| Item::Rule(Rule { from, to, thickness: RULE });
        let mut items = vec![rule((0.0, 0.0), (total, 0.0)), rule((0.0, height), (total, height))];
        let mut x = 0.0;
        items.push(rule((x, 0.0), (x, height)));
        for width in &self.widths {
            x += width;
            items.push(rule((x, 0.0), (x, height)));
        }
        items
    }
}

/// Returns the width of the longest stretch of cells that may not be broken.
fn widest_word(cells: &[Cell]) -> f64 {
    let mut widest = 0.0;
    let mut start = 0;
    for end in 1..=cells.len() {
        let ends =
            end == cells.len() || may_break((cells[end - 1].character, cells[end - 1].class), (cells[end].character, cells[end].class));
        if ends {
            widest = f64::max(widest, natural_width(&cells[start..end]));
            start = end;
        }
    }
    widest
}

impl Content {
    fn height(&self) -> f64 {
        match self {
            Self::Lines(lines) => times(lines.lines.len()) * lines.leading + 2.0 * ABOVE,
            Self::MarkBox => MARK_BOX + 2.0 * ABOVE,
        }
    }
}

fn mark_box(x: f64, width: f64, height: f64) -> Item {
    let (x, y) = (x + (width - MARK_BOX) / 2.0, (height - MARK_BOX) / 2.0);
    Item::Box(Outline { x, y, width: MARK_BOX, height: MARK_BOX, thickness: RULE })
}

impl CellLines {
    fn draw(&self, x: f64, width: f64, height: f64, align: Align) -> Vec<Item> {
        let mut top = (height - times(self.lines.len()) * self.leading) / 2.0;
        let mut items = Vec::new();
        for line in &self.lines {
            let set = set_line(line, width - 2.0 * SIDE, Setting::Natural);
            let (from, to) = set.ink();
            let left = match align {
                Align::Left => SIDE - from,
                Align::Centre => (width - to - from) / 2.0,
                Align::Right => width - SIDE - to,
            };
            items.extend(set.draw(x + left, super::compose::baseline(top, self.leading, self.size)));
            top += self.leading;
        }
        items
    }
}
