//! Filling down: what an empty or merged cell takes from the one above it.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::table::fault::Note;
use crate::table::grid::{Cell, Line};
use crate::table::heading::Part;
use crate::table::list::{Column, Kind};
use crate::table::rows::Found;

/// What stood last in a column that fills.
#[derive(Clone, Debug)]
pub(super) struct Above {
    line: u32,
    cell: Cell,
}

impl Reader<'_> {
    /// The cell of a part, or the one it is merged with from above.
    pub(super) fn cell(
        &self,
        line: &Line,
        part: &Part,
        index: usize,
        filled: &mut BTreeMap<(usize, u32), Note>,
    ) -> Cell {
        let cell = line.cell(part.column);
        let column = self.columns().get(index);
        let alone = column.is_some_and(|it| matches!(it.kind, Kind::Number(_) | Kind::Name));
        if !cell.is_blank() || alone || self.options.leave_empty {
            return cell.clone();
        }
        let Some(merged) = self.grid.merged_at(line.number, part.column) else {
            return cell.clone();
        };
        let top = self.grid.lines.iter().find(|it| it.number == merged.top);
        let top = top.map_or(Cell::Blank, |it| it.cell(merged.left).clone());
        if merged.left == part.column && !top.is_blank() && merged.top < line.number {
            let name = column.map_or("", |it| it.name);
            note_filled(filled, (index, name), (merged.top, &top), line.number, true);
            return top;
        }
        cell.clone()
    }

    /// An empty cell under a filled one, or under the heading of a delegation.
    pub(super) fn fill(
        cells: &mut Vec<Cell>,
        (index, column): (usize, &Column),
        found: &Found<'_>,
        above: Option<&mut BTreeMap<usize, Above>>,
        filled: &mut BTreeMap<(usize, u32), Note>,
    ) {
        let Some(above) = above else { return };
        if let Some(cell) = cells.iter().find(|cell| !cell.is_blank()) {
            above.insert(index, Above { line: found.line.number, cell: cell.clone() });
            return;
        }
        let known = above.get(&index).cloned();
        let group = found
            .group
            .as_ref()
            .map(|(line, name)| Above { line: *line, cell: Cell::Text(name.clone()) });
        let nearest = match (known, group) {
            (Some(known), Some(group)) if known.line > group.line => known,
            (_, Some(group)) => group,
            (Some(known), None) => known,
            (None, None) => return,
        };
        let from = (nearest.line, &nearest.cell);
        note_filled(filled, (index, column.name), from, found.line.number, false);
        cells.clear();
        cells.push(nearest.cell);
    }
}

fn note_filled(
    filled: &mut BTreeMap<(usize, u32), Note>,
    (index, column): (usize, &str),
    (from, cell): (u32, &Cell),
    line: u32,
    merged: bool,
) {
    let note = filled.entry((index, from)).or_insert_with(|| Note::FilledDown {
        column: column.to_owned(),
        value: cell.shown().into_owned(),
        from,
        first: line,
        last: line,
        merged,
    });
    if let Note::FilledDown { last, .. } = note {
        *last = line.max(*last);
    }
}
