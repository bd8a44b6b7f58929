//! The system's dialogs for files: in the user's language, in the session's folder.

use std::path::Path;

use serde::Deserialize;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use ts_rs::TS;

use crate::registrar::registrar;
use crate::{OPERATOR, folder};

/// The language the operator's window speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Zh,
    En,
}

impl Language {
    fn of(self, chinese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Zh => chinese,
            Self::En => english,
        }
    }
}

/// What a dialog is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    Open,
    Last,
    BackUp,
    Lend,
    BringBack,
    Table,
    Folder,
    Copies,
}

impl Title {
    fn said(self, language: Language) -> &'static str {
        match self {
            Self::Open => language.of("打开会议文件", "Open a session file"),
            Self::Last => language.of("选择上次会议的文件", "Choose the file of the last session"),
            Self::BackUp => language.of("保存副本", "Save a copy"),
            Self::Lend => language.of("保存外录文件", "Save the file for the other desk"),
            Self::BringBack => language.of("选择取回的外录文件", "Choose the file that came back"),
            Self::Table => language.of("选择名单或表格", "Choose a list or table"),
            Self::Copies => language.of(
                "选择副本存到哪里（优盘上的文件夹）",
                "Choose where copies go (a folder on a stick)",
            ),
            Self::Folder => language.of("选择保存到哪个文件夹", "Choose the folder to save in"),
        }
    }
}

/// Returns a dialog that begins in the folder of the open session, or where sessions lie.
pub(crate) fn files<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
    title: Title,
) -> FileDialogBuilder<R> {
    let beside = registrar(app)
        .ask(|open| open.with(|record| Ok(record.path().parent().map(Into::into))))
        .ok()
        .flatten();
    let begins = beside.or_else(|| folder::of_sessions(app).ok());
    let mut dialog = app.dialog().file().set_title(title.said(language));
    if let Some(folder) = begins {
        dialog = dialog.set_directory::<std::path::PathBuf>(folder);
    }
    if let Some(window) = tauri::Manager::get_webview_window(app, OPERATOR) {
        dialog = dialog.set_parent(&window);
    }
    dialog
}

/// Returns a dialog for session files.
pub(crate) fn of_sessions<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
    title: Title,
) -> FileDialogBuilder<R> {
    files(app, language, title)
        .add_filter(language.of("票决台会议文件", "Piaojue sessions"), &["piaojue"])
}

/// Returns a dialog for lists: where the last one was chosen, before that where people put files.
pub(crate) fn of_tables<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
    last: Option<&Path>,
) -> FileDialogBuilder<R> {
    // GTK tells large letters from small ones, and old programs save NAME.XLS.
    const ENDS: [&str; 16] = [
        "xlsx", "xls", "et", "ods", "csv", "txt", "xlsm", "tsv", "XLSX", "XLS", "ET", "ODS", "CSV",
        "TXT", "XLSM", "TSV",
    ];
    let desk = || tauri::Manager::path(app).desktop_dir().ok();
    let begins = last.map(Path::to_owned).or_else(desk).filter(|folder| folder.is_dir());
    let dialog = files(app, language, Title::Table).add_filter(
        language
            .of("表格（xlsx、xls、et、ods、csv、txt）", "Tables (xlsx, xls, et, ods, csv, txt)"),
        &ENDS,
    );
    match begins {
        Some(folder) => dialog.set_directory::<std::path::PathBuf>(folder),
        None => dialog,
    }
}
