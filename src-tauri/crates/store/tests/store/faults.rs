//! Whatever call of the system fails, once or from then on: what was acknowledged stands, what
//! stands is what was told, and nothing half done is left.
//!
//! The calls of a process of its own are let fail by a few lines of C (`faults.c`), one after the
//! other. A day of it is `make attack`; `make test` tries some of them.

use std::path::Path;
use std::process::{Command, Output};

use store::{Earlier, Failure, Record, keep_file, verify};

use crate::common::{
    PDF, at, describe, file_in, folder, names_in, of_the_ballot, prepared, printed, secretary,
};
use crate::interruption::{file_of_this_process, process};
use crate::whole::of_the_whole;

/// What may fail, how often it comes in one life of the process at least, and how far apart the
/// ones that `make test` tries are.
const CALLS: [(&str, usize, usize); 5] =
    [("open", 4, 5), ("write", 10, 9), ("sync", 8, 7), ("truncate", 2, 3), ("unlink", 1, 1)];

/// EIO and ENOSPC.
const ERRORS: [u32; 2] = [5, 28];

const SAVED: &str = "报告单.pdf";

#[test]
#[ignore = "a process of whatever_call_fails_what_was_acknowledged_stands"]
fn process_that_goes_on_whatever_fails() {
    let path = file_of_this_process();
    let Ok(mut record) = Record::open(&path) else { return };
    for turn in 0..3 {
        match record.perform(&describe(&format!("第{turn}镇")), &secretary(), at()) {
            Ok(_) => println!("recorded {}", record.session().seq()),
            Err(Failure::Store(error)) => println!("failed: {error}"),
            Err(Failure::Refused(refusal)) => panic!("{refusal}"),
        }
    }
    match record.issue_paper(printed(&of_the_ballot(), PDF), &secretary(), at()) {
        Ok(_) => println!("recorded {}", record.session().seq()),
        Err(Failure::Store(error)) => println!("failed: {error}"),
        Err(Failure::Refused(refusal)) => panic!("{refusal}"),
    }
    if keep_file(&path.with_file_name(SAVED), PDF, Earlier::Kept).is_ok() {
        println!("saved");
    }
    if !record.is_torn() {
        println!("stands {} {}", record.session().seq(), record.head().unwrap());
    }
}

/// Builds what lets calls fail, beside this test's own files.
fn shim(folder: &Path) -> std::path::PathBuf {
    let made = folder.join("faults.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/store/faults.c");
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", source, "-o"])
        .arg(&made)
        .args(["-ldl"])
        .status()
        .unwrap();
    assert!(built.success());
    made
}

/// Lives through one life with one fault; `false` where it had fewer such calls.
fn survives(shim: &Path, whole: &[u8], fault: &str) -> bool {
    let folder = folder();
    let path = file_in(&folder);
    std::fs::write(&path, whole).unwrap();
    let lived = process("faults::process_that_goes_on_whatever_fails", &path)
        .env("LD_PRELOAD", shim)
        .env("PIAOJUE_FAULT", fault)
        .env("PIAOJUE_UNDER", folder.path().canonicalize().unwrap())
        .output()
        .unwrap();
    assert!(lived.status.success(), "{fault}: {lived:?}");
    let found = verify(&path).unwrap_or_else(|error| panic!("{fault}: {error}"));
    assert_eq!(found.flaws, vec![], "{fault}");
    let told = told(&lived);
    assert!(found.session.seq() >= told.acknowledged, "{fault}: {told:?}");
    if let Some(stands) = &told.stands {
        let head = found.head.unwrap();
        assert_eq!(&format!("{} {head}", found.session.seq()), stands, "{fault}");
    }
    let saved = std::fs::read(path.with_file_name(SAVED)).ok();
    assert!(saved.is_none() || saved.as_deref() == Some(PDF), "{fault}: half a file was left");
    assert!(!told.saved || saved.is_some(), "{fault}: what was told saved is not there");
    let strange = |name: &String| !["青石镇.piaojue", SAVED].contains(&name.as_str());
    assert_eq!(names_in(&folder).into_iter().find(strange), None, "{fault}");
    String::from_utf8_lossy(&lived.stderr).contains("a fault was injected")
}

#[derive(Debug)]
struct Told {
    acknowledged: u32,
    saved: bool,
    stands: Option<String>,
}

fn told(lived: &Output) -> Told {
    let said = String::from_utf8_lossy(&lived.stdout);
    let after = |line: &str, word: &str| line.split_once(word).map(|(_, rest)| rest.to_owned());
    let recorded = said.lines().filter_map(|line| after(line, "recorded ")?.parse().ok());
    Told {
        acknowledged: recorded.max().unwrap_or(0),
        saved: said.lines().any(|line| line.ends_with("saved")),
        stands: said.lines().find_map(|line| after(line, "stands ")),
    }
}

#[test]
fn whatever_call_fails_what_was_acknowledged_stands() {
    let (made, source) = (folder(), folder());
    let shim = shim(made.path());
    prepared(&mut Record::create(&file_in(&source)).unwrap());
    let whole = std::fs::read(file_in(&source)).unwrap();
    for (call, at_least, apart) in CALLS {
        let apart = of_the_whole(apart, 1);
        for (error, lasting) in ERRORS.into_iter().flat_map(|error| [(error, 0), (error, 1)]) {
            let fails = |number: &usize| {
                survives(&shim, &whole, &format!("{call}:{number}:{error}:{lasting}"))
            };
            let met = (1..).step_by(apart).take_while(fails).count();
            assert!(met * apart >= at_least, "{call} was met {met} times");
        }
    }
}
