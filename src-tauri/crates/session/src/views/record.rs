//! 履职: what every deputy did, and what is noted. Looks at no round.

use chrono::NaiveDate;
use serde::Serialize;

use super::papers::{self, PaperView};
use super::sittings::EntitledView;
use crate::ActivityId;
use crate::paper::PaperKind;
use crate::record::{Activity, Deed, DeedKind, DeputyRecord, PointsRule};
use crate::session::Past;
use crate::sittings::Member;

/// The record of the deputies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordView {
    /// The day it is seen on.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub today: NaiveDate,
    /// In the order of the roster.
    pub deputies: Vec<DeputyRecordView>,
    /// Who may have done something.
    pub entitled: Vec<EntitledView>,
    /// Of whom something is told and who is on the roster no longer.
    pub former: Vec<Member>,
    /// What was noted, the newest day first.
    pub activities: Vec<NotedActivity>,
    /// 积分表; empty where no points are counted.
    pub points: Vec<PointsRule>,
    /// Every kind of deed, in the order of a record.
    pub kinds: Vec<DeedKind>,
    /// The papers of all of them.
    pub papers: Vec<PaperView>,
}

/// An activity with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NotedActivity {
    pub id: ActivityId,
    pub activity: Activity,
}

/// What one deputy did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeputyRecordView {
    pub member: Member,
    /// What tells two of one name apart.
    pub note: String,
    pub delegation: String,
    pub post: String,
    /// One for each kind, in its order.
    pub counts: Vec<u32>,
    /// By day.
    pub deeds: Vec<DeedView>,
    pub points: Option<u32>,
    pub rank: Option<u32>,
    pub paper: PaperView,
}

/// Something a deputy did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeedView {
    pub kind: DeedKind,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub on: NaiveDate,
    pub what: String,
}

/// Returns what every deputy did, seen on a day.
#[must_use]
pub fn view(session: &Past, today: NaiveDate) -> RecordView {
    let noted = session.record().activities().iter();
    let mut activities: Vec<NotedActivity> =
        noted.map(|(id, activity)| NotedActivity { id: *id, activity: activity.clone() }).collect();
    activities.sort_by_key(|noted| std::cmp::Reverse((noted.activity.on, noted.id)));
    let records = session.deputy_records();
    let papers = [PaperKind::RecordTable, PaperKind::DeputyRecords];
    RecordView {
        today,
        deputies: records.iter().map(|record| of_deputy(session, record)).collect(),
        entitled: super::sittings::deputies(session),
        former: session.former_deputies(),
        activities,
        points: session.record().points().to_vec(),
        kinds: DeedKind::ALL.to_vec(),
        papers: papers.into_iter().map(|kind| papers::paper_view(session, kind)).collect(),
    }
}

fn of_deputy(session: &Past, record: &DeputyRecord<'_>) -> DeputyRecordView {
    let kind = PaperKind::DeputyRecord { deputy: record.deputy.number };
    let deed = |deed: &Deed| DeedView { kind: deed.kind, on: deed.on, what: deed.what.clone() };
    DeputyRecordView {
        member: Member::of(record.deputy),
        note: record.deputy.note.clone(),
        delegation: record.deputy.delegation.clone(),
        post: record.deputy.post.clone(),
        counts: DeedKind::ALL.map(|kind| record.count(kind)).to_vec(),
        deeds: record.deeds.iter().map(deed).collect(),
        points: record.points,
        rank: record.rank,
        paper: papers::paper_view(session, kind),
    }
}
