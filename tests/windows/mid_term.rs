//! A whole session in the middle of the term through both windows: a 预备会议 before it, a resignation
//! by hand, the rules by keypads, a by-election that a written-in name wins, its oath and its notice.

use outside::{Desktop, Done, Key, Window};
use session::paper::PaperKind;
use session::round::result::tables;
use session::{HandVoteId, RoundId};

use crate::album::Album;
use crate::hands::{Room, go};
use crate::prepared::in_the_middle_of_the_term;
use crate::walk::{Sheets, Walk};

/// One candidate: two for her, ten write in another deputy by initials, two leave it blank.
const SHEETS: [&str; 14] = [
    "1", "1", "2Woyjp\n", "2Woyjp\n", "2Woyjp\n", "2Woyjp\n", "2Woyjp\n", "2Woyjp\n", "2Woyjp\n",
    "2Woyjp\n", "2Woyjp\n", "2Woyjp\n", "0", "0",
];

#[tokio::test]
async fn a_session_in_the_middle_of_the_term_is_carried_from_the_agenda_to_the_notice() -> Done {
    let desktop = Desktop::open()?;
    let path = in_the_middle_of_the_term(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let day = Walk::begins(&program, Album::of("mid-term"), "补选副镇长选票").await?;
    go(&day.operator, Room::Floor).await?;
    day.operator.choose("button", "举手表决").await?;
    count_those_present(&day.operator).await?;
    acclaim(&day.operator).await?;
    // The plenary sitting is counted for itself.
    day.operator.sees("上次清点的是预备会议的到会人数").await?;
    count_those_present(&day.operator).await?;
    decide(&day.operator, &[("反对", "1"), ("弃权", "0")]).await?;
    decide(&day.operator, &[("赞成", "12"), ("反对", "1"), ("弃权", "0"), ("未按", "1")]).await?;
    day.operator.choose("button", "投票").await?;
    elect(&day).await?;
    for paper in ["公告", "宪法宣誓"] {
        issue(&day.operator, paper).await?;
    }

    program.cut_power().await?;
    let found = store::verify(&path).expect("a session");
    assert_eq!(found.flaws, []);
    let passed = |vote| {
        let motion = found.session.hand_vote(HandVoteId(vote)).expect("a motion");
        motion.outcome().is_some_and(session::floor::hands::HandOutcome::passed)
    };
    assert!((1..=3).all(passed));
    let table = tables(found.session.round(RoundId(1)).expect("a round")).remove(0);
    let chosen: Vec<&str> = table.chosen().iter().map(|row| row.name.as_str()).collect();
    assert_eq!(chosen, ["欧阳建平"]);
    let oath = PaperKind::Oath { round: RoundId(1) };
    assert!(found.session.papers().iter().any(|paper| *paper.kind() == oath));
    Ok(())
}

async fn count_those_present(operator: &Window<'_>) -> Done {
    operator.fill("实到代表", "14").await?;
    operator.press(Key::Enter).await?;
    operator.sees("达到法定人数").await
}

async fn acclaim(operator: &Window<'_>) -> Done {
    operator.choose("button", "付表决").await?;
    operator.choose("button", "已鼓掌通过").await?;
    operator.sees("主持人已经宣布表决结果？").await?;
    operator.choose("button", "已宣布通过").await
}

/// Puts the next motion; both tellers give the same numbers, and the outcome is announced.
async fn decide(operator: &Window<'_>, numbers: &[(&str, &str)]) -> Done {
    operator.choose("button", "付表决").await?;
    for teller in ["刘敏", "高翔"] {
        // Whoever sits down goes on with the first number.
        operator.walk_to("option", teller).await?;
        operator.keys(" ").await?;
        for (field, number) in numbers {
            operator.fill(field, number).await?;
        }
        operator.choose("button", "报数").await?;
        operator.sees(&format!("{teller}已报数")).await?;
    }
    operator.choose("button", "已宣布结果").await?;
    operator.choose("button", "已宣布通过").await
}

async fn elect(day: &Walk<'_>) -> Done {
    day.print("选票").await?;
    go(&day.operator, Room::Floor).await?;
    day.vote(Sheets::all(14)).await?;
    day.in_the_hall("正在计票", &["已计 0 / 14"]).await?;
    day.key_first("刘敏", &SHEETS, 10).await?;
    day.key("复录", "高翔", &SHEETS, 10).await?;
    day.certify().await?;
    day.announce(&["另选 欧阳建平 10", "当选", "有效 14 无效 0 过半数 10"]).await
}

async fn issue(operator: &Window<'_>, paper: &str) -> Done {
    go(operator, Room::Papers).await?;
    operator.choose("button", &format!("{paper} 可签发")).await?;
    operator.choose("button", "签发").await?;
    operator.find("button", &format!("另存 {paper}")).await.map(drop)
}
