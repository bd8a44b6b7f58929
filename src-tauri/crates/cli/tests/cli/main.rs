//! The program from outside: files, exit statuses, what it says where.
#![cfg(test)]

mod convert;
mod count;
mod demo;
mod dependencies;
mod generated;
mod journal;
mod next;
mod print;
mod rehearse;
mod seal;
mod table;
mod tables;
mod verify;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// What a run of the program said, and how it ended.
#[derive(Debug)]
struct Said {
    status: i32,
    out: String,
    err: String,
}

fn run<T: AsRef<OsStr>>(arguments: &[T]) -> Said {
    run_reading(arguments, "")
}

fn run_reading<T: AsRef<OsStr>>(arguments: &[T], input: &str) -> Said {
    let mut program = Command::new(env!("CARGO_BIN_EXE_piaojue-cli"));
    for locale in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        program.env_remove(locale);
    }
    let mut child = program
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said {
        status: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

/// One run of the demo, for every test that only reads what it left.
struct DemoRun {
    folder: TempDir,
    said: Said,
}

impl DemoRun {
    /// A copy of the session file, because whoever reads one keeps the others out.
    fn session_copied_to(&self, folder: &TempDir) -> PathBuf {
        let copy = folder.path().join("copy.piaojue");
        std::fs::copy(
            self.folder.path().join("青石镇第十八届人民代表大会第五次会议.piaojue"),
            &copy,
        )
        .unwrap();
        copy
    }
}

fn demo_run() -> &'static DemoRun {
    static RUN: OnceLock<DemoRun> = OnceLock::new();
    RUN.get_or_init(|| {
        let folder = folder();
        let said = run(&[OsStr::new("demo"), OsStr::new("--out"), folder.path().as_os_str()]);
        assert_eq!(said.status, 0, "{}", said.err);
        DemoRun { folder, said }
    })
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
