//! 版式: the faces of this machine, pages in a style before it is chosen, the office's own style
//! for later sessions.

use std::fs;
use std::path::PathBuf;

use papers::fonts::office::Origin;
use papers::{OfficeStyle, Shelf, lent, set_in_style, specimen};
use serde::Serialize;
use session::Session;
use session::paper::{FaceRole, OfficeFace, PaperKind, Style};
use store::Fingerprint;
use tauri::{AppHandle, Manager, Runtime};
use ts_rs::TS;

use super::papers::ToSet;
use super::texts::{Pdf, template};
use crate::faces::Faces;
use crate::open::Open;
use crate::registrar::registrar;
use crate::{Failure, faces, folder};

/// What this machine has for a style.
#[derive(Debug, Serialize, TS)]
pub struct FacesView {
    /// The fonts folder beside the program.
    pub folder: String,
    /// The style later sessions begin with, where the office keeps one.
    pub kept: Option<Style>,
    pub roles: Vec<FaceRoleView>,
}

/// What this machine has for one role.
#[derive(Debug, Serialize, TS)]
pub struct FaceRoleView {
    pub role: FaceRole,
    /// Faces the office could use, the preferred first.
    pub found: Vec<FoundFace>,
    /// The chosen face is not on this machine.
    pub missing: bool,
    /// Characters of the session that the face lacks and another draws.
    pub lent: String,
}

/// A face the office could use.
#[derive(Debug, Serialize, TS)]
pub struct FoundFace {
    /// As it would be recorded.
    pub face: OfficeFace,
    pub origin: Origin,
    pub file: String,
}

/// Returns what this machine has for a style. With `again` it looks for faces anew.
pub(crate) fn faces<R: Runtime>(
    app: &AppHandle<R>,
    style: Style,
    again: bool,
) -> Result<FacesView, Failure> {
    let faces = app.state::<Faces>();
    if again {
        faces.forget();
    }
    let shelf = faces.found();
    let session = registrar(app).ask(Open::snapshot)?;
    let roles = roles(&session, &style, &shelf)?;
    Ok(FacesView { folder: faces::folder().display().to_string(), kept: kept(app)?, roles })
}

fn roles(session: &Session, style: &Style, shelf: &Shelf) -> Result<Vec<FaceRoleView>, Failure> {
    let is_here =
        |role: FaceRole| style.faces.get(&role).is_none_or(|face| shelf.take(role, face).is_ok());
    let here = style
        .faces
        .iter()
        .filter(|(role, _)| is_here(**role))
        .map(|(role, face)| (*role, face.clone()))
        .collect();
    let lent = lent(session, &OfficeStyle::of(&Style { faces: here, ..style.clone() }, shelf)?);
    let view = |(role, lent): (FaceRole, String)| FaceRoleView {
        role,
        found: found(shelf, role),
        missing: !is_here(role),
        lent,
    };
    Ok(lent.into_iter().map(view).collect())
}

fn found(shelf: &Shelf, role: FaceRole) -> Vec<FoundFace> {
    let of_role = shelf.found.iter().filter(|found| found.role == role);
    let named = of_role.filter_map(|found| {
        let face = OfficeFace {
            family: found.family.clone(),
            index: found.index,
            sha256: found.sha256()?,
        };
        Some(FoundFace { face, origin: found.origin, file: found.file.display().to_string() })
    });
    named.collect()
}

/// Returns a paper of the session in a style that is not chosen yet, or without one the specimen
/// page; nothing recorded.
pub(crate) fn preview_style<R: Runtime>(
    app: &AppHandle<R>,
    style: Style,
    of: Option<PaperKind>,
) -> Result<Pdf, Failure> {
    let style = OfficeStyle::of(&style, &app.state::<Faces>().of(&style));
    let Some(of) = of else {
        let session = registrar(app).ask(Open::snapshot)?;
        let page = style.and_then(|style| specimen(&session, &style));
        let stopped = |error| Failure::of_paper(&session, &PaperKind::Agenda, error);
        return Ok(Pdf(page.map_err(stopped)?.bytes));
    };
    let ToSet { session, fingerprint } = ToSet::of(app, &of)?;
    let own = session.paper_texts().get(&of).cloned();
    let text = own
        .map_or_else(|| template(app, &of), |own| Ok(Some(own)))?
        .unwrap_or_else(|| papers::default_text(&of).to_owned());
    let fingerprint = fingerprint.as_ref().map(Fingerprint::as_str);
    let set = style.and_then(|style| set_in_style(&session, &of, &text, fingerprint, &style));
    Ok(Pdf(set.map_err(|error| Failure::of_paper(&session, &of, error))?.rendered.bytes))
}

/// Keeps a style as the one later sessions begin with; without one they begin with that of the
/// standard again.
pub(crate) fn keep_style<R: Runtime>(
    app: &AppHandle<R>,
    style: Option<Style>,
) -> Result<(), Failure> {
    let path = path(app)?;
    match style {
        None => folder::remove(&path),
        Some(style) => {
            let text = serde_json::to_vec_pretty(&style)?;
            folder::write_made(&path, &text)
        }
    }
}

/// Returns the style later sessions begin with, where the office keeps one that can be read.
pub(crate) fn kept<R: Runtime>(app: &AppHandle<R>) -> Result<Option<Style>, Failure> {
    let text = fs::read(path(app)?).ok();
    Ok(text.and_then(|text| serde_json::from_slice(&text).ok()))
}

fn path<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf, Failure> {
    Ok(app.path().app_config_dir()?.join("papers").join("style.json"))
}
