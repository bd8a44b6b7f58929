//! Reading a file as a stranger would: pages, chain, events, papers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use session::paper::{Event as PaperEvent, PaperKind};
use session::{Entry, Event, Session, Timestamp};

use crate::file::SessionFile;
use crate::journal::Told;
use crate::record::entry_on;
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
    /// The papers kept, by the SHA-256 they lie under.
    pub papers: BTreeMap<String, Vec<u8>>,
    /// What is wrong, in order; empty if nothing is.
    pub flaws: Vec<Flaw>,
    /// What may be right all the same, in order.
    pub warnings: Vec<Warning>,
}

/// 时间倒退: an entry is dated before the one it follows. A clock that was set right does that too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The entry.
    pub seq: u32,
    /// When the entry before it was recorded.
    pub before: Timestamp,
    /// When this one says it was.
    pub at: Timestamp,
}

impl Verification {
    fn of(told: Told) -> Self {
        Self {
            entries: told.entries,
            session: told.session,
            head: told.head,
            fingerprints: told.fingerprints,
            papers: BTreeMap::new(),
            flaws: told.flaws,
            warnings: told.warnings,
        }
    }

    /// Returns the fingerprint that a paper carries which was set from this state of the session.
    #[must_use]
    pub fn fingerprint_on(&self, session: &Session, of: &PaperKind) -> Option<&Fingerprint> {
        self.hash_of(entry_on(session, of)?)
    }

    /// Returns the number of the entry whose fingerprint this is, in 64 figures.
    #[must_use]
    pub fn entry_of(&self, fingerprint: &str) -> Option<u32> {
        let found = self.fingerprints.iter().find(|(_, found)| found.as_str() == fingerprint);
        found.map(|(seq, _)| *seq)
    }

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

/// Recomputes everything that can be recomputed about an open file. Of a file that is set up
/// otherwise than by this program nothing more is read.
pub(crate) fn examine(file: &SessionFile) -> Result<Verification, StoreError> {
    let structure = readable(file.check_structure(true), file)?.and_then(|checked| checked);
    if let Err(fault @ Fault::Schema { .. }) = structure {
        return Ok(Verification::of(Told { flaws: vec![fault.into()], ..Told::default() }));
    }
    let mut flaws: Vec<Flaw> = structure.err().map(Flaw::from).into_iter().collect();
    let told = match readable(Told::doubted(file.connection()), file)? {
        Ok(told) => told,
        Err(fault) => Told { flaws: vec![fault.into()], ..Told::default() },
    };
    let mut found = Verification::of(told);
    flaws.append(&mut found.flaws);
    match readable(paper::all(file.connection()), file)? {
        Ok(papers) => {
            flaws.extend(of_papers(&papers, &found.entries));
            found.papers = papers;
        }
        Err(fault) => flaws.push(fault.into()),
    }
    Ok(Verification { flaws, ..found })
}

/// Each paper is the one it lies as, was issued, and every one that was is there.
fn of_papers(papers: &BTreeMap<String, Vec<u8>>, entries: &[Entry]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (sha256, bytes) in papers {
        if Fingerprint::of(bytes).as_str() != sha256 {
            flaws.push(Fault::PaperChanged { sha256: sha256.clone() }.into());
        }
    }
    let mut issued_ever = BTreeSet::new();
    for entry in entries {
        let Event::Paper(PaperEvent::Issued { paper, sha256, .. }) = &entry.event else { continue };
        issued_ever.insert(sha256.as_str());
        if !papers.contains_key(sha256) {
            flaws.push(Fault::PaperMissing { paper: *paper }.at(entry.seq));
        }
    }
    let strangers = papers.keys().filter(|sha256| !issued_ever.contains(sha256.as_str()));
    flaws.extend(strangers.map(|sha256| Fault::PaperNotIssued { sha256: sha256.clone() }.into()));
    flaws
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
    error.sqlite_error_code().is_some_and(crate::error::is_damage)
        || matches!(
            error,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..)
        )
}
