//! 理由: why something was done that the record alone would not explain.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// 理由, 决定记录: given by a person, never empty. What a command brings is cleaned and held to a
/// length when it is entered; an entry of an older file keeps the reason it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reason(String);

impl Reason {
    /// The most characters of one that is entered.
    pub const LONGEST: u32 = 2_000;

    /// Returns a reason that must be given.
    ///
    /// # Errors
    /// [`Refusal::ReasonMissing`].
    pub fn given(text: &str) -> Result<Self, Refusal> {
        if text.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(Self(text.to_owned())) }
    }

    /// Returns a reason that may be left out.
    #[must_use]
    pub fn if_given(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// Returns what was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Reason> for String {
    fn from(reason: Reason) -> Self {
        reason.0
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

/// A reason that may be left out stands in an entry as a text, empty without one.
pub(crate) mod left_out {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Reason;

    #[expect(clippy::ref_option, reason = "as serde calls it")]
    pub(crate) fn serialize<S: Serializer>(
        reason: &Option<Reason>,
        out: S,
    ) -> Result<S::Ok, S::Error> {
        reason.as_ref().map_or("", Reason::as_str).serialize(out)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        written: D,
    ) -> Result<Option<Reason>, D::Error> {
        String::deserialize(written).map(|text| Reason::if_given(&text))
    }
}
