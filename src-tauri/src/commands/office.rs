//! What goes on after the session: proposals and the record of the deputies, seen today, and as
//! workbooks beside the session.

use exchange::{SheetError, write_proposals, write_record};
use session::views::proposals::ProposalsView;
use session::views::record::RecordView;
use session::views::{proposals, record};
use tauri::{AppHandle, Runtime};

use super::papers::Saved;
use crate::failure::{Failure, Trouble, said};
use crate::folder;
use crate::open::{Open, now};
use crate::registrar::registrar;

/// Returns the proposals as they stand today.
pub(crate) fn proposals_view(open: &mut Open) -> Result<ProposalsView, Failure> {
    open.view(|session| proposals::view(session, now().date_naive()))
}

/// Returns what every deputy did.
pub(crate) fn record_view(open: &mut Open) -> Result<RecordView, Failure> {
    open.view(|session| record::view(session, now().date_naive()))
}

/// Writes every proposal and how it stands today as a workbook beside the session.
pub(crate) fn save_proposals<R: Runtime>(app: &AppHandle<R>) -> Result<Saved, Failure> {
    let today = now().date_naive();
    saved(app, &format!("议案建议办理情况-{today}"), |session| {
        write_proposals(session, today)
    })
}

/// Writes what every deputy did as a workbook beside the session.
pub(crate) fn save_record<R: Runtime>(app: &AppHandle<R>) -> Result<Saved, Failure> {
    saved(app, "代表履职情况", write_record)
}

fn saved<R: Runtime>(
    app: &AppHandle<R>,
    name: &str,
    write: impl FnOnce(&session::Session) -> Result<Vec<u8>, SheetError>,
) -> Result<Saved, Failure> {
    let (session, beside) = registrar(app)
        .ask(|open| open.with(|record| Ok((record.snapshot(), record.path().to_owned()))))?;
    let bytes = write(&session).map_err(|error| Trouble::NotExported { said: said(&error) })?;
    let path = folder::of_papers(&beside)?.join(format!("{name}.xlsx"));
    folder::write_whole(&path, &bytes)?;
    Ok(Saved::at(&path))
}
