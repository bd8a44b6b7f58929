//! Official papers: from a text with fields to PDF pages.
//!
//! A paper is a text with fields (`text`) → blocks, lines and pages on the grid of GB/T 9704-2012
//! (`layout`) → a PDF (`pdf`). Same input, same bytes: no clock and no chance comes in. Every
//! character is checked against the faces before anything is drawn.

mod again;
mod apart;
mod blueprint;
mod clauses;
pub mod data;
mod docx;
mod error;
pub mod fonts;
mod hindrance;
pub mod layout;
mod manual;
mod of_session;
pub mod pdf;
mod render;
mod specimen;
mod stop;
pub mod text;
mod undrawn;

pub use again::{Again, SetAgain, set_again};
pub use data::ballot::{BallotPaper, render_ballot};
pub use error::{MarkupFault, MissingCharacter, PaperError};
pub use fonts::office::Shelf;
pub use fonts::{check_text, song_face};
pub use hindrance::{draft_stopped_by, hindrances};
pub use layout::measure::PageSize;
pub use layout::setup::printed_on;
pub use manual::{ManualRole, manual};
pub use of_session::{
    SetPaper, default_text, docx_of_session, filled_text, of_session, set_draft, set_in_style,
    set_with_text,
};
pub use render::{OfficeStyle, Paper, Rendered};
pub use specimen::{lent, specimen};
pub use stop::{Place, Stop, stopped_by};
pub use text::{Limit, TextFault, TooMuch, text_faults};
pub use undrawn::undrawn_in;
