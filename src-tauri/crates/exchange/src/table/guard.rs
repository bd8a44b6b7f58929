//! 查验: what a file really is, whatever its name says, and whether it stays small unpacked. A
//! workbook is measured before it is read: a few kilobytes can unpack to gigabytes.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::fault::{Fault, OtherFile, What};

/// The most that the parts of a workbook may unpack to, in MB.
const MAX_MEGABYTES: u32 = 64;
/// The most cells a sheet may span, empty ones among them.
const MAX_SPAN: u64 = 4_000_000;
const MAX_PARTS: usize = 5_000;

/// What a file is, by what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Xlsx,
    Ods,
    Xls,
    Text,
}

/// Tells what a file is.
///
/// # Errors
/// A [`What`] of the whole file where it is nothing that is read here.
pub(crate) fn container(name: &str, bytes: &[u8]) -> Result<Container, Fault> {
    let refuse = |what| Err(Fault::of_file(what));
    let other = |found| Err(Fault::of_file(What::NotATable { found }));
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return refuse(What::LockFile);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        return refuse(if bytes.is_empty() { What::Empty } else { What::CutOff });
    }
    if bytes.starts_with(b"PK") {
        return zipped(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return compound(bytes);
    }
    let is = |sign: &[u8]| bytes.starts_with(sign);
    if is(b"%PDF") {
        return other(OtherFile::Pdf);
    }
    if is(b"\x89PNG") || is(&[0xFF, 0xD8, 0xFF]) || is(b"GIF8") || is(b"BM\0") || is(b"RIFF") {
        return other(OtherFile::Picture);
    }
    if is(b"Rar!") || is(b"7z\xBC\xAF") || is(&[0x1F, 0x8B]) {
        return other(OtherFile::Archive);
    }
    if is(b"SQLite format 3\0") {
        return other(OtherFile::Session);
    }
    if is(b"{\\rtf") {
        return other(OtherFile::Document);
    }
    if is_web_page(bytes) {
        return other(OtherFile::WebPage);
    }
    let has_extension = |ends: &[&str]| ends.iter().any(|end| name.to_lowercase().ends_with(end));
    if has_extension(&[".xlsx", ".xlsm", ".ods", ".et"]) && std::str::from_utf8(bytes).is_err() {
        return other(OtherFile::Unknown);
    }
    let controls = bytes.iter().filter(|byte| matches!(byte, 1..=8 | 14..=31)).count();
    if controls > 4 && controls.saturating_mul(20) > bytes.len() && !looks_like_utf16(bytes) {
        return other(OtherFile::Unknown);
    }
    Ok(Container::Text)
}

fn looks_like_utf16(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || bytes.contains(&0)
}

fn is_web_page(bytes: &[u8]) -> bool {
    let start: String =
        bytes.iter().take(2_000).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let start = start.trim_start_matches(['\u{EF}', '\u{BB}', '\u{BF}', ' ', '\r', '\n', '\t']);
    ["<!doctype html", "<html", "<table", "<?xml", "<meta", "mime-version:"]
        .iter()
        .any(|sign| start.starts_with(sign))
}

fn zipped(bytes: &[u8]) -> Result<Container, Fault> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Err(Fault::of_file(What::CutOff));
    };
    let has = |part: &str| archive.file_names().flatten().any(|name| name.starts_with(part));
    let other = |found| Err(Fault::of_file(What::NotATable { found }));
    let container = if has("xl/workbook.bin") {
        return other(OtherFile::BinaryWorkbook);
    } else if has("xl/") || has("xl\\") {
        Container::Xlsx
    } else if has("word/") {
        return other(OtherFile::Document);
    } else if has("ppt/") {
        return other(OtherFile::Slides);
    } else if has("content.xml") && has("mimetype") {
        Container::Ods
    } else {
        return other(OtherFile::Archive);
    };
    measure(&mut archive)?;
    if container == Container::Ods {
        measure_ods(&mut archive)?;
    }
    Ok(container)
}

/// The sizes written in an archive may lie, so that every part is unpacked once, into nothing.
fn measure(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Fault> {
    let too_large = || Fault::of_file(What::TooLarge { megabytes: MAX_MEGABYTES });
    if archive.len() > MAX_PARTS {
        return Err(too_large());
    }
    let mut room = u64::from(MAX_MEGABYTES) * 1_000_000;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let is_picture = |name: &str| name.contains("/media/") || name.starts_with("Pictures/");
        if part.name().is_ok_and(|name| is_picture(&name)) {
            continue;
        }
        let mut part = part.take(room.saturating_add(1));
        let unpacked = io::copy(&mut part, &mut io::sink()).map_err(|error| damaged(&error))?;
        room = room.checked_sub(unpacked).ok_or_else(too_large)?;
    }
    Ok(())
}

fn damaged(error: &dyn std::error::Error) -> Fault {
    Fault::of_file(What::Damaged { said: error.to_string() })
}

/// An ODS repeats cells and rows by number: what they span is reckoned before it is spread out.
fn measure_ods(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Fault> {
    let mut text = String::new();
    let mut part = archive.by_name("content.xml").map_err(|error| damaged(&error))?;
    part.read_to_string(&mut text).map_err(|error| damaged(&error))?;
    let (mut row, mut column, mut widest, mut rows, mut row_is_filled) =
        (0_u64, 0, 0_u64, 1, false);
    for tag in text.split('<').skip(1) {
        let repeats = |name: &str| -> u64 {
            tag.split_once(name)
                .and_then(|(_, rest)| {
                    rest.trim_start_matches(['=', '"', '\'']).split(['"', '\'']).next()
                })
                .map_or(1, |figures| figures.parse().unwrap_or(u64::from(u32::MAX)))
        };
        if tag.starts_with("table:table-row") {
            (column, row_is_filled, rows) = (0, false, repeats("number-rows-repeated"));
        } else if tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")
        {
            column = u64::saturating_add(column, repeats("number-columns-repeated"));
            if tag.contains("value") || tag.contains("formula") || !tag.contains("/>") {
                row_is_filled = true;
                widest = widest.max(column);
            }
        } else if tag.starts_with("/table:table-row") && row_is_filled {
            row = row.saturating_add(rows);
        } else if tag.starts_with("table:table ") {
            (row, widest) = (0, 0);
        }
        if row.saturating_mul(widest) > MAX_SPAN || (row_is_filled && rows > MAX_SPAN) {
            return Err(Fault::of_file(What::TooLarge { megabytes: MAX_MEGABYTES }));
        }
    }
    Ok(())
}

/// 97–2003 workbooks, encrypted workbooks and old documents share one container.
fn compound(bytes: &[u8]) -> Result<Container, Fault> {
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        return Err(Fault::of_file(What::CutOff));
    };
    let other = |found| Err(Fault::of_file(What::NotATable { found }));
    if file.exists("/EncryptedPackage") {
        return Err(Fault::of_file(What::Encrypted));
    }
    if file.exists("/WordDocument") {
        return other(OtherFile::Document);
    }
    if file.exists("/PowerPoint Document") {
        return other(OtherFile::Slides);
    }
    let Some(path) =
        ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|p| file.exists(p))
    else {
        return other(OtherFile::Unknown);
    };
    let mut records = Vec::new();
    let read = file.open_stream(path).and_then(|mut stream| stream.read_to_end(&mut records));
    if read.is_err() {
        return Err(Fault::of_file(What::CutOff));
    }
    measure_xls(&records)?;
    Ok(Container::Xls)
}

/// The records that hold a cell begin with its row and its column.
fn measure_xls(records: &[u8]) -> Result<(), Fault> {
    const FILE_PASS: u16 = 0x2F;
    const BEGIN: u16 = 0x809;
    const CELLS: [u16; 9] = [0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x27E];
    let word = |at: usize| -> Option<u16> {
        let pair = records.get(at..at.checked_add(2)?)?;
        Some(u16::from_le_bytes([*pair.first()?, *pair.get(1)?]))
    };
    let (mut at, mut total) = (0_usize, 0_u64);
    let mut span: Option<[u64; 4]> = None;
    let cells = |span: Option<[u64; 4]>| {
        span.map_or(0, |[top, bottom, left, right]| (bottom - top + 1) * (right - left + 1))
    };
    while let (Some(sort), Some(length)) = (word(at), word(at.saturating_add(2))) {
        let body = at.saturating_add(4);
        if sort == FILE_PASS {
            return Err(Fault::of_file(What::Encrypted));
        }
        if sort == BEGIN {
            total += cells(span.take());
        }
        if CELLS.contains(&sort)
            && let (Some(row), Some(column)) = (word(body), word(body.saturating_add(2)))
        {
            let (row, column) = (u64::from(row), u64::from(column) + u64::from(length) / 6);
            let [top, bottom, left, right] = span.unwrap_or([row, row, column, column]);
            span = Some([top.min(row), bottom.max(row), left.min(column), right.max(column)]);
        }
        if total.saturating_add(cells(span)) > MAX_SPAN {
            return Err(Fault::of_file(What::TooLarge { megabytes: MAX_MEGABYTES }));
        }
        at = body.saturating_add(usize::from(length));
    }
    Ok(())
}
