//! A session file from anybody: read as a stranger would, and opened.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("会议.piaojue");
    std::fs::write(&path, bytes).expect("written");
    if store::verify(&path).is_ok_and(|found| found.flaws.is_empty()) {
        let record = store::Record::open(&path).expect("what verifies opens");
        record.entries().expect("what opens is read");
    }
});
