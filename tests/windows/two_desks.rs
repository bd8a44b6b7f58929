//! Two computers without network: a bundle is taken to the other one in a file, keyed there in the
//! same program, and brought back.

use std::fs;
use std::path::Path;

use exchange::Sample;
use outside::{Desktop, Done, Key, Program, Window};
use serde_json::{Value, json};
use session::people::Role;
use session::{BundleNo, Pass, RoundId};

use crate::hands::{Room, go, key_sheet, sit_down};
use crate::prepared::at_the_counting_table;

/// The last bundle of the sample: six sheets.
const LAST: BundleNo = BundleNo(6);
const SHEETS: std::ops::Range<usize> = 50..56;

/// Leaves the room and comes back, so that it is read anew.
async fn look_again(operator: &Window<'_>) -> Done {
    go(operator, Room::Floor).await?;
    go(operator, Room::Count).await
}

/// Keys the file to its end and closes it; returns what its last page shows.
async fn keyed_there(program: &Program) -> Done<String> {
    let desk = program.window("operator").await?;
    desk.sees("外录台").await?;
    assert!(!desk.has("button", "会前").await?, "no other room");
    let refused = json!({ "room": "hall", "command": { "do": "show_in_hall", "scene": { "scene": "blank" } } });
    let answer = desk.invoke("perform", json!({ "command": refused, "actor": "t1" })).await?;
    assert_eq!(answer.expect_err("only keying")["refusal"]["code"], "only_keyed_here");
    desk.sees("坐下录入").await?;
    desk.press(Key::Enter).await?;
    desk.sees("领取第 6 捆 Enter").await?;
    desk.press(Key::Enter).await?;
    desk.sees("第 6 捆 第 1 张").await?;
    for sheet in &Sample::load().expect("the sample").first_keying[SHEETS] {
        key_sheet(&desk, sheet).await?;
    }
    desk.sees("第 6 捆 6 张已录完，请交捆").await?;
    desk.press(Key::Enter).await?;
    desk.sees("这个文件录完了").await?;
    desk.find("button", "关闭文件，把文件拷回主机").await?;
    desk.press(Key::Enter).await?;
    desk.sees("文件已关闭").await?;
    desk.text().await
}

/// As two people read it to each other.
fn in_groups(head: &Value) -> String {
    let head: Vec<char> = head.as_str().unwrap_or_default().chars().collect();
    head.chunks(4).map(String::from_iter).collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn check_record(path: &Path) {
    let found = store::verify(path).expect("a session");
    assert_eq!(found.flaws, []);
    let bundle = found
        .session
        .round(RoundId(1))
        .expect("a round")
        .pass(Pass::First)
        .closed(LAST)
        .expect("a bundle handed in");
    let marks: Vec<_> = bundle.readings().map(|reading| reading[0].marks.clone()).collect();
    let keyed = Sample::load().expect("the sample").first_keying[SHEETS]
        .iter()
        .map(|sheet| sheet.marks.clone())
        .collect::<Vec<_>>();
    assert_eq!(marks, keyed);
}

#[tokio::test]
async fn a_bundle_goes_to_the_other_computer_and_comes_back_keyed() -> Done {
    let (main, other) = (Desktop::open()?, Desktop::open()?);
    let session = at_the_counting_table(&main.documents());
    let (stick, there) =
        (main.documents().join("外录.piaojue"), other.documents().join("外录.piaojue"));
    let sample = Sample::load().expect("the sample");
    let teller = sample.staff_with(Role::Teller).expect("a teller");

    let program = main.start(&[&session.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    go(&operator, Room::Count).await?;
    sit_down(&operator, "首录", &teller.name).await?;
    operator.find("button", "带到另一台电脑录入").await?;
    let bundles = json!({ "round": 1, "pass": "first", "bundles": [LAST] });
    let lent = json!({ "lend": bundles, "actor": teller.id, "path": stick, "language": "zh" });
    assert!(operator.invoke("lend_bundles", lent).await?.is_ok());
    look_again(&operator).await?;
    operator.sees("第 6 捆 在另一台电脑上").await?;

    fs::copy(&stick, &there)?;
    let away = other.start(&[&there.to_string_lossy()]).await?;
    let shown = keyed_there(&away).await?;
    fs::copy(&there, &stick)?;

    let read = json!({ "round": 1, "path": stick, "language": "zh" });
    let file =
        operator.invoke("read_loan", read.clone()).await?.expect("a file that can be brought back");
    assert!(
        bare(&shown).contains(&in_groups(&file["head"])),
        "both screens show the same fingerprint: {shown}"
    );
    let back = json!({ "round": 1, "path": stick, "head": file["head"], "actor": teller.id });
    assert!(operator.invoke("bring_back", back).await?.is_ok());
    let again = operator.invoke("read_loan", read).await?;
    assert_eq!(again.expect_err("only once")["refusal"]["code"], "loan_is_back");
    look_again(&operator).await?;
    operator.sees("第 6 捆 已交捆").await?;
    program.cut_power().await?;
    check_record(&session);
    Ok(())
}
