//! Titles broken by sense: only where the text has a hint, as few lines as possible, in the shape
//! of a trapezium or a diamond (GB/T 9704-2012, 7.3.1), never an hourglass.

use super::line::{Cell, natural_width};
use super::measure::{SLACK, times};

/// Returns the parts of a title joined into lines no wider than `width`; a part that is wider by
/// itself stands alone.
#[must_use]
pub fn title_lines(parts: &[Vec<Cell>], width: f64) -> Vec<Vec<Cell>> {
    let breaks = parts.len().saturating_sub(1).min(MOST_HINTS);
    let best = (0_u32..1 << breaks)
        .map(|choice| lines_of(parts, choice))
        .min_by(|a, b| shape(a, width).total_cmp(&shape(b, width)));
    best.unwrap_or_default()
}

/// Hints beyond this number are not tried as breaks.
const MOST_HINTS: usize = 12;

fn lines_of(parts: &[Vec<Cell>], choice: u32) -> Vec<Vec<Cell>> {
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let breaks_before = index > 0 && index <= MOST_HINTS && choice & (1 << (index - 1)) != 0;
        match lines.last_mut() {
            Some(line) if !breaks_before => line.extend(part),
            _ => lines.push(part.clone()),
        }
    }
    lines
}

/// Returns how bad a shape is: too wide, then more lines, then an hourglass or a block, then uneven
/// lines.
fn shape(lines: &[Vec<Cell>], width: f64) -> f64 {
    let widths: Vec<f64> = lines.iter().map(|line| natural_width(line)).collect();
    let too_wide: f64 = widths.iter().map(|w| f64::max(0.0, w - width - SLACK)).sum();
    let waists = widths.windows(3).filter(|w| w[1] < w[0] && w[1] < w[2]).count();
    let blocks = widths.windows(2).filter(|w| (w[0] - w[1]).abs() < width * 0.03).count();
    let widest = widths.iter().copied().fold(0.0, f64::max);
    let narrowest = widths.iter().copied().fold(f64::INFINITY, f64::min);
    let uneven = if lines.is_empty() { 0.0 } else { (widest - narrowest) / width };
    too_wide * 1e6 + times(lines.len()) * 1e4 + times(waists) * 10.0 + times(blocks) * 0.3 + uneven
}
