//! A desktop of one's own: an X server, a D-Bus session and a home folder that nothing else uses.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use tempfile::TempDir;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, InputFocus, Window as XWindow,
};
use x11rb::rust_connection::RustConnection;

use crate::failure::{Done, Failure};
use crate::processes::Tool;
use crate::program::Program;

/// The screen, in pixels: wide enough for an operator's window and a hall window of 1920 × 1080.
const SCREEN: &str = "1920x1200x24";

/// A desktop with nobody else on it; it goes away with everything on it when dropped.
pub struct Desktop {
    // Dropped in this order: the bus and the display end before the folder they write to.
    bus: String,
    _bus: Tool,
    display: String,
    _display: Tool,
    home: TempDir,
}

impl Desktop {
    /// Starts the X server and the D-Bus session, and makes the home folder.
    ///
    /// # Errors
    /// [`Failure::Tool`] if Xvfb or dbus-daemon is missing.
    pub fn open() -> Done<Self> {
        let home = tempfile::Builder::new().prefix("piaojue-home-").tempdir()?;
        make_folders(home.path())?;
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]);
        let (display_tool, number) =
            Tool::start_and_ask("Xvfb", &mut xvfb, &home.path().join("xvfb.log"))?;
        let mut dbus = Command::new("dbus-daemon");
        dbus.args(["--session", "--nofork", "--nopidfile", "--print-address=1"]);
        let (bus_tool, bus) =
            Tool::start_and_ask("dbus-daemon", &mut dbus, &home.path().join("dbus.log"))?;
        Ok(Self {
            bus,
            _bus: bus_tool,
            display: format!(":{number}"),
            _display: display_tool,
            home,
        })
    }

    /// Where the program finds the user's documents.
    #[must_use]
    pub fn documents(&self) -> PathBuf {
        self.home.path().join("Documents")
    }

    /// The folder of the user.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn display(&self) -> &str {
        &self.display
    }

    /// Puts a font file among the user's own, under the name an office knows it by.
    ///
    /// # Errors
    /// [`Failure::System`] if it cannot be copied.
    pub fn installs_face(&self, file: &Path, name: &str) -> Done {
        fs::copy(file, self.home.path().join(".fonts").join(name))?;
        Ok(())
    }

    /// Puts a program in the place of the system's: a shell script that runs in the home folder.
    ///
    /// # Errors
    /// [`Failure::System`] if it cannot be written.
    pub fn stands_in(&self, program: &str, script: &str) -> Done {
        let path = self.home.path().join("bin").join(program);
        fs::write(&path, format!("#!/bin/sh\ncd \"$HOME\"\n{script}\n"))?;
        fs::set_permissions(&path, Permissions::from_mode(0o755))?;
        Ok(())
    }

    /// Returns what a file of the home folder says; nothing while there is none.
    #[must_use]
    pub fn written(&self, name: &str) -> String {
        fs::read_to_string(self.home.path().join(name)).unwrap_or_default()
    }

    /// Starts the program as a double click on its icon would, with `arguments`.
    ///
    /// # Errors
    /// [`Failure::Tool`] without a driver, [`Failure::Start`] if the program does not come up.
    pub async fn start(&self, arguments: &[&str]) -> Done<Program> {
        Program::start(self, arguments).await
    }

    /// Gives a command this desktop and no other.
    pub(crate) fn seat(&self, command: &mut Command) {
        let home = self.home.path();
        let folders = env::var_os("PATH").unwrap_or_default();
        let path =
            env::join_paths([home.join("bin")].into_iter().chain(env::split_paths(&folders)))
                .unwrap_or(folders);
        command
            .env("PATH", path)
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_RUNTIME_DIR", home.join("run"))
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("LANG", "C.UTF-8")
            .env("TZ", "Asia/Shanghai")
            .env_remove("WAYLAND_DISPLAY");
    }

    /// The log of the program that was started as number `nth` on this desktop.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Asks the window with this title to close, as the cross in its frame does.
    ///
    /// # Errors
    /// [`Failure::Display`] if there is no such window.
    pub fn close(&self, title: &str) -> Done {
        self.with_window(title, |x, window| {
            let atom = |name: &[u8]| Ok::<_, XError>(x.intern_atom(false, name)?.reply()?.atom);
            let message = ClientMessageEvent::new(
                32,
                window,
                atom(b"WM_PROTOCOLS")?,
                [atom(b"WM_DELETE_WINDOW")?, 0, 0, 0, 0],
            );
            x.send_event(false, window, EventMask::NO_EVENT, message)?.check()?;
            Ok(())
        })
    }

    /// Gives the keyboard to the window with this title, alone or behind that of its session; without a window manager nobody else does.
    ///
    /// # Errors
    /// [`Failure::Display`] if there is no such window.
    pub fn focus(&self, title: &str) -> Done {
        self.with_window(title, |x, window| {
            x.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?.check()?;
            Ok(())
        })
    }

    pub(crate) fn with_window(
        &self,
        title: &str,
        act: impl FnOnce(&RustConnection, XWindow) -> Result<(), XError>,
    ) -> Done {
        let found = || -> Result<bool, XError> {
            let (x, screen) = x11rb::connect(Some(&self.display))?;
            let root = x.setup().roots.get(screen).map_or(0, |screen| screen.root);
            let name = x.intern_atom(false, b"_NET_WM_NAME")?.reply()?.atom;
            for window in x.query_tree(root)?.reply()?.children {
                let property =
                    x.get_property(false, window, name, AtomEnum::ANY, 0, 1024)?.reply()?;
                let own = format!(" - {title}");
                if property.value == title.as_bytes() || property.value.ends_with(own.as_bytes()) {
                    act(&x, window)?;
                    return Ok(true);
                }
            }
            Ok(false)
        };
        match found() {
            Ok(true) => Ok(()),
            Ok(false) => Err(Failure::Display(format!("there is no window “{title}”"))),
            Err(cause) => Err(Failure::Display(cause.to_string())),
        }
    }
}

pub(crate) type XError = Box<dyn std::error::Error>;

/// The folders of a fresh account, and the file that says where its documents lie.
fn make_folders(home: &Path) -> Done {
    for folder in ["Documents", "config", "data", "state", "cache", "run", "bin", ".fonts"] {
        fs::create_dir(home.join(folder))?;
    }
    fs::set_permissions(home.join("run"), Permissions::from_mode(0o700))?;
    fs::write(home.join("config/user-dirs.dirs"), "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n")?;
    Ok(())
}

/// The program under test: `PIAOJUE_BIN`, or what `cargo build` left beside this test.
///
/// # Errors
/// [`Failure::Contradiction`] if it has not been built.
pub(crate) fn binary() -> Done<PathBuf> {
    let beside_this_test = || Some(env::current_exe().ok()?.parent()?.parent()?.join("piaojue"));
    let path = env::var_os("PIAOJUE_BIN").map(PathBuf::from).or_else(beside_this_test);
    match path.map(|path| path.canonicalize()) {
        Some(Ok(path)) => Ok(path),
        _ => Err(Failure::Contradiction(
            "the program is not built: cargo build --workspace".to_owned(),
        )),
    }
}
