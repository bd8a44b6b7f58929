//! DOCX: a paper to be edited in an office's own word processor, from the same blocks as its PDF,
//! so that nothing is said twice.
//!
//! What is needed of the format is a dozen elements and seven parts, and the same paper must give
//! the same bytes on every machine: a writer for all of Word's format numbers its paragraphs from a
//! counter, and a general ZIP writer notes which system it ran on.

mod body;
mod parts;
mod table;
mod xml;
mod zip;

use crate::error::PaperError;
use crate::fonts::FontSet;
use crate::layout::block::Block;
use crate::layout::setup::Setup;
use crate::pdf::Particulars;

/// Returns the blocks as a DOCX file on the grid of the setting. Where lines and pages end is left
/// to the word processor.
///
/// # Errors
/// [`PaperError::Missing`] when no face draws a character; [`PaperError::Write`] when the file
/// would be larger than its format allows.
pub fn to_docx(
    fonts: &FontSet,
    setup: &Setup,
    blocks: &[Block],
    particulars: &Particulars,
) -> Result<Vec<u8>, PaperError> {
    let body = body::document(fonts, setup, blocks)?;
    zip::archive(&parts::all(setup, particulars, body))
}
