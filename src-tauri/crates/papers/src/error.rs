//! What can keep a paper from being set. Every error is found before the first byte of the PDF is
//! written.

use std::fmt;

use session::paper::FaceRole;

use crate::layout::measure::Mm;
use crate::text::{TextFault, TooMuch};

/// A character that none of the faces can draw, and the text it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingCharacter {
    /// The character nobody can draw.
    pub character: char,
    /// The whole text in which it was found, as handed in.
    pub text: String,
}

impl fmt::Display for MissingCharacter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no face can draw \u{201c}{}\u{201d} (U+{:04X}) in \u{201c}{}\u{201d}",
            self.character.escape_debug(),
            u32::from(self.character),
            self.text
        )
    }
}

impl std::error::Error for MissingCharacter {}

/// Why a paper could not be set.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The session lacks what the paper is about, such as a certified result of one question.
    #[error("the session lacks what this paper is about")]
    NotInTheSession,
    /// A character no face can draw; the paper is refused before anything is drawn.
    #[error(transparent)]
    Missing(#[from] MissingCharacter),
    /// A font file cannot be read.
    #[error("the font file {file} cannot be read")]
    Font {
        /// Name of the font file.
        file: String,
    },
    /// No file on this machine is the face that is on record for a role.
    #[error("the face {family} is not on this machine{}", if *has_namesake { ": a face of that name is another file" } else { "" })]
    FaceNotHere {
        role: FaceRole,
        family: String,
        /// Whether another file here has a face of that name.
        has_namesake: bool,
    },
    /// The maker of a face does not allow it to be embedded, or it has outlines that cannot be.
    #[error("the font file {file} may not be embedded in a paper")]
    NotEmbeddable {
        /// Name of the font file.
        file: String,
    },
    /// A font could not be reduced to the characters used.
    #[error("the font file {file} cannot be reduced to the characters used: {cause}")]
    Subset {
        /// Name of the font file.
        file: &'static str,
        cause: subsetter::Error,
    },
    /// A field of the text is misspelt or has no value, or the text's own commands are wrong.
    #[error("line {line} of the text of {paper}: {cause}")]
    Field {
        /// The paper whose text it is.
        paper: &'static str,
        /// Line of the text, from 1; 0 when unknown.
        line: usize,
        /// What the template engine said.
        cause: minijinja::Error,
    },
    /// The text names a field the paper does not have, or leaves out one it needs.
    #[error("{}", faults.first().map(ToString::to_string).unwrap_or_default())]
    Text {
        /// What is wrong with it, in the order of the text.
        faults: Vec<TextFault>,
    },
    /// A line of the filled-in text is no block the typesetter knows.
    #[error("line {line}: {cause}")]
    Markup {
        /// Line of the filled-in text, from 1.
        line: usize,
        /// What is wrong with it.
        cause: MarkupFault,
    },
    /// The text asks for more than is set.
    #[error("{asked}{}", if *line > 0 { format!(": line {line}") } else { format!(": \u{201c}{text}\u{201d}") })]
    TooMuch {
        /// Line of the text, from 1; 0 when it is found in what was filled in.
        line: usize,
        /// The line as it was filled in.
        text: String,
        asked: TooMuch,
    },
    /// One table row or one undivided group of lines is taller than a page.
    #[error("\u{201c}{text}\u{201d} is taller than a page")]
    TooTall {
        /// The beginning of the text that does not fit.
        text: String,
    },
    /// The columns of a table are wider than the type area.
    #[error("the columns of a table are {columns:.1} mm wide, the type area {area:.1} mm")]
    TooWide {
        /// Sum of the column widths.
        columns: Mm,
        /// Width of the type area.
        area: Mm,
    },
    /// A text is too long for a QR code.
    #[error("a QR code cannot hold {bytes} bytes")]
    Qr {
        /// Length of the text in UTF-8.
        bytes: usize,
    },
    /// The writer of the file refused what it was given.
    #[error("the paper could not be written: {0}")]
    Write(String),
}

/// What is wrong with a line of the filled-in text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkupFault {
    /// A line begins with `:` and a word that names no block.
    #[error("\u{201c}{0}\u{201d} names no block")]
    UnknownBlock(String),
    /// A block was opened and not closed with `:end`.
    #[error("\u{201c}{0}\u{201d} is not closed with :end")]
    NotClosed(&'static str),
    /// A column of a table is neither millimetres nor `*` followed by l, c or r.
    #[error("\u{201c}{0}\u{201d} is no column: give millimetres or *, then l, c or r")]
    Column(String),
    /// A table row has another number of cells than the table has columns.
    #[error("{found} cells where the table has {wanted} columns")]
    Cells {
        /// Cells in the row.
        found: usize,
        /// Columns of the table.
        wanted: usize,
    },
}
