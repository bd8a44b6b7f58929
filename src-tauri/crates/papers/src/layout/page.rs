//! What stands on a page, as plain data: geometry can be tested without a PDF.

use crate::fonts::FaceId;

/// One page. Lengths in points, y downward from the top edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Width of the sheet.
    pub width: f64,
    /// Height of the sheet.
    pub height: f64,
    /// Drawn in grey before everything else: 演练.
    pub watermark: Vec<GlyphRun>,
    /// What is drawn, in order.
    pub items: Vec<Item>,
    /// Text of a page that lies on its side which reads with the upright sheet, in the upright
    /// sheet's coordinates: its page number.
    pub upright: Vec<Item>,
}

/// One thing drawn on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Characters on one baseline in one face and size.
    Text(GlyphRun),
    /// A straight line.
    Rule(Rule),
    /// The outline of a rectangle.
    Box(Outline),
    /// A rectangle filled with black.
    Fill(Area),
    Circle(Circle),
}

/// Characters on one baseline in one face and size.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    pub face: FaceId,
    /// Size of the type.
    pub size: f64,
    /// The baseline's distance from the top edge.
    pub baseline: f64,
    /// The characters, left to right.
    pub glyphs: Vec<PlacedGlyph>,
}

/// One character at its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedGlyph {
    /// The character as it was in the text.
    pub character: char,
    /// Its number in the face.
    pub id: u16,
    /// Left edge of its cell as the face defines it.
    pub x: f64,
    /// Its advance width in the face.
    pub advance: f64,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// In one piece.
    Solid,
    /// In dashes: to be cut along, or the place of a seal.
    Dashed,
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Where it begins: x, y.
    pub from: (f64, f64),
    /// Where it ends: x, y.
    pub to: (f64, f64),
    pub thickness: f64,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// The outline of a rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outline {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// Thickness of the line.
    pub thickness: f64,
    /// How the line is drawn.
    pub stroke: Stroke,
}

/// A rectangle filled with black.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A dashed circle, the place of a seal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    /// Centre: x, y.
    pub centre: (f64, f64),
    pub radius: f64,
    /// Thickness of the line.
    pub thickness: f64,
}

impl GlyphRun {
    /// Returns the characters moved by `dx` to the right and `dy` down.
    #[must_use]
    pub fn moved(&self, dx: f64, dy: f64) -> Self {
        let mut run = self.clone();
        run.baseline += dy;
        for glyph in &mut run.glyphs {
            glyph.x += dx;
        }
        run
    }
}

impl Item {
    /// Returns the item moved by `dx` to the right and `dy` down.
    #[must_use]
    pub fn moved(&self, dx: f64, dy: f64) -> Self {
        match self {
            Self::Text(run) => Self::Text(run.moved(dx, dy)),
            Self::Rule(rule) => Self::Rule(Rule {
                from: (rule.from.0 + dx, rule.from.1 + dy),
                to: (rule.to.0 + dx, rule.to.1 + dy),
                ..*rule
            }),
            Self::Box(outline) => {
                Self::Box(Outline { x: outline.x + dx, y: outline.y + dy, ..*outline })
            }
            Self::Fill(area) => Self::Fill(Area { x: area.x + dx, y: area.y + dy, ..*area }),
            Self::Circle(circle) => Self::Circle(Circle {
                centre: (circle.centre.0 + dx, circle.centre.1 + dy),
                ..*circle
            }),
        }
    }
}

impl Item {
    /// Returns a drawn item of the upright sheet as it lies on the sheet turned a quarter to the
    /// right, `width` wide as it is read. Text keeps the upright sheet's coordinates.
    #[must_use]
    pub fn on_its_side(&self, width: f64) -> Self {
        let turned = |(x, y): (f64, f64)| (width - y, x);
        match self {
            Self::Text(run) => Self::Text(run.clone()),
            Self::Rule(rule) => {
                Self::Rule(Rule { from: turned(rule.from), to: turned(rule.to), ..*rule })
            }
            Self::Box(of) => Self::Box(Outline {
                x: width - of.y - of.height,
                y: of.x,
                width: of.height,
                height: of.width,
                ..*of
            }),
            Self::Fill(of) => Self::Fill(Area {
                x: width - of.y - of.height,
                y: of.x,
                width: of.height,
                height: of.width,
            }),
            Self::Circle(circle) => {
                Self::Circle(Circle { centre: turned(circle.centre), ..*circle })
            }
        }
    }
}

impl Page {
    /// Returns the text of the page in the order it was drawn, runs on one baseline joined, one
    /// line each.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut last: Option<f64> = None;
        for item in &self.items {
            let Item::Text(run) = item else { continue };
            if last.is_some_and(|baseline| (baseline - run.baseline).abs() > super::measure::SLACK)
            {
                text.push('\n');
            }
            last = Some(run.baseline);
            text.extend(run.glyphs.iter().map(|glyph| glyph.character));
        }
        text
    }
}
