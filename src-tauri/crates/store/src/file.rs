//! Opening and locking the SQLite file of a session.
//!
//! The session must stay one file on a USB stick, and every answered command must be on the disk: a
//! rollback journal instead of WAL (no `-wal` and `-shm` beside it, none forgotten when the stick
//! is copied), `synchronous = EXTRA`, and SQLite's own exclusive lock for as long as the file is
//! open. Under that lock the rollback journal is truncated after every transaction and removed on
//! closing; one left by a killed program is played back by the next opening.
//!
//! The file is only ever touched through SQLite: opening and closing it any other way would drop
//! this process's POSIX locks on it ([`crate::held`]).
//!
//! A file may come from anybody. It is opened under the limits of [`crate::guard`], and its schema
//! is compared with the one this program sets up before a statement touches a table of it.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, OptionalExtension, Row};

use crate::guard::Deadline;
use crate::held::Hold;
use crate::{APPLICATION_ID, Fault, Fingerprint, Flaw, StoreError, VERSION, guard, keep, schema};

const OLDEST_SAFE_SQLITE: i32 = 3_051_003;

/// An open, exclusively locked session file.
pub(crate) struct SessionFile {
    path: PathBuf,
    connection: Connection,
    deadline: Deadline,
    /// Let go once the connection is closed; none of a copy in memory.
    _hold: Option<Hold>,
    access: Access,
}

/// What a file is open for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Writing,
    /// Nothing of it is written, nothing beside it made, removed or played back.
    Reading,
}

impl SessionFile {
    /// Makes an empty session file. An empty file left by an interrupted attempt is taken over.
    pub(crate) fn create(path: &Path) -> Result<Self, StoreError> {
        if size(path)?.is_some_and(|size| size > 0) {
            return Err(StoreError::AlreadyExists { path: path.to_owned() });
        }
        let mut file = Self::connect(path, OpenFlags::SQLITE_OPEN_CREATE)?;
        file.lock()?;
        if file.schema_objects()? > 0 {
            return Err(StoreError::AlreadyExists { path: path.to_owned() });
        }
        let set_up = || {
            let transaction = file.connection.unchecked_transaction()?;
            schema::set_up(&transaction)?;
            transaction.commit()
        };
        set_up().map_err(|error| file.fault(error))?;
        guard::allow_only_what_is_done(&mut file.connection).map_err(|error| file.fault(error))?;
        Ok(file)
    }

    /// Opens a session file that this program knows how to read; nothing is said about its content
    /// yet.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let Some(size) = size(path)? else {
            return Err(StoreError::NotFound { path: path.to_owned() });
        };
        let mut file = Self::connect(path, OpenFlags::empty())?;
        if size == 0 {
            return Err(StoreError::NotASession { path: path.to_owned() });
        }
        guard::allow_only_what_is_done(&mut file.connection).map_err(|error| file.fault(error))?;
        file.recognise()?;
        file.lock()?;
        Ok(file)
    }

    /// Opens a session file that is read and never written: while it is, no program can write it. A
    /// file beside which an interrupted write still lies is not read: only opening it plays that
    /// back.
    pub(crate) fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let Some(size) = size(path)? else {
            return Err(StoreError::NotFound { path: path.to_owned() });
        };
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let mut file = Self::connected(path, flags, Access::Reading)?;
        if size == 0 {
            return Err(StoreError::NotASession { path: path.to_owned() });
        }
        guard::allow_only_what_is_done(&mut file.connection).map_err(|error| file.fault(error))?;
        let begun = file.connection.execute_batch("BEGIN");
        begun.map_err(|error| file.fault(error))?;
        file.recognise()?;
        Ok(file)
    }

    fn connect(path: &Path, create: OpenFlags) -> Result<Self, StoreError> {
        if crate::is_held(path) {
            return Err(StoreError::AlreadyOpen { path: path.to_owned() });
        }
        if !create.is_empty() {
            keep::make_session(path).map_err(|error| StoreError::of_keeping(path, error))?;
        }
        Self::connected(path, OpenFlags::SQLITE_OPEN_READ_WRITE | create, Access::Writing)
    }

    fn connected(path: &Path, flags: OpenFlags, access: Access) -> Result<Self, StoreError> {
        if rusqlite::version_number() < OLDEST_SAFE_SQLITE {
            return Err(StoreError::UnsafeSqlite { version: rusqlite::version() });
        }
        if crate::is_held(path) {
            return Err(StoreError::AlreadyOpen { path: path.to_owned() });
        }
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let fault = |error| StoreError::of(path, error);
        let mut connection = Connection::open_with_flags(path, flags).map_err(fault)?;
        let deadline = guard::set_up(&mut connection).map_err(fault)?;
        let hold =
            Hold::of(path).ok_or_else(|| StoreError::AlreadyOpen { path: path.to_owned() })?;
        Ok(Self { path: path.to_owned(), connection, deadline, _hold: Some(hold), access })
    }

    /// Returns the pages of the file at `path` that were copied into memory.
    pub(crate) fn in_memory(path: &Path, mut connection: Connection) -> rusqlite::Result<Self> {
        let deadline = guard::set_up(&mut connection)?;
        guard::allow_only_what_is_done(&mut connection)?;
        let access = Access::Writing;
        Ok(Self { path: path.to_owned(), connection, deadline, _hold: None, access })
    }

    fn recognise(&self) -> Result<(), StoreError> {
        let path = || self.path.clone();
        if self.number("application_id")? != APPLICATION_ID {
            return Err(StoreError::NotASession { path: path() });
        }
        let version = self.layout()?;
        if version > VERSION {
            return Err(StoreError::TooNew { path: path(), version });
        }
        Ok(())
    }

    /// Returns the layout the file was last written in.
    pub(crate) fn layout(&self) -> Result<i32, StoreError> {
        self.number("user_version")
    }

    fn number(&self, pragma: &str) -> Result<i32, StoreError> {
        self.connection
            .pragma_query_value(None, pragma, |row| row.get(0))
            .map_err(|error| self.fault(error))
    }

    fn schema_objects(&self) -> Result<u32, StoreError> {
        self.connection
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .map_err(|error| self.fault(error))
    }

    /// Takes the exclusive lock and keeps it: in this locking mode SQLite does not give it back at
    /// the end of a transaction.
    fn lock(&self) -> Result<(), StoreError> {
        let lock = || {
            self.pragma("locking_mode", "EXCLUSIVE")?;
            self.connection.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
            self.pragma("journal_mode", "TRUNCATE")
        };
        lock().map_err(|error| self.fault(error))
    }

    fn release(&self) -> rusqlite::Result<()> {
        self.pragma("locking_mode", "NORMAL")?;
        self.pragma("journal_mode", "DELETE")
    }

    fn pragma(&self, name: &str, value: &str) -> rusqlite::Result<()> {
        self.connection.pragma_update_and_check(None, name, value, |_| Ok(()))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Returns the fingerprint of an entry, `None` if there is none of that number.
    pub(crate) fn hash_of(&self, seq: u32) -> Result<Option<Fingerprint>, StoreError> {
        let mut found = self
            .connection
            .prepare_cached("SELECT hash FROM journal WHERE seq = ?")
            .map_err(|error| self.fault(error))?;
        let hash = found.query_row([seq], |row| row.get(0)).optional();
        Ok(hash.map_err(|error| self.fault(error))?.map(Fingerprint::recorded))
    }

    /// Returns the number and the fingerprint of the last entry; `None` in an empty journal.
    pub(crate) fn last_entry(&self) -> Result<Option<(u32, Fingerprint)>, StoreError> {
        let sql = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1";
        let read = |row: &Row<'_>| Ok((row.get(0)?, Fingerprint::recorded(row.get(1)?)));
        let last = self.connection.query_row(sql, [], read).optional();
        last.map_err(|error| self.fault(error))
    }

    pub(crate) fn fault(&self, error: rusqlite::Error) -> StoreError {
        StoreError::of(&self.path, error)
    }

    pub(crate) fn damaged(&self, flaw: Flaw) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), flaw }
    }

    /// Returns the first thing wrong with the file's tables, triggers, views and pages. The text of
    /// the schema comes first: checking pages computes what it says. `thorough` also compares
    /// indexes with their tables.
    pub(crate) fn check_structure(&self, thorough: bool) -> rusqlite::Result<Result<(), Fault>> {
        let _bounded = self.deadline.begin();
        if let Err(other) = schema::check(&self.connection)? {
            return Ok(Err(other));
        }
        let check = if thorough { "integrity_check" } else { "quick_check" };
        let said: String =
            self.connection.query_row(&format!("PRAGMA {check}(1)"), [], |row| row.get(0))?;
        Ok(if said == "ok" { Ok(()) } else { Err(Fault::Pages { said }) })
    }
}

impl Drop for SessionFile {
    /// Gives the lock back and removes the rollback journal. Should that fail, an empty journal
    /// stays behind, which the next opening removes.
    fn drop(&mut self) {
        match self.access {
            Access::Writing => drop(self.release()),
            Access::Reading => {}
        }
    }
}

/// Returns the size of a file in bytes, `None` if there is none.
pub(crate) fn size(path: &Path) -> Result<Option<u64>, StoreError> {
    match std::fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::of_io(path, error)),
    }
}
