//! What a character may do on a line: 避头尾 (which may not begin or end a line) and which marks
//! give up half their cell.

/// What a character is to the line breaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A Han character or anything else that fills a cell and breaks freely.
    Han,
    /// An opening mark: never ends a line; its left half is blank.
    Opening,
    /// A closing mark or stop: never begins a line; its right half is blank.
    Closing,
    /// A mark that never begins a line and has no blank half (％ ℃ …).
    Clinging,
    /// Half of —— or ……: the two are never parted, and never begin a line.
    Joined,
    /// 间隔号 in a name: takes half a cell, never begins a line.
    MiddleDot,
    /// Digits, Latin letters and the marks among them: a run is never broken.
    Latin,
    /// A space between Latin words.
    Space,
    /// A blank to be filled in by hand: a rule is drawn, no character.
    Blank,
}

/// Returns what a character is to the line breaker.
#[must_use]
pub fn classify(character: char) -> Class {
    match character {
        '（' | '《' | '「' | '『' | '【' | '〔' | '〈' | '［' | '｛' | '“' | '‘' => {
            Class::Opening
        }
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '》' | '」' | '』' | '】'
        | '〕' | '〉' | '］' | '｝' | '”' | '’' => Class::Closing,
        '％' | '‰' | '℃' | '～' | '〜' => Class::Clinging,
        '—' | '…' => Class::Joined,
        '·' => Class::MiddleDot,
        ' ' => Class::Space,
        c if c.is_ascii() || is_latin(c) => Class::Latin,
        _ => Class::Han,
    }
}

const fn is_latin(character: char) -> bool {
    matches!(character, '\u{00C0}'..='\u{024F}') && !matches!(character, '×' | '÷')
}

/// A currency or number sign holds on to the figure behind it.
const fn is_prefix(character: char) -> bool {
    matches!(character, '￥' | '¥' | '№' | '$')
}

/// Returns whether a line may end between two neighbours.
#[must_use]
pub fn may_break(before: (char, Class), after: (char, Class)) -> bool {
    let ends = match before.1 {
        Class::Opening => false,
        Class::Han
        | Class::Closing
        | Class::Clinging
        | Class::Joined
        | Class::MiddleDot
        | Class::Latin
        | Class::Space
        | Class::Blank => !is_prefix(before.0),
    };
    let begins = match after.1 {
        Class::Closing | Class::Clinging | Class::Joined | Class::MiddleDot | Class::Space => false,
        Class::Latin => before.1 != Class::Latin,
        Class::Blank => before.1 != Class::Blank,
        Class::Han | Class::Opening => true,
    };
    ends && begins
}

/// Returns how much of an em two neighbouring marks always give up (标点挤压): 0 or one half.
#[must_use]
pub fn pair_squeeze(before: Class, after: Class) -> f64 {
    match (before, after) {
        (Class::Closing, Class::Closing | Class::Opening) | (Class::Opening, Class::Opening) => 0.5,
        _ => 0.0,
    }
}

/// A mark inside a line gives up at most this much of an em beside a character: its whole half
/// would glue them together.
const LEAST_BLANK: f64 = 0.3;

/// Returns how much of an em the gap between two neighbours can give up at most when a line is too
/// long, [`pair_squeeze`] included.
#[must_use]
pub fn most_squeeze(before: Class, after: Class) -> f64 {
    let trailing = if before == Class::Closing { LEAST_BLANK } else { 0.0 };
    let leading = if after == Class::Opening { LEAST_BLANK } else { 0.0 };
    f64::max(trailing + leading, pair_squeeze(before, after))
}

/// Returns whether the gap between two neighbours may be widened to fill a line.
#[must_use]
pub fn may_stretch(before: Class, after: Class) -> bool {
    let is_one_thing = matches!(
        (before, after),
        (Class::Latin, Class::Latin)
            | (Class::Joined, Class::Joined)
            | (Class::Blank, Class::Blank)
    );
    !is_one_thing && before != Class::MiddleDot && after != Class::MiddleDot
}
