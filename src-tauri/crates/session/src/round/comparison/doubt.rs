//! 疑点: what makes a section doubtful, and which of them are of one kind (docs/rules.md, 4).

use std::collections::BTreeSet;

use serde::Serialize;
use tally::Doubt;

use crate::round::ruling::SectionPlace;

/// Why a section goes to the chief scrutineer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubtful {
    /// Where it lies.
    pub place: SectionPlace,
    /// What the rules say about it: a proposal.
    pub proposed: Vec<Doubt>,
    /// Names written in that are on no roster, where only deputies may be: it is proposed to drop
    /// them.
    pub strangers: Vec<String>,
    /// Names written in that two deputies bear: a person says which of them is meant.
    pub namesakes: Vec<String>,
    /// What a keyer noted.
    pub noted: Vec<String>,
}

/// What is doubtful about one section as it was read, but for what a keyer noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SectionDoubts {
    pub(super) proposed: Vec<Doubt>,
    pub(super) strangers: Vec<String>,
    pub(super) namesakes: Vec<String>,
}

/// 疑点: what a section is doubtful for. Which row and which name it is does not matter to the
/// rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 多选.
    OverCap,
    /// 少选, where exactly as many as seats are required.
    UnderCap,
    /// 空白, where the rule makes it void.
    BlankSection,
    /// 无法辨认.
    IllegibleRow,
    /// 一行多个等次.
    MultipleGrades,
    /// 另选他人 without as many rows against.
    WriteInsWithoutAgainst,
    /// 另选他人 without a symbol, where the rule drops it.
    WriteInUnmarked,
    /// 另选他人 who is not a deputy, where only a deputy may be written in.
    NotADeputy,
    /// 同名: 另选他人 whose name two deputies bear.
    Namesake,
    /// 存疑: a keyer noted something.
    Noted,
}

impl Ground {
    pub(super) fn of(doubt: &Doubt) -> Self {
        match doubt {
            Doubt::OverCap { .. } => Self::OverCap,
            Doubt::UnderCap { .. } => Self::UnderCap,
            Doubt::BlankSection => Self::BlankSection,
            Doubt::IllegibleRow { .. } => Self::IllegibleRow,
            Doubt::MultipleGrades { .. } => Self::MultipleGrades,
            Doubt::WriteInsWithoutAgainst { .. } => Self::WriteInsWithoutAgainst,
            Doubt::WriteInUnmarked { .. } => Self::WriteInUnmarked,
        }
    }
}

/// 同类: sections of one contest that are doubtful for the same, with the same proposal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DoubtKind {
    /// Index of the contest on the ballot, from 0.
    pub contest: u32,
    /// What they are doubtful for.
    pub grounds: BTreeSet<Ground>,
    /// Whether the rules make them void.
    pub void: bool,
}

impl DoubtKind {
    /// Tells whether sections of this kind may be ruled on in one go: what a keyer noted is said of
    /// one paper only, and so is which of two of one name is meant.
    #[must_use]
    pub fn in_one_go(&self) -> bool {
        !self.grounds.contains(&Ground::Noted) && !self.grounds.contains(&Ground::Namesake)
    }
}
