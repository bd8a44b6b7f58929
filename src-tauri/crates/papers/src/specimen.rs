//! 版式样张: a page on the grid and a report, so that a style can be looked at before it is chosen,
//! and what its faces lack.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use session::Session;
use session::paper::FaceRole;

use crate::data::SessionName;
use crate::fonts::Role;
use crate::layout::measure::GridSetting;
use crate::layout::setup::Setup;
use crate::of_session::places::places;
use crate::pdf::merged;
use crate::render::{OfficeStyle, Paper};
use crate::{PaperError, Rendered};

/// The texts of the two pages.
const OFFICIAL: &str = include_str!("../../../../assets/papers/specimen/official.j2");
const REPORT: &str = include_str!("../../../../assets/papers/specimen/report.j2");
/// What stands in the place of a record's fingerprint.
const FINGERPRINT: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Returns the pages that show a style: one on the grid with every role, and a report with its
/// foot.
///
/// # Errors
/// Any [`PaperError`].
pub fn specimen(session: &Session, style: &OfficeStyle) -> Result<Rendered, PaperError> {
    let meeting = session.described().map_err(|_| PaperError::NotInTheSession)?;
    let name = SessionName::parse(&meeting.title());
    let page = |text, setup| rendered(&name, meeting.held_on, text, setup, style);
    let official = page(OFFICIAL, Setup::official(GridSetting::OFFICIAL))?;
    let report = page(REPORT, Setup::report(Some(FINGERPRINT.to_owned())))?;
    Ok(Rendered {
        bytes: merged(&[&official.bytes, &report.bytes])?,
        pages: official.pages + report.pages,
    })
}

fn rendered(
    name: &SessionName,
    date: NaiveDate,
    text: &str,
    setup: Setup,
    style: &OfficeStyle,
) -> Result<Rendered, PaperError> {
    Paper { kind: "specimen", title: "版式样张".to_owned(), date, text, fields: name, setup }
        .render_in(style, NonZeroU32::MIN)
}

/// Returns for each role the characters of the session's names and texts that its face lacks and
/// another face draws.
#[must_use]
pub fn lent(session: &Session, style: &OfficeStyle) -> Vec<(FaceRole, String)> {
    let text: String = places(session).into_iter().map(|(_, text)| text).collect();
    Role::ALL.into_iter().map(|role| (role, style.fonts.lent(role, &text))).collect()
}
