//! What one section comes to, step by step as the page has them.

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use crate::branches::Branch::*;
use crate::branches::saw;
use crate::naive::{list, number, saw_if, text};

/// What a section comes to.
pub(super) enum Section {
    Void,
    /// Over the cap where that makes every section of the sheet void.
    VoidsTheSheet,
    Valid {
        /// `for`, `against`, `abstain`, `void` or the index of a grade, one per option.
        rows: Vec<String>,
        names: Vec<String>,
        flagged: bool,
    },
}

/// "Counting a section, in this order".
pub(super) fn section(contest: &Value, sheet: &Value) -> Section {
    let rule = &contest["rule"];
    let section = &sheet[text(&contest["id"])];
    let marks = list(&section["marks"]);
    // 1
    if section["ruling"] == "void" {
        saw(RuledVoid);
        return Section::Void;
    }
    // 2
    let all_blank = marks.iter().all(|mark| mark == "blank");
    saw_if(all_blank && !list(&section["write_ins"]).is_empty(), BlankButForAName);
    if all_blank && list(&section["write_ins"]).is_empty() {
        match text(&rule["blank_section"]) {
            "void" => {
                saw(BlankVoid);
                return Section::Void;
            }
            "valid" => {
                saw(BlankValid);
                let rows = vec!["abstain".to_owned(); marks.len()];
                return Section::Valid { rows, names: Vec::new(), flagged: false };
            }
            "by_row" => saw(BlankByRow),
            other => panic!("{other}"),
        }
    }
    // 3
    if rule["illegible_row"] == "section" && marks.iter().any(|mark| mark == "illegible") {
        saw(IllegibleSectionVoid);
        return Section::Void;
    }
    let rows: Vec<String> = marks.iter().map(|mark| row(rule, mark)).collect();
    if rule["cap"].is_null() {
        return Section::Valid { rows, names: Vec::new(), flagged: false };
    }
    // 4
    let names = write_ins_left(contest, section);
    held_against_the_cap(contest, marks, rows, names)
}

/// 5
fn held_against_the_cap(
    contest: &Value,
    marks: &[Value],
    rows: Vec<String>,
    names: Vec<String>,
) -> Section {
    let rule = &contest["rule"];
    let approvals = number(&rows.iter().filter(|row| *row == "for").count().into())
        + number(&names.len().into());
    let seats = number(&contest["seats"]);
    saw_cap(rule, seats, approvals, marks, &names);
    let over = match text(&rule["cap"]) {
        "at_most" => approvals > seats,
        "exactly" => approvals != seats,
        "none" => false,
        other => panic!("{other}"),
    };
    saw_if(over && marks.iter().all(|mark| mark == "blank") && names.is_empty(), BlankByRowOver);
    saw_if(
        over,
        match text(&rule["over_cap"]) {
            "section" => OverVoidsSection,
            "sheet" => OverVoidsSheet,
            _ => OverFlagged,
        },
    );
    match text(&rule["over_cap"]) {
        "section" if over => Section::Void,
        "sheet" if over => Section::VoidsTheSheet,
        "section" | "sheet" | "flag" => Section::Valid { rows, names, flagged: over },
        other => panic!("{other}"),
    }
}

fn saw_cap(rule: &Value, seats: u64, approvals: u64, marks: &[Value], names: &[String]) {
    let blanks = if rule["blank_row"] == "for" {
        marks.iter().filter(|mark| *mark == "blank").count()
    } else {
        0
    };
    saw(match text(&rule["cap"]) {
        "at_most" if approvals > seats => AtMostOver,
        "at_most" => AtMostKept,
        "exactly" if approvals > seats => ExactlyOver,
        "exactly" if approvals < seats => ExactlyUnder,
        "exactly" => ExactlyKept,
        _ if approvals > seats => NoCapBeyondSeats,
        _ => NoCapWithinSeats,
    });
    let over = rule["cap"] != "none" && approvals > seats;
    saw_if(over && approvals - number(&names.len().into()) <= seats, OverByANameOnly);
    saw_if(over && approvals - number(&blanks.into()) <= seats, OverByBlanksOnly);
}

fn row(rule: &Value, mark: &Value) -> String {
    if mark.is_u64() {
        return mark.to_string();
    }
    saw_row(rule, text(mark));
    match text(mark) {
        "blank" => text(&rule["blank_row"]),
        "illegible" => "void",
        "multiple" => text(&rule["multi_mark"]),
        "for" => "for",
        "against" => "against",
        "abstain" => "abstain",
        other => panic!("{other}"),
    }
    .to_owned()
}

fn saw_row(rule: &Value, mark: &str) {
    let graded = !rule["multi_mark"].is_null();
    match (mark, text(&rule["blank_row"]), graded) {
        ("blank", "abstain", false) => saw(BlankRowAbstains),
        ("blank", "void", false) => saw(BlankRowVoid),
        ("blank", "for", false) => saw(BlankRowFor),
        ("blank", "abstain", true) => saw(BlankGradeAbstains),
        ("blank", "void", true) => saw(BlankGradeVoid),
        ("illegible", ..) => saw(IllegibleRowVoid),
        ("multiple", ..) => {
            saw(if rule["multi_mark"] == "void" { MultipleVoid } else { MultipleAbstains });
        }
        _ => {}
    }
}

fn write_ins_left(contest: &Value, section: &Value) -> Vec<String> {
    let rule = &contest["rule"];
    if rule["write_ins"] == "none" {
        saw_if(!list(&section["write_ins"]).is_empty(), NamesNotAsked);
        return Vec::new();
    }
    let mut left: Vec<String> = Vec::new();
    for write_in in list(&section["write_ins"]) {
        let name = compared(text(&write_in["name"]));
        let is_option =
            list(&contest["options"]).iter().any(|option| compared(text(&option["name"])) == name);
        let dropped = write_in["mark"] == "blank" && rule["write_in_unmarked"] == "void";
        let as_printed =
            list(&contest["options"]).iter().any(|option| option["name"] == write_in["name"]);
        let as_before = list(&section["write_ins"])
            .iter()
            .filter(|other| other["name"] == write_in["name"])
            .count()
            > 1;
        saw_if(is_option, if as_printed { NameOfAnOption } else { NameOfAnOptionDisguised });
        saw_if(left.contains(&name), if as_before { NameTwice } else { NameTwiceDisguised });
        saw_if(
            !is_option && write_in["mark"] == "blank",
            if dropped { UnmarkedDropped } else { UnmarkedCounts },
        );
        if !is_option && !dropped && !left.contains(&name) {
            left.push(name);
        }
    }
    let against = list(&section["marks"]).iter().filter(|mark| *mark == "against").count();
    saw_if(
        !left.is_empty(),
        match text(&rule["write_ins"]) {
            "allowed" => NamesAllowed,
            _ if left.len() > against => AgainstMissing,
            _ => AgainstEnough,
        },
    );
    if rule["write_ins"] == "needs_against" && left.len() > against {
        left.clear();
    }
    left
}

/// A name in NFC with all white space removed: what the white space kept apart may compose.
fn compared(name: &str) -> String {
    name.replace(char::is_whitespace, "").nfc().collect()
}
