//! The text of a paper, as an office edited it: checked, filled in and set.
#![no_main]

use std::sync::LazyLock;

use session::Session;
use session::paper::PaperKind;

static DAY: LazyLock<Session> = LazyLock::new(|| {
    let kept = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../src-tauri/crates/store/tests/kept/0.1.0-day.piaojue"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("会议.piaojue");
    std::fs::copy(kept, &path).expect("copied");
    store::verify(&path).expect("kept").session
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = papers::text_faults(&PaperKind::Agenda, text);
    let _ = papers::set_with_text(&DAY, &PaperKind::Agenda, text, None, &papers::Shelf::default());
});
