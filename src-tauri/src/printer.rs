//! The system's own printing: `lp` where there is CUPS, the shell's Print verb on Windows.

use std::{io, num::NonZeroU16, path::Path, process::Command};

use crate::Failure;

/// Hands a PDF file to the system's usual printer.
pub(crate) fn print(path: &Path, copies: NonZeroU16) -> Result<(), Failure> {
    for mut command in commands(path, copies) {
        let done = command.output().map_err(|error| Failure::failed("printer", &error))?;
        if !done.status.success() {
            let said = String::from_utf8_lossy(&done.stderr).trim().to_owned();
            return Err(Failure::failed("printer", &io::Error::other(said)));
        }
    }
    Ok(())
}

#[cfg(not(windows))]
fn commands(path: &Path, copies: NonZeroU16) -> Vec<Command> {
    let mut lp = Command::new("lp");
    lp.arg("-n").arg(copies.to_string()).arg("--").arg(path);
    vec![lp]
}

/// The shell prints one copy at a time.
#[cfg(windows)]
fn commands(path: &Path, copies: NonZeroU16) -> Vec<Command> {
    let one = || {
        let mut shell = Command::new("powershell");
        shell.args(["-NoProfile", "-NonInteractive", "-Command", "Start-Process -FilePath $args[0] -Verb Print -Wait"]).arg(path);
        shell
    };
    (0..copies.get()).map(|_| one()).collect()
}

#[cfg(all(test, not(windows)))]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_read_as_an_option_and_the_copies_are_said() {
        let one = NonZeroU16::new(12).unwrap_or(NonZeroU16::MIN);
        let command = &commands(Path::new("-o 决定.pdf"), one)[0];
        let said: Vec<_> = command.get_args().map(|word| word.to_string_lossy().into_owned()).collect();
        assert_eq!((command.get_program().to_string_lossy().as_ref(), said.join("|").as_str()), ("lp", "-n|12|--|-o 决定.pdf"));
    }
}
