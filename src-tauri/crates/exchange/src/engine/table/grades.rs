//! 测评: a row for every grade of every row of an announced evaluation.

use session::round::matter::announced;

use super::{
    CONTEST, Column, Kind, LINE, ROUND, SESSION, Source, Table, Value, needed, of_contests,
};

pub(super) const TABLE: Table = Table {
    name: "grades",
    of: ["一行是已宣布的测评里一栏的一个等次", "a grade of a row of an announced evaluation"],
    key: &["session", "round", "contest", "line", "grade"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    ROUND,
    CONTEST,
    LINE,
    needed("grade", Kind::Number, "", "第几等，1为最好", "which grade, 1 the best"),
    needed("label", Kind::Text, "", "等次名称", "what it is called"),
    needed("given", Kind::Number, "votes", "得票", "how often it was given"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    of_contests(of, |round, index, key| {
        let Some((_, table)) = announced(round).into_iter().nth(index) else { return Vec::new() };
        let mut rows = Vec::new();
        for line in &table.rows {
            for (grade, (label, given)) in table.grades.iter().zip(&line.grades).enumerate() {
                let mut row = key.to_vec();
                row.extend([line.no.into(), (grade + 1).into(), label.into(), (*given).into()]);
                rows.push(row);
            }
        }
        rows
    })
}
