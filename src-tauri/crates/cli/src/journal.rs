//! `journal`: every entry of a session as a line, so that the chain can be recomputed without SQLite.

use std::process::ExitCode;

use crate::arguments::Journal;
use crate::count::say;
use crate::trouble::Trouble;

pub(crate) fn journal(asked: &Journal) -> Result<ExitCode, Trouble> {
    say(&store::journal_lines(&asked.session)?)
}
