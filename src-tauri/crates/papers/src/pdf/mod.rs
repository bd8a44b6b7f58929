//! Pages into a PDF: printpdf writes, lopdf makes the bytes final. Same pages, same bytes.

mod archive;
mod finish;
mod inks;
mod kept;
mod merge;
mod srgb;
mod write;

use std::num::NonZeroU32;

use chrono::NaiveDate;

use crate::error::PaperError;
use crate::fonts::FontSet;
use crate::layout::page::Page;

pub use merge::merged;

/// What the PDF says about itself; nothing in it comes from a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Particulars {
    /// Title of the paper.
    pub title: String,
    /// The paper's own date.
    pub date: NaiveDate,
    /// How often the pages are repeated; all copies share the same content.
    pub copies: NonZeroU32,
}

/// Tells whether bytes say of themselves that this program set them, in whatever version: only a
/// claim, which anybody can make.
#[must_use]
pub fn claims_to_be_ours(bytes: &[u8]) -> bool {
    let mark = finish::PROGRAM.as_bytes();
    bytes.starts_with(b"%PDF-") && bytes.windows(mark.len()).any(|window| window == mark)
}

/// Returns the pages as a PDF 1.7 file that keeps to PDF/A-2u.
///
/// # Errors
/// [`PaperError::Subset`] when a face cannot be reduced; [`PaperError::Write`] when the writer
/// fails.
pub fn to_pdf(
    fonts: &FontSet,
    pages: &[Page],
    particulars: &Particulars,
) -> Result<Vec<u8>, PaperError> {
    let inks = inks::Inks::gather(fonts, pages)?;
    let document = write::document(pages, &inks, &particulars.title)?;
    finish::bytes(document, particulars)
}
