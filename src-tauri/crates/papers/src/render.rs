//! A paper's text and fields into a PDF.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::Serialize;
use session::paper::{BallotSheet, Grid, Style};

use crate::docx::to_docx;
use crate::error::PaperError;
use crate::fonts::office::Shelf;
use crate::fonts::{FontSet, Role};
use crate::layout::block::{Block, Place};
use crate::layout::line::Span;
use crate::layout::measure::GridSetting;
use crate::layout::page::Page;
use crate::layout::setup::Setup;
use crate::layout::{rehearsal, typeset};
use crate::pdf::{Particulars, to_pdf};
use crate::text::{fill, markup};

/// A set paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Number of pages of one copy.
    pub pages: usize,
}

/// How an office wants its papers set.
#[derive(Clone, Copy)]
pub struct OfficeStyle {
    /// Lines and characters of papers that stand on a grid.
    pub grid: GridSetting,
    /// Whether a QR code stands beside the record's fingerprint.
    pub qr: bool,
    /// What a ballot is printed on.
    pub ballot: BallotSheet,
    /// The faces.
    pub fonts: FontSet,
}

impl OfficeStyle {
    /// Returns the style of the standard with the faces that come with the program.
    ///
    /// # Errors
    /// [`PaperError::Font`] when a font file inside the program is damaged.
    pub fn standard() -> Result<Self, PaperError> {
        Self::of(&Style::default(), &Shelf::default())
    }

    /// Returns the style on record, with the faces of this machine.
    ///
    /// # Errors
    /// [`PaperError::FaceNotHere`] when a face on record is not on this machine; as
    /// [`FontSet::with`].
    pub fn of(style: &Style, shelf: &Shelf) -> Result<Self, PaperError> {
        let grid = match style.grid {
            Grid::Standard => GridSetting::OFFICIAL,
            Grid::Wide => GridSetting::WIDE,
        };
        let chosen = style
            .faces
            .iter()
            .map(|(role, face)| shelf.take(*role, face))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { grid, qr: style.qr, ballot: style.ballot, fonts: FontSet::with(&chosen)? })
    }
}

/// What a DOCX of a rehearsal begins with.
fn said_at_the_head() -> Block {
    Block::Paragraph(Place::Centred, vec![Span::new(Role::Hei, rehearsal::LINE)])
}

/// A paper ready to be set: what it says and how it is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper<'a, Fields> {
    /// Name of the kind of paper, for messages.
    pub kind: &'static str,
    /// Title of the document, for the PDF's own record.
    pub title: String,
    pub date: NaiveDate,
    /// The text with fields, as assets/papers has it or as the user edited it.
    pub text: &'a str,
    pub fields: &'a Fields,
    /// How it is set.
    pub setup: Setup,
}

impl<Fields: Serialize> Paper<'_, Fields> {
    /// Returns the text with its fields filled in.
    ///
    /// # Errors
    /// [`PaperError::Field`] when a field is misspelt.
    pub fn filled(&self) -> Result<String, PaperError> {
        fill(self.kind, self.text, self.fields)
    }

    /// Returns the pages in the style of the standard.
    ///
    /// # Errors
    /// Any [`PaperError`] but those of writing.
    pub fn pages(&self) -> Result<Vec<Page>, PaperError> {
        self.pages_in(&OfficeStyle::standard()?)
    }

    /// Returns the pages in the style of an office.
    ///
    /// # Errors
    /// Any [`PaperError`] but those of writing.
    pub fn pages_in(&self, style: &OfficeStyle) -> Result<Vec<Page>, PaperError> {
        let setup = self.setup.clone().in_style(style.grid, style.qr);
        typeset(&style.fonts, &setup, &markup::parse(&self.filled()?)?)
    }

    /// Returns a DOCX that says what the PDF says, in the style of an office.
    ///
    /// # Errors
    /// Any [`PaperError`].
    pub fn docx_in(&self, style: &OfficeStyle) -> Result<Vec<u8>, PaperError> {
        let setup = self.setup.clone().in_style(style.grid, style.qr);
        let mut blocks = markup::parse(&self.filled()?)?;
        if setup.rehearsal {
            blocks.insert(0, said_at_the_head());
        }
        to_docx(&style.fonts, &setup, &blocks, &self.particulars(NonZeroU32::MIN))
    }

    fn particulars(&self, copies: NonZeroU32) -> Particulars {
        Particulars { title: self.title.clone(), date: self.date, copies }
    }

    /// Returns the PDF in the style of the standard.
    ///
    /// # Errors
    /// Any [`PaperError`].
    pub fn render(&self, copies: NonZeroU32) -> Result<Rendered, PaperError> {
        self.render_in(&OfficeStyle::standard()?, copies)
    }

    /// Returns the PDF in the style of an office, the sheets of one copy repeated.
    ///
    /// # Errors
    /// Any [`PaperError`].
    pub fn render_in(
        &self,
        style: &OfficeStyle,
        copies: NonZeroU32,
    ) -> Result<Rendered, PaperError> {
        Ok(self.set_in(style, copies)?.1)
    }

    /// Returns the pages of one copy and the PDF of all, in the style of an office.
    ///
    /// # Errors
    /// Any [`PaperError`].
    pub fn set_in(
        &self,
        style: &OfficeStyle,
        copies: NonZeroU32,
    ) -> Result<(Vec<Page>, Rendered), PaperError> {
        let pages = self.pages_in(style)?;
        let bytes = to_pdf(&style.fonts, &pages, &self.particulars(copies))?;
        let rendered = Rendered { bytes, pages: pages.len() };
        Ok((pages, rendered))
    }
}
