//! 会次: the sittings of a session, their agenda and who came. A session is several sittings,
//! often over two days: 预备会议 elects the presidium and passes the agenda, 主席团会议 puts the
//! drafts forward, 全体会议 hears and votes.
//!
//! The agenda is the spine: an item belongs to a sitting, and the ballots and motions it calls for
//! hang on it. Where no sitting is planned, the lines of the session's own agenda are its items.

mod name;
mod plan;
mod roll;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use tally::Least;

use crate::floor::attendance;
use crate::floor::hands::Body;
use crate::ids::number;
use crate::people::Deputy;
use crate::session::Past;
use crate::{BallotId, HandVoteId, Refusal, SittingId};

pub use name::SittingName;
pub use plan::AgendaLine;
pub use roll::{Absence, Called, Leave, Member, Presence, Roll, RollStanding};
pub(crate) use roll::{check_members, check_named};

/// Whose sitting it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SittingKind {
    /// 预备会议: of all deputies, before the session opens (组织法 14, 15).
    Preparatory,
    /// 主席团会议: of the presidium's members.
    Presidium,
    /// 全体会议.
    Plenary,
}

/// 会次: one sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// Numbered from 1 within the session, never used twice.
    pub id: SittingId,
    pub kind: SittingKind,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub held_on: NaiveDate,
    /// When it begins, to the minute; nothing while that is open.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub begins: Option<NaiveTime>,
    /// Where it sits; empty for the session's own venue.
    pub venue: String,
    /// 执行主席, as papers name them; may be empty.
    pub chairs: String,
    /// 议程 of this sitting, in order.
    pub items: Vec<Item>,
}

/// 议程 one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What happens under it; nothing where its words and what hangs on it say so.
    pub kind: Option<ItemKind>,
    /// As papers and the hall show it, without a number.
    pub text: String,
    /// What is put to the vote under it.
    pub of: Vec<Hung>,
}

/// What happens under an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// 报告: a report is given.
    Report,
    /// 表决: a draft is put to the vote.
    Motion,
    /// 票决、选举: something or somebody is chosen.
    Ballot,
    /// 测评.
    Evaluation,
    /// 提名、候选人.
    Nomination,
    /// 宣誓.
    Oath,
    /// 其他.
    Other,
}

/// What hangs on an item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "hung", rename_all = "snake_case", deny_unknown_fields)]
pub enum Hung {
    /// A ballot, with every round of it.
    Ballot { ballot: BallotId },
    /// A motion decided without paper.
    Motion { vote: HandVoteId },
}

/// What has been planned and who came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sittings {
    planned: Vec<Sitting>,
    rolls: Vec<Roll>,
    presidium: Vec<Member>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The sittings were planned, or planned otherwise.
    #[serde(rename = "sittings.planned")]
    Planned {
        /// All of them, in their order.
        sittings: Vec<Sitting>,
    },
    /// The presidium's members were named.
    #[serde(rename = "sittings.presidium_named")]
    PresidiumNamed {
        /// All of them, in their order.
        members: Vec<Member>,
    },
    /// Who came to a sitting was ticked on the roster.
    #[serde(rename = "sittings.roll_called")]
    RollCalled {
        sitting: SittingId,
        /// Who came, or has leave; who is not among them is absent.
        roll: Vec<Called>,
        /// 列席.
        observers: u32,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "SittingsCommand"))]
pub enum Command {
    /// Plan the sittings of the session.
    PlanSittings {
        /// All of them, in their order.
        sittings: Vec<Sitting>,
    },
    /// Name the members of the presidium.
    NamePresidium {
        /// All of them, in their order.
        members: Vec<Member>,
    },
    /// Record who came to a sitting, by name.
    CallRoll {
        sitting: SittingId,
        /// Who came, or has leave.
        roll: Vec<Called>,
        /// 列席.
        observers: u32,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    session.described()?;
    match command {
        Command::PlanSittings { sittings } => {
            plan::check(session, sittings)?;
            Ok(vec![Event::Planned { sittings: sittings.clone() }.into()])
        }
        Command::NamePresidium { members } => {
            check_members(session, members)?;
            Ok(vec![Event::PresidiumNamed { members: members.clone() }.into()])
        }
        Command::CallRoll { sitting, roll, observers } => {
            let of = session.sittings.sitting(*sitting)?;
            roll::check(session, of, roll)?;
            let called =
                Event::RollCalled { sitting: *sitting, roll: roll.clone(), observers: *observers };
            let mut events = vec![called.into()];
            if of.kind != SittingKind::Presidium {
                let present = roll::present_now(roll);
                let counted = attendance::counted(session, present, *observers, Some(*sitting))?;
                events.extend(counted);
            }
            Ok(events)
        }
    }
}

pub(crate) fn apply(session: &mut Past, event: &Event) {
    let sittings = &mut session.sittings;
    match event {
        Event::Planned { sittings: planned } => sittings.planned.clone_from(planned),
        Event::PresidiumNamed { members } => sittings.presidium.clone_from(members),
        Event::RollCalled { sitting, roll, observers } => {
            let of = sittings.sitting(*sitting);
            let deputies = session.people.deputies();
            let mut absent = of.map_or_else(|_| Vec::new(), |of| sittings.entitled(of, deputies));
            absent.retain(|member| roll.iter().all(|called| called.member != *member));
            sittings.rolls.retain(|one| one.sitting != *sitting);
            sittings.rolls.push(Roll {
                sitting: *sitting,
                called: roll.clone(),
                absent,
                observers: *observers,
            });
        }
    }
}

impl Sittings {
    /// Returns the sittings as they are planned.
    #[must_use]
    pub fn planned(&self) -> &[Sitting] {
        &self.planned
    }

    /// Returns the presidium's members as they were named.
    #[must_use]
    pub fn presidium(&self) -> &[Member] {
        &self.presidium
    }

    /// Returns who came to a sitting, once its roll was called.
    #[must_use]
    pub fn roll(&self, sitting: SittingId) -> Option<&Roll> {
        self.rolls.iter().find(|roll| roll.sitting == sitting)
    }

    /// Returns a sitting.
    ///
    /// # Errors
    /// [`Refusal::NoSuchSitting`].
    pub fn sitting(&self, id: SittingId) -> Result<&Sitting, Refusal> {
        self.planned
            .iter()
            .find(|sitting| sitting.id == id)
            .ok_or(Refusal::NoSuchSitting { sitting: id })
    }

    /// A ballot that was deleted hangs nowhere any more.
    pub(crate) fn let_go(&mut self, ballot: &BallotId) {
        let gone = Hung::Ballot { ballot: ballot.clone() };
        for item in self.planned.iter_mut().flat_map(|sitting| &mut sitting.items) {
            item.of.retain(|hung| *hung != gone);
        }
    }

    /// 缺席: returns who of those entitled neither came to a sitting nor has leave; nobody before
    /// its roll is called.
    #[must_use]
    pub fn absent(&self, id: SittingId, deputies: &[Deputy]) -> Vec<Member> {
        let (Ok(sitting), Some(roll)) = (self.sitting(id), self.roll(id)) else {
            return Vec::new();
        };
        let mut absent = self.entitled(sitting, deputies);
        absent.retain(|member| roll.presence_of(member).is_none());
        absent
    }

    /// Returns why nobody of this name is in the room, as the roll has it that was called last for
    /// somebody of the name; nothing while one of them is there, or no roll knows the name.
    pub(crate) fn absence_of(&self, name: &str, deputies: &[Deputy]) -> Option<Absence> {
        let named: Vec<Member> =
            deputies.iter().filter(|deputy| deputy.name == name).map(Member::of).collect();
        let last = self.rolls.iter().rev().find_map(|roll| {
            let sitting = self.sitting(roll.sitting).ok()?;
            let presidium = sitting.kind == SittingKind::Presidium;
            let may_come = |member: &&Member| !presidium || self.presidium.contains(member);
            let called: Vec<_> =
                named.iter().filter(may_come).map(|member| roll.presence_of(member)).collect();
            (!called.is_empty()).then_some(called)
        });
        let absences = last?.into_iter().map(Absence::of).collect::<Option<Vec<_>>>()?;
        absences.first().copied()
    }

    /// Returns who may come to a sitting: the presidium's members, or every deputy.
    pub(crate) fn entitled(&self, sitting: &Sitting, deputies: &[Deputy]) -> Vec<Member> {
        match sitting.kind {
            SittingKind::Presidium => self.presidium.clone(),
            SittingKind::Preparatory | SittingKind::Plenary => {
                deputies.iter().map(Member::of).collect()
            }
        }
    }
}

impl Past {
    /// Returns how many must come to a sitting before it can be held: of the congress two thirds of
    /// all deputies (组织法 14), of the presidium more than half of all its members, or as a motion on
    /// its items has it; nothing before it is known how many there are.
    #[must_use]
    pub fn quorum_of_sitting(&self, sitting: &Sitting) -> Option<u32> {
        match sitting.kind {
            SittingKind::Presidium => {
                let members = number(self.sittings.presidium.len());
                let quorum = self.presidium_quorum(sitting).unwrap_or(Body::PRESIDIUM_QUORUM);
                (members > 0).then(|| quorum.needed(members))
            }
            SittingKind::Preparatory | SittingKind::Plenary => {
                self.meeting.as_ref().map(|meeting| tally::quorum_needed(meeting.all_deputies))
            }
        }
    }

    fn presidium_quorum(&self, sitting: &Sitting) -> Option<Least> {
        sitting.items.iter().flat_map(|item| &item.of).find_map(|hung| {
            let Hung::Motion { vote } = hung else { return None };
            match self.hand_vote(*vote).ok()?.motion.body {
                Body::Presidium { quorum, .. } => quorum,
                Body::Congress => None,
            }
        })
    }
}
