//! 预览: what would come in, row by row, beside what is there. Nobody is dropped silently: who is on
//! record and not in the list is listed.

use serde::Serialize;

use super::fault::{Fault, Note};
use super::heading::FileColumn;
use super::list::{Kind, List};
use super::reading::Reading;
use super::typed::Cells;

/// How a row stands to what is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
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
    /// One text for each column.
    pub cells: Vec<String>,
    pub change: Change,
}

/// Everything the window shows before a list comes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
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
    /// What would come in.
    pub rows: Vec<PreviewRow>,
    /// What is there and not in the list: it would go.
    pub missing: Vec<Cells>,
    /// Everything that keeps the list from coming in.
    pub faults: Vec<Fault>,
    /// What the user should know.
    pub notes: Vec<Note>,
}

/// Compares a reading with what is there, as cells of the same list. Rows belong together by name
/// and note, else by number.
#[must_use]
pub fn preview(reading: Reading, there: &[Cells]) -> Preview {
    let headings: Vec<String> =
        reading.list.columns().iter().map(|column| column.name.to_owned()).collect();
    let mut left: Vec<Option<&Cells>> = there.iter().map(Some).collect();
    let mut partners: Vec<Option<&Cells>> = vec![None; reading.rows.len()];
    for key in [name_key, number_key] {
        for (row, partner) in reading.rows.iter().zip(&mut partners) {
            let Some(wanted) = key(reading.list, &row.cells).filter(|_| partner.is_none()) else {
                continue;
            };
            let fits = |old: &&mut Option<&Cells>| {
                old.is_some_and(|cells| key(reading.list, cells).as_ref() == Some(&wanted))
            };
            *partner = left.iter_mut().find(fits).and_then(Option::take);
        }
    }
    let rows = reading.rows.into_iter().zip(partners).map(|(row, partner)| PreviewRow {
        line: row.line,
        change: partner.map_or(Change::New, |old| change(&row.cells, old)),
        cells: row.cells,
    });
    Preview {
        list: reading.list,
        headings,
        sheet: reading.sheet,
        heading: reading.heading,
        columns: reading.columns,
        rows: rows.collect(),
        missing: left.into_iter().flatten().cloned().collect(),
        faults: reading.faults,
        notes: reading.notes,
    }
}

fn change(new: &Cells, old: &Cells) -> Change {
    let before: Vec<Option<String>> =
        new.iter().zip(old).map(|(new, old)| (new != old).then(|| old.clone())).collect();
    if before.iter().all(Option::is_none) { Change::Same } else { Change::Changed { before } }
}

/// The name, with the note that tells two apart; of a project its name.
fn name_key(list: List, cells: &Cells) -> Option<(String, String)> {
    let named = list.columns().iter().position(|it| {
        it.kind == Kind::Name || (!list.is_of_people() && it.need == super::Need::Cell)
    })?;
    let name = cells.get(named).filter(|name| !name.is_empty())?;
    let note = list.columns().iter().position(|it| it.name == "备注").and_then(|at| cells.get(at));
    let note = note.filter(|_| list.is_of_people()).cloned().unwrap_or_default();
    Some((name.clone(), note))
}

fn number_key(list: List, cells: &Cells) -> Option<(String, String)> {
    let is_numbered = list.columns().first().is_some_and(|it| matches!(it.kind, Kind::Number(_)));
    let number = cells.first().filter(|number| is_numbered && !number.is_empty())?;
    Some((number.clone(), String::new()))
}
