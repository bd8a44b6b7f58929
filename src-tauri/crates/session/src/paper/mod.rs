//! 文书: which papers were issued, by their fingerprint. The bytes lie beside the journal, exactly
//! as printed.

use serde::{Deserialize, Serialize};

use crate::ids::number;
use crate::session::Past;
use crate::{BallotId, Entry, PaperId, PersonId, Refusal, RoundId};

mod about;
mod kind;
mod listed;
mod outcome;
mod ready;
mod style;
mod superseded;
mod terms;

pub use about::About;
pub use kind::PaperKind;
pub use outcome::{MotionOutcome, motion_named};
pub use ready::check_issuable;
pub use style::{BallotSheet, FaceRole, Grid, OfficeFace, Style, style_of};
pub use terms::{RulesOf, RulesTerms};

pub(crate) use listed::{papers_about, papers_of_round};
pub(crate) use ready::{check_carried, check_happened, check_listed, check_written, is_motion};
pub use style::is_out;
pub(crate) use style::is_restyled;
pub(crate) use superseded::{is_ripe, spoilt_by, supersede};

/// A paper that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// From 1 within the session.
    pub(crate) id: PaperId,
    pub(crate) kind: PaperKind,
    /// As printed at its head.
    pub(crate) title: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub(crate) sha256: String,
    pub(crate) pages: u32,
    /// When it was issued.
    pub(crate) at: crate::Timestamp,
    /// How it looks.
    pub(crate) style: Style,
    /// Replaced by a later issue, or what it says has changed since.
    pub(crate) superseded: bool,
    /// Every time it was taken out as a DOCX to be edited.
    pub(crate) editable: Vec<Editable>,
    /// How many copies were sent to a printer.
    pub(crate) printed: u32,
}

/// A DOCX of an issued paper, which an office may edit: what it says from then on is no longer what
/// was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editable {
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// When it was taken out.
    pub at: crate::Timestamp,
    pub by: PersonId,
}

impl Paper {
    /// Returns its number, from 1 within the session.
    #[must_use]
    pub fn id(&self) -> PaperId {
        self.id
    }

    /// Returns which paper it is, and of what.
    #[must_use]
    pub fn kind(&self) -> &PaperKind {
        &self.kind
    }

    /// Returns the title printed at its head.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Returns the SHA-256 of its bytes, in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Returns how many pages it has.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.pages
    }

    /// Returns when it was issued.
    #[must_use]
    pub fn at(&self) -> crate::Timestamp {
        self.at
    }

    /// Returns how it looks.
    #[must_use]
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// Tells whether it was issued again, or what it says has changed since.
    #[must_use]
    pub fn is_superseded(&self) -> bool {
        self.superseded
    }

    /// Returns every time it was taken out as a DOCX to be edited.
    #[must_use]
    pub fn editable(&self) -> &[Editable] {
        &self.editable
    }

    /// Returns how many copies the program sent to a printer; what was printed otherwise is not
    /// known.
    #[must_use]
    pub fn printed(&self) -> u32 {
        self.printed
    }

    /// Returns how many copies a sheet of it carries: two of a ballot that is cut apart, otherwise
    /// one.
    #[must_use]
    pub fn per_sheet(&self) -> u16 {
        let two = matches!(self.kind, PaperKind::Ballot { .. })
            && self.style.ballot == BallotSheet::TwoA5;
        if two { 2 } else { 1 }
    }

    pub(crate) fn is_current_ballot(&self, of: &BallotId) -> bool {
        !self.superseded && matches!(&self.kind, PaperKind::Ballot { ballot } if ballot == of)
    }

    pub(crate) fn is_current_report(&self, of: RoundId) -> bool {
        !self.superseded && matches!(self.kind, PaperKind::CountReport { round } if round == of)
    }
}

/// What was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A paper was issued.
    #[serde(rename = "paper.issued")]
    Issued {
        paper: PaperId,
        of: PaperKind,
        /// As printed at its head.
        title: String,
        /// SHA-256 of its bytes, lower-case hexadecimal.
        sha256: String,
        pages: u32,
        /// Version of the program that set it; empty in a journal of an earlier version.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        set_by: String,
    },
    /// An issued paper was taken out as a DOCX to be edited.
    #[serde(rename = "paper.taken_out_to_edit")]
    TakenOutToEdit {
        /// Number of the issued paper.
        paper: PaperId,
        /// SHA-256 of the DOCX, lower-case hexadecimal.
        sha256: String,
    },
    /// Copies of an issued paper were sent to a printer.
    #[serde(rename = "paper.printed")]
    Printed {
        /// Number of the issued paper.
        paper: PaperId,
        /// How many, at least 1.
        copies: u32,
    },
    /// The text of a paper was changed; its fields stay fields.
    #[serde(rename = "paper.text_edited")]
    TextEdited {
        of: PaperKind,
        /// The whole text.
        text: String,
        /// What was issued with another text no longer holds; not so in a journal of an earlier
        /// version.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        supersedes: bool,
    },
    /// The text that comes with the program holds again.
    #[serde(rename = "paper.text_restored")]
    TextRestored {
        of: PaperKind,
        /// As above.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        supersedes: bool,
    },
    /// 公告号: a notice got a number in the office's own form.
    #[serde(rename = "paper.notice_numbered")]
    NoticeNumbered {
        of: PaperKind,
        /// As printed: “〔18届〕第7号”; empty goes back to the number within the session.
        number: String,
    },
    /// 办法的约定: the clauses of the rules that no ballot tells were set.
    #[serde(rename = "paper.rules_terms_set")]
    RulesTermsSet {
        of: RulesOf,
        /// All of them as they are.
        terms: RulesTerms,
    },
    /// 版式: how the papers of the session look from now on.
    #[serde(rename = "paper.style_chosen")]
    StyleChosen { style: Style },
    /// A ballot got a sheet of its own, or goes with the others again.
    #[serde(rename = "paper.ballot_sheet_chosen")]
    BallotSheetChosen {
        ballot: BallotId,
        /// What it is printed on; nothing for what the others are printed on.
        sheet: Option<BallotSheet>,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "PaperCommand"))]
pub enum Command {
    /// Keep another text for a paper.
    EditText {
        of: PaperKind,
        /// The whole text; not empty.
        text: String,
    },
    /// Go back to the text that comes with the program.
    RestoreText { of: PaperKind },
    /// Give a notice its number, in the form the office uses.
    NumberNotice {
        of: PaperKind,
        /// As printed: “〔18届〕第7号”; empty goes back to the number within the session.
        number: String,
    },
    /// Set the clauses of the rules that no ballot tells.
    SetRulesTerms {
        of: RulesOf,
        /// All of them.
        terms: RulesTerms,
    },
    /// Set the papers of the session another way from now on.
    ChooseStyle { style: Style },
    /// Print a ballot that is not out on another sheet than the others.
    ChooseBallotSheet {
        ballot: BallotId,
        /// What it is printed on; nothing for what the others are printed on.
        sheet: Option<BallotSheet>,
    },
}

/// A paper that was set and is to be recorded as issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    pub of: PaperKind,
    /// As printed at its head.
    pub title: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    pub pages: u32,
    /// Version of the program that set it.
    pub set_by: String,
}

/// Copies a printer is told at once.
const MOST_COPIES: u32 = 65_535;
/// Versions that wrote a resolution on every motion, and the program that named no version.
const WROTE_OF_EVERY_MOTION: [&str; 3] = ["", "0.1.0", "0.2.0"];
/// Versions that made a list of nobody.
const LISTED_NOBODY: [&str; 4] = ["", "0.1.0", "0.2.0", "0.3.0"];

impl Issue {
    fn is_of(&self, versions: &[&str]) -> bool {
        versions.contains(&self.set_by.as_str())
    }
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::EditText { text, .. } if text.trim().is_empty() => {
            return Err(Refusal::PaperWithoutText);
        }
        Command::EditText { of, text } => {
            check_not_out(session, of)?;
            Event::TextEdited { of: of.clone(), text: text.clone(), supersedes: true }
        }
        Command::RestoreText { of } => {
            check_not_out(session, of)?;
            Event::TextRestored { of: of.clone(), supersedes: true }
        }
        Command::NumberNotice { of, number } => {
            if !of.is_notice() {
                return Err(Refusal::PaperWithoutNumber);
            }
            Event::NoticeNumbered { of: of.clone(), number: number.trim().to_owned() }
        }
        Command::SetRulesTerms { of, terms } => {
            Event::RulesTermsSet { of: *of, terms: terms.clone() }
        }
        Command::ChooseStyle { style } => Event::StyleChosen { style: style.clone() },
        Command::ChooseBallotSheet { ballot, sheet } => {
            let found = session.ballot(ballot)?;
            if is_out(session, ballot) {
                return Err(Refusal::BallotIsIssued { ballot: found.title.clone() });
            }
            Event::BallotSheetChosen { ballot: ballot.clone(), sheet: *sheet }
        }
    };
    Ok(vec![event.into()])
}

/// A ballot that was handed out stays as it was printed: one printed later must not be told from it.
fn check_not_out(session: &Past, of: &PaperKind) -> Result<(), Refusal> {
    let PaperKind::Ballot { ballot } = of else { return Ok(()) };
    if is_out(session, ballot) {
        let ballot = session.ballot(ballot)?.title.clone();
        return Err(Refusal::BallotIsIssued { ballot });
    }
    Ok(())
}

pub(crate) fn decide_issue(session: &Past, issue: &Issue) -> Result<Vec<crate::Event>, Refusal> {
    check_happened(session, &issue.of)?;
    if !issue.is_of(&WROTE_OF_EVERY_MOTION) {
        check_written(session, &issue.of)?;
    }
    if !issue.is_of(&LISTED_NOBODY) {
        check_listed(session, &issue.of)?;
    }
    let paper = PaperId(number(session.papers.len()).saturating_add(1));
    let Issue { of, title, sha256, pages, set_by } = issue.clone();
    Ok(vec![Event::Issued { paper, of, title, sha256, pages, set_by }.into()])
}

pub(crate) fn decide_editable(
    session: &Past,
    paper: PaperId,
    sha256: &str,
) -> Result<Vec<crate::Event>, Refusal> {
    let found = session
        .papers
        .iter()
        .find(|found| found.id == paper)
        .ok_or(Refusal::NoSuchPaper { paper })?;
    if !found.kind.is_editable() {
        return Err(Refusal::PaperNotEditable { title: found.title.clone() });
    }
    Ok(vec![Event::TakenOutToEdit { paper, sha256: sha256.to_owned() }.into()])
}

pub(crate) fn decide_printed(
    session: &Past,
    paper: PaperId,
    copies: u32,
) -> Result<Vec<crate::Event>, Refusal> {
    if !session.papers.iter().any(|found| found.id == paper) {
        return Err(Refusal::NoSuchPaper { paper });
    }
    if copies == 0 {
        return Err(Refusal::NumberOutOfRange { least: 1, most: MOST_COPIES });
    }
    Ok(vec![Event::Printed { paper, copies }.into()])
}

/// What was issued, to be changed.
fn issued(session: &mut Past, paper: PaperId) -> Option<&mut Paper> {
    session.papers.iter_mut().find(|found| found.id == paper)
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) {
    match event {
        Event::Issued { paper, of, title, sha256, pages, .. } => {
            let style = style_of(session, of);
            session.papers.push(Paper {
                id: *paper,
                kind: of.clone(),
                title: title.clone(),
                sha256: sha256.clone(),
                pages: *pages,
                at: entry.at,
                style,
                superseded: false,
                editable: Vec::new(),
                printed: 0,
            });
        }
        Event::TakenOutToEdit { paper, sha256 } => {
            let editable =
                Editable { sha256: sha256.clone(), at: entry.at, by: entry.actor.clone() };
            if let Some(found) = issued(session, *paper) {
                found.editable.push(editable);
            }
        }
        Event::Printed { paper, copies } => {
            if let Some(found) = issued(session, *paper) {
                found.printed = found.printed.saturating_add(*copies);
            }
        }
        Event::TextEdited { of, text, .. } => {
            session.paper_texts.insert(of.clone(), text.clone());
        }
        Event::TextRestored { of, .. } => {
            session.paper_texts.remove(of);
        }
        Event::NoticeNumbered { of, number } if number.is_empty() => {
            session.notice_numbers.remove(of);
        }
        Event::NoticeNumbered { of, number } => {
            session.notice_numbers.insert(of.clone(), number.clone());
        }
        Event::RulesTermsSet { of, terms } => {
            session.rules_terms.insert(*of, terms.clone());
        }
        Event::StyleChosen { style } => session.style = style.clone(),
        Event::BallotSheetChosen { ballot, sheet } => {
            session.ballot_sheets.remove(ballot);
            session.ballot_sheets.extend(sheet.map(|sheet| (ballot.clone(), sheet)));
        }
    }
}
