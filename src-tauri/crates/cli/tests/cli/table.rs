//! `table`: what a list would come to, and what is wrong with it, as JSON.

use std::path::PathBuf;

use serde_json::Value;

use super::{run, run_reading};

fn case(name: &str) -> PathBuf {
    let cases = "../exchange/tests/files/data/tables";
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(cases).join(name)
}

fn table(list: &str, file: &str) -> (i32, Value) {
    let file = case(file);
    let said = run(&["table".as_ref(), list.as_ref(), file.as_os_str()]);
    assert_eq!(said.err, "");
    (said.status, serde_json::from_str(&said.out).unwrap())
}

#[test]
fn a_clean_list_is_its_rows() {
    let (status, said) = table("deputies", "代表名册.xlsx");
    assert_eq!(status, 0);
    assert_eq!(said["rows"].as_array().unwrap().len(), 70);
    assert_eq!(said["rows"][0]["姓名"], "高德福");
    assert_eq!(said["faults"], Value::Array(Vec::new()));
}

#[test]
fn a_fault_has_its_line_column_code_and_sentence() {
    let (status, said) = table("deputies", "30-crlf-line-number.csv");
    assert_eq!(status, 2);
    let fault = &said["faults"][0];
    assert_eq!((fault["line"].as_u64(), fault["column"].as_str()), (Some(4), Some("姓名")));
    assert_eq!(fault["code"], "missing");
    assert_eq!(fault["sentence"], "第4行“姓名”是空的。请补上，或删去这一行");
}

#[test]
fn a_file_that_cannot_be_read_has_no_rows_and_one_fault() {
    for (list, file) in [
        ("deputies", "01-unclosed-quote.csv"),
        ("observers", "08-cut-in-a-character.csv"),
        ("projects", "no-such-file.xlsx"),
    ] {
        let (status, said) = table(list, file);
        assert_eq!(status, 2, "{file}");
        assert_eq!(said["rows"], Value::Array(Vec::new()), "{file}");
        assert_eq!(said["faults"].as_array().unwrap().len(), 1, "{file}");
    }
}

#[test]
fn every_list_reads_standard_input_and_speaks_english() {
    for list in [
        "deputies",
        "observers",
        "staff",
        "candidates",
        "projects",
        "last-year",
        "motions",
        "proposals",
        "activities",
    ] {
        let said = run_reading(&["table", list, "-", "--lang", "en"], "甲,乙\n1,2\n");
        assert_eq!(said.status, 2);
        let said: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(said["faults"][0]["code"], "no_heading");
        let sentence = said["faults"][0]["sentence"].as_str().unwrap();
        assert!(sentence.starts_with("no row has the headings"), "{sentence}");
    }
}

#[test]
fn candidates_and_proposals_are_keyed_by_our_headings() {
    let candidates = "候选人姓名,性别,出生年月,现任职务,预选得票\n王 芳,女,1985.03,镇长,40\n";
    let said = run_reading(&["table", "candidates", "-"], candidates);
    let said: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(said["rows"][0]["姓名"], "王芳");
    assert_eq!(said["rows"][0]["出生年月"], "1985年3月");
    let proposals = "编号,案由,领衔代表,附议代表\n1,关于修路的建议,田 富,王芳、赵强\n";
    let said = run_reading(&["table", "proposals", "-"], proposals);
    let said: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(said["rows"][0]["标题"], "关于修路的建议");
    assert_eq!(said["rows"][0]["附议人"], "王芳、赵强");
}
