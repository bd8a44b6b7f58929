//! A teller is interrupted: the power fails, a pause is made, a window is closed. Every finished
//! sheet stays, and the work goes on where it stopped.

use std::path::Path;

use exchange::{KeyedSheet, Sample};
use outside::{Desktop, Done, Key, Program, Window};
use serde_json::json;
use session::tally::Mark;
use session::{BundleNo, Pass, RoundId};

use crate::hands::{Room, go, key_sheet, keys_of, sit_down};
use crate::prepared::at_the_counting_table;

/// Opens the file and sits down at the desk of the first keying.
async fn at_the_desk(program: &Program) -> Done<Window<'_>> {
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    go(&operator, Room::Count).await?;
    sit_down(&operator, "首录", "刘敏").await?;
    Ok(operator)
}

/// Takes the first bundle, keys `sheets` and `rows` of the one after them.
async fn begin(operator: &Window<'_>, sheets: &[KeyedSheet], rows: usize) -> Done {
    operator.sees("领取第 1 捆 Enter").await?;
    operator.press(Key::Enter).await?;
    operator.sees("第 1 捆 第 1 张").await?;
    let (next, finished) = sheets.split_last().expect("a sheet to be interrupted in");
    for sheet in finished {
        key_sheet(operator, sheet).await?;
    }
    let some: String = keys_of(next).chars().take(rows).collect();
    operator.keys(&some).await?;
    sees_rows(operator, rows).await?;
    operator.sees(&format!("首录 {}", finished.len())).await
}

/// Takes up a sheet again: so many rows are set, and the hand is at the next.
async fn resume(operator: &Window<'_>, sheet: usize, rows: usize) -> Done {
    operator.sees(&format!("继续第 1 捆第 {sheet} 张")).await?;
    operator.press(Key::Enter).await?;
    sees_rows(operator, rows).await
}

async fn sees_rows(operator: &Window<'_>, set: usize) -> Done {
    operator.sees(&format!("已录 {set} 行，还有 {} 行", 12 - set)).await?;
    let present = "const row = document.querySelector('tr[aria-current=true]'); return row !== null && row.innerText.startsWith(arguments[0])";
    operator
        .until(&format!("row {}", set + 1), present, &[format!("{}\t", set + 1).into()])
        .await
        .map(drop)
}

/// The marks on record, sheet by sheet; the program must be gone, for it holds the file.
fn on_record(path: &Path) -> Vec<Vec<Mark>> {
    let found = store::verify(path).expect("a session");
    assert_eq!(found.flaws, []);
    let round = found.session.round(RoundId(1)).expect("a round");
    let bundle = round.pass(Pass::First).bundle(BundleNo(1)).expect("a bundle");
    bundle.readings().map(|reading| reading[0].marks.clone()).collect()
}

fn marks_of(sheets: &[KeyedSheet]) -> Vec<Vec<Mark>> {
    sheets.iter().map(|sheet| sheet.marks.clone()).collect()
}

fn first_keying() -> Vec<KeyedSheet> {
    Sample::load().expect("the sample").first_keying
}

#[tokio::test]
async fn the_power_fails_in_the_middle_of_a_sheet_and_every_finished_one_is_there() -> Done {
    let desktop = Desktop::open()?;
    let path = at_the_counting_table(&desktop.documents());
    let file = path.to_string_lossy();
    let sheets = first_keying();

    let program = desktop.start(&[&file]).await?;
    begin(&at_the_desk(&program).await?, &sheets[..4], 5).await?;
    program.cut_power().await?;
    assert_eq!(on_record(&path), marks_of(&sheets[..3]));

    let program = desktop.start(&[&file]).await?;
    let operator = at_the_desk(&program).await?;
    resume(&operator, 4, 0).await?;
    key_sheet(&operator, &sheets[3]).await?;
    operator.sees("首录 4").await?;
    program.cut_power().await?;
    assert_eq!(on_record(&path), marks_of(&sheets[..4]));
    Ok(())
}

#[tokio::test]
async fn a_sheet_put_aside_is_taken_up_at_its_very_row_another_day() -> Done {
    let desktop = Desktop::open()?;
    let path = at_the_counting_table(&desktop.documents());
    let file = path.to_string_lossy();
    let sheets = first_keying();

    let program = desktop.start(&[&file]).await?;
    let operator = at_the_desk(&program).await?;
    begin(&operator, &sheets[..3], 7).await?;
    operator.press(Key::Escape).await?;
    operator.sees("继续第 1 捆第 3 张").await?;
    desktop.close("票决台")?;
    operator.sees("还没有宣布结果").await?;
    // The window may be gone before the driver can answer.
    operator.choose("button", "关闭程序").await.ok();
    program.ended().await?;

    let program = desktop.start(&[&file]).await?;
    let operator = at_the_desk(&program).await?;
    resume(&operator, 3, 7).await?;
    let rest: String =
        keys_of(&sheets[2]).chars().skip(7).chain([char::from(Key::Enter)]).collect();
    operator.keys(&rest).await?;
    operator.sees("首录 3").await?;
    program.cut_power().await?;
    assert_eq!(on_record(&path), marks_of(&sheets[..3]));
    Ok(())
}

#[tokio::test]
async fn closing_the_window_in_the_middle_of_a_sheet_asks_and_keeps_it() -> Done {
    let desktop = Desktop::open()?;
    let path = at_the_counting_table(&desktop.documents());
    let file = path.to_string_lossy();
    let sheets = first_keying();

    let program = desktop.start(&[&file]).await?;
    let operator = at_the_desk(&program).await?;
    begin(&operator, &sheets[..2], 4).await?;
    assert!(operator.invoke("show_hall", json!({})).await?.is_ok());
    program.has_windows(&["operator", "hall"]).await?;
    desktop.close("票决台")?;
    operator.sees("第 1 捆第 2 张还没有录完，会原样保留。").await?;
    operator.press(Key::Enter).await?;
    operator.sees_no("会原样保留").await?;
    sees_rows(&operator, 4).await?;
    let fifth: String = keys_of(&sheets[1]).chars().skip(4).take(1).collect();
    operator.keys(&fifth).await?;
    sees_rows(&operator, 5).await?;

    desktop.close("票决台")?;
    operator.choose("button", "保存未完成的一张并关闭").await?;
    // The hall's window goes with it: alone it could not be steered.
    program.ended().await?;

    let program = desktop.start(&[&file]).await?;
    resume(&at_the_desk(&program).await?, 2, 5).await
}
