//! 会后: proposals and what deputies did, through a year, and what their papers say of it.

use chrono::NaiveDate;
use papers::{default_text, filled_text};
use session::paper::PaperKind;
use session::proposals::{
    Answer, AnswerClass, Extension, Feedback, Filing, Grade, Handing, Period, Sort, Step, Turning,
};
use session::record::{Activity, ActivityKind, DeedKind, PointsRule};
use session::sittings::Member;
use session::{Command, ProposalId, proposals, record};

use crate::told::Told;
use crate::whole::usual_day;

const LONG: &str = "关于进一步加强青石村至云岭村至大坪村至柳溪村至石门村通组公路及沿线桥涵管护工作并建立长效养护机制的建议";
const TITLES: [&str; 7] = [
    "关于修复柳溪村水毁河堤的建议",
    "关于加强大坪水库管护的议案",
    "关于增设镇区公共停车场的建议",
    "关于改善云岭小学食堂条件的建议",
    "关于延长城乡公交末班车时间的建议",
    "关于规范农村宴席办理的建议",
    "关于支持发展林下经济的建议",
];

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn members(told: &Told, numbers: std::ops::RangeInclusive<u32>) -> Vec<Member> {
    let deputies = told.session.people().deputies().iter();
    deputies.filter(|deputy| numbers.contains(&deputy.number)).map(Member::of).collect()
}

fn filing(told: &Told, id: u32, title: &str) -> Filing {
    let sort = if title.ends_with("议案") { Sort::Bill } else { Sort::Suggestion };
    let mut signers = members(told, id..=id + if id.is_multiple_of(2) { 5 } else { 0 });
    Filing {
        id: ProposalId(id),
        sort,
        title: title.to_owned(),
        text: "去年六月以来，柳溪村河堤多处被冲毁，沿岸三十二户群众出行和农田灌溉受到影响。\n\
               建议尽快安排资金，修复河堤1.2公里，配套建设拦水坝2座，并明确日常管护责任。"
            .to_owned(),
        mover: signers.remove(0),
        seconders: signers,
        filed_on: if id > 5 { day("2026-03-02") } else { day("2026-01-16") },
        period: if id > 5 { Period::Between } else { Period::Session },
    }
}

fn handed(on: &str, unit: &str, deadline: &str) -> Step {
    Step::HandedOver(Handing {
        on: day(on),
        unit: unit.to_owned(),
        person: "买买提·艾力".to_owned(),
        deadline: day(deadline),
    })
}

fn answered(on: &str, class: AnswerClass) -> Step {
    let text =
        "一、已组织水利站现场勘查，列入今年水毁修复计划。\n二、安排资金38万元，五月底前完成修复。";
    Step::Answered(Answer { on: day(on), class: Some(class), text: text.to_owned() })
}

fn feedback(on: &str, grade: Grade) -> Step {
    Step::FeedbackGiven(Feedback { on: day(on), grade, note: "希望早日动工".to_owned() })
}

/// Proposals at every stage, activities of many kinds, and points.
pub fn a_year(told: &mut Told, hard: bool) {
    let many: Vec<String> = if hard {
        (1..=40).map(|number| format!("{LONG}（之{number}）")).collect()
    } else {
        TITLES.map(str::to_owned).to_vec()
    };
    let filings = (1..).zip(&many).map(|(id, title)| filing(told, id, title)).collect();
    told.secretary(&Command::Proposals(proposals::Command::Register { filings }));
    let again = handed("2026-04-10", "镇水利站", "2026-07-10");
    let reason = "涉及多个部门，需要立项".to_owned();
    let extension = Extension { on: day("2026-04-15"), deadline: day("2026-06-20"), reason };
    let mut steps = vec![
        (1, handed("2026-01-20", "镇水利站", "2026-04-20")),
        (1, answered("2026-03-18", AnswerClass::B)),
        (1, feedback("2026-03-25", Grade::Dissatisfied)),
        (1, again),
        (1, answered("2026-05-20", AnswerClass::A)),
        (1, feedback("2026-05-22", Grade::Satisfied)),
        (3, handed("2026-01-20", "镇村镇建设发展和综合行政执法服务中心", "2026-04-20")),
        (3, Step::DeadlineExtended(extension)),
        (4, handed("2026-01-20", "镇中心学校", "2026-04-20")),
        (4, answered("2026-04-28", AnswerClass::C)),
        (5, handed("2026-01-20", "镇交通管理站", "2026-03-20")),
        (6, handed("2026-03-05", "镇民政和社会事务办公室", "2026-06-05")),
    ];
    if !hard {
        let reason = "不属于本级人民代表大会职权范围".to_owned();
        let turning = Turning { on: day("2026-01-16"), reason };
        steps.insert(0, (2, Step::TurnedIntoSuggestion(turning)));
    }
    for (id, step) in steps {
        let proposal = ProposalId(id);
        told.secretary(&Command::Proposals(proposals::Command::RecordStep { proposal, step }));
    }
    activities(told, hard);
}

fn activities(told: &mut Told, hard: bool) {
    let activity = |kind, on: &str, what: &str, who| Activity {
        kind,
        on: day(on),
        what: what.to_owned(),
        who,
    };
    let mut noted = vec![
        activity(ActivityKind::Training, "2026-03-10", "代表法专题培训", members(told, 1..=40)),
        activity(
            ActivityKind::Station,
            "2026-04-15",
            "云岭村联络站接待选民6人，受理意见3条",
            members(told, 1..=3),
        ),
        activity(ActivityKind::Visit, "2026-04-20", "走访困难群众12户", members(told, 1..=1)),
        activity(
            ActivityKind::Inspection,
            "2026-05-12",
            "视察民生实事项目进展",
            members(told, 1..=12),
        ),
        activity(ActivityKind::Other, "2026-05-20", "参加河道清洁志愿活动", members(told, 2..=6)),
    ];
    if hard {
        noted.extend((1..=28).map(|of_june| {
            let on = format!("2026-06-{of_june:02}");
            activity(ActivityKind::Station, &on, LONG, members(told, 1..=1))
        }));
    }
    told.secretary(&Command::Record(record::Command::NoteActivities { activities: noted }));
    let rule = |kind, each, most| PointsRule { kind, each, most };
    let points = vec![
        rule(DeedKind::Attended, 10, Some(30)),
        rule(DeedKind::MovedSuggestion, 5, Some(20)),
        rule(DeedKind::Station, 3, None),
        rule(DeedKind::Training, 5, None),
    ];
    told.secretary(&Command::Record(record::Command::SetPoints { points }));
}

fn says(told: &Told, of: &PaperKind) -> String {
    filled_text(&told.session, of, default_text(of)).unwrap().replace('\\', "")
}

fn holds(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn the_table_says_how_things_stood_on_its_day_and_what_is_late_comes_first() {
    let told = usual_day();
    let on = |day_of: &str| says(&told, &PaperKind::ProposalTable { on: day(day_of) });
    let may = on("2026-05-01");
    holds(&may, &["截至2026年5月1日", "共7件：议案1件，建议6件", "办理中（逾期）", "转作建议"]);
    let at = |title: &str| may.find(title).unwrap_or_else(|| panic!("{title} is not in {may}"));
    assert!(at("延长城乡公交") < at("规范农村宴席"), "late before running");
    assert!(at("规范农村宴席") < at("改善云岭小学"), "running before answered");
    let january = on("2026-01-31");
    holds(&january, &["共5件", "逾期0件"]);
    assert!(!january.contains("（逾期）") && !january.contains("规范农村宴席"), "{january}");
}

#[test]
fn the_report_counts_classes_and_what_the_movers_said() {
    let report = says(&usual_day(), &PaperKind::ProposalReport);
    holds(
        &report,
        &[
            "议案1件，建议、批评和意见6件，其中闭会期间提出2件",
            "转作建议办理1件",
            "（A类）1件",
            "（C类）1件",
            "表示满意的1件，基本满意的0件，不满意的0件，满意和基本满意的占100.00%",
            "重新办理的1件",
            "尚未办结的",
        ],
    );
}

#[test]
fn a_slip_says_who_handles_it_by_when_and_a_second_time_so() {
    let told = usual_day();
    let slip = says(&told, &PaperKind::ProposalSlip { proposal: ProposalId(1) });
    holds(
        &slip,
        &["第1号　重新办理", "镇水利站", "买买提·艾力", "2026年7月10日", "修复河堤1.2公里"],
    );
    let answer = says(&told, &PaperKind::ProposalAnswer { proposal: ProposalId(1) });
    holds(&answer, &["代表：", "安排资金38万元", "（A类）", "2026年5月20日"]);
    let open = says(&told, &PaperKind::ProposalAnswer { proposal: ProposalId(5) });
    holds(&open, &[":lines 10", "______年____月____日"]);
}

#[test]
fn the_record_of_a_deputy_tells_every_source_and_the_table_goes_by_points() {
    let told = usual_day();
    let sheet = says(&told, &PaperKind::DeputyRecord { deputy: 1 });
    holds(&sheet, &["迟到早退", "领衔建议", "代表法专题培训", "接待选民6人", "积分"]);
    assert!(!sheet.contains(":page\n"), "one page, one deputy: {sheet}");
    let all = says(&told, &PaperKind::DeputyRecords);
    let pages = all.matches(":page\n").count();
    assert_eq!(pages + 1, told.session.people().deputies().len());
    let table = says(&told, &PaperKind::RecordTable);
    holds(&table, &["名次 | 编号", "出席会议每次10分，最高30分", "积分相同的名次并列"]);
}
