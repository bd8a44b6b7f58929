//! Writing a count file: one line per contest and per sheet, so that it can be read and compared by
//! eye.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use session::round::Round;
use tally::{Contest, ContestOption, Control, Kind, Section, Sheet, ValidIf};

use super::FORMAT;
use super::rule::RuleShape;

/// A contest as a count file writes it.
#[derive(Serialize)]
pub(crate) struct ContestLine<'a> {
    id: &'a str,
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    seats: Option<u32>,
    options: &'a [ContestOption],
    #[serde(skip_serializing_if = "Option::is_none")]
    grades: Option<&'a [String]>,
    rule: RuleShape,
}

impl<'a> From<&'a Contest> for ContestLine<'a> {
    fn from(contest: &'a Contest) -> Self {
        let (kind, seats, grades, rule) = match &contest.kind {
            Kind::Selection(rule) => {
                ("selection", Some(rule.seats.get()), None, RuleShape::from(rule))
            }
            Kind::Election(rule) => {
                ("election", Some(rule.seats.get()), None, RuleShape::from(rule))
            }
            Kind::Evaluation(rule) => {
                ("evaluation", None, Some(rule.grades.as_slice()), RuleShape::from(rule))
            }
            Kind::Motion(rule) => ("motion", None, None, RuleShape::from(rule)),
        };
        Self {
            id: &contest.id.0,
            kind,
            title: &contest.title,
            seats,
            options: &contest.options,
            grades,
            rule,
        }
    }
}

struct SheetLine<'a>(&'a [Contest], &'a [Section]);

impl Serialize for SheetLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (contest, section) in self.0.iter().zip(self.1) {
            map.serialize_entry(&contest.id, section)?;
        }
        map.end()
    }
}

/// Returns a counted round of a session as a count file, the sheets in the order of the bundles.
///
/// # Errors
/// Only if the serialiser fails, which no round does.
pub fn count_file_of(round: &Round) -> Result<String, serde_json::Error> {
    let sheets: Vec<Sheet> =
        round.sheet_places().filter_map(|place| round.settled(place)).collect();
    write_count_file(round.contests(), &round.control(), round.ballot().valid_if, &sheets)
}

/// Returns a round as a count file, the sheets in the order given, each with one section per
/// contest.
///
/// # Errors
/// Only if the serialiser fails, which no round does.
pub fn write_count_file(
    contests: &[Contest],
    control: &Control,
    valid_if: ValidIf,
    sheets: &[Sheet],
) -> Result<String, serde_json::Error> {
    let mut text = format!("{{\"format\": \"{FORMAT}\",\n \"control\": ");
    text.push_str(&serde_json::to_string(control)?);
    text.push_str(",\n \"valid_if\": ");
    text.push_str(&serde_json::to_string(&valid_if)?);
    push_lines(&mut text, "contests", contests.iter().map(ContestLine::from))?;
    push_lines(&mut text, "sheets", sheets.iter().map(|sheet| SheetLine(contests, sheet)))?;
    text.push_str("}\n");
    Ok(text)
}

fn push_lines<T: Serialize>(
    text: &mut String,
    key: &str,
    things: impl Iterator<Item = T>,
) -> Result<(), serde_json::Error> {
    let lines = things.map(|thing| serde_json::to_string(&thing)).collect::<Result<Vec<_>, _>>()?;
    text.extend([",\n \"", key, "\": [\n  ", &lines.join(",\n  "), "\n ]"]);
    Ok(())
}
