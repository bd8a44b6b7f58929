//! 结果、通过名单: an announced result in the hall, by pages. Beside 赞成, 反对 and 弃权 stands no
//! fourth class.

use serde::Serialize;
use tally::{AbstentionWord, Kind, Threshold};

use super::HallKind;
use super::pages::{Pages, locate, page_of};
use crate::Refusal;
use crate::ballot::BallotContest;
use crate::round::Round;
use crate::round::result::{Outcome, ResultLine, ResultTable, decided_tables, tables};
use crate::views::wording;

/// The rows of one contest on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallTable {
    /// Title of the contest.
    pub title: String,
    /// What it asks.
    pub kind: HallKind,
    /// 应选名额.
    pub seats: Option<u32>,
    pub options: u32,
    /// 有效.
    pub valid: u32,
    /// 无效.
    pub void: u32,
    /// What had to be reached.
    pub threshold: Option<HallThreshold>,
    /// Labels of the grades of an evaluation, best first.
    pub grades: Vec<String>,
    /// What a row without a grade is called.
    pub abstention: AbstentionWord,
    /// Whether rows of this page could not be counted on some valid sheets, so that their counts
    /// are fewer than the valid.
    pub rows_void: bool,
    /// By approvals.
    pub rows: Vec<HallRow>,
}

/// 通过门槛, as it stands beside a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallThreshold {
    pub needed: u32,
    /// 过半数, or what else it is, as the papers say it.
    pub label: String,
    /// Whether it is more than half.
    pub majority: bool,
    pub rule: Threshold,
}

impl HallThreshold {
    pub(super) fn new(rule: Threshold, needed: u32) -> Self {
        let wording::ThresholdWords { label, majority, .. } = wording::threshold(rule);
        Self { needed, label, majority, rule }
    }
}

/// One row of a result in the hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallRow {
    /// 序号; `None` for a written-in name.
    pub no: Option<u32>,
    pub name: String,
    /// 赞成.
    #[serde(rename = "for")]
    pub for_: u32,
    /// 反对.
    pub against: u32,
    /// 弃权.
    pub abstain: u32,
    /// How often each grade was given.
    pub grades: Vec<u32>,
    /// 满意率.
    pub rate: Option<String>,
    /// 测评等次.
    pub level: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
}

/// Returns a page of the result as it was counted.
///
/// # Errors
/// [`Refusal::NotCertified`].
pub(super) fn result_page(round: &Round, page: u32) -> Result<(HallTable, Pages), Refusal> {
    let tables = tables(round);
    let listed = round
        .ballot()
        .contests
        .iter()
        .zip(&tables)
        .map(|(entry, table)| (entry, table, table.listed()));
    page_among(round, &listed.collect::<Vec<_>>(), page).ok_or(Refusal::NotCertified)
}

/// Returns a page of what is in, with what was decided after the result. An evaluation chooses
/// nothing.
///
/// # Errors
/// [`Refusal::NotCertified`].
pub(super) fn chosen_page(round: &Round, page: u32) -> Result<(HallTable, Pages), Refusal> {
    let tables = decided_tables(round);
    let listed = round
        .ballot()
        .contests
        .iter()
        .zip(&tables)
        .map(|(entry, table)| (entry, table, table.chosen()));
    let choosing = listed.filter(|(entry, ..)| !matches!(entry.contest.kind, Kind::Evaluation(_)));
    page_among(round, &choosing.collect::<Vec<_>>(), page).ok_or(Refusal::NotCertified)
}

fn page_among(
    round: &Round,
    listed: &[(&BallotContest, &ResultTable, Vec<&ResultLine>)],
    page: u32,
) -> Option<(HallTable, Pages)> {
    let lists: Vec<(&str, usize)> =
        listed.iter().map(|(_, table, rows)| (table.title.as_str(), rows.len())).collect();
    let (index, within, pages) = locate(&lists, page);
    let (entry, table, rows) = listed.get(index)?;
    let contest = &entry.contest;
    let rows: Vec<&ResultLine> = page_of(rows.iter().copied(), within).collect();
    let table = HallTable {
        title: wording::titled(round, &table.title, &contest.kind),
        kind: HallKind::of(&contest.kind),
        seats: table.seats,
        options: table.options,
        valid: table.valid,
        void: table.void,
        threshold: contest
            .threshold()
            .zip(table.needed)
            .map(|(rule, needed)| HallThreshold::new(rule, needed)),
        grades: table.grades.clone(),
        abstention: entry.abstention(),
        rows_void: rows.iter().any(|row| row.void > 0),
        rows: rows.into_iter().map(row).collect(),
    };
    Some((table, pages))
}

fn row(row: &ResultLine) -> HallRow {
    HallRow {
        no: row.no,
        name: row.name.clone(),
        for_: row.for_,
        against: row.against,
        abstain: row.abstain,
        grades: row.grades.clone(),
        rate: row.rate.clone(),
        level: row.level.clone(),
        outcome: row.outcome,
    }
}
