//! The count file: every rule of `docs/count-file.md` broken once, all kinds written and read back.

use exchange::count_file::CountFileFault;
use exchange::{CountFileError, read_count_file, write_count_file};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use tally::{
    Base, BlankRow, BlankSection, Cap, Contest, ContestOption, Control, EvaluationRule, Fraction,
    IllegibleRow, Kind, Least, Mark, MotionRule, MultiMark, OverCap, Rate, SeatsRule, Section,
    SectionRuling, Sheet, Shortfall, Threshold, TieRule, ValidIf, WriteIn, WriteInMark,
    WriteInUnmarked, WriteIns,
};

const PAGE: &str = include_str!("../../../../../docs/count-file.md");

/// The objects written out in `docs/count-file.md`, in order.
fn page_objects() -> Vec<Value> {
    let blocks = PAGE.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.map(|block| serde_json::from_str(block).unwrap()).collect()
}

/// The example of `docs/count-file.md`.
pub fn example() -> Value {
    page_objects().swap_remove(0)
}

fn seats_rule() -> Value {
    json!({
        "threshold": {"base": "all_deputies", "over": [1, 2]},
        "cap": "at_most", "over_cap": "section",
        "blank_row": "abstain", "blank_section": "valid", "illegible_row": "row",
        "write_ins": "none", "write_in_unmarked": "for",
        "tie": "runoff", "shortfall": "further"
    })
}

fn evaluation() -> Value {
    let mut file = example();
    file["contests"] = json!([{
        "id": "projects", "kind": "evaluation", "title": "满意度测评", "grades": ["满意", "基本满意", "不满意"],
        "options": [{"id": "1", "name": "道路"}, {"id": "2", "name": "堤防"}],
        "rule": {
            "blank_row": "abstain", "blank_section": "valid", "illegible_row": "row", "multi_mark": "void",
            "rate": {"grades": [0, 1], "base": "valid", "decimals": 2}
        }
    }]);
    file["sheets"] = json!([
        {"projects": {"marks": [0, 2]}}, {"projects": {"marks": ["multiple", 1]}}, {"projects": {"marks": ["blank", "abstain"]}}
    ]);
    file
}

fn motion() -> Value {
    let mut file = example();
    file["contests"] = json!([{
        "id": "projects", "kind": "motion", "title": "关于预算的决议", "options": [{"id": "1", "name": "决议草案"}],
        "rule": {"threshold": null, "blank_row": "for", "blank_section": "void", "illegible_row": "section"}
    }]);
    file["sheets"] = json!([{"projects": {"marks": ["for"]}}, {"projects": {"marks": ["against"]}}, {"projects": {"marks": ["for"]}}]);
    file
}

fn read(file: &Value) -> Result<String, CountFileError> {
    read_count_file(file.to_string().as_bytes()).map(|read| read.count().unwrap())
}

fn put(mut file: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match key.parse::<usize>() {
        Ok(index) => parent[index] = value,
        Err(_) => parent[key] = value,
    }
    file
}

fn without(mut file: Value, pointer: &str) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    file
}

#[test]
fn the_example_counts_to_the_documented_line() {
    let expected = concat!(
        r#"{"format":"piaojue.result/1","quorum":{"needed":3,"met":true},"vote_valid":true,"contests":[{"id":"projects","#,
        r#""valid":2,"void":1,"flagged":0,"needed":3,"rows":["#,
        r#"{"id":"1","for":2,"against":0,"abstain":0,"void":0,"reached":false},"#,
        r#"{"id":"2","for":1,"against":1,"abstain":0,"void":0,"reached":false},"#,
        r#"{"id":"3","for":0,"against":0,"abstain":1,"void":1,"reached":false}],"#,
        r#""write_ins":[],"elected":[],"tied":[],"seats_left":2,"next":"further"}]}"#
    );
    assert_eq!(read(&example()).unwrap(), expected);
}

#[test]
fn the_page_states_the_result_of_its_example() {
    let counted: Value = serde_json::from_str(&read(&example()).unwrap()).unwrap();
    assert_eq!(counted, page_objects()[1]);
}

#[test]
fn evaluations_and_motions_have_their_own_keys() {
    let expected = concat!(
        r#"{"format":"piaojue.result/1","quorum":{"needed":3,"met":true},"vote_valid":true,"contests":[{"id":"projects","#,
        r#""valid":3,"void":0,"flagged":0,"rows":[{"id":"1","grades":[1,0,0],"abstain":1,"void":1,"rate":"50.00"},"#,
        r#"{"id":"2","grades":[0,1,1],"abstain":1,"void":0,"rate":"33.33"}]}]}"#
    );
    assert_eq!(read(&evaluation()).unwrap(), expected);
    let expected = concat!(
        r#"{"format":"piaojue.result/1","quorum":{"needed":3,"met":true},"vote_valid":true,"contests":[{"id":"projects","#,
        r#""valid":3,"void":0,"flagged":0,"needed":null,"rows":[{"id":"1","for":2,"against":1,"abstain":0,"void":0,"reached":true}],"#,
        r#""write_ins":[],"passed":true}]}"#
    );
    assert_eq!(read(&motion()).unwrap(), expected);
}

#[test]
fn a_void_vote_is_not_counted() {
    let more_than_issued = put(example(), "/control/issued", json!(2));
    assert!(read(&more_than_issued).unwrap().ends_with(r#""vote_valid":false,"contests":[]}"#));
    let no_quorum = put(example(), "/control/present", json!(2));
    assert!(
        read(&no_quorum).unwrap().contains(r#""met":false},"vote_valid":false,"contests":[]}"#)
    );
}

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

#[test]
fn what_breaks_a_rule_is_refused_with_its_path() {
    for (pointer, value, path) in [
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
    ] {
        let error = read(&put(example(), pointer, value.clone())).unwrap_err();
        assert_eq!(error.path, path, "{pointer} = {value}: {error}");
    }
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

#[test]
fn a_recount_may_leave_out_write_ins_and_ruling_but_heed_them() {
    let ruled = put(example(), "/sheets/0/projects/ruling", json!("void"));
    assert!(read(&ruled).unwrap().contains(r#""valid":1,"void":2"#));
}

fn options(count: usize) -> Vec<ContestOption> {
    (1..=count)
        .map(|number| ContestOption {
            id: number.to_string().as_str().into(),
            name: format!("选项{number}"),
        })
        .collect()
}

fn thresholds() -> impl Strategy<Value = Option<Threshold>> {
    let base = select(vec![Base::AllDeputies, Base::Present, Base::Returned, Base::Valid]);
    let fraction = (1_u32..100)
        .prop_flat_map(|q| (0..=q, Just(q)))
        .prop_map(|(p, q)| Fraction::new(p, q).unwrap());
    let some = (base, fraction, any::<bool>()).prop_map(|(base, fraction, over)| Threshold {
        base,
        least: if over { Least::Over(fraction) } else { Least::AtLeast(fraction) },
    });
    proptest::option::of(some)
}

fn seats_rules() -> impl Strategy<Value = SeatsRule> {
    let cap = (
        select(vec![Cap::AtMost, Cap::Exactly, Cap::None]),
        select(vec![OverCap::Section, OverCap::Sheet, OverCap::Flag]),
    );
    let blank = (
        select(vec![BlankRow::Abstain, BlankRow::Void, BlankRow::For]),
        select(vec![BlankSection::Valid, BlankSection::Void]),
    );
    let write_ins = (
        select(vec![WriteIns::None, WriteIns::NeedsAgainst, WriteIns::Allowed]),
        select(vec![WriteInUnmarked::For, WriteInUnmarked::Void]),
    );
    let end = (
        select(vec![TieRule::Runoff, TieRule::Presidium, TieRule::AllIn, TieRule::BallotOrder]),
        select(vec![Shortfall::Further, Shortfall::Accept]),
    );
    let illegible = select(vec![IllegibleRow::Row, IllegibleRow::Section]);
    (1_u32..6, thresholds(), cap, blank, illegible, write_ins, end).prop_map(
        |(seats, threshold, cap, blank, illegible_row, write_ins, end)| SeatsRule {
            seats: seats.try_into().unwrap(),
            threshold,
            cap: cap.0,
            over_cap: cap.1,
            blank_row: blank.0,
            blank_section: blank.1,
            illegible_row,
            write_ins: write_ins.0,
            write_in_unmarked: write_ins.1,
            tie: end.0,
            shortfall: end.1,
        },
    )
}

fn evaluation_rule() -> EvaluationRule {
    EvaluationRule {
        grades: vec!["满意".into(), "基本满意".into(), "不满意".into()],
        blank_row: BlankRow::Void,
        blank_section: BlankSection::Void,
        illegible_row: IllegibleRow::Section,
        multi_mark: MultiMark::Abstain,
        rate: Rate { grades: vec![0, 1], base: Base::Present, decimals: 1 },
    }
}

pub fn contests() -> impl Strategy<Value = Vec<Contest>> {
    (seats_rules(), seats_rules(), thresholds()).prop_map(|(selection, election, threshold)| {
        let motion = MotionRule {
            threshold,
            blank_row: BlankRow::Void,
            blank_section: BlankSection::Valid,
            illegible_row: IllegibleRow::Row,
        };
        let contest = |id: &str, count, kind| Contest {
            id: id.into(),
            title: format!("标题“{id}”"),
            options: options(count),
            kind,
        };
        vec![
            contest("projects", 4, Kind::Selection(selection)),
            contest("副镇长 \"2\".\n", 3, Kind::Election(election)),
            contest("测评", 2, Kind::Evaluation(evaluation_rule())),
            contest("motion", 1, Kind::Motion(motion)),
        ]
    })
}

pub fn sheets(count: usize) -> impl Strategy<Value = Vec<Sheet>> {
    let votes = select(vec![Mark::For, Mark::Against, Mark::Abstain, Mark::Blank, Mark::Illegible]);
    let grades =
        select(vec![Mark::Grade(0), Mark::Grade(1), Mark::Grade(2), Mark::Multiple, Mark::Blank]);
    let write_in = (
        select(vec!["王芳", "选项1", " 买买提·艾力"]),
        select(vec![WriteInMark::For, WriteInMark::Blank]),
    );
    let write_ins =
        vec(write_in.prop_map(|(name, mark)| WriteIn { name: name.into(), mark }), 0..3);
    let ruling = proptest::option::weighted(0.1, Just(SectionRuling::Void));
    let sheet =
        (vec(votes.clone(), 4), vec(votes.clone(), 3), vec(grades, 2), votes, write_ins, ruling);
    let sheet = sheet.prop_map(|(selection, election, evaluation, motion, write_ins, ruling)| {
        let plain = |marks| Section { marks, ..Section::default() };
        vec![
            Section { ruling, ..plain(selection) },
            Section { write_ins, ..plain(election) },
            plain(evaluation),
            plain(vec![motion]),
        ]
    });
    vec(sheet, count)
}

proptest! {
    #[test]
    fn every_kind_survives_writing_and_reading(contests in contests(), sheets in sheets(5), valid_if in select(vec![ValidIf::ReturnedAtMostIssued, ValidIf::ReturnedAtMostPresent, ValidIf::ReturnedEqualsIssued])) {
        let control = Control { all_deputies: 7, present: 6, printed: 9, issued: 6, spoiled: 1, returned: 5 };
        let text = write_count_file(&contests, &control, valid_if, &sheets).unwrap();
        let read = read_count_file(text.as_bytes()).unwrap();
        prop_assert_eq!(&read.contests, &contests);
        prop_assert_eq!(&read.sheets, &sheets);
        prop_assert_eq!((read.control, read.valid_if), (control, valid_if));
        let line = read.count().unwrap();
        let format_first = line.starts_with(r#"{"format":"piaojue.result/1","quorum":"#);
        prop_assert!(format_first && !line.contains('\n'));
    }

    #[test]
    fn no_text_makes_the_reader_panic(noise in "\\PC{0,40}", place in 0_usize..900) {
        let mut text = example().to_string();
        let place = (0..=place.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        text.insert_str(place, &noise);
        let _ = read_count_file(text.as_bytes());
    }
}
