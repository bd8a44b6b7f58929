//! Lines of text into blocks. One line is one block, except those that hold others: they end with
//! `:end`.

use super::limits::check_filled;
use super::table::parse_table;
use crate::error::{MarkupFault, PaperError};
use crate::fonts::Role;
use crate::layout::block::{Block, Edge, Level, Orientation, Place, Signature};
use crate::layout::line::Span;
use crate::layout::measure::Mm;

/// A character of a line, and whether a backslash took its meaning from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    pub character: char,
    /// Whether it stands for itself only.
    pub literal: bool,
}

/// Returns the letters of a line.
#[must_use]
pub fn letters(line: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            letters.extend(characters.next().map(|character| Letter { character, literal: true }));
        } else {
            letters.push(Letter { character, literal: false });
        }
    }
    letters
}

fn is_command(letter: Letter, character: char) -> bool {
    !letter.literal && letter.character == character
}

/// Returns letters parted at a mark that is not escaped.
#[must_use]
pub fn part(letters: &[Letter], mark: char) -> Vec<&[Letter]> {
    letters.split(|letter| is_command(*letter, mark)).collect()
}

/// Returns letters without the white space around them.
#[must_use]
pub fn trimmed(letters: &[Letter]) -> &[Letter] {
    // U+3000 is layout the writer asked for, not white space to be dropped.
    let is_space = |letter: &Letter| matches!(letter.character, ' ' | '\t');
    let start = letters.iter().position(|letter| !is_space(letter)).unwrap_or(letters.len());
    let end = letters.iter().rposition(|letter| !is_space(letter)).map_or(start, |last| last + 1);
    &letters[start..end]
}

/// Returns letters as plain text.
#[must_use]
pub fn plain(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.character).collect()
}

/// Returns letters as spans: `**` turns Hei on and off; an escaped `_` is drawn, a bare one is a
/// blank to fill in.
#[must_use]
pub fn spans(letters: &[Letter], role: Role) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut strong = false;
    let mut rest = letters;
    while let [first, tail @ ..] = rest {
        if let [second, after @ ..] = tail
            && is_command(*first, '*')
            && is_command(*second, '*')
        {
            strong = !strong;
            rest = after;
            continue;
        }
        let role = if strong { Role::Hei } else { role };
        // The layout reads `_` as a blank; an escaped one is drawn by its full-width form.
        let character =
            if first.character == '_' && first.literal { '＿' } else { first.character };
        match spans.last_mut() {
            Some(span) if span.role == role => span.text.push(character),
            _ => spans.push(Span::new(role, character)),
        }
        rest = tail;
    }
    spans
}

/// Returns the blocks of a filled-in text.
///
/// # Errors
/// [`PaperError::Markup`] names the line that is no block.
pub fn parse(text: &str) -> Result<Vec<Block>, PaperError> {
    let lines: Vec<&str> = text.lines().collect();
    check_filled(&lines).map_err(|(at, asked)| PaperError::TooMuch {
        line: 0,
        text: lines.get(at).copied().unwrap_or_default().to_owned(),
        asked,
    })?;
    parse_lines(&lines).map_err(|(offset, cause)| PaperError::Markup { line: offset + 1, cause })
}

fn parse_lines(lines: &[&str]) -> Result<Vec<Block>, Fault> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let line = line.trim_matches([' ', '\t', '\r']);
        match line.strip_prefix(':') {
            Some(command) => {
                let (block, used) = parse_command(command, &lines[at + 1..])
                    .map_err(|(offset, cause)| (at + offset, cause))?;
                blocks.push(block);
                at += used;
            }
            None if line.is_empty() => {}
            None => blocks.push(parse_line(line).map_err(|cause| (at, cause))?),
        }
        at += 1;
    }
    Ok(blocks)
}

fn parse_line(line: &str) -> Result<Block, MarkupFault> {
    let hashes = line.chars().take_while(|&c| c == '#').count();
    let body =
        |skip: usize, role| spans(trimmed(&letters(line.get(skip..).unwrap_or_default())), role);
    let parts = || -> Vec<String> {
        let title = letters(line.get(1..).unwrap_or_default());
        part(trimmed(&title), '|').into_iter().map(plain).filter(|part| !part.is_empty()).collect()
    };
    match (hashes, line.chars().next()) {
        (1, _) => Ok(Block::Title(parts())),
        (2, _) => Ok(Block::Heading(Level::One, body(2, Role::Hei))),
        (3, _) => Ok(Block::Heading(Level::Two, body(3, Role::Kai))),
        (4, _) => Ok(Block::Heading(Level::Three, body(4, Role::FangSong))),
        (5, _) => Ok(Block::Heading(Level::Four, body(5, Role::FangSong))),
        (6.., _) => Err(MarkupFault::UnknownBlock("#".repeat(hashes))),
        (0, Some('=')) => Ok(Block::Subtitle(parts())),
        (0, Some('<')) => Ok(Block::Paragraph(Place::Flush, body(1, Role::FangSong))),
        (0, Some('^')) => Ok(Block::Paragraph(Place::Centred, body(1, Role::FangSong))),
        (0, Some('>')) => Ok(Block::Paragraph(Place::Right, body(1, Role::FangSong))),
        (0, Some('~')) if line.len() == 1 => Ok(Block::Empty),
        (0, _) => Ok(Block::Paragraph(Place::Indented, body(0, Role::FangSong))),
    }
}

/// A fault and how many lines below the command it is.
type Fault = (usize, MarkupFault);

/// Returns the block a command opens and how many further lines it takes.
fn parse_command(command: &str, below: &[&str]) -> Result<(Block, usize), Fault> {
    let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
    let rest = rest.trim();
    match name {
        "table" => {
            let body = body_of(below, ":table")?;
            parse_table(rest, body).map(|table| closed(Block::Table(table), body))
        }
        "seal" => {
            let body = body_of(below, ":seal")?;
            Ok(closed(beside_seal(rest, body), body))
        }
        "box" => {
            let body = body_of(below, ":box")?;
            Ok(closed(framed(command, rest, body)?, body))
        }
        "beside" if rest.is_empty() => {
            let body = body_of(below, ":beside")?;
            let columns = beside(body).map_err(|(offset, cause)| (offset + 1, cause))?;
            Ok(closed(Block::Beside(columns), body))
        }
        _ => alone(command, name, rest).map(|block| (block, 0)),
    }
}

/// A block with the lines it took, its `:end` among them.
fn closed(block: Block, body: &[&str]) -> (Block, usize) {
    (block, body.len() + 1)
}

/// Returns the block of a command that takes no further line.
fn alone(command: &str, name: &str, rest: &str) -> Result<Block, Fault> {
    match name {
        "sign" | "sign-sealed" => Ok(signature(rest, name == "sign-sealed")),
        "lines" => Ok(Block::Lines(rest.parse().map_err(|_| unclear(command))?)),
        "qr" => code(command, rest),
        "frame" if rest.is_empty() => Ok(Block::PageFrame),
        "page" if rest.is_empty() => Ok(Block::NewPage(Orientation::Upright)),
        "page" if rest == "turned" => Ok(Block::NewPage(Orientation::Turned)),
        "page" if rest == "anew" => Ok(Block::NewCopy),
        _ => Err(unclear(name)),
    }
}

fn beside_seal(label: &str, body: &[&str]) -> Block {
    let notes = body.iter().filter(|line| !line.trim().is_empty());
    let notes = notes.map(|line| spans(trimmed(&letters(line)), Role::FangSong)).collect();
    Block::BesideSeal { label: plain(&letters(label)), notes }
}

/// Returns what stands between the `|` of a command, as plain text.
fn arguments(rest: &str) -> impl Iterator<Item = String> {
    let whole = letters(rest);
    let parts: Vec<String> =
        part(&whole, '|').into_iter().map(|part| plain(trimmed(part))).collect();
    parts.into_iter()
}

fn signature(rest: &str, sealed: bool) -> Block {
    let mut parts = arguments(rest);
    let (name, date) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    Block::Signature(Signature { name, date, sealed })
}

fn code(command: &str, rest: &str) -> Result<Block, Fault> {
    let mut parts = arguments(rest);
    let text = parts.next().unwrap_or_default();
    let side = parts.next().map_or(Some(QR), |side| length(&side));
    Ok(Block::Qr { text, side: side.ok_or_else(|| unclear(command))? })
}

fn framed(command: &str, rest: &str, body: &[&str]) -> Result<Block, Fault> {
    let (height, edge) = match rest.split_once(' ') {
        Some((height, "cut")) => (height, Edge::Cut),
        Some(_) => return Err(unclear(command)),
        None => (rest, Edge::Solid),
    };
    let height = length(height).ok_or_else(|| unclear(command))?;
    let content = parse_lines(body).map_err(|(offset, cause)| (offset + 1, cause))?;
    Ok(Block::Framed { height, edge, content })
}

/// Side of a QR code when the text does not say.
const QR: Mm = Mm(20.0);

fn unclear(command: &str) -> Fault {
    (0, MarkupFault::UnknownBlock(format!(":{command}")))
}

fn length(mm: &str) -> Option<Mm> {
    mm.trim().parse().ok().filter(|mm: &f64| mm.is_finite() && *mm > 0.0).map(Mm)
}

/// Columns side by side are parted by a line `:next`.
fn beside(body: &[&str]) -> Result<Vec<Vec<Block>>, Fault> {
    let mut columns = Vec::new();
    let mut start = 0;
    for column in body.split(|line| line.trim() == ":next") {
        columns.push(parse_lines(column).map_err(|(offset, cause)| (start + offset, cause))?);
        start += column.len() + 1;
    }
    Ok(columns)
}

/// Returns the lines up to the `:end` of a block; blocks inside it have ends of their own.
fn body_of<'a>(below: &'a [&'a str], opened: &'static str) -> Result<&'a [&'a str], Fault> {
    let mut open = 0_usize;
    for (at, line) in below.iter().enumerate() {
        let line = line.trim();
        match line.strip_prefix(':').map(|command| command.split(' ').next().unwrap_or_default()) {
            Some("end") if open == 0 => return Ok(&below[..at]),
            Some("end") => open -= 1,
            Some(name) if HAVE_ENDS.contains(&name) => open += 1,
            Some(_) | None => {}
        }
    }
    Err((0, MarkupFault::NotClosed(opened)))
}

/// Blocks that are closed with `:end`.
const HAVE_ENDS: [&str; 4] = ["table", "seal", "box", "beside"];
