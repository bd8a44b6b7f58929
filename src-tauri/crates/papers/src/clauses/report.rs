//! 报告: what reports, minutes and the chair say of a count, sentence by sentence.

use session::ballot::follow::Settlement;
use session::round::result::ResultTable;
use session::tally::{Kind, Next};
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
        Settlement::NextSession => "不足的名额留待下次会议。".to_owned(),
        Settlement::AcceptFewer => "不足的名额不再补足。".to_owned(),
    }
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
