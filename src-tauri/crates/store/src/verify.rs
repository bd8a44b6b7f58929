//! Reading a file as a stranger would: pages, chain, events, papers.

use std::path::Path;

use session::{Entry, Session};

use crate::file::SessionFile;
use crate::journal::Told;
use crate::{Fault, Fingerprint, Flaw, StoreError, paper};

/// What a verification found.
#[derive(Debug)]
pub struct Verification {
    /// Every entry that can be read, in order.
    pub entries: Vec<Entry>,
    /// The session, up to the first entry that cannot be read or cannot follow.
    pub session: Session,
    /// Fingerprint of the last entry; `None` in an empty journal.
    pub head: Option<Fingerprint>,
    /// Fingerprint of every row as recorded, in order.
    pub fingerprints: Vec<(u32, Fingerprint)>,
    /// Number of papers kept.
    pub papers: u32,
    /// What is wrong, in order; empty if nothing is.
    pub flaws: Vec<Flaw>,
}

impl Verification {
    /// Returns the recorded fingerprint of an entry, such as the one a round was certified with.
    #[must_use]
    pub fn hash_of(&self, seq: u32) -> Option<&Fingerprint> {
        self.fingerprints
            .iter()
            .find(|(number, _)| *number == seq)
            .map(|(_, fingerprint)| fingerprint)
    }
}

/// Recomputes everything that can be recomputed about a file. Changes nothing but what an
/// interrupted write left behind.
///
/// # Errors
/// When the file is no session, too new, open elsewhere or cannot be read at all; what is wrong
/// inside it is no error but a [`Flaw`].
pub fn verify(path: &Path) -> Result<Verification, StoreError> {
    examine(&SessionFile::open(path)?)
}

/// Recomputes everything that can be recomputed about an open file.
pub(crate) fn examine(file: &SessionFile) -> Result<Verification, StoreError> {
    let mut flaws = Vec::new();
    let structure = readable(file.check_structure(true), file)?;
    flaws.extend(structure.and_then(|checked| checked).err().map(Flaw::from));
    let told = match readable(Told::by(file.connection()), file)? {
        Ok(told) => told,
        Err(fault) => Told { flaws: vec![fault.into()], ..Told::default() },
    };
    flaws.extend(told.flaws);
    let papers = match readable(paper::changed(file.connection()), file)? {
        Ok((kept, changed)) => {
            flaws.extend(changed.into_iter().map(|sha256| Fault::PaperChanged { sha256 }.into()));
            flaws.extend(missing(file, &told.entries)?);
            kept
        }
        Err(fault) => {
            flaws.push(fault.into());
            0
        }
    };
    Ok(Verification {
        entries: told.entries,
        session: told.session,
        head: told.head,
        fingerprints: told.fingerprints,
        papers,
        flaws,
    })
}

/// Damage met while reading is a finding, not a failure to verify.
fn readable<T>(
    read: rusqlite::Result<T>,
    file: &SessionFile,
) -> Result<Result<T, Fault>, StoreError> {
    match read {
        Ok(value) => Ok(Ok(value)),
        Err(error) if is_damage(&error) => Ok(Err(Fault::Pages { said: error.to_string() })),
        Err(error) => Err(file.fault(error)),
    }
}

fn is_damage(error: &rusqlite::Error) -> bool {
    let corrupt = error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseCorrupt);
    corrupt
        || matches!(
            error,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
        )
}

fn missing(file: &SessionFile, entries: &[Entry]) -> Result<Vec<Flaw>, StoreError> {
    let mut flaws = Vec::new();
    for entry in entries {
        let session::Event::Paper(session::paper::Event::Issued { paper, sha256, .. }) =
            &entry.event
        else {
            continue;
        };
        let kept = paper::is_kept(file.connection(), sha256).map_err(|error| file.fault(error))?;
        if !kept {
            flaws.push(Fault::PaperMissing { paper: *paper }.at(entry.seq));
        }
    }
    Ok(flaws)
}
