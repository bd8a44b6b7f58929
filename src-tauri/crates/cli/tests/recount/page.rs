//! The recount page's own script, taken out of `assets/recount/recount.html` and run without a
//! window: a third count, in another language.

use std::process::Command;

use crate::fed;
use crate::refusals::{FILE, REFUSED, broken};

/// Returns what the page says of count files, a line each: the result, or path and fault.
pub fn lines(files: &str) -> Vec<String> {
    let runs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/recount/run.mjs");
    let mut node = Command::new("node");
    node.args([runs, "count"]);
    let said = fed(node, files);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    said.out.lines().map(str::to_owned).collect()
}

#[test]
fn what_the_program_refuses_the_page_refuses_where_it_stands() {
    let files: Vec<String> = REFUSED.iter().map(|(from, to, _)| broken(from, to)).collect();
    let said = lines(&files.join("\n"));
    assert_eq!(said.len(), REFUSED.len());
    for (line, (from, to, path)) in said.iter().zip(REFUSED) {
        // A key that is missing or stands twice is named itself, and what lacks it by the program.
        assert!(line.starts_with(path), "{from} → {to}: {line} instead of {path}");
        assert!(!line.starts_with('{'), "{from} → {to}");
    }
}

#[test]
fn what_is_cut_anywhere_is_refused() {
    let cuts: Vec<&str> =
        FILE.char_indices().skip(1).step_by(7).map(|(cut, _)| &FILE[..cut]).collect();
    let said = lines(&cuts.join("\n"));
    assert_eq!(said.len(), cuts.len());
    assert!(said.iter().all(|line| line.starts_with('$')), "{said:?}");
}
