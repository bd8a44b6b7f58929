//! What of the template language has no bounds of its own gets some.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::value::{Kwargs, StringInput, Value};
use minijinja::{Environment, Error, ErrorKind, State, filters, functions};

use super::limits::Limit;

/// Filters that could make something of any length, or lists of lists; no text of the house uses
/// them.
const LEFT_OUT: [&str; 5] = ["format", "pprint", "chain", "zip", "string"];
/// The most bytes a filter makes of a text.
pub(super) const MADE: usize = 65_536;
/// The most bytes between the parts of a list.
const BETWEEN: usize = 200;

/// Puts bounds to the filters and functions of the language.
pub(super) fn bounded(environment: &mut Environment<'static>, meter: &Meter) {
    for name in LEFT_OUT {
        environment.remove_filter(name);
    }
    environment.remove_global("debug");
    environment.add_function("range", range);
    environment.add_filter("batch", |state: &State, list: Value, count, fill: Option<Value>| {
        filters::batch(state, list, few(count)?, fill)
    });
    environment.add_filter("slice", |state: &State, list: Value, count, fill: Option<Value>| {
        filters::slice(state, list, few(count)?, fill)
    });
    environment.add_filter("indent", indent);
    environment.add_filter("replace", replace);
    let meter = meter.clone();
    environment.add_filter(
        "join",
        move |state: &mut State,
              list: &Value,
              between: Option<StringInput<'_>>,
              attribute: Option<&str>,
              others: Kwargs| {
            let named = others.get::<Option<&str>>("d")?.map_or(0, str::len);
            let between_them = between.as_ref().map_or(named, |it| it.as_str().len());
            if between_them > BETWEEN {
                return Err(beyond(Limit::Repeated));
            }
            let joined = filters::join(state, list, between, attribute, others)?;
            meter
                .add(joined.as_str().map_or(0, str::len))
                .map_err(|Passed| beyond(Limit::Filled))?;
            Ok(joined)
        },
    );
}

fn beyond(limit: Limit) -> Error {
    Error::new(ErrorKind::InvalidOperation, "too much").with_source(limit.passed())
}

fn few(count: usize) -> Result<usize, Error> {
    if count > Limit::Repeated.count() { Err(beyond(Limit::Repeated)) } else { Ok(count) }
}

fn range(lower: isize, upper: Option<isize>, step: Option<isize>) -> Result<Value, Error> {
    let range = functions::range(lower, upper, step)?;
    few(range.len().unwrap_or(usize::MAX)).map(|_| range)
}

fn indent(
    text: StringInput<'_>,
    width: Option<usize>,
    first: Option<bool>,
    blank: Option<bool>,
    others: Kwargs,
) -> Result<Value, Error> {
    let wide = few(width.or(others.get("width")?).unwrap_or(4))?;
    let lines = text.as_str().matches('\n').count() + 1;
    if lines.saturating_mul(wide) > MADE {
        return Err(beyond(Limit::Repeated));
    }
    filters::indent(text, width, first, blank, others)
}

fn replace(
    state: &mut State,
    text: StringInput<'_>,
    from: StringInput<'_>,
    to: StringInput<'_>,
) -> Result<Value, Error> {
    let times = text.as_str().matches(from.as_str()).count();
    if text.as_str().len() > MADE || times.saturating_mul(to.as_str().len()) > MADE {
        return Err(beyond(Limit::Repeated));
    }
    filters::replace(state, text, from, to)
}

/// How much was written, here and in what was kept for later.
#[derive(Clone, Default)]
pub(super) struct Meter(Arc<AtomicUsize>);

struct Passed;

impl Meter {
    pub(super) fn on<'a>(&'a self, to: &'a mut dyn fmt::Write) -> Metered<'a> {
        Metered { to, meter: self, passed: false }
    }

    fn add(&self, bytes: usize) -> Result<(), Passed> {
        let before = self.0.fetch_add(bytes, Ordering::Relaxed);
        if before.saturating_add(bytes) > 4 * Limit::Filled.count() { Err(Passed) } else { Ok(()) }
    }
}

/// A writer that stops where too much was written.
pub(super) struct Metered<'a> {
    to: &'a mut dyn fmt::Write,
    meter: &'a Meter,
    passed: bool,
}

impl Metered<'_> {
    /// Returns what stopped it.
    pub(super) fn passed(&self) -> Option<Error> {
        self.passed.then(|| beyond(Limit::Filled))
    }
}

impl fmt::Write for Metered<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.meter.add(text.len()).map_err(|Passed| {
            self.passed = true;
            fmt::Error
        })?;
        self.to.write_str(text)
    }
}
