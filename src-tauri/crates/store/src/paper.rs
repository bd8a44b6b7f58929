//! Issued papers beside the journal, by SHA-256, exactly as printed.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::Fingerprint;

/// Stores a paper; the same bytes issued twice are stored once.
pub(crate) fn keep(
    connection: &Connection,
    fingerprint: &Fingerprint,
    bytes: &[u8],
) -> rusqlite::Result<()> {
    if is_kept(connection, fingerprint.as_str())? {
        return Ok(());
    }
    connection
        .execute(
            "INSERT INTO papers (sha256, bytes) VALUES (?, ?)",
            params![fingerprint.as_str(), bytes],
        )
        .map(drop)
}

pub(crate) fn is_kept(connection: &Connection, sha256: &str) -> rusqlite::Result<bool> {
    connection.query_row("SELECT EXISTS (SELECT 1 FROM papers WHERE sha256 = ?)", [sha256], |row| {
        row.get(0)
    })
}

pub(crate) fn bytes(connection: &Connection, sha256: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .query_row("SELECT bytes FROM papers WHERE sha256 = ?", [sha256], |row| row.get(0))
        .optional()
}

/// Returns every paper, by the fingerprint it lies under.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Vec<u8>>> {
    let mut statement = connection.prepare("SELECT sha256, bytes FROM papers")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}
