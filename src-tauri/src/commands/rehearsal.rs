//! 演练: made of the open session, keyed by nobody, thrown away.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use exchange::rehearsal;
use serde::Serialize;
use session::{Pass, PersonId, RoundId, number};
use store::{Proving, Record};
use tauri::{AppHandle, Emitter, Manager, Runtime};
use tauri_plugin_log::log;
use ts_rs::TS;

use super::start::opened;
use crate::failure::Failure;
use crate::open::{Open, now};
use crate::registrar::registrar;
use crate::{OPERATOR, folder, windows};

/// Copies the open session into a rehearsal beside it, and opens that.
pub(crate) fn rehearse<R: Runtime>(app: &AppHandle<R>, actor: PersonId) -> Result<(), Failure> {
    let (still, session) = registrar(app)
        .ask(|open| open.with(|record| Ok((record.still()?, record.path().to_owned()))))?;
    let name = session.file_stem().unwrap_or_default().to_string_lossy();
    let beside = session.parent().unwrap_or(Path::new("."));
    let path = folder::free(beside, &format!("{name}-演练"), "piaojue");
    still.rehearse(&path, &rehearsal::fresh_seed(), &actor, now())?;
    let record = Record::open(&path)?;
    let told = app.clone();
    registrar(app).ask(move |open| {
        opened(&told, open, record);
        Ok(())
    })
}

/// Closes the open rehearsal and removes its file; the start screen follows. Papers that were saved
/// elsewhere stay: they carry 演练.
pub(crate) fn discard_rehearsal<R: Runtime>(
    app: &AppHandle<R>,
    open: &mut Open,
) -> Result<(), Failure> {
    let path = open.with(|record| {
        record.session().rehearsed()?;
        Ok(record.path().to_owned())
    })?;
    open.replace(None);
    let removed = folder::remove(&path);
    windows::changed(app, open);
    removed
}

/// Whether the keying that is being made up is to stop.
#[derive(Default)]
pub(crate) struct MakingUp {
    stopped: AtomicBool,
}

/// How far it is, in bundles.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct MadeUp {
    /// Handed in.
    pub done: u32,
    /// Of so many.
    pub of: u32,
}

/// Keys a pass of a round of a rehearsal to its end, as its tellers would: of a thousand marks
/// `slips` otherwise than they stand. It stops after a bundle where that is asked. Returns how far
/// it came.
pub(crate) fn simulate_keying<R: Runtime>(
    app: &AppHandle<R>,
    round: RoundId,
    pass: Pass,
    slips: u32,
) -> Result<MadeUp, Failure> {
    let session = registrar(app).ask(Open::snapshot)?;
    let bundles = rehearsal::keying(&session, round, pass, slips)?;
    drop(session);
    app.state::<MakingUp>().stopped.store(false, Ordering::Relaxed);
    let mut made = MadeUp { done: 0, of: number(bundles.len()) };
    for acts in bundles {
        if app.state::<MakingUp>().stopped.load(Ordering::Relaxed) {
            break;
        }
        let told = app.clone();
        registrar(app).ask(move |open| {
            open.view(|session| session.rehearsed().map(drop))??;
            for rehearsal::Act { by, command } in &acts {
                open.perform(command, by, Proving::Nothing)?;
            }
            windows::changed(&told, open);
            Ok(())
        })?;
        made.done = made.done.saturating_add(1);
        if let Err(error) = app.emit_to(OPERATOR, "simulation-progress", made) {
            log::warn!("the window was not told how far the keying is: {error}");
        }
    }
    Ok(made)
}

/// The keying that is being made up stops after its bundle.
#[expect(clippy::unnecessary_wraps, reason = "answered as every command beside the queue")]
pub(crate) fn stop_simulating<R: Runtime>(app: &AppHandle<R>) -> Result<(), Failure> {
    app.state::<MakingUp>().stopped.store(true, Ordering::Relaxed);
    Ok(())
}
