//! The rows of a ballot in an order that is worked out.

use session::ballot::election;
use session::name::strokes::{self, Ordered, StrokeOrder};

/// Returns the order of names by strokes, and the names whose places a person decides; nothing is
/// recorded.
pub(crate) fn order_by_strokes(names: Vec<String>, by: StrokeOrder) -> Ordered {
    strokes::ordered_by_strokes(&names, by)
}

/// Returns the places of candidates after a primary; nothing is recorded.
pub(crate) fn order_after_primary(votes: Vec<Option<u32>>) -> Vec<usize> {
    election::order_after_primary(&votes)
}
