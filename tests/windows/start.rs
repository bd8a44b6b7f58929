//! The first thing a person sees.

use outside::{Desktop, Done};

#[tokio::test]
async fn the_sample_opens_from_the_start_screen_without_a_file_dialog() -> Done {
    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    operator.sees("票决台").await?;
    operator.choose("button", "打开样例会议").await?;
    operator.sees("青石镇").await?;
    operator.sees("演练：这里的一切都不作数").await?;
    let file =
        desktop.documents().join("票决台/样例 青石镇第十八届人民代表大会第五次会议-演练.piaojue");
    assert!(file.exists(), "the sample lies among the documents");
    operator.choose("button", "丢弃演练").await?;
    operator.choose("button", "丢弃").await?;
    operator.sees("打开样例会议").await?;
    assert!(!file.exists(), "and is gone with one key");
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_no_session_is_refused_on_the_start_screen() -> Done {
    let desktop = Desktop::open()?;
    let file = desktop.documents().join("notes.piaojue");
    std::fs::write(&file, "not a session")?;
    let program = desktop.start(&[&file.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.sees("打开样例会议").await?;
    operator.sees("这不是会议文件").await?;
    Ok(())
}
