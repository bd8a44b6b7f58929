//! 今天的票: every round, every result that asks for something more and every ballot still to be
//! handed out, in the order of the day, and which of them the day has come to.

use tally::Next;

use super::{BallotToOpen, CardOf, CardState, FloorCard};
use crate::ballot::follow::FollowUp;
use crate::round::{Round, RoundKind, Stage, matter};
use crate::session::Past;
use crate::views::label;
use crate::{BallotId, Refusal, RoundId};

/// A card before it is known which one is due: with whether something is left to be done on it here.
struct Piece {
    card: FloorCard,
    /// The ballot with which its matter began.
    began: Option<BallotId>,
    here: bool,
    /// Its sheets are in the hall, or come back from there.
    out: bool,
}

pub(super) fn of_the_day(
    session: &Past,
    to_open: &[BallotToOpen],
    follow_ups: &[FollowUp],
) -> Vec<FloorCard> {
    let rounds = session.rounds.iter().map(|round| of_round(session, round));
    let results = follow_ups.iter().filter_map(|follow_up| of_result(session, follow_up));
    let ballots = to_open.iter().filter_map(|next| of_ballot(session, next));
    let mut pieces: Vec<Piece> = rounds.chain(results).chain(ballots).collect();
    let order = session.ballots_of_the_day();
    pieces.sort_by_key(|piece| {
        order.iter().position(|ballot| Some(&ballot.id) == piece.began.as_ref())
    });
    // Sheets that are out come before any that are still to go out. While nothing is to be done
    // here, what is being counted is what the day has come to.
    let due = pieces
        .iter()
        .position(|piece| piece.out)
        .or_else(|| pieces.iter().position(|piece| piece.here))
        .or_else(|| pieces.iter().position(|piece| piece.card.state == CardState::Waiting));
    if let Some(piece) = due.and_then(|due| pieces.get_mut(due)) {
        piece.card.state = CardState::Due;
    }
    pieces.into_iter().map(|piece| piece.card).collect()
}

fn of_round(session: &Past, round: &Round) -> Piece {
    let (here, over) = match round.stage() {
        Stage::Voting | Stage::Void(_) | Stage::Collected(_) | Stage::Certified(..) => {
            (true, false)
        }
        Stage::Counting(_) => (false, false),
        Stage::Voided(_) | Stage::Announced(..) | Stage::BrokenOff(..) => (false, true),
    };
    let card = FloorCard {
        label: label::of_round(session, round),
        state: if over { CardState::Past } else { CardState::Waiting },
        of: CardOf::Round { round: round.id() },
    };
    let out = matches!(round.stage(), Stage::Voting | Stage::Void(_) | Stage::Collected(_));
    Piece { card, began: began(session, round.id()), here, out }
}

/// Once the ballot that follows is set up, it has a card of its own.
fn of_result(session: &Past, follow_up: &FollowUp) -> Option<Piece> {
    let round = session.round(follow_up.round).ok()?;
    let decide = follow_up.next == Next::Presidium;
    let of = follow_up.round;
    let card = FloorCard {
        label: match follow_up.next {
            Next::Runoff => label::of_next(session, round, RoundKind::Runoff { of }),
            Next::Further => label::of_next(session, round, RoundKind::Further { of }),
            Next::Presidium | Next::None => label::of_round(session, round),
        },
        state: CardState::Waiting,
        of: CardOf::FollowUp { round: follow_up.round, contest: follow_up.contest.clone() },
    };
    let here = decide || follow_up.proposed.is_some() || follow_up.unready.is_some();
    Some(Piece { card, began: began(session, follow_up.round), here, out: false })
}

fn of_ballot(session: &Past, next: &BallotToOpen) -> Option<Piece> {
    let ballot = session.ballot(&next.ballot).ok()?;
    let began = match next.kind {
        RoundKind::First => Some(next.ballot.clone()),
        RoundKind::Redo { of }
        | RoundKind::Again { of }
        | RoundKind::Runoff { of }
        | RoundKind::Further { of } => began(session, of),
    };
    let card = FloorCard {
        label: label::of_ballot(session, ballot, next.kind),
        state: CardState::Waiting,
        of: CardOf::Ballot { ballot: next.ballot.clone() },
    };
    Some(Piece { card, began, here: true, out: false })
}

fn began(session: &Past, round: RoundId) -> Option<BallotId> {
    let round = matter::beginning(session, round)?;
    session.round(round).ok().map(|round| round.ballot().id.clone())
}

impl FloorCard {
    /// Tells whether it is due and only the people present are still to be counted for it.
    pub(super) fn waits_for_people(&self, to_open: &[BallotToOpen]) -> bool {
        let CardOf::Ballot { ballot } = &self.of else { return false };
        self.state == CardState::Due
            && to_open.iter().filter(|next| next.ballot == *ballot).any(|next| {
                matches!(
                    next.missing,
                    Some(
                        Refusal::AttendanceNotCounted
                            | Refusal::AttendanceToCountAgain { .. }
                            | Refusal::AttendanceOfAnotherSitting { .. }
                            | Refusal::NoQuorum { .. }
                    )
                )
            })
    }
}
