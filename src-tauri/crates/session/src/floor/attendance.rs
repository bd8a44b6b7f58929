//! 出席: who is present. Counted again before every ballot, because some leave (组织法 14: a
//! session sits only with two thirds).
//!
//! A count belongs to one sitting: to that whose roll it came of, else to that of the first vote it
//! served. What hangs on an item of another sitting asks for a count of its own.

use serde::{Deserialize, Serialize};
use tally::Fraction;

use crate::floor::meeting::Meeting;
use crate::round::{Round, Stage};
use crate::session::Past;
use crate::sittings::Hung;
use crate::{Entry, Refusal, SittingId};

/// The last count of the people present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// 实到代表.
    pub present: u32,
    /// 列席, never part of any base.
    pub observers: u32,
    /// Entry of the journal.
    pub seq: u32,
    /// Which sitting it is of; nothing while no vote has told.
    pub sitting: Option<SittingId>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The people present were counted.
    #[serde(rename = "attendance.counted")]
    Counted {
        /// 实到代表.
        present: u32,
        /// 列席.
        observers: u32,
        /// The sitting whose roll it came of, where it did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sitting: Option<SittingId>,
    },
}

/// What may be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "AttendanceCommand"))]
pub enum Command {
    /// Record who is present.
    CountAttendance {
        /// 实到代表, at most all deputies.
        present: u32,
        /// 列席.
        observers: u32,
    },
}

pub(crate) fn decide(session: &Past, command: &Command) -> Result<Vec<crate::Event>, Refusal> {
    let Command::CountAttendance { present, observers } = *command;
    counted(session, present, observers, None)
}

/// Records a count of the people present, of the sitting whose roll was called or of the one at
/// hand.
pub(crate) fn counted(
    session: &Past,
    present: u32,
    observers: u32,
    sitting: Option<SittingId>,
) -> Result<Vec<crate::Event>, Refusal> {
    let meeting = session.described()?;
    if present > meeting.all_deputies {
        return Err(Refusal::MorePresentThanDeputies {
            present,
            all_deputies: meeting.all_deputies,
        });
    }
    if observers > 9_999 {
        return Err(Refusal::NumberOutOfRange { least: 0, most: 9_999 });
    }
    Ok(vec![Event::Counted { present, observers, sitting }.into()])
}

/// Tells whether the people present were counted since the last ballots were handed out. Ballots
/// handed out together need one count.
pub(crate) fn is_fresh(session: &Past) -> bool {
    let last_counted_out = session
        .rounds
        .iter()
        .filter(|round| !matches!(round.stage(), Stage::Voting))
        .map(Round::opened)
        .max();
    session.attendance.is_some_and(|attendance| attendance.seq > last_counted_out.unwrap_or(0))
}

/// Returns the people present at the sitting on whose item something hangs, refused while they are
/// uncounted or too few to sit (组织法 14).
pub(crate) fn quorate(
    session: &Past,
    meeting: &Meeting,
    quorum: Fraction,
    hung: &Hung,
) -> Result<u32, Refusal> {
    let Attendance { present, sitting, .. } =
        session.attendance.ok_or(Refusal::AttendanceNotCounted)?;
    check_sitting(session, sitting, session.sitting_of(hung))?;
    if !is_fresh(session) {
        return Err(Refusal::AttendanceToCountAgain { present });
    }
    let needed = quorum.least_at_least(meeting.all_deputies);
    if present < needed {
        return Err(Refusal::NoQuorum { present, needed, all_deputies: meeting.all_deputies });
    }
    Ok(present)
}

fn check_sitting(
    session: &Past,
    counted: Option<SittingId>,
    voting: Option<SittingId>,
) -> Result<(), Refusal> {
    let (Some(counted), Some(voting)) = (counted, voting) else { return Ok(()) };
    let sittings = &session.sittings;
    match (sittings.sitting(counted), sittings.sitting(voting)) {
        (Ok(of), Ok(needed)) if counted != voting => Err(Refusal::AttendanceOfAnotherSitting {
            counted: sittings.name(of),
            needed: sittings.name(needed),
        }),
        _ => Ok(()),
    }
}

/// Takes note of which sitting the last count has served a vote of.
pub(crate) fn serve(session: &mut Past, hung: &Hung) {
    let of = session.sitting_of(hung);
    if let Some(attendance) = &mut session.attendance {
        attendance.sitting = attendance.sitting.or(of);
    }
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) {
    let Event::Counted { present, observers, sitting } = *event;
    session.attendance = Some(Attendance { present, observers, seq: entry.seq, sitting });
}
