//! The two windows, the session given on the command line, and the papers' Song face for the
//! screen.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use session::floor::hall::Theme;
use session::floor::meeting::Meeting;
use store::Record;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::webview::{Color, PageLoadEvent};
use tauri::{
    AppHandle, Emitter, Manager, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};
use tauri_plugin_log::log;

use crate::commands::start::opened;
use crate::copies::Copies;
use crate::drawn::Drawn;
use crate::failure::{Trouble, shown};
use crate::open::Open;
use crate::registrar::registrar;
use crate::{Failure, HALL, OPERATOR, at_home, given, screens};

/// Opens the operator's window. The program ends with it: a hall's window alone could not be
/// steered.
pub(crate) fn operator<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, OPERATOR, WebviewUrl::App("index.html".into()))
        .title("票决台")
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 700.0)
        .on_navigation(at_home::is_own)
        .build()?;
    at_home::watch(&window, "index.html?again")?;
    let app = app.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            app.exit(0);
        }
    });
    Ok(())
}

/// Opens the hall's window on its screen, or raises it. It has its ground before it is seen, and is
/// seen where it belongs: nothing flashes. The keyboard stays with the operator: what is typed goes
/// on where it was.
pub(crate) fn hall<R: Runtime>(app: &AppHandle<R>) -> Result<WebviewWindow<R>, Failure> {
    if let Some(window) = app.get_webview_window(HALL) {
        window.unminimize()?;
        window.set_focus()?;
        return Ok(window);
    }
    app.state::<Drawn>().opened();
    let page = WebviewUrl::App("hall.html".into());
    let window = WebviewWindowBuilder::new(app, HALL, page)
        .title("票决台 大屏")
        .inner_size(1280.0, 720.0)
        .background_color(ground(app))
        .visible(false)
        .focused(false)
        .on_navigation(at_home::is_own)
        .on_page_load(|window, loading| {
            if loading.event() == PageLoadEvent::Finished
                && let Err(error) = window.show()
            {
                log::warn!("the hall's window was not shown: {error}");
            }
        })
        .build()?;
    at_home::watch(&window, "hall.html")?;
    screens::place(app, &window)?;
    screens::watch(app, &window);
    let app = app.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed | WindowEvent::Resized(_) | WindowEvent::Moved(_))
        {
            hall_window_changed(&app);
        }
    });
    Ok(window)
}

/// Closes the hall's window, if it is open, and goes back to the operator's.
pub(crate) fn close_hall<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    if let Some(window) = app.get_webview_window(HALL) {
        window.close()?;
    }
    to_the_operator(app)
}

/// Goes back to the operator's window.
pub(crate) fn to_the_operator<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    match app.get_webview_window(OPERATOR) {
        Some(window) => Ok(window.set_focus()?),
        None => Ok(()),
    }
}

/// The ground of the hall's pictures, as in `ui/src/styles/hall.css`.
fn ground<R: Runtime>(app: &AppHandle<R>) -> Color {
    let theme =
        registrar(app).ask(|open| open.view(|session| session.look().theme)).unwrap_or_default();
    match theme {
        Theme::Red => Color(0x52, 0x0a, 0x0c, 0xff),
        Theme::Light => Color(0xf6, 0xef, 0xe3, 0xff),
    }
}

/// Tells the operator's window that the hall's stands otherwise, or has another picture.
pub(crate) fn hall_window_changed<R: Runtime>(app: &AppHandle<R>) {
    if let Err(error) = app.emit_to(OPERATOR, "hall-window-changed", ()) {
        log::warn!("the operator was not told of the hall's window: {error}");
    }
}

/// Tells the operator's window to ask for its views again, and the hall's window only when its own
/// view has changed: even the moment of a change that the hall may not see does not reach it. The
/// hall is told first: it asks for one view, the operator's window for many. Called in the
/// registrar's queue, so that the windows are told in the order in which things were recorded.
pub(crate) fn changed<R: Runtime>(app: &AppHandle<R>, open: &mut Open) {
    app.state::<Copies>().note(open);
    if let Some(title) = open.title_has_changed() {
        name_the_window(app, &title);
    }
    let hall = open.hall_has_changed().then_some(HALL);
    for window in hall.into_iter().chain([OPERATOR]) {
        if let Err(error) = app.emit_to(window, "session-changed", ()) {
            log::warn!("the window {window} was not told of a change: {error}");
        }
    }
}

/// The window says what is open in it, also where windows are chosen from.
fn name_the_window<R: Runtime>(app: &AppHandle<R>, title: &str) {
    if let Some(window) = app.get_webview_window(OPERATOR)
        && let Err(error) = window.set_title(title)
    {
        log::warn!("the window was not named: {error}");
    }
}

/// Opens the session named on the command line. If it cannot be opened, the start screen says why.
pub(crate) fn open_given<R: Runtime>(app: &AppHandle<R>, open: &mut Open, path: &Path) {
    match Record::open(path) {
        Ok(record) => opened(app, open, record),
        Err(error) => {
            open.failed_at_start(Failure::from(error));
            changed(app, open);
        }
    }
}

/// A second start from `folder` raises the window that is already there. A session it names is
/// opened if none is; where another is open, the window says which.
pub(crate) fn second_start<R: Runtime>(app: &AppHandle<R>, arguments: &[String], folder: &Path) {
    if let Some(path) = arguments.get(1).map(|given| given::file(OsStr::new(given), folder)) {
        let told = app.clone();
        registrar(app).enqueue(move |open| match open.with(|record| Ok(of_open(record))) {
            Err(_) => open_given(&told, open, &path),
            Ok((_, opened)) if is_same(&opened, &path) => {}
            Ok((title, _)) => {
                let failure = Failure::from(Trouble::AnotherIsOpen { title, path: shown(&path) });
                if let Err(error) = told.emit_to(OPERATOR, "not-opened", failure) {
                    log::warn!("the window was not told what was not opened: {error}");
                }
            }
        });
    }
    if let Some(window) = app.get_webview_window(OPERATOR)
        && let Err(error) = window.set_focus()
    {
        log::warn!("the window was not raised: {error}");
    }
}

fn of_open(record: &mut Record) -> (String, PathBuf) {
    let title = record.session().meeting().map(Meeting::title).unwrap_or_default();
    (title, record.path().to_owned())
}

/// One file may be reached by several paths.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(one) == real(other)
}

/// Serves the Song face to the screen, so that every name draws: `typeface://localhost/song`.
pub(crate) fn typeface(request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let known = request.uri().path() == "/song";
    let (status, body) = if known {
        (StatusCode::OK, papers::song_face().to_vec())
    } else {
        (StatusCode::NOT_FOUND, Vec::new())
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("font/ttf"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, header::HeaderValue::from_static("*"));
    response
}
