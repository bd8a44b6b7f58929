//! 条文: from the settings of a vote to the words of its rules. Each setting is a sentence of one
//! clause, each clause names the article it stands on, and the texts of assets/papers only place
//! them.
//!
//! `rules` has the clauses of the 办法, `before` those of who will stand, `together` makes one paper of
//! several ballots' rules, `notes` the 填票说明 of a ballot and what the chair says of
//! it, `report` what is said of a count. What all call a thing stands in `session::views::wording`.

mod before;
pub(crate) mod notes;
mod outcome;
pub(crate) mod report;
pub(crate) mod rules;
mod source;
pub(crate) mod together;

pub use source::Source;
