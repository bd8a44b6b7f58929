//! Two ballots handed out together: one is broken off and goes out again, the other is announced
//! void by a slip of the pen and put right by the chief scrutineer.

use outside::{Desktop, Done, Key, Window};
use session::RoundId;
use session::round::Stage;

use crate::hands::{Room, go};
use crate::prepared::{CHIEFS_PIN, both_ready_to_hand_out};

#[tokio::test]
async fn of_two_ballots_out_together_one_is_broken_off_and_a_wrong_announcement_is_put_right()
-> Done {
    let desktop = Desktop::open()?;
    let path = both_ready_to_hand_out(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let operator = program.window("operator").await?;
    operator.resize(1366, 768).await?;
    operator.sees("青石镇").await?;
    go(&operator, Room::Floor).await?;
    hand_out_together(&operator).await?;
    break_off_the_first(&operator).await?;
    announce_void_and_put_right(&operator).await?;

    program.cut_power().await?;
    let found = store::verify(&path).expect("a session");
    assert_eq!(found.flaws, []);
    let stage = |round| found.session.round(RoundId(round)).expect("a round").stage().clone();
    assert!(matches!(stage(1), Stage::BrokenOff(..)), "{:?}", stage(1));
    assert!(matches!(stage(2), Stage::Counting(..)), "{:?}", stage(2));
    Ok(())
}

async fn hand_out_together(operator: &Window<'_>) -> Done {
    operator.take("2025年度民生实事项目测评票").await?;
    operator.fill("2025年度民生实事项目测评票 印制", "16").await?;
    operator.fill("印制", "16").await?;
    operator.choose("button", "一并发出2种选票").await?;
    operator.sees("一并发出，分箱收回").await
}

async fn break_off_the_first(operator: &Window<'_>) -> Done {
    operator.choose("button", "中止、误发").await?;
    operator.sees("收回已经发出的选票，结束这一轮？").await?;
    operator.take("误发：选票不该在这时发出").await?;
    operator.choose("button", "议程未到这一项").await?;
    operator.fill("PIN 码", CHIEFS_PIN).await?;
    operator.choose("button", "结束这一轮").await?;
    operator.sees("误发，已收回").await
}

async fn announce_void_and_put_right(operator: &Window<'_>) -> Done {
    operator.fill("收回", "15").await?;
    operator.press(Key::Enter).await?;
    operator.sees("收回的多于规定，本次投票无效").await?;
    operator.press(Key::Enter).await?;
    operator.sees("主持人已经宣布投票无效？").await?;
    operator.press(Key::Enter).await?;
    operator.choose("button", "展开 2025年度民生实事项目测评票").await?;
    operator.choose("button", "更正宣布").await?;
    operator.sees("更正已经宣布的验票结果").await?;
    operator.fill("收回", "14").await?;
    operator.choose("button", "收回数登记有误").await?;
    operator.fill("PIN 码", CHIEFS_PIN).await?;
    operator.press(Key::Enter).await?;
    operator.sees("原宣布发出14张、收回15张、投票无效；总监票人徐文斌已更正").await?;
    operator.sees("发出选票14张，收回14张，本次投票有效。").await?;
    operator.press(Key::Enter).await?;
    operator.sees("选票已送计票处").await
}
