//! 正在计票: what the hall may see of a running count, by the ballot's setting: live counts,
//! progress, or nothing.

use serde::Serialize;
use tally::{AbstentionWord, Base, Contest, Kind, Tally, WriteIns};

use super::fit::Column;
use super::outcome::HallThreshold;
use super::pages::{Listed, Pages, Piece, page_of};
use super::picture::{HallKind, grades};
use crate::BundleNo;
use crate::ballot::{Ballot, BallotContest, HallCounting};
use crate::round::Round;
use crate::round::zero::AtZero;
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
        /// Whether the numbers of a row stand below its name, which would have no room beside them.
        stacked: bool,
        /// In the order of the ballot.
        rows: Vec<LiveRow>,
        /// 另选他人: approvals for all names written in, together, below the last row of a contest
        /// that takes them. Which names they are stands in the result only: spellings are not
        /// merged yet, and a name on one sheet must not be pointed at.
        write_ins: Option<u32>,
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
    let scale = round.control().all_deputies;
    Counts { ballot: round.ballot(), tally: round.tally(), round: Some(round), scale }.on(page)
}

/// 清零: the counts as they stand before anything is counted.
pub(super) fn at_zero(zero: &AtZero<'_>, page: u32) -> Progress {
    Counts { ballot: zero.ballot, tally: &zero.tally, round: None, scale: 1 }.on(page)
}

/// Counts of a ballot, in its round once one goes on.
struct Counts<'a> {
    ballot: &'a Ballot,
    tally: &'a Tally,
    round: Option<&'a Round>,
    /// The number a full bar stands for.
    scale: u32,
}

impl Counts<'_> {
    fn on(&self, page: u32) -> Progress {
        let lists: Vec<Listed> = self.ballot.contests.iter().map(lines).collect();
        let (pieces, pages) = page_of(&lists, page);
        let on_page =
            pieces.first().and_then(|piece| Some((piece, self.ballot.contests.get(piece.list)?)));
        let Some((piece, entry)) = on_page else { return Progress::Nothing };
        let contest = &entry.contest;
        let grades = grades(&contest.kind);
        let names_stand_here = takes_names(contest) && piece.rows.end > contest.options.len();
        let titled = |round| wording::titled(round, &contest.title, &contest.kind);
        Progress::Live {
            counted: self.tally.sheets(),
            title: self.round.map_or_else(|| contest.title.clone(), titled),
            kind: HallKind::of(&contest.kind),
            threshold: self.round.and_then(|round| known_threshold(round, contest)),
            scale: self.scale.max(1),
            stacked: column(entry).is_stacked(),
            rows: self.rows(piece, contest, grades.len()),
            grades,
            abstention: entry.abstention(),
            write_ins: names_stand_here.then(|| self.written_in(piece.list)),
            pages,
        }
    }

    fn rows(&self, piece: &Piece, contest: &Contest, grades: usize) -> Vec<LiveRow> {
        let counts = contest.options.iter().zip(self.tally.rows(piece.list));
        let rows = (1..).zip(counts).map(|(no, (option, count))| LiveRow {
            no,
            name: option.name.clone(),
            for_: count.for_,
            against: count.against,
            abstain: count.abstain,
            grades: count.grades.iter().take(grades).copied().collect(),
        });
        rows.skip(piece.rows.start).take(piece.rows.len()).collect()
    }

    /// Approvals for all names written in, together.
    fn written_in(&self, contest: usize) -> u32 {
        let written = self.tally.write_ins(contest);
        written.iter().map(|written| written.for_).fold(0, u32::saturating_add)
    }
}

/// The rows of a contest, and the line for names where they may be written in: it stands there from
/// the first sheet on, so that no row ever moves.
fn lines(entry: &BallotContest) -> Listed {
    let (contest, column) = (&entry.contest, column(entry));
    let options = contest.options.iter().map(|option| column.height(&option.name));
    let names = takes_names(contest).then(|| column.height(""));
    let heights = options.chain(names).collect();
    Listed { title: contest.title.clone(), heights, shares: false }
}

fn column(entry: &BallotContest) -> Column {
    match &entry.contest.kind {
        Kind::Evaluation(rule) => {
            let heads = rule.grades.iter().map(String::as_str);
            Column::grades(
                heads.chain([wording::abstention(entry.abstention())]),
                false,
                None,
                false,
            )
        }
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => Column::BARS,
    }
}

fn takes_names(contest: &Contest) -> bool {
    contest.seats_rule().is_some_and(|rule| rule.write_ins != WriteIns::None)
}

/// A threshold of the valid sheets has no number before they are all counted.
fn known_threshold(round: &Round, contest: &Contest) -> Option<HallThreshold> {
    let rule = contest.threshold().filter(|threshold| threshold.base != Base::Valid)?;
    Some(HallThreshold::new(rule, rule.needed(round.control().base_value(rule.base, 0))))
}
