//! 文书: what can be issued and what was, in the order of the day.

use chrono::Datelike;
use serde::Serialize;

use tally::Kind;

use crate::ballot::Ballot;
use crate::ballot::follow::Follows;
use crate::floor::hands::{HandVote, Stage};
use crate::floor::meeting::Meeting;
use crate::paper::{
    BallotSheet, Editable, Paper, PaperKind, RulesOf, RulesTerms, Style, asks, check_issuable,
    has_seats, is_election, is_evaluation, is_motion, is_of_congress, is_out, is_restyled, is_ripe,
    is_selection, is_written, resolves,
};
use crate::round::{self, Round, RoundKind};
use crate::session::Past;
use crate::sittings::SittingKind;
use crate::views::label::{self, RoundLabel};
use crate::{BallotId, HandVoteId, PaperId, ProposalId, Refusal};

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
    let title = session.meeting.as_ref().map(Meeting::title).unwrap_or_default();
    let before = [
        PaperKind::Agenda,
        PaperKind::Roster,
        PaperKind::PastProjects,
        PaperKind::SignInBook,
        PaperKind::CountingStaff,
        PaperKind::HostScript,
    ];
    let after = [PaperKind::AttendanceList, PaperKind::Minutes, PaperKind::Summary];
    let of_the_meeting =
        |kind: PaperKind, group: PaperGroup| paper_view(session, kind, group, title.clone(), None);
    let mut papers: Vec<PaperView> =
        before.into_iter().map(|kind| of_the_meeting(kind, PaperGroup::Meeting)).collect();
    papers.extend(RulesOf::ALL.into_iter().filter_map(|of| rules_of(session, of)));
    papers.extend(
        session.ballots_of_the_day().into_iter().flat_map(|ballot| of_ballot(session, ballot)),
    );
    papers.extend(
        session
            .motions_of_the_day()
            .into_iter()
            .filter(|vote| !matches!(vote.stage, Stage::Withdrawn(_)))
            .flat_map(|vote| of_motion(session, vote)),
    );
    let minuted = session
        .sittings
        .planned()
        .iter()
        .filter(|sitting| sitting.kind == SittingKind::Presidium)
        .map(|sitting| (PaperKind::PresidiumMinutes { sitting: sitting.id }, sitting));
    papers.extend(minuted.map(|(kind, sitting)| {
        paper_view(
            session,
            kind,
            PaperGroup::Meeting,
            session.sittings.name(sitting).to_string(),
            None,
        )
    }));
    papers.extend(after.into_iter().map(|kind| of_the_meeting(kind, PaperGroup::Record)));
    papers.extend(of_projects(session, &title));
    papers.extend(after_the_session(session));
    PapersView {
        papers,
        agenda: agenda(session),
        style: session.style.clone(),
        sheets: sheets(session),
    }
}

/// One paper of rules for several ballots of the session; one alone has its own.
fn rules_of(session: &Past, of: RulesOf) -> Option<PaperView> {
    let name = match of {
        RulesOf::Election => "选举办法",
        RulesOf::Selection => "票决办法",
        RulesOf::Evaluation => "测评办法",
    };
    let kind = PaperKind::SessionRules { of };
    let issued = session.papers.iter().any(|paper| paper.kind == kind);
    let several = session.ballots_by(of).len() > 1;
    (several || issued).then(|| paper_view(session, kind, PaperGroup::Meeting, name.to_owned(), None))
}

/// What there is nothing to say of yet is not listed.
fn of_projects(session: &Past, title: &str) -> Vec<PaperView> {
    let collected = !session.projects.list().is_empty();
    let chosen = !session.chosen_projects().is_empty();
    let listed = [
        (PaperKind::ProjectCall, true),
        (PaperKind::ProjectForm, true),
        (PaperKind::ScreeningReport, collected),
        (PaperKind::ProjectPlan, chosen),
        (PaperKind::SupervisionList, chosen),
        (PaperKind::CompletionReport, chosen),
        (PaperKind::CompletionTable, chosen),
    ];
    let of = |kind: PaperKind, of: String| paper_view(session, kind, PaperGroup::Projects, of, None);
    let mut papers: Vec<PaperView> = listed
        .into_iter()
        .filter(|(_, listed)| *listed)
        .map(|(kind, _)| of(kind, title.to_owned()))
        .collect();
    for review in session.projects.reviews() {
        let kinds = [
            PaperKind::ReviewLedger { review: review.id },
            PaperKind::ReviewCircular { review: review.id },
            PaperKind::SupervisionAdvice { review: review.id },
        ];
        papers.extend(kinds.map(|kind| of(kind, review.title())));
    }
    papers
}

/// Once there is a proposal or something is noted of a deputy: the papers of all of them, and those
/// of one that were issued, on its page.
fn after_the_session(session: &Past) -> Vec<PaperView> {
    let issued = |group: fn(&PaperKind) -> bool| {
        let mut kinds: Vec<&PaperKind> = Vec::new();
        for paper in session.papers.iter().filter(|paper| group(&paper.kind)) {
            if !kinds.contains(&&paper.kind) {
                kinds.push(&paper.kind);
            }
        }
        kinds.into_iter().cloned()
    };
    let table = session.last_day_of_proposals().map(|on| PaperKind::ProposalTable { on });
    let report = table.as_ref().map(|_| PaperKind::ProposalReport);
    let mut of_proposals: Vec<PaperKind> = table.into_iter().chain(report).collect();
    let earlier =
        issued(|kind| kind.proposal().is_some() || matches!(kind, PaperKind::ProposalTable { .. }));
    let earlier: Vec<PaperKind> = earlier.filter(|kind| !of_proposals.contains(kind)).collect();
    of_proposals.extend(earlier);
    let noted = !session.record.activities().is_empty() || !session.record.points().is_empty();
    let mut of_deputies = Vec::new();
    if noted {
        of_deputies.extend([PaperKind::RecordTable, PaperKind::DeputyRecords]);
    }
    of_deputies.extend(issued(|kind| matches!(kind, PaperKind::DeputyRecord { .. })));
    let of_proposals = of_proposals.into_iter().map(|kind| (kind, PaperGroup::Proposals));
    let of_deputies = of_deputies.into_iter().map(|kind| (kind, PaperGroup::Deputies));
    of_proposals.chain(of_deputies).map(|(kind, group)| apart(session, kind, group)).collect()
}

/// Returns the papers of one proposal.
pub(crate) fn of_proposal(session: &Past, proposal: ProposalId) -> Vec<PaperView> {
    let kinds = [
        PaperKind::ProposalSlip { proposal },
        PaperKind::ProposalAnswer { proposal },
        PaperKind::ProposalFeedback { proposal },
    ];
    kinds.into_iter().map(|kind| apart(session, kind, PaperGroup::Proposals)).collect()
}

/// Returns a paper of what goes on after the session, by the name of what it is about.
pub(crate) fn apart(session: &Past, kind: PaperKind, group: PaperGroup) -> PaperView {
    let of = about(session, &kind);
    paper_view(session, kind, group, of, None)
}

/// Its day, its deputy, its proposal, else the session.
fn about(session: &Past, kind: &PaperKind) -> String {
    if let PaperKind::ProposalTable { on } = kind {
        return format!("{}年{}月{}日", on.year(), on.month(), on.day());
    }
    if let PaperKind::DeputyRecord { deputy } = kind {
        let mut deputies = session.people.deputies().iter();
        let found = deputies.find(|one| one.number == *deputy);
        return found.map_or_else(String::new, |one| one.name.clone());
    }
    let proposal = kind.proposal().and_then(|id| session.proposal(id).ok());
    let title = || session.meeting.as_ref().map(Meeting::title).unwrap_or_default();
    proposal.map_or_else(title, |proposal| proposal.filing().title.clone())
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

fn of_ballot(session: &Past, ballot: &Ballot) -> Vec<PaperView> {
    let id = || ballot.id.clone();
    let asks =
        |kind: fn(&Kind) -> bool| ballot.contests.iter().any(|entry| kind(&entry.contest.kind));
    let follows = ballot.origin.as_ref().map(|origin| origin.follows);
    // The rules were passed once and hold for what follows them; nobody is nominated for a runoff.
    let nominated = asks(is_election) && follows != Some(Follows::Runoff);
    // Several of a kind are voted on by one paper of rules.
    let with_others = RulesOf::of(ballot).is_some_and(|of| session.ballots_by(of).len() > 1);
    let printed = [
        (PaperKind::NominationForm { ballot: id() }, nominated),
        (PaperKind::Candidates { ballot: id() }, nominated),
        (PaperKind::CandidateProjects { ballot: id() }, asks(is_selection)),
        (PaperKind::Rules { ballot: id() }, follows.is_none() && !with_others),
        (PaperKind::Ballot { ballot: id() }, true),
        (PaperKind::TallySheet { ballot: id() }, true),
        (PaperKind::ZeroReport { ballot: id() }, session.at_zero(&ballot.id).is_ok()),
    ];
    let issued = |kind: &PaperKind| session.papers.iter().any(|paper| paper.kind == *kind);
    let printed = printed
        .into_iter()
        .filter(|(kind, written)| *written || issued(kind))
        .map(|(kind, _)| kind);
    let rounds = session.rounds.iter().filter(|round| round.ballot().id == ballot.id);
    let counted = rounds.flat_map(|round| {
        let vote = label::of_round(session, round);
        of_round(session, round).into_iter().map(move |kind| (Some(vote.clone()), kind))
    });
    let all = printed.map(|kind| (None, kind)).chain(counted);
    all.map(|(vote, kind)| {
        paper_view(session, kind, PaperGroup::Vote { ballot: id() }, ballot.title.clone(), vote)
    })
    .collect()
}

fn of_motion(session: &Past, vote: &HandVote) -> Vec<PaperView> {
    let id = vote.id;
    let resolution = PaperKind::HandResolution { vote: id };
    let issued = session.papers.iter().any(|paper| paper.kind == resolution);
    let resolution = Some(resolution).filter(|_| issued || resolves(vote));
    let notice = Some(PaperKind::HandNotice { vote: id }).filter(|_| is_of_congress(vote));
    let kinds = std::iter::once(PaperKind::HandRecord { vote: id }).chain(resolution).chain(notice);
    kinds
        .map(|kind| paper_view(session, kind, PaperGroup::Motion { vote: id }, vote.title(), None))
        .collect()
}

/// Returns the papers of a round in their order; one that was issued is listed even where it is no
/// longer written.
fn of_round(session: &Past, round: &Round) -> Vec<PaperKind> {
    let id = round.id();
    let seats = asks(round, has_seats);
    let began = matches!(round.kind(), RoundKind::First);
    let issued = |kind: &PaperKind| session.papers.iter().any(|paper| paper.kind == *kind);
    let motions = round.ballot().contests.iter().filter(|entry| is_motion(&entry.contest.kind));
    let resolutions = motions.flat_map(|entry| {
        let contest = || entry.contest.id.clone();
        [
            (PaperKind::Resolution { round: id, contest: contest() }, is_written(entry)),
            (PaperKind::MotionNotice { round: id, contest: contest() }, true),
        ]
    });
    let evaluates = asks(round, is_evaluation);
    let elects = asks(round, is_election);
    let mut listed = vec![
        (PaperKind::BundleSlips { round: id }, true),
        (PaperKind::CollectionReport { round: id }, true),
        (PaperKind::CountReport { round: id }, true),
        (PaperKind::ChosenList { round: id }, seats),
        (PaperKind::EvaluationTable { round: id }, evaluates),
        (PaperKind::EvaluationReport { round: id }, evaluates),
        (PaperKind::MotionRecord { round: id }, asks(round, is_motion)),
    ];
    listed.extend(resolutions);
    listed.extend([
        (PaperKind::Decision { round: id }, began && asks(round, is_selection)),
        (PaperKind::Notice { round: id }, began && (seats || evaluates)),
        (PaperKind::Oath { round: id }, began && elects),
        (PaperKind::ElectedLetter { round: id }, began && elects),
        (PaperKind::FilingReport { round: id }, began && seats),
        (PaperKind::SealCover { round: id }, true),
        (PaperKind::SealStrip { round: id }, true),
    ]);
    listed
        .into_iter()
        .filter(|(kind, written)| (*written && comes_of(round, kind)) || issued(kind))
        .map(|(kind, _)| kind)
        .collect()
}

/// Tells whether a paper may still come of a round: nothing of a vote that is void or was broken off
/// is counted, and the latter has no 验票 to report.
fn comes_of(round: &Round, kind: &PaperKind) -> bool {
    let of_the_count = matches!(
        kind,
        PaperKind::BundleSlips { .. }
            | PaperKind::CountReport { .. }
            | PaperKind::ChosenList { .. }
            | PaperKind::EvaluationTable { .. }
            | PaperKind::EvaluationReport { .. }
            | PaperKind::MotionRecord { .. }
            | PaperKind::Resolution { .. }
            | PaperKind::MotionNotice { .. }
    );
    match round.stage() {
        round::Stage::BrokenOff(..) => {
            !of_the_count && !matches!(kind, PaperKind::CollectionReport { .. })
        }
        round::Stage::Void(_) | round::Stage::Voided(_) => !of_the_count,
        round::Stage::Voting
        | round::Stage::Collected(_)
        | round::Stage::Counting(_)
        | round::Stage::Certified(..)
        | round::Stage::Announced(..) => true,
    }
}

fn paper_view(
    session: &Past,
    kind: PaperKind,
    group: PaperGroup,
    of: String,
    vote: Option<RoundLabel>,
) -> PaperView {
    let issues = session
        .papers
        .iter()
        .rev()
        .filter(|paper| paper.kind == kind && session.check_taken_out(paper.id).is_ok())
        .map(|paper| issue_view(session, paper))
        .collect();
    let due = matches!(
        kind,
        PaperKind::Ballot { .. } | PaperKind::CountReport { .. } | PaperKind::Decision { .. }
    );
    let deputies = session.meeting.as_ref().map_or(1, |meeting| meeting.all_deputies);
    let copies = if matches!(kind, PaperKind::Ballot { .. }) { deputies } else { 1 };
    let edited = session.paper_texts.contains_key(&kind);
    let restyled = is_restyled(session, &kind);
    let number =
        kind.is_notice().then(|| session.notice_numbers.get(&kind).cloned().unwrap_or_default());
    let terms = terms_of(session, &kind);
    PaperView {
        terms,
        missing: check_issuable(session, &kind).err(),
        ripe: is_ripe(session, &kind),
        copies,
        issues,
        kind,
        group,
        of,
        vote,
        due,
        edited,
        restyled,
        number,
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
