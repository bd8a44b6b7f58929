//! The two windows, the session given on the command line, and the papers' Song face for the screen.

use std::{ffi::OsString, path::Path};

use store::Record;
use tauri::{
    AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindowBuilder,
    http::{Request, Response, StatusCode, header},
};

use crate::{Failure, HALL, OPERATOR, commands::start::opened, open::Open};

/// Opens the operator's window.
pub(crate) fn operator<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, OPERATOR, WebviewUrl::App("index.html".into()))
        .title("票决台")
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 700.0)
        .build()?;
    Ok(())
}

/// Opens the hall's window, or raises it.
pub(crate) fn hall<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(HALL) {
        return window.set_focus();
    }
    WebviewWindowBuilder::new(app, HALL, WebviewUrl::App("hall.html".into())).title("票决台 大屏").inner_size(1280.0, 720.0).build()?;
    Ok(())
}

/// Tells both windows to ask for their views again.
pub(crate) fn changed<R: Runtime>(app: &AppHandle<R>) {
    if let Err(error) = app.emit("session-changed", ()) {
        tauri_plugin_log::log::warn!("the windows were not told of a change: {error}");
    }
}

/// Opens the session named on the command line. If it cannot be opened, the start screen says why.
pub(crate) fn open_given<R: Runtime>(app: &AppHandle<R>, path: Option<OsString>) {
    let Some(path) = path else { return };
    let open = app.state::<Open>();
    let record = Record::open(Path::new(&path)).map_err(Failure::from);
    if let Err(failure) = record.and_then(|record| opened(app, &open, record)) {
        open.failed_at_start(failure);
    }
}

/// A second start raises the window that is already there; a session it names is opened if none is.
pub(crate) fn second_start<R: Runtime>(app: &AppHandle<R>, arguments: &[String]) {
    if app.state::<Open>().view(|_| ()).is_err() {
        open_given(app, arguments.get(1).map(OsString::from));
        changed(app);
    }
    if let Some(window) = app.get_webview_window(OPERATOR)
        && let Err(error) = window.set_focus()
    {
        tauri_plugin_log::log::warn!("the window was not raised: {error}");
    }
}

/// Serves the Song face to the screen, so that every name draws: `typeface://localhost/song`.
pub(crate) fn typeface(request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let known = request.uri().path() == "/song";
    let (status, body) = if known { (StatusCode::OK, papers::song_face().to_vec()) } else { (StatusCode::NOT_FOUND, Vec::new()) };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("font/ttf"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
    response
}
