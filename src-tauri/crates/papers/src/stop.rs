//! What stops a paper before the first byte, so that a window can say where to put it right: a
//! character that nobody draws, with its place in the session; a face on record that this machine
//! has not.

use serde::Serialize;
use session::Session;
use session::paper::{FaceRole, PaperKind};

use crate::PaperError;
use crate::of_session::places::{lines, places};
use crate::text::{TextFault, TooMuch};

/// What stops a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "stop", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", ts(rename = "PaperStop"))]
pub enum Stop {
    /// No face draws a character.
    MissingCharacter {
        character: String,
        /// Its number in Unicode: “U+E000”.
        code: String,
        place: Place,
    },
    /// A face on record is not on this machine.
    FaceNotHere {
        /// The role it plays.
        role: FaceRole,
        family: String,
        /// Another file here has a face of that name.
        has_namesake: bool,
    },
    /// A name makes the ballot longer: all rows are as tall as the tallest.
    LongName {
        place: Place,
        /// Pages of the ballot.
        pages: u32,
        /// Pages without the long name.
        without: u32,
    },
    /// A row, or lines that stay together, is taller than a page.
    TooTall { place: Place },
    /// The text asks for more than is set: lines, repetitions, pages.
    TooMuch { place: Place, asked: TooMuch },
    /// The ballot takes more than one page.
    SeveralPages { pages: u32 },
}

/// Where a text of a paper comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "at", rename_all = "snake_case")]
#[cfg_attr(feature = "ts", ts(rename = "TextPlace"))]
pub enum Place {
    /// The session's name or place.
    Meeting,
    /// A deputy, with what is noted of them.
    Deputy {
        /// Number on the roster.
        number: u32,
        name: String,
    },
    /// An observer, or somebody on the staff.
    Person { name: String },
    /// A title: of a ballot, a question, a motion, a project of last year.
    Title { title: String },
    /// A row of a ballot, with its facts.
    Row {
        /// Title of the question.
        contest: String,
        /// From 1.
        row: u32,
        name: String,
    },
    /// An item of the agenda, or what was noted of it.
    AgendaItem { item: String },
    /// A line of the secretary's own text of the paper.
    Line {
        /// From 1.
        line: u32,
    },
    /// Nothing of the session: the text as the paper has it.
    Text { text: String },
}

/// Returns what stopped a paper, where the session or the machine can put it right.
#[must_use]
pub fn stopped_by(session: &Session, of: &PaperKind, error: &PaperError) -> Option<Stop> {
    stop_of(error, places(session).into_iter().chain(lines(session, of)))
}

fn in_line(line: u32, asked: TooMuch) -> Stop {
    Stop::TooMuch { place: Place::Line { line }, asked }
}

/// The same, with the texts it may come from, each with its place.
pub(crate) fn stop_of(
    error: &PaperError,
    texts: impl IntoIterator<Item = (Place, String)>,
) -> Option<Stop> {
    let place = |of: &str, found: Option<(Place, String)>| {
        found.map_or_else(|| Place::Text { text: of.to_owned() }, |(place, _)| place)
    };
    match error {
        PaperError::Missing(missing) => {
            let found = texts.into_iter().find(|(_, text)| text.contains(missing.character));
            let place = place(&missing.text, found);
            let code = format!("U+{:04X}", u32::from(missing.character));
            Some(Stop::MissingCharacter { character: missing.character.to_string(), code, place })
        }
        PaperError::FaceNotHere { role, family, has_namesake } => Some(Stop::FaceNotHere {
            role: *role,
            family: family.clone(),
            has_namesake: *has_namesake,
        }),
        PaperError::TooTall { text } => {
            // What does not fit is told with its number in front, and is the longest of its kind.
            let named = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let begins: String = named.trim_start().chars().take(8).collect();
            let found = texts
                .into_iter()
                .filter(|(_, other)| !begins.is_empty() && other.contains(&begins))
                .max_by_key(|(_, other)| other.chars().count());
            Some(Stop::TooTall { place: place(text, found) })
        }
        PaperError::TooMuch { line: 0, text, asked } => {
            let (words, mut texts) = (text.trim(), texts.into_iter());
            let found = texts.find(|(_, other)| !words.is_empty() && other.contains(words));
            Some(Stop::TooMuch { place: place(text, found), asked: *asked })
        }
        PaperError::TooMuch { line, asked, .. } => {
            Some(in_line(u32::try_from(*line).unwrap_or(u32::MAX), *asked))
        }
        PaperError::Text { faults } => faults.iter().find_map(|fault| match fault {
            TextFault::TooMuch { line, asked } => Some(in_line(*line, *asked)),
            TextFault::Unknown { .. } | TextFault::Missing { .. } | TextFault::Command { .. } => {
                None
            }
        }),
        PaperError::NotInTheSession
        | PaperError::Font { .. }
        | PaperError::NotEmbeddable { .. }
        | PaperError::Subset { .. }
        | PaperError::Field { .. }
        | PaperError::Markup { .. }
        | PaperError::TooWide { .. }
        | PaperError::Qr { .. }
        | PaperError::Write(_) => None,
    }
}
