//! What the papers say: plain facts handed in, the fields of their texts.

pub mod ballot;
pub mod day;
pub mod decision;
pub mod fields;
pub mod hand;
pub mod meeting;
pub mod printed;
pub mod projects;
pub mod proposals;
pub mod record;
pub mod rules;
mod session_name;
pub mod vote;
pub mod zero;

pub use session_name::SessionName;
