//! 数字: numbers as people write them, read the same in a list and in a field of the window, in
//! whole numbers throughout.

use unicode_normalization::UnicodeNormalization;

/// The unit in which an amount without one is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// 元.
    Yuan,
    /// 千元.
    Thousand,
    /// 万元, as lists of projects are written.
    #[default]
    TenThousand,
    /// 百万元.
    Million,
    /// 亿元.
    HundredMillion,
}

impl Unit {
    /// The units by their names, the longer before those they end in.
    const NAMES: [(&'static str, Self); 10] = [
        ("亿元", Self::HundredMillion),
        ("百万元", Self::Million),
        ("万元", Self::TenThousand),
        ("千元", Self::Thousand),
        ("亿", Self::HundredMillion),
        ("百万", Self::Million),
        ("万", Self::TenThousand),
        ("千", Self::Thousand),
        ("圆", Self::Yuan),
        ("元", Self::Yuan),
    ];

    /// Returns the unit a heading or a line above it speaks of: 总投资（万元）, 总投资/元, 单位：元.
    #[must_use]
    pub fn spoken_of(text: &str) -> Option<Self> {
        let text = folded(text);
        let pieces: Vec<&str> = text.split(|c: char| "()[]【】〔〕/:,、;|_-".contains(c)).collect();
        let named = pieces.iter().rev().find_map(|piece| Self::named(piece));
        named.or_else(|| pieces.iter().find_map(|piece| Self::at_the_end_of(piece)))
    }

    /// 元, 人民币万元, 以万元计.
    fn named(piece: &str) -> Option<Self> {
        let bare = ["单位", "金额", "人民币", "以", "按"]
            .into_iter()
            .fold(piece, |piece, before| piece.strip_prefix(before).unwrap_or(piece));
        let bare = bare.strip_suffix('计').unwrap_or(bare);
        Self::NAMES.into_iter().find(|(name, _)| bare == *name).map(|(_, unit)| unit)
    }

    /// 总投资额万元, without a bracket; 单元 is none.
    fn at_the_end_of(piece: &str) -> Option<Self> {
        let (name, unit) = Self::NAMES.into_iter().find(|(name, _)| piece.ends_with(name))?;
        let before = piece.strip_suffix(name)?;
        let of_money = before.ends_with(['额', '资', '金', '算', '价', '款', '用']);
        let is_heading =
            before.chars().count() <= 12 && !before.contains(|c: char| c.is_ascii_digit());
        (is_heading && of_money && name.ends_with('元')).then_some(unit)
    }

    /// Returns its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::Thousand => "千元",
            Self::TenThousand => "万元",
            Self::Million => "百万元",
            Self::HundredMillion => "亿元",
        }
    }

    /// How many decimals it has room for, to the yuan.
    pub(crate) const fn decimals(self) -> usize {
        match self {
            Self::Yuan => 0,
            Self::Thousand => 3,
            Self::TenThousand => 4,
            Self::Million => 6,
            Self::HundredMillion => 8,
        }
    }

    const fn yuan(self) -> u64 {
        match self {
            Self::Yuan => 1,
            Self::Thousand => 1_000,
            Self::TenThousand => 10_000,
            Self::Million => 1_000_000,
            Self::HundredMillion => 100_000_000,
        }
    }
}

/// Returns a whole number in any usual form (`１２`, `12、`, `012`, `（12）`, `第12号`), `None` if
/// there is none or it is over 4,294,967,295.
#[must_use]
pub fn whole_number(text: &str) -> Option<u32> {
    let text = folded(text);
    let text = text.trim_start_matches(['\'', '#']);
    let text = text.strip_prefix("no.").or_else(|| text.strip_prefix("no")).unwrap_or(text);
    let text = text
        .strip_prefix('第')
        .map_or(text, |rest| rest.trim_end_matches(['号', '项', '名', '位', '个', '件']));
    let bare = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => inside,
        None => text.trim_end_matches(['.', '、', ',', '。', ')', ':', '号', ';']),
    };
    let digits = ungrouped(bare)?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Returns what 一, 十二、 or （二十） counts, as rows and groups of rows are numbered; `None` if it is
/// anything else.
pub(crate) fn counted_in_words(text: &str) -> Option<u32> {
    let text = folded(text);
    let text = text.strip_prefix('第').unwrap_or(&text);
    let text = text.trim_matches(['(', ')', '、', '.', ',', ':']);
    let digit = |text: &str| match text {
        "" => None,
        _ => "一二三四五六七八九".chars().position(|c| text == c.to_string()).map(|at| at + 1),
    };
    let number = match text.split_once('十') {
        None => digit(text)?,
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            tens * 10 + if ones.is_empty() { 0 } else { digit(ones)? }
        }
    };
    u32::try_from(number).ok()
}

/// Returns an amount of money in whole yuan, in any usual form (`1,200.50`, `３８６万元`, `¥386`,
/// `1.2亿元`); without a unit of its own it is in `unit`. `None` if it is no amount, not whole to
/// the yuan, or over 4,294,967,295 yuan.
#[must_use]
pub fn amount(text: &str, unit: Unit) -> Option<u32> {
    let text = folded(text);
    let text = text.trim_start_matches('\'');
    let text = ["人民币", "rmb", "cny", "¥", "￥"]
        .into_iter()
        .fold(text, |text, sign| text.strip_prefix(sign).unwrap_or(text));
    let text = text.strip_suffix(['整', '正']).unwrap_or(text);
    let (figures, unit) = Unit::NAMES
        .into_iter()
        .find_map(|(name, unit)| text.strip_suffix(name).map(|figures| (figures, unit)))
        .unwrap_or((text, unit));
    yuan(&ungrouped(figures)?, unit)
}

/// Exact: the decimals that the unit has no room for must be noughts.
fn yuan(figures: &str, unit: Unit) -> Option<u32> {
    let (whole, decimals) = figures.split_once('.').unwrap_or((figures, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let decimals = decimals.trim_end_matches('0');
    if !digits(whole) || !(decimals.is_empty() || digits(decimals)) || figures.ends_with('.') {
        return None;
    }
    let places = u32::try_from(decimals.len()).ok()?;
    let scale = 10_u64.checked_pow(places)?;
    let parts: u64 = if decimals.is_empty() { 0 } else { decimals.parse().ok()? };
    let of_parts = parts.checked_mul(unit.yuan())?;
    if !of_parts.is_multiple_of(scale) {
        return None;
    }
    let total =
        whole.parse::<u64>().ok()?.checked_mul(unit.yuan())?.checked_add(of_parts / scale)?;
    u32::try_from(total).ok()
}

/// Widths folded, lower case, no white space.
fn folded(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The figures without marks between groups of three; `None` where the groups are none.
fn ungrouped(figures: &str) -> Option<String> {
    let (whole, rest) = figures.split_once('.').map_or((figures, None), |(w, r)| (w, Some(r)));
    let whole = whole.replace('\'', ",");
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let others: Vec<&str> = groups.collect();
    let grouped = (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3);
    if !others.is_empty() && !grouped {
        return None;
    }
    let whole = whole.replace(',', "");
    Some(rest.map_or_else(|| whole.clone(), |rest| format!("{whole}.{rest}")))
}

#[cfg(test)]
mod tests {
    use session::written::in_ten_thousands;

    use super::*;

    #[test]
    fn whole_numbers_in_every_usual_form() {
        for text in [
            "12", "１２", "12、", "12.", "12．", "012", " 12 ", "（12）", "(12)", "12)", "No.12",
            "№12", "第12号", "第12项", "12号", "'12", "⑫", "#12", "12:", "0012",
        ] {
            assert_eq!(whole_number(text), Some(12), "{text}");
        }
        assert_eq!(whole_number("1,200"), Some(1_200));
        for text in ["", "-1", "1.0", "一", "1-2", "12人次", "1,20", "99999999999", "、", "1.5"]
        {
            assert_eq!(whole_number(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_in_every_usual_form() {
        for (text, yuan) in [
            ("386.00", 3_860_000),
            ("78.5", 785_000),
            ("0.0001", 1),
            ("12", 120_000),
            ("429496.7295", u32::MAX),
            ("1,200.50", 12_005_000),
            ("１，２００．５０", 12_005_000),
            ("386万元", 3_860_000),
            ("386 万", 3_860_000),
            ("1.2亿元", 120_000_000),
            ("¥386", 3_860_000),
            ("￥1,200.5万元整", 12_005_000),
            ("2985001元", 2_985_001),
            ("人民币50万元", 500_000),
            ("298.500000", 2_985_000),
            ("1 200.50", 12_005_000),
            ("007", 70_000),
        ] {
            assert_eq!(amount(text, Unit::TenThousand), Some(yuan), "{text}");
        }
        assert_eq!(amount("2,985,001", Unit::Yuan), Some(2_985_001));
        assert_eq!(amount("0.0298", Unit::HundredMillion), Some(2_980_000));
    }

    #[test]
    fn what_is_no_amount_is_none() {
        for text in [
            "",
            ".",
            "1.",
            ".5",
            "1.23456",
            "-1",
            "1e3",
            "约30",
            "429496.7296",
            "1.2.3",
            "1,20",
            "99999999999999999999",
            "12,0000",
            "—",
            "100-200",
            "0.5元",
            "万元",
            "三百",
        ] {
            assert_eq!(amount(text, Unit::TenThousand), None, "{text}");
        }
    }

    #[test]
    fn units_are_read_from_headings() {
        for (text, unit) in [
            ("总投资(万元)", Some(Unit::TenThousand)),
            ("投资额（元）", Some(Unit::Yuan)),
            ("单位：亿元", Some(Unit::HundredMillion)),
            ("投资（单位：千元）", Some(Unit::Thousand)),
            ("总投资（元）/合计", Some(Unit::Yuan)),
            ("总投资（元）（含税）", Some(Unit::Yuan)),
            ("总投资/元", Some(Unit::Yuan)),
            ("总投资：万元", Some(Unit::TenThousand)),
            ("总投资额元", Some(Unit::Yuan)),
            ("投资概算千元", Some(Unit::Thousand)),
            ("单位：元、人", Some(Unit::Yuan)),
            ("金额单位：人民币元", Some(Unit::Yuan)),
            ("投资（以万元计）", Some(Unit::TenThousand)),
            ("一览表（金额单位：万元）", Some(Unit::TenThousand)),
            ("责任单位", None),
            ("投资", None),
            ("改造3个单元", None),
            ("投入资金300元", None),
        ] {
            assert_eq!(Unit::spoken_of(text), unit, "{text}");
        }
    }

    #[test]
    fn rows_are_numbered_in_words_too() {
        for (text, number) in
            [("一", 1), ("二、", 2), ("（十）", 10), ("十二", 12), ("第九十九", 99)]
        {
            assert_eq!(counted_in_words(text), Some(number), "{text}");
        }
        for text in ["", "、", "百", "十十", "一二", "交通类", "1", "〇"] {
            assert_eq!(counted_in_words(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_written_in_ten_thousands_is_read_again() {
        for yuan in [2_985_000_u32, 3_860_000, 1, 0] {
            assert_eq!(amount(&in_ten_thousands(yuan), Unit::TenThousand), Some(yuan));
        }
    }
}
