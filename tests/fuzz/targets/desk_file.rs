//! A file that comes back from another computer.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("外录.piaojue");
    std::fs::write(&path, bytes).expect("written");
    let _ = store::Loaned::read(&path);
});
