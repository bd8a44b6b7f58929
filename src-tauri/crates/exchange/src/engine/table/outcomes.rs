//! 结果: a row for every row of an announced result, the written-in names behind it.

use session::round::matter::announced;
use session::round::result::{Outcome, ResultLine};

use super::{
    CONTEST, Column, Kind, ROUND, SESSION, Source, Table, Value, may, needed, of_contests,
};

pub(super) const TABLE: Table = Table {
    name: "outcomes",
    of: [
        "一行是已宣布结果里的一栏，另选人在后",
        "a row of an announced result, written-in names last",
    ],
    key: &["session", "round", "contest", "place"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    ROUND,
    CONTEST,
    needed("place", Kind::Number, "", "第几行，从1起", "which row of the result, from 1"),
    may(
        "line",
        Kind::Number,
        "",
        "票上序号，另选人没有",
        "the row on the ballot; none of a written-in name",
    ),
    needed("name", Kind::Text, "", "名称、姓名", "its name"),
    needed(
        "outcome",
        Kind::Text,
        "",
        "chosen 通过、当选，tied 同票，seats_full 名额已满，below_threshold 未过半数，graded 已测评",
        "chosen, tied, seats_full, below_threshold, graded",
    ),
    may("votes_for", Kind::Number, "votes", "赞成", "for"),
    may("votes_against", Kind::Number, "votes", "反对", "against"),
    needed("abstain", Kind::Number, "votes", "弃权", "abstentions"),
    needed("void", Kind::Number, "votes", "本栏无效", "void in this row"),
    may("rate", Kind::Percent, "per cent", "满意率", "satisfaction rate"),
    may("level", Kind::Text, "", "测评等次", "level of the evaluation"),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    of_contests(of, |round, index, key| {
        let Some((_, table)) = announced(round).into_iter().nth(index) else { return Vec::new() };
        let graded = !table.grades.is_empty();
        let of_line = |(place, line): (usize, &ResultLine)| {
            let mut row = key.to_vec();
            row.extend([
                (place + 1).into(),
                line.no.into(),
                (&line.name).into(),
                outcome(line.outcome).into(),
                (!graded).then_some(line.for_).into(),
                (!graded).then_some(line.against).into(),
                line.abstain.into(),
                line.void.into(),
                Value::per_cent(line.rate.as_deref()),
                line.level.as_ref().into(),
            ]);
            row
        };
        table.rows.iter().enumerate().map(of_line).collect()
    })
}

const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Chosen => "chosen",
        Outcome::Tied => "tied",
        Outcome::SeatsFull => "seats_full",
        Outcome::BelowThreshold => "below_threshold",
        Outcome::Graded => "graded",
    }
}
