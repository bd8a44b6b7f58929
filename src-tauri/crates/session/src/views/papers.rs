//! 文书: what can be issued and what was, in the order of the day.

use serde::Serialize;

use crate::ballot::Ballot;
use crate::floor::hands::{HandVote, Stage};
use crate::floor::meeting::Meeting;
use crate::paper::{
    About, BallotSheet, Editable, Paper, PaperKind, RulesOf, RulesTerms, Style, check_issuable,
    is_out, is_restyled, is_ripe, papers_about, papers_of_round,
};
use crate::projects::Review;
use crate::session::Past;
use crate::sittings::SittingKind;
use crate::views::label::{self, RoundLabel};
use crate::{BallotId, HandVoteId, PaperId, ProposalId, Refusal, written};

/// The papers of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PapersView {
    /// In the order of the day.
    pub papers: Vec<PaperView>,
    /// The agenda, with what was noted of it for minutes and summary.
    pub agenda: Vec<NotedItem>,
    /// 版式: how they look.
    pub style: Style,
    /// What each ballot is printed on.
    pub sheets: Vec<BallotSheetView>,
}

/// One item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NotedItem {
    /// As it stands on the agenda.
    pub item: String,
    /// What was noted of it; empty where nothing was.
    pub note: String,
}

/// What a ballot is printed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BallotSheetView {
    pub ballot: BallotId,
    pub title: String,
    /// Its own sheet; nothing where it goes with the others.
    pub sheet: Option<BallotSheet>,
    /// It was handed out and stays as it was printed.
    pub out: bool,
}

/// What a paper belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "group", rename_all = "snake_case")]
pub enum PaperGroup {
    /// The session, before the votes.
    Meeting,
    /// One ballot and its rounds.
    Vote { ballot: BallotId },
    /// One motion decided without paper.
    Motion { vote: HandVoteId },
    /// The record of the day.
    Record,
    /// The projects before and after the session.
    Projects,
    /// 议案、建议, and what became of them.
    Proposals,
    /// 履职.
    Deputies,
}

/// One paper, issued or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[expect(clippy::struct_excessive_bools, reason = "the list asks each of them by itself")]
pub struct PaperView {
    pub kind: PaperKind,
    /// What it belongs to.
    pub group: PaperGroup,
    /// Title of its ballot or motion, or of the session.
    pub of: String,
    /// Which vote on its ballot it is of; nothing for a paper of no round.
    pub vote: Option<RoundLabel>,
    /// The day cannot go on without it.
    pub due: bool,
    /// Nothing the day is still to bring will spoil it: it goes with the others that are issued
    /// together.
    pub ripe: bool,
    /// Its text is the secretary's own.
    pub edited: bool,
    /// How many are needed, as far as is known: a ballot for every deputy.
    pub copies: u32,
    /// It would look otherwise than it was issued last.
    pub restyled: bool,
    /// 公告号 in the office's own form; empty for the number within the session, nothing where the
    /// paper has none.
    pub number: Option<String>,
    /// 办法的约定: the clauses of it that no ballot tells, where it is a paper of rules.
    pub terms: Option<TermsView>,
    /// What is missing before it can be issued.
    pub missing: Option<Refusal>,
    /// Every issue, the newest first.
    pub issues: Vec<IssueView>,
}

/// What the rules say beside the settings of their ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TermsView {
    pub of: RulesOf,
    /// As they are.
    pub terms: RulesTerms,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct IssueView {
    /// Number within the session.
    pub paper: PaperId,
    /// As printed at its head.
    pub title: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    pub pages: u32,
    /// Copies on a sheet: two of a ballot that is cut apart.
    pub per_sheet: u16,
    /// How many copies the program sent to a printer.
    pub printed: u32,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    /// A later issue counts.
    pub superseded: bool,
    /// It may be taken out as a DOCX.
    pub is_editable: bool,
    /// Every time it was, the newest first.
    pub editable: Vec<EditableView>,
}

/// A DOCX an issued paper was taken out as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EditableView {
    /// SHA-256 of its bytes.
    pub sha256: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    pub by: String,
}

/// Returns the papers of the session.
#[must_use]
pub fn view(session: &Past) -> PapersView {
    let papers = in_order(session).into_iter().map(|kind| paper_view(session, kind)).collect();
    PapersView {
        papers,
        agenda: agenda(session),
        style: session.style.clone(),
        sheets: sheets(session),
    }
}

/// The papers there are, in the order of the day.
fn in_order(session: &Past) -> Vec<PaperKind> {
    let about = |about| papers_about(session, about);
    let mut papers = about(About::Meeting);
    papers.extend(RulesOf::ALL.into_iter().flat_map(|of| about(About::Rules(of))));
    let ballots = session.ballots_of_the_day();
    papers.extend(ballots.into_iter().flat_map(|ballot| of_ballot(session, ballot)));
    let put = |vote: &&HandVote| !matches!(vote.stage, Stage::Withdrawn(_));
    let motions = session.motions_of_the_day().into_iter().filter(put);
    papers.extend(motions.flat_map(|vote| about(About::HandVote(vote.id))));
    let sittings = session.sittings.planned().iter();
    let presidium = sittings.filter(|sitting| sitting.kind == SittingKind::Presidium);
    papers.extend(presidium.flat_map(|sitting| about(About::Sitting(sitting.id))));
    papers.extend(about(About::Day));
    papers.extend(about(About::Projects));
    let reviews = session.projects.reviews().iter();
    papers.extend(reviews.flat_map(|review| about(About::Review(review.id))));
    papers.extend(of_proposals(session));
    papers.extend(of_deputies(session));
    papers
}

fn of_ballot(session: &Past, ballot: &Ballot) -> Vec<PaperKind> {
    let rounds = session.rounds.iter().filter(|round| round.ballot().id == ballot.id);
    let counted = rounds.flat_map(|round| papers_of_round(session, round));
    papers_about(session, About::Ballot(&ballot.id)).into_iter().chain(counted).collect()
}

/// The papers of all of them, and those of one or of another day that were issued, on its page.
fn of_proposals(session: &Past) -> Vec<PaperKind> {
    let as_of_last = session.last_day_of_proposals().map(About::ProposalsOn);
    let of_all = as_of_last.into_iter().chain([About::Proposals]);
    let papers = of_all.flat_map(|about| papers_about(session, about)).collect();
    with_issued(session, papers, |about| {
        matches!(about, About::Proposal(_) | About::ProposalsOn(_))
    })
}

fn of_deputies(session: &Past) -> Vec<PaperKind> {
    let papers = papers_about(session, About::Deputies);
    with_issued(session, papers, |about| matches!(about, About::Deputy(_)))
}

fn with_issued(
    session: &Past,
    mut papers: Vec<PaperKind>,
    of: fn(About<'_>) -> bool,
) -> Vec<PaperKind> {
    for paper in session.papers.iter().filter(|paper| of(paper.kind.about())) {
        if !papers.contains(&paper.kind) {
            papers.push(paper.kind.clone());
        }
    }
    papers
}

/// Returns the papers of one proposal, issued or not.
pub(crate) fn of_proposal(session: &Past, proposal: ProposalId) -> Vec<PaperView> {
    let papers = papers_about(session, About::Proposal(proposal));
    papers.into_iter().map(|kind| paper_view(session, kind)).collect()
}

fn group(session: &Past, kind: &PaperKind) -> PaperGroup {
    match kind.about() {
        About::Meeting | About::Sitting(_) | About::Rules(_) => PaperGroup::Meeting,
        About::Ballot(ballot) => PaperGroup::Vote { ballot: ballot.clone() },
        About::Round(round) | About::Motion(round, _) => {
            let ballot = session.round(round).map(|round| round.ballot().id.clone());
            ballot.map_or(PaperGroup::Meeting, |ballot| PaperGroup::Vote { ballot })
        }
        About::HandVote(vote) => PaperGroup::Motion { vote },
        About::Day => PaperGroup::Record,
        About::Projects | About::Review(_) => PaperGroup::Projects,
        About::Proposals | About::Proposal(_) | About::ProposalsOn(_) => PaperGroup::Proposals,
        About::Deputies | About::Deputy(_) => PaperGroup::Deputies,
    }
}

/// What it is about, in words; nothing of what there is not.
fn subject(session: &Past, kind: &PaperKind) -> Option<String> {
    let ballot = |id| session.ballot(id).ok().map(|ballot| ballot.title.clone());
    match kind.about() {
        About::Meeting | About::Day | About::Projects | About::Proposals | About::Deputies => {
            session.meeting.as_ref().map(Meeting::title)
        }
        About::Sitting(id) => {
            let sitting = session.sittings.sitting(id).ok()?;
            Some(session.sittings.name(sitting).to_string())
        }
        About::Rules(RulesOf::Election) => Some("选举办法".to_owned()),
        About::Rules(RulesOf::Selection) => Some("票决办法".to_owned()),
        About::Rules(RulesOf::Evaluation) => Some("测评办法".to_owned()),
        About::Ballot(id) => ballot(id),
        About::Round(id) | About::Motion(id, _) => ballot(&session.round(id).ok()?.ballot().id),
        About::HandVote(id) => session.hand_vote(id).ok().map(HandVote::title),
        About::Review(id) => session.projects.review(id).ok().map(Review::title),
        About::Proposal(id) => session.proposal(id).ok().map(|one| one.filing().title.clone()),
        About::ProposalsOn(day) => Some(written::day(day)),
        About::Deputy(number) => {
            let mut deputies = session.people.deputies().iter();
            deputies.find(|deputy| deputy.number == number).map(|deputy| deputy.name.clone())
        }
    }
}

fn vote(session: &Past, kind: &PaperKind) -> Option<RoundLabel> {
    let round = kind.round().and_then(|id| session.round(id).ok())?;
    Some(label::of_round(session, round))
}

fn agenda(session: &Past) -> Vec<NotedItem> {
    let noted = |item: &str| NotedItem {
        item: item.to_owned(),
        note: session.notes.get(item).cloned().unwrap_or_default(),
    };
    session.items().into_iter().map(noted).collect()
}

fn sheets(session: &Past) -> Vec<BallotSheetView> {
    let in_use =
        session.ballots.iter().filter(|ballot| !session.withdrawn.contains_key(&ballot.id));
    let sheet = |ballot: &Ballot| BallotSheetView {
        ballot: ballot.id.clone(),
        title: ballot.title.clone(),
        sheet: session.ballot_sheets.get(&ballot.id).copied(),
        out: is_out(session, &ballot.id),
    };
    in_use.map(sheet).collect()
}

/// Returns a paper, issued or not.
pub(crate) fn paper_view(session: &Past, kind: PaperKind) -> PaperView {
    let issues = session
        .papers
        .iter()
        .rev()
        .filter(|paper| paper.kind == kind && session.check_taken_out(paper.id).is_ok())
        .map(|paper| issue_view(session, paper))
        .collect();
    let deputies = session.meeting.as_ref().map_or(1, |meeting| meeting.all_deputies);
    let copies = if matches!(kind, PaperKind::Ballot { .. }) { deputies } else { 1 };
    let edited = session.paper_texts.contains_key(&kind);
    let restyled = is_restyled(session, &kind);
    let given =
        kind.is_notice().then(|| session.notice_numbers.get(&kind).cloned().unwrap_or_default());
    let terms = terms_of(session, &kind);
    PaperView {
        terms,
        missing: check_issuable(session, &kind).err(),
        ripe: is_ripe(session, &kind),
        copies,
        issues,
        group: group(session, &kind),
        of: subject(session, &kind).unwrap_or_default(),
        vote: vote(session, &kind),
        due: kind.is_due(),
        kind,
        edited,
        restyled,
        number: given,
    }
}

fn terms_of(session: &Past, kind: &PaperKind) -> Option<TermsView> {
    let of = kind.rules_of(session)?;
    Some(TermsView { of, terms: session.rules_terms(of) })
}

fn issue_view(session: &Past, paper: &Paper) -> IssueView {
    let editable = paper.editable.iter().rev();
    let taken = |one: &Editable| EditableView {
        sha256: one.sha256.clone(),
        at: one.at,
        by: session.people.name_of(&one.by).to_owned(),
    };
    IssueView {
        paper: paper.id,
        title: paper.title.clone(),
        sha256: paper.sha256.clone(),
        pages: paper.pages,
        per_sheet: paper.per_sheet(),
        printed: paper.printed,
        at: paper.at,
        superseded: paper.superseded,
        is_editable: paper.kind.is_editable(),
        editable: editable.map(taken).collect(),
    }
}
