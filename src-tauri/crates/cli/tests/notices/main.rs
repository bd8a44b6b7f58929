//! `assets/notices/third-party.txt` says whose work travels with the program. `UPDATE=1` makes it
//! again.
#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What is built for these is given away.
const SYSTEMS: [&str; 2] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu"];

/// Stands for the one text of the licence in the groups below; where it is offered it is taken.
const APACHE: &str = "Apache-2.0";

const HEAD: &str = "\
票决台：第三方软件、字体和资料
本程序用到下列第三方成果，各按其许可使用。程序自身的许可见 LICENSE。

Piaojue: software, fonts and data by others
The program is made with the works below, each under its licence. The program's own is in LICENSE.
";

const MIT: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the \"Software\"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES
OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";

fn house() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.."))
}

fn read(path: &str) -> String {
    trimmed(&fs::read_to_string(house().join(path)).unwrap())
}

/// Line ends and spaces at them are nobody's wording.
fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--locked", "--offline"])
        .current_dir(house())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "first: cargo fetch --locked\n{said}");
    String::from_utf8(output.stdout).unwrap()
}

/// A crate or a package of the front end.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Work {
    name: String,
    version: String,
    licence: String,
}

/// Every crate that is linked into a program, macros and tools of the build left out.
fn linked() -> BTreeSet<Work> {
    let mut all = BTreeSet::new();
    for system in SYSTEMS {
        let edges = ["-e", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe"];
        let of = ["-f", "{p}\t{l}", "--target", system, "-p", "piaojue", "-p", "cli"];
        for line in cargo(&[&["tree"][..], &edges, &of].concat()).lines() {
            let Some((package, licence)) = line.split_once('\t') else { continue };
            let mut words = package.split(' ');
            let (name, version) = (words.next().unwrap(), words.next().unwrap());
            // The house's own stand in a folder, which follows.
            if words.next().is_none() {
                let version = version.trim_start_matches('v').to_owned();
                all.insert(Work { name: name.to_owned(), version, licence: licence.to_owned() });
            }
        }
    }
    all
}

/// A crate as it was fetched.
struct Source {
    folder: PathBuf,
    repository: String,
    authors: Vec<String>,
}

fn sources() -> BTreeMap<(String, String), Source> {
    let all: Value = serde_json::from_str(&cargo(&["metadata", "--format-version", "1"])).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let source = |package: &Value| {
        let manifest = PathBuf::from(text(&package["manifest_path"]));
        let source = Source {
            folder: manifest.parent().unwrap().to_owned(),
            repository: text(&package["repository"]),
            authors: package["authors"].as_array().unwrap().iter().map(text).collect(),
        };
        ((text(&package["name"]), text(&package["version"])), source)
    };
    all["packages"].as_array().unwrap().iter().map(source).collect()
}

/// The texts beside a crate whose name begins with one of these.
fn texts(folder: &Path, names: &[&str]) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = file.file_name().to_string_lossy().to_lowercase();
        if file.path().is_file() && names.iter().any(|begin| name.starts_with(begin)) {
            let text = trimmed(&String::from_utf8_lossy(&fs::read(file.path()).unwrap()));
            let is_apache = text.trim_start().starts_with("Apache License");
            texts.insert(if is_apache { APACHE.to_owned() } else { text });
        }
    }
    texts
}

const LICENCES: [&str; 5] = ["licen", "copying", "unlicense", "copyright", "notice"];

fn offers_apache(licence: &str) -> bool {
    !licence.contains("AND")
        && licence.replace('/', " OR ").split(" OR ").any(|one| one.trim() == APACHE)
}

fn texts_of(work: &Work, all: &BTreeMap<(String, String), Source>) -> BTreeSet<String> {
    let source = &all[&(work.name.clone(), work.version.clone())];
    if offers_apache(&work.licence) {
        let mut texts = texts(&source.folder, &["notice"]);
        texts.insert(APACHE.to_owned());
        return texts;
    }
    let sisters = all.values().filter(|one| one.repository == source.repository);
    let mut own = [source].into_iter().chain(sisters).map(|one| texts(&one.folder, &LICENCES));
    own.find(|texts| !texts.is_empty()).unwrap_or_else(|| {
        assert_eq!(work.licence, "MIT", "{} has no text", work.name);
        let authors: Vec<&str> =
            source.authors.iter().filter_map(|one| one.split(" <").next()).collect();
        let whose = if authors.is_empty() { vec!["the authors"] } else { authors }.join(", ");
        BTreeSet::from([format!("Copyright (c) {whose}\n\n{MIT}")])
    })
}

/// What the built pages are made of, with its text: the build says so.
fn bundled() -> Vec<(Work, String)> {
    let said = fs::read_to_string(house().join("ui/dist/licences.json")).unwrap();
    let said: Vec<Value> = serde_json::from_str(&said).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |one: &Value| {
        let [name, version, licence, words] =
            ["name", "version", "identifier", "text"].map(|field| text(&one[field]));
        let words = if offers_apache(&licence) { APACHE.to_owned() } else { trimmed(&words) };
        (Work { name, version, licence }, words)
    };
    said.iter().map(one).collect()
}

/// Each text once, with all that are under it.
type Groups = BTreeMap<String, BTreeSet<String>>;

fn section(page: &mut String, title: &str) {
    let rule = "=".repeat(80);
    write!(page, "\n{rule}\n{title}\n{rule}\n\n").unwrap();
}

fn row(page: &mut String, groups: &mut Groups, work: &Work, texts: BTreeSet<String>) {
    let named = format!("{} {}", work.name, work.version);
    writeln!(page, "{named}\t{}", work.licence).unwrap();
    for text in texts {
        groups.entry(text).or_default().insert(named.clone());
    }
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    let mut groups = Groups::new();
    let all = sources();
    section(&mut page, "程序 Crates");
    for work in linked() {
        row(&mut page, &mut groups, &work, texts_of(&work, &all));
    }
    section(&mut page, "界面 Packages of the front end");
    for (work, text) in bundled() {
        row(&mut page, &mut groups, &work, BTreeSet::from([text]));
    }
    for (title, path) in [
        ("其他 Others", "assets/notices/by-hand.txt"),
        ("字体 Fonts", "assets/fonts/README.md"),
        ("字体许可 The fonts' licence", "assets/fonts/OFL.txt"),
        ("笔画资料 Data of strokes", "assets/strokes/LICENCES.txt"),
    ] {
        section(&mut page, title);
        writeln!(page, "{}", read(path)).unwrap();
    }
    let apache = &all.iter().find(|((name, _), _)| name == "serde").unwrap().1.folder;
    let apache = trimmed(&fs::read_to_string(apache.join("LICENSE-APACHE")).unwrap());
    for (text, works) in groups {
        let works: Vec<String> = works.into_iter().collect();
        section(&mut page, &works.join(", "));
        writeln!(page, "{}", if text == APACHE { &apache } else { &text }).unwrap();
    }
    page
}

#[test]
fn everyone_whose_work_travels_with_the_program_is_named() {
    let path = house().join("assets/notices/third-party.txt");
    let wanted = page();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &wanted).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == wanted,
        "stale: make ui/dist/index.html && UPDATE=1 cargo test --workspace --test notices"
    );
}
