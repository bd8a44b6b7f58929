//! Every kind of paper, in one table: a new kind is one entry of it, and one of
//! `papers/src/blueprint.rs`, which says how it is set.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tally::ContestId;

use super::about::{About, Told, Trait};
use super::{RulesOf, listed, ready};
use crate::session::Past;
use crate::{BallotId, HandVoteId, ProposalId, Refusal, ReviewId, RoundId, SittingId};

/// What is known of a kind of paper.
struct Facts<'a> {
    about: About<'a>,
    /// Whether there is such a paper in this session, issued or not.
    listed: fn(&Past, &PaperKind) -> bool,
    tells: &'static [Told],
    is: &'static [Trait],
}

/// An entry a kind, in the order in which they are listed: of what it is, where it is listed if not
/// always ([`super::listed`]), once what has happened it can be issued ([`super::ready`]), what it
/// tells of, and what else it is.
macro_rules! kinds {
    (@listed) => { listed::always };
    (@listed $where:ident) => { listed::$where };
    ($(
        $(#[$kind_doc:meta])*
        $kind:ident $({ $($(#[$field_meta:meta])* $field:ident: $type:ty),+ $(,)? })?:
            of $about:ident $(($($(*$copied:ident)? $($lent:ident)?),+))?,
            $(listed $where:ident,)? once $ready:ident,
            tells [$($told:ident),+], is [$($trait:ident),*];
    )+) => {
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[serde(tag = "paper", rename_all = "snake_case", deny_unknown_fields)]
        pub enum PaperKind {
            $($(#[$kind_doc])* $kind $({ $($(#[$field_meta])* $field: $type),+ })?,)+
        }

        impl PaperKind {
            /// Returns every kind of paper about this, in their order.
            pub(super) fn all(about: About<'_>) -> Vec<Self> {
                let mut kinds = Vec::new();
                $(if let About::$about $(($($($copied)? $($lent)?),+))? = about {
                    kinds.push(Self::$kind $({
                        $($($copied,)? $($lent: $lent.clone(),)?)+
                    })?);
                })+
                kinds
            }

            /// Checks that what it says has happened, in a session that has a name.
            pub(super) fn check_ready(&self, session: &Past) -> Result<(), Refusal> {
                match self {
                    $(Self::$kind $({ $($field),+ })? => {
                        ready::$ready(session $(, $($(*$copied)? $($lent)?),+)?)
                    })+
                }
            }

            fn facts(&self) -> Facts<'_> {
                match self {
                    $(Self::$kind $({ $($field),+ })? => Facts {
                        about: About::$about $(($($(*$copied)? $($lent)?),+))?,
                        listed: kinds!(@listed $($where)?),
                        tells: &[$(Told::$told),+],
                        is: &[$(Trait::$trait),*],
                    },)+
                }
            }
        }
    };
}

kinds! {
    /// 会议议程.
    Agenda:
        of Meeting, once there_is_an_agenda, tells [Meeting, Agenda], is [Editable];
    /// 代表名册.
    Roster:
        of Meeting, once there_is_a_roster, tells [Name, People], is [];
    /// 上年度项目完成情况表.
    PastProjects:
        of Meeting, once there_are_past_projects, tells [Name, PastProjects], is [];
    /// 签到册.
    SignInBook:
        of Meeting, once there_is_a_roster, tells [Meeting, Agenda, People], is [];
    /// 总监票人、监票人、计票人名单.
    CountingStaff:
        of Meeting, once staff_is_complete, tells [Name, People, Appointing], is [Editable];
    /// 主持词.
    HostScript:
        of Meeting, once there_is_an_agenda, tells [Meeting, Agenda, People, Appointing, Ballot], is [Editable];
    /// 选举办法, 票决办法, 测评办法 of the session: one for all its ballots of the kind, before there
    /// are candidates.
    SessionRules { of: RulesOf }:
        of Rules(*of), listed for_several_ballots, once there_is_a_ballot_by, tells [Name],
        is [Editable];
    /// 代表联名提名表: to be signed by ten deputies or more (组织法 26).
    NominationForm { ballot: BallotId }:
        of Ballot(ballot), listed nominated, once posts_are_complete, tells [Name, Ballot], is [];
    /// 正式候选人名单, with who nominated them.
    Candidates { ballot: BallotId }:
        of Ballot(ballot), listed nominated, once candidates_are_complete, tells [Name, Ballot],
        is [Editable];
    /// 候选项目情况表.
    CandidateProjects { ballot: BallotId }:
        of Ballot(ballot), listed of_projects, once candidate_projects_are_complete,
        tells [Name, Ballot], is [];
    /// 票决办法、选举办法、测评办法、表决办法: the settings of the vote, clause by clause.
    Rules { ballot: BallotId }:
        of Ballot(ballot), listed of_one_ballot, once settings_are_complete, tells [Name, Ballot],
        is [Editable, KeepsBallot];
    /// 选票、票决票.
    Ballot { ballot: BallotId }:
        of Ballot(ballot), once ballot_is_complete, tells [Name, Ballot], is [Due, KeepsBallot];
    /// 正字计票单: to go on by hand if the computer fails.
    TallySheet { ballot: BallotId }:
        of Ballot(ballot), once ballot_is_complete, tells [Name, Ballot], is [KeepsBallot];
    /// 计票系统清零确认单: that every count is zero before the first sheet is keyed.
    ZeroReport { ballot: BallotId }:
        of Ballot(ballot), listed once_ready, once at_zero, tells [Name, Ballot], is [];
    /// 捆单: one slip on top of each bundle.
    BundleSlips { round: RoundId }:
        of Round(*round), once bundled, tells [Numbers], is [];
    /// 验票报告单: issued, returned, valid or void.
    CollectionReport { round: RoundId }:
        of Round(*round), once collected, tells [Numbers], is [];
    /// 计票结果报告单.
    CountReport { round: RoundId }:
        of Round(*round), once certified, tells [Count], is [Due];
    /// 当选名单、通过名单.
    ChosenList { round: RoundId }:
        of Round(*round), listed of_a_choice, once choice_is_certified, tells [Count], is [];
    /// 测评结果表.
    EvaluationTable { round: RoundId }:
        of Round(*round), listed of_an_evaluation, once evaluation_is_certified, tells [Count],
        is [];
    /// 测评情况报告 to the Party committee.
    EvaluationReport { round: RoundId }:
        of Round(*round), listed of_an_evaluation, once evaluation_is_announced, tells [Count],
        is [Editable];
    /// 表决记录单.
    MotionRecord { round: RoundId }:
        of Round(*round), listed of_a_motion, once motion_is_certified, tells [Count], is [];
    /// 决议 on a motion that passed.
    Resolution { round: RoundId, contest: ContestId }:
        of Motion(*round, contest), listed resolved, once carried, tells [Count], is [Editable];
    /// 公告 of a motion that passed on paper.
    MotionNotice { round: RoundId, contest: ContestId }:
        of Motion(*round, contest), once carried, tells [Count], is [Editable, Numbered];
    /// 决定, with the list of the chosen projects, over all rounds of a matter.
    Decision {
        /// The round the matter began with.
        round: RoundId,
    }:
        of Round(*round), listed of_projects_begun, once projects_are_settled, tells [Outcome],
        is [Due, Editable];
    /// 公告.
    Notice {
        /// The round the matter began with.
        round: RoundId,
    }:
        of Round(*round), listed begun_with_an_outcome, once there_is_an_outcome, tells [Outcome],
        is [Editable, Numbered];
    /// 宣誓: its order and its words.
    Oath {
        /// The round the matter began with.
        round: RoundId,
    }:
        of Round(*round), listed of_an_election_begun, once somebody_is_elected, tells [Outcome],
        is [Editable];
    /// 当选通知书, a page each.
    ElectedLetter {
        /// The round the matter began with.
        round: RoundId,
    }:
        of Round(*round), listed of_an_election_begun, once somebody_is_elected, tells [Outcome],
        is [Editable];
    /// 备案报告.
    FilingReport {
        /// The round the matter began with.
        round: RoundId,
    }:
        of Round(*round), listed of_a_choice_begun, once choice_is_settled, tells [Outcome, County],
        is [Editable];
    /// 封袋封面.
    SealCover { round: RoundId }:
        of Round(*round), once collected_or_broken_off, tells [Numbers], is [];
    /// 封条.
    SealStrip { round: RoundId }:
        of Round(*round), once collected_or_broken_off, tells [Numbers], is [];
    /// 表决记录单 of a motion decided without paper.
    HandRecord { vote: HandVoteId }:
        of HandVote(*vote), once decided_by_hands, tells [Hands], is [];
    /// 决议 on a motion the congress passed without paper.
    HandResolution { vote: HandVoteId }:
        of HandVote(*vote), listed resolved_by_hands, once carried_by_hands, tells [Hands],
        is [Editable];
    /// 公告 of a motion the congress passed without paper.
    HandNotice { vote: HandVoteId }:
        of HandVote(*vote), listed of_the_congress, once carried_by_hands, tells [Hands],
        is [Editable, Numbered];
    /// 主席团会议纪要.
    PresidiumMinutes { sitting: SittingId }:
        of Sitting(*sitting), once presidium_sat, tells [Meeting, Agenda, Presidium], is [Editable];
    /// 出席、请假、缺席名单.
    AttendanceList:
        of Day, once attendance_is_counted, tells [Meeting, People, Day], is [];
    /// 会议记录.
    Minutes:
        of Day, once day_is_over, tells [Meeting, Day], is [Editable];
    /// 会议纪要.
    Summary:
        of Day, once day_is_over, tells [Meeting, Day], is [Editable];
    /// 征集公告: projects are called for.
    ProjectCall:
        of Projects, once named, tells [Name], is [Editable, WhenAsked];
    /// 征集表, to be filled in by whoever proposes.
    ProjectForm:
        of Projects, once named, tells [Name], is [WhenAsked];
    /// 征集情况及筛选说明.
    ScreeningReport:
        of Projects, listed once_ready, once there_are_projects, tells [Name, Collected],
        is [Editable, WhenAsked];
    /// 实施计划.
    ProjectPlan:
        of Projects, listed once_ready, once projects_are_chosen, tells [Plan], is [WhenAsked];
    /// 人大代表监督民生实事项目分工一览表.
    SupervisionList:
        of Projects, listed once_ready, once projects_are_chosen, tells [Supervision],
        is [WhenAsked];
    /// 完成情况报告.
    CompletionReport:
        of Projects, listed once_ready, once projects_are_chosen, tells [Completion],
        is [Editable, WhenAsked];
    /// 完成情况表.
    CompletionTable:
        of Projects, listed once_ready, once projects_are_chosen, tells [Completion],
        is [WhenAsked];
    /// 调度台账.
    ReviewLedger { review: ReviewId }:
        of Review(*review), once reviewed, tells [Review], is [WhenAsked];
    /// 调度情况通报, what is late first.
    ReviewCircular { review: ReviewId }:
        of Review(*review), once reviewed, tells [Review], is [Editable, WhenAsked];
    /// 跟踪监督建议.
    SupervisionAdvice { review: ReviewId }:
        of Review(*review), once reviewed, tells [Review], is [Editable, WhenAsked];
    /// 议案建议办理情况一览表, as things stood on a day.
    ProposalTable {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
    }:
        of ProposalsOn(*on), once there_are_proposals_on, tells [Name, Proposals], is [WhenAsked];
    /// 议案建议办理情况的报告, to the next session.
    ProposalReport:
        of Proposals, listed once_ready, once there_are_proposals, tells [Name, Proposals],
        is [Editable, WhenAsked];
    /// 交办单.
    ProposalSlip { proposal: ProposalId }:
        of Proposal(*proposal), once handed_over, tells [Proposal], is [WhenAsked];
    /// 答复件.
    ProposalAnswer { proposal: ProposalId }:
        of Proposal(*proposal), once handed_over, tells [Proposal, Answer],
        is [Editable, WhenAsked];
    /// 答复征询意见表: to be filled in by the mover.
    ProposalFeedback { proposal: ProposalId }:
        of Proposal(*proposal), once handed_over, tells [Proposal, Answer], is [WhenAsked];
    /// 代表履职情况统计表, by points where the office counts any.
    RecordTable:
        of Deputies, listed noted, once there_is_a_roster, tells [Name, Deputies], is [WhenAsked];
    /// 代表履职登记表 of every deputy, a page each.
    DeputyRecords:
        of Deputies, listed noted, once there_is_a_roster, tells [Name, Deputies], is [WhenAsked];
    /// 代表履职登记表 of one deputy.
    DeputyRecord {
        /// Number on the roster.
        deputy: u32,
    }:
        of Deputy(*deputy), once on_the_roster, tells [Name, Deputies], is [WhenAsked];
}

impl PaperKind {
    /// Returns what it is about.
    #[must_use]
    pub fn about(&self) -> About<'_> {
        self.facts().about
    }

    /// Tells whether there is such a paper in this session; one that was issued stays, even where it
    /// is no longer written.
    pub(crate) fn is_listed(&self, session: &Past) -> bool {
        (self.facts().listed)(session, self)
            || session.papers.iter().any(|paper| paper.kind == *self)
    }

    pub(super) fn tells(&self, what: Told) -> bool {
        self.facts().tells.contains(&what)
    }

    pub(super) fn is(&self, what: Trait) -> bool {
        self.facts().is.contains(&what)
    }

    /// Returns the round it is about.
    #[must_use]
    pub fn round(&self) -> Option<RoundId> {
        if let About::Round(round) | About::Motion(round, _) = self.about() {
            Some(round)
        } else {
            None
        }
    }

    /// Returns the ballot it is about, for what is printed before the vote.
    #[must_use]
    pub fn ballot(&self) -> Option<&BallotId> {
        if let About::Ballot(ballot) = self.about() { Some(ballot) } else { None }
    }

    /// Tells whether a ballot it was issued of can only be withdrawn.
    pub(crate) fn keeps_ballot(&self, of: &BallotId) -> bool {
        self.is(Trait::KeepsBallot) && self.ballot() == Some(of)
    }

    /// Tells whether the day cannot go on without it.
    pub(crate) fn is_due(&self) -> bool {
        self.is(Trait::Due)
    }

    /// Returns the motion decided without paper it is about.
    #[must_use]
    pub fn hand_vote(&self) -> Option<HandVoteId> {
        if let About::HandVote(vote) = self.about() { Some(vote) } else { None }
    }

    /// Returns the review of projects it is about.
    #[must_use]
    pub fn review(&self) -> Option<ReviewId> {
        if let About::Review(review) = self.about() { Some(review) } else { None }
    }

    /// Returns the proposal it is about.
    #[must_use]
    pub fn proposal(&self) -> Option<ProposalId> {
        if let About::Proposal(proposal) = self.about() { Some(proposal) } else { None }
    }

    /// Tells whether every session has it alike: the next one can take over its text. A text of one
    /// vote, review, proposal or deputy names what the next session has others of.
    #[must_use]
    pub fn is_of_any_session(&self) -> bool {
        match self.about() {
            About::Meeting
            | About::Day
            | About::Projects
            | About::Proposals
            | About::Deputies
            | About::Rules(_) => true,
            About::Sitting(_)
            | About::Ballot(_)
            | About::Round(_)
            | About::Motion(..)
            | About::HandVote(_)
            | About::Review(_)
            | About::Proposal(_)
            | About::ProposalsOn(_)
            | About::Deputy(_) => false,
        }
    }

    /// Tells whether it says how the chosen projects stand when it is issued.
    #[must_use]
    pub fn tells_projects(&self) -> bool {
        [Told::Plan, Told::Supervision, Told::Completion].into_iter().any(|told| self.tells(told))
    }

    /// Tells whether it has a number of its own: a 公告.
    #[must_use]
    pub fn is_notice(&self) -> bool {
        self.is(Trait::Numbered)
    }

    /// Tells whether an office may take it over into its own word processor: what is written, not
    /// what is marked, counted or signed.
    #[must_use]
    pub fn is_editable(&self) -> bool {
        self.is(Trait::Editable)
    }
}
