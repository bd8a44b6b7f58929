//! A day on which everything goes wrong: a ballot handed out by mistake, a void vote, a skipped and a
//! doubled sheet, nobody with a majority, a tie at the last seat, a result checked again; and the
//! hands of an operator who presses Enter twice and types what is no number.

use outside::{Desktop, Done, Key};
use session::RoundId;
use session::round::Stage;
use session::round::result::tables;

use crate::album::Album;
use crate::hands::{Room, go, sit_down};
use crate::prepared::{CHIEFS_PIN, a_hard_day};
use crate::repair::mend;
use crate::walk::{Sheets, Walk};

/// 实到: all of them.
const PRESENT: u32 = 18;
const BUNDLE: usize = 10;

/// The redo for the chair: nine for each of the two, no two neighbours alike.
const EVEN: [&str; 18] = [
    "12", "21", "10", "01", "12", "21", "12", "01", "10", "21", //
    "12", "21", "10", "01", "12", "21", "10", "01",
];

/// The further election: eleven for the first.
const FURTHER: [&str; 18] = [
    "12", "12", "10", "12", "21", "12", "01", "12", "10", "21", //
    "12", "21", "10", "01", "12", "21", "10", "01",
];

/// Two of four: the first has 14, the next two 11 each, the last none.
const TIED: [&str; 18] = [
    "1122", "1122", "1122", "1122", "1122", "1122", "1122", //
    "1212", "1212", "1212", "1212", "1212", "1212", "1212", //
    "2112", "2112", "2112", "2112",
];

/// The runoff of the two: 10 to 8.
const RUNOFF: [&str; 18] = [
    "12", "12", "12", "12", "12", "12", "12", "12", "12", "12", //
    "21", "21", "21", "21", "21", "21", "21", "21",
];

#[tokio::test]
async fn a_day_on_which_everything_goes_wrong_ends_with_two_elections_that_hold() -> Done {
    let desktop = Desktop::open()?;
    let path = a_hard_day(&desktop.documents());
    let program = desktop.start(&[&path.to_string_lossy()]).await?;
    let mut day = Walk::begins(&program, Album::of("hard"), "人大主席选票").await?;
    day.mistype_and_count().await?;
    day.hand_out_by_mistake().await?;
    day.void_the_vote().await?;
    day.repeat_the_vote().await?;
    day.elect_further().await?;
    day.ballot = "副镇长选票";
    day.tie().await?;
    day.run_off().await?;
    day.check_again().await?;

    program.cut_power().await?;
    let found = store::verify(&path).expect("a session");
    assert_eq!(found.flaws, []);
    let round = |id| found.session.round(RoundId(id)).expect("a round");
    assert!(matches!(round(1).stage(), Stage::BrokenOff(..)));
    assert!(matches!(round(2).stage(), Stage::Voided(..)));
    let chosen = |id| -> Vec<String> {
        assert!(matches!(round(id).stage(), Stage::Announced(..)));
        tables(round(id)).remove(0).chosen().iter().map(|row| row.name.clone()).collect()
    };
    assert_eq!(chosen(3), Vec::<String>::new());
    assert_eq!(chosen(4), ["陈志远"]);
    assert_eq!(chosen(5), ["田富"]);
    assert_eq!(chosen(6), ["田大利"]);
    Ok(())
}

impl Walk<'_> {
    async fn mistype_and_count(&self) -> Done {
        let operator = &self.operator;
        go(operator, Room::Floor).await?;
        for (typed, said) in [("18.5", "要填整数"), ("-3", "不能填负数"), ("十八", "只能填数字")]
        {
            operator.fill("实到代表", typed).await?;
            operator.press(Key::Enter).await?;
            operator.sees(said).await?;
        }
        self.photo("mistyped").await?;
        self.count_those_present(PRESENT).await
    }

    async fn hand_out_by_mistake(&self) -> Done {
        let operator = &self.operator;
        self.hand_out(Sheets::all(PRESENT)).await?;
        go(operator, Room::Floor).await?;
        operator.choose("button", "中止、误发").await?;
        operator.sees("收回已经发出的选票，结束这一轮？").await?;
        operator.take("误发：选票不该在这时发出").await?;
        operator.choose("button", "议程未到这一项").await?;
        operator.fill("PIN 码", CHIEFS_PIN).await?;
        self.photo("break-off").await?;
        operator.press(Key::Enter).await?;
        operator.sees("误发，已收回").await?;
        self.photo("broken-off").await?;
        self.photo_of_the_hall("after-breaking-off").await
    }

    /// More come back than were handed out; Enter is struck three times at once.
    async fn void_the_vote(&self) -> Done {
        let operator = &self.operator;
        self.count_those_present(PRESENT).await?;
        let sheets = Sheets { returned: PRESENT + 1, ..Sheets::all(PRESENT) };
        self.hand_out(sheets).await?;
        go(operator, Room::Floor).await?;
        operator.fill("收回", &sheets.returned.to_string()).await?;
        operator.keys(&char::from(Key::Enter).to_string().repeat(3)).await?;
        operator.sees("收回的多于规定，本次投票无效").await?;
        operator.sees_no("主持人已经宣布投票无效？").await?;
        self.photo("void").await?;
        operator.press(Key::Enter).await?;
        operator.sees("主持人已经宣布投票无效？").await?;
        self.photo("void-asked").await?;
        operator.press(Key::Enter).await?;
        operator.sees("重新清点").await?;
        self.photo("voided").await?;
        self.in_the_hall("验票结果", &["收回选票 19", "本次投票无效"]).await
    }

    async fn repeat_the_vote(&self) -> Done {
        let operator = &self.operator;
        self.count_those_present(PRESENT).await?;
        self.vote(Sheets::all(PRESENT)).await?;
        self.in_the_hall("正在计票", &["两次录入完成", "共 18 张"]).await?;
        self.skip_a_sheet_and_double_another().await?;
        self.photo("slips").await?;
        mend(operator, "首录补录第 5 张", "看过票面，漏录一张").await?;
        operator.sees("请刘敏补录第 1 捆第 5 张（首录）").await?;
        self.photo("to-be-keyed").await?;
        mend(operator, "复录剔除第 4 张", "看过票面，一张录了两次").await?;
        operator.sees("其余的都已裁定，只差上面要录的").await?;
        self.photo("mended").await?;
        // The one who keyed last still sits at the desk; the one who is to key is offered it.
        operator.choose("button", "去录入").await?;
        operator.sees("选择录入次数和计票人").await?;
        self.photo("desk-offered").await?;
        operator.press(Key::Enter).await?;
        operator.sees("首录 刘敏").await?;
        operator.sees("继续第 1 捆第 5 张").await?;
        operator.press(Key::Enter).await?;
        operator.sees("第 1 捆 第 5 张").await?;
        self.photo("keyed-after-all").await?;
        self.key_sheet(EVEN[4]).await?;
        self.hand_in(1, BUNDLE).await?;
        operator.choose("button", "核定").await?;
        self.certify().await?;
        self.announce(&["1 陈志远 9 5 4 未过半", "2 周　明 9 5 4 未过半", "1 名未选出，须另行选举"])
            .await
    }

    /// The first keyer passes over the fifth sheet; the second keys the third of the second bundle
    /// twice. Each says that the bundle holds another number than planned.
    async fn skip_a_sheet_and_double_another(&self) -> Done {
        let operator = &self.operator;
        go(operator, Room::Count).await?;
        sit_down(operator, "首录", "刘敏").await?;
        self.take_bundle(1).await?;
        for (_, sheet) in (1..=BUNDLE).zip(EVEN).filter(|(number, _)| *number != 5) {
            self.key_sheet(sheet).await?;
        }
        operator.sees("第 1 捆 第 10 张").await?;
        self.photo("one-too-few").await?;
        self.says_how_many("9").await?;
        self.hand_in(1, 9).await?;
        self.key_bundle(2, &EVEN[BUNDLE..]).await?;
        operator.sees("首录已全部录完交捆").await?;
        operator.press(Key::Enter).await?;

        sit_down(operator, "复录", "高翔").await?;
        self.key_bundle(1, &EVEN[..BUNDLE]).await?;
        self.take_bundle(2).await?;
        let mut doubled = EVEN[BUNDLE..].to_vec();
        doubled.insert(3, doubled[2]);
        for sheet in &doubled[..8] {
            self.key_sheet(sheet).await?;
        }
        operator.sees("第 2 捆 8 张已录完").await?;
        self.says_how_many("9").await?;
        self.key_sheet(doubled[8]).await?;
        self.hand_in(2, 9).await
    }

    async fn says_how_many(&self, sheets: &str) -> Done {
        let operator = &self.operator;
        operator.choose("button", "张数不对").await?;
        operator.fill("实有张数", sheets).await?;
        self.photo("how-many").await?;
        operator.press(Key::Enter).await?;
        operator.sees_no("实有张数").await
    }

    async fn elect_further(&mut self) -> Done {
        go(&self.operator, Room::Floor).await?;
        self.photo("nobody-elected").await?;
        self.prepare_the_next("人大主席选票").await?;
        self.ballot = "人大主席选票（另行选举）";
        self.vote(Sheets::all(PRESENT)).await?;
        self.count(&FURTHER).await?;
        self.announce(&["1 陈志远 11", "当选"]).await
    }

    /// The ballot that must follow is set up, printed, and those present are counted for it.
    async fn prepare_the_next(&self, title: &str) -> Done {
        let operator = &self.operator;
        operator.choose("button", "编制下一轮选票").await?;
        operator.sees("下一轮选票已经编好").await?;
        self.photo("next-prepared").await?;
        operator.press(Key::Enter).await?;
        operator.choose("button", "选票 可签发").await?;
        operator.choose("button", "印制").await?;
        operator.find("button", "另存 选票").await?;
        self.photo("next-printed").await?;
        go(operator, Room::Floor).await?;
        operator.sees(title).await?;
        self.count_those_present(PRESENT).await
    }

    async fn count(&self, sheets: &[&str]) -> Done {
        self.key_first("刘敏", sheets, BUNDLE).await?;
        self.key("复录", "高翔", sheets, BUNDLE).await?;
        self.certify().await
    }

    async fn tie(&self) -> Done {
        self.count_those_present(PRESENT).await?;
        self.in_the_hall("候选名单", &["候选人 4 名，应选 2 名"]).await?;
        self.vote(Sheets::all(PRESENT)).await?;
        self.count(&TIED).await?;
        self.announce(&["1 田富 14", "末位 2 名同票，须再次投票"]).await
    }

    async fn run_off(&mut self) -> Done {
        go(&self.operator, Room::Floor).await?;
        self.photo("tied").await?;
        self.prepare_the_next("副镇长选票").await?;
        self.ballot = "副镇长选票（再次投票）";
        self.vote(Sheets::all(PRESENT)).await?;
        self.count(&RUNOFF).await?;
        self.announce(&["田大利 10", "当选"]).await
    }

    /// A deputy objects: the count is opened again, certified anew and announced anew.
    async fn check_again(&self) -> Done {
        let operator = &self.operator;
        go(operator, Room::Count).await?;
        self.photo("counts").await?;
        operator.choose("button", "核定").await?;
        operator.choose("button", "重新核票").await?;
        operator.choose("button", "代表提出异议").await?;
        operator.fill("PIN 码", CHIEFS_PIN).await?;
        self.photo("check-again").await?;
        operator.press(Key::Enter).await?;
        self.hall.sees("复核中").await?;
        self.photo("being-checked").await?;
        self.photo_of_the_hall("being-checked").await?;
        self.certify().await?;
        self.announce(&["田大利 10", "当选"]).await?;
        go(operator, Room::Floor).await?;
        self.photo("floor-at-the-end").await?;
        go(operator, Room::Archive).await?;
        self.photo("archive").await
    }
}
