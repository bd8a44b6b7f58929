//! The bytes of every paper: a change of the program that is meant to change no paper changes no
//! byte of one. `tests/pictures/bytes.txt` has the fingerprints; `make paper-pictures` takes them
//! again, with the pictures.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use papers::render_ballot;
use sha2::{Digest, Sha256};

use crate::common::ballots;
use crate::pictures::RENEW;
use crate::whole::{hard_day, papers_of, usual_day};

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/bytes.txt")
}

fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hash, byte| {
        write!(hash, "{byte:02x}").unwrap();
        hash
    })
}

/// Every paper of both days and every kind of ballot.
fn every_paper() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (day, told) in [("usual", usual_day()), ("hard", hard_day())] {
        for (name, paper) in papers_of(&told) {
            found.insert(format!("{day}-{name}"), fingerprint(&paper.rendered.bytes));
        }
    }
    for (name, ballot) in ballots() {
        let bytes = render_ballot(&ballot, NonZeroU32::MIN).unwrap().bytes;
        found.insert(format!("ballot-{name}"), fingerprint(&bytes));
    }
    found
}

#[test]
fn every_paper_has_the_bytes_it_had() {
    let now = every_paper();
    if std::env::var_os(RENEW).is_some() {
        let lines: Vec<String> =
            now.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect();
        std::fs::write(kept(), lines.concat()).unwrap();
        return;
    }
    let before = std::fs::read_to_string(kept()).unwrap();
    let before: BTreeMap<String, String> = before
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(hash, name)| (name.to_owned(), hash.to_owned()))
        .collect();
    let changed: Vec<&String> = now
        .iter()
        .filter(|(name, hash)| before.get(*name) != Some(hash))
        .map(|(name, _)| name)
        .collect();
    assert!(changed.is_empty(), "other bytes than before: {changed:?}");
    assert_eq!(before.len(), now.len(), "a paper that is no more");
}
