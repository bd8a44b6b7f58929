//! A verified copy.

use store::{Record, StoreError, verify};

use crate::common::{announced, at, describe, file_in, folder, names_in, prepared, secretary};

#[test]
fn a_backup_opens_and_verifies() {
    let (folder, stick) = (folder(), folder());
    let mut record = Record::create(&file_in(&folder)).unwrap();
    announced(&mut record);
    record.backup(&file_in(&stick)).unwrap();
    assert_eq!(names_in(&stick), ["青石镇.piaojue"]);
    let found = verify(&file_in(&stick)).unwrap();
    assert_eq!((found.flaws, found.head.as_ref()), (vec![], record.head()));
    let copy = Record::open(&file_in(&stick)).unwrap();
    assert_eq!(copy.entries().unwrap(), record.entries().unwrap());
    assert_eq!(copy.paper_bytes(&copy.session().papers()[0]).unwrap(), crate::common::PDF);
}

#[test]
fn a_later_backup_replaces_an_earlier_one() {
    let (folder, stick) = (folder(), folder());
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    record.backup(&file_in(&stick)).unwrap();
    record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
    record.backup(&file_in(&stick)).unwrap();
    assert_eq!(verify(&file_in(&stick)).unwrap().head.as_ref(), record.head());
}

#[test]
fn a_backup_replaces_nothing_else() {
    let (folder, stick) = (folder(), folder());
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    assert!(matches!(
        record.backup(&file_in(&folder)).unwrap_err(),
        StoreError::AlreadyExists { .. }
    ));

    let mut other = Record::create(&file_in(&stick)).unwrap();
    other.perform(&describe("石门镇"), &secretary(), at()).unwrap();
    drop(other);
    assert!(matches!(
        record.backup(&file_in(&stick)).unwrap_err(),
        StoreError::AlreadyExists { .. }
    ));

    let letter = stick.path().join("letter.doc");
    std::fs::write(&letter, "a letter").unwrap();
    assert!(matches!(record.backup(&letter).unwrap_err(), StoreError::AlreadyExists { .. }));
    assert_eq!(std::fs::read(&letter).unwrap(), b"a letter");
    assert_eq!(names_in(&stick), ["letter.doc", "青石镇.piaojue"]);
    record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
}

#[test]
fn a_backup_that_fails_leaves_nothing_behind() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let error = record.backup(&folder.path().join("pulled out/a.piaojue")).unwrap_err();
    assert!(matches!(error, StoreError::NoAccess { .. }));
    drop(record);
    assert_eq!(names_in(&folder), ["青石镇.piaojue"]);
}

#[test]
fn a_still_says_what_the_file_said_while_the_record_goes_on() {
    let (folder, stick) = (folder(), folder());
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let (still, then) = (record.still().unwrap(), record.head().cloned());
    let looked_at = std::thread::spawn(move || {
        still.backup(&file_in(&stick)).unwrap();
        (still.verify().unwrap(), verify(&file_in(&stick)).unwrap())
    });
    record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
    let (found, copied) = looked_at.join().unwrap();
    assert_eq!((found.flaws, &found.head), (vec![], &then));
    assert_eq!((copied.flaws, &copied.head), (vec![], &then));
    assert_ne!(record.head().cloned(), then);
}
