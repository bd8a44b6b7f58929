//! The window shell: opens files and windows, passes commands in and views out. It holds no rule
//! about voting.

mod asked;
mod at_home;
mod awake;
#[expect(
    clippy::needless_pass_by_value,
    reason = "what a window sends comes to a command by value"
)]
mod commands;
mod copies;
mod dialog;
mod drawn;
#[cfg(windows)]
pub mod engine;
mod faces;
mod failure;
mod flaw;
mod folder;
mod given;
mod interface;
mod open;
mod printer;
mod recent;
mod registrar;
mod screens;
mod windows;

use std::io;
use std::path::{Path, PathBuf};

use at_home::Chosen;
use commands::bring_in::Looked;
use commands::next::LastRead;
use commands::rehearsal::MakingUp;
use copies::Copies;
use drawn::Drawn;
use faces::Faces;
use registrar::{Registrar, registrar};
use screens::Covered;
use tauri::{Builder, RunEvent, Runtime};

pub use commands::about::{About, WrittenBy};
pub use commands::archive::{Archived, LastFound, LinkFound, Verified};
pub use commands::bring_in::{TableAsked, TableLook, TableSource};
pub use commands::loans::{LoanFile, ToLend};
pub use commands::next::{LastDeputy, LastLook};
pub use commands::papers::Saved;
pub use commands::presets::Presets;
pub use commands::start::StartView;
pub use commands::style::{FaceRoleView, FacesView, FoundFace};
pub use commands::texts::PaperText;
pub use copies::{CopiesView, CopyTrouble};
pub use dialog::Language;
pub use drawn::HallSays;
pub use failure::{Failure, Trouble};
pub use flaw::{FaultFound, FlawFound};
pub use interface::{Listener, describe};
pub use printer::Sides;
pub use recent::Recent;
pub use screens::HallWindow;

/// The operator's window.
pub(crate) const OPERATOR: &str = "operator";
/// The hall's window.
pub(crate) const HALL: &str = "hall";

/// Returns the program without its windows, so that tests can call its commands.
pub fn builder<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder
        .manage(Registrar::default())
        .manage(Faces::default())
        .manage(Covered::default())
        .manage(Looked::default())
        .manage(LastRead::default())
        .manage(Drawn::default())
        .manage(Chosen::default())
        .manage(Copies::default())
        .manage(MakingUp::default())
        .register_uri_scheme_protocol("typeface", |_, request| windows::typeface(&request))
        .invoke_handler(interface::asked)
}

/// Runs the program until its windows are closed.
///
/// # Errors
/// When the system offers no window, or a driver asks for a program that was not built for one.
pub fn run() -> tauri::Result<()> {
    if at_home::is_driven_unasked() {
        return Err(io::Error::other("this build is not driven from outside").into());
    }
    if at_home::is_started_anew()? {
        return Ok(());
    }
    builder(Builder::default().plugin(tauri_plugin_single_instance::init(
        |app, arguments, folder| {
            windows::second_start(app, &arguments, Path::new(&folder));
        },
    )))
    .plugin(
        tauri_plugin_log::Builder::new().level(tauri_plugin_log::log::LevelFilter::Warn).build(),
    )
    .plugin(tauri_plugin_dialog::init())
    .plugin(tauri_plugin_opener::init())
    .plugin(tauri_plugin_window_state::Builder::new().with_denylist(&[HALL]).build())
    .setup(|app| {
        let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::new());
        if let Some(path) = std::env::args_os().nth(1).map(|given| given::file(&given, &here)) {
            let told = app.handle().clone();
            registrar(app.handle()).enqueue(move |open| windows::open_given(&told, open, &path));
        }
        copies::begin(app.handle());
        windows::operator(app.handle())?;
        Ok(())
    })
    .build(tauri::generate_context!())?
    .run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            registrar(app).end();
        }
    });
    Ok(())
}
