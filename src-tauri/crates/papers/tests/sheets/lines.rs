//! Lines: 避头尾, squeezed marks, lines that end at the margin, no line of one character.

use papers::fonts::{FontSet, Role};
use papers::layout::chars::{Class, may_break};
use papers::layout::line::{
    Cell, Measure, Setting, Span, break_lines, cells, natural_width, set_line,
};
use papers::layout::measure::{GridSetting, SLACK, Type};
use papers::layout::setup::Setup;
use proptest::prelude::*;

fn body() -> (Type, Measure) {
    let setup = Setup::official(GridSetting::OFFICIAL);
    (setup.body, Measure { width: setup.width(), indent: setup.body.pitch * 2.0 })
}

fn measured(text: &str) -> Vec<Cell> {
    cells(FontSet::bundled().unwrap(), &[Span::new(Role::FangSong, text)], body().0).unwrap()
}

fn lines(text: &str) -> Vec<String> {
    let cells = measured(text);
    break_lines(&cells, body().1)
        .into_iter()
        .map(|range| cells[range].iter().map(|cell| cell.character).collect())
        .collect()
}

/// Where the ink of a justified line ends.
fn ink_end(cells: &[Cell], width: f64) -> f64 {
    let set = set_line(cells, width, Setting::Justified);
    let (x, last) = set.cells.last().unwrap();
    x + last.width - if last.class == Class::Closing { last.size() / 2.0 } else { 0.0 }
}

#[test]
fn a_full_line_has_28_characters_and_the_first_26() {
    let lines = lines(&"国".repeat(26 + 28 + 28));
    assert_eq!(lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [26, 28, 28]);
}

#[test]
fn a_stop_never_begins_a_line() {
    for length in 20..40 {
        for line in lines(&format!("{}。{}", "国".repeat(length), "民".repeat(30))) {
            assert!(!line.starts_with('。'), "{line}");
        }
    }
}

#[test]
fn an_opening_mark_never_ends_a_line() {
    for length in 20..40 {
        for line in lines(&format!("{}《{}", "国".repeat(length), "民".repeat(30))) {
            assert!(!line.ends_with('《'), "{line}");
        }
    }
}

#[test]
fn numbers_and_dashes_are_never_parted() {
    for length in 18..40 {
        let text = format!("{}2026年——{}", "国".repeat(length), "民".repeat(30));
        assert!(lines(&text).iter().any(|line| line.contains("2026")), "{length}");
        assert!(lines(&text).iter().any(|line| line.contains("——")), "{length}");
    }
}

#[test]
fn neighbouring_marks_give_up_half_an_em() {
    let (body, _) = body();
    for pair in ["》。", "），", "：“", "（《", "”、"] {
        let squeezed = natural_width(&measured(pair));
        assert!((squeezed - (2.0 * body.pitch - body.size / 2.0)).abs() < SLACK, "{pair}");
    }
    assert!((natural_width(&measured("（）")) - 2.0 * body.pitch).abs() < SLACK);
}

#[test]
fn a_stop_behind_a_full_line_is_squeezed_in() {
    let lines = lines(&format!(
        "{}，{}，{}，{}",
        "国".repeat(4),
        "民".repeat(5),
        "大".repeat(15),
        "人".repeat(20)
    ));
    assert_eq!(
        lines[0].chars().count(),
        27,
        "the comma is the 27th cell of a line of 26: {lines:?}"
    );
}

#[test]
fn the_last_line_has_more_than_one_character() {
    for length in 20..120 {
        let lines = lines(&format!("{}。", "国".repeat(length)));
        let last = lines.last().unwrap().chars().filter(|c| *c != '。').count();
        assert!(lines.len() == 1 || last > 1, "{length}: {lines:?}");
    }
}

#[test]
fn narrow_quotes_stand_at_the_inner_edge_of_a_full_cell() {
    let cells = measured("“国”");
    let set = set_line(&cells, 500.0, Setting::Natural);
    assert!(
        (cells[0].width - body().0.pitch).abs() < SLACK
            && (cells[2].width - body().0.pitch).abs() < SLACK
    );
    let items = set.draw(0.0, 0.0);
    let papers::layout::page::Item::Text(run) = &items[0] else { panic!("text") };
    let quote = run.glyphs[0];
    assert!(
        (quote.x + quote.advance - body().0.pitch).abs() < SLACK,
        "the opening quote ends where its cell ends"
    );
}

proptest! {
    #[test]
    fn nothing_is_lost_and_no_line_leaves_the_margin(text in "[国民大会，。、；：（）《》“”—…0-9A-Za-z％·○]{1,200}") {
        let cells = measured(&text);
        let (_, measure) = body();
        let ranges = break_lines(&cells, measure);
        let joined: String = ranges.iter().flat_map(|range| cells[range.clone()].iter().map(|cell| cell.character)).collect();
        prop_assert_eq!(&joined, &text);
        for (index, range) in ranges.iter().enumerate() {
            let width = if index == 0 { measure.width - measure.indent } else { measure.width };
            let line = &cells[range.clone()];
            let is_breakable = line.windows(2).any(|w| may_break((w[0].character, w[0].class), (w[1].character, w[1].class)));
            if is_breakable {
                prop_assert!(ink_end(line, width) <= width + 0.01, "line {} of {:?}", index, text);
            }
        }
    }

    #[test]
    fn every_line_but_the_last_ends_at_the_margin(text in "[国民大会的]{8,20}(，[国民大会的]{3,15}){4,9}。") {
        let cells = measured(&text);
        let (body, measure) = body();
        let ranges = break_lines(&cells, measure);
        for (index, range) in ranges.iter().enumerate().take(ranges.len() - 1) {
            let width = if index == 0 { measure.width - measure.indent } else { measure.width };
            let end = set_line(&cells[range.clone()], width, Setting::Justified).width;
            prop_assert!((end - width).abs() < body.size * 0.01, "line {} of {:?} ends {} pt away", index, text, end - width);
        }
    }
}
