//! What has happened in a session and what may happen next.
//!
//! [`Session`] is the fold of the journal: [`Session::apply`]. A command is a question:
//! [`Session::decide`] answers with the events that would follow, or with a [`Refusal`]. Every part
//! of the day has a room of its own, with its state, its commands and its events. Pure: no file, no
//! clock, no chance.

pub mod align;
pub mod attendance;
pub mod away;
pub mod ballot;
pub mod comparison;
pub mod election;
pub mod follow;
pub mod hall;
pub mod hand;
pub mod hand_tally;
mod ids;
mod journal;
pub mod keying;
pub mod law;
pub mod lent;
pub mod matter;
pub mod meeting;
pub mod mend;
pub mod names;
pub mod paper;
pub mod people;
pub mod pin;
mod refusal;
pub mod reopening;
pub mod round;
pub mod ruling;
mod session;
pub mod views;
pub mod wording;

pub use ids::{BallotId, BundleNo, HandVoteId, LoanId, PaperId, Pass, PersonId, RoundId, SheetNo};
pub use journal::{Entry, Event, UnknownEvent};
pub use refusal::Refusal;
pub use session::{Command, OutOfPlace, Session};
pub use tally;

/// When something happened: local time with its offset.
pub type Timestamp = chrono::DateTime<chrono::FixedOffset>;
