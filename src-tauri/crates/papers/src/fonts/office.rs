//! 本单位字体: the faces an office has of its own, found per role: in a folder beside the program,
//! then the user's, then the system's (by family name and by file name, as offices in China have
//! them). Only faces that may be embedded are offered.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use fontdb::{Database, FaceInfo, Source};
use session::paper::OfficeFace;
use ttf_parser::Permissions;

use super::{ChosenFace, Role, fingerprint};
use crate::error::PaperError;

/// A face an office could use for a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub role: Role,
    /// Its family name, in Chinese where it has one: “方正小标宋简体”.
    pub family: String,
    /// Where it was found.
    pub origin: Origin,
    /// The font file.
    pub file: PathBuf,
    /// Which face of the file.
    pub index: u32,
}

/// Where a face was found; earlier ones are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", ts(rename = "FaceOrigin"))]
pub enum Origin {
    /// In the fonts folder beside the program.
    Beside,
    /// In the user's own folders.
    User,
    System,
}

/// What the faces of a role are called, best first: the family's beginning, the file's name without
/// its ending.
const fn names(role: Role) -> &'static [(&'static [&'static str], &'static [&'static str])] {
    match role {
        Role::FangSong => &[
            (&["仿宋_gb2312", "fangsong_gb2312"], &["simfang_gb2312", "fs_gb2312"]),
            (&["仿宋", "fangsong"], &["simfang"]),
            (&["方正仿宋", "fzfangsong"], &["fzfsk", "fzfsjw"]),
            (&["华文仿宋", "stfangsong"], &["stfangso"]),
        ],
        Role::BiaoSong => &[
            (&["方正小标宋", "fzxiaobiaosong"], &["fzxbsjw", "fzxbsk"]),
            (&["华文中宋", "stzhongsong"], &["stzhongs"]),
        ],
        Role::Kai => &[
            (&["楷体_gb2312", "kaiti_gb2312"], &["simkai_gb2312", "kt_gb2312"]),
            (&["楷体", "kaiti"], &["simkai"]),
            (&["方正楷体", "fzkai"], &["fzktk", "fzktjw"]),
            (&["华文楷体", "stkaiti"], &["stkaiti"]),
        ],
        Role::Hei => &[
            (&["黑体", "simhei"], &["simhei"]),
            (&["方正黑体", "fzhei"], &["fzhtk", "fzhtjw"]),
            (&["华文黑体", "stheiti"], &["stheiti"]),
        ],
        Role::Song => &[
            (&["宋体", "simsun"], &["simsun"]),
            (&["方正书宋", "fzshusong"], &["fzssk", "fzssjw"]),
            (&["华文宋体", "stsong"], &["stsong"]),
        ],
    }
}

/// The faces on a machine that an office could use, for each role the preferred one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    pub found: Vec<Candidate>,
}

impl Shelf {
    /// Returns the faces of this machine. `beside` is the fonts folder beside the program.
    #[must_use]
    pub fn of_this_machine(beside: &Path) -> Self {
        let mut database = Database::new();
        database.load_fonts_dir(beside);
        database.load_system_fonts();
        Self { found: listed(&database, beside) }
    }

    /// Returns the faces of one folder alone.
    #[must_use]
    pub fn of_folder(folder: &Path) -> Self {
        let mut database = Database::new();
        database.load_fonts_dir(folder);
        Self { found: listed(&database, folder) }
    }

    /// Returns the face on record for a role, exactly that file.
    ///
    /// # Errors
    /// [`PaperError::FaceNotHere`] when no file here has its fingerprint.
    pub fn take(&self, role: Role, face: &OfficeFace) -> Result<ChosenFace, PaperError> {
        let OfficeFace { family, index, sha256 } = face;
        let mut namesakes = self
            .found
            .iter()
            .filter(|found| found.family == *family && found.index == *index)
            .peekable();
        let has_namesake = namesakes.peek().is_some();
        let found = namesakes.find(|found| found.sha256().as_ref() == Some(sha256));
        let found = found.ok_or_else(|| PaperError::FaceNotHere {
            role,
            family: family.clone(),
            has_namesake,
        })?;
        Ok(ChosenFace { role, file: found.file.clone(), index: *index, sha256: sha256.clone() })
    }
}

impl Candidate {
    /// Returns the SHA-256 of the font file, lower-case hexadecimal; `None` when it cannot be read
    /// any more.
    #[must_use]
    pub fn sha256(&self) -> Option<String> {
        let about = std::fs::metadata(&self.file).ok()?;
        let state: State = (about.len(), about.modified().ok()?);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, sha256)) = known.get(&self.file).filter(|(before, _)| *before == state) {
            return Some(sha256.clone());
        }
        let sha256 = fingerprint(&std::fs::read(&self.file).ok()?);
        known.insert(self.file.clone(), (state, sha256.clone()));
        Some(sha256)
    }
}

/// A font file's length and time, by which it is known that it is still the same.
type State = (u64, SystemTime);

/// Fingerprints of font files, with the state of the file they were taken of.
static KNOWN: Mutex<BTreeMap<PathBuf, (State, String)>> = Mutex::new(BTreeMap::new());

fn listed(database: &Database, beside: &Path) -> Vec<Candidate> {
    let mut found: Vec<(usize, Candidate)> = Vec::new();
    for face in database.faces() {
        let Source::File(file) = &face.source else { continue };
        for role in Role::ALL {
            let is_listed = found.iter().any(|(_, other)| {
                other.role == role && other.file == *file && other.index == face.index
            });
            if let Some(rank) =
                rank(role, face, file).filter(|_| !is_listed && may_be_embedded(database, face))
            {
                let (family, origin) = (family(face), origin(file, beside));
                found.push((
                    rank,
                    Candidate { role, family, origin, file: file.clone(), index: face.index },
                ));
            }
        }
    }
    found.sort_by(|(a_rank, a), (b_rank, b)| {
        (a.role, a.origin, a_rank, &a.file, a.index)
            .cmp(&(b.role, b.origin, b_rank, &b.file, b.index))
    });
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn rank(role: Role, face: &FaceInfo, file: &Path) -> Option<usize> {
    let stem =
        file.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_family = |wanted: &str| {
        face.families.iter().any(|(family, _)| is_called(&family.to_lowercase(), wanted))
    };
    let is_called = |(families, stems): &(&[&str], &[&str])| {
        // A file of several faces, such as simsun.ttc, is named after its first.
        families.iter().any(|wanted| is_family(wanted))
            || face.index == 0 && stems.contains(&stem.as_str())
    };
    names(role).iter().position(is_called)
}

/// A family is called so when its name is the wanted one, or the wanted one with the foundry's
/// suffix: 方正小标宋简体, `方正小标宋_GBK`.
fn is_called(family: &str, wanted: &str) -> bool {
    let rest = family.strip_prefix(wanted).map(|rest| rest.trim_start_matches(['_', '-', ' ']));
    rest.is_some_and(|rest| {
        matches!(
            rest,
            "" | "简体"
                | "gbk"
                | "b05"
                | "b05s"
                | "z02"
                | "z02s"
                | "z03"
                | "z03s"
                | "s03"
                | "s03s"
                | "r-gb"
                | "m-gbk"
        )
    })
}

fn family(face: &FaceInfo) -> String {
    let chinese = face
        .families
        .iter()
        .find(|(name, _)| name.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)));
    chinese
        .or(face.families.first())
        .map_or_else(|| face.post_script_name.clone(), |(name, _)| name.clone())
}

fn origin(file: &Path, beside: &Path) -> Origin {
    let homes = ["HOME", "USERPROFILE", "LOCALAPPDATA"];
    let is_users = |home: &&str| {
        std::env::var_os(home).is_some_and(|home| !home.is_empty() && file.starts_with(home))
    };
    if file.starts_with(beside) {
        Origin::Beside
    } else if homes.iter().any(is_users) {
        Origin::User
    } else {
        Origin::System
    }
}

/// A face is embedded reduced to the characters used: its maker must allow both, and it must have
/// the outlines the writer embeds.
fn may_be_embedded(database: &Database, face: &FaceInfo) -> bool {
    let allowed = |bytes: &[u8], index| {
        ttf_parser::Face::parse(bytes, index).is_ok_and(|face| is_embeddable(&face))
    };
    database.with_face_data(face.id, allowed).unwrap_or(false)
}

/// Tells whether a face may be embedded reduced, and can be.
#[must_use]
pub fn is_embeddable(face: &ttf_parser::Face<'_>) -> bool {
    let restricted = matches!(face.permissions(), Some(Permissions::Restricted) | None);
    !restricted
        && face.is_subsetting_allowed()
        && face.is_outline_embedding_allowed()
        && face.tables().glyf.is_some()
}
