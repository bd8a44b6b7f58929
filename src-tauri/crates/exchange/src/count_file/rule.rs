//! The `rule` object of a contest; presets write theirs with the same words.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};
use tally::{
    Base, BlankRow, BlankSection, Cap, EvaluationRule, Fraction, IllegibleRow, Least, MotionRule,
    MultiMark, OverCap, Rate, SeatsRule, Shortfall, Threshold, TieRule, WriteInUnmarked, WriteIns,
};

use super::shape::{KindWord, present};
use super::{CountFileError, CountFileFault, Place};

/// Figures after the point of a satisfaction rate.
const MOST_DECIMALS: u8 = 2;

/// Every key a rule can have; which of them it must have depends on the kind of the contest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleShape {
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    threshold: Option<ThresholdOrNull>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    cap: Option<Cap>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    over_cap: Option<OverCap>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    blank_row: Option<BlankRow>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    blank_section: Option<BlankSection>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    illegible_row: Option<IllegibleRow>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    write_ins: Option<WriteIns>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    write_in_unmarked: Option<WriteInUnmarked>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    tie: Option<TieRule>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    shortfall: Option<Shortfall>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    multi_mark: Option<MultiMark>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    rate: Option<Rate>,
}

/// `null` is a setting of its own: most votes only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
struct ThresholdOrNull(Option<ThresholdShape>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThresholdShape {
    base: Base,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    over: Option<(u32, u32)>,
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    at_least: Option<(u32, u32)>,
}

type Checked<T> = Result<T, CountFileError>;

/// Where a rule stands, and in a contest of which kind.
#[derive(Clone, Copy)]
pub(crate) struct RulePlace<'a> {
    pub place: &'a Place<'a>,
    pub kind: KindWord,
}

impl RulePlace<'_> {
    pub(super) fn need<T>(&self, key: &str, value: Option<T>) -> Checked<T> {
        value.ok_or_else(|| {
            self.place.key(key).refuse(CountFileFault::Missing { kind: self.kind.word() })
        })
    }

    pub(crate) fn refuse_any(&self, keys: &[(&str, bool)]) -> Checked<()> {
        match keys.iter().find(|(_, stands_there)| *stands_there) {
            Some((key, _)) => {
                Err(self.place.key(key).refuse(CountFileFault::NotHere { kind: self.kind.word() }))
            }
            None => Ok(()),
        }
    }
}

impl RuleShape {
    /// The rule of a selection or an election.
    pub(crate) fn seats_rule(self, at: RulePlace<'_>, seats: NonZeroU32) -> Checked<SeatsRule> {
        at.refuse_any(&[("multi_mark", self.multi_mark.is_some()), ("rate", self.rate.is_some())])?;
        Ok(SeatsRule {
            seats,
            threshold: threshold(at, self.threshold)?,
            cap: at.need("cap", self.cap)?,
            over_cap: at.need("over_cap", self.over_cap)?,
            blank_row: at.need("blank_row", self.blank_row)?,
            blank_section: at.need("blank_section", self.blank_section)?,
            illegible_row: at.need("illegible_row", self.illegible_row)?,
            write_ins: at.need("write_ins", self.write_ins)?,
            write_in_unmarked: at.need("write_in_unmarked", self.write_in_unmarked)?,
            tie: at.need("tie", self.tie)?,
            shortfall: at.need("shortfall", self.shortfall)?,
        })
    }

    pub(crate) fn motion_rule(self, at: RulePlace<'_>) -> Checked<MotionRule> {
        self.refuse_keys_of_seats(at)?;
        at.refuse_any(&[("multi_mark", self.multi_mark.is_some()), ("rate", self.rate.is_some())])?;
        Ok(MotionRule {
            threshold: threshold(at, self.threshold)?,
            blank_row: at.need("blank_row", self.blank_row)?,
            blank_section: at.need("blank_section", self.blank_section)?,
            illegible_row: at.need("illegible_row", self.illegible_row)?,
        })
    }

    pub(crate) fn evaluation_rule(
        self,
        at: RulePlace<'_>,
        grades: Vec<String>,
    ) -> Checked<EvaluationRule> {
        self.refuse_keys_of_seats(at)?;
        at.refuse_any(&[("threshold", self.threshold.is_some())])?;
        let blank_row = at.need("blank_row", self.blank_row)?;
        if blank_row == BlankRow::For {
            return Err(at.place.key("blank_row").refuse(CountFileFault::BlankIsNoGrade));
        }
        let rate = at.need("rate", self.rate)?;
        check_rate(&at.place.key("rate"), &rate, grades.len())?;
        Ok(EvaluationRule {
            grades,
            blank_row,
            blank_section: at.need("blank_section", self.blank_section)?,
            illegible_row: at.need("illegible_row", self.illegible_row)?,
            multi_mark: at.need("multi_mark", self.multi_mark)?,
            rate,
        })
    }

    /// Where nothing is said of a blank section, it means what usually goes with a blank row: a
    /// preset may leave it out, a count file may not.
    pub(crate) fn with_usual_blank_section(self) -> Self {
        let blank_section = self.blank_section.or(self.blank_row.map(BlankSection::usual));
        Self { blank_section, ..self }
    }

    fn refuse_keys_of_seats(&self, at: RulePlace<'_>) -> Checked<()> {
        at.refuse_any(&[
            ("cap", self.cap.is_some()),
            ("over_cap", self.over_cap.is_some()),
            ("write_ins", self.write_ins.is_some()),
            ("write_in_unmarked", self.write_in_unmarked.is_some()),
            ("tie", self.tie.is_some()),
            ("shortfall", self.shortfall.is_some()),
        ])
    }
}

fn threshold(at: RulePlace<'_>, shape: Option<ThresholdOrNull>) -> Checked<Option<Threshold>> {
    let Some(shape) = at.need("threshold", shape)?.0 else { return Ok(None) };
    let place = at.place.key("threshold");
    let least = match (shape.over, shape.at_least) {
        (Some(pair), None) => Least::Over(fraction(&place.key("over"), pair)?),
        (None, Some(pair)) => Least::AtLeast(fraction(&place.key("at_least"), pair)?),
        (None, None) | (Some(_), Some(_)) => {
            return Err(place.refuse(CountFileFault::OverOrAtLeast));
        }
    };
    Ok(Some(Threshold { base: shape.base, least }))
}

fn fraction(place: &Place<'_>, (numerator, denominator): (u32, u32)) -> Checked<Fraction> {
    Fraction::new(numerator, denominator)
        .map_err(|_| place.refuse(CountFileFault::NoFraction { numerator, denominator }))
}

fn check_rate(place: &Place<'_>, rate: &Rate, grades: usize) -> Checked<()> {
    if rate.decimals > MOST_DECIMALS {
        let found = u64::from(rate.decimals);
        return Err(place.key("decimals").refuse(CountFileFault::OutOfRange {
            found,
            least: 0,
            most: MOST_DECIMALS.into(),
        }));
    }
    let list = place.key("grades");
    for (index, grade) in rate.grades.iter().enumerate() {
        if usize::from(*grade) >= grades {
            let most = u64::try_from(grades.saturating_sub(1)).unwrap_or(u64::MAX);
            return Err(list.item(index).refuse(CountFileFault::OutOfRange {
                found: u64::from(*grade),
                least: 0,
                most,
            }));
        }
        if rate.grades.iter().take(index).any(|earlier| earlier == grade) {
            return Err(list
                .item(index)
                .refuse(CountFileFault::Twice { value: grade.to_string() }));
        }
    }
    Ok(())
}

impl From<&SeatsRule> for RuleShape {
    fn from(rule: &SeatsRule) -> Self {
        Self {
            threshold: Some(rule.threshold.into()),
            cap: Some(rule.cap),
            over_cap: Some(rule.over_cap),
            blank_row: Some(rule.blank_row),
            blank_section: Some(rule.blank_section),
            illegible_row: Some(rule.illegible_row),
            write_ins: Some(rule.write_ins),
            write_in_unmarked: Some(rule.write_in_unmarked),
            tie: Some(rule.tie),
            shortfall: Some(rule.shortfall),
            ..Self::default()
        }
    }
}

impl From<&MotionRule> for RuleShape {
    fn from(rule: &MotionRule) -> Self {
        Self {
            threshold: Some(rule.threshold.into()),
            blank_row: Some(rule.blank_row),
            blank_section: Some(rule.blank_section),
            illegible_row: Some(rule.illegible_row),
            ..Self::default()
        }
    }
}

impl From<&EvaluationRule> for RuleShape {
    fn from(rule: &EvaluationRule) -> Self {
        Self {
            blank_row: Some(rule.blank_row),
            blank_section: Some(rule.blank_section),
            illegible_row: Some(rule.illegible_row),
            multi_mark: Some(rule.multi_mark),
            rate: Some(rule.rate.clone()),
            ..Self::default()
        }
    }
}

impl From<Option<Threshold>> for ThresholdOrNull {
    fn from(threshold: Option<Threshold>) -> Self {
        Self(threshold.map(ThresholdShape::from))
    }
}

impl From<Threshold> for ThresholdShape {
    fn from(threshold: Threshold) -> Self {
        let (over, at_least) = match threshold.least {
            Least::Over(fraction) => (Some(fraction.into()), None),
            Least::AtLeast(fraction) => (None, Some(fraction.into())),
        };
        Self { base: threshold.base, over, at_least }
    }
}
