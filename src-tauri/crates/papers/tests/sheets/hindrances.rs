//! 早发现: what would stop a ballot's papers late is told while the ballot can be changed.

use papers::{
    OfficeStyle, Place, Shelf, Stop, default_text, hindrances, of_session, set_draft, undrawn_in,
};
use session::paper::{PaperKind, Style};
use session::people::{self, Role, Staff};
use session::round::keying::{self, SectionReading};
use session::tally::{ContestOption, Mark, WriteIn, WriteInMark};
use session::{BundleNo, Command, Pass, PersonId, RoundId, SheetNo};

use crate::told::{Told, sample_ballot};

fn told_with(change: impl Fn(&mut [ContestOption])) -> Vec<Stop> {
    let mut told = Told::sample();
    let mut ballot = sample_ballot();
    change(&mut ballot.contests[0].contest.options);
    told.save(&ballot);
    hindrances(&told.session, &ballot, &Shelf::default())
}

#[test]
fn a_usual_ballot_has_none() {
    assert_eq!(told_with(|_| ()), []);
}

#[test]
fn a_character_that_no_face_draws_is_told_with_its_row() {
    let found = told_with(|options| options[2].name = "李\u{30000}明".to_owned());
    let [Stop::MissingCharacter { code, place: Place::Row { row: 3, .. }, .. }] = found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert_eq!(code, "U+30000");
}

#[test]
fn a_row_taller_than_a_page_is_told_with_its_place_and_a_long_ballot_with_its_pages() {
    let told = Told::sample();
    let mut endless = sample_ballot();
    endless.contests[0].contest.options[1].name = "自来水管网改造工程".repeat(400);
    let found = hindrances(&told.session, &endless, &Shelf::default());
    assert!(
        matches!(found.as_slice(), [Stop::TooTall { place: Place::Row { row: 2, .. } }]),
        "{found:?}"
    );

    let mut long = sample_ballot();
    let entry = &mut long.contests[0];
    let row = entry.contest.options[0].clone();
    entry.projects.clear();
    entry.contest.options = (1..=60)
        .map(|number| ContestOption {
            id: number.to_string().as_str().into(),
            name: format!("{}{number}", row.name),
        })
        .collect();
    let found = hindrances(&told.session, &long, &Shelf::default());
    let [Stop::SeveralPages { pages }] = found.as_slice() else { panic!("{found:?}") };
    assert!(*pages > 1);
}

#[test]
fn a_ballot_still_being_typed_is_set_as_it_will_be_printed() {
    let mut told = Told::sample();
    let mut ballot = sample_ballot();
    ballot.contests[0].contest.options[0].name = "新的名称".to_owned();
    let style = OfficeStyle::standard().unwrap();
    let of = PaperKind::Ballot { ballot: ballot.id.clone() };
    let draft = set_draft(&told.session, &ballot, default_text(&of), &style).unwrap();
    told.save(&ballot);
    let saved = of_session(&told.session, &of, None, &Shelf::default()).unwrap();
    assert_eq!(draft.rendered.bytes, saved.rendered.bytes);
}

#[test]
fn a_name_that_makes_the_ballot_longer_is_told_with_its_pages() {
    let long = "青石村至云岭村至大坪村".repeat(12);
    let found = told_with(|options| options[4].name.clone_from(&long));
    let [Stop::LongName { place: Place::Row { row: 5, .. }, pages, without: 1 }] = found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert!(*pages > 1);
}

fn keyed(name: &str) -> Command {
    let write_ins = vec![WriteIn { name: name.to_owned(), mark: WriteInMark::For }];
    let place = keying::Place { round: RoundId(1), pass: Pass::First, bundle: BundleNo(1) };
    let marks = vec![Mark::For];
    let reading = vec![SectionReading { marks, write_ins, ..SectionReading::default() }];
    Command::Keying(keying::Command::KeySheet { place, sheet: SheetNo(1), reading })
}

#[test]
fn a_written_in_name_that_no_face_draws_is_told_where_it_is_keyed() {
    let told = |command: &Command| undrawn_in(command, &Style::default(), &Shelf::default());
    for drawn in ["陆𬱖生", "⽥\u{3000}富", "买买提•艾力", "刘㛃", ""] {
        assert_eq!(told(&keyed(drawn)), None, "{drawn}");
    }
    for unseen in ["田\u{200B}富", "\u{FFFD}"] {
        assert_eq!(told(&keyed(unseen)), None, "the session refuses {unseen:?} in its own words");
    }
    let place = Place::Text { text: "李\u{30000}明".to_owned() };
    let code = "U+30000".to_owned();
    let stop = Stop::MissingCharacter { character: "\u{30000}".to_owned(), code, place };
    assert_eq!(told(&keyed("李\u{30000}明")), Some(stop.clone()));
    let teller = Staff::of(PersonId("1".to_owned()), "李\u{30000}明".to_owned(), Role::Teller);
    let staff = people::Command::AppointStaff { staff: vec![teller] };
    assert_eq!(told(&Command::People(staff)), Some(stop));
}
