//! 演练: what every page of a rehearsal carries, whatever paper it is: the word in grey behind
//! everything, large enough that no part of the page is without it, and a line in black at the head,
//! for machines that copy no grey.

use super::compose::baseline;
use super::line::{Setting, Span, cells, set_line};
use super::measure::{Type, sizes};
use super::page::{GlyphRun, Item};
use super::setup::Setup;
use crate::error::MissingCharacter;
use crate::fonts::{FontSet, Role};

const WORD: &str = "演练";
/// What stands at the head of a page.
pub const LINE: &str = "【演练】　演练用，不作正式文书使用";
/// Size of the word as a share of the page's width, and the most of its height.
const SHARE: f64 = 0.26;
const MOST: f64 = 0.18;
/// Where the middle of the word stands, as shares of the page's height.
const PLACES: [f64; 3] = [0.2, 0.5, 0.8];
/// Where the line stands in the white at the head.
const AT_THE_HEAD: f64 = 0.35;

/// What a page carries.
pub struct Mark {
    /// Drawn in grey before everything else.
    pub watermark: Vec<GlyphRun>,
    /// The line at the head.
    pub line: Vec<Item>,
}

/// Returns what a page of a rehearsal carries, in the coordinates of the page as it is read.
///
/// # Errors
/// When no face draws a character of it.
pub fn mark(fonts: &FontSet, setup: &Setup) -> Result<Mark, MissingCharacter> {
    let (width, height) = setup.page();
    let size = f64::min(width * SHARE, height * MOST);
    let word = Type::new(size, size);
    let mut watermark = Vec::new();
    for place in PLACES {
        let top = height * place - size / 2.0;
        watermark.extend(centred(fonts, WORD, word, width, top)?.into_iter().filter_map(run));
    }
    let small = Type::new(sizes::XIAOWU, sizes::XIAOWU);
    let top = setup.corner().1 * AT_THE_HEAD - small.size / 2.0;
    Ok(Mark { watermark, line: centred(fonts, LINE, small, width, top)? })
}

fn centred(
    fonts: &FontSet,
    text: &str,
    text_type: Type,
    width: f64,
    top: f64,
) -> Result<Vec<Item>, MissingCharacter> {
    let measured = cells(fonts, &[Span::new(Role::Hei, text)], text_type)?;
    let line = set_line(&measured, width, Setting::Natural);
    let left = (width - line.width) / 2.0;
    Ok(line.draw(left, baseline(top, text_type.leading, text_type.size)))
}

fn run(item: Item) -> Option<GlyphRun> {
    match item {
        Item::Text(run) => Some(run),
        Item::Rule(_) | Item::Box(_) | Item::Fill(_) | Item::Circle(_) => None,
    }
}
