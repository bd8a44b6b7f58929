//! 滞后: which chosen projects are late on a day, and why. Computed from what was recorded, never
//! typed. In practice the projects are gone through every two months.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use super::{Facts, Project, Standing, Task};
use crate::ids::number;
use crate::written;

/// Nothing heard for so many days is late: a little over the two months of practice.
pub const SILENT_DAYS: u32 = 65;

/// Why a project is late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "late", rename_all = "snake_case")]
pub enum Late {
    /// 逾期: its deadline is over.
    Overdue {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        since: NaiveDate,
        days: u32,
    },
    /// 落后于计划: less than its plan asks for.
    Behind {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        by: NaiveDate,
        /// Per cent.
        planned: u32,
        /// Per cent.
        percent: u32,
    },
    /// 整改逾期.
    TaskOverdue { task: Task, days: u32 },
    /// 久无进展.
    Silent {
        /// When it was heard of last, or chosen.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        since: NaiveDate,
        days: u32,
    },
}

impl Late {
    /// Returns what papers say of it.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Overdue { since, days } => {
                format!("完成时限{}，已逾期{days}天", written::day(*since))
            }
            Self::Behind { by, planned, percent } => {
                format!("计划{}达到{planned}%，实际{percent}%", written::day(*by))
            }
            Self::TaskOverdue { task, days } => {
                let who =
                    if task.who.is_empty() { String::new() } else { format!("{}应", task.who) };
                format!("{who}{}前{}，已逾期{days}天", written::day(task.by), task.what)
            }
            Self::Silent { since, days } => {
                format!("{}以来{days}天没有进展记录", written::day(*since))
            }
        }
    }
}

fn days_after(day: NaiveDate, on: NaiveDate) -> Option<u32> {
    u32::try_from(on.signed_duration_since(day).num_days()).ok().filter(|days| *days > 0)
}

impl Project {
    /// Returns what was known of it on a day: what was changed later is not told yet.
    #[must_use]
    pub fn facts_on(&self, on: NaiveDate) -> &Facts {
        let later = self.course.changes.iter().find(|changed| changed.on > on);
        later.map_or(&self.facts, |changed| &changed.was)
    }

    /// Returns the last day of its deadline as it stood on a day, as far as it names one; without a
    /// year it is one of the year it was chosen in. `held_on` is the day of this session.
    #[must_use]
    pub fn due(&self, held_on: NaiveDate, on: NaiveDate) -> Option<NaiveDate> {
        day_of_deadline(&self.facts_on(on).project.deadline, self.since(held_on).year())
    }

    /// Returns why it is late on a day, the gravest first; nothing unless it is being carried out.
    /// `held_on` is the day of this session.
    #[must_use]
    pub fn late(&self, standing: Standing, held_on: NaiveDate, on: NaiveDate) -> Vec<Late> {
        if standing != Standing::Going {
            return Vec::new();
        }
        let seen = self.course.last_seen(on);
        let percent = seen.map_or(0, |seen| seen.line.percent);
        let due = self.due(held_on, on);
        let overdue =
            due.and_then(|due| Some(Late::Overdue { since: due, days: days_after(due, on)? }));
        let task = seen.and_then(|seen| seen.line.task.clone());
        let task = task
            .and_then(|task| days_after(task.by, on).map(|days| Late::TaskOverdue { task, days }));
        let heard = seen.map_or_else(|| self.since(held_on), |seen| seen.on);
        let silent = days_after(heard, on).filter(|days| *days > SILENT_DAYS);
        let silent = silent.map(|days| Late::Silent { since: heard, days });
        [overdue, task, self.behind(percent, on), silent].into_iter().flatten().collect()
    }

    /// The last step of the plan that should have been reached by then.
    fn behind(&self, percent: u32, on: NaiveDate) -> Option<Late> {
        let steps = &self.course.plan_on(on)?.steps;
        let step = steps.iter().rfind(|step| step.by < on)?;
        let (by, planned) = (step.by, step.percent);
        (percent < planned).then_some(Late::Behind { by, planned, percent })
    }
}

/// Returns the last day of a deadline as offices write it: 2026年10月31日, 2026-10-31, 2026年10月底前,
/// 10月, 2026年上半年, 2026年; of a span its end. Nothing where it names no day.
#[must_use]
pub fn day_of_deadline(text: &str, year: i32) -> Option<NaiveDate> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(half_width).collect();
    let end = plain.rsplit(['至', '—', '～', '~', '–']).find(|part| !part.is_empty())?;
    let numbers = numbers_in(end);
    let named = numbers.first().copied().filter(|number| *number >= 1_000);
    let before = numbers_in(&plain).into_iter().find(|number| *number >= 1_000);
    let year = named.or(before).map_or(Some(year), |year| i32::try_from(year).ok())?;
    let rest = if named.is_some() { numbers.get(1..)? } else { numbers.as_slice() };
    match rest {
        [] if end.contains("上半年") => NaiveDate::from_ymd_opt(year, 6, 30),
        [] if named.is_some() || end.contains("年底") => NaiveDate::from_ymd_opt(year, 12, 31),
        [month] if end.contains("上旬") => NaiveDate::from_ymd_opt(year, *month, 10),
        [month] if end.contains("中旬") => NaiveDate::from_ymd_opt(year, *month, 20),
        [month] if named.is_some() || end.contains('月') => last_of_month(year, *month),
        [month, day] => NaiveDate::from_ymd_opt(year, *month, *day),
        [..] => None,
    }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        other => other,
    }
}

fn numbers_in(text: &str) -> Vec<u32> {
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().unwrap_or(number(u64::MAX))).collect()
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let (next_year, next) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?;
    NaiveDate::from_ymd_opt(next_year, next, 1)?.checked_sub_days(Days::new(1))
}
