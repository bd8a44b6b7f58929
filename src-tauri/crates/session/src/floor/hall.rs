//! 大屏: what the operator has pushed to the hall. Nothing reaches the hall without being pushed.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use tally::Kind;

use crate::ids::number;
use crate::round::{Round, Stage};
use crate::session::Past;
use crate::{BallotId, Entry, HandVoteId, Refusal, RoundId};

/// A picture in the hall. Pages are numbered from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "scene", rename_all = "snake_case", deny_unknown_fields)]
pub enum Scene {
    /// Title of the session.
    #[default]
    Welcome,
    /// 议程.
    Agenda { page: u32 },
    /// 应到、实到、法定人数.
    Attendance,
    /// 上年项目: last year's projects, done and not done.
    PastProjects { page: u32 },
    /// 候选人或项目.
    Options { ballot: BallotId, page: u32 },
    /// 填票说明.
    HowToMark { ballot: BallotId },
    /// 清零: every count of a ballot before the first sheet is keyed.
    Zero { ballot: BallotId, page: u32 },
    /// 正在投票.
    Voting { round: RoundId },
    /// 验票结果.
    Collection { round: RoundId },
    /// 正在计票.
    Counting { round: RoundId, page: u32 },
    /// 结果, by approvals.
    Result { round: RoundId, page: u32 },
    /// 通过名单.
    Elected { round: RoundId, page: u32 },
    /// 议题: a motion decided without paper.
    HandMotion { vote: HandVoteId },
    /// 正在表决.
    HandVoting { vote: HandVoteId },
    /// 表决结果.
    HandResult { vote: HandVoteId },
    /// 休会: a pause.
    Recess {
        /// When it goes on, to the minute.
        #[serde(default)]
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        until: Option<NaiveTime>,
        /// What else is to be said; may be empty.
        #[serde(default)]
        note: String,
    },
    /// 提示: a line of one's own.
    Line { text: String },
    /// An empty ground.
    Blank,
}

impl Scene {
    /// Returns the scene on another page; one without pages stays.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        match self.clone() {
            Self::Agenda { .. } => Self::Agenda { page },
            Self::PastProjects { .. } => Self::PastProjects { page },
            Self::Options { ballot, .. } => Self::Options { ballot, page },
            Self::Zero { ballot, .. } => Self::Zero { ballot, page },
            Self::Counting { round, .. } => Self::Counting { round, page },
            Self::Result { round, .. } => Self::Result { round, page },
            Self::Elected { round, .. } => Self::Elected { round, page },
            same @ (Self::Welcome
            | Self::Attendance
            | Self::HowToMark { .. }
            | Self::Voting { .. }
            | Self::Collection { .. }
            | Self::HandMotion { .. }
            | Self::HandVoting { .. }
            | Self::HandResult { .. }
            | Self::Recess { .. }
            | Self::Line { .. }
            | Self::Blank) => same,
        }
    }

    fn shows(&self) -> Shows<'_> {
        match self {
            Self::Options { ballot, .. }
            | Self::HowToMark { ballot }
            | Self::Zero { ballot, .. } => Shows::Ballot(ballot),
            Self::Voting { round }
            | Self::Collection { round }
            | Self::Counting { round, .. }
            | Self::Result { round, .. }
            | Self::Elected { round, .. } => Shows::Round(*round),
            Self::HandMotion { vote } | Self::HandVoting { vote } | Self::HandResult { vote } => {
                Shows::HandVote(*vote)
            }
            Self::Welcome
            | Self::Agenda { .. }
            | Self::Attendance
            | Self::PastProjects { .. }
            | Self::Recess { .. }
            | Self::Line { .. }
            | Self::Blank => Shows::NoVote,
        }
    }

    /// Returns the ballot it shows before the vote.
    pub(crate) fn ballot(&self) -> Option<&BallotId> {
        if let Shows::Ballot(ballot) = self.shows() { Some(ballot) } else { None }
    }

    /// Returns the round it shows, where it shows one.
    #[must_use]
    pub fn round(&self) -> Option<RoundId> {
        if let Shows::Round(round) = self.shows() { Some(round) } else { None }
    }

    /// Returns the motion decided without paper that it shows, where it shows one.
    #[must_use]
    pub fn hand_vote(&self) -> Option<HandVoteId> {
        if let Shows::HandVote(vote) = self.shows() { Some(vote) } else { None }
    }
}

/// What of the votes a picture shows.
enum Shows<'a> {
    NoVote,
    Ballot(&'a BallotId),
    Round(RoundId),
    HandVote(HandVoteId),
}

/// The ground of the picture: what can be read depends on the light in the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// 深红底.
    #[default]
    Red,
    /// 浅底, for bright rooms.
    Light,
}

/// How the hall looks, whatever is on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// 底色.
    pub theme: Theme,
    /// 自动翻页: seconds each page stays, 3–120; `None`: pages are turned by hand.
    pub turn_every: Option<u32>,
}

/// The least and the most seconds a page stays when pages turn by themselves.
const TURN_EVERY: std::ops::RangeInclusive<u32> = 3..=120;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A picture was pushed to the hall.
    #[serde(rename = "hall.shown")]
    Shown { scene: Scene },
    /// How the hall looks was chosen.
    #[serde(rename = "hall.look_chosen")]
    LookChosen {
        /// From now on.
        look: Look,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "HallCommand"))]
pub enum Command {
    /// Push a picture to the hall.
    ShowInHall { scene: Scene },
    /// Empty the ground, or push again what stood there before it was emptied.
    BlankOrBack,
    /// Choose the ground, and whether pages turn by themselves.
    ChooseLook {
        /// From now on.
        look: Look,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::ShowInHall { scene } => {
            check_showable(session, scene)?;
            Event::Shown { scene: scene.clone() }
        }
        Command::BlankOrBack => {
            let blank = session.scene == Scene::Blank;
            let scene = if blank { session.scene_before_blank.clone() } else { Scene::Blank };
            check_showable(session, &scene)?;
            Event::Shown { scene }
        }
        Command::ChooseLook { look } => {
            if look.turn_every.is_some_and(|seconds| !TURN_EVERY.contains(&seconds)) {
                return Err(Refusal::NumberOutOfRange {
                    least: *TURN_EVERY.start(),
                    most: *TURN_EVERY.end(),
                });
            }
            Event::LookChosen { look: *look }
        }
    };
    Ok(vec![event.into()])
}

/// Tells whether the hall may see a picture yet: no result before it is announced.
pub(crate) fn check_showable(session: &Past, scene: &Scene) -> Result<(), Refusal> {
    match scene {
        Scene::Welcome | Scene::Blank => Ok(()),
        Scene::Recess { note, .. } => check_line(note),
        Scene::Line { text } if text.trim().is_empty() => Err(Refusal::LineEmpty),
        Scene::Line { text } => check_line(text),
        Scene::Agenda { .. } => {
            session.described()?;
            if session.agenda().is_empty() { Err(Refusal::NoAgenda) } else { Ok(()) }
        }
        Scene::PastProjects { .. } => session
            .past_projects()
            .filter(|(_, projects)| !projects.is_empty())
            .map(drop)
            .ok_or(Refusal::NoPastProjects),
        Scene::Attendance => session.attendance.map(drop).ok_or(Refusal::AttendanceNotCounted),
        Scene::Options { ballot, .. } => session.ballot(ballot)?.check(),
        Scene::HowToMark { ballot } => session.ballot(ballot).map(drop),
        Scene::Zero { ballot, .. } => session.at_zero(ballot).map(drop),
        Scene::Voting { round } => check_on(session.round(*round)?).map(drop),
        Scene::Collection { round } => {
            check_on(session.round(*round)?)?.collected().map(drop).ok_or(Refusal::NotCollected)
        }
        Scene::Counting { round, .. } => match &session.round(*round)?.stage() {
            Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => Ok(()),
            Stage::Voting => Err(Refusal::NotCollected),
            Stage::Collected(_) | Stage::Void(_) | Stage::Voided(_) => {
                Err(Refusal::CollectionNotAnnounced)
            }
            Stage::BrokenOff(..) => check_on(session.round(*round)?).map(drop),
        },
        Scene::HandMotion { vote } => session.hand_vote(*vote).map(drop),
        Scene::HandVoting { vote } => {
            let vote = session.hand_vote(*vote)?;
            vote.count()
                .map(drop)
                .ok_or_else(|| Refusal::HandVoteNotPut { title: vote.motion.title.clone() })
        }
        Scene::HandResult { vote } => {
            session.hand_vote(*vote)?.outcome().map(drop).ok_or(Refusal::ResultNotAnnounced)
        }
        Scene::Result { round, .. } => session.round(*round)?.check_announced(),
        Scene::Elected { round, .. } => {
            let round = session.round(*round)?;
            round.check_announced()?;
            check_chooses(round, scene)
        }
    }
}

/// A vote that was broken off goes on nowhere, nor in the hall.
fn check_on(round: &Round) -> Result<&Round, Refusal> {
    if round.broken_off().is_some() { Err(round.broken_off_refusal()) } else { Ok(round) }
}

/// The ground is emptied where a vote stands that was broken off: it would look as if it went on.
pub(crate) fn take_away(session: &mut Past, round: RoundId, entry: &Entry) {
    if session.scene_before_blank.round() == Some(round) {
        session.scene_before_blank = Scene::Welcome;
    }
    if session.scene.round() == Some(round) {
        session.scene = Scene::Blank;
        session.scene_before_blank = Scene::Welcome;
        session.shown_at = Some(entry.at);
        session.shown_by = entry.seq;
    }
}

/// An evaluation chooses nothing: it has no list of what is in.
pub(crate) fn check_chooses(round: &Round, scene: &Scene) -> Result<(), Refusal> {
    let chooses =
        round.contests().iter().any(|contest| !matches!(contest.kind, Kind::Evaluation(_)));
    if chooses || !matches!(scene, Scene::Elected { .. }) {
        Ok(())
    } else {
        Err(Refusal::NothingToChoose { ballot: round.ballot().title.clone() })
    }
}

/// 自拟文字的长度: the most characters that are read from the farthest seat.
const LONGEST_LINE: u32 = 80;

fn check_line(text: &str) -> Result<(), Refusal> {
    let characters = number(text.chars().count());
    if characters > LONGEST_LINE {
        Err(Refusal::LineTooLong { characters, most: LONGEST_LINE })
    } else {
        Ok(())
    }
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) {
    match event {
        Event::Shown { scene } => {
            let before = std::mem::replace(&mut session.scene, scene.clone());
            if before != Scene::Blank {
                session.scene_before_blank = before;
            }
            session.shown_at = Some(entry.at);
            session.shown_by = entry.seq;
        }
        Event::LookChosen { look } => session.look = *look,
    }
}
