//! The archive: count file, backup, verification.

use serde::Serialize;
use session::RoundId;
use tauri::{AppHandle, Runtime};
use ts_rs::TS;

use super::papers::Saved;
use crate::dialog::{self, Language};
use crate::failure::{Failure, Trouble, said};
use crate::flaw::FlawFound;
use crate::folder;
use crate::open::now;
use crate::registrar::registrar;

/// What a verification found.
#[derive(Debug, Serialize, TS)]
pub struct Verified {
    /// Entries of the journal.
    pub entries: usize,
    /// Fingerprint of the last one.
    pub head: String,
    /// The first thing that is wrong.
    pub wrong: Option<FlawFound>,
}

/// Writes the count file of a certified round beside the session.
pub(crate) fn export_count_file<R: Runtime>(
    app: &AppHandle<R>,
    round: RoundId,
) -> Result<Saved, Failure> {
    let (session, beside) = registrar(app)
        .ask(|open| open.with(|record| Ok((record.snapshot(), record.path().to_owned()))))?;
    let counted = session.round(round)?;
    counted.check_exportable()?;
    let text = exchange::count_file_of(counted)
        .map_err(|error| Trouble::NotExported { said: said(&error) })?;
    let path = folder::of_papers(&beside)?
        .join(format!("{}-{round}.count.json", folder::file_name(&counted.ballot().title)));
    folder::write_whole(&path, text.as_bytes())?;
    Ok(Saved::at(&path))
}

/// Copies the session file as it stands once a place is chosen, and reads the copy back. Returns
/// nothing when the user chose no place.
pub(crate) fn back_up<R: Runtime>(
    app: &AppHandle<R>,
    language: Language,
) -> Result<Option<Saved>, Failure> {
    let open = registrar(app).ask(|open| open.with(|record| Ok(record.path().to_owned())))?;
    let chosen = dialog::of_sessions(app, language, dialog::Title::BackUp)
        .set_file_name(folder::dated(&open, now().date_naive()))
        .blocking_save_file();
    let Some(path) = chosen.and_then(|file| file.into_path().ok()) else { return Ok(None) };
    registrar(app).ask(|open| open.with(|record| Ok(record.still()?)))?.backup(&path)?;
    Ok(Some(Saved::at(&path)))
}

/// Recomputes the hash chain and the papers' fingerprints of the open session.
pub(crate) fn verify<R: Runtime>(app: &AppHandle<R>) -> Result<Verified, Failure> {
    let still = registrar(app).ask(|open| open.with(|record| Ok(record.still()?)))?;
    let found = still.verify()?;
    Ok(Verified {
        entries: found.entries.len(),
        head: found.head.map(|head| head.as_str().to_owned()).unwrap_or_default(),
        wrong: found.flaws.first().map(FlawFound::from),
    })
}
