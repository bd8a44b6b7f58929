//! 隐藏与合并: what calamine does not tell of a workbook: rows the spreadsheet does not show, and in an
//! ODS the cells that are joined. Sheets stand in the order of the workbook.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::grid::Merged;

/// Rows of a sheet that are looked at.
const MAX_LINES: u32 = 60_000;
/// Joined cells of a sheet that are kept.
pub(crate) const MAX_MERGED: usize = 5_000;

/// What is not told of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unseen {
    /// Lines that are not shown, from 1.
    pub hidden: BTreeSet<u32>,
    pub merged: Vec<Merged>,
}

/// The sheets of an XLSX; what cannot be found is as if nothing were hidden.
pub(crate) fn of_xlsx(bytes: &[u8]) -> Vec<Unseen> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let book = part(&mut archive, "xl/workbook.xml");
    let links = part(&mut archive, "xl/_rels/workbook.xml.rels");
    let target = |id: &str| {
        let mut links = tags(&links, "Relationship");
        let link = links.find(|tag| attribute(tag, "Id") == Some(id))?;
        let target = attribute(link, "Target")?;
        Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
    };
    let sheets: Vec<Option<String>> =
        tags(&book, "sheet").map(|tag| attribute(tag, "r:id").and_then(target)).collect();
    let read = |path: Option<String>| {
        let text = path.map(|path| part(&mut archive, &path)).unwrap_or_default();
        let is_hidden = |tag: &&str| matches!(attribute(tag, "hidden"), Some("1" | "true"));
        let rows = tags(&text, "row").filter(is_hidden);
        let hidden = rows.filter_map(|tag| attribute(tag, "r")?.parse().ok()).collect();
        Unseen { hidden, merged: Vec::new() }
    };
    sheets.into_iter().map(read).collect()
}

/// The sheets of an ODS.
pub(crate) fn of_ods(bytes: &[u8]) -> Vec<Unseen> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let text = part(&mut archive, "content.xml");
    let mut sheets: Vec<Unseen> = Vec::new();
    let (mut line, mut lines, mut column) = (0_u32, 0_u32, 0_usize);
    for tag in text.split('<').skip(1) {
        let number =
            |name: &str| attribute(tag, name).map_or(1, |it| it.parse().unwrap_or(u32::MAX));
        if is_named(tag, "table") {
            sheets.push(Unseen::default());
            (line, lines) = (0, 0);
        }
        let Some(sheet) = sheets.last_mut() else { continue };
        if is_named(tag, "table-row") {
            line = line.saturating_add(lines);
            (lines, column) = (number("table:number-rows-repeated"), 0);
            let is_hidden =
                matches!(attribute(tag, "table:visibility"), Some("collapse" | "filter"));
            if is_hidden && line < MAX_LINES {
                let last = line.saturating_add(lines).min(MAX_LINES);
                sheet.hidden.extend(line.saturating_add(1)..=last);
            }
        } else if is_named(tag, "table-cell") || is_named(tag, "covered-table-cell") {
            let (down, right) =
                (number("table:number-rows-spanned"), number("table:number-columns-spanned"));
            if down.max(right) > 1 && sheet.merged.len() < MAX_MERGED {
                let top = line.saturating_add(1);
                let more = usize::try_from(right.saturating_sub(1)).unwrap_or(usize::MAX);
                sheet.merged.push(Merged {
                    top,
                    bottom: top.saturating_add(down.saturating_sub(1)),
                    left: column,
                    right: column.saturating_add(more),
                });
            }
            let repeated = usize::try_from(number("table:number-columns-repeated"));
            column = column.saturating_add(repeated.unwrap_or(usize::MAX));
        }
    }
    sheets
}

/// The sheets of an XLS, from the records of its stream.
pub(crate) fn of_xls(bytes: &[u8]) -> Vec<Unseen> {
    const SHEET: u16 = 0x85;
    let stream = || -> Option<Vec<u8>> {
        let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
        let mut names = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter();
        let path = names.find(|path| file.exists(path))?;
        let mut records = Vec::new();
        file.open_stream(path).ok()?.read_to_end(&mut records).ok()?;
        Some(records)
    };
    let records = stream().unwrap_or_default();
    let sheets = each_record(&records).filter(|(sort, _)| *sort == SHEET);
    let begins = sheets.filter_map(|(_, body)| {
        let begin: [u8; 4] = body.get(..4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(begin)).ok()
    });
    begins.map(|at| rows_of_xls(records.get(at..).unwrap_or_default())).collect()
}

fn rows_of_xls(records: &[u8]) -> Unseen {
    const ROW: u16 = 0x208;
    const END: u16 = 0x0A;
    const HIDDEN: u8 = 0x20;
    let of_sheet = each_record(records).take_while(|(sort, _)| *sort != END);
    let rows = of_sheet.filter(|(sort, _)| *sort == ROW);
    let hidden = rows.filter_map(|(_, body)| {
        let row = u16::from_le_bytes(body.get(..2)?.try_into().ok()?);
        (body.get(12)? & HIDDEN != 0).then_some(u32::from(row) + 1)
    });
    Unseen { hidden: hidden.collect(), merged: Vec::new() }
}

/// The sort and the body of every record.
fn each_record(records: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = records;
    std::iter::from_fn(move || {
        let (head, after) = rest.split_at_checked(4)?;
        let word = |at: usize| Some(u16::from_le_bytes(head.get(at..at + 2)?.try_into().ok()?));
        let (body, next) = after.split_at_checked(usize::from(word(2)?))?;
        rest = next;
        Some((word(0)?, body))
    })
}

/// One part of a workbook, as text; empty if it cannot be read.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> String {
    let mut text = String::new();
    if let Ok(mut part) = archive.by_name(path)
        && part.read_to_string(&mut text).is_err()
    {
        text.clear();
    }
    text
}

/// The tags of a name, whatever stands before its colon.
fn tags<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = &'t str> {
    text.split('<').skip(1).filter(move |tag| is_named(tag, name))
}

fn is_named(tag: &str, name: &str) -> bool {
    let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    let tag = tag.get(..end.unwrap_or(tag.len())).unwrap_or_default();
    tag.rsplit(':').next() == Some(name)
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let tag = tag.split('>').next()?;
    let mut found = tag.match_indices(name).filter_map(|(at, _)| {
        let (before, rest) = (tag.get(..at)?, tag.get(at.checked_add(name.len())?..)?);
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let mark = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        before.ends_with(char::is_whitespace).then(|| rest.get(1..)?.split(mark).next())?
    });
    found.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_found_by_their_names() {
        let text = "<x:row r=\"3\" hidden='1'><row r = \"4\"/><rows r=\"5\"/></x:row>";
        let rows: Vec<&str> = tags(text, "row").collect();
        assert_eq!(rows.len(), 2);
        assert_eq!((attribute(rows[0], "r"), attribute(rows[0], "hidden")), (Some("3"), Some("1")));
        assert_eq!((attribute(rows[1], "r"), attribute(rows[1], "hidden")), (Some("4"), None));
        let link = "Relationship Target=\"a.xml\" Id=\"rId1\"/>";
        assert_eq!(attribute(link, "Id"), Some("rId1"));
    }
}
