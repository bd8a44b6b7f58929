//! The settings of an evaluation.

use tally::{AbstentionBase, Assessment, AtHalf, Base, EvaluationRule, Levels, MultiMark};

use super::contest::Part;
use super::{Said, Setting, SettingView, english};
use crate::floor::meeting::chinese_number;
use crate::views::wording;

pub(super) fn settings(part: &Part<'_>, rule: &EvaluationRule) -> Vec<SettingView> {
    let assessment = part.entry.assessment.clone().unwrap_or_default();
    let order = part.result_order();
    let told = told(part, &assessment);
    vec![
        SettingView::of(Setting::Grades, grades(part, rule, &assessment)),
        SettingView::of(Setting::Rate, rate(rule, &assessment)),
        SettingView::of(Setting::Blank, reading(part, rule)),
        SettingView::of(Setting::Levels, levels(rule, &assessment.levels)),
        SettingView::of(Setting::Told, Said::of(told.zh + &order.zh, told.en + " " + &order.en)),
    ]
}

fn quoted(words: &[String], between: &str) -> String {
    words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(between)
}

fn grades(part: &Part<'_>, rule: &EvaluationRule, assessment: &Assessment) -> Said {
    let sign = part.entry.symbols.first().map_or("", |meaning| wording::sign(meaning.symbol));
    let number = chinese_number(u16::try_from(rule.grades.len()).unwrap_or(u16::MAX));
    let (grades, listed) = if assessment.weights.is_empty() {
        (quoted(&rule.grades, "、"), quoted(&rule.grades, ", "))
    } else {
        let weighed: Vec<String> = rule
            .grades
            .iter()
            .zip(&assessment.weights)
            .map(|(grade, weight)| format!("“{grade}”{weight}%"))
            .collect();
        (weighed.join("、"), weighed.join(", "))
    };
    let (by, weight) = if assessment.weights.is_empty() {
        ("", "")
    } else {
        ("，按权重计满意率", ", the rate by weights")
    };
    Said::of(
        format!("分{grades}{number}个等次，每个画“{sign}”{by}。"),
        format!("Graded {listed}; “{sign}” is drawn for each{weight}."),
    )
}

fn rate(rule: &EvaluationRule, assessment: &Assessment) -> Said {
    let counted: Vec<String> = rule
        .rate
        .grades
        .iter()
        .filter_map(|grade| rule.grades.get(usize::from(*grade)).cloned())
        .collect();
    let (above, over) = if assessment.weights.is_empty() {
        (quoted(&counted, "与") + "的票数", quoted(&counted, " and "))
    } else {
        ("加权得票数".to_owned(), "the weighed votes".to_owned())
    };
    let (base, of) = match rule.rate.base {
        Base::Valid => ("该项的有效票数", "the valid votes of the row"),
        Base::AllDeputies => ("全体代表人数", english::base(rule.rate.base)),
        Base::Present => ("实到代表人数", english::base(rule.rate.base)),
        Base::Returned => ("收回的票数", english::base(rule.rate.base)),
    };
    let (left, out) = match assessment.abstention_base {
        AbstentionBase::Counted => ("计入", "counted"),
        AbstentionBase::LeftOut => ("不计入", "not counted"),
    };
    let word = wording::abstention(assessment.abstention);
    let decimals = rule.rate.decimals;
    let figures = match decimals {
        0 => "取整数".to_owned(),
        some => format!("保留{some}位小数"),
    };
    Said::of(
        format!("满意率为{above}除以{base}，{word}{left}基数，{figures}。"),
        format!(
            "The rate is {over} out of {of}, abstentions {out}, with {decimals} figures after the point."
        ),
    )
}

fn reading(part: &Part<'_>, rule: &EvaluationRule) -> Said {
    let Said { zh, en } = part.blank(rule.illegible_row);
    let (several, more) = match rule.multi_mark {
        MultiMark::Void => ("该栏无效".to_owned(), "is void".to_owned()),
        MultiMark::Abstain => {
            let word = part.entry.abstention();
            (
                format!("视为{}", wording::abstention(word)),
                format!("is {}", english::abstention(word)),
            )
        }
    };
    Said::of(
        format!("{zh}一栏画了几个等次的，{several}。"),
        format!("{en} A row with several grades {more}."),
    )
}

fn levels(rule: &EvaluationRule, levels: &Levels) -> Said {
    match levels {
        Levels::None => Said::of("只公布满意率，不评定等次。", "Rates only: no level is given."),
        Levels::Counts { at_half, by_level } => {
            let reached = |at_half| match at_half {
                AtHalf::Enough => ("达到半数", "half of the votes"),
                AtHalf::NotEnough => ("超过半数", "more than half of the votes"),
            };
            if by_level.is_empty() {
                let (half, more) = reached(*at_half);
                return Said::of(
                    format!("从最好的等次起累计票数，{half}的，定为该等次。"),
                    format!("The level is the best grade that {more} reach, counted from the top."),
                );
            }
            let each = rule.grades.iter().zip(by_level);
            let (zh, en): (Vec<String>, Vec<String>) = each
                .map(|(grade, at_half)| {
                    let (half, more) = reached(*at_half);
                    (format!("{half}为“{grade}”"), format!("“{grade}” with {more}"))
                })
                .unzip();
            Said::of(
                format!("从最好的等次起累计票数，{}。", zh.join("，")),
                format!("Counted from the top: {}.", en.join(", ")),
            )
        }
        Levels::Rate { bands } => {
            let last = bands.len().saturating_sub(1);
            let (zh, en): (Vec<String>, Vec<String>) = bands
                .iter()
                .enumerate()
                .map(|(index, band)| {
                    let (name, bound) = (&band.label, per_cent(band.at_least));
                    if index == last {
                        (format!("其余为“{name}”"), format!("“{name}” below"))
                    } else {
                        (format!("{bound}%以上为“{name}”"), format!("“{name}” from {bound}%"))
                    }
                })
                .unzip();
            Said::of(
                format!("按满意率定等次：{}。", zh.join("，")),
                format!("The level goes by the rate: {}.", en.join(", ")),
            )
        }
    }
}

/// Hundredths of a per cent, without figures after the point that say nothing.
fn per_cent(hundredths: u32) -> String {
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:02}").trim_end_matches('0').to_owned(),
    }
}

fn told(part: &Part<'_>, assessment: &Assessment) -> Said {
    let noun = part.called.noun;
    let named = [
        (part.entry.remarks, "票上印“意见建议”栏", "lines for remarks are printed"),
        (assessment.shares, "公布各等次占比", "the shares of the grades are published"),
        (assessment.overall, "公布总体满意率", "an overall rate is published"),
    ];
    let mut zh = vec![format!("每行是一个“{noun}”")];
    let mut en = vec![format!("Each row is a “{noun}”")];
    for (_, chinese, english) in named.into_iter().filter(|(on, ..)| *on) {
        zh.push(chinese.to_owned());
        en.push(english.to_owned());
    }
    Said::of(zh.join("，") + "。", en.join(", ") + ".")
}
