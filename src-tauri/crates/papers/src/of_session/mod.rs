//! Papers of a session: the facts a text needs, taken from what has happened.

mod ballot;
mod day;
mod days;
mod hand;
mod matter;
mod meeting;
pub(crate) mod places;
mod projects;
pub(crate) mod proposals;
pub(crate) mod record;
mod rules;
mod script;
mod sittings;
mod twice;
mod vote;
pub(crate) mod words;
mod zero;

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use chrono::NaiveDate;
use minijinja::value::{Serde, Value};
use serde::Serialize;
use session::ballot::Ballot;
use session::floor::hands::HandVote;
use session::floor::meeting::Meeting;
use session::paper::{BallotSheet, PaperKind, Style, style_of};
use session::round::Round;
use session::{BallotId, HandVoteId, ReviewId, RoundId, Session, SittingId};

use crate::apart::apart;
use crate::blueprint::{Blueprint, Sheet, Subject};
use crate::data::ballot::BALLOT_TEXT;
use crate::fonts::office::Shelf;
use crate::layout::measure::GridSetting;
use crate::layout::page::Page;
use crate::layout::setup::Setup;
use crate::render::{OfficeStyle, Paper};
use crate::text::faults_here;
use crate::{PaperError, Rendered};

/// A paper of a session, set.
#[derive(Clone, Debug)]
pub struct SetPaper {
    /// As printed at its head.
    pub title: String,
    pub pages: Vec<Page>,
    /// Its file.
    pub rendered: Rendered,
}

/// Sets a paper from what the session says, with the secretary's own text where there is one, in
/// the style on record with the faces of this machine. `fingerprint` is that of the entry its round
/// was certified with.
///
/// # Errors
/// As [`set_with_text`].
pub fn of_session(
    session: &Session,
    of: &PaperKind,
    fingerprint: Option<&str>,
    shelf: &Shelf,
) -> Result<SetPaper, PaperError> {
    set_with_text(session, of, text_of(session, of), fingerprint, shelf)
}

fn text_of<'a>(session: &'a Session, of: &PaperKind) -> &'a str {
    session.paper_texts().get(of).map_or_else(|| default_text(of), String::as_str)
}

/// Returns the text of a paper as it comes with the program.
#[must_use]
pub fn default_text(of: &PaperKind) -> &'static str {
    Blueprint::of(of).text
}

/// Sets a paper with a text, in the style on record with the faces of this machine.
///
/// # Errors
/// [`PaperError::FaceNotHere`] when a face on record is not on this machine;
/// [`PaperError::NotInTheSession`] when the session lacks what the paper is about;
/// [`PaperError::Text`] when the text names no field, or leaves out one the paper needs; a
/// character no face can draw.
pub fn set_with_text(
    session: &Session,
    of: &PaperKind,
    text: &str,
    fingerprint: Option<&str>,
    shelf: &Shelf,
) -> Result<SetPaper, PaperError> {
    set_in_style(session, of, text, fingerprint, &OfficeStyle::of(&style_of(session, of), shelf)?)
}

/// Sets a paper with a text as an office wants it.
///
/// # Errors
/// As [`set_with_text`].
pub fn set_in_style(
    session: &Session,
    of: &PaperKind,
    text: &str,
    fingerprint: Option<&str>,
    style: &OfficeStyle,
) -> Result<SetPaper, PaperError> {
    apart(|| {
        let source = Source { session, named: named(session)?, of, ballot: style.ballot };
        let facts = source.facts()?;
        let (pages, rendered) =
            source.paper(&facts, checked(of, text)?, fingerprint).set_in(style, NonZeroU32::MIN)?;
        Ok(SetPaper { title: facts.title, pages, rendered })
    })
}

/// Sets a ballot that is still being typed, with a text, as an office wants it.
///
/// # Errors
/// As [`set_with_text`].
pub fn set_draft(
    session: &Session,
    ballot: &Ballot,
    text: &str,
    style: &OfficeStyle,
) -> Result<SetPaper, PaperError> {
    let of = PaperKind::Ballot { ballot: ballot.id.clone() };
    apart(|| {
        let source = Source { session, named: named(session)?, of: &of, ballot: style.ballot };
        let printed = ballot::paper(session, source.named, ballot, style.ballot);
        let facts = source.titled(&printed.title, &printed);
        let (pages, rendered) =
            source.paper(&facts, checked(&of, text)?, None).set_in(style, NonZeroU32::MIN)?;
        Ok(SetPaper { title: facts.title, pages, rendered })
    })
}

/// Returns a paper as a DOCX to be edited, with the secretary's own text where there is one, on the
/// grid on record. The faces are those of the word processor it is opened with.
///
/// # Errors
/// As [`set_with_text`], but of faces.
pub fn docx_of_session(session: &Session, of: &PaperKind) -> Result<Vec<u8>, PaperError> {
    let style = Style { faces: BTreeMap::new(), ..style_of(session, of) };
    apart(|| {
        let source = Source { session, named: named(session)?, of, ballot: style.ballot };
        let facts = source.facts()?;
        source
            .paper(&facts, checked(of, text_of(session, of))?, None)
            .docx_in(&OfficeStyle::of(&style, &Shelf::default())?)
    })
}

/// Returns a text with its fields filled in from the session: lines of the markup of assets/papers.
///
/// # Errors
/// As [`set_with_text`].
pub fn filled_text(session: &Session, of: &PaperKind, text: &str) -> Result<String, PaperError> {
    let ballot = style_of(session, of).ballot;
    apart(|| {
        let source = Source { session, named: named(session)?, of, ballot };
        let facts = source.facts()?;
        source.paper(&facts, checked(of, text)?, None).filled()
    })
}

/// Returns how many pages a ballot takes.
///
/// # Errors
/// As [`set_with_text`].
pub(crate) fn pages_of_ballot(
    session: &Session,
    ballot: &Ballot,
    style: &OfficeStyle,
) -> Result<usize, PaperError> {
    let printed = ballot::paper(session, named(session)?, ballot, style.ballot);
    Ok(printed.paper(BALLOT_TEXT).pages_in(style)?.len())
}

fn named(session: &Session) -> Result<&Meeting, PaperError> {
    session.described().map_err(|_| PaperError::NotInTheSession)
}

fn checked<'t>(of: &PaperKind, text: &'t str) -> Result<&'t str, PaperError> {
    let faults = faults_here(of, text);
    if faults.is_empty() { Ok(text) } else { Err(PaperError::Text { faults }) }
}

struct Source<'a> {
    session: &'a Session,
    named: &'a Meeting,
    of: &'a PaperKind,
    ballot: BallotSheet,
}

/// What a paper says: its title and the fields of its text.
struct Facts {
    title: String,
    fields: Value,
}

impl Source<'_> {
    fn facts(&self) -> Result<Facts, PaperError> {
        let (session, named) = (self.session, self.named);
        match Blueprint::of(self.of).subject {
            Subject::Ballot(id) => self.of_ballot(id),
            Subject::Rules(id) => self.of_rules(id),
            Subject::SessionRules(of) => {
                let facts = rules::of_session_rules(session, named, of);
                self.titled_by(facts, |facts| facts.rules.title.clone())
            }
            Subject::Zero(id) => self.of_zero(id),
            Subject::Sitting(id) => self.of_sitting(id),
            Subject::Projects => Ok(self.titled("", &projects::of_projects(session, named))),
            Subject::Review(id) => self.of_review(id),
            Subject::Meeting => Ok(self.titled("", &meeting::of_meeting(session, named))),
            Subject::Day => Ok(self.titled("", &day::of_day(session, named))),
            Subject::Vote(id) => self.of_vote(id),
            Subject::Matter(began) => {
                let facts = matter::of_matter(session, named, began);
                self.titled_by(facts, |facts| facts.matter.title.clone())
            }
            Subject::Motion(id, contest) => {
                let facts = matter::of_resolution(session, named, self.round(id)?, contest);
                self.titled_by(facts, |facts| facts.motion.title.clone())
            }
            Subject::Hands(id) => {
                let facts = hand::of_hand(session, named, self.hand_vote(id)?);
                Ok(self.titled(&facts.hand.title, &facts))
            }
            Subject::HandMotion(id) => {
                let facts = hand::of_resolution(session, named, self.hand_vote(id)?);
                Ok(self.titled(&facts.motion.title, &facts))
            }
            Subject::Proposal(id) => {
                let facts = proposals::of_one(session, named, id);
                self.titled_by(facts, |facts| facts.proposal.title.clone())
            }
            Subject::Proposals(on) => Ok(self.titled("", &proposals::of_all(session, named, on))),
            Subject::Record(deputy) => Ok(self.of_record(deputy)),
        }
    }

    fn of_ballot(&self, id: &BallotId) -> Result<Facts, PaperError> {
        let printed = ballot::paper(self.session, self.named, self.ballot_named(id)?, self.ballot);
        Ok(self.titled(&printed.title, &printed))
    }

    fn of_rules(&self, id: &BallotId) -> Result<Facts, PaperError> {
        let ballot = self.ballot_named(id)?;
        let mut facts = rules::of_rules(self.session, self.named, ballot);
        if matches!(self.of, PaperKind::TallySheet { .. }) {
            facts.rules.round = words::printed_for(self.session, ballot).pop();
        }
        let title = words::told_apart(&facts.rules.title, facts.rules.round.as_slice());
        Ok(self.titled(&title, &facts))
    }

    fn of_zero(&self, id: &BallotId) -> Result<Facts, PaperError> {
        let counts = self.session.at_zero(id).map_err(|_| PaperError::NotInTheSession)?;
        let facts = zero::of_zero(self.session, self.named, &counts);
        let title = words::told_apart(&facts.rules.title, facts.rules.round.as_slice());
        Ok(self.titled(&title, &facts))
    }

    fn of_vote(&self, id: RoundId) -> Result<Facts, PaperError> {
        let facts = vote::of_vote(self.session, self.named, self.round(id)?);
        let title = words::told_apart(&facts.vote.title, facts.vote.round.as_slice());
        Ok(self.titled(&title, &facts))
    }

    fn of_record(&self, deputy: Option<u32>) -> Facts {
        let facts = record::of_record(self.session, self.named, deputy);
        let name = facts.deputies.first().filter(|_| deputy.is_some());
        let name = name.map_or_else(String::new, |one| one.facts.apart.clone());
        self.titled(&name, &facts)
    }

    fn of_sitting(&self, id: SittingId) -> Result<Facts, PaperError> {
        let sitting =
            self.session.sittings().sitting(id).map_err(|_| PaperError::NotInTheSession)?;
        let facts = day::of_sitting(self.session, self.named, sitting);
        Ok(self.titled(&facts.sitting.name, &facts))
    }

    fn of_review(&self, id: ReviewId) -> Result<Facts, PaperError> {
        let review = self.session.projects().review(id).map_err(|_| PaperError::NotInTheSession)?;
        let facts = projects::of_review(self.session, self.named, review);
        Ok(self.titled(&facts.review.title, &facts))
    }

    /// Titled by what the facts are of, where the session has it.
    fn titled_by<F: Serialize>(
        &self,
        facts: Option<F>,
        title: impl FnOnce(&F) -> String,
    ) -> Result<Facts, PaperError> {
        let facts = facts.ok_or(PaperError::NotInTheSession)?;
        Ok(self.titled(&title(&facts), &facts))
    }

    fn titled(&self, subject: &str, fields: &impl Serialize) -> Facts {
        Facts {
            title: Blueprint::of(self.of).title.replace("{}", subject),
            fields: Value::from(Serde(fields)),
        }
    }

    fn ballot_named(&self, id: &BallotId) -> Result<&Ballot, PaperError> {
        self.session.ballot(id).map_err(|_| PaperError::NotInTheSession)
    }

    fn round(&self, id: RoundId) -> Result<&Round, PaperError> {
        self.session.round(id).map_err(|_| PaperError::NotInTheSession)
    }

    fn hand_vote(&self, id: HandVoteId) -> Result<&HandVote, PaperError> {
        self.session.hand_vote(id).map_err(|_| PaperError::NotInTheSession)
    }

    fn paper<'t>(
        &self,
        facts: &'t Facts,
        text: &'t str,
        fingerprint: Option<&str>,
    ) -> Paper<'t, Value> {
        let blueprint = Blueprint::of(self.of);
        let fingerprint = fingerprint.map(str::to_owned);
        let setup = match blueprint.sheet {
            Sheet::Ballot => Setup::on_ballot_sheet(self.ballot),
            Sheet::Official => Setup::official(GridSetting::OFFICIAL),
            Sheet::Report => Setup::report(fingerprint),
            Sheet::Form => Setup::form(fingerprint),
        };
        let setup = Setup { rehearsal: self.session.is_rehearsal(), ..setup };
        let title = format!("{}{}", self.named.title(), facts.title);
        Paper { kind: blueprint.name, title, date: self.date(), text, fields: &facts.fields, setup }
    }

    /// A report is dated with its count, what follows the session with the last day it tells of,
    /// everything else with the session.
    fn date(&self) -> NaiveDate {
        if let Some(review) =
            self.of.review().and_then(|id| self.session.projects().review(id).ok())
        {
            return review.held_on;
        }
        if self.of.tells_projects() {
            return projects::as_of(self.session, self.named);
        }
        let round = self.of.round().and_then(|round| self.session.round(round).ok());
        let counted =
            round.and_then(Round::certificate).map(|certificate| certificate.at.date_naive());
        counted.unwrap_or(self.named.held_on)
    }
}
