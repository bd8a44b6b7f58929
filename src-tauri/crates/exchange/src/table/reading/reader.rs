//! The rows under one heading: every cell read, every fault told, rows in the order of their numbers.

use std::collections::BTreeMap;

use session::number;

use super::filling::Above;
use super::numbers::{number_through, put_in_order, without_number};
use super::{Reading, Row};
use crate::table::fault::{Fault, Note, Place, Skipped, What};
use crate::table::grid::{Cell, Grid, Line, letter};
use crate::table::heading::{self, FileColumn, Heading, Part};
use crate::table::list::{Column, Kind, List, Need};
use crate::table::rows::{self, Found};
use crate::table::value::{self, Aside, CanDraw, Read};
use crate::table::{MAX_ROWS, Options};

/// What is to be told of the rows read so far.
#[derive(Default)]
struct Told {
    faults: Vec<Fault>,
    notes: Vec<Note>,
    filled: BTreeMap<(usize, u32), Note>,
    /// Whether names begin with the numbers of their rows, which go.
    bare_names: bool,
}

/// Reads the rows under one heading.
pub(crate) struct Reader<'r> {
    pub(super) list: List,
    pub(super) grid: &'r Grid,
    pub(super) heading: &'r Heading,
    pub(super) options: &'r Options,
    pub(super) can_draw: CanDraw<'r>,
}

impl Reader<'_> {
    pub(super) fn columns(&self) -> &'static [Column] {
        self.list.columns()
    }

    pub(super) fn read(&self) -> Reading {
        let mut told = Told { notes: self.notes_on_columns(), ..Told::default() };
        let mut found =
            rows::found(self.grid, self.heading, self.list, self.columns(), &mut told.notes);
        told.bare_names = self.numbers_its_names(&found);
        told.notes.extend(self.hidden(&found));
        self.leave_out(&mut found, &mut told.notes);
        let mut reading = Reading {
            list: self.list,
            sheet: self.grid.sheet.clone(),
            heading: self.heading_line(),
            columns: self.file_columns(),
            rows: Vec::new(),
            faults: Vec::new(),
            notes: Vec::new(),
        };
        told.faults = self.faults_of_columns();
        if found.is_empty() {
            told.faults.push(Fault::of_file(What::NoRows));
        } else if number(found.len()) > MAX_ROWS {
            let fault = Fault::of_file(What::TooManyRows { limit: MAX_ROWS });
            return Reading { faults: vec![fault], ..reading };
        }
        let mut above: Vec<BTreeMap<usize, Above>> =
            vec![BTreeMap::new(); self.heading.blocks.len()];
        for (position, row) in (1_u32..).zip(&found) {
            let above = above.get_mut(row.block);
            reading.rows.push(self.row(row, position, above, &mut told));
        }
        self.finish(reading, told)
    }

    /// What only all rows together show.
    fn finish(&self, mut reading: Reading, told: Told) -> Reading {
        let Told { mut faults, mut notes, filled, .. } = told;
        if number_through(&mut reading.rows) {
            notes.push(Note::NumberedThrough);
        }
        notes.extend(filled.into_values());
        self.note_worked_out(&mut notes);
        crate::table::typed::check_together(self, &mut reading.rows, &mut faults);
        put_in_order(&mut reading, &mut notes);
        faults.sort_by_key(|fault| fault.place.line);
        Reading { faults, notes, ..reading }
    }

    /// Rows that the spreadsheet does not show.
    fn hidden(&self, found: &[Found<'_>]) -> Option<Note> {
        let lines = found.iter().map(|row| row.line.number);
        let mut lines: Vec<u32> = lines.filter(|line| self.grid.hidden.contains(line)).collect();
        lines.dedup();
        (!lines.is_empty()).then_some(Note::Hidden { lines })
    }

    /// Rows that the user takes out.
    fn leave_out(&self, found: &mut Vec<Found<'_>>, notes: &mut Vec<Note>) {
        found.retain(|row| {
            let line = row.line.number;
            let is_out = self.options.left_out.contains(&line);
            if is_out {
                let text = row.line.shown();
                notes.push(Note::RowSkipped { line, row: Skipped::ByHand, text });
            }
            !is_out
        });
    }

    /// What the user put in the place of a cell.
    fn corrected(&self, line: u32, block: usize, column: &Column) -> Option<Cell> {
        let mut corrected = self.options.corrected.iter().rev();
        let of = corrected.find(|it| {
            it.line == line && it.column == column.name && usize::try_from(it.block) == Ok(block)
        })?;
        Some(Cell::of_text(&of.text))
    }

    fn heading_line(&self) -> Option<u32> {
        let line = self.grid.lines.get(self.heading.first)?;
        (self.heading.after > 0).then_some(line.number)
    }

    fn file_columns(&self) -> Vec<FileColumn> {
        let name = |at: usize| {
            let mut blocks = self.heading.blocks.iter();
            let holds =
                |block: &&heading::Block| block.iter().flatten().any(|part| part.column == at);
            let block = blocks.find(holds)?;
            let of = |parts: &Vec<Part>| parts.iter().any(|part| part.column == at);
            let index = block.iter().position(of)?;
            self.columns().get(index).map(|column| column.name.to_owned())
        };
        let texts = self.heading.texts.iter().enumerate();
        texts
            .map(|(at, head)| FileColumn {
                letter: letter(at),
                heading: head.shown(),
                column: name(at),
            })
            .collect()
    }

    fn notes_on_columns(&self) -> Vec<Note> {
        let missing = self.missing_columns().filter(|column| {
            !matches!(column.kind, Kind::Number(_)) || column.need != Need::Nothing
        });
        let mut notes: Vec<Note> =
            missing.map(|column| Note::ColumnMissing { column: column.name.to_owned() }).collect();
        let left = self.file_columns().into_iter();
        let left = left.filter(|it| it.column.is_none() && !it.heading.is_empty());
        notes.extend(left.map(|it| Note::ColumnLeft { letter: it.letter, heading: it.heading }));
        let numbered = |column: &&Column| matches!(column.kind, Kind::Number(_));
        if self.missing_columns().any(|column| numbered(&column)) {
            notes.push(Note::Numbered);
        }
        notes
    }

    /// The columns of ours that the file does not have.
    fn missing_columns(&self) -> impl Iterator<Item = &'static Column> {
        let first = self.heading.blocks.first();
        self.columns().iter().enumerate().filter_map(move |(at, column)| {
            let parts = first.and_then(|block| block.get(at));
            parts.is_none_or(Vec::is_empty).then_some(column)
        })
    }

    fn faults_of_columns(&self) -> Vec<Fault> {
        let line = self.heading_line();
        let needed = self.missing_columns().filter(|column| {
            let absent = self.options.absent.iter().any(|it| *it == column.name);
            column.need != Need::Nothing && (column.is_key() || !absent)
        });
        let missing = needed.map(|column| Fault {
            place: Place::column(line, column.name),
            value: String::new(),
            what: What::MissingColumn,
        });
        self.heading.faults.iter().cloned().chain(missing).collect()
    }

    fn row(
        &self,
        found: &Found<'_>,
        position: u32,
        mut above: Option<&mut BTreeMap<usize, Above>>,
        told: &mut Told,
    ) -> Row {
        let line = found.line;
        let at = u32::try_from(found.block).unwrap_or(0);
        let mut row = Row { line: line.number, block: at, cells: Vec::new(), list: self.list };
        let mut asides = Vec::new();
        let before = told.faults.len();
        let none = Vec::new();
        let block = self.heading.blocks.get(found.block);
        for (index, column) in self.columns().iter().enumerate() {
            let parts = block.and_then(|block| block.get(index)).unwrap_or(&none);
            let mut cells: Vec<Cell> =
                parts.iter().map(|part| self.cell(line, part, index, &mut told.filled)).collect();
            if let Some(corrected) = self.corrected(line.number, found.block, column) {
                cells = vec![corrected];
            }
            if told.bare_names && column.is_key() {
                cells.iter_mut().for_each(without_number);
            }
            if column.fills && !self.options.leave_empty {
                let above = above.as_deref_mut();
                Self::fill(&mut cells, (index, column), found, above, &mut told.filled);
            }
            let stray = Part { column: usize::MAX, under: None, heading: String::new() };
            let pieces: Vec<_> =
                cells.iter().zip(parts.iter().chain(std::iter::once(&stray))).collect();
            let read = if parts.is_empty() && pieces.is_empty() {
                Self::absent(column, position)
            } else {
                value::read(column, &pieces, self.heading.unit, self.can_draw)
            };
            Self::tell(line, column, parts, &read, told);
            asides.extend(read.aside);
            row.cells.push(read.text);
        }
        put_aside(&mut row, asides);
        let stands = |fault: &Fault| {
            let column = fault.place.column.as_deref().unwrap_or_default();
            fault.what == What::Missing && !row.get(column).is_empty()
        };
        let of_row = told.faults.split_off(before);
        told.faults.extend(of_row.into_iter().filter(|fault| !stands(fault)));
        self.check_reason(&row, block, &mut told.faults);
        row
    }

    /// A column that the file does not have.
    fn absent(column: &Column, position: u32) -> Read {
        let text = match column.kind {
            Kind::Number(_) => position.to_string(),
            Kind::Count(_)
            | Kind::Name
            | Kind::Names
            | Kind::Text
            | Kind::Ethnicity
            | Kind::Amount
            | Kind::Date
            | Kind::Month
            | Kind::Word(_)
            | Kind::Progress => String::new(),
        };
        Read { text, ..Read::default() }
    }

    /// Puts what was found in a column among the faults and notes.
    fn tell(line: &Line, column: &Column, parts: &[Part], read: &Read, told: &mut Told) {
        let Told { faults, notes, .. } = told;
        let place = Self::place(line.number, column, parts);
        faults.extend(read.faults.iter().map(|what| Fault {
            place: place.clone(),
            value: read.raw.clone(),
            what: what.clone(),
        }));
        let from_name = |aside: &Aside| !matches!(aside, Aside::State(_));
        if read.aside.iter().any(from_name) {
            notes.push(Note::TakenFromName { place: place.clone(), value: read.raw.clone() });
        }
        if read.rounded && read.faults.is_empty() {
            let (value, taken) = (read.raw.clone(), read.text.clone());
            notes.push(Note::Rounded { place, value, taken });
        }
    }

    fn place(line: u32, column: &Column, parts: &[Part]) -> Place {
        let cell = parts.first().map(|part| format!("{}{line}", letter(part.column)));
        Place { line: Some(line), column: Some(column.name.to_owned()), cell }
    }

    fn note_worked_out(&self, notes: &mut Vec<Note>) {
        let Some(block) = self.heading.blocks.first() else { return };
        for worked in &self.grid.worked {
            let of = |parts: &Vec<Part>| parts.iter().any(|part| part.column == worked.column);
            let Some(column) = block.iter().position(of).and_then(|at| self.columns().get(at))
            else {
                continue;
            };
            let line = self.grid.lines.iter().find(|line| line.number == worked.line);
            let Some(line) = line else { continue };
            let cell = Some(format!("{}{}", letter(worked.column), worked.line));
            notes.push(Note::WorkedOut {
                place: Place {
                    line: Some(worked.line),
                    column: Some(column.name.to_owned()),
                    cell,
                },
                formula: worked.formula.clone(),
                value: line.cell(worked.column).shown().into_owned(),
            });
        }
    }

    /// A project that is not done must say why.
    fn check_reason(&self, row: &Row, block: Option<&heading::Block>, faults: &mut Vec<Fault>) {
        if self.list != List::LastYear || row.get("完成情况") != "未完成" {
            return;
        }
        if !row.get("情况说明").is_empty() {
            return;
        }
        let at = self.columns().iter().position(|it| it.name == "情况说明");
        let Some(column) = at.and_then(|at| self.columns().get(at)) else { return };
        let parts = at.and_then(|at| block.and_then(|block| block.get(at)));
        let place = Self::place(row.line, column, parts.map_or(&[], Vec::as_slice));
        faults.push(Fault { place, value: String::new(), what: What::ReasonMissing });
    }

    /// Where a column of ours stands on a line, for faults found when all rows are there.
    pub(crate) fn place_of(&self, line: u32, name: &str) -> Place {
        let at = self.columns().iter().position(|it| it.name == name);
        let parts = at.and_then(|at| self.heading.blocks.first().and_then(|block| block.get(at)));
        match at.and_then(|at| self.columns().get(at)) {
            Some(column) => Self::place(line, column, parts.map_or(&[], Vec::as_slice)),
            None => Place::column(Some(line), name),
        }
    }

    pub(crate) fn list(&self) -> List {
        self.list
    }
}

/// What stood in the wrong column goes where it belongs, unless something stands there already.
fn put_aside(row: &mut Row, asides: Vec<Aside>) {
    let has = |name: &str| row.list.columns().iter().any(|column| column.name == name);
    let (has_sex, has_ethnicity) = (has("性别"), has("民族"));
    for aside in asides {
        let (column, text) = match aside {
            Aside::Sex(text) if has_sex => ("性别", text),
            Aside::Ethnicity(text) if has_ethnicity => ("民族", text),
            Aside::Sex(text) | Aside::Ethnicity(text) | Aside::Note(text) => ("备注", text),
            Aside::State(text) => ("情况说明", text),
        };
        let stands = row.get(column).to_owned();
        if stands.is_empty() {
            row.set(column, text);
        } else if matches!(column, "备注" | "情况说明") && !stands.contains(&text) {
            row.set(column, format!("{text}，{stands}"));
        }
    }
}
