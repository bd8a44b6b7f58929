//! What went wrong outside, in words that can be read in a test log.

use std::{fmt, io};

use fantoccini::error::{CmdError, NewSessionError};

/// The result of a step; the test ends at the first one that fails.
pub type Done<T = ()> = Result<T, Failure>;

/// A step that could not be done.
#[derive(thiserror::Error)]
pub enum Failure {
    /// A tool the desktop is made of did not start.
    #[error("{tool} does not start: {cause}")]
    Tool {
        /// The command.
        tool: &'static str,
        /// What the system said.
        cause: io::Error,
    },
    /// The program did not come up under the driver.
    #[error("the program does not start: {0}")]
    Start(#[from] NewSessionError),
    /// The driver refused a step.
    #[error("the driver says: {0}")]
    Driver(#[from] CmdError),
    /// What was waited for did not come; `seen` is what the window showed instead.
    #[error("waited in vain for {what}; picture: {picture}; the window showed:\n{seen}")]
    InVain {
        /// What was waited for.
        what: String,
        /// Where the picture of the window was left.
        picture: String,
        /// The text of the window.
        seen: String,
    },
    /// The X server did not answer as it should.
    #[error("the display says: {0}")]
    Display(String),
    /// A file or a process could not be read.
    #[error(transparent)]
    System(#[from] io::Error),
    /// What was found contradicts what must hold.
    #[error("{0}")]
    Contradiction(String),
}

/// The test runner prints this form.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
