//! A count file: what is read is written, and reads as the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(file) = exchange::read_count_file(bytes) {
        let written =
            exchange::write_count_file(&file.contests, &file.control, file.valid_if, &file.sheets)
                .expect("what was read is written");
        assert_eq!(exchange::read_count_file(written.as_bytes()).expect("our own"), file);
    }
});
