//! 不休眠: the machine and its screens stay awake while something is shown to the hall.

use keepawake::{Builder, KeepAwake};
use tauri_plugin_log::log;

/// Keeps the screens lit and the machine awake until what it returns is dropped. A system that
/// cannot be asked is left as it is.
pub(crate) fn keep() -> Vec<KeepAwake> {
    let asked = || {
        let mut asked = Builder::default();
        asked
            .reason("正在大屏显示会议画面")
            .app_name("piaojue")
            .app_reverse_domain("cn.piaojue.desktop");
        asked
    };
    let display = asked().display(true).create();
    let idle = asked().idle(true).create();
    let told = [display, idle].into_iter().filter_map(|kept| {
        kept.inspect_err(|error| log::warn!("the machine may fall asleep: {error}")).ok()
    });
    told.collect()
}
