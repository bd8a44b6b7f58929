//! Count files at random: every kind and every setting, often at the edge of a rule, never against
//! one.

use std::fmt::Write;

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

/// `SplitMix64`: the same seed, the same files.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.roll() % (most - least + 1)
    }

    fn per_cent(&mut self, chance: u64) -> bool {
        self.roll() % 100 < chance
    }

    fn one_of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[usize::try_from(self.roll() % things.len() as u64).unwrap()]
    }

    fn word(&mut self, words: &str) -> Value {
        let words: Vec<&str> = words.split(' ').collect();
        Value::from(*self.one_of(&words))
    }

    fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, usize::try_from(self.roll() % (last as u64 + 1)).unwrap());
        }
    }
}

/// Names that only compare equal after NFC, or look alike and do not.
const NAMES: [&str; 19] = [
    "王芳",
    "王 芳",
    "李伟",
    "李伟（女）",
    "买买提·艾力",
    "买买提•艾力",
    "𬱖生",
    "㛃",
    "José",
    "Å",
    "한빛",
    "豈明",
    "ＡＢ",
    "ＸＹ",
    "𤩽",
    "田富",
    "q̣̇",
    "",
    "\"\\\n\u{1}",
];
const SPACES: [&str; 8] = ["\u{3000}", " ", "\t", "\n", "\u{a0}", "\u{2009}", "\u{85}", "\u{200b}"];
const IDS: [&str; 12] =
    ["1", "2", "10", "甲", "a.b", "\"", "", "write-in:王芳", "id", "\\\n", "é", "e\u{301}"];

const VALID_IF: &str = "returned_at_most_issued returned_at_most_issued returned_at_most_issued returned_at_most_present returned_equals_issued";

/// Returns the text of a count file.
pub fn count_file(dice: &mut Dice) -> String {
    let all = if dice.per_cent(1) { dice.between(13, 20_000) } else { dice.between(1, 10) };
    let sheets = if dice.per_cent(5) { 0 } else { dice.between(1, all.min(14)) };
    let present = if dice.per_cent(90) {
        dice.between((2 * all).div_ceil(3), all)
    } else {
        dice.between(0, all)
    };
    let issued = if dice.per_cent(70) { present.max(sheets) } else { dice.between(0, 14) };
    let mut ids = IDS.to_vec();
    dice.shuffle(&mut ids);
    let number_of_contests = if dice.per_cent(2) { 0 } else { dice.between(1, 3) };
    let contests: Vec<Value> = (0..number_of_contests)
        .zip(ids)
        .map(|(_, id)| contest(dice, id, sheets.max(all)))
        .collect();
    let sheets: Vec<Value> = (0..sheets).map(|_| sheet(dice, &contests)).collect();
    let file = json!({
        "format": "piaojue.count/1",
        "control": {
            "all_deputies": all, "present": present, "printed": dice.between(0, 1_000_000), "issued": issued,
            "spoiled": dice.between(0, 3), "returned": sheets.len(),
        },
        "valid_if": dice.word(VALID_IF),
        "contests": contests,
        "sheets": sheets,
    });
    if dice.per_cent(25) { escaped(&file.to_string()) } else { file.to_string() }
}

/// The same text with everything beyond ASCII as `\u` and four hexadecimal figures.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii() {
            escaped.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(escaped, "\\u{unit:04x}").unwrap();
            }
        }
    }
    escaped
}

fn contest(dice: &mut Dice, id: &str, most: u64) -> Value {
    let kind = *dice.one_of(&["selection", "election", "election", "evaluation", "motion"]);
    let rows = if kind == "motion" { 1 } else { dice.between(1, 5) };
    let mut contest = json!({"id": id, "kind": kind, "title": dice.one_of(&NAMES), "options": options(dice, rows)});
    let mut rule = json!({
        "blank_row": dice.word(if kind == "evaluation" { "abstain void" } else { "abstain void for" }),
        "blank_section": dice.word("valid void by_row"),
        "illegible_row": dice.word("row row section"),
    });
    match kind {
        "selection" | "election" => {
            contest["seats"] =
                if dice.per_cent(97) { dice.between(1, rows + 1) } else { u64::from(u32::MAX) }
                    .into();
            rule["threshold"] = threshold(dice, most);
            for (key, words) in [
                ("cap", "at_most at_most exactly none"),
                ("over_cap", "section sheet flag flag"),
                ("write_ins", "none needs_against allowed"),
                ("write_in_unmarked", "for void"),
                ("tie", "runoff presidium all_in ballot_order"),
                ("shortfall", "further accept"),
            ] {
                rule[key] = dice.word(words);
            }
        }
        "evaluation" => {
            let grades = dice.between(2, 5);
            contest["grades"] = (0..grades).map(|grade| format!("等次{grade}")).collect();
            rule["multi_mark"] = dice.word("void abstain");
            rule["rate"] = rate(dice, grades);
        }
        _ => rule["threshold"] = threshold(dice, most),
    }
    contest["rule"] = rule;
    contest
}

fn options(dice: &mut Dice, rows: u64) -> Vec<Value> {
    let mut ids = IDS.to_vec();
    dice.shuffle(&mut ids);
    (0..rows).zip(ids).map(|(_, id)| json!({"id": id, "name": name(dice)})).collect()
}

fn threshold(dice: &mut Dice, most: u64) -> Value {
    if dice.per_cent(25) {
        return Value::Null;
    }
    let base = dice.word("all_deputies present returned valid");
    let (p, q) = match dice.between(0, 3) {
        0 => (1, 2),
        1 => (2, 3),
        2 => (0, 1),
        _ => {
            let q = dice.between(1, most + 1);
            (dice.between(0, q), q)
        }
    };
    if dice.per_cent(50) {
        json!({"base": base, "over": [p, q]})
    } else {
        json!({"base": base, "at_least": [p, q]})
    }
}

fn rate(dice: &mut Dice, grades: u64) -> Value {
    let mut counted: Vec<u64> = (0..grades).collect();
    dice.shuffle(&mut counted);
    counted.truncate(usize::try_from(dice.between(0, grades)).unwrap());
    json!({"grades": counted, "base": dice.word("valid valid returned present all_deputies"), "decimals": dice.between(0, 2)})
}

fn sheet(dice: &mut Dice, contests: &[Value]) -> Value {
    contests
        .iter()
        .map(|contest| (contest["id"].as_str().unwrap().to_owned(), section(dice, contest)))
        .collect()
}

fn section(dice: &mut Dice, contest: &Value) -> Value {
    let rows = contest["options"].as_array().unwrap().len();
    let words = match (dice.between(0, 9), contest["grades"].as_array()) {
        (0, _) => "blank".to_owned(),
        (1, None) => "for".to_owned(),
        (_, None) => "for for for against against abstain blank blank illegible".to_owned(),
        (_, Some(grades)) => (0..grades.len())
            .fold("abstain blank illegible multiple".to_owned(), |words, grade| {
                format!("{words} {grade}")
            }),
    };
    let mark = |word: Value| {
        word.as_str().and_then(|word| word.parse::<u64>().ok()).map_or(word.clone(), Value::from)
    };
    let marks: Vec<Value> = (0..rows).map(|_| mark(dice.word(&words))).collect();
    let mut section = json!({"marks": marks});
    if contest.get("seats").is_some() && dice.per_cent(40) {
        let names = dice.between(0, 3);
        section["write_ins"] = (0..names).map(|_| write_in(dice, contest)).collect();
    }
    if dice.per_cent(4) {
        section["ruling"] = "void".into();
    }
    section
}

fn write_in(dice: &mut Dice, contest: &Value) -> Value {
    let options = contest["options"].as_array().unwrap();
    let name = if dice.per_cent(20) {
        let option = dice.one_of(options)["name"].as_str().unwrap();
        disguised(dice, option)
    } else {
        name(dice)
    };
    json!({"name": name, "mark": dice.word("for for blank")})
}

fn name(dice: &mut Dice) -> String {
    let name = *dice.one_of(&NAMES);
    disguised(dice, name)
}

/// The same name in another normal form, with spaces anywhere.
fn disguised(dice: &mut Dice, name: &str) -> String {
    let mut characters: Vec<char> = match dice.between(0, 2) {
        0 => name.nfd().collect(),
        1 => name.nfc().collect(),
        _ => name.chars().collect(),
    };
    while dice.per_cent(20) {
        let at = usize::try_from(dice.between(0, characters.len() as u64)).unwrap();
        let space = dice.one_of(&SPACES);
        characters.splice(at..at, space.chars());
    }
    characters.into_iter().collect()
}
