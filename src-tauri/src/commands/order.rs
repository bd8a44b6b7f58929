//! Names in the order of their strokes.

use exchange::{Ordered, StrokeOrder};

/// Returns the order of names by strokes, and the names whose places a person decides; nothing is
/// recorded.
pub(crate) fn order_by_strokes(names: Vec<String>, by: StrokeOrder) -> Ordered {
    exchange::ordered_by_strokes(&names, by)
}
