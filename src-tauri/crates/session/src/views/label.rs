//! 哪一张票、哪一轮: what a round is called wherever it stands beside others. Titles need not differ,
//! so a ballot is told apart by its colour, two alike by their number, and a vote held once more by
//! what it is and how often it was held.

use serde::Serialize;

use crate::ballot::{Ballot, Matter};
use crate::ids::number;
use crate::round::{Round, RoundKind, matter};
use crate::session::Past;
use crate::views::wording;
use crate::{BallotId, RoundId};

/// What a round, or a ballot that is to be handed out, is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RoundLabel {
    /// Title of the ballot, without what `kind` says.
    pub title: String,
    /// 票色; empty where none was given.
    pub colour: String,
    /// Which one it is of ballots alike in title and colour, from 1; `None` where it is the only
    /// one.
    pub twin: Option<u32>,
    pub kind: RoundKind,
    /// Which one of its kind it is in its matter, from 1.
    pub time: u32,
    /// What is voted on.
    pub matter: Matter,
}

/// Returns what a round is called.
pub(crate) fn of_round(session: &Past, round: &Round) -> RoundLabel {
    let before = session.rounds.iter().filter(|other| other.id() < round.id());
    label(session, round.ballot(), round.kind(), before)
}

/// Returns what a ballot is called that is to be handed out for this reason.
pub(crate) fn of_ballot(session: &Past, ballot: &Ballot, kind: RoundKind) -> RoundLabel {
    label(session, ballot, kind, session.rounds.iter())
}

/// Returns what the vote is called that must follow a round, before its ballot is set up.
pub(crate) fn of_next(session: &Past, after: &Round, kind: RoundKind) -> RoundLabel {
    label(session, after.ballot(), kind, session.rounds.iter())
}

fn label<'a>(
    session: &Past,
    ballot: &Ballot,
    kind: RoundKind,
    before: impl Iterator<Item = &'a Round>,
) -> RoundLabel {
    let began = began(session, kind);
    let alike = before.filter(|other| {
        std::mem::discriminant(&other.kind()) == std::mem::discriminant(&kind)
            && matter::beginning(session, other.id()) == began
    });
    let first = ballot.contests.first().map(|entry| &entry.contest.kind);
    let said = first.and_then(|first| wording::once_more(kind, first));
    let title = said.map_or(ballot.title.as_str(), |word| without(&ballot.title, word));
    RoundLabel {
        title: title.to_owned(),
        colour: ballot.colour.clone(),
        twin: twin(session, ballot_begun(session, began).unwrap_or(&ballot.id)),
        kind,
        time: if kind == RoundKind::First { 1 } else { number(alike.count()).saturating_add(1) },
        matter: first.map_or(Matter::Projects, Matter::of),
    }
}

/// “副镇长选票（第二次另行选举）” without what is said beside it.
fn without<'t>(title: &'t str, word: &str) -> &'t str {
    let brackets = title.strip_suffix('）').and_then(|title| title.rsplit_once('（'));
    brackets.filter(|(_, said)| said.ends_with(word)).map_or(title, |(plain, _)| plain)
}

/// The round with which the matter of a vote held once more began; `None` for a first one.
fn began(session: &Past, kind: RoundKind) -> Option<RoundId> {
    match kind {
        RoundKind::First => None,
        RoundKind::Redo { of }
        | RoundKind::Again { of }
        | RoundKind::Runoff { of }
        | RoundKind::Further { of } => matter::beginning(session, of),
    }
}

fn ballot_begun(session: &Past, began: Option<RoundId>) -> Option<&BallotId> {
    session.round(began?).ok().map(|round| &round.ballot().id)
}

/// Which one a ballot is of those that look alike, in the order of the day.
fn twin(session: &Past, id: &BallotId) -> Option<u32> {
    let like = session.ballot(id).ok()?;
    let alike: Vec<&Ballot> = session
        .ballots
        .iter()
        .filter(|ballot| {
            ballot.origin.is_none()
                && (&ballot.title, &ballot.colour) == (&like.title, &like.colour)
        })
        .collect();
    let at = alike.iter().position(|ballot| ballot.id == *id)?;
    (alike.len() > 1).then(|| number(at).saturating_add(1))
}
