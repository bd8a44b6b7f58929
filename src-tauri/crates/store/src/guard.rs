//! What a file that may come from anybody is opened under, after SQLite's own advice on untrusted
//! files: limits on what it can hold and ask for, a deadline, and only the statements this program
//! makes. Extensions are never loaded and virtual tables never made.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;

/// The longest row, in bytes; a day's ballots in one paper are some ten million.
const LONGEST_ROW: i32 = 100_000_000;
/// Memory SQLite may take in the whole program, in bytes.
const MOST_MEMORY: i64 = 400_000_000;
/// How long the structure of a file may take to check, on a slow stick too.
const LONGEST_CHECK: Duration = Duration::from_secs(15);
/// Steps of SQLite's machine between two looks at the clock.
const STEPS: i32 = 10_000;

const LIMITS: [(Limit, i32); 11] = [
    (Limit::SQLITE_LIMIT_LENGTH, LONGEST_ROW),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_COLUMN, 64),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 20),
    (Limit::SQLITE_LIMIT_VDBE_OP, 100_000),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 16),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 16),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
];

/// The moment after which a check is given up, while one is running.
#[derive(Clone, Default)]
pub(crate) struct Deadline(Arc<Mutex<Option<Instant>>>);

/// A check that is running; ends with it.
pub(crate) struct Running<'a>(&'a Deadline);

impl Deadline {
    /// Bounds everything that is done until the answer is dropped.
    pub(crate) fn begin(&self) -> Running<'_> {
        self.set(Instant::now().checked_add(LONGEST_CHECK));
        Running(self)
    }

    fn set(&self, until: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }

    fn is_past(&self) -> bool {
        let until = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() > until)
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.set(None);
    }
}

/// Sets the limits, before anything is read.
pub(crate) fn set_up(connection: &mut Connection) -> rusqlite::Result<Deadline> {
    for (limit, most) in LIMITS {
        connection.set_limit(limit, most)?;
    }
    connection.busy_timeout(Duration::ZERO)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    let deadline = Deadline::default();
    let watched = deadline.clone();
    connection.progress_handler(STEPS, Some(move || watched.is_past()))?;
    connection.pragma_update_and_check(None, "hard_heap_limit", MOST_MEMORY, |_| Ok(()))?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    Ok(deadline)
}

/// From now on only rows are read and appended.
pub(crate) fn allow_only_what_is_done(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.authorizer(Some(|asked: AuthContext<'_>| {
        if is_done(&asked.action) { Authorization::Allow } else { Authorization::Deny }
    }))
}

#[expect(clippy::wildcard_enum_match_arm, reason = "what is not named is not done")]
fn is_done(action: &AuthAction<'_>) -> bool {
    match action {
        AuthAction::Select | AuthAction::Transaction { .. } => true,
        AuthAction::Read { table_name, .. } => {
            ["journal", "papers", "sqlite_master", "sqlite_schema"].contains(table_name)
        }
        AuthAction::Insert { table_name } => ["journal", "papers"].contains(table_name),
        AuthAction::Function { function_name } => {
            ["coalesce", "count", "json_valid", "length", "max"].contains(function_name)
        }
        AuthAction::Pragma { pragma_name, .. } => PRAGMAS.contains(pragma_name),
        _ => false,
    }
}

const PRAGMAS: [&str; 7] = [
    "application_id",
    "integrity_check",
    "journal_mode",
    "locking_mode",
    "max_page_count",
    "quick_check",
    "user_version",
];
