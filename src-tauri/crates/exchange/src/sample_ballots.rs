//! 样票: keyed sheets and the rulings on them, as tables. Real keyings come from the keying desk
//! only.

use std::ops::RangeInclusive;

use session::{BundleNo, SheetNo, number};
use tally::Mark;

use crate::sample_table::{CellFault, Column, Row, Table, TableError, TableFault};

const BUNDLE: Column<'static> = Column::new("捆");
const SHEET: Column<'static> = Column::new("张");
const MATTER: Column<'static> = Column::new("事项");
const ROW: Column<'static> = Column::new("项");
const RULING: Column<'static> = Column::new("裁定");
const RULED_BY: Column<'static> = Column::new("裁定人");
const REASON: Column<'static> = Column::new("说明");

const NUMBERS: RangeInclusive<u32> = 1..=10_000;
const MARKS: [(&str, Mark); 8] = [
    ("○", Mark::For),
    ("×", Mark::Against),
    ("空白", Mark::Blank),
    ("不清", Mark::Illegible),
    ("赞成", Mark::For),
    ("反对", Mark::Against),
    ("弃权", Mark::Abstain),
    ("无法辨认", Mark::Illegible),
];

/// One sheet as a teller keyed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyedSheet {
    /// 捆.
    pub bundle: BundleNo,
    /// 张.
    pub sheet: SheetNo,
    /// One per project, in the order of the ballot.
    pub marks: Vec<Mark>,
}

/// What somebody found on looking at a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRuling {
    /// 捆.
    pub bundle: BundleNo,
    /// 张.
    pub sheet: SheetNo,
    /// What was decided.
    pub found: Found,
    /// 裁定人: the name.
    pub ruled_by: String,
    /// 说明.
    pub reason: String,
}

/// What a ruling is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// 核对: the keyings differ in this row (from 0), and this is what stands on the paper.
    Row {
        /// Counted from 0.
        row: usize,
        /// What stands on the paper.
        mark: Mark,
    },
    /// 裁定: the section is doubtful, and this is whether it counts.
    Section {
        /// 有效 or 无效.
        valid: bool,
    },
}

/// Reads one keying: columns 捆, 张 and 第1项 to 第`projects`项 with ○, ×, 空白 or 不清.
///
/// # Errors
/// [`TableError`] with the first fault; bundles and sheets must come in order, each bundle from
/// sheet 1.
pub fn read_keying(
    file: &str,
    bytes: &[u8],
    projects: usize,
) -> Result<Vec<KeyedSheet>, TableError> {
    let names: Vec<String> = (1..=projects).map(|number| format!("第{number}项")).collect();
    let columns: Vec<Column<'_>> = names.iter().map(|name| Column::new(name)).collect();
    let asked: Vec<Column<'_>> =
        [BUNDLE, SHEET].into_iter().chain(columns.iter().copied()).collect();
    let mut before = (0, 0);
    Table::read(file, bytes)?.rows(&asked, |row| {
        let (bundle, sheet) = next_place(row, before)?;
        before = (bundle, sheet);
        let marks =
            columns.iter().map(|column| row.word(*column, &MARKS)).collect::<Result<_, _>>()?;
        Ok(KeyedSheet { bundle: BundleNo(bundle), sheet: SheetNo(sheet), marks })
    })
}

fn next_place(row: &Row<'_>, (bundle, sheet): (u32, u32)) -> Result<(u32, u32), TableFault> {
    let found = (row.number(BUNDLE, &NUMBERS)?, row.number(SHEET, &NUMBERS)?);
    let same_bundle = (bundle, sheet.saturating_add(1));
    let next_bundle = (bundle.saturating_add(1), 1);
    if found == next_bundle || (found == same_bundle && bundle > 0) {
        return Ok(found);
    }
    let text = format!("{}-{}", found.0, found.1);
    Err(row.fault(
        SHEET,
        CellFault::OutOfOrder {
            text,
            expected: format!("{}-{} / {}-1", bundle, same_bundle.1, next_bundle.0),
        },
    ))
}

/// Reads the rulings: columns 捆, 张, 事项 (核对 or 裁定), 项 (with 核对), 裁定 (what stands there;
/// 有效 or 无效), 裁定人, 说明.
///
/// # Errors
/// [`TableError`] with the first fault.
pub fn read_rulings(
    file: &str,
    bytes: &[u8],
    projects: usize,
) -> Result<Vec<PaperRuling>, TableError> {
    Table::read(file, bytes)?.rows(&[BUNDLE, SHEET, MATTER, ROW, RULING, RULED_BY, REASON], |row| {
        Ok(PaperRuling {
            bundle: BundleNo(row.number(BUNDLE, &NUMBERS)?),
            sheet: SheetNo(row.number(SHEET, &NUMBERS)?),
            found: found(row, projects)?,
            ruled_by: row.name(RULED_BY)?,
            reason: row.text(REASON)?,
        })
    })
}

fn found(row: &Row<'_>, projects: usize) -> Result<Found, TableFault> {
    let about_a_row = row.word(MATTER, &[("核对", true), ("裁定", false)])?;
    if !about_a_row {
        return Ok(Found::Section {
            valid: row.word(RULING, &[("有效", true), ("无效", false)])?
        });
    }
    let last = number(projects);
    let number = row.number(ROW, &(1..=last))?;
    let place = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
    Ok(Found::Row { row: place, mark: row.word(RULING, &MARKS)? })
}
