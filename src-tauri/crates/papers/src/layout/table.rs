//! Tables: wrapped cells in the middle of their row, rules, sums and groups. A figure that is too
//! wide shrinks rather than breaks.

use std::rc::Rc;

use super::block::{Align, Column, RowKind, Table, TableCell, TableRow};
use super::columns::{SIDE, column_widths, in_size, type_of, widest_word};
use super::line::{Cell, Measure, Setting, Span, break_lines, cells, natural_width, set_line};
use super::measure::{Mm, SLACK, Type, times};
use super::page::{Item, Outline, Rule, Stroke};
use super::setup::Setup;
use super::slab::{Head, Kind, Slab};
use crate::error::MissingCharacter;
use crate::fonts::FontSet;

/// Thickness of the rules in points.
pub const RULE: f64 = 0.6;
/// Thickness of the squares for 正: they only guide the hand.
const THIN: f64 = 0.3;
/// White above and below inside a cell, in points.
pub(crate) const ABOVE: f64 = 2.4;
/// Side of a square to mark in: 9 mm.
const MARK_BOX: f64 = Mm(9.0).pt();
/// Side of a square for one 正.
const ZHENG: f64 = Mm(6.5).pt();
/// A text is not made smaller than this share of its size; beyond, it is broken.
const LEAST_SHRINK: f64 = 0.6;
/// A name is not made smaller than this share of its size before it takes two lines.
const LEAST_SHRINK_OF_NAMES: f64 = 0.85;
/// Neither are the two parts of a name on two lines.
const LEAST_SHRINK_OF_PARTS: f64 = 0.75;

/// Returns a table as slabs, one a row, the head first.
///
/// # Errors
/// [`MissingCharacter`] when no face draws a character of a cell.
pub fn table_slabs(
    fonts: &FontSet,
    setup: &Setup,
    table: &Table,
) -> Result<Vec<Slab>, MissingCharacter> {
    let text_type = table.size.map_or(setup.table, in_size);
    let shaper = Shaper {
        fonts,
        text_type,
        table,
        widths: column_widths(fonts, table, text_type, setup.width())?,
    };
    let mut slabs: Vec<Slab> = Vec::new();
    let mut head = None;
    if let Some(cells) = &table.head {
        let row = shaper.measured(cells, None, Part::Head)?;
        let items = shaper.draw(&[&row], &[row.height]);
        head = Some(Rc::new(Head { height: row.height, items: items.clone() }));
        slabs.push(Slab { keeps_with_next: true, ..Slab::plain(row.height, items) });
    }
    let room = setup.height() - head.as_ref().map_or(0.0, |head| head.height);
    let rows = shaper.rows(room)?;
    let heights = heights(&rows, table);
    let measured: Vec<&MeasuredRow> = rows.iter().map(|(_, row)| row).collect();
    for (index, (kind, _)) in rows.iter().enumerate() {
        if *kind == RowKind::Sum
            && let Some(above) = slabs.last_mut()
        {
            above.keeps_with_next = true;
        }
        // A table without rules is a group of signature lines: they stay together and with what
        // follows.
        let goes_on =
            measured.get(index + 1).is_some_and(|next| next.cells.iter().any(Measured::is_above));
        let keeps_with_next = !table.ruled || *kind == RowKind::Group || goes_on;
        let items = shaper.draw(&measured[index..], &heights[index..]);
        slabs.push(Slab {
            height: heights[index],
            items,
            keeps_with_next,
            kind: Kind::Row(head.clone()),
        });
    }
    Ok(slabs)
}

/// Returns the heights of the rows: on a ballot all alike; a cell of several rows makes the last of
/// them taller if it must.
fn heights(rows: &[(RowKind, MeasuredRow)], table: &Table) -> Vec<f64> {
    let tallest = rows.iter().map(|(_, row)| row.height).fold(0.0, f64::max);
    let alone = |(kind, row): &(RowKind, MeasuredRow)| {
        if table.even && *kind == RowKind::Entry { tallest } else { row.height }
    };
    let mut heights: Vec<f64> = rows.iter().map(alone).collect();
    let measured: Vec<&MeasuredRow> = rows.iter().map(|(_, row)| row).collect();
    for (index, row) in measured.iter().enumerate() {
        for cell in &row.cells {
            let last = index + rows_below(&measured[index..], cell.column);
            let lacking =
                cell.content.height(cell.width) - heights[index..=last].iter().sum::<f64>();
            heights[last] += f64::max(0.0, lacking);
        }
    }
    heights
}

/// Returns a row that is taller than a page in parts that are not, line by line; any other as it
/// is. Rows of a ballot are not torn: a voter marks a row.
fn torn(row: MeasuredRow, room: f64, table: &Table) -> Vec<MeasuredRow> {
    let fits = row.height <= room + SLACK || table.even;
    let parts: Option<Vec<usize>> = row.cells.iter().map(|cell| cell.content.parts(room)).collect();
    let parts = parts.and_then(|parts| parts.into_iter().max());
    let Some(parts) = parts.filter(|_| !fits) else { return vec![row] };
    let part = |part: usize| {
        let cells: Vec<Measured> = row.cells.iter().map(|cell| cell.part(part, room)).collect();
        let tallest = cells.iter().map(|cell| cell.content.height(cell.width)).fold(0.0, f64::max);
        MeasuredRow { cells, height: f64::max(table.row.pt(), tallest) }
    };
    (0..parts).map(part).collect()
}

/// Returns how many rows below the first a cell of it takes.
fn rows_below(rows: &[&MeasuredRow], column: usize) -> usize {
    let goes_on =
        |row: &&&MeasuredRow| row.cells.iter().any(|cell| cell.column == column && cell.is_above());
    rows.iter().skip(1).take_while(goes_on).count()
}

struct Shaper<'a> {
    fonts: &'a FontSet,
    text_type: Type,
    table: &'a Table,
    widths: Vec<f64>,
}

/// Which part of the table a row is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Head,
    Row(RowKind),
}

/// The lines of one cell, as set for its column.
struct CellLines {
    lines: Vec<Vec<Cell>>,
    leading: f64,
    size: f64,
}

/// What is drawn in one cell.
enum Content {
    Lines(CellLines),
    MarkBox,
    Zheng(u32),
    Above,
}

/// A cell and those joined to it.
struct Measured {
    content: Content,
    column: usize,
    x: f64,
    width: f64,
    align: Align,
}

/// A row and the least height it needs.
struct MeasuredRow {
    cells: Vec<Measured>,
    height: f64,
}

impl Shaper<'_> {
    /// Returns the rows measured, none taller than a page if it can be torn.
    fn rows(&self, room: f64) -> Result<Vec<(RowKind, MeasuredRow)>, MissingCharacter> {
        let table = self.table;
        let nexts = table.rows.iter().skip(1).map(Some).chain(std::iter::once(None));
        let mut rows = Vec::new();
        for (row, next) in table.rows.iter().zip(nexts) {
            let measured = self.measured(&row.cells, next, Part::Row(row.kind))?;
            rows.extend(torn(measured, room, table).into_iter().map(|part| (row.kind, part)));
        }
        Ok(rows)
    }

    fn measured(
        &self,
        cells: &[TableCell],
        next: Option<&TableRow>,
        part: Part,
    ) -> Result<MeasuredRow, MissingCharacter> {
        let mut row = MeasuredRow { cells: Vec::new(), height: self.table.row.pt() };
        let mut x = 0.0;
        for (index, (cell, column)) in cells.iter().zip(&self.table.columns).enumerate() {
            let joined =
                cells[index + 1..].iter().take_while(|cell| **cell == TableCell::Joined).count();
            let width: f64 = self.widths[index..=index + joined].iter().sum();
            if *cell != TableCell::Joined || index == 0 {
                let content = self.content(cell, *column, width)?;
                let goes_on =
                    next.is_some_and(|next| next.cells.get(index) == Some(&TableCell::Above));
                row.height =
                    f64::max(row.height, if goes_on { 0.0 } else { content.height(width) });
                row.cells.push(Measured {
                    content,
                    column: index,
                    x,
                    width,
                    align: align_of(part, *column, joined > 0),
                });
            }
            x += self.widths[index];
        }
        Ok(row)
    }

    /// Draws the first of some rows; a cell of it may reach into those below.
    fn draw(&self, rows: &[&MeasuredRow], heights: &[f64]) -> Vec<Item> {
        let mut items = Vec::new();
        let Some(row) = rows.first() else { return items };
        for Measured { content, column, x, width, align } in &row.cells {
            let height = heights[..=rows_below(rows, *column)].iter().sum();
            match content {
                Content::Lines(lines) => items.extend(lines.draw(*x, *width, height, *align)),
                Content::MarkBox => items.push(mark_box(*x, *width, height)),
                Content::Zheng(count) => items.extend(zheng_boxes(*count, *x, *width, height)),
                Content::Above => {}
            }
        }
        if self.table.ruled {
            items.extend(self.rules(rows, heights[0]));
        }
        items
    }

    fn content(
        &self,
        cell: &TableCell,
        column: Column,
        width: f64,
    ) -> Result<Content, MissingCharacter> {
        match cell {
            TableCell::Text(spans) => {
                self.lines(spans, column, width - 2.0 * SIDE).map(Content::Lines)
            }
            TableCell::MarkBox => Ok(Content::MarkBox),
            TableCell::Zheng(count) => Ok(Content::Zheng(*count)),
            TableCell::Joined => self.lines(&[], column, width).map(Content::Lines),
            TableCell::Above => Ok(Content::Above),
        }
    }

    fn lines(
        &self,
        spans: &[Span],
        column: Column,
        inner: f64,
    ) -> Result<CellLines, MissingCharacter> {
        let mut text_type = type_of(column, self.text_type);
        let measured = cells(self.fonts, spans, text_type)?;
        let whole = natural_width(&measured);
        // What is too long even for that, such as the name of a project, is broken like any text
        // and keeps its size.
        let parts = parts_of_name(&measured);
        let part = parts.iter().map(|part| natural_width(part)).fold(0.0, f64::max);
        let shrinks = |width: f64, least: f64| {
            Some(width).filter(|width| column.names && width * least <= inner)
        };
        let as_parts = || {
            shrinks(part, LEAST_SHRINK_OF_PARTS)
                .filter(|_| parts.len() > 1)
                .unwrap_or_else(|| widest_word(&measured))
        };
        let widest = shrinks(whole, LEAST_SHRINK_OF_NAMES).unwrap_or_else(as_parts);
        if widest > inner + SLACK {
            let size = text_type.size * f64::max(LEAST_SHRINK, (inner - SLACK) / widest);
            text_type = Type::new(size, text_type.leading);
        }
        let measured = cells(self.fonts, spans, text_type)?;
        let stretches = if column.names {
            joined_to_lines(&parts_of_name(&measured), inner)
        } else {
            vec![measured]
        };
        let broken = |stretch: Vec<Cell>| {
            let ranges = break_lines(&stretch, Measure { width: inner, indent: 0.0 });
            ranges.into_iter().map(|range| stretch[range].to_vec()).collect::<Vec<_>>()
        };
        let lines = stretches.into_iter().flat_map(broken).collect();
        Ok(CellLines { lines, leading: text_type.leading, size: text_type.size })
    }

    fn rules(&self, rows: &[&MeasuredRow], height: f64) -> Vec<Item> {
        let total: f64 = self.widths.iter().sum();
        let rule = |from, to| Item::Rule(Rule { from, to, thickness: RULE, stroke: Stroke::Solid });
        let Some(row) = rows.first() else { return Vec::new() };
        let goes_on = |cell: &Measured| rows_below(rows, cell.column) > 0;
        let above = stretches(&row.cells, |cell| !cell.is_above())
            .into_iter()
            .map(|(from, to)| rule((from, 0.0), (to, 0.0)));
        let below = stretches(&row.cells, |cell| !goes_on(cell))
            .into_iter()
            .map(|(from, to)| rule((from, height), (to, height)));
        let mut items: Vec<Item> = above.chain(below).collect();
        items.extend(row.cells.iter().map(|cell| rule((cell.x, 0.0), (cell.x, height))));
        items.push(rule((total, 0.0), (total, height)));
        items
    }
}

/// A head is centred, the name of a group stands at the left, what takes several columns stands in
/// their middle.
pub(crate) const fn align_of(part: Part, column: Column, is_joined: bool) -> Align {
    match part {
        Part::Head => Align::Centre,
        Part::Row(RowKind::Group) => Align::Left,
        Part::Row(RowKind::Entry | RowKind::Sum) if is_joined => Align::Centre,
        Part::Row(RowKind::Entry | RowKind::Sum) => column.align,
    }
}

/// Returns the parts between which a name is broken first: behind a 间隔号, before the note in
/// brackets.
fn parts_of_name(name: &[Cell]) -> Vec<Vec<Cell>> {
    let mut parts: Vec<Vec<Cell>> = Vec::new();
    for (index, cell) in name.iter().enumerate() {
        let begins = cell.character == '（'
            || index.checked_sub(1).is_some_and(|before| name[before].character == '·');
        match parts.last_mut() {
            Some(part) if !begins => part.push(*cell),
            Some(_) | None => parts.push(vec![*cell]),
        }
    }
    parts
}

/// Returns the parts of a name joined to as few lines as hold them.
fn joined_to_lines(parts: &[Vec<Cell>], width: f64) -> Vec<Vec<Cell>> {
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if natural_width(&[line.as_slice(), part].concat()) <= width + SLACK => {
                line.extend(part);
            }
            Some(_) | None => lines.push(part.clone()),
        }
    }
    lines
}

/// Returns the stretches of a row over which a rule runs, neighbours joined.
fn stretches(cells: &[Measured], has_rule: impl Fn(&Measured) -> bool) -> Vec<(f64, f64)> {
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    for cell in cells.iter().filter(|cell| has_rule(cell)) {
        match stretches.last_mut() {
            Some(last) if (last.1 - cell.x).abs() < SLACK => last.1 = cell.x + cell.width,
            Some(_) | None => stretches.push((cell.x, cell.x + cell.width)),
        }
    }
    stretches
}

impl Measured {
    /// Returns the part of a cell that stands in one part of its row.
    fn part(&self, part: usize, room: f64) -> Self {
        let content = match &self.content {
            Content::Lines(lines) => {
                let fit = lines.fit(room);
                let end = usize::min((part + 1) * fit, lines.lines.len());
                let lines = CellLines {
                    lines: lines.lines.get(part * fit..end).unwrap_or_default().to_vec(),
                    ..*lines
                };
                Content::Lines(lines)
            }
            Content::MarkBox => Content::MarkBox,
            Content::Zheng(count) => Content::Zheng(*count),
            Content::Above => Content::Above,
        };
        Self { content, ..*self }
    }

    const fn is_above(&self) -> bool {
        matches!(self.content, Content::Above)
    }
}

impl Content {
    /// Returns in how many parts of its row a cell is set; `None` where it cannot be torn.
    fn parts(&self, room: f64) -> Option<usize> {
        match self {
            Self::Lines(lines) => Some(lines.lines.len().div_ceil(lines.fit(room)).max(1)),
            Self::MarkBox | Self::Zheng(_) | Self::Above => None,
        }
    }

    fn height(&self, width: f64) -> f64 {
        let content = match self {
            Self::Lines(lines) => times(lines.lines.len()) * lines.leading,
            Self::MarkBox => MARK_BOX,
            Self::Above => return 0.0,
            Self::Zheng(count) => times(zheng_rows(*count, width).len()) * ZHENG,
        };
        content + 2.0 * ABOVE
    }
}

fn mark_box(x: f64, width: f64, height: f64) -> Item {
    let (x, y) = (x + (width - MARK_BOX) / 2.0, (height - MARK_BOX) / 2.0);
    Item::Box(Outline {
        x,
        y,
        width: MARK_BOX,
        height: MARK_BOX,
        thickness: RULE,
        stroke: Stroke::Solid,
    })
}

/// Returns how many squares each line of a cell holds.
fn zheng_rows(count: u32, width: f64) -> Vec<u32> {
    let most = (1..=count)
        .take_while(|&squares| f64::from(squares) * ZHENG <= width - 2.0 * SIDE + SLACK)
        .last()
        .unwrap_or(1);
    let mut rows = vec![most; usize::try_from(count / most).unwrap_or(0)];
    rows.extend(Some(count % most).filter(|&rest| rest > 0));
    rows
}

fn zheng_boxes(count: u32, x: f64, width: f64, height: f64) -> Vec<Item> {
    let rows = zheng_rows(count, width);
    let mut top = (height - times(rows.len()) * ZHENG) / 2.0;
    let mut items = Vec::new();
    for squares in rows {
        for square in 0..squares {
            let x = x + SIDE + f64::from(square) * ZHENG;
            items.push(Item::Box(Outline {
                x,
                y: top,
                width: ZHENG,
                height: ZHENG,
                thickness: THIN,
                stroke: Stroke::Solid,
            }));
        }
        top += ZHENG;
    }
    items
}

impl CellLines {
    /// Returns how many of its lines a part of so much room holds, at least one.
    fn fit(&self, room: f64) -> usize {
        (1..=self.lines.len())
            .take_while(|lines| times(*lines) * self.leading + 2.0 * ABOVE <= room + SLACK)
            .last()
            .unwrap_or(1)
    }

    fn draw(&self, x: f64, width: f64, height: f64, align: Align) -> Vec<Item> {
        let mut top = (height - times(self.lines.len()) * self.leading) / 2.0;
        let mut items = Vec::new();
        for line in &self.lines {
            let set = set_line(line, width - 2.0 * SIDE, Setting::Natural);
            let (from, to) = set.ink();
            let left = match align {
                Align::Left => SIDE - from,
                Align::Centre => (width - to - from) / 2.0,
                Align::Right => width - SIDE - to,
            };
            items
                .extend(set.draw(x + left, super::compose::baseline(top, self.leading, self.size)));
            top += self.leading;
        }
        items
    }
}
