//! 中止, 误发: ballots that are out are called back by the chief scrutineer, with a reason (house; no
//! article asks for less than a record). The round ends with nothing counted, its sheets are sealed
//! apart, and the ballot may be handed out afresh (重新发票).

use serde::{Deserialize, Serialize};

use crate::floor::hall;
use crate::round::{Round, Stage};
use crate::session::{OutOfPlace, Past};
use crate::{Entry, Pass, PersonId, Reason, Refusal, RoundId, Timestamp};

/// Why ballots were called back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Breaking {
    /// 中止: an alarm, an adjournment, nothing returned.
    Interrupted,
    /// 误发: they should not have been handed out.
    IssuedByMistake,
}

impl Breaking {
    /// Returns the word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Interrupted => "中止",
            Self::IssuedByMistake => "误发",
        }
    }
}

/// How a round was broken off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenOff {
    /// 总监票人.
    pub by: PersonId,
    pub at: Timestamp,
    pub breaking: Breaking,
    pub reason: Reason,
}

/// A round can be broken off until it is certified: after that it is opened again first.
pub(crate) fn check_breakable(session: &Past, round: &Round) -> Result<(), Refusal> {
    match &round.stage {
        Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::Counting(_) => {}
        Stage::Voided(collected) => return Err(round.void(*collected)),
        Stage::Certified(..) | Stage::Announced(..) => return Err(Refusal::AlreadyCertified),
        Stage::BrokenOff(..) => return Err(round.broken_off_refusal()),
    }
    let lent = Pass::BOTH
        .into_iter()
        .flat_map(|pass| round.pass(pass).bundles())
        .find(|(_, keying)| keying.lent().is_some());
    match lent {
        Some((bundle, keying)) => Err(Refusal::BundleIsLent {
            bundle,
            name: session.people.name_of(keying.teller()).to_owned(),
        }),
        None => Ok(()),
    }
}

impl Round {
    /// Returns how the round was broken off, if it was.
    #[must_use]
    pub fn broken_off(&self) -> Option<&BrokenOff> {
        match &self.stage {
            Stage::BrokenOff(_, broken) => Some(broken),
            Stage::Voting
            | Stage::Void(_)
            | Stage::Voided(_)
            | Stage::Collected(_)
            | Stage::Counting(_)
            | Stage::Certified(..)
            | Stage::Announced(..) => None,
        }
    }

    /// Ballots that were handed out by mistake and of which none came out of the box: nothing was
    /// voted, and the ballot is as before.
    pub(crate) fn never_voted(&self) -> bool {
        let mistaken = |broken: &BrokenOff| broken.breaking == Breaking::IssuedByMistake;
        self.broken_off().is_some_and(mistaken)
            && self.collected().is_none_or(|collected| collected.returned == 0)
    }

    pub(crate) fn broken_off_refusal(&self) -> Refusal {
        Refusal::RoundBrokenOff { ballot: self.ballot.title.clone() }
    }
}

/// The round is over, and the hall is not left with it.
pub(super) fn apply(
    session: &mut Past,
    id: RoundId,
    breaking: Breaking,
    reason: &Reason,
    entry: &Entry,
) -> Result<(), OutOfPlace> {
    let (by, at, reason) = (entry.actor.clone(), entry.at, reason.clone());
    let broken = BrokenOff { by, at, breaking, reason };
    session.round_mut(id)?.advance(|stage| stage.broken_off(broken))?;
    hall::take_away(session, id, entry);
    Ok(())
}
