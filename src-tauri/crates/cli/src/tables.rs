//! `tables`: plain typed tables from any number of session files, which are only read. One file at a
//! time is in memory; a bad one is named and left out, and the others are written all the same.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use exchange::engine::{Source, TABLES, Table, TableWriter, schema_page, schema_sql};
use session::floor::last::LastSession;
use store::{Earlier, Fingerprint, Looked, keep_file, look};
use tempfile::NamedTempFile;

use crate::arguments::Tables;
use crate::count::say;
use crate::language::Language;
use crate::sentences::{of_trouble, visible};
use crate::trouble::Trouble;

/// What session files end in.
const ENDING: &str = "piaojue";

pub(crate) fn tables(asked: &Tables, language: Language) -> Result<ExitCode, Trouble> {
    fs::create_dir_all(&asked.out).map_err(|source| not_written(&asked.out, source))?;
    let outs = TABLES.iter().map(|table| Out::begin(table, &asked.out));
    let mut outs: Vec<Out> = outs.collect::<Result<_, _>>()?;
    let (mut read, mut refused) = (0_u32, 0_u32);
    let mut seen = BTreeSet::new();
    for path in files(&asked.files)? {
        match looked(&path, &mut seen) {
            Ok(found) => {
                write(&mut outs, &path, &found)?;
                read = read.saturating_add(1);
            }
            Err(trouble) => {
                refused = refused.saturating_add(1);
                refuse(&path, &trouble, language);
            }
        }
    }
    let mut lines = Vec::new();
    for out in outs {
        lines.push(out.end(&asked.out, language)?);
    }
    for (name, text) in [("schema.md", schema_page()), ("schema.sql", schema_sql())] {
        let path = asked.out.join(name);
        keep_file(&path, text.as_bytes(), Earlier::Replaced)
            .map_err(|source| not_written(&path, source))?;
    }
    lines.push(summary(&asked.out, read, refused, language));
    say(&lines.iter().map(|line| visible(line) + "\n").collect::<String>())?;
    Ok(if refused == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// The files that were named, and those of the folders that were; in order.
fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Trouble> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let of_folder = |source| not_written(path, source);
        let mut found = Vec::new();
        for entry in fs::read_dir(path).map_err(of_folder)? {
            found.push(entry.map_err(of_folder)?.path());
        }
        found.retain(|file| file.extension().is_some_and(|ending| ending == ENDING));
        found.sort();
        files.append(&mut found);
    }
    Ok(files)
}

/// Reads a session of which no other file was read yet.
fn looked(path: &Path, seen: &mut BTreeSet<Fingerprint>) -> Result<Looked, Trouble> {
    let found = look(path)?;
    if found.session.away().is_some() {
        LastSession::check(&found.session)?;
    }
    found.session.described()?;
    if seen.insert(found.opening.clone()) { Ok(found) } else { Err(Trouble::SessionTwice) }
}

fn write(outs: &mut [Out], path: &Path, found: &Looked) -> Result<(), Trouble> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (opening, head) = (found.opening.as_str(), found.head.as_str());
    let source = Source { file: &name, session: &found.session, opening, head };
    outs.iter_mut().try_for_each(|out| Ok(out.writer.write(&source)?))
}

fn refuse(path: &Path, trouble: &Trouble, language: Language) {
    let (path, said) = (path.display(), of_trouble(trouble, language));
    let line = language.of(format!("没有读入 {path}：{said}"), format!("left out {path}: {said}"));
    eprintln!("piaojue-cli: {}", visible(&line));
}

fn summary(out: &Path, read: u32, refused: u32, language: Language) -> String {
    let out = out.display();
    if refused == 0 {
        return language.of(
            format!("读入{read}个会议文件，各表在 {out}，列的说明见 schema.md"),
            format!("{read} session files read; the tables are in {out}, told in schema.md"),
        );
    }
    language.of(
        format!("读入{read}个会议文件，{refused}个没有读入；各表在 {out}，列的说明见 schema.md"),
        format!("{read} session files read, {refused} left out; the tables are in {out}, told in schema.md"),
    )
}

/// A table on its way, beside its place until it is whole.
struct Out {
    table: &'static Table,
    writer: TableWriter<NamedTempFile, NamedTempFile>,
}

impl Out {
    fn begin(table: &'static Table, folder: &Path) -> Result<Self, Trouble> {
        let beside = || {
            let mut builder = tempfile::Builder::new();
            let made = builder.prefix(".").suffix(".part").tempfile_in(folder);
            made.map_err(|source| not_written(folder, source))
        };
        Ok(Self { table, writer: TableWriter::begin(table, beside()?, beside()?)? })
    }

    /// Gives the table its names. Returns what is said of it.
    fn end(self, folder: &Path, language: Language) -> Result<String, Trouble> {
        let (rows, csv, parquet) = self.writer.end()?;
        for (ending, file) in [("csv", csv), ("parquet", parquet)] {
            let path = folder.join(format!("{}.{ending}", self.table.name));
            let whole = file.as_file().sync_all();
            whole.map_err(|source| not_written(&path, source))?;
            file.persist(&path).map_err(|failed| not_written(&path, failed.error))?;
        }
        let (name, [zh, en]) = (self.table.name, self.table.of);
        Ok(language.of(format!("{name} {rows}行：{zh}"), format!("{name}: {rows} rows; {en}")))
    }
}

fn not_written(path: &Path, source: io::Error) -> Trouble {
    Trouble::File { path: path.display().to_string(), source }
}
