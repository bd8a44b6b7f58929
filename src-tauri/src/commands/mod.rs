//! What the windows may call, by the room that calls it.

pub(crate) mod about;
pub(crate) mod archive;
pub(crate) mod bring_in;
pub(crate) mod hall;
pub(crate) mod loans;
pub(crate) mod next;
pub(crate) mod office;
pub(crate) mod order;
pub(crate) mod papers;
pub(crate) mod presets;
pub(crate) mod rehearsal;
pub(crate) mod start;
pub(crate) mod style;
pub(crate) mod texts;
pub(crate) mod work;
