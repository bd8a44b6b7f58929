//! Measured in millimetres from the PDF itself: what the printer will put where. The files are read
//! again, no plan of ours is trusted.

use std::num::NonZeroU32;

use lopdf::Document;
use lopdf::content::Content;
use papers::data::ballot::BallotPaper;
use papers::layout::measure::{GridSetting, to_mm};
use papers::layout::setup::{OnASheet, Setup};
use papers::{OfficeStyle, PageSize, Paper, render_ballot};

use crate::common::{Set, ballots, decision, decision_text};
use crate::whole::{hard_day, papers_of, usual_day};

/// What stands on a page of a file, in millimetres from the left and from the top.
struct Sheet {
    width: f64,
    height: f64,
    /// Font, size in points, where the line of text begins.
    text: Vec<(String, f64, (f64, f64))>,
    /// Straight lines from here to there.
    rules: Vec<[(f64, f64); 2]>,
}

fn number(object: &lopdf::Object) -> f64 {
    f64::from(object.as_float().unwrap())
}

/// Reads the pages of a file.
fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let document = Document::load_mem(bytes).unwrap();
    document.page_iter().map(|page| sheet(&document, page)).collect()
}

fn sheet(document: &Document, page: lopdf::ObjectId) -> Sheet {
    let media =
        document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
    let (width, height) = (number(&media[2]), number(&media[3]));
    let mut sheet =
        Sheet { width: to_mm(width), height: to_mm(height), text: Vec::new(), rules: Vec::new() };
    let place = |x: f64, y: f64| (to_mm(x), to_mm(height - y));
    let (mut font, mut size, mut pen, mut at) = (String::new(), 0.0, (0.0, 0.0), (0.0, 0.0));
    for operation in Content::decode(&document.get_page_content(page)).unwrap().operations {
        let numbers = || operation.operands.iter().map(number).collect::<Vec<_>>();
        match operation.operator.as_str() {
            "Tf" => {
                font =
                    String::from_utf8(operation.operands[0].as_name().unwrap().to_vec()).unwrap();
                size = number(&operation.operands[1]);
            }
            "Tm" => at = (numbers()[4], numbers()[5]),
            "Td" => at = (numbers()[0], numbers()[1]),
            "TJ" | "Tj" => sheet.text.push((font.clone(), size, place(at.0, at.1))),
            "m" => pen = (numbers()[0], numbers()[1]),
            "l" => {
                let to = (numbers()[0], numbers()[1]);
                sheet.rules.push([place(pen.0, pen.1), place(to.0, to.1)]);
                pen = to;
            }
            _ => {}
        }
    }
    sheet
}

impl Sheet {
    /// Baselines of the body, from the top, each once.
    fn baselines(&self, font: &str, points: f64) -> Vec<f64> {
        let mut lines: Vec<f64> = self
            .text
            .iter()
            .filter(|(face, size, _)| face.starts_with(font) && (size - points).abs() < 0.01)
            .map(|text| text.2.1)
            .collect();
        lines.sort_by(f64::total_cmp);
        lines.dedup_by(|a, b| (*a - *b).abs() < 0.01);
        lines
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.05
}

fn body_of(grid: GridSetting) -> Vec<Sheet> {
    let text = "国".repeat(28 * 60);
    let date = crate::common::day();
    let paper = Paper {
        kind: "grid",
        title: "版心".to_owned(),
        date,
        text: &text,
        fields: &(),
        setup: Setup::official(GridSetting::OFFICIAL),
    };
    let style = OfficeStyle { grid, ..OfficeStyle::standard().unwrap() };
    sheets(&paper.render_in(&style, NonZeroU32::MIN).unwrap().bytes)
}

/// GB/T 9704-2012, 5.2.1 and 5.2.3: A4, 22 lines in a type area of 156 × 225 mm, 37 mm below the
/// upper edge and 28 mm from the left.
#[test]
fn the_type_area_and_its_22_lines_are_where_the_standard_has_them() {
    let pages = body_of(GridSetting::OFFICIAL);
    let page = &pages[0];
    assert!(near(page.width, 210.0) && near(page.height, 297.0));
    let lines = page.baselines("FangSong", 16.0);
    assert_eq!(lines.len(), 22);
    assert!(lines.windows(2).all(|pair| near(pair[1] - pair[0], 225.0 / 22.0)), "{lines:?}");
    // The character stands in the middle of its line: 88 % of the em are above the baseline.
    let above = (225.0 / 22.0 - to_mm(16.0)) / 2.0 + to_mm(16.0) * 0.88;
    assert!(near(lines[0], 37.0 + above), "{}", lines[0]);
    let left: Vec<f64> = page
        .text
        .iter()
        .filter(|text| text.0.starts_with("FangSong"))
        .map(|text| text.2.0)
        .collect();
    let side = (156.0 / 28.0 - to_mm(16.0)) / 2.0;
    assert!(near(left[0], 28.0 + 2.0 * 156.0 / 28.0 + side), "two characters in: {}", left[0]);
    assert!(left[1..].iter().all(|x| near(*x, 28.0 + side)));
}

#[test]
fn an_office_with_20_lines_gets_20() {
    let lines = body_of(GridSetting::WIDE)[0].baselines("FangSong", 16.0);
    assert_eq!(lines.len(), 20);
    assert!(lines.windows(2).all(|pair| near(pair[1] - pair[0], 225.0 / 20.0)));
}

/// GB/T 9704-2012, 7.5: 4号 Song, 7 mm below the type area, odd pages at the right less one
/// character, even pages at the left plus one.
#[test]
fn page_numbers_stand_where_the_standard_has_them() {
    let pages = body_of(GridSetting::OFFICIAL);
    let number = |page: &Sheet| {
        page.text
            .iter()
            .find(|text| text.0.starts_with("Song") && (text.1 - 14.0).abs() < 0.01)
            .unwrap()
            .2
    };
    let (odd, even) = (number(&pages[0]), number(&pages[1]));
    assert!(near(odd.1, 297.0 - 35.0 + 7.0 + to_mm(14.0) * 0.88) && near(odd.1, even.1));
    assert!(odd.0 > 150.0 && odd.0 < 184.0 - to_mm(14.0));
    assert!(even.0 >= 28.0 + to_mm(14.0) - 0.05 && even.0 < 28.0 + 2.0 * to_mm(14.0));
}

/// GB/T 9704-2012, 7.3.1: titles in 2号, the line below in the middle of the same type area.
#[test]
fn a_title_is_centred_in_2_hao() {
    let page = &sheets(&decision().render(decision_text()).unwrap().bytes)[0];
    let title: Vec<_> = page.text.iter().filter(|text| text.0.starts_with("BiaoSong")).collect();
    assert!(title.iter().all(|text| (text.1 - 22.0).abs() < 0.01 && text.2.0 > 28.0));
}

/// 填票: every cell to mark in is at least 9 mm wide and tall on the paper that is printed, and
/// nothing is printed nearer than 7 mm to the edge.
#[test]
fn ballots_are_printed_with_boxes_of_nine_millimetres_inside_what_printers_reach() {
    for (name, ballot) in ballots() {
        let cut = 148.5;
        for page in sheets(&render_ballot(&ballot, NonZeroU32::MIN).unwrap().bytes) {
            let upright: Vec<_> = page
                .rules
                .iter()
                .filter(|[from, to]| near(from.0, to.0) && !near(from.0, cut))
                .collect();
            assert!(!upright.is_empty(), "{name}");
            for [from, to] in &upright {
                assert!((to.1 - from.1).abs() >= 9.0, "{name}: {from:?} {to:?}");
            }
            for row in upright.chunk_by(|a, b| near(a[0].1, b[0].1) && a[0].0 < b[0].0) {
                let last = row[row.len() - 1][0].0 - row[row.len() - 2][0].0;
                assert!(last >= 9.0, "{name}: {last}");
            }
            let places = page.text.iter().map(|text| text.2);
            assert!(
                places.clone().all(|(x, y)| x > 7.0
                    && x < page.width - 7.0
                    && y > 7.0
                    && y < page.height - 5.0),
                "{name}"
            );
        }
    }
}

/// 裁开: both ballots of a sheet are the same, each half a sheet wide, and nothing is printed
/// within 7 mm of the cut.
#[test]
fn two_ballots_on_an_a4_are_the_same_and_cut_apart_in_the_middle() {
    let a5 = ballots().into_iter().filter(|(_, ballot)| ballot.size == PageSize::A5);
    for (name, ballot) in a5 {
        let alone = BallotPaper { on_a_sheet: OnASheet::One, ..ballot.clone() };
        let alone = sheets(&render_ballot(&alone, NonZeroU32::MIN).unwrap().bytes);
        let both = sheets(
            &render_ballot(&BallotPaper { on_a_sheet: OnASheet::Two, ..ballot }, NonZeroU32::MIN)
                .unwrap()
                .bytes,
        );
        assert_eq!(alone.len(), both.len(), "{name}");
        for (one, two) in alone.iter().zip(&both) {
            assert!(
                near(one.width, 148.0)
                    && near(one.height, 210.0)
                    && near(two.width, 297.0)
                    && near(two.height, 210.0),
                "{name}"
            );
            let cut: Vec<_> = two
                .rules
                .iter()
                .filter(|[from, to]| near(from.0, 148.5) && near(to.0, 148.5))
                .collect();
            assert!(
                matches!(cut.as_slice(), [[from, to]] if near((to.1 - from.1).abs(), 210.0)),
                "{name}: {cut:?}"
            );
            assert!(two.text.iter().all(|(_, _, (x, _))| (x - 148.5).abs() > 7.0), "{name}");
            let moved = |by: f64| {
                one.text.iter().map(move |(font, size, (x, y))| (font, size, (x + by, *y)))
            };
            let wanted: Vec<_> = moved(0.25).chain(moved(148.75)).collect();
            assert_eq!(two.text.len(), wanted.len(), "{name}");
            for ((font, size, (x, y)), wanted) in two.text.iter().zip(wanted) {
                assert!(
                    font == wanted.0
                        && near(*size, *wanted.1)
                        && near(*x, wanted.2.0)
                        && near(*y, wanted.2.1),
                    "{name}"
                );
            }
        }
    }
}

/// 封袋封面: what stands at the foot is a millimetre clear of the frame.
#[test]
fn the_foot_of_a_framed_page_stands_below_its_frame() {
    for qr in [false, true] {
        let setup = Setup::form(Some(crate::common::FINGERPRINT.to_owned()));
        let (text, date) = (":frame\n封存", crate::common::day());
        let paper =
            Paper { kind: "cover", title: "封面".to_owned(), date, text, fields: &(), setup };
        let page = &sheets(
            &paper
                .render_in(&OfficeStyle { qr, ..OfficeStyle::standard().unwrap() }, NonZeroU32::MIN)
                .unwrap()
                .bytes,
        )[0];
        let frame = page.rules.iter().flatten().map(|(_, y)| *y).fold(0.0, f64::max);
        let foot = page
            .text
            .iter()
            .filter(|text| text.2.1 > frame)
            .map(|(_, size, (_, y))| y - to_mm(*size));
        assert!(
            foot.clone().count() >= 2 && foot.clone().all(|top| top > frame + 1.0),
            "{frame} {:?}",
            foot.collect::<Vec<_>>()
        );
        let baselines = page.text.iter().map(|text| text.2.1);
        assert!(baselines.fold(0.0, f64::max) < 297.0 - 5.0);
    }
}

/// Nothing is printed nearer than 7 mm to the edge of the sheet, where an office's printer does not
/// reach.
#[test]
fn every_paper_is_printed_inside_what_printers_reach() {
    for (day, told) in [("usual", usual_day()), ("hard", hard_day())] {
        for (name, paper) in papers_of(&told) {
            for page in sheets(&paper.rendered.bytes) {
                let text = page.text.iter().map(|text| text.2);
                let rules = page.rules.iter().flatten().copied();
                for (x, y) in text.chain(rules) {
                    assert!(
                        x > 7.0 && x < page.width - 7.0 && y > 7.0 && y < page.height - 5.0,
                        "{day} {name}: {x} {y}"
                    );
                }
            }
        }
    }
}
