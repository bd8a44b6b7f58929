//! Two copies of a small page side by side on one sheet, with marks where it is cut: two A5 ballots
//! on one A4.

use super::measure::Mm;
use super::page::{Item, Page, Rule, Stroke};

/// Thickness of the line to cut along.
const CUT: f64 = 0.5;
/// A4 lying on its side is one millimetre wider than two A5: each copy has half the sheet.
const SHEET: (f64, f64) = (Mm(297.0).pt(), Mm(210.0).pt());

/// Returns the page twice on a sheet of twice its size.
#[must_use]
pub fn two_on_a_sheet(page: &Page) -> Page {
    let (width, height) = SHEET;
    let inset = (width / 2.0 - page.width) / 2.0;
    let copy = |left: f64| page.items.iter().map(move |item| item.moved(left + inset, 0.0));
    let mut items: Vec<Item> = copy(0.0).chain(copy(width / 2.0)).collect();
    let middle = width / 2.0;
    items.push(Item::Rule(Rule {
        from: (middle, 0.0),
        to: (middle, height),
        thickness: CUT,
        stroke: Stroke::Dashed,
    }));
    let grey = |left: f64| page.watermark.iter().map(move |run| run.moved(left + inset, 0.0));
    let watermark = grey(0.0).chain(grey(width / 2.0)).collect();
    Page { width, height, watermark, items, upright: Vec::new() }
}
