//! The office's own faces: found per role, offered only when they may be embedded, falling back
//! character by character.

use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use papers::fonts::office::{Candidate, Origin, Shelf};
use papers::fonts::{ChosenFace, FaceId, FontSet, Role};
use papers::layout::page::Item;
use papers::{OfficeStyle, PaperError};

use crate::common::{Set, decision, decision_text, election};

pub fn assets(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts").join(name)
}

/// A folder with faces under the names offices know them by.
pub fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (from, to) in files {
        std::fs::copy(assets(from), folder.path().join(to)).unwrap();
    }
    folder
}

/// Sets a face's fsType to 2: its licence restricts embedding.
fn restrict(file: &Path) {
    let mut bytes = std::fs::read(file).unwrap();
    let word = |bytes: &[u8], at: usize| {
        usize::try_from(u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap())).unwrap()
    };
    let tables = usize::from(u16::from_be_bytes([bytes[4], bytes[5]]));
    let record =
        (0..tables).map(|index| 12 + index * 16).find(|&at| &bytes[at..at + 4] == b"OS/2").unwrap();
    let at = word(&bytes, record + 8) + 8;
    (bytes[at], bytes[at + 1]) = (0, 2);
    std::fs::write(file, bytes).unwrap();
}

/// A font file, chosen for a role.
fn chosen(role: Role, file: PathBuf) -> ChosenFace {
    let found = Candidate {
        role,
        family: String::new(),
        origin: Origin::Beside,
        file: file.clone(),
        index: 0,
    };
    ChosenFace { role, file, index: 0, sha256: found.sha256().unwrap_or_default() }
}

fn style(chosen: &[ChosenFace]) -> OfficeStyle {
    OfficeStyle { fonts: FontSet::with(chosen).unwrap(), ..OfficeStyle::standard().unwrap() }
}

#[test]
fn faces_are_found_by_the_names_offices_know_them_by() {
    let folder = folder(&[
        ("RendaKai-Regular.ttf", "simkai.ttf"),
        ("RendaHei-Medium.ttf", "SIMHEI.TTF"),
        ("RendaBiaoSong-Bold.ttf", "FZXBSJW.TTF"),
    ]);
    let found = Shelf::of_folder(folder.path()).found;
    let roles: Vec<(Role, String)> = found
        .iter()
        .map(|face| (face.role, face.file.file_name().unwrap().to_string_lossy().into_owned()))
        .collect();
    assert_eq!(
        roles,
        [
            (Role::Kai, "simkai.ttf".to_owned()),
            (Role::Hei, "SIMHEI.TTF".to_owned()),
            (Role::BiaoSong, "FZXBSJW.TTF".to_owned())
        ]
    );
    assert!(found.iter().all(|face| face.origin == Origin::Beside && !face.family.is_empty()));
}

#[test]
fn the_better_name_comes_first_and_the_folder_beside_the_program_before_the_system() {
    let folder = folder(&[
        ("RendaBiaoSong-Bold.ttf", "stzhongs.ttf"),
        ("RendaHei-Medium.ttf", "fzxbsk.ttf"),
    ]);
    let found: Vec<_> = Shelf::of_this_machine(folder.path())
        .found
        .into_iter()
        .filter(|face| face.role == Role::BiaoSong)
        .collect();
    assert!(
        found[0].file.ends_with("fzxbsk.ttf") && found[1].file.ends_with("stzhongs.ttf"),
        "{found:?}"
    );
    assert!(found.iter().skip(2).all(|face| face.origin != Origin::Beside));
}

#[test]
fn a_face_that_may_not_be_embedded_is_neither_offered_nor_taken() {
    let folder = folder(&[("RendaHei-Medium.ttf", "simhei.ttf")]);
    let file = folder.path().join("simhei.ttf");
    restrict(&file);
    assert_eq!(Shelf::of_folder(folder.path()).found, []);
    let refused = FontSet::with(&[chosen(Role::Hei, file.clone())]);
    assert!(
        matches!(refused, Err(PaperError::NotEmbeddable { file: named }) if named == file.display().to_string())
    );
    let missing = FontSet::with(&[chosen(Role::Hei, folder.path().join("no.ttf"))]);
    assert!(matches!(missing, Err(PaperError::Font { .. })));
}

#[test]
fn a_paper_is_set_with_the_chosen_faces_and_falls_back_character_by_character() {
    let folder = folder(&[("RendaHei-Medium.ttf", "simfang.ttf")]);
    let chosen = chosen(Role::FangSong, folder.path().join("simfang.ttf"));
    let style = style(std::slice::from_ref(&chosen));
    let drawn = |character| style.fonts.glyph(Role::FangSong, character).map(|glyph| glyph.face);
    assert_eq!(drawn('国'), Some(FaceId::Of(Role::FangSong)));
    // The office's face here has only the characters of 通用规范汉字表.
    let rare = ('\u{3400}'..'\u{4DC0}')
        .find(|character| drawn(*character) == Some(FaceId::Of(Role::Song)))
        .unwrap();
    assert_eq!(drawn('1'), Some(FaceId::Of(Role::Song)));
    let mut decision = decision();
    decision.matter.projects[0].facts.person = format!("李{rare}");
    let paper = decision.paper(decision_text());
    let pages = paper.pages_in(&style).unwrap();
    let faces: Vec<FaceId> = pages
        .iter()
        .flat_map(|page| &page.items)
        .filter_map(|item| if let Item::Text(run) = item { Some(run.face) } else { None })
        .collect();
    assert!(faces.contains(&FaceId::Of(Role::FangSong)));
    let (once, twice) = (
        paper.render_in(&style, NonZeroU32::MIN).unwrap(),
        paper.render_in(&style, NonZeroU32::MIN).unwrap(),
    );
    assert!(
        once.bytes == twice.bytes && once.bytes != paper.render(NonZeroU32::MIN).unwrap().bytes
    );
    let name = format!("+{}", style.fonts.face(FaceId::Of(Role::FangSong)).name);
    let document = lopdf::Document::load_mem(&once.bytes).unwrap();
    let embedded = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"FontName").ok()?.as_name().ok());
    assert!(embedded.map(String::from_utf8_lossy).any(|font| font.ends_with(&name)), "{name}");
}

#[test]
fn the_record_names_every_face_and_its_fingerprint() {
    let folder = folder(&[("RendaHei-Medium.ttf", "simfang.ttf")]);
    let chosen = chosen(Role::FangSong, folder.path().join("simfang.ttf"));
    let (ours, theirs) =
        (FontSet::bundled().unwrap().on_record(), style(&[chosen]).fonts.on_record());
    let of = |faces: &[papers::fonts::FaceOnRecord], role| {
        faces.iter().find(|face| face.role == role).unwrap().clone()
    };
    assert_eq!(of(&ours, Role::Hei).sha256, of(&theirs, Role::FangSong).sha256, "the same file");
    assert_ne!(of(&ours, Role::FangSong), of(&theirs, Role::FangSong));
    assert_eq!(of(&ours, Role::Song), of(&theirs, Role::Song));
    assert_eq!(of(&ours, Role::Kai).sha256.len(), 64);
}

/// A name no face can draw stops every paper, with the name; names that are only rare do not.
#[test]
fn rare_names_are_drawn_in_every_role() {
    let fonts = FontSet::bundled().unwrap();
    for name in ["李𬱖生", "刘㛃", "买买提·艾力", "王䶮", "张𬍛", "马頔", "阿卜杜热西提·买买提艾力"]
    {
        for role in Role::ALL {
            assert!(fonts.check(role, name).is_ok(), "{name} {role:?}");
        }
    }
    let mut ballot = election();
    ballot.sections[1].options[2].name = "王\u{E000}（女）".to_owned();
    let Err(PaperError::Missing(missing)) = papers::render_ballot(&ballot, NonZeroU32::MIN) else {
        panic!("must be refused")
    };
    assert_eq!((missing.character, missing.text.as_str()), ('\u{E000}', "王\u{E000}（女）"));
}
