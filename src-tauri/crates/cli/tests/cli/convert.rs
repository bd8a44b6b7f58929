//! `convert`: NIST cast vote records and back, or one line on standard error and exit status 2.

use crate::count::FILE;
use crate::{folder, run, run_reading, text};

const AT: [&str; 2] = ["--at", "2026-01-16T10:30:00+08:00"];

#[test]
fn a_count_file_becomes_cast_vote_records_and_comes_back() {
    let folder = folder();
    let (count_file, records) =
        (folder.path().join("round.json"), folder.path().join("records.json"));
    std::fs::write(&count_file, FILE).unwrap();
    let said = run(&["convert", "--to", "cdf", AT[0], AT[1], text(&count_file)]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with(r#"{"@type":"CVR.CastVoteRecordReport","Version":"1.0.0","GeneratedDate":"2026-01-16T10:30:00+08:00""#));
    std::fs::write(&records, &said.out).unwrap();
    let back = run(&["convert", "--to", "count", text(&records)]);
    assert_eq!((back.status, back.err.as_str()), (0, ""));
    let [counted_before, counted_after] =
        [FILE, &back.out.replace('\n', "")].map(|file| run_reading(&["count", "-"], file).out);
    assert_eq!(counted_before, counted_after);
    assert!(counted_after.contains(r#""id":"projects","valid":2,"void":1"#), "{counted_after}");
}

#[test]
fn standard_input_holds_one_file_and_the_clock_says_when() {
    let said = run_reading(&["convert", "--to", "cdf", "-"], FILE);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    let back = run_reading(&["convert", "--to", "count", "-"], &said.out);
    assert_eq!((back.status, back.err.as_str()), (0, ""));
}

#[test]
fn what_is_refused_is_named_by_its_path() {
    let records = run_reading(&["convert", "--to", "cdf", "-"], FILE).out;
    let cases = [
        ("cdf", FILE.replace(r#""seats": 2"#, r#""seats": 0"#), "-: $.contests[0].seats: is 0"),
        ("count", FILE.to_owned(), "-: $.format: unknown field"),
        (
            "count",
            records.replace(r#""ContestId":"contest-1""#, r#""ContestId":"contest-2""#),
            "-: $.CVR[0].CVRSnapshot[0].CVRContest: ",
        ),
        (
            "count",
            records.replace(r#""NumberVotes":1"#, r#""NumberVotes":-1"#),
            "NumberVotes: invalid value",
        ),
    ];
    for (to, file, expected) in cases {
        let said = run_reading(&["convert", "--to", to, "-"], &file);
        assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
        assert!(said.err.contains(expected), "{}", said.err);
    }
    let said = run(&["convert", "--to", "count", "/no/such/file.json"]);
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
}
