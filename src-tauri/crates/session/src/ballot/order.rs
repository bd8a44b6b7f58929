//! 顺序: how the options of a ballot and the rows of a result are put in order, and whether they
//! stand in it (`docs/rules.md`, names).

use serde::{Deserialize, Serialize};

use crate::ballot::BallotContest;
use crate::ballot::election::order_after_primary;
use crate::name::strokes::{Ordered, StrokeOrder, WhyUndecided, ordered_by_strokes};

/// 票面顺序: how the options were put in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum OptionOrder {
    /// 按编号.
    #[default]
    Number,
    /// 按姓名笔画.
    NameStrokes,
    /// 按姓氏笔画.
    SurnameStrokes,
    /// 按预选得票.
    PrimaryVotes,
    /// 手工排列.
    ByHand,
}

/// 结果顺序: how a result is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ResultOrder {
    /// 按得票, then in the order of the ballot.
    #[default]
    Approvals,
    /// 按票面顺序.
    Ballot,
}

impl BallotContest {
    /// Tells whether the options stand in the order that was chosen for them, so that a paper may
    /// say it. Names that strokes do not decide stand where a person put them; one whose strokes
    /// are not known stands rightly anywhere.
    #[must_use]
    pub fn stands_in_order(&self) -> bool {
        match self.order {
            OptionOrder::Number | OptionOrder::ByHand => true,
            OptionOrder::NameStrokes => self.stands_by_strokes(StrokeOrder::Name),
            OptionOrder::SurnameStrokes => self.stands_by_strokes(StrokeOrder::Surname),
            OptionOrder::PrimaryVotes => self.stands_by_primary(),
        }
    }

    /// Returns the heading that begins with an option, where one does: it stands over the options
    /// that follow, up to the next.
    #[must_use]
    pub fn heading_begun_at(&self, index: usize) -> &str {
        let heading = |index: usize| self.headings.get(index).map_or("", String::as_str);
        let before = index.checked_sub(1).map_or("", heading);
        if heading(index) == before { "" } else { heading(index) }
    }

    fn stands_by_strokes(&self, by: StrokeOrder) -> bool {
        let names: Vec<&str> =
            self.contest.options.iter().map(|option| option.name.as_str()).collect();
        let Ordered { order, undecided } = ordered_by_strokes(&names, by);
        let unknown = |name: &usize| {
            undecided.iter().any(|group| {
                matches!(group.why, WhyUndecided::NotKnown { .. }) && group.names.contains(name)
            })
        };
        order.iter().filter(|name| !unknown(name)).is_sorted()
    }

    fn stands_by_primary(&self) -> bool {
        let nominees = self.election.iter().flat_map(|election| &election.nominees);
        let votes: Vec<Option<u32>> = nominees.map(|nominee| nominee.primary_votes).collect();
        !votes.is_empty()
            && votes.iter().all(Option::is_some)
            && order_after_primary(&votes).is_sorted()
    }
}
