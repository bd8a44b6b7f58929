//! 供数据库读取的表: plain typed tables of any number of sessions, for a county that reads them in
//! DuckDB, PostgreSQL or the like (`docs/tables.md`).
//!
//! A table is one declaration ([`TABLES`]): its columns with their types, units and meanings, and
//! how its rows follow from a session. CSV, Parquet, the page of the schema and the statements that
//! create the tables all come from it. Only what was announced goes out, and of a vote no more than
//! its numbers: no sheet, no reading of a keyer, no deputy.

mod csv;
mod parquet;
mod schema;
mod table;
mod value;
mod write;

use session::Session;

pub use schema::{schema_page, schema_sql};
pub use table::TABLES;
pub use value::{Kind, Value};
pub use write::{EngineError, TableWriter};

/// A session as its file tells it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Name of the file, without its folder.
    pub file: &'a str,
    pub session: &'a Session,
    /// Fingerprint of its first entry: the same in every copy and at every later time.
    pub opening: &'a str,
    /// Fingerprint of its last entry.
    pub head: &'a str,
}

/// One table: the one place where its columns are told.
#[derive(Debug)]
pub struct Table {
    /// Its name, and that of its files.
    pub name: &'static str,
    /// What a row is, in Chinese and in English.
    pub of: [&'static str; 2],
    /// The columns that together name a row.
    pub key: &'static [&'static str],
    pub columns: &'static [Column],
    /// Its rows of a session, a value for each column.
    pub rows: fn(&Source<'_>) -> Vec<Vec<Value>>,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether every row has a value; elsewhere what is not known, not there or not announced is
    /// NULL, and so is an empty text.
    pub needed: bool,
    /// What is counted: people, sheets, yuan.
    pub unit: &'static str,
    /// What it says, in Chinese and in English.
    pub says: [&'static str; 2],
}
