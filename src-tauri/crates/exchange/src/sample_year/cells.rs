//! Cells of the year's tables: days, money, deputies by name.

use chrono::NaiveDate;
use session::people::Deputy;
use session::sittings::Member;

use crate::sample_table::{CellFault, Column, Row, TableFault};
use crate::table::{Unit, amount};

/// A day, which must be there.
pub(super) fn day(row: &Row<'_>, column: Column<'_>) -> Result<NaiveDate, TableFault> {
    let text = row.needed_text(column)?;
    let day = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok();
    day.ok_or_else(|| row.fault(column, CellFault::NotADate { text }))
}

/// A day, or nothing.
pub(super) fn day_if_given(
    row: &Row<'_>,
    column: Column<'_>,
) -> Result<Option<NaiveDate>, TableFault> {
    if row.text(column)?.is_empty() { Ok(None) } else { day(row, column).map(Some) }
}

/// 万元, in yuan; nothing is none.
pub(super) fn yuan(row: &Row<'_>, column: Column<'_>) -> Result<u32, TableFault> {
    let text = row.text(column)?;
    if text.is_empty() {
        return Ok(0);
    }
    let known = "12.50".to_owned();
    amount(&text, Unit::TenThousand)
        .ok_or_else(|| row.fault(column, CellFault::UnknownWord { text, known }))
}

/// Deputies by their names, 、 between them; 李伟（青石村） where two bear one.
pub(super) fn members(
    row: &Row<'_>,
    column: Column<'_>,
    deputies: &[Deputy],
) -> Result<Vec<Member>, TableFault> {
    let text = row.text(column)?;
    let names = text.split('、').filter(|name| !name.is_empty());
    names.map(|name| named(row, column, name, deputies)).collect()
}

/// One deputy.
pub(super) fn member(
    row: &Row<'_>,
    column: Column<'_>,
    deputies: &[Deputy],
) -> Result<Member, TableFault> {
    named(row, column, &row.needed_text(column)?, deputies)
}

fn named(
    row: &Row<'_>,
    column: Column<'_>,
    name: &str,
    deputies: &[Deputy],
) -> Result<Member, TableFault> {
    let noted = |deputy: &Deputy| format!("{}（{}）", deputy.name, deputy.note);
    let mut found = deputies.iter().filter(|deputy| deputy.name == name || noted(deputy) == name);
    if let (Some(deputy), None) = (found.next(), found.next()) {
        return Ok(Member::of(deputy));
    }
    let (text, known) = (name.to_owned(), "deputies.csv".to_owned());
    Err(row.fault(column, CellFault::UnknownWord { text, known }))
}
