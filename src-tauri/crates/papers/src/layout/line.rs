//! One paragraph into lines: cells, 避头尾, squeeze, no line of one character at the end, lines
//! spread to the margin.

use std::ops::Range;

use super::chars::{Class, classify, may_break, may_stretch, most_squeeze, pair_squeeze};
use super::measure::{SLACK, Type, times};
use super::page::{GlyphRun, Item, PlacedGlyph, Rule, Stroke};
use crate::error::MissingCharacter;
use crate::fonts::{FaceId, FontSet, Role};

/// A stretch of text in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The role it is set in.
    pub role: Role,
    /// The text; a run of `_` is a blank to be filled in by hand.
    pub text: String,
}

impl Span {
    /// Returns a stretch of text.
    #[must_use]
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into() }
    }
}

/// One character measured for setting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub character: char,
    /// What it is to the line breaker.
    pub class: Class,
    face: FaceId,
    id: u16,
    /// Advance width in its face, in points.
    ink: f64,
    /// Width of its cell, in points.
    pub width: f64,
    /// Where the glyph begins inside its cell, in points.
    inset: f64,
    size: f64,
}

impl Cell {
    /// Size of the type in points.
    #[must_use]
    pub const fn size(&self) -> f64 {
        self.size
    }
}

/// Returns a text as measured cells.
///
/// # Errors
/// [`MissingCharacter`] when no face draws a character.
pub fn cells(
    fonts: &FontSet,
    spans: &[Span],
    text_type: Type,
) -> Result<Vec<Cell>, MissingCharacter> {
    let mut cells = Vec::new();
    for span in spans {
        for character in span.text.chars() {
            let Some(cell) = cell(fonts, span.role, character, text_type) else {
                return Err(MissingCharacter {
                    character,
                    text: spans.iter().map(|s| s.text.as_str()).collect(),
                });
            };
            cells.push(cell);
        }
    }
    Ok(cells)
}

fn cell(fonts: &FontSet, role: Role, character: char, text_type: Type) -> Option<Cell> {
    let Type { size, pitch, .. } = text_type;
    if character == '_' {
        let (face, class) = (FaceId::Of(Role::Song), Class::Blank);
        return Some(Cell {
            character,
            class,
            face,
            id: 0,
            ink: 0.0,
            width: pitch / 2.0,
            inset: 0.0,
            size,
        });
    }
    let glyph = fonts.glyph(role, character)?;
    let class = classify(character);
    let ink = glyph.advance * size;
    let (width, inset) = match class {
        Class::Latin | Class::Space => (ink, 0.0),
        Class::MiddleDot => (pitch / 2.0, (pitch / 2.0 - ink) / 2.0),
        // Some faces draw “ ” and brackets narrow: the ink belongs at the inner edge of a full
        // cell.
        Class::Opening => (pitch, pitch - ink),
        Class::Closing => (pitch, 0.0),
        Class::Han | Class::Clinging | Class::Joined | Class::Blank => (pitch, (pitch - ink) / 2.0),
    };
    Some(Cell { character, class, face: glyph.face, id: glyph.id, ink, width, inset, size })
}

/// Returns the width of cells set without stretching, neighbouring marks squeezed.
#[must_use]
pub fn natural_width(cells: &[Cell]) -> f64 {
    let widths: f64 = cells.iter().map(|cell| cell.width).sum();
    widths - gaps(cells).map(|(a, b)| pair_squeeze(a.class, b.class) * a.size).sum::<f64>()
}

fn gaps(cells: &[Cell]) -> impl Iterator<Item = (&Cell, &Cell)> {
    cells.iter().zip(cells.iter().skip(1))
}

/// How much shorter a line can still become: marks give up their blank halves, a closing mark at
/// the end its own.
fn squeezable(cells: &[Cell]) -> f64 {
    let inner: f64 = gaps(cells)
        .map(|(a, b)| (most_squeeze(a.class, b.class) - pair_squeeze(a.class, b.class)) * a.size)
        .sum();
    let end = cells
        .last()
        .filter(|cell| cell.class == Class::Closing)
        .map_or(0.0, |cell| cell.size / 2.0);
    inner + end
}

/// Where lines may stand: the first line is shorter by the indent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Width of a full line in points.
    pub width: f64,
    /// Indent of the first line in points.
    pub indent: f64,
}

impl Measure {
    fn of_line(self, index: usize) -> f64 {
        if index == 0 { self.width - self.indent } else { self.width }
    }
}

fn legal(cells: &[Cell], at: usize) -> bool {
    match (at.checked_sub(1).and_then(|i| cells.get(i)), cells.get(at)) {
        (Some(a), Some(b)) => may_break((a.character, a.class), (b.character, b.class)),
        _ => true,
    }
}

/// A space at the end of a line needs no room.
fn without_end_space(cells: &[Cell]) -> &[Cell] {
    match cells {
        [rest @ .., last] if last.class == Class::Space => rest,
        _ => cells,
    }
}

fn fits(cells: &[Cell], width: f64) -> bool {
    natural_width(without_end_space(cells)) <= width + SLACK
}

fn fits_squeezed(cells: &[Cell], width: f64) -> bool {
    let cells = without_end_space(cells);
    natural_width(cells) - squeezable(cells) <= width + SLACK
}

/// Returns where a line that begins at `start` ends.
fn line_end(cells: &[Cell], start: usize, width: f64) -> usize {
    let mut end = start + 1;
    while end < cells.len() && fits(&cells[start..=end], width) {
        end += 1;
    }
    if end >= cells.len() || legal(cells, end) {
        return end;
    }
    // A mark would begin the next line: take it in if the marks of this line can make room, else
    // push its word out.
    let next = (end + 1..=cells.len()).find(|&at| legal(cells, at)).unwrap_or(cells.len());
    if fits_squeezed(&cells[start..next], width) {
        return next;
    }
    (start + 1..end).rev().find(|&at| legal(cells, at)).unwrap_or(end)
}

/// Returns the lines of a paragraph as ranges of its cells.
#[must_use]
pub fn break_lines(cells: &[Cell], measure: Measure) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < cells.len() {
        let end = line_end(cells, start, measure.of_line(lines.len()));
        lines.push(start..end);
        start = end;
    }
    no_single_character_at_the_end(cells, &mut lines, measure);
    lines
}

fn is_single(cells: &[Cell]) -> bool {
    cells.iter().filter(|cell| !matches!(cell.class, Class::Closing | Class::Space)).count() <= 1
}

/// A last line of one character is pulled into the line above, or gets a second character from it.
fn no_single_character_at_the_end(cells: &[Cell], lines: &mut Vec<Range<usize>>, measure: Measure) {
    let [.., above, last] = lines.as_slice() else { return };
    let (above, last) = (above.clone(), last.clone());
    if !is_single(&cells[last.clone()]) {
        return;
    }
    let width = measure.of_line(lines.len() - 2);
    let count = lines.len();
    if fits_squeezed(&cells[above.start..last.end], width) {
        lines.truncate(count - 2);
        lines.push(above.start..last.end);
    } else if let Some(at) = (above.start + 1..above.end)
        .rev()
        .find(|&at| legal(cells, at) && !is_single(&cells[at..last.end]))
    {
        lines[count - 2].end = at;
        lines[count - 1].start = at;
    }
}

/// Where the cells of a line stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Spread or squeezed to exactly the width.
    Justified,
    /// As wide as it is.
    Natural,
}

/// A set line: the left edge of each cell and the line's right edge, from its own left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct SetLine {
    /// The cells with the left edge of each.
    pub cells: Vec<(f64, Cell)>,
    /// The right edge of the last cell.
    pub width: f64,
}

/// Returns a line's cells with their places.
#[must_use]
pub fn set_line(cells: &[Cell], width: f64, setting: Setting) -> SetLine {
    let cells = without_end_space(cells);
    let spare = width - natural_width(cells);
    let stretch = match setting {
        Setting::Justified if spare > 0.0 => stretch_per_gap(cells, spare),
        Setting::Justified | Setting::Natural => 0.0,
    };
    // A line too long for its width was accepted because its marks can give way; so they do, in any
    // setting.
    let give =
        if spare < -SLACK { f64::min(1.0, -spare / squeezable(cells).max(SLACK)) } else { 0.0 };
    let mut x = 0.0;
    let mut placed = Vec::with_capacity(cells.len());
    for (index, cell) in cells.iter().enumerate() {
        placed.push((x, *cell));
        x += cell.width;
        if let Some(next) = cells.get(index + 1) {
            let always = pair_squeeze(cell.class, next.class);
            let more = most_squeeze(cell.class, next.class) - always;
            x -= (always + more * give) * cell.size;
            if may_stretch(cell.class, next.class) {
                x += stretch;
            }
        } else if cell.class == Class::Closing {
            x -= give * cell.size / 2.0;
        }
    }
    SetLine { cells: placed, width: x }
}

/// A gap wider than half an em would tear the line apart; such a line is left ragged.
fn stretch_per_gap(cells: &[Cell], spare: f64) -> f64 {
    let gaps = gaps(cells).filter(|(a, b)| may_stretch(a.class, b.class)).count();
    let Some(first) = cells.first().filter(|_| gaps > 0) else { return 0.0 };
    let stretch = spare / times(gaps);
    if stretch > first.size / 2.0 { 0.0 } else { stretch }
}

/// Thickness of the line of a blank to be filled in by hand, in points.
const BLANK_RULE: f64 = 0.6;

impl SetLine {
    /// Returns where the line's ink begins and ends: an opening mark's left half and a closing
    /// mark's right half are blank. Lines that are centred or stand at an edge are placed by it.
    #[must_use]
    pub fn ink(&self) -> (f64, f64) {
        let half = |placed: Option<&(f64, Cell)>, class| {
            placed.filter(|(_, cell)| cell.class == class).map_or(0.0, |(_, cell)| cell.size / 2.0)
        };
        (
            half(self.cells.first(), Class::Opening),
            self.width - half(self.cells.last(), Class::Closing),
        )
    }

    /// Returns the line drawn with its left edge at `x` and its baseline at `baseline`.
    #[must_use]
    pub fn draw(&self, x: f64, baseline: f64) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        for (left, cell) in &self.cells {
            if cell.class == Class::Blank {
                draw_blank(&mut items, x + left, cell.width, baseline + cell.size * 0.12);
            } else {
                draw_glyph(&mut items, x + left + cell.inset, cell, baseline);
            }
        }
        items
    }
}

fn draw_glyph(items: &mut Vec<Item>, x: f64, cell: &Cell, baseline: f64) {
    let glyph = PlacedGlyph { character: cell.character, id: cell.id, x, advance: cell.ink };
    match items.last_mut() {
        Some(Item::Text(run)) if run.face == cell.face && (run.size - cell.size).abs() < SLACK => {
            run.glyphs.push(glyph);
        }
        _ => items.push(Item::Text(GlyphRun {
            face: cell.face,
            size: cell.size,
            baseline,
            glyphs: vec![glyph],
        })),
    }
}

fn draw_blank(items: &mut Vec<Item>, x: f64, width: f64, y: f64) {
    match items.last_mut() {
        Some(Item::Rule(rule)) if (rule.to.0 - x).abs() < SLACK => rule.to.0 = x + width,
        _ => items.push(Item::Rule(Rule {
            from: (x, y),
            to: (x + width, y),
            thickness: BLANK_RULE,
            stroke: Stroke::Solid,
        })),
    }
}
