//! 上年项目: a row for each of last year's projects, as it was put before the session.

use session::ballot::PastProject;

use super::options::facts;
use super::{Column, Kind, LINE, SESSION, Source, Table, Value, may, needed};

pub(super) const TABLE: Table = Table {
    name: "past_projects",
    of: ["一行是一个上年项目", "one of last year's projects"],
    key: &["session", "line"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    LINE,
    needed("year", Kind::Number, "", "年度", "the year it was chosen for"),
    may("name", Kind::Text, "", "名称", "its name"),
    needed("done", Kind::Truth, "", "是否完成", "whether it is done"),
    may("state", Kind::Text, "", "情况说明", "progress, or why it is not done"),
    may("content", Kind::Text, "", "建设内容", "what was to be built or done"),
    may("investment", Kind::Number, "yuan", "投资", "estimated cost"),
    may("funding", Kind::Text, "", "资金来源", "where the money comes from"),
    may("unit", Kind::Text, "", "责任单位", "the unit that carries it out"),
    may("person", Kind::Text, "", "责任人", "who answers for it"),
    may("deadline", Kind::Text, "", "完成时限，原文", "until when, as written"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    let Some((year, projects)) = of.session.past_projects() else { return Vec::new() };
    let row = |(place, past): (usize, &PastProject)| {
        let mut row = vec![
            of.opening.into(),
            (place + 1).into(),
            year.into(),
            (&past.name).into(),
            past.done.into(),
            (&past.state).into(),
        ];
        row.extend(facts(Some(&past.project)));
        row
    };
    projects.iter().enumerate().map(row).collect()
}
