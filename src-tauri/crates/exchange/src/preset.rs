//! 预设: a named set of a vote's settings, written in TOML with the words of the count file
//! (`docs/rules.md`, settings of a vote).
//!
//! A preset is a ballot without its rows: a form starts from it. An office adds its own files to
//! those that ship.

use std::num::NonZeroU32;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use session::BallotId;
use session::ballot::election::Election;
use session::ballot::{
    Ballot, BallotContest, HallCounting, OptionOrder, ResultOrder, SymbolMeaning,
};
use session::floor::hands::Motion;
use tally::{Assessment, Contest, ContestId, Fraction, Kind, ValidIf};

use crate::count_file::{
    CountFileError, CountFileFault, KindWord, Place, RulePlace, RuleShape, checked_grades,
    parse_path,
};

/// 民生实事票决.
pub const SELECTION: (&str, &str) =
    ("selection.toml", include_str!("../../../../assets/presets/selection.toml"));

/// 满意度测评.
pub const EVALUATION: (&str, &str) =
    ("evaluation.toml", include_str!("../../../../assets/presets/evaluation.toml"));

/// The presets that ship, by file name.
pub const SHIPPED: [(&str, &str); 7] = [
    SELECTION,
    ("chief.toml", include_str!("../../../../assets/presets/chief.toml")),
    ("deputy.toml", include_str!("../../../../assets/presets/deputy.toml")),
    EVALUATION,
    ("proposals.toml", include_str!("../../../../assets/presets/proposals.toml")),
    ("review.toml", include_str!("../../../../assets/presets/review.toml")),
    ("motion.toml", include_str!("../../../../assets/presets/motion.toml")),
];

/// 主席团表决, decided by hand.
pub const PRESIDIUM: (&str, &str) =
    ("presidium.toml", include_str!("../../../../assets/presets/presidium.toml"));

/// A preset that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {path}: {message}")]
pub struct PresetError {
    /// The file, as the caller gave it.
    pub file: String,
    /// Where in it: `$.rule.cap`.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

/// A preset's name in the languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PresetName {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: String,
}

/// The settings of a vote: a form starts from them, or adds their contest to a ballot with several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Preset {
    /// Unique among the presets.
    pub id: String,
    /// As shown.
    pub name: PresetName,
    /// The ballot, without contests; `{year}` and `{last_year}` in its titles are the session's.
    pub ballot: Ballot,
    /// The contest, without rows.
    pub contest: BallotContest,
}

/// The settings of a vote without paper: a form starts from its motion, whose title is still to be
/// typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct HandPreset {
    /// Unique among the presets.
    pub id: String,
    /// As shown.
    pub name: PresetName,
    /// Who votes, how, and what it takes.
    pub motion: Motion,
}

impl HandPreset {
    /// Returns the presets that ship.
    ///
    /// # Errors
    /// [`PresetError`], which a test of the files rules out.
    pub fn shipped() -> Result<Vec<Self>, PresetError> {
        Ok(vec![parsed(PRESIDIUM.0, PRESIDIUM.1)?])
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetShape {
    id: String,
    name: PresetName,
    kind: KindWord,
    ballot: String,
    contest: String,
    colour: String,
    valid_if: ValidIf,
    bundle_size: u32,
    hall: HallCounting,
    quorum: Option<(u32, u32)>,
    departure_reason: Option<String>,
    symbols: Vec<SymbolMeaning>,
    #[serde(default)]
    order: OptionOrder,
    #[serde(default)]
    result_order: ResultOrder,
    #[serde(default)]
    row_noun: String,
    grades: Option<Vec<String>>,
    election: Option<Election>,
    assessment: Option<Assessment>,
    rule: RuleShape,
}

impl Preset {
    /// Returns the presets that ship.
    ///
    /// # Errors
    /// [`PresetError`], which a test of the files rules out.
    pub fn shipped() -> Result<Vec<Self>, PresetError> {
        SHIPPED.iter().map(|(file, text)| read_preset(file, text)).collect()
    }

    /// Returns the one that ships for the evaluation of last year's projects.
    ///
    /// # Errors
    /// [`PresetError`], which a test of the file rules out.
    pub fn evaluation() -> Result<Self, PresetError> {
        read_preset(EVALUATION.0, EVALUATION.1)
    }

    /// Returns the kind and rule of a contest with this many seats.
    #[must_use]
    pub fn kind(&self, seats: NonZeroU32) -> Kind {
        let mut kind = self.contest.contest.kind.clone();
        match &mut kind {
            Kind::Selection(rule) | Kind::Election(rule) => rule.seats = seats,
            Kind::Evaluation(_) | Kind::Motion(_) => {}
        }
        kind
    }

    /// Returns the preset for a session held in `year`: last year's projects are evaluated, this
    /// year's chosen.
    #[must_use]
    pub fn in_year(mut self, year: i32) -> Self {
        let named = |title: &str| {
            title
                .replace("{year}", &year.to_string())
                .replace("{last_year}", &(year - 1).to_string())
        };
        self.ballot.title = named(&self.ballot.title);
        self.contest.contest.title = named(&self.contest.contest.title);
        self
    }
}

/// Reads a preset.
///
/// # Errors
/// [`PresetError`] with the path of the first fault; unknown keys are refused.
pub fn read_preset(file: &str, text: &str) -> Result<Preset, PresetError> {
    checked(parsed(file, text)?).map_err(|(path, message)| PresetError {
        file: file.to_owned(),
        path,
        message,
    })
}

fn parsed<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, PresetError> {
    let refuse =
        |path: String, message: String| PresetError { file: file.to_owned(), path, message };
    let parser = toml::Deserializer::parse(text)
        .map_err(|error| refuse("$".to_owned(), error.message().to_owned()))?;
    serde_path_to_error::deserialize(parser).map_err(|error| {
        let path = parse_path(error.path()).unwrap_or_else(|_| "$".to_owned());
        refuse(path, error.inner().message().to_owned())
    })
}

type Checked<T> = Result<T, (String, String)>;

fn checked(shape: PresetShape) -> Checked<Preset> {
    let root = Place::Root;
    if !(1..=100).contains(&shape.bundle_size) {
        let fault =
            CountFileFault::OutOfRange { found: shape.bundle_size.into(), least: 1, most: 100 };
        return Err(path_and_reason(root.key("bundle_size").refuse(fault)));
    }
    let quorum = quorum(&root, shape.quorum)?;
    let (election, assessment) = (shape.election.as_ref(), shape.assessment.as_ref());
    check_belongings(&root, shape.kind, election, assessment).map_err(path_and_reason)?;
    let kind = kind(&root, shape.kind, shape.grades, shape.rule).map_err(path_and_reason)?;
    if let (Kind::Evaluation(rule), Some(assessment)) = (&kind, assessment) {
        assessment
            .check(rule)
            .map_err(|fault| (root.key("assessment").to_string(), fault.to_string()))?;
    }
    let contest = Contest {
        id: ContestId(shape.id.clone()),
        title: shape.contest,
        options: Vec::new(),
        kind,
    };
    if let Some(index) = shape.symbols.iter().position(|meaning| !contest.allows(meaning.mark)) {
        let fault = "a mark that no row of this kind of vote can hold";
        return Err((root.key("symbols").item(index).key("mark").to_string(), fault.to_owned()));
    }
    let contest = BallotContest {
        order: shape.order,
        result_order: shape.result_order,
        row_noun: shape.row_noun,
        election: shape.election,
        assessment: matches!(contest.kind, Kind::Evaluation(_))
            .then(|| shape.assessment.unwrap_or_default()),
        ..BallotContest::of(contest, shape.symbols)
    };
    let ballot = Ballot {
        colour: shape.colour,
        valid_if: shape.valid_if,
        bundle_size: shape.bundle_size,
        hall: shape.hall,
        quorum,
        departure_reason: shape.departure_reason,
        ..Ballot::of(BallotId(shape.id.clone()), shape.ballot, Vec::new())
    };
    Ok(Preset { id: shape.id, name: shape.name, ballot, contest })
}

fn quorum(root: &Place<'_>, pair: Option<(u32, u32)>) -> Checked<Fraction> {
    let Some((numerator, denominator)) = pair else { return Ok(Fraction::TWO_THIRDS) };
    Fraction::new(numerator, denominator)
        .map_err(|error| (root.key("quorum").to_string(), error.to_string()))
}

fn kind(
    root: &Place<'_>,
    kind: KindWord,
    grades: Option<Vec<String>>,
    rule: RuleShape,
) -> Result<Kind, CountFileError> {
    let place = root.key("rule");
    let (here, at) = (RulePlace { place: root, kind }, RulePlace { place: &place, kind });
    here.refuse_any(&[("grades", grades.is_some() && kind != KindWord::Evaluation)])?;
    let rule = rule.with_usual_blank_section();
    match kind {
        KindWord::Selection => rule.seats_rule(at, NonZeroU32::MIN).map(Kind::Selection),
        KindWord::Election => rule.seats_rule(at, NonZeroU32::MIN).map(Kind::Election),
        KindWord::Motion => rule.motion_rule(at).map(Kind::Motion),
        KindWord::Evaluation => {
            rule.evaluation_rule(at, checked_grades(here, grades)?).map(Kind::Evaluation)
        }
    }
}

/// A post belongs to an election, weights and levels to an evaluation.
fn check_belongings(
    root: &Place<'_>,
    kind: KindWord,
    election: Option<&Election>,
    assessment: Option<&Assessment>,
) -> Result<(), CountFileError> {
    RulePlace { place: root, kind }.refuse_any(&[
        ("election", election.is_some() && kind != KindWord::Election),
        ("assessment", assessment.is_some() && kind != KindWord::Evaluation),
    ])
}

fn path_and_reason(error: CountFileError) -> (String, String) {
    (error.path, error.reason.to_string())
}
