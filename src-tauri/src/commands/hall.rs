//! The hall's window.

use tauri::{AppHandle, Manager, Runtime};

use crate::{Failure, HALL, windows};

/// Opens the hall's window, or raises it.
#[tauri::command]
pub(crate) async fn show_hall<R: Runtime>(app: AppHandle<R>) -> Result<(), Failure> {
    Ok(windows::hall(&app)?)
}

/// Puts the hall's window over the whole screen, or back.
#[tauri::command]
pub(crate) async fn hall_full_screen<R: Runtime>(app: AppHandle<R>, on: bool) -> Result<(), Failure> {
    windows::hall(&app)?;
    let Some(window) = app.get_webview_window(HALL) else { return Ok(()) };
    Ok(window.set_fullscreen(on)?)
}
