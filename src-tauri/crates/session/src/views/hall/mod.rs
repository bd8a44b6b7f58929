//! 大屏: what the hall sees. It depends on no mark before the ballot's settings and the
//! announcement allow it.

pub mod counting;
pub mod outcome;
pub mod pages;
pub mod picture;
pub mod room;

mod fit;

pub use picture::{HallControl, HallItem, HallKind, HallList, HowToMark, Picture};

use serde::Serialize;

use self::pages::Pages;
use self::picture::picture;
use crate::floor::hall::{Look, Scene, check_chooses, check_showable};
use crate::round::{Round, Stage};
use crate::session::Past;
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
    /// 演练: nothing of it counts; every picture says so.
    pub rehearsal: bool,
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

/// Returns what the hall sees now. A picture that may no longer be shown leaves an empty ground.
#[must_use]
pub fn view(session: &Past) -> HallView {
    as_pushed(session)
        .or_else(|| as_announced(session))
        .unwrap_or_else(|| of(session, Picture::Blank))
}

/// The picture that was pushed, with the pages that follow by themselves.
fn as_pushed(session: &Past) -> Option<HallView> {
    let shown = preview(session, &session.scene).ok()?;
    Some(HallView { turning: turning(session, &shown.picture), ..shown })
}

/// A result that was announced stays in the hall while its count is opened again, marked so.
fn as_announced(session: &Past) -> Option<HallView> {
    let announced = announced_before(rechecked(session)?)?;
    Some(HallView { rechecking: true, ..as_pushed(&session.as_of(announced))? })
}

/// Returns the round whose announced result stands in the hall while its count is open again.
pub(in crate::views) fn rechecked(session: &Past) -> Option<&Round> {
    let (Scene::Result { round, .. } | Scene::Elected { round, .. }) = &session.scene else {
        return None;
    };
    let round = session.round(*round).ok()?;
    let announced = round.is_announced();
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
pub fn foreseen(session: &Past, scene: &Scene) -> Result<HallView, Refusal> {
    let (Scene::Result { round, .. } | Scene::Elected { round, .. }) = scene else {
        return preview(session, scene);
    };
    let round = session.round(*round)?;
    if !matches!(round.stage(), Stage::Certified(..)) {
        return preview(session, scene);
    }
    check_chooses(round, scene)?;
    Ok(of(session, picture(session, scene)?))
}

/// Returns what the hall would see if `scene` were pushed; of several pages the one that is asked
/// for.
///
/// # Errors
/// Why it cannot be shown yet.
pub fn preview(session: &Past, scene: &Scene) -> Result<HallView, Refusal> {
    check_showable(session, scene)?;
    Ok(of(session, picture(session, scene)?))
}

fn of(session: &Past, picture: Picture) -> HallView {
    HallView {
        title: title(session),
        look: session.look,
        pushed: session.shown_by,
        picture,
        rechecking: false,
        rehearsal: session.is_rehearsal(),
        turning: None,
    }
}

/// Pages of the picture that was pushed, and of no other.
fn turning(session: &Past, pushed: &Picture) -> Option<Turning> {
    let &Pages { page, pages, .. } = pushed.pages().filter(|pages| pages.pages > 1)?;
    let (every, since) = session.look.turn_every.zip(session.shown_at)?;
    let order = (page..pages).chain(0..page);
    let pages =
        order.filter_map(|page| picture(session, &session.scene.on_page(page)).ok()).collect();
    Some(Turning { every, since, pages })
}

fn title(session: &Past) -> Option<String> {
    session.meeting.as_ref().map(crate::floor::meeting::Meeting::title)
}
