//! `journal`: every entry as a line, exactly as it is hashed.

use std::path::Path;
use std::process::{Command, Output};

use crate::{demo_run, folder, run, text};

/// The chain as `docs/journal.md` has it, over lines instead of rows.
const CHAIN: &str = r#"
import hashlib, json, sys
head, *lines = sys.stdin.read().splitlines()
assert json.loads(head) == {"format": "piaojue.journal/1"}
before = "piaojue.journal/1"
for seq, row in enumerate(map(json.loads, lines), 1):
    fields = [before, str(seq), row["at"], row["actor"], row["kind"], row["body"]]
    fields = [field.encode() for field in fields]
    before = hashlib.sha256(b"".join(b"%d:%s," % (len(field), field) for field in fields)).hexdigest()
    assert (seq, before) == (row["seq"], row["hash"])
print(before)
"#;

#[test]
fn the_lines_are_what_is_hashed() {
    let folder = folder();
    let session = demo_run().session_copied_to(&folder);
    let said = run(&["journal", text(&session)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let python = fed(Command::new("python3").args(["-c", CHAIN]), &said.out);
    let head = String::from_utf8(python.stdout).unwrap();
    let verified = run(&["verify", text(&session)]);
    assert!(verified.out.contains(head.trim()), "{head} {}", verified.out);
    let page = on_the_page(&said.out);
    assert_eq!(page, format!("{head}round 1: 56 sheets, agrees true\n"));
}

#[test]
fn the_recount_page_follows_what_was_put_right_in_an_old_session() {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/kept/0.1.0-day.piaojue");
    let folder = folder();
    let session = folder.path().join("day.piaojue");
    std::fs::copy(Path::new(kept), &session).unwrap();
    let page = on_the_page(&run(&["journal", text(&session)]).out);
    let rounds: Vec<&str> = page.lines().skip(1).collect();
    assert_eq!(rounds, ["round 1: 6 sheets, agrees ", "round 2: 6 sheets, agrees "]);
}

/// Runs a program that reads `input` and ends well.
fn fed(program: &mut Command, input: &str) -> Output {
    let folder = folder();
    let file = folder.path().join("input");
    std::fs::write(&file, input).unwrap();
    let output = program.stdin(std::fs::File::open(&file).unwrap()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// What the recount page's own script says of a journal.
fn on_the_page(journal: &str) -> String {
    let runs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/recount/run.mjs");
    let said = fed(Command::new("node").args([runs, "journal"]), journal);
    String::from_utf8(said.stdout).unwrap()
}

#[test]
fn what_is_no_session_is_refused() {
    let folder = folder();
    let other = folder.path().join("other.piaojue");
    std::fs::write(&other, "no session").unwrap();
    let said = run(&["journal", text(&other)]);
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
}
