//! 结果、通过名单: an announced result in the hall, by pages. Beside 赞成, 反对 and 弃权 stands no
//! fourth class.

use serde::Serialize;
use tally::{AbstentionWord, Assessment, Kind, Next, Overall, Threshold};

use super::fit::Column;
use super::pages::{Listed, Pages, Piece, page_of};
use super::picture::HallKind;
use crate::Refusal;
use crate::ballot::BallotContest;
use crate::ids::number;
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
    /// Whether the numbers of a row stand below its name, which would have no room beside them.
    pub stacked: bool,
    /// What the result comes to; none of an evaluation or a motion, and none in the list of what is
    /// in.
    pub verdict: Option<HallVerdict>,
    /// 总体满意率, where it is told of an evaluation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub overall: Option<Overall>,
    /// By approvals.
    pub rows: Vec<HallRow>,
}

/// 结论: how many are in, and what must follow (组织法 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallVerdict {
    /// 当选、通过.
    pub chosen: u32,
    /// 末位同票.
    pub tied: u32,
    /// Seats not filled.
    pub seats_left: u32,
    /// What must follow.
    pub next: Next,
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
    /// 占比 of each grade in per cent, where that is told; `None` if its base is 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<Option<String>>>"))]
    pub shares: Vec<Option<String>>,
    /// 满意率.
    pub rate: Option<String>,
    /// 测评等次.
    pub level: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
}

/// A contest with its result, and the rows of it that are shown.
struct Shown<'a> {
    entry: &'a BallotContest,
    table: &'a ResultTable,
    rows: Vec<&'a ResultLine>,
    column: Column,
    verdict: Option<HallVerdict>,
}

/// Returns a page of the result as it was counted.
///
/// # Errors
/// [`Refusal::NotCertified`].
pub(super) fn result_page(round: &Round, page: u32) -> Result<(Vec<HallTable>, Pages), Refusal> {
    let tables = tables(round);
    let shown = round.ballot().contests.iter().zip(&tables).map(|(entry, table)| Shown {
        entry,
        table,
        rows: table.listed(),
        column: column(entry, table, Column::OUTCOMES),
        verdict: verdict(entry, table),
    });
    page_among(round, &shown.collect::<Vec<_>>(), page)
}

/// Returns a page of what is in, with what was decided after the result. An evaluation chooses
/// nothing.
///
/// # Errors
/// [`Refusal::NotCertified`].
pub(super) fn chosen_page(round: &Round, page: u32) -> Result<(Vec<HallTable>, Pages), Refusal> {
    let tables = decided_tables(round);
    let shown = round.ballot().contests.iter().zip(&tables).map(|(entry, table)| Shown {
        entry,
        table,
        rows: table.chosen(),
        column: column(entry, table, Column::VOTES),
        verdict: None,
    });
    let choosing = shown.filter(|it| !matches!(it.entry.contest.kind, Kind::Evaluation(_)));
    page_among(round, &choosing.collect::<Vec<_>>(), page)
}

fn column(entry: &BallotContest, table: &ResultTable, of_votes: Column) -> Column {
    match &entry.contest.kind {
        Kind::Evaluation(_) => {
            let heads = table.grades.iter().map(String::as_str);
            let levels = table.rows.iter().filter_map(|row| row.level.as_deref());
            let widest = levels.max_by_key(|level| level.chars().count());
            Column::grades(
                heads.chain([wording::abstention(entry.abstention())]),
                true,
                widest,
                told(entry).shares,
            )
        }
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => of_votes,
    }
}

/// What is told beside the rate of a row.
fn told(entry: &BallotContest) -> Assessment {
    entry.assessment.clone().unwrap_or_default()
}

fn verdict(entry: &BallotContest, table: &ResultTable) -> Option<HallVerdict> {
    entry.contest.seats_rule().map(|_| HallVerdict {
        chosen: number(table.chosen().len()),
        tied: number(table.tied().len()),
        seats_left: table.seats_left,
        next: table.next,
    })
}

impl Shown<'_> {
    /// What needs a word about what follows has a page of its own.
    fn shares(&self) -> bool {
        let settled = self
            .verdict
            .is_none_or(|verdict| verdict.next == Next::None && verdict.seats_left == 0);
        settled && self.entry.contest.seats_rule().is_some()
    }

    fn listed(&self) -> Listed {
        Listed {
            title: self.table.title.clone(),
            heights: self.rows.iter().map(|row| self.column.height(&row.name)).collect(),
            shares: self.shares(),
        }
    }

    fn table(&self, round: &Round, piece: &Piece) -> HallTable {
        let (contest, table) = (&self.entry.contest, self.table);
        let rows = self.rows.get(piece.rows.clone()).unwrap_or_default();
        HallTable {
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
            abstention: self.entry.abstention(),
            rows_void: rows.iter().any(|row| row.void > 0),
            stacked: self.column.is_stacked(),
            verdict: self.verdict,
            overall: table.overall.clone(),
            rows: rows.iter().copied().map(row).collect(),
        }
    }
}

fn page_among(
    round: &Round,
    shown: &[Shown<'_>],
    page: u32,
) -> Result<(Vec<HallTable>, Pages), Refusal> {
    let lists: Vec<Listed> = shown.iter().map(Shown::listed).collect();
    let (pieces, pages) = page_of(&lists, page);
    let on_page = pieces.iter().filter_map(|piece| Some((piece, shown.get(piece.list)?)));
    let tables: Vec<HallTable> = on_page.map(|(piece, it)| it.table(round, piece)).collect();
    if tables.is_empty() { Err(Refusal::NotCertified) } else { Ok((tables, pages)) }
}

fn row(row: &ResultLine) -> HallRow {
    HallRow {
        no: row.no,
        name: row.name.clone(),
        for_: row.for_,
        against: row.against,
        abstain: row.abstain,
        grades: row.grades.clone(),
        shares: row.shares.clone(),
        rate: row.rate.clone(),
        level: row.level.clone(),
        outcome: row.outcome,
    }
}
