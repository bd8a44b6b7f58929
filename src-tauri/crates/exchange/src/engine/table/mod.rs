//! The tables, a declaration a file. One more is one more file and one more line here.

mod contests;
mod grades;
mod motions;
mod options;
mod outcomes;
mod past_projects;
mod progress;
mod projects;
mod proposals;
mod sessions;
mod votes;

use session::round::Round;

use super::{Column, Kind, Source, Table, Value};

/// Every table, in the order in which they refer to one another.
pub const TABLES: &[Table] = &[
    sessions::TABLE,
    votes::TABLE,
    contests::TABLE,
    options::TABLE,
    outcomes::TABLE,
    grades::TABLE,
    motions::TABLE,
    past_projects::TABLE,
    projects::TABLE,
    progress::TABLE,
    proposals::TABLE,
];

/// The column that names the session; the first of every table.
const SESSION: Column = Column {
    name: "session",
    kind: Kind::Text,
    needed: true,
    unit: "",
    says: ["会议，记录第一条的指纹", "the session: fingerprint of the first entry of its journal"],
};

/// A column that has a value in every row.
const fn needed(
    name: &'static str,
    kind: Kind,
    unit: &'static str,
    zh: &'static str,
    en: &'static str,
) -> Column {
    Column { name, kind, needed: true, unit, says: [zh, en] }
}

/// A column that may be NULL.
const fn may(
    name: &'static str,
    kind: Kind,
    unit: &'static str,
    zh: &'static str,
    en: &'static str,
) -> Column {
    Column { needed: false, ..needed(name, kind, unit, zh, en) }
}

const ROUND: Column =
    needed("round", Kind::Number, "", "轮次，会议内从1起", "the round, from 1 within the session");
const CONTEST: Column =
    needed("contest", Kind::Number, "", "票上第几题，从1起", "the question on the ballot, from 1");
const LINE: Column =
    needed("line", Kind::Number, "", "票上序号，从1起", "the row on the ballot, from 1");

/// Returns the rows of every question of every round, in order.
fn of_contests(
    of: &Source<'_>,
    rows: impl Fn(&Round, usize, [Value; 3]) -> Vec<Vec<Value>>,
) -> Vec<Vec<Value>> {
    let of_round = |round: &Round| {
        let contest = |index: usize| {
            let key = [of.opening.into(), round.id().0.into(), (index + 1).into()];
            rows(round, index, key)
        };
        (0..round.ballot().contests.len()).flat_map(contest).collect::<Vec<_>>()
    };
    of.session.rounds().iter().flat_map(of_round).collect()
}
