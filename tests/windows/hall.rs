//! The hall's window sees its own view and nothing else, and may be closed at any time.

use outside::{Desktop, Done};
use serde_json::{Value, json};

use crate::{
    hands::{Room, go, show},
    prepared::at_the_counting_table,
};

/// What the operator's window may call, as the shell's own list says.
const OPERATOR_MAY: &str = include_str!("../../src-tauri/capabilities/operator.json");

/// Doors of the windowing system and the desktop that no page of the hall may open either.
const DESKTOP_DOORS: [&str; 5] = [
    "plugin:window|destroy",
    "plugin:window|create",
    "plugin:webview|create_webview_window",
    "plugin:dialog|open",
    "plugin:opener|open_path",
];

/// The program's own commands in the operator's list: `allow-issue-paper` is the command `issue_paper`.
fn operators_commands() -> Vec<String> {
    let may: Value = serde_json::from_str(OPERATOR_MAY).unwrap_or_default();
    let permissions = may["permissions"].as_array().into_iter().flatten().filter_map(Value::as_str);
    permissions.filter_map(|permission| Some(permission.strip_prefix("allow-")?.replace('-', "_"))).collect()
}

#[tokio::test]
async fn the_halls_window_may_call_nothing_but_its_own_view() -> Done {
    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    operator.choose("button", "打开样例会议").await?;
    operator.sees("青石镇").await?;
    assert!(operator.invoke("show_hall", json!({})).await?.is_ok());
    let hall = program.window("hall").await?;
    assert!(hall.invoke("hall_view", json!({})).await?.is_ok());

    let commands = operators_commands();
    assert!(commands.len() > 20, "the list was not read: {commands:?}");
    for command in commands.iter().map(String::as_str).filter(|&command| command != "hall_view").chain(DESKTOP_DOORS) {
        let answer = hall.invoke(command, json!({})).await?;
        let refusal = answer.expect_err(command).to_string();
        assert!(refusal.contains("not allowed"), "{command} was answered with {refusal}");
    }
    Ok(())
}

#[tokio::test]
async fn the_halls_window_may_be_closed_and_opened_again_on_the_same_picture() -> Done {
    let desktop = Desktop::open()?;
    let path = at_the_counting_table(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.sees("青石镇").await?;
    go(&operator, Room::Hall).await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    show(&operator, "验票结果").await?;
    hall.sees("本次投票有效").await?;
    let before = hall.text().await?;

    desktop.close("票决台 大屏")?;
    program.has_windows(&["operator"]).await?;
    operator.sees("大屏正在显示这个画面").await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    hall.sees("本次投票有效").await?;
    assert_eq!(hall.text().await?, before);
    Ok(())
}
