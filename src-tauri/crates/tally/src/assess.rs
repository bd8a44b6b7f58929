//! 测评等次: what the grades of a row come to beyond its rate in the count file (`docs/rules.md`,
//! satisfaction rate and evaluation level).
//!
//! The count file states the plain rate of grades over a base. Weights, a base without abstentions
//! and levels are settings on top of the same counts, so a count file stays what everybody can
//! recount. Integers only.

use serde::{Deserialize, Serialize};

use crate::outcome::per_cent;
use crate::{Control, EvaluationRow, EvaluationRule, Fraction};

/// 弃权 or 不了解: what a row without a grade is called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AbstentionWord {
    /// 弃权.
    #[default]
    Abstain,
    /// 不了解.
    DontKnow,
}

/// 弃权计入基数: whether abstentions are part of the base of rates and levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AbstentionBase {
    /// 计入.
    #[default]
    Counted,
    /// 不计入: the base is smaller by the row's abstentions.
    LeftOut,
}

/// At exactly half of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AtHalf {
    /// Half is enough (半数以上).
    Enough,
    /// More than half is needed (过半数).
    NotEnough,
}

impl AtHalf {
    /// Returns the least number that has half of `base`.
    pub(crate) fn needed(self, base: u32) -> u32 {
        match self {
            Self::Enough => Fraction::HALF.least_at_least(base),
            Self::NotEnough => Fraction::HALF.least_over(base),
        }
    }
}

/// 等次区间: a level and the least rate that reaches it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// 等次.
    pub label: String,
    /// In hundredths of a per cent, 0–10,000; that rate included.
    pub at_least: u32,
}

/// 等次: how a row gets one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum Levels {
    /// 不定等次.
    #[default]
    None,
    /// The best grade that, with all better ones, has half of the base; else the worst.
    Counts {
        /// At exactly half, of every level that [`by_level`](Self::Counts::by_level) leaves out.
        at_half: AtHalf,
        /// At exactly half, level by level from the best, where they differ: 半数以上 may be 满意 and
        /// 不足半数(含半数) 不满意 in one and the same 办法. None for the worst, which has no bound.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<AtHalf>>"))]
        by_level: Vec<AtHalf>,
    },
    /// By the rate, the best band first, the last one from 0.
    Rate {
        /// Each lower than the one before.
        bands: Vec<Band>,
    },
}

/// 测评办法: how grades become a rate and a level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// 权重 of each grade in per cent, 0–100, best first; empty where the rate counts grades.
    #[serde(default)]
    pub weights: Vec<u8>,
    /// What a row without a grade is called.
    #[serde(default)]
    pub abstention: AbstentionWord,
    /// Whether abstentions are part of the base.
    #[serde(default)]
    pub abstention_base: AbstentionBase,
    /// How a row gets its level.
    #[serde(default)]
    pub levels: Levels,
    /// 各等次占比: whether the share of every grade is told beside the rate of a row.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub shares: bool,
    /// 总体满意率: whether the rate over all rows is told beside those of the rows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub overall: bool,
}

/// What an assessment says of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Assessed {
    /// 满意率 in per cent, exact, half up; `None` if its base is 0.
    pub rate: Option<String>,
    /// 等次; `None` without levels or if the base is 0.
    pub level: Option<String>,
}

/// 总体: what an assessment says of all rows together, their numbers added up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Overall {
    /// 总体满意率 in per cent, exact, half up; `None` if its base is 0.
    pub rate: Option<String>,
    /// The share of every grade in per cent, best first; `None` if its base is 0.
    pub shares: Vec<Option<String>>,
}

/// An assessment that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AssessmentFault {
    /// One weight for each grade, none over 100, none above that of a better grade.
    #[error("one weight from 0 to 100 for each grade, none above a better grade's")]
    Weights,
    /// One word on exactly half for each level but the worst, or for none.
    #[error("what half comes to is said of every level but the worst, or of none by itself")]
    AtHalf,
    /// Bands fall, the last one starts at 0, none over 100 %.
    #[error("levels by rate fall to 0, none above 100 per cent")]
    Bands,
}

impl Assessment {
    /// Returns the weights that are usual for so many grades: from 100 for the best down to 0 in
    /// even steps, rounded half up.
    #[must_use]
    pub fn usual_weights(grades: u8) -> Vec<u8> {
        let Some(last) = grades.checked_sub(1).filter(|last| *last > 0) else { return Vec::new() };
        let steps = u32::from(last);
        let weight = |grade: u8| {
            let left = u32::from(last - grade);
            u8::try_from((200 * left + steps) / (2 * steps)).unwrap_or(100)
        };
        (0..grades).map(weight).collect()
    }

    /// Tells whether the assessment can be used with a rule.
    ///
    /// # Errors
    /// Which of its parts is wrong.
    pub fn check(&self, rule: &EvaluationRule) -> Result<(), AssessmentFault> {
        let fall = self.weights.is_sorted_by(|better, worse| better >= worse)
            && self.weights.iter().all(|weight| *weight <= 100);
        if !self.weights.is_empty() && (self.weights.len() != rule.grades.len() || !fall) {
            return Err(AssessmentFault::Weights);
        }
        match &self.levels {
            Levels::None => Ok(()),
            Levels::Counts { by_level, .. } => {
                let said = by_level.is_empty() || by_level.len() + 1 == rule.grades.len();
                if said { Ok(()) } else { Err(AssessmentFault::AtHalf) }
            }
            Levels::Rate { bands } => check_bands(bands),
        }
    }

    /// Returns the rate and the level of a row counted under `rule`.
    #[must_use]
    pub fn assess(
        &self,
        rule: &EvaluationRule,
        row: &EvaluationRow,
        control: &Control,
    ) -> Assessed {
        let base = self.base(rule, row, control);
        let hundredths = self.hundredths(rule, row);
        Assessed {
            rate: per_cent(hundredths, u64::from(base) * 100, rule.rate.decimals),
            level: if base == 0 { None } else { self.level(rule, row, base, hundredths) },
        }
    }

    /// Returns the share of every grade of a row in per cent, best first, of the base of its rate
    /// and with as many decimals, exact, half up; `None` for each if the base is 0.
    #[must_use]
    pub fn shares(
        &self,
        rule: &EvaluationRule,
        row: &EvaluationRow,
        control: &Control,
    ) -> Vec<Option<String>> {
        let base = self.base(rule, row, control);
        let share = |times: &u32| per_cent((*times).into(), base.into(), rule.rate.decimals);
        row.grades.iter().map(share).collect()
    }

    /// Returns the rate and the shares of all rows together: numerators and bases added up over the
    /// rows, so that a row of more sheets weighs more.
    #[must_use]
    pub fn overall(
        &self,
        rule: &EvaluationRule,
        rows: &[EvaluationRow],
        control: &Control,
    ) -> Overall {
        let base: u64 = rows.iter().map(|row| u64::from(self.base(rule, row, control))).sum();
        let hundredths: u64 = rows.iter().map(|row| self.hundredths(rule, row)).sum();
        let decimals = rule.rate.decimals;
        let given = |grade: usize| -> u64 {
            rows.iter().filter_map(|row| row.grades.get(grade)).copied().map(u64::from).sum()
        };
        Overall {
            rate: per_cent(hundredths, base * 100, decimals),
            shares: (0..rule.grades.len())
                .map(|grade| per_cent(given(grade), base, decimals))
                .collect(),
        }
    }

    /// Never below nought: a base of people may hold fewer than have abstained on papers.
    pub(crate) fn base(
        &self,
        rule: &EvaluationRule,
        row: &EvaluationRow,
        control: &Control,
    ) -> u32 {
        let whole = control.base_value(rule.rate.base, row.graded() + row.abstain);
        match self.abstention_base {
            AbstentionBase::Counted => whole,
            AbstentionBase::LeftOut => whole.saturating_sub(row.abstain),
        }
    }

    /// The numerator of the rate, each grade weighted in per cent: at most 255 for each of five
    /// grades, far from what a `u64` holds.
    pub(crate) fn hundredths(&self, rule: &EvaluationRule, row: &EvaluationRow) -> u64 {
        (0_u8..)
            .zip(&row.grades)
            .map(|(grade, times)| self.weight(rule, grade) * u64::from(*times))
            .sum()
    }

    /// What a grade adds to the rate, in per cent.
    pub(crate) fn weight(&self, rule: &EvaluationRule, grade: u8) -> u64 {
        let chosen = if rule.rate.grades.contains(&grade) { 100 } else { 0 };
        self.weights.get(usize::from(grade)).map_or(chosen, |weight| u64::from(*weight))
    }

    fn level(
        &self,
        rule: &EvaluationRule,
        row: &EvaluationRow,
        base: u32,
        hundredths: u64,
    ) -> Option<String> {
        match &self.levels {
            Levels::None => None,
            Levels::Counts { at_half, by_level } => {
                level_by_counts(rule, row, base, |level| *by_level.get(level).unwrap_or(at_half))
            }
            Levels::Rate { bands } => {
                let reaches =
                    |band: &&Band| hundredths * 100 >= u64::from(band.at_least) * u64::from(base);
                bands.iter().find(reaches).map(|band| band.label.clone())
            }
        }
    }
}

fn level_by_counts(
    rule: &EvaluationRule,
    row: &EvaluationRow,
    base: u32,
    at_half: impl Fn(usize) -> AtHalf,
) -> Option<String> {
    let mut as_good = 0_u32;
    let reached = rule.grades.iter().zip(&row.grades).enumerate().find(|(level, (_, times))| {
        as_good += **times;
        as_good >= at_half(*level).needed(base)
    });
    reached.map(|(_, (label, _))| label).or_else(|| rule.grades.last()).cloned()
}

fn check_bands(bands: &[Band]) -> Result<(), AssessmentFault> {
    let fall = bands.is_sorted_by(|better, worse| {
        better.at_least > worse.at_least && better.at_least <= 10_000
    });
    let named = bands.iter().all(|band| !band.label.trim().is_empty());
    let whole = bands.last().is_some_and(|band| band.at_least == 0);
    if fall && named && whole { Ok(()) } else { Err(AssessmentFault::Bands) }
}
