//! What the papers say: plain facts handed in, the fields of their texts.

pub mod ballot;
pub mod count_report;
pub mod decision;
mod session_name;

pub use session_name::SessionName;
