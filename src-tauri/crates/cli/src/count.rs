//! `count`: every file is read before anything is said, because one that is refused leaves nothing
//! on standard output.

use std::io::{BufRead, Write};
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use exchange::read_count_file;

use crate::arguments::Count;
use crate::sentences::visible_json;
use crate::trouble::Trouble;

pub(crate) fn count(asked: &Count) -> Result<ExitCode, Trouble> {
    let mut lines = String::new();
    for file in &asked.files {
        if file.as_os_str() == "-" {
            count_lines(io::stdin().lock(), &mut lines)?;
        } else {
            let bytes =
                fs::read(file).map_err(|source| Trouble::File { path: shown(file), source })?;
            lines.push_str(&result_of(&shown(file), &bytes)?);
        }
    }
    say(&lines)
}

/// Writes JSON on standard output, whole.
pub(crate) fn say(json: &str) -> Result<ExitCode, Trouble> {
    let mut out = io::stdout().lock();
    out.write_all(visible_json(json).as_bytes())
        .and_then(|()| out.flush())
        .map_err(Trouble::Output)?;
    Ok(ExitCode::SUCCESS)
}

fn count_lines(input: impl BufRead, lines: &mut String) -> Result<(), Trouble> {
    for (number, line) in (1_u64..).zip(input.split(b'\n')) {
        let line = line.map_err(|source| Trouble::File { path: "-".to_owned(), source })?;
        if !line.trim_ascii().is_empty() {
            lines.push_str(&result_of(&format!("-:{number}"), &line)?);
        }
    }
    Ok(())
}

fn result_of(file: &str, bytes: &[u8]) -> Result<String, Trouble> {
    let count_file = read_count_file(bytes)
        .map_err(|error| Trouble::CountFile { file: file.to_owned(), error })?;
    Ok(count_file.count()? + "\n")
}

pub(crate) fn shown(file: &Path) -> String {
    file.display().to_string()
}
