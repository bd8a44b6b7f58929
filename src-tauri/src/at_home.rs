//! 窗口守在家里: both windows show the program's own pages and nothing else, a page that died is
//! loaded again, and a path is one that the user chose in the system's own dialog.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Manager, Runtime, Url, WebviewWindow};

use crate::failure::{Failure, Trouble, shown};

/// The variable with which a driver takes over the pages of a program.
const DRIVER: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Whether this build may be driven: what users have may not.
const MAY_BE_DRIVEN: bool = cfg!(any(debug_assertions, feature = "driven"));

fn is_driven() -> bool {
    std::env::var_os(DRIVER).is_some()
}

/// Tells whether somebody wants to drive a program that was not built for it.
pub(crate) fn is_driven_unasked() -> bool {
    !MAY_BE_DRIVEN && is_driven()
}

/// What the names of variables begin with by which whoever starts the program tells the page engine
/// of Windows to be watched, or another program to be it.
const OF_THE_ENGINE: &str = "WEBVIEW2_";

fn of_the_engine(names: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let is =
        |name: &OsString| name.to_string_lossy().to_ascii_uppercase().starts_with(OF_THE_ENGINE);
    names.filter(is).collect()
}

/// Starts a program that may not be driven once more, without what the page engine would obey.
/// Returns whether it did.
///
/// # Errors
/// When it cannot be started so.
pub(crate) fn is_started_anew() -> io::Result<bool> {
    let names = of_the_engine(std::env::vars_os().map(|(name, _)| name));
    if MAY_BE_DRIVEN || names.is_empty() {
        return Ok(false);
    }
    let mut again = Command::new(std::env::current_exe()?);
    for name in &names {
        again.env_remove(name);
    }
    again.args(std::env::args_os().skip(1)).spawn()?;
    Ok(true)
}

/// Tells whether a page is the program's own; `http` is how Windows names them.
pub(crate) fn is_own(page: &Url) -> bool {
    match page.scheme() {
        "tauri" => page.host_str() == Some("localhost"),
        "http" | "https" => page.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// The paths chosen in dialogs since the program was started.
#[derive(Default)]
pub(crate) struct Chosen(Mutex<BTreeSet<PathBuf>>);

/// Notes a path that the user chose.
pub(crate) fn chose<R: Runtime>(app: &AppHandle<R>, path: &Path) {
    let chosen = app.state::<Chosen>();
    chosen.0.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
}

/// Takes a path from a page, if the user chose it before. A driver has no hands for the system's
/// dialogs: where one may drive, what it names is chosen.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, path: &Path) -> Result<PathBuf, Failure> {
    let chosen = app.state::<Chosen>();
    let known = chosen.0.lock().unwrap_or_else(PoisonError::into_inner).contains(path);
    if known || (MAY_BE_DRIVEN && is_driven()) {
        Ok(path.to_owned())
    } else {
        Err(not_chosen(path))
    }
}

/// What is said of a path that nobody chose.
pub(crate) fn not_chosen(path: &Path) -> Failure {
    Trouble::NotChosen { path: shown(path) }.into()
}

/// Watches the page of a window: when its process ends, `again` is loaded. The menu of the browser
/// is shown over text fields alone, with four words in Chinese.
#[cfg(target_os = "linux")]
pub(crate) fn watch<R: Runtime>(
    window: &WebviewWindow<R>,
    again: &'static str,
) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;

    let (app, label) = (window.app_handle().clone(), window.label().to_owned());
    window.with_webview(move |page| {
        let page = page.inner();
        page.connect_context_menu(|_, menu, _, hit| !offers_words(menu, hit));
        page.connect_web_process_terminated(move |_, _| {
            linux::load_again(app.clone(), label.clone(), again);
        });
    })
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn watch<R: Runtime>(_: &WebviewWindow<R>, _: &'static str) -> tauri::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
fn offers_words(menu: &webkit2gtk::ContextMenu, hit: &webkit2gtk::HitTestResult) -> bool {
    use webkit2gtk::{
        ContextMenuAction as Action, ContextMenuExt, ContextMenuItem, HitTestResultExt,
    };

    menu.remove_all();
    if !hit.context_is_editable() {
        return false;
    }
    let words = [
        (Action::Cut, "剪切"),
        (Action::Copy, "复制"),
        (Action::Paste, "粘贴"),
        (Action::SelectAll, "全选"),
    ];
    for (action, word) in words {
        menu.append(&ContextMenuItem::from_stock_action_with_label(action, word));
    }
    true
}

#[cfg(target_os = "linux")]
mod linux {
    use std::thread;
    use std::time::Duration;

    use tauri::{AppHandle, Manager, Runtime, Url};
    use tauri_plugin_log::log;

    /// Where the program's pages are; a window whose page died cannot say.
    const HOME: &str = "tauri://localhost/";

    /// Before a page is loaded again: one that dies at once must not keep the machine busy.
    const PAUSE: Duration = Duration::from_millis(500);

    pub(super) fn load_again<R: Runtime>(app: AppHandle<R>, label: String, again: &'static str) {
        log::warn!("the page of {label} ended and is loaded again");
        thread::spawn(move || {
            thread::sleep(PAUSE);
            let Some(window) = app.get_webview_window(&label) else { return };
            let page = Url::parse(HOME).and_then(|home| home.join(again));
            let loaded =
                page.map_err(tauri::Error::InvalidUrl).and_then(|page| window.navigate(page));
            if let Err(error) = loaded {
                log::error!("the page of {label} was not loaded again: {error}");
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_engine_of_windows_would_obey_is_known_by_its_name() {
        let names = ["PATH", "WEBVIEW2_ADDITIONAL_BROWSER_ARGUMENTS", "Webview2_User_Data_Folder"];
        let found = of_the_engine(names.map(OsString::from).into_iter());
        assert_eq!(found, names[1..].iter().map(OsString::from).collect::<Vec<_>>());
    }

    #[test]
    fn only_the_programs_own_pages_are_shown() {
        let own = |page: &str| is_own(&page.parse().unwrap());
        for page in ["tauri://localhost/index.html", "http://tauri.localhost/hall.html"] {
            assert!(own(page), "{page}");
        }
        for page in [
            "https://example.com/",
            "http://localhost/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:1",
            "about:blank",
        ] {
            assert!(!own(page), "{page}");
        }
    }
}
