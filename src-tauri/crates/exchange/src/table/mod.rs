//! 表格: the one way in for lists (`docs/tables.md`).
//!
//! A file goes through five steps, each of which knows only the one before: container → cells with
//! places → the block under the heading → columns by heading or by hand → rows of text, typed, with
//! every fault at once. What a list is made of stands in its declaration ([`List`]). Nothing is
//! recorded here; a list is taken whole or not at all.

mod date;
mod fault;
mod formula;
mod grid;
mod guard;
mod heading;
mod list;
mod number;
mod office;
mod preview;
mod progress;
mod reading;
mod rows;
mod target;
mod text;
mod typed;
mod unseen;
mod value;
mod workbook;

use serde::Deserialize;

use guard::Container;

pub use fault::{Fault, Note, OtherFile, Place, Skipped, What};
pub use heading::{Assignment, FileColumn};
pub use list::{Column, Kind, List, Need, Several};
pub use number::{Unit, amount, whole_number};
pub use preview::{Change, Preview, PreviewRow, preview};
pub use reading::{ListError, Reading, Row};
pub use target::{Hall, Taken, Target};
pub use typed::{
    CandidateRow, Cells, MotionRow, ProjectRow, ProposalRow, StaffRow, candidate_cells, candidates,
    collected, deputies, deputy_cells, motion_cells, motions, observer_cells, observers,
    past_project_cells, past_projects, project_cells, projects, proposals, staff, staff_cells,
};
pub use value::CanDraw;

use grid::Grid;

/// The most rows a list may have; a file with more is the wrong file.
pub const MAX_ROWS: u32 = 9_999;
/// Columns of a sheet that are looked at.
const MAX_COLUMNS: usize = 200;

/// How a file is to be read, beyond what it says itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TableOptions"))]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The sheet; without one, the first that has a heading of the list.
    pub sheet: Option<String>,
    /// The line of the heading; 0 where the file has none.
    pub heading: Option<u32>,
    /// Columns assigned by hand, now or for an earlier file.
    pub assigned: Vec<Assignment>,
    /// Columns of ours that the user says the file does not have.
    pub absent: Vec<String>,
    /// Whether empty cells are left as they are where a cell above would fill them.
    pub leave_empty: bool,
    /// Cells put right in the preview.
    pub corrected: Vec<Correction>,
    /// Lines that the user says are no rows of the list.
    pub left_out: Vec<u32>,
}

/// A cell put right in the preview; the file stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    pub line: u32,
    /// Which of the tables side by side on that line, from 0.
    pub block: u32,
    /// Our own heading.
    pub column: String,
    /// What should have stood there.
    pub text: String,
}

/// Reads a file as a list. Every fault is in the answer; a file that cannot be read at all has no
/// rows and one fault.
#[must_use]
pub fn read(
    list: List,
    file: &str,
    bytes: &[u8],
    options: &Options,
    can_draw: CanDraw<'_>,
) -> Reading {
    match grids(file, bytes) {
        Ok(grids) => reading::of_grids(list, grids, options, can_draw),
        Err(fault) => Reading::refused(list, fault),
    }
}

/// Reads what was pasted from WPS, Excel or a text; names one below the other need no heading.
#[must_use]
pub fn read_pasted(list: List, text: &str, options: &Options, can_draw: CanDraw<'_>) -> Reading {
    let grids = match text::grids(text, false) {
        Ok(grids) => grids,
        Err(fault) => return Reading::refused(list, fault),
    };
    let reading = reading::of_grids(list, grids.clone(), options, can_draw);
    let has_no_heading = reading.faults.iter().any(|it| matches!(it.what, What::NoHeading { .. }));
    if has_no_heading && options.heading.is_none() && !text.contains(['\t', ',', '，', ';', '|']) {
        return reading::of_grids(list, grids, &one_column(list, options), can_draw);
    }
    reading
}

/// A single column is what the rows are known by.
fn one_column(list: List, options: &Options) -> Options {
    let (keys, others): (Vec<&Column>, Vec<&Column>) =
        list.columns().iter().partition(|column| column.is_key());
    let assigned = keys.into_iter().map(|key| Assignment {
        heading: String::new(),
        letter: Some("A".to_owned()),
        column: Some(key.name.to_owned()),
    });
    Options {
        heading: Some(0),
        assigned: assigned.collect(),
        absent: others.into_iter().map(|column| column.name.to_owned()).collect(),
        ..options.clone()
    }
}

fn grids(file: &str, bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    match guard::container(file, bytes)? {
        Container::Text => text::grids(&text::decode(bytes)?, true),
        container @ (Container::Xlsx | Container::Xls | Container::Ods) => {
            workbook::grids(container, bytes)
        }
    }
}
