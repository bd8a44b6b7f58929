//! A QR code drawn as filled rectangles, so that it stays sharp on every printer and needs no
//! picture in the PDF.

use qrcode::{Color, EcLevel, QrCode};

use super::measure::times;
use super::page::{Area, Item};
use crate::error::PaperError;

/// White around a code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// Returns a code whose white border begins at `x`, `y`, as wide as `side`.
///
/// # Errors
/// [`PaperError::Qr`] when the text is too long for a code.
pub fn items(text: &str, x: f64, y: f64, side: f64) -> Result<Vec<Item>, PaperError> {
    let too_long = |_| PaperError::Qr { bytes: text.len() };
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(too_long)?;
    let width = code.width();
    let module = side / times(width + 2 * QUIET);
    let mut items = Vec::new();
    for (row, line) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        for run in line.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y) = (x + times(column + QUIET) * module, y + times(row + QUIET) * module);
                items.push(Item::Fill(Area {
                    x,
                    y,
                    width: times(run.len()) * module,
                    height: module,
                }));
            }
            column += run.len();
        }
    }
    Ok(items)
}
