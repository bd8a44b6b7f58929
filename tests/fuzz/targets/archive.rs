//! An archive from anybody.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = exchange::read_archive(bytes);
});
