//! Cast vote records of the common data format.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = exchange::read_cdf(bytes);
});
