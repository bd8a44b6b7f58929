//! The TypeScript types of commands and views are made from the Rust types and checked in; this
//! fails when they are stale. `UPDATE=1 cargo test -p piaojue --test bindings` writes them anew.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use exchange::{Ordered, StrokeOrder};
use piaojue::{
    FacesView, Failure, HallWindow, Imported, ImportedProjects, LoanFile, PaperText, Presets,
    Saved, Sides, StartView, ToLend, Verified,
};
use session::{Command, Refusal, views};
use ts_rs::{Config, TS};

fn written(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    files
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .collect()
}

fn write(folder: &Path) {
    let config = Config::new().with_out_dir(folder);
    Command::export_all(&config).unwrap();
    Refusal::export_all(&config).unwrap();
    views::frame::FrameView::export_all(&config).unwrap();
    views::prepare::PrepareView::export_all(&config).unwrap();
    views::floor::FloorView::export_all(&config).unwrap();
    views::desk::DeskView::export_all(&config).unwrap();
    views::hand::HandDeskView::export_all(&config).unwrap();
    views::count::CountView::export_all(&config).unwrap();
    views::papers::PapersView::export_all(&config).unwrap();
    views::hall::HallView::export_all(&config).unwrap();
    StartView::export_all(&config).unwrap();
    Failure::export_all(&config).unwrap();
    Imported::export_all(&config).unwrap();
    ImportedProjects::export_all(&config).unwrap();
    ToLend::export_all(&config).unwrap();
    LoanFile::export_all(&config).unwrap();
    PaperText::export_all(&config).unwrap();
    papers::TextFault::export_all(&config).unwrap();
    FacesView::export_all(&config).unwrap();
    Presets::export_all(&config).unwrap();
    Ordered::export_all(&config).unwrap();
    StrokeOrder::export_all(&config).unwrap();
    HallWindow::export_all(&config).unwrap();
    Saved::export_all(&config).unwrap();
    Sides::export_all(&config).unwrap();
    Verified::export_all(&config).unwrap();
}

#[test]
fn checked_in_types_are_fresh() {
    let checked_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings");
    if std::env::var_os("UPDATE").is_some() {
        let _ = fs::remove_dir_all(&checked_in);
        write(&checked_in);
    }
    let fresh = tempfile::tempdir().unwrap();
    write(fresh.path());
    let (fresh, checked_in) = (written(fresh.path()), written(&checked_in));
    assert_eq!(
        fresh.keys().collect::<Vec<_>>(),
        checked_in.keys().collect::<Vec<_>>(),
        "run with UPDATE=1"
    );
    for (name, text) in &fresh {
        assert_eq!(Some(text), checked_in.get(name), "{name} is stale: run with UPDATE=1");
    }
}
