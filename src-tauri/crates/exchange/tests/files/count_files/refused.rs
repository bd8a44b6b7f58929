//! Every rule of the page broken once, and the place that is named.

use exchange::count_file::CountFileFault;
use exchange::read_count_file;
use serde_json::{Value, json};

use super::{evaluation, example, motion, put, read, seats_rule, without};

#[test]
fn every_key_of_a_selection_is_required() {
    for pointer in [
        "/format",
        "/control",
        "/valid_if",
        "/contests",
        "/sheets",
        "/control/all_deputies",
        "/control/present",
        "/control/printed",
        "/control/issued",
        "/control/spoiled",
        "/control/returned",
        "/contests/0/id",
        "/contests/0/kind",
        "/contests/0/title",
        "/contests/0/seats",
        "/contests/0/options",
        "/contests/0/rule",
        "/contests/0/options/0/id",
        "/contests/0/options/0/name",
        "/contests/0/rule/threshold",
        "/contests/0/rule/cap",
        "/contests/0/rule/over_cap",
        "/contests/0/rule/blank_row",
        "/contests/0/rule/blank_section",
        "/contests/0/rule/illegible_row",
        "/contests/0/rule/write_ins",
        "/contests/0/rule/write_in_unmarked",
        "/contests/0/rule/tie",
        "/contests/0/rule/shortfall",
        "/contests/0/rule/threshold/base",
        "/contests/0/rule/threshold/over",
        "/sheets/0/projects",
        "/sheets/0/projects/marks",
    ] {
        assert!(read(&without(example(), pointer)).is_err(), "{pointer}");
        assert!(read(&put(example(), pointer, json!(["x"]))).is_err(), "{pointer}");
    }
}

#[test]
fn every_key_of_an_evaluation_and_a_motion_is_required() {
    for key in [
        "grades",
        "rule/blank_row",
        "rule/blank_section",
        "rule/illegible_row",
        "rule/multi_mark",
        "rule/rate",
        "rule/rate/base",
    ] {
        assert!(read(&without(evaluation(), &format!("/contests/0/{key}"))).is_err(), "{key}");
    }
    for key in ["threshold", "blank_row", "blank_section", "illegible_row"] {
        assert!(read(&without(motion(), &format!("/contests/0/rule/{key}"))).is_err(), "{key}");
    }
}

#[test]
fn keys_of_another_kind_are_refused_where_they_stand() {
    let rate = json!({"grades": [0], "base": "valid", "decimals": 0});
    let mut refused = vec![
        (example(), "multi_mark", json!("void")),
        (example(), "rate", rate.clone()),
        (motion(), "multi_mark", json!("void")),
        (motion(), "rate", rate),
        (evaluation(), "threshold", json!(null)),
    ];
    for key in ["cap", "over_cap", "write_ins", "write_in_unmarked", "tie", "shortfall"] {
        refused.extend([
            (evaluation(), key, seats_rule()[key].clone()),
            (motion(), key, seats_rule()[key].clone()),
        ]);
    }
    for (file, key, value) in refused {
        let error = read(&put(file, &format!("/contests/0/rule/{key}"), value)).unwrap_err();
        assert_eq!(error.path, format!("$.contests[0].rule.{key}"));
        assert!(matches!(error.reason, CountFileFault::NotHere { .. }), "{error}");
    }
    for (file, key, value) in [
        (evaluation(), "seats", json!(1)),
        (motion(), "seats", json!(1)),
        (example(), "grades", json!(["a", "b"])),
        (motion(), "grades", json!(["a", "b"])),
    ] {
        let error = read(&put(file, &format!("/contests/0/{key}"), value)).unwrap_err();
        assert_eq!(
            (error.path, matches!(error.reason, CountFileFault::NotHere { .. })),
            (format!("$.contests[0].{key}"), true)
        );
    }
    for file in [evaluation(), motion()] {
        let error = read(&put(file, "/sheets/0/projects/write_ins", json!([]))).unwrap_err();
        assert_eq!(error.path, "$.sheets[0].projects.write_ins");
    }
}

/// The example with one value put in the place of another, and the path it is refused with.
fn refused_at(cases: impl IntoIterator<Item = (&'static str, Value, &'static str)>) {
    for (pointer, value, path) in cases {
        let error = read(&put(example(), pointer, value.clone())).unwrap_err();
        assert_eq!(error.path, path, "{pointer} = {value}: {error}");
    }
}

#[test]
fn what_breaks_a_rule_is_refused_with_its_path() {
    refused_at([
        ("/format", json!("piaojue.count/2"), "$.format"),
        ("/control/all_deputies", json!(0), "$.control.all_deputies"),
        ("/control/present", json!(5), "$.control.present"),
        ("/control/printed", json!(1_000_001), "$.control.printed"),
        ("/control/issued", json!(-1), "$.control.issued"),
        ("/control/issued", json!(4.0), "$.control.issued"),
        ("/control/issued", json!("4"), "$.control.issued"),
        ("/control/spoiled", json!(null), "$.control.spoiled"),
        ("/control/returned", json!(4), "$.sheets"),
        ("/control/extra", json!(4), "$.control.extra"),
        ("/valid_if", json!("always"), "$.valid_if"),
        ("/comment", json!("?"), "$.comment"),
    ]);
}

#[test]
fn what_breaks_a_rule_of_contests_is_refused_with_its_path() {
    refused_at([
        ("/contests/0/kind", json!("raffle"), "$.contests[0].kind"),
        ("/contests/0/seats", json!(0), "$.contests[0].seats"),
        ("/contests/0/seats", json!(null), "$.contests[0].seats"),
        ("/contests/0/options", json!([]), "$.contests[0].options"),
        ("/contests/0/options/1/id", json!("1"), "$.contests[0].options[1].id"),
        ("/contests/0/options/1/note", json!("1"), "$.contests[0].options[1].note"),
        ("/contests/0/rule/threshold", json!({"base": "valid"}), "$.contests[0].rule.threshold"),
        (
            "/contests/0/rule/threshold",
            json!({"base": "valid", "over": [1, 2], "at_least": [1, 2]}),
            "$.contests[0].rule.threshold",
        ),
        ("/contests/0/rule/threshold/over", json!([2, 1]), "$.contests[0].rule.threshold.over"),
        ("/contests/0/rule/threshold/over", json!([0, 0]), "$.contests[0].rule.threshold.over"),
        ("/contests/0/rule/threshold/over", json!([1, 2, 3]), "$.contests[0].rule.threshold.over"),
        ("/contests/0/rule/threshold/over", json!(null), "$.contests[0].rule.threshold.over"),
        ("/contests/0/rule/cap", json!("some"), "$.contests[0].rule.cap"),
        ("/contests/0/rule/cap", json!(null), "$.contests[0].rule.cap"),
        ("/contests/0/rule/colour", json!("red"), "$.contests[0].rule.colour"),
    ]);
    assert_eq!(
        read(&put(
            motion(),
            "/contests/0/options",
            json!([{"id": "1", "name": "a"}, {"id": "2", "name": "b"}])
        ))
        .unwrap_err()
        .path,
        "$.contests[0].options"
    );
}

#[test]
fn what_breaks_a_rule_of_sheets_is_refused_with_its_path() {
    refused_at([
        ("/sheets/1/projects/marks", json!(["for", "for"]), "$.sheets[1].projects.marks"),
        ("/sheets/1/projects/marks/2", json!("maybe"), "$.sheets[1].projects.marks[2]"),
        ("/sheets/1/projects/marks/2", json!("multiple"), "$.sheets[1].projects.marks[2]"),
        ("/sheets/1/projects/marks/2", json!(0), "$.sheets[1].projects.marks[2]"),
        ("/sheets/1/projects/ruling", json!("valid"), "$.sheets[1].projects.ruling"),
        ("/sheets/1/projects/ruling", json!(null), "$.sheets[1].projects.ruling"),
        ("/sheets/1/projects/write_ins", json!(null), "$.sheets[1].projects.write_ins"),
        (
            "/sheets/1/projects/write_ins",
            json!([{"name": "王芳"}]),
            "$.sheets[1].projects.write_ins[0]",
        ),
        (
            "/sheets/1/projects/write_ins",
            json!([{"name": "王芳", "mark": "against"}]),
            "$.sheets[1].projects.write_ins[0].mark",
        ),
        ("/sheets/1/chair.x", json!({"marks": []}), "$.sheets[1][\"chair.x\"]"),
        ("/sheets/1", json!({}), "$.sheets[1]"),
        ("/sheets/1", json!([]), "$.sheets[1]"),
    ]);
}

#[test]
fn an_evaluation_keeps_to_its_grades() {
    for (pointer, value, path) in [
        ("/contests/0/grades", json!(["满意"]), "$.contests[0].grades"),
        ("/contests/0/grades", json!(["1", "2", "3", "4", "5", "6"]), "$.contests[0].grades"),
        ("/contests/0/rule/blank_row", json!("for"), "$.contests[0].rule.blank_row"),
        ("/contests/0/rule/rate/grades", json!([0, 3]), "$.contests[0].rule.rate.grades[1]"),
        ("/contests/0/rule/rate/grades", json!([1, 1]), "$.contests[0].rule.rate.grades[1]"),
        ("/contests/0/rule/rate/decimals", json!(3), "$.contests[0].rule.rate.decimals"),
        ("/sheets/0/projects/marks/0", json!(3), "$.sheets[0].projects.marks[0]"),
        ("/sheets/0/projects/marks/0", json!(-1), "$.sheets[0].projects.marks[0]"),
        ("/sheets/0/projects/marks/0", json!(256), "$.sheets[0].projects.marks[0]"),
        ("/sheets/0/projects/marks/0", json!("for"), "$.sheets[0].projects.marks[0]"),
    ] {
        let error = read(&put(evaluation(), pointer, value.clone())).unwrap_err();
        assert_eq!(error.path, path, "{pointer} = {value}: {error}");
    }
}

#[test]
fn ids_of_contests_are_unique() {
    let mut file = example();
    let again = file["contests"][0].clone();
    file["contests"].as_array_mut().unwrap().push(again);
    let error = read(&file).unwrap_err();
    assert_eq!(
        (error.path.as_str(), error.reason),
        ("$.contests[1].id", CountFileFault::Twice { value: "\"projects\"".into() })
    );
}

#[test]
fn at_most_five_hundred_options_and_numbers_up_to_a_million() {
    let options = |count: u32| {
        (1..=count)
            .map(|number| json!({"id": number.to_string(), "name": "项目"}))
            .collect::<Value>()
    };
    let file = |count: u32| {
        let file = put(example(), "/contests/0/options", options(count));
        put(put(file, "/sheets", json!([])), "/control/returned", json!(0))
    };
    assert!(read(&file(500)).is_ok());
    assert_eq!(read(&file(501)).unwrap_err().path, "$.contests[0].options");
    assert!(read(&put(example(), "/control/printed", json!(1_000_000))).is_ok());
}

#[test]
fn a_key_that_stands_twice_is_refused_everywhere() {
    let text = example().to_string();
    for (from, to, path) in [
        (r#""present":4"#, r#""present":4,"present":4"#, "$.control"),
        (r#""seats":2"#, r#""seats":2,"seats":2"#, "$.contests[0]"),
        (r#""cap":"at_most""#, r#""cap":"at_most","cap":"none""#, "$.contests[0].rule"),
        (
            r#"{"projects":{"marks":["for","against","blank"]}}"#,
            r#"{"projects":{"marks":["for","for","for"]},"projects":{"marks":["for","against","blank"]}}"#,
            "$.sheets[0]",
        ),
    ] {
        let doubled = text.replacen(from, to, 1);
        assert_ne!(doubled, text, "{from}");
        let error = read_count_file(doubled.as_bytes()).unwrap_err();
        assert!(error.path.starts_with(path), "{error}");
        assert!(error.to_string().contains("duplicate field"), "{error}");
    }
}

#[test]
fn a_list_is_no_object_and_an_object_is_no_word() {
    let text = example().to_string();
    for (from, to, path) in [
        (
            r#"{"all_deputies":4,"issued":4,"present":4,"printed":6,"returned":3,"spoiled":0}"#,
            "[4,4,6,4,0,3]",
            "$.control",
        ),
        (
            r#"{"id":"1","name":"通村公路硬化"}"#,
            r#"["1","通村公路硬化"]"#,
            "$.contests[0].options[0]",
        ),
        (
            r#"{"marks":["for","against","blank"]}"#,
            r#"[["for","against","blank"]]"#,
            "$.sheets[0].projects",
        ),
        (
            r#""write_ins":[]"#,
            r#""write_ins":[["王芳","for"]]"#,
            "$.sheets[1].projects.write_ins[0]",
        ),
        (r#""cap":"at_most""#, r#""cap":{"at_most":null}"#, "$.contests[0].rule.cap"),
        (r#""kind":"selection""#, r#""kind":{"selection":null}"#, "$.contests[0].kind"),
        (
            r#""valid_if":"returned_at_most_issued""#,
            r#""valid_if":{"returned_at_most_issued":null}"#,
            "$.valid_if",
        ),
        (
            r#""base":"all_deputies""#,
            r#""base":{"all_deputies":null}"#,
            "$.contests[0].rule.threshold.base",
        ),
        (
            r#""marks":["for","against""#,
            r#""marks":["for",{"against":null}"#,
            "$.sheets[0].projects.marks[1]",
        ),
    ] {
        let other = text.replacen(from, to, 1);
        assert_ne!(other, text, "{from}");
        let error = read_count_file(other.as_bytes()).unwrap_err();
        assert_eq!(error.path, path, "{error}");
        assert!(error.to_string().contains("invalid type"), "{error}");
    }
}

#[test]
fn a_file_is_no_list() {
    let file: Vec<Value> = ["format", "control", "valid_if", "contests", "sheets"]
        .map(|key| example()[key].clone())
        .to_vec();
    assert_eq!(read_count_file(Value::from(file).to_string().as_bytes()).unwrap_err().path, "$");
}

#[test]
fn what_is_no_json_is_refused_on_one_line() {
    let file = example().to_string();
    for text in [
        "",
        "[]",
        "null",
        "{",
        &format!("{file} {file}"),
        &format!("{file}x"),
        &file.replacen("projects", "pro\njects", 1),
        &format!("{{\"a\\nb\":1,{}", &file[1..]),
    ] {
        let error = read_count_file(text.as_bytes()).unwrap_err();
        assert!(error.path.starts_with('$') && !error.to_string().contains('\n'), "{error}");
    }
    assert!(read_count_file(b"\xFF\xFE{}").is_err());
}
