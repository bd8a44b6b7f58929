//! 会前: the session's facts, its people, its ballots.

use serde::Serialize;
use tally::{Assessment, BlankRow, BlankSection};

use super::{Notice, of_conflicts};
use crate::ballot::election::Concern;
use crate::ballot::law::Departure;
use crate::ballot::{self, Ballot, GRADES, PastProject, election};
use crate::floor::meeting::Meeting;
use crate::ids::number;
use crate::people::{Deputy, Observer, Staff, conflict};
use crate::session::Session;
use crate::{PersonId, Refusal};

/// What the secretary prepares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrepareView {
    /// The session's facts, once described.
    pub meeting: Option<Meeting>,
    /// Its full title.
    pub title: Option<String>,
    /// 法定人数.
    pub quorum: Option<u32>,
    /// 全体代表的过半数.
    pub majority: Option<u32>,
    pub deputies: Vec<Deputy>,
    /// As listed.
    pub observers: Vec<Observer>,
    /// As appointed.
    pub staff: Vec<Staff>,
    /// How many sittings are planned.
    pub sittings: u32,
    /// The items of the plenary sittings are the agenda, and the session's own lines no longer.
    pub agenda_planned: bool,
    /// Who of them has acted: their names stand.
    pub acted: Vec<PersonId>,
    /// In the order they were set up.
    pub ballots: Vec<PreparedBallot>,
    /// Last year's projects.
    pub past: Option<PastProjects>,
    /// 候选项目 that stand on no ballot yet, in the order they were collected.
    pub candidates: Vec<CandidateProject>,
    /// Something odd.
    pub notices: Vec<Notice>,
    /// What a blank section means for each meaning of a blank row, unless somebody says otherwise.
    pub usual_blanks: Vec<UsualBlank>,
    /// 权重: what is usual for each number of grades that an evaluation may have, fewest first.
    pub usual_weights: Vec<Vec<u8>>,
}

/// A candidate project as a row of a ballot has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CandidateProject {
    pub name: String,
    /// What is known of it, and which project it is.
    pub project: ballot::Project,
}

/// 空白票的默认读法: what goes with a blank row until somebody chooses otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UsualBlank {
    /// 空白栏.
    pub row: BlankRow,
    /// 空白票.
    pub section: BlankSection,
}

/// A ballot and whether it can still change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PreparedBallot {
    /// As it is now.
    pub ballot: Ballot,
    /// It was issued and cannot change any more.
    pub issued: bool,
    /// Nothing hangs on it: it may be deleted.
    pub deletable: bool,
    /// It was printed as it is now.
    pub printed: bool,
    /// What must be put right before it can be printed.
    pub problem: Option<Refusal>,
    /// Where its candidates are not what the law asks for.
    pub concerns: Vec<Concern>,
    /// Where its settings contradict the law.
    pub departures: Vec<Departure>,
}

/// Last year's projects.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PastProjects {
    /// The year they were chosen for.
    pub year: u16,
    /// In the order they were chosen.
    pub projects: Vec<PastProject>,
}

/// Returns what the secretary prepares.
#[must_use]
pub fn view(session: &Session) -> PrepareView {
    let meeting = session.meeting.as_ref();
    PrepareView {
        meeting: meeting.cloned(),
        title: meeting.map(Meeting::title),
        quorum: meeting.map(|meeting| tally::quorum_needed(meeting.all_deputies)),
        majority: meeting.map(|meeting| tally::majority_needed(meeting.all_deputies)),
        deputies: session.people.deputies.clone(),
        observers: session.people.observers.clone(),
        staff: session.people.staff.clone(),
        sittings: number(session.sittings.planned().len()),
        agenda_planned: session.agenda().iter().any(|line| line.sitting.is_some()),
        acted: with_acts(session),
        ballots: session.ballots.iter().map(|ballot| prepared(session, ballot)).collect(),
        past: session.past_projects.clone().map(|(year, projects)| PastProjects { year, projects }),
        candidates: candidates(session),
        notices: notices(session),
        usual_blanks: [BlankRow::Abstain, BlankRow::Void, BlankRow::For]
            .map(|row| UsualBlank { row, section: BlankSection::usual(row) })
            .to_vec(),
        usual_weights: GRADES.map(Assessment::usual_weights).collect(),
    }
}

fn candidates(session: &Session) -> Vec<CandidateProject> {
    let waiting = session.candidates().into_iter();
    waiting
        .map(|project| CandidateProject {
            name: project.facts().name.clone(),
            project: ballot::Project { of: Some(project.id()), ..project.facts().project.clone() },
        })
        .collect()
}

fn with_acts(session: &Session) -> Vec<PersonId> {
    let people = &session.people;
    let ids = people.staff.iter().map(|person| &person.id);
    ids.filter(|id| people.has_acted(id)).cloned().collect()
}

fn prepared(session: &Session, ballot: &Ballot) -> PreparedBallot {
    PreparedBallot {
        issued: session.rounds.iter().any(|round| round.ballot().id == ballot.id),
        deletable: ballot::check_deletable(session, ballot).is_ok(),
        printed: session.papers.iter().any(|paper| paper.is_current_ballot(&ballot.id)),
        problem: session.check_not_withdrawn(ballot).and_then(|()| ballot.check()).err(),
        concerns: election::concerns(session, ballot),
        departures: ballot.departures(),
        ballot: ballot.clone(),
    }
}

fn notices(session: &Session) -> Vec<Notice> {
    let listed = number(session.people.deputies.len());
    let differs =
        session.meeting.as_ref().filter(|meeting| listed > 0 && listed != meeting.all_deputies);
    let differs =
        differs.map(|meeting| Notice::RosterDiffers { listed, all_deputies: meeting.all_deputies });
    let standing =
        session.ballots.iter().filter(|ballot| !session.withdrawn.contains_key(&ballot.id));
    let mut found: Vec<Notice> = differs.into_iter().collect();
    for ballot in standing {
        for notice in of_conflicts(conflict::on_ballot(&session.people, ballot)) {
            // A ballot that follows another asks the same question again.
            if !found.contains(&notice) {
                found.push(notice);
            }
        }
    }
    found
}
