//! 单元格: what stands where, whatever the file was.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// Text as written.
    Text(String),
    /// A number of the workbook's, in plain figures.
    Number(String),
    /// A day of the workbook's.
    Day(Day),
    /// A formula without a value that could not be worked out.
    NoValue(String),
    /// A formula that ended in an error: `#VALUE!`.
    Error(String),
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub year: u16,
    pub month: u8,
    pub of_month: u8,
}

impl Cell {
    pub(crate) fn of_text(text: &str) -> Self {
        // ="001": text that should look like text, as programs export it.
        let quoted = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
        let text = quoted.filter(|inside| !inside.contains('"')).unwrap_or(text);
        if text.trim().is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }

    pub(crate) fn is_blank(&self) -> bool {
        *self == Self::Blank
    }

    /// The cell as people see it.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) | Self::Number(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Day(Day { year, month, of_month }) => {
                Cow::Owned(format!("{year}年{month}月{of_month}日"))
            }
            Self::NoValue(formula) => Cow::Owned(format!("={formula}")),
        }
    }
}

/// One row that is not empty. Columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// From 1, as spreadsheets count.
    pub number: u32,
    pub cells: Vec<Cell>,
}

impl Line {
    pub(crate) fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Blank)
    }

    /// The cells that are not empty, each with its column.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank())
    }

    /// What stands in the row, cells apart.
    pub(crate) fn shown(&self) -> String {
        let cells: Vec<_> = self.filled().map(|(_, cell)| cell.shown()).collect();
        cells.join(" ")
    }
}

/// Cells joined into one: rows from 1, columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub top: u32,
    pub bottom: u32,
    pub left: usize,
    pub right: usize,
}

/// A formula that was worked out here, because the file keeps no value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Worked {
    pub line: u32,
    pub column: usize,
    pub formula: String,
}

/// One sheet, or the whole of a text file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    /// Its name, in a workbook.
    pub sheet: Option<String>,
    /// In order, empty ones left out.
    pub lines: Vec<Line>,
    pub merged: Vec<Merged>,
    pub worked: Vec<Worked>,
    /// Lines that the spreadsheet does not show.
    pub hidden: BTreeSet<u32>,
}

impl Grid {
    /// Puts single cells, in any order, into lines.
    pub(crate) fn of_cells(cells: BTreeMap<(u32, usize), Cell>) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for ((number, column), cell) in cells {
            if lines.last().is_none_or(|line| line.number != number) {
                lines.push(Line { number, cells: Vec::new() });
            }
            if let Some(line) = lines.last_mut() {
                line.cells.resize(column, Cell::Blank);
                line.cells.push(cell);
            }
        }
        lines
    }

    /// The number of columns that are used.
    pub(crate) fn width(&self) -> usize {
        self.lines.iter().map(|line| line.cells.len()).max().unwrap_or(0)
    }

    /// The merged cells a place lies in.
    pub(crate) fn merged_at(&self, line: u32, column: usize) -> Option<Merged> {
        self.merged.iter().copied().find(|merged| {
            (merged.top..=merged.bottom).contains(&line)
                && (merged.left..=merged.right).contains(&column)
        })
    }
}

/// Returns the letter of a column counted from 0: `A`, `AB`.
pub(crate) fn letter(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (column, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
        {
            assert_eq!(letter(column), letters);
        }
    }
}
