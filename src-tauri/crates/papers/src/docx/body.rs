//! The document of a DOCX: blocks into paragraphs, tables and sections.

use std::mem;

use super::xml::{Jc, Par, run, runs};
use super::{parts, table};
use crate::error::{MissingCharacter, PaperError};
use crate::fonts::{FontSet, Role};
use crate::layout::block::{Block, Level, Place, Signature};
use crate::layout::compose::{
    back_to_the_grid, broken_title, heading_role, in_role, signature_places,
};
use crate::layout::flow::parts as held_parts;
use crate::layout::line::{Cell, Span, cells, natural_width};
use crate::layout::measure::{Type, times};
use crate::layout::setup::Setup;

/// Returns the main part of the document.
pub(super) fn document(
    fonts: &FontSet,
    setup: &Setup,
    blocks: &[Block],
) -> Result<String, PaperError> {
    let mut body =
        Body { fonts, out: String::new(), pages: Vec::new(), section_at: None, breaks: false };
    let mut held = held_parts(blocks).into_iter().peekable();
    while let Some(part) = held.next() {
        let setup = setup.held(part.held);
        body.blocks(&setup, part.blocks)?;
        body.end_with_a_paragraph();
        let section = parts::section(&setup, part.anew);
        match held.peek() {
            Some(next) if next.held == part.held && !next.anew => body.breaks = true,
            Some(_) => body.insert_section(&section),
            None => body.out += &section,
        }
    }
    Ok(format!(
        "{}<w:document {}><w:body>{}</w:body></w:document>",
        parts::HEAD,
        parts::NAMESPACES,
        body.out
    ))
}

struct Body<'a> {
    fonts: &'a FontSet,
    out: String,
    /// What was written around a part that is being written by itself.
    pages: Vec<String>,
    /// Where the properties of a section go, if a paragraph was written last.
    section_at: Option<usize>,
    /// Whether what follows begins on a new page.
    breaks: bool,
}

/// The least a paragraph can be tall, where the format wants one and the paper has none.
const HAIR: Type = Type::new(1.0, 1.0);

impl Body<'_> {
    fn blocks(&mut self, setup: &Setup, blocks: &[Block]) -> Result<(), PaperError> {
        blocks.iter().try_for_each(|block| self.block(setup, block))
    }

    fn block(&mut self, setup: &Setup, block: &Block) -> Result<(), PaperError> {
        let body = setup.body;
        match block {
            Block::Title(parts) => {
                self.title(setup, parts, (Role::BiaoSong, "Title"), setup.title)?;
            }
            Block::Subtitle(parts) => {
                self.title(setup, parts, (Role::Kai, "Subtitle"), setup.subtitle)?;
            }
            Block::Heading(level, spans) => self.heading(*level, spans, body),
            Block::Paragraph(place, spans) => {
                self.paragraph(placed(*place, body), &runs(spans, body));
            }
            Block::Empty => self.paragraph(Par::of(body, Jc::Left), ""),
            Block::Table(of) => {
                let table = table::table(self.fonts, setup, of)?;
                self.table(&table);
            }
            Block::Signature(signature) => self.signature(setup, signature)?,
            Block::BesideSeal { label, notes } => self.beside_seal(setup, label, notes),
            Block::Lines(count) => (0..*count)
                .for_each(|_| self.paragraph(Par { ruled: true, ..Par::of(body, Jc::Left) }, "")),
            Block::Framed { height, content, .. } => {
                let content = self.apart(&setup.in_column(setup.width()), content)?;
                self.table(&table::frame(setup, Some(*height), &[content]));
            }
            Block::Beside(columns) => self.beside(setup, columns)?,
            // A code and a frame are drawn: of a code the words are left, of a frame nothing.
            Block::Qr { text, .. } => {
                self.paragraph(Par::of(body, Jc::Centre), &run(&Span::new(Role::Song, text), body));
            }
            Block::PageFrame | Block::NewPage(_) | Block::NewCopy => {}
        }
        Ok(())
    }

    fn heading(&mut self, level: Level, spans: &[Span], body: Type) {
        let par = Par {
            style: Some(style_of(level)),
            keep_next: true,
            first: Some(two_characters(body)),
            ..Par::of(body, Jc::Both)
        };
        self.paragraph(par, &runs(&in_role(spans, heading_role(level)), body));
    }

    fn beside_seal(&mut self, setup: &Setup, label: &str, notes: &[Vec<Span>]) {
        for note in notes {
            self.paragraph(Par::of(setup.notes, Jc::Both), &runs(note, setup.notes));
        }
        let label = run(&Span::new(Role::Kai, label), setup.notes);
        self.paragraph(Par::of(setup.notes, Jc::Right), &label);
    }

    fn beside(&mut self, setup: &Setup, columns: &[Vec<Block>]) -> Result<(), PaperError> {
        let width = setup.width() / times(columns.len().max(1));
        let columns = columns
            .iter()
            .map(|column| self.apart(&setup.in_column(width), column))
            .collect::<Result<Vec<_>, _>>()?;
        self.table(&table::frame(setup, None, &columns));
        Ok(())
    }

    /// Returns blocks written by themselves, to be put into a cell.
    fn apart(&mut self, setup: &Setup, blocks: &[Block]) -> Result<String, PaperError> {
        self.pages.push(mem::take(&mut self.out));
        let written = self.blocks(setup, blocks);
        self.end_with_a_paragraph();
        let around = self.pages.pop().unwrap_or_default();
        let inside = mem::replace(&mut self.out, around);
        self.section_at = None;
        written.map(|()| inside)
    }

    fn title(
        &mut self,
        setup: &Setup,
        parts: &[String],
        (role, style): (Role, &'static str),
        text_type: Type,
    ) -> Result<(), MissingCharacter> {
        let lines = broken_title(self.fonts, setup, parts, role, text_type)?;
        let words = |line: &Vec<Cell>| {
            let text: String = line.iter().map(|cell| cell.character).collect();
            run(&Span::new(role, text), tightened(line, setup.width(), text_type))
        };
        let content: Vec<String> = lines.iter().map(words).collect();
        let after = back_to_the_grid(setup, lines.len(), text_type);
        let par = Par {
            style: Some(style),
            keep_next: true,
            on_grid: false,
            after,
            ..Par::of(text_type, Jc::Centre)
        };
        self.paragraph(par, &content.join("<w:r><w:br/></w:r>"));
        Ok(())
    }

    fn signature(
        &mut self,
        setup: &Setup,
        Signature { name, date, sealed }: &Signature,
    ) -> Result<(), MissingCharacter> {
        let measured = |text: &str| {
            cells(self.fonts, &[Span::new(Role::FangSong, text)], setup.body)
                .map(|cells| natural_width(&cells))
        };
        let (name_width, date_width) = (measured(name)?, measured(date)?);
        let (name_left, date_left) = signature_places(setup, *sealed, name_width, date_width);
        for (text, left, width) in [(name, name_left, name_width), (date, date_left, date_width)] {
            let right = f64::max(0.0, setup.width() - left - width);
            let par = Par { keep_next: text == name, right, ..Par::of(setup.body, Jc::Right) };
            self.paragraph(par, &run(&Span::new(Role::FangSong, text), setup.body));
        }
        Ok(())
    }

    fn paragraph(&mut self, par: Par, content: &str) {
        self.out += "<w:p><w:pPr>";
        self.out += &par.properties(mem::take(&mut self.breaks));
        self.section_at = Some(self.out.len());
        self.out += "</w:pPr>";
        self.out += content;
        self.out += "</w:p>";
    }

    /// Two tables one after the other would be one, and a page break needs a paragraph.
    fn table(&mut self, table: &str) {
        if self.breaks || self.out.ends_with("</w:tbl>") {
            self.hair();
        }
        self.out += table;
        self.section_at = None;
    }

    fn hair(&mut self) {
        self.paragraph(Par { on_grid: false, ..Par::of(HAIR, Jc::Left) }, "");
    }

    fn end_with_a_paragraph(&mut self) {
        if self.section_at.is_none() {
            self.hair();
        }
    }

    fn insert_section(&mut self, section: &str) {
        if let Some(at) = self.section_at {
            self.out.insert_str(at, section);
        }
    }
}

/// Some word processors put white between a figure and what is Chinese: a line with no room for
/// that is set tighter, so as not to break.
fn tightened(line: &[Cell], width: f64, text_type: Type) -> Type {
    let lacking = natural_width(line) * (1.0 + ROOM_FOR_WHITE) - width;
    Type { pitch: text_type.pitch - f64::max(0.0, lacking) / times(line.len().max(1)), ..text_type }
}

/// Which share of a line may become white beside its figures.
const ROOM_FOR_WHITE: f64 = 0.05;

fn style_of(level: Level) -> &'static str {
    match level {
        Level::One => "Heading1",
        Level::Two => "Heading2",
        Level::Three => "Heading3",
        Level::Four => "Heading4",
    }
}

fn two_characters(text_type: Type) -> (f64, f64) {
    (2.0, 2.0 * text_type.pitch)
}

fn placed(place: Place, text_type: Type) -> Par {
    match place {
        Place::Indented => {
            Par { first: Some(two_characters(text_type)), ..Par::of(text_type, Jc::Both) }
        }
        Place::Flush => Par::of(text_type, Jc::Both),
        Place::Centred => Par::of(text_type, Jc::Centre),
        Place::Right => Par::of(text_type, Jc::Right),
    }
}
