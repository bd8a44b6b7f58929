//! 更正姓名: who did what stays. Once something stands in the record under an id, another name is
//! another person, with an id of their own; a name that was only mistyped is put right with a
//! reason, and what had been said with the old one is told beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Event, People, Staff};
use crate::floor::hands;
use crate::people::{is_on_duty, pin};
use crate::session::Past;
use crate::{PersonId, Reason, Refusal};

/// A name that was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameCorrection {
    pub person: PersonId,
    /// As it had been recorded.
    pub was: String,
    pub now: String,
    pub by: PersonId,
    pub reason: Reason,
}

impl People {
    /// Tells whether something stands in the record under this id: its name is fixed.
    #[must_use]
    pub fn has_acted(&self, id: &PersonId) -> bool {
        self.acted.contains(id)
    }

    /// Returns every name of the staff that was put right, in order.
    #[must_use]
    pub fn name_corrections(&self) -> &[NameCorrection] {
        &self.name_corrections
    }
}

/// Tells whether an event is an act of a person that the record names them for. Preparing, counting
/// the people present, printing and showing are the office's.
pub(crate) fn is_an_act(event: &crate::Event) -> bool {
    match event {
        crate::Event::Round(_)
        | crate::Event::Keying(_)
        | crate::Event::Ruling(_)
        | crate::Event::Follow(_)
        | crate::Event::HandTally(_)
        | crate::Event::Lent(_)
        | crate::Event::Pin(
            pin::Event::Set { .. }
            | pin::Event::Removed { .. }
            | pin::Event::DeskTaken { proven: true },
        )
        | crate::Event::People(Event::NameCorrected { .. }) => true,
        crate::Event::Hand(event) => {
            !matches!(event, hands::Event::Prepared { .. } | hands::Event::Changed { .. })
        }
        crate::Event::Pin(pin::Event::Refused { .. } | pin::Event::DeskTaken { proven: false })
        | crate::Event::Meeting(_)
        | crate::Event::People(
            Event::RosterListed { .. }
            | Event::DeputySaved { .. }
            | Event::DeputyRemoved { .. }
            | Event::StaffAppointed { .. },
        )
        | crate::Event::Ballot(_)
        | crate::Event::Sittings(_)
        | crate::Event::Projects(_)
        | crate::Event::Proposals(_)
        | crate::Event::Record(_)
        | crate::Event::Attendance(_)
        | crate::Event::Away(_)
        | crate::Event::Paper(_)
        | crate::Event::Hall(_)
        | crate::Event::Rehearsal(_) => false,
    }
}

/// Nobody takes over what another did by having their name overtyped, or another's name by coming
/// in beside the one whose PIN they do not know.
pub(super) fn check_names(session: &Past, staff: &[Staff]) -> Result<(), Refusal> {
    let people = &session.people;
    let holders = PinHolders::of(session);
    for Staff { id, name, .. } in staff {
        let recorded = people.name_of(id);
        if people.has_acted(id) && recorded != name {
            let (name, other) = (recorded.to_owned(), name.clone());
            return Err(Refusal::NameStays { name, other });
        }
        holders.check(id, name)?;
    }
    Ok(())
}

/// Whose PIN is set, by the name they stand in the record with.
struct PinHolders<'a>(BTreeMap<&'a str, BTreeSet<&'a PersonId>>);

impl<'a> PinHolders<'a> {
    fn of(session: &'a Past) -> Self {
        let mut holders = BTreeMap::<_, BTreeSet<_>>::new();
        for id in session.pins.set() {
            holders.entry(session.people.name_of(id)).or_default().insert(id);
        }
        Self(holders)
    }

    /// Whoever has a PIN keeps id and role, or has it removed on record first.
    fn check(&self, id: &PersonId, name: &str) -> Result<(), Refusal> {
        let others = self.0.get(name).is_some_and(|ids| ids.iter().any(|other| *other != id));
        if others { Err(Refusal::PinStays { name: name.to_owned() }) } else { Ok(()) }
    }
}

/// A corrected name stands on what a person did: whoever corrects it shows who they are, and not
/// while that person is needed.
pub(super) fn check_correctable(
    session: &Past,
    person: &PersonId,
    actor: &PersonId,
) -> Result<(), Refusal> {
    let people = &session.people;
    if session.pins.hash_of(actor).is_none() {
        return Err(Refusal::PinToCorrectWith { name: people.name_of(actor).to_owned() });
    }
    if is_on_duty(session, person) {
        return Err(Refusal::NameOnDuty { name: people.name_of(person).to_owned() });
    }
    Ok(())
}

pub(crate) fn correct(
    session: &Past,
    id: &PersonId,
    name: &str,
    reason: &str,
) -> Result<Event, Refusal> {
    let people = &session.people;
    let not_there = || Refusal::NotOnTheStaff { person: id.0.clone() };
    let person = people.staff(id).ok_or_else(not_there)?;
    if name.trim().is_empty() {
        return Err(Refusal::StaffWithoutName { role: person.role });
    }
    if person.name == name {
        return Err(Refusal::NameUnchanged { name: name.to_owned() });
    }
    if people.staff.iter().any(|other| other.name == name) {
        return Err(Refusal::OnePersonOneRole { name: name.to_owned() });
    }
    PinHolders::of(session).check(id, name)?;
    let reason = Reason::given(reason)?;
    Ok(Event::NameCorrected { person: id.clone(), name: name.to_owned(), reason, proven: true })
}

pub(super) fn corrected(
    people: &mut People,
    id: &PersonId,
    name: &str,
    reason: &Reason,
    by: &PersonId,
) {
    let Some(person) = people.staff.iter_mut().find(|person| person.id == *id) else { return };
    let was = std::mem::replace(&mut person.name, name.to_owned());
    people.name_corrections.push(NameCorrection {
        person: id.clone(),
        was,
        now: name.to_owned(),
        by: by.clone(),
        reason: reason.clone(),
    });
}
