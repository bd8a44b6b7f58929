//! `:table 12c *l al! 24r@10.5 size=12 row=8 even plain headless` and its rows.

use super::markup::{letters, part, plain, spans, trimmed};
use crate::error::MarkupFault;
use crate::fonts::Role;
use crate::layout::block::{Align, Column, RowKind, Table, TableCell, TableRow, Width};
use crate::layout::measure::Mm;

/// Least height of a row when the text does not say.
const ROW: Mm = Mm(8.0);

/// Returns a table from what stands behind `:table` and the lines up to `:end`.
///
/// # Errors
/// A [`MarkupFault`] and how many lines below the command it is.
pub fn parse_table(options: &str, lines: &[&str]) -> Result<Table, (usize, MarkupFault)> {
    // A field that holds the options has its marks escaped like any other.
    let options = plain(&letters(options));
    let (mut table, has_head) = empty_table(&options).map_err(|fault| (0, fault))?;
    for (offset, line) in lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let is_head = has_head && table.head.is_none();
        let row = if is_head {
            TableRow { kind: RowKind::Entry, cells: row(line, Role::Hei) }
        } else {
            kind_of_row(line)
        };
        let row = filled_up(row, table.columns.len());
        if row.cells.len() != table.columns.len() {
            return Err((
                offset + 1,
                MarkupFault::Cells { found: row.cells.len(), wanted: table.columns.len() },
            ));
        }
        if is_head {
            table.head = Some(row.cells);
        } else {
            table.rows.push(row);
        }
    }
    Ok(table)
}

/// Returns a table without rows, and whether its first row is a head.
fn empty_table(options: &str) -> Result<(Table, bool), MarkupFault> {
    let mut table = Table {
        columns: Vec::new(),
        head: None,
        rows: Vec::new(),
        size: None,
        row: ROW,
        even: false,
        ruled: true,
    };
    let mut has_head = true;
    for word in options.split_whitespace() {
        let unclear = || MarkupFault::Column(word.to_owned());
        match word.split_once('=') {
            Some(("size", points)) => table.size = Some(number(points).ok_or_else(unclear)?),
            Some(("row", mm)) => table.row = Mm(number(mm).ok_or_else(unclear)?),
            _ if word == "plain" => table.ruled = false,
            _ if word == "even" => table.even = true,
            _ if word == "headless" => has_head = false,
            _ => table.columns.push(column(word).ok_or_else(unclear)?),
        }
    }
    Ok((table, has_head))
}

/// `= ` begins a row of sums, `# ` the name of a group of rows.
fn kind_of_row(line: &str) -> TableRow {
    let line = line.trim_matches([' ', '\t', '\r']);
    match (line.strip_prefix("= "), line.strip_prefix("# ")) {
        (Some(sums), _) => TableRow { kind: RowKind::Sum, cells: row(sums, Role::Hei) },
        (None, Some(name)) => TableRow { kind: RowKind::Group, cells: row(name, Role::Hei) },
        (None, None) => TableRow { kind: RowKind::Entry, cells: row(line, Role::FangSong) },
    }
}

/// The name of a group may stand alone: it takes the whole width.
fn filled_up(mut row: TableRow, columns: usize) -> TableRow {
    if row.kind == RowKind::Group && row.cells.len() == 1 {
        row.cells.resize(columns, TableCell::Joined);
    }
    row
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|n: &f64| n.is_finite() && *n > 0.0)
}

/// `24r@10.5`: width in millimetres, `a` as the content asks or `*`, then alignment, `!` for names,
/// size of type.
fn column(word: &str) -> Option<Column> {
    let (word, size) = match word.split_once('@') {
        Some((word, size)) => (word, Some(number(size)?)),
        None => (word, None),
    };
    let (word, names) = word.strip_suffix('!').map_or((word, false), |word| (word, true));
    let (width, align) = word.split_at_checked(word.len().checked_sub(1)?)?;
    let align = match align {
        "l" => Align::Left,
        "c" => Align::Centre,
        "r" => Align::Right,
        _ => return None,
    };
    let width = match width {
        "*" => Width::Rest,
        "a" => Width::Content,
        _ => Width::Fixed(Mm(number(width)?)),
    };
    Some(Column { width, align, size, names })
}

fn row(line: &str, role: Role) -> Vec<TableCell> {
    let whole = letters(line.trim_matches([' ', '\t', '\r']));
    let cell = |part| {
        let part = trimmed(part);
        let text = plain(part);
        let drawn =
            if part.iter().all(|letter| !letter.literal) { drawn_cell(&text) } else { None };
        drawn.unwrap_or_else(|| TableCell::Text(spans(part, role)))
    };
    part(&whole, '|').into_iter().map(cell).collect()
}

/// `[]` is a square to mark in, `[正 6]` squares for six 正, `<<` a part of the cell at the left,
/// `^^` of the one above.
fn drawn_cell(text: &str) -> Option<TableCell> {
    match text {
        "[]" => Some(TableCell::MarkBox),
        "<<" => Some(TableCell::Joined),
        "^^" => Some(TableCell::Above),
        _ => text
            .strip_prefix("[正 ")?
            .strip_suffix(']')?
            .parse()
            .ok()
            .filter(|&count| count > 0)
            .map(TableCell::Zheng),
    }
}
