//! 进展: a row for every line of progress of a project, told at a review or between them.

use session::projects::{Progress, Project};

use super::projects::PROJECT;
use super::{Column, Kind, SESSION, Source, Table, Value, may, needed};

pub(super) const TABLE: Table = Table {
    name: "progress",
    of: ["一行是一个项目的一次进展", "what was seen of a project on a day"],
    key: &["session", "project", "entry"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    PROJECT,
    needed("entry", Kind::Number, "", "第几次进展，从1起", "which of its project, from 1, by day"),
    needed("seen_on", Kind::Day, "", "日期", "on which day"),
    may("review", Kind::Number, "", "第几次调度", "the review it was told at"),
    needed("percent", Kind::Number, "per cent", "进度", "how far it was"),
    needed("paid", Kind::Number, "yuan", "已支付", "what was paid"),
    may("seen", Kind::Text, "", "现场情况", "what was seen"),
    may("problem", Kind::Text, "", "存在问题", "what was wrong"),
    may("task", Kind::Text, "", "整改事项", "what must be done"),
    may("task_by", Kind::Day, "", "整改时限", "by when"),
    needed("visitors", Kind::Number, "people", "到场代表人数", "deputies who went to see"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    let projects = of.session.projects().list().iter();
    projects.flat_map(|project| of_project(of, project)).collect()
}

fn of_project<'a>(
    of: &'a Source<'_>,
    project: &'a Project,
) -> impl Iterator<Item = Vec<Value>> + 'a {
    let lines = project.course().progress().iter().enumerate();
    lines.map(|(place, Progress { on, review, line })| {
        let task = line.task.as_ref();
        vec![
            of.opening.into(),
            project.id().0.into(),
            (place + 1).into(),
            (*on).into(),
            review.map(|review| review.0).into(),
            line.percent.into(),
            line.paid.into(),
            (&line.seen).into(),
            (&line.problem).into(),
            task.map(|task| &task.what).into(),
            task.map(|task| task.by).into(),
            line.seen_by.len().into(),
        ]
    })
}
