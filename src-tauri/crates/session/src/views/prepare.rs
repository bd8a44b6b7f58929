//! 会前: the session's facts, its people, its ballots.

use serde::Serialize;
use tally::{Assessment, BlankRow, BlankSection};

use super::settings::{OfferedQuorum, OfferedThreshold, offered_quorums, offered_thresholds};
use super::{Notice, of_conflicts};
use crate::ballot::{self, Ballot, GRADES, PastProject};
use crate::floor::meeting::Meeting;
use crate::ids::number;
use crate::paper::{Paper, PaperKind, check_issuable};
use crate::people::{Deputy, Observer, Staff, conflict, pin};
use crate::session::Past;
use crate::{PaperId, PersonId};

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
    /// Whose PIN is set, and who may remove it.
    pub pins: Vec<PinView>,
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
    /// 门槛: those a form offers by name, the usual one first.
    pub thresholds: Vec<OfferedThreshold>,
    /// 法定人数: those a form offers by name, that of the law first.
    pub quorums: Vec<OfferedQuorum>,
}

/// 取消 PIN 码: who may remove a forgotten one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PinView {
    pub person: PersonId,
    pub removers: Vec<PersonId>,
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
    /// Its own paper as it holds now.
    pub current: Option<OutPaper>,
    /// What was issued of it and no longer holds, the newest first: it is withdrawn.
    pub to_withdraw: Vec<OutPaper>,
    /// What takes the place of that and is not issued yet, in the order of the day.
    pub to_issue: Vec<ToIssue>,
    /// How many sheets are needed: one for every deputy.
    pub copies: u32,
}

/// A paper that was issued, by its fingerprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutPaper {
    /// Number within the session.
    pub paper: PaperId,
    pub kind: PaperKind,
    /// SHA-256 of its bytes.
    pub sha256: String,
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub at: crate::Timestamp,
    /// How many copies the program sent to a printer; 0 where it was printed otherwise, or not at
    /// all.
    pub printed: u32,
    /// Copies on a sheet: two of a ballot that is cut apart.
    pub per_sheet: u16,
}

/// A paper to be issued once more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ToIssue {
    pub kind: PaperKind,
    /// As many copies as were printed of the one before; 0 where none was.
    pub copies: u32,
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
pub fn view(session: &Past) -> PrepareView {
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
        pins: pins(session),
        ballots: session.ballots.iter().map(|ballot| prepared(session, ballot)).collect(),
        past: session.last_year.clone().map(|(year, projects)| PastProjects { year, projects }),
        candidates: candidates(session),
        notices: notices(session),
        usual_blanks: [BlankRow::Abstain, BlankRow::Void, BlankRow::For]
            .map(|row| UsualBlank { row, section: BlankSection::usual(row) })
            .to_vec(),
        usual_weights: GRADES.map(Assessment::usual_weights).collect(),
        thresholds: offered_thresholds(),
        quorums: offered_quorums(),
    }
}

fn pins(session: &Past) -> Vec<PinView> {
    let set = session.pins.set();
    set.map(|person| PinView { person: person.clone(), removers: pin::removers(session, person) })
        .collect()
}

fn candidates(session: &Past) -> Vec<CandidateProject> {
    let waiting = session.candidates().into_iter();
    waiting
        .map(|project| CandidateProject {
            name: project.facts().name.clone(),
            project: ballot::Project { of: Some(project.id()), ..project.facts().project.clone() },
        })
        .collect()
}

fn with_acts(session: &Past) -> Vec<PersonId> {
    let people = &session.people;
    let ids = people.staff.iter().map(|person| &person.id);
    ids.filter(|id| people.has_acted(id)).cloned().collect()
}

fn prepared(session: &Past, ballot: &Ballot) -> PreparedBallot {
    let issued = session.rounds.iter().any(|round| round.ballot().id == ballot.id);
    // What was voted with stays as it was printed.
    let (to_withdraw, to_issue) = if issued {
        (Vec::new(), Vec::new())
    } else {
        (withdrawn_of(session, ballot), to_issue(session, ballot))
    };
    let mut held = session.papers.iter().filter(|paper| paper.is_current_ballot(&ballot.id));
    PreparedBallot {
        issued,
        deletable: ballot::check_deletable(session, ballot).is_ok(),
        current: held.next().map(out_paper),
        to_withdraw,
        to_issue,
        copies: session.meeting.as_ref().map_or(1, |meeting| meeting.all_deputies),
        ballot: ballot.clone(),
    }
}

fn out_paper(paper: &Paper) -> OutPaper {
    OutPaper {
        paper: paper.id,
        kind: paper.kind.clone(),
        sha256: paper.sha256.clone(),
        at: paper.at,
        printed: paper.printed,
        per_sheet: paper.per_sheet(),
    }
}

/// The papers of a ballot that no longer hold. One that is set alike once more holds again.
fn withdrawn_of(session: &Past, ballot: &Ballot) -> Vec<OutPaper> {
    let holds = |sha256: &str| {
        session.papers.iter().any(|paper| !paper.superseded && paper.sha256 == sha256)
    };
    let of_it = session.papers.iter().rev().filter(|paper| paper.kind.tells_the_ballot(&ballot.id));
    of_it.filter(|paper| paper.superseded && !holds(&paper.sha256)).map(out_paper).collect()
}

/// What was issued of a ballot and holds in no issue any more, as far as it can be issued now.
fn to_issue(session: &Past, ballot: &Ballot) -> Vec<ToIssue> {
    let mut found: Vec<ToIssue> = Vec::new();
    let of_it = session.papers.iter().filter(|paper| paper.kind.tells_the_ballot(&ballot.id));
    for paper in of_it {
        let held = session.papers.iter().any(|other| !other.superseded && other.kind == paper.kind);
        if held || check_issuable(session, &paper.kind).is_err() {
            continue;
        }
        match found.iter_mut().find(|one| one.kind == paper.kind) {
            Some(one) if paper.printed > 0 => one.copies = paper.printed,
            Some(_) => {}
            None => found.push(ToIssue { kind: paper.kind.clone(), copies: paper.printed }),
        }
    }
    found
}

fn notices(session: &Past) -> Vec<Notice> {
    let listed = number(session.people.deputies.len());
    let differs =
        session.meeting.as_ref().filter(|meeting| listed > 0 && listed != meeting.all_deputies);
    let differs =
        differs.map(|meeting| Notice::RosterDiffers { listed, all_deputies: meeting.all_deputies });
    let standing =
        session.ballots.iter().filter(|ballot| !session.withdrawn.contains_key(&ballot.id));
    let outside = conflict::no_deputies(&session.people);
    let outside = outside
        .map(|person| Notice::WatchesAsNoDeputy { name: person.name.clone(), role: person.role });
    let mut found: Vec<Notice> = differs.into_iter().chain(outside).collect();
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
