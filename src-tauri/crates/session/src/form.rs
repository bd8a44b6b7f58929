//! 写法: in which version's form an entry stands. What an earlier version wrote stays as it is; but
//! once a later one has written in a journal, nothing follows in the form of an earlier one: an old
//! form asks less, and would be chosen for that.

use crate::floor::{hands, meeting};
use crate::people::{self, pin};
use crate::session::Past;
use crate::{Event, paper, round};

/// The version of a program: three numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(u32, u32, u32);

/// The first that recorded the figures of a certificate, doubted namesakes, and named itself on
/// papers.
pub(crate) const FIGURES: Version = Version(0, 2, 0);
/// The first whose texts supersede what was issued.
const SUPERSEDING: Version = Version(0, 3, 0);
/// The first that held everybody to their name.
const NAMES_STAND: Version = Version(0, 4, 0);
/// The first that cleans every text it is given.
const CLEANING: Version = Version(0, 5, 0);

impl Version {
    /// Reads what a paper says of the program that set it; one that says nothing is older than any.
    fn of(said: &str) -> Option<Self> {
        if said.is_empty() {
            return Some(Self::default());
        }
        let mut numbers = said.split('.').map(|number| number.parse().ok());
        let version = Self(numbers.next()??, numbers.next()??, numbers.next()??);
        numbers.next().is_none().then_some(version)
    }
}

/// The newest form that stands in a journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Form {
    version: Version,
    /// A name or a PIN was held to what they are now: by a program later than 0.4.0.
    held_closer: bool,
}

impl Form {
    /// Tells whether this version, or a later one, has written.
    pub(crate) fn is_since(self, version: Version) -> bool {
        self.version >= version
    }

    /// Tells whether whatever was entered had been cleaned.
    pub(crate) fn cleans(self) -> bool {
        self.held_closer || self.version >= CLEANING
    }

    /// Takes down what an entry says of the version that wrote it.
    pub(crate) fn seen(&mut self, event: &Event) {
        let (since, closer) = of(event);
        self.version = self.version.max(since);
        self.held_closer |= closer;
    }
}

/// The version that first wrote an entry as it stands, as far as it shows; and whether it shows one
/// later than 0.4.0.
#[expect(clippy::wildcard_enum_match_arm, reason = "most entries look alike in every version")]
fn of(event: &Event) -> (Version, bool) {
    match event {
        Event::Projects(_)
        | Event::Proposals(_)
        | Event::Record(_)
        | Event::Sittings(_)
        | Event::Rehearsal(_)
        | Event::Meeting(meeting::Event::JoinedToLast { .. } | meeting::Event::Sealed { .. })
        | Event::People(people::Event::StaffAppointed { names_stand: true, .. })
        | Event::Paper(paper::Event::Printed { .. }) => (NAMES_STAND, false),
        Event::People(people::Event::NameCorrected { proven, .. }) => (NAMES_STAND, *proven),
        Event::Pin(pin::Event::Removed { proven: true, off_duty, .. }) => (NAMES_STAND, *off_duty),
        Event::Paper(
            paper::Event::TextEdited { supersedes: true, .. }
            | paper::Event::TextRestored { supersedes: true, .. },
        ) => (SUPERSEDING, false),
        Event::Paper(paper::Event::Issued { set_by, .. }) => {
            (Version::of(set_by).unwrap_or_default(), false)
        }
        Event::Round(round::Event::Certified { totals, .. }) if !totals.is_empty() => {
            (FIGURES, false)
        }
        Event::Round(round::Event::Opened { namesakes_doubted: true, .. }) => (FIGURES, false),
        _ => (Version::default(), false),
    }
}

/// Tells whether an entry stands in a form that no program had any more: one that was given up
/// before the version that had written in this journal already, or that of a version to come.
#[expect(clippy::wildcard_enum_match_arm, reason = "most entries look alike in every version")]
pub(crate) fn is_outdated(session: &Past, event: &Event) -> bool {
    let form = session.form;
    match event {
        Event::People(people::Event::StaffAppointed { names_stand: false, .. })
        | Event::Pin(pin::Event::Removed { proven: false, .. }) => form.is_since(NAMES_STAND),
        Event::People(people::Event::NameCorrected { proven: false, .. })
        | Event::Pin(pin::Event::Removed { off_duty: false, .. }) => form.cleans(),
        Event::Paper(
            paper::Event::TextEdited { supersedes: false, .. }
            | paper::Event::TextRestored { supersedes: false, .. },
        ) => form.is_since(SUPERSEDING),
        Event::Hand(hands::Event::Withdrawn { vote, .. }) => {
            form.is_since(NAMES_STAND)
                && session
                    .hand_vote(*vote)
                    .is_ok_and(|vote| vote.stage == hands::Stage::Put && vote.is_counted())
        }
        Event::Round(round::Event::Opened { namesakes_doubted: false, .. }) => {
            form.is_since(FIGURES)
        }
        Event::Paper(paper::Event::Issued { set_by, .. }) => match Version::of(set_by) {
            Some(version) => version < form.version || Some(version) > this_program(),
            None => true,
        },
        _ => false,
    }
}

fn this_program() -> Option<Version> {
    Version::of(env!("CARGO_PKG_VERSION"))
}
