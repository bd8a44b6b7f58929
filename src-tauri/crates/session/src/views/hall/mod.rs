//! 大屏: what the hall sees. It depends on no mark before the ballot's settings and the
//! announcement allow it.

pub mod counting;
pub mod outcome;
pub mod pages;
pub mod room;

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use tally::{AbstentionWord, BlankRow, Cap, Kind, OverCap, WriteIns};

use self::counting::{Progress, progress};
use self::outcome::{HallTable, chosen_page, result_page};
use self::pages::{Pages, locate, page_of};
use super::frame::{AttendanceFigures, attendance_figures};
use super::hand;
use crate::ballot::{Ballot, SymbolMeaning};
use crate::floor::hall::{Look, Scene, check_chooses, check_showable};
use crate::floor::hands::{HandOutcome, Motion};
use crate::ids::number;
use crate::round::{Round, Stage};
use crate::session::Session;
use crate::views::wording;
use crate::{Refusal, Timestamp};

/// The picture in the hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HallView {
    /// Title of the session.
    pub title: Option<String>,
    pub look: Look,
    /// Entry of the journal that pushed the picture; 0 before any did. The hall's window says by it
    /// what it has drawn.
    pub pushed: u32,
    /// What was pushed.
    pub picture: Picture,
    /// 复核中: the announced result that stands here is being counted again.
    pub rechecking: bool,
    /// The pages that follow by themselves, where they do.
    pub turning: Option<Turning>,
}

/// 自动翻页: the pages of the pushed picture, one after the other without end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Turning {
    /// Seconds each page stays.
    pub every: u32,
    /// When the first of them was pushed.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub since: Timestamp,
    /// In the order they are shown, beginning with the one that was pushed.
    pub pages: Vec<Picture>,
}

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
        /// Which page.
        pages: Pages,
    },
    /// 应到、实到、法定人数.
    Attendance {
        /// The numbers.
        figures: AttendanceFigures,
    },
    /// 候选人或项目.
    Options {
        /// Title of the contest.
        title: String,
        /// What it asks.
        kind: HallKind,
        /// 应选名额.
        seats: Option<u32>,
        options: u32,
        /// The rows of this page.
        items: Vec<HallItem>,
        /// Which page.
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
        /// The contest on this page, rows by approvals.
        table: HallTable,
        /// Which page.
        pages: Pages,
    },
    /// 通过名单.
    Elected {
        /// Title of the ballot.
        ballot: String,
        /// The control numbers.
        control: HallControl,
        /// The contest on this page, only what is in.
        table: HallTable,
        /// Which page.
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

fn grades(kind: &Kind) -> Vec<String> {
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

/// Returns what the hall sees now. A picture that may no longer be shown leaves an empty ground.
#[must_use]
pub fn view(session: &Session) -> HallView {
    as_pushed(session)
        .or_else(|| as_announced(session))
        .unwrap_or_else(|| of(session, Picture::Blank))
}

/// The picture that was pushed, with the pages that follow by themselves.
fn as_pushed(session: &Session) -> Option<HallView> {
    let shown = preview(session, &session.scene).ok()?;
    Some(HallView { turning: turning(session, &shown.picture), ..shown })
}

/// A result that was announced stays in the hall while its count is opened again, marked so.
fn as_announced(session: &Session) -> Option<HallView> {
    let id = rechecked(session)?.id();
    let announced = announced_before(session.round(id).ok()?)?;
    let mut then = session.clone();
    for round in then.rounds.iter_mut().filter(|round| round.id() == id) {
        *round = announced.clone();
    }
    Some(HallView { rechecking: true, ..as_pushed(&then)? })
}

/// Returns the round whose announced result stands in the hall while its count is open again.
pub(in crate::views) fn rechecked(session: &Session) -> Option<&Round> {
    let (Scene::Result { round, .. } | Scene::Elected { round, .. }) = &session.scene else {
        return None;
    };
    let round = session.round(*round).ok()?;
    let announced = matches!(round.stage(), Stage::Announced(..));
    (!announced && announced_before(round).is_some()).then_some(round)
}

fn announced_before(round: &Round) -> Option<&Round> {
    round.reopenings().iter().rev().find_map(|reopening| reopening.announced.as_deref())
}

/// Returns what the operator sees of a picture before it is pushed: what the hall would see, and of
/// a certified count the result that waits to be announced.
///
/// # Errors
/// Why there is nothing to see yet.
pub fn foreseen(session: &Session, scene: &Scene) -> Result<HallView, Refusal> {
    match scene {
        Scene::Result { round, .. } | Scene::Elected { round, .. }
            if matches!(session.round(*round)?.stage(), Stage::Certified(..)) =>
        {
            check_chooses(session.round(*round)?, scene)?;
            Ok(of(session, picture(session, scene)?))
        }
        scene => preview(session, scene),
    }
}

/// Returns what the hall would see if `scene` were pushed; of several pages the one that is asked
/// for.
///
/// # Errors
/// Why it cannot be shown yet.
pub fn preview(session: &Session, scene: &Scene) -> Result<HallView, Refusal> {
    check_showable(session, scene)?;
    Ok(of(session, picture(session, scene)?))
}

fn of(session: &Session, picture: Picture) -> HallView {
    HallView {
        title: title(session),
        look: session.look,
        pushed: session.shown_by,
        picture,
        rechecking: false,
        turning: None,
    }
}

/// Pages of the picture that was pushed, and of no other.
fn turning(session: &Session, pushed: &Picture) -> Option<Turning> {
    let &Pages { page, pages, .. } = pushed.pages().filter(|pages| pages.pages > 1)?;
    let (every, since) = session.look.turn_every.zip(session.shown_at)?;
    let order = (page..pages).chain(0..page);
    let pages =
        order.filter_map(|page| picture(session, &session.scene.on_page(page)).ok()).collect();
    Some(Turning { every, since, pages })
}

impl Picture {
    /// Returns which page of how many it is, where it has pages.
    #[must_use]
    pub fn pages(&self) -> Option<&Pages> {
        match self {
            Self::Agenda { pages, .. }
            | Self::Options { pages, .. }
            | Self::Result { pages, .. }
            | Self::Elected { pages, .. }
            | Self::Counting { progress: Progress::Live { pages, .. }, .. } => Some(pages),
            Self::Counting { progress: Progress::Sheets { .. } | Progress::Nothing, .. }
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

fn title(session: &Session) -> Option<String> {
    session.meeting.as_ref().map(crate::floor::meeting::Meeting::title)
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
            Picture::Voting {
                ballot: ballot_title(round),
                present: round.present(),
                issued: round.issued(),
            }
        }
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
            let (table, pages) = result_page(round, *page)?;
            Picture::Result { ballot: ballot_title(round), control: control(round), table, pages }
        }
        Scene::Elected { round, page } => {
            let round = session.round(*round)?;
            let (table, pages) = chosen_page(round, *page)?;
            Picture::Elected { ballot: ballot_title(round), control: control(round), table, pages }
        }
        Scene::HandMotion { vote } => hand::motion_picture(session, *vote)?,
        Scene::HandVoting { vote } => hand::voting_picture(session, *vote)?,
        Scene::HandResult { vote } => hand::result_picture(session, *vote)?,
        Scene::Recess { until, note } => Picture::Recess { until: *until, note: note.clone() },
        Scene::Line { text } => Picture::Line { text: text.clone() },
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
    let (_, within, pages) = locate(&[("", lines.len())], page);
    Ok(Picture::Agenda { items: items(&lines, within), pages })
}

/// Every contest starts on a page of its own; `page` runs over all of them.
fn options(ballot: &Ballot, page: u32) -> Result<Picture, Refusal> {
    let lists: Vec<(&str, usize)> = ballot
        .contests
        .iter()
        .map(|entry| (entry.contest.title.as_str(), entry.contest.options.len()))
        .collect();
    let (contest, within, pages) = locate(&lists, page);
    let entry = ballot
        .contests
        .get(contest)
        .ok_or_else(|| Refusal::BallotWithoutContest { ballot: ballot.title.clone() })?;
    let names: Vec<&str> =
        entry.contest.options.iter().map(|option| option.name.as_str()).collect();
    Ok(Picture::Options {
        title: entry.contest.title.clone(),
        kind: HallKind::of(&entry.contest.kind),
        seats: entry.contest.seats_rule().map(|rule| rule.seats.get()),
        options: number(names.len()),
        items: items(&names, within),
        pages,
    })
}

fn items(lines: &[&str], page: u32) -> Vec<HallItem> {
    let numbered = (1..).zip(lines).map(|(no, text)| HallItem { no, text: (*text).to_owned() });
    page_of(numbered, page).collect()
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
