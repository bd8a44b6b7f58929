//! The texts of papers: what a paper says before it is issued, its pages while the text is being
//! typed, the office's own texts.

use std::fs;
use std::path::PathBuf;

use papers::{
    OfficeStyle, PaperError, Stop, TextFault, default_text, draft_stopped_by, set_draft,
    text_faults,
};
use serde::Serialize;
use session::ballot::Ballot;
use session::paper::{PaperKind, style_of};
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use super::papers::ToSet;
use crate::faces::Faces;
use crate::open::Open;
use crate::registrar::registrar;
use crate::{Failure, folder};

/// The bytes of a PDF, as they are.
#[derive(Debug, TS)]
#[ts(type = "ArrayBuffer")]
pub struct Pdf(pub(crate) Vec<u8>);

impl IpcResponse for Pdf {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

#[derive(Debug, Serialize, TS)]
pub struct PaperText {
    /// As it would be issued now.
    pub text: String,
    /// As it comes with the program, or with the office's own template.
    pub usual: String,
    /// The office has a template of its own.
    pub template: bool,
}

/// Returns the text of a paper: the session's own, else the office's template, else the one that
/// comes with the program.
pub(crate) fn paper_text<R: Runtime>(
    app: &AppHandle<R>,
    of: PaperKind,
) -> Result<PaperText, Failure> {
    let session = registrar(app).ask(Open::snapshot)?;
    let own = session.paper_texts().get(&of).cloned();
    let template = template(app, &of)?;
    let usual = template.clone().unwrap_or_else(|| default_text(&of).to_owned());
    Ok(PaperText {
        text: own.unwrap_or_else(|| usual.clone()),
        usual,
        template: template.is_some(),
    })
}

/// Returns what is wrong with a text; nothing when its fields can be filled in.
pub(crate) fn paper_faults(of: PaperKind, text: String) -> Vec<TextFault> {
    text_faults(&of, &text)
}

/// Returns what of a ballot being typed would stop or lengthen its papers.
pub(crate) fn ballot_hindrances<R: Runtime>(
    app: &AppHandle<R>,
    ballot: Ballot,
) -> Result<Vec<Stop>, Failure> {
    let session = registrar(app).ask(Open::snapshot)?;
    let of = PaperKind::Ballot { ballot: ballot.id.clone() };
    let shelf = app.state::<Faces>().of(&style_of(&session, &of));
    Ok(papers::hindrances(&session, &ballot, &shelf))
}

/// Returns the PDF of a ballot as it is typed, nothing recorded.
pub(crate) fn preview_ballot<R: Runtime>(
    app: &AppHandle<R>,
    ballot: Ballot,
) -> Result<Pdf, Failure> {
    let session = registrar(app).ask(Open::snapshot)?;
    let of = PaperKind::Ballot { ballot: ballot.id.clone() };
    let style = style_of(&session, &of);
    let own = session.paper_texts().get(&of).cloned();
    let text = own
        .map_or_else(|| template(app, &of), |own| Ok(Some(own)))?
        .unwrap_or_else(|| default_text(&of).to_owned());
    let set = OfficeStyle::of(&style, &app.state::<Faces>().of(&style))
        .and_then(|style| set_draft(&session, &ballot, &text, &style));
    let stopped = |error| match draft_stopped_by(&ballot, &error) {
        Some(stop) => Failure::NotSet { stop },
        None => Failure::of_paper(&session, &of, error),
    };
    Ok(Pdf(set.map_err(stopped)?.rendered.bytes))
}

/// Returns the PDF that a text would make, nothing recorded.
pub(crate) fn preview_paper<R: Runtime>(
    app: &AppHandle<R>,
    of: PaperKind,
    text: String,
) -> Result<Pdf, Failure> {
    Ok(Pdf(ToSet::of(app, &of)?.set(app, &of, Some(&text))?.rendered.bytes))
}

/// Keeps a text as the office's own for later sessions; without a text the program's own holds
/// again.
pub(crate) fn keep_template<R: Runtime>(
    app: &AppHandle<R>,
    of: PaperKind,
    text: Option<String>,
) -> Result<(), Failure> {
    let path = template_path(app, &of)?;
    let Some(text) = text else {
        return folder::remove(&path);
    };
    let faults = text_faults(&of, &text);
    if !faults.is_empty() {
        return Err(PaperError::Text { faults }.into());
    }
    folder::write_made(&path, text.as_bytes())
}

/// The office's template, where it has one that can still be filled in.
pub(crate) fn template<R: Runtime>(
    app: &AppHandle<R>,
    of: &PaperKind,
) -> Result<Option<String>, Failure> {
    let kept = fs::read_to_string(template_path(app, of)?).ok();
    Ok(kept.filter(|text| text_faults(of, text).is_empty()))
}

fn template_path<R: Runtime>(app: &AppHandle<R>, of: &PaperKind) -> Result<PathBuf, Failure> {
    let named = serde_json::to_value(of)?;
    let name = named.get("paper").and_then(|name| name.as_str()).unwrap_or_default();
    Ok(app.path().app_config_dir()?.join("papers").join(format!("{name}.j2")))
}
