//! 文书: what can be issued and what was.

use serde::Serialize;
use ts_rs::TS;

use crate::{
    PaperId, Refusal,
    paper::{Paper, PaperKind, check_issuable},
    session::Session,
};

/// The papers of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PapersView {
    /// In the order of the day
    pub papers: Vec<PaperView>,
}

/// One paper, issued or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperView {
    /// Which
    pub kind: PaperKind,
    /// Title of its ballot
    pub of: String,
    /// What is missing before it can be issued
    pub missing: Option<Refusal>,
    /// Every issue, the newest first
    pub issues: Vec<IssueView>,
}

/// One issue of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct IssueView {
    /// Number within the session
    pub paper: PaperId,
    /// As printed at its head
    pub title: String,
    /// SHA-256 of its bytes
    pub sha256: String,
    /// Pages
    pub pages: u32,
    /// When
    #[ts(type = "string")]
    pub at: crate::Timestamp,
    /// A later issue counts
    pub superseded: bool,
}

/// Returns the papers of the session.
#[must_use]
pub fn view(session: &Session) -> PapersView {
    let ballots = session.ballots.iter().map(|ballot| (PaperKind::Ballot { ballot: ballot.id.clone() }, ballot.title.clone()));
    let rounds = session.rounds.iter().flat_map(|round| {
        [PaperKind::CountReport { round: round.id }, PaperKind::Decision { round: round.id }].map(|kind| (kind, round.ballot.title.clone()))
    });
    PapersView { papers: ballots.chain(rounds).map(|(kind, of)| paper_view(session, kind, of)).collect() }
}

fn paper_view(session: &Session, kind: PaperKind, of: String) -> PaperView {
    let issues = session.papers.iter().rev().filter(|paper| paper.kind == kind).map(issue_view).collect();
    PaperView { missing: check_issuable(session, &kind).err(), issues, kind, of }
}

fn issue_view(paper: &Paper) -> IssueView {
    IssueView {
        paper: paper.id,
        title: paper.title.clone(),
        sha256: paper.sha256.clone(),
        pages: paper.pages,
        at: paper.at,
        superseded: paper.superseded,
    }
}
