//! From blocks to lines to pages, on the grid of GB/T 9704-2012. No PDF here: pages are plain data.

pub mod block;
pub mod chars;
pub(crate) mod columns;
pub(crate) mod compose;
mod drawn;
pub(crate) mod flow;
mod foot;
mod impose;
pub mod line;
pub mod measure;
pub mod page;
mod qr;
pub(crate) mod rehearsal;
pub mod setup;
mod slab;
pub(crate) mod table;
pub mod title;

pub use flow::typeset;
