//! Somebody's spreadsheet or text, as each of the lists.
#![no_main]

use exchange::table::{List, Options, read};

const LISTS: [List; 8] = [
    List::Deputies,
    List::Observers,
    List::Staff,
    List::Candidates,
    List::Projects,
    List::LastYear,
    List::Motions,
    List::Proposals,
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let which = bytes.first().map_or(0, |byte| usize::from(*byte) % LISTS.len());
    for file in ["名册.xlsx", "名册.csv"] {
        read(LISTS[which], file, bytes, &Options::default(), &|_| true);
    }
});
