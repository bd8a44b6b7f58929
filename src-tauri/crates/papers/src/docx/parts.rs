//! The parts of a DOCX around its text: styles, faces, page, foot, what the file says of itself.

use super::xml::{LATIN, escaped, faces, half_points, run_fonts, twips};
use super::zip::Part;
use crate::fonts::Role;
use crate::layout::block::Orientation;
use crate::layout::measure::{Mm, Type, sizes};
use crate::layout::setup::Setup;
use crate::pdf::Particulars;

pub(super) const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
pub(super) const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The number of a page stands this far below the type area (GB/T 9704-2012, 7.5).
const BELOW: Mm = Mm(7.0);

/// Returns all parts; `body` is the main one.
pub(super) fn all(setup: &Setup, particulars: &Particulars, body: String) -> Vec<Part> {
    let part = |name, content| Part { name, content };
    vec![
        part("[Content_Types].xml", content_types()),
        part("_rels/.rels", package_relations()),
        part("word/document.xml", body),
        part("word/styles.xml", styles(setup)),
        part("word/fontTable.xml", font_table()),
        part("word/settings.xml", settings()),
        part("word/footer1.xml", footer("right")),
        part("word/footer2.xml", footer("left")),
        part("word/_rels/document.xml.rels", document_relations()),
        part("docProps/core.xml", core(particulars)),
    ]
}

fn content_types() -> String {
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("fontTable", "fontTable"),
        ("settings", "settings"),
        ("footer1", "footer"),
        ("footer2", "footer"),
    ];
    let part = |(name, kind): (&str, &str)| {
        format!(r#"<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>"#)
    };
    let parts = parts.map(part).concat();
    format!(
        r#"{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{parts}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#
    )
}

fn relations(of: &[(&str, &str)]) -> String {
    let relation = |(number, (kind, target)): (u32, &(&str, &str))| {
        format!(r#"<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>"#)
    };
    let relations: String = (1..).zip(of).map(relation).collect();
    format!(
        r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    )
}

fn package_relations() -> String {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(&[
        (&format!("{OFFICE}/officeDocument"), "word/document.xml"),
        (core, "docProps/core.xml"),
    ])
}

fn document_relations() -> String {
    let of = |kind: &str| format!("{OFFICE}/{kind}");
    relations(&[
        (&of("styles"), "styles.xml"),
        (&of("fontTable"), "fontTable.xml"),
        (&of("settings"), "settings.xml"),
        (&of("footer"), "footer1.xml"),
        (&of("footer"), "footer2.xml"),
    ])
}

fn core(Particulars { title, date, .. }: &Particulars) -> String {
    let title = escaped(title);
    let day = date.format("%Y-%m-%d");
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:modified></cp:coreProperties>"#
    )
}

/// Pages of odd and even numbers have feet of their own; punctuation is squeezed as in the PDF.
fn settings() -> String {
    format!(
        r#"{HEAD}<w:settings {NAMESPACES}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"#
    )
}

fn font_table() -> String {
    let font = |role: Role| {
        let [face, other] = faces(role);
        format!(
            r#"<w:font w:name="{face}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>"#
        )
    };
    let fonts = Role::ALL.map(font).concat();
    format!(
        r#"{HEAD}<w:fonts {NAMESPACES}>{fonts}<w:font w:name="{LATIN}"><w:charset w:val="00"/></w:font></w:fonts>"#
    )
}

fn styles(setup: &Setup) -> String {
    let run = |role, size: f64| format!("<w:rPr>{}{}</w:rPr>", run_fonts(role), size_of(size));
    let style = |id: &str, name: &str, level: Option<u32>, role, text_type: Type| {
        let level = level
            .map(|level| format!(r#"<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>"#))
            .unwrap_or_default();
        let run = run(role, text_type.size);
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>{level}{run}</w:style>"#
        )
    };
    let body = setup.body;
    let normal = run(Role::FangSong, body.size);
    let others = [
        style("Title", "Title", None, Role::BiaoSong, setup.title),
        style("Subtitle", "Subtitle", None, Role::Kai, setup.subtitle),
        style("Heading1", "heading 1", Some(0), Role::Hei, body),
        style("Heading2", "heading 2", Some(1), Role::Kai, body),
        style("Heading3", "heading 3", Some(2), Role::FangSong, body),
        style("Heading4", "heading 4", Some(3), Role::FangSong, body),
        style("Footer", "footer", None, Role::Song, Type::new(sizes::SIHAO, sizes::SIHAO)),
    ]
    .concat();
    let lang = r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>"#;
    let (fonts, size) = (run_fonts(Role::FangSong), size_of(body.size));
    format!(
        r#"{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{size}{lang}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr>{normal}</w:style>{others}</w:styles>"#
    )
}

fn size_of(size: f64) -> String {
    let size = half_points(size);
    format!(r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#)
}

/// “— 1 —” in Song 4号, one character in from the outer margin.
fn footer(side: &str) -> String {
    let inset = twips(sizes::SIHAO);
    let run = format!("<w:rPr>{}{}</w:rPr>", run_fonts(Role::Song), size_of(sizes::SIHAO));
    let text = |text: &str| format!(r#"<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r>"#);
    let field = |kind: &str| format!(r#"<w:r>{run}<w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let page = format!(r#"<w:r>{run}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>"#);
    let number =
        [text("— "), field("begin"), page, field("separate"), text("1"), field("end"), text(" —")]
            .concat();
    let line = twips(sizes::SIHAO);
    format!(
        r#"{HEAD}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/><w:ind w:{side}="{inset}"/><w:jc w:val="{side}"/></w:pPr>{number}</w:p></w:ftr>"#
    )
}

/// Returns the properties of a section: sheet, margins, feet, and the grid of lines.
pub(super) fn section(setup: &Setup, anew: bool) -> String {
    let (width, height) = setup.page();
    let (left, top) = setup.corner();
    let (area_width, area_height) = setup.area();
    let (right, bottom) = (width - left - area_width, height - top - area_height);
    let turned = match setup.orientation {
        Orientation::Upright => "",
        Orientation::Turned => r#" w:orient="landscape""#,
    };
    let numbered = if anew { r#"<w:pgNumType w:start="1"/>"# } else { "" };
    let foot = bottom - BELOW.pt() - sizes::SIHAO;
    let [width, height, left, top, right, bottom, foot] =
        [width, height, left, top, right, bottom, foot].map(twips);
    let pitch = (setup.body.leading * 20.0).floor();
    format!(
        r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851" w:footer="{foot}" w:gutter="0"/>{numbered}<w:docGrid w:type="lines" w:linePitch="{pitch:.0}"/></w:sectPr>"#
    )
}
