//! 议程: the items of an agenda without the numbers they were typed or pasted with. Papers and the
//! hall number them by their places, once.

/// What may stand between a number and its item; a full stop only where no figure follows it.
const SEPARATORS: [char; 7] = ['、', '.', '．', '，', ',', '：', ':'];

/// Returns the items without their own numbers and without empty lines: “一、”, “1.”, “（一）”, “①”,
/// “第一项：”. A line that begins with figures of its own keeps them (2026年度, 1.5亿元, 十件实事),
/// and so does a list of them (三、四号村) anywhere but in its place.
pub(crate) fn without_numbers(items: &[String]) -> Vec<String> {
    let lines = items.iter().map(|item| item.trim()).filter(|item| !item.is_empty());
    (1..).zip(lines).map(|(place, item)| without_number(item, place).to_owned()).collect()
}

/// Returns the item that stands at a place, from 1, without its own number.
pub(crate) fn without_number(item: &str, place: u32) -> &str {
    let Some(Numbered { number, rest }) = numbered(item) else { return item };
    let is_list = rest.starts_with(|c| figure(c).is_some());
    if rest.is_empty() || (is_list && number != place) { item } else { rest }
}

/// A line that begins with a number.
struct Numbered<'a> {
    number: u32,
    rest: &'a str,
}

fn numbered(item: &str) -> Option<Numbered<'_>> {
    let mut characters = item.chars();
    if let Some(number) = characters.next().and_then(enclosed) {
        return Some(Numbered { number, rest: separated(characters.as_str()) });
    }
    if let Some(inside) = item.strip_prefix(['（', '(']) {
        let (number, rest) = leading_number(inside)?;
        return Some(Numbered { number, rest: separated(rest.strip_prefix(['）', ')'])?) });
    }
    let ordinal = item.strip_prefix('第');
    let (number, rest) = leading_number(ordinal.unwrap_or(item))?;
    let rest = if ordinal.is_some() { rest.strip_prefix('项').unwrap_or(rest) } else { rest };
    let separator = rest.chars().next()?;
    let after = rest.get(separator.len_utf8()..)?;
    let is_point = matches!(separator, '.' | '．' | ',' | '，' | ':' | '：');
    let in_figures = is_point && after.starts_with(|c| arabic(c).is_some());
    let separates = SEPARATORS.contains(&separator) || matches!(separator, '）' | ')' | '\t');
    (separates && !in_figures).then(|| Numbered { number, rest: after.trim_start() })
}

fn separated(rest: &str) -> &str {
    rest.trim_start_matches(SEPARATORS).trim_start()
}

/// 1–99 in Arabic or Chinese figures at the beginning.
fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = |is: fn(char) -> Option<u32>| text.find(|c| is(c).is_none()).unwrap_or(text.len());
    let (figures, number): (&str, fn(&str) -> Option<u32>) = match end(arabic) {
        0 => (text.get(..end(chinese))?, chinese_value),
        arabic_end => (text.get(..arabic_end)?, arabic_value),
    };
    let number = number(figures).filter(|number| (1..=99).contains(number))?;
    Some((number, text.get(figures.len()..)?))
}

fn figure(c: char) -> Option<u32> {
    arabic(c).or_else(|| chinese(c))
}

fn arabic(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c).saturating_sub(u32::from('０'))),
        _ => c.to_digit(10),
    }
}

fn arabic_value(figures: &str) -> Option<u32> {
    let add = |sum: u32, c| sum.checked_mul(10)?.checked_add(arabic(c)?);
    figures.chars().try_fold(0_u32, add)
}

fn chinese(c: char) -> Option<u32> {
    "〇一二三四五六七八九十"
        .chars()
        .zip(0..)
        .find(|(figure, _)| *figure == c)
        .map(|(_, value)| value)
}

/// 三, 十, 十二, 二十, 二十三.
fn chinese_value(figures: &str) -> Option<u32> {
    let one = |figure: &str| {
        let mut characters = figure.chars();
        let value = characters.next().and_then(chinese).filter(|value| *value < 10)?;
        characters.next().is_none().then_some(value)
    };
    let or = |figure: &str, empty| if figure.is_empty() { Some(empty) } else { one(figure) };
    match figures.split_once('十') {
        Some((tens, ones)) => Some(or(tens, 1)?.saturating_mul(10).saturating_add(or(ones, 0)?)),
        None => one(figures),
    }
}

/// ①–⑳, ⑴–⒇, ⒈–⒛, ㈠–㈩.
fn enclosed(c: char) -> Option<u32> {
    let from = |first: char| u32::from(c).saturating_sub(u32::from(first)).saturating_add(1);
    match c {
        '①'..='⑳' => Some(from('①')),
        '⑴'..='⒇' => Some(from('⑴')),
        '⒈'..='⒛' => Some(from('⒈')),
        '㈠'..='㈩' => Some(from('㈠')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(items: &[&str]) -> Vec<String> {
        without_numbers(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn numbers_that_were_typed_or_pasted_go() {
        for numbered in [
            "一、听取报告",
            "1.听取报告",
            "1. 听取报告",
            "１．听取报告",
            "1、听取报告",
            "1）听取报告",
            "（一）听取报告",
            "(1) 听取报告",
            "①听取报告",
            "⒈听取报告",
            "㈠、听取报告",
            "第一项：听取报告",
            "第一、听取报告",
            "1\t听取报告",
            "十二、听取报告",
            "二十三、听取报告",
        ] {
            assert_eq!(cleaned(&[numbered]), ["听取报告"], "{numbered}");
        }
        assert_eq!(
            cleaned(&["一、听取报告", "", " 二、 三年行动计划"]),
            ["听取报告", "三年行动计划"]
        );
    }

    #[test]
    fn figures_of_the_text_stay() {
        for plain in [
            "2026年度预算",
            "十件实事票决",
            "1.5亿元债券",
            "一是听取报告",
            "第一次全体会议",
            "三、四号村道路",
            "（草案）表决",
            "一",
            "一、",
            "2026、2027年度计划",
            "3个决议",
            "百日攻坚",
        ] {
            assert_eq!(cleaned(&[plain]), [plain], "{plain}");
        }
    }
}
