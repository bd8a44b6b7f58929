//! 抽查: sheets drawn by lot in the hall, before anybody certifies, are taken from their bundles and
//! held against what stands in the record (`docs/spot-check.md`).
//!
//! Both keyings may share an error and a bundle may be swapped: no comparison inside the program
//! finds that. Three questions, one file each: how many wrong sheets could change a result, how
//! many are drawn so that one of so many would be found, and which.

mod draw;
mod level;
mod margin;
mod size;

pub use self::draw::{Thrown, ThrownFault, drawn};
pub use self::margin::{Margin, Outcome, margins};
pub use self::size::sheets_to_draw;
