//! 正在计票: what the hall may see of a running count, by the ballot's setting: live counts,
//! progress, or nothing.

use serde::Serialize;
use tally::{AbstentionWord, Base, Contest, WriteIns};

use super::outcome::HallThreshold;
use super::pages::{Pages, locate, page_of};
use super::{HallKind, grades};
use crate::BundleNo;
use crate::ballot::HallCounting;
use crate::round::Round;
use crate::views::wording;

/// What the hall may see of a running count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "shows", rename_all = "snake_case")]
pub enum Progress {
    /// Live counts of the settled sheets.
    Live {
        /// Settled sheets.
        counted: u32,
        /// Title of the contest on this page.
        title: String,
        /// What it asks.
        kind: HallKind,
        /// What must be reached; `None` without a threshold, or while its number cannot be known.
        threshold: Option<HallThreshold>,
        /// The number a full bar stands for.
        scale: u32,
        /// Labels of the grades of an evaluation, best first.
        grades: Vec<String>,
        /// What a row without a grade is called.
        abstention: AbstentionWord,
        /// In the order of the ballot.
        rows: Vec<LiveRow>,
        /// 另选他人: approvals for all names written in, together, below the last row of a contest
        /// that takes them. Which names they are stands in the result only: spellings are not
        /// merged yet, and a name on one sheet must not be pointed at.
        write_ins: Option<u32>,
        /// Which page.
        pages: Pages,
    },
    /// Sheets that went through both keyings.
    Sheets { keyed: u32 },
    /// Nothing but that counting goes on.
    Nothing,
}

/// The counts of one option so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LiveRow {
    /// 序号.
    pub no: u32,
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
}

pub(super) fn progress(round: &Round, page: u32) -> Progress {
    match round.ballot().hall {
        HallCounting::Nothing => Progress::Nothing,
        HallCounting::Progress => Progress::Sheets { keyed: keyed_twice(round) },
        HallCounting::Live => live(round, page),
    }
}

/// Sheets of the bundles that both passes have handed in: says nothing about whether they agree.
fn keyed_twice(round: &Round) -> u32 {
    (1..=round.bundles())
        .filter_map(|bundle| round.both_keyed(BundleNo(bundle)))
        .map(|[first, second]| first.min(second))
        .sum()
}

fn live(round: &Round, page: u32) -> Progress {
    let lists: Vec<(&str, usize)> =
        round.contests().iter().map(|contest| (contest.title.as_str(), lines(contest))).collect();
    let (index, within, pages) = locate(&lists, page);
    let Some(entry) = round.ballot().contests.get(index) else { return Progress::Nothing };
    let contest = &entry.contest;
    let grades = grades(&contest.kind);
    let rows = (1..).zip(contest.options.iter().zip(round.tally().rows(index))).map(
        |(no, (option, count))| LiveRow {
            no,
            name: option.name.clone(),
            for_: count.for_,
            against: count.against,
            abstain: count.abstain,
            grades: count.grades.iter().take(grades.len()).copied().collect(),
        },
    );
    let rows = page_of(rows, within).collect();
    Progress::Live {
        counted: round.tally().sheets(),
        title: wording::titled(round, &contest.title, &contest.kind),
        kind: HallKind::of(&contest.kind),
        threshold: known_threshold(round, contest),
        scale: round.control().all_deputies.max(1),
        grades,
        abstention: entry.abstention(),
        rows,
        write_ins: written_in(round, index, within),
        pages,
    }
}

/// The rows of a contest, and the line for names where they may be written in: it stands there from
/// the first sheet on, so that no row ever moves.
fn lines(contest: &Contest) -> usize {
    contest.options.len() + usize::from(takes_names(contest))
}

fn takes_names(contest: &Contest) -> bool {
    contest.seats_rule().is_some_and(|rule| rule.write_ins != WriteIns::None)
}

/// The line for names, where it falls on this page of the contest.
fn written_in(round: &Round, index: usize, within: u32) -> Option<u32> {
    let contest = round.contests().get(index).filter(|contest| takes_names(contest))?;
    page_of(0..lines(contest), within).find(|line| *line == contest.options.len())?;
    Some(
        round
            .tally()
            .write_ins(index)
            .iter()
            .map(|written| written.for_)
            .fold(0, u32::saturating_add),
    )
}

/// A threshold of the valid sheets has no number before they are all counted.
fn known_threshold(round: &Round, contest: &Contest) -> Option<HallThreshold> {
    let rule = contest.threshold().filter(|threshold| threshold.base != Base::Valid)?;
    Some(HallThreshold::new(rule, rule.needed(round.control().base_value(rule.base, 0))))
}
