//! What a person at the machine can do with the program, for tests: sit down at a desktop, start
//! it, read a window, press keys, close a window, pull the plug.
//!
//! Nothing here knows the program from inside. The windows are driven through `WebKitWebDriver`;
//! things are found by the role and the words a person would use for them.

mod desktop;
mod dialog;
mod failure;
mod processes;
mod program;
mod window;

pub use desktop::Desktop;
pub use failure::{Done, Failure};
pub use fantoccini::key::Key;
pub use program::Program;
pub use window::Window;
