//! The program in the room; everything is in the library so that tests can call it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    #[cfg(windows)]
    if piaojue::engine::is_missing() {
        std::process::exit(1);
    }
    if let Err(error) = piaojue::run() {
        eprintln!("piaojue: {error}");
        std::process::exit(1);
    }
}
