//! The rules of a count, one case per sentence of `docs/count-file.md` and per article of law.
#![cfg(test)]

mod assess;
mod build;
mod by_people;
mod contest;
mod control;
mod doubts;
mod fixtures;
mod hands;
mod motions_and_grades;
mod output;
mod properties;
mod published;
mod running_count;
mod seats;
mod sections;
mod spot;
mod spot_worked;
mod totals;
