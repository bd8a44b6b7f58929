//! 字段: a field that is misspelt or left out is pointed at, in every branch of a text; the texts
//! that come with the program have no fault.

use papers::{PaperError, Shelf, TextFault, default_text, set_with_text, text_faults};
use serde::Deserialize;
use serde_json::{Value, json};
use session::RoundId;
use session::paper::PaperKind;

use crate::told::Told;

/// Every kind there is, as its own declaration names them: by the tags it takes and the fields it
/// misses.
fn every_kind() -> Vec<PaperKind> {
    let told = |value: &Value| PaperKind::deserialize(value).map_err(|error| error.to_string());
    let named = |error: &str| error.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let tags: Vec<String> = named(&told(&json!({ "paper": "" })).unwrap_err());
    let kind = |tag: &String| {
        let mut value = json!({ "paper": tag });
        loop {
            match told(&value) {
                Ok(kind) => return kind,
                Err(error) => {
                    let missing: Vec<String> = named(&error);
                    value[&missing[0]] = a_value_of(&missing[0]);
                }
            }
        }
    };
    tags.iter().filter(|tag| !tag.is_empty()).map(kind).collect()
}

fn a_value_of(field: &str) -> Value {
    match field {
        "ballot" => json!("projects-2026"),
        "contest" => json!("report"),
        "of" => json!("election"),
        "on" => json!("2026-01-16"),
        "round" | "vote" | "sitting" | "review" | "proposal" | "deputy" => json!(1),
        _ => panic!("a paper is about a {field}"),
    }
}

#[test]
fn every_kind_is_asked() {
    let kinds = every_kind();
    assert!(kinds.contains(&PaperKind::Agenda) && kinds.len() > 50, "{kinds:?}");
}

#[test]
fn the_texts_that_come_with_the_program_have_no_fault() {
    for of in every_kind() {
        assert_eq!(text_faults(&of, default_text(&of)), [], "{of:?}");
    }
}

fn unknown(line: u32, column: u32, name: &str) -> TextFault {
    TextFault::Unknown { line, column, name: name.to_owned() }
}

#[test]
fn a_misspelt_field_is_pointed_at_with_line_and_column() {
    let text = "# 议程\n{% for item in meeting.agenda %}\n第{{ item.nunber }}项：{{ item.text }}\n{% endfor %}\n{{ sesion.full }}";
    assert_eq!(
        text_faults(&PaperKind::Agenda, text),
        [unknown(3, 5, "item.nunber"), unknown(5, 4, "sesion.full")]
    );
}

#[test]
fn a_field_of_another_paper_is_none_of_this_one() {
    let text = "{% for item in meeting.agenda %}{{ item.text }}{% endfor %}{{ vote.title }}";
    assert!(
        matches!(text_faults(&PaperKind::Agenda, text).as_slice(), [TextFault::Unknown { name, .. }] if name == "vote.title")
    );
}

#[test]
fn a_misspelt_field_is_found_in_a_branch_that_is_not_taken() {
    let text = "{% if false %}{{ meeting.veune }}{% elif meeting.vneue %}x{% endif %}{% for item in meeting.agenda %}{{ item.text }}{% endfor %}";
    let names: Vec<TextFault> = text_faults(&PaperKind::Agenda, text);
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn a_field_the_paper_cannot_do_without_is_asked_for() {
    let of = PaperKind::CollectionReport { round: RoundId(1) };
    let text = default_text(&of).replace("vote.control.returned", "vote.control.issued");
    assert_eq!(
        text_faults(&of, &text),
        [TextFault::Missing { name: "vote.control.returned".to_owned() }]
    );
}

#[test]
fn a_command_that_is_not_closed_is_pointed_at() {
    let faults = text_faults(
        &PaperKind::Agenda,
        "# 议程\n{% for item in meeting.agenda %}\n{{ item.text }}",
    );
    assert!(matches!(faults.as_slice(), [TextFault::Command { line: 2.., .. }]), "{faults:?}");
}

#[test]
fn names_of_the_texts_own_and_words_of_the_language_are_no_fields() {
    let text = "{% set n = namespace(at=1) %}{% for a, b in [[1, 2]] %}{% set n.at = n.at + a %}{{ b }}{{ loop.index }}{% endfor %}\
                {% for item in meeting.agenda | batch(2) %}{{ item | length }}{% endfor %}{{ meeting.agenda[0].text }}\
                {{ \"}} meeting.nothing\" if meeting.venue is not none else '' }}{# {{ nothing.at.all }} #}";
    assert_eq!(text_faults(&PaperKind::Agenda, text), []);
}

#[test]
fn a_paper_with_a_faulty_text_is_not_set() {
    let told = Told::sample();
    let refused = set_with_text(
        &told.session,
        &PaperKind::Agenda,
        "{{ meeting.agnda }}",
        None,
        &Shelf::default(),
    );
    assert!(matches!(refused, Err(PaperError::Text { faults }) if faults.len() == 2));
}

#[test]
fn the_secretarys_own_words_are_set_instead_of_the_programs() {
    let told = Told::sample();
    let text = "# 会议日程\n{% for item in meeting.agenda %}\n{{ item.text }}\n{% endfor %}";
    let own =
        set_with_text(&told.session, &PaperKind::Agenda, text, None, &Shelf::default()).unwrap();
    let usual = set_with_text(
        &told.session,
        &PaperKind::Agenda,
        default_text(&PaperKind::Agenda),
        None,
        &Shelf::default(),
    )
    .unwrap();
    assert!(own.rendered.bytes != usual.rendered.bytes);
}
