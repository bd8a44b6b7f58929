//! 文本表格: CSV, text and what is pasted from WPS or Excel: decoded, cut into cells by whichever
//! mark the file uses, its rows counted as spreadsheets count them.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::fault::{Fault, Place, What};
use super::grid::{Cell, Grid, Line};
use super::{MAX_COLUMNS, MAX_ROWS};

/// What may stand between two cells.
const DELIMITERS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// A row after the last, to see whether an open quotation mark has swallowed it.
const SENTINEL: &str = "\n\u{1}end\n";

/// Returns the text of a file.
///
/// # Errors
/// [`What::CutOff`] where it ends inside a character, [`What::UnknownEncoding`] and
/// [`What::BrokenCharacter`].
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Err(Fault::of_file(What::UnknownEncoding));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return decode_as(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        Err(error) => {
            let valid = error.valid_up_to();
            let (head, rest) = bytes.split_at_checked(valid).unwrap_or((bytes, &[]));
            if error.error_len().is_none() && (!head.is_ascii() || rest.len() > 1) {
                return Err(Fault::of_file(What::CutOff));
            }
            as_gb18030(bytes).map_err(|fault| if head.is_ascii() { fault } else { broken(head) })
        }
    }
}

fn decode_as<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Result<Cow<'b, str>, Fault> {
    if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text);
    }
    let (_, whole) = last_whole(encoding, bytes);
    Err(if whole {
        Fault::of_file(What::CutOff)
    } else if encoding == UTF_8 {
        let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        broken(bytes.get(..valid).unwrap_or_default())
    } else {
        Fault::of_file(What::UnknownEncoding)
    })
}

fn as_gb18030(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok(text);
    }
    let (_, whole) = last_whole(GB18030, bytes);
    Err(Fault::of_file(if whole { What::CutOff } else { What::UnknownEncoding }))
}

/// Whether all but the last bytes, too few for a character, can be read.
fn last_whole(encoding: &'static Encoding, bytes: &[u8]) -> (usize, bool) {
    let found = (1..=3_usize).find(|missing| {
        bytes.len().checked_sub(*missing).and_then(|end| bytes.get(..end)).is_some_and(|head| {
            !head.is_empty()
                && encoding.decode_without_bom_handling_and_without_replacement(head).is_some()
        })
    });
    (found.unwrap_or(0), found.is_some())
}

fn broken(head: &[u8]) -> Fault {
    let text = String::from_utf8_lossy(head);
    let line = count_line_ends(&text).saturating_add(1);
    Fault { place: Place::line(line), value: String::new(), what: What::BrokenCharacter }
}

/// UTF-16 without its mark is told by the noughts in line ends, digits and commas.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let noughts = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    // A stray nought in a text of another encoding makes no UTF-16 of it.
    let few = (even + odd) * 10 < bytes.len() && std::str::from_utf8(bytes).is_ok();
    if even + odd == 0 || bytes.len() < 4 || few {
        None
    } else if odd > even {
        Some(UTF_16LE)
    } else {
        Some(UTF_16BE)
    }
}

/// Returns the text as one grid for each mark that could stand between its cells; the caller keeps
/// the one in which it finds its heading.
///
/// # Errors
/// [`What::Empty`], [`What::TooManyRows`], [`What::StrayQuote`] with the line of the quote, and of a
/// file [`What::CutOff`] where its last row is not whole.
pub(crate) fn grids(text: &str, of_file: bool) -> Result<Vec<Grid>, Fault> {
    let text = text.trim_end_matches('\0');
    if text.trim().is_empty() {
        return Err(Fault::of_file(What::Empty));
    }
    let used: Vec<u8> =
        DELIMITERS.into_iter().filter(|mark| text.contains(char::from(*mark))).collect();
    // Typed with a Chinese keyboard, and no other mark in it.
    let typed = if used.is_empty() { text.replace('，', ",") } else { String::new() };
    let text = if used.is_empty() { typed.as_str() } else { text };
    let marks = if used.is_empty() { vec![b','] } else { used };
    let read: Vec<Result<Grid, Fault>> =
        marks.into_iter().map(|mark| grid(text, mark, of_file)).collect();
    let (grids, faults): (Vec<_>, Vec<_>) = read.into_iter().partition(Result::is_ok);
    let grids: Vec<Grid> = grids.into_iter().flatten().collect();
    if !grids.is_empty() && grids.iter().all(|grid| grid.lines.is_empty()) {
        return Err(Fault::of_file(What::Empty));
    }
    let refused = faults
        .into_iter()
        .filter_map(Result::err)
        .find(|fault| grids.is_empty() || matches!(fault.what, What::StrayQuote | What::CutOff));
    refused.map_or(Ok(grids), Err)
}

fn grid(text: &str, delimiter: u8, of_file: bool) -> Result<Grid, Fault> {
    let ended = format!("{}{SENTINEL}", text.trim_end_matches(['\r', '\n']));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(ended.as_bytes());
    let mut lines: Vec<Line> = Vec::new();
    let mut lengths = Vec::new();
    let (mut number, mut end) = (0_u32, 0_usize);
    let mut records = reader.records();
    while let Some(record) = records.next() {
        let Ok(record) = record else { return Err(Fault::of_file(What::UnknownEncoding)) };
        let start = end;
        end = records.reader().position().byte().try_into().unwrap_or(usize::MAX);
        // The reader jumps over empty lines; a spreadsheet counts them. The second half of a CRLF
        // is left before the next record.
        let gap = ended.get(start..).unwrap_or_default();
        let gap = gap.get(..gap.len() - gap.trim_start_matches(['\r', '\n']).len());
        let gap = gap.unwrap_or_default();
        let halved = start > 0 && ended.get(..start).is_some_and(|text| text.ends_with('\r'));
        let gap = if halved { gap.strip_prefix('\n').unwrap_or(gap) } else { gap };
        number = number.saturating_add(count_line_ends(gap)).saturating_add(1);
        if let Some(offset) = stray_quote(&record) {
            let place = Place::line(number.saturating_add(offset));
            return Err(Fault { place, value: String::new(), what: What::StrayQuote });
        }
        if record.get(0) == Some("\u{1}end") {
            break;
        }
        lengths.push(record.len());
        let cells: Vec<Cell> = record.iter().take(MAX_COLUMNS).map(Cell::of_text).collect();
        if cells.iter().all(Cell::is_blank) {
            continue;
        }
        if lines.len() > MAX_LINES {
            return Err(Fault::of_file(What::TooManyRows { limit: MAX_ROWS }));
        }
        lines.push(Line { number, cells });
    }
    if of_file && broken_off(text, &lengths) {
        let place = lines.last().map_or_else(Place::default, |line| Place::line(line.number));
        return Err(Fault { place, value: String::new(), what: What::CutOff });
    }
    Ok(Grid { lines, ..Grid::default() })
}

/// A last row without its end and shorter than every other was not written to its end.
fn broken_off(text: &str, lengths: &[usize]) -> bool {
    let [others @ .., last] = lengths else { return false };
    let [first, ..] = others else { return false };
    let whole = others.iter().all(|length| length == first);
    whole && *first >= 4 && last < first && !text.ends_with(['\n', '\r'])
}

/// More lines than rows, for titles and notes.
const MAX_LINES: usize = 20_000;

/// A cell of several lines whose lines are rows themselves was opened by a stray quotation mark; so
/// was one that swallowed the sentinel. Returns on which line of the record the mark stands.
fn stray_quote(record: &csv::StringRecord) -> Option<u32> {
    let width = record.len();
    let mut before = 0_u32;
    for cell in record {
        let swallowed_rows = cell.lines().skip(1).filter(|line| {
            let marks = |mark: char| line.matches(mark).count();
            let most = [',', '\t', ';'].into_iter().map(marks).max().unwrap_or(0);
            most >= 2 && most + 2 >= width
        });
        if cell.contains("\u{1}end") && cell != "\u{1}end" || swallowed_rows.count() > 0 {
            return Some(before);
        }
        before = before.saturating_add(count_line_ends(cell));
    }
    None
}

/// CRLF, LF and CR each end a line once.
fn count_line_ends(text: &str) -> u32 {
    let ends =
        text.matches('\n').count() + text.matches('\r').count() - text.matches("\r\n").count();
    u32::try_from(ends).unwrap_or(u32::MAX)
}
