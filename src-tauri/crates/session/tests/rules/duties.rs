//! 职责: the table of `docs/roles.md` is the one every command goes by.

use std::fmt::Write;

use session::people::Role;
use session::people::duties::{DUTIES, Duty, PinAsked};
const DOCS: &str = include_str!("../../../../../docs/roles.md");

fn role(role: Role) -> &'static str {
    match role {
        Role::Secretary => "secretary",
        Role::ChiefScrutineer => "chief scrutineer",
        Role::Scrutineer => "scrutineer",
        Role::Teller => "teller",
    }
}

fn row(Duty { room, command, who, pin }: &Duty) -> String {
    let who = match who {
        [_, _, _, _] => "everybody".to_owned(),
        some => some.iter().copied().map(role).collect::<Vec<_>>().join(", "),
    };
    let pin = match pin {
        PinAsked::Never => "–",
        PinAsked::Seated => "seated",
        PinAsked::Afresh => "each time",
        PinAsked::AfreshOfChief => "the chief scrutineer each time",
    };
    format!("| {room} | `{command}` | {who} | {pin} |\n")
}

#[test]
fn the_table_of_the_docs_is_the_one_in_force() {
    let table = DUTIES.iter().fold(String::new(), |mut table, duty| {
        write!(table, "{}", row(duty)).unwrap();
        table
    });
    assert!(DOCS.contains(&table), "docs/roles.md must say:\n{table}");
    let rows = DOCS.lines().filter(|line| line.starts_with("| ") && line.contains('`')).count();
    assert_eq!(rows, DUTIES.len(), "and nothing more");
}
