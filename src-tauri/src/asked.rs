//! One question of a window on its way to an answer: in the registrar's queue, or beside it.

use std::marker::PhantomData;

use tauri::ipc::{CommandArg, CommandItem, Invoke, InvokeError, InvokeResolver, IpcResponse};
use tauri::{AppHandle, Manager, Runtime};

use crate::failure::{Failure, Trouble};
use crate::open::Open;
use crate::registrar::registrar;

/// A question of a window that is to be answered with a `T`.
pub(crate) struct Asked<R: Runtime, T> {
    app: AppHandle<R>,
    resolver: Resolver<R>,
    answer: PhantomData<fn() -> T>,
}

impl<R: Runtime, T: IpcResponse> Asked<R, T> {
    pub(crate) fn of(invoke: Invoke<R>) -> Self {
        let app = invoke.message.webview_ref().app_handle().clone();
        Self { app, resolver: Resolver(Some(invoke.resolver)), answer: PhantomData }
    }

    /// Answers when everything asked before is done: it stands in the queue when this returns.
    pub(crate) fn in_order(
        self,
        work: impl FnOnce(&AppHandle<R>, &mut Open) -> Result<T, Failure> + Send + 'static,
    ) {
        let Self { app, resolver, .. } = self;
        let queue = app.clone();
        registrar(&queue).enqueue(move |open| resolver.answer(work(&app, open)));
    }

    /// Answers beside the queue, whenever it is done. It may wait: for the queue, for a disk, for
    /// somebody at a dialog.
    pub(crate) fn beside(
        self,
        work: impl FnOnce(&AppHandle<R>) -> Result<T, Failure> + Send + 'static,
    ) {
        let Self { app, resolver, .. } = self;
        drop(tauri::async_runtime::spawn_blocking(move || resolver.answer(work(&app))));
    }
}

/// Answers once. A question dropped unanswered, because the program ends or its work broke off, is
/// answered with that: no window waits for ever.
struct Resolver<R: Runtime>(Option<InvokeResolver<R>>);

impl<R: Runtime> Resolver<R> {
    fn answer<T: IpcResponse>(mut self, answer: Result<T, Failure>) {
        if let Some(resolver) = self.0.take() {
            resolver.respond(answer.map_err(InvokeError::from));
        }
    }
}

impl<R: Runtime> Drop for Resolver<R> {
    fn drop(&mut self) {
        if let Some(resolver) = self.0.take() {
            resolver.reject(Failure::from(Trouble::Stopped));
        }
    }
}

/// Returns an argument of a command by its name.
pub(crate) fn argument<'a, T: CommandArg<'a, R>, R: Runtime>(
    invoke: &'a Invoke<R>,
    name: &'static str,
    key: &'static str,
) -> Result<T, InvokeError> {
    let Invoke { message, acl, .. } = invoke;
    T::from_command(CommandItem { plugin: None, name, key, message, acl })
}
