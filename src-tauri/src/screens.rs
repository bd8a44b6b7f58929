//! 大屏在哪块屏幕: the hall's window covers a screen of its own, never the operator's. Which one is
//! remembered on this machine.
//!
//! Screens that show the same picture lie on top of each other: then there is none for the hall,
//! and it stays a window.

use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;
use std::{fs, thread};

use serde::{Deserialize, Serialize};
use tauri::{
    AppHandle, Emitter, Manager, Monitor, PhysicalPosition, Runtime, WebviewWindow, WindowEvent,
};
use ts_rs::TS;

use crate::{Failure, HALL, OPERATOR, folder};

/// How often it is looked whether the hall's screen is still there.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// A screen, in physical pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Screen {
    /// As the system names it.
    pub name: String,
    #[serde(skip)]
    #[ts(skip)]
    x: i32,
    #[serde(skip)]
    #[ts(skip)]
    y: i32,
    pub width: u32,
    pub height: u32,
}

impl Screen {
    fn of(monitor: &Monitor) -> Self {
        let (position, size) = (monitor.position(), monitor.size());
        let name =
            monitor.name().cloned().unwrap_or_else(|| format!("{},{}", position.x, position.y));
        Self { name, x: position.x, y: position.y, width: size.width, height: size.height }
    }

    /// Tells whether both show a part of the same picture.
    fn overlaps(&self, other: &Self) -> bool {
        let apart =
            |at: i32, long: u32, other: i32| i64::from(at) + i64::from(long) <= i64::from(other);
        !(apart(self.x, self.width, other.x)
            || apart(other.x, other.width, self.x)
            || apart(self.y, self.height, other.y)
            || apart(other.y, other.height, self.y))
    }
}

/// What this machine remembers of the hall's window.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Remembered {
    /// Name of the screen it was on last.
    screen: Option<String>,
    /// Whether it covers a screen, where there is one for it.
    full_screen: bool,
}

impl Default for Remembered {
    fn default() -> Self {
        Self { screen: None, full_screen: true }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HallWindow {
    pub open: bool,
    /// The screen it covers; `None` while it is a window.
    pub covers: Option<Screen>,
    /// The screens it may cover: none but the operator's means that there is one screen, or all
    /// show the same.
    pub screens: Vec<Screen>,
}

/// The screen the hall covers now.
#[derive(Default)]
pub(crate) struct Covered(Mutex<Option<Screen>>);

impl Covered {
    fn get(&self) -> Option<Screen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, screen: Option<Screen>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = screen;
    }
}

/// Returns where the hall's window stands, and where it could.
pub(crate) fn standing<R: Runtime>(app: &AppHandle<R>) -> Result<HallWindow, Failure> {
    let open = app.get_webview_window(HALL).is_some();
    let covers = app.state::<Covered>().get().filter(|_| open);
    Ok(HallWindow { open, covers, screens: for_the_hall(&screens(app)?, operators(app)?.as_ref()) })
}

/// Puts a hall's window that was just opened where it was last, if that can be.
pub(crate) fn place<R: Runtime>(
    app: &AppHandle<R>,
    window: &WebviewWindow<R>,
) -> Result<(), Failure> {
    let remembered = remembered(app);
    if remembered.full_screen { cover(app, window, remembered.screen.as_deref()) } else { Ok(()) }
}

/// Covers a screen with the hall's window, or makes a window of it again; this is remembered.
pub(crate) fn full_screen<R: Runtime>(
    app: &AppHandle<R>,
    window: &WebviewWindow<R>,
    on: bool,
    screen: Option<String>,
) -> Result<(), Failure> {
    let wanted = screen.or_else(|| remembered(app).screen);
    remember(app, &Remembered { screen: wanted.clone(), full_screen: on })?;
    if on { cover(app, window, wanted.as_deref()) } else { uncover(app, window) }
}

/// Without a screen of its own the hall stays a window.
fn cover<R: Runtime>(
    app: &AppHandle<R>,
    window: &WebviewWindow<R>,
    wanted: Option<&str>,
) -> Result<(), Failure> {
    let candidates = for_the_hall(&screens(app)?, operators(app)?.as_ref());
    let Some(screen) = chosen(&candidates, wanted) else { return uncover(app, window) };
    window.set_fullscreen(false)?;
    window.set_position(PhysicalPosition::new(screen.x, screen.y))?;
    window.set_fullscreen(true)?;
    app.state::<Covered>().set(Some(screen.clone()));
    Ok(())
}

fn uncover<R: Runtime>(app: &AppHandle<R>, window: &WebviewWindow<R>) -> Result<(), Failure> {
    app.state::<Covered>().set(None);
    Ok(window.set_fullscreen(false)?)
}

/// Watches the hall's screen until its window is closed: unplugged, the window would cover the
/// operator's screen.
pub(crate) fn watch<R: Runtime>(app: &AppHandle<R>, window: &WebviewWindow<R>) {
    let (closed, ended) = mpsc::channel();
    let owner = app.clone();
    window.on_window_event(move |event| {
        if matches!(event, WindowEvent::Destroyed) {
            owner.state::<Covered>().set(None);
            // Nobody listens any more when the watch has ended by itself.
            let _ = closed.send(());
        }
    });
    let (app, window) = (app.clone(), window.clone());
    thread::spawn(move || {
        while ended.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Timeout) {
            if let Err(failure) = come_back_if_lost(&app, &window) {
                tauri_plugin_log::log::warn!(
                    "the hall's screen could not be looked after: {failure:?}"
                );
            }
        }
    });
}

fn come_back_if_lost<R: Runtime>(
    app: &AppHandle<R>,
    window: &WebviewWindow<R>,
) -> Result<(), Failure> {
    let Some(covered) = app.state::<Covered>().get() else { return Ok(()) };
    let own = operators(app)?;
    if !is_lost(&covered, &screens(app)?, own.as_ref()) {
        return Ok(());
    }
    uncover(app, window)?;
    // Not every system moves a window off a screen that is gone.
    if let Some(own) = own {
        window.set_position(PhysicalPosition::new(own.x, own.y))?;
    }
    Ok(app.emit_to(OPERATOR, "hall-screen-lost", covered.name)?)
}

/// The screens that show nothing of the operator's, in the system's order.
fn for_the_hall(screens: &[Screen], operators: Option<&Screen>) -> Vec<Screen> {
    let Some(operators) = operators else { return Vec::new() };
    screens.iter().filter(|screen| !screen.overlaps(operators)).cloned().collect()
}

/// The one that is wanted, else the first.
fn chosen<'a>(candidates: &'a [Screen], wanted: Option<&str>) -> Option<&'a Screen> {
    candidates
        .iter()
        .find(|screen| Some(screen.name.as_str()) == wanted)
        .or_else(|| candidates.first())
}

/// A covered screen is lost when it is gone, or shows what the operator's shows.
fn is_lost(covered: &Screen, screens: &[Screen], operators: Option<&Screen>) -> bool {
    let found = screens.iter().find(|screen| screen.name == covered.name);
    found.is_none_or(|screen| {
        operators
            .is_some_and(|operators| operators.name != screen.name && operators.overlaps(screen))
    })
}

fn screens<R: Runtime>(app: &AppHandle<R>) -> Result<Vec<Screen>, Failure> {
    Ok(app.available_monitors()?.iter().map(Screen::of).collect())
}

/// The screen the operator works at.
fn operators<R: Runtime>(app: &AppHandle<R>) -> Result<Option<Screen>, Failure> {
    let Some(window) = app.get_webview_window(OPERATOR) else { return Ok(None) };
    Ok(window.current_monitor()?.as_ref().map(Screen::of))
}

fn remembered<R: Runtime>(app: &AppHandle<R>) -> Remembered {
    let text = app
        .path()
        .app_config_dir()
        .ok()
        .and_then(|config| fs::read_to_string(config.join("hall.json")).ok());
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn remember<R: Runtime>(app: &AppHandle<R>, place: &Remembered) -> Result<(), Failure> {
    let config = app.path().app_config_dir()?;
    fs::create_dir_all(&config).map_err(|error| Failure::io(&error))?;
    let text = serde_json::to_vec_pretty(place).map_err(|error| Failure::failed("io", &error))?;
    folder::write_whole(&config.join("hall.json"), &text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(name: &str, x: i32, width: u32) -> Screen {
        Screen { name: name.to_owned(), x, y: 0, width, height: 1080 }
    }

    #[test]
    fn the_hall_never_covers_the_operators_screen_nor_one_that_mirrors_it() {
        let own = screen("eDP-1", 0, 1920);
        let (mirror, beside) = (screen("HDMI-1", 0, 1024), screen("HDMI-2", 1920, 1280));
        assert_eq!(for_the_hall(std::slice::from_ref(&own), Some(&own)), []);
        assert_eq!(for_the_hall(&[own.clone(), mirror], Some(&own)), []);
        let two = [beside, own.clone()];
        assert_eq!(for_the_hall(&two, Some(&own)), two[..1]);
        assert_eq!(for_the_hall(&two, None), [], "where the operator works is not known");
    }

    #[test]
    fn the_screen_it_was_on_last_is_taken_again_else_the_first() {
        let two = [screen("HDMI-1", 1920, 1280), screen("HDMI-2", -1280, 1280)];
        assert_eq!(chosen(&two, Some("HDMI-2")), Some(&two[1]));
        assert_eq!(chosen(&two, Some("VGA-1")), Some(&two[0]));
        assert_eq!(chosen(&[], Some("HDMI-1")), None);
    }

    #[test]
    fn a_screen_is_lost_when_it_is_unplugged_or_comes_to_mirror_the_operators_but_not_when_its_size_changes()
     {
        let (own, projector) = (screen("eDP-1", 0, 1920), screen("HDMI-1", 1920, 1280));
        assert!(!is_lost(&projector, &[own.clone(), projector.clone()], Some(&own)));
        assert!(!is_lost(&projector, &[own.clone(), screen("HDMI-1", 1920, 1024)], Some(&own)));
        assert!(is_lost(&projector, std::slice::from_ref(&own), Some(&own)));
        assert!(is_lost(&projector, &[own.clone(), screen("HDMI-1", 0, 1280)], Some(&own)));
    }
}
