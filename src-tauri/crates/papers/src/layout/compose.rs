//! Blocks into slabs.

use super::block::{Block, Level, Place, Signature};
use super::drawn;
use super::line::{
    Cell, Measure, SetLine, Setting, Span, break_lines, cells, natural_width, set_line,
};
use super::measure::{Mm, Type, times};
use super::page::{Circle, Item};
use super::setup::Setup;
use super::slab::{Kind, Slab};
use super::table::{RULE, table_slabs};
use super::title::title_lines;
use crate::error::{MissingCharacter, PaperError};
use crate::fonts::{FontSet, Role};

/// Diameter of the place of a seal: a people's congress's seal is 42 mm wide.
const SEAL: f64 = Mm(42.0).pt();
/// On a narrow sheet the place of the seal takes no more than this share of the width; the seal is
/// put over the text then.
const SEAL_SHARE: f64 = 0.27;
/// White above and below a table, as a share of the body's line distance.
const TABLE_AIR: f64 = 0.2;
/// How many lines of the text before a signature stay with it.
const LINES_WITH_SIGNATURE: usize = 2;

/// Returns the baseline of a line whose cell begins at `top`: the type stands in the middle of the
/// cell, and 88 % of a Han face's em is above its baseline.
#[must_use]
pub fn baseline(top: f64, leading: f64, size: f64) -> f64 {
    top + (leading - size) / 2.0 + size * 0.88
}

/// Returns the slabs of a paper.
///
/// # Errors
/// [`PaperError::Missing`] when no face draws a character; [`PaperError::Qr`] when a text is too
/// long for a code.
pub fn compose(fonts: &FontSet, setup: &Setup, blocks: &[Block]) -> Result<Vec<Slab>, PaperError> {
    let composer = Composer { fonts, setup };
    let mut slabs: Vec<Slab> = Vec::new();
    let mut annexes = None;
    for block in blocks {
        if begins_annexes(block) {
            annexes = annexes.or(Some(slabs.len()));
        }
        if is_signed(block) {
            let annexes = annexes.take().and_then(|from| slabs.get(from..)).unwrap_or_default();
            let lines = annexes.iter().filter(|slab| !slab.is_space()).count();
            keep_the_end(&mut slabs, LINES_WITH_SIGNATURE + lines);
        }
        slabs.extend(composer.block(block)?);
    }
    // The last line of a part, such as the list of its annexes, never stands on a page by itself,
    // nor does the last row of a table.
    if let Some(last) =
        slabs.iter().rposition(|slab| !slab.is_space()).filter(|last| !slabs[*last].stands_alone())
    {
        keep_the_end(&mut slabs[..last], LINES_WITH_SIGNATURE);
    }
    Ok(slabs)
}

/// Signatures with their date, and the lines to sign on: a table without rules.
fn is_signed(block: &Block) -> bool {
    match block {
        Block::Signature(_) => true,
        Block::Table(table) => !table.ruled,
        Block::Title(_)
        | Block::Subtitle(_)
        | Block::Heading(..)
        | Block::Paragraph(..)
        | Block::Empty
        | Block::BesideSeal { .. }
        | Block::Lines(_)
        | Block::Framed { .. }
        | Block::Beside(_)
        | Block::Qr { .. }
        | Block::PageFrame
        | Block::NewPage(_)
        | Block::NewCopy => false,
    }
}

/// 附件说明: the list of annexes is no text a signature can stand with (GB/T 9704-2012, 7.3.4, 7.3.5).
fn begins_annexes(block: &Block) -> bool {
    let Block::Paragraph(_, spans) = block else { return false };
    spans.first().is_some_and(|span| span.text.trim_start().starts_with("附件："))
}

/// Keeps so many of the last lines, and the white between and after them, with what follows.
fn keep_the_end(slabs: &mut [Slab], lines: usize) {
    let mut contents = slabs.iter_mut().rev();
    let mut kept = 0;
    while kept < lines
        && let Some(slab) = contents.next().filter(|slab| !slab.stands_alone())
    {
        slab.keeps_with_next = true;
        kept += usize::from(!slab.is_space());
    }
}

struct Composer<'a> {
    fonts: &'a FontSet,
    setup: &'a Setup,
}

impl Composer<'_> {
    fn block(&self, block: &Block) -> Result<Vec<Slab>, PaperError> {
        let (fonts, setup) = (self.fonts, self.setup);
        Ok(match block {
            Block::Title(parts) => self.title(parts, Role::BiaoSong, setup.title)?,
            Block::Subtitle(parts) => self.title(parts, Role::Kai, setup.subtitle)?,
            Block::Heading(level, spans) => keep_all(self.lines(
                &in_role(spans, heading_role(*level)),
                setup.body,
                Place::Indented,
            )?),
            Block::Paragraph(place, spans) => self.lines(spans, setup.body, *place)?,
            Block::Empty => vec![Slab::space(setup.body.leading)],
            Block::Table(table) => self.aired(table_slabs(fonts, setup, table)?),
            Block::Signature(signature) => self.signature(signature)?,
            Block::BesideSeal { label, notes } => self.beside_seal(label, notes)?,
            Block::Lines(count) => drawn::lines(setup, *count),
            Block::Framed { height, edge, content } => {
                drawn::framed(fonts, setup, *height, *edge, content)?
            }
            Block::Beside(columns) => vec![drawn::beside(fonts, setup, columns)?],
            Block::Qr { text, side } => vec![drawn::code(setup, text, *side)?],
            Block::PageFrame => vec![Slab { kind: Kind::Frame, ..Slab::space(0.0) }],
            Block::NewPage(_) | Block::NewCopy => Vec::new(),
        })
    }

    fn title(
        &self,
        parts: &[String],
        role: Role,
        text_type: Type,
    ) -> Result<Vec<Slab>, MissingCharacter> {
        let lines = broken_title(self.fonts, self.setup, parts, role, text_type)?;
        let mut slabs: Vec<Slab> = lines
            .iter()
            .map(|line| self.line(line, text_type, Place::Centred, 0.0, false))
            .collect();
        slabs.push(Slab::space(back_to_the_grid(self.setup, slabs.len(), text_type)));
        Ok(keep_all(slabs))
    }

    /// Off the grid a table needs some air around it; on the grid the next line finds it.
    fn aired(&self, table: Vec<Slab>) -> Vec<Slab> {
        let air = if self.setup.on_grid { 0.0 } else { self.setup.body.leading * TABLE_AIR };
        let before = Slab { keeps_with_next: true, ..Slab::space(air) };
        std::iter::once(before).chain(table).chain(std::iter::once(Slab::space(air))).collect()
    }

    fn lines(
        &self,
        spans: &[Span],
        text_type: Type,
        place: Place,
    ) -> Result<Vec<Slab>, MissingCharacter> {
        let measured = cells(self.fonts, spans, text_type)?;
        let indent = if place == Place::Indented { text_type.pitch * 2.0 } else { 0.0 };
        let ranges = break_lines(&measured, Measure { width: self.setup.width(), indent });
        let last = ranges.len().saturating_sub(1);
        let slab = |(index, range): (usize, std::ops::Range<usize>)| {
            let indent = if index == 0 { indent } else { 0.0 };
            self.line(&measured[range], text_type, place, indent, index == last)
        };
        Ok(ranges.into_iter().enumerate().map(slab).collect())
    }

    fn line(
        &self,
        line: &[Cell],
        text_type: Type,
        place: Place,
        indent: f64,
        is_last: bool,
    ) -> Slab {
        let width = self.setup.width() - indent;
        let setting = match place {
            Place::Indented | Place::Flush if !is_last => Setting::Justified,
            Place::Indented | Place::Flush | Place::Centred | Place::Right => Setting::Natural,
        };
        let set = set_line(line, width, setting);
        let left = match place {
            Place::Indented | Place::Flush => indent,
            Place::Centred => (self.setup.width() - set.ink().1 - set.ink().0) / 2.0,
            Place::Right => self.setup.width() - set.ink().1,
        };
        Slab::plain(
            text_type.leading,
            set.draw(left, baseline(0.0, text_type.leading, text_type.size)),
        )
    }

    fn signature(&self, signature: &Signature) -> Result<Vec<Slab>, MissingCharacter> {
        let Type { leading, size, .. } = self.setup.body;
        let width = self.setup.width();
        let set = |text: &str| -> Result<SetLine, MissingCharacter> {
            Ok(set_line(
                &cells(self.fonts, &[Span::new(Role::FangSong, text)], self.setup.body)?,
                width,
                Setting::Natural,
            ))
        };
        let (name, date) = (set(&signature.name)?, set(&signature.date)?);
        let (name_left, date_left) =
            signature_places(self.setup, signature.sealed, name.width, date.width);
        let at = baseline(0.0, leading, size);
        let name = Slab::plain(leading, name.draw(f64::max(0.0, name_left), at));
        let date = Slab::plain(leading, date.draw(date_left, at));
        Ok(vec![Slab { keeps_with_next: true, ..name }, date])
    }

    fn beside_seal(&self, label: &str, notes: &[Vec<Span>]) -> Result<Vec<Slab>, MissingCharacter> {
        let text_type = self.setup.notes;
        let seal = f64::min(SEAL, self.setup.width() * SEAL_SHARE);
        let measure =
            Measure { width: self.setup.width() - seal - text_type.pitch * 1.5, indent: 0.0 };
        let mut items = Vec::new();
        let mut top = 0.0;
        for note in notes {
            let measured = cells(self.fonts, note, text_type)?;
            let ranges = break_lines(&measured, measure);
            let last = ranges.len().saturating_sub(1);
            for (index, range) in ranges.into_iter().enumerate() {
                let setting = if index == last { Setting::Natural } else { Setting::Justified };
                let set = set_line(&measured[range], measure.width, setting);
                items.extend(set.draw(0.0, baseline(top, text_type.leading, text_type.size)));
                top += text_type.leading;
            }
        }
        let height = f64::max(top, seal + RULE);
        items.extend(self.seal_place(label, seal, height)?);
        Ok(vec![Slab::plain(height, items)])
    }

    fn seal_place(
        &self,
        label: &str,
        diameter: f64,
        height: f64,
    ) -> Result<Vec<Item>, MissingCharacter> {
        let text_type = Type::new(self.setup.notes.size * 0.9, self.setup.notes.leading);
        let centre = (self.setup.width() - diameter / 2.0, height - diameter / 2.0);
        let label = cells(self.fonts, &[Span::new(Role::Kai, label)], text_type)?;
        let set = set_line(&label, diameter, Setting::Natural);
        let mut items =
            vec![Item::Circle(Circle { centre, radius: diameter / 2.0, thickness: RULE })];
        items.extend(
            set.draw(centre.0 - natural_width(&label) / 2.0, centre.1 + text_type.size * 0.38),
        );
        Ok(items)
    }
}

/// Returns the lines of a title or of the line below one.
pub(crate) fn broken_title(
    fonts: &FontSet,
    setup: &Setup,
    parts: &[String],
    role: Role,
    text_type: Type,
) -> Result<Vec<Vec<Cell>>, MissingCharacter> {
    let measured = parts
        .iter()
        .map(|part| cells(fonts, &[Span::new(role, part)], text_type))
        .collect::<Result<Vec<_>, _>>();
    let parts = measured.map_err(|missing| MissingCharacter { text: parts.concat(), ..missing })?;
    let broken = |line: &Vec<Cell>| {
        let ranges = break_lines(line, Measure { width: setup.width(), indent: 0.0 });
        ranges.into_iter().map(|range| line[range].to_vec()).collect::<Vec<_>>()
    };
    Ok(title_lines(&parts, setup.width()).iter().flat_map(broken).collect())
}

/// Returns the white below lines of another height, after which the next line stands on the grid
/// again.
pub(crate) fn back_to_the_grid(setup: &Setup, lines: usize, text_type: Type) -> f64 {
    let height = times(lines) * text_type.leading;
    if setup.on_grid {
        (height / setup.body.leading).ceil() * setup.body.leading - height
    } else {
        0.0
    }
}

/// Returns where a signature and its date begin. With a seal the date ends four characters from the
/// right and the signature is centred on it; without, the signature ends two characters from the
/// right and the date begins two characters after it (GB/T 9704-2012, 7.3.5.1 and 7.3.5.2).
pub(crate) fn signature_places(setup: &Setup, sealed: bool, name: f64, date: f64) -> (f64, f64) {
    let (width, pitch) = (setup.width(), setup.body.pitch);
    if sealed {
        let date_left = width - 4.0 * pitch - date;
        let name_left = date_left + (date - name) / 2.0;
        (f64::min(name_left, width - name), date_left)
    } else {
        let name_left = width - 2.0 * pitch - name;
        (name_left, f64::min(name_left + 2.0 * pitch, width - 2.0 * pitch - date))
    }
}

fn keep_all(mut slabs: Vec<Slab>) -> Vec<Slab> {
    for slab in &mut slabs {
        slab.keeps_with_next = true;
    }
    slabs
}

pub(crate) const fn heading_role(level: Level) -> Role {
    match level {
        Level::One => Role::Hei,
        Level::Two => Role::Kai,
        Level::Three | Level::Four => Role::FangSong,
    }
}

pub(crate) fn in_role(spans: &[Span], role: Role) -> Vec<Span> {
    spans.iter().map(|span| Span::new(role, span.text.clone())).collect()
}
