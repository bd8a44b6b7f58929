//! 版式: an office's own face and ballots to be cut apart are seen on real pages, recorded, issued,
//! handed to the printer, and kept for later sessions.

use std::path::Path;

use outside::{Desktop, Done, Key, Window};
use serde_json::json;

use crate::hands::{Room, go};

/// Takes an option of a list by its words, as the keys of the list would: with the arrow from the
/// first one on.
pub async fn pick(operator: &Window<'_>, list: &str, words: &str) -> Done {
    operator.walk_to("field", list).await?;
    let chosen = "const { selectedOptions: [one] } = document.activeElement; return one?.textContent.replace(/\\s/g, '') ?? ''";
    let first = operator.until("an option", chosen, &[]).await?;
    for _ in 0..5 {
        let now = operator.until("an option", chosen, &[]).await?;
        if now.as_str().is_some_and(|now| now.contains(words)) {
            return Ok(());
        }
        operator.press(Key::Down).await?;
    }
    panic!("{list} has no {words}, only {first}")
}

#[tokio::test]
async fn an_offices_style_is_seen_recorded_issued_and_printed() -> Done {
    let desktop = Desktop::open()?;
    desktop.installs_face(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts/RendaKai-Regular.ttf"),
        "FZXBSJW.TTF",
    )?;
    desktop.stands_in("lp", "printf '%s ' \"$@\" > lp-told")?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    operator.resize(1280, 800).await?;
    operator.choose("button", "打开样例会议").await?;
    operator.sees("青石镇").await?;
    go(&operator, Room::Papers).await?;

    operator.choose("button", "版式").await?;
    let drawn = "return document.querySelectorAll('.pages canvas').length === arguments[0]";
    operator.until("the specimen", drawn, &[json!(2)]).await?;
    pick(&operator, "选票用纸", "印两张").await?;
    pick(&operator, "标题（小标宋）", "本用户的字体").await?;
    operator.sees("有修改还没有保存").await?;
    operator.until("the specimen", drawn, &[json!(2)]).await?;
    operator.press_with(Key::Control, 's').await?;
    operator.sees("已保存").await?;

    operator.choose("button", "选票").await?;
    operator.choose("button", "印制").await?;
    operator.sees("指纹").await?;
    operator.fill("票数", "57").await?;
    operator.choose("button", "打印 选票").await?;
    operator.sees("58 张票，印 29 张纸").await?;
    let told = desktop.written("lp-told");
    assert!(
        told.contains("-n 29 ") && told.contains("media=A4") && told.contains("票决票.pdf"),
        "{told}"
    );

    operator.choose("button", "版式").await?;
    operator.choose("button", "存为本单位的版式，以后沿用").await?;
    operator.sees("以后新建的会议沿用现在的版式").await?;
    let meeting = json!({ "place": "云岭镇", "congress": 7, "meeting": 5, "all_deputies": 58, "held_on": "2026-01-16", "venue": "" });
    assert_eq!(
        operator.invoke("new_session", json!({ "meeting": meeting, "secretary": "苏文" })).await?,
        Ok(json!(null))
    );
    let style = operator.invoke("papers_view", json!({})).await?.map(|view| view["style"].clone());
    let style = style.unwrap_or_else(|refused| panic!("{refused}"));
    assert!(
        style["ballot"] == "two_a5" && style["faces"]["biao_song"]["family"].is_string(),
        "{style}"
    );
    Ok(())
}
