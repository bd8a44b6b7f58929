//! 工作簿: XLSX, XLS and ODS, read by calamine, each sheet as a grid.

use std::cell;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsx, XlsxError,
};

use super::fault::{Fault, What};
use super::formula::{Sheet, Worth};
use super::grid::{Cell, Day, Grid, Merged, Worked};
use super::guard::Container;
use super::unseen::{self, MAX_MERGED, Unseen};
use super::{MAX_COLUMNS, MAX_ROWS};

/// Rows of a sheet that are looked at: more than any list, with its titles and empty rows.
const MAX_LINES: u32 = 60_000;
/// Characters of a sheet that are kept, so that one text repeated in every cell stays one text.
const MAX_TEXT: usize = 64_000_000;

type Place = (u32, usize);

/// Returns the sheets of a workbook in its order, hidden ones last, empty ones left out.
///
/// # Errors
/// [`What::Encrypted`], [`What::Damaged`], [`What::TooManyRows`].
pub(crate) fn grids(container: Container, bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let read = || match container {
        Container::Xlsx => xlsx(bytes),
        Container::Xls => xls(bytes),
        Container::Ods | Container::Text => ods(bytes),
    };
    // A broken workbook may make its reader panic; for the user it is a broken workbook.
    let grids = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged(&"?")))?;
    if grids.is_empty() { Err(Fault::of_file(What::Empty)) } else { Ok(grids) }
}

fn damaged(said: &impl ToString) -> Fault {
    Fault::of_file(What::Damaged { said: said.to_string() })
}

/// The sheets by name, hidden ones last, each with what calamine does not tell of it.
fn sheets(sheets: &[calamine::Sheet], unseen: Vec<Unseen>) -> Vec<(String, Unseen)> {
    let unseen = unseen.into_iter().chain(std::iter::repeat_with(Unseen::default));
    let sheets = sheets.iter().zip(unseen).filter(|(it, _)| it.typ == SheetType::WorkSheet);
    let (shown, hidden): (Vec<_>, Vec<_>) =
        sheets.partition(|(sheet, _)| sheet.visible == SheetVisible::Visible);
    let named = |(sheet, unseen): (&calamine::Sheet, Unseen)| (sheet.name.clone(), unseen);
    shown.into_iter().chain(hidden).map(named).collect()
}

fn joined(merged: &[Dimensions]) -> Vec<Merged> {
    let joined = merged.iter().map(|it| Merged {
        top: it.start.0.saturating_add(1),
        bottom: it.end.0.saturating_add(1),
        left: usize::try_from(it.start.1).unwrap_or(usize::MAX),
        right: usize::try_from(it.end.1).unwrap_or(usize::MAX),
    });
    joined.take(MAX_MERGED).collect()
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let fault = |error: XlsxError| {
        let locked = matches!(error, XlsxError::Password);
        if locked { Fault::of_file(What::Encrypted) } else { damaged(&error) }
    };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
    let mut grids = Vec::new();
    for (name, mut unseen) in sheets(book.sheets_metadata(), unseen::of_xlsx(bytes)) {
        let mut cells = Cells::default();
        let mut reader = match book.worksheet_cells_reader(&name) {
            Ok(reader) => reader,
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(fault(error)),
        };
        while let Some(record) = reader.next_cell_with_formula().map_err(fault)? {
            cells.put(record.pos, of_ref(&record.value), record.formula)?;
        }
        drop(reader);
        unseen.merged = joined(&book.merge_cells_by_sheet_name(&name).unwrap_or_default());
        grids.extend(cells.grid(name, unseen));
    }
    Ok(grids)
}

fn xls(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let fault = |error: XlsError| {
        let locked = matches!(error, XlsError::Password);
        if locked { Fault::of_file(What::Encrypted) } else { damaged(&error) }
    };
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(fault)?;
    let mut grids = Vec::new();
    for (name, mut unseen) in sheets(book.sheets_metadata(), unseen::of_xls(bytes)) {
        let range = book.worksheet_range(&name).map_err(fault)?;
        unseen.merged = joined(&book.merge_cells_by_sheet_name(&name).unwrap_or_default());
        grids.extend(of_range(&range)?.grid(name, unseen));
    }
    Ok(grids)
}

fn ods(bytes: &[u8]) -> Result<Vec<Grid>, Fault> {
    let fault = |error: OdsError| {
        let locked = matches!(error, OdsError::Password);
        if locked { Fault::of_file(What::Encrypted) } else { damaged(&error) }
    };
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(fault)?;
    let mut grids = Vec::new();
    for (name, unseen) in sheets(book.sheets_metadata(), unseen::of_ods(bytes)) {
        let range = book.worksheet_range(&name).map_err(fault)?;
        grids.extend(of_range(&range)?.grid(name, unseen));
    }
    Ok(grids)
}

fn of_range(range: &calamine::Range<Data>) -> Result<Cells, Fault> {
    let (top, left) = range.start().unwrap_or_default();
    let mut cells = Cells::default();
    for (row, column, value) in range.used_cells() {
        let at = |start: u32, offset: usize| {
            start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
        };
        cells.put((at(top, row), at(left, column)), of_data(value), None)?;
    }
    Ok(cells)
}

/// The cells of one sheet as they are read.
#[derive(Default)]
struct Cells {
    values: BTreeMap<Place, Cell>,
    formulas: BTreeMap<Place, String>,
    text: usize,
}

impl Cells {
    fn put(
        &mut self,
        (row, column): (u32, u32),
        cell: Cell,
        formula: Option<String>,
    ) -> Result<(), Fault> {
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let formula = formula.filter(|formula| !formula.is_empty());
        if column >= MAX_COLUMNS || (cell.is_blank() && formula.is_none()) {
            return Ok(());
        }
        if row >= MAX_LINES {
            return Err(Fault::of_file(What::TooManyRows { limit: MAX_ROWS }));
        }
        self.text = self.text.saturating_add(cell.shown().len());
        if self.text > MAX_TEXT {
            return Err(Fault::of_file(What::TooLarge { megabytes: 64 }));
        }
        let place = (row.saturating_add(1), column);
        if let Some(formula) = formula {
            self.formulas.insert(place, formula);
        }
        self.values.insert(place, cell);
        Ok(())
    }

    fn grid(mut self, name: String, unseen: Unseen) -> Option<Grid> {
        let worked = self.work_out();
        self.values.retain(|_, cell| !cell.is_blank());
        if self.values.is_empty() {
            return None;
        }
        let Unseen { hidden, merged } = unseen;
        let lines = Grid::of_cells(self.values);
        Some(Grid { sheet: Some(name), lines, merged, worked, hidden })
    }

    /// Formulas whose value the file does not keep.
    fn work_out(&mut self) -> Vec<Worked> {
        let sheet =
            Sheet { cells: &self.values, formulas: &self.formulas, steps: cell::Cell::new(0) };
        let missing = self
            .formulas
            .iter()
            .filter(|(place, _)| self.values.get(*place).is_none_or(Cell::is_blank));
        let worths: Vec<(Place, String, Worth)> = missing
            .take(2_000)
            .map(|(place, formula)| (*place, formula.clone(), sheet.worth(formula)))
            .collect();
        let mut worked = Vec::new();
        for ((line, column), formula, worth) in worths {
            let cell = match worth {
                Worth::Number(figures) => {
                    worked.push(Worked { line, column, formula: formula.clone() });
                    Cell::Number(figures)
                }
                Worth::Text(text) => Cell::of_text(&text),
                Worth::Error(said) => Cell::Error(said.to_owned()),
                Worth::Unknown => Cell::NoValue(formula),
            };
            self.values.insert((line, column), cell);
        }
        worked
    }
}

fn of_ref(value: &DataRef<'_>) -> Cell {
    if let DataRef::SharedString(text) = value {
        return Cell::of_text(text);
    }
    of_data(&Data::from(value.clone()))
}

fn of_data(value: &Data) -> Cell {
    match value {
        Data::Int(number) => Cell::Number(number.to_string()),
        Data::Float(number) => of_float(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::of_text(text),
        Data::Bool(yes) => Cell::Text(if *yes { "是" } else { "否" }.to_owned()),
        Data::DateTime(moment) => of_moment(moment),
        Data::DateTimeIso(text) => of_iso(text),
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::Empty => Cell::Blank,
    }
}

/// Fifteen figures, as spreadsheets keep and show them.
fn of_float(number: f64) -> Cell {
    if !number.is_finite() {
        return Cell::Error("#NUM!".to_owned());
    }
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    Cell::Number(format!("{kept}"))
}

fn of_moment(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if moment.is_datetime() && moment.as_f64() >= 1.0 {
        Cell::Day(Day { year, month, of_month: day })
    } else {
        Cell::Text(format!("{hour}:{minute:02}"))
    }
}

fn of_iso(text: &str) -> Cell {
    let mut parts = text.get(..10).unwrap_or(text).split('-');
    let day = (|| {
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Some(Day { year, month, of_month: parts.next()?.parse().ok()? })
    })();
    day.map_or_else(|| Cell::of_text(text), Cell::Day)
}
