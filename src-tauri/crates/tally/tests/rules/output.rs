//! The result as it is written: shape and key order of "Output" in `docs/count-file.md`.

use serde_json::{Value, json};
use tally::{Candidate, Control, Next, RoundResult, SeatsRule, Tally, ValidIf, WriteIns};

use crate::build::{
    election, evaluation, evaluation_rule, motion, motion_rule, naming, seats_rule, section,
    selection, sheets, tally_of,
};

fn written(result: &RoundResult) -> String {
    let text = serde_json::to_string(result).unwrap();
    let read: RoundResult = serde_json::from_str(&text).unwrap();
    assert_eq!(&read, result, "reads back as it was written");
    text
}

const FOUR: Control =
    Control { all_deputies: 4, present: 4, printed: 6, issued: 4, spoiled: 0, returned: 3 };

fn worked_example() -> Tally {
    tally_of(
        &[selection(3, seats_rule(2))],
        &sheets(&[(1, section("ox.")), (1, section("oo?")), (1, section("ooo"))]),
    )
}

#[test]
fn the_worked_example() {
    let expected = concat!(
        r#"{"quorum":{"needed":3,"met":true},"vote_valid":true,"contests":[{"id":"projects","valid":2,"void":1,"flagged":0,"needed":3,"rows":["#,
        r#"{"id":"1","for":2,"against":0,"abstain":0,"void":0,"reached":false},"#,
        r#"{"id":"2","for":1,"against":1,"abstain":0,"void":0,"reached":false},"#,
        r#"{"id":"3","for":0,"against":0,"abstain":1,"void":1,"reached":false}],"#,
        r#""write_ins":[],"elected":[],"tied":[],"seats_left":2,"next":"further"}]}"#
    );
    assert_eq!(written(&worked_example().result(&FOUR, ValidIf::default())), expected);
}

#[test]
fn an_election_with_write_ins() {
    let rule = SeatsRule { threshold: None, write_ins: WriteIns::Allowed, ..seats_rule(2) };
    let tally = tally_of(
        &[election(&["甲"], rule)],
        &sheets(&[(2, naming("o", &["丙"])), (1, naming("x", &["丁"]))]),
    );
    let expected = concat!(
        r#""needed":null,"rows":[{"id":"1","for":2,"against":1,"abstain":0,"void":0,"reached":true}],"#,
        r#""write_ins":[{"name":"丙","for":2,"reached":true},{"name":"丁","for":1,"reached":true}],"#,
        r#""elected":["1","write-in:丙"],"tied":[],"seats_left":0,"next":"none"}]}"#
    );
    let text = written(&tally.result(&FOUR, ValidIf::default()));
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn a_motion_and_an_evaluation() {
    let contests = [motion(motion_rule()), evaluation(1, evaluation_rule(&["好", "中", "差"]))];
    let tally = tally_of(
        &contests,
        &[
            vec![section("o"), section("0")],
            vec![section("o"), section("2")],
            vec![section("o"), section("*")],
        ],
    );
    let expected = concat!(
        r#"{"id":"motion","valid":3,"void":0,"flagged":0,"needed":3,"#,
        r#""rows":[{"id":"1","for":3,"against":0,"abstain":0,"void":0,"reached":true}],"write_ins":[],"passed":true},"#,
        r#"{"id":"grades","valid":3,"void":0,"flagged":0,"rows":[{"id":"1","grades":[1,0,1],"abstain":0,"void":1,"rate":"50.00"}]}]}"#
    );
    let text = written(&tally.result(&FOUR, ValidIf::default()));
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn a_rate_without_a_base_is_null() {
    let tally =
        tally_of(&[evaluation(1, evaluation_rule(&["好", "差"]))], &sheets(&[(3, section("?"))]));
    assert!(written(&tally.result(&FOUR, ValidIf::default())).contains(r#""void":3,"rate":null}"#));
}

#[test]
fn a_void_vote_is_not_counted() {
    let too_many = Control { issued: 2, ..FOUR };
    let expected = r#"{"quorum":{"needed":3,"met":true},"vote_valid":false,"contests":[]}"#;
    assert_eq!(written(&worked_example().result(&too_many, ValidIf::default())), expected);
}

#[test]
fn without_a_quorum_nothing_is_counted() {
    let too_few = Control { present: 2, ..FOUR };
    let expected = r#"{"quorum":{"needed":3,"met":false},"vote_valid":false,"contests":[]}"#;
    assert_eq!(written(&worked_example().result(&too_few, ValidIf::default())), expected);
}

#[test]
fn candidates_are_ids_and_write_ins_say_so() {
    for (candidate, text) in [
        (Candidate::Option("7".into()), "7"),
        (Candidate::WriteIn("王芳".to_owned()), "write-in:王芳"),
    ] {
        assert_eq!(serde_json::to_value(&candidate).unwrap(), json!(text));
        assert_eq!(serde_json::from_value::<Candidate>(json!(text)).unwrap(), candidate);
    }
}

#[test]
fn what_is_next_in_words() {
    let words: Vec<Value> = [Next::Runoff, Next::Presidium, Next::Further, Next::None]
        .iter()
        .map(|next| json!(next))
        .collect();
    assert_eq!(words, ["runoff", "presidium", "further", "none"]);
}

#[test]
fn a_result_with_an_unknown_key_is_refused() {
    assert!(
        serde_json::from_str::<RoundResult>(
            r#"{"quorum":{"needed":3,"met":true},"vote_valid":false,"contests":[],"seal":1}"#
        )
        .is_err()
    );
}
