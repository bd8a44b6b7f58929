//! `:table 12c *l 24r@10.5 size=12 row=8 even plain headless` and its rows.

use super::markup::{letters, part, plain, spans, trimmed};
use crate::error::MarkupFault;
use crate::fonts::Role;
use crate::layout::block::{Align, Column, Table, TableCell, Width};

/// Least height of a row when the text does not say, in millimetres.
const ROW_MM: f64 = 8.0;

/// Returns a table from what stands behind `:table` and the lines up to `:end`.
///
/// # Errors
/// A [`MarkupFault`] and how many lines below the command it is.
pub fn parse_table(options: &str, lines: &[&str]) -> Result<Table, (usize, MarkupFault)> {
    let mut table = Table { columns: Vec::new(), head: None, rows: Vec::new(), size: None, row_mm: ROW_MM, even: false, ruled: true };
    let mut has_head = true;
    for word in options.split_whitespace() {
        match word.split_once('=') {
            Some(("size", points)) => table.size = Some(number(points).ok_or_else(|| (0, MarkupFault::Column(word.to_owned())))?),
            Some(("row", mm)) => table.row_mm = number(mm).ok_or_else(|| (0, MarkupFault::Column(word.to_owned())))?,
            _ if word == "plain" => table.ruled = false,
            _ if word == "even" => table.even = true,
            _ if word == "headless" => has_head = false,
            _ => table.columns.push(column(word).ok_or_else(|| (0, MarkupFault::Column(word.to_owned())))?),
        }
    }
    for (offset, line) in lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let is_head = has_head && table.head.is_none();
        let cells = row(line, if is_head { Role::Hei } else { Role::FangSong });
        if cells.len() != table.columns.len() {
            return Err((offset + 1, MarkupFault::Cells { found: cells.len(), wanted: table.columns.len() }));
        }
        if is_head {
            table.head = Some(cells);
        } else {
            table.rows.push(cells);
        }
    }
    Ok(table)
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|n: &f64| n.is_finite() && *n > 0.0)
}

/// `24r@10.5`: width in millimetres or `*`, alignment, size of type.
fn column(word: &str) -> Option<Column> {
    let (word, size) = match word.split_once('@') {
        Some((word, size)) => (word, Some(number(size)?)),
        None => (word, None),
    };
    let (width, align) = word.split_at_checked(word.len().checked_sub(1)?)?;
    let align = match align {
        "l" => Align::Left,
        "c" => Align::Centre,
        "r" => Align::Right,
        _ => return None,
    };
    let width = if width == "*" { Width::Rest } else { Width::Mm(number(width)?) };
    Some(Column { width, align, size })
}

fn row(line: &str, role: Role) -> Vec<TableCell> {
    let whole = letters(line.trim_matches([' ', '\t', '\r']));
    let cell = |part| {
        let part = trimmed(part);
        let is_mark_box = plain(part) == "[]" && part.iter().all(|letter| !letter.literal);
        if is_mark_box { TableCell::MarkBox } else { TableCell::Text(spans(part, role)) }
    };
    part(&whole, '|').into_iter().map(cell).collect()
}
