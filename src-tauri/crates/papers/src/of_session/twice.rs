//! 同名: names that two people bear. Only behind them stands what tells people apart; any other
//! remark has a column of its own.

use std::collections::BTreeMap;

use session::Session;
use session::ballot::Ballot;
use session::tally::{Kind, normalised_name};

/// The names that two people bear.
#[derive(Clone, Debug, Default)]
pub(super) struct Twice {
    count: BTreeMap<String, usize>,
}

impl Twice {
    pub(super) fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut twice = Self::default();
        for name in names {
            *twice.count.entry(bare(name)).or_default() += 1;
        }
        twice
    }

    /// Returns those of the roster.
    pub(super) fn on_the_roster(session: &Session) -> Self {
        Self::of(session.people().deputies().iter().map(|deputy| deputy.name.as_str()))
    }

    /// Returns those of the roster, and those that stand twice on a ballot.
    pub(super) fn on(session: &Session, ballot: &Ballot) -> Self {
        let roster = Self::on_the_roster(session);
        let elections =
            ballot.contests.iter().filter(|entry| matches!(entry.contest.kind, Kind::Election(_)));
        let candidates = elections.flat_map(|entry| &entry.contest.options);
        let mut twice = Self::of(candidates.map(|option| option.name.as_str()));
        for (name, count) in roster.count {
            let found = twice.count.entry(name).or_default();
            *found = count.max(*found);
        }
        twice
    }

    /// Returns the note behind a name; nothing where one person alone bears it.
    pub(super) fn told_apart<'n>(&self, name: &str, note: &'n str) -> Option<&'n str> {
        let borne = self.count.get(&bare(name)).is_some_and(|count| *count > 1);
        Some(note).filter(|note| borne && !note.is_empty())
    }
}

/// What stands behind a name in brackets is no part of it.
fn bare(name: &str) -> String {
    normalised_name(name.split(['（', '(']).next().unwrap_or(name))
}
