//! 票种: one printed form, with its contests, its symbols and the settings of its count.

mod check;
pub mod election;
pub mod follow;
pub mod law;
mod matter;
mod order;

pub(crate) use check::GRADES;
pub use matter::{Matter, year_named};
pub use order::{OptionOrder, ResultOrder};
use serde::{Deserialize, Serialize};
use tally::{AbstentionWord, Assessment, Contest, Fraction, Mark, ValidIf};

use crate::ballot::election::Election;
use crate::ballot::follow::Origin;
use crate::session::Past;
use crate::{BallotId, ProjectId, Reason, Refusal, RoundId, projects};

/// A project's facts beside its name (民生实事项目).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// 建设内容.
    pub content: String,
    /// 投资 in yuan.
    pub investment: u32,
    /// 资金来源.
    pub funding: String,
    /// 责任单位.
    pub unit: String,
    /// 责任人.
    pub person: String,
    /// 完成时限.
    pub deadline: String,
    /// The project the row refers to, if it is one on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub of: Option<ProjectId>,
}

/// 上年项目: one of last year's chosen projects and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct PastProject {
    /// 名称.
    pub name: String,
    pub project: Project,
    pub done: bool,
    /// What stands in the report: progress, or why it is not done.
    pub state: String,
}

/// What a voter draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Symbol {
    Circle,
    /// ×.
    Cross,
    Tick,
    Triangle,
}

/// One line of the symbol map printed on the ballot and shown at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SymbolMeaning {
    pub symbol: Symbol,
    pub mark: Mark,
}

/// 计票期间大屏: what the hall may see before the result is announced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HallCounting {
    /// Live counts of agreed sheets.
    #[default]
    Live,
    /// How many sheets are through, no counts.
    Progress,
    /// Nothing until announced.
    Nothing,
}

/// One contest on the ballot and what the papers say about its options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct BallotContest {
    /// The question, its options and its rule.
    pub contest: Contest,
    /// One per option in the same order, or empty where options are no projects.
    pub projects: Vec<Project>,
    /// In the order of the keys 1, 2, 3 ….
    pub symbols: Vec<SymbolMeaning>,
    /// How the options were put in order.
    #[serde(default, skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<OptionOrder>"))]
    pub order: OptionOrder,
    /// How the result is listed.
    #[serde(default, skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<ResultOrder>"))]
    pub result_order: ResultOrder,
    /// Post and nominees of an election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub election: Option<Election>,
    /// Weights and levels of an evaluation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub assessment: Option<Assessment>,
    /// What a row of an evaluation is called: 部门, 建议, 述职人员; empty: 测评项目.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub row_noun: String,
    /// 意见建议: lines to write on stand below the rows.
    #[serde(default, skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub remarks: bool,
    /// 归类: the heading each option stands under, in the same order, or none at all. Printed and
    /// shown, never counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Vec<String>>"))]
    pub headings: Vec<String>,
}

fn is_default<T: Default + PartialEq>(setting: &T) -> bool {
    *setting == T::default()
}

fn two_thirds() -> Fraction {
    Fraction::TWO_THIRDS
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "asked with a reference when a ballot is written"
)]
fn is_two_thirds(quorum: &Fraction) -> bool {
    *quorum == Fraction::TWO_THIRDS
}

impl BallotContest {
    /// Returns a contest without further facts, everything else as the house has it.
    #[must_use]
    pub fn of(contest: Contest, symbols: Vec<SymbolMeaning>) -> Self {
        Self {
            contest,
            projects: Vec::new(),
            symbols,
            order: OptionOrder::default(),
            result_order: ResultOrder::default(),
            election: None,
            assessment: None,
            row_noun: String::new(),
            remarks: false,
            headings: Vec::new(),
        }
    }

    /// Returns what an abstention is called: 弃权, or 不了解 in an evaluation.
    #[must_use]
    pub fn abstention(&self) -> AbstentionWord {
        self.assessment
            .as_ref()
            .map_or_else(AbstentionWord::default, |assessment| assessment.abstention)
    }
}

/// A printed form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// Unique in the session.
    pub id: BallotId,
    /// As printed: 2026年度民生实事项目票决票.
    pub title: String,
    /// 票色: colour label, e.g. 粉红色.
    pub colour: String,
    /// The questions, in the order of the paper.
    pub contests: Vec<BallotContest>,
    /// When the whole vote is valid.
    pub valid_if: ValidIf,
    /// Sheets in a bundle, 1–100.
    pub bundle_size: u32,
    /// What the hall sees while counting.
    pub hall: HallCounting,
    /// 法定人数: the share of all deputies that must be present (组织法 14).
    #[serde(default = "two_thirds", skip_serializing_if = "is_two_thirds")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<Fraction>"))]
    pub quorum: Fraction,
    /// Why a setting contradicts the law, where one does; every report says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub departure_reason: Option<String>,
    /// 正字计票: a tally by hand is entered beside the keyed one, and both must agree.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub hand_tally: bool,
    /// The result it follows, for a runoff or a further vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub origin: Option<Origin>,
}

impl Ballot {
    /// Tells whether it was set up for the result of this round.
    pub(crate) fn follows(&self, round: RoundId) -> bool {
        self.origin.as_ref().is_some_and(|origin| origin.round == round)
    }

    /// Returns a ballot with the settings the house starts from: bundles of ten, live counts in the
    /// hall, a quorum of two thirds.
    #[must_use]
    pub fn of(id: BallotId, title: String, contests: Vec<BallotContest>) -> Self {
        Self {
            id,
            title,
            colour: String::new(),
            contests,
            valid_if: ValidIf::default(),
            bundle_size: 10,
            hall: HallCounting::default(),
            quorum: Fraction::TWO_THIRDS,
            departure_reason: None,
            hand_tally: false,
            origin: None,
        }
    }

    /// Returns the contests as the tally knows them.
    #[must_use]
    pub fn contests(&self) -> Vec<Contest> {
        self.contests.iter().map(|entry| entry.contest.clone()).collect()
    }

    /// Returns how many deputies must be present of so many (组织法 14).
    #[must_use]
    pub fn quorum_of(&self, all_deputies: u32) -> u32 {
        self.quorum.least_at_least(all_deputies)
    }
}

/// What happened to the ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// A ballot was set up, or changed before it was issued.
    #[serde(rename = "ballot.saved")]
    Saved {
        /// As it is now.
        ballot: Ballot,
    },
    /// A ballot was withdrawn before the vote: its papers no longer hold.
    #[serde(rename = "ballot.withdrawn")]
    Withdrawn { ballot: BallotId, reason: Reason },
    /// A ballot was deleted before anything hung on it.
    #[serde(rename = "ballot.deleted")]
    Deleted { ballot: BallotId },
    /// Last year's projects were put before the session.
    #[serde(rename = "ballot.past_projects_listed")]
    PastProjectsListed {
        /// The year they were chosen for.
        year: u16,
        /// In the order they were chosen.
        projects: Vec<PastProject>,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "BallotCommand"))]
pub enum Command {
    /// Set up a ballot, or change it before it is issued.
    SaveBallot { ballot: Ballot },
    /// Withdraw a ballot before the vote, printed or not (组织法 22: the mover may withdraw).
    WithdrawBallot {
        ballot: BallotId,
        /// Why; not empty.
        reason: String,
    },
    /// Delete a ballot that was never printed, shown or put to the vote.
    DeleteBallot { ballot: BallotId },
    /// Put last year's projects before the session.
    ListPastProjects {
        /// The year they were chosen for.
        year: u16,
        /// In the order they were chosen.
        projects: Vec<PastProject>,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let event = match command {
        Command::SaveBallot { ballot } => {
            check_unissued(session, ballot)?;
            ballot.check_settings()?;
            follow::check_ballot(session, ballot)?;
            projects::check_refers(session, ballot)?;
            let mut events = vec![Event::Saved { ballot: ballot.clone() }.into()];
            events.extend(projects::facts_from_rows(session, ballot));
            return Ok(events);
        }
        Command::WithdrawBallot { ballot, reason } => {
            check_withdrawable(session, session.ballot(ballot)?)?;
            Event::Withdrawn { ballot: ballot.clone(), reason: Reason::given(reason)? }
        }
        Command::DeleteBallot { ballot } => {
            check_deletable(session, session.ballot(ballot)?)?;
            Event::Deleted { ballot: ballot.clone() }
        }
        Command::ListPastProjects { year, projects } => {
            Event::PastProjectsListed { year: *year, projects: projects.clone() }
        }
    };
    Ok(vec![event.into()])
}

/// A ballot changes no more once it was handed out or withdrawn, unless it was handed out by mistake
/// and nothing was voted.
pub(crate) fn check_unissued(session: &Past, ballot: &Ballot) -> Result<(), Refusal> {
    let mut rounds = session.rounds.iter().filter(|round| round.ballot().id == ballot.id);
    if rounds.any(|round| !round.never_voted()) {
        return Err(Refusal::BallotIsIssued { ballot: ballot.title.clone() });
    }
    session.check_not_withdrawn(ballot)
}

/// A ballot may be withdrawn before it is voted on, and once its vote was broken off.
fn check_withdrawable(session: &Past, ballot: &Ballot) -> Result<(), Refusal> {
    let mut rounds = session.rounds.iter().filter(|round| round.ballot().id == ballot.id);
    if rounds.any(|round| round.broken_off().is_none()) {
        return Err(Refusal::BallotIsIssued { ballot: ballot.title.clone() });
    }
    session.check_not_withdrawn(ballot)
}

/// Nothing hangs on a ballot that was never printed and does not stand in the hall.
pub(crate) fn check_deletable(session: &Past, ballot: &Ballot) -> Result<(), Refusal> {
    if session.rounds.iter().any(|round| round.ballot().id == ballot.id) {
        return Err(Refusal::BallotIsIssued { ballot: ballot.title.clone() });
    }
    check_unissued(session, ballot)?;
    if session.papers.iter().any(|paper| paper.kind.keeps_ballot(&ballot.id)) {
        return Err(Refusal::BallotIsPrinted { ballot: ballot.title.clone() });
    }
    if session.scene.ballot() == Some(&ballot.id) {
        return Err(Refusal::BallotIsShown { ballot: ballot.title.clone() });
    }
    Ok(())
}

pub(crate) fn apply(session: &mut Past, event: &Event) {
    match event {
        Event::Saved { ballot } => {
            match session.ballots.iter_mut().find(|other| other.id == ballot.id) {
                Some(other) => other.clone_from(ballot),
                None => session.ballots.push(ballot.clone()),
            }
        }
        Event::Withdrawn { ballot, reason } => {
            session.withdrawn.insert(ballot.clone(), reason.clone());
        }
        Event::Deleted { ballot } => {
            session.ballots.retain(|other| other.id != *ballot);
            session.sittings.let_go(ballot);
        }
        Event::PastProjectsListed { year, projects } => {
            session.last_year = Some((*year, projects.clone()));
        }
    }
}
