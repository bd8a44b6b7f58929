//! 办理状态: how a proposal stands, and which step may follow. One table of transitions, for what is
//! asked and for what is read from a journal.

use chrono::NaiveDate;
use serde::Serialize;

use super::Sort;
use super::steps::{
    Answer, Closing, Extension, Feedback, Grade, Handing, Placing, Step, Turning, Withdrawal,
};

/// How a proposal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// 已登记.
    Filed,
    /// 已撤回.
    Withdrawn(Withdrawal),
    /// 列入议程.
    OnAgenda(Placing),
    /// 转作建议, and still to be handed over.
    Turned(Turning),
    /// 办理中.
    Handed(Handling),
    /// 已答复: the mover has not said yet whether the answer will do.
    Answered(Handling, Answer),
    /// 不满意: to be handed over again, or closed with a reason.
    Disputed(Handling, Answer, Feedback),
    /// 办结: the mover is satisfied, or basically so.
    Settled(Handling, Answer, Feedback),
    /// 结案, though the mover is not satisfied.
    Closed(Handling, Answer, Feedback, Closing),
}

/// The name of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProposalState"))]
#[serde(rename_all = "snake_case")]
pub enum StateName {
    Filed,
    Withdrawn,
    OnAgenda,
    Turned,
    Handed,
    Answered,
    Disputed,
    Settled,
    Closed,
}

/// 交办 of a proposal to a unit, with every extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handling {
    pub handing: Handing,
    /// In order.
    pub extensions: Vec<Extension>,
}

impl Handling {
    /// Returns the day by which the unit answers.
    #[must_use]
    pub fn deadline(&self) -> NaiveDate {
        self.extensions.last().map_or(self.handing.deadline, |extension| extension.deadline)
    }

    fn of(handing: Handing) -> Self {
        Self { handing, extensions: Vec::new() }
    }

    fn extended(mut self, extension: Extension) -> Self {
        self.extensions.push(extension);
        self
    }
}

impl State {
    /// Returns how it stands after a step; nothing where the step cannot follow.
    pub(super) fn after(self, sort: Sort, step: Step) -> Option<Self> {
        Some(match (self, step) {
            (Self::Filed, Step::PutOnAgenda(placing)) if sort == Sort::Bill => {
                Self::OnAgenda(placing)
            }
            (Self::Filed, Step::TurnedIntoSuggestion(turning)) if sort == Sort::Bill => {
                Self::Turned(turning)
            }
            // 大会决定转作建议: the congress may have what stands on its agenda handled so.
            (Self::OnAgenda(_), Step::TurnedIntoSuggestion(turning)) => Self::Turned(turning),
            (Self::Filed, Step::HandedOver(handing)) if sort == Sort::Suggestion => {
                Self::Handed(Handling::of(handing))
            }
            (Self::Turned(_) | Self::Disputed(..), Step::HandedOver(handing)) => {
                Self::Handed(Handling::of(handing))
            }
            (Self::Handed(handling), Step::DeadlineExtended(extension)) => {
                Self::Handed(handling.extended(extension))
            }
            (Self::Handed(handling), Step::Answered(answer)) => Self::Answered(handling, answer),
            (Self::Answered(handling, answer), Step::FeedbackGiven(feedback)) => {
                match feedback.grade {
                    Grade::Satisfied | Grade::Basically => {
                        Self::Settled(handling, answer, feedback)
                    }
                    Grade::Dissatisfied => Self::Disputed(handling, answer, feedback),
                }
            }
            (Self::Disputed(handling, answer, feedback), Step::Closed(closing)) => {
                Self::Closed(handling, answer, feedback, closing)
            }
            (
                Self::Filed | Self::OnAgenda(_) | Self::Turned(_) | Self::Handed(_),
                Step::Withdrawn(withdrawal),
            ) => Self::Withdrawn(withdrawal),
            (_, _) => return None,
        })
    }

    /// Returns its name.
    #[must_use]
    pub fn name(&self) -> StateName {
        match self {
            Self::Filed => StateName::Filed,
            Self::Withdrawn(_) => StateName::Withdrawn,
            Self::OnAgenda(_) => StateName::OnAgenda,
            Self::Turned(_) => StateName::Turned,
            Self::Handed(_) => StateName::Handed,
            Self::Answered(..) => StateName::Answered,
            Self::Disputed(..) => StateName::Disputed,
            Self::Settled(..) => StateName::Settled,
            Self::Closed(..) => StateName::Closed,
        }
    }

    /// Returns the unit that handles it, or handled it last.
    #[must_use]
    pub fn handling(&self) -> Option<&Handling> {
        match self {
            Self::Filed | Self::Withdrawn(_) | Self::OnAgenda(_) | Self::Turned(_) => None,
            Self::Handed(handling)
            | Self::Answered(handling, _)
            | Self::Disputed(handling, ..)
            | Self::Settled(handling, ..)
            | Self::Closed(handling, ..) => Some(handling),
        }
    }

    /// Returns the answer that stands.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Self::Filed
            | Self::Withdrawn(_)
            | Self::OnAgenda(_)
            | Self::Turned(_)
            | Self::Handed(_) => None,
            Self::Answered(_, answer)
            | Self::Disputed(_, answer, _)
            | Self::Settled(_, answer, _)
            | Self::Closed(_, answer, ..) => Some(answer),
        }
    }

    /// Returns what the mover said of the answer.
    #[must_use]
    pub fn feedback(&self) -> Option<&Feedback> {
        match self {
            Self::Filed
            | Self::Withdrawn(_)
            | Self::OnAgenda(_)
            | Self::Turned(_)
            | Self::Handed(_)
            | Self::Answered(..) => None,
            Self::Disputed(_, _, feedback)
            | Self::Settled(_, _, feedback)
            | Self::Closed(_, _, feedback, _) => Some(feedback),
        }
    }

    /// Tells whether something is still to be done about it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self {
            Self::Filed
            | Self::Turned(_)
            | Self::Handed(_)
            | Self::Answered(..)
            | Self::Disputed(..) => true,
            Self::Withdrawn(_) | Self::OnAgenda(_) | Self::Settled(..) | Self::Closed(..) => false,
        }
    }
}
