//! 履职记录: a view over the rolls of the sittings, the proposals and the noted activities. Another
//! source of what deputies do is one entry of [`SOURCES`].

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Activity, ActivityKind};
use crate::ids::number;
use crate::people::Deputy;
use crate::projects::{Dated, Progress, Project, Supervision};
use crate::proposals::{Filing, Sort, State};
use crate::session::Past;
use crate::sittings::{Member, Presence};

/// What a deed counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DeedKind {
    /// 出席会议.
    Attended,
    /// 迟到、早退.
    InPart,
    /// 请假.
    Excused,
    /// 缺席.
    Absent,
    /// 领衔提出议案.
    MovedBill,
    /// 领衔提出建议.
    MovedSuggestion,
    /// 附议.
    Seconded,
    /// 监督分工: watches over a project.
    OnWatch,
    /// 现场监督: went to see a project.
    SiteVisit,
    /// 联络站接待.
    Station,
    /// 走访选民.
    Visit,
    /// 视察调研.
    Inspection,
    /// 培训.
    Training,
    /// 其他履职活动.
    OtherActivity,
}

impl DeedKind {
    /// Every kind, in the order of a record.
    pub const ALL: [Self; 14] = [
        Self::Attended,
        Self::InPart,
        Self::Excused,
        Self::Absent,
        Self::MovedBill,
        Self::MovedSuggestion,
        Self::Seconded,
        Self::OnWatch,
        Self::SiteVisit,
        Self::Station,
        Self::Visit,
        Self::Inspection,
        Self::Training,
        Self::OtherActivity,
    ];
}

/// 积分: what one deed of a kind is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PointsRule {
    pub kind: DeedKind,
    /// For each deed.
    pub each: u32,
    /// The most that deeds of this kind count together; nothing for no limit.
    pub most: Option<u32>,
}

/// Something a deputy did, or did not come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub kind: DeedKind,
    pub on: NaiveDate,
    /// Of which sitting, which proposal, or what it was about.
    pub what: String,
}

/// 履职记录 of one deputy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeputyRecord<'a> {
    pub deputy: &'a Deputy,
    /// By day.
    pub deeds: Vec<Deed>,
    /// Nothing where the office counts none.
    pub points: Option<u32>,
    /// 名次 by points, from 1; whoever has as many shares it.
    pub rank: Option<u32>,
}

impl DeputyRecord<'_> {
    /// Returns how many deeds of a kind there are.
    #[must_use]
    pub fn count(&self, kind: DeedKind) -> u32 {
        number(self.deeds.iter().filter(|deed| deed.kind == kind).count())
    }
}

/// Whose deed it is, as they stood on the roster then.
type Done = (Member, Deed);

/// Where deeds are told.
const SOURCES: [fn(&Past) -> Vec<Done>; 4] =
    [of_rolls, of_proposals, of_supervision, of_activities];

fn of_rolls(session: &Past) -> Vec<Done> {
    let sittings = &session.sittings;
    let mut done = Vec::new();
    for sitting in sittings.planned() {
        let Some(roll) = sittings.roll(sitting.id) else { continue };
        let what = sittings.name(sitting).to_string();
        let deed = |kind| Deed { kind, on: sitting.held_on, what: what.clone() };
        done.extend(roll.called.iter().map(|called| {
            let kind = match called.presence {
                Presence::Present => DeedKind::Attended,
                Presence::Late { .. } | Presence::Left { .. } => DeedKind::InPart,
                Presence::Excused { .. } => DeedKind::Excused,
            };
            (called.member.clone(), deed(kind))
        }));
        done.extend(roll.absent.iter().map(|one| (one.clone(), deed(DeedKind::Absent))));
    }
    done
}

/// What was withdrawn counts for nobody, and what went over from an earlier session counted there.
fn of_proposals(session: &Past) -> Vec<Done> {
    let own = session.proposals.iter().filter(|one| one.carried.is_none());
    let standing = own.filter(|one| !matches!(one.state, State::Withdrawn(_)));
    standing.flat_map(|proposal| signed(&proposal.filing)).collect()
}

fn signed(filing: &Filing) -> Vec<Done> {
    let deed = |kind| Deed { kind, on: filing.filed_on, what: filing.title.clone() };
    let moved = match filing.sort {
        Sort::Bill => DeedKind::MovedBill,
        Sort::Suggestion => DeedKind::MovedSuggestion,
    };
    let mut done = vec![(filing.mover.clone(), deed(moved))];
    done.extend(filing.seconders.iter().map(|one| (one.clone(), deed(DeedKind::Seconded))));
    done
}

/// Who watches over a project now, and who went to see it; what went over from an earlier session
/// counted there.
fn of_supervision(session: &Past) -> Vec<Done> {
    session.projects.list().iter().flat_map(watched).collect()
}

fn watched(project: &Project) -> Vec<Done> {
    let (course, name) = (project.course(), &project.facts().name);
    let before = project.carried().map(|carried| &carried.course);
    let said = course.supervision.as_ref();
    let new = said.filter(|_| before.is_none_or(|before| before.supervision.as_ref() != said));
    let mut done = Vec::new();
    if let Some(Dated { on, what: Supervision { head, members, presidium } }) = new {
        let deed = |what: String| Deed { kind: DeedKind::OnWatch, on: *on, what };
        done.push((head.clone(), deed(format!("任“{name}”监督组长"))));
        let group = members.iter().map(|one| (one, "监督小组成员"));
        let group = group.chain(presidium.iter().map(|one| (one, "联系主席团成员")));
        let group = group.filter(|(one, _)| *one != head);
        done.extend(group.map(|(one, part)| (one.clone(), deed(format!("任“{name}”{part}")))));
    }
    let seen = course.progress().iter();
    let seen = seen.filter(|one| before.is_none_or(|before| !before.progress().contains(one)));
    for Progress { on, line, .. } in seen {
        let what = format!("到“{name}”现场监督");
        let deed = || Deed { kind: DeedKind::SiteVisit, on: *on, what: what.clone() };
        done.extend(line.seen_by.iter().map(|one| (one.clone(), deed())));
    }
    done
}

fn of_activities(session: &Past) -> Vec<Done> {
    session.record.activities().iter().flat_map(|(_, activity)| noted(activity)).collect()
}

fn noted(activity: &Activity) -> Vec<Done> {
    let kind = match activity.kind {
        ActivityKind::Station => DeedKind::Station,
        ActivityKind::Visit => DeedKind::Visit,
        ActivityKind::Inspection => DeedKind::Inspection,
        ActivityKind::Training => DeedKind::Training,
        ActivityKind::Other => DeedKind::OtherActivity,
    };
    let deed = || Deed { kind, on: activity.on, what: activity.what.clone() };
    activity.who.iter().map(|member| (member.clone(), deed())).collect()
}

impl Past {
    /// 履职: returns what every deputy did, in the order of the roster.
    #[must_use]
    pub fn deputy_records(&self) -> Vec<DeputyRecord<'_>> {
        let people = &self.people;
        let done = SOURCES.iter().flat_map(|source| source(self));
        let mut by_number: BTreeMap<u32, Vec<Deed>> = BTreeMap::new();
        for (member, deed) in done {
            if let Some(deputy) = people.deputy_of(&member) {
                by_number.entry(deputy.number).or_default().push(deed);
            }
        }
        let mut records: Vec<DeputyRecord<'_>> = Vec::new();
        for deputy in people.deputies() {
            let deeds = by_number.remove(&deputy.number).unwrap_or_default();
            records.push(of_deputy(deputy, deeds, self.record.points()));
        }
        let points: Vec<Option<u32>> = records.iter().map(|record| record.points).collect();
        for record in &mut records {
            let own = record.points;
            record.rank =
                own.map(|_| 1 + number(points.iter().filter(|other| **other > own).count()));
        }
        records
    }

    /// Returns everybody of whom something is told and who is on the roster no longer.
    #[must_use]
    pub fn former_deputies(&self) -> Vec<Member> {
        let done = SOURCES.iter().flat_map(|source| source(self));
        let mut former: Vec<Member> = done
            .map(|(member, _)| member)
            .filter(|member| self.people.deputy_of(member).is_none())
            .collect();
        former.sort();
        former.dedup();
        former
    }
}

fn of_deputy<'a>(
    deputy: &'a Deputy,
    mut deeds: Vec<Deed>,
    rules: &[PointsRule],
) -> DeputyRecord<'a> {
    deeds.sort_by_key(|deed| (deed.on, deed.kind));
    let mut record = DeputyRecord { deputy, deeds, points: None, rank: None };
    if !rules.is_empty() {
        record.points = Some(rules.iter().fold(0, |sum, rule| sum + worth(&record, rule)));
    }
    record
}

fn worth(record: &DeputyRecord<'_>, rule: &PointsRule) -> u32 {
    let all = record.count(rule.kind).saturating_mul(rule.each);
    rule.most.map_or(all, |most| all.min(most))
}
