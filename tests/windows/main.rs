//! The real program, driven by keyboard through its real windows.
#![cfg(test)]

mod album;
mod ballots;
mod day;
mod election;
mod first_session;
mod hall;
mod hands;
mod hard;
mod interrupted;
mod lists;
mod mid_term;
mod prepared;
mod repair;
mod start;
mod style;
mod together;
mod two_desks;
mod usual;
mod walk;
mod year;
