//! A second implementation of `docs/count-file.md`, written from that page alone: literal, slow,
//! and without a line of the program's.

mod section;

use std::cmp::Ordering;

use serde_json::Value;

use self::section::{Section, section};
use crate::branches::Branch::*;
use crate::branches::{Branch, saw};

/// What all sheets come to in one contest.
struct Counted {
    sections: Vec<(Vec<String>, Vec<String>)>,
    void: usize,
    flagged: usize,
}

/// Returns the line of the result of a count file that breaks no rule of the page.
pub fn result_line(file: &Value) -> String {
    let needed = least(|votes| votes * 3 >= control(file, "all_deputies") * 2);
    let met = control(file, "present") >= needed;
    let returned = control(file, "returned");
    saw_if(control(file, "present") == needed, QuorumJustMet);
    saw_if(!met, NoQuorum);
    let (as_required, otherwise) = match text(&file["valid_if"]) {
        "returned_at_most_issued" => (returned <= control(file, "issued"), ReturnedOverIssued),
        "returned_at_most_present" => (returned <= control(file, "present"), ReturnedOverPresent),
        "returned_equals_issued" => (returned == control(file, "issued"), ReturnedNotIssued),
        other => panic!("{other}"),
    };
    saw(if as_required { ReturnedAsRequired } else { otherwise });
    let vote_valid = met && as_required;
    let counted = if vote_valid {
        list(&file["contests"]).iter().map(|contest| of_contest(file, contest)).collect()
    } else {
        Vec::new()
    };
    format!(
        r#"{{"format":"piaojue.result/1","quorum":{{"needed":{needed},"met":{met}}},"vote_valid":{vote_valid},"contests":[{}]}}"#,
        counted.join(",")
    )
}

fn of_contest(file: &Value, contest: &Value) -> String {
    let counted = count(file, contest);
    let head = format!(
        r#"{{"id":{},"valid":{},"void":{},"flagged":{}"#,
        contest["id"],
        counted.sections.len(),
        counted.void,
        counted.flagged
    );
    let tail = match text(&contest["kind"]) {
        "selection" | "election" => with_seats(file, contest, &counted),
        "motion" => motion(file, contest, &counted),
        "evaluation" => evaluation(file, contest, &counted),
        other => panic!("{other}"),
    };
    head + &tail
}

fn count(file: &Value, contest: &Value) -> Counted {
    let mut counted = Counted { sections: Vec::new(), void: 0, flagged: 0 };
    for sheet in list(&file["sheets"]) {
        let sheet_void = list(&file["contests"])
            .iter()
            .any(|other| matches!(section(other, sheet), Section::VoidsTheSheet));
        match section(contest, sheet) {
            Section::Valid { rows, names, flagged } if !sheet_void => {
                counted.flagged += usize::from(flagged);
                counted.sections.push((rows, names));
            }
            Section::Valid { .. } => {
                saw(match text(&contest["kind"]) {
                    "motion" => SheetVoidsMotion,
                    "evaluation" => SheetVoidsEvaluation,
                    _ => SheetVoidsSeats,
                });
                counted.void += 1;
            }
            Section::Void | Section::VoidsTheSheet => counted.void += 1,
        }
    }
    counted
}

/// `needed`, the least number of approvals that reaches the threshold.
fn needed(file: &Value, contest: &Value, counted: &Counted) -> Option<u64> {
    let threshold = &contest["rule"]["threshold"];
    if threshold.is_null() {
        saw(NoThreshold);
        return None;
    }
    let whole = base(file, threshold, number(&counted.sections.len().into()));
    saw(match (text(&threshold["base"]), threshold["at_least"].is_null()) {
        ("all_deputies", true) => OverAll,
        ("present", true) => OverPresent,
        ("returned", true) => OverReturned,
        (_, true) => OverValid,
        ("all_deputies", false) => AtLeastAll,
        ("present", false) => AtLeastPresent,
        ("returned", false) => AtLeastReturned,
        (_, false) => AtLeastValid,
    });
    Some(match (&threshold["over"], &threshold["at_least"]) {
        (over, Value::Null) => least(|votes| votes * number(&over[1]) > whole * number(&over[0])),
        (_, at_least) => {
            least(|votes| votes * number(&at_least[1]) >= whole * number(&at_least[0]))
        }
    })
}

fn base(file: &Value, of: &Value, valid: u64) -> u64 {
    match text(&of["base"]) {
        "valid" => valid,
        other => control(file, other),
    }
}

/// `needed`, `rows` and `write_ins` as written, and (written, votes) of each who competes, in
/// ballot order, then write-ins by code point.
fn approvals(file: &Value, contest: &Value, counted: &Counted) -> (String, Vec<(String, u64)>) {
    let needed = needed(file, contest, counted);
    let reached = |votes: u64| needed.is_none_or(|needed| votes >= needed);
    saw_if(needed == Some(0), NeededNothing);
    saw_if(
        needed.is_some_and(|needed| needed > number(&counted.sections.len().into())),
        NeededMoreThanCanBe,
    );
    let (mut rows, mut competing) = (Vec::new(), Vec::new());
    for (index, option) in list(&contest["options"]).iter().enumerate() {
        let [for_, against, abstain, void] =
            ["for", "against", "abstain", "void"].map(|word| times(counted, index, word));
        saw_if(needed == Some(for_), JustReached);
        saw_if(needed == Some(for_ + 1), JustNotReached);
        saw_if(for_ == 0 && reached(0), ReachedWithoutAVote);
        let (id, reached) = (&option["id"], reached(for_));
        rows.push(format!(r#"{{"id":{id},"for":{for_},"against":{against},"abstain":{abstain},"void":{void},"reached":{reached}}}"#));
        competing.push((id.to_string(), for_));
    }
    let mut names: Vec<(String, u64)> = Vec::new();
    for name in counted.sections.iter().flat_map(|(_, names)| names) {
        match names.iter_mut().find(|(known, _)| known == name) {
            Some((_, votes)) => *votes += 1,
            None => names.push((name.clone(), 1)),
        }
    }
    names.sort_by_key(|(name, _)| name.chars().collect::<Vec<char>>());
    let units = |name: &str| name.encode_utf16().collect::<Vec<u16>>();
    saw_if(!names.is_sorted_by_key(|(name, _)| units(name)), NamesByCodePointNotByUnit);
    competing.extend(
        names
            .iter()
            .map(|(name, votes)| (Value::from(format!("write-in:{name}")).to_string(), *votes)),
    );
    competing.retain(|(_, votes)| *votes > 0 && reached(*votes));
    names.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
    let write_in = |(name, votes): &(String, u64)| {
        format!(r#"{{"name":{},"for":{votes},"reached":{}}}"#, quoted(name), reached(*votes))
    };
    let needed = needed.map_or_else(|| "null".to_owned(), |needed| needed.to_string());
    let write_ins = names.iter().map(write_in).collect::<Vec<_>>().join(",");
    (
        format!(r#","needed":{needed},"rows":[{}],"write_ins":[{write_ins}]"#, rows.join(",")),
        competing,
    )
}

fn with_seats(file: &Value, contest: &Value, counted: &Counted) -> String {
    let (written, mut competing) = approvals(file, contest, counted);
    let (rule, seats) = (&contest["rule"], number(&contest["seats"]));
    competing.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
    let places = usize::try_from(seats).unwrap();
    saw_competition(competing.len(), places);
    let (mut elected, mut tied) = (Vec::new(), Vec::new());
    if competing.len() <= places {
        elected = competing;
    } else {
        let cut = competing[places - 1].1;
        let level: Vec<_> = competing.iter().filter(|(_, votes)| *votes == cut).cloned().collect();
        elected.extend(competing.iter().filter(|(_, votes)| *votes > cut).cloned());
        if elected.len() + level.len() <= places {
            saw_if(level.len() > 1, LevelAtTheCutButFit);
            elected.extend(level);
        } else {
            saw_tie(contest, &level);
            match text(&rule["tie"]) {
                "runoff" | "presidium" => {}
                "all_in" => elected.extend(level.clone()),
                "ballot_order" => elected.extend(level[..places - elected.len()].to_vec()),
                other => panic!("{other}"),
            }
            tied = level;
        }
    }
    let seats_left = seats.saturating_sub(number(&elected.len().into()));
    let next = if !tied.is_empty() && (rule["tie"] == "runoff" || rule["tie"] == "presidium") {
        text(&rule["tie"])
    } else if seats_left > 0 && tied.is_empty() && rule["shortfall"] == "further" {
        "further"
    } else {
        "none"
    };
    saw_if(next == "further", NextFurther);
    saw_if(next == "none", if seats_left > 0 { ShortfallAccepted } else { NextNone });
    saw_if(elected.iter().any(|(id, _)| is_name(contest, id)), NameElected);
    let ids =
        |of: &[(String, u64)]| of.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>().join(",");
    format!(
        r#"{written},"elected":[{}],"tied":[{}],"seats_left":{seats_left},"next":"{next}"}}"#,
        ids(&elected),
        ids(&tied)
    )
}

fn saw_competition(competing: usize, places: usize) {
    saw(match competing {
        0 => NobodyCompetes,
        number if number < places => FewerThanSeats,
        number if number == places => AsManyAsSeats,
        _ => MoreThanSeats,
    });
}

fn saw_tie(contest: &Value, level: &[(String, u64)]) {
    saw(match text(&contest["rule"]["tie"]) {
        "runoff" => TieToRunoff,
        "presidium" => TieToPresidium,
        "all_in" => TieAllIn,
        _ => TieByBallotOrder,
    });
    let names = level.iter().filter(|(id, _)| is_name(contest, id)).count();
    saw_if(names > 0, if names == level.len() { TieOfNamesOnly } else { TieWithAName });
}

/// An option may have an id that looks like a name written in.
fn is_name(contest: &Value, written: &str) -> bool {
    list(&contest["options"]).iter().all(|option| quoted(text(&option["id"])) != written)
}

fn motion(file: &Value, contest: &Value, counted: &Counted) -> String {
    let (written, _) = approvals(file, contest, counted);
    let for_ = times(counted, 0, "for");
    let (needed, against) = (needed(file, contest, counted), times(counted, 0, "against"));
    let passed = needed.map_or(for_ > against, |needed| for_ >= needed);
    saw(match (needed.is_some(), passed) {
        (true, true) => PassedByThreshold,
        (true, false) => FailedByThreshold,
        (false, true) => PassedByMore,
        (false, false) if for_ == against => FailedLevel,
        (false, false) => FailedByLess,
    });
    format!(r#"{written},"passed":{passed}}}"#)
}

fn evaluation(file: &Value, contest: &Value, counted: &Counted) -> String {
    let rate = &contest["rule"]["rate"];
    let mut rows = Vec::new();
    for (index, option) in list(&contest["options"]).iter().enumerate() {
        let grades: Vec<u64> = (0..list(&contest["grades"]).len())
            .map(|grade| times(counted, index, &grade.to_string()))
            .collect();
        let [abstain, void] = ["abstain", "void"].map(|word| times(counted, index, word));
        let whole = base(file, rate, grades.iter().sum::<u64>() + abstain);
        saw(match text(&rate["base"]) {
            "valid" => RateOfValid,
            "returned" => RateOfReturned,
            "present" => RateOfPresent,
            _ => RateOfAll,
        });
        saw_if(list(&rate["grades"]).is_empty(), RateOfNoGrade);
        let numerator = list(&rate["grades"])
            .iter()
            .map(|grade| grades[usize::try_from(number(grade)).unwrap()])
            .sum();
        rows.push(format!(
            r#"{{"id":{},"grades":{},"abstain":{abstain},"void":{void},"rate":{}}}"#,
            option["id"],
            Value::from(grades),
            per_cent(numerator, whole, number(&rate["decimals"]))
        ));
    }
    format!(r#","rows":[{}]}}"#, rows.join(","))
}

/// Numerator × 100 / base by long division, one figure at a time, then rounded half up.
fn per_cent(numerator: u64, base: u64, decimals: u64) -> String {
    if base == 0 {
        saw(RateWithoutBase);
        return "null".to_owned();
    }
    saw([NoDecimals, OneDecimal, TwoDecimals][usize::try_from(decimals).unwrap()]);
    let (mut figures, mut rest) = (numerator * 100 / base, numerator * 100 % base);
    for _ in 0..decimals {
        figures = figures * 10 + rest * 10 / base;
        rest = rest * 10 % base;
    }
    saw(match (rest, (rest * 2).cmp(&base)) {
        (0, _) => RateExact,
        (_, Ordering::Less) => RoundedDown,
        (_, Ordering::Equal) => RoundedAtHalf,
        (_, Ordering::Greater) => RoundedUp,
    });
    if rest * 2 >= base {
        figures += 1;
    }
    let mut written = figures.to_string();
    let places = usize::try_from(decimals).unwrap();
    if places > 0 {
        written = format!("{written:0>width$}", width = places + 1);
        written.insert(written.len() - places, '.');
    }
    format!("\"{written}\"")
}

/// How often a row came to a word in valid sections.
fn times(counted: &Counted, row: usize, word: &str) -> u64 {
    number(&counted.sections.iter().filter(|(rows, _)| rows[row] == word).count().into())
}

fn least(enough: impl Fn(u64) -> bool) -> u64 {
    let mut votes = 0;
    while !enough(votes) {
        votes += 1;
    }
    votes
}

fn control(file: &Value, key: &str) -> u64 {
    number(&file["control"][key])
}

pub(super) fn saw_if(so: bool, branch: Branch) {
    if so {
        saw(branch);
    }
}

pub(super) fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub(super) fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// The items of a list; none where it was left out.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
