//! The faces of the papers and who draws what: each role has its face, the Song face draws digits,
//! Latin and whatever a face lacks. Faces and their quirks are described in assets/fonts/README.md.
//! An office may put faces of its own in the place of ours.

pub mod office;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use sha2::{Digest, Sha256};

use crate::error::{MissingCharacter, PaperError};

pub use session::paper::FaceRole as Role;

const fn place(role: Role) -> usize {
    match role {
        Role::FangSong => 0,
        Role::Kai => 1,
        Role::Hei => 2,
        Role::BiaoSong => 3,
        Role::Song => 4,
    }
}

/// The brush faces have old-style or soft digits; the two heavy faces keep their own, Song's would
/// look thin beside them.
pub(crate) const fn takes_digits_from_song(role: Role) -> bool {
    match role {
        Role::FangSong | Role::Kai | Role::Song => true,
        Role::Hei | Role::BiaoSong => false,
    }
}

/// Which face draws a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaceId {
    /// The face that plays a role.
    Of(Role),
    /// The program's own face for a role, where the office's has not the character.
    Reserve(Role),
}

/// One character as a face draws it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// The face that draws it.
    pub face: FaceId,
    /// Its number in that face.
    pub id: u16,
    /// Its advance width in ems.
    pub advance: f64,
}

/// One face, parsed.
pub struct Face {
    /// The font file.
    pub bytes: &'static [u8],
    /// Which face of the file.
    pub index: u32,
    /// `PostScript` name, for the PDF.
    pub name: &'static str,
    parsed: ttf_parser::Face<'static>,
    sha256: OnceLock<String>,
}

/// Measures of a face the PDF's font descriptor asks for, in font units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaceMeasures {
    /// Units per em.
    pub em: u16,
    /// Height of the face above the baseline.
    pub ascent: i16,
    /// Depth of the face below the baseline (negative).
    pub descent: i16,
    /// Smallest box around all glyphs: left, bottom, right, top.
    pub bounds: [i16; 4],
    /// Weight class, 100 to 900.
    pub weight: u16,
}

impl Face {
    fn parse(bytes: &'static [u8], name: &'static str) -> Result<Self, &'static str> {
        let parsed = ttf_parser::Face::parse(bytes, 0).map_err(|_| name)?;
        Ok(Self { bytes, index: 0, name, parsed, sha256: OnceLock::new() })
    }

    /// Reads a face of the office and keeps it for as long as the program runs. A file that was
    /// changed since it was found is refused.
    fn read(ChosenFace { file, index, sha256, .. }: &ChosenFace) -> Result<Self, PaperError> {
        let failed = || PaperError::Font { file: file.display().to_string() };
        let bytes = std::fs::read(file).map_err(|_| failed())?;
        if fingerprint(&bytes) != *sha256 {
            return Err(failed());
        }
        let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
        let index = *index;
        let parsed = ttf_parser::Face::parse(bytes, index).map_err(|_| failed())?;
        if !office::is_embeddable(&parsed) {
            return Err(PaperError::NotEmbeddable { file: file.display().to_string() });
        }
        let names = || {
            parsed
                .names()
                .into_iter()
                .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        };
        let name =
            names().find_map(|name| name.to_string()).unwrap_or_else(|| "OfficeFace".to_owned());
        Ok(Self {
            bytes,
            index,
            name: Box::leak(name.into_boxed_str()),
            parsed,
            sha256: OnceLock::new(),
        })
    }

    /// SHA-256 of the font file, hexadecimal: the same faces give the same bytes.
    #[must_use]
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| fingerprint(self.bytes))
    }

    /// Returns the face's measures.
    #[must_use]
    pub fn measures(&self) -> FaceMeasures {
        let bounds = self.parsed.global_bounding_box();
        FaceMeasures {
            em: self.parsed.units_per_em(),
            ascent: self.parsed.ascender(),
            descent: self.parsed.descender(),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
            weight: self.parsed.weight().to_number(),
        }
    }

    /// Returns the advance width of a glyph in font units, 0 for a glyph the face does not have.
    #[must_use]
    pub fn advance(&self, glyph: u16) -> u16 {
        self.parsed.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0)
    }

    fn glyph(&self, face: FaceId, character: char) -> Option<Glyph> {
        let id = self.parsed.glyph_index(character)?;
        let em = f64::from(self.parsed.units_per_em());
        Some(Glyph { face, id: id.0, advance: f64::from(self.advance(id.0)) / em })
    }
}

/// SHA-256 of a file, lower-case hexadecimal.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hash, byte| {
        // Writing into a String cannot fail.
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}

/// The faces a paper is set with, one for each role. Faces are kept for as long as the program
/// runs.
#[derive(Clone, Copy)]
pub struct FontSet {
    faces: [&'static Face; 5],
    reserve: [&'static Face; 5],
}

/// A face of its own an office chose for a role.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChosenFace {
    pub role: Role,
    /// The font file.
    pub file: PathBuf,
    /// Which face of the file.
    pub index: u32,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
}

/// What a paper's record says of a face: with the same faces a paper has the same bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaceOnRecord {
    /// The role it plays.
    pub role: Role,
    /// Its `PostScript` name.
    pub name: String,
    /// SHA-256 of the font file, hexadecimal.
    pub sha256: String,
}

macro_rules! bundled {
    ($name:literal) => {
        Face::parse(include_bytes!(concat!("../../../../../assets/fonts/", $name, ".ttf")), $name)
    };
}

static BUNDLED_FACES: LazyLock<Result<[Face; 5], &'static str>> = LazyLock::new(|| {
    Ok([
        bundled!("ZhuqueFangsong-Regular")?,
        bundled!("RendaKai-Regular")?,
        bundled!("RendaHei-Medium")?,
        bundled!("RendaBiaoSong-Bold")?,
        bundled!("RendaSong-Regular")?,
    ])
});

static BUNDLED: LazyLock<Result<FontSet, &'static str>> = LazyLock::new(|| {
    BUNDLED_FACES
        .as_ref()
        .map(|faces| FontSet { faces: faces.each_ref(), reserve: faces.each_ref() })
        .map_err(|file| *file)
});

impl FontSet {
    /// Returns the faces that come with the program.
    ///
    /// # Errors
    /// [`PaperError::Font`] when a font file inside the program is damaged.
    pub fn bundled() -> Result<&'static Self, PaperError> {
        BUNDLED.as_ref().map_err(|file| PaperError::Font { file: (*file).to_owned() })
    }

    /// Returns the program's faces with the office's own in the place of those it chose.
    ///
    /// # Errors
    /// [`PaperError::Font`] when a font file cannot be read; [`PaperError::NotEmbeddable`] when its
    /// maker does not allow embedding.
    pub fn with(chosen: &[ChosenFace]) -> Result<Self, PaperError> {
        let mut fonts = *Self::bundled()?;
        for face in chosen {
            fonts.faces[place(face.role)] = kept(face)?;
        }
        Ok(fonts)
    }

    /// Returns a face of the set.
    #[must_use]
    pub const fn face(&self, id: FaceId) -> &'static Face {
        match id {
            FaceId::Of(role) => self.faces[place(role)],
            FaceId::Reserve(role) => self.reserve[place(role)],
        }
    }

    /// Returns what a paper's record says of the faces it is set with.
    #[must_use]
    pub fn on_record(&self) -> Vec<FaceOnRecord> {
        let said = |role: Role| {
            let face = self.face(FaceId::Of(role));
            FaceOnRecord { role, name: face.name.to_owned(), sha256: face.sha256().to_owned() }
        };
        Role::ALL.into_iter().map(said).collect()
    }

    /// Returns how a character is drawn in a role: by the role's face, else by the program's own
    /// for that role, else by Song; `None` when nobody can.
    #[must_use]
    pub fn glyph(&self, role: Role, character: char) -> Option<Glyph> {
        let own = [FaceId::Of(role), FaceId::Reserve(role)];
        let song = [FaceId::Of(Role::Song), FaceId::Reserve(Role::Song)];
        let order = if character.is_ascii_graphic() && takes_digits_from_song(role) {
            [song, own]
        } else {
            [own, song]
        };
        order.into_iter().flatten().find_map(|id| self.face(id).glyph(id, character))
    }

    /// Returns the characters of a text that a role's face has not and another face draws for it,
    /// each once, in their order.
    #[must_use]
    pub fn lent(&self, role: Role, text: &str) -> String {
        let mut lent: Vec<char> = Vec::new();
        for character in text.chars().filter(|character| !character.is_ascii()) {
            let is_lent =
                self.glyph(role, character).is_some_and(|glyph| glyph.face != FaceId::Of(role));
            if is_lent && !lent.contains(&character) {
                lent.push(character);
            }
        }
        lent.into_iter().collect()
    }

    /// Checks that every character of a text can be drawn in a role.
    ///
    /// # Errors
    /// [`MissingCharacter`] names the first character that cannot, and the text.
    pub fn check(&self, role: Role, text: &str) -> Result<(), MissingCharacter> {
        match text.chars().find(|&c| self.glyph(role, c).is_none()) {
            Some(character) => Err(MissingCharacter { character, text: text.to_owned() }),
            None => Ok(()),
        }
    }
}

/// The office's faces that were read, by the fingerprint of their file.
static KEPT: Mutex<BTreeMap<(String, u32), &'static Face>> = Mutex::new(BTreeMap::new());

/// Returns a face of the office, read once.
fn kept(chosen: &ChosenFace) -> Result<&'static Face, PaperError> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let named = (chosen.sha256.clone(), chosen.index);
    if let Some(face) = kept.get(&named) {
        return Ok(face);
    }
    let face: &'static Face = Box::leak(Box::new(Face::read(chosen)?));
    kept.insert(named, face);
    Ok(face)
}

/// Returns the Song face (宋体), which has every Han character of GB 18030-2022 level 2: the last
/// web font on the screen.
#[must_use]
pub const fn song_face() -> &'static [u8] {
    include_bytes!("../../../../../assets/fonts/RendaSong-Regular.ttf")
}

/// Checks that every paper can draw every character of a name or a title, whatever role it is set
/// in.
///
/// # Errors
/// [`PaperError::Missing`] names the first character that cannot be drawn; [`PaperError::Font`]
/// when the faces cannot be read.
pub fn check_text(text: &str) -> Result<(), PaperError> {
    // Song stands behind every role, so what Song draws is drawn everywhere.
    FontSet::bundled()?.check(Role::Song, text).map_err(PaperError::from)
}
