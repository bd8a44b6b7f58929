//! The keys and types of a count file, before its rules are checked.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Deserializer, de};
use tally::{ContestOption, Control, Mark, Section, SectionRuling, ValidIf, WriteIn};

use super::strict::Strict;
use super::{CountFileError, CountFileFault, RuleShape, parse_path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileShape {
    pub format: String,
    pub control: Control,
    pub valid_if: ValidIf,
    pub contests: Vec<ContestShape>,
    pub sheets: Vec<SheetShape>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KindWord {
    Selection,
    Election,
    Evaluation,
    Motion,
}

impl KindWord {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Selection => "selection",
            Self::Election => "election",
            Self::Evaluation => "evaluation",
            Self::Motion => "motion",
        }
    }

    pub(super) fn has_seats(self) -> bool {
        match self {
            Self::Selection | Self::Election => true,
            Self::Evaluation | Self::Motion => false,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContestShape {
    pub id: String,
    pub kind: KindWord,
    pub title: String,
    #[serde(default, deserialize_with = "present")]
    pub seats: Option<u32>,
    pub options: Vec<ContestOption>,
    #[serde(default, deserialize_with = "present")]
    pub grades: Option<Vec<String>>,
    pub rule: RuleShape,
}

/// A sheet's sections under the ids of their contests, in the order of the file.
pub(crate) struct SheetShape(pub Vec<(String, SectionShape)>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SectionShape {
    pub marks: Vec<Mark>,
    #[serde(default, deserialize_with = "present")]
    pub write_ins: Option<Vec<WriteIn>>,
    #[serde(default, deserialize_with = "present")]
    pub ruling: Option<SectionRuling>,
}

impl From<SectionShape> for Section {
    fn from(shape: SectionShape) -> Self {
        Self {
            marks: shape.marks,
            write_ins: shape.write_ins.unwrap_or_default(),
            ruling: shape.ruling,
        }
    }
}

/// A key that may be left out, but not be `null` instead.
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl<'de> Deserialize<'de> for SheetShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(SheetVisitor)
    }
}

struct SheetVisitor;

impl<'de> de::Visitor<'de> for SheetVisitor {
    type Value = SheetShape;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a sheet: an object with one section for each contest")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<SheetShape, A::Error> {
        let mut seen = BTreeSet::new();
        let mut sections = Vec::new();
        while let Some((contest, section)) = map.next_entry::<String, SectionShape>()? {
            if !seen.insert(contest.clone()) {
                return Err(de::Error::custom(format_args!("duplicate field `{contest}`")));
            }
            sections.push((contest, section));
        }
        Ok(SheetShape(sections))
    }
}

pub(super) fn parse(bytes: &[u8]) -> Result<FileShape, CountFileError> {
    parse_json(bytes).map_err(|(path, message)| CountFileError {
        path,
        reason: CountFileFault::Json { message },
    })
}

/// Returns what `bytes` hold, or the path of what is wrong and the parser's words for it.
pub(crate) fn parse_json<T: de::DeserializeOwned>(bytes: &[u8]) -> Result<T, (String, String)> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err((
            "$".to_owned(),
            "begins with a byte order mark, which JSON does not have".to_owned(),
        ));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let mut track = serde_path_to_error::Track::new();
    let read = T::deserialize(Strict(serde_path_to_error::Deserializer::new(
        &mut deserializer,
        &mut track,
    )));
    let read = read.map_err(|error| {
        (parse_path(&track.path()).unwrap_or_else(|_| "$".to_owned()), on_one_line(&error))
    })?;
    deserializer.end().map_err(|error| ("$".to_owned(), on_one_line(&error)))?;
    Ok(read)
}

/// The parser repeats what stands in the file; line breaks in it would break the one line of the
/// error.
fn on_one_line(error: &serde_json::Error) -> String {
    error
        .to_string()
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] })
        .collect()
}
