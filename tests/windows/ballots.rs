//! The short way from an office's lists to ballots in the hall: three lists as offices write them,
//! two kinds of ballot printed, and one name put right and printed again.

use std::fmt::Write;

use outside::{Desktop, Done, Key, Window};
use serde_json::json;

use crate::lists::paste;
use crate::style::pick;

const DEPUTIES: u32 = 70;

/// A roster as an office keeps it: a title, delegations in merged cells, a note below.
fn roster() -> String {
    let mut text = "云岭镇第二十届人民代表大会代表名册\n代表团\t序号\t姓　名\t性别\t民族\t工作单位及职务\t备注\n".to_owned();
    let given = ["德福", "静", "金花", "文斌", "国平", "秀英", "志远"];
    let surnames = ["高", "何", "赵", "田", "卢", "袁", "侯", "欧阳", "买", "司徒"];
    for number in 1..=DEPUTIES {
        let at = usize::try_from(number - 1).unwrap_or_default();
        let delegation = if at.is_multiple_of(14) {
            ["第一代表团", "第二代表团", "第三代表团", "第四代表团", "第五代表团"][at / 14]
        } else {
            ""
        };
        let name = format!("{}{}", surnames[at / 7], given[at % 7]);
        let sex = if at.is_multiple_of(3) { "女" } else { "男" };
        let _ = writeln!(text, "{delegation}\t{number}\t{name}\t{sex}\t汉族\t柳树村村民\t");
    }
    text + "注：本名册以公告为准。\n"
}

/// Projects with a unit above, a sum below, and amounts as offices write them.
const PROJECTS: &str = "云岭镇2027年度民生实事候选项目一览表\n单位：万元\n\
    序号\t项目名称\t建设内容及规模\t估算投资（万元）\t责任单位\t完成时限\n\
    1、\t石桥村至柳树村道路硬化\t新建道路硬化\t300\t镇村镇建设办\t2027年12月\n\
    2\t镇区农贸市场改造提升\t改造摊位\t１，２７４．５\t镇卫生院\t2027年9月\n\
    3\t山塘水库除险加固\t分两段实施\t235\t镇农业综合服务中心\t2027年10月底\n\
    4\t村级老年食堂建设\t惠及2个村\t199\t镇中心学校\t2027年10月底\n\
    合　　计\t\t\t2008.5\t\t\n";

const LAST_YEAR: &str = "云岭镇2026年民生实事项目完成情况\n\
    序号\t项目\t投资额(万元)\t责任单位\t完成情况\n\
    1\t危桥改造\t64.60\t镇村镇建设办\t已完成\n\
    2\t村卫生室标准化\t389.60\t镇卫生院\t已完成\n\
    3\t公益性公墓\t311.80\t镇村镇建设办\t未完成，因用地未批，结转2027年\n\
    \t合计\t766.00\t\t\n";

async fn opens(operator: &Window<'_>) -> Done {
    operator.resize(1280, 800).await?;
    operator.sees("打开样例会议").await?;
    let meeting = json!({
        "place": "云岭镇", "congress": 20, "meeting": 2, "all_deputies": DEPUTIES,
        "held_on": "2027-01-16", "venue": "镇政府三楼会议室", "agenda": [],
    });
    let session = json!({ "meeting": meeting, "secretary": "苏文" });
    assert!(operator.invoke("new_session", session).await?.is_ok());
    Ok(())
}

/// What is drawn beside the form: so many pages.
async fn page_is_drawn(operator: &Window<'_>) -> Done {
    let drawn = "return document.querySelectorAll('aside canvas').length === 1";
    operator.until("the page beside its form", drawn, &[]).await.map(drop)
}

/// The roster and last year's projects, as an office has them.
async fn lists_are_pasted(operator: &Window<'_>) -> Done {
    operator.choose("button", "代表").await?;
    operator.sees("名册还是空的").await?;
    paste(operator, &roster()).await?;
    operator.sees("70 行：新增 70").await?;
    operator.picture("ballots-roster").await?;
    operator.press(Key::Enter).await?;
    operator.sees("代表名册已录入，共 70 行").await?;

    operator.choose("button", "上年项目").await?;
    operator.sees("没有填写上年项目").await?;
    paste(operator, LAST_YEAR).await?;
    operator.sees("3 行：新增 3").await?;
    operator.press(Key::Enter).await?;
    operator.sees("上年项目已填入 3 行").await?;
    operator.press_with(Key::Control, 's').await?;
    operator.sees("已保存").await.map(drop)
}

#[tokio::test]
async fn three_lists_become_two_ballots_in_print_and_one_name_is_put_right() -> Done {
    let desktop = Desktop::open()?;
    desktop.stands_in("lp", "printf '%s ' \"$@\" >> lp-told; echo >> lp-told")?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    opens(&operator).await?;

    lists_are_pasted(&operator).await?;

    operator.choose("button", "选票").await?;
    operator.choose("button", "新建选票").await?;
    operator.walk_to("field", "第 1 项的名称").await?;
    paste(&operator, PROJECTS).await?;
    operator.sees("4 行：新增 4").await?;
    operator.press(Key::Enter).await?;
    operator.sees("候选项目已填入 4 行").await?;
    operator.fill("应选", "3").await?;
    operator.sees("赞成票超过全体代表 70 人的半数，即 36 票以上，通过。").await?;
    operator.sees("每张票赞成的项目不超过 3 项").await?;
    page_is_drawn(&operator).await?;
    operator.press_with(Key::Control, 's').await?;
    operator.sees("已保存").await?;
    operator.choose("button", "印制选票").await?;
    operator.sees("选票 70 张已送打印机").await?;
    operator.sees("已打印 70 张").await?;

    pick(&operator, "新选票的种类", "满意度测评").await?;
    operator.choose("button", "新建选票").await?;
    operator.choose("button", "列入上年项目").await?;
    operator.press_with(Key::Control, 's').await?;
    operator.sees("已保存").await?;
    operator.choose("button", "印制选票").await?;
    operator.sees("选票 70 张已送打印机").await?;
    operator.picture("ballots-second").await?;

    operator.choose("button", "民生实事项目票决").await?;
    operator.fill("第 3 项的名称", "山塘水库除险加固（二期）").await?;
    operator.sees("已打印的 70 张作废，须全部收回").await?;
    operator.press_with(Key::Control, 's').await?;
    operator.sees("须收回 70 张").await?;
    operator.picture("ballots-withdraw").await?;
    operator.choose("button", "重新印制").await?;
    operator.sees("现在用的").await?;
    operator.picture("ballots-again").await?;

    let told = desktop.written("lp-told");
    let jobs: Vec<&str> = told.lines().collect();
    assert_eq!(jobs.len(), 3, "{told}");
    assert!(jobs.iter().all(|job| job.contains("-n 70 ") && job.contains("票.pdf")), "{told}");
    Ok(())
}

#[tokio::test]
async fn a_setting_opens_by_its_sentence_and_says_at_once_what_it_comes_to() -> Done {
    let desktop = Desktop::open()?;
    let program = desktop.start(&[]).await?;
    let operator = program.window("operator").await?;
    opens(&operator).await?;
    operator.choose("button", "选票").await?;
    operator.choose("button", "新建选票").await?;
    operator.sees("即 36 票以上").await?;
    operator.choose("button", "通过门槛").await?;
    operator.walk_to("field", "通过门槛").await?;
    operator.press(Key::Down).await?;
    operator.sees("达到全体代表 70 人的三分之二，即 47 票以上，通过。").await?;
    operator.picture("ballots-setting").await?;
    operator.resize(1024, 768).await?;
    operator.choose("button", "看票样").await?;
    page_is_drawn(&operator).await
}
