//! Blocks that are drawn rather than read: lines to write on, framed parts to cut out, columns side
//! by side, codes.

use super::block::{Block, Edge};
use super::compose::compose;
use super::measure::{Mm, times};
use super::page::{Item, Outline, Rule, Stroke};
use super::qr;
use super::setup::Setup;
use super::slab::{Kind, Slab};
use crate::error::PaperError;
use crate::fonts::FontSet;

/// Thickness of a line to write on, in points.
const LINE: f64 = 0.5;
/// Thickness of a frame.
const FRAME: f64 = 1.0;
/// White inside a frame.
const INSIDE: f64 = Mm(5.0).pt();
/// White between a frame and what follows.
const BETWEEN: f64 = Mm(4.0).pt();
/// White between columns side by side.
const GUTTER: f64 = Mm(6.0).pt();

/// Returns ruled lines to write on.
#[must_use]
pub fn lines(setup: &Setup, count: u32) -> Vec<Slab> {
    let leading = setup.body.leading;
    let at = leading * 0.9;
    let rule = Item::Rule(Rule {
        from: (0.0, at),
        to: (setup.width(), at),
        thickness: LINE,
        stroke: Stroke::Solid,
    });
    (0..count).map(|_| Slab::plain(leading, vec![rule.clone()])).collect()
}

/// Returns a code in the middle of the line.
///
/// # Errors
/// [`PaperError::Qr`] when the text is too long for a code.
pub fn code(setup: &Setup, text: &str, side: Mm) -> Result<Slab, PaperError> {
    let side = side.pt();
    Ok(Slab::plain(side, qr::items(text, (setup.width() - side) / 2.0, 0.0, side)?))
}

/// Returns blocks in a frame, in the middle of its height, and some white below.
///
/// # Errors
/// Any error of the blocks inside.
pub fn framed(
    fonts: &FontSet,
    setup: &Setup,
    height: Mm,
    edge: Edge,
    content: &[Block],
) -> Result<Vec<Slab>, PaperError> {
    let width = setup.width();
    let (content, needed) =
        stacked(&compose(fonts, &setup.in_column(width - 2.0 * INSIDE), content)?);
    let height = f64::max(height.pt(), needed + 2.0 * INSIDE);
    let stroke = match edge {
        Edge::Solid => Stroke::Solid,
        Edge::Cut => Stroke::Dashed,
    };
    let mut items =
        vec![Item::Box(Outline { x: 0.0, y: 0.0, width, height, thickness: FRAME, stroke })];
    items.extend(content.iter().map(|item| item.moved(INSIDE, (height - needed) / 2.0)));
    Ok(vec![Slab { kind: Kind::Framed, ..Slab::plain(height, items) }, Slab::space(BETWEEN)])
}

/// Returns columns side by side, their tops level.
///
/// # Errors
/// Any error of the blocks inside.
pub fn beside(fonts: &FontSet, setup: &Setup, columns: &[Vec<Block>]) -> Result<Slab, PaperError> {
    let count = times(columns.len().max(1));
    let width = (setup.width() - GUTTER * (count - 1.0)) / count;
    let mut items = Vec::new();
    let mut height = 0.0;
    for (index, column) in columns.iter().enumerate() {
        let (content, needed) = stacked(&compose(fonts, &setup.in_column(width), column)?);
        items.extend(content.iter().map(|item| item.moved(times(index) * (width + GUTTER), 0.0)));
        height = f64::max(height, needed);
    }
    Ok(Slab::plain(height, items))
}

/// Returns slabs one below the other, and their height.
fn stacked(slabs: &[Slab]) -> (Vec<Item>, f64) {
    let mut items = Vec::new();
    let mut y = 0.0;
    for slab in slabs {
        items.extend(slab.items.iter().map(|item| item.moved(0.0, y)));
        y += slab.height;
    }
    (items, y)
}

/// How far outside the type area a page's frame runs.
pub const PAGE_FRAME_OUT: f64 = Mm(7.0).pt();
/// How far outside the type area its two lines run, with their thickness.
const PAGE_FRAME: [(f64, f64); 2] = [(PAGE_FRAME_OUT, 1.8), (Mm(5.5).pt(), 0.6)];

/// Returns the double frame around the type area.
#[must_use]
pub fn page_frame(setup: &Setup) -> Vec<Item> {
    let ((left, top), (width, height)) = (setup.corner(), setup.area());
    let outline = |(out, thickness)| {
        let (x, y) = (left - out, top - out);
        Item::Box(Outline {
            x,
            y,
            width: width + 2.0 * out,
            height: height + 2.0 * out,
            thickness,
            stroke: Stroke::Solid,
        })
    };
    PAGE_FRAME.into_iter().map(outline).collect()
}
