//! 人员: who sits with a vote, who attends without one, and who counts (选举法 43: the roles are
//! separate people).

pub mod conflict;
pub mod duties;
pub mod naming;
pub mod pin;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::ids::number;
use crate::round::{Round, matter};
use crate::session::Past;
use crate::sittings::Member;
use crate::{Entry, PersonId, Reason, Refusal};

pub use naming::NameCorrection;

/// 代表: sits with a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Deputy {
    /// Number on the roster, from 1, unique.
    pub number: u32,
    /// Unpadded, NFC.
    pub name: String,
    /// 女 is noted after the name; empty if not.
    pub sex: String,
    /// 民族, noted after the name unless 汉族.
    pub ethnicity: String,
    /// 代表团 or 选区.
    pub delegation: String,
    /// 单位职务.
    pub post: String,
    /// Tells two people of one name apart.
    pub note: String,
}

/// 列席: attends without a vote and is never counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Observer {
    /// Unpadded, NFC.
    pub name: String,
    /// 单位职务.
    pub post: String,
}

/// What somebody does in the vote. One person has one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 秘书: prepares and prints.
    Secretary,
    /// 总监票人: rules on validity and certifies the count.
    ChiefScrutineer,
    /// 监票人: rules on what differs between the keyings.
    Scrutineer,
    /// 计票人: keys.
    Teller,
}

/// 工作人员: somebody with a role in the vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Unique; the journal's actor.
    pub id: PersonId,
    /// Unpadded, NFC.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// 副总监票人 among the scrutineers, 总计票人 among the tellers: papers name them so, and they sign
    /// so. They may do what their role may.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub leads: bool,
}

impl Staff {
    /// Returns somebody who leads nobody.
    #[must_use]
    pub const fn of(id: PersonId, name: String, role: Role) -> Self {
        Self { id, name, role, leads: false }
    }

    /// Returns what papers call whoever does this.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match (self.role, self.leads) {
            (Role::Secretary, _) => "秘书",
            (Role::ChiefScrutineer, _) => "总监票人",
            (Role::Scrutineer, true) => "副总监票人",
            (Role::Scrutineer, false) => "监票人",
            (Role::Teller, true) => "总计票人",
            (Role::Teller, false) => "计票人",
        }
    }
}

/// Everybody in the hall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    pub(crate) deputies: Vec<Deputy>,
    /// As listed.
    pub(crate) observers: Vec<Observer>,
    /// As appointed.
    pub(crate) staff: Vec<Staff>,
    /// Who was on the staff before, as they were last: their names stay in the record.
    pub(crate) former: BTreeMap<PersonId, Staff>,
    /// Under whose id something stands in the record.
    pub(crate) acted: BTreeSet<PersonId>,
    /// In order.
    pub(crate) name_corrections: Vec<NameCorrection>,
    /// Deputies whose names were put right, as they stood before and after.
    renamed: Vec<(Member, Member)>,
}

impl People {
    /// Returns the deputies in the order of their numbers.
    #[must_use]
    pub fn deputies(&self) -> &[Deputy] {
        &self.deputies
    }

    /// Returns who on the roster now is somebody that stood on it when something was recorded: under
    /// the same number and name, also one put right since, else the only one of that name.
    #[must_use]
    pub fn deputy_of(&self, member: &Member) -> Option<&Deputy> {
        let renamed = self.renamed.iter();
        let now = renamed.fold(member, |now, (was, is)| if was == now { is } else { now });
        let same = |deputy: &&Deputy| deputy.name == now.name;
        let mut alike = self.deputies.iter().filter(same);
        match (alike.clone().find(|deputy| deputy.number == now.number), alike.next()) {
            (Some(found), _) => Some(found),
            (None, only) => only.filter(|_| alike.next().is_none()),
        }
    }

    /// Tells whether somebody stands on the roster under this number and name.
    pub(crate) fn is_deputy(&self, member: &Member) -> bool {
        self.deputies.iter().any(|deputy| Member::of(deputy) == *member)
    }

    /// Returns the observers, as listed.
    #[must_use]
    pub fn observers(&self) -> &[Observer] {
        &self.observers
    }

    /// Returns everybody on the staff, as appointed.
    #[must_use]
    pub fn appointed(&self) -> &[Staff] {
        &self.staff
    }

    /// Returns the member of the staff with this id.
    #[must_use]
    pub fn staff(&self, id: &PersonId) -> Option<&Staff> {
        self.staff.iter().find(|person| person.id == *id)
    }

    /// Returns who holds an office, and whoever held one before.
    pub fn ever_appointed(&self) -> impl Iterator<Item = &Staff> {
        self.staff.iter().chain(self.former.values())
    }

    /// Returns everybody with this role, as appointed.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Staff> {
        self.staff.iter().filter(move |person| person.role == role)
    }

    /// Returns everybody with one of these roles, in the order of the roles and as appointed.
    pub(crate) fn ids_with(&self, roles: &[Role]) -> Vec<PersonId> {
        let with = |role: &Role| self.with_role(*role).map(|person| person.id.clone());
        roles.iter().flat_map(with).collect()
    }

    /// Returns the name, or the id of somebody no longer on the staff.
    #[must_use]
    pub fn name_of<'a>(&'a self, id: &'a PersonId) -> &'a str {
        self.staff(id)
            .or_else(|| self.former.get(id))
            .map_or(id.0.as_str(), |person| person.name.as_str())
    }

    pub(crate) fn require(&self, actor: &PersonId, roles: &[Role]) -> Result<(), Refusal> {
        let role = self
            .staff(actor)
            .map(|person| person.role)
            .ok_or_else(|| Refusal::NotOnTheStaff { person: actor.0.clone() })?;
        if roles.contains(&role) {
            return Ok(());
        }
        Err(Refusal::WrongRole {
            name: self.name_of(actor).to_owned(),
            role,
            needed: roles.to_vec(),
        })
    }
}

/// What happened to the lists of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The whole roster was taken over from a list.
    #[serde(rename = "people.roster_listed")]
    RosterListed {
        /// 代表.
        deputies: Vec<Deputy>,
        /// 列席.
        observers: Vec<Observer>,
    },
    /// A deputy was added, or one with the same number corrected.
    #[serde(rename = "people.deputy_saved")]
    DeputySaved {
        /// As it is now.
        deputy: Deputy,
    },
    /// A deputy left the roster.
    #[serde(rename = "people.deputy_removed")]
    DeputyRemoved {
        /// Number on the roster.
        number: u32,
    },
    /// The whole staff was appointed.
    #[serde(rename = "people.staff_appointed")]
    StaffAppointed {
        /// 工作人员.
        staff: Vec<Staff>,
        /// Whether the name of who had acted was held to. Nobody asked before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        names_stand: bool,
    },
    /// A mistyped name of somebody on the staff was put right; it is the same person.
    #[serde(rename = "people.name_corrected")]
    NameCorrected {
        person: PersonId,
        /// As it is.
        name: String,
        reason: Reason,
        /// Whether whoever put it right had a PIN, and typed it. Nobody had to before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        proven: bool,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "PeopleCommand"))]
pub enum Command {
    /// Take over a whole roster.
    ListRoster {
        /// 代表.
        deputies: Vec<Deputy>,
        /// 列席.
        observers: Vec<Observer>,
    },
    /// Add a deputy or correct the one with the same number.
    SaveDeputy { deputy: Deputy },
    /// Take a deputy off the roster.
    RemoveDeputy {
        /// Number on the roster.
        number: u32,
    },
    /// Appoint the whole staff.
    AppointStaff {
        /// 工作人员.
        staff: Vec<Staff>,
    },
    /// 更正姓名: put a mistyped name of somebody on the staff right.
    CorrectName {
        person: PersonId,
        /// As it is.
        name: String,
        /// Why; not empty.
        reason: String,
    },
}

pub(crate) fn decide(
    session: &Past,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let people = &session.people;
    let event = match command {
        Command::ListRoster { deputies, observers } => {
            check_roster(deputies)?;
            Event::RosterListed { deputies: deputies.clone(), observers: observers.clone() }
        }
        Command::SaveDeputy { deputy } => {
            let mut after: Vec<Deputy> = people
                .deputies
                .iter()
                .filter(|other| other.number != deputy.number)
                .cloned()
                .collect();
            after.push(deputy.clone());
            check_roster(&after)?;
            Event::DeputySaved { deputy: deputy.clone() }
        }
        Command::RemoveDeputy { number } => {
            if !people.deputies.iter().any(|deputy| deputy.number == *number) {
                return Err(Refusal::NoSuchDeputy { number: *number });
            }
            Event::DeputyRemoved { number: *number }
        }
        Command::AppointStaff { staff } => {
            check_staff(session, staff)?;
            naming::check_names(session, staff)?;
            Event::StaffAppointed { staff: staff.clone(), names_stand: true }
        }
        Command::CorrectName { person, name, reason } => {
            naming::check_correctable(session, person, actor)?;
            naming::correct(session, person, name, reason)?
        }
    };
    Ok(vec![event.into()])
}

/// Checks what a version could ask that held nobody to their name.
pub(crate) fn check_appointed_before(
    session: &Past,
    staff: &[Staff],
    actor: &PersonId,
) -> Result<(), Refusal> {
    if !session.people.staff.is_empty() {
        session.people.require(actor, duties::SECRETARY)?;
    }
    check_staff(session, staff)
}

fn check_roster(deputies: &[Deputy]) -> Result<(), Refusal> {
    let mut numbers = BTreeSet::new();
    let mut names = BTreeSet::new();
    for deputy in deputies {
        if deputy.name.trim().is_empty() {
            return Err(Refusal::DeputyWithoutName { number: deputy.number });
        }
        if !numbers.insert(deputy.number) {
            return Err(Refusal::DeputyNumberTwice { number: deputy.number });
        }
        if !names.insert((&deputy.name, &deputy.note)) {
            return Err(Refusal::NameNeedsNote { name: deputy.name.clone() });
        }
    }
    Ok(())
}

fn check_staff(session: &Past, staff: &[Staff]) -> Result<(), Refusal> {
    let mut ids = BTreeSet::new();
    let mut names = BTreeSet::new();
    for person in staff {
        if person.name.trim().is_empty() {
            return Err(Refusal::StaffWithoutName { role: person.role });
        }
        if !ids.insert(&person.id) || !names.insert(&person.name) {
            return Err(Refusal::OnePersonOneRole { name: person.name.clone() });
        }
    }
    if !staff.iter().any(|person| person.role == Role::Secretary) {
        return Err(Refusal::StaffMissing { role: Role::Secretary, needed: 1, appointed: 0 });
    }
    let stays = |person: &Staff| {
        staff.iter().any(|other| other.id == person.id && other.role == person.role)
    };
    let at_work = |person: &Staff| is_at_work(session, &person.id);
    let lost = session.people.staff.iter().find(|person| at_work(person) && !stays(person));
    match lost {
        Some(person) => Err(Refusal::StaffAtWork { name: person.name.clone() }),
        None => Ok(()),
    }
}

/// Tells whether a person has counted in a round, or hands, whose result is not announced yet.
pub(crate) fn is_at_work(session: &Past, person: &PersonId) -> bool {
    session.rounds.iter().any(|round| round.is_counting() && round.has_worked(person))
        || session.hand_votes.iter().any(|vote| vote.has_counting(person))
}

/// 在岗: tells whether somebody is needed in a round that runs: the chief scrutineer from the first
/// ballot on, a scrutineer once the box is open, whoever has counted.
pub(crate) fn is_on_duty(session: &Past, person: &PersonId) -> bool {
    let role = session.people.staff(person).map(|person| person.role);
    let runs = |round: &Round| match role {
        Some(Role::ChiefScrutineer) => !matter::is_over(&[round]),
        Some(Role::Scrutineer) => !matter::is_over(&[round]) && round.collected().is_some(),
        Some(Role::Secretary | Role::Teller) | None => false,
    };
    session.rounds.iter().any(runs) || is_at_work(session, person)
}

/// Counting needs one chief scrutineer, one scrutineer and two tellers (选举法 43, double keying).
pub(crate) fn check_counting_staff(people: &People) -> Result<(), Refusal> {
    check_appointed(people, &[(Role::ChiefScrutineer, 1), (Role::Scrutineer, 1), (Role::Teller, 2)])
}

/// Hands are counted by two tellers; where they differ the chief scrutineer rules.
pub(crate) fn check_hand_staff(people: &People) -> Result<(), Refusal> {
    check_appointed(people, &[(Role::ChiefScrutineer, 1), (Role::Teller, 2)])
}

fn check_appointed(people: &People, staff: &[(Role, u32)]) -> Result<(), Refusal> {
    for (role, needed) in staff.iter().copied() {
        let appointed = number(people.with_role(role).count());
        if appointed < needed {
            return Err(Refusal::StaffMissing { role, needed, appointed });
        }
    }
    Ok(())
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) {
    let people = &mut session.people;
    match event {
        Event::RosterListed { deputies, observers } => {
            people.deputies.clone_from(deputies);
            people.observers.clone_from(observers);
        }
        Event::DeputySaved { deputy } => {
            let before = people.deputies.iter().find(|other| other.number == deputy.number);
            if let Some(before) = before.filter(|before| before.name != deputy.name) {
                people.renamed.push((Member::of(before), Member::of(deputy)));
            }
            people.deputies.retain(|other| other.number != deputy.number);
            people.deputies.push(deputy.clone());
        }
        Event::DeputyRemoved { number } => {
            people.deputies.retain(|deputy| deputy.number != *number);
        }
        Event::NameCorrected { person, name, reason, .. } => {
            naming::corrected(people, person, name, reason, &entry.actor);
        }
        Event::StaffAppointed { staff, .. } => {
            let before = std::mem::replace(&mut people.staff, staff.clone());
            people.former.extend(before.into_iter().map(|person| (person.id.clone(), person)));
        }
    }
    people.deputies.sort_by_key(|deputy| deputy.number);
}
