//! 重排: every issued paper set again from the session as it stood, and held against what was
//! issued: the bytes, and the title and the pages that the record says of it.

use std::collections::BTreeMap;
use std::time::Instant;

use session::paper::{Event as PaperEvent, PaperKind};
use session::{Entry, Event, PaperId, Session};

use crate::fonts::fingerprint;
use crate::fonts::office::Shelf;
use crate::{PaperError, SetPaper, of_session, pdf};

/// What setting a paper again came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Again {
    Same,
    /// This version sets it otherwise; the one it was set with may have set it so.
    OfAnotherVersion {
        set_by: String,
    },
    /// It cannot be set on this machine.
    NotSet {
        reason: String,
    },
    /// Setting all of them takes too long: it was left out.
    LeftOut,
    /// The bytes are those of the record; the title or the number of pages on record is not.
    ToldOtherwise,
    /// Whatever it is, the session of that moment does not make it.
    Forged,
}

impl Again {
    /// Tells whether the paper is not what the record makes.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::ToldOtherwise | Self::Forged)
    }

    /// Tells whether nobody knows whether it is.
    #[must_use]
    pub fn is_unchecked(&self) -> bool {
        match self {
            Self::OfAnotherVersion { .. } | Self::NotSet { .. } | Self::LeftOut => true,
            Self::Same | Self::ToldOtherwise | Self::Forged => false,
        }
    }
}

/// An issued paper, and what setting it again came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAgain {
    pub paper: PaperId,
    /// As recorded.
    pub title: String,
    pub again: Again,
}

/// Sets every issued paper again whose bytes are there. `fingerprint_on` tells what a paper carries
/// that is set from a state of the session; after `until` no further one is set.
pub fn set_again<'a>(
    entries: &[Entry],
    kept: &BTreeMap<String, Vec<u8>>,
    fingerprint_on: impl Fn(&Session, &PaperKind) -> Option<&'a str>,
    until: Instant,
) -> Vec<SetAgain> {
    let mut session = Session::default();
    let mut papers = Vec::new();
    for entry in entries {
        if let Event::Paper(PaperEvent::Issued { paper, of, title, sha256, pages, set_by }) =
            &entry.event
            && let Some(bytes) = kept.get(sha256)
        {
            let issued = Issued { title, sha256, pages: *pages, set_by, bytes };
            let again = if Instant::now() > until {
                Again::LeftOut
            } else {
                issued.held_against(of_session(
                    &session,
                    of,
                    fingerprint_on(&session, of),
                    &Shelf::default(),
                ))
            };
            papers.push(SetAgain { paper: *paper, title: title.clone(), again });
        }
        if session.apply(entry).is_err() {
            break;
        }
    }
    papers
}

/// What is on record of a paper.
struct Issued<'a> {
    title: &'a str,
    sha256: &'a str,
    pages: u32,
    set_by: &'a str,
    bytes: &'a [u8],
}

impl Issued<'_> {
    fn held_against(&self, set: Result<SetPaper, PaperError>) -> Again {
        match set {
            Ok(set) if fingerprint(&set.rendered.bytes) == self.sha256 => {
                let pages = u32::try_from(set.rendered.pages).unwrap_or(u32::MAX);
                let told = set.title == self.title && pages == self.pages;
                if told { Again::Same } else { Again::ToldOtherwise }
            }
            Err(error @ (PaperError::FaceNotHere { .. } | PaperError::NotEmbeddable { .. })) => {
                Again::NotSet { reason: error.to_string() }
            }
            Ok(_) | Err(_) => self.not_the_same(),
        }
    }

    fn not_the_same(&self) -> Again {
        let ours = self.set_by == env!("CARGO_PKG_VERSION");
        if ours || !pdf::claims_to_be_ours(self.bytes) {
            Again::Forged
        } else {
            Again::OfAnotherVersion { set_by: self.set_by.to_owned() }
        }
    }
}
