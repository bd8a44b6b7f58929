//! A changed file is found out, and the entry that is wrong is named. Python recomputes the same
//! chain.

use std::path::Path;
use std::process::Command;

use rusqlite::Connection;
use store::{Fault, Record, verify};

use crate::common::{announced, at, describe, file_in, folder, prepared, secretary};

/// Changes a file behind the triggers' back, as somebody with a SQLite tool would.
pub fn tamper(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    let triggers: Vec<(String, String)> = {
        let mut statement = connection
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap();
        statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect()
    };
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        connection.execute_batch(sql).unwrap();
    }
}

fn tampered(sql: &str) -> (Option<u32>, Fault) {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    tamper(&file_in(&folder), sql);
    let mut flaws = verify(&file_in(&folder)).unwrap().flaws;
    assert!(!flaws.is_empty(), "{sql} was not found out");
    let damaged_papers_open =
        matches!(flaws[0].fault, Fault::PaperChanged { .. } | Fault::PaperMissing { .. });
    assert_eq!(Record::open(&file_in(&folder)).is_ok(), damaged_papers_open);
    let flaw = flaws.swap_remove(0);
    (flaw.seq, flaw.fault)
}

#[test]
fn a_changed_field_is_found_in_its_entry() {
    for change in [
        "at = '2026-01-16T14:00:01+08:00'",
        "actor = 'two'",
        "body = replace(body, 'for', 'against')",
    ] {
        let (seq, fault) = tampered(&format!("UPDATE journal SET {change} WHERE seq = 10"));
        assert_eq!(seq, Some(10), "{change}");
        assert!(matches!(fault, Fault::Hash { .. }), "{change}: {fault}");
    }
}

#[test]
fn a_changed_entry_with_its_hash_recomputed_is_found_in_the_next() {
    let (seq, fault) = tampered(
        "UPDATE journal SET hash = replace(hash, substr(hash, 1, 8), '00000000') WHERE seq = 10",
    );
    assert_eq!(seq, Some(10));
    assert!(matches!(fault, Fault::Hash { .. }));
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    let other = file_in(&folder).with_extension("other");
    let mut record = Record::create(&other).unwrap();
    prepared(&mut record);
    record.perform(&describe("石门镇"), &secretary(), at()).unwrap();
    drop(record);
    tamper(
        &file_in(&folder),
        &format!(
            "ATTACH '{}' AS other; DELETE FROM journal WHERE seq = 4; INSERT INTO journal SELECT * FROM other.journal WHERE seq = 4",
            other.display()
        ),
    );
    let flaws = verify(&file_in(&folder)).unwrap().flaws;
    assert_eq!(flaws[0].seq, Some(5));
    assert!(matches!(flaws[0].fault, Fault::Hash { .. }));
}

#[test]
fn a_missing_entry_is_named() {
    let (seq, fault) = tampered("DELETE FROM journal WHERE seq = 10");
    assert_eq!((seq, fault), (Some(11), Fault::Gap { expected: 10 }));
}

#[test]
fn an_unknown_event_and_an_unreadable_time_are_named() {
    let (seq, _) = tampered("UPDATE journal SET kind = 'hall.painted' WHERE seq = 10");
    assert_eq!(seq, Some(10));
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    tamper(
        &file_in(&folder),
        "UPDATE journal SET kind = 'hall.painted', at = at WHERE seq = 10; UPDATE journal SET at = 'noon' WHERE seq = 11",
    );
    let flaws = verify(&file_in(&folder)).unwrap().flaws;
    assert!(
        flaws.iter().any(|flaw| flaw.seq == Some(10) && matches!(flaw.fault, Fault::Event(_))),
        "{flaws:?}"
    );
    assert!(
        flaws.iter().any(|flaw| flaw.seq == Some(11) && matches!(flaw.fault, Fault::Time { .. })),
        "{flaws:?}"
    );
}

#[test]
fn an_entry_that_cannot_follow_is_named() {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    tamper(
        &file_in(&folder),
        "UPDATE journal SET body = replace(body, '\"bundle\":1', '\"bundle\":9') WHERE kind = 'keying.sheet_keyed'",
    );
    let flaws = verify(&file_in(&folder)).unwrap().flaws;
    assert!(flaws.iter().any(|flaw| matches!(flaw.fault, Fault::OutOfPlace(_))), "{flaws:?}");
}

#[test]
fn a_changed_and_a_missing_paper_are_named() {
    let (_, fault) = tampered("UPDATE papers SET bytes = x'00' WHERE rowid = 1");
    assert!(matches!(fault, Fault::PaperChanged { .. }));
    let (seq, fault) = tampered("DELETE FROM papers WHERE rowid = 1");
    assert_eq!(seq, Some(4));
    assert!(matches!(fault, Fault::PaperMissing { .. }));
}

fn python(path: &Path) -> (bool, String) {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/journal.md");
    let text = std::fs::read_to_string(docs).unwrap();
    let program =
        text.split("```python\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let output = Command::new("python3").args(["-c", program]).arg(path).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap().trim().to_owned())
}

#[test]
fn the_python_of_the_docs_agrees() {
    let folder = folder();
    let mut record = Record::create(&file_in(&folder)).unwrap();
    announced(&mut record);
    let head = record.head().unwrap().to_string();
    drop(record);
    assert_eq!(python(&file_in(&folder)), (true, head));

    tamper(&file_in(&folder), "UPDATE papers SET bytes = x'00' WHERE rowid = 1");
    let (agrees, said) = python(&file_in(&folder));
    assert!(!agrees && said.starts_with("paper ") && said.ends_with(" is wrong"), "{said}");
    tamper(&file_in(&folder), "UPDATE journal SET actor = 'two' WHERE seq = 10");
    assert_eq!(python(&file_in(&folder)), (false, "entry 10 is wrong".to_owned()));
}
