//! A command in, views out.

use session::ballot::Ballot;
use session::floor::hall::Scene;
use session::views::checklist::ChecklistView;
use session::views::count::CountView;
use session::views::desk::DeskView;
use session::views::floor::FloorView;
use session::views::frame::FrameView;
use session::views::hall::HallView;
use session::views::hall::room::HallRoomView;
use session::views::hand::HandDeskView;
use session::views::papers::PapersView;
use session::views::prepare::PrepareView;
use session::views::projects::ProjectsView;
use session::views::settings::SettingsView;
use session::views::sittings::SittingsView;
use session::views::{
    checklist, count, desk, floor, frame, hall, hand, papers, prepare, projects, settings, sittings,
};
use session::{Command, HandVoteId, Pass, PersonId, RoundId};
use store::{ComparedPin, Proving, SaltedPin};
use tauri::{AppHandle, Manager, Runtime};

use crate::asked::Asked;
use crate::faces::Faces;
use crate::open::{Open, now};
use crate::registrar::registrar;
use crate::{Failure, windows};

/// Carries out a command, and tells both windows. With the PIN of the actor where one is set and
/// the command asks for it: that one is compared beside the queue, and only then the command stands
/// in it.
pub(crate) fn perform<R: Runtime>(
    asked: Asked<R, ()>,
    command: Command,
    actor: PersonId,
    pin: Option<String>,
) {
    match pin {
        None => asked.in_order(move |app, open| {
            check_drawn(app, open, &command)?;
            open.perform(&command, &actor, Proving::Nothing)?;
            windows::changed(app, open);
            Ok(())
        }),
        Some(pin) => asked.beside(move |app| {
            let pin = Typed::by(app, &actor, pin)?;
            let changed = app.clone();
            registrar(app).ask(move |open| {
                check_drawn(&changed, open, &command)?;
                open.perform(&command, &actor, pin.proving())?;
                windows::changed(&changed, open);
                Ok(())
            })
        }),
    }
}

/// Refuses a text that no paper could say.
fn check_drawn<R: Runtime>(
    app: &AppHandle<R>,
    open: &mut Open,
    command: &Command,
) -> Result<(), Failure> {
    let style = open.view(|session| session.style().clone())?;
    let shelf = app.state::<Faces>().of(&style);
    ::papers::undrawn_in(command, &style, &shelf)
        .map_or(Ok(()), |stop| Err(Failure::NotSet { stop }))
}

/// Sets somebody's own PIN, or changes it with the one before.
pub(crate) fn set_pin<R: Runtime>(
    app: &AppHandle<R>,
    person: PersonId,
    old: Option<String>,
    pin: String,
) -> Result<(), Failure> {
    let salted = SaltedPin::of(&pin)?;
    let old = old.map(|old| Typed::by(app, &person, old)).transpose()?;
    let changed = app.clone();
    registrar(app).ask(move |open| {
        let before = old.as_ref().map_or(Proving::Nothing, Typed::proving);
        open.set_pin(&person, before, &salted)?;
        windows::changed(&changed, open);
        Ok(())
    })
}

/// The one at the desk of this machine has left it. Nothing of the session changes.
pub(crate) fn leave_desk(open: &mut Open) -> Result<(), Failure> {
    open.leave_desk()
}

/// A PIN somebody typed.
enum Typed {
    /// Looked at when the command is done: nothing is set to compare it with, or it is not looked
    /// at for a while.
    Later(String),
    /// Compared with the one on record.
    Compared(ComparedPin),
}

impl Typed {
    fn by<R: Runtime>(app: &AppHandle<R>, person: &PersonId, pin: String) -> Result<Self, Failure> {
        let of = person.clone();
        let hash = registrar(app).ask(move |open| {
            open.with(|record| {
                let looked_at = record.wait(&of) == 0;
                let pins = record.session().pins();
                Ok(pins.hash_of(&of).filter(|_| looked_at).map(str::to_owned))
            })
        })?;
        Ok(match hash {
            None => Self::Later(pin),
            Some(hash) => Self::Compared(ComparedPin::of(&pin, &hash)),
        })
    }

    fn proving(&self) -> Proving<'_> {
        match self {
            Self::Later(pin) => Proving::Pin(pin),
            Self::Compared(compared) => Proving::Compared(compared),
        }
    }
}

/// Returns the frame around every room.
pub(crate) fn frame_view(open: &mut Open) -> Result<FrameView, Failure> {
    open.view(frame::view)
}

/// Returns what has to be seen to, and what of it is done.
pub(crate) fn checklist_view(open: &mut Open) -> Result<ChecklistView, Failure> {
    open.view(checklist::view)
}

/// Returns what the secretary prepares.
pub(crate) fn prepare_view(open: &mut Open) -> Result<PrepareView, Failure> {
    open.view(prepare::view)
}

/// Returns what a ballot that is being typed comes to: its settings in sentences, what is wrong
/// with it.
pub(crate) fn ballot_settings(open: &mut Open, ballot: Ballot) -> Result<SettingsView, Failure> {
    open.view(|session| settings::view(session, &ballot))
}

/// Returns the sittings as they are planned and held.
pub(crate) fn sittings_view(open: &mut Open) -> Result<SittingsView, Failure> {
    open.view(sittings::view)
}

/// Returns the projects through their life; what is late is late today.
pub(crate) fn projects_view(open: &mut Open) -> Result<ProjectsView, Failure> {
    let today = now().date_naive();
    open.view(|session| projects::view(session, today))
}

/// Returns what the secretary does in the hall.
pub(crate) fn floor_view(open: &mut Open) -> Result<FloorView, Failure> {
    open.view(floor::view)
}

/// Returns the counting table.
pub(crate) fn count_view(open: &mut Open, round: RoundId) -> Result<CountView, Failure> {
    Ok(open.view(|session| count::view(session, round))??)
}

/// Returns one keyer's desk.
pub(crate) fn desk_view(
    open: &mut Open,
    round: RoundId,
    pass: Pass,
    teller: PersonId,
) -> Result<DeskView, Failure> {
    Ok(open.view(|session| desk::view(session, round, pass, &teller))??)
}

/// Returns the desk of a teller who counts hands.
pub(crate) fn hand_desk_view(
    open: &mut Open,
    vote: HandVoteId,
    teller: PersonId,
) -> Result<HandDeskView, Failure> {
    Ok(open.view(|session| hand::desk(session, vote, &teller))??)
}

/// Returns what can be issued and what was.
pub(crate) fn papers_view(open: &mut Open) -> Result<PapersView, Failure> {
    open.view(papers::view)
}

/// Returns what the hall sees. The hall's window may call nothing else.
pub(crate) fn hall_view(open: &mut Open) -> Result<HallView, Failure> {
    open.view(hall::view)
}

/// Returns what the operator sees of a picture before the hall does.
pub(crate) fn hall_preview(open: &mut Open, scene: Scene) -> Result<HallView, Failure> {
    Ok(open.view(|session| hall::foreseen(session, &scene))??)
}

/// Returns the operator's list of pictures.
pub(crate) fn hall_room_view(open: &mut Open) -> Result<HallRoomView, Failure> {
    open.view(hall::room::view)
}
