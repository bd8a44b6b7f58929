//! 另选他人: the deputies as names to choose from at the desk, by the initials of their pinyin, so
//! that no input method is needed.

use std::collections::BTreeSet;

use pinyin::ToPinyinMulti;
use serde::Serialize;

use crate::people::People;

/// A name that can be chosen by typing its initials.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OfferedName {
    /// As on the roster.
    pub name: String,
    /// For each character the letters its readings begin with: `zc` for 曾; empty where none is
    /// known, which any letter fits.
    pub initials: Vec<String>,
}

/// Returns the deputies, each name once, in the order of the roster.
pub(crate) fn offered(people: &People) -> Vec<OfferedName> {
    let mut met = BTreeSet::new();
    let names = people.deputies.iter().map(|deputy| deputy.name.as_str());
    names
        .filter(|name| met.insert(*name))
        .map(|name| OfferedName { name: name.to_owned(), initials: initials(name) })
        .collect()
}

fn initials(name: &str) -> Vec<String> {
    name.chars().filter(|letter| letter.is_alphanumeric()).map(initials_of).collect()
}

fn initials_of(letter: char) -> String {
    if letter.is_ascii_alphabetic() {
        return letter.to_ascii_lowercase().to_string();
    }
    let mut letters: Vec<&str> =
        letter.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::first_letter).collect();
    letters.sort_unstable();
    letters.dedup();
    letters.concat()
}
