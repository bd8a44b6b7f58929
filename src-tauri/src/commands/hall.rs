//! The hall's window.

use tauri::{AppHandle, Manager, Runtime};

use crate::drawn::{Drawn, HallSays};
use crate::screens::HallWindow;
use crate::{Failure, screens, windows};

/// Opens the hall's window on its screen, or raises it.
pub(crate) fn show_hall<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    windows::hall(app).map(drop)
}

/// Closes the hall's window; what was pushed stays pushed.
pub(crate) fn close_hall<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    windows::close_hall(app)
}

/// The way back from the hall's window by a key. On a screen of its own it stays there; on the only
/// one, where it lies over the operator's, it is closed.
pub(crate) fn leave_hall<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    if screens::standing(app)?.screens.is_empty() {
        windows::close_hall(app)
    } else {
        windows::to_the_operator(app)
    }
}

/// Covers a screen with the hall's window, or makes a window of it again. Without a screen for it,
/// it stays a window.
pub(crate) fn hall_full_screen<R: Runtime>(
    app: &AppHandle<R>,
    on: bool,
    screen: Option<String>,
) -> Result<(), Failure> {
    let window = windows::hall(app)?;
    screens::full_screen(app, &window, on, screen)
}

/// Returns where the hall's window stands, where it could, and what is really seen in it.
pub(crate) fn hall_window<R: Runtime>(app: &AppHandle<R>) -> Result<HallWindow, Failure> {
    screens::standing(app)
}

/// The hall's page says what it has drawn. Beside its view, and to give way to the operator, it may
/// call nothing else.
#[expect(clippy::unnecessary_wraps, reason = "answered as every command beside the queue")]
pub(crate) fn hall_drawn<R: Runtime>(app: &AppHandle<R>, says: HallSays) -> Result<(), Failure> {
    if app.state::<Drawn>().says(says) {
        windows::hall_window_changed(app);
    }
    Ok(())
}
