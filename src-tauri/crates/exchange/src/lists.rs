//! 名单文件: files read as whole lists, taken only without a fault.

use session::ballot::PastProject;
use session::people::{Deputy, Observer};

use crate::table::{self, List, ListError, Options, ProjectRow, Row, StaffRow};

/// Reads the rows of a list; what no face can draw is the papers' business here.
fn rows(list: List, file: &str, bytes: &[u8]) -> Result<Vec<Row>, ListError> {
    let reading = table::read(list, file, bytes, &Options::default(), &|_| true);
    reading.accepted(file).map(<[Row]>::to_vec)
}

/// Reads a roster.
///
/// # Errors
/// [`ListError`] with every fault, among them two people of one name without a 备注.
pub fn read_deputies(file: &str, bytes: &[u8]) -> Result<Vec<Deputy>, ListError> {
    rows(List::Deputies, file, bytes).map(|rows| table::deputies(&rows))
}

/// Reads the observers.
///
/// # Errors
/// [`ListError`] with every fault.
pub fn read_observers(file: &str, bytes: &[u8]) -> Result<Vec<Observer>, ListError> {
    rows(List::Observers, file, bytes).map(|rows| table::observers(&rows))
}

/// Reads the staff of a vote.
///
/// # Errors
/// [`ListError`] with every fault, among them a number that is not that person's in `deputies`.
pub fn read_staff(
    file: &str,
    bytes: &[u8],
    deputies: &[Deputy],
) -> Result<Vec<StaffRow>, ListError> {
    let rows = rows(List::Staff, file, bytes)?;
    table::staff(&rows, deputies).map_err(|faults| ListError { file: file.to_owned(), faults })
}

/// Reads candidate projects.
///
/// # Errors
/// [`ListError`] with every fault.
pub fn read_projects(file: &str, bytes: &[u8]) -> Result<Vec<ProjectRow>, ListError> {
    rows(List::Projects, file, bytes).map(|rows| table::projects(&rows))
}

/// Reads last year's projects.
///
/// # Errors
/// [`ListError`] with every fault; a project that is not done must say why.
pub fn read_past_projects(file: &str, bytes: &[u8]) -> Result<Vec<PastProject>, ListError> {
    rows(List::LastYear, file, bytes).map(|rows| table::past_projects(&rows))
}
