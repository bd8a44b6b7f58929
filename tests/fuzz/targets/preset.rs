//! The settings of a vote, from a file.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = exchange::read_preset("设置.toml", text);
});
