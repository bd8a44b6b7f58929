//! Lists brought in from workbooks, texts and what was pasted, and taken out as workbooks. A list is
//! looked at as often as the user puts something right, and taken whole or not at all; what it comes
//! to is recorded by the window's own command.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use exchange::table::{
    Assignment, CanDraw, Hall, List, Options, Preview, Reading, Taken, Target, Unit, amount, read,
    read_pasted,
};
use exchange::{ListError, write_list, write_projects, write_results};
use serde::{Deserialize, Serialize};
use session::round::result::decided_tables;
use session::{Refusal, RoundId};
use store::read_file;
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use super::papers::Saved;
use crate::dialog::{self, Language};
use crate::failure::{Failure, Trouble, said};
use crate::folder;
use crate::open::Open;
use crate::registrar::registrar;

/// Where a table comes from.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "from", rename_all = "snake_case", deny_unknown_fields)]
pub enum TableSource {
    /// A file the user chooses now.
    File,
    Pasted {
        text: String,
    },
    /// The one looked at last.
    Kept,
}

/// How a table is looked at.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TableAsked {
    pub target: Target,
    pub options: Options,
    /// Whether what is there and not in the table stays.
    pub keep: bool,
}

/// A table as it would come in.
#[derive(Debug, Serialize, TS)]
pub struct TableLook {
    /// Name of the file; empty for what was pasted.
    pub file: String,
    pub preview: Preview,
}

/// The table looked at last: its name and what it holds; and the folder the last file came from.
#[derive(Default)]
pub(crate) struct Looked {
    table: Mutex<Option<Kept>>,
    folder: Mutex<Option<PathBuf>>,
}

#[derive(Clone)]
enum Kept {
    File { name: String, bytes: Vec<u8> },
    Pasted { text: String },
}

impl Looked {
    fn keep(&self, kept: Kept) {
        *self.table.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    }

    fn kept(&self) -> Option<Kept> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn forget(&self) {
        *self.table.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn folder(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.folder.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Shows what a table would come in as. Returns nothing when the user chose no file.
pub(crate) fn look_at_table<R: Runtime>(
    app: &AppHandle<R>,
    source: TableSource,
    asked: TableAsked,
    language: Language,
) -> Result<Option<TableLook>, Failure> {
    let looked = app.state::<Looked>();
    match source {
        TableSource::File => match chosen(app, language)? {
            Some(kept) => looked.keep(kept),
            None => return Ok(None),
        },
        TableSource::Pasted { text } => looked.keep(Kept::Pasted { text }),
        TableSource::Kept => {}
    }
    let Some(kept) = looked.kept() else { return Ok(None) };
    let preview = preview(&asked, &kept, &remembered(app)?, &hall(app)?);
    let file = match kept {
        Kept::File { name, .. } => name,
        Kept::Pasted { .. } => String::new(),
    };
    Ok(Some(TableLook { file, preview }))
}

/// Returns what the table looked at last comes in as, and remembers the columns assigned by hand.
pub(crate) fn take_table<R: Runtime>(
    app: &AppHandle<R>,
    asked: TableAsked,
) -> Result<Option<Taken>, Failure> {
    let looked = app.state::<Looked>();
    let Some(kept) = looked.kept() else { return Ok(None) };
    let hall = hall(app)?;
    let mut known = remembered(app)?;
    let preview = preview(&asked, &kept, &known, &hall);
    let taken = asked.target.take(&preview, &hall).map_err(|faults| Trouble::NotRead {
        said: said(&ListError { file: String::new(), faults }),
    })?;
    let of_list = known.entry(asked.target.list()).or_default();
    if learn(of_list, &asked.options.assigned) {
        let text = serde_json::to_vec_pretty(&known)?;
        folder::write_made(&columns_file(app)?, &text)?;
    }
    looked.forget();
    Ok(Some(taken))
}

/// Writes a list as it stands in the window as a workbook beside the session.
pub(crate) fn save_table<R: Runtime>(app: &AppHandle<R>, target: Target) -> Result<Saved, Failure> {
    let hall = hall(app)?;
    let bytes = write_list(target.list(), &target.cells(&hall))
        .map_err(|error| Trouble::NotExported { said: said(&error) })?;
    let beside = registrar(app).ask(|open| open.with(|record| Ok(record.path().to_owned())))?;
    let name = folder::file_name(target.list().title());
    let path = folder::of_papers(&beside)?.join(format!("{name}.xlsx"));
    folder::write_whole(&path, &bytes)?;
    Ok(Saved::at(&path))
}

/// Writes the result of a certified round as a workbook beside the session.
pub(crate) fn save_results<R: Runtime>(
    app: &AppHandle<R>,
    round: RoundId,
) -> Result<Saved, Failure> {
    let (session, beside) = registrar(app)
        .ask(|open| open.with(|record| Ok((record.snapshot(), record.path().to_owned()))))?;
    session.check_real()?;
    let counted = session.round(round)?;
    if counted.certificate().is_none() {
        return Err(Refusal::NotCertified.into());
    }
    let bytes = write_results(&decided_tables(counted))
        .map_err(|error| Trouble::NotExported { said: said(&error) })?;
    let title = folder::file_name(&counted.ballot().title);
    let path = folder::of_papers(&beside)?.join(format!("{title}-{round}.xlsx"));
    folder::write_whole(&path, &bytes)?;
    Ok(Saved::at(&path))
}

/// Writes the tables of the projects as a workbook beside the session.
pub(crate) fn save_projects<R: Runtime>(app: &AppHandle<R>) -> Result<Saved, Failure> {
    let (session, beside) = registrar(app)
        .ask(|open| open.with(|record| Ok((record.snapshot(), record.path().to_owned()))))?;
    if session.projects().list().is_empty() {
        return Err(Refusal::NoProjects.into());
    }
    let bytes =
        write_projects(&session).map_err(|error| Trouble::NotExported { said: said(&error) })?;
    let path = folder::of_papers(&beside)?.join("民生实事项目.xlsx");
    folder::write_whole(&path, &bytes)?;
    Ok(Saved::at(&path))
}

/// Returns an amount as typed, in 万元 unless it says otherwise, in yuan; nothing for what is none.
pub(crate) fn amount_of(text: String) -> Option<u32> {
    amount(&text, Unit::TenThousand)
}

/// Returns how texts are found by the letters of their readings, a line of them for each text.
pub(crate) fn spellings(texts: Vec<String>) -> Vec<String> {
    texts.iter().map(|text| exchange::spelling(text)).collect()
}

fn hall<R: Runtime>(app: &AppHandle<R>) -> Result<Hall, Failure> {
    let session = registrar(app).ask(Open::snapshot)?;
    let people = session.people();
    Ok(Hall {
        roster: people.deputies().to_vec(),
        ids: people.ever_appointed().map(|person| person.id.clone()).collect(),
        proposals: session.proposals().iter().map(|one| one.filing().clone()).collect(),
        activities: session.record().activities().iter().map(|(_, one)| one.clone()).collect(),
    })
}

fn preview(
    asked: &TableAsked,
    kept: &Kept,
    remembered: &BTreeMap<List, Vec<Assignment>>,
    hall: &Hall,
) -> Preview {
    let list = asked.target.list();
    let mut options = asked.target.options(asked.options.clone());
    options.assigned.extend(remembered.get(&list).into_iter().flatten().cloned());
    let reading = reading(list, kept, &options, &can_draw);
    asked.target.preview(reading, hall, asked.keep)
}

fn reading(list: List, kept: &Kept, options: &Options, can_draw: CanDraw<'_>) -> Reading {
    match kept {
        Kept::File { name, bytes } => read(list, name, bytes, options, can_draw),
        Kept::Pasted { text } => read_pasted(list, text, options, can_draw),
    }
}

/// What the program's own faces draw is drawn in every style.
fn can_draw(c: char) -> bool {
    papers::check_text(c.encode_utf8(&mut [0; 4])).is_ok()
}

fn chosen<R: Runtime>(app: &AppHandle<R>, language: Language) -> Result<Option<Kept>, Failure> {
    let looked = app.state::<Looked>();
    let last = looked.folder().clone();
    let picked = dialog::of_tables(app, language, last.as_deref()).blocking_pick_file();
    let Some(path): Option<PathBuf> = picked.and_then(|file| file.into_path().ok()) else {
        return Ok(None);
    };
    *looked.folder() = path.parent().map(Into::into);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = read_file(&path)?;
    Ok(Some(Kept::File { name, bytes }))
}

fn columns_file<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf, Failure> {
    Ok(app.path().app_config_dir()?.join("columns.json"))
}

/// The columns assigned by hand for earlier files. What cannot be read is nothing.
fn remembered<R: Runtime>(app: &AppHandle<R>) -> Result<BTreeMap<List, Vec<Assignment>>, Failure> {
    let text = fs::read_to_string(columns_file(app)?).unwrap_or_default();
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

/// Adds what was assigned by heading to what is remembered; tells whether anything is new.
fn learn(known: &mut Vec<Assignment>, assigned: &[Assignment]) -> bool {
    let before = known.clone();
    for new in assigned.iter().filter(|it| !it.heading.is_empty()) {
        known.retain(|old| old.heading != new.heading);
        known.push(Assignment { letter: None, ..new.clone() });
    }
    *known != before
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assigned(heading: &str, letter: Option<&str>, column: &str) -> Assignment {
        Assignment {
            heading: heading.to_owned(),
            letter: letter.map(str::to_owned),
            column: Some(column.to_owned()),
        }
    }

    #[test]
    fn what_was_assigned_by_heading_is_remembered_and_the_newest_counts() {
        let mut known = Vec::new();
        assert!(learn(
            &mut known,
            &[assigned("人", Some("B"), "姓名"), assigned("", Some("C"), "备注")]
        ));
        assert_eq!(known, [assigned("人", None, "姓名")]);
        assert!(!learn(&mut known, &[assigned("人", None, "姓名")]));
        assert!(learn(&mut known, &[assigned("人", None, "备注")]));
        assert_eq!(known, [assigned("人", None, "备注")]);
    }
}
