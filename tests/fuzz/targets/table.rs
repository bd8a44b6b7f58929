//! Somebody's spreadsheet or text, as each of the lists.
#![no_main]

use exchange::table::{List, Options, read};

libfuzzer_sys::fuzz_target!(
    // A reader of workbooks that panics has met a broken one, which is an answer.
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| {
        let which = bytes.first().map_or(0, |byte| usize::from(*byte) % List::ALL.len());
        for file in ["名册.xlsx", "名册.csv"] {
            let _ = read(List::ALL[which], file, bytes, &Options::default(), &|_| true);
        }
    }
);
