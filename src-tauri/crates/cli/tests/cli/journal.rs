//! `journal`: every entry as a line, exactly as it is hashed.

use std::process::Command;

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
    let session = demo_run().session();
    let said = run(&["journal", text(&session)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let folder = folder();
    let lines = folder.path().join("journal.jsonl");
    std::fs::write(&lines, &said.out).unwrap();
    let read = std::fs::File::open(&lines).unwrap();
    let python = Command::new("python3").args(["-c", CHAIN]).stdin(read).output().unwrap();
    assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));
    let head = String::from_utf8(python.stdout).unwrap();
    let verified = run(&["verify", text(&session)]);
    assert!(verified.out.contains(head.trim()), "{head} {}", verified.out);
}

#[test]
fn what_is_no_session_is_refused() {
    let folder = folder();
    let other = folder.path().join("other.piaojue");
    std::fs::write(&other, "no session").unwrap();
    let said = run(&["journal", text(&other)]);
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
}
