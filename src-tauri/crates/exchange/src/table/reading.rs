//! 读表: from cells to the rows of a list, with everything that is wrong and everything the user
//! should know.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::fault::{Fault, Note, Place, What};
use super::grid::{Cell, Grid, Line, letter};
use super::heading::{self, FileColumn, Heading, Part};
use super::list::{Column, Kind, List, Need};
use super::number::whole_number;
use super::rows::{self, Found};
use super::value::{self, Aside, CanDraw, Read};
use super::{MAX_ROWS, Options};

/// A list that cannot come in, with the file's name as the caller gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{file}: {}", self.first())]
pub struct ListError {
    pub file: String,
    /// Everything that is wrong with it; never empty.
    pub faults: Vec<Fault>,
}

impl ListError {
    fn first(&self) -> String {
        let Some(fault) = self.faults.first() else { return String::new() };
        match &fault.place {
            Place { line: Some(line), column: Some(column), .. } => {
                format!("line {line}, column {column}: {fault}")
            }
            Place { line: Some(line), .. } => format!("line {line}: {fault}"),
            Place { column: Some(column), .. } => format!("column {column}: {fault}"),
            Place { .. } => fault.to_string(),
        }
    }
}

/// One row of a list as it would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file.
    pub line: u32,
    /// One text for each column of the list, in its order.
    pub cells: Vec<String>,
    list: List,
}

impl Row {
    /// Returns the text of a column by our heading, empty where the list has no such column.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        let at = self.list.columns().iter().position(|it| it.name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    fn set(&mut self, column: &str, text: String) {
        let at = self.list.columns().iter().position(|it| it.name == column);
        if let Some(cell) = at.and_then(|at| self.cells.get_mut(at)) {
            *cell = text;
        }
    }
}

/// An object whose keys are our headings, in the order of the list.
impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.list.columns().iter().map(|it| it.name).zip(&self.cells))
    }
}

/// What a file came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub list: List,
    /// The sheet that was read, in a workbook.
    pub sheet: Option<String>,
    /// The line of the heading.
    pub heading: Option<u32>,
    /// The columns of the file and what they were taken for.
    pub columns: Vec<FileColumn>,
    /// In the order of their numbers, where the list has some.
    pub rows: Vec<Row>,
    /// Everything that keeps the list from coming in.
    pub faults: Vec<Fault>,
    /// What the user should know.
    pub notes: Vec<Note>,
}

impl Reading {
    /// A file that cannot be read at all.
    pub(super) fn refused(list: List, fault: Fault) -> Self {
        Self {
            list,
            sheet: None,
            heading: None,
            columns: Vec::new(),
            rows: Vec::new(),
            faults: vec![fault],
            notes: Vec::new(),
        }
    }

    /// Returns the rows, if nothing is wrong with any.
    ///
    /// # Errors
    /// [`ListError`] with every fault.
    pub fn accepted(&self, file: &str) -> Result<&[Row], ListError> {
        if self.faults.is_empty() {
            return Ok(&self.rows);
        }
        Err(ListError { file: file.to_owned(), faults: self.faults.clone() })
    }
}

/// Reads the sheet the user chose, else the first with a heading of the list.
pub(super) fn of_grids(
    list: List,
    grids: Vec<Grid>,
    options: &Options,
    can_draw: CanDraw<'_>,
) -> Reading {
    let names: Vec<String> = grids.iter().filter_map(|grid| grid.sheet.clone()).collect();
    if let Some(wanted) = &options.sheet
        && !names.is_empty()
        && !names.contains(wanted)
    {
        return Reading::refused(list, Fault::of_file(What::NoSuchSheet { sheets: names }));
    }
    let wanted = grids.into_iter().filter(|grid| {
        options.sheet.is_none() || grid.sheet.is_none() || grid.sheet == options.sheet
    });
    let columns = list.columns();
    let found: Vec<(Grid, Heading)> = wanted
        .filter_map(|grid| {
            let heading = heading::find(&grid, columns, &options.assigned, options.heading)?;
            Some((grid, heading))
        })
        .collect();
    // A text is offered once for each mark between its cells: the most columns win. Of the sheets of
    // a workbook the first with a heading and rows below it does.
    let with_rows = |(grid, heading): &(Grid, Heading)| {
        grid.sheet.is_some() && grid.lines.len() > heading.after
    };
    let best = found.iter().position(with_rows).or_else(|| {
        let known = |heading: &Heading| {
            heading.blocks.iter().flatten().filter(|parts| !parts.is_empty()).count()
        };
        (0..found.len()).rev().max_by_key(|at| found.get(*at).map(|(_, it)| known(it)))
    });
    let Some((grid, heading)) = best.and_then(|at| found.into_iter().nth(at)) else {
        let known = columns.iter().filter(|it| it.need != Need::Nothing);
        let known = known.map(|column| column.name.to_owned()).collect();
        return Reading::refused(list, Fault::of_file(What::NoHeading { known }));
    };
    let mut reading = Reader { list, grid: &grid, heading: &heading, options, can_draw }.read();
    if names.len() > 1
        && let Some(sheet) = &reading.sheet
    {
        let others = names.into_iter().filter(|name| name != sheet).collect();
        reading.notes.insert(0, Note::OtherSheets { sheet: sheet.clone(), others });
    }
    reading
}

/// Reads the rows under one heading.
pub(super) struct Reader<'r> {
    list: List,
    grid: &'r Grid,
    heading: &'r Heading,
    options: &'r Options,
    can_draw: CanDraw<'r>,
}

/// What stood last in a column that fills.
#[derive(Clone, Debug)]
struct Above {
    line: u32,
    cell: Cell,
}

impl Reader<'_> {
    fn columns(&self) -> &'static [Column] {
        self.list.columns()
    }

    fn read(&self) -> Reading {
        let mut notes = self.notes_on_columns();
        let found = rows::found(self.grid, self.heading, self.list, self.columns(), &mut notes);
        let mut reading = Reading {
            list: self.list,
            sheet: self.grid.sheet.clone(),
            heading: self.heading_line(),
            columns: self.file_columns(),
            rows: Vec::new(),
            faults: self.faults_of_columns(),
            notes: Vec::new(),
        };
        if found.is_empty() {
            reading.faults.push(Fault::of_file(What::NoRows));
        } else if u32::try_from(found.len()).unwrap_or(u32::MAX) > MAX_ROWS {
            let fault = Fault::of_file(What::TooManyRows { limit: MAX_ROWS });
            return Reading { faults: vec![fault], ..reading };
        }
        let mut above: Vec<BTreeMap<usize, Above>> =
            vec![BTreeMap::new(); self.heading.blocks.len()];
        let mut filled = BTreeMap::new();
        for (position, row) in (1_u32..).zip(&found) {
            let above = above.get_mut(row.block);
            let row = self.row(row, position, above, &mut filled, &mut reading.faults, &mut notes);
            reading.rows.push(row);
        }
        notes.extend(filled.into_values());
        self.note_worked_out(&mut notes);
        super::typed::check_together(self, &mut reading.rows, &mut reading.faults);
        put_in_order(&mut reading, &mut notes);
        reading.faults.sort_by_key(|fault| fault.place.line);
        reading.notes = notes;
        reading
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
            column.need != Need::Nothing && !self.options.absent.iter().any(|it| *it == column.name)
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
        filled: &mut BTreeMap<(usize, u32), Note>,
        faults: &mut Vec<Fault>,
        notes: &mut Vec<Note>,
    ) -> Row {
        let line = found.line;
        let mut row = Row { line: line.number, cells: Vec::new(), list: self.list };
        let mut asides = Vec::new();
        let none = Vec::new();
        let block = self.heading.blocks.get(found.block);
        for (index, column) in self.columns().iter().enumerate() {
            let parts = block.and_then(|block| block.get(index)).unwrap_or(&none);
            let mut cells: Vec<Cell> =
                parts.iter().map(|part| self.cell(line, part, index, filled)).collect();
            if column.fills && !self.options.leave_empty {
                let above = above.as_deref_mut();
                Self::fill(&mut cells, (index, column), found, above, filled);
            }
            let stray = Part { column: usize::MAX, under: None, heading: String::new() };
            let pieces: Vec<_> =
                cells.iter().zip(parts.iter().chain(std::iter::once(&stray))).collect();
            let read = if parts.is_empty() && pieces.is_empty() {
                Self::absent(column, position)
            } else {
                value::read(column, &pieces, self.heading.unit, self.can_draw)
            };
            Self::tell(line, column, parts, &read, faults, notes);
            asides.extend(read.aside);
            row.cells.push(read.text);
        }
        put_aside(&mut row, asides);
        self.check_reason(&row, block, faults);
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

    /// The cell of a part, or the one it is merged with from above.
    fn cell(
        &self,
        line: &Line,
        part: &Part,
        index: usize,
        filled: &mut BTreeMap<(usize, u32), Note>,
    ) -> Cell {
        let cell = line.cell(part.column);
        let column = self.columns().get(index);
        let alone = column.is_some_and(|it| matches!(it.kind, Kind::Number(_) | Kind::Name));
        if !cell.is_blank() || alone || self.options.leave_empty {
            return cell.clone();
        }
        let Some(merged) = self.grid.merged_at(line.number, part.column) else {
            return cell.clone();
        };
        let top = self.grid.lines.iter().find(|it| it.number == merged.top);
        let top = top.map_or(Cell::Blank, |it| it.cell(merged.left).clone());
        if merged.left == part.column && !top.is_blank() && merged.top < line.number {
            let name = column.map_or("", |it| it.name);
            note_filled(filled, (index, name), (merged.top, &top), line.number, true);
            return top;
        }
        cell.clone()
    }

    /// An empty cell under a filled one, or under the heading of a delegation.
    fn fill(
        cells: &mut Vec<Cell>,
        (index, column): (usize, &Column),
        found: &Found<'_>,
        above: Option<&mut BTreeMap<usize, Above>>,
        filled: &mut BTreeMap<(usize, u32), Note>,
    ) {
        let Some(above) = above else { return };
        if let Some(cell) = cells.iter().find(|cell| !cell.is_blank()) {
            above.insert(index, Above { line: found.line.number, cell: cell.clone() });
            return;
        }
        let known = above.get(&index).cloned();
        let group = found
            .group
            .as_ref()
            .map(|(line, name)| Above { line: *line, cell: Cell::Text(name.clone()) });
        let nearest = match (known, group) {
            (Some(known), Some(group)) if known.line > group.line => known,
            (_, Some(group)) => group,
            (Some(known), None) => known,
            (None, None) => return,
        };
        let from = (nearest.line, &nearest.cell);
        note_filled(filled, (index, column.name), from, found.line.number, false);
        cells.clear();
        cells.push(nearest.cell);
    }

    /// Puts what was found in a column among the faults and notes.
    fn tell(
        line: &Line,
        column: &Column,
        parts: &[Part],
        read: &Read,
        faults: &mut Vec<Fault>,
        notes: &mut Vec<Note>,
    ) {
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
    pub(super) fn place_of(&self, line: u32, name: &str) -> Place {
        let at = self.columns().iter().position(|it| it.name == name);
        let parts = at.and_then(|at| self.heading.blocks.first().and_then(|block| block.get(at)));
        match at.and_then(|at| self.columns().get(at)) {
            Some(column) => Self::place(line, column, parts.map_or(&[], Vec::as_slice)),
            None => Place::column(Some(line), name),
        }
    }

    pub(super) fn list(&self) -> List {
        self.list
    }
}

fn note_filled(
    filled: &mut BTreeMap<(usize, u32), Note>,
    (index, column): (usize, &str),
    (from, cell): (u32, &Cell),
    line: u32,
    merged: bool,
) {
    let note = filled.entry((index, from)).or_insert_with(|| Note::FilledDown {
        column: column.to_owned(),
        value: cell.shown().into_owned(),
        from,
        first: line,
        last: line,
        merged,
    });
    if let Note::FilledDown { last, .. } = note {
        *last = line.max(*last);
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

/// Rows come in in the order of their numbers; what is missing between them is told.
fn put_in_order(reading: &mut Reading, notes: &mut Vec<Note>) {
    let first = reading.list.columns().first();
    let Some(Column { name, kind: Kind::Number(_), .. }) = first else { return };
    let numbers: Vec<Option<u32>> =
        reading.rows.iter().map(|row| whole_number(row.get(name))).collect();
    let lines = reading.rows.iter().map(|row| row.line);
    let known: Vec<(u32, u32)> =
        numbers.iter().zip(lines).filter_map(|(number, line)| Some(((*number)?, line))).collect();
    if known.len() != reading.rows.len() {
        return;
    }
    let falls = known.windows(2).find_map(|pair| match pair {
        [(before, _), (number, line)] if number < before => Some((*number, *line)),
        _ => None,
    });
    if let Some((number, line)) = falls {
        notes.push(Note::OutOfOrder { line, number });
        let list = reading.list;
        reading.rows.sort_by_key(|row| {
            whole_number(list.columns().first().map_or("", |column| row.get(column.name)))
        });
    }
    let most = known.iter().map(|(number, _)| *number).max().unwrap_or(0);
    let there: std::collections::BTreeSet<u32> = known.iter().map(|(number, _)| *number).collect();
    let missing: Vec<u32> = (1..=most).filter(|number| !there.contains(number)).collect();
    if !missing.is_empty() {
        let count = u32::try_from(missing.len()).unwrap_or(u32::MAX);
        notes.push(Note::Gaps { missing: missing.into_iter().take(20).collect(), count });
    }
}
