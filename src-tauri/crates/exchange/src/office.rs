//! 一览表、统计表: the proposals and the record of the deputies as workbooks.

use chrono::NaiveDate;
use session::Session;
use session::record::DeedKind;
use session::views::office_words as words;
use session::views::proposals::{Deadline, ProposalView, view};
use session::written;

use crate::sheet::{Sheet, SheetCell, SheetColumn, SheetError, write_sheets};

/// Returns every proposal and how it stands on a day as a workbook, what is late on top.
///
/// # Errors
/// [`SheetError`] where a text is longer than the 32,767 characters of a cell.
pub fn write_proposals(session: &Session, today: NaiveDate) -> Result<Vec<u8>, SheetError> {
    let columns = [
        ("编号", 6),
        ("类别", 8),
        ("标题", 36),
        ("领衔代表", 12),
        ("附议代表", 24),
        ("提出日期", 14),
        ("承办单位", 18),
        ("承办人", 10),
        ("交办日期", 14),
        ("办理期限", 14),
        ("答复日期", 14),
        ("办理类别", 10),
        ("代表意见", 10),
        ("状态", 12),
        ("逾期天数", 10),
    ];
    let seen = view(session, today);
    let rows = seen.proposals.iter().map(|one| proposal_row(session, one)).collect();
    write_sheets(&[Sheet {
        title: "议案建议办理情况".to_owned(), columns: of(&columns), rows
    }])
}

fn proposal_row(session: &Session, one: &ProposalView) -> Vec<SheetCell> {
    let filing = &one.filing;
    let seconders: Vec<&str> = filing.seconders.iter().map(|it| it.name.as_str()).collect();
    let answered = session.proposal(filing.id).ok().and_then(|found| found.state().answer());
    let late = match one.deadline {
        Some(Deadline::Late { days }) => SheetCell::Number(days),
        Some(Deadline::Running { .. }) | None => SheetCell::Empty,
    };
    vec![
        SheetCell::Number(filing.id.0),
        text(words::sort(filing.sort)),
        text(&filing.title),
        text(&filing.mover.name),
        text(&seconders.join("、")),
        day(Some(filing.filed_on)),
        text(&one.unit),
        text(&one.person),
        day(one.handed_on),
        day(one.due_on),
        day(answered.map(|answer| answer.on)),
        text(one.class.map_or("", |class| words::class(class).0)),
        text(one.grade.map_or("", words::grade)),
        text(words::state(one.state)),
        late,
    ]
}

/// Returns what every deputy did as a workbook: how much of each kind, and the points where the
/// office counts any.
///
/// # Errors
/// [`SheetError`] where a text is longer than the 32,767 characters of a cell.
pub fn write_record(session: &Session) -> Result<Vec<u8>, SheetError> {
    let counted = !session.record().points().is_empty();
    let mut columns = of(&[("编号", 6), ("姓名", 12), ("代表团", 18)]);
    columns.extend(DeedKind::ALL.map(|kind| column(words::deed(kind), 10)));
    if counted {
        columns.extend(of(&[("积分", 8), ("名次", 8)]));
    }
    let number = |number: Option<u32>| number.map_or(SheetCell::Empty, SheetCell::Number);
    let mut records = session.deputy_records();
    records.sort_by_key(|record| record.rank);
    let rows = records.iter().map(|record| {
        let deputy = record.deputy;
        let mut row =
            vec![SheetCell::Number(deputy.number), text(&deputy.name), text(&deputy.delegation)];
        row.extend(DeedKind::ALL.map(|kind| SheetCell::Number(record.count(kind))));
        if counted {
            row.extend([number(record.points), number(record.rank)]);
        }
        row
    });
    write_sheets(&[Sheet { title: "代表履职情况".to_owned(), columns, rows: rows.collect() }])
}

fn of(columns: &[(&str, u16)]) -> Vec<SheetColumn> {
    columns.iter().map(|(heading, width)| column(heading, *width)).collect()
}

fn column(heading: &str, width: u16) -> SheetColumn {
    SheetColumn { heading: heading.to_owned(), width }
}

fn text(text: &str) -> SheetCell {
    if text.is_empty() { SheetCell::Empty } else { SheetCell::Text(text.to_owned()) }
}

fn day(day: Option<NaiveDate>) -> SheetCell {
    day.map_or(SheetCell::Empty, |day| SheetCell::Text(written::day(day)))
}
