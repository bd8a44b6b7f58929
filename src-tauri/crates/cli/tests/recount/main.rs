//! The count recounted: the program's result against a second implementation of
//! `docs/count-file.md`, and what the program refuses.
#![cfg(test)]

mod agreement;
mod branches;
mod naive;
mod page;
mod published;
mod random;
mod refusals;

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

/// What a run of the program said, and how it ended.
struct Said {
    status: i32,
    out: String,
    err: String,
}

/// Counts files, or what stands in `input` where a file is `-`.
fn count<T: AsRef<OsStr>>(files: &[T], input: &str) -> Said {
    let mut program = Command::new(env!("CARGO_BIN_EXE_piaojue-cli"));
    program.arg("count").args(files);
    fed(program, input)
}

/// Runs a program that reads `input`.
fn fed(mut program: Command, input: &str) -> Said {
    let piped = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said {
        status: output.status.code().unwrap(),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
