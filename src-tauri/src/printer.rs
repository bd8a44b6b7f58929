//! The system's own printing: `lp` where there is CUPS, the shell's Print verb on Windows.

use std::ffi::OsStr;
use std::io;
use std::io::ErrorKind;
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;

use papers::PageSize;
use serde::Deserialize;
use ts_rs::TS;

use crate::failure::{Failure, Trouble, said};

/// 单面、双面: on which sides of a sheet it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// 单面.
    One,
    /// 双面, turned like a book; a printer that cannot prints one side.
    Two,
}

/// What is asked of the printer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Job<'a> {
    /// The PDF file.
    pub path: &'a Path,
    /// The sheet it is set for.
    pub sheet: PageSize,
    /// How often.
    pub copies: NonZeroU16,
    pub sides: Sides,
}

/// Hands a PDF file to the system's usual printer.
pub(crate) fn print(job: &Job<'_>) -> Result<(), Failure> {
    print_by(OsStr::new(PROGRAM), job)
}

#[cfg(not(windows))]
const PROGRAM: &str = "lp";
#[cfg(windows)]
const PROGRAM: &str = "powershell";

fn print_by(program: &OsStr, job: &Job<'_>) -> Result<(), Failure> {
    for mut command in commands(program, job) {
        let done = command.output().map_err(|error| not_started(&error))?;
        if !done.status.success() {
            return Err(refused(String::from_utf8_lossy(&done.stderr).trim()));
        }
    }
    Ok(())
}

fn not_started(error: &io::Error) -> Failure {
    if error.kind() == ErrorKind::NotFound {
        Trouble::NoPrinting.into()
    } else {
        Trouble::Printer { said: said(error) }.into()
    }
}

/// What CUPS says where no printer is set up, or its service is not running.
const NO_PRINTER: [&str; 3] =
    ["no default destination", "scheduler not responding", "no destinations added"];

fn refused(said: &str) -> Failure {
    let plain = said.to_lowercase();
    if NO_PRINTER.iter().any(|sentence| plain.contains(sentence)) {
        Trouble::NoPrinter.into()
    } else {
        Trouble::Printer { said: said.to_owned() }.into()
    }
}

/// In the size it is set in: the boxes of a ballot keep their millimetres. In the plain locale its
/// refusals can be told apart.
#[cfg(not(windows))]
fn commands(program: &OsStr, Job { path, sheet, copies, sides }: &Job<'_>) -> Vec<Command> {
    let media = match sheet {
        PageSize::A4 => "media=A4",
        PageSize::A5 => "media=A5",
    };
    let sides = match sides {
        Sides::One => "sides=one-sided",
        Sides::Two => "sides=two-sided-long-edge",
    };
    let mut lp = Command::new(program);
    lp.env("LC_ALL", "C").arg("-n").arg(copies.to_string());
    for option in [media, sides, "collate=true", "print-scaling=none"] {
        lp.arg("-o").arg(option);
    }
    lp.arg("--").arg(path);
    vec![lp]
}

/// The shell prints one copy at a time, as the printer is set up.
#[cfg(windows)]
fn commands(program: &OsStr, Job { path, copies, .. }: &Job<'_>) -> Vec<Command> {
    let one = || {
        let mut shell = Command::new(program);
        shell
            .args([
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                "Start-Process -FilePath $args[0] -Verb Print -Wait",
            ])
            .arg(path);
        shell
    };
    (0..copies.get()).map(|_| one()).collect()
}

#[cfg(all(test, not(windows)))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use super::*;

    fn job(path: &Path) -> Job<'_> {
        Job {
            path,
            sheet: PageSize::A5,
            copies: NonZeroU16::new(12).unwrap_or(NonZeroU16::MIN),
            sides: Sides::Two,
        }
    }

    /// Stands in for `lp`: writes down what it was told, says something, ends as told.
    fn stand_in(folder: &Path, says: &str, ends: u8) -> io::Result<PathBuf> {
        let program = folder.join("lp");
        let script = format!(
            "#!/bin/sh\nprintf '%s|' \"$@\" > '{}'\necho '{says}' >&2\nexit {ends}\n",
            folder.join("told").display()
        );
        fs::write(&program, script)?;
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755))?;
        Ok(program)
    }

    fn trouble(done: Result<(), Failure>) -> Option<Trouble> {
        match done {
            Err(Failure::Failed(trouble)) => Some(trouble),
            Err(Failure::Refused { .. } | Failure::NotSet { .. }) | Ok(()) => None,
        }
    }

    /// One test, so that no program is started while another is being written.
    #[test]
    fn what_lp_is_told_and_what_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let tried = |says: &str, ends| {
            print_by(
                stand_in(folder.path(), says, ends).unwrap().as_os_str(),
                &job(Path::new("-o 决定.pdf")),
            )
        };
        tried("", 0).unwrap();
        let told = fs::read_to_string(folder.path().join("told")).unwrap();
        let wanted = "-n|12|-o|media=A5|-o|sides=two-sided-long-edge|-o|collate=true|-o|print-scaling=none|--|-o 决定.pdf|";
        assert_eq!(told, wanted, "a name is never read as an option");
        assert_eq!(
            trouble(tried("lp: Error - No default destination.", 1)),
            Some(Trouble::NoPrinter)
        );
        assert_eq!(
            trouble(tried("lp: Error - scheduler not responding.", 1)),
            Some(Trouble::NoPrinter)
        );
        let said = "lp: Destination is not accepting jobs.".to_owned();
        assert_eq!(trouble(tried(&said, 1)), Some(Trouble::Printer { said }));
        let missing = folder.path().join("no-lp");
        assert_eq!(
            trouble(print_by(missing.as_os_str(), &job(Path::new("决定.pdf")))),
            Some(Trouble::NoPrinting)
        );
    }
}
