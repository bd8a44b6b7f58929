//! 第二处副本: what becomes of the copies when the stick is pulled out, is another one, or holds
//! something it should not.

use std::fs;
use std::path::Path;

use store::{COPIES_KEPT, Copied, CopyPlace, MARK, NotCopied, Record, verify};
use tempfile::TempDir;

use crate::common::{at, describe, file_in, folder, names_in, prepared, secretary};

/// A session that is prepared, and a stick for its copies.
fn at_work() -> (TempDir, TempDir, Record, CopyPlace) {
    let (folder, stick) = (folder(), folder());
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    let place = CopyPlace::set_up(stick.path()).unwrap();
    (folder, stick, record, place)
}

fn goes_on(record: &mut Record) {
    record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
}

fn copy(place: &CopyPlace, record: &Record) -> Result<Copied, NotCopied> {
    place.copy(&record.still().unwrap())
}

fn copies_in(stick: &TempDir) -> Vec<String> {
    names_in(stick).into_iter().filter(|name| name != MARK).collect()
}

fn head(path: &Path) -> String {
    let found = verify(path).unwrap();
    assert_eq!(found.flaws, []);
    found.head.unwrap().to_string()
}

#[test]
fn every_copy_is_sound_and_only_the_newest_stay() {
    let (_folder, stick, mut record, place) = at_work();
    let most = u32::try_from(COPIES_KEPT).unwrap();
    for turn in 0..most + 2 {
        let copied = copy(&place, &record).unwrap();
        assert_eq!(copied.entries, 3 + turn);
        assert_eq!(head(&copied.path), record.head().unwrap().as_str());
        goes_on(&mut record);
    }
    let copies = copies_in(&stick);
    assert_eq!(copies.len(), COPIES_KEPT);
    assert!(copies[0].starts_with("青石镇-副本-000005-"), "{copies:?}");
    assert!(copies.last().unwrap().starts_with("青石镇-副本-000012-"), "{copies:?}");
}

#[test]
fn what_is_copied_already_is_read_back_and_left() {
    let (_folder, stick, record, place) = at_work();
    let first = copy(&place, &record).unwrap();
    let written = fs::metadata(&first.path).unwrap().modified().unwrap();
    assert_eq!(copy(&place, &record).unwrap(), first);
    assert_eq!(fs::metadata(&first.path).unwrap().modified().unwrap(), written);
    assert_eq!(copies_in(&stick).len(), 1);
}

#[test]
fn a_pulled_stick_is_gone_and_taken_up_again_when_it_is_back() {
    let (_folder, stick, mut record, place) = at_work();
    let first = copy(&place, &record).unwrap();
    let drawer = folder();
    let away = drawer.path().join("stick");
    fs::rename(stick.path(), &away).unwrap();
    goes_on(&mut record);
    assert!(matches!(place.look(), Err(NotCopied::Gone)));
    assert!(matches!(copy(&place, &record), Err(NotCopied::Gone)));
    assert!(!stick.path().exists(), "no folder is made where the stick was");

    fs::create_dir(stick.path()).unwrap();
    assert!(matches!(copy(&place, &record), Err(NotCopied::Gone)), "an empty folder is no stick");
    fs::remove_dir(stick.path()).unwrap();
    fs::rename(&away, stick.path()).unwrap();
    let again = copy(&place, &record).unwrap();
    assert_eq!((again.entries, copies_in(&stick).len()), (first.entries + 1, 2));
}

#[test]
fn another_stick_at_the_same_path_is_not_written_on() {
    let (_folder, stick, record, place) = at_work();
    let other = folder();
    let others = CopyPlace::set_up(other.path()).unwrap();
    assert_ne!(others.mark(), place.mark());
    fs::copy(other.path().join(MARK), stick.path().join(MARK)).unwrap();
    assert!(matches!(copy(&place, &record), Err(NotCopied::Other)));
    assert_eq!(copies_in(&stick), [""; 0]);
    let chosen = CopyPlace::set_up(stick.path()).unwrap();
    assert_eq!(chosen.mark(), others.mark(), "a mark that is there is kept");
    copy(&chosen, &record).unwrap();
    let known = CopyPlace::known(stick.path().to_owned(), chosen.mark().to_owned());
    assert_eq!(known, chosen);
}

#[test]
fn a_file_with_a_copys_name_that_is_none_is_not_believed_replaced_or_removed() {
    let (_folder, stick, mut record, place) = at_work();
    let first = copy(&place, &record).unwrap().path;
    let whole = fs::read(&first).unwrap();
    fs::write(&first, &whole[..whole.len() / 2]).unwrap();
    let second = copy(&place, &record).unwrap().path;
    assert_ne!(first, second);
    assert_eq!(head(&second), record.head().unwrap().as_str());
    assert_eq!(fs::read(&first).unwrap().len(), whole.len() / 2);

    for _ in 0..=COPIES_KEPT {
        goes_on(&mut record);
        copy(&place, &record).unwrap();
    }
    assert!(first.exists() && !second.exists(), "{:?}", copies_in(&stick));
}

#[test]
fn a_copy_that_somebody_went_on_with_is_never_removed() {
    let (_folder, stick, mut record, place) = at_work();
    let first = copy(&place, &record).unwrap().path;
    let mut elsewhere = Record::open(&first).unwrap();
    elsewhere.perform(&describe("别处"), &secretary(), at()).unwrap();
    drop(elsewhere);
    for _ in 0..=COPIES_KEPT {
        goes_on(&mut record);
        copy(&place, &record).unwrap();
    }
    assert!(first.exists());
    assert_eq!(copies_in(&stick).len(), COPIES_KEPT + 1);
}
