//! 画不出的字: a name written in on a sheet, one of the staff, a reason is looked at before it stands
//! in the record. Found on the report it would be found too late: what is certified is not keyed
//! again.

use serde_json::Value;
use session::Command;
use session::name::{character_faults, folded_text};
use session::paper::Style;

use crate::check_text;
use crate::fonts::Role;
use crate::fonts::office::Shelf;
use crate::render::OfficeStyle;
use crate::stop::{Place, Stop};

/// Returns the first character of what is asked that no face draws, with the text it stands in. Of
/// a ballot and of a paper's own text it is told while they are typed; what cannot be seen at all
/// the session refuses in its own words.
#[must_use]
pub fn undrawn_in(command: &Command, style: &Style, shelf: &Shelf) -> Option<Stop> {
    if is_told_while_typed(command) {
        return None;
    }
    let mut texts = Vec::new();
    collect(&serde_json::to_value(command).ok()?, &mut texts);
    texts.retain(|text| check_text(text).is_err());
    if texts.is_empty() {
        return None;
    }
    let fonts = OfficeStyle::of(style, shelf).ok()?.fonts;
    let missing = texts.iter().find_map(|text| fonts.check(Role::Song, text).err())?;
    Some(Stop::MissingCharacter {
        character: missing.character.to_string(),
        code: format!("U+{:04X}", u32::from(missing.character)),
        place: Place::Text { text: missing.text },
    })
}

fn is_told_while_typed(command: &Command) -> bool {
    match command {
        Command::Ballot(_) | Command::Paper(_) => true,
        Command::Meeting(_)
        | Command::People(_)
        | Command::Sittings(_)
        | Command::Projects(_)
        | Command::Proposals(_)
        | Command::Record(_)
        | Command::Attendance(_)
        | Command::Round(_)
        | Command::Keying(_)
        | Command::Ruling(_)
        | Command::Follow(_)
        | Command::Hand(_)
        | Command::HandTally(_)
        | Command::Lent(_)
        | Command::Pin(_)
        | Command::Hall(_) => false,
    }
}

/// Every line there is, as it would be kept.
fn collect(asked: &Value, texts: &mut Vec<String>) {
    match asked {
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
        Value::String(text) => {
            let seen = text.lines().filter(|line| character_faults(line).is_empty());
            texts.extend(seen.map(folded_text));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, texts)),
    }
}
