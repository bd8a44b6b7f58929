//! The faces reduced to the characters used. One glyph number of a PDF font stands for one
//! character only, so that the text comes out as it went in: where a face draws two characters with
//! the same glyph, the second goes into another font of the same face.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use printpdf::{FontId, FontMetrics, ParsedFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::kept::Kept;
use crate::error::PaperError;
use crate::fonts::{Face, FaceId, FaceMeasures, FontSet};
use crate::layout::page::{GlyphRun, Item, Page};

/// A font of the PDF: a face, and which of its fonts when one does not suffice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ink {
    pub face: FaceId,
    /// 0 for the face's first font.
    pub slot: u8,
}

/// The fonts of a PDF.
pub struct Inks {
    slots: BTreeMap<(FaceId, char), u8>,
    pub fonts: BTreeMap<Ink, ReducedFont>,
}

/// A face reduced to the characters used.
pub struct ReducedFont {
    /// Its name inside the PDF.
    pub id: FontId,
    /// What printpdf embeds.
    pub font: Arc<ParsedFont>,
}

/// A face, by where its file lies in memory, and the characters it is reduced to.
type Reduction = (usize, u32, Vec<(char, u16)>);

/// A paper has five faces, seldom a second font of one: some papers' worth.
static REDUCED: Kept<Reduction, Arc<ParsedFont>> = Kept::new(24);

impl Inks {
    /// Gathers the characters of all pages and reduces the faces to them.
    ///
    /// # Errors
    /// [`PaperError::Subset`] when a face cannot be reduced.
    pub fn gather(fonts: &FontSet, pages: &[Page]) -> Result<Self, PaperError> {
        let mut used: BTreeMap<FaceId, BTreeSet<(char, u16)>> = BTreeMap::new();
        for run in pages.iter().flat_map(runs) {
            used.entry(run.face)
                .or_default()
                .extend(run.glyphs.iter().map(|glyph| (glyph.character, glyph.id)));
        }
        let mut slots = BTreeMap::new();
        let mut sets: BTreeMap<Ink, Vec<(char, u16)>> = BTreeMap::new();
        for (face, characters) in used {
            for (character, id) in characters {
                let mut slot = 0;
                while sets
                    .get(&Ink { face, slot })
                    .is_some_and(|set| set.iter().any(|&(_, other)| other == id))
                {
                    slot += 1;
                }
                slots.insert((face, character), slot);
                sets.entry(Ink { face, slot }).or_default().push((character, id));
            }
        }
        let fonts = sets
            .into_iter()
            .map(|(ink, set)| reduce(fonts, ink, set).map(|font| (ink, font)))
            .collect::<Result<_, _>>()?;
        Ok(Self { slots, fonts })
    }

    /// Returns the font a character of a face is drawn with.
    #[must_use]
    pub fn ink(&self, face: FaceId, character: char) -> Ink {
        Ink { face, slot: self.slots.get(&(face, character)).copied().unwrap_or(0) }
    }
}

/// Everything that is written on a page.
fn runs(page: &Page) -> impl Iterator<Item = &GlyphRun> {
    let items = page.items.iter().chain(&page.upright);
    let written =
        items.filter_map(|item| if let Item::Text(run) = item { Some(run) } else { None });
    page.watermark.iter().chain(written)
}

fn reduce(
    fonts: &FontSet,
    ink: Ink,
    characters: Vec<(char, u16)>,
) -> Result<ReducedFont, PaperError> {
    let face = fonts.face(ink.face);
    // Faces are kept for as long as the program runs: their place names them.
    let key = (face.bytes.as_ptr().addr(), face.index, characters);
    let font = REDUCED.get_or_make(key, |(_, _, characters)| reduced(face, characters))?;
    let id = match ink.face {
        FaceId::Of(role) => format!("{role:?}{}", ink.slot),
        FaceId::Reserve(role) => format!("{role:?}Reserve{}", ink.slot),
    };
    Ok(ReducedFont { id: FontId(id), font })
}

fn reduced(face: &Face, characters: &[(char, u16)]) -> Result<Arc<ParsedFont>, PaperError> {
    let mut remapper = GlyphRemapper::new();
    let mut numbers = BTreeMap::new();
    let mut widths = BTreeMap::new();
    for &(character, id) in characters {
        let number = remapper.remap(id);
        numbers.insert(u32::from(character), number);
        widths.insert(number, face.advance(id));
    }
    let bytes = subsetter::subset(face.bytes, face.index, &remapper)
        .map_err(|cause| PaperError::Subset { file: face.name, cause })?;
    let name = format!("{}+{}", tag(&bytes), face.name);
    let FaceMeasures { em, ascent, descent, bounds, weight } = face.measures();
    let metrics = FontMetrics { ascent, descent };
    let mut font = ParsedFont::with_glyph_data(bytes, 0, Some(name), numbers, widths, em, metrics);
    let [x_min, y_min, x_max, y_max] = bounds;
    let metrics = &mut font.pdf_font_metrics;
    (metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max) = (x_min, y_min, x_max, y_max);
    metrics.us_weight_class = weight;
    Ok(Arc::new(font))
}

/// The six letters before the name of a reduced font (ISO 32000-1, 9.6.4): from its content, so
/// that they never change by chance.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}
