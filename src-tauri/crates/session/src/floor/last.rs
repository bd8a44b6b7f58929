//! 上次会议: the record this one goes on from. The first entry of a journal may name it by the
//! fingerprint of its last one, so that the files of a congress form one chain over the years.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::meeting;
use crate::session::{OutOfPlace, Past};
use crate::{Entry, Event, Refusal};

/// Figures of a fingerprint.
const FIGURES: usize = 64;

/// What names the record of the session before, and where it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct LastSession {
    /// Its full title: 青石镇第十八届人民代表大会第四次会议.
    pub title: String,
    /// Day of its vote.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub held_on: NaiveDate,
    /// Fingerprint of the first entry of its journal, 64 lower-case hexadecimal figures: the same
    /// in every copy and at every later time.
    pub opening: String,
    /// How many entries its journal had, from 1.
    pub entries: u32,
    /// Fingerprint of the last of them.
    pub head: String,
    /// 封存: nothing more could follow there.
    pub sealed: bool,
}

impl LastSession {
    /// Returns what a new session says of the one it goes on from; `opening` and `head` are the
    /// fingerprints of the first and the last entry there.
    ///
    /// # Errors
    /// As [`LastSession::check`].
    pub fn of(session: &Past, opening: &str, head: &str) -> Result<Self, Refusal> {
        Self::check(session)?;
        let before = session.described()?;
        Ok(Self {
            title: before.title(),
            held_on: before.held_on,
            opening: opening.to_owned(),
            entries: session.seq,
            head: head.to_owned(),
            sealed: session.sealing.is_some(),
        })
    }

    /// Checks that a new session can go on from this one.
    ///
    /// # Errors
    /// When the record is none of a session, was never described, or a vote in it is not over.
    pub fn check(session: &Past) -> Result<(), Refusal> {
        if session.away.is_some() {
            return Err(Refusal::LastIsADesk);
        }
        session.described()?;
        match session.under_way() {
            None => Ok(()),
            Some(title) => Err(Refusal::LastUnderWay { title }),
        }
    }

    fn names_an_entry(&self) -> bool {
        let figure = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        let whole = |print: &str| print.len() == FIGURES && print.chars().all(figure);
        self.entries > 0 && whole(&self.opening) && whole(&self.head)
    }
}

impl Past {
    /// 上次会议: returns the record this one goes on from; `None` where it began anew.
    #[must_use]
    pub fn last(&self) -> Option<&LastSession> {
        self.last.as_ref()
    }
}

/// Returns the entry with which a session begins that goes on from another.
pub(crate) fn decide(session: &Past, last: &LastSession) -> Result<Vec<Event>, Refusal> {
    if session.seq != 0 {
        return Err(Refusal::LastNamedFirst);
    }
    Ok(vec![meeting::Event::JoinedToLast { last: last.clone() }.into()])
}

/// The session before is named by the first entry and by no other.
pub(crate) fn check_entry(entry: &Entry) -> Result<(), OutOfPlace> {
    let Event::Meeting(meeting::Event::JoinedToLast { last }) = &entry.event else {
        return Ok(());
    };
    if entry.seq != 1 {
        return Err(OutOfPlace("the session before named in the middle of a journal"));
    }
    if last.names_an_entry() {
        Ok(())
    } else {
        Err(OutOfPlace("the session before named without an entry of it"))
    }
}
