//! 预览: what would come in, row by row, beside what is there. Nobody is dropped silently: who is on
//! record and not in the list is listed, and goes or stays as the user says.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use super::fault::{Fault, Note, What};
use super::heading::FileColumn;
use super::list::{Kind, List};
use super::number::whole_number;
use super::reading::{Reading, Row};
use super::typed::Cells;

/// How a row stands to what is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RowChange"))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Change {
    /// Not there yet.
    New,
    /// There already, the same in every column.
    Same,
    /// There already, different in some columns.
    Changed {
        /// For each column what stands there now, empty where it is the same.
        before: Vec<Option<String>>,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreviewRow {
    /// Its line in the file.
    pub line: u32,
    /// Which of the tables side by side it stands in, from 0.
    pub block: u32,
    /// One text for each column.
    pub cells: Vec<String>,
    pub change: Change,
}

/// Everything the window shows before a list comes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TablePreview"))]
pub struct Preview {
    pub list: List,
    /// Our headings.
    pub headings: Vec<String>,
    /// The sheet that was read, in a workbook.
    pub sheet: Option<String>,
    /// The line of the heading.
    pub heading: Option<u32>,
    /// The columns of the file and what they were taken for.
    pub columns: Vec<FileColumn>,
    /// Headings the file lacks and the user may do without.
    pub dispensable: Vec<String>,
    /// What would come in.
    pub rows: Vec<PreviewRow>,
    /// What is there and not in the list.
    pub missing: Vec<Cells>,
    /// Whether what is missing stays; it goes otherwise.
    pub keep: bool,
    /// Everything that keeps the list from coming in.
    pub faults: Vec<Fault>,
    /// What the user should know.
    pub notes: Vec<Note>,
}

impl Preview {
    /// Returns the list as it would be: the rows of the file, and what stays, by number where the
    /// list has numbers.
    #[must_use]
    pub fn whole(&self) -> Vec<Row> {
        let list = self.list;
        let came = self.rows.iter().map(|row| &row.cells);
        let stays = self.missing.iter().filter(|_| self.keep);
        let mut rows: Vec<Row> =
            came.chain(stays).map(|cells| Row::of_cells(list, cells.clone())).collect();
        if is_numbered(list) {
            rows.sort_by_key(|row| number(&row.cells));
        }
        rows
    }
}

/// Compares a reading with what is there, as cells of the same list. Rows belong together by name
/// and note, else by number. With `keep` what is not in the list stays.
#[must_use]
pub fn preview(mut reading: Reading, there: &[Cells], keep: bool) -> Preview {
    let headings: Vec<String> =
        reading.list.columns().iter().map(|column| column.name.to_owned()).collect();
    let partners = partners(&reading, there);
    let met: BTreeSet<usize> = partners.iter().flatten().copied().collect();
    if keep && reading.notes.contains(&Note::Numbered) {
        number_on(&mut reading, &partners, there);
    }
    let dispensable = dispensable(&reading);
    let rows = reading.rows.into_iter().zip(partners).map(|(row, partner)| {
        let old = partner.and_then(|at| there.get(at));
        PreviewRow {
            line: row.line,
            block: row.block,
            change: old.map_or(Change::New, |old| change(&row.cells, old)),
            cells: row.cells,
        }
    });
    let missing = (0..).zip(there).filter(|(at, _)| !met.contains(at));
    Preview {
        list: reading.list,
        headings,
        sheet: reading.sheet,
        heading: reading.heading,
        columns: reading.columns,
        dispensable,
        rows: rows.collect(),
        missing: missing.map(|(_, cells)| cells.clone()).collect(),
        keep,
        faults: reading.faults,
        notes: reading.notes,
    }
}

/// What tells which row is which.
type Key = fn(List, &Cells) -> Option<(String, String)>;

/// For each row of the list which of those there it is.
fn partners(reading: &Reading, there: &[Cells]) -> Vec<Option<usize>> {
    let mut partners: Vec<Option<usize>> = vec![None; reading.rows.len()];
    let mut met = BTreeSet::new();
    // Numbers the file does not have say nothing of who is meant.
    let by_number =
        !reading.notes.contains(&Note::Numbered) && !reading.notes.contains(&Note::NumberedThrough);
    let keys: &[Key] = if by_number { &[name_key, number_key] } else { &[name_key] };
    for key in keys {
        // Where several bear one key the first comes first.
        let mut left: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (at, cells) in there.iter().enumerate().rev().filter(|(at, _)| !met.contains(at)) {
            if let Some(key) = key(reading.list, cells) {
                left.entry(key).or_default().push(at);
            }
        }
        for (row, partner) in reading.rows.iter().zip(&mut partners) {
            if partner.is_some() {
                continue;
            }
            let same = key(reading.list, &row.cells).and_then(|key| left.get_mut(&key));
            *partner = same.and_then(Vec::pop);
            met.extend(*partner);
        }
    }
    partners
}

/// A list without numbers that adds to what is there: who is there keeps the number, who is new gets
/// the next.
fn number_on(reading: &mut Reading, partners: &[Option<usize>], there: &[Cells]) {
    let mut last = there.iter().map(number).max().unwrap_or(0);
    for (row, partner) in reading.rows.iter_mut().zip(partners) {
        let old = partner.and_then(|at| there.get(at)).and_then(|cells| cells.first());
        let text = old.cloned().unwrap_or_else(|| {
            last = last.saturating_add(1);
            last.to_string()
        });
        if let Some(first) = row.cells.first_mut() {
            *first = text;
        }
    }
}

/// What a list may lack once the user says so; what its rows are known by it may not.
fn dispensable(reading: &Reading) -> Vec<String> {
    let lacks = |name: &str| {
        reading.faults.iter().any(|fault| {
            fault.what == What::MissingColumn && fault.place.column.as_deref() == Some(name)
        })
    };
    let columns = reading.list.columns().iter();
    let may = columns.filter(|column| !column.is_key() && lacks(column.name));
    may.map(|column| column.name.to_owned()).collect()
}

fn change(new: &Cells, old: &Cells) -> Change {
    let before: Vec<Option<String>> =
        new.iter().zip(old).map(|(new, old)| (new != old).then(|| old.clone())).collect();
    if before.iter().all(Option::is_none) { Change::Same } else { Change::Changed { before } }
}

fn is_numbered(list: List) -> bool {
    list.columns().first().is_some_and(|it| matches!(it.kind, Kind::Number(_)))
}

fn number(cells: &Cells) -> u32 {
    cells.first().and_then(|text| whole_number(text)).unwrap_or(0)
}

/// The name, with the note that tells two apart; of a project its name.
fn name_key(list: List, cells: &Cells) -> Option<(String, String)> {
    let named = list.columns().iter().position(super::Column::is_key)?;
    let name = cells.get(named).filter(|name| !name.is_empty())?;
    let note = list.columns().iter().position(|it| it.name == "备注").and_then(|at| cells.get(at));
    let note = note.filter(|_| list.is_of_people()).cloned().unwrap_or_default();
    Some((name.clone(), note))
}

fn number_key(list: List, cells: &Cells) -> Option<(String, String)> {
    let number = cells.first().filter(|number| is_numbered(list) && !number.is_empty())?;
    Some((number.clone(), String::new()))
}
