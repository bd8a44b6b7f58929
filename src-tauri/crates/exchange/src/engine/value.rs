//! Values of the tables, and the types they have in every engine.

use chrono::{NaiveDate, SecondsFormat};
use session::Timestamp;

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// UTF-8.
    Text,
    /// A whole number of 64 bits.
    Number,
    /// True or false.
    Truth,
    /// A day, without an hour.
    Day,
    /// A moment, to the microsecond.
    Moment,
    /// Per cent, to the hundredth, exact.
    Percent,
}

impl Kind {
    /// Returns what the type is called in SQL.
    #[must_use]
    pub const fn sql(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "bigint",
            Self::Truth => "boolean",
            Self::Day => "date",
            Self::Moment => "timestamptz",
            Self::Percent => "numeric(7,2)",
        }
    }
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// NULL.
    Empty,
    /// Never empty: an empty text is no value.
    Text(String),
    Number(i64),
    Truth(bool),
    Day(NaiveDate),
    Moment(Timestamp),
    /// In hundredths of a per cent.
    Percent(i32),
}

impl Value {
    /// Returns a share as the results say it: 91.43 per cent.
    pub(super) fn per_cent(said: Option<&str>) -> Self {
        let hundredths = |said: &str| {
            let (whole, part) = said.split_once('.').unwrap_or((said, ""));
            let part = format!("{part:0<2}");
            format!("{whole}{part}").parse().ok()
        };
        said.and_then(hundredths).map_or(Self::Empty, Self::Percent)
    }

    /// Tells whether it may stand in a column of this type.
    #[must_use]
    pub fn is_of(&self, kind: Kind) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(_) => kind == Kind::Text,
            Self::Number(_) => kind == Kind::Number,
            Self::Truth(_) => kind == Kind::Truth,
            Self::Day(_) => kind == Kind::Day,
            Self::Moment(_) => kind == Kind::Moment,
            Self::Percent(_) => kind == Kind::Percent,
        }
    }

    /// Returns it as it stands in CSV: days as 2026-01-16, moments with their offset from UTC.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(at) => at.to_rfc3339_opts(SecondsFormat::AutoSi, false),
            Self::Percent(hundredths) => {
                format!("{}.{:02}", hundredths / 100, hundredths % 100)
            }
        }
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::Number(number.into())
    }
}

/// How many there are; a session counts in `u32`.
impl From<usize> for Value {
    fn from(count: usize) -> Self {
        i64::try_from(count).map_or(Self::Empty, Self::Number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Moment(at)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact() {
        for (said, written) in
            [("91.43", "91.43"), ("100", "100.00"), ("93.3", "93.30"), ("0.05", "0.05")]
        {
            assert_eq!(Value::per_cent(Some(said)).written(), written);
        }
        assert_eq!(Value::per_cent(None), Value::Empty);
        assert_eq!(Value::per_cent(Some("多")), Value::Empty);
    }
}
