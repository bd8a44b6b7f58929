//! What a stranger's text may take deep into itself is done on a stack of a known size: whoever asks
//! may stand on a small one.

use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Bytes of the stack; no more of it is used than is needed.
const STACK: usize = 64 << 20;

/// Does something on a stack of its own, where the system gives one, and returns what it came to.
pub(crate) fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let work = Mutex::new(Some(work));
    let take = || work.lock().unwrap_or_else(PoisonError::into_inner).take();
    let done = thread::scope(|scope| {
        let begun = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, || take().map(|work| work()));
        begun
            .ok()
            .and_then(|thread| thread.join().unwrap_or_else(|panicked| resume_unwind(panicked)))
    });
    match (done, take()) {
        (Some(done), _) => done,
        (None, Some(work)) => work(),
        (None, None) => unreachable!("the work was done or is here"),
    }
}
