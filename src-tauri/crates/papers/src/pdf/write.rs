//! Page items into printpdf operations.

use printpdf::{
    Color, Greyscale, Line, LineCapStyle, LineDashPattern, LinePoint, Mm, Op, PaintMode,
    ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect,
    TextItem, TextMatrix,
};

use super::inks::{Inks, ReducedFont};
use crate::error::PaperError;
use crate::layout::measure::to_mm;
use crate::layout::page::{Area, Circle, GlyphRun, Item, Outline, Page, PlacedGlyph, Rule, Stroke};

/// Control points of a quarter circle lie this share of the radius away from its ends.
const QUARTER: f64 = 0.552_284_75;

/// Returns the pages as a document, one copy of each.
///
/// # Errors
/// [`PaperError::Write`] when printpdf reports that something could not be drawn.
pub fn document(pages: &[Page], inks: &Inks, title: &str) -> Result<lopdf::Document, PaperError> {
    let mut document = PdfDocument::new(title);
    for ReducedFont { id, font } in inks.fonts.values() {
        document.resources.fonts.map.insert(id.clone(), PdfFont::new(ParsedFont::clone(font)));
    }
    document.pages = pages.iter().map(|page| pdf_page(page, inks)).collect();
    let mut warnings = Vec::new();
    let written = printpdf::to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut warnings);
    match warnings.first() {
        Some(warning) => Err(PaperError::Write(warning.msg.clone())),
        None => Ok(written),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a PDF keeps five figures of a number; f32 has seven"
)]
const fn short(length: f64) -> f32 {
    length as f32
}

/// PDF numbers are rounded to a thousandth of a point, so that no machine's arithmetic shows in the
/// bytes.
fn pt(length: f64) -> Pt {
    Pt(short((length * 1000.0).round() / 1000.0))
}

fn pdf_page(page: &Page, inks: &Inks) -> PdfPage {
    // Rules run through the corners where they meet.
    let mut ops = vec![Op::SetLineCapStyle { cap: LineCapStyle::ProjectingSquare }];
    draw_watermark(&mut ops, page, inks);
    for item in &page.items {
        match item {
            Item::Text(_) => {}
            Item::Rule(rule) => draw_rule(&mut ops, page, rule),
            Item::Box(outline) => draw_box(&mut ops, page, outline),
            Item::Fill(area) => draw_fill(&mut ops, page, area),
            Item::Circle(circle) => draw_circle(&mut ops, page, circle),
        }
    }
    ops.push(Op::StartTextSection);
    for item in &page.items {
        if let Item::Text(run) = item {
            draw_run(&mut ops, run, inks, |x, y| TextMatrix::Translate(pt(x), pt(page.height - y)));
        }
    }
    for item in &page.upright {
        if let Item::Text(run) = item {
            // A point of the upright sheet, seen on the sheet turned a quarter to the right: x runs
            // down, y runs to the left.
            draw_run(&mut ops, run, inks, |x, y| {
                TextMatrix::Raw([0.0, -1.0, 1.0, 0.0, pt(page.width - y).0, pt(page.height - x).0])
            });
        }
    }
    ops.push(Op::EndTextSection);
    PdfPage::new(Mm(short(to_mm(page.width))), Mm(short(to_mm(page.height))), ops)
}

/// How light the grey of a watermark is; 1 is white.
const GREY: f32 = 0.9;

fn draw_watermark(ops: &mut Vec<Op>, page: &Page, inks: &Inks) {
    if page.watermark.is_empty() {
        return;
    }
    let grey = |percent| Op::SetFillColor { col: Color::Greyscale(Greyscale::new(percent, None)) };
    ops.extend([Op::StartTextSection, grey(GREY)]);
    for run in &page.watermark {
        draw_run(ops, run, inks, |x, y| TextMatrix::Translate(pt(x), pt(page.height - y)));
    }
    ops.extend([grey(0.0), Op::EndTextSection]);
}

fn point(page: &Page, (x, y): (f64, f64), bezier: bool) -> LinePoint {
    LinePoint { p: Point { x: pt(x), y: pt(page.height - y) }, bezier }
}

fn draw_line(
    ops: &mut Vec<Op>,
    points: Vec<LinePoint>,
    is_closed: bool,
    thickness: f64,
    stroke: Stroke,
) {
    ops.push(Op::SetOutlineThickness { pt: pt(thickness) });
    if stroke == Stroke::Dashed {
        ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &[3.0, 3.0]) });
    }
    ops.push(Op::DrawLine { line: Line { points, is_closed } });
    if stroke == Stroke::Dashed {
        ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
    }
}

fn draw_rule(ops: &mut Vec<Op>, page: &Page, rule: &Rule) {
    draw_line(
        ops,
        vec![point(page, rule.from, false), point(page, rule.to, false)],
        false,
        rule.thickness,
        rule.stroke,
    );
}

fn draw_box(ops: &mut Vec<Op>, page: &Page, outline: &Outline) {
    let (left, top) = (outline.x, outline.y);
    let (right, bottom) = (left + outline.width, top + outline.height);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    let corners = corners.into_iter().map(|corner| point(page, corner, false)).collect();
    draw_line(ops, corners, true, outline.thickness, outline.stroke);
}

fn draw_fill(ops: &mut Vec<Op>, page: &Page, area: &Area) {
    let (x, y) = (pt(area.x), pt(page.height - area.y - area.height));
    let mode = Some(PaintMode::Fill);
    let rectangle =
        Rect { x, y, width: pt(area.width), height: pt(area.height), mode, winding_order: None };
    ops.push(Op::DrawRectangle { rectangle });
}

fn draw_circle(ops: &mut Vec<Op>, page: &Page, circle: &Circle) {
    let ((x, y), r) = (circle.centre, circle.radius);
    let q = r * QUARTER;
    let path = [
        ((x + r, y), false),
        ((x + r, y + q), true),
        ((x + q, y + r), true),
        ((x, y + r), false),
        ((x - q, y + r), true),
        ((x - r, y + q), true),
        ((x - r, y), false),
        ((x - r, y - q), true),
        ((x - q, y - r), true),
        ((x, y - r), false),
        ((x + q, y - r), true),
        ((x + r, y - q), true),
        ((x + r, y), false),
    ];
    draw_line(
        ops,
        path.into_iter().map(|(at, bezier)| point(page, at, bezier)).collect(),
        true,
        circle.thickness,
        Stroke::Dashed,
    );
}

fn draw_run(
    ops: &mut Vec<Op>,
    run: &GlyphRun,
    inks: &Inks,
    place: impl Fn(f64, f64) -> TextMatrix,
) {
    for glyphs in run
        .glyphs
        .chunk_by(|a, b| inks.ink(run.face, a.character) == inks.ink(run.face, b.character))
    {
        let Some(first) = glyphs.first() else { continue };
        let ink = inks.ink(run.face, first.character);
        let Some(reduced) = inks.fonts.get(&ink) else { continue };
        ops.push(Op::SetFont {
            font: PdfFontHandle::External(reduced.id.clone()),
            size: pt(run.size),
        });
        ops.push(Op::SetTextMatrix { matrix: place(first.x, run.baseline) });
        ops.push(Op::ShowText { items: text_items(glyphs, run.size, reduced) });
    }
}

/// Characters with the corrections between them, in thousandths of an em, counted from where the
/// viewer's pen stands.
fn text_items(glyphs: &[PlacedGlyph], size: f64, reduced: &ReducedFont) -> Vec<TextItem> {
    let start = glyphs.first().map_or(0.0, |glyph| glyph.x);
    let mut items: Vec<TextItem> = Vec::new();
    let mut pen = 0.0;
    for glyph in glyphs {
        let correction = (pen - (glyph.x - start) / size * 1000.0).round();
        if correction.abs() >= 1.0 {
            items.push(TextItem::Offset(short(correction)));
            pen -= correction;
        }
        match items.last_mut() {
            Some(TextItem::Text(text)) => text.push(glyph.character),
            _ => items.push(TextItem::Text(glyph.character.to_string())),
        }
        pen += viewer_width(reduced, glyph.character);
    }
    items
}

/// The width a viewer reads from the PDF's /W, which printpdf cuts off to a whole number.
fn viewer_width(reduced: &ReducedFont, character: char) -> f64 {
    let font = &reduced.font;
    let width = font
        .lookup_glyph_index(u32::from(character))
        .and_then(|number| font.get_glyph_width(number))
        .unwrap_or(0);
    (f64::from(width) * 1000.0 / f64::from(font.units_per_em)).trunc()
}
