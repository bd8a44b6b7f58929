//! 报告: what reports, minutes and the chair say of a count, sentence by sentence.

use session::Pass;
use session::ballot::follow::Settlement;
use session::round::keying::{Mend, Mended};
use session::round::result::ResultTable;
use session::tally::{Kind, Next, Overall};
use session::views::wording::{self, Called};

use super::rules::quoted;
use crate::data::vote::{OutcomeWords, RulingNumbers};

/// Returns what is said of each outcome of a row: 通过, 票数相等, 名额已满, 未通过.
pub(crate) fn outcomes(kind: &Kind) -> OutcomeWords {
    let chosen = wording::called(kind).chosen;
    OutcomeWords {
        chosen: chosen.to_owned(),
        tied: "票数相等".to_owned(),
        places_filled: "名额已满".to_owned(),
        not_reached: format!("未{chosen}"),
    }
}

/// Returns what must follow a result (组织法 29); `None` where nothing must.
pub(crate) fn following(kind: &Kind, table: &ResultTable) -> Option<String> {
    let Called { noun, measure, chosen, .. } = wording::called(kind);
    let ResultTable { next, seats_left, .. } = *table;
    let open = format!("上列票数相等的{noun}不能确定{chosen}，");
    match next {
        Next::Runoff => Some(format!("{open}应当就票数相等的{noun}再次投票。")),
        Next::Presidium => Some(format!("{open}由主席团决定。")),
        Next::Further => {
            let further = match kind {
                Kind::Election(_) => "，缺额另行选举",
                Kind::Selection(_) | Kind::Evaluation(_) | Kind::Motion(_) => "",
            };
            let (seats, filled) = (table.seats.unwrap_or_default(), table.chosen().len());
            Some(format!(
                "应选{seats}{measure}，{chosen}{filled}{measure}，缺{seats_left}{measure}{further}。"
            ))
        }
        Next::None => None,
    }
}

/// Returns what was decided instead of voting once more, in the minutes.
pub(crate) fn settlement(kind: &Kind, settlement: &Settlement, names: &[String]) -> String {
    match settlement {
        Settlement::Presidium { .. } => {
            let names = quoted(names, "");
            let chosen = wording::called(kind).chosen;
            format!("对票数相等的，由大会主席团决定{names}{chosen}。")
        }
        Settlement::CandidateWithdrew { .. } => {
            let Called { noun, chosen, .. } = wording::called(kind);
            format!("{}放弃，其余票数相等的{noun}{chosen}。", names.join("、"))
        }
        Settlement::NextSession => "不足的名额留待下次会议。".to_owned(),
        Settlement::AcceptFewer => "不足的名额不再补足。".to_owned(),
        Settlement::SeatVacant => "不足的名额暂缺。".to_owned(),
    }
}

/// Returns what all rows of an evaluation come to together, with the shares of these grades.
pub(crate) fn overall(overall: &Overall, grades: &[String]) -> String {
    let per_cent =
        |figure: Option<&str>| figure.map_or("——".to_owned(), |rate| format!("{rate}%"));
    let shares: Vec<String> = grades
        .iter()
        .zip(&overall.shares)
        .map(|(grade, share)| format!("{grade}{}", per_cent(share.as_deref())))
        .collect();
    let shares =
        if shares.is_empty() { String::new() } else { format!("，其中{}", shares.join("、")) };
    format!("各项合并计算，总体满意率{}{shares}。", per_cent(overall.rate.as_deref()))
}

/// Returns a share as it stands in a column of per cents.
pub(crate) fn figure(share: Option<&str>) -> String {
    share.unwrap_or("——").to_owned()
}

/// Returns how a keying that was handed in was put right: which sheet, who had it done, when, why.
pub(crate) fn repair(it: &Mended, by: &str) -> String {
    let Mended { bundle, reason, .. } = it;
    let pass = match it.pass {
        Pass::First => "首录",
        Pass::Second => "复录",
    };
    let at = it.at.naive_local().format("%-H时%M分");
    let done = match it.mend {
        Mend::Anew => format!("由{by}于{at}退回重录"),
        Mend::Skipped { sheet } => format!("漏录第{sheet}张，由{by}于{at}退回补录"),
        Mend::Doubled { sheet } => format!("第{sheet}张重复录入，由{by}于{at}剔除一次"),
    };
    format!("第{bundle}捆{pass}{done}，理由：{reason}")
}

/// Returns what people ruled while counting; `None` where they had nothing to rule.
pub(crate) fn rulings(numbers: &RulingNumbers, paper: &str) -> Option<String> {
    let RulingNumbers { differing, ruled, void } = *numbers;
    let keyed = (differing > 0)
        .then(|| format!("两次录入不一致的{paper}{differing}张，由监票人核对原票确定"));
    let doubtful = (ruled > 0).then(|| {
        let void = if void > 0 { format!("，其中认定无效{void}处") } else { String::new() };
        format!("有疑问的{paper}{ruled}处，由总监票人逐一认定{void}")
    });
    let said: Vec<String> = keyed.into_iter().chain(doubtful).collect();
    (!said.is_empty()).then(|| format!("计票中，{}。", said.join("；")))
}

#[cfg(test)]
mod tests {
    use session::{BundleNo, PersonId, Reason, SheetNo};

    use super::*;

    #[test]
    fn all_rows_together_are_told_with_or_without_shares() {
        let all = Overall {
            rate: Some("92.86".to_owned()),
            shares: vec![Some("89.29".to_owned()), Some("10.71".to_owned())],
        };
        let grades = ["满意".to_owned(), "不满意".to_owned()];
        assert_eq!(
            overall(&all, &grades),
            "各项合并计算，总体满意率92.86%，其中满意89.29%、不满意10.71%。"
        );
        assert_eq!(overall(&all, &[]), "各项合并计算，总体满意率92.86%。");
        let none = Overall { rate: None, shares: vec![None, None] };
        assert_eq!(overall(&none, &[]), "各项合并计算，总体满意率——。");
    }

    #[test]
    fn a_keying_put_right_is_told_with_sheet_name_hour_and_reason() {
        let mended = |mend| Mended {
            pass: Pass::Second,
            bundle: BundleNo(3),
            mend,
            by: PersonId("scrutineer".to_owned()),
            at: chrono::DateTime::parse_from_rfc3339("2026-01-16T15:04:00+08:00").unwrap(),
            reason: Reason::given("看过票面").unwrap(),
        };
        let sheet = SheetNo(5);
        for (mend, said) in [
            (
                Mend::Skipped { sheet },
                "第3捆复录漏录第5张，由周建国于15时04分退回补录，理由：看过票面",
            ),
            (
                Mend::Doubled { sheet },
                "第3捆复录第5张重复录入，由周建国于15时04分剔除一次，理由：看过票面",
            ),
            (Mend::Anew, "第3捆复录由周建国于15时04分退回重录，理由：看过票面"),
        ] {
            assert_eq!(repair(&mended(mend), "周建国"), said);
        }
    }
}
