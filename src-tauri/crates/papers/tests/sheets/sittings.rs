//! 会次: what stands on papers of a session of several sittings, and of one.

use papers::{default_text, filled_text};
use session::SittingId;
use session::paper::PaperKind;

use crate::told::Told;
use crate::whole::{hard_day, usual_day};

fn says(told: &Told, of: &PaperKind) -> String {
    filled_text(&told.session, of, default_text(of)).unwrap().replace('\\', "")
}

#[test]
fn the_script_opens_each_sitting_and_the_preparatory_one_before_them() {
    let script = says(&hard_day(), &PaperKind::HostScript);
    let at = |text: &str| script.find(text).unwrap_or_else(|| panic!("{text} is not in {script}"));
    let places = [
        at("## 预备会议"),
        at("一、选举大会主席团。"),
        at("二、通过会议议程。"),
        at("## 第一次全体会议（2026年1月16日9时30分）"),
        at("## 一、听取和审议镇人民政府工作报告"),
        at("## 第二次全体会议（2026年1月16日14时30分）"),
        at("## 闭会"),
    ];
    assert!(places.is_sorted(), "{places:?}");
    let one = says(&usual_day(), &PaperKind::HostScript);
    assert!(!one.contains("预备会议现在开始") && !one.contains("全体会议（"), "{one}");
}

#[test]
fn the_presidiums_minutes_name_who_came_and_what_was_noted() {
    let minutes = says(&usual_day(), &PaperKind::PresidiumMinutes { sitting: SittingId(1) });
    for words in [
        "主席团成员7名，法定人数4名，实到5名，符合法定人数",
        "（病假）。",
        "会议推选陈志远、欧阳建平为大会执行主席。",
        "二、讨论各项决议草案",
    ] {
        assert!(minutes.contains(words), "{words} is not in {minutes}");
    }
}

#[test]
fn who_came_stands_by_name_on_the_list_and_who_did_not_in_the_minutes() {
    let told = usual_day();
    let list = says(&told, &PaperKind::AttendanceList);
    assert!(list.contains("应到58名，到会56名，请假1名，缺席1名。"), "{list}");
    assert!(list.contains("迟到：") && list.contains("（9时40分到会）"), "{list}");
    assert!(!list.contains("编号 | 姓名 | 出席"), "{list}");
    let minutes = says(&told, &PaperKind::Minutes);
    assert!(minutes.contains("到会56名，列席12人"), "{minutes}");
    let uncalled = says(&Told::sample(), &PaperKind::SignInBook);
    assert!(uncalled.contains("签到"));
}
