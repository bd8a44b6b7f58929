//! 完成情况: whether last year's project is done, in the words of offices.

use session::name::folded_text;

use super::fault::What;
use super::grid::Cell;
use super::value::{Aside, Piece, Read};

/// What is not done.
const NOT_DONE: [&str; 4] = ["未完成", "没有完成", "没完成", "否"];
/// Not done, and nothing else is said by it.
const MARKS: [&str; 3] = ["×", "✗", "✕"];
/// What is not done yet, or never will be.
const GOING_ON: [&str; 31] = [
    "未",
    "没有",
    "尚未",
    "正在",
    "在建",
    "进行中",
    "推进中",
    "实施中",
    "建设中",
    "部分完成",
    "结转",
    "延期",
    "延迟",
    "续建",
    "跨年",
    "暂停",
    "停工",
    "取消",
    "调整",
    "中止",
    "终止",
    "施工中",
    "前期",
    "招标",
    "滞后",
    "暂缓",
    "缓建",
    "正常推进",
    "有序推进",
    "稳步推进",
    "持续推进",
];
/// What is done.
const DONE: [&str; 26] = [
    "已全部完成",
    "按期完成",
    "按时完成",
    "如期完成",
    "提前完成",
    "超额完成",
    "全面完成",
    "全部完成",
    "已完成",
    "完成",
    "已完工",
    "完工",
    "已竣工",
    "竣工",
    "已建成",
    "建成",
    "已办结",
    "办结",
    "已投入使用",
    "已交付使用",
    "已验收",
    "验收合格",
    "100%",
    "100％",
    "是",
    "√",
];

/// 完成 and 未完成 begin what is said of a project; the rest is 情况说明.
pub(super) fn read(read: &mut Read, pieces: &[Piece<'_>]) {
    let said = match pieces {
        [(Cell::Number(figures), part)] => as_percent(figures, &part.heading),
        _ => folded_text(&read.raw),
    };
    let (word, state) = if let Some(reason) = rest_of(&NOT_DONE, &said) {
        ("未完成", reason)
    } else if let Some(mark) = MARKS.iter().find_map(|mark| rest_of(&[mark], &said)) {
        ("未完成", mark)
    } else if GOING_ON.iter().any(|word| said.starts_with(word)) || is_partial(&said) {
        ("未完成", said)
    } else if let Some(rest) = rest_of(&DONE, &said).filter(|_| is_done(&said)) {
        ("完成", rest)
    } else if is_dated(&said) {
        ("完成", said)
    } else {
        let known = ["完成", "未完成"].map(str::to_owned).to_vec();
        read.faults.push(What::UnknownWord { known });
        return;
    };
    word.clone_into(&mut read.text);
    if !state.is_empty() {
        read.aside.push(Aside::State(state));
    }
}

/// What is said behind one of these words.
fn rest_of(words: &[&str], said: &str) -> Option<String> {
    let rest = words.iter().find_map(|word| said.strip_prefix(word))?;
    let rest = rest.trim_start_matches(['，', ',', '。', '；', ';', '：', ':', '、', ' ']);
    let inside = rest.strip_prefix(['（', '(']).and_then(|it| it.strip_suffix(['）', ')']));
    Some(inside.unwrap_or(rest).trim().to_owned())
}

/// 已完成主体工程 and 完成投资30万元 do not say that the whole is done: the word stands for itself or
/// before a mark.
fn is_done(said: &str) -> bool {
    const FOLLOW: [&str; 5] = ["并", "且", "验收", "100%", "100％"];
    let stands = |rest: &str| {
        rest.is_empty()
            || rest.starts_with(['，', ',', '。', '；', ';', '：', ':', '、', ' ', '（', '(', '！'])
            || FOLLOW.iter().any(|word| rest.starts_with(word))
    };
    DONE.iter().any(|word| said.strip_prefix(word).is_some_and(stands))
}

/// 已于2026年9月底完工.
fn is_dated(said: &str) -> bool {
    let Some(rest) = said.strip_prefix("已于").or_else(|| said.strip_prefix('于')) else {
        return false;
    };
    let end = DONE.iter().find_map(|word| rest.strip_suffix(word));
    end.is_some_and(|day| {
        day.contains('月')
            && day
                .chars()
                .all(|c| c.is_ascii_digit() || "年月日号上中下旬初底.-/已全部".contains(c))
    })
}

/// A cell of per cents keeps its share of one; under a heading with % it is the figure itself.
fn as_percent(figures: &str, heading: &str) -> String {
    let (whole, decimals) = figures.split_once('.').unwrap_or((figures, ""));
    let is_share = matches!(whole, "0" | "1") && !heading.contains(['%', '％']);
    if !is_share || decimals.len() > 6 {
        return format!("{figures}%");
    }
    let hundredths = format!("{decimals:0<2}");
    let (percent, rest) = hundredths.split_at_checked(2).unwrap_or(("00", ""));
    let percent = format!("{whole}{percent}");
    let percent = percent.trim_start_matches('0');
    let percent = if percent.is_empty() { "0" } else { percent };
    if rest.is_empty() { format!("{percent}%") } else { format!("{percent}.{rest}%") }
}

/// 完成80%.
fn is_partial(said: &str) -> bool {
    let Some((before, _)) = said.split_once(['%', '％']) else { return false };
    let figures: String =
        before.chars().rev().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let figures: String = figures.chars().rev().collect();
    let whole = figures.split('.').next().unwrap_or_default();
    whole.parse::<u32>().is_ok_and(|percent| percent < 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(String, Option<Aside>)> {
        let mut said = Read { raw: text.to_owned(), ..Read::default() };
        read(&mut said, &[]);
        said.faults.is_empty().then(|| (said.text, said.aside.into_iter().next()))
    }

    #[test]
    fn done_is_what_says_so_by_itself() {
        for text in ["完成", "√", "已完成。", "100%", "100％", "已完成100%"] {
            assert_eq!(of(text).map(|it| it.0).as_deref(), Some("完成"), "{text}");
        }
        let state = |text: &str| Some(Aside::State(text.to_owned()));
        let said = |word: &str, text: &str| Some((word.to_owned(), state(text)));
        assert_eq!(of("已完成，9月验收"), said("完成", "9月验收"));
        assert_eq!(of("已于2026年9月底完工"), said("完成", "已于2026年9月底完工"));
        assert_eq!(of("完成（提前一月）"), said("完成", "提前一月"));
        for text in
            ["完成主体工程", "已完成投资30万元", "完成前期工作，正在招标", "基本完成", "是否"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn not_done_is_told_by_its_words_and_shares() {
        for text in ["×", "✗", "否", "未完成"] {
            assert_eq!(of(text), Some(("未完成".to_owned(), None)), "{text}");
        }
        for text in ["85%", "已完成90%", "正在施工", "未开工（征地）", "部分完成"]
        {
            let kept = Some(Aside::State(text.to_owned()));
            assert_eq!(of(text), Some(("未完成".to_owned(), kept)), "{text}");
        }
    }

    #[test]
    fn a_share_of_one_is_a_percentage() {
        for (figures, heading, percent) in [
            ("1", "完成进度", "100%"),
            ("0.85", "完成进度", "85%"),
            ("0.855", "完成进度", "85.5%"),
            ("0.05", "完成进度", "5%"),
            ("0", "完成进度", "0%"),
            ("85", "完成进度", "85%"),
            ("1", "完成进度（%）", "1%"),
        ] {
            assert_eq!(as_percent(figures, heading), percent, "{figures}");
        }
    }
}
