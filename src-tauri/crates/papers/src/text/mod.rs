//! The text of a paper: a `MiniJinja` template with fields, which becomes lines of a small markup,
//! which become blocks. `assets/papers/README.md` describes the markup for those who edit the
//! texts.

mod bounded;
mod check;
mod limits;
pub mod markup;
mod measure;
mod record;
mod scan;
mod table;
mod template;

pub(crate) use check::faults_here;
pub use check::{TextFault, text_faults};
pub use limits::{Limit, TooMuch};
pub use template::fill;
