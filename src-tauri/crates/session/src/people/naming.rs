//! 更正姓名: who did what stays. Once something stands in the record under an id, another name is
//! another person, with an id of their own; a name that was only mistyped is put right with a
//! reason, and what had been said with the old one is told beside it.

use super::{Event, People, Staff};
use crate::floor::hands;
use crate::people::pin;
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
    for Staff { id, name, .. } in staff {
        let recorded = people.name_of(id);
        if people.has_acted(id) && recorded != name {
            let (name, other) = (recorded.to_owned(), name.clone());
            return Err(Refusal::NameStays { name, other });
        }
        check_pin_of(session, id, name)?;
    }
    Ok(())
}

/// Whoever has a PIN keeps id and role, or has it removed on record first.
fn check_pin_of(session: &Past, id: &PersonId, name: &str) -> Result<(), Refusal> {
    let people = &session.people;
    let other = |one: &Staff| one.id != *id && people.name_of(&one.id) == name;
    let with_pin = |one: &Staff| other(one) && session.pins.hash_of(&one.id).is_some();
    if people.ever_appointed().any(with_pin) {
        return Err(Refusal::PinStays { name: name.to_owned() });
    }
    Ok(())
}

pub(super) fn correct(
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
    check_pin_of(session, id, name)?;
    let reason = Reason::given(reason)?;
    Ok(Event::NameCorrected { person: id.clone(), name: name.to_owned(), reason })
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
