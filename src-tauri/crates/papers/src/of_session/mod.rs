//! Papers of a session: the facts a text needs, taken from what has happened.

mod ballot;
mod day;
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
use session::Session;
use session::ballot::Ballot;
use session::floor::hands::HandVote;
use session::floor::meeting::Meeting;
use session::paper::{BallotSheet, PaperKind, Style, style_of};
use session::round::Round;

use crate::blueprint::{Blueprint, Sheet, Subject};
use crate::data::ballot::BALLOT_TEXT;
use crate::fonts::office::Shelf;
use crate::layout::measure::GridSetting;
use crate::layout::page::Page;
use crate::layout::setup::Setup;
use crate::render::{OfficeStyle, Paper};
use crate::text::text_faults;
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
    let named = decided_on(session, of)?;
    let source = Source { session, named: &named, of, ballot: style.ballot };
    let facts = source.facts()?;
    let (pages, rendered) =
        source.paper(&facts, checked(of, text)?, fingerprint).set_in(style, NonZeroU32::MIN)?;
    Ok(SetPaper { title: facts.title, pages, rendered })
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
    let source = Source { session, named: named(session)?, of: &of, ballot: style.ballot };
    let printed = ballot::paper(session, source.named, ballot, style.ballot);
    let facts = source.titled(&printed.title, &printed);
    let (pages, rendered) =
        source.paper(&facts, checked(&of, text)?, None).set_in(style, NonZeroU32::MIN)?;
    Ok(SetPaper { title: facts.title, pages, rendered })
}

/// Returns a paper as a DOCX to be edited, with the secretary's own text where there is one, on the
/// grid on record. The faces are those of the word processor it is opened with.
///
/// # Errors
/// As [`set_with_text`], but of faces.
pub fn docx_of_session(session: &Session, of: &PaperKind) -> Result<Vec<u8>, PaperError> {
    let style = Style { faces: BTreeMap::new(), ..style_of(session, of) };
    let named = decided_on(session, of)?;
    let source = Source { session, named: &named, of, ballot: style.ballot };
    let facts = source.facts()?;
    source
        .paper(&facts, checked(of, text_of(session, of))?, None)
        .docx_in(&OfficeStyle::of(&style, &Shelf::default())?)
}

/// Returns a text with its fields filled in from the session: lines of the markup of assets/papers.
///
/// # Errors
/// As [`set_with_text`].
pub fn filled_text(session: &Session, of: &PaperKind, text: &str) -> Result<String, PaperError> {
    let named = decided_on(session, of)?;
    let source = Source { session, named: &named, of, ballot: style_of(session, of).ballot };
    let facts = source.facts()?;
    source.paper(&facts, checked(of, text)?, None).filled()
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

/// What names the session, on the day on which was decided what the paper tells of.
fn decided_on(session: &Session, of: &PaperKind) -> Result<Meeting, PaperError> {
    let named = named(session)?;
    let held_on = session.decided_on(of).unwrap_or(named.held_on);
    Ok(Meeting { held_on, ..named.clone() })
}

fn checked<'t>(of: &PaperKind, text: &'t str) -> Result<&'t str, PaperError> {
    let faults = text_faults(of, text);
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
    #[expect(clippy::too_many_lines, reason = "an arm for all a paper can be about")]
    fn facts(&self) -> Result<Facts, PaperError> {
        let (session, named) = (self.session, self.named);
        let ballot = |id| session.ballot(id).map_err(|_| PaperError::NotInTheSession);
        match Blueprint::of(self.of).subject {
            Subject::Ballot(id) => {
                let printed = ballot::paper(session, named, ballot(id)?, self.ballot);
                Ok(self.titled(&printed.title, &printed))
            }
            Subject::Rules(id) => {
                let mut facts = rules::of_rules(session, named, ballot(id)?);
                if matches!(self.of, PaperKind::TallySheet { .. }) {
                    facts.rules.round = words::printed_for(session, ballot(id)?).pop();
                }
                let round = facts.rules.round.as_slice();
                Ok(self.titled(&words::told_apart(&facts.rules.title, round), &facts))
            }
            Subject::SessionRules(of) => {
                let facts = rules::of_session_rules(session, named, of)
                    .ok_or(PaperError::NotInTheSession)?;
                Ok(self.titled(&facts.rules.title, &facts))
            }
            Subject::Zero(id) => {
                let counts = session.at_zero(id).map_err(|_| PaperError::NotInTheSession)?;
                let facts = zero::of_zero(session, named, &counts);
                let round = facts.rules.round.as_slice();
                Ok(self.titled(&words::told_apart(&facts.rules.title, round), &facts))
            }
            Subject::Sitting(id) => self.of_sitting(id),
            Subject::Projects => Ok(self.titled("", &projects::of_projects(session, named))),
            Subject::Review(id) => self.of_review(id),
            Subject::Meeting => Ok(self.titled("", &meeting::of_meeting(session, named))),
            Subject::Day => Ok(self.titled("", &day::of_day(session, named))),
            Subject::Vote(round) => {
                let facts = vote::of_vote(session, named, self.round(round)?);
                let round = facts.vote.round.as_slice();
                Ok(self.titled(&words::told_apart(&facts.vote.title, round), &facts))
            }
            Subject::Proposal(_) | Subject::Proposals(_) | Subject::Record(_) => {
                self.facts_of_the_office()
            }
            Subject::Motion(round, contest) => {
                let round = self.round(round)?;
                let facts = matter::of_resolution(session, named, round, contest)
                    .ok_or(PaperError::NotInTheSession)?;
                Ok(self.titled(&facts.motion.title, &facts))
            }
            Subject::Hands(vote) => {
                let facts = hand::of_hand(session, named, self.hand_vote(vote)?);
                Ok(self.titled(&facts.hand.title, &facts))
            }
            Subject::HandMotion(vote) => {
                let facts = hand::of_resolution(session, named, self.hand_vote(vote)?);
                Ok(self.titled(&facts.motion.title, &facts))
            }
            Subject::Matter(began) => self.facts_of_matter(began),
        }
    }

    fn facts_of_matter(&self, began: session::RoundId) -> Result<Facts, PaperError> {
        let facts = matter::of_matter(self.session, self.named, began);
        let facts = facts.ok_or(PaperError::NotInTheSession)?;
        Ok(self.titled(&facts.matter.title, &facts))
    }

    /// What goes on after the session.
    fn facts_of_the_office(&self) -> Result<Facts, PaperError> {
        let (session, named) = (self.session, self.named);
        if let Subject::Proposal(id) = Blueprint::of(self.of).subject {
            let facts = proposals::of_one(session, named, id);
            let facts = facts.ok_or(PaperError::NotInTheSession)?;
            return Ok(self.titled(&facts.proposal.title, &facts));
        }
        if let Subject::Proposals(on) = Blueprint::of(self.of).subject {
            return Ok(self.titled("", &proposals::of_all(session, named, on)));
        }
        let Subject::Record(deputy) = Blueprint::of(self.of).subject else {
            return Err(PaperError::NotInTheSession);
        };
        let facts = record::of_record(session, named, deputy);
        let name = facts.deputies.first().filter(|_| deputy.is_some());
        let name = name.map_or_else(String::new, |one| one.facts.apart.clone());
        Ok(self.titled(&name, &facts))
    }

    fn of_sitting(&self, id: session::SittingId) -> Result<Facts, PaperError> {
        let sitting =
            self.session.sittings().sitting(id).map_err(|_| PaperError::NotInTheSession)?;
        let facts = day::of_sitting(self.session, self.named, sitting);
        Ok(self.titled(&facts.sitting.name, &facts))
    }

    fn of_review(&self, id: session::ReviewId) -> Result<Facts, PaperError> {
        let review = self.session.projects().review(id).map_err(|_| PaperError::NotInTheSession)?;
        let facts = projects::of_review(self.session, self.named, review);
        Ok(self.titled(&facts.review.title, &facts))
    }

    fn titled(&self, subject: &str, fields: &impl Serialize) -> Facts {
        Facts {
            title: Blueprint::of(self.of).title.replace("{}", subject),
            fields: Value::from(Serde(fields)),
        }
    }

    fn round(&self, id: session::RoundId) -> Result<&Round, PaperError> {
        self.session.round(id).map_err(|_| PaperError::NotInTheSession)
    }

    fn hand_vote(&self, id: session::HandVoteId) -> Result<&HandVote, PaperError> {
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
