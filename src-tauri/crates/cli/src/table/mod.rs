//! `table`: reads a list as the window would and prints what would come in. A file that cannot be
//! read has no rows and one fault; the exit status is 2 with any fault.

mod sentences;

use std::io::Read;
use std::process::ExitCode;
use std::{fs, io};

use exchange::table::{self, Fault, List, Note, Options, Place, Reading, Row};
use serde::Serialize;

use crate::arguments::{ListName, Table};
use crate::count::{say, shown};
use crate::language::Language;
use crate::sentences::visible;
use crate::trouble::Trouble;

#[derive(Serialize)]
struct Printed<'r> {
    rows: &'r [Row],
    faults: Vec<PrintedFault>,
    notes: Vec<PrintedNote<'r>>,
}

#[derive(Serialize)]
struct PrintedFault {
    line: Option<u32>,
    column: Option<String>,
    cell: Option<String>,
    code: String,
    value: String,
    sentence: String,
}

#[derive(Serialize)]
struct PrintedNote<'r> {
    #[serde(flatten)]
    note: &'r Note,
    sentence: String,
}

pub(crate) fn table(asked: &Table, language: Language) -> Result<ExitCode, Trouble> {
    let printed = match bytes(asked) {
        Ok((name, bytes)) => text(&read(asked, &name, &bytes), language)?,
        Err(error) => unreadable(&error, language)?,
    };
    say(&printed.0)?;
    Ok(if printed.1 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

fn bytes(asked: &Table) -> io::Result<(String, Vec<u8>)> {
    if asked.file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(("-".to_owned(), bytes));
    }
    let name = asked.file.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok((name.unwrap_or_else(|| shown(&asked.file)), fs::read(&asked.file)?))
}

/// Characters are held against the program's own faces, as the window holds them before a list
/// comes in.
fn read(asked: &Table, name: &str, bytes: &[u8]) -> Reading {
    let options = Options {
        sheet: asked.sheet.clone(),
        leave_empty: asked.leave_empty,
        ..Options::default()
    };
    let can_draw = |c: char| papers::check_text(c.encode_utf8(&mut [0; 4])).is_ok();
    table::read(asked.list.list(), name, bytes, &options, &can_draw)
}

fn text(reading: &Reading, language: Language) -> Result<(String, bool), Trouble> {
    let faults = reading.faults.iter().map(|fault| printed_fault(fault, language));
    let notes = reading
        .notes
        .iter()
        .map(|note| PrintedNote { note, sentence: visible(&sentences::of_note(note, language)) });
    let printed = Printed {
        rows: &reading.rows,
        faults: faults.collect::<Result<_, _>>()?,
        notes: notes.collect(),
    };
    let text = serde_json::to_string_pretty(&printed)?;
    Ok((text + "\n", printed.faults.is_empty()))
}

fn printed_fault(fault: &Fault, language: Language) -> Result<PrintedFault, Trouble> {
    let code = serde_json::to_value(&fault.what)?;
    let code = code.get("code").and_then(serde_json::Value::as_str).unwrap_or_default();
    let Place { line, column, cell } = fault.place.clone();
    Ok(PrintedFault {
        line,
        column,
        cell,
        code: code.to_owned(),
        value: fault.value.clone(),
        sentence: visible(&sentences::of_fault(fault, language)),
    })
}

fn unreadable(error: &io::Error, language: Language) -> Result<(String, bool), Trouble> {
    let fault = PrintedFault {
        line: None,
        column: None,
        cell: None,
        code: "unreadable".to_owned(),
        value: String::new(),
        sentence: visible(&language.of(
            format!("文件打不开（{error}）。请检查路径，并在其他程序中关闭它"),
            format!("the file cannot be opened ({error}); check its path, and close it elsewhere"),
        )),
    };
    let printed = Printed { rows: &[], faults: vec![fault], notes: Vec::new() };
    Ok((serde_json::to_string_pretty(&printed)? + "\n", false))
}

impl ListName {
    fn list(self) -> List {
        match self {
            Self::Deputies => List::Deputies,
            Self::Observers => List::Observers,
            Self::Staff => List::Staff,
            Self::Candidates => List::Candidates,
            Self::Projects => List::Projects,
            Self::LastYear => List::LastYear,
            Self::Motions => List::Motions,
            Self::Proposals => List::Proposals,
            Self::Collected => List::Collected,
            Self::Activities => List::Activities,
        }
    }
}
