//! 姓名: names are stored unpadded, NFC, with one kind of middle dot (`docs/rules.md`, names).

use unicode_normalization::UnicodeNormalization;

const MIDDLE_DOT: char = '\u{B7}';

/// Returns `raw` as names are stored: NFC, without any white space inside or outside, and with `•`
/// `．` `‧` `・` written `·`.
#[must_use]
pub fn stored_name(raw: &str) -> String {
    raw.nfc().filter(|c| !c.is_whitespace()).map(with_one_dot).collect()
}

/// Returns `raw` as texts other than names are stored: NFC, without white space around it, every
/// line break or tab a space.
#[must_use]
pub fn stored_text(raw: &str) -> String {
    let one_line: Vec<&str> =
        raw.split(['\r', '\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect();
    one_line.join(" ").nfc().collect()
}

/// Returns the first character that no paper can show: U+FFFD, a control or format character, or
/// one for private use, which every machine draws differently or not at all.
#[must_use]
pub fn unusable_character(text: &str) -> Option<char> {
    text.chars().find(|&c| c == '\u{FFFD}' || c.is_control() || is_invisible(c) || is_private(c))
}

fn with_one_dot(c: char) -> char {
    if matches!(c, '\u{2022}' | '\u{FF0E}' | '\u{2027}' | '\u{30FB}') { MIDDLE_DOT } else { c }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn padding_between_two_characters_is_dropped() {
        assert_eq!(stored_name("田\u{3000}富"), "田富");
        assert_eq!(stored_name(" 李 伟\u{A0}"), "李伟");
    }

    #[test]
    fn every_middle_dot_becomes_one() {
        for dot in ['•', '．', '‧', '・', '·'] {
            assert_eq!(stored_name(&format!("买买提{dot}艾力")), "买买提·艾力");
        }
    }

    #[test]
    fn names_are_composed_and_rare_characters_stay() {
        assert_eq!(stored_name("e\u{301}"), "é");
        assert_eq!(stored_name("陆𬱖生"), "陆𬱖生");
        assert_eq!(unusable_character("陆𬱖生张䶮买买提·艾力"), None);
    }

    #[test]
    fn a_text_of_several_lines_becomes_one() {
        assert_eq!(stored_text("  新建2处\r\n 改造1处\t"), "新建2处 改造1处");
    }

    #[test]
    fn characters_no_paper_can_show_are_found() {
        for c in ['\u{FFFD}', '\u{7}', '\u{200B}', '\u{E863}', '\u{F0001}'] {
            assert_eq!(unusable_character(&format!("张{c}")), Some(c));
        }
    }

    proptest! {
        #[test]
        fn storing_twice_changes_nothing(raw in "\\PC*") {
            let once = stored_name(&raw);
            prop_assert_eq!(stored_name(&once), once);
        }
    }
}
