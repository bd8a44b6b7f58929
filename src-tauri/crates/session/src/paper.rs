//! 文书: which papers were issued, by their fingerprint. The bytes lie beside the journal, exactly as printed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    BallotId, Entry, PaperId, PersonId, Refusal, RoundId, follow,
    people::Role,
    round::{Round, Stage},
    session::Session,
    views::result::decided_tables,
};

/// Which paper, and of what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "paper", rename_all = "snake_case", deny_unknown_fields)]
pub enum PaperKind {
    /// 选票、票决票
    Ballot {
        /// Of which ballot
        ballot: BallotId,
    },
    /// 计票结果报告单
    CountReport {
        /// Of which round
        round: RoundId,
    },
    /// 决定, with the list of the chosen projects
    Decision {
        /// Of which round
        round: RoundId,
    },
}

/// A paper that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// From 1 within the session
    pub id: PaperId,
    /// Which paper
    pub kind: PaperKind,
    /// As printed at its head
    pub title: String,
    /// SHA-256 of its bytes, lower-case hexadecimal
    pub sha256: String,
    /// Number of pages
    pub pages: u32,
    /// When it was issued
    pub at: crate::Timestamp,
    /// Replaced by a later issue, or what it says has changed since
    pub superseded: bool,
}

impl Paper {
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
    /// A paper was issued
    #[serde(rename = "paper.issued")]
    Issued {
        /// Number of the paper
        paper: PaperId,
        /// Which paper
        of: PaperKind,
        /// As printed at its head
        title: String,
        /// SHA-256 of its bytes, lower-case hexadecimal
        sha256: String,
        /// Number of pages
        pages: u32,
    },
}

/// A paper that was set and is to be recorded as issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Which paper
    pub of: PaperKind,
    /// As printed at its head
    pub title: String,
    /// SHA-256 of its bytes, lower-case hexadecimal
    pub sha256: String,
    /// Number of pages
    pub pages: u32,
}

pub(crate) fn decide(session: &Session, issue: &Issue, actor: &PersonId) -> Result<Vec<crate::Event>, Refusal> {
    session.people.require(actor, &[Role::Secretary])?;
    check_issuable(session, &issue.of)?;
    let paper = PaperId(u32::try_from(session.papers.len()).unwrap_or(u32::MAX).saturating_add(1));
    let Issue { of, title, sha256, pages } = issue.clone();
    Ok(vec![Event::Issued { paper, of, title, sha256, pages }.into()])
}

/// What must be there before a paper can be issued.
///
/// # Errors
/// What is missing.
pub fn check_issuable(session: &Session, of: &PaperKind) -> Result<(), Refusal> {
    session.described()?;
    match of {
        PaperKind::Ballot { ballot } => {
            let ballot = session.ballot(ballot)?;
            session.check_not_withdrawn(ballot)?;
            ballot.check()
        }
        PaperKind::CountReport { round } => certified(session.round(*round)?),
        PaperKind::Decision { round } => {
            let round = session.round(*round)?;
            certified(round)?;
            check_decided(session, round)
        }
    }
}

/// A decision is taken with the announcement, and not while a tie leaves open what was chosen.
fn check_decided(session: &Session, round: &Round) -> Result<(), Refusal> {
    if !matches!(round.stage, Stage::Announced(..)) {
        return Err(Refusal::ResultNotAnnounced);
    }
    let tables = decided_tables(round);
    let open = round.contests().iter().zip(&tables).filter(|(contest, _)| !follow::is_voted_on(session, round.id, &contest.id));
    let names = open.flat_map(|(_, table)| table.tied()).map(|row| row.name.clone()).collect::<Vec<_>>();
    if !names.is_empty() {
        return Err(Refusal::TieOpen { names });
    }
    let chosen = tables.iter().any(|table| !table.chosen().is_empty());
    if chosen { Ok(()) } else { Err(Refusal::NothingChosen) }
}

fn certified(round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Certified(..) | Stage::Announced(..) => Ok(()),
        Stage::Voting | Stage::Void(_) | Stage::Voided(_) | Stage::Collected(_) | Stage::Counting(_) => Err(Refusal::NotCertified),
    }
}

pub(crate) fn apply(session: &mut Session, event: &Event, entry: &Entry) {
    let Event::Issued { paper, of, title, sha256, pages } = event;
    supersede(session, |kind| kind == of);
    session.papers.push(Paper {
        id: *paper,
        kind: of.clone(),
        title: title.clone(),
        sha256: sha256.clone(),
        pages: *pages,
        at: entry.at,
        superseded: false,
    });
}

/// Papers whose content is no longer what the session says.
pub(crate) fn supersede(session: &mut Session, changed: impl Fn(&PaperKind) -> bool) {
    for paper in session.papers.iter_mut().filter(|paper| changed(&paper.kind)) {
        paper.superseded = true;
    }
}
