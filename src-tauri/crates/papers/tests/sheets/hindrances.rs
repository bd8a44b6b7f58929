//! 早发现: what would stop a ballot's papers late is told while the ballot can be changed.

use papers::{Place, Shelf, Stop, hindrances};
use session::tally::ContestOption;

use crate::told::{Told, sample_ballot};

fn told_with(change: impl Fn(&mut [ContestOption])) -> Vec<Stop> {
    let mut told = Told::sample();
    let mut ballot = sample_ballot();
    change(&mut ballot.contests[0].contest.options);
    told.save(&ballot);
    hindrances(&told.session, &ballot.id, &Shelf::default())
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
fn a_name_that_makes_the_ballot_longer_is_told_with_its_pages() {
    let long = "青石村至云岭村至大坪村".repeat(12);
    let found = told_with(|options| options[4].name.clone_from(&long));
    let [Stop::LongName { place: Place::Row { row: 5, .. }, pages, without: 1 }] = found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert!(*pages > 1);
}
