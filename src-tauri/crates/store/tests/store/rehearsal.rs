//! 演练: a copy whose first own entry says so, which is never written over the real one.

use store::{Failure, Record, StoreError, verify};

use crate::common::{announced, at, file_in, folder, names_in, person, prepared, secretary};

const SEED: &str = "00000000000000ff";

#[test]
fn a_rehearsal_is_a_sound_copy_with_one_entry_more_and_the_session_is_untouched() {
    let folder = folder();
    let (path, copy) = (file_in(&folder), folder.path().join("青石镇-演练.piaojue"));
    let mut record = Record::create(&path).unwrap();
    announced(&mut record);
    let (entries, head) = (record.entries().unwrap(), record.head().cloned());
    record.still().unwrap().rehearse(&copy, SEED, &secretary(), at()).unwrap();
    assert_eq!((record.entries().unwrap().len(), record.head()), (entries.len(), head.as_ref()));
    assert!(!record.session().is_rehearsal());

    let found = verify(&copy).unwrap();
    assert_eq!((found.flaws, found.session.seq()), (vec![], record.session().seq() + 1));
    assert_eq!(found.session.rehearsed().unwrap().seed, SEED);
    let rehearsal = Record::open(&copy).unwrap();
    let copied = rehearsal.entries().unwrap();
    assert_eq!(copied[..entries.len()], entries[..]);
    assert_eq!(rehearsal.hash_of(record.session().seq()).unwrap(), head);
}

#[test]
fn what_cannot_be_rehearsed_leaves_no_file() {
    let folder = folder();
    let copy = folder.path().join("青石镇-演练.piaojue");
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let still = record.still().unwrap();
    let refused = still.rehearse(&copy, SEED, &person("one"), at()).unwrap_err();
    assert!(matches!(refused, Failure::Refused(_)), "{refused}");
    let unfinished = |name: &String| name.contains(".part") || name.contains("演练");
    assert!(!names_in(&folder).iter().any(unfinished));
    still.rehearse(&copy, SEED, &secretary(), at()).unwrap();
    let there = still.rehearse(&copy, SEED, &secretary(), at()).unwrap_err();
    assert!(matches!(there, Failure::Store(StoreError::AlreadyExists { .. })), "{there}");
}

#[test]
fn a_backup_of_a_rehearsal_never_replaces_the_session_it_was_made_of() {
    let folder = folder();
    let (path, copy) = (file_in(&folder), folder.path().join("青石镇-演练.piaojue"));
    let mut record = Record::create(&path).unwrap();
    prepared(&mut record);
    record.still().unwrap().rehearse(&copy, SEED, &secretary(), at()).unwrap();
    drop(record);
    let before = std::fs::read(&path).unwrap();
    let rehearsal = Record::open(&copy).unwrap();
    let refused = rehearsal.backup(&path).unwrap_err();
    assert!(matches!(refused, StoreError::AlreadyExists { .. }), "{refused}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let elsewhere = folder.path().join("演练备份.piaojue");
    rehearsal.backup(&elsewhere).unwrap();
    rehearsal.backup(&elsewhere).unwrap();
}
