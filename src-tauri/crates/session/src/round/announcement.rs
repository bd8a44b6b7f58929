//! 更正宣布: a vote was announced void by numbers that were recorded wrongly. Who put them right and
//! why stays beside what was announced; 验票 is announced anew. A redo that rests on the wrong
//! announcement must have been broken off first, with nothing out of its box.

use crate::round::ready::check_correction;
use crate::round::{Event, Numbers, Round, Stage};
use crate::session::{OutOfPlace, Past};
use crate::{Entry, PersonId, Reason, Refusal, RoundId, Timestamp};

/// An announcement that was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// 总监票人.
    pub by: PersonId,
    pub at: Timestamp,
    pub reason: Reason,
    /// What had been announced.
    pub announced: Numbers,
}

impl Round {
    /// Returns every announcement of a void vote that was put right, in order.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }
}

/// An announcement can be put right while nothing was cast in a vote that rests on it.
pub(crate) fn check_announcement_correctable(session: &Past, round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Voided(_) => {}
        Stage::Voting => return Err(Refusal::NotCollected),
        Stage::Void(_) | Stage::Collected(_) => return Err(Refusal::CollectionNotAnnounced),
        Stage::Counting(_) | Stage::Certified(..) | Stage::Announced(..) => {
            return Err(Refusal::VoteNotVoid { ballot: round.ballot.title.clone() });
        }
        Stage::BrokenOff(..) => return Err(round.broken_off_refusal()),
    }
    let cast = |other: &Round| {
        let returned = other.collected().is_some_and(|collected| collected.returned > 0);
        other.broken_off().is_none() || returned
    };
    let rests = |other: &&Round| other.id > round.id && other.ballot.id == round.ballot.id;
    if session.rounds.iter().filter(rests).any(cast) {
        return Err(Refusal::RedoIsOut { ballot: round.ballot.title.clone() });
    }
    Ok(())
}

pub(super) fn decide(
    session: &Past,
    id: RoundId,
    numbers: Numbers,
    reason: &str,
) -> Result<Event, Refusal> {
    let announced = session.round(id)?;
    check_announcement_correctable(session, announced)?;
    let reason = Reason::given(reason)?;
    check_correction(session, announced, numbers)?;
    Ok(Event::AnnouncementCorrected { round: id, numbers, reason })
}

pub(super) fn apply(
    session: &mut Past,
    id: RoundId,
    numbers: Numbers,
    reason: &Reason,
    entry: &Entry,
) -> Result<(), OutOfPlace> {
    let round = session.round_mut(id)?;
    if !matches!(round.stage, Stage::Voided(_)) {
        return Err(OutOfPlace("an announcement put right that was not made"));
    }
    let announced = round.numbers();
    let (by, at, reason) = (entry.actor.clone(), entry.at, reason.clone());
    round.corrections.push(Correction { by, at, reason, announced });
    round.correct(numbers);
    Ok(())
}
