//! 姓名与文字: how names and texts are kept, wherever they are typed, pasted, brought in or keyed
//! (`docs/rules.md`, names).
//!
//! What only looks different becomes one thing: padding goes, look-alikes become the ordinary
//! character, every middle dot is `·`. What cannot be seen or shown is refused by place and code
//! point, because two names that look the same must be the same. Events of older files replay as
//! they were recorded.

mod radicals;
pub mod strokes;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use self::radicals::SUPPLEMENT;

/// 间隔号: the one middle dot of names.
pub const MIDDLE_DOT: char = '\u{B7}';

/// Why a name or a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum NameFault {
    /// A character nobody can see: two names that look the same would not be.
    #[error("character {position} cannot be seen: U+{code_point:04X}")]
    Invisible {
        /// Counted from 1, spaces too, in what was typed.
        position: u32,
        code_point: u32,
    },
    /// A character every machine draws differently or not at all: U+FFFD, one for private use, or a
    /// radical without an ordinary character.
    #[error("character {position} cannot be shown: U+{code_point:04X}")]
    Unshowable {
        /// Counted from 1, spaces too, in what was typed.
        position: u32,
        code_point: u32,
    },
    /// Nothing but dots, marks or spaces.
    #[error("a name of nothing visible")]
    Nothing,
}

/// Returns a name as it is kept.
///
/// # Errors
/// [`NameFault`]: the first character that cannot be seen or shown, or nothing visible at all.
pub fn clean_name(raw: &str) -> Result<String, NameFault> {
    if let Some(fault) = character_faults(raw).into_iter().next() {
        return Err(fault);
    }
    let name = folded_name(raw);
    if name.chars().any(char::is_alphanumeric) { Ok(name) } else { Err(NameFault::Nothing) }
}

/// Returns a text other than a name as it is kept; it may be empty.
///
/// # Errors
/// [`NameFault`]: the first character that cannot be seen or shown.
pub fn clean_text(raw: &str) -> Result<String, NameFault> {
    match character_faults(raw).into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(folded_text(raw)),
    }
}

/// Returns every character that cannot be seen or shown, in the order it stands in. White space is
/// none: it goes.
#[must_use]
pub fn character_faults(raw: &str) -> Vec<NameFault> {
    (1..).zip(raw.chars()).filter_map(|(position, c)| character_fault(position, c)).collect()
}

fn character_fault(position: u32, c: char) -> Option<NameFault> {
    let code_point = u32::from(c);
    if c.is_whitespace() {
        None
    } else if is_invisible(c) {
        Some(NameFault::Invisible { position, code_point })
    } else if is_unshowable(c) {
        Some(NameFault::Unshowable { position, code_point })
    } else {
        None
    }
}

/// Returns a name without padding and look-alikes: NFC, no white space inside or outside, radicals
/// and compatibility forms as ordinary characters, full-width letters and digits narrow, every dot
/// `·`.
#[must_use]
pub fn folded_name(raw: &str) -> String {
    let spaceless: String = raw.chars().filter(|c| !c.is_whitespace()).nfc().collect();
    let plain: Vec<char> = spaceless.chars().map(|c| plain(with_one_dot(c))).collect();
    let dotted =
        (0..).zip(&plain).map(|(at, &c)| if is_dot_between(&plain, at) { MIDDLE_DOT } else { c });
    dotted.nfc().collect()
}

/// Returns a text without look-alikes: NFC, no white space around it, every line break or tab a
/// space, radicals and compatibility forms as ordinary characters, full-width letters and digits
/// narrow, middle dots `·`.
#[must_use]
pub fn folded_text(raw: &str) -> String {
    let parts: Vec<&str> = raw
        .split(['\r', '\n', '\t', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let one_line: Vec<char> = parts.join(" ").nfc().collect();
    let letter = |(at, &c): (usize, &char)| {
        let beside_digit = at > 0 && one_line.get(at - 1).is_some_and(|c| is_digit(*c));
        match c {
            '\u{FF0E}' if beside_digit => '.',
            '\u{A0}' => ' ',
            _ => plain(with_one_dot(c)),
        }
    };
    one_line.iter().enumerate().map(letter).nfc().collect()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{FF10}'..='\u{FF19}').contains(&c)
}

fn with_one_dot(c: char) -> char {
    match c {
        '\u{2022}' | '\u{30FB}' | '\u{FF65}' | '\u{FF0E}' | '\u{2027}' | '\u{2219}'
        | '\u{22C5}' | '\u{2024}' => MIDDLE_DOT,
        other => other,
    }
}

/// 买买提.艾力 and 买买提。艾力: a full stop between two characters of a name is a slip for the dot.
fn is_dot_between(name: &[char], at: usize) -> bool {
    let is_letter =
        |at: Option<usize>| at.and_then(|at| name.get(at)).is_some_and(|c| c.is_alphabetic());
    matches!(name.get(at), Some('.' | '\u{3002}' | '\u{FF61}'))
        && is_letter(at.checked_sub(1))
        && is_letter(at.checked_add(1))
}

/// The ordinary character for a radical or a full-width letter or digit; NFC has already undone the
/// compatibility ideographs.
fn plain(c: char) -> char {
    match c {
        '\u{2F00}'..='\u{2FDF}'
        | '\u{FF10}'..='\u{FF19}'
        | '\u{FF21}'..='\u{FF3A}'
        | '\u{FF41}'..='\u{FF5A}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        '\u{2E80}'..='\u{2EFF}' => SUPPLEMENT
            .binary_search_by_key(&c, |(radical, _)| *radical)
            .ok()
            .and_then(|at| SUPPLEMENT.get(at))
            .map_or(c, |(_, ordinary)| *ordinary),
        other => other,
    }
}

fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E01EF}')
}

fn is_unshowable(c: char) -> bool {
    matches!(c, '\u{FFFD}' | '\u{FFFC}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
        || (matches!(c, '\u{2E80}'..='\u{2EFF}' | '\u{2FD6}'..='\u{2FDF}') && plain(c) == c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn padding_goes_and_rare_characters_stay() {
        for (raw, name) in [
            ("田\u{3000}富", "田富"),
            (" 李 伟\u{A0}", "李伟"),
            ("e\u{301}", "é"),
            ("陆𬱖生", "陆𬱖生"),
            ("张䶮", "张䶮"),
        ] {
            assert_eq!(clean_name(raw).as_deref(), Ok(name));
        }
    }

    #[test]
    fn every_middle_dot_becomes_one() {
        for dot in "•・･．‧∙⋅․·.。｡".chars() {
            assert_eq!(
                clean_name(&format!("买买提{dot}艾力")).as_deref(),
                Ok("买买提·艾力"),
                "{dot}"
            );
        }
        assert_eq!(clean_name("买买提 . 艾力").as_deref(), Ok("买买提·艾力"));
    }

    #[test]
    fn look_alikes_become_the_ordinary_character() {
        assert_eq!(clean_name("⽥富").as_deref(), Ok("田富"));
        assert_eq!(clean_name("⾼⽂⾏").as_deref(), Ok("高文行"));
        assert_eq!(clean_name("⻢⻓⺠").as_deref(), Ok("马长民"));
        assert_eq!(clean_name("\u{F9E1}\u{FA0E}\u{2F804}").as_deref(), Ok("李\u{FA0E}\u{4F60}"));
        assert_eq!(clean_name("Ｊｏ２").as_deref(), Ok("Jo2"));
        assert_eq!(clean_text("⾼标准农田１２亩（一期）").as_deref(), Ok("高标准农田12亩（一期）"));
    }

    #[test]
    fn what_cannot_be_seen_is_refused_by_place_and_code_point() {
        let hidden = "\u{AD}\u{34F}\u{61C}\u{115F}\u{180E}\u{200B}\u{200F}\u{202A}\u{202E}\u{2060}\u{206F}\u{2800}\u{3164}\u{FE00}\u{FE0F}\u{FEFF}\u{FFF9}\u{FFFB}\u{E0000}\u{E01EF}\u{7}";
        for c in hidden.chars() {
            let fault = NameFault::Invisible { position: 3, code_point: c.into() };
            assert_eq!(clean_name(&format!("田富{c}")), Err(fault));
            assert_eq!(clean_text(&format!("田富{c}")), Err(fault));
        }
        for c in ['\u{FFFD}', '\u{E863}', '\u{F0001}', '\u{2E9A}'] {
            let fault = NameFault::Unshowable { position: 2, code_point: c.into() };
            assert_eq!(clean_name(&format!("张{c}")), Err(fault));
        }
        assert_eq!(character_faults("\u{2068}田富\u{2069}").len(), 2);
    }

    #[test]
    fn a_name_of_nothing_visible_is_no_name() {
        for raw in ["", " \u{3000}\n", "·", "—", "\u{301}"] {
            assert_eq!(clean_name(raw), Err(NameFault::Nothing), "{raw:?}");
        }
    }

    #[test]
    fn a_text_of_several_lines_becomes_one_and_keeps_its_points() {
        assert_eq!(clean_text("  新建2处\r\n 改造1处\t").as_deref(), Ok("新建2处 改造1处"));
        assert_eq!(clean_text("长7．2公里，宽4.5米。").as_deref(), Ok("长7.2公里，宽4.5米。"));
    }

    #[test]
    fn the_supplement_stands_in_order() {
        assert!(SUPPLEMENT.is_sorted_by_key(|(radical, _)| *radical));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(raw in "\\PC*") {
            let (name, text) = (folded_name(&raw), folded_text(&raw));
            prop_assert_eq!(folded_name(&name), name);
            prop_assert_eq!(folded_text(&text), text);
        }

        #[test]
        fn dots_and_radicals_too(raw in "[.·．。a田⽥⻢０-９ \u{301}]{0,8}") {
            let (name, text) = (folded_name(&raw), folded_text(&raw));
            prop_assert_eq!(folded_name(&name), name);
            prop_assert_eq!(folded_text(&text), text);
        }
    }
}
