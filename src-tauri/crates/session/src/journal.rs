//! The journal's entries: what happened, when, by whom. Kinds and fields are in past tense and
//! never get another meaning.

use serde::{Deserialize, Serialize};

use crate::ballot::follow;
use crate::floor::{attendance, hall, hands, meeting, rehearsal};
use crate::people::pin;
use crate::round::{away, by_hand, keying, lent, ruling};
use crate::{
    PersonId, Timestamp, ballot, bounds, paper, people, projects, proposals, record, round,
    sittings,
};

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Position in the journal, from 1 without gaps.
    pub seq: u32,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who did it.
    pub actor: PersonId,
    /// What happened.
    pub event: Event,
}

macro_rules! events {
    ($($(#[$doc:meta])* $room:ident: $module:ident, $prefix:literal;)*) => {
        /// Something that happened, by the room it happened in. Serialises as `{"kind":
        /// "room.what_happened", "body": {…}}`.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Event {
            $($(#[$doc])* $room($module::Event),)*
        }

        impl Event {
            /// Reads an event from its kind (`room.what_happened`) and its body.
            ///
            /// # Errors
            /// [`UnknownEvent`] when no room knows the kind, the body is not that kind's, or a
            /// number or a text of it is beyond [`crate::bounds`].
            pub fn read(kind: &str, body: serde_json::Value) -> Result<Self, UnknownEvent> {
                let unknown = |reason: String| UnknownEvent { kind: kind.to_owned(), reason };
                bounds::check_value(&body).map_err(|refusal| unknown(refusal.to_string()))?;
                let tagged = serde_json::json!({ "kind": kind, "body": body });
                match kind.split('.').next() {
                    $(Some($prefix) => serde_json::from_value(tagged).map(Self::$room).map_err(|error| unknown(error.to_string())),)*
                    Some(_) | None => Err(unknown("no such room".to_owned())),
                }
            }
        }

        $(impl From<$module::Event> for Event {
            fn from(event: $module::Event) -> Self {
                Self::$room(event)
            }
        })*
    };
}

events! {
    /// The session's own facts.
    Meeting: meeting, "meeting";
    /// Who sits, who counts.
    People: people, "people";
    /// What is voted on.
    Ballot: ballot, "ballot";
    /// The sittings, their agenda, who came.
    Sittings: sittings, "sittings";
    /// The projects through their life.
    Projects: projects, "projects";
    /// What deputies handed in.
    Proposals: proposals, "proposals";
    /// What deputies did.
    Record: record, "record";
    /// Who is present.
    Attendance: attendance, "attendance";
    /// Issue, collection, certification.
    Round: round, "round";
    /// What the tellers keyed.
    Keying: keying, "keying";
    /// What scrutineers ruled.
    Ruling: ruling, "ruling";
    /// What was decided after a result.
    Follow: follow, "follow";
    /// What was decided without paper.
    Hand: hands, "hand";
    /// What was counted by hand.
    HandTally: by_hand, "hand_tally";
    /// What went out to be keyed elsewhere, and came back.
    Lent: lent, "lent";
    /// How a desk away was set up.
    Away: away, "away";
    /// Whose PIN was set, and who took the desk.
    Pin: pin, "pin";
    /// What was printed.
    Paper: paper, "paper";
    /// What the hall was shown.
    Hall: hall, "hall";
    /// That all of it is a rehearsal.
    Rehearsal: rehearsal, "rehearsal";
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { kind, body } = Written::deserialize(deserializer)?;
        Self::read(&kind, body).map_err(serde::de::Error::custom)
    }
}

/// An event as written: kind and body apart.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: String,
    body: serde_json::Value,
}

/// An event this program does not know: the file is newer, or not a journal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {reason}")]
pub struct UnknownEvent {
    /// The kind as written.
    pub kind: String,
    /// Why it could not be read.
    pub reason: String,
}
