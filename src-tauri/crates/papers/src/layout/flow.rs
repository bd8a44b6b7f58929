//! Slabs into pages: nothing torn, heads repeated, what belongs together kept together.

use super::block::{Block, Orientation};
use super::columns::fixed;
use super::compose::compose;
use super::impose::two_on_a_sheet;
use super::measure::{Mm, SLACK};
use super::page::{Item, Page};
use super::setup::{OnASheet, Setup};
use super::slab::{Head, Kind, Slab};
use super::{drawn, foot, rehearsal};
use crate::error::PaperError;
use crate::fonts::FontSet;
use crate::text::Limit;

/// Returns the pages of a paper.
///
/// # Errors
/// [`PaperError::Missing`] when no face draws a character; [`PaperError::TooTall`] when something
/// that must not be torn is taller than a page; [`PaperError::TooWide`] when a table is wider than
/// the type area.
pub fn typeset(fonts: &FontSet, setup: &Setup, blocks: &[Block]) -> Result<Vec<Page>, PaperError> {
    let mut pages = Vec::new();
    let mut copies = Vec::new();
    for (copy, Part { held, blocks, .. }) in by_copy(parts(blocks)) {
        let setup = setup.held(held);
        check_tables(&setup, blocks)?;
        let beyond = if blocks.contains(&Block::PageFrame) { drawn::PAGE_FRAME_OUT } else { 0.0 };
        let paginated = paginated(&setup, pages.len(), &compose(fonts, &setup, blocks)?)?;
        copies.extend(std::iter::repeat_n(copy, paginated.len()));
        pages.extend(paginated.into_iter().map(|items| (held, beyond, items)));
    }
    let numbered = numbers(&copies).zip(pages);
    let finished = numbered.map(|(number_of_all, (orientation, beyond, items))| {
        let setup = setup.held(orientation);
        let foot = foot::items(fonts, &setup, beyond, number_of_all)?;
        let mut page = finished_page(&setup, items, foot);
        if setup.rehearsal {
            let rehearsal::Mark { watermark, line } = rehearsal::mark(fonts, &setup)?;
            page.watermark = watermark;
            page.items.extend(line);
        }
        Ok(match setup.on_a_sheet {
            OnASheet::One => page,
            OnASheet::Two => two_on_a_sheet(&page),
        })
    });
    finished.collect()
}

/// What begins on a new page.
pub(crate) struct Part<'a> {
    /// How it is held.
    pub(crate) held: Orientation,
    /// Whether its pages are numbered from 1 again.
    pub(crate) anew: bool,
    pub(crate) blocks: &'a [Block],
}

/// Returns the parts of a paper that begin on a new page.
pub(crate) fn parts(blocks: &[Block]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut held, mut anew, mut start) = (Orientation::Upright, false, 0);
    for (index, block) in blocks.iter().enumerate() {
        let next = if let Block::NewPage(next) = block {
            (*next, false)
        } else if *block == Block::NewCopy {
            (Orientation::Upright, true)
        } else {
            continue;
        };
        parts.push(Part { held, anew, blocks: &blocks[start..index] });
        ((held, anew), start) = (next, index + 1);
    }
    parts.push(Part { held, anew, blocks: &blocks[start..] });
    // A paper that begins with a new page begins on the first: no page is left empty.
    if parts.len() > 1 {
        parts.retain(|part| !part.blocks.is_empty());
    }
    parts
}

/// Returns each part with the copy of the paper it belongs to.
fn by_copy(parts: Vec<Part<'_>>) -> impl Iterator<Item = (usize, Part<'_>)> {
    parts.into_iter().scan(0, |copy, part| {
        *copy += usize::from(part.anew);
        Some((*copy, part))
    })
}

/// Returns the number of every page in its copy, and how many pages that has.
fn numbers(copies: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    let of_copy = |pages: &[usize]| {
        let total = pages.len();
        (1..=total).map(move |number| (number, total)).collect::<Vec<_>>()
    };
    copies.chunk_by(|one, other| one == other).flat_map(of_copy)
}

fn finished_page(setup: &Setup, mut items: Vec<Item>, foot: Vec<Item>) -> Page {
    let (width, height) = setup.page();
    match setup.orientation {
        Orientation::Upright => {
            items.extend(foot);
            Page { width, height, watermark: Vec::new(), items, upright: Vec::new() }
        }
        Orientation::Turned => {
            let (text, drawn): (Vec<Item>, Vec<Item>) =
                foot.into_iter().partition(|item| matches!(item, Item::Text(_)));
            items.extend(drawn.iter().map(|item| item.on_its_side(width)));
            Page { width, height, watermark: Vec::new(), items, upright: text }
        }
    }
}

fn check_tables(setup: &Setup, blocks: &[Block]) -> Result<(), PaperError> {
    let area = Mm::of_points(setup.width());
    let tables = blocks.iter().filter_map(|block| {
        if let Block::Table(table) = block { Some(fixed(&table.columns)) } else { None }
    });
    match tables.into_iter().find(|columns| *columns > area + Mm(SLACK)) {
        Some(columns) => Err(PaperError::TooWide { columns, area }),
        None => Ok(()),
    }
}

fn paginated(setup: &Setup, before: usize, slabs: &[Slab]) -> Result<Vec<Vec<Item>>, PaperError> {
    let mut paginator = Paginator { setup, pages: Vec::new(), page: Vec::new(), y: 0.0 };
    // Slabs that keep together are placed together.
    for group in slabs.split_inclusive(|slab| !slab.keeps_with_next) {
        paginator.place(group)?;
        if before + paginator.pages.len() >= Limit::Pages.count() {
            let text = group.first().map(Slab::words).unwrap_or_default();
            return Err(PaperError::TooMuch { line: 0, text, asked: Limit::Pages.passed() });
        }
    }
    paginator.finish();
    Ok(paginator.pages)
}

struct Paginator<'a> {
    setup: &'a Setup,
    pages: Vec<Vec<Item>>,
    page: Vec<Item>,
    /// How far down the type area the page is filled, in points.
    y: f64,
}

impl Paginator<'_> {
    fn place(&mut self, group: &[Slab]) -> Result<(), PaperError> {
        let height: f64 = group.iter().map(|slab| slab.height).sum();
        let head = group.first().and_then(head_of).map_or(0.0, |head| head.height);
        let area = self.setup.height();
        if head + height > area + SLACK {
            return self.place_one_by_one(group);
        }
        if self.start_of(group) + height > area + SLACK && group.iter().any(|slab| !slab.is_space())
        {
            self.break_page();
        }
        for slab in group {
            self.put(slab);
        }
        Ok(())
    }

    /// A group taller than a page cannot be kept together; its slabs can.
    fn place_one_by_one(&mut self, group: &[Slab]) -> Result<(), PaperError> {
        if let [slab] = group {
            return Err(PaperError::TooTall { text: slab.words() });
        }
        group.iter().try_for_each(|slab| self.place(std::slice::from_ref(slab)))
    }

    fn start_of(&self, group: &[Slab]) -> f64 {
        match group.first() {
            Some(slab) if is_line(slab, self.setup) => self.on_grid(self.y),
            Some(_) | None => self.y,
        }
    }

    fn on_grid(&self, y: f64) -> f64 {
        let leading = self.setup.body.leading;
        if self.setup.on_grid { ((y - SLACK) / leading).ceil().max(0.0) * leading } else { y }
    }

    fn put(&mut self, slab: &Slab) {
        let is_at_top = self.y < SLACK;
        match &slab.kind {
            Kind::Space if is_at_top && !self.pages.is_empty() => return,
            Kind::Row(Some(head)) if is_at_top => {
                self.draw(&head.items);
                self.y += head.height;
            }
            Kind::Plain if is_line(slab, self.setup) => self.y = self.on_grid(self.y),
            Kind::Frame => self.page.extend(drawn::page_frame(self.setup)),
            Kind::Plain | Kind::Framed | Kind::Space | Kind::Row(_) => {}
        }
        self.draw(&slab.items);
        self.y += slab.height;
    }

    fn draw(&mut self, items: &[Item]) {
        let (left, top) = self.setup.corner();
        self.page.extend(items.iter().map(|item| item.moved(left, top + self.y)));
    }

    fn break_page(&mut self) {
        if !self.page.is_empty() {
            self.pages.push(std::mem::take(&mut self.page));
        }
        self.y = 0.0;
    }

    fn finish(&mut self) {
        if !self.page.is_empty() || self.pages.is_empty() {
            self.pages.push(std::mem::take(&mut self.page));
        }
    }
}

fn head_of(slab: &Slab) -> Option<&Head> {
    match &slab.kind {
        Kind::Row(head) => head.as_deref(),
        Kind::Plain | Kind::Framed | Kind::Space | Kind::Frame => None,
    }
}

/// Only lines of body text stand on the grid; a title keeps its own line distance.
fn is_line(slab: &Slab, setup: &Setup) -> bool {
    matches!(slab.kind, Kind::Plain) && (slab.height - setup.body.leading).abs() < SLACK
}
