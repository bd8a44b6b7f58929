//! 去处: where a list goes. What is there is compared with the list before it comes in, and is what
//! goes out; what comes in is made of the whole list, and recorded or put into a form by the window.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use session::ballot::election::{Nominator, Nominee};
use session::ballot::{BallotContest, PastProject, Project};
use session::people::{Deputy, Observer, Role, Staff};
use session::projects::Collected;
use session::proposals::{Filing, Period};
use session::record::Activity;
use session::{PersonId, ProjectId};
use tally::{ContestOption, OptionId};

use super::fault::Fault;
use super::list::List;
use super::office::{activities, activity_cells, filing_cells, filings};
use super::preview::{Preview, preview};
use super::reading::{Reading, Row};
use super::typed::{
    self, Cells, ProjectRow, candidate_cells, deputy_cells, motion_cells, observer_cells,
    past_project_cells, project_cells, staff_cells,
};
use super::{CandidateRow, Options, ProposalRow};

/// A list of the window, with what stands in its form now.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TableTarget"))]
#[serde(tag = "into", rename_all = "snake_case", deny_unknown_fields)]
pub enum Target {
    /// 代表名册, as recorded.
    Roster,
    Observers {
        there: Vec<Observer>,
    },
    Staff {
        there: Vec<Staff>,
    },
    LastYear {
        there: Vec<PastProject>,
    },
    /// 议程.
    Agenda {
        there: Vec<String>,
    },
    /// 征集项目: what a list adds to those on record.
    Collected,
    /// 议案、建议, as recorded.
    Proposals {
        /// The day they were handed in.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        filed_on: NaiveDate,
        period: Period,
    },
    /// 履职活动: what is noted comes beside what is noted already.
    Activities,
    /// The rows of a contest: candidates, projects, or what is evaluated.
    Contest {
        /// Which kind of list they come as.
        list: List,
        there: Box<BallotContest>,
    },
}

/// What came in, for the form or the command it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TableTaken"))]
#[serde(tag = "into", rename_all = "snake_case")]
pub enum Taken {
    Roster { deputies: Vec<Deputy> },
    Observers { observers: Vec<Observer> },
    Staff { staff: Vec<Staff> },
    LastYear { projects: Vec<PastProject> },
    Agenda { items: Vec<String> },
    Collected { projects: Vec<Collected> },
    Proposals { filings: Vec<Filing> },
    Activities { activities: Vec<Activity> },
    Contest { contest: Box<BallotContest> },
}

/// Who is on record, as lists need to know it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hall {
    /// 代表.
    pub roster: Vec<Deputy>,
    /// Every id the staff ever had: one names a person for ever.
    pub ids: BTreeSet<PersonId>,
    /// 议案、建议.
    pub proposals: Vec<Filing>,
    /// 履职活动.
    pub activities: Vec<Activity>,
}

impl Target {
    /// Returns the list it is.
    #[must_use]
    pub const fn list(&self) -> List {
        match self {
            Self::Roster => List::Deputies,
            Self::Observers { .. } => List::Observers,
            Self::Staff { .. } => List::Staff,
            Self::LastYear { .. } => List::LastYear,
            Self::Agenda { .. } => List::Motions,
            Self::Collected => List::Collected,
            Self::Proposals { .. } => List::Proposals,
            Self::Activities => List::Activities,
            Self::Contest { list, .. } => *list,
        }
    }

    /// Returns how a file is read for it: what became of a project is nothing to a ballot.
    #[must_use]
    pub fn options(&self, mut options: Options) -> Options {
        match self {
            Self::Contest { list: List::LastYear, .. } => {
                options.absent.push("完成情况".to_owned());
            }
            Self::Contest { .. }
            | Self::Roster
            | Self::Observers { .. }
            | Self::Staff { .. }
            | Self::LastYear { .. }
            | Self::Collected
            | Self::Agenda { .. }
            | Self::Proposals { .. }
            | Self::Activities => {}
        }
        options
    }

    /// Returns what is there, a row of the list each; rows nothing was typed into are none.
    #[must_use]
    pub fn cells(&self, hall: &Hall) -> Vec<Cells> {
        match self {
            Self::Roster => hall.roster.iter().map(deputy_cells).collect(),
            Self::Observers { there } => {
                let named = there.iter().filter(|it| !it.name.is_empty());
                (1..).zip(named).map(|(at, it)| observer_cells(at, it)).collect()
            }
            Self::Staff { there } => {
                let of = |staff: &Staff| hall.roster.iter().find(|it| it.name == staff.name);
                let named = there.iter().filter(|it| !it.name.is_empty());
                named.map(|staff| staff_cells(staff, of(staff))).collect()
            }
            Self::LastYear { there } => {
                let named = there.iter().filter(|it| !it.name.is_empty());
                (1..).zip(named).map(|(at, it)| past_project_cells(at, it)).collect()
            }
            Self::Agenda { there } => {
                let named = there.iter().filter(|it| !it.trim().is_empty());
                (1..).zip(named).map(|(at, it)| motion_cells(at, it.trim())).collect()
            }
            Self::Collected => Vec::new(),
            Self::Proposals { .. } => {
                hall.proposals.iter().map(|one| filing_cells(one, &hall.roster)).collect()
            }
            Self::Activities => {
                hall.activities.iter().map(|one| activity_cells(one, &hall.roster)).collect()
            }
            Self::Contest { list, there } => contest_cells(*list, there),
        }
    }

    /// Returns the preview of a reading beside what is there.
    #[must_use]
    pub fn preview(&self, mut reading: Reading, hall: &Hall, keep: bool) -> Preview {
        let mut there = self.cells(hall);
        // Rows that are wrong already are not held against the roster.
        let right = |row: &&Row| reading.faults.iter().all(|it| it.place.line != Some(row.line));
        let rows: Vec<Row> = reading.rows.iter().filter(right).cloned().collect();
        reading.faults.extend(self.unknown(&rows, hall));
        reading.faults.sort_by_key(|fault| fault.place.line);
        if reading.list == List::Staff {
            // A list of scrutineers and tellers says nothing of the secretary, who brings it in.
            if reading.rows.iter().all(|row| row.get("职责") != "秘书") {
                there.retain(|cells| cells.first().is_some_and(|role| role != "秘书"));
            }
        }
        // What is registered or noted is added to, never taken away by a list.
        let adds = matches!(self, Self::Proposals { .. } | Self::Activities);
        preview(reading, &there, keep || adds)
    }

    /// Whom a list names that the roster does not know so.
    fn unknown(&self, rows: &[Row], hall: &Hall) -> Vec<Fault> {
        let roster = &hall.roster;
        match self {
            Self::Staff { .. } => typed::staff(rows, roster).err(),
            Self::Proposals { filed_on, period } => filings(rows, roster, *filed_on, *period).err(),
            Self::Activities => activities(rows, roster).err(),
            Self::Roster
            | Self::Observers { .. }
            | Self::LastYear { .. }
            | Self::Agenda { .. }
            | Self::Collected
            | Self::Contest { .. } => None,
        }
        .unwrap_or_default()
    }

    /// Returns what a whole list comes in as.
    ///
    /// # Errors
    /// Everything that keeps it from coming in.
    pub fn take(&self, preview: &Preview, hall: &Hall) -> Result<Taken, Vec<Fault>> {
        if !preview.faults.is_empty() {
            return Err(preview.faults.clone());
        }
        let rows = preview.whole();
        Ok(match self {
            Self::Roster => Taken::Roster { deputies: typed::deputies(&rows) },
            Self::Observers { .. } => Taken::Observers { observers: typed::observers(&rows) },
            Self::Staff { there } => Taken::Staff { staff: staff(&rows, there, hall)? },
            Self::LastYear { .. } => Taken::LastYear { projects: typed::past_projects(&rows) },
            Self::Agenda { .. } => {
                let items = typed::motions(&rows).into_iter().map(|row| row.title).collect();
                Taken::Agenda { items }
            }
            Self::Collected => Taken::Collected { projects: typed::collected(&rows) },
            Self::Proposals { filed_on, period } => {
                let filings = filings(&rows, &hall.roster, *filed_on, *period)?;
                Taken::Proposals { filings: as_recorded(filings, hall) }
            }
            Self::Activities => {
                let came = activities(&rows, &hall.roster)?;
                let fresh = came.into_iter().filter(|one| !hall.activities.contains(one));
                Taken::Activities { activities: fresh.collect() }
            }
            Self::Contest { list, there } => {
                Taken::Contest { contest: Box::new(contest(*list, &rows, there)) }
            }
        })
    }
}

/// What is recorded already keeps its day, and its lines where the list has them in one.
fn as_recorded(filings: Vec<Filing>, hall: &Hall) -> Vec<Filing> {
    let kept = |filing: Filing| match hall.proposals.iter().find(|one| one.id == filing.id) {
        Some(known) => Filing {
            text: if known.text.replace('\n', " ") == filing.text {
                known.text.clone()
            } else {
                filing.text
            },
            filed_on: known.filed_on,
            period: known.period,
            ..filing
        },
        None => filing,
    };
    filings.into_iter().map(kept).collect()
}

/// Somebody who keeps the role keeps the id; others get one that was never given.
fn staff(rows: &[Row], there: &[Staff], hall: &Hall) -> Result<Vec<Staff>, Vec<Fault>> {
    let mut ids = hall.ids.clone();
    ids.extend(there.iter().map(|it| it.id.clone()));
    let mut staff: Vec<Staff> =
        typed::staff(rows, &hall.roster)?.into_iter().map(Staff::from).collect();
    for person in &mut staff {
        let same = there.iter().find(|it| it.name == person.name && it.role == person.role);
        person.id = same.map_or_else(|| fresh(&ids, &person.id), |it| it.id.clone());
        ids.insert(person.id.clone());
    }
    if staff.iter().all(|person| person.role != Role::Secretary) {
        let secretaries = there.iter().filter(|person| person.role == Role::Secretary);
        staff = secretaries.cloned().chain(staff).collect();
    }
    Ok(staff)
}

fn fresh(ids: &BTreeSet<PersonId>, wanted: &PersonId) -> PersonId {
    let slug = wanted.0.rsplit_once('-').map_or(wanted.0.as_str(), |(slug, _)| slug);
    let mut numbered = (1_u32..).map(|number| PersonId(format!("{slug}-{number}")));
    numbered.find(|id| !ids.contains(id)).unwrap_or_else(|| wanted.clone())
}

fn contest_cells(list: List, there: &BallotContest) -> Vec<Cells> {
    let options = there.contest.options.iter().enumerate();
    let named = options.filter(|(_, option)| !option.name.is_empty());
    let cells = |(number, (at, option)): (u32, (usize, &ContestOption))| {
        let name = option.name.clone();
        let project = there.projects.get(at).cloned().unwrap_or_default();
        match list {
            List::Candidates => {
                let nominees = there.election.as_ref().map(|election| &election.nominees);
                let nominee = nominees.and_then(|all| all.get(at)).cloned().unwrap_or_default();
                candidate_cells(&CandidateRow { number, name, nominee, post: String::new() })
            }
            List::Projects => project_cells(&ProjectRow { number, name, project }),
            List::LastYear => {
                let past = PastProject { name, project, done: true, state: String::new() };
                let mut cells = past_project_cells(number, &past);
                // A ballot does not know what became of it.
                cells.iter_mut().skip(5).for_each(String::clear);
                cells
            }
            List::Proposals => vec![
                number.to_string(),
                name,
                String::new(),
                project.person,
                String::new(),
                String::new(),
                project.content,
                project.unit,
                String::new(),
            ],
            List::Deputies
            | List::Observers
            | List::Staff
            | List::Motions
            | List::Collected
            | List::Activities => motion_cells(number, &name),
        }
    };
    (1..).zip(named).map(cells).collect()
}

/// The contest with the rows of the list in the place of its own.
fn contest(list: List, rows: &[Row], there: &BallotContest) -> BallotContest {
    let mut contest = there.clone();
    let mut nominees: Vec<Nominee> = Vec::new();
    let mut options: Vec<(u32, String, Project)> = Vec::new();
    match list {
        List::Candidates => {
            for row in typed::candidates(rows) {
                nominees.push(Nominee { relatives: declared(there, &row.name), ..row.nominee });
                options.push((row.number, row.name, Project::default()));
            }
        }
        List::Projects => {
            options.extend(candidate_projects(rows, there));
        }
        List::LastYear => {
            let rows = (1..).zip(typed::past_projects(rows));
            options.extend(rows.map(|(number, row)| (number, row.name, row.project)));
        }
        List::Proposals => options.extend(typed::proposals(rows).into_iter().map(of_proposal)),
        List::Deputies
        | List::Observers
        | List::Staff
        | List::Motions
        | List::Collected
        | List::Activities => {
            let rows = typed::motions(rows).into_iter();
            options.extend(rows.map(|row| (row.number, row.title, Project::default())));
        }
    }
    if let Some(election) = &mut contest.election {
        election.nominees = nominees;
        contest.projects.clear();
    } else {
        contest.projects = options.iter().map(|(.., project)| project.clone()).collect();
    }
    contest.headings = headings(there, options.iter().map(|(_, name, _)| name.as_str()));
    let option = |(number, name, _): (u32, String, Project)| ContestOption {
        id: OptionId(number.to_string()),
        name,
    };
    contest.contest.options = options.into_iter().map(option).collect();
    contest
}

fn of_proposal(row: ProposalRow) -> (u32, String, Project) {
    let project = Project {
        content: row.content,
        unit: row.unit,
        person: row.by.join("、"),
        ..Project::default()
    };
    (row.number, row.title, project)
}

fn candidate_projects<'r>(
    rows: &'r [Row],
    there: &'r BallotContest,
) -> impl Iterator<Item = (u32, String, Project)> + 'r {
    typed::projects(rows).into_iter().map(|row| {
        let project = Project { of: referred(there, &row.name), ..row.project };
        (row.number, row.name, project)
    })
}

/// No list has a column for the project a row refers to: it stays with the name.
fn referred(there: &BallotContest, name: &str) -> Option<ProjectId> {
    let mut known = there.contest.options.iter().zip(&there.projects);
    known.find(|(option, _)| option.name == name).and_then(|(_, project)| project.of)
}

/// Nor for close relatives: those declared stay with the name.
fn declared(there: &BallotContest, name: &str) -> String {
    let nominees = there.election.iter().flat_map(|election| &election.nominees);
    let mut known = there.contest.options.iter().zip(nominees);
    let same = known.find(|(option, _)| option.name == name);
    same.map_or_else(String::new, |(_, nominee)| nominee.relatives.clone())
}

/// Nor for headings.
fn headings<'n>(there: &BallotContest, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let known = |name: &str| {
        let mut known = there.contest.options.iter().zip(&there.headings);
        let same = known.find(|(option, _)| option.name == name);
        same.map_or_else(String::new, |(_, heading)| heading.clone())
    };
    names.filter(|_| !there.headings.is_empty()).map(known).collect()
}

/// 提名人 and 联名人数 as a list says them.
pub(super) fn nominator_cells(nominator: &Nominator) -> (String, String) {
    match nominator {
        Nominator::Presidium => ("主席团".to_owned(), String::new()),
        Nominator::Deputies { first, signed } => (first.clone(), signed.to_string()),
    }
}
