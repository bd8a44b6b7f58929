//! Killed at any moment, out of room, cut off in the middle of a write: every acknowledged entry is
//! there.
//!
//! The tests that need a process of their own run this test program again with one of the ignored
//! "processes" below.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::test_runner::Config;
use rusqlite::Connection;
use session::{Pass, RoundId};
use store::{Failure, Fault, Left, Record, StoreError, verify};

use crate::common::{
    announce, announced, at, bundle_one, counting, describe, file_in, folder, key_pass, names_in,
    person, prepared, secretary,
};
use crate::whole::of_the_whole;

const FILE: &str = "PIAOJUE_TEST_FILE";

pub fn process(name: &str, file: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([name, "--exact", "--ignored", "--nocapture"]).env(FILE, file);
    command
}

pub fn file_of_this_process() -> PathBuf {
    std::env::var_os(FILE).expect("started by the test that needs it").into()
}

#[test]
#[ignore = "a process of killed_at_any_moment_every_acknowledged_entry_is_there"]
fn process_that_records_without_end() {
    let mut record = Record::open(&file_of_this_process()).unwrap();
    for turn in 0.. {
        record.perform(&describe(&format!("第{turn}镇")), &secretary(), at()).unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "recorded {}", record.session().seq()).unwrap();
        out.flush().unwrap();
    }
}

/// Lets a process record until it has acknowledged `acknowledged` entries, kills it, and returns
/// the last number it acknowledged.
fn record_and_kill(file: &Path, acknowledged: usize) -> u32 {
    let mut child = process("interruption::process_that_records_without_end", file)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut numbers = lines.by_ref().filter_map(|line| {
        line.rsplit_once("recorded ").and_then(|(_, number)| number.parse().ok())
    });
    let last_awaited = numbers.by_ref().take(acknowledged).last();
    child.kill().unwrap();
    child.wait().unwrap();
    numbers.last().or(last_awaited).unwrap()
}

proptest! {
    #![proptest_config(Config { cases: of_the_whole(24, 480), failure_persistence: None, ..Config::default() })]

    #[test]
    fn killed_at_any_moment_every_acknowledged_entry_is_there(lives in prop::collection::vec(1_usize..40, 1..4)) {
        let folder = folder();
        prepared(&mut Record::create(&file_in(&folder)).unwrap());
        for acknowledged in lives {
            let last = record_and_kill(&file_in(&folder), acknowledged);
            let found = verify(&file_in(&folder)).unwrap();
            prop_assert_eq!(found.flaws, vec![]);
            prop_assert!(found.session.seq() == last || found.session.seq() == last + 1, "acknowledged {}, found {}", last, found.session.seq());
            prop_assert_eq!(names_in(&folder), ["青石镇.piaojue"]);
        }
    }
}

#[test]
#[ignore = "a process of a_power_cut_between_the_keyings_loses_no_sheet"]
fn process_that_keys_the_first_pass_and_waits() {
    let mut record = Record::open(&file_of_this_process()).unwrap();
    key_pass(&mut record, Pass::First, "one", 3);
    println!("keyed");
    std::io::stdout().flush().unwrap();
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

#[test]
fn a_power_cut_between_the_keyings_loses_no_sheet() {
    let (cut, whole) = (folder(), folder());
    counting(&mut Record::create(&file_in(&cut)).unwrap(), 3);
    let mut waiting =
        process("interruption::process_that_keys_the_first_pass_and_waits", &file_in(&cut));
    let mut child = waiting.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.ends_with("keyed")));
    child.kill().unwrap();
    child.wait().unwrap();

    let mut record = Record::open(&file_in(&cut)).unwrap();
    assert_eq!((record.take_left(), record.take_left()), (Some(Left::Open), None), "told once");
    let round = record.session().round(RoundId(1)).unwrap();
    assert!(round.pass_is_whole(Pass::First), "what was handed in is there");
    assert_eq!(
        (round.pass(Pass::Second).keyed(), round.tally().sheets()),
        (0, 0),
        "nothing counts before the second keying"
    );
    let first_teller =
        session::round::keying::Command::TakeBundle { place: bundle_one(Pass::Second) };
    let refused = record.perform(&session::Command::Keying(first_teller), &person("one"), at());
    assert!(
        matches!(refused, Err(Failure::Refused(session::Refusal::KeyedInTheOtherPass { .. }))),
        "still blind"
    );
    key_pass(&mut record, Pass::Second, "two", 3);
    announce(&mut record);

    let mut uninterrupted = Record::create(&file_in(&whole)).unwrap();
    announced(&mut uninterrupted);
    assert_eq!(
        record.entries().unwrap(),
        uninterrupted.entries().unwrap(),
        "the record shows no trace of it"
    );
    drop(record);
    assert_eq!(verify(&file_in(&cut)).unwrap().flaws, vec![]);
}

#[test]
fn a_hot_rollback_journal_is_played_back() {
    let (folder, after_power_cut) = (folder(), folder());
    counting(&mut Record::create(&file_in(&folder)).unwrap(), 3);
    let entries = Record::open(&file_in(&folder)).unwrap().entries().unwrap();
    let connection = Connection::open(file_in(&folder)).unwrap();
    connection
        .execute_batch(
            "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; CREATE TABLE half (bytes)",
        )
        .unwrap();
    connection.execute("INSERT INTO half VALUES (zeroblob(200000))", []).unwrap();
    for name in names_in(&folder) {
        std::fs::copy(folder.path().join(&name), after_power_cut.path().join(&name)).unwrap();
    }
    assert_eq!(names_in(&after_power_cut), ["青石镇.piaojue", "青石镇.piaojue-journal"]);
    assert_eq!(Record::open(&file_in(&after_power_cut)).unwrap().entries().unwrap(), entries);
    assert_eq!(names_in(&after_power_cut), ["青石镇.piaojue"]);
}

#[test]
#[ignore = "a process of a_file_that_cannot_grow_says_so_and_loses_nothing"]
fn process_that_records_until_it_fails() {
    let mut record = Record::open(&file_of_this_process()).unwrap();
    let failure = loop {
        if let Err(failure) = record.perform(&describe(&"镇".repeat(500)), &secretary(), at()) {
            break failure;
        }
    };
    let Failure::Store(error) = failure else { panic!("refused: {failure}") };
    let again = record.perform(&describe(&"镇".repeat(500)), &secretary(), at()).is_ok();
    println!(
        "failed {} {} {} {again}",
        matches!(error, StoreError::DiskFailed { .. }),
        record.session().seq(),
        record.head().unwrap()
    );
}

#[test]
fn a_file_that_cannot_grow_says_so_and_loses_nothing() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    let child = process("interruption::process_that_records_until_it_fails", &file_in(&folder));
    let limited = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 256; exec \"$0\" \"$@\""])
        .arg(child.get_program())
        .args(child.get_args())
        .env(FILE, file_in(&folder))
        .output()
        .unwrap();
    let said = String::from_utf8(limited.stdout).unwrap();
    let line = said
        .lines()
        .find_map(|line| line.split_once("failed ").map(|(_, rest)| rest))
        .unwrap_or_else(|| panic!("{said}"));
    let words: Vec<&str> = line.split(' ').collect();
    assert_eq!((words[0], words[3]), ("true", "false"), "the disk failed, and goes on failing");
    let found = verify(&file_in(&folder)).unwrap();
    assert_eq!(found.flaws, vec![]);
    assert_eq!(
        (found.session.seq().to_string().as_str(), found.head.unwrap().as_str()),
        (words[1], words[2])
    );
    assert!(found.session.seq() > 10);
}

#[test]
fn damage_met_while_open_is_told_with_its_cause() {
    let folder = folder();
    prepared(&mut Record::create(&file_in(&folder)).unwrap());
    let mut bytes = std::fs::read(file_in(&folder)).unwrap();
    bytes.truncate(bytes.len() - 4096);
    std::fs::write(file_in(&folder), bytes).unwrap();
    let Err(StoreError::Damaged { flaw, .. }) = Record::open(&file_in(&folder)) else {
        panic!("opened")
    };
    assert!(matches!(flaw.fault, Fault::Pages { .. }));
}
