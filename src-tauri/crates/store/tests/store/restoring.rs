//! 从副本恢复, and the one file that is open.

use std::path::Path;

use rusqlite::Connection;
use store::{
    Earlier, Record, StoreError, is_held, keep_file, keep_private, read_file, restore, verify,
};
use tempfile::TempDir;

use crate::common::{at, describe, file_in, folder, names_in, prepared, secretary};

/// A session that was copied, went on, and died in the middle of a write: its journal lies beside
/// it.
pub fn dead_and_copy() -> (TempDir, TempDir) {
    let (folder, stick) = (folder(), folder());
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    record.backup(&file_in(&stick)).unwrap();
    record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
    drop(record);
    let connection = Connection::open(file_in(&folder)).unwrap();
    connection
        .execute_batch(
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; CREATE TABLE half (x)",
        )
        .unwrap();
    connection.execute("INSERT INTO half VALUES (zeroblob(200000))", []).unwrap();
    let dead = crate::common::folder();
    for name in names_in(&folder) {
        std::fs::copy(folder.path().join(&name), dead.path().join(&name)).unwrap();
    }
    assert_eq!(names_in(&dead), ["青石镇.piaojue", "青石镇.piaojue-journal"]);
    (dead, stick)
}

fn head(path: &Path) -> String {
    verify(path).unwrap().head.unwrap().to_string()
}

#[test]
fn a_copy_is_restored_as_it_was_whatever_the_dead_file_left_behind() {
    let (dead, stick) = dead_and_copy();
    let copied = head(&file_in(&stick));
    let restored = restore(&file_in(&stick), &file_in(&dead)).unwrap();
    assert_eq!((restored.head.unwrap().to_string(), restored.entries), (copied.clone(), 3));
    assert_eq!(
        names_in(&dead),
        ["青石镇-损坏.piaojue", "青石镇-损坏.piaojue-journal", "青石镇.piaojue"]
    );
    assert_eq!(head(&file_in(&dead)), copied, "and not a state that never was");
    let aside = head(&dead.path().join("青石镇-损坏.piaojue"));
    assert_ne!(aside, copied, "the dead one still tells what it told");
    restore(&file_in(&stick), &file_in(&dead)).unwrap();
    assert_eq!(names_in(&dead).len(), 3, "{:?}", names_in(&dead));
    assert!(names_in(&dead).contains(&"青石镇-损坏-2.piaojue".to_owned()));
}

/// Four figures behind a salted hash are found in minutes: the file is for nobody else to read.
#[cfg(unix)]
#[test]
fn a_session_its_copy_and_a_restored_one_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, stick, again) = (folder(), folder(), folder());
    let mode = |folder: &TempDir| {
        let found = std::fs::metadata(file_in(folder)).unwrap();
        found.permissions().mode() & 0o777
    };
    std::fs::write(file_in(&folder), b"").unwrap();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    record.backup(&file_in(&stick)).unwrap();
    restore(&file_in(&stick), &file_in(&again)).unwrap();
    assert_eq!([&folder, &stick, &again].map(mode), [0o600; 3]);
    let fresh = crate::common::folder();
    drop(Record::create(&file_in(&fresh)).unwrap());
    assert_eq!(mode(&fresh), 0o600);
    let to_all = |path: &Path| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644)).unwrap();
    };
    to_all(&file_in(&fresh));
    drop(verify(&file_in(&fresh)).unwrap());
    assert_eq!(mode(&fresh), 0o644, "who only reads changes nothing");
    drop(Record::open(&file_in(&fresh)).unwrap());
    assert_eq!(mode(&fresh), 0o600, "who writes takes it from the others");
    to_all(&file_in(&fresh));
    let aside = restore(&file_in(&stick), &file_in(&fresh)).unwrap().aside.unwrap();
    assert_eq!(aside.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let archive = fresh.path().join("存档.zip");
    keep_private(&archive, b"PK", Earlier::Kept).unwrap();
    assert_eq!(archive.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn nothing_is_restored_from_what_is_not_sound_or_over_what_is_open() {
    let (dead, stick) = dead_and_copy();
    let copy = Record::open(&file_in(&stick)).unwrap();
    assert!(matches!(
        restore(&file_in(&stick), &file_in(&dead)).unwrap_err(),
        StoreError::AlreadyOpen { .. }
    ));
    assert!(matches!(
        restore(&file_in(&dead), &file_in(&stick)).unwrap_err(),
        StoreError::AlreadyOpen { .. }
    ));
    drop(copy);
    assert!(matches!(
        restore(&file_in(&stick), &file_in(&stick)).unwrap_err(),
        StoreError::AlreadyExists { .. }
    ));
    let mut bytes = std::fs::read(file_in(&stick)).unwrap();
    bytes.truncate(bytes.len() - 4096);
    std::fs::write(file_in(&stick), bytes).unwrap();
    assert!(matches!(
        restore(&file_in(&stick), &file_in(&dead)).unwrap_err(),
        StoreError::Damaged { .. }
    ));
    assert!(names_in(&dead).contains(&"青石镇.piaojue".to_owned()));
}

#[test]
fn the_open_session_is_touched_in_no_other_way_under_any_name() {
    let folder = folder();
    let record = Record::create(&file_in(&folder)).unwrap();
    let other_name = folder.path().join("名单.csv");
    std::fs::hard_link(file_in(&folder), &other_name).unwrap();
    for path in [file_in(&folder), other_name.clone()] {
        assert!(is_held(&path));
        assert_eq!(read_file(&path).unwrap_err().kind(), std::io::ErrorKind::ResourceBusy);
        let written = keep_file(&path, b"one", Earlier::Replaced).unwrap_err();
        assert_eq!(written.kind(), std::io::ErrorKind::ResourceBusy);
        let Err(error) = Record::open(&path) else { panic!("opened twice") };
        assert!(matches!(error, StoreError::AlreadyOpen { .. }));
    }
    drop(record);
    assert!(!is_held(&other_name));
    read_file(&other_name).unwrap();
}

#[test]
fn somebodys_unfinished_file_is_nobody_elses_to_delete() {
    let (folder, stick) = (folder(), folder());
    let mut record = Record::create(&file_in(&folder)).unwrap();
    prepared(&mut record);
    std::fs::write(stick.path().join("青石镇.piaojue.part"), "somebody's").unwrap();
    record.backup(&file_in(&stick)).unwrap();
    assert_eq!(names_in(&stick), ["青石镇.piaojue", "青石镇.piaojue.part"]);
}
