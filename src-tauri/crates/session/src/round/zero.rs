//! 清零: before a ballot is counted, that every count of it is zero. It is shown in the hall and said
//! on a paper that is signed; both read the counts as they stand, and no count that was begun passes
//! for one.

use tally::Tally;

use super::{Round, Stage, next_kind};
use crate::ballot::Ballot;
use crate::session::Past;
use crate::{BallotId, Pass, Refusal};

/// What is counted of a ballot before anything is.
#[derive(Clone, Debug)]
pub struct AtZero<'a> {
    pub ballot: &'a Ballot,
    /// The counts of its rows.
    pub tally: Tally,
    /// Sheets keyed in each pass.
    pub keyed: [u32; 2],
}

impl AtZero<'_> {
    /// Returns how many sheets the counts rest on.
    #[must_use]
    pub fn sheets(&self) -> u32 {
        self.tally.sheets()
    }
}

impl Past {
    /// 清零: returns what is counted of a ballot before the first sheet of it is keyed.
    ///
    /// # Errors
    /// [`Refusal::CountBegun`] once something is counted; what is wrong with the ballot.
    pub fn at_zero(&self, id: &BallotId) -> Result<AtZero<'_>, Refusal> {
        let ballot = self.ballot(id)?;
        self.check_not_withdrawn(ballot)?;
        ballot.check()?;
        let round = standing(self, ballot);
        if round.is_some_and(|round| !is_untouched(round)) {
            return Err(Refusal::CountBegun { ballot: ballot.title.clone() });
        }
        let keyed = |pass| round.map_or(0, |round| round.pass(pass).keyed());
        Ok(AtZero {
            ballot: round.map_or(ballot, Round::ballot),
            tally: round
                .map_or_else(|| Tally::new(&ballot.contests()), |round| round.tally().clone()),
            keyed: Pass::BOTH.map(keyed),
        })
    }
}

/// The round in which the ballot is out or was counted last; none where it is still to be handed out.
fn standing<'s>(session: &'s Past, ballot: &Ballot) -> Option<&'s Round> {
    let last = session.rounds.iter().rfind(|round| round.ballot().id == ballot.id);
    last.filter(|_| next_kind(session, ballot).is_none())
}

/// Nothing is keyed, taken into hand or counted by hand.
fn is_untouched(round: &Round) -> bool {
    match round.stage() {
        Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::Counting(_) => {
            let keyed = Pass::BOTH.into_iter().any(|pass| round.pass(pass).bundles().count() > 0);
            !keyed && round.hand_count().is_none()
        }
        Stage::Voided(_) | Stage::Certified(..) | Stage::Announced(..) | Stage::BrokenOff(..) => {
            false
        }
    }
}
