//! Files of earlier versions: each of them opens, tells what it told, and verifies, for ever.

use std::collections::BTreeSet;
use std::path::PathBuf;

use session::Event;
use store::{Record, verify};

use crate::common::folder;

/// The kept files, by version, with the fingerprint of their last entry.
const KEPT: [(&str, u32, &str); 2] = [
    ("0.1.0-day", 120, "a19772d7068fceb6234e1b9c00022a6761588cba66f990ef3eb018b6686bea15"),
    ("0.1.0-desk", 5, "e80785aaf8533c74b476c5a752ea956e466295e850b6b310afefaeee9457175e"),
];

/// A copy, because opening a file takes its lock and sets its layout.
fn kept(folder: &tempfile::TempDir, name: &str) -> PathBuf {
    let kept = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/kept/{name}.piaojue"));
    let copy = folder.path().join("kept.piaojue");
    std::fs::copy(kept, &copy).unwrap();
    copy
}

#[test]
fn files_of_earlier_versions_open_replay_and_verify() {
    for (name, entries, head) in KEPT {
        let folder = folder();
        let path = kept(&folder, name);
        let record = Record::open(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let told = (record.session().seq(), record.head().unwrap().as_str());
        assert_eq!(told, (entries, head), "{name}");
        drop(record);
        let found = verify(&path).unwrap();
        assert_eq!((found.flaws, found.warnings), (vec![], vec![]), "{name}");
    }
}

#[test]
fn the_kept_files_hold_every_kind_of_event_of_their_version() {
    let kinds: BTreeSet<String> = KEPT
        .iter()
        .flat_map(|(name, ..)| {
            let folder = folder();
            Record::open(&kept(&folder, name)).unwrap().entries().unwrap()
        })
        .map(|entry| kind(&entry.event))
        .collect();
    assert_eq!(kinds.len(), 60, "{kinds:?}");
}

fn kind(event: &Event) -> String {
    serde_json::to_value(event).unwrap()["kind"].as_str().unwrap().to_owned()
}
