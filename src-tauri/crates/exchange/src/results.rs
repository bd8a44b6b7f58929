//! 结果表: the result of a round as a workbook, one sheet for each question of the ballot.

use std::collections::BTreeSet;

use session::round::result::{Outcome, ResultLine, ResultTable};

use crate::sheet::{Sheet, SheetCell, SheetColumn, SheetError, write_sheets};

/// Returns the tables of a round as a workbook.
///
/// # Errors
/// [`SheetError`] where a text is longer than the 32,767 characters of a cell.
pub fn write_results(tables: &[ResultTable]) -> Result<Vec<u8>, SheetError> {
    let mut taken = BTreeSet::new();
    let sheets: Vec<Sheet> = tables.iter().map(|table| sheet(table, &mut taken)).collect();
    write_sheets(&sheets)
}

fn sheet(table: &ResultTable, taken: &mut BTreeSet<String>) -> Sheet {
    let is_evaluation = !table.grades.is_empty();
    let mut columns = vec![column("序号", 6), column("名称", 36)];
    if is_evaluation {
        columns.extend(table.grades.iter().map(|grade| column(grade, 10)));
        columns.extend([column("弃权", 8), column("本栏无效", 10), column("满意率", 10)]);
        columns.push(column("等次", 12));
    } else {
        columns.extend(["赞成", "反对", "弃权"].map(|heading| column(heading, 8)));
        columns.extend([column("本栏无效", 10), column("结果", 12)]);
    }
    let rows = table.listed().into_iter().map(|line| row(line, is_evaluation)).collect();
    Sheet { title: sheet_name(&table.title, taken), columns, rows }
}

fn column(heading: &str, width: u16) -> SheetColumn {
    SheetColumn { heading: heading.to_owned(), width }
}

fn row(line: &ResultLine, is_evaluation: bool) -> Vec<SheetCell> {
    let mut cells = vec![
        line.no.map_or(SheetCell::Empty, SheetCell::Number),
        SheetCell::Text(line.name.clone()),
    ];
    let text = |text: &Option<String>| text.clone().map_or(SheetCell::Empty, SheetCell::Text);
    if is_evaluation {
        cells.extend(line.grades.iter().copied().map(SheetCell::Number));
        cells.extend([line.abstain, line.void].map(SheetCell::Number));
        cells.extend([text(&line.rate), text(&line.level)]);
    } else {
        cells.extend([line.for_, line.against, line.abstain, line.void].map(SheetCell::Number));
        cells.push(SheetCell::Text(outcome(line.outcome).to_owned()));
    }
    cells
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Chosen => "当选（通过）",
        Outcome::Tied => "末位同票",
        Outcome::SeatsFull => "名额已满",
        Outcome::BelowThreshold => "未过半数",
        Outcome::Graded => "",
    }
}

/// A title as a sheet may be called: without the characters no sheet may have, 31 of the others at
/// most, and like no other of the workbook.
fn sheet_name(title: &str, taken: &mut BTreeSet<String>) -> String {
    let usable = |c: &char| !r"[]:*?/\'".contains(*c) && !c.is_control();
    let bare: String = title.chars().filter(usable).take(28).collect();
    let bare = if bare.trim().is_empty() { "结果".to_owned() } else { bare };
    let numbered = (2_u32..).map(|number| format!("{bare} {number}"));
    let free = std::iter::once(bare.clone()).chain(numbered).find(|name| !taken.contains(name));
    let name = free.unwrap_or(bare);
    taken.insert(name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_a_name_no_other_sheet_has() {
        let mut taken = BTreeSet::new();
        assert_eq!(sheet_name("选举[副]镇长/2名", &mut taken), "选举副镇长2名");
        assert_eq!(sheet_name("选举副镇长2名", &mut taken), "选举副镇长2名 2");
        assert_eq!(sheet_name(&"长".repeat(60), &mut taken).chars().count(), 28);
        assert_eq!(sheet_name("'", &mut taken), "结果");
    }
}
