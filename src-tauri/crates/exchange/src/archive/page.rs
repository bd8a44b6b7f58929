//! 核对方法: the page for whoever opens an archive years later, with nothing but a computer.

use session::Session;
use session::floor::meeting::Meeting;
use session::floor::sealing::Sealing;

use super::Contents;

const PAGE: &str = include_str!("../../../../../assets/archive/how-to-check.html");

/// Returns the page, filled in for this session.
pub(super) fn how_to_check(contents: &Contents<'_>) -> String {
    let Contents { session, name, head, .. } = contents;
    let (who, when, why) = session.sealing().map(|it| sealed(session, it)).unwrap_or_default();
    let values = [
        ("title", session.meeting().map(Meeting::title).unwrap_or_default()),
        ("name", (*name).to_owned()),
        ("head", (*head).to_owned()),
        ("entries", session.seq().to_string()),
        ("who", who),
        ("when", when),
        ("why", why),
    ];
    filled(PAGE, &values)
}

fn sealed(session: &Session, Sealing { by, at, reason }: &Sealing) -> (String, String, String) {
    let when = at.format("%Y-%m-%d %H:%M").to_string();
    (session.people().name_of(by).to_owned(), when, reason.to_string())
}

/// Puts every value where `{{key}}` stands. What a value says is never read as a field.
fn filled(page: &str, values: &[(&str, String)]) -> String {
    let mut parts = page.split("{{");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once("}}").unwrap_or((part, ""));
        let value = values.iter().find(|(name, _)| *name == key);
        whole.extend(value.map(|(_, value)| escaped(value)));
        whole.push_str(rest);
    }
    whole
}

/// A text as HTML shows it.
fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            other => shown.push(other),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_shown_as_it_is_and_never_read_as_a_field() {
        let values = [("a", "<b>{{b}}".to_owned()), ("b", "c".to_owned())];
        assert_eq!(filled("1{{a}}2{{b}}3{{d}}4", &values), "1&lt;b&gt;{{b}}2c34");
    }

    #[test]
    fn every_field_of_the_page_is_one_that_is_filled_in() {
        let known = ["title", "name", "head", "entries", "who", "when", "why"];
        let asked: Vec<&str> =
            PAGE.split("{{").skip(1).map(|part| part.split_once("}}").unwrap().0).collect();
        assert!(asked.iter().all(|key| known.contains(key)), "{asked:?}");
        assert!(known.iter().all(|key| asked.contains(key)), "{asked:?}");
    }
}
