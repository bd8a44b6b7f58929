//! Every kind of paper, and what it is about.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tally::ContestId;

use super::RulesOf;
use crate::{BallotId, HandVoteId, ProposalId, ReviewId, RoundId, SittingId};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "paper", rename_all = "snake_case", deny_unknown_fields)]
pub enum PaperKind {
    /// 选票、票决票.
    Ballot { ballot: BallotId },
    /// 计票结果报告单.
    CountReport { round: RoundId },
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
    Rules { ballot: BallotId },
    /// 正字计票单: to go on by hand if the computer fails.
    TallySheet { ballot: BallotId },
    /// 计票系统清零确认单: that every count is zero before the first sheet is keyed.
    ZeroReport { ballot: BallotId },
    /// 捆单: one slip on top of each bundle.
    BundleSlips { round: RoundId },
    /// 验票报告单: issued, returned, valid or void.
    CollectionReport { round: RoundId },
    /// 当选名单、通过名单.
    ChosenList { round: RoundId },
    /// 测评结果表.
    EvaluationTable { round: RoundId },
    /// 表决记录单.
    MotionRecord { round: RoundId },
    /// 决议 on a motion that passed.
    Resolution { round: RoundId, contest: ContestId },
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
    SealCover { round: RoundId },
    /// 封条.
    SealStrip { round: RoundId },
    /// 会议记录.
    Minutes,
    /// 会议纪要.
    Summary,
    /// 候选项目情况表.
    CandidateProjects { ballot: BallotId },
    /// 上年度项目完成情况表.
    PastProjects,
    /// 正式候选人名单, with who nominated them.
    Candidates { ballot: BallotId },
    /// 代表联名提名表: to be signed by ten deputies or more (组织法 26).
    NominationForm { ballot: BallotId },
    /// 测评情况报告 to the Party committee.
    EvaluationReport { round: RoundId },
    /// 公告 of a motion that passed on paper.
    MotionNotice { round: RoundId, contest: ContestId },
    /// 公告 of a motion the congress passed without paper.
    HandNotice {
        /// Of which motion.
        vote: HandVoteId,
    },
    /// 宣誓: its order and its words.
    Oath {
        /// The round the matter began with.
        round: RoundId,
    },
    /// 当选通知书, a page each.
    ElectedLetter {
        /// The round the matter began with.
        round: RoundId,
    },
    /// 出席、请假、缺席名单.
    AttendanceList,
    /// 主席团会议纪要.
    PresidiumMinutes { sitting: SittingId },
    /// 选举办法, 票决办法, 测评办法 of the session: one for all its ballots of the kind, before there
    /// are candidates.
    SessionRules { of: RulesOf },
    /// 征集公告: projects are called for.
    ProjectCall,
    /// 征集表, to be filled in by whoever proposes.
    ProjectForm,
    /// 征集情况及筛选说明.
    ScreeningReport,
    /// 实施计划.
    ProjectPlan,
    /// 人大代表监督民生实事项目分工一览表.
    SupervisionList,
    /// 调度台账.
    ReviewLedger { review: ReviewId },
    /// 调度情况通报, what is late first.
    ReviewCircular { review: ReviewId },
    /// 跟踪监督建议.
    SupervisionAdvice { review: ReviewId },
    /// 完成情况报告.
    CompletionReport,
    /// 完成情况表.
    CompletionTable,
    /// 交办单.
    ProposalSlip { proposal: ProposalId },
    /// 答复件.
    ProposalAnswer { proposal: ProposalId },
    /// 答复征询意见表: to be filled in by the mover.
    ProposalFeedback { proposal: ProposalId },
    /// 议案建议办理情况一览表, as things stood on a day.
    ProposalTable {
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        on: NaiveDate,
    },
    /// 议案建议办理情况的报告, to the next session.
    ProposalReport,
    /// 代表履职登记表 of one deputy.
    DeputyRecord {
        /// Number on the roster.
        deputy: u32,
    },
    /// 代表履职登记表 of every deputy, a page each.
    DeputyRecords,
    /// 代表履职情况统计表, by points where the office counts any.
    RecordTable,
}

impl PaperKind {
    /// Returns the round it is about.
    #[expect(clippy::too_many_lines, reason = "a line for every kind of paper")]
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
            | Self::SealStrip { round }
            | Self::EvaluationReport { round }
            | Self::MotionNotice { round, .. }
            | Self::Oath { round }
            | Self::ElectedLetter { round } => Some(*round),
            Self::Ballot { .. }
            | Self::Agenda
            | Self::Roster
            | Self::SignInBook
            | Self::CountingStaff
            | Self::HostScript
            | Self::Rules { .. }
            | Self::TallySheet { .. }
            | Self::ZeroReport { .. }
            | Self::HandRecord { .. }
            | Self::HandResolution { .. }
            | Self::Minutes
            | Self::Summary
            | Self::CandidateProjects { .. }
            | Self::PastProjects
            | Self::Candidates { .. }
            | Self::NominationForm { .. }
            | Self::HandNotice { .. }
            | Self::AttendanceList
            | Self::SessionRules { .. }
            | Self::PresidiumMinutes { .. }
            | Self::ProjectCall
            | Self::ProjectForm
            | Self::ScreeningReport
            | Self::ProjectPlan
            | Self::SupervisionList
            | Self::ReviewLedger { .. }
            | Self::ReviewCircular { .. }
            | Self::SupervisionAdvice { .. }
            | Self::CompletionReport
            | Self::CompletionTable
            | Self::ProposalSlip { .. }
            | Self::ProposalAnswer { .. }
            | Self::ProposalFeedback { .. }
            | Self::ProposalTable { .. }
            | Self::ProposalReport
            | Self::DeputyRecord { .. }
            | Self::DeputyRecords
            | Self::RecordTable => None,
        }
    }

    /// Returns the ballot it is about, for what is printed before the vote.
    #[must_use]
    pub fn ballot(&self) -> Option<&BallotId> {
        if let Self::Ballot { ballot } | Self::Rules { ballot } | Self::TallySheet { ballot } = self
        {
            Some(ballot)
        } else {
            None
        }
    }

    /// Returns the motion decided without paper it is about.
    #[must_use]
    pub fn hand_vote(&self) -> Option<HandVoteId> {
        if let Self::HandRecord { vote }
        | Self::HandResolution { vote }
        | Self::HandNotice { vote } = self
        {
            Some(*vote)
        } else {
            None
        }
    }

    /// Returns the review of projects it is about.
    #[must_use]
    pub fn review(&self) -> Option<ReviewId> {
        if let Self::ReviewLedger { review }
        | Self::ReviewCircular { review }
        | Self::SupervisionAdvice { review } = self
        {
            Some(*review)
        } else {
            None
        }
    }

    /// Returns the proposal it is about.
    #[must_use]
    pub fn proposal(&self) -> Option<ProposalId> {
        if let Self::ProposalSlip { proposal }
        | Self::ProposalAnswer { proposal }
        | Self::ProposalFeedback { proposal } = self
        {
            Some(*proposal)
        } else {
            None
        }
    }

    /// Tells whether it says how the chosen projects stand when it is issued.
    #[must_use]
    pub fn tells_projects(&self) -> bool {
        matches!(
            self,
            Self::ProjectPlan
                | Self::SupervisionList
                | Self::CompletionReport
                | Self::CompletionTable
        )
    }

    /// Tells whether it has a number of its own: a 公告.
    #[must_use]
    pub fn is_notice(&self) -> bool {
        matches!(self, Self::Notice { .. } | Self::MotionNotice { .. } | Self::HandNotice { .. })
    }

    /// Tells whether an office may take it over into its own word processor: what is written, not
    /// what is marked, counted or signed.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a line for every kind of paper")]
    pub fn is_editable(&self) -> bool {
        match self {
            Self::Agenda
            | Self::CountingStaff
            | Self::HostScript
            | Self::Rules { .. }
            | Self::SessionRules { .. }
            | Self::Resolution { .. }
            | Self::HandResolution { .. }
            | Self::Decision { .. }
            | Self::Notice { .. }
            | Self::FilingReport { .. }
            | Self::Minutes
            | Self::Summary
            | Self::PresidiumMinutes { .. }
            | Self::Candidates { .. }
            | Self::EvaluationReport { .. }
            | Self::MotionNotice { .. }
            | Self::HandNotice { .. }
            | Self::Oath { .. }
            | Self::ElectedLetter { .. }
            | Self::ProjectCall
            | Self::ScreeningReport
            | Self::ReviewCircular { .. }
            | Self::SupervisionAdvice { .. }
            | Self::CompletionReport
            | Self::ProposalAnswer { .. }
            | Self::ProposalReport => true,
            Self::Ballot { .. }
            | Self::CountReport { .. }
            | Self::Roster
            | Self::SignInBook
            | Self::TallySheet { .. }
            | Self::ZeroReport { .. }
            | Self::BundleSlips { .. }
            | Self::CollectionReport { .. }
            | Self::ChosenList { .. }
            | Self::EvaluationTable { .. }
            | Self::MotionRecord { .. }
            | Self::HandRecord { .. }
            | Self::SealCover { .. }
            | Self::SealStrip { .. }
            | Self::CandidateProjects { .. }
            | Self::PastProjects
            | Self::NominationForm { .. }
            | Self::AttendanceList
            | Self::ProjectForm
            | Self::ProjectPlan
            | Self::SupervisionList
            | Self::ReviewLedger { .. }
            | Self::CompletionTable
            | Self::ProposalSlip { .. }
            | Self::ProposalFeedback { .. }
            | Self::ProposalTable { .. }
            | Self::DeputyRecord { .. }
            | Self::DeputyRecords
            | Self::RecordTable => false,
        }
    }
}
