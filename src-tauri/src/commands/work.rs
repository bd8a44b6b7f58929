//! A command in, views out.

use session::floor::hall::Scene;
use session::views::count::CountView;
use session::views::desk::DeskView;
use session::views::floor::FloorView;
use session::views::frame::FrameView;
use session::views::hall::HallView;
use session::views::hand::HandDeskView;
use session::views::papers::PapersView;
use session::views::prepare::PrepareView;
use session::views::{count, desk, floor, frame, hall, hand, papers, prepare};
use session::{Command, HandVoteId, Pass, PersonId, RoundId};
use store::Proving;
use tauri::{AppHandle, Runtime, State};

use crate::open::{Open, now};
use crate::{Failure, windows};

/// Carries out a command, and tells both windows. With the PIN of the actor where one is set and
/// the command asks for it.
#[tauri::command]
pub(crate) fn perform<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    command: Command,
    actor: PersonId,
    pin: Option<String>,
) -> Result<(), Failure> {
    open.perform(&command, &actor, pin.as_deref())?;
    windows::changed(&app);
    Ok(())
}

/// Sets somebody's own PIN, or changes it with the one before.
#[tauri::command]
pub(crate) fn set_pin<R: Runtime>(
    app: AppHandle<R>,
    open: State<'_, Open>,
    person: PersonId,
    old: Option<String>,
    pin: String,
) -> Result<(), Failure> {
    let before = old.as_deref().map_or(Proving::Nothing, Proving::Pin);
    open.with(|record| Ok(record.set_pin(&person, before, &pin, now()).map(drop)?))?;
    windows::changed(&app);
    Ok(())
}

/// Returns the frame around every room.
#[tauri::command]
pub(crate) fn frame_view(open: State<'_, Open>) -> Result<FrameView, Failure> {
    open.view(frame::view)
}

/// Returns what the secretary prepares.
#[tauri::command]
pub(crate) fn prepare_view(open: State<'_, Open>) -> Result<PrepareView, Failure> {
    open.view(prepare::view)
}

/// Returns what the secretary does in the hall.
#[tauri::command]
pub(crate) fn floor_view(open: State<'_, Open>) -> Result<FloorView, Failure> {
    open.view(floor::view)
}

/// Returns the counting table.
#[tauri::command]
pub(crate) fn count_view(open: State<'_, Open>, round: RoundId) -> Result<CountView, Failure> {
    Ok(open.view(|session| count::view(session, round))??)
}

/// Returns one keyer's desk.
#[tauri::command]
pub(crate) fn desk_view(
    open: State<'_, Open>,
    round: RoundId,
    pass: Pass,
    teller: PersonId,
) -> Result<DeskView, Failure> {
    Ok(open.view(|session| desk::view(session, round, pass, &teller))??)
}

/// Returns the desk of a teller who counts hands.
#[tauri::command]
pub(crate) fn hand_desk_view(
    open: State<'_, Open>,
    vote: HandVoteId,
    teller: PersonId,
) -> Result<HandDeskView, Failure> {
    Ok(open.view(|session| hand::desk(session, vote, &teller))??)
}

/// Returns what can be issued and what was.
#[tauri::command]
pub(crate) fn papers_view(open: State<'_, Open>) -> Result<PapersView, Failure> {
    open.view(papers::view)
}

/// Returns what the hall sees. The hall's window may call nothing else.
#[tauri::command]
pub(crate) fn hall_view(open: State<'_, Open>) -> Result<HallView, Failure> {
    open.view(hall::view)
}

/// Returns what the hall would see.
#[tauri::command]
pub(crate) fn hall_preview(open: State<'_, Open>, scene: Scene) -> Result<HallView, Failure> {
    Ok(open.view(|session| hall::preview(session, &scene))??)
}
