//! The window shell: opens files and windows, passes commands in and views out. It holds no rule
//! about voting.

#[expect(
    clippy::needless_pass_by_value,
    reason = "what a window sends, and the state beside it, come to a command by value"
)]
mod commands;
mod faces;
mod failure;
mod folder;
mod open;
mod printer;
mod recent;
mod screens;
mod windows;

use faces::Faces;
use open::Open;
use screens::Covered;
use tauri::{Builder, Runtime};

pub use commands::archive::Verified;
pub use commands::bring_in::{Imported, ImportedProjects};
pub use commands::loans::{LoanFile, ToLend};
pub use commands::papers::Saved;
pub use commands::presets::Presets;
pub use commands::start::StartView;
pub use commands::style::{FaceRoleView, FacesView, FoundFace};
pub use commands::texts::PaperText;
pub use failure::Failure;
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
        .manage(Open::default())
        .manage(Faces::default())
        .manage(Covered::default())
        .register_uri_scheme_protocol("typeface", |_, request| windows::typeface(&request))
        .invoke_handler(tauri::generate_handler![
            commands::start::start_view,
            commands::start::new_session,
            commands::start::open_session,
            commands::start::open_sample,
            commands::start::close_session,
            commands::work::perform,
            commands::work::set_pin,
            commands::work::frame_view,
            commands::work::prepare_view,
            commands::work::floor_view,
            commands::work::count_view,
            commands::work::desk_view,
            commands::work::hand_desk_view,
            commands::work::papers_view,
            commands::work::hall_view,
            commands::work::hall_preview,
            commands::bring_in::import_roster,
            commands::bring_in::import_projects,
            commands::loans::lend_bundles,
            commands::loans::read_loan,
            commands::loans::bring_back,
            commands::presets::presets,
            commands::order::order_by_strokes,
            commands::papers::issue_paper,
            commands::papers::open_paper,
            commands::papers::save_paper,
            commands::papers::save_papers,
            commands::papers::save_editable,
            commands::papers::save_all_editable,
            commands::papers::print_paper,
            commands::texts::paper_text,
            commands::texts::paper_faults,
            commands::texts::preview_paper,
            commands::texts::keep_template,
            commands::style::faces,
            commands::style::preview_style,
            commands::style::keep_style,
            commands::archive::export_count_file,
            commands::archive::back_up,
            commands::archive::verify,
            commands::hall::show_hall,
            commands::hall::hall_full_screen,
            commands::hall::hall_window,
        ])
}

/// Runs the program until its windows are closed.
///
/// # Errors
/// When the system offers no window.
pub fn run() -> tauri::Result<()> {
    builder(Builder::default().plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
        windows::second_start(app, &arguments);
    })))
    .plugin(
        tauri_plugin_log::Builder::new().level(tauri_plugin_log::log::LevelFilter::Warn).build(),
    )
    .plugin(tauri_plugin_dialog::init())
    .plugin(tauri_plugin_opener::init())
    .plugin(tauri_plugin_window_state::Builder::new().with_denylist(&[HALL]).build())
    .setup(|app| {
        windows::open_given(app.handle(), std::env::args_os().nth(1));
        windows::operator(app.handle())?;
        Ok(())
    })
    .run(tauri::generate_context!())
}
