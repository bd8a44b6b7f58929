//! 预设: a named set of a vote's settings, written in TOML with the words of the count file (`docs/rules.md`, settings of a vote).

use std::num::NonZeroU32;

use serde::Deserialize;
use session::ballot::{HallCounting, SymbolMeaning};
use tally::{Kind, SeatsRule, ValidIf};

use crate::count_file::{CountFileFault, KindWord, Place, RulePlace, RuleShape, parse_path};

/// 民生实事票决
pub const SELECTION: &str = include_str!("../../../../assets/presets/selection.toml");

/// A preset that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {path}: {message}")]
pub struct PresetError {
    /// The file, as the caller gave it
    pub file: String,
    /// Where in it: `$.rule.cap`
    pub path: String,
    /// What is wrong
    pub message: String,
}

/// A preset's name in the languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetName {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

/// The settings of a vote with seats, all but their number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Unique among the presets
    pub id: String,
    /// As shown
    pub name: PresetName,
    /// When the vote as a whole is valid
    pub valid_if: ValidIf,
    /// 每捆张数, 1–100
    pub bundle_size: u32,
    /// What the hall sees while counting
    pub hall: HallCounting,
    /// What is drawn and what it means, in the order of the keys
    pub symbols: Vec<SymbolMeaning>,
    kind: SeatsKind,
    rule: SeatsRule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SeatsKind {
    Selection,
    Election,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetShape {
    id: String,
    name: PresetName,
    kind: SeatsKind,
    valid_if: ValidIf,
    bundle_size: u32,
    hall: HallCounting,
    symbols: Vec<SymbolMeaning>,
    rule: RuleShape,
}

impl Preset {
    /// Returns the kind and rule of a contest with this many seats.
    #[must_use]
    pub fn kind(&self, seats: NonZeroU32) -> Kind {
        let rule = SeatsRule { seats, ..self.rule.clone() };
        match self.kind {
            SeatsKind::Selection => Kind::Selection(rule),
            SeatsKind::Election => Kind::Election(rule),
        }
    }
}

/// Reads a preset.
///
/// # Errors
/// [`PresetError`] with the path of the first fault; unknown keys are refused.
pub fn read_preset(file: &str, text: &str) -> Result<Preset, PresetError> {
    let refuse = |path: String, message: String| PresetError { file: file.to_owned(), path, message };
    let parser = toml::Deserializer::parse(text).map_err(|error| refuse("$".to_owned(), error.message().to_owned()))?;
    let shape: PresetShape = serde_path_to_error::deserialize(parser).map_err(|error| {
        let path = parse_path(error.path()).unwrap_or_else(|_| "$".to_owned());
        refuse(path, error.inner().message().to_owned())
    })?;
    checked(shape).map_err(|(path, fault)| refuse(path, fault.to_string()))
}

fn checked(shape: PresetShape) -> Result<Preset, (String, CountFileFault)> {
    let root = Place::Root;
    if !(1..=100).contains(&shape.bundle_size) {
        let fault = CountFileFault::OutOfRange { found: shape.bundle_size.into(), least: 1, most: 100 };
        return Err((root.key("bundle_size").to_string(), fault));
    }
    let kind = match shape.kind {
        SeatsKind::Selection => KindWord::Selection,
        SeatsKind::Election => KindWord::Election,
    };
    let at = RulePlace { place: &root.key("rule"), kind };
    let rule = shape.rule.seats_rule(at, NonZeroU32::MIN).map_err(|error| (error.path, error.reason))?;
    Ok(Preset {
        id: shape.id,
        name: shape.name,
        valid_if: shape.valid_if,
        bundle_size: shape.bundle_size,
        hall: shape.hall,
        symbols: shape.symbols,
        kind: shape.kind,
        rule,
    })
}
