//! 出表: lists and tables as XLSX, with typed cells, widths and a heading that stays in view.
//!
//! A text is written as a text whatever it begins with: no cell of ours is ever a formula.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use session::written::in_ten_thousands;

use crate::table::{Cells, Kind, List, Unit, amount, whole_number};

/// A cell of a table that is no list: what is on a screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetCell {
    /// Nothing.
    Empty,
    Text(String),
    /// A whole number.
    Number(u32),
    /// Money in yuan, written in 万元.
    Yuan(u32),
}

/// A column of a table that is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    pub heading: String,
    /// Its width in characters.
    pub width: u16,
}

/// A table that is no list, with the name of its sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    pub columns: Vec<SheetColumn>,
    pub rows: Vec<Vec<SheetCell>>,
}

/// A table that could not be written: more rows than a sheet holds, or a text longer than a cell.
#[derive(Debug, thiserror::Error)]
#[error("the table cannot be written: {0}")]
pub struct SheetError(#[from] XlsxError);

/// Returns a list as a workbook that comes in again unchanged.
///
/// # Errors
/// [`SheetError`] where a text is longer than the 32,767 characters of a cell.
pub fn write_list(list: List, rows: &[Cells]) -> Result<Vec<u8>, SheetError> {
    let columns: Vec<SheetColumn> = list
        .columns()
        .iter()
        .map(|column| SheetColumn { heading: column.name.to_owned(), width: column.width })
        .collect();
    let typed = |cells: &Cells| -> Vec<SheetCell> {
        list.columns().iter().zip(cells).map(|(column, text)| cell(column.kind, text)).collect()
    };
    let rows: Vec<Vec<SheetCell>> = rows.iter().map(typed).collect();
    write_sheets(&[Sheet { title: list.title().to_owned(), columns, rows }])
}

/// A number or an amount is typed only where that loses nothing.
fn cell(kind: Kind, text: &str) -> SheetCell {
    let number = whole_number(text).filter(|number| number.to_string() == text);
    let yuan = amount(text, Unit::TenThousand).filter(|yuan| in_ten_thousands(*yuan) == text);
    match kind {
        _ if text.is_empty() => SheetCell::Empty,
        Kind::Number(_) | Kind::Count(_) => {
            number.map_or_else(|| SheetCell::Text(text.to_owned()), SheetCell::Number)
        }
        Kind::Amount => yuan.map_or_else(|| SheetCell::Text(text.to_owned()), SheetCell::Yuan),
        Kind::Name
        | Kind::Names
        | Kind::Text
        | Kind::Ethnicity
        | Kind::Date
        | Kind::Month
        | Kind::Word(_)
        | Kind::Progress => SheetCell::Text(text.to_owned()),
    }
}

/// Returns tables as a workbook, a sheet each.
///
/// # Errors
/// [`SheetError`]: a title that no sheet may have, too many rows, or a text too long for a cell.
pub fn write_sheets(sheets: &[Sheet]) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    for table in sheets {
        write_sheet(book.add_worksheet(), table)?;
    }
    Ok(book.save_to_buffer()?)
}

fn write_sheet(sheet: &mut Worksheet, table: &Sheet) -> Result<(), XlsxError> {
    sheet.set_name(&table.title)?;
    let heading = Format::new()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_background_color(0x00E8_EEF4);
    let body = Format::new()
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border(FormatBorder::Thin);
    let money = body.clone().set_num_format("#,##0.00##");
    for (at, column) in (0_u16..).zip(&table.columns) {
        sheet.set_column_width(at, f64::from(column.width))?;
        sheet.write_string_with_format(0, at, &column.heading, &heading)?;
    }
    for (line, row) in (1_u32..).zip(&table.rows) {
        for (at, cell) in (0_u16..).zip(row) {
            write_cell(sheet, (line, at), cell, &body, &money)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (line, column): (u32, u16),
    cell: &SheetCell,
    body: &Format,
    money: &Format,
) -> Result<(), XlsxError> {
    match cell {
        SheetCell::Empty => sheet.write_blank(line, column, body)?,
        SheetCell::Text(text) => sheet.write_string_with_format(line, column, text, body)?,
        SheetCell::Number(number) => sheet.write_number_with_format(line, column, *number, body)?,
        SheetCell::Yuan(yuan) => {
            sheet.write_number_with_format(line, column, f64::from(*yuan) / 10_000.0, money)?
        }
    };
    Ok(())
}
