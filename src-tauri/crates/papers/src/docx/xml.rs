//! Runs and paragraphs of `WordprocessingML` (ISO/IEC 29500-1, 17.3). Lengths are twentieths of a
//! point.

use crate::fonts::{Role, takes_digits_from_song};
use crate::layout::line::Span;
use crate::layout::measure::Type;

/// Returns a length in twentieths of a point, as the format writes it.
pub(super) fn twips(points: f64) -> String {
    format!("{:.0}", points * 20.0)
}

/// Returns a size of type in half points, as the format writes it.
pub(super) fn half_points(points: f64) -> String {
    format!("{:.0}", points * 2.0)
}

/// Returns text with what the format reads as its own taken out of its meaning.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns the faces an office has for a role: the first is named, the others stand for it where it
/// is missing.
pub(super) fn faces(role: Role) -> [&'static str; 2] {
    match role {
        Role::FangSong => ["仿宋_GB2312", "仿宋"],
        Role::Kai => ["楷体_GB2312", "楷体"],
        Role::Hei => ["黑体", "SimHei"],
        Role::BiaoSong => ["方正小标宋简体", "华文中宋"],
        Role::Song => ["宋体", "SimSun"],
    }
}

/// Figures and Latin letters beside the brush faces.
pub(super) const LATIN: &str = "Times New Roman";

/// Returns the faces of a run; what is Chinese and Latin alike, such as “ ”, is drawn by the
/// Chinese one.
pub(super) fn run_fonts(role: Role) -> String {
    let [face, _] = faces(role);
    let figures = if takes_digits_from_song(role) { LATIN } else { face };
    format!(
        r#"<w:rFonts w:hint="eastAsia" w:ascii="{figures}" w:hAnsi="{figures}" w:eastAsia="{face}" w:cs="{LATIN}"/>"#
    )
}

/// Returns a stretch of text in a role and type. A cell narrower or wider than its character is
/// said of every run: not every word processor sets characters that are wider than the cells of the
/// page's own grid.
pub(super) fn run(span: &Span, text_type: Type) -> String {
    let (fonts, size, text) =
        (run_fonts(span.role), half_points(text_type.size), escaped(&span.text));
    let narrower = ((text_type.pitch - text_type.size) * 20.0).floor();
    format!(
        r#"<w:r><w:rPr>{fonts}<w:spacing w:val="{narrower:.0}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#
    )
}

/// Returns stretches of text.
pub(super) fn runs(spans: &[Span], text_type: Type) -> String {
    spans.iter().map(|span| run(span, text_type)).collect()
}

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy)]
pub(super) enum Jc {
    Both,
    Left,
    Centre,
    Right,
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
pub(super) struct Par {
    pub(super) style: Option<&'static str>,
    pub(super) keep_next: bool,
    pub(super) ruled: bool,
    /// Whether its lines stand on the grid of the page.
    pub(super) on_grid: bool,
    pub(super) line: f64,
    pub(super) after: f64,
    /// First line in, in characters and in points.
    pub(super) first: Option<(f64, f64)>,
    /// White at the right, in points.
    pub(super) right: f64,
    pub(super) jc: Jc,
}

impl Par {
    /// Returns a paragraph of body text.
    pub(super) fn of(text_type: Type, jc: Jc) -> Self {
        let line = text_type.leading;
        Self {
            style: None,
            keep_next: false,
            ruled: false,
            on_grid: true,
            line,
            after: 0.0,
            first: None,
            right: 0.0,
            jc,
        }
    }

    /// Returns the properties up to the place where those of a section may follow, in the order the
    /// format wants them.
    pub(super) fn properties(&self, begins_page: bool) -> String {
        let style =
            self.style.map(|style| format!(r#"<w:pStyle w:val="{style}"/>"#)).unwrap_or_default();
        let when = |asked: bool, element: &'static str| if asked { element } else { "" };
        // Rounded down: 22 lines of a page must fit into its height.
        let (after, line) = (twips(self.after), (self.line * 20.0).floor());
        let indent = match self.first {
            Some((characters, points)) => {
                format!(
                    r#"<w:ind w:firstLineChars="{:.0}" w:firstLine="{}"/>"#,
                    characters * 100.0,
                    twips(points)
                )
            }
            None => format!(r#"<w:ind w:right="{}"/>"#, twips(self.right)),
        };
        let jc = match self.jc {
            Jc::Both => "both",
            Jc::Left => "left",
            Jc::Centre => "center",
            Jc::Right => "right",
        };
        [
            &style,
            when(self.keep_next, "<w:keepNext/>"),
            when(begins_page, "<w:pageBreakBefore/>"),
            when(self.ruled, RULED),
            // No mark leaves the margin, and figures stand close to what is Chinese, as on the PDF.
            r#"<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>"#,
            when(!self.on_grid, r#"<w:snapToGrid w:val="0"/>"#),
            &format!(r#"<w:spacing w:before="0" w:after="{after}" w:line="{line:.0}" w:lineRule="exact"/>"#),
            &indent,
            &format!(r#"<w:jc w:val="{jc}"/>"#),
        ]
        .concat()
    }
}

/// A rule below each of several paragraphs.
const RULED: &str = r#"<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/><w:between w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:pBdr>"#;
