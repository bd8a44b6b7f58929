//! 会场: what happens in the hall without a ballot box: the session itself, who is present, what is
//! decided by hands or acclamation, what the second screen shows, and the end of the record.

pub(crate) mod agenda;
pub mod attendance;
pub mod hall;
pub mod hands;
pub mod last;
pub mod meeting;
pub mod rehearsal;
pub mod sealing;
