//! The text of a paper: a `MiniJinja` template with fields, which becomes lines of a small markup, which become blocks.
//! `assets/papers/README.md` describes the markup for those who edit the texts.

pub mod markup;
mod table;
mod template;

pub use template::fill;
