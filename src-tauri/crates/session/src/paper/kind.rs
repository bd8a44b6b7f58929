//! Every kind of paper, and what it is about.

use serde::{Deserialize, Serialize};
use tally::ContestId;

use crate::{BallotId, HandVoteId, RoundId};

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
}
