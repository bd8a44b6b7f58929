//! PIN 码: handing the desk over and certifying need the person's own PIN. The journal holds only
//! its salted hash; whether a typed PIN fits is found out at the edge and comes in as a [`Proof`],
//! which no command of a window can carry.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::floor::{hands, meeting};
use crate::people::Role;
use crate::round::{by_hand, keying};
use crate::session::Session;
use crate::{Command, EdgeCommand, Entry, PersonId, Reason, Refusal, Timestamp, round};

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
    wrong: BTreeMap<PersonId, (u32, Timestamp)>,
}

/// Fewest and most figures of a PIN.
const FIGURES: std::ops::RangeInclusive<usize> = 4..=8;
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

    /// Returns how often a wrong PIN was typed for a person since the right one.
    #[must_use]
    pub fn wrong(&self, person: &PersonId) -> u32 {
        self.wrong.get(person).map_or(0, |(wrong, _)| *wrong)
    }

    /// Returns how many seconds must still pass before a PIN of this person is looked at again; 0
    /// if none.
    #[must_use]
    pub fn wait(&self, person: &PersonId, now: Timestamp) -> u32 {
        let Some((wrong, last)) = self.wrong.get(person) else { return 0 };
        let Some(beyond) = wrong.checked_sub(FORGIVEN) else { return 0 };
        let delay = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(beyond)).min(LONGEST_WAIT);
        let until = *last + TimeDelta::seconds(i64::from(delay));
        u32::try_from((until - now).num_seconds()).unwrap_or(0).min(delay)
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
    if figures { Ok(()) } else { Err(Refusal::PinFigures { least: 4, most: 8 }) }
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
    Removed { person: PersonId, reason: Reason },
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
    /// Remove the forgotten PIN of somebody, who can then set another.
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
    session: &Session,
    command: &PinCommand,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        PinCommand::TakeDesk => {
            session.people.require(actor, EVERYBODY)?;
            Event::DeskTaken { proven: session.pins.hash_of(actor).is_some() }
        }
        PinCommand::RemovePin { person, reason } => {
            session.people.require(actor, &[Role::Secretary])?;
            if session.pins.hash_of(person).is_none() {
                return Err(Refusal::NoPin { name: session.people.name_of(person).to_owned() });
            }
            Event::Removed { person: person.clone(), reason: Reason::given(reason)? }
        }
    };
    Ok(vec![event.into()])
}

const EVERYBODY: &[Role] =
    &[Role::Secretary, Role::ChiefScrutineer, Role::Scrutineer, Role::Teller];

pub(crate) fn decide_looked(
    session: &Session,
    looked: &Looked,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    session.people.require(actor, EVERYBODY)?;
    let event = match looked {
        Looked::Set { hash } => Event::Set { hash: hash.clone() },
        Looked::Wrong => Event::Refused { person: actor.clone() },
    };
    Ok(vec![event.into()])
}

/// Which commands need a PIN where one is set: keying one at the desk, certifying, what is done with
/// a certificate, and sealing a fresh one.
pub(crate) fn check_proof(
    session: &Session,
    command: &Command,
    who: Actor<'_>,
) -> Result<(), Refusal> {
    match command {
        Command::Keying(command) if is_keying(command) => at_the_desk(session, who),
        Command::Round(
            round::Command::Certify { .. }
            | round::Command::Reopen { .. }
            | round::Command::BreakOff { .. }
            | round::Command::CorrectAnnouncement { .. },
        )
        | Command::Hand(
            hands::Command::CorrectHands { .. } | hands::Command::CorrectAcclamation { .. },
        )
        | Command::HandTally(by_hand::Command::RuleHandTally { .. })
        | Command::Meeting(meeting::Command::Seal { .. })
        | Command::Pin(PinCommand::TakeDesk) => afresh(session, who),
        Command::Round(
            round::Command::OpenRound { .. }
            | round::Command::OpenTogether { .. }
            | round::Command::Collect { .. }
            | round::Command::CorrectNumbers { .. }
            | round::Command::AnnounceCollection { .. }
            | round::Command::AnnounceResult { .. },
        )
        | Command::HandTally(
            by_hand::Command::EnterHandTally { .. }
            | by_hand::Command::CountByHand { .. }
            | by_hand::Command::WithdrawHandCount { .. },
        )
        | Command::Keying(_)
        | Command::Lent(_)
        | Command::Pin(PinCommand::RemovePin { .. })
        | Command::Meeting(_)
        | Command::People(_)
        | Command::Ballot(_)
        | Command::Attendance(_)
        | Command::Ruling(_)
        | Command::Follow(_)
        | Command::Hand(_)
        | Command::Paper(_)
        | Command::Hall(_) => Ok(()),
    }
}

/// A PIN is changed with the one before; whoever lends bundles or brings them back sits at the desk.
pub(crate) fn check_proof_at_edge(
    session: &Session,
    command: &EdgeCommand<'_>,
    who: Actor<'_>,
) -> Result<(), Refusal> {
    match command {
        EdgeCommand::Look(Looked::Set { .. }) => afresh(session, who),
        EdgeCommand::SetUpDesk { .. }
        | EdgeCommand::Lend { .. }
        | EdgeCommand::BringBack { .. } => at_the_desk(session, who),
        EdgeCommand::Look(Looked::Wrong)
        | EdgeCommand::IssuePaper(_)
        | EdgeCommand::TakeOutToEdit { .. } => Ok(()),
    }
}

fn at_the_desk(session: &Session, who: Actor<'_>) -> Result<(), Refusal> {
    needs(session, who.person, who.proof != Proof::None)
}

fn afresh(session: &Session, who: Actor<'_>) -> Result<(), Refusal> {
    needs(session, who.person, who.proof == Proof::Pin)
}

/// What a teller does at the desk; a scrutineer takes bundles away from beside it.
fn is_keying(command: &keying::Command) -> bool {
    match command {
        keying::Command::TakeBundle { .. }
        | keying::Command::KeySheet { .. }
        | keying::Command::PauseSheet { .. }
        | keying::Command::RecallSheet { .. }
        | keying::Command::CountBundle { .. }
        | keying::Command::CloseBundle { .. } => true,
        keying::Command::ReleaseBundle { .. } | keying::Command::MendBundle { .. } => false,
    }
}

fn needs(session: &Session, actor: &PersonId, proven: bool) -> Result<(), Refusal> {
    if proven || session.pins.hash_of(actor).is_none() {
        return Ok(());
    }
    Err(Refusal::PinNeeded { name: session.people.name_of(actor).to_owned() })
}

pub(crate) fn apply(session: &mut Session, event: &Event, entry: &Entry) {
    let pins = &mut session.pins;
    match event {
        Event::Set { hash } => {
            pins.hashes.insert(entry.actor.clone(), hash.clone());
            pins.proved(&entry.actor);
        }
        Event::Removed { person, .. } => {
            pins.hashes.remove(person);
            pins.proved(person);
        }
        Event::Refused { person } => {
            let wrong = pins.wrong.get(person).map_or(0, |(wrong, _)| *wrong).saturating_add(1);
            pins.wrong.insert(person.clone(), (wrong, entry.at));
        }
        Event::DeskTaken { proven: true } => pins.proved(&entry.actor),
        Event::DeskTaken { proven: false } => {}
    }
}
