//! `docs/dependencies.md` says of every direct dependency what it is for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn house() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../.."))
}

/// The names in the first column of the page's tables.
fn told() -> BTreeSet<String> {
    fs::read_to_string(house().join("docs/dependencies.md"))
        .unwrap()
        .lines()
        .filter(|line| line.starts_with("| `"))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|names| names.split('`').skip(1).step_by(2).map(str::to_owned))
        .collect()
}

/// What the manifests of the workspace and of the front end ask for.
fn asked() -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(house())
        .output()
        .unwrap();
    let workspace: Value = serde_json::from_slice(&output.stdout).unwrap();
    let front = fs::read_to_string(house().join("ui/package.json")).unwrap();
    let front: Value = serde_json::from_str(&front).unwrap();
    let crates = workspace["packages"].as_array().unwrap().iter();
    let crates = crates.flat_map(|package| package["dependencies"].as_array().unwrap());
    let packages = ["dependencies", "devDependencies"].into_iter();
    let packages = packages.flat_map(|part| front[part].as_object().unwrap().keys().cloned());
    crates.map(|one| one["name"].as_str().unwrap().to_owned()).chain(packages).collect()
}

#[test]
fn every_direct_dependency_says_what_it_is_for() {
    let (told, asked) = (told(), asked());
    let untold: Vec<&String> = asked.difference(&told).collect();
    assert!(untold.is_empty(), "no row on docs/dependencies.md: {untold:?}");
    let gone: Vec<&String> = told.difference(&asked).collect();
    assert!(gone.is_empty(), "a row of what nothing asks for: {gone:?}");
}
