//! The count file: every rule of `docs/count-file.md` broken once, all kinds written and read back.

mod arbitrary;
mod refused;

use exchange::{CountFileError, read_count_file, write_count_file};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use tally::{Control, ValidIf};

pub use self::arbitrary::{contests, sheets};

const PAGE: &str = include_str!("../../../../../../docs/count-file.md");

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
fn a_blank_section_row_by_row_is_read_and_counted() {
    let by_row = put(example(), "/contests/0/rule/blank_section", json!("by_row"));
    let by_row = put(by_row, "/contests/0/rule/blank_row", json!("for"));
    let by_row = put(by_row, "/contests/0/seats", json!(3));
    let by_row = put(by_row, "/sheets/0/projects/marks", json!(["blank", "blank", "blank"]));
    assert!(read(&by_row).unwrap().contains(r#""valid":3,"void":0"#));
    assert!(read(&by_row).unwrap().contains(r#"{"id":"1","for":3,"#));
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
fn a_recount_may_leave_out_write_ins_and_ruling_but_heed_them() {
    let ruled = put(example(), "/sheets/0/projects/ruling", json!("void"));
    assert!(read(&ruled).unwrap().contains(r#""valid":1,"void":2"#));
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
