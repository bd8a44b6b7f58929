//! PIN 码: handing the desk over and certifying need the person's own PIN. The journal holds only
//! its salted hash; whether a typed PIN fits is found out at the edge and comes in as a [`Proof`],
//! which no command of a window can carry.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::people::{Role, duties, is_at_work, is_on_duty};
use crate::session::Past;
use crate::{Entry, PersonId, Reason, Refusal, Timestamp};

/// What the edge found out about who is asking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Proof {
    /// Nothing.
    #[default]
    None,
    /// This person took the desk of this machine with their PIN, and nobody else has since.
    Desk,
    /// The PIN came with this very command and fits.
    Pin,
}

/// Who asks, and what the edge found out about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor<'a> {
    /// Who they say they are.
    pub person: &'a PersonId,
    /// What shows it.
    pub proof: Proof,
}

/// Somebody who has proved nothing.
impl<'a> From<&'a PersonId> for Actor<'a> {
    fn from(person: &'a PersonId) -> Self {
        Self { person, proof: Proof::None }
    }
}

/// Whose PIN is set, and how often a wrong one was typed since the right one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pins {
    hashes: BTreeMap<PersonId, String>,
    removed: Vec<PinRemoved>,
    wrong: BTreeMap<PersonId, u32>,
}

/// 取消: how somebody's forgotten PIN was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinRemoved {
    pub person: PersonId,
    /// As it was then: whoever comes in anew under it may be the same person.
    pub name: String,
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Reason,
}

/// Fewest and most figures of a PIN that is set; four could be, and still open what they opened.
const FIGURES: std::ops::RangeInclusive<usize> = 6..=8;
/// So many wrong ones in a row are forgiven at once.
const FORGIVEN: u32 = 3;
/// Wait after the first one that is not forgiven, in seconds; it doubles with every further one.
const FIRST_WAIT: u32 = 15;
/// The longest wait, in seconds: a count must go on.
const LONGEST_WAIT: u32 = 240;

impl Pins {
    /// Returns the salted hash of a person's PIN, if one is set.
    #[must_use]
    pub fn hash_of(&self, person: &PersonId) -> Option<&str> {
        self.hashes.get(person).map(String::as_str)
    }

    /// Returns everybody whose PIN is set.
    pub fn set(&self) -> impl Iterator<Item = &PersonId> {
        self.hashes.keys()
    }

    /// Returns how the PIN of a person, or of somebody of their name, was removed last, if one ever
    /// was; another may be set since.
    #[must_use]
    pub fn removed(&self, person: &PersonId, name: &str) -> Option<&PinRemoved> {
        self.removed.iter().rev().find(|it| it.person == *person || it.name == name)
    }

    /// Returns how often a wrong PIN was typed for a person since the right one.
    #[must_use]
    pub fn wrong(&self, person: &PersonId) -> u32 {
        self.wrong.get(person).copied().unwrap_or_default()
    }

    /// Returns how many seconds must pass after the last wrong PIN of a person before one is looked
    /// at again, 0 if none. It follows from the tries alone: whoever keeps the record knows a clock
    /// that nobody can set.
    #[must_use]
    pub fn delay(&self, person: &PersonId) -> u32 {
        let Some(beyond) = self.wrong(person).checked_sub(FORGIVEN) else { return 0 };
        FIRST_WAIT.saturating_mul(2_u32.saturating_pow(beyond)).min(LONGEST_WAIT)
    }

    pub(crate) fn proved(&mut self, person: &PersonId) {
        self.wrong.remove(person);
    }
}

/// Checks the figures of a PIN that is to be set.
///
/// # Errors
/// [`Refusal::PinFigures`].
pub fn check_figures(pin: &str) -> Result<(), Refusal> {
    let figures = pin.chars().all(|figure| figure.is_ascii_digit()) && FIGURES.contains(&pin.len());
    if figures { Ok(()) } else { Err(Refusal::PinFigures { least: 6, most: 8 }) }
}

/// What happened to the PINs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// Somebody set a PIN of their own, or changed it.
    #[serde(rename = "pin.set")]
    Set {
        /// Salted argon2 hash in the PHC form; the PIN itself is never written.
        hash: String,
    },
    /// A forgotten PIN was removed.
    #[serde(rename = "pin.removed")]
    Removed {
        person: PersonId,
        reason: Reason,
        /// Whether whoever removed it typed a PIN of their own. Nobody had to before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        proven: bool,
        /// Whether the person was not needed in any round that ran. Only who had counted was asked
        /// for before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        off_duty: bool,
    },
    /// A wrong PIN was typed.
    #[serde(rename = "pin.refused")]
    Refused { person: PersonId },
    /// The desk of a machine was handed over to the one who acts.
    #[serde(rename = "pin.desk_taken")]
    DeskTaken {
        /// Whether the person has a PIN, and so typed it.
        proven: bool,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "PinCommand"))]
pub enum PinCommand {
    /// Take the desk of this machine; with a PIN where one is set.
    TakeDesk,
    /// Remove the forgotten PIN of somebody, who can then set another; with one's own.
    RemovePin {
        person: PersonId,
        /// Why; not empty.
        reason: String,
    },
}

/// What only the edge may ask, after it has looked at a PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// The person set a PIN with this salted hash.
    Set {
        /// In the PHC form.
        hash: String,
    },
    /// The PIN typed for the person does not fit.
    Wrong,
}

pub(crate) fn decide(
    session: &Past,
    command: &PinCommand,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        PinCommand::TakeDesk => Event::DeskTaken { proven: session.pins.hash_of(actor).is_some() },
        PinCommand::RemovePin { person, reason } => {
            check_removable(session, person, actor)?;
            if is_on_duty(session, person) {
                let name = session.people.name_of(person).to_owned();
                return Err(Refusal::PinAtWork { name });
            }
            let reason = Reason::given(reason)?;
            Event::Removed { person: person.clone(), reason, proven: true, off_duty: true }
        }
    };
    Ok(vec![event.into()])
}

/// Whoever sits at the window of somebody else must not get at a PIN: the secretary removes one
/// with their own, and the chief scrutineer with theirs the one a secretary forgot. Who is at work
/// in a running round has typed it for that.
pub(crate) fn check_removable(
    session: &Past,
    person: &PersonId,
    actor: &PersonId,
) -> Result<(), Refusal> {
    let people = &session.people;
    people.require(actor, who_removes(session, person))?;
    let name = people.name_of(person).to_owned();
    if session.pins.hash_of(person).is_none() {
        return Err(Refusal::NoPin { name });
    }
    if session.pins.hash_of(actor).is_none() {
        return Err(Refusal::PinToRemoveWith { name: people.name_of(actor).to_owned() });
    }
    if is_at_work(session, person) { Err(Refusal::PinAtWork { name }) } else { Ok(()) }
}

fn who_removes(session: &Past, person: &PersonId) -> &'static [Role] {
    let of_a_secretary = session.people.staff(person).is_some_and(|it| it.role == Role::Secretary);
    if of_a_secretary { duties::SECRETARY_OR_CHIEF } else { duties::SECRETARY }
}

/// Returns who may remove the PIN of a person: whoever forgot their own has another do it.
pub(crate) fn removers(session: &Past, person: &PersonId) -> Vec<PersonId> {
    let mut by = session.people.ids_with(who_removes(session, person));
    by.retain(|one| one != person);
    by
}

pub(crate) fn decide_looked(looked: &Looked, actor: &PersonId) -> Vec<crate::Event> {
    let event = match looked {
        Looked::Set { hash } => Event::Set { hash: hash.clone() },
        Looked::Wrong => Event::Refused { person: actor.clone() },
    };
    vec![event.into()]
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) {
    let pins = &mut session.pins;
    match event {
        Event::Set { hash } => {
            pins.hashes.insert(entry.actor.clone(), hash.clone());
            pins.proved(&entry.actor);
        }
        Event::Removed { person, reason, .. } => {
            pins.hashes.remove(person);
            pins.proved(person);
            pins.removed.push(PinRemoved {
                person: person.clone(),
                name: session.people.name_of(person).to_owned(),
                by: entry.actor.clone(),
                at: entry.at,
                reason: reason.clone(),
            });
        }
        Event::Refused { person } => {
            let wrong = pins.wrong.entry(person.clone()).or_default();
            *wrong = wrong.saturating_add(1);
        }
        Event::DeskTaken { proven: true } => pins.proved(&entry.actor),
        Event::DeskTaken { proven: false } => {}
    }
}
