//! From what an office has to a roster and a ballot: pasted, looked at, put right, taken, brought
//! back, and out again as a workbook.

use outside::{Desktop, Done, Key, Window};
use serde_json::json;

/// What WPS puts on the clipboard, given to whatever has the keyboard.
const PASTE: &str = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(paste); return true;";

pub async fn paste(operator: &Window<'_>, text: &str) -> Done {
    operator.until("the paste", PASTE, &[json!(text)]).await.map(drop)
}

#[tokio::test]
async fn a_pasted_roster_is_put_right_in_the_preview_and_comes_back_after_a_deletion() -> Done {
    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    operator.resize(1366, 768).await?;
    operator.sees("打开样例会议").await?;
    let meeting = json!({
        "place": "青石镇", "congress": 18, "meeting": 5, "all_deputies": 3,
        "held_on": "2026-01-16", "venue": "镇政府三楼会议室", "agenda": ["票决项目"],
    });
    let session = json!({ "meeting": meeting, "secretary": "苏文" });
    assert!(operator.invoke("new_session", session).await?.is_ok());

    operator.choose("button", "代表").await?;
    operator.sees("名册还是空的").await?;
    paste(
        &operator,
        "青石镇代表名册\t\t\t\t\n序号\t代表姓名\t性别\t民族\t所在代表团\n\
         1\t田 富\t男\t汉\t第一代表团\n2\t王芳\t\t回族\t\n3\t赵强\t男\t汉\t第二代表团\n合计\t3人\t\t\t\n",
    )
    .await?;
    operator.sees("粘贴到代表名册").await?;
    operator.sees("3 行：新增 3").await?;
    operator.sees("第 4 行“性别”：是空的").await?;
    operator.picture("lists-preview").await?;
    operator.fill("改正第 4 行“性别”", "女").await?;
    operator.press(Key::Enter).await?;
    operator.sees_no("处须改正").await?;
    operator.choose("button", "录入 3 行").await?;
    operator.sees("代表名册已录入，共 3 行").await?;
    operator.sees("第二代表团").await?;

    operator.choose("button", "修改代表：王芳").await?;
    operator.choose("button", "从名册中删除").await?;
    operator.sees("已删除王芳").await?;
    operator.sees("共 2 行").await?;
    operator.press_with(Key::Control, 'z').await?;
    operator.sees("共 3 行").await?;
    operator.fill("查找：汉字、拼音或首字母", "wf").await?;
    operator.sees("找到 1 行，共 3 行").await?;

    operator.choose("button", "导出").await?;
    operator.sees("代表名册.xlsx").await?;
    let folder = "票决台/青石镇第十八届人民代表大会第五次会议.文书";
    assert!(desktop.documents().join(folder).join("代表名册.xlsx").exists());
    Ok(())
}

#[tokio::test]
async fn projects_pasted_into_a_new_ballot_are_its_rows_and_the_ballot_can_be_deleted() -> Done {
    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    operator.resize(1366, 768).await?;
    operator.sees("打开样例会议").await?;
    let meeting = json!({
        "place": "青石镇", "congress": 18, "meeting": 5, "all_deputies": 58,
        "held_on": "2026-01-16", "venue": "镇政府三楼会议室", "agenda": [],
    });
    let session = json!({ "meeting": meeting, "secretary": "苏文" });
    assert!(operator.invoke("new_session", session).await?.is_ok());

    operator.choose("button", "选票").await?;
    operator.choose("button", "新建选票").await?;
    operator.walk_to("field", "第 1 项的名称").await?;
    paste(
        &operator,
        "序号\t项目名称\t建设内容及规模\t总投资（万元）\t牵头单位\n\
         1\t山塘除险加固\t七口\t298.5\t水利站\n2\t路灯亮化\t300盏\t1,200.50\t建设办\n合计\t\t\t1499\t\n",
    )
    .await?;
    operator.sees("2 行：新增 2").await?;
    operator.press(Key::Enter).await?;
    operator.sees("候选项目已填入 2 行").await?;
    operator.fill("应选", "1").await?;
    operator.press_with(Key::Control, 's').await?;
    operator.sees("已保存").await?;
    operator.choose("button", "删除这张选票").await?;
    operator.sees("还没有选票").await?;
    operator.press_with(Key::Control, 'z').await?;
    operator.find("field", "第 2 项的名称").await?;
    Ok(())
}
