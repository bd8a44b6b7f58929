//! 版式: papers of a session in the style on record, on a machine that has its faces and on one
//! that has not; what stops a paper, and where.

use std::collections::BTreeMap;

use lopdf::Document;
use papers::fonts::{FaceId, FontSet, Role};
use papers::{
    OfficeStyle, PaperError, Place, SetPaper, Shelf, Stop, lent, of_session, specimen, stopped_by,
};
use session::paper::{BallotSheet, FaceRole, Grid, OfficeFace, PaperKind, Style, style_of};
use session::people::Deputy;
use session::{Command, paper, people};

use crate::faces::folder;
use crate::pictures::looks_as_before;
use crate::told::{Told, sample_ballot};

fn in_style(style: Style) -> Told {
    let mut told = Told::sample();
    told.secretary(&Command::Paper(paper::Command::ChooseStyle { style }));
    told
}

fn set(told: &Told, of: &PaperKind, shelf: &Shelf) -> Result<SetPaper, PaperError> {
    of_session(&told.session, of, Some(crate::common::FINGERPRINT), shelf)
}

fn of_ballot() -> PaperKind {
    PaperKind::Ballot { ballot: sample_ballot().id }
}

/// The faces of a folder, each chosen for its role.
fn chosen(shelf: &Shelf) -> Style {
    let face = |found: &papers::fonts::office::Candidate| {
        let face = OfficeFace {
            family: found.family.clone(),
            index: found.index,
            sha256: found.sha256().unwrap(),
        };
        (found.role, face)
    };
    Style { faces: shelf.found.iter().map(face).collect::<BTreeMap<_, _>>(), ..Style::default() }
}

/// Width and height of the first page in whole millimetres.
fn sheet(paper: &SetPaper) -> (i64, i64) {
    let document = Document::load_mem(&paper.rendered.bytes).unwrap();
    let page = document.page_iter().next().unwrap();
    let media = document
        .get_dictionary(page)
        .unwrap()
        .get(b"MediaBox")
        .unwrap()
        .as_array()
        .unwrap()
        .clone();
    let millimetres = |at: usize| (f64::from(media[at].as_float().unwrap()) * 25.4 / 72.0).round();
    let whole = |length: f64| format!("{length}").parse().unwrap();
    (whole(millimetres(2)), whole(millimetres(3)))
}

#[test]
fn a_ballot_is_set_for_the_sheet_it_is_printed_on() {
    for (sheet_of, wanted) in [
        (BallotSheet::A4, (210, 297)),
        (BallotSheet::A5, (148, 210)),
        (BallotSheet::TwoA5, (297, 210)),
    ] {
        let told = in_style(Style { ballot: sheet_of, ..Style::default() });
        assert_eq!(sheet(&set(&told, &of_ballot(), &Shelf::default()).unwrap()), wanted);
        assert_eq!(
            sheet(&set(&told, &PaperKind::Agenda, &Shelf::default()).unwrap()),
            (210, 297),
            "only a ballot"
        );
    }
}

#[test]
fn same_session_same_bytes_on_any_machine_with_the_same_faces() {
    let machine = || {
        folder(&[("RendaHei-Medium.ttf", "simfang.ttf"), ("RendaKai-Regular.ttf", "fzxbsk.ttf")])
    };
    let (here, there) = (machine(), machine());
    let told = in_style(chosen(&Shelf::of_folder(here.path())));
    let on = |folder: &tempfile::TempDir| {
        set(&told, &PaperKind::Agenda, &Shelf::of_folder(folder.path())).unwrap().rendered.bytes
    };
    assert!(on(&here) == on(&there));
    assert!(
        on(&here)
            != set(&Told::sample(), &PaperKind::Agenda, &Shelf::default()).unwrap().rendered.bytes
    );
}

/// Nothing is printed silently in another face than the one on record.
#[test]
fn a_machine_without_a_face_on_record_names_it() {
    let here = folder(&[("RendaHei-Medium.ttf", "simfang.ttf")]);
    let style = chosen(&Shelf::of_folder(here.path()));
    let told = in_style(style.clone());
    let stop = |shelf: &Shelf| {
        let error = set(&told, &PaperKind::Agenda, shelf).unwrap_err();
        stopped_by(&told.session, &PaperKind::Agenda, &error).unwrap()
    };
    let family = style.faces[&FaceRole::FangSong].family.clone();
    let named = |has_namesake| Stop::FaceNotHere {
        role: FaceRole::FangSong,
        family: family.clone(),
        has_namesake,
    };
    assert_eq!(stop(&Shelf::default()), named(false));
    let file = here.path().join("simfang.ttf");
    let mut other = std::fs::read(&file).unwrap();
    other.push(0);
    std::fs::write(&file, other).unwrap();
    assert_eq!(stop(&Shelf::of_folder(here.path())), named(true), "another edition of the face");
}

#[test]
fn a_font_file_that_changes_after_it_was_found_is_refused() {
    let here = folder(&[("RendaKai-Regular.ttf", "simkai.ttf")]);
    let shelf = Shelf::of_folder(here.path());
    let taken = shelf.take(FaceRole::Kai, &chosen(&shelf).faces[&FaceRole::Kai]).unwrap();
    std::fs::write(&taken.file, b"no font").unwrap();
    assert!(matches!(FontSet::with(&[taken]), Err(PaperError::Font { .. })));
}

#[test]
fn a_character_that_nobody_draws_stops_the_paper_at_its_place() {
    let stop = |told: &Told, of: &PaperKind| {
        let error = set(told, of, &Shelf::default()).unwrap_err();
        match stopped_by(&told.session, of, &error) {
            Some(Stop::MissingCharacter { character, code, place }) => {
                assert_eq!((character.as_str(), code.as_str()), ("\u{323AF}", "U+323AF"));
                place
            }
            other => panic!("{other:?}"),
        }
    };
    let mut told = Told::sample();
    let named =
        Deputy { name: "李\u{323AF}".to_owned(), ..told.session.people().deputies()[4].clone() };
    let (number, name) = (named.number, named.name.clone());
    told.secretary(&Command::People(people::Command::SaveDeputy { deputy: named }));
    assert_eq!(stop(&told, &PaperKind::Roster), Place::Deputy { number, name });

    let mut told = Told::sample();
    let mut ballot = sample_ballot();
    ballot.contests[0].projects[2].unit = "镇水利\u{323AF}站".to_owned();
    let name = ballot.contests[0].contest.options[2].name.clone();
    told.save(&ballot);
    let contest = ballot.contests[0].contest.title.clone();
    assert_eq!(stop(&told, &of_ballot()), Place::Row { contest, row: 3, name });

    let mut told = Told::sample();
    let text = format!("{}\n~\n此致\u{323AF}", papers::default_text(&PaperKind::Agenda));
    let line = u32::try_from(text.lines().count()).unwrap();
    told.secretary(&Command::Paper(paper::Command::EditText { of: PaperKind::Agenda, text }));
    assert_eq!(stop(&told, &PaperKind::Agenda), Place::Line { line });
}

#[test]
fn what_a_face_lacks_is_said_and_another_draws_it() {
    let here = folder(&[("RendaHei-Medium.ttf", "simfang.ttf")]);
    let shelf = Shelf::of_folder(here.path());
    let mut told = in_style(chosen(&shelf));
    // The office's face here has only the characters of 通用规范汉字表.
    let named =
        Deputy { name: "李㐱㐱".to_owned(), ..told.session.people().deputies()[4].clone() };
    told.secretary(&Command::People(people::Command::SaveDeputy { deputy: named }));
    let style = OfficeStyle::of(&style_of(&told.session, &PaperKind::Agenda), &shelf).unwrap();
    assert_ne!(style.fonts.glyph(Role::FangSong, '㐱').unwrap().face, FaceId::Of(Role::FangSong));
    let lent: BTreeMap<Role, String> = lent(&told.session, &style).into_iter().collect();
    assert!(
        lent[&Role::FangSong].matches('㐱').count() == 1 && !lent[&Role::FangSong].contains('李'),
        "{lent:?}"
    );
    assert_eq!(lent[&Role::Song], "", "the program's Song draws every name");
    assert!(set(&told, &PaperKind::Roster, &shelf).is_ok());
}

#[test]
fn the_specimen_shows_every_role_the_grid_and_the_code() {
    let told = Told::sample();
    let page = |style: &OfficeStyle| specimen(&told.session, style).unwrap();
    let standard = OfficeStyle::standard().unwrap();
    let usual = page(&standard);
    assert_eq!(usual.pages, 2);
    std::fs::write(
        std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("specimen.pdf"),
        &usual.bytes,
    )
    .unwrap();
    assert!(usual.bytes != page(&OfficeStyle { qr: true, ..standard }).bytes);
    let wide = OfficeStyle::of(&Style { grid: Grid::Wide, ..Style::default() }, &Shelf::default())
        .unwrap();
    assert!(usual.bytes != page(&wide).bytes);
    for role in Role::ALL {
        let name = standard.fonts.face(FaceId::Of(role)).name.as_bytes();
        let document = Document::load_mem(&usual.bytes).unwrap();
        let names = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok()?.get(b"FontName").ok()?.as_name().ok());
        assert!(names.into_iter().any(|font| font.ends_with(name)), "{role:?}");
    }
}

#[test]
fn the_wide_style_with_codes_and_ballots_cut_apart_look_as_before() {
    let style =
        Style { grid: Grid::Wide, qr: true, ballot: BallotSheet::TwoA5, ..Style::default() };
    let told = in_style(style.clone());
    let pages =
        specimen(&told.session, &OfficeStyle::of(&style, &Shelf::default()).unwrap()).unwrap();
    looks_as_before("specimen-wide", &pages);
    looks_as_before(
        "ballot-selection-a5-two",
        &set(&told, &of_ballot(), &Shelf::default()).unwrap().rendered,
    );
}
