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
    #[cfg_attr(windows, expect(dead_code, reason = "the shell prints as the printer is set up"))]
    pub sheet: PageSize,
    /// How often.
    pub copies: NonZeroU16,
    #[cfg_attr(windows, expect(dead_code, reason = "the shell prints as the printer is set up"))]
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
    let done = command(program, job).output().map_err(|error| not_started(&error))?;
    if done.status.success() {
        Ok(())
    } else {
        Err(refused(done.status.code(), String::from_utf8_lossy(&done.stderr).trim()))
    }
}

fn not_started(error: &io::Error) -> Failure {
    if error.kind() == ErrorKind::NotFound {
        Trouble::NoPrinting.into()
    } else {
        Trouble::Printer { said: said(error) }.into()
    }
}

/// What CUPS says where no printer is set up, or its service is not running.
#[cfg(not(windows))]
const NO_PRINTER: [&str; 3] =
    ["no default destination", "scheduler not responding", "no destinations added"];

#[cfg(not(windows))]
fn refused(_: Option<i32>, said: &str) -> Failure {
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
fn command(program: &OsStr, Job { path, sheet, copies, sides }: &Job<'_>) -> Command {
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
    lp
}

#[cfg(windows)]
fn command(program: &OsStr, Job { path, copies, .. }: &Job<'_>) -> Command {
    use std::os::windows::process::CommandExt;

    /// `CREATE_NO_WINDOW`: without it a console flashes up.
    const NO_WINDOW: u32 = 0x0800_0000;
    let mut shell = verb::command(program, path, *copies);
    shell.creation_flags(NO_WINDOW);
    shell
}

#[cfg(windows)]
use verb::refused;

/// The shell's Print verb: what opens a PDF is told to print it, a copy at a time, as the printer is
/// set up.
#[cfg(any(windows, test))]
mod verb {
    use super::{Command, Failure, NonZeroU16, OsStr, Path, Trouble};

    /// A script gets no arguments from `-Command`, so path and copies come in the environment,
    /// where nothing in a name is read as code. 1155 is `ERROR_NO_ASSOCIATION`: Edge offers no
    /// printing.
    const SCRIPT: &str = "$ErrorActionPreference = 'Stop'; \
        [Console]::OutputEncoding = [Text.Encoding]::UTF8; \
        $paper = New-Object Diagnostics.ProcessStartInfo $env:PIAOJUE_PAPER; \
        $paper.Verb = 'Print'; $paper.UseShellExecute = $true; $paper.WindowStyle = 'Hidden'; \
        try { foreach ($copy in 1..[int]$env:PIAOJUE_COPIES) { \
        [void][Diagnostics.Process]::Start($paper) } } \
        catch { $cause = $_.Exception.GetBaseException(); \
        if ($cause.NativeErrorCode -eq 1155) { exit 3 }; \
        [Console]::Error.WriteLine($cause.Message); exit 1 }";

    /// How the script ends where nothing prints a PDF.
    const NOTHING_PRINTS: i32 = 3;

    pub(super) fn command(program: &OsStr, path: &Path, copies: NonZeroU16) -> Command {
        let mut shell = Command::new(program);
        shell.env("PIAOJUE_PAPER", path).env("PIAOJUE_COPIES", copies.to_string()).args([
            "-NoProfile",
            "-NonInteractive",
            "-Command",
            SCRIPT,
        ]);
        shell
    }

    pub(super) fn refused(ended: Option<i32>, said: &str) -> Failure {
        if ended == Some(NOTHING_PRINTS) {
            Trouble::PrintThere.into()
        } else {
            Trouble::Printer { said: said.trim_start_matches('\u{feff}').to_owned() }.into()
        }
    }
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

    #[test]
    fn the_shells_script_takes_nothing_from_a_name() {
        let name = Path::new("C:\\票决台\\$(exit) \"；' 决定.pdf");
        let shell = verb::command(OsStr::new("powershell"), name, job(name).copies);
        let told: Vec<&str> = shell.get_args().filter_map(OsStr::to_str).collect();
        let [.., "-Command", script] = told.as_slice() else {
            panic!("the script comes last: {told:?}")
        };
        assert!(!script.contains('"'), "a quote would end it: {script}");
        let given: Vec<_> = shell.get_envs().collect();
        for (variable, value) in
            [("PIAOJUE_PAPER", name.as_os_str()), ("PIAOJUE_COPIES", OsStr::new("12"))]
        {
            assert!(script.contains(&format!("$env:{variable}")), "{script}");
            assert!(given.contains(&(OsStr::new(variable), Some(value))), "{given:?}");
        }
        assert_eq!(trouble(Err(verb::refused(Some(3), ""))), Some(Trouble::PrintThere));
        let said = "拒绝访问。".to_owned();
        let told = trouble(Err(verb::refused(Some(1), "\u{feff}拒绝访问。")));
        assert_eq!(told, Some(Trouble::Printer { said }));
    }
}
