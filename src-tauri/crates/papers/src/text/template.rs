//! Fields into text. A field's value never becomes markup: whatever the markup would read as its
//! own is escaped.

use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;

use crate::error::PaperError;

/// Returns a text with its fields filled in.
///
/// # Errors
/// [`PaperError::Field`] when a field is misspelt or the text's commands are wrong, with the line.
pub fn fill(
    paper: &'static str,
    text: &str,
    fields: &impl Serialize,
) -> Result<String, PaperError> {
    let failed = |cause: Error| PaperError::Field { paper, line: cause.line().unwrap_or(0), cause };
    let environment = environment().map_err(failed)?;
    environment
        .template_from_str(text)
        .and_then(|template| template.render(Serde(fields)))
        .map_err(failed)
}

/// Tells whether the commands of a text are whole.
///
/// # Errors
/// What the template engine says, with the line.
pub(super) fn compiles(text: &str) -> Result<(), Error> {
    environment()?.template_from_str(text).map(drop)
}

fn environment() -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_formatter(write_escaped);
    environment.add_filter("date", date);
    environment.add_filter("time", time);
    environment.add_filter("hanzi", hanzi);
    environment.add_filter("cells", cells);
    environment.add_filter("full_stop", full_stop);
    // 第一条, 第二条 …: clauses are numbered as they come, whichever of them the settings ask for.
    let clauses = AtomicUsize::new(0);
    environment.add_function("clause", move || {
        hanzi(clauses.fetch_add(1, Ordering::Relaxed) + 1).map(|number| format!("第{number}条"))
    });
    Ok(environment)
}

fn write_escaped(output: &mut Output, _: &mut State, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if value.kind() == ValueKind::None {
        return Ok(());
    }
    // What a filter made of values it escaped is written as it is.
    if value.is_safe() {
        output.write_str(&value.to_string())?;
    } else {
        escape(output, &value.to_string())?;
    }
    Ok(())
}

fn escape(output: &mut impl Write, text: &str) -> std::fmt::Result {
    for character in text.chars() {
        match character {
            '\\' | '|' | '*' | '_' | '#' | ':' | '<' | '>' | '=' | '^' | '[' | ']' | '~' => {
                write!(output, "\\{character}")?;
            }
            '\n' | '\r' | '\t' => output.write_char(' ')?,
            _ => output.write_char(character)?,
        }
    }
    Ok(())
}

/// A list as the cells of one row of a table.
fn cells(list: &Value) -> Result<Value, Error> {
    let mut row = String::new();
    for (index, cell) in list.try_iter()?.enumerate() {
        if index > 0 {
            row.push_str(" | ");
        }
        escape(&mut row, &cell.to_string())?;
    }
    Ok(Value::from_safe_string(row))
}

/// A sentence somebody typed, with its full stop: “已完工” → “已完工。”; nothing stays nothing.
fn full_stop(sentence: &str) -> String {
    let sentence = sentence.trim_end();
    if sentence.is_empty() || sentence.ends_with(['。', '！', '？', '；', '…']) {
        return sentence.to_owned();
    }
    format!("{}。", sentence.trim_end_matches(['，', '、', '.', ',', ';']))
}

/// “2026-01-16” or “2026-01-16T15:40:00” → “2026年1月16日”.
fn date(iso: &str) -> Result<String, Error> {
    let day = iso.get(..10).and_then(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    day.map(|day| day.format("%Y年%-m月%-d日").to_string()).ok_or_else(|| not_a("date", iso))
}

/// “2026-01-16T15:40:00” → “15时40分”.
fn time(iso: &str) -> Result<String, Error> {
    let at = chrono::NaiveDateTime::parse_from_str(iso, "%Y-%m-%dT%H:%M:%S%.f").ok();
    at.map(|at| at.format("%-H时%M分").to_string()).ok_or_else(|| not_a("time", iso))
}

fn not_a(what: &str, found: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("{found} is no {what}"))
}

const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 1 to 99 in Han figures, for the numbers of headings and clauses.
fn hanzi(number: usize) -> Result<String, Error> {
    let digit = |n: usize| DIGITS.get(n).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, 1..) => Ok(digit(number).to_owned()),
        (1, 0) => Ok("十".to_owned()),
        (1, ones) => Ok(format!("十{}", digit(ones))),
        (tens @ 2..10, 0) => Ok(format!("{}十", digit(tens))),
        (tens @ 2..10, ones) => Ok(format!("{}十{}", digit(tens), digit(ones))),
        _ => Err(not_a("number from 1 to 99", &number.to_string())),
    }
}
