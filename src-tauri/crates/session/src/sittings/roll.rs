//! 点名: who came to a sitting, by name. Names reach the sign-in book, minutes and the report of
//! absentees; never a sheet of a ballot.

use std::collections::BTreeSet;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::{Sitting, SittingKind};
use crate::ids::number;
use crate::people::Deputy;
use crate::session::Past;
use crate::{Refusal, SittingId};

/// A deputy as they stood on the roster when something was recorded of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Number on the roster.
    pub number: u32,
    pub name: String,
}

impl Member {
    /// Returns a deputy as they stand on the roster.
    #[must_use]
    pub fn of(deputy: &Deputy) -> Self {
        Self { number: deputy.number, name: deputy.name.clone() }
    }
}

/// What became of one deputy at a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Called {
    /// Who.
    pub member: Member,
    pub presence: Presence,
}

/// 出席、迟到、早退、请假.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case", deny_unknown_fields)]
pub enum Presence {
    /// 出席, from the beginning on.
    Present,
    /// 迟到: there, since this hour.
    Late {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        at: NaiveTime,
    },
    /// 早退: was there until this hour.
    Left {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        at: NaiveTime,
    },
    /// 请假.
    Excused { leave: Leave },
}

/// How somebody stands on a roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RollStanding {
    Present,
    Late,
    Left,
    Excused,
}

impl RollStanding {
    /// Those who are there, of whom a quorum is made.
    pub const THERE: [Self; 2] = [Self::Present, Self::Late];

    const fn of(presence: Presence) -> Self {
        match presence {
            Presence::Present => Self::Present,
            Presence::Late { .. } => Self::Late,
            Presence::Left { .. } => Self::Left,
            Presence::Excused { .. } => Self::Excused,
        }
    }
}

/// Why somebody has leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Leave {
    /// 病假.
    Sick,
    /// 事假.
    Personal,
    /// 公假.
    Official,
}

/// Why somebody is not in the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "absence", rename_all = "snake_case")]
pub enum Absence {
    /// 缺席, without leave.
    Unexcused,
    /// 早退.
    Left {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        at: NaiveTime,
    },
    /// 请假.
    Excused { leave: Leave },
}

impl Absence {
    /// Returns why somebody is not there; nothing for one who is.
    pub(super) fn of(presence: Option<Presence>) -> Option<Self> {
        match presence {
            None => Some(Self::Unexcused),
            Some(Presence::Left { at }) => Some(Self::Left { at }),
            Some(Presence::Excused { leave }) => Some(Self::Excused { leave }),
            Some(Presence::Present | Presence::Late { .. }) => None,
        }
    }
}

/// Who came to a sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roll {
    pub sitting: SittingId,
    /// Who came, or has leave; who is not among them is absent.
    pub called: Vec<Called>,
    /// 缺席 of those who were entitled when it was called.
    pub absent: Vec<Member>,
    /// 列席.
    pub observers: u32,
}

impl Roll {
    /// Returns how many are there now: who left is not.
    #[must_use]
    pub fn present(&self) -> u32 {
        present_now(&self.called)
    }

    /// Returns what became of a deputy; nothing for one who is absent without leave.
    #[must_use]
    pub fn presence_of(&self, member: &Member) -> Option<Presence> {
        self.called.iter().find(|called| called.member == *member).map(|called| called.presence)
    }
}

pub(super) fn present_now(roll: &[Called]) -> u32 {
    let there = |called: &&Called| RollStanding::THERE.contains(&RollStanding::of(called.presence));
    number(roll.iter().filter(there).count())
}

pub(super) fn check(session: &Past, of: &Sitting, roll: &[Called]) -> Result<(), Refusal> {
    let entitled: BTreeSet<_> =
        session.sittings.entitled(of, session.people.deputies()).into_iter().collect();
    if entitled.is_empty() {
        return Err(match of.kind {
            SittingKind::Presidium => Refusal::PresidiumNotNamed,
            SittingKind::Preparatory | SittingKind::Plenary => Refusal::RosterEmpty,
        });
    }
    check_once(roll.iter().map(|called| &called.member), |member| entitled.contains(member))
}

/// The presidium is chosen from among the deputies.
pub(crate) fn check_members(session: &Past, members: &[Member]) -> Result<(), Refusal> {
    check_named(session, members, &[])
}

/// Deputies, each once; who stood there before may have left the roster since.
pub(crate) fn check_named(
    session: &Past,
    members: &[Member],
    stood: &[Member],
) -> Result<(), Refusal> {
    let deputies: BTreeSet<_> = session.people.deputies().iter().map(Member::of).collect();
    check_once(members.iter(), |member| deputies.contains(member) || stood.contains(member))
}

fn check_once<'a>(
    members: impl Iterator<Item = &'a Member>,
    belongs: impl Fn(&Member) -> bool,
) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for member in members {
        let named = || (member.number, member.name.clone());
        if !belongs(member) {
            let (number, name) = named();
            return Err(Refusal::NotEntitled { number, name });
        }
        if !seen.insert(member) {
            let (number, name) = named();
            return Err(Refusal::CalledTwice { number, name });
        }
    }
    Ok(())
}
