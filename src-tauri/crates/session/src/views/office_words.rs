//! 议案建议与履职的说法: what proposals, their states and deeds are called, on papers and in
//! workbooks alike.

use crate::proposals::{AnswerClass, Grade, Sort, StateName};
use crate::record::DeedKind;

/// Returns what a proposal is called.
#[must_use]
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Bill => "议案",
        Sort::Suggestion => "建议",
    }
}

/// Returns how a proposal stands.
#[must_use]
pub fn state(state: StateName) -> &'static str {
    match state {
        StateName::Filed => "已登记",
        StateName::Withdrawn => "已撤回",
        StateName::OnAgenda => "列入议程",
        StateName::Turned => "转作建议",
        StateName::Handed => "办理中",
        StateName::Answered => "已答复",
        StateName::Disputed => "待重新办理",
        StateName::Settled => "已办结",
        StateName::Closed => "已作说明",
    }
}

/// Returns the class of an answer, and what it says.
#[must_use]
pub fn class(class: AnswerClass) -> (&'static str, &'static str) {
    match class {
        AnswerClass::A => ("A", "所提问题已经解决或者基本解决"),
        AnswerClass::B => ("B", "所提问题正在解决或者已列入计划逐步解决"),
        AnswerClass::C => ("C", "所提问题受条件限制暂时不能解决或者留作参考"),
    }
}

/// Returns what a mover says of an answer.
#[must_use]
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Satisfied => "满意",
        Grade::Basically => "基本满意",
        Grade::Dissatisfied => "不满意",
    }
}

/// Returns what a deed is called.
#[must_use]
pub fn deed(kind: DeedKind) -> &'static str {
    match kind {
        DeedKind::Attended => "出席会议",
        DeedKind::InPart => "迟到早退",
        DeedKind::Excused => "请假",
        DeedKind::Absent => "缺席",
        DeedKind::MovedBill => "领衔议案",
        DeedKind::MovedSuggestion => "领衔建议",
        DeedKind::Seconded => "附议",
        DeedKind::OnWatch => "项目监督",
        DeedKind::SiteVisit => "现场监督",
        DeedKind::Station => "联络站接待",
        DeedKind::Visit => "走访选民",
        DeedKind::Inspection => "视察调研",
        DeedKind::Training => "培训",
        DeedKind::OtherActivity => "其他活动",
    }
}
