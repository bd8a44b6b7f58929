//! 接续: the last session's file is read and never written, and the link to it is found again.

use std::path::{Path, PathBuf};

use session::Command;
use session::floor::last::{CarriedOver, LastSession};
use session::floor::meeting;
use store::{
    Failure, Fault, Link, Record, StoreError, last_beside, look, read_last, verify,
    verify_unwritten,
};
use tempfile::TempDir;

use crate::common::{announced, appoint, at, counting, describe, file_in, folder, secretary};
use crate::verification::tamper;

/// An announced session in its file, and what the next one says of it.
fn before(folder: &TempDir) -> (PathBuf, LastSession) {
    let path = file_in(folder);
    announced(&mut Record::create(&path).unwrap());
    let (_, last) = read_last(&path).unwrap();
    (path, last)
}

fn next(folder: &TempDir, last: &LastSession) -> PathBuf {
    let path = folder.path().join("下次.piaojue");
    let first = [describe("青石镇"), appoint()];
    Record::begin(&path, Some((last, &CarriedOver::default())), &first, &secretary(), at())
        .unwrap();
    path
}

fn link(last: &LastSession, path: &Path) -> Link {
    Link::of(last, &verify_unwritten(path).unwrap())
}

#[test]
fn a_session_goes_on_from_another_and_neither_the_file_nor_its_folder_is_touched() {
    let folder = folder();
    let (path, last) = before(&folder);
    let bytes = std::fs::read(&path).unwrap();
    let next = next(&folder, &last);
    let record = Record::open(&next).unwrap();
    assert_eq!(record.session().last(), Some(&last));
    assert_eq!(record.session().seq(), 3);
    drop(record);
    assert_eq!(verify(&next).unwrap().flaws, vec![]);
    assert_eq!(last_beside(&next, &last), Some(path.clone()));
    assert_eq!(link(&last, &path), Link::Joined { later: 0 });
    assert!(std::fs::read(&path).unwrap() == bytes, "the last file is as it was");
    let mut names = crate::common::names_in(&folder);
    names.sort();
    assert_eq!(names, ["下次.piaojue", "青石镇.piaojue"], "and nothing lies beside it");
}

#[test]
fn what_went_on_after_the_link_leaves_it_as_it_is_and_so_does_another_name() {
    let folder = folder();
    let (path, last) = before(&folder);
    let mut record = Record::open(&path).unwrap();
    let seal = meeting::Command::Seal { reason: "会议闭幕".to_owned() };
    record.perform(&Command::Meeting(seal), &secretary(), at()).unwrap();
    drop(record);
    let moved = folder.path().join("旧.piaojue");
    std::fs::rename(&path, &moved).unwrap();
    let next = next(&folder, &last);
    assert_eq!(last_beside(&next, &last), Some(moved.clone()));
    assert_eq!(link(&last, &moved), Link::Joined { later: 1 });
    assert!(read_last(&moved).unwrap().1.sealed, "a sealed one is gone on from as well");
}

#[test]
fn an_earlier_copy_and_another_record_are_told_apart() {
    let folder = folder();
    let path = file_in(&folder);
    let mut record = Record::create(&path).unwrap();
    counting(&mut record, 3);
    let copy = folder.path().join("副本.piaojue");
    record.backup(&copy).unwrap();
    let entries = record.session().seq();
    crate::common::key_pass(&mut record, session::Pass::First, "one", 3);
    crate::common::key_pass(&mut record, session::Pass::Second, "two", 3);
    crate::common::announce(&mut record);
    drop(record);
    let (_, last) = read_last(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let next = next(&folder, &last);
    assert_eq!(last_beside(&next, &last), Some(copy.clone()), "it begins as the last one did");
    assert_eq!(link(&last, &copy), Link::Shorter { entries });

    let elsewhere = crate::common::folder();
    announced(&mut Record::create(&file_in(&elsewhere)).unwrap());
    let far = LastSession { entries: 2, ..last.clone() };
    assert_eq!(link(&far, &file_in(&elsewhere)), Link::Other);
    assert_eq!(last_beside(&file_in(&elsewhere), &last), None);
}

#[test]
fn a_file_that_is_open_cut_changed_or_not_over_is_refused_whole() {
    let folder = folder();
    let (path, last) = before(&folder);
    let record = Record::open(&path).unwrap();
    for refused in [read_last(&path).map(drop), look(&path).map(drop).map_err(Failure::from)] {
        let open = matches!(&refused, Err(Failure::Store(StoreError::AlreadyOpen { .. })));
        assert!(open, "{refused:?}");
    }
    drop(record);
    let bytes = std::fs::read(&path).unwrap();
    let cut = folder.path().join("半个.piaojue");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert!(matches!(read_last(&cut), Err(Failure::Store(_))), "cut");
    std::fs::write(&cut, b"").unwrap();
    let empty = read_last(&cut);
    assert!(matches!(empty, Err(Failure::Store(StoreError::NotASession { .. }))), "{empty:?}");
    tamper(&path, "UPDATE journal SET body = replace(body, '青石镇', '石门镇') WHERE seq = 1");
    let changed = read_last(&path);
    let Err(Failure::Store(StoreError::Damaged { flaw, .. })) = changed else {
        panic!("{changed:?}")
    };
    assert!(matches!((flaw.seq, flaw.fault), (Some(1), Fault::Hash { .. })));
    let beside = last_beside(&folder.path().join("下次.piaojue"), &last).unwrap();
    assert!(!verify_unwritten(&beside).unwrap().flaws.is_empty());

    let open = crate::common::folder();
    counting(&mut Record::create(&file_in(&open)).unwrap(), 3);
    let refused = read_last(&file_in(&open)).map(drop);
    let under_way = session::Refusal::LastUnderWay { title: crate::common::ballot().title };
    assert!(matches!(&refused, Err(Failure::Refused(it)) if *it == under_way), "{refused:?}");
}

#[cfg(unix)]
#[test]
fn a_file_whose_last_write_was_interrupted_is_only_read_once_it_was_opened() {
    let (dead, _stick) = crate::restoring::dead_and_copy();
    let path = file_in(&dead);
    let refused = look(&path).map(drop);
    assert!(matches!(refused, Err(StoreError::Interrupted { .. })), "{refused:?}");
    drop(Record::open(&path).unwrap());
    look(&path).unwrap();
}

#[test]
fn nothing_is_left_where_a_beginning_is_refused() {
    let folder = folder();
    let (path, last) = before(&folder);
    let next = folder.path().join("下次.piaojue");
    let first = [describe(""), appoint()];
    let refused =
        Record::begin(&next, Some((&last, &CarriedOver::default())), &first, &secretary(), at())
            .map(drop);
    assert!(matches!(refused, Err(Failure::Refused(session::Refusal::PlaceMissing))));
    assert!(!next.exists());
    let there = Record::begin(
        &path,
        Some((&last, &CarriedOver::default())),
        &[appoint()],
        &secretary(),
        at(),
    )
    .map(drop);
    assert!(matches!(there, Err(Failure::Store(StoreError::AlreadyExists { .. }))), "{there:?}");
    read_last(&path).unwrap();
}
