//! 大屏在哪块屏幕: the hall's window covers a screen of its own, never the operator's. Which one is
//! remembered on this machine.
//!
//! Screens that show the same picture lie on top of each other: then there is none for the hall,
//! and it stays a window. Full screen is asked for on the monitor by name: not every system lets a
//! window choose its place, and one that stays where it opened would cover the operator's.

use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;
use std::{fs, thread};

use serde::{Deserialize, Serialize};
use tauri::{
    AppHandle, Emitter, Manager, Monitor, PhysicalPosition, PhysicalSize, Runtime, WebviewWindow,
    WindowEvent,
};
use ts_rs::TS;

use crate::drawn::{Drawn, HallHas, Seen};
use crate::registrar::registrar;
use crate::{Failure, HALL, OPERATOR, awake, folder, windows};

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

    /// Width and height of a window that covers a third of its width, 16 : 9.
    fn small(&self) -> (u32, u32) {
        let width = self.width / 3;
        (width, width / 16 * 9)
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
    /// What stands in it.
    pub has: HallHas,
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
    let window = app.get_webview_window(HALL);
    let open = window.is_some();
    let covers = app.state::<Covered>().get().filter(|_| open);
    let own = operators(app)?;
    let screens = for_the_hall(&screens(app)?, own.as_ref());
    let seen = match &window {
        Some(window) => seen(window, &screens, own.as_ref())?,
        None => Seen::Closed,
    };
    let pushed = registrar(app).ask(|open| open.view(session::Past::shown_by)).unwrap_or_default();
    Ok(HallWindow { open, has: app.state::<Drawn>().has(seen, pushed), covers, screens })
}

/// A window on the operator's screen is seen by nobody in the hall where there is another screen.
fn seen<R: Runtime>(
    window: &WebviewWindow<R>,
    screens: &[Screen],
    operators: Option<&Screen>,
) -> Result<Seen, Failure> {
    if window.is_minimized()? || !window.is_visible()? {
        return Ok(Seen::PutAway);
    }
    let stands = window.current_monitor()?.as_ref().map(Screen::of);
    Ok(place_of(stands.as_ref(), screens, operators))
}

fn place_of(stands: Option<&Screen>, screens: &[Screen], operators: Option<&Screen>) -> Seen {
    let with_the_operator =
        stands.zip(operators).is_some_and(|(stands, operators)| stands.overlaps(operators));
    if with_the_operator && !screens.is_empty() { Seen::WrongScreen } else { Seen::InPlace }
}

/// Puts a hall's window that was just opened where it was last, if that can be.
pub(crate) fn place<R: Runtime>(
    app: &AppHandle<R>,
    window: &WebviewWindow<R>,
) -> Result<(), Failure> {
    let (own, screens) = (operators(app)?, screens(app)?);
    if let Some(own) = own.as_ref().filter(|own| for_the_hall(&screens, Some(own)).is_empty()) {
        return into_the_corner(window, own);
    }
    let remembered = remembered(app);
    if remembered.full_screen { cover(app, window, remembered.screen.as_deref()) } else { Ok(()) }
}

/// On the only screen the hall's window lies small in the upper corner of the operator's, which
/// stays in sight and in reach.
fn into_the_corner<R: Runtime>(window: &WebviewWindow<R>, own: &Screen) -> Result<(), Failure> {
    let (width, height) = own.small();
    window.set_size(PhysicalSize::new(width, height))?;
    let left = f64::from(own.x) + f64::from(own.width.saturating_sub(width));
    Ok(window.set_position(PhysicalPosition::new(left, f64::from(own.y)))?)
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
    if window.is_fullscreen()? {
        window.set_fullscreen(false)?;
    }
    let corner = PhysicalPosition::new(f64::from(screen.x), f64::from(screen.y));
    window.set_fullscreen_on_monitor(corner)?;
    app.state::<Covered>().set(Some(screen.clone()));
    Ok(())
}

fn uncover<R: Runtime>(app: &AppHandle<R>, window: &WebviewWindow<R>) -> Result<(), Failure> {
    app.state::<Covered>().set(None);
    Ok(window.set_fullscreen(false)?)
}

/// Watches the hall's window until it is closed: its screen, without which it would cover the
/// operator's, and what its page says. So long the machine does not fall asleep.
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
        let _awake = awake::keep();
        let mut had = None;
        while ended.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Timeout) {
            if let Err(failure) = come_back_if_lost(&app, &window) {
                tauri_plugin_log::log::warn!(
                    "the hall's screen could not be looked after: {failure:?}"
                );
            }
            // A page that never loaded is still a window that can be seen and closed.
            let _ = window.show();
            let has = standing(&app).ok().map(|standing| standing.has);
            if had != has {
                had = has;
                windows::hall_window_changed(&app);
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
    fs::create_dir_all(&config)?;
    let text = serde_json::to_vec_pretty(place)?;
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
    fn on_the_only_screen_the_window_is_small() {
        assert_eq!(screen("eDP-1", 0, 1366).small(), (455, 252));
        assert_eq!(screen("eDP-1", 0, 1920).small(), (640, 360));
    }

    #[test]
    fn a_window_beside_the_operators_stands_wrong_only_where_there_is_a_screen_for_it() {
        let (own, projector) = (screen("eDP-1", 0, 1920), screen("HDMI-1", 1920, 1280));
        let at =
            |stands: Option<&Screen>, screens: &[Screen]| place_of(stands, screens, Some(&own));
        let one = std::slice::from_ref(&projector);
        assert_eq!(at(Some(&own), one), Seen::WrongScreen);
        assert_eq!(at(Some(&projector), one), Seen::InPlace);
        assert_eq!(at(Some(&own), &[]), Seen::InPlace, "there is no other");
        assert_eq!(at(None, one), Seen::InPlace, "the system does not say");
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
