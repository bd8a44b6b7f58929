//! 回避: who counts and stands on the ballot as well, is written in on it, or is close to somebody
//! who stands there (选举法 43: candidates' close relatives are no scrutineers and no tellers).
//!
//! 监票人 are deputies, whom their own body approves: who is on no roster is named too.
//!
//! Names are compared as they are kept, without the note behind them. Nothing is stopped by it: two
//! people may bear one name, and only a person knows.

use std::collections::BTreeSet;

use serde::Serialize;
use tally::Kind;

use crate::ballot::{Ballot, BallotContest};
use crate::name::folded_name;
use crate::people::{People, Role, Staff};
use crate::round::Round;

/// Somebody who counts a vote and is close to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Conflict {
    /// As on the staff.
    pub name: String,
    pub role: Role,
    /// Title of the contest.
    pub contest: String,
    pub standing: Standing,
}

/// What somebody who counts has to do with a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// 候选人.
    Candidate,
    /// 另选他人: written in on a sheet.
    WrittenIn,
    /// 近亲属, as declared with a candidate.
    Relative {
        /// 候选人.
        of: String,
    },
}

/// Returns who of those that count stands on a ballot, or is declared close to a candidate.
pub(crate) fn on_ballot(people: &People, ballot: &Ballot) -> Vec<Conflict> {
    let elections = ballot.contests.iter().filter(|entry| is_election(&entry.contest.kind));
    elections.flat_map(|entry| in_contest(people, entry)).collect()
}

/// Returns the scrutineers who are on the roster under no name of theirs; nobody as long as there is
/// no roster.
pub(crate) fn no_deputies(people: &People) -> impl Iterator<Item = &Staff> {
    let listed: BTreeSet<String> =
        people.deputies().iter().map(|deputy| without_note(&deputy.name)).collect();
    let watches = |role: Role| match role {
        Role::ChiefScrutineer | Role::Scrutineer => true,
        Role::Teller | Role::Secretary => false,
    };
    people.appointed().iter().filter(move |person| {
        watches(person.role) && !listed.is_empty() && !listed.contains(&without_note(&person.name))
    })
}

/// Returns who of those that count stands on a round's ballot, or was written in: written-in names
/// only once both keyings were whole.
pub(crate) fn in_round(people: &People, round: &Round) -> Vec<Conflict> {
    let mut found = on_ballot(people, round.ballot());
    if round.is_compared() {
        for spelling in round.spellings() {
            let index = usize::try_from(spelling.contest).unwrap_or(usize::MAX);
            let Some(contest) = round.contests().get(index) else { continue };
            let counted = spelling.into.as_deref().unwrap_or(&spelling.name);
            for conflict in counting(people, counted, &contest.title, &Standing::WrittenIn) {
                if !found.contains(&conflict) {
                    found.push(conflict);
                }
            }
        }
    }
    found
}

fn is_election(kind: &Kind) -> bool {
    matches!(kind, Kind::Election(_))
}

fn in_contest(people: &People, entry: &BallotContest) -> Vec<Conflict> {
    let title = &entry.contest.title;
    let nominees = entry.election.iter().flat_map(|election| &election.nominees);
    let declared = nominees.map(|nominee| nominee.relatives.as_str()).chain(std::iter::repeat(""));
    let options = entry.contest.options.iter().zip(declared);
    let near = |(option, declared): (&tally::ContestOption, &str)| {
        let mut found = counting(people, &option.name, title, &Standing::Candidate);
        let standing = Standing::Relative { of: option.name.clone() };
        found.extend(
            names_in(declared).flat_map(|relative| counting(people, relative, title, &standing)),
        );
        found
    };
    options.flat_map(near).collect()
}

/// The names in a line of them: one behind another, whatever stands between, with or without what
/// they are to the candidate in brackets.
fn names_in(line: &str) -> impl Iterator<Item = &str> {
    line.split(['、', '，', ',', '；', ';', '/', ' ', '\u{3000}'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

fn counting(people: &People, name: &str, contest: &str, standing: &Standing) -> Vec<Conflict> {
    let name = without_note(name);
    let counts = |role: Role| match role {
        Role::ChiefScrutineer | Role::Scrutineer | Role::Teller => true,
        Role::Secretary => false,
    };
    let same = people
        .appointed()
        .iter()
        .filter(|person| counts(person.role) && without_note(&person.name) == name);
    same.map(|person| Conflict {
        name: person.name.clone(),
        role: person.role,
        contest: contest.to_owned(),
        standing: standing.clone(),
    })
    .collect()
}

/// A note behind a name tells two people apart on paper; whoever typed the other name left it out.
fn without_note(name: &str) -> String {
    let name = folded_name(name);
    name.split(['（', '(']).next().unwrap_or(&name).to_owned()
}
