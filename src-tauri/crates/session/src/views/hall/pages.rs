//! 翻页: what stands on which page. A page holds as many rows as can be read from the last row of
//! seats; short contests of one sheet share a page, every other begins on one of its own. Pages are
//! numbered over all of them.

use std::ops::Range;

use serde::Serialize;

use crate::ids::number;

/// 每页行数: rows of at least 5 % of the picture's height, read from the farthest seat.
pub const ROWS_A_PAGE: usize = 12;

/// Height of the rows that a page holds, in its own pixels, with all that a result needs around
/// them.
const ROOM: u32 = 742;
/// Height of a page that several contests share.
const SHARED: u32 = 820;
/// What a contest on such a page has above its rows: its title, and the heads of its columns.
const HEADING: u32 = 146;

/// Which part of a longer list is on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Pages {
    /// This page, from 0.
    pub page: u32,
    /// How many there are, at least 1.
    pub pages: u32,
    /// Where contests begin; empty where all begin on one page.
    pub parts: Vec<Part>,
}

/// Where contests begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Part {
    /// Titles of the contests that begin there.
    pub title: String,
    /// Their first page, from 0.
    pub page: u32,
}

/// The rows of one contest.
pub(super) struct Listed {
    /// Title of the contest.
    pub(super) title: String,
    /// Height of every row, in pixels of the page.
    pub(super) heights: Vec<u32>,
    /// Whether it may share its page.
    pub(super) shares: bool,
}

/// Rows of one contest on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) list: usize,
    pub(super) rows: Range<usize>,
}

/// Returns what stands on a page, and the page among all. A page past the end is the last.
pub(super) fn page_of(lists: &[Listed], page: u32) -> (Vec<Piece>, Pages) {
    let laid = laid_out(lists);
    let pages = number(laid.len());
    let page = page.min(pages.saturating_sub(1));
    let parts = parts(lists, &laid);
    let pieces = laid.into_iter().nth(usize::try_from(page).unwrap_or(usize::MAX));
    (pieces.unwrap_or_default(), Pages { page, pages: pages.max(1), parts })
}

fn laid_out(lists: &[Listed]) -> Vec<Vec<Piece>> {
    let mut pages: Vec<Vec<Piece>> = Vec::new();
    // What is left of the last page for another contest.
    let mut left = 0;
    for (list, listed) in lists.iter().enumerate() {
        let rows = listed.heights.len();
        let height =
            HEADING.saturating_add(listed.heights.iter().fold(0, |a, b| a.saturating_add(*b)));
        let whole = Piece { list, rows: 0..rows };
        let last = pages.last_mut().filter(|_| listed.shares && height <= left && rows > 0);
        if let Some(last) = last {
            last.push(whole);
            left -= height;
            continue;
        }
        let split = split(&listed.heights);
        left = if listed.shares && split.len() == 1 { SHARED.saturating_sub(height) } else { 0 };
        pages.extend(split.into_iter().map(|rows| vec![Piece { list, rows }]));
    }
    pages
}

/// Returns the rows of every page of a contest by itself; a contest without rows has a page too.
fn split(heights: &[u32]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut first, mut height) = (0, 0_u32);
    for (row, next) in heights.iter().enumerate() {
        let full = row - first == ROWS_A_PAGE || height.saturating_add(*next) > ROOM;
        if full && row > first {
            pages.push(first..row);
            (first, height) = (row, 0);
        }
        height = height.saturating_add(*next);
    }
    pages.push(first..heights.len());
    pages
}

fn parts(lists: &[Listed], pages: &[Vec<Piece>]) -> Vec<Part> {
    let begins = |pieces: &Vec<Piece>| {
        let begun = pieces.iter().filter(|piece| piece.rows.start == 0);
        let titles: Vec<&str> = begun
            .filter_map(|piece| lists.get(piece.list).map(|listed| listed.title.as_str()))
            .collect();
        titles.join("、")
    };
    let parts = (0..).zip(pages.iter().map(begins)).filter(|(_, title)| !title.is_empty());
    let parts: Vec<Part> = parts.map(|(page, title)| Part { title, page }).collect();
    if parts.len() < 2 { Vec::new() } else { parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(title: &str, rows: usize, height: u32, shares: bool) -> Listed {
        Listed { title: title.to_owned(), heights: vec![height; rows], shares }
    }

    fn rows(lists: &[Listed]) -> Vec<Vec<(usize, usize)>> {
        let on = |page: &Vec<Piece>| page.iter().map(|it| (it.list, it.rows.len())).collect();
        laid_out(lists).iter().map(on).collect()
    }

    #[test]
    fn twelve_rows_of_one_line_stand_on_a_page_and_fewer_of_two_or_three() {
        let of = |height| rows(&[list("项目", 30, height, false)]);
        assert_eq!(of(54), [[(0, 12)], [(0, 12)], [(0, 6)]]);
        assert_eq!(of(92), [[(0, 8)], [(0, 8)], [(0, 8)], [(0, 6)]]);
        assert_eq!(of(134)[0], [(0, 5)]);
        assert_eq!(of(2000)[0], [(0, 1)], "a name of no end has a page of its own");
        assert_eq!(rows(&[list("项目", 0, 54, false)]), [[(0, 0)]]);
    }

    #[test]
    fn short_contests_of_one_sheet_share_a_page_where_they_fit_whole() {
        let posts = || {
            vec![
                list("主席", 1, 54, true),
                list("副主席", 2, 54, true),
                list("镇长", 1, 54, true),
                list("副镇长", 4, 54, true),
            ]
        };
        assert_eq!(rows(&posts()), [vec![(0, 1), (1, 2), (2, 1)], vec![(3, 4)]]);
        let (_, pages) = page_of(&posts(), 9);
        assert_eq!((pages.page, pages.pages), (1, 2));
        let parts: Vec<_> =
            pages.parts.iter().map(|part| (part.title.as_str(), part.page)).collect();
        assert_eq!(parts, [("主席、副主席、镇长", 0), ("副镇长", 1)]);
        assert_eq!(page_of(&posts()[..2], 0).1.parts, [], "all begin on one page");
        let apart =
            [list("主席", 1, 54, true), list("测评", 1, 54, false), list("镇长", 1, 54, true)];
        assert_eq!(rows(&apart), [[(0, 1)], [(1, 1)], [(2, 1)]]);
    }
}
