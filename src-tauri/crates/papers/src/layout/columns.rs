//! How wide the columns of a table are: as the text says, as their content asks, or a share of what
//! is left.

use super::block::{Column, Table, TableCell, Width};
use super::chars::may_break;
use super::line::{Cell, cells, natural_width};
use super::measure::{Mm, SLACK, Type, times};
use crate::error::MissingCharacter;
use crate::fonts::FontSet;

/// White at the left and right inside a cell, in points.
pub const SIDE: f64 = 3.4;
/// What a column that shares the rest is left at least.
const LEAST_REST: f64 = Mm(24.0).pt();
/// What a square to mark in asks for.
const MARK: f64 = Mm(12.0).pt();
/// What a place to write in asks for.
const BLANK: f64 = Mm(18.0).pt();

/// Returns the type of a column's cells.
#[must_use]
pub fn type_of(column: Column, of_table: Type) -> Type {
    column.size.map_or(of_table, in_size)
}

/// Lines of a cell stand 1.28 times their size apart.
#[must_use]
pub const fn in_size(size: f64) -> Type {
    Type::new(size, size * 1.28)
}

/// Returns the sum of the fixed columns.
#[must_use]
pub fn fixed(columns: &[Column]) -> Mm {
    Mm::of_points(columns.iter().map(|column| fixed_width(*column)).sum())
}

fn fixed_width(column: Column) -> f64 {
    match column.width {
        Width::Fixed(width) => width.pt(),
        Width::Content | Width::Rest => 0.0,
    }
}

/// What a column asks for: at least, and to need no break.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wish {
    least: f64,
    full: f64,
}

/// Returns the widths of a table's columns in points.
///
/// # Errors
/// [`MissingCharacter`] when no face draws a character of a cell.
pub fn column_widths(
    fonts: &FontSet,
    table: &Table,
    of_table: Type,
    width: f64,
) -> Result<Vec<f64>, MissingCharacter> {
    let columns = &table.columns;
    let fixed: f64 = columns.iter().map(|column| fixed_width(*column)).sum();
    let sharing = columns.iter().filter(|column| column.width == Width::Rest).count();
    let mut wishes = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        wishes.push(match column.width {
            Width::Content => Some(wish(fonts, table, index, type_of(*column, of_table))?),
            Width::Fixed(_) | Width::Rest => None,
        });
    }
    let for_content = f64::max(0.0, width - fixed - times(sharing) * LEAST_REST);
    let granted = granted(&wishes, for_content, sharing == 0);
    let asked: f64 = granted.iter().sum();
    let share = f64::max(0.0, width - fixed - asked) / times(sharing.max(1));
    let width_of = |(column, granted): (&Column, f64)| match column.width {
        Width::Fixed(width) => width.pt(),
        Width::Content => granted,
        Width::Rest => share,
    };
    Ok(columns.iter().zip(granted).map(width_of).collect())
}

/// Returns what each column that asks is given of `room`: all it asks for, else its least and a
/// share of what is left. With nobody to take the rest the columns fill the room.
fn granted(wishes: &[Option<Wish>], room: f64, fills_room: bool) -> Vec<f64> {
    let (least, full) = wishes
        .iter()
        .flatten()
        .fold((0.0, 0.0), |(least, full), wish| (least + wish.least, full + wish.full));
    let factor =
        if full > room { f64::max(0.0, room - least) / f64::max(full - least, SLACK) } else { 1.0 };
    let squeeze = if least > room { room / least } else { 1.0 };
    let stretch = if fills_room && full < room && full > 0.0 { room / full } else { 1.0 };
    let given = |wish: &Wish| (wish.least + (wish.full - wish.least) * factor) * squeeze * stretch;
    wishes.iter().map(|wish| wish.as_ref().map_or(0.0, given)).collect()
}

fn wish(
    fonts: &FontSet,
    table: &Table,
    index: usize,
    text_type: Type,
) -> Result<Wish, MissingCharacter> {
    let mut wish = Wish { least: 2.0 * text_type.pitch, full: 0.0 };
    for row in &table.rows {
        let spans_columns = matches!(row.cells.get(index + 1), Some(TableCell::Joined));
        if let Some(cell) = row.cells.get(index).filter(|_| !spans_columns) {
            let (word, line) = asked(fonts, cell, text_type)?;
            wish = Wish { least: f64::max(wish.least, word), full: f64::max(wish.full, line) };
        }
    }
    if let Some(head) = table.head.as_ref().and_then(|head| head.get(index)) {
        let (word, line) = asked(fonts, head, text_type)?;
        // A head wider than what stands below it takes two lines.
        let two_lines =
            f64::max(wish.full, (line / text_type.pitch / 2.0).ceil() * text_type.pitch);
        wish = Wish {
            least: f64::max(wish.least, word),
            full: f64::max(wish.full, f64::min(line, two_lines)),
        };
    }
    let aired = |width: f64| width + 2.0 * SIDE + SLACK;
    Ok(Wish { least: aired(wish.least), full: aired(f64::max(wish.least, wish.full)) })
}

/// Returns the longest word and the whole line of a cell.
fn asked(
    fonts: &FontSet,
    cell: &TableCell,
    text_type: Type,
) -> Result<(f64, f64), MissingCharacter> {
    match cell {
        TableCell::Text(spans) if spans.is_empty() => Ok((0.0, BLANK)),
        TableCell::Text(spans) => {
            let measured = cells(fonts, spans, text_type)?;
            Ok((widest_word(&measured), natural_width(&measured)))
        }
        TableCell::MarkBox => Ok((MARK, MARK)),
        TableCell::Zheng(count) => Ok((MARK, f64::from(*count) * MARK / 2.0)),
        TableCell::Joined | TableCell::Above => Ok((0.0, 0.0)),
    }
}

/// Returns the width of the longest stretch of cells that may not be broken.
#[must_use]
pub fn widest_word(cells: &[Cell]) -> f64 {
    let mut widest = 0.0;
    let mut start = 0;
    for end in 1..=cells.len() {
        let ends = end == cells.len()
            || may_break(
                (cells[end - 1].character, cells[end - 1].class),
                (cells[end].character, cells[end].class),
            );
        if ends {
            widest = f64::max(widest, natural_width(&cells[start..end]));
            start = end;
        }
    }
    widest
}
