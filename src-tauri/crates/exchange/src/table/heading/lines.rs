//! 表头行: a heading in one line or in two.

use super::Head;
use super::names::{Names, folded};
use crate::table::grid::{Cell, Grid, Line};
use crate::table::number::{Unit, amount, whole_number};

/// The texts of one line as a heading.
pub(super) fn single(grid: &Grid, line: &Line) -> Vec<Head> {
    (0..grid.width())
        .map(|column| Head { upper: line.cell(column).shown().trim().to_owned(), under: None })
        .collect()
}

/// Two lines as one heading: a cell of the upper one stands over the empty ones to its right where
/// something stands below them.
pub(super) fn double(grid: &Grid, upper: &Line, lower: &Line, names: &Names<'_>) -> Vec<Head> {
    let mut group = String::new();
    let mut group_column = 0_usize;
    (0..grid.width())
        .map(|column| {
            let above = upper.cell(column).shown().trim().to_owned();
            let below = lower.cell(column).shown().trim().to_owned();
            if !above.is_empty() {
                (group, group_column) = (above.clone(), column);
            }
            let merged = grid.merged_at(upper.number, group_column);
            let reaches = merged.is_none_or(|it| column <= it.right);
            if below.is_empty() {
                return Head { upper: above, under: None };
            }
            let over = if above.is_empty() && reaches { group.clone() } else { above };
            if names.rank(&below, column).is_some() && names.rank(&over, column).is_none() {
                return Head { upper: below, under: None };
            }
            Head { upper: over, under: Some(below) }
        })
        .collect()
}

/// Whether the line below a heading goes on with it: words only, none of them under a column that
/// stands alone.
pub(super) fn goes_on(upper: &Line, lower: &Line) -> bool {
    let words = lower.filled().all(|(_, cell)| {
        let shown = cell.shown();
        matches!(cell, Cell::Text(_))
            && whole_number(&shown).is_none()
            && amount(&shown, Unit::Yuan).is_none()
            && shown.chars().any(char::is_alphabetic)
            && shown.chars().count() <= 16
    });
    let in_groups = lower.filled().all(|(column, _)| {
        upper.cell(column).is_blank()
            || (upper.cell(column + 1).is_blank() && !lower.cell(column + 1).is_blank())
    });
    let grouped = lower.filled().any(|(column, _)| {
        column > 0 && upper.cell(column).is_blank() && !lower.cell(column - 1).is_blank()
    });
    words && in_groups && grouped
}

/// Whether the line below a heading only says in what its columns are: （万元） under 总投资.
pub(super) fn says_units(upper: &Line, lower: &Line) -> bool {
    let in_brackets = lower.filled().all(|(column, cell)| {
        let text = folded(&cell.shown());
        let short = text.chars().count() <= 8 && text.starts_with('(') && text.ends_with(')');
        short && !upper.cell(column).is_blank()
    });
    in_brackets && lower.filled().any(|(_, cell)| Unit::spoken_of(&cell.shown()).is_some())
}

/// A heading with the units that stand under it.
pub(super) fn with_units(grid: &Grid, upper: &Line, lower: &Line) -> Vec<Head> {
    let mut heads = single(grid, upper);
    for (column, cell) in lower.filled() {
        if let Some(head) = heads.get_mut(column) {
            head.upper.push_str(cell.shown().trim());
        }
    }
    heads
}
