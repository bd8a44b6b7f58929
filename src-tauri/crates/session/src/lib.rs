//! What has happened in a session and what may happen next.
//!
//! [`Session`] is the fold of the journal: [`Session::apply`] and nothing else changes it. What it
//! holds is the [`Past`]. A command is a question: [`Past::decide`] answers with the events that
//! would follow, or with a [`Refusal`]. Every part of the day has a room of its own, with its state,
//! its commands and its events. Pure: no file, no clock, no chance.

pub mod ballot;
pub mod bounds;
mod edge;
mod entered;
pub mod floor;
mod form;
mod ids;
mod journal;
mod milestone;
pub mod name;
pub mod paper;
pub mod people;
pub mod projects;
pub mod proposals;
mod reason;
pub mod record;
mod refusal;
mod retrace;
pub mod round;
mod session;
pub mod sittings;
pub mod views;
pub mod written;

pub use edge::EdgeCommand;
pub use ids::{
    ActivityId, BallotId, BundleNo, HandVoteId, LoanId, PaperId, Pass, PersonId, ProjectId,
    ProposalId, ReviewId, RoundId, SheetNo, SittingId, number,
};
pub use journal::{Entry, Event, UnknownEvent};
pub use people::pin::Actor;
pub use reason::Reason;
pub use refusal::Refusal;
pub use retrace::Unaskable;
pub use session::{Command, OutOfPlace, Past, Session};
pub use tally;

/// When something happened: local time with its offset.
pub type Timestamp = chrono::DateTime<chrono::FixedOffset>;
