//! A slab is the least thing a page break does not divide: a line, a table row, a drawn block.

use std::rc::Rc;

use super::page::Item;

/// The head of a table, to be repeated.
#[derive(Debug)]
pub struct Head {
    /// Its height in points.
    pub height: f64,
    /// What is drawn, from its own top left corner.
    pub items: Vec<Item>,
}

/// What a slab is to the page.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A line of text or a drawn block.
    Plain,
    /// A framed part: it stands by itself.
    Framed,
    /// White space: dropped at the top of a page.
    Space,
    /// The frame around the type area: drawn there, whatever is on the page.
    Frame,
    /// A row of a table whose head is repeated when the row begins a page.
    Row(Option<Rc<Head>>),
}

/// The least thing a page break does not divide.
#[derive(Clone, Debug)]
pub struct Slab {
    /// Its height in points.
    pub height: f64,
    /// What is drawn, from its own top left corner.
    pub items: Vec<Item>,
    /// Whether no page break may follow.
    pub keeps_with_next: bool,
    /// What it is to the page.
    pub kind: Kind,
}

impl Slab {
    /// Returns a slab of plain content.
    #[must_use]
    pub fn plain(height: f64, items: Vec<Item>) -> Self {
        Self { height, items, keeps_with_next: false, kind: Kind::Plain }
    }

    /// Returns white space.
    #[must_use]
    pub fn space(height: f64) -> Self {
        Self { height, items: Vec::new(), keeps_with_next: false, kind: Kind::Space }
    }

    /// Returns whether it is white space.
    #[must_use]
    pub const fn is_space(&self) -> bool {
        matches!(self.kind, Kind::Space | Kind::Frame)
    }

    /// Returns whether it needs nothing beside it: a framed part.
    #[must_use]
    pub const fn stands_alone(&self) -> bool {
        matches!(self.kind, Kind::Framed)
    }

    /// Returns the first characters of the slab, to name it in an error.
    #[must_use]
    pub fn words(&self) -> String {
        let glyphs = self.items.iter().filter_map(|item| match item {
            Item::Text(run) => Some(run.glyphs.iter()),
            Item::Rule(_) | Item::Box(_) | Item::Circle(_) | Item::Fill(_) => None,
        });
        glyphs.flatten().take(20).map(|glyph| glyph.character).collect()
    }
}
