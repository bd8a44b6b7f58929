//! The hall's window sees its own view and nothing else, and may be closed at any time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use outside::{Desktop, Done, Key};
use serde_json::{Value, json};

use crate::hands::{Room, go, show};
use crate::prepared::at_the_counting_table;

/// Every command there is, of the program and of the windowing system, as the build of the shell
/// wrote them down.
const ALL: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../src-tauri/gen/schemas/acl-manifests.json");

/// What the hall's window may call.
const HALL_MAY: &str = include_str!("../../src-tauri/capabilities/hall.json");

macro_rules! commands {
    ($($module:ident { $(
        [$($window:ident),+] $way:ident $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;
    )* })*) => {
        /// The commands that the shell answers.
        const ANSWERED: &[&str] = &[$($(stringify!($name)),*),*];
    };
}

include!("../../src-tauri/src/commands/list.rs");

/// How the shell's own commands are called among the manifests.
const OWN: &str = "__app-acl__";

/// A command as a page calls it: its own name, or with the plugin's before it.
fn called(of: &str, command: &str) -> String {
    if of == OWN {
        command.to_owned()
    } else {
        format!("plugin:{}|{command}", of.trim_start_matches("core:"))
    }
}

fn all_commands() -> BTreeMap<String, BTreeSet<String>> {
    let written = fs::read_to_string(ALL).expect("the shell to be built");
    let manifests: Value = serde_json::from_str(&written).expect("manifests");
    let commands = |of: &str, manifest: &Value| {
        let permissions = manifest["permissions"]
            .as_object()
            .into_iter()
            .flat_map(|permissions| permissions.values());
        let named = permissions
            .filter_map(|permission| permission["commands"]["allow"].as_array())
            .flatten();
        named.filter_map(|command| Some(called(of, command.as_str()?))).collect()
    };
    manifests
        .as_object()
        .expect("manifests")
        .iter()
        .map(|(of, manifest)| (of.clone(), commands(of, manifest)))
        .collect()
}

/// `allow-hall-view` is the command `hall_view`, `core:event:allow-listen` the plugin's `listen`.
fn halls_commands() -> BTreeSet<String> {
    let may: Value = serde_json::from_str(HALL_MAY).expect("a capability");
    let permissions =
        may["permissions"].as_array().expect("permissions").iter().filter_map(Value::as_str);
    let command = |permission: &str| {
        let (of, name) = permission.rsplit_once(':').unwrap_or((OWN, permission));
        called(
            of,
            &name.strip_prefix("allow-").expect("one command a permission").replace('-', "_"),
        )
    };
    permissions.map(command).collect()
}

#[test]
fn every_command_that_the_shell_answers_needs_a_permission() {
    let answered = ANSWERED.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(all_commands().get(OWN), Some(&answered));
}

#[tokio::test]
async fn the_halls_window_may_call_nothing_but_its_own_view() -> Done {
    let may = halls_commands();
    let expected =
        ["hall_view", "hall_drawn", "leave_hall", "plugin:event|listen", "plugin:event|unlisten"];
    assert_eq!(
        may,
        BTreeSet::from(expected.map(str::to_owned)),
        "its view, to be told when it changes, to say what it has drawn, and to give way"
    );

    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    operator.choose("button", "打开样例会议").await?;
    operator.sees("青石镇").await?;
    assert!(operator.invoke("show_hall", json!({})).await?.is_ok());
    let hall = program.window("hall").await?;
    assert!(hall.invoke("hall_view", json!({})).await?.is_ok());

    let all = all_commands();
    assert!(
        all.get(OWN).is_some_and(|own| own.len() > 20) && all.len() > 10,
        "the list was not read: {all:?}"
    );
    for command in all.values().flatten().filter(|command| !may.contains(*command)) {
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

    operator.choose("button", "关闭大屏窗口").await?;
    program.has_windows(&["operator"]).await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    hall.sees("本次投票有效").await?;
    // The window may be gone before the driver has answered; that it is gone is what counts.
    drop(hall.press(Key::Escape).await);
    program.has_windows(&["operator"]).await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    hall.sees("本次投票有效").await?;

    desktop.close("票决台 大屏")?;
    program.has_windows(&["operator"]).await?;
    operator.sees("大屏没有打开").await?;
    operator.sees("这个画面已经上屏，但会场还看不到").await?;
    operator.choose("button", "打开大屏窗口").await?;
    let hall = program.window("hall").await?;
    hall.sees("本次投票有效").await?;
    assert_eq!(hall.text().await?, before);
    Ok(())
}
