//! The tables for engines: their declarations fit their rows, and the page says what they are.

use std::collections::BTreeSet;

use exchange::Sample;
use exchange::engine::{Source, TABLES, schema_page, schema_sql};
use session::people::Role;
use session::{Entry, Session, Timestamp};

#[test]
fn names_are_plain_unlike_and_every_key_is_a_column_that_is_never_null() {
    let mut tables = BTreeSet::new();
    for table in TABLES {
        assert!(tables.insert(table.name), "{} twice", table.name);
        let mut names = BTreeSet::new();
        for column in table.columns {
            let plain = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(column.name.chars().all(plain), "{}", column.name);
            assert!(names.insert(column.name), "{}.{} twice", table.name, column.name);
            assert!(column.says.iter().all(|said| !said.is_empty()), "{}", column.name);
        }
        assert_eq!((table.columns[0].name, table.key[0]), ("session", "session"));
        for key in table.key {
            let found = table.columns.iter().find(|column| column.name == *key).unwrap();
            assert!(found.needed, "{}.{key} may be NULL", table.name);
        }
    }
}

#[test]
fn every_value_is_of_its_column() {
    let sample = Sample::load().unwrap();
    let secretary = sample.staff_with(Role::Secretary).unwrap().id.clone();
    let at = Timestamp::parse_from_rfc3339("2026-01-16T14:00:00+08:00").unwrap();
    let mut session = Session::default();
    for command in sample.preparation() {
        for event in session.decide(&command, &secretary).unwrap() {
            let entry = Entry { seq: session.seq() + 1, at, actor: secretary.clone(), event };
            session.apply(&entry).unwrap();
        }
    }
    let source = Source { file: "青石镇.piaojue", session: &session, opening: "ab", head: "cd" };
    for table in TABLES {
        for row in (table.rows)(&source) {
            assert_eq!(row.len(), table.columns.len(), "{}", table.name);
            for (column, value) in table.columns.iter().zip(&row) {
                assert!(value.is_of(column.kind), "{}.{}: {value:?}", table.name, column.name);
                let empty = *value == exchange::engine::Value::Empty;
                assert!(!(column.needed && empty), "{}.{} is NULL", table.name, column.name);
            }
        }
    }
}

/// `UPDATE=1` writes the page.
#[test]
fn the_page_of_the_docs_is_the_one_that_is_written_beside_the_tables() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/tables-schema.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, schema_page()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), schema_page());
    assert_eq!(schema_sql().matches("CREATE TABLE").count(), TABLES.len());
}
