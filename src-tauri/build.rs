//! Declares every command, so that each window's capability names what it may call and everything
//! else is refused.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&[
        "start_view",
        "new_session",
        "open_session",
        "open_sample",
        "close_session",
        "perform",
        "set_pin",
        "frame_view",
        "prepare_view",
        "floor_view",
        "count_view",
        "desk_view",
        "hand_desk_view",
        "papers_view",
        "hall_view",
        "hall_preview",
        "import_roster",
        "import_projects",
        "lend_bundles",
        "read_loan",
        "bring_back",
        "presets",
        "order_by_strokes",
        "issue_paper",
        "open_paper",
        "save_paper",
        "save_papers",
        "save_editable",
        "save_all_editable",
        "print_paper",
        "paper_text",
        "paper_faults",
        "preview_paper",
        "keep_template",
        "faces",
        "preview_style",
        "keep_style",
        "export_count_file",
        "back_up",
        "verify",
        "show_hall",
        "hall_full_screen",
        "hall_window",
    ]);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
    {
        println!("cargo::error={error:#}");
    }
}
