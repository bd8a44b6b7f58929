//! 上次会议: the record this one goes on from. The first entry of a journal may name it by the
//! fingerprint of its last one, so that the files of a congress form one chain over the years.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::meeting;
use crate::session::{OutOfPlace, Past};
use crate::{Entry, Event, Refusal, projects, proposals};

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

/// 结转: what of a session is not over when the next one begins with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CarriedOver {
    /// 未完成的项目.
    pub projects: Vec<projects::Carried>,
    /// 未办结的议案、建议.
    pub proposals: Vec<proposals::Carried>,
}

impl CarriedOver {
    /// Returns what of a session is not over.
    #[must_use]
    pub fn of(session: &Past) -> Self {
        Self { projects: session.projects_to_carry(), proposals: session.proposals_to_carry() }
    }

    /// Returns whatever of a session's beginning is not what stood at the end of this one, by name.
    #[must_use]
    pub fn otherwise_in(&self, next: &Past) -> Vec<String> {
        let projects = next.projects.list().iter().filter_map(projects::Project::carried);
        let projects = projects.filter(|one| !self.projects.contains(one));
        let proposals = next.proposals.iter().filter_map(proposals::Proposal::carried);
        let proposals = proposals.filter(|one| !self.proposals.contains(one));
        let named = projects.map(|one| one.facts.name.clone());
        named.chain(proposals.map(|one| one.filing.title.clone())).collect()
    }
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

/// Checks that nothing is recorded yet but the session before and what goes over from it.
pub(crate) fn check_beginning(session: &Past) -> Result<(), Refusal> {
    let carried = session.projects.list().len() + session.proposals.len();
    if session.last.is_some() && session.seq == crate::ids::number(carried).saturating_add(1) {
        Ok(())
    } else {
        Err(Refusal::CarriedOverFirst)
    }
}

/// The session before is named by the first entry and by no other; what goes over from it stands
/// behind that, before everything else.
pub(crate) fn check_entry(session: &Past, entry: &Entry) -> Result<(), OutOfPlace> {
    let goes_over = matches!(
        &entry.event,
        Event::Projects(projects::Event::CarriedOver { .. })
            | Event::Proposals(proposals::Event::CarriedOver { .. })
    );
    if goes_over && check_beginning(session).is_err() {
        return Err(OutOfPlace("what goes over from the session before, behind something else"));
    }
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
