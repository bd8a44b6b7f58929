//! 等次: how few wrong sheets could give a row of an evaluation another level.

use crate::{
    AbstentionBase, Assessment, AtHalf, Band, Base, Control, EvaluationRow, EvaluationRule, Levels,
};

/// Returns the least number of sheets that could; `None` where rows have no levels.
pub(super) fn sheets_to_another_level(
    assessment: &Assessment,
    rule: &EvaluationRule,
    row: &EvaluationRow,
    control: &Control,
) -> Option<u32> {
    let base = assessment.base(rule, row, control);
    match &assessment.levels {
        Levels::None => None,
        Levels::Counts { .. } | Levels::Rate { .. } if base == 0 => Some(1),
        Levels::Counts { at_half, by_level } => {
            let half = |level| by_level.get(level).unwrap_or(at_half);
            sheets_to_another_count(row, base, half)
        }
        Levels::Rate { bands } => sheets_to_another_band(assessment, rule, row, base, bands),
    }
}

/// By counts: the grades so good move by one a sheet against their half. The worst level has no
/// half to reach.
fn sheets_to_another_count<'a>(
    row: &EvaluationRow,
    base: u32,
    half: impl Fn(usize) -> &'a AtHalf,
) -> Option<u32> {
    let (_, bounded) = row.grades.split_last()?;
    let mut as_good = 0_u32;
    let mut least: Option<u32> = None;
    for (level, times) in bounded.iter().enumerate() {
        as_good += *times;
        let needed = half(level).needed(base);
        let reached = as_good >= needed;
        let sheets = if reached { as_good - needed + 1 } else { needed - as_good };
        least = Some(least.map_or(sheets, |least| least.min(sheets)));
        if reached {
            break;
        }
    }
    least
}

/// By the rate: one sheet moves it by the difference of the best and the worst grade, or by what
/// comes into the base or leaves it.
fn sheets_to_another_band(
    assessment: &Assessment,
    rule: &EvaluationRule,
    row: &EvaluationRow,
    base: u32,
    bands: &[Band],
) -> Option<u32> {
    let weights = (0_u8..).zip(&row.grades).map(|(grade, _)| assessment.weight(rule, grade));
    let best = weights.clone().max().unwrap_or(0);
    // What is no grade but in the base, an abstention or a void row, is worth nothing.
    let worst = match (assessment.abstention_base, rule.rate.base) {
        (AbstentionBase::LeftOut, Base::Valid) => weights.min().unwrap_or(0),
        (AbstentionBase::LeftOut, Base::Returned | Base::Present | Base::AllDeputies)
        | (AbstentionBase::Counted, _) => 0,
    };
    let (base, reached) = (u64::from(base), assessment.hundredths(rule, row) * 100);
    let sheets = |band: &Band| {
        let at_least = u64::from(band.at_least);
        let bound = at_least * base;
        // A sheet out of the base counts neither for the bound nor against it: as if just at it.
        let a_sheet = (best * 100).max(at_least) - (worst * 100).min(at_least);
        if reached >= bound {
            (reached - bound).checked_div(a_sheet)?.checked_add(1)
        } else {
            (bound - reached).checked_add(a_sheet.checked_sub(1)?)?.checked_div(a_sheet)
        }
    };
    // What every row reaches is no bound; a row without any base has no level at all.
    let bounds = bands.iter().filter(|band| band.at_least > 0).filter_map(sheets);
    bounds.chain([base]).min().and_then(|least| u32::try_from(least).ok())
}
