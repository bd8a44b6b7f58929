//! An election of two posts on one sheet and an evaluation after it, from the attendance to both
//! announcements, through both windows and with nothing but a keyboard.

use outside::{Desktop, Done, Key};
use session::RoundId;
use session::round::Stage;
use session::round::result::tables;

use crate::album::Album;
use crate::hands::{Room, go, sit_down};
use crate::prepared::an_election_and_an_evaluation;
use crate::walk::{Sheets, Walk};

/// 实到, of 18.
const PRESENT: u32 = 14;

/// What the first teller keys, sheet by sheet, Enter left out: one row for the chair, three for the
/// deputy heads. `W` opens the line for another name: a deputy by initials, anybody by name. The
/// fifth sheet names three for two posts; the eighth misspells a name.
const FIRST: [&str; 14] = [
    "1112",
    "1112",
    "1112",
    "2Wwxy\n121",
    "1111", //
    "1112",
    "1222Woyjp\n",
    "1122W欧阳健平\n",
    "1112",
    "1112", //
    "1112",
    "1112",
    "1112",
    "2Wwxy\n110",
];

/// What the second teller keys where it differs: sheet and row of the deputy heads' section are a
/// slip.
const SLIP: (usize, &str) = (1, "1122");

/// How the evaluation's sheets are marked.
const GRADED: [&str; 14] =
    ["1111", "+", "1121", "1213", "+", "2222", "+", "1120", "1*11", "+", "1233", "+", "+", "1110"];

#[tokio::test]
async fn an_election_with_names_written_in_and_an_evaluation_are_carried_to_their_announcements()
-> Done {
    let desktop = Desktop::open()?;
    let path = an_election_and_an_evaluation(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let mut day = Walk::begins(&program, Album::of("election"), "选举人大主席、副镇长选票").await?;
    day.elect().await?;
    day.ballot = "测评票";
    day.evaluate().await?;

    program.cut_power().await?;
    let found = store::verify(&path).expect("a session");
    assert_eq!(found.flaws, []);
    let counted = |round, contest: usize| {
        let round = found.session.round(RoundId(round)).expect("a round");
        assert!(matches!(round.stage(), Stage::Announced(..)));
        let table = tables(round).swap_remove(contest);
        let rows = table
            .rows
            .iter()
            .map(|row| format!("{} {} {} {}", row.name, row.for_, row.against, row.abstain));
        (table.valid, table.void, rows.collect::<Vec<_>>())
    };
    assert_eq!(counted(1, 0), (14, 0, vec!["陈志远 12 2 0".to_owned(), "王秀英 2 0 0".to_owned()]));
    let heads = ["田富 12 1 0", "田大利 10 3 0", "何丽萍 1 11 1", "欧阳建平 2 0 0"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(counted(1, 1), (13, 1, heads));
    Ok(())
}

impl Walk<'_> {
    async fn elect(&self) -> Done {
        self.print("选票").await?;
        self.count_those_present(PRESENT).await?;
        self.in_the_hall("到会人数", &["应到代表 18", "实到代表 14", "法定人数 12"]).await?;
        self.in_the_hall("候选名单", &["选举人大主席", "候选人 1 名，应选 1 名", "1 陈志远"])
            .await?;
        self.hall_shows(&["选举副镇长", "候选人 3 名，应选 2 名", "2 田大利"]).await?;
        self.in_the_hall("填票说明", &["反对的，可以另选他人"]).await?;
        self.vote(Sheets::all(PRESENT)).await?;

        self.in_the_hall("正在计票", &["选举人大主席", "已计 0 / 14"]).await?;
        self.key_first("刘敏", &FIRST, 5).await?;
        self.hall.sees("已计 0 / 14").await?;
        let mut second = FIRST;
        second[SLIP.0] = SLIP.1;
        self.key_watched(&second).await?;
        self.rule().await?;
        self.certify().await?;
        self.announce(&[
            "1 陈志远 12 2 0 当选",
            "另选 王秀英 2",
            "有效 14 无效 0 过半数 10",
            "1 田富 12 1 0 当选",
            "2 田大利 10 3 0 当选",
            "另选 欧阳建平 2",
            "有效 13 无效 1",
            "实到 14 发出 14 收回 14",
        ])
        .await?;
        self.in_the_hall(
            "当选、通过名单",
            &["当选名单", "陈志远 12 2 0", "田富 12 1 0", "田大利 10 3 0"],
        )
        .await?;
        self.hall.sees_no("何丽萍").await
    }

    async fn evaluate(&self) -> Done {
        self.print("选票").await?;
        self.count_those_present(PRESENT).await?;
        self.vote(Sheets::all(PRESENT)).await?;
        self.in_the_hall("正在计票", &["满意度测评", "已计 0 / 14"]).await?;
        self.key_first("林晓红", &GRADED, 10).await?;
        self.key("复录", "丁一鸣", &GRADED, 10).await?;
        self.hall.sees("已计 13 / 14").await?;

        let operator = &self.operator;
        operator.sees("请取出第 1 捆第 9 张").await?;
        operator.sees("第 2 行选了多个等次").await?;
        operator.keys("1").await?;
        operator.press(Key::Enter).await?;
        self.seat_the_chief().await?;
        self.certify().await?;
        self.announce(&["有效 14 无效 0", "满意率"]).await
    }

    /// The second keying, while the hall follows: after each bundle what is agreed, from the second
    /// on the other post.
    async fn key_watched(&self, second: &[&str]) -> Done {
        sit_down(&self.operator, "复录", "高翔").await?;
        self.key_bundle(1, &second[..5]).await?;
        for words in ["已计 3 / 14", "陈志远 2", "另选他人合计 1"] {
            self.hall.sees(words).await?;
        }
        self.in_the_hall("正在计票", &["选举人大主席"]).await?;
        self.turn_page(&["选举副镇长", "已计 3 / 14", "田富 3"]).await?;
        go(&self.operator, Room::Count).await?;
        self.key_bundle(2, &second[5..10]).await?;
        for words in ["已计 8 / 14", "田富 7", "田大利 5", "另选他人合计 2"] {
            self.hall.sees(words).await?;
        }
        self.key_bundle(3, &second[10..]).await?;
        self.hall.sees("已计 12 / 14").await
    }

    async fn rule(&self) -> Done {
        let operator = &self.operator;
        operator.sees("请取出第 1 捆第 2 张").await?;
        operator.take("周建国").await?;
        operator.keys("1").await?;
        operator.sees("已录齐，请再看一眼票面").await?;
        operator.press(Key::Enter).await?;

        operator.sees("请取出第 1 捆第 5 张").await?;
        operator.sees("赞成 3 名，超过应选 2 名").await?;
        operator.keys("1").await?;
        operator.press(Key::Enter).await?;
        self.seat_the_chief().await?;
        self.hall.sees("已计 14 / 14").await?;
        operator.sees("“选举副镇长”部分另选他人写了 2 个姓名").await?;
        operator.choose("button", "核对姓名写法").await?;

        operator.choose("button", "选举副镇长 2 种写法").await?;
        operator.sees("欧阳健平 1 照写法计").await?;
        operator.take("欧阳健平").await?;
        operator.fill("选中的都计作", "欧阳建平").await?;
        operator.fill("理由", "同一个人，健字是笔误").await?;
        operator.press(Key::Enter).await?;
        operator.sees("计作“欧阳建平”").await?;
        operator.choose("button", "核定").await
    }

    /// Shows the next page of the picture that is chosen, once the operator's own preview has it:
    /// the hall may have it first.
    async fn turn_page(&self, words: &[&str]) -> Done {
        self.operator.sees("第 1 / 2 页").await?;
        self.operator.press(Key::Right).await?;
        self.operator.sees("第 2 / 2 页").await?;
        self.operator.press(Key::Enter).await?;
        self.operator.sees("大屏正在显示这个画面").await?;
        self.hall_shows(words).await
    }
}
