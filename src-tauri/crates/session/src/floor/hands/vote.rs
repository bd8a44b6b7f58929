//! 表决: a motion decided without paper, how far it has come, and every count of the hands.

use serde::{Deserialize, Serialize};
use tally::{Base, Fraction, HandResult, Hands, Least, Threshold};

use crate::ballot::law::{Departure, departure_of_threshold};
use crate::session::OutOfPlace;
use crate::{Entry, HandVoteId, PersonId, Reason, Refusal, Timestamp};

/// The longest title the hall can show in two lines, in characters.
pub const LONGEST_TITLE: u32 = 70;
/// The longest text the hall can show on one page, in characters.
pub const LONGEST_TEXT: u32 = 240;

/// 表决主体: whose members vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "body", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "VotingBody"))]
pub enum Body {
    /// 全体会议: every deputy, present as the attendance room counted them.
    #[default]
    Congress,
    /// 主席团: its own members.
    Presidium {
        /// 主席团全体成员, at least 1.
        members: u32,
        /// 法定人数, out of all members; `None` in files before it was checked: none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional))]
        quorum: Option<Least>,
    },
}

impl Body {
    /// More than half of all members of the presidium (浙江条例 24, 重庆条例 34, 河南 5).
    pub const PRESIDIUM_QUORUM: Least = Least::Over(Fraction::HALF);

    /// Returns how many of the presidium must be there, where that is checked.
    #[must_use]
    pub fn presidium_quorum(self) -> Option<u32> {
        match self {
            Self::Congress => None,
            Self::Presidium { members, quorum } => quorum.map(|quorum| quorum.needed(members)),
        }
    }
}

/// Which hands are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", ts(rename = "CountedHands"))]
pub enum Counted {
    /// 反对 and 弃权; 赞成 is derived.
    #[default]
    Minority,
    /// 赞成, 反对 and 弃权.
    Each,
}

/// 表决方式: how a motion is decided without paper (provinces: electronically or by hand, as the
/// presidium decides).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "way", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "VotingWay"))]
pub enum Way {
    /// 举手.
    Hands {
        /// Of all members or of those present; `None`: more for than against.
        threshold: Option<Threshold>,
        /// Which hands are counted.
        counted: Counted,
    },
    /// 表决器: the numbers its display shows, 未按 among them.
    Keypads {
        /// As of hands.
        threshold: Option<Threshold>,
    },
    /// 鼓掌: no numbers.
    Acclamation,
}

impl Way {
    /// Returns what has to be reached; `None` for an acclamation, and where more for than against
    /// is enough.
    #[must_use]
    pub fn threshold(self) -> Option<Threshold> {
        match self {
            Self::Hands { threshold, .. } | Self::Keypads { threshold } => threshold,
            Self::Acclamation => None,
        }
    }

    /// Returns the numbers tellers give, where there are any.
    #[must_use]
    pub fn asked(self) -> Option<AskedNumbers> {
        match self {
            Self::Hands { counted: Counted::Minority, .. } => Some(AskedNumbers::Minority),
            Self::Hands { counted: Counted::Each, .. } => Some(AskedNumbers::Each),
            Self::Keypads { .. } => Some(AskedNumbers::Shown),
            Self::Acclamation => None,
        }
    }
}

/// Which numbers tellers give of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AskedNumbers {
    /// The hands against and those abstaining.
    Minority,
    /// All hands.
    Each,
    /// What the display of the keypads shows.
    Shown,
}

/// 赞成、反对、弃权、未按: one of the numbers that tell how a motion was voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HandKind {
    For,
    Against,
    Abstain,
    NotPressed,
}

impl AskedNumbers {
    /// Returns which they are, in the order in which they are given.
    #[must_use]
    pub const fn kinds(self) -> &'static [HandKind] {
        match self {
            Self::Minority => &[HandKind::Against, HandKind::Abstain],
            Self::Each => &[HandKind::For, HandKind::Against, HandKind::Abstain],
            Self::Shown => {
                &[HandKind::For, HandKind::Against, HandKind::Abstain, HandKind::NotPressed]
            }
        }
    }

    fn is_answered_by(self, hands: Hands) -> bool {
        match hands {
            Hands::Minority { .. } => self == Self::Minority,
            Hands::Each { .. } => self == Self::Each,
            Hands::Shown { .. } => self == Self::Shown,
        }
    }
}

impl Default for Way {
    fn default() -> Self {
        Self::Hands { threshold: Some(Threshold::MAJORITY_OF_ALL), counted: Counted::default() }
    }
}

/// 议题: what is put to the vote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Motion {
    /// As read out: 关于政府工作报告的决议（草案）; not empty.
    pub title: String,
    /// What the hall is shown below it; may be empty.
    pub text: String,
    /// Who votes.
    pub body: Body,
    pub way: Way,
    /// Why its threshold departs from more than half of all (组织法 25), if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional))]
    pub departure_reason: Option<String>,
}

impl Motion {
    /// Returns where its threshold contradicts the law: more than half of all deputies, or of all
    /// members of the presidium. An acclamation has no threshold.
    #[must_use]
    pub fn departure(&self) -> Option<Departure> {
        match self.way {
            Way::Hands { threshold, .. } | Way::Keypads { threshold } => {
                departure_of_threshold(&self.title, threshold)
            }
            Way::Acclamation => None,
        }
    }
}

/// One count of the hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// 全体代表, or 主席团全体成员.
    pub all: u32,
    /// 实到.
    pub present: u32,
    /// What each of the two tellers counted, in the order they gave it.
    pub seen: Vec<Seen>,
    /// 核定: what the chief scrutineer ruled where they differ.
    pub ruled: Option<Ruled>,
    /// What the number is, where another one had been announced.
    pub corrected: Option<Hands>,
}

impl Count {
    /// A count that nobody has given a number to yet.
    pub(crate) fn begun(all: u32, present: u32) -> Self {
        Self { all, present, seen: Vec::new(), ruled: None, corrected: None }
    }
}

/// What one teller counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// 计票人.
    pub teller: PersonId,
    pub hands: Hands,
}

/// What the chief scrutineer ruled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// 总监票人.
    pub by: PersonId,
    pub hands: Hands,
    pub reason: Reason,
}

impl Count {
    /// Returns the hands that stand: counted alike by both tellers, or ruled.
    #[must_use]
    pub fn settled(&self) -> Option<Hands> {
        let alike = match self.seen.as_slice() {
            [one, other] if one.hands == other.hands => Some(one.hands),
            _ => None,
        };
        self.corrected.or(self.ruled.as_ref().map(|ruled| ruled.hands)).or(alike)
    }

    /// Tells whether both tellers have counted, and not alike, and nothing is ruled yet.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.is_whole() && self.settled().is_none()
    }

    /// Tells whether both tellers have counted.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.seen.len() == TELLERS
    }
}

/// How many tellers count the hands, apart from each other.
pub(crate) const TELLERS: usize = 2;

/// What became of a motion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum HandOutcome {
    /// By the hands counted.
    Counted {
        /// The numbers.
        result: HandResult,
    },
    /// By acclamation, without numbers.
    Acclaimed {
        /// 鼓掌通过.
        passed: bool,
    },
}

impl HandOutcome {
    /// Tells whether the motion is passed.
    #[must_use]
    pub fn passed(self) -> bool {
        match self {
            Self::Counted { result } => result.passed,
            Self::Acclaimed { passed } => passed,
        }
    }
}

/// How far a motion has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It may still be changed.
    Prepared,
    /// 付表决: the last of its counts goes on.
    Put,
    /// 撤回 before the vote (组织法 22), and why.
    Withdrawn(Reason),
    /// The presiding chair announced the outcome.
    Announced(Announced),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    /// What became of it.
    pub outcome: HandOutcome,
    pub at: Timestamp,
    /// Entry of the journal.
    pub seq: u32,
}

/// A motion decided without paper. The record of it (表决记录单) reads: the motion, [`Self::count`]
/// and [`Self::outcome`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandVote {
    /// From 1 within the session.
    pub(crate) id: HandVoteId,
    /// What is put to the vote.
    pub(crate) motion: Motion,
    /// How far it has come.
    pub(crate) stage: Stage,
    /// Every count of the hands, the last one being the one that stands.
    pub(crate) counts: Vec<Count>,
    /// 更正: what had been announced and was put right, in order.
    pub(crate) corrections: Vec<super::Correction>,
}

impl HandVote {
    /// Returns its number, from 1 within the session.
    #[must_use]
    pub fn id(&self) -> HandVoteId {
        self.id
    }

    /// Returns what is put to the vote.
    #[must_use]
    pub fn motion(&self) -> &Motion {
        &self.motion
    }

    /// Returns how far it has come.
    #[must_use]
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Returns every count of the hands, the last one being the one that stands.
    #[must_use]
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// Returns the count that stands, once the motion was put.
    #[must_use]
    pub fn count(&self) -> Option<&Count> {
        self.counts.last()
    }

    /// Returns what became of the motion, once it is announced.
    #[must_use]
    pub fn outcome(&self) -> Option<HandOutcome> {
        self.announced().map(|announced| announced.outcome)
    }

    /// Returns when and where the outcome was announced, once it is.
    #[must_use]
    pub fn announced(&self) -> Option<&Announced> {
        match &self.stage {
            Stage::Announced(announced) => Some(announced),
            Stage::Prepared | Stage::Put | Stage::Withdrawn(_) => None,
        }
    }

    /// Returns what the settled hands decide, before or after it is announced.
    #[must_use]
    pub fn result(&self) -> Option<HandResult> {
        self.count()?.settled().and_then(|hands| self.result_of(hands))
    }

    /// Returns the number of approvals needed, where it is known: a fraction of those present is
    /// only known once the motion is put.
    #[must_use]
    pub fn needed(&self, all_deputies: Option<u32>) -> Option<u32> {
        let threshold = self.motion.way.threshold()?;
        let all = self.count().map(|count| count.all).or(match self.motion.body {
            Body::Congress => all_deputies,
            Body::Presidium { members, .. } => Some(members),
        });
        let base = match threshold.base {
            Base::AllDeputies => all,
            Base::Present | Base::Returned | Base::Valid => self.count().map(|count| count.present),
        };
        base.map(|base| threshold.needed(base))
    }

    /// Tells whether a teller has given a number, in this count or an earlier one.
    pub(crate) fn is_counted(&self) -> bool {
        self.counts.iter().any(|count| !count.seen.is_empty())
    }

    pub(crate) fn has_counting(&self, person: &PersonId) -> bool {
        self.stage == Stage::Put
            && self
                .count()
                .is_some_and(|count| count.seen.iter().any(|seen| seen.teller == *person))
    }

    fn result_of(&self, hands: Hands) -> Option<HandResult> {
        self.motion.way.asked()?;
        let count = self.count()?;
        hands.result(self.motion.way.threshold(), count.all, count.present)
    }

    pub(crate) fn title(&self) -> String {
        self.motion.title.clone()
    }

    pub(crate) fn check_put(&self) -> Result<&Count, Refusal> {
        match (&self.stage, self.count()) {
            (Stage::Put, Some(count)) => Ok(count),
            (Stage::Prepared | Stage::Put, _) => {
                Err(Refusal::HandVoteNotPut { title: self.title() })
            }
            (Stage::Withdrawn(_) | Stage::Announced(_), _) => {
                Err(Refusal::HandVoteEnded { title: self.title() })
            }
        }
    }

    /// The hands are those the setting asks for, and no more of them than people; a display tells of
    /// everybody who is there, 未按 among them.
    pub(crate) fn check_hands(&self, count: &Count, hands: Hands) -> Result<(), Refusal> {
        if !self.motion.way.asked().is_some_and(|asked| asked.is_answered_by(hands)) {
            return Err(Refusal::HandsNotAsAsked { title: self.title() });
        }
        let (raised, present) = (hands.raised(), count.present);
        match hands {
            Hands::Shown { .. } if raised != present => {
                Err(Refusal::ShownDiffersFromPresent { shown: raised, present })
            }
            Hands::Minority { .. } | Hands::Each { .. } if raised > present => {
                Err(Refusal::MoreHandsThanPresent { raised, present })
            }
            Hands::Shown { .. } | Hands::Minority { .. } | Hands::Each { .. } => Ok(()),
        }
    }
}

impl HandVote {
    pub(crate) fn count_mut(&mut self) -> Result<&mut Count, OutOfPlace> {
        self.counts.last_mut().ok_or(OutOfPlace("hands counted before the motion was put"))
    }

    pub(crate) fn announce(&mut self, outcome: HandOutcome, entry: &Entry) {
        self.stage = Stage::Announced(Announced { outcome, at: entry.at, seq: entry.seq });
    }
}
