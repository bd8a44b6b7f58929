//! The TypeScript types of commands and views, and what each command is asked with and answers, are
//! made from the Rust types and checked in as one file; this fails when it is stale. `UPDATE=1 cargo test -p piaojue --test bindings` writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use piaojue::{Failure, Listener, describe};
use session::people::duties::{DUTIES, Duty, PinAsked};
use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "// Made from the Rust types by src-tauri/tests/bindings.rs: change them there, \
                    then run\n// UPDATE=1 cargo test -p piaojue --test bindings\n";

/// Declarations by the name they have in TypeScript.
#[derive(Default)]
struct Collected {
    config: Config,
    types: BTreeMap<String, Declaration>,
}

struct Declaration {
    rust: &'static str,
    text: String,
}

impl TypeVisitor for Collected {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let (name, rust) = (T::ident(&self.config), std::any::type_name::<T>());
        if let Some(known) = self.types.get(&name) {
            assert_eq!(known.rust, rust, "two types would be one {name} in TypeScript");
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let text = format!("{docs}export {}\n", T::decl(&self.config));
        self.types.insert(name, Declaration { rust, text });
        T::visit_dependencies(self);
    }
}

/// The commands as one interface: what each is asked with, and what it answers.
#[derive(Default)]
struct Commands {
    types: Collected,
    lines: Vec<String>,
    arguments: Vec<String>,
    /// Every command, by the window that may call it.
    callers: BTreeMap<&'static str, BTreeSet<&'static str>>,
}

impl Commands {
    fn described() -> Self {
        let mut commands = Self::default();
        describe(&mut commands);
        commands
    }

    fn name_of<T: TS + 'static>(&mut self) -> String {
        self.types.visit::<T>();
        T::visit_dependencies(&mut self.types);
        T::visit_generics(&mut self.types);
        T::name(&self.types.config)
    }

    fn declared(&self) -> String {
        let what = "/** What a window may ask by name: with what, and what is answered. */";
        format!("{what}\nexport interface Commands {{\n{}}}\n", self.lines.concat())
    }
}

impl Listener for Commands {
    fn command(&mut self, name: &'static str, windows: &[&'static str]) {
        for window in windows {
            self.callers.entry(window).or_default().insert(name);
        }
        self.lines.push(name.to_owned());
    }

    fn argument<T: TS + 'static>(&mut self, name: &'static str) {
        let type_name = self.name_of::<T>();
        // What may be null may be left out.
        let mark = if type_name.ends_with("| null") { "?" } else { "" };
        self.arguments.push(format!("{name}{mark}: {type_name}"));
    }

    fn answer<T: TS + 'static>(&mut self) {
        let answer = self.name_of::<T>();
        let asked = match std::mem::take(&mut self.arguments).join(", ") {
            none if none.is_empty() => "Record<string, never>".to_owned(),
            arguments => format!("{{ {arguments} }}"),
        };
        if let Some(line) = self.lines.last_mut() {
            *line = format!("  {line}: {{ asked: {asked}; answer: {answer} }};\n");
        }
    }
}

/// 职责 as the front end goes by it: who may ask for what, and when a PIN is asked for.
fn duties() -> Result<String, serde_json::Error> {
    let mut rooms: Vec<(&str, String)> = Vec::new();
    for Duty { room, command, who, pin } in DUTIES {
        let pin = match pin {
            PinAsked::Never => "never",
            PinAsked::Seated => "seated",
            PinAsked::Afresh => "afresh",
            PinAsked::AfreshOfChief => "afresh_of_chief",
        };
        let (act, who) = (snake(command), serde_json::to_string(who)?);
        let line = format!("    {act}: {{ who: {who}, pin: \"{pin}\" }},\n");
        match rooms.last_mut().filter(|(last, _)| last == room) {
            Some((_, acts)) => acts.push_str(&line),
            None => rooms.push((room, line)),
        }
    }
    let what = "/** 职责: who may ask for what, and whether a PIN is asked for. */";
    let rooms = rooms.iter().map(|(room, acts)| format!("  {}: {{\n{acts}  }},\n", snake(room)));
    let rooms = rooms.collect::<String>();
    Ok(format!("{what}\nexport const DUTIES = {{\n{rooms}}} as const;\n"))
}

/// `BreakOff` as commands are called: `break_off`.
fn snake(name: &str) -> String {
    let mut found = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !found.is_empty() {
            found.push('_');
        }
        found.extend(letter.to_lowercase());
    }
    found
}

fn fresh() -> String {
    let mut commands = Commands::described();
    commands.types.visit::<Failure>();
    let interface = commands.declared();
    let types = commands.types.types.into_values().map(|found| found.text);
    let duties = duties().unwrap_or_default();
    [HEAD.to_owned(), interface, duties].into_iter().chain(types).collect::<Vec<_>>().join("\n")
}

/// What a window may call stands in three places: the list, its capability, and, through the list,
/// the front end's interface.
#[test]
fn a_window_may_call_what_the_list_says_and_nothing_else() {
    let listed = Commands::described().callers;
    let capabilities = Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    let mut allowed = BTreeMap::new();
    for file in fs::read_dir(&capabilities).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let capability: serde_json::Value = serde_json::from_str(&text).unwrap();
        let words = |of: &str| {
            let listed = capability[of].as_array().unwrap().iter();
            listed.map(|word| word.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let commands: BTreeSet<String> = words("permissions")
            .iter()
            .filter(|permission| !permission.contains(':'))
            .map(|permission| permission.trim_start_matches("allow-").replace('-', "_"))
            .collect();
        for window in words("windows") {
            allowed.insert(window, commands.clone());
        }
    }
    let listed: BTreeMap<String, BTreeSet<String>> = listed
        .into_iter()
        .map(|(window, names)| (window.to_owned(), names.into_iter().map(str::to_owned).collect()))
        .collect();
    assert_eq!(allowed, listed);
}

#[test]
fn checked_in_types_are_fresh() {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/bindings.ts");
    let fresh = fresh();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&place, &fresh).unwrap();
    }
    let checked_in = fs::read_to_string(&place).unwrap_or_default();
    let stale = fresh.lines().zip(checked_in.lines()).find(|(new, old)| new != old);
    assert_eq!(stale, None, "stale (new, old): run with UPDATE=1");
    assert_eq!(fresh.lines().count(), checked_in.lines().count(), "run with UPDATE=1");
}
