//! What was pasted from another program.
#![no_main]

use exchange::table::{List, Options, read_pasted};

libfuzzer_sys::fuzz_target!(|text: &str| {
    for list in List::ALL {
        let _ = read_pasted(list, text, &Options::default(), &|_| true);
    }
});
