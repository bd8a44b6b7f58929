//! The text of a paper: a `MiniJinja` template with fields, which becomes lines of a small markup,
//! which become blocks. `assets/papers/README.md` describes the markup for those who edit the
//! texts.

mod check;
pub mod markup;
mod scan;
mod table;
mod template;

pub use check::{TextFault, text_faults};
pub use template::fill;
