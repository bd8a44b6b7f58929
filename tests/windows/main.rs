//! The real program, driven by keyboard through its real windows.
#![cfg(test)]

mod album;
mod ballots;
mod day;
mod election;
mod hall;
mod hands;
mod interrupted;
mod lists;
mod mid_term;
mod prepared;
mod repair;
mod start;
mod style;
mod together;
mod two_desks;
mod walk;
