//! 只读: a session file that is read whole and never written, such as that of the session before.

use std::path::Path;

use session::Session;
use session::floor::last::LastSession;

use crate::file::SessionFile;
use crate::journal::Told;
use crate::verify::{Verification, examine};
use crate::{Fingerprint, StoreError};

/// What the journal of a file tells.
#[derive(Debug)]
pub struct Looked {
    pub session: Session,
    /// Fingerprint of the first entry: it names the record, whatever was added since.
    pub opening: Fingerprint,
    /// Fingerprint of the last entry.
    pub head: Fingerprint,
}

/// Reads a session file without writing it: its journal, chained and folded.
///
/// # Errors
/// [`StoreError::AlreadyOpen`] while another has it open; [`StoreError::Interrupted`];
/// [`StoreError::Damaged`] with the first thing that is wrong; whatever keeps it from being read.
pub fn look(path: &Path) -> Result<Looked, StoreError> {
    let file = SessionFile::open_to_read(path)?;
    let structure = file.check_structure(false).map_err(|error| file.fault(error))?;
    structure.map_err(|fault| file.damaged(fault.into()))?;
    let mut told = Told::by(file.connection()).map_err(|error| file.fault(error))?;
    if !told.flaws.is_empty() {
        return Err(file.damaged(told.flaws.swap_remove(0)));
    }
    let empty = || StoreError::NotASession { path: path.to_owned() };
    let opening = told.fingerprints.first().map(|(_, opening)| opening.clone());
    Ok(Looked {
        session: told.session,
        opening: opening.ok_or_else(empty)?,
        head: told.head.ok_or_else(empty)?,
    })
}

/// Recomputes everything that can be recomputed about a file, as [`crate::verify`], without writing
/// it.
///
/// # Errors
/// As [`look`], but that what is wrong inside it is no error but a [`crate::Flaw`].
pub fn verify_unwritten(path: &Path) -> Result<Verification, StoreError> {
    examine(&SessionFile::open_to_read(path)?)
}

/// Reads the session that a new one is to go on from, and believes nothing of its file. Returns it
/// with what the new one's first entry says of it.
///
/// # Errors
/// As [`look`]; [`crate::Failure::Refused`] when nothing can go on from it.
pub fn read_last(path: &Path) -> Result<(Session, LastSession), crate::Failure> {
    let mut found = verify_unwritten(path)?;
    if !found.flaws.is_empty() {
        let flaw = found.flaws.swap_remove(0);
        return Err(StoreError::Damaged { path: path.to_owned(), flaw }.into());
    }
    let empty = || StoreError::NotASession { path: path.to_owned() };
    let opening = found.hash_of(1).cloned().ok_or_else(empty)?;
    let head = found.head.ok_or_else(empty)?;
    let last = LastSession::of(&found.session, opening.as_str(), head.as_str())?;
    Ok((found.session, last))
}
