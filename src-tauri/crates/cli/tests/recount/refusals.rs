//! What breaks a rule of `docs/count-file.md` is refused whole: exit status 2, nothing on standard
//! output, one line with the path.

use crate::{count, naive};

/// A file of all four kinds that breaks no rule.
pub const FILE: &str = r#"{"format": "piaojue.count/1", "control": {"all_deputies": 4, "present": 4, "printed": 6, "issued": 4, "spoiled": 1, "returned": 2}, "valid_if": "returned_at_most_issued", "contests": [{"id": "projects", "kind": "selection", "title": "项目", "seats": 1, "options": [{"id": "1", "name": "路"}, {"id": "2", "name": "塘"}], "rule": {"threshold": {"base": "present", "at_least": [2, 3]}, "cap": "at_most", "over_cap": "section", "blank_row": "abstain", "blank_section": "valid", "illegible_row": "row", "write_ins": "none", "write_in_unmarked": "for", "tie": "runoff", "shortfall": "further"}}, {"id": "chair", "kind": "election", "title": "主席", "seats": 1, "options": [{"id": "a", "name": "李伟"}], "rule": {"threshold": {"base": "all_deputies", "over": [1, 2]}, "cap": "exactly", "over_cap": "flag", "blank_row": "void", "blank_section": "void", "illegible_row": "section", "write_ins": "needs_against", "write_in_unmarked": "void", "tie": "all_in", "shortfall": "accept"}}, {"id": "last year", "kind": "evaluation", "title": "测评", "options": [{"id": "e1", "name": "桥"}], "grades": ["满意", "基本满意", "不满意"], "rule": {"blank_row": "void", "blank_section": "valid", "illegible_row": "row", "multi_mark": "abstain", "rate": {"grades": [0, 1], "base": "valid", "decimals": 2}}}, {"id": "budget", "kind": "motion", "title": "预算", "options": [{"id": "m", "name": "决议"}], "rule": {"threshold": null, "blank_row": "for", "blank_section": "void", "illegible_row": "row"}}], "sheets": [{"projects": {"marks": ["for", "against"]}, "chair": {"marks": ["against"], "write_ins": [{"name": "王芳", "mark": "for"}]}, "last year": {"marks": [2]}, "budget": {"marks": ["abstain"], "ruling": "void"}}, {"projects": {"marks": ["blank", "illegible"]}, "chair": {"marks": ["for"], "write_ins": []}, "last year": {"marks": ["multiple"]}, "budget": {"marks": ["for"]}}]}"#;

/// What is written in place of what, the first time it stands there, and the path that is named.
pub const REFUSED: [(&str, &str, &str); 57] = [
    // Keys and words
    (r#""piaojue.count/1""#, r#""piaojue.count/2""#, "$.format"),
    (r#""format": "piaojue.count/1", "#, "", "$"),
    (r#""valid_if""#, r#""note": "", "valid_if""#, "$.note"),
    ("returned_at_most_issued", "returned_at_least_issued", "$.valid_if"),
    (r#""selection""#, r#""lottery""#, "$.contests[0].kind"),
    (r#""kind": "election", "#, "", "$.contests[1]"),
    (r#""title": "项目""#, r#""title": 1"#, "$.contests[0].title"),
    (r#""cap": "at_most""#, r#""cap": "at_least""#, "$.contests[0].rule.cap"),
    (r#""cap": "at_most", "#, "", "$.contests[0].rule.cap"),
    (r#""over_cap": "section""#, r#""over_cap": "row""#, "$.contests[0].rule.over_cap"),
    (r#""over_cap": "flag", "#, "", "$.contests[1].rule.over_cap"),
    (r#""tie": "all_in""#, r#""tie": "lot""#, "$.contests[1].rule.tie"),
    (r#""tie": "runoff", "#, "", "$.contests[0].rule.tie"),
    (r#", "shortfall": "further""#, "", "$.contests[0].rule.shortfall"),
    (r#""write_ins": "none", "#, "", "$.contests[0].rule.write_ins"),
    (r#""write_in_unmarked": "void", "#, "", "$.contests[1].rule.write_in_unmarked"),
    (r#""threshold": null, "#, "", "$.contests[3].rule.threshold"),
    (r#""name": "路""#, r#""name": "路", "unit": "乡""#, "$.contests[0].options[0].unit"),
    (r#"{"id": "m", "name""#, r#"{"name""#, "$.contests[3].options[0]"),
    // Keys that stand twice
    (r#""present": 4"#, r#""present": 4, "present": 4"#, "$.control"),
    (r#""seats": 1"#, r#""seats": 1, "seats": 1"#, "$.contests[0]"),
    (
        r#""budget": {"marks": ["for"]}"#,
        r#""budget": {"marks": ["for"]}, "budget": {"marks": ["for"]}"#,
        "$.sheets[1]",
    ),
    // Numbers
    (r#""all_deputies": 4"#, r#""all_deputies": 0"#, "$.control.all_deputies"),
    (r#""all_deputies": 4"#, r#""all_deputies": 1000001"#, "$.control.all_deputies"),
    (r#""present": 4"#, r#""present": 5"#, "$.control.present"),
    (r#""printed": 6"#, r#""printed": 1000001"#, "$.control.printed"),
    (r#""issued": 4"#, r#""issued": 4.0"#, "$.control.issued"),
    (r#""spoiled": 1"#, r#""spoiled": -1"#, "$.control.spoiled"),
    (r#""returned": 2"#, r#""returned": 3"#, "$.sheets"),
    (r#""seats": 1"#, r#""seats": 0"#, "$.contests[0].seats"),
    (r#""seats": 1, "#, "", "$.contests[0].seats"),
    (r#""decimals": 2"#, r#""decimals": 3"#, "$.contests[2].rule.rate.decimals"),
    (r#""over": [1, 2]"#, r#""over": [3, 2]"#, "$.contests[1].rule.threshold.over"),
    (r#""over": [1, 2]"#, r#""over": [0, 0]"#, "$.contests[1].rule.threshold.over"),
    (r#""over": [1, 2]"#, r#""over": 0.5"#, "$.contests[1].rule.threshold.over"),
    (r#", "over": [1, 2]"#, "", "$.contests[1].rule.threshold"),
    (r#""over": [1, 2]"#, r#""over": [1, 2], "at_least": [1, 2]"#, "$.contests[1].rule.threshold"),
    (r#""base": "present""#, r#""base": "issued""#, "$.contests[0].rule.threshold.base"),
    // What belongs to another kind
    (r#""title": "测评""#, r#""title": "测评", "seats": 1"#, "$.contests[2].seats"),
    (r#""title": "主席""#, r#""title": "主席", "grades": ["好", "差"]"#, "$.contests[1].grades"),
    (
        r#""multi_mark": "abstain""#,
        r#""multi_mark": "abstain", "tie": "runoff""#,
        "$.contests[2].rule.tie",
    ),
    (
        r#""tie": "runoff""#,
        r#""tie": "runoff", "multi_mark": "void""#,
        "$.contests[0].rule.multi_mark",
    ),
    (
        r#""blank_row": "void", "blank_section": "valid""#,
        r#""blank_row": "for", "blank_section": "valid""#,
        "$.contests[2].rule.blank_row",
    ),
    (
        r#""marks": ["abstain"]"#,
        r#""marks": ["abstain"], "write_ins": []"#,
        "$.sheets[0].budget.write_ins",
    ),
    (r#""marks": ["against"]"#, r#""marks": ["multiple"]"#, "$.sheets[0].chair.marks[0]"),
    (r#""marks": ["against"]"#, r#""marks": [0]"#, "$.sheets[0].chair.marks[0]"),
    (r#""marks": [2]"#, r#""marks": ["for"]"#, r#"$.sheets[0]["last year"].marks[0]"#),
    (r#""marks": [2]"#, r#""marks": [3]"#, r#"$.sheets[0]["last year"].marks[0]"#),
    // What must fit together
    (r#""id": "chair""#, r#""id": "projects""#, "$.contests[1].id"),
    (r#""id": "2""#, r#""id": "1""#, "$.contests[0].options[1].id"),
    (
        r#"{"id": "m", "name": "决议"}"#,
        r#"{"id": "m", "name": "决议"}, {"id": "n", "name": "决议"}"#,
        "$.contests[3].options",
    ),
    (r#"["满意", "基本满意", "不满意"]"#, r#"["满意"]"#, "$.contests[2].grades"),
    (r#""grades": [0, 1]"#, r#""grades": [0, 3]"#, "$.contests[2].rule.rate.grades[1]"),
    (r#""grades": [0, 1]"#, r#""grades": [1, 1]"#, "$.contests[2].rule.rate.grades[1]"),
    (r#""marks": ["for", "against"]"#, r#""marks": ["for"]"#, "$.sheets[0].projects.marks"),
    (r#", "budget": {"marks": ["for"]}"#, "", "$.sheets[1]"),
    (
        r#""budget": {"marks": ["for"]}"#,
        r#""budget": {"marks": ["for"]}, "roads": {"marks": []}"#,
        "$.sheets[1].roads",
    ),
];

pub fn broken(from: &str, to: &str) -> String {
    let file = FILE.replacen(from, to, 1);
    assert_ne!(file, FILE, "{from}");
    file
}

/// Checks that the program said one line on standard error, naming `place`, and nothing else.
fn check_refused(said: &crate::Said, place: &str) {
    assert_eq!((said.status, said.out.as_str()), (2, ""), "{place}: {}", said.err);
    assert!(said.err.ends_with('\n') && said.err.lines().count() == 1, "{place}: {}", said.err);
    assert!(said.err.contains(&format!("{place}: ")), "{place}: {}", said.err);
}

#[test]
fn a_file_that_breaks_no_rule_is_counted() {
    let said = count(&["-"], FILE);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_eq!(said.out, naive::result_line(&serde_json::from_str(FILE).unwrap()) + "\n");
}

#[test]
fn every_rule_broken_once_is_refused_with_its_path() {
    for (from, to, path) in REFUSED {
        check_refused(&count(&["-"], &broken(from, to)), &format!("-:1: {path}"));
    }
}

#[test]
fn what_is_no_object_of_json_is_refused_with_its_path() {
    for text in [
        "{",
        "[]",
        "null",
        "1",
        "\"\"",
        &format!("{FILE} {FILE}"),
        &FILE[1..],
        &format!("\u{feff}{FILE}"),
    ] {
        check_refused(&count(&["-"], text), "-:1: $");
    }
}

#[test]
fn a_mark_left_out_or_too_much_is_refused_even_where_the_vote_is_void() {
    let void = FILE.replacen(r#""present": 4"#, r#""present": 0"#, 1);
    assert_eq!(count(&["-"], &void).status, 0);
    check_refused(
        &count(&["-"], &void.replacen("[2]", "[]", 1)),
        r#"-:1: $.sheets[0]["last year"].marks"#,
    );
    check_refused(
        &count(&["-"], &void.replacen("[2]", "[2, 2]", 1)),
        r#"-:1: $.sheets[0]["last year"].marks"#,
    );
}

#[test]
fn one_bad_file_among_many_leaves_nothing_on_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    let mut files: Vec<_> =
        (0..40).map(|number| folder.path().join(format!("{number}.json"))).collect();
    for file in &files {
        std::fs::write(file, FILE).unwrap();
    }
    let line = naive::result_line(&serde_json::from_str(FILE).unwrap()) + "\n";
    let said = count(&files, "");
    assert_eq!((said.status, said.out, said.err.as_str()), (0, line.repeat(40), ""));
    std::fs::write(&files[23], broken(r#""decimals": 2"#, r#""decimals": 3"#)).unwrap();
    check_refused(&count(&files, ""), "23.json: $.contests[2].rule.rate.decimals");
    std::fs::write(&files[23], FILE).unwrap();
    files.insert(30, "-".into());
    check_refused(
        &count(&files, &format!("{FILE}\n\n{}\n{FILE}\n", broken("[2]", "[3]"))),
        r#"-:3: $.sheets[0]["last year"].marks[0]"#,
    );
}
