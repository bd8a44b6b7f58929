//! 议案、建议: a row for every proposal, and how it was handled. Who moved it is not told, only how
//! many signed.

use session::proposals::{AnswerClass, Grade, Handling, Period, Proposal, Sort, StateName, Step};

use super::{Column, Kind, SESSION, Source, Table, Value, may, needed};

pub(super) const TABLE: Table = Table {
    name: "proposals",
    of: ["一行是一件议案或者建议", "a bill or a suggestion"],
    key: &["session", "proposal"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    needed("proposal", Kind::Number, "", "编号，会议内不重复", "its number within the session"),
    needed("sort", Kind::Text, "", "bill 议案、suggestion 建议", "bill, suggestion"),
    needed("title", Kind::Text, "", "标题", "its title"),
    needed("filed_on", Kind::Day, "", "提出日期", "when it was handed in"),
    needed(
        "period",
        Kind::Text,
        "",
        "session 会议期间、between 闭会期间",
        "session, between sessions",
    ),
    needed(
        "signers",
        Kind::Number,
        "people",
        "领衔和附议代表人数",
        "deputies who signed, the mover among them",
    ),
    needed(
        "state",
        Kind::Text,
        "",
        "filed 已登记、withdrawn 已撤回、on_agenda 列入议程、turned 转作建议、handed 办理中、answered 已答复、disputed 不满意、settled 已办结、closed 已作说明",
        "filed, withdrawn, on_agenda, turned (handled as a suggestion), handed, answered, disputed, settled, closed",
    ),
    may("unit", Kind::Text, "", "承办单位，最后一次", "the unit that handles it, or did last"),
    may("handed_on", Kind::Day, "", "交办日期，最后一次", "when it was handed over last"),
    needed("times", Kind::Number, "", "交办次数", "how often it was handed over"),
    may("due_on", Kind::Day, "", "办理期限", "by when the unit answers, extensions counted"),
    may("answered_on", Kind::Day, "", "答复日期", "when it was answered"),
    may("answered_late", Kind::Truth, "", "答复是否逾期", "whether that was after the deadline"),
    may("class", Kind::Text, "", "办理类别 A、B、C", "how far it is done: A, B, C"),
    may(
        "grade",
        Kind::Text,
        "",
        "satisfied 满意、basically 基本满意、dissatisfied 不满意",
        "what the mover said: satisfied, basically, dissatisfied",
    ),
    may(
        "handed_in_at",
        Kind::Text,
        "",
        "结转的：原会议全称",
        "of one that went over: full title of the session it was handed in at",
    ),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    of.session.proposals().iter().map(|proposal| row(of, proposal)).collect()
}

fn row(of: &Source<'_>, proposal: &Proposal) -> Vec<Value> {
    let (filing, state) = (proposal.filing(), proposal.state());
    let (handling, answer) = (state.handling(), state.answer());
    let due = handling.map(Handling::deadline);
    let handed = proposal.steps().iter().filter(|step| matches!(step, Step::HandedOver(_)));
    let late = answer.zip(due).map(|(answer, due)| answer.on > due);
    vec![
        of.opening.into(),
        filing.id.0.into(),
        sort(filing.sort).into(),
        (&filing.title).into(),
        filing.filed_on.into(),
        period(filing.period).into(),
        filing.signers().count().into(),
        word(state.name()).into(),
        handling.map(|handling| &handling.handing.unit).into(),
        handling.map(|handling| handling.handing.on).into(),
        handed.count().into(),
        due.into(),
        answer.map(|answer| answer.on).into(),
        late.into(),
        answer.and_then(|answer| answer.class).map(class).into(),
        state.feedback().map(|feedback| grade(feedback.grade)).into(),
        proposal.carried().map(|carried| &carried.origin.session).into(),
    ]
}

const fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Bill => "bill",
        Sort::Suggestion => "suggestion",
    }
}

const fn period(period: Period) -> &'static str {
    match period {
        Period::Session => "session",
        Period::Between => "between",
    }
}

const fn word(state: StateName) -> &'static str {
    match state {
        StateName::Filed => "filed",
        StateName::Withdrawn => "withdrawn",
        StateName::OnAgenda => "on_agenda",
        StateName::Turned => "turned",
        StateName::Handed => "handed",
        StateName::Answered => "answered",
        StateName::Disputed => "disputed",
        StateName::Settled => "settled",
        StateName::Closed => "closed",
    }
}

const fn class(class: AnswerClass) -> &'static str {
    match class {
        AnswerClass::A => "A",
        AnswerClass::B => "B",
        AnswerClass::C => "C",
    }
}

const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Satisfied => "satisfied",
        Grade::Basically => "basically",
        Grade::Dissatisfied => "dissatisfied",
    }
}
