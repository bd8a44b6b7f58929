//! `count`: results on standard output, or one line on standard error and exit status 2.

use crate::{demo_run, folder, names_in, run, run_reading, text};

pub const FILE: &str = r#"{"format": "piaojue.count/1", "control": {"all_deputies": 4, "present": 4, "printed": 6, "issued": 4, "spoiled": 0, "returned": 3}, "valid_if": "returned_at_most_issued", "contests": [{"id": "projects", "kind": "selection", "title": "2024年度民生实事项目", "seats": 2, "options": [{"id": "1", "name": "通村公路硬化"}, {"id": "2", "name": "山塘除险加固"}, {"id": "3", "name": "幼儿园改扩建"}], "rule": {"threshold": {"base": "all_deputies", "over": [1, 2]}, "cap": "at_most", "over_cap": "section", "blank_row": "abstain", "blank_section": "valid", "illegible_row": "row", "write_ins": "none", "write_in_unmarked": "for", "tie": "runoff", "shortfall": "further"}}], "sheets": [{"projects": {"marks": ["for", "against", "blank"]}}, {"projects": {"marks": ["for", "for", "illegible"], "write_ins": []}}, {"projects": {"marks": ["for", "for", "for"]}}]}"#;
const RESULT: &str = r#"{"format":"piaojue.result/1","quorum":{"needed":3,"met":true},"vote_valid":true,"contests":[{"id":"projects","valid":2,"void":1,"flagged":0,"needed":3,"rows":[{"id":"1","for":2,"against":0,"abstain":0,"void":0,"reached":false},{"id":"2","for":1,"against":1,"abstain":0,"void":0,"reached":false},{"id":"3","for":0,"against":0,"abstain":1,"void":1,"reached":false}],"write_ins":[],"elected":[],"tied":[],"seats_left":2,"next":"further"}]}"#;

#[test]
fn files_are_counted_one_line_each_in_order() {
    let folder = folder();
    let (one, other) = (folder.path().join("one.json"), folder.path().join("other.json"));
    std::fs::write(&one, FILE).unwrap();
    std::fs::write(&other, FILE.replace(r#""present": 4"#, r#""present": 2"#)).unwrap();
    let said = run(&["count", text(&one), text(&other)]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!((said.status, said.err.as_str(), lines.len()), (0, "", 2));
    assert_eq!(lines[0], RESULT);
    assert_eq!(
        lines[1],
        r#"{"format":"piaojue.result/1","quorum":{"needed":3,"met":false},"vote_valid":false,"contests":[]}"#
    );
}

#[test]
fn standard_input_holds_one_file_a_line() {
    let said = run_reading(&["count", "-"], &format!("{FILE}\n\n{FILE}\n"));
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_eq!(said.out, format!("{RESULT}\n{RESULT}\n"));
}

#[test]
fn one_file_refused_leaves_nothing_on_standard_output() {
    let folder = folder();
    let (good, bad) = (folder.path().join("good.json"), folder.path().join("bad.json"));
    std::fs::write(&good, FILE).unwrap();
    std::fs::write(&bad, FILE.replace(r#""seats": 2"#, r#""seats": 0"#)).unwrap();
    let said = run(&["count", text(&good), text(&bad)]);
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
    assert!(said.err.contains("bad.json: $.contests[0].seats: is 0"), "{}", said.err);
}

#[test]
fn a_refused_line_of_standard_input_is_named_by_its_number() {
    let said =
        run_reading(&["count", "-"], &format!("{FILE}\n{{\"format\": \"piaojue.count/2\"}}\n"));
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
    assert!(said.err.contains("-:2: $"), "{}", said.err);
}

#[test]
fn a_stream_broken_at_its_third_line_leaves_nothing() {
    let said =
        run_reading(&["count", "-"], &format!("{FILE}\r\n{FILE}\r\n{{\"format\": \r\n{FILE}\r\n"));
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
    assert!(said.err.contains("-:3: $.format: "), "{}", said.err);
}

#[test]
fn a_line_may_end_as_windows_ends_it() {
    let said = run_reading(&["count", "-"], &format!("{FILE}\r\n\r\n{FILE}\r\n"));
    assert_eq!((said.status, said.out), (0, format!("{RESULT}\n{RESULT}\n")));
}

#[test]
fn what_is_hostile_is_one_line_with_its_path_and_nothing_else() {
    let spoiled = |from: &str, to: &str| FILE.replacen(from, to, 1).into_bytes();
    let not_utf8 = |from: &str| {
        let place = FILE.find(from).unwrap();
        [&FILE.as_bytes()[..place], b"\xFF\xFE", &FILE.as_bytes()[place..]].concat()
    };
    let deep = "[".repeat(100_000);
    let cases = [
        ([b"\xEF\xBB\xBF", FILE.as_bytes()].concat(), "$: begins with a byte order mark"),
        (not_utf8("通村"), "$.contests[0].options[0].name: "),
        (b"\xFF\xFE{\x00}\x00".to_vec(), "$: "),
        (Vec::new(), "$: "),
        (spoiled(r#""seats": 2"#, r#""seats": 99999999999999999999999"#), "$.contests[0].seats: "),
        (spoiled(r#""seats": 2"#, r#""seats": 1e999"#), "$.contests[0].seats: "),
        (
            spoiled(r#""seats": 2"#, r#""seats": 2, "\u0073eats": 2"#),
            "$.contests[0]: duplicate field",
        ),
        (spoiled(r#""format""#, &format!("\"x\": {deep}, \"format\"")), "$.x: unknown field"),
        (spoiled(r#"["for", "against", "blank"]"#, &deep), "$.sheets[0].projects.marks[0]: "),
        (spoiled(r#""title": ""#, "\"title\": \"\u{0}"), "$.contests[0].title: "),
        (spoiled(r#""title": ""#, r#""title": "\ud800"#), "$.contests[0].title: "),
        (spoiled(r#""valid_if""#, "\"a\nb\": 1, \"valid_if\""), "$"),
        ([FILE, FILE].concat().into_bytes(), "$: trailing characters"),
    ];
    let folder = folder();
    let (good, bad) = (folder.path().join("good.json"), folder.path().join("bad.json"));
    std::fs::write(&good, FILE).unwrap();
    for (bytes, expected) in cases {
        std::fs::write(&bad, bytes).unwrap();
        let said = run(&["count", text(&good), text(&bad), text(&good)]);
        assert_eq!(
            (said.status, said.out.as_str(), said.err.lines().count()),
            (2, "", 1),
            "{}",
            said.err
        );
        assert!(said.err.contains(&format!("bad.json: {expected}")), "{}", said.err);
    }
    let said = run(&["count", text(folder.path())]);
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
}

#[test]
fn nothing_returned_is_counted_too() {
    let (before, _) = FILE.split_once(r#""sheets": ["#).unwrap();
    let said = run_reading(
        &["count", "-"],
        &format!("{}\"sheets\": []}}\n", before.replace(r#""returned": 3"#, r#""returned": 0"#)),
    );
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains(r#""valid":0,"void":0,"flagged":0"#), "{}", said.out);
}

#[test]
fn a_missing_file_is_one_line_too() {
    let said = run(&["count", "/no/such/file.json"]);
    assert_eq!((said.status, said.out.as_str(), said.err.lines().count()), (2, "", 1));
    assert!(said.err.contains("/no/such/file.json: "), "{}", said.err);
}

#[test]
fn the_demos_count_file_counts_to_its_result() {
    let demo = demo_run();
    let name = names_in(demo.folder.path())
        .into_iter()
        .find(|name| name.ends_with(".count.json"))
        .unwrap();
    let said = run(&["count", text(&demo.folder.path().join(name))]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(said.out.contains(r#""valid":53,"void":3,"flagged":0,"needed":30"#), "{}", said.out);
    assert!(
        said.out.contains(r#""elected":["2","1","5","3","7","9","6","4","10","11"],"tied":[],"seats_left":0,"next":"none""#),
        "{}",
        said.out
    );
}
