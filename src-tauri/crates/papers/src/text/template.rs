//! Fields into text. A field's value never becomes markup: whatever the markup would read as its
//! own is escaped.

use std::error::Error as _;
use std::fmt::{self, Write};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};
use serde::Serialize;
use session::written;

use super::bounded::{Meter, Metered, bounded};
use super::limits::{Limit, TooMuch};
use super::measure;
use super::record::recorded;
use crate::error::PaperError;

/// Returns a text with its fields filled in.
///
/// # Errors
/// [`PaperError::Field`] when a field is misspelt or the text's commands are wrong, with the line;
/// [`PaperError::TooMuch`] when it asks for more than is set; [`PaperError::Text`] when that can be
/// seen before it is read.
pub fn fill(
    paper: &'static str,
    text: &str,
    fields: &impl Serialize,
) -> Result<String, PaperError> {
    measure::check_text(text).map_err(|fault| PaperError::Text { faults: vec![fault] })?;
    let failed = |cause: Error| {
        let line = cause.line().unwrap_or(0);
        match passed(&cause) {
            Some(asked) => PaperError::TooMuch { line, text: String::new(), asked },
            None => PaperError::Field { paper, line, cause },
        }
    };
    let fields = recorded(&Value::from(Serde(fields)));
    let mut environment = environment().map_err(failed)?;
    let steps = measure::steps(text, &fields).map_err(|asked| PaperError::TooMuch {
        line: 1,
        text: String::new(),
        asked,
    })?;
    environment.set_fuel(Some(steps));
    let mut filled = Filled(Vec::new());
    let template = environment.template_from_str(text).map_err(failed)?;
    template.render_captured_to(fields, &mut filled).map(drop).map_err(failed)?;
    String::from_utf8(filled.0).map_err(|cause| PaperError::Write(cause.to_string()))
}

/// What is filled in so far.
struct Filled(Vec<u8>);

impl io::Write for Filled {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.0.len() + more.len() > Limit::Filled.count() {
            return Err(io::Error::other(Limit::Filled.passed()));
        }
        self.0.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the limit that stopped the engine.
fn passed(cause: &Error) -> Option<TooMuch> {
    if cause.kind() == ErrorKind::OutOfFuel {
        return Some(Limit::Steps.passed());
    }
    let source = cause.source()?;
    let of_writing = source.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    let known = source.downcast_ref::<TooMuch>().or_else(|| of_writing?.downcast_ref());
    known.copied().or_else(|| passed(source.downcast_ref::<Error>()?))
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
    let meter = Meter::default();
    bounded(&mut environment, &meter);
    environment.set_formatter({
        let meter = meter.clone();
        move |output, _, value| write_escaped(&mut meter.on(output), value)
    });
    environment.add_filter("date", date);
    environment.add_filter("time", time);
    environment.add_filter("hanzi", hanzi);
    environment.add_function("signers", signers);
    environment.add_function("signers_beside", signers_beside);
    environment.add_filter("full_stop", full_stop);
    environment.add_filter("cells", move |list: &Value| cells(list, &meter));
    // 第一条, 第二条 …: clauses are numbered as they come, whichever of them the settings ask for.
    let clauses = AtomicUsize::new(0);
    environment.add_function("clause", move || {
        hanzi(clauses.fetch_add(1, Ordering::Relaxed) + 1).map(|number| format!("第{number}条"))
    });
    Ok(environment)
}

fn write_escaped(output: &mut Metered<'_>, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    if value.kind() == ValueKind::None {
        return Ok(());
    }
    // What a filter made of values it escaped is written as it is.
    let written = if value.is_safe() {
        write!(output, "{value}")
    } else {
        write!(Escaped(output), "{value}")
    };
    written.map_err(|cause| output.passed().unwrap_or_else(|| cause.into()))
}

/// Writes text so that none of it is read as markup.
struct Escaped<'a, W>(&'a mut W);

impl<W: Write> Write for Escaped<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '\\' | '|' | '*' | '_' | '#' | ':' | '<' | '>' | '=' | '^' | '[' | ']' | '~' => {
                    write!(self.0, "\\{character}")?;
                }
                '\n' | '\r' | '\t' => self.0.write_char(' ')?,
                _ => self.0.write_char(character)?,
            }
        }
        Ok(())
    }
}

/// A list as the cells of one row of a table.
fn cells(list: &Value, meter: &Meter) -> Result<Value, Error> {
    let mut row = String::new();
    let mut metered = meter.on(&mut row);
    let mut write = |index, cell: &Value| {
        metered.write_str(if index > 0 { " | " } else { "" })?;
        write!(Escaped(&mut metered), "{cell}")
    };
    let written = list.try_iter()?.enumerate().try_for_each(|(index, cell)| write(index, &cell));
    written.map_err(|cause| metered.passed().unwrap_or_else(|| cause.into()))?;
    Ok(Value::from_safe_string(row))
}

/// How many people sign in one line.
const SIGNERS: usize = 3;

/// The lines of a role to sign on, each with what stands before it. Whoever is not named yet signs
/// too.
fn places(role: &str, names: &Value, sign: &str) -> Result<Vec<(String, String)>, Error> {
    let all = names.try_iter()?.count().max(1);
    let lines = (0..all).step_by(SIGNERS).map(|first| {
        let heading = if first == 0 { format!("{role}（签名）：") } else { String::new() };
        let row = vec![sign; usize::min(SIGNERS, all - first)];
        (heading, row.join("\u{3000}"))
    });
    Ok(lines.collect())
}

/// Rows of a table to sign in, of one role: `signers("计票人", people.tellers)`.
fn signers(role: &str, names: &Value) -> Result<Value, Error> {
    let lines = places(role, names, "____________")?;
    let rows: Vec<String> =
        lines.into_iter().map(|(heading, signs)| format!("{heading} | {signs}")).collect();
    Ok(Value::from_safe_string(rows.join("\n")))
}

/// The same of several roles side by side: the chief scrutineers at the left, everybody else at the
/// right.
fn signers_beside(roles: &Value) -> Result<Value, Error> {
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for of in roles.try_iter()? {
        let (role, names) = (of.get_attr("role")?.to_string(), of.get_attr("names")?);
        let side = if role.ends_with("总监票人") { &mut left } else { &mut right };
        side.extend(places(&role, &names, "________")?);
    }
    let empty = || (String::new(), String::new());
    let rows: Vec<String> = (0..usize::max(left.len(), right.len()))
        .map(|at| {
            let of = |side: &[(String, String)]| side.get(at).cloned().unwrap_or_else(empty);
            let ((heading, signs), (other, others)) = (of(&left), of(&right));
            format!("{heading} | {signs} | {other} | {others}")
        })
        .collect();
    Ok(Value::from_safe_string(rows.join("\n")))
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
    day.map(written::day).ok_or_else(|| not_a("date", iso))
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
