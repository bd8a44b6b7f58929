//! 登记: one thread keeps the open session. Whatever asks for it stands in a queue and is done in
//! the order in which it came, so that no window waits for the disk, and no sheet overtakes the one
//! before it.
//!
//! What may take long and needs no order (typesetting, hashing a PIN, verifying, copies, the
//! system's dialogs) is done beside the queue, on what the registrar hands out: a snapshot of the
//! session, a still of its file. Such work may wait for the queue; the queue waits for nobody.

use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::thread::JoinHandle;

use tauri::{AppHandle, Manager, Runtime, State};

use crate::failure::{Failure, Trouble};
use crate::open::Open;

type Work = Box<dyn FnOnce(&mut Open) + Send>;

enum Job {
    Work(Work),
    End,
}

/// Returns the registrar of the program.
pub(crate) fn registrar<R: Runtime>(app: &AppHandle<R>) -> State<'_, Registrar> {
    app.state()
}

/// The queue, and the thread that works it off.
pub(crate) struct Registrar {
    queue: Sender<Job>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Default for Registrar {
    fn default() -> Self {
        let (queue, jobs) = mpsc::channel();
        let thread = thread::spawn(move || work_off(&jobs));
        Self { queue, thread: Mutex::new(Some(thread)) }
    }
}

fn work_off(jobs: &Receiver<Job>) {
    let mut open = Open::default();
    while let Ok(Job::Work(work)) = jobs.recv() {
        work(&mut open);
    }
}

impl Registrar {
    /// Puts work at the end of the queue and goes on. After the end it is dropped undone.
    pub(crate) fn enqueue(&self, work: impl FnOnce(&mut Open) + Send + 'static) {
        // Whoever waits for an answer learns of it from what was dropped.
        drop(self.queue.send(Job::Work(Box::new(work))));
    }

    /// Puts work at the end of the queue and waits for what it comes to: beside the queue only,
    /// never within it and never in the windows' own thread.
    pub(crate) fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Open) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let (answer, answered) = mpsc::sync_channel(1);
        self.enqueue(move |open| {
            // Nobody waits any more when the program ends.
            drop(answer.send(work(open)));
        });
        answered.recv().unwrap_or_else(|_| Err(Trouble::Stopped.into()))
    }

    /// Works off what is in the queue, closes the session and ends.
    pub(crate) fn end(&self) {
        drop(self.queue.send(Job::End));
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tauri_plugin_log::log::error!("the registrar ended before the program did");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn what_is_asked_is_done_in_the_order_in_which_it_came() {
        let registrar = Registrar::default();
        let done = Arc::new(Mutex::new(Vec::new()));
        for number in 0..100 {
            let done = Arc::clone(&done);
            registrar.enqueue(move |_| done.lock().unwrap().push(number));
        }
        let seen = Arc::clone(&done);
        let then = registrar.ask(move |_| Ok(seen.lock().unwrap().clone())).unwrap();
        assert_eq!(then, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn the_end_comes_after_everything_asked_before_it_and_then_nothing_is_done() {
        let registrar = Registrar::default();
        let (started, go) = mpsc::channel::<()>();
        let done = Arc::new(Mutex::new(0));
        registrar.enqueue(move |_| go.recv().unwrap());
        for _ in 0..10 {
            let done = Arc::clone(&done);
            registrar.enqueue(move |_| *done.lock().unwrap() += 1);
        }
        started.send(()).unwrap();
        registrar.end();
        assert_eq!(*done.lock().unwrap(), 10);
        let late = registrar.ask(|_| Ok(()));
        assert!(matches!(late, Err(Failure::Failed(Trouble::Stopped))), "{late:?}");
        registrar.end();
    }

    /// Work beside the queue may wait for it as often as it likes.
    #[test]
    fn many_may_wait_for_the_queue_at_once() {
        let registrar = Arc::new(Registrar::default());
        let asking = (0..8).map(|number| {
            let registrar = Arc::clone(&registrar);
            thread::spawn(move || {
                let first = registrar.ask(move |_| Ok(number)).unwrap();
                registrar.ask(move |_| Ok(first * 2)).unwrap()
            })
        });
        let asking: Vec<_> = asking.collect();
        let answers: Vec<u32> = asking.into_iter().map(|asked| asked.join().unwrap()).collect();
        assert_eq!(answers, [0, 2, 4, 6, 8, 10, 12, 14]);
    }
}
