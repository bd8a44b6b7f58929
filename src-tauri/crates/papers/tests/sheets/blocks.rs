//! Blocks that are drawn: forms, tables by content, frames, codes, two ballots on a sheet. Lengths
//! in millimetres.

use papers::MarkupFault;
use papers::fonts::FontSet;
use papers::layout::measure::{GridSetting, PageSize, to_mm};
use papers::layout::page::{GlyphRun, Item, Outline, Page, Rule, Stroke};
use papers::layout::setup::{OnASheet, Setup};
use papers::layout::typeset;
use papers::text::markup;

fn set_in(setup: &Setup, text: &str) -> Vec<Page> {
    typeset(FontSet::bundled().unwrap(), setup, &markup::parse(text).unwrap()).unwrap()
}

fn report(text: &str) -> Vec<Page> {
    set_in(&Setup::report(None), text)
}

fn official(text: &str) -> Vec<Page> {
    set_in(&Setup::official(GridSetting::OFFICIAL), text)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

fn rules(page: &Page) -> Vec<Rule> {
    page.items
        .iter()
        .filter_map(|item| if let Item::Rule(rule) = item { Some(*rule) } else { None })
        .collect()
}

fn boxes(page: &Page) -> Vec<Outline> {
    page.items
        .iter()
        .filter_map(|item| if let Item::Box(outline) = item { Some(*outline) } else { None })
        .collect()
}

fn runs(page: &Page) -> Vec<&GlyphRun> {
    page.items
        .iter()
        .filter_map(|item| if let Item::Text(run) = item { Some(run) } else { None })
        .collect()
}

fn text_of(run: &GlyphRun) -> String {
    run.glyphs.iter().map(|glyph| glyph.character).collect()
}

/// Where the upright rules of the first row stand, in millimetres from the left edge of the table.
fn edges(page: &Page) -> Vec<f64> {
    let upright: Vec<Rule> =
        rules(page).into_iter().filter(|rule| (rule.from.0 - rule.to.0).abs() < 0.01).collect();
    let top = upright[0].from.1;
    let first = upright.iter().filter(|rule| (rule.from.1 - top).abs() < 0.01);
    first.map(|rule| to_mm(rule.from.0 - upright[0].from.0)).collect()
}

#[test]
fn columns_are_as_wide_as_their_content() {
    let pages =
        report(":table al ac *l\n序号 | 数 | 说明\n一二三四五六七八 | 12 | 甲\n二 | 3 | 乙\n:end");
    let edges = edges(&pages[0]);
    // Eight characters of 12 pt and 3.4 pt of white at both sides.
    assert!(near(edges[1], to_mm(8.0 * 12.0 + 6.8)), "{edges:?}");
    assert!(near(edges[3], 210.0 - 48.0), "the rest fills the width: {edges:?}");
}

#[test]
fn columns_of_content_fill_the_width_when_nobody_takes_the_rest() {
    let edges = edges(&report(":table al ar\n甲 | 乙\n一二三四 | 1\n:end")[0]);
    assert!(near(edges[2], 210.0 - 48.0), "{edges:?}");
}

#[test]
fn columns_that_ask_for_too_much_are_broken_not_squeezed_out() {
    let long = "国".repeat(60);
    let pages = report(&format!(":table al al al\n甲 | 乙 | 丙\n{long} | {long} | 丁\n:end"));
    let edges = edges(&pages[0]);
    assert!(near(edges[3], 210.0 - 48.0) && edges[3] - edges[2] > 8.0, "{edges:?}");
}

#[test]
fn a_sum_joins_cells_and_is_never_parted_from_the_row_above() {
    for before in 20..40 {
        let rows = "行 | 甲 | 1\n".repeat(before);
        let pages = report(&format!(
            ":table 20c *l 20r\n序号 | 名称 | 数\n{rows}末 | 乙 | 1\n= 合计 | << | 9\n:end"
        ));
        let page = pages.iter().find(|page| page.text().contains("合计")).unwrap();
        assert!(page.text().contains('末'), "{before} rows before");
    }
    let pages = report(":table 20c *l 20r headless\n= 合计 | << | 9\n:end");
    assert_eq!(edges(&pages[0]).len(), 3, "no rule inside joined cells");
}

#[test]
fn the_name_of_a_group_is_never_parted_from_its_first_row() {
    for before in 20..40 {
        let rows = "行 | 甲\n".repeat(before);
        let pages =
            report(&format!(":table 20c *l\n序号 | 名称\n{rows}# 二、公共服务\n首 | 乙\n:end"));
        let page = pages.iter().find(|page| page.text().contains("公共服务")).unwrap();
        assert!(page.text().contains('首'), "{before} rows before");
    }
}

#[test]
fn a_long_name_shrinks_or_is_broken_behind_its_dot_or_before_its_note() {
    let lines = |cell: &str| {
        let pages = report(&format!(":table 30l! *l headless\n{cell} | 〇\n:end"));
        let text = pages[0].text();
        text.lines()
            .filter(|line| !line.contains('〇') && !line.contains('第'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(lines("阿卜杜热西提·买买提艾力"), ["阿卜杜热西提·", "买买提艾力"]);
    assert_eq!(lines("欧阳春兰花（女，回族）"), ["欧阳春兰花", "（女，回族）"]);
    let pages = report(":table 30l! *l headless\n买买提·艾力 | 〇\n欧阳春兰花八九十 | 〇\n:end");
    let sizes: Vec<f64> = runs(&pages[0]).iter().map(|run| run.size).collect();
    assert!(sizes.iter().any(|size| *size < 12.0 && *size >= 9.0), "{sizes:?}");
}

#[test]
fn ruled_lines_stand_a_body_line_apart() {
    let page = &official("正文\n:lines 5")[0];
    let ys: Vec<f64> = rules(page).iter().map(|rule| to_mm(rule.from.1)).collect();
    assert_eq!(ys.len(), 5);
    assert!(ys.windows(2).all(|pair| near(pair[1] - pair[0], 225.0 / 22.0)));
}

#[test]
fn squares_for_zheng_wrap_inside_their_cell() {
    let page = &report(":table 20c 30c 30c\n项目 | 赞成 | 反对\n甲 | [正 6] | [正 2]\n:end")[0];
    let boxes = boxes(page);
    assert_eq!(boxes.len(), 8);
    let edges = edges(page);
    let left = to_mm(rules(page)[0].from.0);
    let inside = |outline: &&Outline| {
        to_mm(outline.x) >= left + edges[1] && to_mm(outline.x + outline.width) <= left + edges[2]
    };
    assert_eq!(boxes.iter().filter(inside).count(), 6);
}

#[test]
fn a_frame_holds_blocks_in_its_middle_and_is_dashed_when_cut() {
    let page = &report(":box 60\n# 封袋\n^ 有效票\n:end\n:box 40 cut\n^ 封\n:end")[0];
    let boxes = boxes(page);
    assert!(near(to_mm(boxes[0].height), 60.0) && boxes[0].stroke == Stroke::Solid);
    assert!(near(to_mm(boxes[1].height), 40.0) && boxes[1].stroke == Stroke::Dashed);
    let seal = runs(page).into_iter().find(|run| text_of(run) == "封").unwrap();
    let middle = boxes[1].y + boxes[1].height / 2.0;
    assert!((seal.baseline - middle).abs() < seal.size, "{} {middle}", seal.baseline);
}

#[test]
fn columns_stand_side_by_side() {
    let page = &report(":beside\n甲\n乙\n:next\n丙\n:end")[0];
    let at = |wanted: &str| runs(page).into_iter().find(|run| text_of(run) == wanted).unwrap();
    assert!(
        near(at("甲").baseline, at("丙").baseline)
            && at("丙").glyphs[0].x > at("甲").glyphs[0].x + 200.0
    );
    assert!(at("乙").baseline > at("甲").baseline);
}

#[test]
fn a_page_frame_stands_outside_the_type_area_on_its_own_page_only() {
    let pages = official(":frame\n正文\n:page\n正文");
    let frame = boxes(&pages[0]);
    assert_eq!((frame.len(), boxes(&pages[1]).len()), (2, 0));
    assert!(near(to_mm(frame[0].x), 28.0 - 7.0) && near(to_mm(frame[0].width), 156.0 + 14.0));
}

#[test]
fn a_fault_inside_a_frame_is_pointed_at_with_its_line() {
    let Err(papers::PaperError::Markup { line, cause }) =
        markup::parse("甲\n:box 40\n乙\n:tabel 10l\n:end")
    else {
        panic!("must be refused")
    };
    assert_eq!((line, cause), (4, MarkupFault::UnknownBlock(":tabel".to_owned())));
    let Err(papers::PaperError::Markup { line, .. }) =
        markup::parse(":beside\n甲\n:next\n:table 10l\n甲|乙\n:end\n:end")
    else {
        panic!("must be refused")
    };
    assert_eq!(line, 5);
}

#[test]
fn two_a5_pages_stand_on_one_a4_with_a_line_to_cut() {
    let setup = Setup::ballot(PageSize::A5);
    let (one, two) = (set_in(&setup, "^ 票"), set_in(&setup.on_a_sheet(OnASheet::Two), "^ 票"));
    assert!(near(to_mm(two[0].width), 297.0) && near(to_mm(two[0].height), 210.0));
    let (single, both) = (runs(&one[0])[0].glyphs[0].x, runs(&two[0]));
    assert_eq!(both.len(), 2);
    assert!(
        near(to_mm(both[0].glyphs[0].x - single), 0.25)
            && near(to_mm(both[1].glyphs[0].x - both[0].glyphs[0].x), 148.5)
    );
    let cut = rules(&two[0])[0];
    assert!(near(to_mm(cut.from.0), 148.5) && cut.stroke == Stroke::Dashed);
}

#[test]
fn the_fingerprint_stands_opposite_the_page_number_with_a_code_where_the_office_wants_one() {
    let hash = "9f2c41d07a5be8836c0d1f4e92ab77305be1c2d3a4f5968778695a4b3c2d1e0f";
    let setup = Setup::report(Some(hash.to_owned()));
    let plain = set_in(&setup, "正文");
    assert!(plain[0].text().contains("9f2c 41d0 7a5b e883 6c0d 1f4e 92ab 7730"));
    let coded = set_in(&setup.in_style(GridSetting::OFFICIAL, true), "正文");
    let dark: Vec<_> = coded[0]
        .items
        .iter()
        .filter_map(|item| if let Item::Fill(area) = item { Some(*area) } else { None })
        .collect();
    let (left, bottom) = dark.iter().fold((f64::MAX, 0.0), |(x, y): (f64, f64), area| {
        (x.min(area.x), y.max(area.y + area.height))
    });
    assert!(!dark.is_empty() && to_mm(left) > 24.0 && to_mm(bottom) < 297.0 - 8.0);
    let official = Setup::official(GridSetting::OFFICIAL).with_fingerprint(Some(hash.to_owned()));
    let pages = set_in(&official.in_style(GridSetting::OFFICIAL, true), &"国".repeat(28 * 30));
    let x = |page: &Page, wanted: char| {
        runs(page).into_iter().find(|run| text_of(run).starts_with(wanted)).unwrap().glyphs[0].x
    };
    assert!(x(&pages[0], '记') < x(&pages[0], '—') && x(&pages[1], '记') > x(&pages[1], '—'));
}

#[test]
fn a_code_too_long_is_refused() {
    let refused = typeset(
        FontSet::bundled().unwrap(),
        &Setup::report(None),
        &markup::parse(&format!(":qr {}", "国".repeat(2000))).unwrap(),
    );
    assert!(matches!(refused, Err(papers::PaperError::Qr { bytes: 6000 })));
}

#[test]
fn lines_to_sign_on_take_two_lines_of_text_with_them() {
    for lines in 30..42 {
        let pages = report(&format!(
            "{}\n:table 40r *l headless plain row=9.5\n总监票人： | ____\n监票人： | ____\n:end\n> 日期",
            "国".repeat(38 * lines)
        ));
        let page = pages.iter().find(|page| page.text().contains("总监票人")).unwrap();
        assert!(page.text().matches('国').count() > 38, "{lines} lines before");
        assert!(page.text().contains("日期"));
    }
}

#[test]
fn seal_strips_fill_a_page_before_they_take_another() {
    let pages = report(&":box 70 cut\n^ 封\n:end\n".repeat(4));
    assert_eq!(pages.iter().map(|page| boxes(page).len()).collect::<Vec<_>>(), [3, 1]);
}

#[test]
fn a_cell_of_several_rows_stands_in_their_middle_without_rules_and_on_one_page() {
    let page = &report(
        ":table 20c 30c 20c headless row=10\n甲 | 赞成 | 1\n^^ | 反对 | 2\n^^ | 弃权 | 3\n:end",
    )[0];
    let at =
        |wanted: &str| runs(page).into_iter().find(|run| text_of(run) == wanted).unwrap().baseline;
    assert!(near(at("甲"), at("反对")), "in the middle of three rows");
    let level = |rule: &&Rule| (rule.from.1 - rule.to.1).abs() < 0.01;
    let left = rules(page).iter().map(|rule| rule.from.0).fold(f64::MAX, f64::min);
    let at_left =
        rules(page).iter().filter(level).filter(|rule| (rule.from.0 - left).abs() < 0.01).count();
    assert_eq!(at_left, 2, "above the first row and below the last");
    for before in 18..34 {
        let rows = "行 | 赞成 | 1\n".repeat(before);
        let pages = report(&format!(
            ":table 20c 30c 20c\n名 | 意见 | 数\n{rows}甲 | 赞成 | 1\n^^ | 反对 | 2\n^^ | 弃权 | 3\n:end\n末"
        ));
        let page = pages.iter().find(|page| page.text().contains('甲')).unwrap();
        assert!(page.text().contains("弃权"), "{before} rows before");
    }
}

#[test]
fn a_cell_of_two_rows_makes_the_last_taller_when_it_must() {
    let page = &report(&format!(
        ":table 20c 30c headless row=8\n{} | 赞成\n^^ | 反对\n:end",
        "国".repeat(20)
    ))[0];
    let bottom = rules(page).iter().map(|rule| rule.to.1).fold(0.0, f64::max);
    let last = runs(page)
        .iter()
        .filter(|run| text_of(run).contains('国'))
        .map(|run| run.baseline)
        .fold(0.0, f64::max);
    assert!(last < bottom && to_mm(bottom) > 20.0 + 2.0 * 8.0 + 5.0, "{}", to_mm(bottom));
}

/// A row that no page holds goes on on the next, with its head above it; nothing of it is lost.
#[test]
fn a_row_taller_than_a_page_is_torn_between_its_lines() {
    let long = "建设内容".repeat(600);
    let pages = report(&format!(":table 20c *l 40l\n序号 | 内容 | 单位\n1 | {long} | 甲\n:end"));
    assert!(pages.len() > 1);
    let text: String = pages.iter().map(Page::text).collect();
    assert_eq!(text.matches('建').count(), 600);
    assert_eq!(text.matches("序号").count(), pages.len());
    let bottom = to_mm(Setup::report(None).corner().1 + Setup::report(None).height());
    let lowest = |page: &Page| rules(page).iter().map(|rule| rule.to.1).fold(0.0, f64::max);
    assert!(pages.iter().all(|page| to_mm(lowest(page)) <= bottom + 0.1));
}
