//! 更正宣布: what was announced of a motion is put right on record. What had been announced stays.

use tally::Hands;

use super::{Announced, Event, HandOutcome, HandVote, Stage, Way};
use crate::session::OutOfPlace;
use crate::{Entry, PersonId, Reason, Refusal, Timestamp};

/// An announcement that was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// 总监票人.
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Reason,
    /// What had been announced.
    pub announced: Announced,
}

fn announced(vote: &HandVote) -> Result<&Announced, Refusal> {
    vote.announced().ok_or(Refusal::ResultNotAnnounced)
}

pub(super) fn hands(vote: &HandVote, hands: Hands, reason: &str) -> Result<Event, Refusal> {
    announced(vote)?;
    let count = vote.count().ok_or(Refusal::ResultNotAnnounced)?;
    vote.check_hands(count, hands)?;
    if count.settled() == Some(hands) {
        return Err(Refusal::CorrectedToTheSame { title: vote.title() });
    }
    Ok(Event::AnnouncementCorrected { vote: vote.id, hands, reason: Reason::given(reason)? })
}

pub(super) fn acclamation(vote: &HandVote, passed: bool, reason: &str) -> Result<Event, Refusal> {
    if vote.motion.way != Way::Acclamation {
        return Err(Refusal::HandsNotAsAsked { title: vote.title() });
    }
    if announced(vote)?.outcome == (HandOutcome::Acclaimed { passed }) {
        return Err(Refusal::CorrectedToTheSame { title: vote.title() });
    }
    Ok(Event::AcclamationCorrected { vote: vote.id, passed, reason: Reason::given(reason)? })
}

impl HandVote {
    /// Returns every announcement that was put right, in order.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    pub(super) fn put_hands_right(
        &mut self,
        hands: Hands,
        reason: &Reason,
        entry: &Entry,
    ) -> Result<(), OutOfPlace> {
        self.count_mut()?.corrected = Some(hands);
        let result = self.result().ok_or(OutOfPlace("hands put right that decide nothing"))?;
        self.put_right(HandOutcome::Counted { result }, reason, entry)
    }

    pub(super) fn put_right(
        &mut self,
        outcome: HandOutcome,
        reason: &Reason,
        entry: &Entry,
    ) -> Result<(), OutOfPlace> {
        let Stage::Announced(announced) = self.stage.clone() else {
            return Err(OutOfPlace("an announcement put right that was not made"));
        };
        let (by, at, reason) = (entry.actor.clone(), entry.at, reason.clone());
        self.corrections.push(Correction { by, at, reason, announced });
        self.announce(outcome, entry);
        Ok(())
    }
}
