//! `seal`, and `verify` of what it leaves: the archive is whole, checked with a computer's own
//! tools, and tells nobody who voted how.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command as Program;

use exchange::archive::{Contents, MANIFEST, Part};
use exchange::{parts_of, write_archive};
use papers::Shelf;
use serde_json::Value;
use session::floor::meeting;
use session::paper::{Event as PaperEvent, PaperKind};
use session::people::Role;
use session::{Command, Entry, Event, Session};
use store::{Record, Verification, verify};
use tempfile::TempDir;
use zip::{ZipArchive, ZipWriter};

use crate::{demo_run, folder, run, text};

fn seal() -> Command {
    Command::Meeting(meeting::Command::Seal { reason: "会议闭幕".to_owned() })
}

/// The demo's session, sealed a minute after its last entry.
fn sealed(folder: &TempDir) -> PathBuf {
    let path = demo_run().session_copied_to(folder);
    let mut record = Record::open(&path).unwrap();
    let last = record.entries().unwrap().last().unwrap().at;
    let at = last + chrono::TimeDelta::minutes(1);
    let secretary = record.session().people().with_role(Role::Secretary).next().unwrap().id.clone();
    record.perform(&seal(), &secretary, at).unwrap();
    path
}

fn archived(folder: &TempDir) -> PathBuf {
    let (session, out) = (sealed(folder), folder.path().join("存档.zip"));
    let said = run(&["seal", text(&session), "--out", text(&out)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    out
}

#[test]
fn only_a_sealed_session_is_put_into_an_archive_and_none_is_written_over() {
    let folder = folder();
    let out = folder.path().join("存档.zip");
    let said = run(&["seal", text(&demo_run().session_copied_to(&folder)), "--out", text(&out)]);
    assert_eq!((said.status, out.exists()), (2, false));
    assert!(said.err.contains("会议还没有封存"), "{}", said.err);
    let out = archived(&folder);
    let before = fs::read(&out).unwrap();
    let again = run(&["seal", text(&folder.path().join("copy.piaojue")), "--out", text(&out)]);
    assert_eq!((again.status, fs::read(&out).unwrap()), (2, before.clone()));
    let other = folder.path().join("又一份.zip");
    run(&["seal", text(&folder.path().join("copy.piaojue")), "--out", text(&other)]);
    assert!(fs::read(&other).unwrap() == before, "the same session gives the same bytes");
}

#[test]
fn an_archive_verifies_with_the_program_and_with_any_computers_own() {
    let folder = folder();
    let out = archived(&folder);
    let said = run(&["verify", text(&out)]);
    assert_eq!(said.status, 0, "{}", said.out);
    for line in ["✓ 存档", "与校验清单一致", "前后相接", "重新计票与核定结果一致", "核验通过"]
    {
        assert!(said.out.contains(line), "{line}: {}", said.out);
    }
    let unpacked = folder.path().join("unpacked");
    ZipArchive::new(Cursor::new(fs::read(&out).unwrap())).unwrap().extract(&unpacked).unwrap();
    let mut sums = Program::new("sha256sum");
    assert!(
        sums.args(["--strict", "-c", MANIFEST]).current_dir(&unpacked).status().unwrap().success()
    );
    let page = fs::read_to_string(unpacked.join("核对方法-how-to-check.html")).unwrap();
    let head = verify(&folder.path().join("copy.piaojue")).unwrap().head.unwrap();
    assert!(page.contains(head.as_str()) && page.contains("会议闭幕"));
}

/// The archive with one of its files as `changed` would have it; the list stays, or is written anew.
fn with(archive: &Path, list: bool, changed: impl Fn(&str, &mut Vec<u8>) -> bool) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(fs::read(archive).unwrap())).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if changed(&name, &mut bytes) {
            parts.push(Part { name, bytes });
        }
    }
    if list {
        parts.retain(|part| part.name != MANIFEST);
        return write_archive(&parts, |_| ()).unwrap();
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for Part { name, bytes } in parts {
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn whatever_was_changed_in_an_archive_is_named() {
    let folder = folder();
    let archive = archived(&folder);
    let one_more = |name: &str, bytes: &mut Vec<u8>| {
        if name.ends_with(".count.json") {
            bytes.push(b'\n');
        }
        true
    };
    let gone = |name: &str, _: &mut Vec<u8>| !name.ends_with(".count.json");
    let cases: [(&str, Vec<u8>, i32, &str); 6] = [
        ("changed", with(&archive, false, one_more), 2, ".count.json 被改动"),
        ("changed with its list", with(&archive, true, one_more), 1, ".count.json 与会议文件不符"),
        ("missing", with(&archive, false, gone), 2, "缺少 计票文件/"),
        ("missing with its list", with(&archive, true, gone), 1, ".count.json 与会议文件不符"),
        ("no list", with(&archive, false, |name, _| name != MANIFEST), 2, "没有校验清单"),
        ("no ZIP", b"PK".to_vec(), 2, "不是存档"),
    ];
    let path = folder.path().join("changed.zip");
    for (what, bytes, status, sentence) in cases {
        fs::write(&path, bytes).unwrap();
        let said = run(&["verify", text(&path)]);
        assert_eq!(said.status, status, "{what}: {} {}", said.out, said.err);
        assert!(said.out.contains(sentence) || said.err.contains(sentence), "{what}: {said:?}");
    }
}

/// Another deputy in the place of each, wherever one is named: the same number, another name.
fn others(entry: &Entry) -> Entry {
    let mut written = serde_json::to_value(&entry.event).unwrap();
    rename(&mut written);
    Entry { event: serde_json::from_value(written).unwrap(), ..entry.clone() }
}

fn rename(written: &mut Value) {
    match written {
        Value::Array(values) => values.iter_mut().for_each(rename),
        Value::Object(fields) => {
            let number = fields.get("number").and_then(Value::as_u64);
            if let (Some(number), Some(Value::String(name))) = (number, fields.get_mut("name")) {
                let given: String = name.chars().skip(1).collect();
                let last = char::from_u32(0x4E00 + u32::try_from(number).unwrap()).unwrap();
                *name = format!("赵{given}{last}");
            }
            fields.values_mut().for_each(rename);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A session and what goes into its archive, its papers set from it.
struct Day {
    session: Session,
    papers: BTreeMap<String, Vec<u8>>,
    journal: String,
}

impl Day {
    /// Every entry is asked for again: with these people too, the program would have written it.
    fn of(entries: impl Iterator<Item = Entry>, found: &Verification) -> Self {
        let (mut session, mut papers, mut journal) =
            (Session::default(), BTreeMap::new(), String::new());
        for entry in entries {
            assert_eq!(session.retrace(&entry), Ok(()), "{entry:?}");
            if let Event::Paper(PaperEvent::Issued { of, sha256, .. }) = &entry.event {
                let fingerprint =
                    found.fingerprint_on(&session, of).map(store::Fingerprint::as_str);
                let set = papers::of_session(&session, of, fingerprint, &Shelf::default()).unwrap();
                papers.insert(sha256.clone(), set.rendered.bytes);
            }
            journal.push_str(&serde_json::to_string(&entry.event).unwrap());
            journal.push('\n');
            session.apply(&entry).unwrap();
        }
        Self { session, papers, journal }
    }

    fn parts(&self) -> Vec<Part> {
        let Self { session, papers, journal } = self;
        let (name, file, head) = ("青石镇", journal.as_bytes(), "");
        parts_of(&Contents { session, name, file, journal, head, papers }).unwrap()
    }
}

#[test]
fn the_archive_of_the_same_votes_by_other_deputies_differs_in_their_lists_alone() {
    let folder = folder();
    let found = verify(&sealed(&folder)).unwrap();
    let day = Day::of(found.entries.iter().cloned(), &found);
    let twin = Day::of(found.entries.iter().map(others), &found);

    // Who sits, who came, who watches over what, who moved what and what they did: never a vote.
    let lines = day.journal.lines().zip(twin.journal.lines());
    let other: BTreeSet<&str> = lines.filter(|(line, twin)| line != twin).map(room).collect();
    assert_eq!(other, BTreeSet::from(["people", "projects", "proposals", "record", "sittings"]));

    let of_votes: Vec<String> = day
        .session
        .papers()
        .iter()
        .filter(|paper| of_a_vote(paper.kind()))
        .map(|paper| format!("/{:02}-{}.pdf", paper.id().0, paper.title()))
        .collect();
    assert!(of_votes.len() > 15, "{of_votes:?}");
    let (parts, twins) = (day.parts(), twin.parts());
    assert_eq!(parts.len(), twins.len());
    let differ: Vec<&str> = parts
        .iter()
        .zip(&twins)
        .filter(|(part, twin)| part != twin)
        .map(|(part, _)| part.name.as_str())
        .collect();
    let tells_a_vote = |name: &&&str| {
        name.starts_with("计票文件/") || of_votes.iter().any(|paper| name.ends_with(paper))
    };
    assert!(differ.len() > 2 && !differ.iter().any(|name| tells_a_vote(&name)), "{differ:?}");
}

/// What a line of the journal is about: its kind up to the full stop.
fn room<'a>((line, _): (&'a str, &'a str)) -> &'a str {
    let kind = line.split("\"kind\":\"").nth(1).unwrap();
    kind.split('.').next().unwrap()
}

fn of_a_vote(of: &PaperKind) -> bool {
    of.round().is_some() || of.ballot().is_some() || of.hand_vote().is_some()
}
