//! NIST SP 1500-103: valid against the published schema, the same round when read again, the same
//! count when added up by a stranger.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use exchange::{CdfFault, CountFile, read_cdf, read_count_file, write_cdf};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use serde_json::{Value, json};
use tally::{Contest, ContestResult, Control, Kind, Sheet, ValidIf};

use crate::count_files::{contests, example, sheets};
use crate::schema::{faults_of_report, ids_and_references};

const WHEN: &str = "2026-01-16T10:30:00+08:00";

fn written(file: &CountFile) -> String {
    write_cdf(file, DateTime::parse_from_rfc3339(WHEN).unwrap()).unwrap()
}

fn example_file() -> CountFile {
    read_count_file(example().to_string().as_bytes()).unwrap()
}

fn example_report() -> Value {
    serde_json::from_str(&written(&example_file())).unwrap()
}

fn refusal(report: &Value) -> (String, CdfFault) {
    let error = read_cdf(report.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.to_string().lines().count(), 1);
    (error.path, error.reason)
}

/// A file of five sheets with a contest of every kind.
fn file(contests: Vec<Contest>, sheets: Vec<Sheet>, valid_if: ValidIf) -> CountFile {
    CountFile {
        control: Control {
            all_deputies: 7,
            present: 6,
            printed: 9,
            issued: 6,
            spoiled: 1,
            returned: 5,
        },
        valid_if,
        contests,
        sheets,
    }
}

/// Adds up votes as any reader of the format would: those of the current snapshot that are
/// allocable, by selection.
fn added_up(report: &Value) -> BTreeMap<String, u64> {
    let mut votes = BTreeMap::new();
    for cvr in report["CVR"].as_array().unwrap() {
        let current = cvr["CVRSnapshot"]
            .as_array()
            .unwrap()
            .iter()
            .find(|snapshot| snapshot["@id"] == cvr["CurrentSnapshotId"])
            .unwrap();
        let sections = current["CVRContest"].as_array().unwrap().iter();
        for row in
            sections.filter_map(|section| section["CVRContestSelection"].as_array()).flatten()
        {
            for position in row["SelectionPosition"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|position| position["IsAllocable"] == "yes")
            {
                let id = row["ContestSelectionId"].as_str().unwrap();
                *votes.entry(id.to_owned()).or_default() +=
                    position["NumberVotes"].as_u64().unwrap();
            }
        }
    }
    votes
}

/// What our own count has for every selection that has a vote.
fn counted(file: &CountFile) -> BTreeMap<String, u64> {
    let mut votes = BTreeMap::new();
    for (index, contest) in file.tally().contests.iter().enumerate() {
        let mut put = |option: usize, word: &str, number: u32| {
            if number > 0 {
                votes.insert(
                    format!("contest-{}-option-{}{word}", index + 1, option + 1),
                    u64::from(number),
                );
            }
        };
        match contest {
            ContestResult::Seats(result) => {
                result.rows.iter().enumerate().for_each(|(option, row)| put(option, "", row.for_));
                let written: u64 = result.write_ins.iter().map(|name| u64::from(name.for_)).sum();
                if written > 0 {
                    votes.insert(format!("contest-{}-write-in", index + 1), written);
                }
            }
            ContestResult::Motion(result) => {
                for (option, row) in result.rows.iter().enumerate() {
                    put(option, "-for", row.for_);
                    put(option, "-against", row.against);
                    put(option, "-abstain", row.abstain);
                }
            }
            ContestResult::Evaluation(result) => {
                result.rows.iter().enumerate().for_each(|(option, row)| {
                    row.grades
                        .iter()
                        .enumerate()
                        .for_each(|(grade, number)| put(option, &format!("-{grade}"), *number));
                    put(option, "-abstain", row.abstain);
                });
            }
        }
    }
    votes
}

#[test]
fn the_example_of_the_count_file_is_a_valid_report() {
    let report = example_report();
    assert_eq!(faults_of_report(&report), Vec::<String>::new());
    assert_eq!(report["GeneratedDate"], WHEN);
    assert_eq!(report["CVR"].as_array().unwrap().len(), 3);
    let statuses: Vec<&Value> = (0..3)
        .map(|sheet| &report["CVR"][sheet]["CVRSnapshot"][1]["CVRContest"][0]["Status"])
        .collect();
    assert_eq!(
        statuses,
        [&json!(["undervoted"]), &Value::Null, &json!(["invalidated-rules", "overvoted"])]
    );
}

#[test]
fn the_checker_of_the_schema_sees_what_is_wrong() {
    let mut report = example_report();
    report["Election"][0]["Contest"][0]["Quorum"] = json!(39);
    report["CVR"][0].as_object_mut().unwrap().remove("ElectionId");
    report["Version"] = json!("2.0.0");
    report["CVR"][1]["CVRSnapshot"][0]["Type"] = json!(1);
    assert_eq!(faults_of_report(&report).len(), 5, "{:?}", faults_of_report(&report));
}

#[test]
fn a_report_read_again_is_the_same_round() {
    assert_eq!(read_cdf(written(&example_file()).as_bytes()).unwrap(), example_file());
}

#[test]
fn a_ballot_without_a_contest_cannot_be_a_report() {
    let nothing = CountFile { contests: Vec::new(), sheets: Vec::new(), ..example_file() };
    let error = write_cdf(&nothing, DateTime::parse_from_rfc3339(WHEN).unwrap()).unwrap_err();
    assert_eq!((error.path.as_str(), error.reason), ("$.Election[0].Contest", CdfFault::NoContest));
}

#[test]
fn a_report_of_another_program_is_refused_because_its_rules_are_not_known() {
    let mut report = example_report();
    report["Election"][0]["Code"] = json!([]);
    assert_eq!(refusal(&report), ("$.Election[0].Code".to_owned(), CdfFault::NoRules));
}

#[test]
fn what_another_program_changed_or_added_is_refused_where_it_stands() {
    let changed = |pointer: &str, value: Value| {
        let mut report = example_report();
        *report.pointer_mut(pointer).unwrap() = value;
        refusal(&report)
    };
    let original = "/CVR/1/CVRSnapshot/0/CVRContest/0";
    let differs = |path: &str| (path.to_owned(), CdfFault::Differs);
    assert_eq!(
        changed(
            &format!("{original}/CVRContestSelection/0/SelectionPosition/0/NumberVotes"),
            json!(2)
        ),
        differs("$.CVR[1]")
    );
    assert_eq!(changed("/CVR/2/CVRSnapshot/1/CVRContest/0/Status", json!([])), differs("$.CVR[2]"));
    assert_eq!(
        changed("/Election/0/Candidate/0/Name", json!("别的项目")),
        differs("$.Election[0]")
    );
    assert_eq!(changed("/Notes", json!("")), differs("$"));
    let (path, fault) =
        changed(&format!("{original}/CVRContestSelection/0/OptionPosition"), json!(7));
    assert_eq!(
        (path.as_str(), fault),
        ("$.CVR[1].CVRSnapshot[0].CVRContest[0].CVRContestSelection[0]", CdfFault::NoMark)
    );
    let (path, _) = changed(
        "/CVR/0/CVRSnapshot/0/CVRContest",
        json!([{"@type": "CVR.CVRContest", "ContestId": "contest-1", "Selections": 1}]),
    );
    assert_eq!(path, "$.CVR[0].CVRSnapshot[0].CVRContest[0].Selections");
    let (path, _) = changed("/Election/0/Code/0/Value", json!("{\"control\": {}}"));
    assert_eq!(path, "$.Election[0].Code[0].Value");
}

#[test]
fn one_record_more_or_less_than_returned_is_refused() {
    let mut report = example_report();
    report["CVR"].as_array_mut().unwrap().pop();
    let (path, fault) = refusal(&report);
    assert_eq!(path, "$");
    assert!(fault.to_string().contains("$.sheets: 2 sheets, but 3 were returned"), "{fault}");
}

#[test]
fn what_is_no_report_is_refused_on_one_line() {
    for text in ["", "[]", "{}", "\u{feff}{}", "{\"@type\": \"CVR.\nCVR\"}", &"[".repeat(500)] {
        let error = read_cdf(text.as_bytes()).unwrap_err();
        assert_eq!(error.to_string().lines().count(), 1, "{error}");
    }
    assert!(read_cdf(&[0xFF, 0xFE, 0x00]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_round_is_valid_comes_back_and_adds_up(
        contests in contests(),
        sheets in sheets(5),
        valid_if in select(vec![ValidIf::ReturnedAtMostIssued, ValidIf::ReturnedAtMostPresent, ValidIf::ReturnedEqualsIssued]),
    ) {
        let file = file(contests, sheets, valid_if);
        let text = written(&file);
        let report: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(faults_of_report(&report), Vec::<String>::new());
        let (ids, references) = ids_and_references(&report);
        let distinct: BTreeSet<&String> = ids.iter().collect();
        prop_assert_eq!(distinct.len(), ids.len(), "an id stands twice");
        prop_assert!(references.iter().all(|id| distinct.contains(id)));
        if file.tally().vote_valid {
            prop_assert_eq!(added_up(&report), counted(&file));
        }
        prop_assert_eq!(read_cdf(text.as_bytes()).unwrap(), file);
    }
}

#[test]
fn the_kinds_are_contests_of_the_format() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let contests = contests().new_tree(&mut runner).unwrap().current();
    let kinds: Vec<&Kind> = contests.iter().map(|contest| &contest.kind).collect();
    assert!(matches!(
        kinds.as_slice(),
        [Kind::Selection(_), Kind::Election(_), Kind::Evaluation(_), Kind::Motion(_)]
    ));
    let sheets = sheets(5).new_tree(&mut runner).unwrap().current();
    let report: Value =
        serde_json::from_str(&written(&file(contests, sheets, ValidIf::ReturnedAtMostIssued)))
            .unwrap();
    let types: Vec<&Value> = report["Election"][0]["Contest"]
        .as_array()
        .unwrap()
        .iter()
        .map(|contest| &contest["@type"])
        .collect();
    assert_eq!(
        types,
        [
            "CVR.CandidateContest",
            "CVR.CandidateContest",
            "CVR.BallotMeasureContest",
            "CVR.BallotMeasureContest"
        ]
    );
    assert_eq!(
        report["Election"][0]["Contest"][2]["ContestSelection"][0]["Selection"],
        "选项1：满意"
    );
}
