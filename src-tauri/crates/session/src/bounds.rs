//! How large a number and how long a text of an entry can be. Every entry is held against it, the
//! one that is asked for and the one that is read from a file: what is beyond was written by no
//! command, and a program that believed it would ask for memory without end.

use serde::Serialize;
use serde_json::Value;

use crate::Refusal;

/// The most any number of an entry can be (`docs/count-file.md`).
pub const MOST: u32 = 1_000_000;
/// The most yuan of a project.
pub const MOST_YUAN: u32 = 4_000_000_000;
/// The most characters of any text.
pub const LONGEST_TEXT: u32 = 20_000;
/// The most characters of a name: a deputy's, an option's, a written-in one.
pub const LONGEST_NAME: u32 = 200;

/// The fields that hold names.
const NAMES: [&str; 3] = ["name", "names", "into"];
/// The fields that hold money, which is counted in yuan.
const MONEY: [&str; 2] = ["investment", "paid"];

/// Checks what is to be recorded.
///
/// # Errors
/// [`Refusal::NumberOutOfRange`], [`Refusal::TextTooLong`].
pub(crate) fn check(event: &impl Serialize) -> Result<(), Refusal> {
    serde_json::to_value(event).map_or(Ok(()), |written| check_value(&written))
}

/// Checks what is written down.
///
/// # Errors
/// As [`check`].
pub(crate) fn check_value(written: &Value) -> Result<(), Refusal> {
    within(written, LONGEST_TEXT)
}

fn within(written: &Value, longest: u32) -> Result<(), Refusal> {
    match written {
        Value::Null | Value::Bool(_) => Ok(()),
        Value::Number(number) if number.as_u64().is_some_and(|it| it <= u64::from(MOST)) => Ok(()),
        Value::Number(_) => Err(Refusal::NumberOutOfRange { least: 0, most: MOST }),
        Value::String(text) => within_length(text, longest),
        Value::Array(values) => values.iter().try_for_each(|value| within(value, longest)),
        Value::Object(fields) => fields.iter().try_for_each(|(field, value)| {
            within_length(field, LONGEST_NAME)?;
            let money = MONEY.contains(&field.as_str());
            if money && value.as_u64().is_some_and(|yuan| yuan <= u64::from(MOST_YUAN)) {
                return Ok(());
            }
            let name = NAMES.contains(&field.as_str());
            within(value, if name { LONGEST_NAME } else { LONGEST_TEXT })
        }),
    }
}

/// Counting stops where the text is too long.
fn within_length(text: &str, longest: u32) -> Result<(), Refusal> {
    let most = usize::try_from(longest).unwrap_or(usize::MAX);
    if text.chars().nth(most).is_none() {
        Ok(())
    } else {
        Err(Refusal::TextTooLong { most: longest })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_end_at_a_million_and_are_whole() {
        let check = |number: Value| check_value(&json!({ "returned": [number] }));
        assert_eq!(check(json!(0)), Ok(()));
        assert_eq!(check(json!(1_000_000)), Ok(()));
        let out = Err(Refusal::NumberOutOfRange { least: 0, most: MOST });
        for number in [json!(1_000_001), json!(4_294_967_294_u32), json!(-1), json!(0.5)] {
            assert_eq!(check(number.clone()), out, "{number}");
        }
    }

    #[test]
    fn only_money_is_more() {
        assert_eq!(check_value(&json!({ "investment": 3_860_000, "paid": 1_200_000 })), Ok(()));
        let out = Err(Refusal::NumberOutOfRange { least: 0, most: MOST });
        assert_eq!(check_value(&json!({ "investment": u64::MAX })), out);
    }

    #[test]
    fn a_name_is_shorter_than_a_text() {
        let of = |field: &str, length: usize| check_value(&json!({ field: "镇".repeat(length) }));
        assert_eq!(of("reason", 20_000), Ok(()));
        assert_eq!(of("reason", 20_001), Err(Refusal::TextTooLong { most: 20_000 }));
        assert_eq!(of("name", 200), Ok(()));
        assert_eq!(of("name", 201), Err(Refusal::TextTooLong { most: 200 }));
        let names = json!({ "names": ["长".repeat(201)] });
        assert_eq!(check_value(&names), Err(Refusal::TextTooLong { most: 200 }));
        let field = json!({ "长".repeat(201): 1 });
        assert_eq!(check_value(&field), Err(Refusal::TextTooLong { most: 200 }));
    }
}
