//! 文书: which papers were issued, by their fingerprint. The bytes lie beside the journal, exactly
//! as printed.

use serde::{Deserialize, Serialize};
use tally::ContestId;

use crate::people::Role;
use crate::round::matter;
use crate::session::Session;
use crate::{BallotId, Entry, HandVoteId, PaperId, PersonId, Refusal, RoundId};

mod ready;
mod style;

pub use ready::check_issuable;
pub use style::{BallotSheet, FaceRole, Grid, OfficeFace, Style, style_of};

pub(crate) use ready::{asks, has_seats, is_evaluation, is_motion, is_selection, resolves};
pub(crate) use style::{is_out, is_restyled};

/// Which paper, and of what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "paper", rename_all = "snake_case", deny_unknown_fields)]
pub enum PaperKind {
    /// 选票、票决票.
    Ballot {
        /// Of which ballot.
        ballot: BallotId,
    },
    /// 计票结果报告单.
    CountReport {
        /// Of which round.
        round: RoundId,
    },
    /// 决定, with the list of the chosen projects, over all rounds of a matter.
    Decision {
        /// The round the matter began with.
        round: RoundId,
    },
    /// 会议议程.
    Agenda,
    /// 代表名册.
    Roster,
    /// 签到册.
    SignInBook,
    /// 总监票人、监票人、计票人名单.
    CountingStaff,
    /// 主持词.
    HostScript,
    /// 票决办法、选举办法、测评办法、表决办法: the settings of the vote, clause by clause.
    Rules {
        /// Of which ballot.
        ballot: BallotId,
    },
    /// 正字计票单: to go on by hand if the computer fails.
    TallySheet {
        /// Of which ballot.
        ballot: BallotId,
    },
    /// 捆单: one slip on top of each bundle.
    BundleSlips {
        /// Of which round.
        round: RoundId,
    },
    /// 验票报告单: issued, returned, valid or void.
    CollectionReport {
        /// Of which round.
        round: RoundId,
    },
    /// 当选名单、通过名单.
    ChosenList {
        /// Of which round.
        round: RoundId,
    },
    /// 测评结果表.
    EvaluationTable {
        /// Of which round.
        round: RoundId,
    },
    /// 表决记录单.
    MotionRecord {
        /// Of which round.
        round: RoundId,
    },
    /// 决议 on a motion that passed.
    Resolution {
        /// Of which round.
        round: RoundId,
        /// Which contest of it.
        contest: ContestId,
    },
    /// 表决记录单 of a motion decided without paper.
    HandRecord {
        /// Of which motion.
        vote: HandVoteId,
    },
    /// 决议 on a motion the congress passed without paper.
    HandResolution {
        /// Of which motion.
        vote: HandVoteId,
    },
    /// 公告.
    Notice {
        /// The round the matter began with.
        round: RoundId,
    },
    /// 备案报告.
    FilingReport {
        /// The round the matter began with.
        round: RoundId,
    },
    /// 封袋封面.
    SealCover {
        /// Of which round.
        round: RoundId,
    },
    /// 封条.
    SealStrip {
        /// Of which round.
        round: RoundId,
    },
    /// 会议记录.
    Minutes,
    /// 会议纪要.
    Summary,
}

impl PaperKind {
    /// Returns the round it is about.
    #[must_use]
    pub fn round(&self) -> Option<RoundId> {
        match self {
            Self::CountReport { round }
            | Self::Decision { round }
            | Self::BundleSlips { round }
            | Self::CollectionReport { round }
            | Self::ChosenList { round }
            | Self::EvaluationTable { round }
            | Self::MotionRecord { round }
            | Self::Resolution { round, .. }
            | Self::Notice { round }
            | Self::FilingReport { round }
            | Self::SealCover { round }
            | Self::SealStrip { round } => Some(*round),
            Self::Ballot { .. }
            | Self::Agenda
            | Self::Roster
            | Self::SignInBook
            | Self::CountingStaff
            | Self::HostScript
            | Self::Rules { .. }
            | Self::TallySheet { .. }
            | Self::HandRecord { .. }
            | Self::HandResolution { .. }
            | Self::Minutes
            | Self::Summary => None,
        }
    }

    /// Returns the motion decided without paper it is about.
    #[must_use]
    pub fn hand_vote(&self) -> Option<HandVoteId> {
        if let Self::HandRecord { vote } | Self::HandResolution { vote } = self {
            Some(*vote)
        } else {
            None
        }
    }

    /// Tells whether an office may take it over into its own word processor: what is written, not
    /// what is marked, counted or signed.
    #[must_use]
    pub fn is_editable(&self) -> bool {
        match self {
            Self::Agenda
            | Self::CountingStaff
            | Self::HostScript
            | Self::Rules { .. }
            | Self::Resolution { .. }
            | Self::HandResolution { .. }
            | Self::Decision { .. }
            | Self::Notice { .. }
            | Self::FilingReport { .. }
            | Self::Minutes
            | Self::Summary => true,
            Self::Ballot { .. }
            | Self::CountReport { .. }
            | Self::Roster
            | Self::SignInBook
            | Self::TallySheet { .. }
            | Self::BundleSlips { .. }
            | Self::CollectionReport { .. }
            | Self::ChosenList { .. }
            | Self::EvaluationTable { .. }
            | Self::MotionRecord { .. }
            | Self::HandRecord { .. }
            | Self::SealCover { .. }
            | Self::SealStrip { .. } => false,
        }
    }

    fn is_printed_before(&self, of: &BallotId) -> bool {
        matches!(self, Self::Ballot { ballot } | Self::Rules { ballot } | Self::TallySheet { ballot } if ballot == of)
    }

    /// Papers that say how many sheets were handed out and came back.
    fn says_numbers(&self) -> bool {
        matches!(
            self,
            Self::BundleSlips { .. }
                | Self::CollectionReport { .. }
                | Self::SealCover { .. }
                | Self::SealStrip { .. }
        )
    }

    /// Papers that say what was counted in one round.
    fn says_count(&self) -> bool {
        matches!(
            self,
            Self::CountReport { .. }
                | Self::ChosenList { .. }
                | Self::EvaluationTable { .. }
                | Self::MotionRecord { .. }
                | Self::Resolution { .. }
        )
    }

    /// Papers on a matter through all of its rounds.
    fn says_outcome(&self) -> bool {
        matches!(self, Self::Decision { .. } | Self::Notice { .. } | Self::FilingReport { .. })
    }

    fn tells_the_day(&self) -> bool {
        matches!(self, Self::Minutes | Self::Summary)
    }
}

/// A paper that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// From 1 within the session.
    pub id: PaperId,
    /// Which paper.
    pub kind: PaperKind,
    /// As printed at its head.
    pub title: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Number of pages.
    pub pages: u32,
    /// When it was issued.
    pub at: crate::Timestamp,
    /// How it looks.
    pub style: Style,
    /// Replaced by a later issue, or what it says has changed since.
    pub superseded: bool,
    /// Every time it was taken out as a DOCX to be edited.
    pub editable: Vec<Editable>,
}

/// A DOCX of an issued paper, which an office may edit: what it says from then on is no longer what
/// was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editable {
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// When it was taken out.
    pub at: crate::Timestamp,
    /// By whom.
    pub by: PersonId,
}

impl Paper {
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
        /// Number of the paper.
        paper: PaperId,
        /// Which paper.
        of: PaperKind,
        /// As printed at its head.
        title: String,
        /// SHA-256 of its bytes, lower-case hexadecimal.
        sha256: String,
        /// Number of pages.
        pages: u32,
    },
    /// An issued paper was taken out as a DOCX to be edited.
    #[serde(rename = "paper.taken_out_to_edit")]
    TakenOutToEdit {
        /// Number of the issued paper.
        paper: PaperId,
        /// SHA-256 of the DOCX, lower-case hexadecimal.
        sha256: String,
    },
    /// The text of a paper was changed; its fields stay fields.
    #[serde(rename = "paper.text_edited")]
    TextEdited {
        /// Which paper.
        of: PaperKind,
        /// The whole text.
        text: String,
    },
    /// The text that comes with the program holds again.
    #[serde(rename = "paper.text_restored")]
    TextRestored {
        /// Which paper.
        of: PaperKind,
    },
    /// 版式: how the papers of the session look from now on.
    #[serde(rename = "paper.style_chosen")]
    StyleChosen {
        /// How they look.
        style: Style,
    },
    /// A ballot got a sheet of its own, or goes with the others again.
    #[serde(rename = "paper.ballot_sheet_chosen")]
    BallotSheetChosen {
        /// Which ballot.
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
        /// Which paper.
        of: PaperKind,
        /// The whole text; not empty.
        text: String,
    },
    /// Go back to the text that comes with the program.
    RestoreText {
        /// Which paper.
        of: PaperKind,
    },
    /// Set the papers of the session another way from now on.
    ChooseStyle {
        /// How they look.
        style: Style,
    },
    /// Print a ballot that is not out on another sheet than the others.
    ChooseBallotSheet {
        /// Which ballot.
        ballot: BallotId,
        /// What it is printed on; nothing for what the others are printed on.
        sheet: Option<BallotSheet>,
    },
}

/// A paper that was set and is to be recorded as issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Which paper.
    pub of: PaperKind,
    /// As printed at its head.
    pub title: String,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Number of pages.
    pub pages: u32,
}

pub(crate) fn decide(
    session: &Session,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    session.people.require(actor, &[Role::Secretary])?;
    let event = match command {
        Command::EditText { text, .. } if text.trim().is_empty() => {
            return Err(Refusal::PaperWithoutText);
        }
        Command::EditText { of, text } => Event::TextEdited { of: of.clone(), text: text.clone() },
        Command::RestoreText { of } => Event::TextRestored { of: of.clone() },
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

pub(crate) fn decide_issue(
    session: &Session,
    issue: &Issue,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    session.people.require(actor, &[Role::Secretary])?;
    check_issuable(session, &issue.of)?;
    let paper = PaperId(u32::try_from(session.papers.len()).unwrap_or(u32::MAX).saturating_add(1));
    let Issue { of, title, sha256, pages } = issue.clone();
    Ok(vec![Event::Issued { paper, of, title, sha256, pages }.into()])
}

pub(crate) fn decide_editable(
    session: &Session,
    paper: PaperId,
    sha256: &str,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    session.people.require(actor, &[Role::Secretary])?;
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

pub(crate) fn apply(session: &mut Session, event: &Event, entry: &Entry) {
    match event {
        Event::Issued { paper, of, title, sha256, pages } => {
            let style = style_of(session, of);
            supersede(session, |kind| kind == of);
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
            });
        }
        Event::TakenOutToEdit { paper, sha256 } => {
            let editable =
                Editable { sha256: sha256.clone(), at: entry.at, by: entry.actor.clone() };
            if let Some(found) = session.papers.iter_mut().find(|found| found.id == *paper) {
                found.editable.push(editable);
            }
        }
        Event::TextEdited { of, text } => {
            session.paper_texts.insert(of.clone(), text.clone());
        }
        Event::TextRestored { of } => {
            session.paper_texts.remove(of);
        }
        Event::StyleChosen { style } => session.style = style.clone(),
        Event::BallotSheetChosen { ballot, sheet } => match sheet {
            Some(sheet) => {
                session.ballot_sheets.insert(ballot.clone(), *sheet);
            }
            None => {
                session.ballot_sheets.remove(ballot);
            }
        },
    }
}

/// Papers whose content is no longer what the session says.
pub(crate) fn supersede(session: &mut Session, changed: impl Fn(&PaperKind) -> bool) {
    for paper in session.papers.iter_mut().filter(|paper| changed(&paper.kind)) {
        paper.superseded = true;
    }
}

/// The ballot changed or was withdrawn: what was printed of it before the vote.
pub(crate) fn supersede_ballot(session: &mut Session, ballot: &BallotId) {
    supersede(session, |kind| kind.is_printed_before(ballot) || *kind == PaperKind::HostScript);
}

/// The session's facts changed: what names them. A ballot that is out and a signed report stand; a
/// place or an hour is on no ballot.
pub(crate) fn supersede_meeting(session: &mut Session, name_or_day: bool) {
    let out: Vec<BallotId> = session.rounds.iter().map(|round| round.ballot.id.clone()).collect();
    supersede(session, |kind| match kind {
        PaperKind::Ballot { ballot }
        | PaperKind::Rules { ballot }
        | PaperKind::TallySheet { ballot } => name_or_day && !out.contains(ballot),
        PaperKind::Roster | PaperKind::CountingStaff => name_or_day,
        PaperKind::Agenda
        | PaperKind::SignInBook
        | PaperKind::HostScript
        | PaperKind::Minutes
        | PaperKind::Summary => true,
        PaperKind::CountReport { .. }
        | PaperKind::Decision { .. }
        | PaperKind::BundleSlips { .. }
        | PaperKind::CollectionReport { .. }
        | PaperKind::ChosenList { .. }
        | PaperKind::EvaluationTable { .. }
        | PaperKind::MotionRecord { .. }
        | PaperKind::Resolution { .. }
        | PaperKind::HandRecord { .. }
        | PaperKind::HandResolution { .. }
        | PaperKind::Notice { .. }
        | PaperKind::FilingReport { .. }
        | PaperKind::SealCover { .. }
        | PaperKind::SealStrip { .. } => false,
    });
}

/// The roster or the staff changed.
pub(crate) fn supersede_people(session: &mut Session) {
    supersede(session, |kind| {
        matches!(
            kind,
            PaperKind::Roster
                | PaperKind::SignInBook
                | PaperKind::CountingStaff
                | PaperKind::HostScript
        ) || kind.tells_the_day()
    });
}

/// A number of a round was put right.
pub(crate) fn supersede_numbers(session: &mut Session, of: RoundId) {
    supersede(session, |kind| kind.says_numbers() && kind.round() == Some(of));
    supersede_day(session);
}

/// The count of a round is open again: its report and everything decided from it.
pub(crate) fn supersede_count(session: &mut Session, of: RoundId) {
    supersede(session, |kind| kind.says_count() && kind.round() == Some(of));
    supersede_outcome(session, of);
}

/// A matter went on after this round: what was written of its outcome.
pub(crate) fn supersede_outcome(session: &mut Session, of: RoundId) {
    let began = matter::beginning(session, of);
    supersede(session, |kind| {
        kind.says_outcome() && kind.round().is_some_and(|round| round == of || Some(round) == began)
    });
    supersede_day(session);
}

/// Something happened after the record of the day was written.
pub(crate) fn supersede_day(session: &mut Session) {
    supersede(session, PaperKind::tells_the_day);
}
