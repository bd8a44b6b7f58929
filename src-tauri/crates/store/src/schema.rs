//! The layout of a session file and how it is recognised.

use rusqlite::{Connection, Row};

use crate::error::Fault;

/// Marks a SQLite file as a session: `PJue` in ASCII.
pub const APPLICATION_ID: i32 = 0x504A_7565;

/// The newest layout this program reads. Goes up with every release that knows new kinds of event,
/// so that an older program refuses a file it would misread.
pub const VERSION: i32 = 6;

const SCHEMA: &str = include_str!("schema.sql");

/// Sets up an empty session; part of the caller's transaction.
pub(crate) fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(SCHEMA)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    mark(connection)
}

/// Marks a file as written by this program: an older one must refuse it, for it may now hold kinds
/// of event that one does not know. Part of the caller's transaction.
pub(crate) fn mark(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "user_version", VERSION)
}

/// Compares tables, triggers and views with those this program sets up, text by text. Reading the
/// text of a schema carries nothing of it out.
pub(crate) fn check(connection: &Connection) -> rusqlite::Result<Result<(), Fault>> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(SCHEMA)?;
    let (expected, found) = (definitions(&fresh)?, definitions(connection)?);
    let other = expected
        .iter()
        .find(|definition| !found.contains(definition))
        .or_else(|| found.iter().find(|definition| !expected.contains(definition)));
    Ok(other.map_or(Ok(()), |Definition { name, .. }| Err(Fault::Schema { name: name.clone() })))
}

#[derive(PartialEq, Eq)]
struct Definition {
    kind: String,
    name: String,
    table: String,
    sql: Option<String>,
}

/// More than this program sets up is never read to the end.
const MOST_DEFINITIONS: u32 = 100;

fn definitions(connection: &Connection) -> rusqlite::Result<Vec<Definition>> {
    let mut statement = connection
        .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name LIMIT ?")?;
    let definition = |row: &Row<'_>| {
        let [kind, name, table] = [row.get(0)?, row.get(1)?, row.get(2)?];
        Ok(Definition { kind, name, table, sql: row.get(3)? })
    };
    statement.query_map([MOST_DEFINITIONS], definition)?.collect()
}
