//! Two desks: bundles go out in a file to be keyed on another computer, and come back.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use session::round::lent::Lend;
use session::{BundleNo, LoanId, Pass, PersonId, RoundId};
use store::{Loaned, Proving, StoreError};
use tauri::{AppHandle, Runtime};
use ts_rs::TS;

use super::papers::Saved;
use crate::dialog::{self, Language};
use crate::failure::{Failure, Trouble, shown};
use crate::open::now;
use crate::registrar::registrar;
use crate::{at_home, windows};

/// Bundles that are to go out.
#[derive(Debug, Deserialize, TS)]
pub struct ToLend {
    pub round: RoundId,
    pub pass: Pass,
    /// Which bundles, in order.
    pub bundles: Vec<BundleNo>,
}

/// A file that came back, to be compared with the other screen.
#[derive(Debug, Serialize, TS)]
pub struct LoanFile {
    pub path: String,
    pub loan: LoanId,
    /// Entries of its journal.
    pub entries: u32,
    /// Fingerprint of the last one.
    pub head: String,
}

/// Writes bundles into a file; without a path the system asks where. Returns nothing when the user
/// chose no place.
pub(crate) fn lend_bundles<R: Runtime>(
    app: &AppHandle<R>,
    lend: ToLend,
    actor: PersonId,
    path: Option<String>,
    language: Language,
) -> Result<Option<Saved>, Failure> {
    let ToLend { round, pass, bundles } = lend;
    let name = file_name(pass, &bundles, now().date_naive());
    let asked = || {
        dialog::of_sessions(app, language, dialog::Title::Lend)
            .set_file_name(name)
            .blocking_save_file()
            .and_then(|file| file.into_path().ok())
    };
    let Some(path) = known_or_asked(app, path, asked)? else { return Ok(None) };
    let lend = Lend { round, pass, bundles };
    // The stick is written beside the queue. Set up otherwise meanwhile, it is written again.
    loop {
        let (asked, who) = (lend.clone(), actor.clone());
        let outgoing = registrar(app).ask(move |open| {
            open.seated(&who, Proving::Nothing, |record, proving| {
                Ok(record.set_up_loan(&asked, &who, proving, now())?)
            })
        })?;
        let written = outgoing.write(&path).map_err(|error| not_written(error.into()))?;
        let (told, who) = (app.clone(), actor.clone());
        let recorded = registrar(app).ask(move |open| {
            let recorded = open.seated(&who, Proving::Nothing, |record, proving| {
                record.lend_written(&written, proving, now()).map_err(not_written)
            })?;
            windows::changed(&told, open);
            Ok(recorded.is_some())
        })?;
        if recorded {
            return Ok(Some(Saved::at(&path)));
        }
    }
}

/// Reads a file that came back; without a path the system asks which. Returns nothing when the user
/// chose none.
pub(crate) fn read_loan<R: Runtime>(
    app: &AppHandle<R>,
    round: RoundId,
    path: Option<String>,
    language: Language,
) -> Result<Option<LoanFile>, Failure> {
    let dialog = || dialog::of_sessions(app, language, dialog::Title::BringBack);
    let asked = || dialog().blocking_pick_file().and_then(|file| file.into_path().ok());
    let Some(path) = known_or_asked(app, path, asked)? else { return Ok(None) };
    let back = Loaned::read(&path).map_err(not_sound)?;
    let (loan, back) = registrar(app).ask(move |open| {
        let loan = open.with(|record| Ok(record.loan_of(round, &back)?))?;
        Ok((loan, back))
    })?;
    Ok(Some(LoanFile {
        path: path.display().to_string(),
        loan,
        entries: back.entries(),
        head: back.head().as_str().to_owned(),
    }))
}

/// Records what was keyed in a file whose fingerprint was compared.
pub(crate) fn bring_back<R: Runtime>(
    app: &AppHandle<R>,
    round: RoundId,
    path: PathBuf,
    head: String,
    actor: PersonId,
) -> Result<(), Failure> {
    let path = at_home::chosen(app, &path)?;
    let back = Loaned::read(&path).map_err(not_sound)?;
    let told = app.clone();
    registrar(app).ask(move |open| {
        open.seated(&actor, Proving::Nothing, |record, proving| {
            Ok(record.bring_back(round, &back, &head, &actor, proving, now()).map(drop)?)
        })?;
        windows::changed(&told, open);
        Ok(())
    })
}

/// A path from the page is one that was chosen before.
fn known_or_asked<R: Runtime>(
    app: &AppHandle<R>,
    path: Option<String>,
    ask: impl FnOnce() -> Option<PathBuf>,
) -> Result<Option<PathBuf>, Failure> {
    if let Some(path) = path {
        return at_home::chosen(app, Path::new(&path)).map(Some);
    }
    let path = ask();
    if let Some(path) = &path {
        at_home::chose(app, path);
    }
    Ok(path)
}

/// `外录-复录-第3捆-2026-01-16.piaojue`, `外录-复录-第3捆等4捆-2026-01-16.piaojue`.
fn file_name(pass: Pass, bundles: &[BundleNo], day: NaiveDate) -> String {
    let pass = match pass {
        Pass::First => "首录",
        Pass::Second => "复录",
    };
    match bundles {
        [] => format!("外录-{pass}-{day}.piaojue"),
        [one] => format!("外录-{pass}-第{one}捆-{day}.piaojue"),
        [first, ..] => format!("外录-{pass}-第{first}捆等{}捆-{day}.piaojue", bundles.len()),
    }
}

/// A stick that cannot be written is no missing right to a session.
fn not_written(failure: store::Failure) -> Failure {
    match failure {
        store::Failure::Store(
            StoreError::NoAccess { path, .. } | StoreError::NotFound { path },
        ) => Trouble::PlaceNotWritable { path: shown(&path) }.into(),
        store::Failure::Store(error) => error.into(),
        store::Failure::Refused(refusal) => refusal.into(),
    }
}

/// A changed file names the entry that was changed.
fn not_sound(error: StoreError) -> Failure {
    let StoreError::Damaged { flaw, .. } = error else { return error.into() };
    Trouble::LoanDamaged { entry: flaw.seq }.into()
}
