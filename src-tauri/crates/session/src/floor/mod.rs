//! 会场: what happens in the hall without a ballot box: the session itself, who is present, what is
//! decided by hands or acclamation, and what the second screen shows.

pub(crate) mod agenda;
pub mod attendance;
pub mod hall;
pub mod hands;
pub mod meeting;
