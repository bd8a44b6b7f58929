//! 字占多宽: how many lines a name takes in the hall, and so how high its row is. It is reckoned for
//! the narrowest page, 4:3, at the smallest size that the last row can read, so that the operator's
//! preview and every projector have the same pages.

/// Width of the narrowest page, in its own pixels; every page is 1,080 high.
const PAGE_WIDTH: u32 = 1440;
/// The smallest text: 3.2 % of the height.
const LEAST_TEXT: u32 = 35;
/// Height of a row of one line: 5 % of the height.
const LEAST_ROW: u32 = 54;
/// Height of a line of the smallest text.
const LINE: u32 = 42;
/// What a row of several lines has above and below them.
const AROUND: u32 = 8;
/// Between two columns.
const GAP: u32 = 16;
/// Left and right of a table, and its column of numbers in order.
const BESIDE_NAMES: u32 = 2 * 36 + 84 + GAP;
/// Three figures.
const FIGURES: u32 = 98;
/// Four characters and the sign before them: 名额已满.
const OUTCOME: u32 = 204;
/// 100.00%.
const RATE: u32 = 182;
/// A name with less room than that, in ems, stands above its numbers.
const LEAST_ROOM: u32 = 14;

/// Returns the width of a text in hundredths of an em: a Chinese character is an em wide.
fn width(text: &str) -> u32 {
    let mut before = None;
    let mut sum = 0_u32;
    for character in text.chars() {
        let chinese = is_chinese(character);
        // A thin space stands between Chinese and figures.
        let spaced = before.is_some_and(|before: char| {
            is_chinese(before) != chinese
                && (before.is_ascii_alphanumeric() || character.is_ascii_alphanumeric())
        });
        sum = sum.saturating_add(width_of(character)).saturating_add(u32::from(spaced) * 20);
        before = Some(character);
    }
    sum
}

const fn is_chinese(character: char) -> bool {
    matches!(character, '\u{2e80}'..)
}

const fn width_of(character: char) -> u32 {
    match character {
        '\u{2e80}'.. | '\u{2010}'..='\u{203f}' | '·' => 100,
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '('
        | ')' => 36,
        'A'..='Z' => 72,
        '%' => 95,
        character if character.is_whitespace() => 36,
        _ => 60,
    }
}

/// How a list of names is set: the room of a name, and whether its numbers stand below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Hundredths of an em at the smallest size.
    room: u32,
    /// What stands below the name, in pixels.
    below: u32,
}

impl Column {
    const fn of_pixels(pixels: u32) -> Self {
        Self { room: pixels * 100 / LEAST_TEXT, below: 0 }
    }

    /// An agenda, candidates, projects: numbered names and nothing beside them.
    pub(super) const LIST: Self = Self::of_pixels(PAGE_WIDTH - 2 * 60 - 96);
    /// Names before bars.
    pub(super) const BARS: Self = Self::of_pixels(PAGE_WIDTH / 2 - 36);
    /// Names with 赞成, 反对, 弃权 and what became of them.
    pub(super) const OUTCOMES: Self =
        Self::of_pixels(PAGE_WIDTH - BESIDE_NAMES - 3 * (FIGURES + GAP) - OUTCOME - GAP);
    /// Names with 赞成, 反对 and 弃权.
    pub(super) const VOTES: Self = Self::of_pixels(PAGE_WIDTH - BESIDE_NAMES - 3 * (FIGURES + GAP));

    /// Names with a column for every grade, for abstentions, and for rate and level where they are
    /// shown. Shares stand below the numbers of their grades, a line of their own.
    pub(super) fn grades<'a>(
        heads: impl IntoIterator<Item = &'a str>,
        rate: bool,
        level: Option<&str>,
        shares: bool,
    ) -> Self {
        let whole = Self::of_pixels(PAGE_WIDTH - BESIDE_NAMES);
        if shares {
            return Self { below: 2 * LINE + AROUND, ..whole };
        }
        // Heads take two lines.
        let head = |text: &str| width(text).div_ceil(200).saturating_mul(LEAST_TEXT) + GAP;
        let grades: u32 = heads
            .into_iter()
            .map(|text| head(text).max(FIGURES - GAP) + GAP)
            .fold(0, u32::saturating_add);
        let rate = if rate { RATE + GAP } else { 0 };
        let level = level.map_or(0, |text| {
            (width(text).saturating_mul(LEAST_TEXT) / 100).saturating_add(2 * GAP)
        });
        let numbers = grades.saturating_add(rate).saturating_add(level);
        let beside = Self::of_pixels((PAGE_WIDTH - BESIDE_NAMES).saturating_sub(numbers));
        if beside.room >= LEAST_ROOM * 100 {
            beside
        } else {
            Self { below: LINE + AROUND, ..whole }
        }
    }

    /// Tells whether numbers stand below their name.
    pub(super) const fn is_stacked(self) -> bool {
        self.below > 0
    }

    /// Returns the height of a name's row, in pixels.
    pub(super) fn height(self, name: &str) -> u32 {
        let lines = self.lines(name);
        let above = if lines == 1 { LEAST_ROW } else { lines.saturating_mul(LINE) + AROUND };
        above.saturating_add(self.below)
    }

    /// A line that is broken ends up to an em early: no mark begins a line, and no character is cut.
    fn lines(self, name: &str) -> u32 {
        let width = width(name);
        if width <= self.room {
            return 1;
        }
        width.div_ceil(self.room.saturating_sub(100).max(100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_an_em_and_a_figure_less() {
        assert_eq!(width("民生实事"), 400);
        assert_eq!(width("𬱖䶮"), 200);
        assert_eq!(width("阿里·买买提"), 600);
        assert_eq!(width("12"), 120);
        assert_eq!(width("第12项"), 200 + 120 + 40, "thin spaces about the figures");
    }

    #[test]
    fn a_long_name_takes_as_many_lines_as_it_needs() {
        let of = |characters| Column::OUTCOMES.lines(&"镇".repeat(characters));
        assert_eq!([of(3), of(20), of(21), of(36), of(54)], [1, 1, 2, 2, 3]);
        assert_eq!(Column::LIST.lines(&"镇".repeat(36)), 2);
        assert_eq!(Column::LIST.height("镇"), LEAST_ROW);
        assert_eq!(Column::LIST.height(&"镇".repeat(36)), 2 * LINE + AROUND);
    }

    #[test]
    fn numbers_stand_below_the_name_where_they_would_leave_it_no_room() {
        let grades = ["满意", "基本满意", "不满意", "弃权"];
        let three = Column::grades(grades, true, None, false);
        assert!(!three.is_stacked());
        let shares = Column::grades(grades, true, None, true);
        assert_eq!(shares.height("镇"), LEAST_ROW + 2 * LINE + AROUND, "and shares below them");
        let five = ["很满意", "满意", "基本满意", "不太满意", "不满意", "不了解"];
        let five = Column::grades(five, true, Some("基本满意"), false);
        assert!(five.is_stacked());
        assert_eq!(five.height(&"镇".repeat(30)), LEAST_ROW + LINE + AROUND);
    }
}
