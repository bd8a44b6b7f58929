//! 早发现: what of a ballot would stop its papers after the vote, or print it worse than it need be,
//! found when the ballot is saved.

use session::ballot::Ballot;
use session::paper::{PaperKind, style_of};
use session::{BallotId, Session};

use crate::fonts::office::Shelf;
use crate::fonts::{FontSet, Role};
use crate::of_session::pages_of_ballot;
use crate::of_session::places::{of_ballot, shortened};
use crate::render::OfficeStyle;
use crate::stop::{Place, Stop};

/// A name of this many characters is an ordinary one.
const ORDINARY_NAME: usize = 14;

/// Returns what of a saved ballot is told while it can still be changed: characters that no face
/// draws, each with its row; the name that makes the ballot a page longer.
#[must_use]
pub fn hindrances(session: &Session, ballot: &BallotId, shelf: &Shelf) -> Vec<Stop> {
    let Ok(found) = session.ballot(ballot) else { return Vec::new() };
    let of = PaperKind::Ballot { ballot: ballot.clone() };
    let Ok(style) = OfficeStyle::of(&style_of(session, &of), shelf) else { return Vec::new() };
    let mut stops = undrawn(&style.fonts, found);
    if stops.is_empty() {
        stops.extend(longer_for_a_name(session, found, &style));
    }
    stops
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

/// All rows of a ballot are as tall as the tallest: one long name may cost a page.
fn longer_for_a_name(session: &Session, ballot: &Ballot, style: &OfficeStyle) -> Option<Stop> {
    let mut other = ballot.clone();
    let (contest, row, name) = shortened(&mut other, ORDINARY_NAME)?;
    let pages = |ballot: &Ballot| u32::try_from(pages_of_ballot(session, ballot, style).ok()?).ok();
    let (pages, without) = (pages(ballot)?, pages(&other)?);
    let place = Place::Row { contest, row, name };
    (without < pages).then_some(Stop::LongName { place, pages, without })
}
