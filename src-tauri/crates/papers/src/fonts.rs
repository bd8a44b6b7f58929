//! The faces of the papers and who draws what: each role has its face, the Song face draws digits, Latin and whatever a face lacks.
//! Faces and their quirks are described in assets/fonts/README.md.

use std::sync::LazyLock;

use crate::error::{MissingCharacter, PaperError};

/// The part a face plays on a paper (GB/T 9704-2012).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 仿宋: body text.
    FangSong,
    /// 楷体: second-level headings, the line below a title.
    Kai,
    /// 黑体: first-level headings, table heads.
    Hei,
    /// 小标宋: titles.
    BiaoSong,
    /// 宋体: page numbers, digits and Latin; the last resort for rare characters.
    Song,
}

impl Role {
    /// All roles, in the order their faces are kept.
    pub const ALL: [Self; 5] = [Self::FangSong, Self::Kai, Self::Hei, Self::BiaoSong, Self::Song];

    const fn index(self) -> usize {
        match self {
            Self::FangSong => 0,
            Self::Kai => 1,
            Self::Hei => 2,
            Self::BiaoSong => 3,
            Self::Song => 4,
        }
    }

    /// The brush faces have old-style or soft digits; the two heavy faces keep their own, Song's would look thin beside them.
    const fn takes_digits_from_song(self) -> bool {
        match self {
            Self::FangSong | Self::Kai | Self::Song => true,
            Self::Hei | Self::BiaoSong => false,
        }
    }
}

/// One character as a face draws it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// The face that draws it: the role's own, or Song.
    pub face: Role,
    /// Its number in that face.
    pub id: u16,
    /// Its advance width in ems.
    pub advance: f64,
}

/// One face, parsed.
pub struct Face {
    /// The font file.
    pub bytes: &'static [u8],
    /// `PostScript` name, for the PDF.
    pub name: &'static str,
    parsed: ttf_parser::Face<'static>,
}

/// Measures of a face the PDF's font descriptor asks for, in font units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        Ok(Self { bytes, name, parsed })
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

    fn glyph(&self, role: Role, character: char) -> Option<Glyph> {
        let id = self.parsed.glyph_index(character)?;
        let em = f64::from(self.parsed.units_per_em());
        Some(Glyph { face: role, id: id.0, advance: f64::from(self.advance(id.0)) / em })
    }
}

/// The faces a paper is set with, one for each role. Faces are kept for as long as the program runs.
#[derive(Clone, Copy)]
pub struct FontSet {
    faces: [&'static Face; 5],
}

macro_rules! bundled {
    ($name:literal) => {
        Face::parse(include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf")), $name)
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

static BUNDLED: LazyLock<Result<FontSet, &'static str>> =
    LazyLock::new(|| BUNDLED_FACES.as_ref().map(|faces| FontSet { faces: faces.each_ref() }).map_err(|file| *file));

impl FontSet {
    /// Returns the faces that come with the program.
    ///
    /// # Errors
    /// [`PaperError::Font`] when a font file inside the program is damaged.
    pub fn bundled() -> Result<&'static Self, PaperError> {
        BUNDLED.as_ref().map_err(|file| PaperError::Font { file })
    }

    /// Returns the face that plays a role.
    #[must_use]
    pub const fn face(&self, role: Role) -> &'static Face {
        self.faces[role.index()]
    }

    /// Returns how a character is drawn in a role: by the role's own face, else by Song; `None` when neither can.
    #[must_use]
    pub fn glyph(&self, role: Role, character: char) -> Option<Glyph> {
        let song = || self.face(Role::Song).glyph(Role::Song, character);
        if character.is_ascii_graphic() && role.takes_digits_from_song() {
            return song();
        }
        self.face(role).glyph(role, character).or_else(song)
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

/// Returns the Song face (宋体), which has every Han character of GB 18030-2022 level 2: the last web font on the screen.
#[must_use]
pub const fn song_face() -> &'static [u8] {
    include_bytes!("../../../../assets/fonts/RendaSong-Regular.ttf")
}

/// Checks that every paper can draw every character of a name or a title, whatever role it is set in.
///
/// # Errors
/// [`PaperError::Missing`] names the first character that cannot be drawn; [`PaperError::Font`] when the faces cannot be read.
pub fn check_text(text: &str) -> Result<(), PaperError> {
    // Song stands behind every role, so what Song draws is drawn everywhere.
    FontSet::bundled()?.check(Role::Song, text).map_err(PaperError::from)
}
