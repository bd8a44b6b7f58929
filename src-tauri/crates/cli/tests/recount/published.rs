//! 公布的结果 as count files: what offices published is what the program and the naive count say of
//! a file with those numbers, each test named after its town.

use serde_json::{Value, json};

use crate::{count, naive};

/// More than half of all deputies, at most as many as seats, row by row where nothing is drawn.
fn rule(kind: &str) -> Value {
    let mut rule = json!({
        "threshold": {"base": "all_deputies", "over": [1, 2]},
        "blank_row": "abstain", "blank_section": "valid", "illegible_row": "row"
    });
    if kind != "motion" {
        for (key, word) in [
            ("cap", "at_most"),
            ("over_cap", "section"),
            ("write_ins", "none"),
            ("write_in_unmarked", "for"),
            ("tie", "runoff"),
            ("shortfall", "further"),
        ] {
            rule[key] = word.into();
        }
    }
    rule
}

fn options(rows: usize) -> Value {
    (1..=rows).map(|row| json!({"id": row.to_string(), "name": format!("第{row}项")})).collect()
}

/// A file of one contest: `all` deputies, everybody `present` hands in a sheet; so many sheets of
/// each kind, one letter a row: `o` for, `x` against, `.` blank, a digit a grade.
fn file(contest: &Value, (all, present): (u32, u32), sheets: &[(usize, &str)]) -> Value {
    let mark = |letter: char| match letter {
        'o' => json!("for"),
        'x' => json!("against"),
        '.' => json!("blank"),
        digit => json!(digit.to_digit(10).unwrap()),
    };
    let sheet = |marks: &str| json!({"it": {"marks": marks.chars().map(mark).collect::<Value>()}});
    let sheets: Vec<Value> =
        sheets.iter().flat_map(|(times, marks)| vec![sheet(marks); *times]).collect();
    json!({
        "format": "piaojue.count/1",
        "control": {
            "all_deputies": all, "present": present, "printed": present, "issued": present,
            "spoiled": 0, "returned": sheets.len(),
        },
        "valid_if": "returned_at_most_issued",
        "contests": [contest],
        "sheets": sheets,
    })
}

fn contest(kind: &str, rows: usize, seats: u32) -> Value {
    let mut contest = json!({
        "id": "it", "kind": kind, "title": "公布的结果", "options": options(rows), "rule": rule(kind)
    });
    if kind != "motion" {
        contest["seats"] = seats.into();
    }
    contest
}

fn evaluation(rows: usize, grades: &[u8]) -> Value {
    json!({
        "id": "it", "kind": "evaluation", "title": "公布的结果", "options": options(rows),
        "grades": ["满意", "基本满意", "不满意"],
        "rule": {
            "blank_row": "abstain", "blank_section": "valid", "illegible_row": "row",
            "multi_mark": "void", "rate": {"grades": grades, "base": "returned", "decimals": 2}
        }
    })
}

/// The contest's result, as the program and the naive count both say it.
fn result(file: &Value) -> Value {
    let said = count(&["-"], &format!("{file}\n"));
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert_eq!(said.out.trim_end(), naive::result_line(file));
    let mut result: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(result["vote_valid"], true);
    result["contests"][0].take()
}

fn votes(result: &Value) -> Vec<u64> {
    let rows = result["rows"].as_array().unwrap().iter();
    rows.map(|row| row["for"].as_u64().unwrap()).collect()
}

fn rates(file: &Value) -> Vec<String> {
    let result = result(file);
    let rows = result["rows"].as_array().unwrap().iter();
    rows.map(|row| row["rate"].as_str().unwrap().to_owned()).collect()
}

/// Sheets on which the rows come to these grades, the best ones first in every row.
fn graded(rows: &[[usize; 3]]) -> Vec<(usize, String)> {
    let mark = |[best, good, _]: &[usize; 3], sheet: usize| match sheet {
        sheet if sheet < *best => '0',
        sheet if sheet < best + good => '1',
        _ => '2',
    };
    let sheets: usize = rows[0].iter().sum();
    (0..sheets).map(|sheet| (1, rows.iter().map(|row| mark(row, sheet)).collect())).collect()
}

fn graded_file(rows: &[[usize; 3]], grades: &[u8]) -> Value {
    let sheets = graded(rows);
    let sheets: Vec<(usize, &str)> =
        sheets.iter().map(|(times, marks)| (*times, marks.as_str())).collect();
    let present = u32::try_from(sheets.len()).unwrap();
    file(&evaluation(rows.len(), grades), (present, present), &sheets)
}

#[test]
fn zhanyi_2019() {
    let rows = [[25, 3, 0], [26, 2, 0], [20, 8, 0], [20, 7, 1], [23, 5, 0]];
    for (grade, shares) in [
        (0, ["89.29", "92.86", "71.43", "71.43", "82.14"]),
        (1, ["10.71", "7.14", "28.57", "25.00", "17.86"]),
        (2, ["0.00", "0.00", "0.00", "3.57", "0.00"]),
    ] {
        assert_eq!(rates(&graded_file(&rows, &[grade])), shares);
    }
}

#[test]
fn zhenhai_2021() {
    let rows = [
        [28, 1, 0],
        [20, 8, 1],
        [26, 3, 0],
        [29, 0, 0],
        [17, 11, 1],
        [26, 3, 0],
        [17, 11, 1],
        [28, 1, 0],
    ];
    let result = result(&graded_file(&rows, &[0]));
    for (row, grades) in result["rows"].as_array().unwrap().iter().zip(rows) {
        assert_eq!(row["grades"], json!(grades));
        assert!(row["grades"][0].as_u64().unwrap() * 2 >= 29, "满意 by counts");
    }
}

#[test]
fn chenjiafang_2024() {
    assert_eq!(rates(&graded_file(&[[78, 6, 0]], &[0, 1])), ["100.00"]);
    assert_eq!(rates(&graded_file(&[[78, 6, 0]], &[0])), ["92.86"]);
}

#[test]
fn siping_2023() {
    let mut one_of_two = contest("selection", 2, 1);
    one_of_two["rule"]["threshold"] = Value::Null;
    let result = result(&file(&one_of_two, (45, 45), &[(42, "ox"), (3, "xo")]));
    assert_eq!((votes(&result), &result["elected"]), (vec![42, 3], &json!(["1"])));
}

#[test]
fn beipo_2019() {
    let result = result(&file(&contest("selection", 7, 7), (51, 51), &[(51, "ooooooo")]));
    assert_eq!(votes(&result), [51; 7]);
    assert_eq!(
        (result["elected"].as_array().unwrap().len(), &result["seats_left"]),
        (7, &json!(0))
    );
}

#[test]
fn baishabu_2021() {
    let sheets = [(31, "ooox"), (22, "ooxo"), (10, "oxxo")];
    let result = result(&file(&contest("selection", 4, 3), (63, 63), &sheets));
    assert_eq!((votes(&result), &result["needed"]), (vec![63, 53, 31, 32], &json!(32)));
    assert_eq!(result["elected"], json!(["1", "2", "4"]));
}

#[test]
fn dongyang_2017() {
    for (for_, against) in [(281, 1), (276, 6)] {
        let sheets = [(for_, "o"), (against, "x")];
        assert_eq!(result(&file(&contest("motion", 1, 0), (282, 282), &sheets))["passed"], true);
    }
}

#[test]
fn houjie_by_election_and_sanhe_mayor() {
    for (all, present, needed) in [(102, 90, 52), (57, 53, 29)] {
        let sheets = [(usize::try_from(present).unwrap(), "o")];
        let result = result(&file(&contest("election", 1, 1), (all, present), &sheets));
        assert_eq!((&result["needed"], &result["elected"]), (&json!(needed), &json!(["1"])));
    }
}

#[test]
fn who_agrees_draws_nothing() {
    let mut draws_nothing = contest("motion", 1, 0);
    draws_nothing["rule"]["blank_row"] = json!("for");
    let with = |blank_section: &str| {
        let mut contest = draws_nothing.clone();
        contest["rule"]["blank_section"] = blank_section.into();
        let result = result(&file(&contest, (58, 56), &[(40, "."), (16, "x")]));
        let row = &result["rows"][0];
        let counts = ["for", "against", "abstain"].map(|word| row[word].as_u64().unwrap());
        (counts, result["passed"].as_bool().unwrap(), result["needed"].as_u64().unwrap())
    };
    assert_eq!(with("by_row"), ([40, 16, 0], true, 30));
    assert_eq!(with("valid"), ([0, 16, 40], false, 30), "an old file keeps its meaning");
}
