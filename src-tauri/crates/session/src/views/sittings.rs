//! 会次: what the secretary plans, and who is ticked on the roster.

use serde::Serialize;

use crate::session::Past;
use crate::sittings::{
    Called, Hung, Item, Member, RollStanding, Sitting, SittingKind, SittingName,
};
use crate::{Refusal, SittingId};

/// The sittings of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SittingsView {
    /// As planned, in their order.
    pub sittings: Vec<SittingView>,
    /// What the plan begins with while nothing is planned: one plenary sitting with the lines of the
    /// session's own agenda; nothing before the session is described.
    pub proposed: Option<Sitting>,
    /// What the next sitting is numbered.
    pub next: SittingId,
    /// 主席团成员, as named.
    pub presidium: Vec<Member>,
    /// Who may be called, in the order of the roster.
    pub deputies: Vec<EntitledView>,
    /// What may hang on an item.
    pub to_hang: Vec<ToHang>,
    /// The sitting whose roll is to be called next.
    pub due: Option<SittingId>,
    /// How those stand on a roll who are there, of whom a quorum is made.
    pub there: Vec<RollStanding>,
}

/// One sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SittingView {
    pub sitting: Sitting,
    pub name: SittingName,
    /// 法定人数: how many must come; nothing before it is known of how many.
    pub needed: Option<u32>,
    /// Who came; nothing before its roll is called.
    pub roll: Option<RollView>,
}

/// Who came to a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RollView {
    pub called: Vec<Called>,
    /// 列席.
    pub observers: u32,
    /// How many are there now.
    pub present: u32,
}

/// A deputy who may be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EntitledView {
    pub member: Member,
    /// 代表团.
    pub delegation: String,
    /// What tells two of one name apart.
    pub note: String,
}

/// A ballot or a motion that may hang on an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToHang {
    pub of: Hung,
    pub title: String,
}

/// Returns the sittings as they are planned and held.
#[must_use]
pub fn view(session: &Past) -> SittingsView {
    let planned = session.sittings.planned();
    let last = planned.iter().map(|sitting| sitting.id.0).max().unwrap_or(0);
    SittingsView {
        sittings: planned.iter().map(|sitting| of_sitting(session, sitting)).collect(),
        proposed: proposed(session).ok(),
        next: SittingId(last.saturating_add(1)),
        presidium: session.sittings.presidium().to_vec(),
        deputies: deputies(session),
        to_hang: to_hang(session),
        due: due(session),
        there: RollStanding::THERE.to_vec(),
    }
}

fn of_sitting(session: &Past, sitting: &Sitting) -> SittingView {
    let roll = session.sittings.roll(sitting.id).map(|roll| RollView {
        called: roll.called.clone(),
        observers: roll.observers,
        present: roll.present(),
    });
    SittingView {
        name: session.sittings.name(sitting),
        needed: session.quorum_of_sitting(sitting),
        roll,
        sitting: sitting.clone(),
    }
}

fn proposed(session: &Past) -> Result<Sitting, Refusal> {
    let meeting = session.described()?;
    let item = |text: &String| Item { kind: None, text: text.clone(), of: Vec::new() };
    Ok(Sitting {
        id: SittingId(1),
        kind: SittingKind::Plenary,
        held_on: meeting.held_on,
        begins: None,
        venue: String::new(),
        chairs: String::new(),
        items: meeting.agenda.iter().map(item).collect(),
    })
}

pub(crate) fn deputies(session: &Past) -> Vec<EntitledView> {
    let deputies = session.people.deputies().iter();
    deputies
        .map(|deputy| EntitledView {
            member: Member { number: deputy.number, name: deputy.name.clone() },
            delegation: deputy.delegation.clone(),
            note: deputy.note.clone(),
        })
        .collect()
}

fn to_hang(session: &Past) -> Vec<ToHang> {
    let standing = |id| !session.withdrawn.contains_key(id);
    let ballots = session
        .ballots
        .iter()
        .filter(|ballot| ballot.origin.is_none() && standing(&ballot.id))
        .map(|ballot| ToHang {
            of: Hung::Ballot { ballot: ballot.id.clone() },
            title: ballot.title.clone(),
        });
    let motions = session
        .hand_votes
        .iter()
        .map(|vote| ToHang { of: Hung::Motion { vote: vote.id }, title: vote.title() });
    ballots.chain(motions).collect()
}

/// The first whose roll was not called yet, else the last.
fn due(session: &Past) -> Option<SittingId> {
    let planned = session.sittings.planned();
    let open = planned.iter().find(|sitting| session.sittings.roll(sitting.id).is_none());
    open.or(planned.last()).map(|sitting| sitting.id)
}
