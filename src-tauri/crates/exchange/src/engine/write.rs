//! One table on its way out, in both formats at once.

use std::io::{self, Write};

use super::csv::CsvTable;
use super::parquet::ParquetTable;
use super::{Source, Table};

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    #[error("the table could not be written")]
    Io(#[from] io::Error),
    #[error("the table could not be written as CSV")]
    Csv(#[from] csv::Error),
    #[error("the table could not be written as Parquet")]
    Parquet(#[from] parquet::errors::ParquetError),
}

/// Writes a table session by session: as many as there are take no more memory than one.
pub struct TableWriter<C: Write, P: Write + Send> {
    table: &'static Table,
    csv: CsvTable<C>,
    parquet: ParquetTable<P>,
    rows: u64,
}

impl<C: Write, P: Write + Send> TableWriter<C, P> {
    /// Begins a table in both formats.
    ///
    /// # Errors
    /// [`EngineError`] when what is written to fails.
    pub fn begin(table: &'static Table, csv: C, parquet: P) -> Result<Self, EngineError> {
        let csv = CsvTable::begin(table.columns, csv)?;
        let parquet = ParquetTable::begin(table, parquet)?;
        Ok(Self { table, csv, parquet, rows: 0 })
    }

    /// Writes the rows of a session.
    ///
    /// # Errors
    /// As [`TableWriter::begin`].
    pub fn write(&mut self, of: &Source<'_>) -> Result<(), EngineError> {
        for row in (self.table.rows)(of) {
            self.csv.write(&row)?;
            self.parquet.write(row)?;
            self.rows = self.rows.saturating_add(1);
        }
        Ok(())
    }

    /// Ends the table. Returns how many rows it has, and what was written to.
    ///
    /// # Errors
    /// As [`TableWriter::begin`].
    pub fn end(self) -> Result<(u64, C, P), EngineError> {
        Ok((self.rows, self.csv.end()?, self.parquet.end()?))
    }
}
