//! `print`: an issued paper exactly as it was printed, or the list of what was issued.

use std::io;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use session::PaperId;
use session::paper::Paper;
use store::{Earlier, Record, keep_file};

use crate::arguments::Print;
use crate::language::Language;
use crate::sentences::visible;
use crate::trouble::Trouble;

pub(crate) fn print(asked: &Print, language: Language) -> Result<ExitCode, Trouble> {
    let record = Record::open(&asked.session)?;
    match (asked.paper, &asked.out) {
        (Some(number), Some(out)) => write_paper(&record, number, out)?,
        (Some(_), None) | (None, _) => list(&record, language)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write_paper(record: &Record, number: u32, out: &Path) -> Result<(), Trouble> {
    record.session().check_taken_out(PaperId(number))?;
    let paper = record
        .session()
        .papers()
        .iter()
        .find(|paper| paper.id() == PaperId(number))
        .ok_or(Trouble::NoSuchPaper { paper: number })?;
    let bytes = record.paper_bytes(paper)?;
    keep_file(out, &bytes, Earlier::Kept)
        .map_err(|source| Trouble::File { path: out.display().to_string(), source })
}

fn list(record: &Record, language: Language) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    let mut papers = record.session().papers().iter();
    papers
        .try_for_each(|paper| writeln!(out, "{}", visible(&line(paper, language))))
        .map_err(Trouble::Output)
}

fn line(paper: &Paper, language: Language) -> String {
    let (id, title, pages) = (paper.id(), paper.title(), paper.pages());
    let at = paper.at().format("%Y-%m-%d %H:%M:%S");
    let superseded =
        if paper.is_superseded() { language.of("（已作废）", " (superseded)") } else { "" };
    language.of(
        format!("{id}  {title}  {pages}页  {at}{superseded}"),
        format!("{id}  {title}  {pages} pages  {at}{superseded}"),
    )
}
