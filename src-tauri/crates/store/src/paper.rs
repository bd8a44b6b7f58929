//! Issued papers beside the journal, by SHA-256, exactly as printed.

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

/// Returns the recorded fingerprints and how many papers there are, with those whose bytes were
/// changed.
pub(crate) fn changed(connection: &Connection) -> rusqlite::Result<(u32, Vec<String>)> {
    let mut statement = connection.prepare("SELECT sha256, bytes FROM papers ORDER BY sha256")?;
    let mut rows = statement.query([])?;
    let (mut kept, mut changed) = (0_u32, Vec::new());
    while let Some(row) = rows.next()? {
        let (sha256, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        kept = kept.saturating_add(1);
        if Fingerprint::of(&bytes).as_str() != sha256 {
            changed.push(sha256);
        }
    }
    Ok((kept, changed))
}
