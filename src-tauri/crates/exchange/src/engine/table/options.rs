//! 候选: a row for every row of a ballot as it was handed out.

use session::ballot::Project;

use super::{
    CONTEST, Column, Kind, LINE, ROUND, SESSION, Source, Table, Value, may, needed, of_contests,
};

pub(super) const TABLE: Table = Table {
    name: "options",
    of: [
        "一行是票上的一栏：项目、候选人或测评的对象",
        "a row of a ballot: a project, a candidate, what is evaluated",
    ],
    key: &["session", "round", "contest", "line"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    ROUND,
    CONTEST,
    LINE,
    needed("name", Kind::Text, "", "名称、姓名", "its name"),
    may("heading", Kind::Text, "", "归类", "the heading it stands under"),
    may("content", Kind::Text, "", "建设内容", "what is to be built or done"),
    may("investment", Kind::Number, "yuan", "投资", "estimated cost"),
    may("funding", Kind::Text, "", "资金来源", "where the money comes from"),
    may("unit", Kind::Text, "", "责任单位", "the unit that carries it out"),
    may("person", Kind::Text, "", "责任人", "who answers for it"),
    may("deadline", Kind::Text, "", "完成时限，原文", "until when, as written"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    of_contests(of, |round, index, key| {
        let Some(entry) = round.ballot().contests.get(index) else { return Vec::new() };
        let options = entry.contest.options.iter().enumerate();
        options
            .map(|(place, option)| {
                let mut row = key.to_vec();
                row.extend([(place + 1).into(), (&option.name).into()]);
                row.push(entry.headings.get(place).into());
                row.extend(facts(entry.projects.get(place)));
                row
            })
            .collect()
    })
}

/// What is said of a project beside its name.
pub(super) fn facts(project: Option<&Project>) -> [Value; 6] {
    let Some(project) = project else { return [const { Value::Empty }; 6] };
    let Project { content, investment, funding, unit, person, deadline, of: _ } = project;
    let yuan = Some(*investment).filter(|yuan| *yuan > 0);
    [content.into(), yuan.into(), funding.into(), unit.into(), person.into(), deadline.into()]
}
