//! 题: a row for every question of a ballot in every round; its numbers once they were announced.

use session::ballot::Matter;
use session::round::matter::announced;
use session::tally::Next;

use super::{
    CONTEST, Column, Kind, ROUND, SESSION, Source, Table, Value, may, needed, of_contests,
};

pub(super) const TABLE: Table = Table {
    name: "contests",
    of: ["一行是一轮里票上的一题", "a question of a ballot in a round"],
    key: &["session", "round", "contest"],
    columns: COLUMNS,
    rows,
};

const COLUMNS: &[Column] = &[
    SESSION,
    ROUND,
    CONTEST,
    needed("title", Kind::Text, "", "题目", "its title"),
    needed(
        "matter",
        Kind::Text,
        "",
        "projects 项目票决、persons 选举、grades 测评、motion 表决",
        "projects (a selection), persons (an election), grades (an evaluation), motion",
    ),
    needed("options", Kind::Number, "rows", "候选数、项目数", "rows on the ballot"),
    may("seats", Kind::Number, "", "应选名额", "how many are to be chosen"),
    may("valid", Kind::Number, "sheets", "有效", "valid sections"),
    may("void", Kind::Number, "sheets", "无效", "void sections"),
    may("needed", Kind::Number, "votes", "过半数，或所需票数", "approvals needed"),
    may("chosen", Kind::Number, "rows", "当选、通过数", "how many were chosen"),
    may("seats_left", Kind::Number, "", "未选出的名额", "seats not filled"),
    may(
        "next",
        Kind::Text,
        "",
        "runoff 再次投票、presidium 主席团定、further 另行选举、none 无",
        "what must follow: runoff, presidium, further, none",
    ),
];

fn rows(of: &Source<'_>) -> Vec<Vec<Value>> {
    of_contests(of, |round, index, key| {
        let Some(entry) = round.ballot().contests.get(index) else { return Vec::new() };
        let contest = &entry.contest;
        let seats = contest.seats_rule().map(|rule| rule.seats.get());
        let mut row = key.to_vec();
        row.extend([
            (&contest.title).into(),
            matter(Matter::of(&contest.kind)).into(),
            contest.options.len().into(),
            seats.into(),
        ]);
        let table = announced(round).into_iter().nth(index).map(|(_, table)| table);
        let table = table.as_ref();
        row.extend([
            table.map(|it| it.valid).into(),
            table.map(|it| it.void).into(),
            table.and_then(|it| it.needed).into(),
            table.filter(|it| it.grades.is_empty()).map(|it| it.chosen().len()).into(),
            table.and(seats).and(table.map(|it| it.seats_left)).into(),
            table.map(|it| next(it.next)).into(),
        ]);
        vec![row]
    })
}

const fn matter(matter: Matter) -> &'static str {
    match matter {
        Matter::Projects => "projects",
        Matter::Persons => "persons",
        Matter::Grades => "grades",
        Matter::Motion => "motion",
    }
}

const fn next(next: Next) -> &'static str {
    match next {
        Next::Runoff => "runoff",
        Next::Presidium => "presidium",
        Next::Further => "further",
        Next::None => "none",
    }
}
