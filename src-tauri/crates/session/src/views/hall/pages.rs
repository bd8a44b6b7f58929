//! 翻页: every contest starts on a page of its own, and pages are numbered over all of them.

use serde::Serialize;

use crate::ids::number;

/// 每页行数: rows of at least 5 % of the picture's height, read from the farthest seat.
pub const ROWS_A_PAGE: usize = 12;

/// Which part of a longer list is on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Pages {
    /// This page, from 0.
    pub page: u32,
    /// How many there are, at least 1.
    pub pages: u32,
    /// Where each contest begins; empty where there is only one.
    pub parts: Vec<Part>,
}

/// Where a contest begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Part {
    /// Title of the contest.
    pub title: String,
    /// Its first page, from 0.
    pub page: u32,
}

/// Returns which list a page falls into, which page of that list it is, and the page among all. A
/// page past the end is the last.
pub(super) fn locate(lists: &[(&str, usize)], page: u32) -> (usize, u32, Pages) {
    let pages_of = |rows: usize| number(rows.div_ceil(ROWS_A_PAGE).max(1));
    let pages = lists.iter().map(|(_, rows)| pages_of(*rows)).sum::<u32>().max(1);
    let page = page.min(pages - 1);
    let mut parts = Vec::new();
    let (mut found, mut first) = ((0, 0), 0);
    for (list, (title, rows)) in lists.iter().enumerate() {
        if page >= first {
            found = (list, page - first);
        }
        parts.push(Part { title: (*title).to_owned(), page: first });
        first += pages_of(*rows);
    }
    if parts.len() < 2 {
        parts.clear();
    }
    (found.0, found.1, Pages { page, pages, parts })
}

/// Returns the rows of one page.
pub(super) fn page_of<T>(rows: impl Iterator<Item = T>, page: u32) -> impl Iterator<Item = T> {
    let before = usize::try_from(page).unwrap_or(usize::MAX).saturating_mul(ROWS_A_PAGE);
    rows.skip(before).take(ROWS_A_PAGE)
}
