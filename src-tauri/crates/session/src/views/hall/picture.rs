//! One picture: what stands on it, made from the session.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use tally::{AbstentionWord, BlankRow, Cap, Kind, OverCap, WriteIns};

use super::counting::{Progress, at_zero, progress};
use super::fit::Column;
use super::outcome::{HallTable, chosen_page, result_page};
use super::pages::{Listed, Pages, Piece, page_of};
use crate::Refusal;
use crate::ballot::{Ballot, BallotContest, SymbolMeaning};
use crate::floor::hall::Scene;
use crate::floor::hands::{HandOutcome, Motion};
use crate::ids::number;
use crate::round::Round;
use crate::session::Past;
use crate::views::frame::{AttendanceFigures, attendance_figures};
use crate::views::{hand, wording};

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "scene", rename_all = "snake_case")]
pub enum Picture {
    /// Title of the session, day and place.
    Welcome {
        /// Day of the vote.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        held_on: Option<NaiveDate>,
        /// Where it sits.
        venue: String,
    },
    /// 议程.
    Agenda {
        /// Numbered items of this page.
        items: Vec<HallItem>,
        pages: Pages,
    },
    /// 应到、实到、法定人数.
    Attendance {
        /// The numbers.
        figures: AttendanceFigures,
    },
    /// 上年项目.
    PastProjects {
        /// The year they were chosen for.
        year: u16,
        /// How many there are.
        all: u32,
        /// How many of them are done.
        done: u32,
        /// Those done on this page; none where they stand on others.
        completed: Vec<HallItem>,
        /// Those not done on this page.
        open: Vec<HallItem>,
        pages: Pages,
    },
    /// 候选人或项目.
    Options {
        /// Title of the ballot.
        ballot: String,
        /// The contests on this page.
        lists: Vec<HallList>,
        pages: Pages,
    },
    /// 填票说明.
    HowToMark {
        /// Title of the ballot.
        ballot: String,
        /// 票色.
        colour: String,
        contests: Vec<HowToMark>,
    },
    /// 清零.
    Zero {
        /// Title of the ballot.
        ballot: String,
        /// The counts as they stand.
        counts: Progress,
    },
    /// 正在投票.
    Voting {
        /// Title of the ballot.
        ballot: String,
        /// 实到.
        present: u32,
        /// 发出.
        issued: u32,
    },
    /// 验票结果.
    Collection {
        /// Title of the ballot.
        ballot: String,
        /// The control numbers.
        control: HallControl,
        /// Whether the vote is valid.
        valid: bool,
    },
    /// 正在计票.
    Counting {
        /// Title of the ballot.
        ballot: String,
        /// The control numbers.
        control: HallControl,
        /// What may be seen.
        progress: Progress,
    },
    /// 结果.
    Result {
        /// Title of the ballot.
        ballot: String,
        /// The control numbers.
        control: HallControl,
        /// The contests on this page, rows by approvals.
        tables: Vec<HallTable>,
        pages: Pages,
    },
    /// 通过名单.
    Elected {
        /// Title of the ballot.
        ballot: String,
        /// The control numbers.
        control: HallControl,
        /// The contests on this page, only what is in.
        tables: Vec<HallTable>,
        pages: Pages,
    },
    /// 议题: a motion decided without paper.
    HandMotion {
        /// What it says.
        motion: Motion,
        /// The least number of approvals, where it is known.
        needed: Option<u32>,
    },
    /// 正在表决.
    HandVoting {
        /// What it says.
        motion: Motion,
        /// 全体代表, or 主席团全体成员.
        all: u32,
        /// 实到.
        present: u32,
        /// The least number of approvals.
        needed: Option<u32>,
    },
    /// 表决结果.
    HandResult {
        /// What it says.
        motion: Motion,
        /// 全体代表, or 主席团全体成员.
        all: u32,
        /// 实到.
        present: u32,
        /// What became of it.
        outcome: HandOutcome,
    },
    /// 休会.
    Recess {
        /// When it goes on.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        until: Option<NaiveTime>,
        /// What else is to be said; may be empty.
        note: String,
    },
    /// A line of the operator's own.
    Line { text: String },
    /// An empty ground.
    Blank,
}

/// What stands for election or is put to the vote in one contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallList {
    /// Title of the contest.
    pub title: String,
    /// What it asks.
    pub kind: HallKind,
    /// 应选名额.
    pub seats: Option<u32>,
    pub options: u32,
    /// The rows of this page.
    pub items: Vec<HallItem>,
}

/// A numbered line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallItem {
    /// 序号.
    pub no: u32,
    pub text: String,
}

/// What a contest asks: the words on the screen follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HallKind {
    /// 票决.
    Selection,
    /// 选举.
    Election,
    /// 满意度测评.
    Evaluation,
    /// 表决.
    Motion,
}

impl HallKind {
    /// Returns what a contest asks.
    #[must_use]
    pub fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Selection(_) => Self::Selection,
            Kind::Election(_) => Self::Election,
            Kind::Evaluation(_) => Self::Evaluation,
            Kind::Motion(_) => Self::Motion,
        }
    }
}

pub(super) fn grades(kind: &Kind) -> Vec<String> {
    match kind {
        Kind::Evaluation(rule) => rule.grades.clone(),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => Vec::new(),
    }
}

/// How one contest is marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HowToMark {
    /// Title of the contest.
    pub title: String,
    /// What it asks.
    pub kind: HallKind,
    /// Labels of the grades of an evaluation, best first.
    pub grades: Vec<String>,
    /// 应选名额.
    pub seats: Option<u32>,
    pub options: u32,
    /// Who may write in another name (另选他人).
    pub write_ins: WriteIns,
    /// Against the seats.
    pub cap: Option<Cap>,
    /// What more than that does.
    pub over_cap: Option<OverCap>,
    pub symbols: Vec<SymbolMeaning>,
    /// What a row without a symbol means.
    pub blank: BlankRow,
    /// What an abstention is called.
    pub abstention: AbstentionWord,
}

/// The numbers that always stand beside a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallControl {
    /// 全体代表.
    pub all_deputies: u32,
    /// 实到.
    pub present: u32,
    /// 发出.
    pub issued: u32,
    /// 收回.
    pub returned: u32,
}

impl Picture {
    /// Returns which page of how many it is, where it has pages.
    #[must_use]
    pub fn pages(&self) -> Option<&Pages> {
        match self {
            Self::Agenda { pages, .. }
            | Self::Options { pages, .. }
            | Self::PastProjects { pages, .. }
            | Self::Result { pages, .. }
            | Self::Elected { pages, .. }
            | Self::Zero { counts: Progress::Live { pages, .. }, .. }
            | Self::Counting { progress: Progress::Live { pages, .. }, .. } => Some(pages),
            Self::Zero { counts: Progress::Sheets { .. } | Progress::Nothing, .. }
            | Self::Counting { progress: Progress::Sheets { .. } | Progress::Nothing, .. }
            | Self::Welcome { .. }
            | Self::Attendance { .. }
            | Self::HowToMark { .. }
            | Self::Voting { .. }
            | Self::Collection { .. }
            | Self::HandMotion { .. }
            | Self::HandVoting { .. }
            | Self::HandResult { .. }
            | Self::Recess { .. }
            | Self::Line { .. }
            | Self::Blank => None,
        }
    }
}

pub(super) fn picture(session: &Past, scene: &Scene) -> Result<Picture, Refusal> {
    Ok(match scene {
        Scene::Welcome => welcome(session),
        Scene::Agenda { page } => agenda(session, *page)?,
        Scene::Attendance => {
            let figures = attendance_figures(session).ok_or(Refusal::AttendanceNotCounted)?;
            Picture::Attendance { figures }
        }
        Scene::PastProjects { page } => past_projects(session, *page)?,
        Scene::Options { ballot, page } => options(session.ballot(ballot)?, *page)?,
        Scene::HowToMark { ballot } => how_to_mark(session.ballot(ballot)?),
        Scene::Zero { ballot, page } => {
            let zero = session.at_zero(ballot)?;
            Picture::Zero { ballot: zero.ballot.title.clone(), counts: at_zero(&zero, *page) }
        }
        Scene::Voting { round } => voting(session.round(*round)?),
        Scene::Collection { round } => {
            let round = session.round(*round)?;
            Picture::Collection {
                ballot: ballot_title(round),
                control: control(round),
                valid: !round.is_void(),
            }
        }
        Scene::Counting { round, page } => {
            let round = session.round(*round)?;
            Picture::Counting {
                ballot: ballot_title(round),
                control: control(round),
                progress: progress(round, *page),
            }
        }
        Scene::Result { round, page } => {
            let round = session.round(*round)?;
            let (tables, pages) = result_page(round, *page)?;
            Picture::Result { ballot: ballot_title(round), control: control(round), tables, pages }
        }
        Scene::Elected { round, page } => {
            let round = session.round(*round)?;
            let (tables, pages) = chosen_page(round, *page)?;
            Picture::Elected { ballot: ballot_title(round), control: control(round), tables, pages }
        }
        Scene::HandMotion { vote } => hand::motion_picture(session, *vote)?,
        Scene::HandVoting { vote } => hand::voting_picture(session, *vote)?,
        Scene::HandResult { vote } => hand::result_picture(session, *vote)?,
        Scene::Recess { until, note } => Picture::Recess { until: *until, note: note.clone() },
        Scene::Line { text } => Picture::Line { text: text.clone() },
        Scene::Blank => Picture::Blank,
    })
}

fn welcome(session: &Past) -> Picture {
    let meeting = session.meeting.as_ref();
    Picture::Welcome {
        held_on: meeting.map(|meeting| meeting.held_on),
        venue: meeting.map(|meeting| meeting.venue.clone()).unwrap_or_default(),
    }
}

fn voting(round: &Round) -> Picture {
    Picture::Voting {
        ballot: ballot_title(round),
        present: round.present(),
        issued: round.issued(),
    }
}

fn agenda(session: &Past, page: u32) -> Result<Picture, Refusal> {
    session.described()?;
    let lines: Vec<&str> = session.agenda().into_iter().map(|line| line.text).collect();
    let (pieces, pages) = page_of(&[listed("", &lines, false)], page);
    let items = pieces.iter().flat_map(|piece| items(&lines, piece)).collect();
    Ok(Picture::Agenda { items, pages })
}

/// What is done and what is not stand together where they fit.
fn past_projects(session: &Past, page: u32) -> Result<Picture, Refusal> {
    let (year, projects) = session.past_projects().ok_or(Refusal::NoPastProjects)?;
    let of = |done: bool| -> Vec<&str> {
        let alike = projects.iter().filter(|past| past.done == done);
        alike.map(|past| past.name.as_str()).collect()
    };
    let (completed, open) = (of(true), of(false));
    let titled = [("已完成", &completed), ("未完成", &open)];
    let there: Vec<_> = titled.iter().filter(|(_, names)| !names.is_empty()).collect();
    let lists: Vec<Listed> =
        there.iter().map(|(title, names)| listed(title, names, true)).collect();
    let (pieces, pages) = page_of(&lists, page);
    let on_page = |wanted: &[&str]| -> Vec<HallItem> {
        let pieces = pieces.iter().filter_map(|piece| Some((piece, there.get(piece.list)?)));
        let alike = pieces.filter(|(_, (_, names))| names.as_slice() == wanted);
        alike.flat_map(|(piece, (_, names))| items(names, piece)).collect()
    };
    Ok(Picture::PastProjects {
        year,
        all: number(projects.len()),
        done: number(completed.len()),
        completed: on_page(&completed),
        open: on_page(&open),
        pages,
    })
}

/// Posts of one sheet stand together where they fit.
fn options(ballot: &Ballot, page: u32) -> Result<Picture, Refusal> {
    if ballot.contests.is_empty() {
        return Err(Refusal::BallotWithoutContest { ballot: ballot.title.clone() });
    }
    let lists: Vec<Listed> = ballot
        .contests
        .iter()
        .map(|entry| {
            let shares = entry.contest.seats_rule().is_some();
            listed(&entry.contest.title, &names(entry), shares)
        })
        .collect();
    let (pieces, pages) = page_of(&lists, page);
    let on_page = pieces.iter().filter_map(|piece| Some((piece, ballot.contests.get(piece.list)?)));
    let lists = on_page.map(|(piece, entry)| HallList {
        title: entry.contest.title.clone(),
        kind: HallKind::of(&entry.contest.kind),
        seats: entry.contest.seats_rule().map(|rule| rule.seats.get()),
        options: number(entry.contest.options.len()),
        items: items(&names(entry), piece),
    });
    Ok(Picture::Options { ballot: ballot.title.clone(), lists: lists.collect(), pages })
}

/// A name with the heading it stands under.
fn names(entry: &BallotContest) -> Vec<String> {
    let headings = entry.headings.iter().map(String::as_str).chain(std::iter::repeat(""));
    let options = entry.contest.options.iter().zip(headings);
    let named = |(option, heading): (&tally::ContestOption, &str)| match heading {
        "" => option.name.clone(),
        heading => format!("{}（{heading}）", option.name),
    };
    options.map(named).collect()
}

fn listed(title: &str, names: &[impl AsRef<str>], shares: bool) -> Listed {
    let heights = names.iter().map(|name| Column::LIST.height(name.as_ref())).collect();
    Listed { title: title.to_owned(), heights, shares }
}

fn items(lines: &[impl AsRef<str>], piece: &Piece) -> Vec<HallItem> {
    let numbered =
        (1..).zip(lines).map(|(no, text)| HallItem { no, text: text.as_ref().to_owned() });
    numbered.skip(piece.rows.start).take(piece.rows.len()).collect()
}

fn how_to_mark(ballot: &Ballot) -> Picture {
    let contests = ballot.contests.iter().map(|entry| HowToMark {
        title: entry.contest.title.clone(),
        kind: HallKind::of(&entry.contest.kind),
        grades: grades(&entry.contest.kind),
        seats: entry.contest.seats_rule().map(|rule| rule.seats.get()),
        options: number(entry.contest.options.len()),
        write_ins: entry.contest.seats_rule().map_or(WriteIns::None, |rule| rule.write_ins),
        cap: entry.contest.seats_rule().map(|rule| rule.cap),
        over_cap: entry.contest.seats_rule().map(|rule| rule.over_cap),
        symbols: entry.symbols.clone(),
        blank: entry.contest.blank_row(),
        abstention: entry.abstention(),
    });
    Picture::HowToMark {
        ballot: ballot.title.clone(),
        colour: ballot.colour.clone(),
        contests: contests.collect(),
    }
}

/// Returns the title of a round's ballot; one that is handed out once more says so.
pub(super) fn ballot_title(round: &Round) -> String {
    match round.contests().first() {
        Some(contest) => wording::titled(round, &round.ballot().title, &contest.kind),
        None => round.ballot().title.clone(),
    }
}

fn control(round: &Round) -> HallControl {
    let control = round.control();
    HallControl {
        all_deputies: control.all_deputies,
        present: control.present,
        issued: control.issued,
        returned: control.returned,
    }
}
