//! The faces of this machine: a fonts folder beside the program, the user's, the system's. They are
//! looked for when a session's papers are set in one of them, and again when the settings of the
//! style are opened.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use papers::Shelf;
use session::paper::Style;

/// The faces found last.
#[derive(Default)]
pub(crate) struct Faces(Mutex<Option<Arc<Shelf>>>);

impl Faces {
    /// Returns the faces a style is set with; nothing is looked for where the program's own are
    /// enough.
    pub(crate) fn of(&self, style: &Style) -> Arc<Shelf> {
        if style.faces.is_empty() { Arc::default() } else { self.found() }
    }

    /// Returns the faces found last, looked for once.
    pub(crate) fn found(&self) -> Arc<Shelf> {
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(found.get_or_insert_with(|| Arc::new(Shelf::of_this_machine(&folder()))))
    }

    /// Forgets what was found: somebody may have put a face there.
    pub(crate) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Returns the fonts folder beside the program.
pub(crate) fn folder() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program.with_file_name("fonts")
}
