//! The journal as lines of text, for whoever recomputes it without SQLite.

use std::path::Path;

use crate::file::SessionFile;
use crate::{StoreError, journal};

/// Stands in the first line, so that the file says what it is.
const FORMAT: &str = "piaojue.journal/1";

/// Returns the journal of a session file as lines (`docs/journal.md`): the format, then a line for
/// every row, its fields exactly as they stand there, whether or not the chain holds.
///
/// # Errors
/// When the file is no session, too new, open elsewhere, set up otherwise than by this program, or
/// cannot be read.
pub fn journal_lines(path: &Path) -> Result<String, StoreError> {
    let file = SessionFile::open(path)?;
    let structure = file.check_structure(true).map_err(|error| file.fault(error))?;
    structure.map_err(|fault| file.damaged(fault.into()))?;
    lines_of(&file)
}

/// The lines of an open file.
pub(crate) fn lines_of(file: &SessionFile) -> Result<String, StoreError> {
    let rows = journal::lines(file.connection()).map_err(|error| file.fault(error))?;
    let mut lines = format!("{{\"format\":\"{FORMAT}\"}}\n");
    for row in rows {
        lines.push_str(&row.map_err(StoreError::Unwritable)?);
        lines.push('\n');
    }
    Ok(lines)
}
