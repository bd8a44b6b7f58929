//! What a stranger's text cannot do: hang the program, end it, or ask it for memory without end. It
//! is refused in words, with its place.

use std::time::{Duration, Instant};

use papers::{
    Limit, PaperError, Place, Shelf, Stop, TextFault, set_with_text, stopped_by, text_faults,
};
use session::paper::PaperKind;

use crate::told::Told;

/// The texts a first attack was made with.
const TRIED: [(&str, &str, Limit); 5] = [
    ("boxes", include_str!("../attack/agenda-boxes.j2"), Limit::Characters),
    ("doubling", include_str!("../attack/agenda-doubling.j2"), Limit::Joined),
    ("lines", include_str!("../attack/agenda-lines.j2"), Limit::Ruled),
    ("loop", include_str!("../attack/agenda-loop.j2"), Limit::Repeated),
    ("not", include_str!("../attack/agenda-not.j2"), Limit::Characters),
];

/// What the agenda says, so that a text is refused for nothing else.
const AGENDA: &str =
    "# {{ session.full }}\n{% for item in meeting.agenda %}{{ item.text }}{% endfor %}\n\n";

/// Returns what of a text is too much, and where.
fn refused(told: &Told, text: &str) -> Option<(Limit, Place)> {
    let began = Instant::now();
    let of = PaperKind::Agenda;
    let faults = text_faults(&of, text);
    let set = set_with_text(&told.session, &of, text, None, &Shelf::default());
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", text.get(..300));
    let error = set.err()?;
    let stop = stopped_by(&told.session, &of, &error);
    match (faults.first(), stop) {
        (None, Some(Stop::TooMuch { asked, place })) => Some((asked.limit, place)),
        (Some(TextFault::TooMuch { asked: said, .. }), Some(Stop::TooMuch { asked, place })) => {
            assert_eq!(*said, asked, "the editor says what stops the paper");
            Some((asked.limit, place))
        }
        _ => panic!("{error}: {faults:?}"),
    }
}

#[test]
fn the_texts_of_the_first_attack_are_refused_at_once() {
    let told = Told::sample();
    for (name, text, limit) in TRIED {
        let (found, _) = refused(&told, text).unwrap_or_else(|| panic!("{name} was set"));
        assert_eq!(found, limit, "{name}");
    }
}

fn again(begin: &str, inside: &str, end: &str, times: usize) -> String {
    [&begin.repeat(times), inside, &end.repeat(times)].concat()
}

/// What is nested, repeated or joined, and the limit it is stopped by.
#[expect(clippy::too_many_lines, reason = "a line for every way to ask too much")]
fn relatives() -> Vec<(String, Limit)> {
    let named: [(&str, Limit); 18] = [
        ("{{ 'x' * 4000000000 }}", Limit::Joined),
        ("{{ 'x' * 0xFFFFFFF }}", Limit::Joined),
        (
            "{% set a = 'x' * 1000 %}{% set b = a * 1000 %}{% set c = b * 1000 %}{{ c | length }}",
            Limit::Joined,
        ),
        ("{{ 'x\ny' | indent(4000000000) }}", Limit::Repeated),
        ("{{ range(100000) | list | length }}", Limit::Repeated),
        ("{{ [1] | slice(4000000000) | list | length }}", Limit::Repeated),
        ("{{ range(900) | batch(99999, 'x') | list }}", Limit::Repeated),
        ("{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}", Limit::Joined),
        ("{% macro m(f) %}{{ f(f) }}{% endmacro %}{{ m(m) }}", Limit::Joined),
        (
            "{% set ns = namespace(s=[1]) %}{% for i in range(900) %}{% set ns.s = [ns.s, ns.s] %}{% endfor %}",
            Limit::Joined,
        ),
        (
            "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}{% endfor %}{% endfor %}{% endfor %}",
            Limit::Steps,
        ),
        (
            "{% for i in range(900) %}{% for j in range(900) %}一二三四五六七八九十\n{% endfor %}{% endfor %}",
            Limit::Filled,
        ),
        (":lines 300000", Limit::Ruled),
        (":table *l headless\n[正 4000000000]\n:end", Limit::Squares),
        ("{{ \"\\\" }} {# \" ~ 'x' * 4000000000 }}", Limit::Joined),
        ("{{ {'a': {'b': 1}}['a']['b'] * 4000000000 }}", Limit::Joined),
        (
            "{%+ set ns = namespace(s='x') %}{% for i in range(9) %}{%+ set ns.s = ns.s ~ ns.s %}{% endfor %}",
            Limit::Joined,
        ),
        (
            "{{ range(900) | join('xxxxxxxxxx') | replace('x', 'yyyyyyyyyyyyyyyyyyyy') }}",
            Limit::Repeated,
        ),
    ];
    let mut all: Vec<(String, Limit)> = named.map(|(text, limit)| (text.to_owned(), limit)).into();
    let doubled = |n: usize| format!("{{% set a{} = a{n} ~ a{n} %}}", n + 1);
    let doubling: String = (0..40).map(doubled).collect();
    all.extend([
        (again("{{ ", "1", " }}", 1).replace('1', &(again("not ", "1", "", 4_000))), Limit::Marks),
        (format!("{{{{ {}1 }}}}", "- ".repeat(9_000)), Limit::Marks),
        (format!("{{{{ {} }}}}", again("(", "1", ")", 9_000)), Limit::Marks),
        (format!("{{{{ {} }}}}", again("[", "1", "]", 9_000)), Limit::Marks),
        (format!("{{{{ 1{} }}}}", " + 1".repeat(4_000)), Limit::Marks),
        (format!("{{{{ meeting{} }}}}", ".venue".repeat(3_000)), Limit::Marks),
        (format!("{{{{ 1{} }}}}", "|abs".repeat(4_000)), Limit::Marks),
        (format!("{{% if 0 %}}{}{{% endif %}}", "{% elif 0 %}".repeat(1_500)), Limit::Branches),
        (again(":box 10\n", "甲\n", ":end\n", 900), Limit::Nested),
        (again(":beside\n", "甲\n", ":end\n", 900), Limit::Nested),
        (format!(":beside\n{}:end", "甲\n:next\n".repeat(900)), Limit::Columns),
        (format!(":table {}\n甲\n:end", "1l ".repeat(5_000)), Limit::Columns),
        (":qr a\n".repeat(900), Limit::Codes),
        (format!("{{% set a0 = 'x' %}}{doubling}{{{{ a40 | length }}}}"), Limit::Joined),
        (":page\n甲\n".repeat(2_100), Limit::Pages),
    ]);
    all
}

#[test]
fn whatever_is_nested_repeated_or_joined_without_end_is_refused_with_its_place() {
    let told = Told::sample();
    for (text, limit) in relatives() {
        let (found, place) = refused(&told, &format!("{AGENDA}{text}\n"))
            .unwrap_or_else(|| panic!("was set: {:?}", text.get(..200).unwrap_or(&text)));
        assert_eq!(found, limit, "{:?}", text.get(..200).unwrap_or(&text));
        assert_ne!(place, Place::Line { line: 0 });
    }
}

#[test]
fn what_is_no_part_of_the_language_is_named_with_its_line() {
    for text in ["{% raw %}{{ \" {% endraw %}", "{{ self.x() }}", "{% include 'x' %}"] {
        let faults = text_faults(&PaperKind::Agenda, &format!("{AGENDA}{text}"));
        assert!(matches!(faults[..], [TextFault::Command { line: 3.., .. }]), "{text}: {faults:?}");
    }
}

/// An office's own texts do more than those of the house.
#[test]
fn what_an_office_writes_is_set() {
    let told = Told::sample();
    let office = "{% set n = namespace(at=0) %}{% for item in meeting.agenda %}{% set n.at = n.at + 1 %}\
        {{ n.at * 2 }}{% endfor %}\n\
        {% macro named(one) %}{{ one.name }}（{{ one.post or \"无职务\" }}）{% endmacro %}\
        {% for pair in people.deputies | batch(2) %}{% for one in pair %}{{ named(one) }}{% endfor %}\n{% endfor %}\n\
        {{ people.deputies | map(attribute=\"name\") | join(\"、\") }}\n\
        {% set whole = session.full ~ \"（\" ~ meeting.venue ~ \"）\" %}{{ whole | replace(\"镇\", \"乡\") }}\n\
        {% for line in range(1, 30, 2) %}{{ line }}{{ \"，\" if not loop.last else \"。\" }}{% endfor %}\n:lines 20\n";
    let text = format!("{AGENDA}{office}");
    assert_eq!(text_faults(&PaperKind::Agenda, &text), []);
    let set = set_with_text(&told.session, &PaperKind::Agenda, &text, None, &Shelf::default());
    assert!(set.is_ok(), "{:?}", set.err());
}

#[test]
fn an_error_says_which_line_asks_too_much() {
    let told = Told::sample();
    let text = format!("{AGENDA}:lines 4000\n");
    let set = set_with_text(&told.session, &PaperKind::Agenda, &text, None, &Shelf::default());
    let Err(error @ PaperError::TooMuch { .. }) = set else { panic!() };
    assert_eq!(error.to_string(), "a paper has no more than 200 ruled lines: “:lines 4000”");
}
