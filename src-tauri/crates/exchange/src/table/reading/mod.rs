//! 读表: from cells to the rows of a list, with everything that is wrong and everything the user
//! should know.

mod filling;
mod numbers;
mod reader;

use serde::{Serialize, Serializer};

use super::Options;
use super::fault::{Fault, Note, Place, What};
use super::grid::Grid;
use super::heading::{self, FileColumn, Heading};
use super::list::{List, Need};
use super::value::CanDraw;

pub(crate) use reader::Reader;

/// A list that cannot come in, with the file's name as the caller gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{file}: {}", self.first())]
pub struct ListError {
    pub file: String,
    /// Everything that is wrong with it; never empty.
    pub faults: Vec<Fault>,
}

impl ListError {
    fn first(&self) -> String {
        let Some(fault) = self.faults.first() else { return String::new() };
        match &fault.place {
            Place { line: Some(line), column: Some(column), .. } => {
                format!("line {line}, column {column}: {fault}")
            }
            Place { line: Some(line), .. } => format!("line {line}: {fault}"),
            Place { column: Some(column), .. } => format!("column {column}: {fault}"),
            Place { .. } => fault.to_string(),
        }
    }
}

/// One row of a list as it would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file.
    pub line: u32,
    /// Which of the tables side by side it stands in, from 0.
    pub block: u32,
    /// One text for each column of the list, in its order.
    pub cells: Vec<String>,
    list: List,
}

impl Row {
    /// A row that comes from no file.
    pub(crate) fn of_cells(list: List, cells: Vec<String>) -> Self {
        Self { line: 0, block: 0, cells, list }
    }

    /// Returns the text of a column by our heading, empty where the list has no such column.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        let at = self.list.columns().iter().position(|it| it.name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn set(&mut self, column: &str, text: String) {
        let at = self.list.columns().iter().position(|it| it.name == column);
        if let Some(cell) = at.and_then(|at| self.cells.get_mut(at)) {
            *cell = text;
        }
    }
}

/// An object whose keys are our headings, in the order of the list.
impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.list.columns().iter().map(|it| it.name).zip(&self.cells))
    }
}

/// What a file came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub list: List,
    /// The sheet that was read, in a workbook.
    pub sheet: Option<String>,
    /// The line of the heading.
    pub heading: Option<u32>,
    /// The columns of the file and what they were taken for.
    pub columns: Vec<FileColumn>,
    /// In the order of their numbers, where the list has some.
    pub rows: Vec<Row>,
    /// Everything that keeps the list from coming in.
    pub faults: Vec<Fault>,
    /// What the user should know.
    pub notes: Vec<Note>,
}

impl Reading {
    /// A file that cannot be read at all.
    pub(super) fn refused(list: List, fault: Fault) -> Self {
        Self {
            list,
            sheet: None,
            heading: None,
            columns: Vec::new(),
            rows: Vec::new(),
            faults: vec![fault],
            notes: Vec::new(),
        }
    }

    /// Returns the rows, if nothing is wrong with any.
    ///
    /// # Errors
    /// [`ListError`] with every fault.
    pub fn accepted(&self, file: &str) -> Result<&[Row], ListError> {
        if self.faults.is_empty() {
            return Ok(&self.rows);
        }
        Err(ListError { file: file.to_owned(), faults: self.faults.clone() })
    }
}

/// Reads the sheet the user chose, else the first with a heading of the list.
pub(super) fn of_grids(
    list: List,
    grids: Vec<Grid>,
    options: &Options,
    can_draw: CanDraw<'_>,
) -> Reading {
    let names: Vec<String> = grids.iter().filter_map(|grid| grid.sheet.clone()).collect();
    if let Some(wanted) = &options.sheet
        && !names.is_empty()
        && !names.contains(wanted)
    {
        return Reading::refused(list, Fault::of_file(What::NoSuchSheet { sheets: names }));
    }
    let wanted = grids.into_iter().filter(|grid| {
        options.sheet.is_none() || grid.sheet.is_none() || grid.sheet == options.sheet
    });
    let columns = list.columns();
    let found: Vec<(Grid, Heading)> = wanted
        .filter_map(|grid| {
            let heading = heading::find(&grid, columns, &options.assigned, options.heading)?;
            Some((grid, heading))
        })
        .collect();
    // A text is offered once for each mark between its cells: the most columns win. Of the sheets of
    // a workbook the first with a heading and rows below it does.
    let with_rows = |(grid, heading): &(Grid, Heading)| {
        grid.sheet.is_some() && grid.lines.len() > heading.after
    };
    let best = found.iter().position(with_rows).or_else(|| {
        let known = |heading: &Heading| {
            heading.blocks.iter().flatten().filter(|parts| !parts.is_empty()).count()
        };
        (0..found.len()).rev().max_by_key(|at| found.get(*at).map(|(_, it)| known(it)))
    });
    let Some((grid, heading)) = best.and_then(|at| found.into_iter().nth(at)) else {
        let known = columns.iter().filter(|it| it.need != Need::Nothing);
        let known = known.map(|column| column.name.to_owned()).collect();
        return Reading::refused(list, Fault::of_file(What::NoHeading { known }));
    };
    let mut reading = Reader { list, grid: &grid, heading: &heading, options, can_draw }.read();
    if names.len() > 1
        && let Some(sheet) = &reading.sheet
    {
        let others = names.into_iter().filter(|name| name != sheet).collect();
        reading.notes.insert(0, Note::OtherSheets { sheet: sheet.clone(), others });
    }
    reading
}
