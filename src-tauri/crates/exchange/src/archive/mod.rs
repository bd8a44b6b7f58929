//! 封存档案: a sealed session with everything that tells of it, in one ZIP file that is checked with
//! any computer's own tools (`docs/papers.md`).
//!
//! Nothing in it names a moment or a machine: the same session gives the same bytes.

mod fault;
mod page;
mod read;
mod write;

use std::collections::BTreeMap;

use serde_json::Error;
use session::Session;
use session::paper::Paper;

use crate::count_file_of;
use crate::files::file_name;

pub use fault::ArchiveFault;
pub use read::{Archive, read_archive};
pub use write::write_archive;

/// A list of every other file with its SHA-256, as `sha256sum -c` reads it.
pub const MANIFEST: &str = "SHA256SUMS.txt";
/// How all of it is checked, in two languages.
const HOW_TO_CHECK: &str = "核对方法-how-to-check.html";
/// The page that counts again.
const RECOUNT: &str = "核票网页-recount.html";
const RECOUNT_PAGE: &str = include_str!("../../../../../assets/recount/recount.html");

/// The parts that are the program's own and of no session: another version writes them otherwise.
pub const PAGES: [&str; 2] = [HOW_TO_CHECK, RECOUNT];

/// What of a sealed session goes into its archive, as it stands in the file.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    pub session: &'a Session,
    /// What the session's file is called, without its end.
    pub name: &'a str,
    /// The session's file, byte for byte.
    pub file: &'a [u8],
    /// Its journal as lines.
    pub journal: &'a str,
    /// Fingerprint of the last entry.
    pub head: &'a str,
    /// The papers, by the SHA-256 they were issued under.
    pub papers: &'a BTreeMap<String, Vec<u8>>,
}

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// With its folder, in `/`.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Part {
    fn of(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}

/// Returns every file of an archive but its list, in order.
///
/// # Errors
/// Only if the serialiser of a count file fails, which no round does.
pub fn parts_of(contents: &Contents<'_>) -> Result<Vec<Part>, Error> {
    let Contents { session, name, file, journal, papers, .. } = contents;
    let mut parts = vec![
        Part::of(HOW_TO_CHECK, page::how_to_check(contents)),
        Part::of(RECOUNT, RECOUNT_PAGE),
        Part::of(format!("会议文件/{name}.piaojue"), *file),
        Part::of(format!("会议文件/{name}.journal.jsonl"), *journal),
    ];
    for paper in session.papers() {
        let bytes = papers.get(paper.sha256());
        parts.extend(bytes.map(|bytes| Part::of(place_of(paper), bytes.as_slice())));
    }
    for round in session.rounds().iter().filter(|round| round.check_exportable().is_ok()) {
        let title = file_name(&round.ballot().title);
        let name = format!("计票文件/{title}-{}.count.json", round.id());
        parts.push(Part::of(name, count_file_of(round)?));
    }
    Ok(parts)
}

/// What no longer holds lies apart.
fn place_of(paper: &Paper) -> String {
    let folder = if paper.is_superseded() { "文书/已作废" } else { "文书" };
    format!("{folder}/{:02}-{}.pdf", paper.id().0, file_name(paper.title()))
}
