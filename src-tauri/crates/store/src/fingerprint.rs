//! 指纹: the hash of an entry and of everything before it.

use std::fmt;

use sha2::{Digest, Sha256};

/// What stands before the first entry.
const BEFORE_THE_FIRST: &str = "piaojue.journal/1";

/// SHA-256 as 64 lower-case hexadecimal figures.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Returns the fingerprint of bytes, such as an issued paper's.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let figure = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
        Self(
            Sha256::digest(bytes)
                .iter()
                .flat_map(|byte| [figure(byte >> 4), figure(byte & 15)])
                .collect(),
        )
    }

    /// Returns the 64 figures.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn recorded(figures: String) -> Self {
        Self(figures)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// Returns the fingerprint of an entry from the one before it and the fields of its row, each as a
/// netstring (`LENGTH:BYTES,`), so that no two different rows have the same form.
pub(crate) fn chained(
    before: Option<&Fingerprint>,
    seq: u32,
    [at, actor, kind, body]: [&str; 4],
) -> Fingerprint {
    let before = before.map_or(BEFORE_THE_FIRST, Fingerprint::as_str);
    let fields = [before, &seq.to_string(), at, actor, kind, body];
    let netstrings = fields.map(|field| format!("{}:{field},", field.len()));
    Fingerprint::of(netstrings.concat().as_bytes())
}
