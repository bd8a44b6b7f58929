//! 早发现: what of a ballot would stop its papers after the vote, or print it worse than it need be,
//! found while the ballot is typed.

use session::ballot::Ballot;
use session::paper::{PaperKind, style_of};
use session::{Session, number};

use crate::PaperError;
use crate::fonts::office::Shelf;
use crate::fonts::{FontSet, Role};
use crate::of_session::pages_of_ballot;
use crate::of_session::places::{of_ballot, shortened};
use crate::render::OfficeStyle;
use crate::stop::{Place, Stop, stop_of};

/// A name of this many characters is an ordinary one.
const ORDINARY_NAME: usize = 14;

/// Returns what of a ballot, saved or still being typed, is told while it can be changed:
/// characters that no face draws, each with its row; a row taller than a page; the name that makes
/// the ballot a page longer, or that it takes several pages.
#[must_use]
pub fn hindrances(session: &Session, ballot: &Ballot, shelf: &Shelf) -> Vec<Stop> {
    let of = PaperKind::Ballot { ballot: ballot.id.clone() };
    let Ok(style) = OfficeStyle::of(&style_of(session, &of), shelf) else { return Vec::new() };
    let stops = undrawn(&style.fonts, ballot);
    if stops.is_empty() { of_its_pages(session, ballot, &style) } else { stops }
}

fn of_its_pages(session: &Session, ballot: &Ballot, style: &OfficeStyle) -> Vec<Stop> {
    let pages = match pages_of_ballot(session, ballot, style) {
        Ok(pages) => number(pages),
        Err(error) => return draft_stopped_by(ballot, &error).into_iter().collect(),
    };
    let longer = longer_for_a_name(session, ballot, pages, style);
    let several = || Some(Stop::SeveralPages { pages }).filter(|_| pages > 1);
    longer.or_else(several).into_iter().collect()
}

/// Song stands behind every role, so what Song draws is drawn everywhere.
fn undrawn(fonts: &FontSet, ballot: &Ballot) -> Vec<Stop> {
    let missing = |(place, text): (Place, String)| {
        let missing = text.lines().find_map(|line| fonts.check(Role::Song, line).err())?;
        Some(Stop::MissingCharacter {
            character: missing.character.to_string(),
            code: format!("U+{:04X}", u32::from(missing.character)),
            place,
        })
    };
    of_ballot(ballot).into_iter().filter_map(missing).collect()
}

/// Returns what stopped a ballot that is being typed. Where a row is taller than a page the longest
/// name made all of them so.
#[must_use]
pub fn draft_stopped_by(ballot: &Ballot, error: &PaperError) -> Option<Stop> {
    let longest = || {
        let (contest, row, name) = shortened(&mut ballot.clone(), ORDINARY_NAME)?;
        Some(Stop::TooTall { place: Place::Row { contest, row, name } })
    };
    let too_tall = if matches!(error, PaperError::TooTall { .. }) { longest() } else { None };
    too_tall.or_else(|| stop_of(error, of_ballot(ballot)))
}

/// All rows of a ballot are as tall as the tallest: one long name may cost a page.
fn longer_for_a_name(
    session: &Session,
    ballot: &Ballot,
    pages: u32,
    style: &OfficeStyle,
) -> Option<Stop> {
    let mut other = ballot.clone();
    let (contest, row, name) = shortened(&mut other, ORDINARY_NAME).filter(|_| pages > 1)?;
    let without = u32::try_from(pages_of_ballot(session, &other, style).ok()?).ok()?;
    let place = Place::Row { contest, row, name };
    (without < pages).then_some(Stop::LongName { place, pages, without })
}
