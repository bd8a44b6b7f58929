//! `tally` and `session` depend on nothing that reads a file, a clock or a random number.

/// Every crate that may stand below `session`, and what it is for.
const PURE: [&str; 22] = [
    // our own
    "session",
    "tally",
    // data and their forms
    "serde",
    "serde_core",
    "serde_derive",
    "serde_json",
    "itoa",
    "zmij",
    "memchr",
    // dates, without a clock
    "chrono",
    "num-traits",
    "autocfg",
    // errors
    "thiserror",
    "thiserror-impl",
    // how characters are read
    "pinyin",
    // NFC
    "unicode-normalization",
    "tinyvec",
    "tinyvec_macros",
    // while compiling
    "proc-macro2",
    "quote",
    "syn",
    "unicode-ident",
];

#[expect(clippy::disallowed_types, reason = "the tree is asked of cargo, outside the crate")]
fn tree(format: &str) -> String {
    let arguments = [
        "tree",
        "--package",
        "session",
        "--edges",
        "normal,build",
        "--prefix",
        "none",
        "--offline",
        "--format",
        format,
    ];
    let output = std::process::Command::new(env!("CARGO")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn nothing_below_session_reads_a_file_a_clock_or_chance() {
    let tree = tree("{p}");
    let names: Vec<&str> = tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"tally"));
    let foreign: Vec<&&str> = names.iter().filter(|name| !PURE.contains(name)).collect();
    assert!(foreign.is_empty(), "not known to be pure: {foreign:?}");
}

#[test]
fn dates_come_without_a_clock() {
    let tree = tree("{p} features={f}");
    let chrono = tree.lines().find(|line| line.starts_with("chrono ")).unwrap();
    for feature in ["clock", "now", "std", "iana-time-zone"] {
        let features = chrono.split("features=").nth(1).unwrap().trim_end_matches(" (*)");
        assert!(!features.split(',').any(|on| on == feature), "{chrono}");
    }
}
