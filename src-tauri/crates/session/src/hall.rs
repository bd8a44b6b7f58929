//! 大屏: what the operator has pushed to the hall. Nothing reaches the hall without being pushed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{BallotId, PersonId, Refusal, RoundId, people::Role, round::Stage, session::Session};

/// A picture in the hall. Pages are numbered from 0.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "scene", rename_all = "snake_case", deny_unknown_fields)]
pub enum Scene {
    /// Title of the session
    #[default]
    Welcome,
    /// 议程
    Agenda {
        /// Which page
        page: u32,
    },
    /// 应到、实到、法定人数
    Attendance,
    /// 候选人或项目
    Options {
        /// Of which ballot
        ballot: BallotId,
        /// Which page
        page: u32,
    },
    /// 填票说明
    HowToMark {
        /// Of which ballot
        ballot: BallotId,
    },
    /// 正在投票
    Voting {
        /// Which round
        round: RoundId,
    },
    /// 验票结果
    Collection {
        /// Which round
        round: RoundId,
    },
    /// 正在计票
    Counting {
        /// Which round
        round: RoundId,
        /// Which page
        page: u32,
    },
    /// 结果, by approvals
    Result {
        /// Which round
        round: RoundId,
        /// Which page
        page: u32,
    },
    /// 通过名单
    Elected {
        /// Which round
        round: RoundId,
        /// Which page
        page: u32,
    },
    /// An empty ground
    Blank,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A picture was pushed to the hall
    #[serde(rename = "hall.shown")]
    Shown {
        /// Which
        scene: Scene,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[ts(rename = "HallCommand")]
pub enum Command {
    /// Push a picture to the hall
    ShowInHall {
        /// Which
        scene: Scene,
    },
}

pub(crate) fn decide(session: &Session, command: &Command, actor: &PersonId) -> Result<Vec<crate::Event>, Refusal> {
    session.people.require(actor, &[Role::Secretary])?;
    let Command::ShowInHall { scene } = command;
    check_showable(session, scene)?;
    Ok(vec![Event::Shown { scene: scene.clone() }.into()])
}

/// Tells whether the hall may see a picture yet: no result before it is announced.
pub(crate) fn check_showable(session: &Session, scene: &Scene) -> Result<(), Refusal> {
    match scene {
        Scene::Welcome | Scene::Blank => Ok(()),
        Scene::Agenda { .. } => {
            let empty = session.described()?.agenda.is_empty();
            if empty { Err(Refusal::NoAgenda) } else { Ok(()) }
        }
        Scene::Attendance => session.attendance.map(drop).ok_or(Refusal::AttendanceNotCounted),
        Scene::Options { ballot, .. } | Scene::HowToMark { ballot } => session.ballot(ballot).map(drop),
        Scene::Voting { round } => session.round(*round).map(drop),
        Scene::Collection { round } => session.round(*round)?.collected().map(drop).ok_or(Refusal::NotCollected),
        Scene::Counting { round, .. } => match &session.round(*round)?.stage {
            Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => Ok(()),
            Stage::Voting => Err(Refusal::NotCollected),
            Stage::Collected(_) | Stage::Void(_) | Stage::Voided(_) => Err(Refusal::CollectionNotAnnounced),
        },
        Scene::Result { round, .. } | Scene::Elected { round, .. } => match &session.round(*round)?.stage {
            Stage::Announced(..) => Ok(()),
            Stage::Voting | Stage::Void(_) | Stage::Voided(_) | Stage::Collected(_) | Stage::Counting(_) | Stage::Certified(..) => {
                Err(Refusal::ResultNotAnnounced)
            }
        },
    }
}

pub(crate) fn apply(session: &mut Session, event: &Event) {
    let Event::Shown { scene } = event;
    session.scene = scene.clone();
}
