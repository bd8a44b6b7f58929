//! Cut anywhere, flipped anywhere: detected or harmless, never misread.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::test_runner::Config;
use rusqlite::Connection;
use session::Entry;
use store::{Record, verify};
use tempfile::TempDir;

use crate::common::{announced, file_in, folder};
use crate::whole::of_the_whole;

static WHOLE: OnceLock<Whole> = OnceLock::new();

struct Whole {
    folder: TempDir,
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    papers: Vec<Vec<u8>>,
}

/// A whole session in a file of small pages, so that every byte can have its turn.
fn whole() -> Whole {
    let folder = folder();
    let path = file_in(&folder);
    let mut record = Record::create(&path).unwrap();
    announced(&mut record);
    drop(record);
    Connection::open(&path).unwrap().execute_batch("PRAGMA page_size = 512; VACUUM").unwrap();
    let record = Record::open(&path).unwrap();
    let papers =
        record.session().papers().iter().map(|paper| record.paper_bytes(paper).unwrap()).collect();
    let entries = record.entries().unwrap();
    drop(record);
    Whole { bytes: std::fs::read(&path).unwrap(), entries, papers, folder }
}

impl Whole {
    fn damaged(&self, bytes: &[u8], how: &str) -> PathBuf {
        let path = self.folder.path().join(how);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Opens the file: what is read without an error must be what was written.
    fn is_detected_or_harmless(&self, path: &Path, what: &str) -> bool {
        let Ok(record) = Record::open(path) else { return true };
        assert_eq!(record.entries().unwrap(), self.entries, "{what}");
        for (paper, printed) in record.session().papers().iter().zip(&self.papers) {
            if let Ok(bytes) = record.paper_bytes(paper) {
                assert_eq!(&bytes, printed, "{what}");
            }
        }
        false
    }
}

#[test]
fn a_file_cut_at_any_byte_is_found_out() {
    let whole = WHOLE.get_or_init(whole);
    for length in 0..whole.bytes.len() {
        let path = whole.damaged(&whole.bytes[..length], "cut");
        let what = format!("cut at byte {length}");
        let pages_lost = whole.bytes.len().saturating_sub(length) >= 512;
        let detected = whole.is_detected_or_harmless(&path, &what);
        assert!(detected || !pages_lost, "{what} was not found out");
    }
}

proptest! {
    #![proptest_config(Config { cases: of_the_whole(400, 50_000), failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_flipped_bit_is_found_out_or_harmless(place in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let whole = WHOLE.get_or_init(whole);
        let mut bytes = whole.bytes.clone();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        whole.is_detected_or_harmless(&whole.damaged(&bytes, "bit"), &format!("byte {place} bit {bit}"));
    }
}

#[test]
fn a_flipped_byte_in_the_text_of_an_event_or_a_paper_is_always_found_out() {
    let whole = WHOLE.get_or_init(whole);
    for text in ["项目2".as_bytes(), b"%PDF-1.7 the report", "青石镇".as_bytes()] {
        let copies: Vec<usize> = (0..whole.bytes.len())
            .filter(|place| whole.bytes[*place..].starts_with(text))
            .collect();
        for byte in 0..text.len() {
            let mut bytes = whole.bytes.clone();
            for copy in &copies {
                bytes[copy + byte] ^= 1;
            }
            let found = verify(&whole.damaged(&bytes, "text")).unwrap();
            assert!(!found.flaws.is_empty(), "byte {byte} was not found out");
        }
    }
}
