//! 演练: a copy of a session in which everything may be tried. Its first own entry says so; from
//! then on every view and every paper carries 演练, and nothing leads out of it: it is never sealed,
//! no result of it is taken out, and no entry makes it a real one again.

use serde::{Deserialize, Serialize};

use crate::people::pin::Pins;
use crate::session::{OutOfPlace, Past};
use crate::{Entry, PaperId, PersonId, Refusal, Timestamp};

/// 演练: who began it, when, and what chance in it follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    pub by: PersonId,
    pub at: Timestamp,
    /// What ballots that nobody marked are made from: the same seed makes the same ones.
    pub seed: String,
    /// The last paper that was issued before it: those are the real ones.
    papers_before: PaperId,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The file became a rehearsal, for ever.
    #[serde(rename = "rehearsal.begun")]
    Begun {
        /// 16 hexadecimal figures.
        seed: String,
    },
}

impl Past {
    /// 演练: returns how it began; `None` of a real session.
    #[must_use]
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        self.rehearsal.as_ref()
    }

    /// Tells whether this is a rehearsal.
    #[must_use]
    pub fn is_rehearsal(&self) -> bool {
        self.rehearsal.is_some()
    }

    /// Returns the rehearsal: what is made up is made up nowhere else.
    ///
    /// # Errors
    /// [`Refusal::NoRehearsal`].
    pub fn rehearsed(&self) -> Result<&Rehearsal, Refusal> {
        self.rehearsal.as_ref().ok_or(Refusal::NoRehearsal)
    }

    /// Checks that what is taken out as a result is one.
    ///
    /// # Errors
    /// [`Refusal::OnlyRehearsed`].
    pub fn check_real(&self) -> Result<(), Refusal> {
        if self.is_rehearsal() { Err(Refusal::OnlyRehearsed) } else { Ok(()) }
    }

    /// Checks that an issued paper may be taken out: in a rehearsal only one that carries 演练.
    ///
    /// # Errors
    /// [`Refusal::PaperOfTheReal`].
    pub fn check_taken_out(&self, paper: PaperId) -> Result<(), Refusal> {
        let real = |rehearsal: &Rehearsal| paper <= rehearsal.papers_before;
        if self.rehearsal.as_ref().is_some_and(real) {
            Err(Refusal::PaperOfTheReal { paper })
        } else {
            Ok(())
        }
    }
}

/// A vote that goes on is not rehearsed: its ballots are out, and its marks are nobody's to copy.
pub(crate) fn decide(session: &Past, seed: &str) -> Result<Vec<crate::Event>, Refusal> {
    session.described()?;
    session.check_real()?;
    match session.under_way() {
        Some(title) => Err(Refusal::VoteUnderWay { title }),
        None => Ok(vec![Event::Begun { seed: seed.to_owned() }.into()]),
    }
}

/// Nobody's PIN is asked for: whoever rehearses keys and rules for others, and a PIN of the real
/// session is not for that. What was printed before stands in the real session alone.
pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    let Event::Begun { seed } = event;
    if session.is_rehearsal() {
        return Err(OutOfPlace("a rehearsal of a rehearsal"));
    }
    session.pins = Pins::default();
    begin(session, seed, entry);
    Ok(())
}

/// Also of a desk away, which is set up for a rehearsal or for the real thing.
pub(crate) fn begin(session: &mut Past, seed: &str, entry: &Entry) {
    let papers_before = session.papers.last().map_or(PaperId(0), crate::paper::Paper::id);
    session.rehearsal = Some(Rehearsal {
        by: entry.actor.clone(),
        at: entry.at,
        seed: seed.to_owned(),
        papers_before,
    });
}
