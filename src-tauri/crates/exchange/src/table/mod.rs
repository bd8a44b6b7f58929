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
mod preview;
mod reading;
mod rows;
mod text;
mod typed;
mod value;
mod workbook;

use guard::Container;

pub use fault::{Fault, Note, OtherFile, Place, Skipped, What};
pub use heading::{Assignment, FileColumn};
pub use list::{Column, Kind, List, Need, Several};
pub use number::{Unit, amount, in_ten_thousands, whole_number};
pub use preview::{Change, Preview, PreviewRow, preview};
pub use reading::{ListError, Reading, Row};
pub use typed::{
    CandidateRow, Cells, MotionRow, ProjectRow, ProposalRow, StaffRow, candidates, deputies,
    deputy_cells, motions, observer_cells, observers, past_project_cells, past_projects,
    project_cells, projects, proposals, staff, staff_cells,
};
pub use value::CanDraw;

use grid::Grid;

/// The most rows a list may have; a file with more is the wrong file.
pub const MAX_ROWS: u32 = 9_999;
/// Columns of a sheet that are looked at.
const MAX_COLUMNS: usize = 200;

/// How a file is to be read, beyond what it says itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

/// Reads what was pasted from WPS, Excel or a text.
#[must_use]
pub fn read_pasted(list: List, text: &str, options: &Options, can_draw: CanDraw<'_>) -> Reading {
    match text::grids(text, false) {
        Ok(grids) => reading::of_grids(list, grids, options, can_draw),
        Err(fault) => Reading::refused(list, fault),
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
