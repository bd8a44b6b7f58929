//! A PIN is salted and hashed before it reaches the file; a wrong one is refused, recorded, and
//! after a few not looked at for a while.

use chrono::TimeDelta;
use session::people::pin::PinCommand;
use session::{Command, Refusal};
use store::{ComparedPin, Failure, Proving, Record, SaltedPin};

use crate::common::*;

const TAKE: Command = Command::Pin(PinCommand::TakeDesk);

fn refusal<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer.unwrap_err() {
        Failure::Refused(refusal) => refusal,
        Failure::Store(error) => panic!("{error}"),
    }
}

#[test]
fn the_file_holds_only_a_salted_hash() {
    let folder = folder();
    let path = file_in(&folder);
    let mut record = Record::create(&path).unwrap();
    prepared(&mut record);
    let hashes: Vec<String> = ["secretary", "one"]
        .map(|who| {
            record.set_pin(&person(who), Proving::Nothing, "493817", at()).unwrap();
            record.session().pins().hash_of(&person(who)).unwrap().to_owned()
        })
        .to_vec();
    assert!(hashes.iter().all(|hash| hash.starts_with("$argon2id$")));
    assert_ne!(hashes[0], hashes[1], "the same PIN, another salt");
    drop(record);
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"493817"));
    let mut again = Record::open(&path).unwrap();
    again.perform_proving(&TAKE, &person("one"), Proving::Pin("493817"), at()).unwrap();
}

#[test]
fn a_wrong_pin_is_counted_and_the_right_one_waits_too_after_three() {
    let folder = folder();
    let path = file_in(&folder);
    let mut record = Record::create(&path).unwrap();
    prepared(&mut record);
    let teller = person("one");
    record.set_pin(&teller, Proving::Nothing, "493817", at()).unwrap();
    for wrong in 1..=3 {
        let refused = refusal(record.perform_proving(&TAKE, &teller, Proving::Pin("000000"), at()));
        assert!(
            matches!(refused, Refusal::WrongPin { wrong: counted, .. } if counted == wrong),
            "{refused:?}"
        );
    }
    // A clock set forward lets nobody in, one set back keeps nobody out for longer, and a file
    // opened again waits once more.
    for moved in [TimeDelta::zero(), TimeDelta::days(1), -TimeDelta::days(1)] {
        let later = at() + moved;
        let refused =
            refusal(record.perform_proving(&TAKE, &teller, Proving::Pin("493817"), later));
        assert!(matches!(refused, Refusal::PinWait { seconds: 1..=15, .. }), "{refused:?}");
    }
    drop(record);
    let mut record = Record::open(&path).unwrap();
    let later = at() + TimeDelta::days(1);
    let refused = refusal(record.perform_proving(&TAKE, &teller, Proving::Pin("493817"), later));
    assert!(matches!(refused, Refusal::PinWait { seconds: 1..=15, .. }), "{refused:?}");
}

#[test]
fn a_pin_is_changed_with_the_one_before() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let teller = person("one");
    assert!(matches!(
        refusal(record.set_pin(&teller, Proving::Nothing, "12345", at())),
        Refusal::PinFigures { .. }
    ));
    record.set_pin(&teller, Proving::Nothing, "493817", at()).unwrap();
    assert!(matches!(
        refusal(record.set_pin(&teller, Proving::Nothing, "111111", at())),
        Refusal::PinNeeded { .. }
    ));
    assert!(matches!(
        refusal(record.set_pin(&teller, Proving::Pin("222222"), "111111", at())),
        Refusal::WrongPin { .. }
    ));
    record.set_pin(&teller, Proving::Pin("493817"), "111111", at()).unwrap();
    record.perform_proving(&TAKE, &teller, Proving::Pin("111111"), at()).unwrap();
}

/// Hashing is done before the record is asked; what it came to holds for the PIN that was on record
/// then and for no other, and it waits like a PIN just typed.
#[test]
fn a_pin_compared_beforehand_counts_like_one_just_typed_until_another_is_set() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let teller = person("one");
    let first = SaltedPin::of("493817").unwrap();
    record.set_salted_pin(&teller, Proving::Nothing, &first, at()).unwrap();
    let hash = record.session().pins().hash_of(&teller).unwrap().to_owned();
    let right = ComparedPin::of("493817", &hash);
    record.perform_proving(&TAKE, &teller, Proving::Compared(&right), at()).unwrap();
    let second = SaltedPin::of("111111").unwrap();
    record.set_salted_pin(&teller, Proving::Compared(&right), &second, at()).unwrap();
    let refused = refusal(record.perform_proving(&TAKE, &teller, Proving::Compared(&right), at()));
    assert!(matches!(refused, Refusal::PinNeeded { .. }), "{refused:?}");
    assert_eq!(record.session().pins().wrong(&teller), 0, "nobody typed a wrong one");
    let hash = record.session().pins().hash_of(&teller).unwrap().to_owned();
    let (right, wrong) = (ComparedPin::of("111111", &hash), ComparedPin::of("000000", &hash));
    for _ in 1..=3 {
        let refused =
            refusal(record.perform_proving(&TAKE, &teller, Proving::Compared(&wrong), at()));
        assert!(matches!(refused, Refusal::WrongPin { .. }), "{refused:?}");
    }
    let refused = refusal(record.perform_proving(&TAKE, &teller, Proving::Compared(&right), at()));
    assert!(matches!(refused, Refusal::PinWait { .. }), "{refused:?}");
}
