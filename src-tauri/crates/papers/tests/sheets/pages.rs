//! Pages: geometry in millimetres, what keeps together, heads repeated. No PDF here.

use papers::data::ballot::BALLOT_TEXT;
use papers::fonts::{FaceId, FontSet, Role};
use papers::layout::measure::{GridSetting, to_mm};
use papers::layout::page::{GlyphRun, Item, Page, PlacedGlyph};
use papers::layout::setup::Setup;
use papers::layout::typeset;
use papers::text::markup;
use papers::{PageSize, PaperError};

use crate::common::{Set, ballot, count_report, decision, decision_text, options, report_text};

fn set(text: &str) -> Vec<Page> {
    typeset(
        FontSet::bundled().unwrap(),
        &Setup::official(GridSetting::OFFICIAL),
        &markup::parse(text).unwrap(),
    )
    .unwrap()
}

fn runs(items: &[Item]) -> Vec<&GlyphRun> {
    items
        .iter()
        .filter_map(|item| if let Item::Text(run) = item { Some(run) } else { None })
        .collect()
}

fn text_of(run: &GlyphRun) -> String {
    run.glyphs.iter().map(|glyph| glyph.character).collect()
}

/// Vertical and horizontal rules as (position, from, to) in millimetres.
fn verticals(page: &Page) -> Vec<(f64, f64, f64)> {
    let rules = page
        .items
        .iter()
        .filter_map(|item| if let Item::Rule(rule) = item { Some(rule) } else { None });
    let upright = rules.filter(|rule| (rule.from.0 - rule.to.0).abs() < 0.01);
    upright.map(|rule| (to_mm(rule.from.0), to_mm(rule.from.1), to_mm(rule.to.1))).collect()
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

#[test]
fn gbt_9704_a_page_has_22_lines_10_227_mm_apart() {
    let pages = set(&"国".repeat(28 * 60));
    let baselines: Vec<f64> = runs(&pages[0].items)
        .iter()
        .filter(|run| run.face == FaceId::Of(Role::FangSong))
        .map(|run| to_mm(run.baseline))
        .collect();
    assert_eq!(baselines.len(), 22);
    assert!(baselines.windows(2).all(|pair| near(pair[1] - pair[0], 225.0 / 22.0)));
    assert!(baselines[0] > 37.0 && baselines[0] < 37.0 + 225.0 / 22.0);
    assert!(baselines[21] < 297.0 - 35.0);
}

#[test]
fn gbt_9704_the_type_area_is_28_mm_from_the_left_and_156_mm_wide() {
    let pages = set(&"国".repeat(28 * 3));
    let runs = runs(&pages[0].items);
    let (first, second) = (runs[0], runs[1]);
    let pitch = 156.0 / 28.0;
    let inset = |run: &GlyphRun| to_mm(run.glyphs[0].x + (run.glyphs[0].advance - run.size) / 2.0);
    assert!((inset(first) - (28.0 + 2.0 * pitch)).abs() < 0.1, "two characters in");
    assert!((inset(second) - 28.0).abs() < 0.1);
    let last = second.glyphs.last().unwrap();
    assert!((to_mm(last.x + last.advance) - (210.0 - 26.0)).abs() < 0.1);
}

#[test]
fn gbt_9704_page_numbers_stand_7_mm_below_odd_right_even_left() {
    let pages = set(&"国".repeat(28 * 60));
    let foot = |page: &Page| {
        runs(&page.items).into_iter().find(|run| text_of(run).starts_with('—')).unwrap().clone()
    };
    let (odd, even) = (foot(&pages[0]), foot(&pages[1]));
    assert_eq!((text_of(&odd).as_str(), text_of(&even).as_str()), ("— 1 —", "— 2 —"));
    let last = odd.glyphs.last().unwrap();
    let character = to_mm(14.0);
    // The dash stands in the middle of a cell one character wide.
    let side = |glyph: &PlacedGlyph| (14.0 - glyph.advance) / 2.0;
    assert!(near(to_mm(last.x + last.advance + side(last)), 210.0 - 26.0 - character));
    assert!(near(to_mm(even.glyphs[0].x - side(&even.glyphs[0])), 28.0 + character));
    let top_of_type = to_mm(odd.baseline - 14.0 * 0.88);
    assert!(near(top_of_type, 297.0 - 35.0 + 7.0));
    assert!(near(odd.size, 14.0));
}

#[test]
fn a_page_on_its_side_keeps_its_number_where_all_pages_have_it() {
    let pages = set(&format!("{}\n:page turned\n^ 表", "国".repeat(28)));
    assert!(near(to_mm(pages[1].width), 297.0) && near(to_mm(pages[1].height), 210.0));
    let number = runs(&pages[1].upright)[0];
    assert_eq!(text_of(number), "— 2 —");
    assert!(near(to_mm(number.baseline - 14.0 * 0.88), 269.0));
}

#[test]
fn body_lines_return_to_the_grid_after_a_title() {
    let pages = set("# 题目\n正文");
    let body = runs(&pages[0].items)[1];
    let line = (to_mm(body.baseline) - 37.0) / (225.0 / 22.0);
    let first = to_mm((225.0 / 22.0 / 25.4 * 72.0 - 16.0) / 2.0 + 16.0 * 0.88) / (225.0 / 22.0);
    assert!(((line - first) - (line - first).round()).abs() < 0.001);
}

#[test]
fn a_heading_keeps_with_the_line_below_it() {
    for lines in 18..24 {
        let pages = set(&format!("{}\n## 一、标题\n下文", "国".repeat(28 * lines - 2)));
        let page = pages.iter().find(|page| page.text().contains("标题")).unwrap();
        assert!(page.text().contains("下文"), "{lines} lines before");
    }
}

#[test]
fn a_signature_takes_two_lines_of_text_with_it() {
    for lines in 18..24 {
        let pages = set(&format!(
            "{}\n:sign 青石镇人民代表大会 | 2026年1月16日",
            "国".repeat(28 * lines - 2)
        ));
        let page = pages.iter().find(|page| page.text().contains("青石镇")).unwrap();
        assert!(page.text().matches('国').count() >= 28, "{lines} lines before");
    }
}

#[test]
fn a_signature_below_a_list_of_annexes_takes_text_with_it() {
    for lines in 14..24 {
        let pages = set(&format!(
            "{}\n~\n附件：1.报告单\n< 　　　2.办法\n~\n:sign-sealed 青石镇人民代表大会 | 2026年1月16日",
            "国".repeat(28 * lines - 2)
        ));
        let page = pages.iter().find(|page| page.text().contains("青石镇")).unwrap();
        assert!(page.text().contains("附件"), "{lines} lines before");
        assert!(page.text().matches('国').count() >= 28, "{lines} lines before");
    }
}

#[test]
fn another_letter_is_numbered_from_one_again() {
    let long = "国".repeat(28 * 30);
    let pages = set(&format!("{long}\n:page anew\n甲\n:page\n乙"));
    let numbers: Vec<String> = pages
        .iter()
        .map(|page| runs(&page.items).into_iter().map(text_of).find(|text| text.starts_with('—')))
        .map(Option::unwrap)
        .collect();
    assert_eq!(numbers, ["— 1 —", "— 2 —", "— 1 —", "— 2 —"]);
}

#[test]
fn the_note_of_the_annex_never_stands_on_a_page_by_itself() {
    for lines in 18..24 {
        let pages = set(&format!("{}\n~\n附件：清单", "国".repeat(28 * lines - 2)));
        let page = pages.iter().find(|page| page.text().contains("附件")).unwrap();
        assert!(page.text().matches('国').count() >= 28, "{lines} lines before");
    }
}

#[test]
fn gbt_9704_a_sealed_signature_is_centred_on_a_date_four_characters_from_the_right() {
    let pages = set(":sign-sealed 青石镇人大 | 2026年1月16日");
    let items = &pages[0].items;
    let bounds = |baseline: f64| {
        let glyphs: Vec<_> = runs(items)
            .into_iter()
            .filter(|run| near(run.baseline, baseline))
            .flat_map(|run| run.glyphs.clone())
            .collect();
        (to_mm(glyphs[0].x), to_mm(glyphs.last().unwrap().x + glyphs.last().unwrap().advance))
    };
    let (name, date) = (bounds(runs(items)[0].baseline), bounds(runs(items)[1].baseline));
    assert!((date.1 - (184.0 - 4.0 * 156.0 / 28.0)).abs() < 0.15);
    assert!(((name.0 + name.1) - (date.0 + date.1)).abs() < 0.3);
}

#[test]
fn a_long_table_repeats_its_head_and_tears_no_row() {
    let mut ballot = ballot(PageSize::A4);
    let rows = options();
    ballot.sections[0].options = (0..40).map(|index| rows[index % rows.len()].clone()).collect();
    let pages = ballot.paper(BALLOT_TEXT).pages().unwrap();
    assert!(pages.len() > 1);
    for page in &pages {
        assert!(!page.text().contains("镇水利站") || page.text().contains("项目名称"));
        for (_, top, bottom) in verticals(page) {
            assert!(top >= 18.0 - 0.01 && bottom <= 297.0 - 15.0 + 0.01);
        }
    }
    let all: String = pages.iter().map(Page::text).collect();
    assert_eq!(all.matches("路灯亮化工程").count(), 3);
}

#[test]
fn every_place_to_mark_is_at_least_9_mm_wide_and_high() {
    for size in [PageSize::A4, PageSize::A5] {
        let paper = ballot(size);
        let pages = paper.paper(BALLOT_TEXT).pages().unwrap();
        assert_eq!(pages.len(), 1, "{size:?}");
        let rules = verticals(&pages[0]);
        let columns = rules.iter().filter(|(_, top, _)| near(*top, rules[0].1)).count();
        let rows: Vec<_> = rules.chunks(columns).skip(1).collect();
        assert_eq!(rows.len(), 12);
        for row in rows {
            let (right, left) = (row[columns - 1], row[columns - 2]);
            assert!(
                right.0 - left.0 >= 9.0 && right.2 - right.1 >= 9.0,
                "{size:?} {right:?} {left:?}"
            );
        }
    }
}

#[test]
fn a_name_of_thirty_characters_and_a_name_of_eight_syllables_stay_in_their_cells() {
    let mut decision = decision();
    decision.matter.projects[0].name =
        "青石村至云岭村至大坪村至柳溪村至石门村通村通组公路路面硬化及安防工程".to_owned();
    decision.matter.projects[0].facts.person = "阿卜杜热西提·买买提艾力".to_owned();
    let pages = decision.paper(decision_text()).pages().unwrap();
    let text: String = pages.iter().map(Page::text).collect::<String>().replace('\n', "");
    assert!(text.contains("阿卜杜热西提·"));
    for page in pages.iter().filter(|page| !verticals(page).is_empty()) {
        let right = verticals(page).iter().map(|rule| rule.0).fold(0.0, f64::max);
        let inside = |run: &&GlyphRun| {
            run.glyphs.iter().all(|glyph| to_mm(glyph.x + glyph.advance) <= right + 0.01)
        };
        assert!(runs(&page.items).iter().all(inside));
    }
}

#[test]
fn the_sample_report_and_the_sample_ballot_fit_on_one_page() {
    assert_eq!(count_report().paper(report_text()).pages().unwrap().len(), 1);
    assert_eq!(ballot(PageSize::A4).paper(BALLOT_TEXT).pages().unwrap().len(), 1);
}

#[test]
fn titles_break_at_their_hints_only() {
    let text = |page: &Page| page.text().lines().take(2).map(str::to_owned).collect::<Vec<_>>();
    let pages = decision().paper(decision_text()).pages().unwrap();
    assert_eq!(
        text(&pages[0]),
        ["青石镇第十八届人民代表大会第五次会议", "关于2026年度民生实事项目的决定"]
    );
}

#[test]
fn a_table_wider_than_the_page_is_refused() {
    let blocks = markup::parse(":table 100l 100l\n甲 | 乙\n:end").unwrap();
    let refused =
        typeset(FontSet::bundled().unwrap(), &Setup::official(GridSetting::OFFICIAL), &blocks);
    assert!(matches!(refused, Err(PaperError::TooWide { .. })));
}

#[test]
fn the_wide_grid_has_20_lines_of_25_characters() {
    let setup = Setup::official(GridSetting::WIDE);
    let pages = typeset(
        FontSet::bundled().unwrap(),
        &setup,
        &markup::parse(&"国".repeat(25 * 30 - 2)).unwrap(),
    )
    .unwrap();
    assert_eq!(pages[0].text().matches('国').count(), 25 * 20 - 2);
}
