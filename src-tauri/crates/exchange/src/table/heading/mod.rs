//! 表头: the row that names the columns, found below titles and empty rows, in one line or two, its
//! columns known by the names offices use or assigned by hand.

mod lines;
mod names;

use serde::{Deserialize, Serialize};

use super::fault::{Fault, Place, What};
use super::grid::{Grid, Line, letter};
use super::list::{Column, Kind, Need, Several};
use super::number::Unit;
use lines::{double, goes_on, says_units, single, with_units};
pub(crate) use names::folded;
use names::{Names, bare, is_total};

/// Headings are looked for in this many rows that are not empty.
const LOOKED_AT: usize = 200;

/// What the user says a column of the file is, remembered for the next file of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The heading as it stands in the file; empty for a column without one, told by its letter.
    pub heading: String,
    /// The letter of the column, where only this one is meant.
    pub letter: Option<String>,
    /// Our heading; none to leave the column alone.
    pub column: Option<String>,
}

/// A column of the file, and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FileColumn {
    pub letter: String,
    /// Its heading as it stands there, both lines of it.
    pub heading: String,
    /// Our heading, if it is one of ours.
    pub column: Option<String>,
}

/// Part of a column of ours: a column of the file, with the second line of its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub column: usize,
    pub under: Option<String>,
    /// The heading in one line, to tell units and parts by.
    pub heading: String,
}

/// Where each of our columns stands; one block unless the table stands twice side by side.
pub(crate) type Block = Vec<Vec<Part>>;

/// The heading of a grid.
#[derive(Debug)]
pub(crate) struct Heading {
    /// Index of its first line.
    pub first: usize,
    /// Index of the line after it.
    pub after: usize,
    /// As they stand in the file.
    pub texts: Vec<Head>,
    pub blocks: Vec<Block>,
    /// What amounts without a unit are in.
    pub unit: Unit,
    pub faults: Vec<Fault>,
}

/// The heading of one column of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub upper: String,
    pub under: Option<String>,
}

impl Head {
    /// Both lines as one text.
    pub(crate) fn shown(&self) -> String {
        match &self.under {
            Some(under) if self.upper.is_empty() => under.clone(),
            Some(under) => format!("{}/{under}", self.upper),
            None => self.upper.clone(),
        }
    }
}

/// Finds the heading of a grid: the row, or the two, with most of the list's columns.
pub(crate) fn find(
    grid: &Grid,
    columns: &[Column],
    assigned: &[Assignment],
    forced: Option<u32>,
) -> Option<Heading> {
    let names = Names::of(columns, assigned);
    if forced == Some(0) {
        return Some(without_heading(grid, columns, &names));
    }
    let mut best: Option<(usize, usize, usize, Vec<Head>)> = None;
    for (index, line) in grid.lines.iter().enumerate().take(LOOKED_AT) {
        if forced.is_some_and(|forced| forced != line.number) {
            continue;
        }
        let alone = single(grid, line);
        let score = names.score(&alone);
        let next = grid.lines.get(index + 1).filter(|next| next.number == line.number + 1);
        let (mut found, mut after) = ((score, alone), index + 1);
        if let Some(next) = next.filter(|next| score > 1 && says_units(line, next)) {
            (found, after) = ((score, with_units(grid, line, next)), index + 2);
        } else if let Some(next) = next {
            let both = double(grid, line, next, &names);
            let (of_both, of_next) = (names.score(&both), names.score(&single(grid, next)));
            if of_both > score.max(of_next) || (score > 1 && goes_on(line, next)) {
                (found, after) = ((of_both.max(score), both), index + 2);
            }
        }
        if best.as_ref().is_none_or(|(known, ..)| found.0 > *known) {
            best = Some((found.0, index, after, found.1));
        }
    }
    let (score, first, after, heads) = best?;
    let line = grid.lines.get(first)?;
    let needed_alone = || {
        let needed = |(at, head): (usize, &Head)| {
            names
                .rank_of(head, at)
                .and_then(|(index, _)| columns.get(index))
                .is_some_and(|it| it.need == Need::Cell)
        };
        heads.iter().enumerate().any(needed) && line.filled().count() <= 2
    };
    if forced.is_none() && (score == 0 || (score == 1 && !needed_alone())) {
        return None;
    }
    Some(of_heads(grid, columns, &names, first, after, heads))
}

/// Rows without a heading: columns are told by their letters.
fn without_heading(grid: &Grid, columns: &[Column], names: &Names<'_>) -> Heading {
    let heads = vec![Head::default(); grid.width()];
    of_heads(grid, columns, names, 0, 0, heads)
}

fn of_heads(
    grid: &Grid,
    columns: &[Column],
    names: &Names<'_>,
    first: usize,
    after: usize,
    texts: Vec<Head>,
) -> Heading {
    let line = grid.lines.get(first).map(|line| line.number).filter(|_| after > 0);
    let mut faults = Vec::new();
    let blocks: Vec<Block> = spans(&texts, names)
        .into_iter()
        .map(|span| block(&texts, columns, names, span, line, &mut faults))
        .collect();
    let above = grid.lines.iter().take(first).flat_map(Line::filled);
    let unit_above = above.filter_map(|(_, cell)| Unit::spoken_of(&cell.shown())).last();
    Heading { first, after, texts, blocks, unit: unit_above.unwrap_or_default(), faults }
}

/// The same headings side by side are one table in two columns of print.
fn spans(texts: &[Head], names: &Names<'_>) -> Vec<std::ops::Range<usize>> {
    let keys: Vec<String> = texts.iter().map(|head| folded(&head.shown())).collect();
    let start = (0..texts.len())
        .find(|at| texts.get(*at).is_some_and(|head| names.rank_of(head, *at).is_some()));
    let whole = 0..texts.len();
    let Some(start) = start else { return vec![whole] };
    let key = keys.get(start).cloned().unwrap_or_default();
    let starts: Vec<usize> =
        (start..keys.len()).filter(|at| keys.get(*at) == Some(&key) && !key.is_empty()).collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(keys.len()));
    let spans: Vec<std::ops::Range<usize>> =
        starts.iter().copied().zip(ends).map(|(from, to)| from..to).collect();
    let of = |span: &std::ops::Range<usize>| -> Vec<&String> {
        keys.get(span.clone()).unwrap_or_default().iter().filter(|key| !key.is_empty()).collect()
    };
    let same = spans.windows(2).all(|pair| matches!(pair, [a, b] if of(a) == of(b)));
    if spans.len() > 1 && same && spans.iter().all(|span| of(span).len() > 1) {
        spans
    } else {
        vec![whole]
    }
}

fn block(
    texts: &[Head],
    columns: &[Column],
    names: &Names<'_>,
    span: std::ops::Range<usize>,
    line: Option<u32>,
    faults: &mut Vec<Fault>,
) -> Block {
    let mut found: Vec<Vec<(usize, Part)>> = vec![Vec::new(); columns.len()];
    let mut left: Vec<Part> = Vec::new();
    for (at, head) in texts.iter().enumerate().filter(|(at, _)| span.contains(at)) {
        let part = Part { column: at, under: head.under.clone(), heading: head.shown() };
        match names.rank_of(head, at).or_else(|| names.rank_within(head, at)) {
            Some((index, rank)) => {
                if let Some(of) = found.get_mut(index) {
                    of.push((rank, part));
                }
            }
            None => left.push(part),
        }
    }
    by_likeness(columns, names, &mut found, &mut left);
    sum_of_parts(columns, &mut found);
    let block = columns.iter().zip(found);
    block.map(|(column, parts)| chosen(column, parts, line, faults)).collect()
}

/// A column no name fits is taken from the one heading left that has one of its words.
fn by_likeness(
    columns: &[Column],
    names: &Names<'_>,
    found: &mut [Vec<(usize, Part)>],
    left: &mut Vec<Part>,
) {
    if found.iter().filter(|parts| !parts.is_empty()).count() < 2 {
        return;
    }
    let by_hand = |part: &Part| names.by_hand(&part.heading, part.column).is_some();
    for (column, parts) in columns.iter().zip(found) {
        if !parts.is_empty() {
            continue;
        }
        let fits = |word: &&str| {
            let word = folded(word);
            let mut with = left
                .iter()
                .filter(|part| bare(&folded(&part.heading)).contains(&word) && !by_hand(part));
            with.next().filter(|_| with.next().is_none()).cloned()
        };
        if let Some(part) = column.like().iter().find_map(fits) {
            left.retain(|other| other.column != part.column);
            parts.push((usize::MAX, part));
        }
    }
}

/// 资金来源 over 合计, 上级 and 镇级: where no column is the sum of the money, that one is.
fn sum_of_parts(columns: &[Column], found: &mut [Vec<(usize, Part)>]) {
    let money = columns.iter().position(|it| it.kind == Kind::Amount);
    let Some(at) = money.filter(|at| found.get(*at).is_some_and(Vec::is_empty)) else { return };
    let is_sum = |(_, part): &(usize, Part)| part.under.as_deref().is_some_and(is_total);
    let parted = columns.iter().zip(found.iter_mut());
    let sum =
        parted.filter(|(column, _)| column.several == Several::Joined).find_map(|(_, parts)| {
            let sum = parts.iter().position(is_sum).filter(|_| parts.len() > 1)?;
            Some(parts.remove(sum))
        });
    if let (Some(sum), Some(of)) = (sum, found.get_mut(at)) {
        of.push(sum);
    }
}

/// Which parts of a column a heading says: 单位 and 职务, say; the one behind them all if none.
fn parts_said(words: &[&str], heading: &str) -> Vec<usize> {
    let heading = folded(heading);
    let said = words.iter().enumerate().filter(|(_, word)| heading.contains(**word));
    let said: Vec<usize> = said.map(|(at, _)| at).collect();
    if said.is_empty() { vec![words.len()] } else { said }
}

/// Which of the columns that could be meant are.
fn chosen(
    column: &Column,
    mut parts: Vec<(usize, Part)>,
    line: Option<u32>,
    faults: &mut Vec<Fault>,
) -> Vec<Part> {
    let group =
        |part: &Part| part.under.as_ref().map(|_| part.heading.split('/').next().map(folded));
    let mut twice = |parts: &[(usize, Part)]| {
        if let Some((_, other)) = parts.get(1) {
            let place = Place {
                cell: line.map(|line| format!("{}{line}", letter(other.column))),
                ..Place::column(line, column.name)
            };
            let what = What::ColumnTwice { other: other.heading.clone() };
            faults.push(Fault { place, value: other.heading.clone(), what });
        }
    };
    match column.several {
        Several::Joined => {}
        Several::Parts(words) => {
            let part_of = |part: &Part| parts_said(words, &part.heading);
            let mut seen: Vec<usize> = parts.iter().flat_map(|(_, part)| part_of(part)).collect();
            let all = seen.len();
            seen.sort_unstable();
            seen.dedup();
            if seen.len() < all {
                twice(&parts);
                parts.truncate(1);
            }
            parts.sort_by_key(|(_, part)| part_of(part));
        }
        Several::First => {
            let total = parts.iter().find(|(_, part)| part.under.as_deref().is_some_and(is_total));
            let total = total.cloned();
            let likeliest = parts.iter().min_by_key(|(rank, _)| *rank).cloned();
            if let Some(total) = total {
                return vec![total.1];
            }
            if let Some((rank, best)) = likeliest {
                let grouped = group(&best);
                parts.retain(|(of, part)| *of == rank && (*part == best || group(part) == grouped));
                if best.under.is_none() && parts.len() > 1 {
                    twice(&parts);
                    parts.truncate(1);
                }
            }
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
}
