//! CSV: UTF-8 without a mark, a heading, commas, CRLF, quoted where needed (RFC 4180).

use std::io::Write;

use csv::{Terminator, Writer, WriterBuilder};

use super::write::EngineError;
use super::{Column, Value};

/// A table as CSV, row by row.
pub(super) struct CsvTable<W: Write>(Writer<W>);

impl<W: Write> CsvTable<W> {
    pub(super) fn begin(columns: &[Column], to: W) -> Result<Self, EngineError> {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to);
        writer.write_record(columns.iter().map(|column| column.name))?;
        Ok(Self(writer))
    }

    pub(super) fn write(&mut self, row: &[Value]) -> Result<(), EngineError> {
        Ok(self.0.write_record(row.iter().map(Value::written))?)
    }

    /// Returns what was written to, all of it written.
    pub(super) fn end(self) -> Result<W, EngineError> {
        self.0.into_inner().map_err(|error| EngineError::Io(error.into_error()))
    }
}
