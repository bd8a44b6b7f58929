//! A quiet day from an empty start: a session is made, its lists come in, two ballots and a motion are
//! prepared, the roll is called, hands are raised, last year's projects are graded and this year's
//! chosen, and the session is sealed.

use exchange::Sample;
use outside::{Desktop, Done, Key, Program, Window};
use session::people::Deputy;
use session::round::Stage;
use session::round::result::tables;
use session::{HandVoteId, RoundId};

use crate::album::Album;
use crate::hands::{Room, choose_picture, go};
use crate::lists::paste;
use crate::style::pick;
use crate::walk::{Sheets, Walk};

const PRESENT: u32 = 16;
const MOTION: &str = "关于青石镇人民政府工作报告的决议（草案）";
const EVALUATION: &str = "测评票";
const SELECTION: &str = "民生实事项目票决票";

const PROJECTS: &str = "序号\t项目名称\t建设内容及规模\t估算投资（万元）\t责任单位\t完成时限\n\
    1\t石桥村至柳树村道路硬化\t新建道路硬化3.2公里\t300\t镇村镇建设办\t2026年12月\n\
    2\t镇区农贸市场改造提升\t改造摊位120个\t274.5\t镇市场监管所\t2026年9月\n\
    3\t山塘水库除险加固\t分两段实施\t235\t镇农业综合服务中心\t2026年10月底\n\
    4\t村级老年食堂建设\t惠及2个村\t199\t镇民政办\t2026年10月底\n\
    5\t镇中心小学塑胶操场及排水改造\t操场4000平方米\t168\t镇中心小学\t2026年8月\n";

const LAST_YEAR: &str = "序号\t项目\t投资额(万元)\t责任单位\t完成情况\n\
    1\t危桥改造\t64.60\t镇村镇建设办\t已完成\n\
    2\t村卫生室标准化\t389.60\t镇卫生院\t已完成\n\
    3\t公益性公墓\t311.80\t镇村镇建设办\t未完成，因用地未批，结转2026年\n";

const GRADED: [&str; 16] = [
    "111", "+", "112", "123", "+", "222", "+", "120", "+", "113", //
    "+", "123", "+", "+", "110", "+",
];

/// Three of five; the last two projects share what is left.
const CHOSEN: [&str; 16] = [
    "11122", "11122", "11212", "11122", "11221", "11122", "11122", "11122", "21112",
    "11122", //
    "11122", "12112", "11122", "11122", "11-", "11122",
];

#[tokio::test]
async fn a_quiet_day_is_walked_from_an_empty_start_to_the_sealed_archive() -> Done {
    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let album = Album::of("usual");
    let operator = program.window("operator").await?;
    album.fits(&operator).await?;
    let office = Office { operator: &operator, album: &album };
    office.begins().await?;
    office.brings_its_lists().await?;
    office.names_the_staff().await?;
    office.prepares_ballots().await?;
    office.prepares_the_motion().await?;
    office.plans_the_sitting().await?;
    office.issues_its_papers().await?;
    drop(operator);

    let mut day = open_the_hall(&program, album).await?;
    day.welcome().await?;
    day.call_the_roll().await?;
    day.raise_hands().await?;
    day.grade().await?;
    day.choose_projects().await?;
    day.write_it_up().await?;
    day.seal().await?;

    program.cut_power().await?;
    let file = "票决台/青石镇第十八届人民代表大会第五次会议.piaojue";
    let found = store::verify(&desktop.documents().join(file)).expect("a session");
    assert_eq!(found.flaws, []);
    assert!(found.session.hand_vote(HandVoteId(1)).expect("a motion").outcome().is_some());
    let round = found.session.round(RoundId(2)).expect("a round");
    assert!(matches!(round.stage(), Stage::Announced(..)));
    let chosen: Vec<String> =
        tables(round).remove(0).chosen().iter().map(|row| row.name.clone()).collect();
    assert_eq!(chosen, ["石桥村至柳树村道路硬化", "镇区农贸市场改造提升", "山塘水库除险加固"]);
    Ok(())
}

/// Eighteen deputies as an office lists them.
fn roster() -> String {
    let sample = Sample::load().expect("the sample");
    let row = |of: &Deputy| {
        [
            &of.number.to_string(),
            &of.name,
            &of.sex,
            &of.ethnicity,
            &of.delegation,
            &of.post,
            &of.note,
        ]
        .map(String::as_str)
        .join("\t")
    };
    let rows: Vec<String> = sample.deputies.iter().take(18).map(row).collect();
    format!("序号\t姓名\t性别\t民族\t代表团\t单位职务\t备注\n{}\n", rows.join("\n"))
}

/// The office before the session.
struct Office<'o, 'p> {
    operator: &'o Window<'p>,
    album: &'o Album,
}

impl Office<'_, '_> {
    async fn photo(&self, what: &str) -> Done {
        self.album.page(what, &[("table", self.operator)]).await
    }

    async fn save(&self) -> Done {
        self.operator.press_with(Key::Control, 's').await?;
        self.operator.sees("已保存").await
    }

    async fn begins(&self) -> Done {
        let operator = self.operator;
        operator.sees("打开样例会议").await?;
        self.photo("start").await?;
        operator.choose("button", "新建会议").await?;
        operator.sees("还缺").await?;
        self.photo("new-session").await?;
        for (field, typed) in [
            ("乡镇", "青石镇"),
            ("届", "十八"),
            ("次", "5"),
            ("全体代表", "18"),
            ("会议日期", "2026年1月16日"),
            ("会场", "镇政府三楼会议室"),
            ("秘书姓名", "苏文"),
        ] {
            operator.fill(field, typed).await?;
        }
        operator.sees("可以建立会议文件了").await?;
        self.photo("new-session-filled").await?;
        operator.press(Key::Enter).await?;
        operator.sees("名册还是空的").await?;
        self.photo("begun").await?;
        operator.choose("button", "会议").await?;
        operator.sees("法定人数12人，全体代表的过半数10人").await?;
        let agenda = ["审议政府工作报告", "测评2025年度民生实事项目", "票决2026年度民生实事项目"];
        operator.fill("议程", &agenda.join(&char::from(Key::Enter).to_string())).await?;
        self.photo("meeting").await?;
        self.save().await
    }

    async fn brings_its_lists(&self) -> Done {
        let operator = self.operator;
        operator.choose("button", "代表").await?;
        operator.sees("名册还是空的").await?;
        self.photo("roster-empty").await?;
        paste(operator, &roster()).await?;
        operator.sees("18 行：新增 18").await?;
        self.photo("roster-preview").await?;
        operator.press(Key::Enter).await?;
        operator.sees("代表名册已录入，共 18 行").await?;
        self.photo("roster").await?;
        operator.choose("button", "上年项目").await?;
        operator.sees("没有填写上年项目").await?;
        paste(operator, LAST_YEAR).await?;
        operator.sees("3 行：新增 3").await?;
        operator.press(Key::Enter).await?;
        operator.sees("上年项目已填入 3 行").await?;
        self.photo("last-year").await?;
        self.save().await
    }

    async fn names_the_staff(&self) -> Done {
        let operator = self.operator;
        operator.choose("button", "工作人员").await?;
        for (role, names) in [
            ("总监票人", &["徐文斌"][..]),
            ("监票人", &["周建国", "吴芳"]),
            ("计票人", &["刘敏", "高翔"]),
        ] {
            for name in names {
                operator.choose("button", &format!("＋ 添加{role}")).await?;
                operator.keys(name).await?;
            }
        }
        self.photo("staff").await?;
        self.save().await
    }

    async fn prepares_ballots(&self) -> Done {
        let operator = self.operator;
        operator.choose("button", "选票").await?;
        self.photo("no-ballot").await?;
        pick(operator, "新选票的种类", "满意度测评").await?;
        operator.choose("button", "新建选票").await?;
        operator.choose("button", "列入上年项目").await?;
        self.photo("evaluation").await?;
        self.save().await?;
        pick(operator, "新选票的种类", "民生实事票决").await?;
        operator.choose("button", "新建选票").await?;
        operator.walk_to("field", "第 1 项的名称").await?;
        paste(operator, PROJECTS).await?;
        operator.sees("5 行：新增 5").await?;
        operator.press(Key::Enter).await?;
        operator.sees("候选项目已填入 5 行").await?;
        operator.fill("应选", "3").await?;
        operator.sees("每张票赞成的项目不超过 3 项").await?;
        self.photo("selection").await?;
        self.save().await
    }

    async fn prepares_the_motion(&self) -> Done {
        let operator = self.operator;
        go(operator, Room::Floor).await?;
        self.photo("floor-before").await?;
        operator.choose("button", "举手表决").await?;
        operator.choose("button", "准备一项表决").await?;
        operator.fill("表决事项", MOTION).await?;
        self.photo("motion").await?;
        operator.press(Key::Enter).await?;
        operator.sees(MOTION).await?;
        self.photo("hands").await
    }

    async fn plans_the_sitting(&self) -> Done {
        let operator = self.operator;
        operator.press_with(Key::Alt, '1').await?;
        operator.choose("button", "会次").await?;
        for (item, hung) in [(1, "决议"), (2, "测评"), (3, "票决")] {
            pick(operator, &format!("第{item}项下面的表决"), hung).await?;
            operator.press(Key::Tab).await?;
        }
        self.photo("sittings").await?;
        self.save().await
    }

    async fn issues_its_papers(&self) -> Done {
        let operator = self.operator;
        go(operator, Room::Papers).await?;
        self.photo("papers").await?;
        operator.choose("button", "全部签发").await?;
        operator.sees("签发后各有编号和指纹").await?;
        self.photo("issue-all").await?;
        operator.press(Key::Enter).await?;
        operator.sees("已签发").await?;
        operator.sees("还不到时候").await?;
        self.photo("issued-all").await
    }
}

async fn open_the_hall(program: &Program, album: Album) -> Done<Walk<'_>> {
    Walk::begins(program, album, EVALUATION).await
}

impl Walk<'_> {
    async fn welcome(&self) -> Done {
        self.in_the_hall("会议名称", &["青石镇第十八届人民代表大会第五次会议"]).await?;
        self.in_the_hall("议程", &["2 测评2025年度民生实事项目"]).await?;
        self.in_the_hall("上年项目", &["已完成"]).await
    }

    /// Everybody is ticked, then two are taken out again.
    async fn call_the_roll(&self) -> Done {
        let operator = &self.operator;
        go(operator, Room::Floor).await?;
        operator.choose("button", "按名册点名").await?;
        operator.choose("button", "全部到会").await?;
        let sample = Sample::load().expect("the sample");
        for deputy in &sample.deputies[16..18] {
            operator.walk_to("option", &deputy.name).await?;
            operator.keys(" ").await?;
        }
        operator.sees("在场 16 名").await?;
        self.photo("roll").await?;
        operator.choose("button", "登记到会").await?;
        operator.sees("达到法定人数").await?;
        self.photo("roll-called").await?;
        self.in_the_hall("到会人数", &["实到代表 16"]).await
    }

    async fn raise_hands(&mut self) -> Done {
        let evaluation = std::mem::replace(&mut self.ballot, MOTION);
        self.in_the_hall("表决事项", &["政府工作报告"]).await?;
        let operator = &self.operator;
        go(operator, Room::Floor).await?;
        operator.choose("button", "付表决").await?;
        self.photo("hands-put").await?;
        for teller in ["刘敏", "高翔"] {
            operator.walk_to("option", teller).await?;
            operator.keys(" ").await?;
            operator.fill("反对", "1").await?;
            operator.fill("弃权", "2").await?;
            self.photo("hands-counted").await?;
            operator.press(Key::Enter).await?;
            operator.sees(&format!("{teller}已报数")).await?;
        }
        self.in_the_hall("正在表决", &["实到 16"]).await?;
        go(operator, Room::Floor).await?;
        self.photo("hands-agree").await?;
        operator.choose("button", "已宣布结果").await?;
        operator.sees("主持人已经宣布表决结果？").await?;
        self.photo("hands-asked").await?;
        operator.press(Key::Enter).await?;
        operator.sees_no("主持人已经宣布表决结果？").await?;
        self.photo("hands-announced").await?;
        self.in_the_hall("表决结果", &["赞成 13", "通过"]).await?;
        self.ballot = evaluation;
        go(&self.operator, Room::Floor).await?;
        self.operator.choose("button", "投票").await
    }

    async fn grade(&self) -> Done {
        self.in_the_hall("候选名单", &["危桥改造"]).await?;
        self.in_the_hall("填票说明", &["满意"]).await?;
        self.vote(Sheets::all(PRESENT)).await?;
        self.in_the_hall("正在计票", &["已计 0 / 16"]).await?;
        self.count_quietly(&GRADED).await?;
        self.announce(&["有效 16 无效 0", "满意率"]).await
    }

    async fn choose_projects(&mut self) -> Done {
        self.ballot = SELECTION;
        self.count_those_present(PRESENT).await?;
        self.in_the_hall("候选名单", &["5 项选 3 项"]).await?;
        self.in_the_hall("填票说明", &["5 项中最多选 3 项"]).await?;
        self.in_the_hall("清零", &["各项计数均为零"]).await?;
        self.vote(Sheets::all(PRESENT)).await?;
        self.in_the_hall("正在计票", &["已计 0 / 16"]).await?;
        self.count_quietly(&CHOSEN).await?;
        self.announce(&["1 石桥村至柳树村道路硬化", "通过", "有效 16 无效 0"]).await?;
        self.in_the_hall("当选、通过名单", &["通过名单", "山塘水库除险加固"]).await?;
        self.in_the_hall("休会", &["休会"]).await
    }

    /// Both keyers alike; the chief scrutineer has no PIN.
    async fn count_quietly(&self, sheets: &[&str]) -> Done {
        self.key_first("刘敏", sheets, 10).await?;
        self.key("复录", "高翔", sheets, 10).await?;
        let operator = &self.operator;
        operator.sees("先看结果，再看核对等式").await?;
        self.photo("to-certify").await?;
        self.enter().await?;
        operator.sees("由总监票人核定这个计票结果").await?;
        self.photo("to-certify-asked").await?;
        self.enter().await?;
        self.issue_the_report().await
    }

    async fn write_it_up(&self) -> Done {
        let operator = &self.operator;
        for paper in ["决定", "公告", "会议记录"] {
            go(operator, Room::Papers).await?;
            operator.choose("button", &format!("{paper} 可签发")).await?;
            operator.choose("button", "签发").await?;
            operator.find("button", &format!("另存 {paper}")).await?;
            self.photo(&format!("paper-{paper}")).await?;
        }
        Ok(())
    }

    async fn seal(&self) -> Done {
        let operator = &self.operator;
        go(operator, Room::Archive).await?;
        operator.choose("button", "核验记录").await?;
        operator.sees("条记录前后相接，没有被改动").await?;
        self.photo("archive").await?;
        operator.choose("button", "封存…").await?;
        operator.choose("button", "会议闭幕，文书已印发齐全").await?;
        self.photo("seal").await?;
        self.enter().await?;
        operator.sees("存档已核对").await?;
        self.photo("sealed").await?;
        choose_picture(operator, "", "会议名称").await?;
        self.photo("sealed-hall").await
    }
}
