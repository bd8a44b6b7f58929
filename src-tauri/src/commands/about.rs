//! 关于: which program this is, what the open file was written by, whose work is in it, and the
//! manual.

use std::collections::BTreeSet;

use papers::ManualRole;
use serde::Serialize;
use session::{Entry, Event, paper};
use tauri::{AppHandle, Runtime};
use ts_rs::TS;

use super::papers::{Saved, view};
use crate::failure::Failure;
use crate::folder;
use crate::registrar::registrar;

/// Whose software, fonts and data travel with the program, and under which licences.
const THIRD_PARTY: &str = include_str!("../../../assets/notices/third-party.txt");

/// The program's own licence.
const OWN: &str = include_str!("../../../LICENSE");

/// What the program says of itself.
#[derive(Debug, Serialize, TS)]
pub struct About {
    pub version: String,
    /// Of the repository, with a + where something was changed; only a package knows.
    pub commit: Option<String>,
    /// The newest layout of session files it reads.
    pub layout: i32,
    /// The open session's file.
    pub file: Option<WrittenBy>,
    /// The licence, then those of others.
    pub licences: [String; 2],
}

/// What a session file says of the programs that wrote it.
#[derive(Debug, PartialEq, Eq, Serialize, TS)]
pub struct WrittenBy {
    /// The layout it was last written in.
    pub layout: i32,
    /// The versions that set its papers.
    pub papers: BTreeSet<String>,
}

/// Returns what the program says of itself.
pub(crate) fn about<R: Runtime>(app: &AppHandle<R>) -> Result<About, Failure> {
    let file = registrar(app)
        .ask(|open| Ok(open.with(|record| Ok((record.layout()?, record.entries()?)))))?;
    Ok(About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        commit: option_env!("PIAOJUE_COMMIT")
            .filter(|commit| !commit.is_empty())
            .map(str::to_owned),
        layout: store::VERSION,
        file: file.ok().map(|(layout, journal)| WrittenBy { layout, papers: setters(&journal) }),
        licences: [OWN, THIRD_PARTY].map(str::to_owned),
    })
}

/// An empty version is that of the first program, which named none.
fn setters(journal: &[Entry]) -> BTreeSet<String> {
    let set_by = |entry: &Entry| {
        let Event::Paper(paper::Event::Issued { set_by, .. }) = &entry.event else { return None };
        Some(if set_by.is_empty() { "0.1.0".to_owned() } else { set_by.clone() })
    };
    journal.iter().filter_map(set_by).collect()
}

/// Sets a page of the manual, writes it beside the sessions and opens it in the system's viewer, to
/// be printed from there.
pub(crate) fn open_manual<R: Runtime>(
    app: &AppHandle<R>,
    role: ManualRole,
) -> Result<Saved, Failure> {
    let page = papers::manual(role)?;
    let path = folder::of_sessions(app)?.join(format!("{}.pdf", role.title()));
    folder::write_whole(&path, &page.bytes)?;
    view(app, &path)?;
    Ok(Saved::at(&path))
}
