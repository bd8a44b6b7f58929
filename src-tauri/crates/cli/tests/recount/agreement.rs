//! Ten thousand random files: every line of the program's is the line of the naive count and of the
//! recount page, byte for byte.

use std::hash::{BuildHasher, RandomState};
use std::thread;

use crate::{branches, count, naive, page, random};

const FILES: u64 = 10_000;
/// The program reads standard input to its end before it answers: about a megabyte at a time.
const BATCH: u64 = 250;

/// Every branch of the page must be walked as often as this, whatever the seed.
const SELDOM: u32 = 5;

/// What must have come up for the agreement to mean anything.
const SEEN: [&str; 24] = [
    r#""next":"runoff""#,
    r#""next":"presidium""#,
    r#""next":"further""#,
    r#""next":"none""#,
    r#""elected":["write-in:"#,
    r#""tied":["write-in:"#,
    r#""seats_left":0"#,
    r#""seats_left":1"#,
    r#""tied":[""#,
    r#""flagged":1"#,
    r#""void":1"#,
    r#""passed":true"#,
    r#""passed":false"#,
    r#""needed":null"#,
    r#""needed":0"#,
    r#""reached":true"#,
    r#""reached":false"#,
    r#""rate":null"#,
    r#""rate":"100.00""#,
    r#""rate":"0""#,
    r#""met":false"#,
    r#""vote_valid":false"#,
    r#""vote_valid":true,"contests":[]"#,
    r#""write_ins":[{"name":"","for":1"#,
];

/// The seed of this run; `RECOUNT_SEED` repeats one.
fn seed() -> u64 {
    let given = std::env::var("RECOUNT_SEED").ok().map(|seed| seed.parse().unwrap());
    given.unwrap_or_else(|| RandomState::new().hash_one("recount"))
}

/// Counts a batch in all three ways and returns what did not come up in it.
fn recount(mut dice: random::Dice) -> Vec<&'static str> {
    let files: Vec<String> = (0..BATCH).map(|_| random::count_file(&mut dice)).collect();
    let said = count(&["-"], &(files.join("\n") + "\n"));
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len() as u64, BATCH);
    let on_the_page = page::lines(&files.join("\n"));
    assert_eq!(on_the_page.len() as u64, BATCH);
    for ((file, line), on_the_page) in files.iter().zip(lines).zip(on_the_page) {
        let expected = naive::result_line(&serde_json::from_str(file).unwrap());
        assert_eq!(line, expected, "{file}");
        assert_eq!(on_the_page, expected, "{file}");
    }
    SEEN.into_iter().filter(|seen| !said.out.contains(seen)).collect()
}

#[test]
fn the_naive_count_shares_no_code_with_the_program() {
    for ours in ["tally::", "session::", "store::", "exchange::", "super::"] {
        for naive in [include_str!("naive/mod.rs"), include_str!("naive/section.rs")] {
            assert!(!naive.contains(ours), "{ours}");
        }
    }
}

#[test]
fn the_program_the_naive_count_and_the_page_agree() {
    let seed = seed();
    println!("RECOUNT_SEED={seed}");
    let dice = |batch| random::Dice(seed.wrapping_add(batch));
    // Two at a time: while one waits for the program, the other recounts.
    let halves = thread::scope(|scope| {
        let half = |first| {
            scope.spawn(move || {
                (first..FILES / BATCH)
                    .step_by(2)
                    .map(|batch| recount(dice(batch)))
                    .collect::<Vec<_>>()
            })
        };
        [half(0), half(1)].map(|half| half.join().unwrap())
    });
    let unseen: Vec<_> = SEEN
        .into_iter()
        .filter(|seen| halves.iter().flatten().all(|unseen| unseen.contains(seen)))
        .collect();
    assert!(unseen.is_empty(), "never came up: {unseen:?}");
    let seldom = branches::walked_fewer_times_than(SELDOM);
    assert!(seldom.is_empty(), "hardly ever walked: {seldom:?}");
}
