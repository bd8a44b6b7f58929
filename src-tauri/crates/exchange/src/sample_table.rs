//! 样例表格: what only the sample session keeps as a table, its facts, keyings and rulings; real ones
//! never come in as a file. Lists of an office are read by [`crate::table`].
//!
//! Plain UTF-8 with one header row; columns that are not asked for are left alone, empty rows are
//! skipped. One fault refuses the whole file.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Serialize;
use session::name::{NameFault, character_faults, folded_name, folded_text};

/// More rows than any list of a township holds: a file with more is the wrong file.
pub const MAX_ROWS: usize = 2_000;

/// A table that cannot be taken over, with the file's name as the caller gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{file}: {fault}")]
pub struct TableError {
    pub file: String,
    /// What is wrong with it.
    pub fault: TableFault,
}

/// What is wrong with a table. Lines count from 1, the header being line 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum TableFault {
    /// Not UTF-8.
    #[error("the text is not UTF-8")]
    UnknownEncoding,
    /// A row has more or fewer cells than the header.
    #[error("line {line}: {found} cells where the header has {expected}")]
    UnevenRow {
        /// Line of the file.
        line: u64,
        /// Cells in the header.
        expected: u64,
        /// Cells in the row.
        found: u64,
    },
    /// A column that is needed is not in the header.
    #[error("line 1: column {column} is missing")]
    MissingColumn {
        /// Its name.
        column: String,
    },
    /// A column that is needed stands in the header twice.
    #[error("line 1: column {column} stands there twice")]
    ColumnTwice {
        /// Its name.
        column: String,
    },
    /// A header and nothing below it.
    #[error("there is no row below the header")]
    NoRows,
    /// More rows than [`MAX_ROWS`].
    #[error("more than {limit} rows")]
    TooManyRows {
        /// How many are taken.
        limit: usize,
    },
    /// One cell is wrong.
    #[error("line {line}, column {column}: {cell}")]
    Cell {
        /// Line of the file.
        line: u64,
        /// Name of the column.
        column: String,
        /// What is wrong with it.
        cell: CellFault,
    },
}

/// What is wrong with one cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum CellFault {
    /// Nothing stands where something must.
    #[error("is empty")]
    Empty,
    /// No whole number in the range.
    #[error("{text} is no number from {least} to {most}")]
    NotANumber {
        text: String,
        /// The least that is taken.
        least: u32,
        /// The most that is taken.
        most: u32,
    },
    /// No day as 2026-01-16.
    #[error("{text} is no date such as 2026-01-16")]
    NotADate { text: String },
    /// A word that means nothing here.
    #[error("{text} is none of {known}")]
    UnknownWord {
        text: String,
        /// The words that are known.
        known: String,
    },
    /// What must be unique stands on an earlier line too.
    #[error("{text} stands on line {first_line} already")]
    Twice { text: String, first_line: u64 },
    /// A character no paper can show.
    #[error("the character U+{code_point:04X} cannot be shown")]
    UnusableCharacter { code_point: u32 },
    /// Out of the expected order.
    #[error("{text} where {expected} was expected")]
    OutOfOrder {
        text: String,
        /// What should.
        expected: String,
    },
}

/// A column by its name in the header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'n> {
    pub name: &'n str,
}

impl<'n> Column<'n> {
    pub(crate) const fn new(name: &'n str) -> Self {
        Self { name }
    }

    fn is_called(self, header: &str) -> bool {
        header == self.name
    }
}

/// The rows of a file, each with the cells of the columns asked for.
#[derive(Debug)]
pub(crate) struct Table {
    file: String,
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Table {
    pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Self, TableError> {
        let refuse = |fault| TableError { file: file.to_owned(), fault };
        let text = decode(bytes).map_err(refuse)?;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut records = reader.records();
        let header = records.next().transpose().map_err(|error| refuse(csv_fault(&error)))?;
        let header =
            header.map(|record| record.iter().map(folded_name).collect()).unwrap_or_default();
        let mut rows = Vec::new();
        for record in records {
            let record = record.map_err(|error| refuse(csv_fault(&error)))?;
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if rows.len() == MAX_ROWS {
                return Err(refuse(TableFault::TooManyRows { limit: MAX_ROWS }));
            }
            let line = record.position().map_or(0, csv::Position::line);
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
        Ok(Self { file: file.to_owned(), header, rows })
    }

    /// Turns every row into a `T`; refused without rows or without one of the columns.
    pub(crate) fn rows<T>(
        &self,
        columns: &[Column<'_>],
        mut turn: impl FnMut(&Row<'_>) -> Result<T, TableFault>,
    ) -> Result<Vec<T>, TableError> {
        let mut all = || {
            let places = self.places(columns)?;
            if self.rows.is_empty() {
                return Err(TableFault::NoRows);
            }
            self.rows
                .iter()
                .map(|(line, cells)| turn(&Row { line: *line, cells, places: &places }))
                .collect()
        };
        all().map_err(|fault| self.refuse(fault))
    }

    pub(crate) fn refuse(&self, fault: TableFault) -> TableError {
        TableError { file: self.file.clone(), fault }
    }

    fn places<'n>(&self, columns: &[Column<'n>]) -> Result<BTreeMap<&'n str, usize>, TableFault> {
        columns.iter().map(|column| self.place(*column).map(|place| (column.name, place))).collect()
    }

    fn place(&self, column: Column<'_>) -> Result<usize, TableFault> {
        let mut places = self
            .header
            .iter()
            .enumerate()
            .filter(|(_, header)| column.is_called(header))
            .map(|(place, _)| place);
        let place = places
            .next()
            .ok_or_else(|| TableFault::MissingColumn { column: column.name.to_owned() })?;
        match places.next() {
            Some(_) => Err(TableFault::ColumnTwice { column: column.name.to_owned() }),
            None => Ok(place),
        }
    }
}

/// One row below the header.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    pub line: u64,
    cells: &'a [String],
    places: &'a BTreeMap<&'a str, usize>,
}

impl Row<'_> {
    /// Text that may be empty.
    pub(crate) fn text(&self, column: Column<'_>) -> Result<String, TableFault> {
        self.usable(column, folded_text(self.cell(column)))
    }

    /// Text that must be there.
    pub(crate) fn needed_text(&self, column: Column<'_>) -> Result<String, TableFault> {
        self.not_empty(column, self.text(column)?)
    }

    /// A person's name, as names are stored.
    pub(crate) fn name(&self, column: Column<'_>) -> Result<String, TableFault> {
        let name = self.usable(column, folded_name(self.cell(column)))?;
        self.not_empty(column, name)
    }

    /// A whole number in `range`.
    pub(crate) fn number(
        &self,
        column: Column<'_>,
        range: &RangeInclusive<u32>,
    ) -> Result<u32, TableFault> {
        let text = self.needed_text(column)?;
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| {
            self.fault(
                column,
                CellFault::NotANumber { text, least: *range.start(), most: *range.end() },
            )
        })
    }

    /// One of `words`, by what it means.
    pub(crate) fn word<T: Copy>(
        &self,
        column: Column<'_>,
        words: &[(&str, T)],
    ) -> Result<T, TableFault> {
        let text = self.needed_text(column)?;
        let meaning = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
        meaning.ok_or_else(|| {
            self.fault(
                column,
                CellFault::UnknownWord {
                    text,
                    known: words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(" "),
                },
            )
        })
    }

    pub(crate) fn fault(&self, column: Column<'_>, cell: CellFault) -> TableFault {
        TableFault::Cell { line: self.line, column: column.name.to_owned(), cell }
    }

    fn cell(&self, column: Column<'_>) -> &str {
        self.places
            .get(column.name)
            .and_then(|place| self.cells.get(*place))
            .map_or("", String::as_str)
    }

    fn usable(&self, column: Column<'_>, text: String) -> Result<String, TableFault> {
        match character_faults(&text).first() {
            Some(
                NameFault::Invisible { code_point, .. } | NameFault::Unshowable { code_point, .. },
            ) => {
                let code_point = *code_point;
                Err(self.fault(column, CellFault::UnusableCharacter { code_point }))
            }
            Some(NameFault::Nothing) | None => Ok(text),
        }
    }

    fn not_empty(&self, column: Column<'_>, text: String) -> Result<String, TableFault> {
        if text.is_empty() { Err(self.fault(column, CellFault::Empty)) } else { Ok(text) }
    }
}

fn decode(bytes: &[u8]) -> Result<&str, TableFault> {
    std::str::from_utf8(bytes).map_err(|_| TableFault::UnknownEncoding)
}

fn csv_fault(error: &csv::Error) -> TableFault {
    if let csv::ErrorKind::UnequalLengths { pos, expected_len, len } = error.kind() {
        let line = pos.as_ref().map_or(0, csv::Position::line);
        return TableFault::UnevenRow { line, expected: *expected_len, found: *len };
    }
    TableFault::UnknownEncoding
}
