//! 履职: what each deputy did, put together from what is recorded elsewhere and from what the office
//! notes: station days, visits, training. Points are a table of the office. Nothing of it is a vote,
//! and no sheet is ever looked at.

mod deeds;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::ids::number;
use crate::session::{OutOfPlace, Past};
use crate::sittings::Member;
use crate::{ActivityId, Reason, Refusal};

pub use deeds::{Deed, DeedKind, DeputyRecord, PointsRule};

/// What a noted activity was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// 联络站接待: a day at the deputies' liaison station.
    Station,
    /// 走访: visits to voters.
    Visit,
    /// 视察调研.
    Inspection,
    /// 培训.
    Training,
    /// 其他.
    Other,
}

/// 履职活动: what one deputy or several did on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub kind: ActivityKind,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    /// What it was about.
    pub what: String,
    /// Who did it; somebody at least.
    pub who: Vec<Member>,
}

/// What is noted, and what it is worth.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub(crate) activities: Vec<(ActivityId, Activity)>,
    pub(crate) struck: Vec<(ActivityId, Reason)>,
    /// 积分表; empty where the office counts no points.
    pub(crate) points: Vec<PointsRule>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// An activity was noted.
    #[serde(rename = "record.activity_noted")]
    ActivityNoted {
        /// From 1 within the session.
        id: ActivityId,
        activity: Activity,
    },
    /// What was noted of an activity was put right.
    #[serde(rename = "record.activity_corrected")]
    ActivityCorrected { id: ActivityId, activity: Activity },
    /// An activity that was none was struck out.
    #[serde(rename = "record.activity_struck")]
    ActivityStruck { id: ActivityId, reason: Reason },
    /// 积分表: the office set what counts how many points.
    #[serde(rename = "record.points_set")]
    PointsSet {
        /// One of each kind; none where no points are counted.
        points: Vec<PointsRule>,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "RecordCommand"))]
pub enum Command {
    /// Note activities, one or a list.
    NoteActivities { activities: Vec<Activity> },
    /// Put right what was noted of one.
    CorrectActivity { id: ActivityId, activity: Activity },
    /// Strike out one that was none.
    StrikeActivity {
        id: ActivityId,
        /// Not empty.
        reason: String,
    },
    /// Set what counts how many points.
    SetPoints {
        /// One of each kind; none where no points are counted.
        points: Vec<PointsRule>,
    },
}

impl Command {
    /// Returns the reason it gives, where one is asked for.
    pub(crate) fn reason_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::StrikeActivity { reason, .. } => Some(reason),
            Self::NoteActivities { .. } | Self::CorrectActivity { .. } | Self::SetPoints { .. } => {
                None
            }
        }
    }
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    session.described()?;
    match command {
        Command::NoteActivities { activities } => {
            let next = session.record.next();
            let noted = (next..).zip(activities).map(|(id, activity)| {
                check(session, activity, None)?;
                let (id, activity) = (ActivityId(id), activity.clone());
                Ok(Event::ActivityNoted { id, activity }.into())
            });
            noted.collect()
        }
        Command::CorrectActivity { id, activity } => {
            check(session, activity, Some(session.record.activity(*id)?))?;
            Ok(vec![Event::ActivityCorrected { id: *id, activity: activity.clone() }.into()])
        }
        Command::StrikeActivity { id, reason } => {
            session.record.activity(*id)?;
            Ok(vec![Event::ActivityStruck { id: *id, reason: Reason::given(reason)? }.into()])
        }
        Command::SetPoints { points } => {
            let mut kinds = BTreeSet::new();
            let twice = points.iter().find(|rule| !kinds.insert(rule.kind));
            match twice {
                Some(rule) => Err(Refusal::PointsTwice { kind: rule.kind }),
                None => Ok(vec![Event::PointsSet { points: points.clone() }.into()]),
            }
        }
    }
}

/// Who stood there before may have left the roster since.
fn check(session: &Past, activity: &Activity, before: Option<&Activity>) -> Result<(), Refusal> {
    if activity.who.is_empty() {
        return Err(Refusal::NobodyNamed);
    }
    for (place, member) in activity.who.iter().enumerate() {
        let (number, name) = (member.number, member.name.clone());
        let stood = before.is_some_and(|before| before.who.contains(member));
        if !stood && !session.people.is_deputy(member) {
            return Err(Refusal::NotADeputy { number, name });
        }
        if activity.who.iter().take(place).any(|other| other == member) {
            return Err(Refusal::NamedTwice { number, name });
        }
    }
    Ok(())
}

pub(crate) fn apply(session: &mut Past, event: &Event) -> Result<(), OutOfPlace> {
    let record = &mut session.record;
    match event {
        Event::ActivityNoted { id, activity } => record.activities.push((*id, activity.clone())),
        Event::ActivityCorrected { id, activity } => {
            let found = record.activities.iter_mut().find(|(other, _)| other == id);
            let (_, found) = found.ok_or(OutOfPlace("an unknown activity"))?;
            *found = activity.clone();
        }
        Event::ActivityStruck { id, reason } => {
            record.activities.retain(|(other, _)| other != id);
            record.struck.push((*id, reason.clone()));
        }
        Event::PointsSet { points } => record.points.clone_from(points),
    }
    Ok(())
}

impl Record {
    /// Returns the activities that stand, in the order they were noted.
    #[must_use]
    pub fn activities(&self) -> &[(ActivityId, Activity)] {
        &self.activities
    }

    /// 积分表: returns what counts how many points; nothing where the office counts none.
    #[must_use]
    pub fn points(&self) -> &[PointsRule] {
        &self.points
    }

    fn activity(&self, id: ActivityId) -> Result<&Activity, Refusal> {
        let found = self.activities.iter().find(|(other, _)| *other == id);
        found.map(|(_, activity)| activity).ok_or(Refusal::NoSuchActivity { activity: id })
    }

    /// Numbers are never used twice, of what was struck neither.
    fn next(&self) -> u32 {
        number(self.activities.len() + self.struck.len()).saturating_add(1)
    }
}

impl Past {
    /// Returns what was noted of the deputies beside what is recorded elsewhere.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }
}
