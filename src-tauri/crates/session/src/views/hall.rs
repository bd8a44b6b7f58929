//! 大屏: what the hall sees. It depends on no mark before the ballot's settings and the announcement allow it.

use chrono::NaiveDate;
use serde::Serialize;
use tally::{Base, BlankRow, Cap};
use ts_rs::TS;

use super::{
    frame::{AttendanceFigures, attendance_figures},
    number,
    result::{Outcome, ResultTable, tables},
};
use crate::{
    Refusal,
    ballot::{Ballot, BallotContest, HallCounting, SymbolMeaning},
    hall::{Scene, check_showable},
    round::Round,
    session::Session,
};

/// 每页行数: rows of at least 5 % of the picture's height, read from the farthest seat.
pub const ROWS_A_PAGE: usize = 12;

/// The picture in the hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HallView {
    /// Title of the session
    pub title: Option<String>,
    /// What is on it
    pub picture: Picture,
}

/// Which part of a longer list is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Pages {
    /// This page, from 0
    pub page: u32,
    /// How many there are, at least 1
    pub pages: u32,
}

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "scene", rename_all = "snake_case")]
pub enum Picture {
    /// Title of the session, day and place
    Welcome {
        /// Day of the vote
        #[ts(type = "string | null")]
        held_on: Option<NaiveDate>,
        /// Where it sits
        venue: String,
    },
    /// 议程
    Agenda {
        /// Numbered items of this page
        items: Vec<HallItem>,
        /// Which page
        pages: Pages,
    },
    /// 应到、实到、法定人数
    Attendance {
        /// The numbers
        figures: AttendanceFigures,
    },
    /// 候选人或项目
    Options {
        /// Title of the contest
        title: String,
        /// 应选名额
        seats: Option<u32>,
        /// How many options there are
        options: u32,
        /// The rows of this page
        items: Vec<HallItem>,
        /// Which page
        pages: Pages,
    },
    /// 填票说明
    HowToMark {
        /// Title of the ballot
        ballot: String,
        /// 票色
        colour: String,
        /// One a contest
        contests: Vec<HowToMark>,
    },
    /// 正在投票
    Voting {
        /// Title of the ballot
        ballot: String,
        /// 实到
        present: u32,
        /// 发出
        issued: u32,
    },
    /// 验票结果
    Collection {
        /// Title of the ballot
        ballot: String,
        /// The control numbers
        control: HallControl,
        /// Whether the vote is valid
        valid: bool,
    },
    /// 正在计票
    Counting {
        /// Title of the ballot
        ballot: String,
        /// The control numbers
        control: HallControl,
        /// What may be seen
        progress: Progress,
    },
    /// 结果
    Result {
        /// Title of the ballot
        ballot: String,
        /// The control numbers
        control: HallControl,
        /// The contest on this page, rows by approvals
        table: HallTable,
        /// Which page
        pages: Pages,
    },
    /// 通过名单
    Elected {
        /// Title of the ballot
        ballot: String,
        /// The control numbers
        control: HallControl,
        /// The contest on this page, only what is in
        table: HallTable,
        /// Which page
        pages: Pages,
    },
    /// An empty ground
    Blank,
}

/// A numbered line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HallItem {
    /// 序号
    pub no: u32,
    /// Text
    pub text: String,
}

/// How one contest is marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HowToMark {
    /// Title of the contest
    pub title: String,
    /// 应选名额
    pub seats: Option<u32>,
    /// How many options there are
    pub options: u32,
    /// Against the seats
    pub cap: Option<Cap>,
    /// What the symbols mean
    pub symbols: Vec<SymbolMeaning>,
    /// What a row without a symbol means
    pub blank: BlankRow,
}

/// The numbers that always stand beside a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HallControl {
    /// 全体代表
    pub all_deputies: u32,
    /// 实到
    pub present: u32,
    /// 发出
    pub issued: u32,
    /// 收回
    pub returned: u32,
}

/// What the hall may see of a running count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "shows", rename_all = "snake_case")]
pub enum Progress {
    /// Live counts of the settled sheets
    Live {
        /// Settled sheets
        counted: u32,
        /// Title of the contest on this page
        title: String,
        /// The number that reaches the threshold; `None` while it cannot be known
        needed: Option<u32>,
        /// The number a full bar stands for
        scale: u32,
        /// In the order of the ballot
        rows: Vec<LiveRow>,
        /// Which page
        pages: Pages,
    },
    /// Sheets that went through both keyings
    Sheets {
        /// How many
        keyed: u32,
    },
    /// Nothing but that counting goes on
    Nothing,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LiveRow {
    /// 序号
    pub no: u32,
    /// Name
    pub name: String,
    /// 赞成
    #[serde(rename = "for")]
    pub for_: u32,
}

/// The rows of one contest on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HallTable {
    /// Title of the contest
    pub title: String,
    /// 应选名额
    pub seats: Option<u32>,
    /// How many options stood
    pub options: u32,
    /// 有效
    pub valid: u32,
    /// 无效
    pub void: u32,
    /// 过半数 as a number
    pub needed: Option<u32>,
    /// By approvals
    pub rows: Vec<HallRow>,
}

/// One row of a result in the hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HallRow {
    /// 序号; `None` for a written-in name
    pub no: Option<u32>,
    /// Name
    pub name: String,
    /// 赞成
    #[serde(rename = "for")]
    pub for_: u32,
    /// 反对
    pub against: u32,
    /// 弃权
    pub abstain: u32,
    /// What became of it
    pub outcome: Outcome,
}

/// Returns what the hall sees now.
#[must_use]
pub fn view(session: &Session) -> HallView {
    preview(session, &session.scene).unwrap_or_else(|_| HallView { title: title(session), picture: Picture::Blank })
}

/// Returns what the hall would see if `scene` were pushed.
///
/// # Errors
/// Why it cannot be shown yet.
pub fn preview(session: &Session, scene: &Scene) -> Result<HallView, Refusal> {
    check_showable(session, scene)?;
    Ok(HallView { title: title(session), picture: picture(session, scene)? })
}

fn title(session: &Session) -> Option<String> {
    session.meeting.as_ref().map(crate::meeting::Meeting::title)
}

fn picture(session: &Session, scene: &Scene) -> Result<Picture, Refusal> {
    Ok(match scene {
        Scene::Welcome => welcome(session),
        Scene::Agenda { page } => agenda(session, *page)?,
        Scene::Attendance => {
            let figures = attendance_figures(session).ok_or(Refusal::AttendanceNotCounted)?;
            Picture::Attendance { figures }
        }
        Scene::Options { ballot, page } => options(session.ballot(ballot)?, *page)?,
        Scene::HowToMark { ballot } => how_to_mark(session.ballot(ballot)?),
        Scene::Voting { round } => {
            let round = session.round(*round)?;
            Picture::Voting { ballot: round.ballot.title.clone(), present: round.present, issued: round.issued }
        }
        Scene::Collection { round } => {
            let round = session.round(*round)?;
            let valid = !round.is_void();
            Picture::Collection { ballot: round.ballot.title.clone(), control: control(round), valid }
        }
        Scene::Counting { round, page } => {
            let round = session.round(*round)?;
            Picture::Counting { ballot: round.ballot.title.clone(), control: control(round), progress: progress(round, *page) }
        }
        Scene::Result { round, page } => {
            let round = session.round(*round)?;
            let (table, pages) = table_page(round, *page, |_| true)?;
            Picture::Result { ballot: round.ballot.title.clone(), control: control(round), table, pages }
        }
        Scene::Elected { round, page } => {
            let round = session.round(*round)?;
            let (table, pages) = table_page(round, *page, |outcome| outcome == Outcome::Chosen)?;
            Picture::Elected { ballot: round.ballot.title.clone(), control: control(round), table, pages }
        }
        Scene::Blank => Picture::Blank,
    })
}

fn welcome(session: &Session) -> Picture {
    let meeting = session.meeting.as_ref();
    Picture::Welcome {
        held_on: meeting.map(|meeting| meeting.held_on),
        venue: meeting.map(|meeting| meeting.venue.clone()).unwrap_or_default(),
    }
}

fn agenda(session: &Session, page: u32) -> Result<Picture, Refusal> {
    let lines: Vec<&str> = session.described()?.agenda.iter().map(String::as_str).collect();
    let (items, pages) = items(&lines, page);
    Ok(Picture::Agenda { items, pages })
}

/// Every contest starts on a page of its own; `page` runs over all of them.
fn options(ballot: &Ballot, page: u32) -> Result<Picture, Refusal> {
    let lists: Vec<(&BallotContest, Vec<&str>)> =
        ballot.contests.iter().map(|entry| (entry, entry.contest.options.iter().map(|option| option.name.as_str()).collect())).collect();
    let sizes: Vec<usize> = lists.iter().map(|(_, names)| names.len()).collect();
    let (contest, within, pages) = locate(&sizes, page);
    let (entry, names) = lists.get(contest).ok_or_else(|| Refusal::BallotWithoutContest { ballot: ballot.title.clone() })?;
    let (items, _) = items(names, within);
    Ok(Picture::Options {
        title: entry.contest.title.clone(),
        seats: entry.contest.seats_rule().map(|rule| rule.seats.get()),
        options: number(names.len()),
        items,
        pages,
    })
}

fn items(lines: &[&str], page: u32) -> (Vec<HallItem>, Pages) {
    let (_, within, pages) = locate(&[lines.len()], page);
    let numbered = (1..).zip(lines).map(|(no, text)| HallItem { no, text: (*text).to_owned() });
    (page_of(numbered, within).collect(), pages)
}

/// Returns which list a page falls into, which page of that list it is, and the page among all.
fn locate(sizes: &[usize], page: u32) -> (usize, u32, Pages) {
    let pages_of = |rows: &usize| number(rows.div_ceil(ROWS_A_PAGE).max(1));
    let pages = sizes.iter().map(pages_of).sum::<u32>().max(1);
    let page = page.min(pages - 1);
    let mut within = page;
    for (list, rows) in sizes.iter().enumerate() {
        if within < pages_of(rows) {
            return (list, within, Pages { page, pages });
        }
        within -= pages_of(rows);
    }
    (0, 0, Pages { page, pages })
}

fn page_of<T>(rows: impl Iterator<Item = T>, page: u32) -> impl Iterator<Item = T> {
    let before = usize::try_from(page).unwrap_or(usize::MAX).saturating_mul(ROWS_A_PAGE);
    rows.skip(before).take(ROWS_A_PAGE)
}

fn how_to_mark(ballot: &Ballot) -> Picture {
    let contests = ballot.contests.iter().map(|entry| HowToMark {
        title: entry.contest.title.clone(),
        seats: entry.contest.seats_rule().map(|rule| rule.seats.get()),
        options: number(entry.contest.options.len()),
        cap: entry.contest.seats_rule().map(|rule| rule.cap),
        symbols: entry.symbols.clone(),
        blank: entry.blank_row(),
    });
    Picture::HowToMark { ballot: ballot.title.clone(), colour: ballot.colour.clone(), contests: contests.collect() }
}

fn control(round: &Round) -> HallControl {
    let control = round.control();
    HallControl { all_deputies: control.all_deputies, present: control.present, issued: control.issued, returned: control.returned }
}

fn progress(round: &Round, page: u32) -> Progress {
    match round.ballot.hall {
        HallCounting::Nothing => Progress::Nothing,
        HallCounting::Progress => Progress::Sheets { keyed: keyed_twice(round) },
        HallCounting::Live => live(round, page),
    }
}

/// Sheets of the bundles that both passes have handed in: says nothing about whether they agree.
fn keyed_twice(round: &Round) -> u32 {
    (1..=round.bundles()).filter_map(|bundle| round.both_keyed(crate::BundleNo(bundle))).map(|[first, second]| first.min(second)).sum()
}

fn live(round: &Round, page: u32) -> Progress {
    let sizes: Vec<usize> = round.contests().iter().map(|contest| contest.options.len()).collect();
    let (index, within, pages) = locate(&sizes, page);
    let contest = round.contests().get(index);
    let rows = contest.map(|contest| contest.options.as_slice()).unwrap_or_default().iter().zip(round.tally().rows(index));
    let rows = (1..).zip(rows).map(|(no, (option, count))| LiveRow { no, name: option.name.clone(), for_: count.for_ });
    let control = round.control();
    let threshold = contest.and_then(|contest| contest.seats_rule()?.threshold);
    Progress::Live {
        counted: round.tally().sheets(),
        title: contest.map(|contest| contest.title.clone()).unwrap_or_default(),
        needed: threshold.filter(|threshold| threshold.base != Base::Valid).map(|it| it.needed(control.base_value(it.base, 0))),
        scale: control.all_deputies.max(1),
        rows: page_of(rows, within).collect(),
        pages,
    }
}

fn table_page(round: &Round, page: u32, shown: impl Fn(Outcome) -> bool) -> Result<(HallTable, Pages), Refusal> {
    let tables = tables(round);
    let filtered: Vec<Vec<HallRow>> = tables.iter().map(|table| hall_rows(table, &shown)).collect();
    let sizes: Vec<usize> = filtered.iter().map(Vec::len).collect();
    let (index, within, pages) = locate(&sizes, page);
    let (table, rows) = tables.get(index).zip(filtered.into_iter().nth(index)).ok_or(Refusal::NotCertified)?;
    let table = HallTable {
        title: table.title.clone(),
        seats: table.seats,
        options: table.options,
        valid: table.valid,
        void: table.void,
        needed: table.needed,
        rows: page_of(rows.into_iter(), within).collect(),
    };
    Ok((table, pages))
}

fn hall_rows(table: &ResultTable, shown: impl Fn(Outcome) -> bool) -> Vec<HallRow> {
    let rows = table.listed().into_iter().filter(|row| shown(row.outcome));
    rows.map(|row| HallRow {
        no: row.no,
        name: row.name.clone(),
        for_: row.for_,
        against: row.against,
        abstain: row.abstain,
        outcome: row.outcome,
    })
    .collect()
}
