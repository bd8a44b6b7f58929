//! Files that somebody made to be opened: refused at once, or named for what they are.

use std::path::Path;

use rusqlite::{Connection, params};
use session::Unaskable;
use store::{Fault, Fingerprint, Flaw, Record, StoreError, verify};

use crate::common::{announced, file_in, folder};
use crate::verification::tamper;

/// Changes rows as somebody who knows the format would: every hash of the chain is made to fit.
fn forge(path: &Path, sql: &str) {
    tamper(path, sql);
    let connection = Connection::open(path).unwrap();
    let rows: Vec<(u32, [String; 4])> = {
        let mut statement = connection
            .prepare("SELECT seq, at, actor, kind, body FROM journal ORDER BY seq")
            .unwrap();
        let row = |row: &rusqlite::Row<'_>| {
            Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))
        };
        statement.query_map([], row).unwrap().map(Result::unwrap).collect()
    };
    drop(connection);
    let mut before = "piaojue.journal/1".to_owned();
    let mut updates = Vec::new();
    for (seq, fields) in rows {
        let number = seq.to_string();
        let all = [&before, &number].into_iter().chain(&fields);
        let netstrings: Vec<String> =
            all.map(|field| format!("{}:{field},", field.len())).collect();
        before = Fingerprint::of(netstrings.concat().as_bytes()).to_string();
        updates.push(format!("UPDATE journal SET hash = '{before}' WHERE seq = {seq};"));
    }
    tamper(path, &updates.concat());
}

/// The flaws of a whole announced session after a forgery.
fn forged(sql: &str) -> (Vec<Flaw>, Result<(), StoreError>) {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    forge(&file_in(&folder), sql);
    let flaws = verify(&file_in(&folder)).unwrap().flaws;
    (flaws, Record::open(&file_in(&folder)).map(drop))
}

#[test]
fn what_no_command_could_have_written_is_named_although_the_chain_fits() {
    for forgery in [
        "UPDATE journal SET actor = 'one' WHERE kind = 'round.certified'",
        "UPDATE journal SET actor = 'chief' WHERE kind = 'round.opened'",
        "UPDATE journal SET actor = 'one' WHERE seq BETWEEN 14 AND 18",
        "UPDATE journal SET body = json_set(body, '$.present', 5) WHERE kind = 'round.opened'",
        "UPDATE journal SET body = json_set(body, '$.totals[0].rows[0].for', 2, '$.totals[0].rows[0].against', 1) WHERE kind = 'round.certified'",
        "UPDATE journal SET body = json_set(body, '$.paper', 7) WHERE seq = 4",
    ] {
        let (flaws, _) = forged(forgery);
        let named = |flaw: &Flaw| matches!(&flaw.fault, Fault::Unaskable(_) | Fault::OutOfPlace(_));
        assert!(flaws.iter().all(named) && !flaws.is_empty(), "{forgery}: {flaws:?}");
    }
    let (flaws, opened) = forged("UPDATE journal SET actor = actor");
    assert_eq!(flaws, vec![], "nothing is wrong with what was not forged");
    opened.unwrap();
}

#[test]
fn a_certificate_of_another_is_named_by_its_entry() {
    let (flaws, _) = forged("UPDATE journal SET actor = 'one' WHERE kind = 'round.certified'");
    let [Flaw { seq: Some(19), fault: Fault::Unaskable(Unaskable::Refused(refusal)) }] = &*flaws
    else {
        panic!("{flaws:?}")
    };
    assert!(matches!(refusal, session::Refusal::WrongRole { .. }), "{refusal}");
}

#[test]
fn a_number_beyond_any_box_and_a_text_without_end_are_not_believed() {
    let long = "'镇' || printf('%.*c', 30000, 'x')";
    for forgery in [
        "UPDATE journal SET body = json_set(body, '$.returned', 4294967294) WHERE kind = 'round.collected'",
        &format!(
            "UPDATE journal SET body = json_set(body, '$.meeting.venue', {long}) WHERE seq = 1"
        ),
        &format!("UPDATE journal SET actor = {long} WHERE seq = 9"),
    ] {
        let (flaws, opened) = forged(forgery);
        assert!(matches!(flaws[0].fault, Fault::Event(_)), "{forgery}: {flaws:?}");
        assert!(matches!(opened, Err(StoreError::Damaged { .. })), "{forgery}: {opened:?}");
    }
}

#[test]
fn what_stands_twice_in_an_entry_or_otherwise_than_it_is_written_is_not_read() {
    for forgery in [
        "UPDATE journal SET body = replace(body, '\"returned\":', '\"returned\":13,\"returned\":') WHERE kind = 'round.collected'",
        "UPDATE journal SET body = replace(body, '\"returned\":', ' \"returned\":') WHERE kind = 'round.collected'",
        "UPDATE journal SET body = replace(body, '\"returned\"', '\"\\u0072eturned\"') WHERE kind = 'round.collected'",
    ] {
        let (flaws, opened) = forged(forgery);
        assert!(flaws.iter().any(|flaw| flaw.fault == Fault::NotAsWritten), "{forgery}: {flaws:?}");
        assert!(matches!(opened, Err(StoreError::Damaged { .. })), "{forgery}: {opened:?}");
    }
}

#[test]
fn an_entry_longer_than_any_is_not_even_parsed_and_opening_stops_there() {
    let (flaws, opened) = forged(
        "UPDATE journal SET body = '\"' || printf('%.*c', 4000000, 'x') || '\"' WHERE seq IN (5, 6)",
    );
    let too_long = |flaw: &&Flaw| matches!(flaw.fault, Fault::TooLong { .. });
    let found: Vec<&Flaw> = flaws.iter().filter(too_long).collect();
    assert_eq!(found, [&Flaw { seq: Some(5), fault: Fault::TooLong { most: 4_000_000 } }]);
    let Err(StoreError::Damaged { flaw, .. }) = opened else { panic!("{opened:?}") };
    assert_eq!(flaw, flaws[0]);
}

/// A whole session with something more in its schema.
fn with_schema(sql: &str) -> (Vec<Flaw>, Result<(), StoreError>) {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    Connection::open(file_in(&folder)).unwrap().execute_batch(sql).unwrap();
    let flaws = verify(&file_in(&folder)).unwrap().flaws;
    (flaws, Record::open(&file_in(&folder)).map(drop))
}

#[test]
fn a_schema_that_is_not_ours_is_refused_before_anything_of_it_is_carried_out() {
    let bomb = "CREATE TABLE bomb (x CHECK (length(replace(hex(zeroblob(4000000)), '0', '00000000000000000000')) >= 0))";
    for (sql, name) in [
        (
            bomb.to_owned()
                + "; PRAGMA ignore_check_constraints = ON; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO bomb SELECT i FROM n",
            "bomb",
        ),
        ("DROP VIEW rulings; CREATE VIEW rulings AS SELECT 1 AS stands".to_owned(), "rulings"),
        ("CREATE VIEW results AS SELECT 1 AS elected".to_owned(), "results"),
        (
            "CREATE TRIGGER quietly AFTER INSERT ON journal BEGIN SELECT 1; END".to_owned(),
            "quietly",
        ),
        ("CREATE INDEX by_kind ON journal (kind)".to_owned(), "by_kind"),
        ("DROP TRIGGER journal_is_not_updated".to_owned(), "journal_is_not_updated"),
    ] {
        let (flaws, opened) = with_schema(&sql);
        let [Flaw { fault: Fault::Schema { name: found }, .. }] = &*flaws else {
            panic!("{sql}: {flaws:?}")
        };
        assert_eq!(found, name);
        assert!(matches!(opened, Err(StoreError::Damaged { .. })), "{sql}");
    }
}

#[test]
fn a_paper_nobody_issued_is_named() {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    let bytes = b"%PDF-1.7 another report";
    let sha256 = Fingerprint::of(bytes).to_string();
    Connection::open(file_in(&folder))
        .unwrap()
        .execute("INSERT INTO papers VALUES (?, ?)", params![sha256, bytes])
        .unwrap();
    let flaws = verify(&file_in(&folder)).unwrap().flaws;
    assert_eq!(flaws, [Flaw { seq: None, fault: Fault::PaperNotIssued { sha256 } }]);
}

#[test]
fn time_that_runs_back_is_a_warning() {
    let folder = folder();
    announced(&mut Record::create(&file_in(&folder)).unwrap());
    forge(&file_in(&folder), "UPDATE journal SET at = '2026-01-16T13:00:00+08:00' WHERE seq = 10");
    let found = verify(&file_in(&folder)).unwrap();
    assert_eq!(found.flaws, vec![]);
    assert_eq!(found.warnings.iter().map(|warning| warning.seq).collect::<Vec<_>>(), [10]);
    Record::open(&file_in(&folder)).unwrap();
}
