//! Windows only: the pages are shown by WebView2, which a machine that never was online may lack.
//! Nobody there sees what is written to a terminal, so a box says what to install.

use std::path::PathBuf;

use rfd::{MessageDialog, MessageLevel};

/// Microsoft's own installer for machines without a network; the page on Windows in docs says where
/// it comes from.
const INSTALLER: &str = "MicrosoftEdgeWebView2RuntimeInstallerX64.exe";

/// Tells whether WebView2 is missing, and has said so in a box then.
#[must_use]
pub fn is_missing() -> bool {
    let Err(cause) = tauri::webview_version() else { return false };
    let beside = std::env::current_exe().unwrap_or_else(|_| PathBuf::new());
    let beside = beside.with_file_name(INSTALLER);
    let place = if beside.exists() {
        format!("它就在票决台的文件夹里：\n{}", beside.display())
    } else {
        "它不用联网就能安装，请在能上网的电脑上从微软网站下载，用U盘带来。".to_owned()
    };
    MessageDialog::new()
        .set_level(MessageLevel::Error)
        .set_title("票决台 Piaojue")
        .set_description(format!(
            "这台电脑没有 WebView2，票决台的窗口显示不出来。\n\n\
             请以管理员身份运行一次：\n{INSTALLER}\n{place}\n\n装好后再打开票决台。\n\n\
             WebView2, which shows the windows, is missing on this computer. Run the installer named \
             above once as administrator, then start Piaojue again.\n\n({cause})"
        ))
        .show();
    true
}
