//! 编号: the numbers of rows: through all groups, in order, and where they stand in the names.

use std::collections::BTreeSet;

use super::reader::Reader;
use super::{Reading, Row};
use crate::table::fault::Note;
use crate::table::grid::Cell;
use crate::table::list::{Column, Kind};
use crate::table::number::whole_number;
use crate::table::rows::Found;

impl Reader<'_> {
    /// Whether every name begins with the number of its row, in all or in its group: 1.山塘, 2.路灯.
    pub(super) fn numbers_its_names(&self, found: &[Found<'_>]) -> bool {
        let Some(key) = self.columns().iter().position(Column::is_key) else { return false };
        let number = |row: &Found<'_>| {
            let parts = self.heading.blocks.get(row.block)?.get(key)?;
            let shown = row.line.cell(parts.first()?.column).shown();
            after_its_number(&shown).map(|(number, _)| number)
        };
        let mut before = 0_u32;
        let goes_on = |row| {
            let follows = number(row).filter(|it| *it == before.saturating_add(1) || *it == 1);
            before = follows.unwrap_or(0);
            follows.is_some()
        };
        found.len() > 1 && found.iter().all(goes_on)
    }
}

/// Takes the number away that stands before a name.
pub(super) fn without_number(cell: &mut Cell) {
    let bare = after_its_number(&cell.shown()).map(|(_, name)| Cell::of_text(name));
    if let Some(bare) = bare {
        *cell = bare;
    }
}

/// 3、路灯亮化 is 3 and 路灯亮化; 1.5公里道路 has no number.
fn after_its_number(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    let bare = text.trim_start_matches(['（', '(']);
    let end = bare.find(|c: char| whole_number(&c.to_string()).is_none())?;
    let (figures, rest) = bare.split_at_checked(end)?;
    let mark = rest.chars().next().filter(|c| "）).．、,，:：".contains(*c))?;
    let name = rest.trim_start_matches(mark).trim_start_matches(['、', '.', ' ']);
    let parts = matches!(mark, '）' | ')' | '、');
    let is_name = !name.is_empty() && (parts || !name.starts_with(|c: char| c.is_ascii_digit()));
    whole_number(figures).filter(|_| is_name).map(|number| (number, name))
}

/// 1 2 3, 1 2: numbers that begin again with every group or delegation are places within it. Rows
/// get the numbers in which they stand; tells whether they did.
pub(super) fn number_through(rows: &mut [Row]) -> bool {
    let Some(Column { name, kind: Kind::Number(_), .. }) =
        rows.first().and_then(|row| row.list.columns().first())
    else {
        return false;
    };
    let number = |row: &Row| whole_number(row.get(name));
    let follows = |pair: &[Row]| {
        let [before, row] = pair else { return false };
        let apart = row.block != before.block
            || row.line != before.line.saturating_add(1)
            || row.get("代表团") != before.get("代表团");
        number(row) == number(before).and_then(|it| it.checked_add(1))
            || (apart && number(row) == Some(1))
    };
    let begins = |row: &&Row| number(row) == Some(1);
    let several = rows.iter().filter(begins).count() > 1;
    if !several || !rows.first().is_some_and(|row| begins(&row)) || !rows.windows(2).all(follows) {
        return false;
    }
    for (position, row) in (1_u32..).zip(rows) {
        row.set(name, position.to_string());
    }
    true
}

/// Rows come in in the order of their numbers; what is missing between them is told.
pub(super) fn put_in_order(reading: &mut Reading, notes: &mut Vec<Note>) {
    let first = reading.list.columns().first();
    let Some(Column { name, kind: Kind::Number(_), .. }) = first else { return };
    let numbers: Vec<Option<u32>> =
        reading.rows.iter().map(|row| whole_number(row.get(name))).collect();
    let lines = reading.rows.iter().map(|row| row.line);
    let known: Vec<(u32, u32)> =
        numbers.iter().zip(lines).filter_map(|(number, line)| Some(((*number)?, line))).collect();
    if known.len() != reading.rows.len() {
        return;
    }
    let falls = known.windows(2).find_map(|pair| match pair {
        [(before, _), (number, line)] if number < before => Some((*number, *line)),
        _ => None,
    });
    if let Some((number, line)) = falls {
        notes.push(Note::OutOfOrder { line, number });
        let list = reading.list;
        reading.rows.sort_by_key(|row| {
            whole_number(list.columns().first().map_or("", |column| row.get(column.name)))
        });
    }
    let most = known.iter().map(|(number, _)| *number).max().unwrap_or(0);
    let there: BTreeSet<u32> = known.iter().map(|(number, _)| *number).collect();
    let missing: Vec<u32> = (1..=most).filter(|number| !there.contains(number)).collect();
    if !missing.is_empty() {
        let count = session::number(missing.len());
        notes.push(Note::Gaps { missing: missing.into_iter().take(20).collect(), count });
    }
}
