//! 征集、筛选: the projects as they came in. A candidate's facts are those of its row of the ballot.

use chrono::NaiveDate;
use session::ballot;
use session::projects::{self, Collected, Facts, Proposer, Screening, Way};
use session::{Command, ProjectId};

use super::Dated;
use super::cells::{day, yuan};
use crate::ProjectRow;
use crate::sample::COLLECTED;
use crate::sample_table::{CellFault, Column, Row, Table, TableError, TableFault};

const ROW: Column<'static> = Column::new("票上序号");
const NAME: Column<'static> = Column::new("名称");
const PLACE: Column<'static> = Column::new("地点");
const CONTENT: Column<'static> = Column::new("内容");
const INVESTMENT: Column<'static> = Column::new("投资（万元）");
const BY: Column<'static> = Column::new("提出人");
const WAY: Column<'static> = Column::new("提出方式");
const ON: Column<'static> = Column::new("征集日期");
const SCREENED: Column<'static> = Column::new("筛选");
const INTO: Column<'static> = Column::new("并入");
const REASON: Column<'static> = Column::new("理由");
const SCREENED_ON: Column<'static> = Column::new("筛选日期");

const WAYS: [(&str, Way); 4] = [
    ("代表走访", Way::Visit),
    ("联络站", Way::Station),
    ("线上", Way::Online),
    ("其他", Way::Other),
];

/// A project that was collected, and what became of it before the vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleProject {
    pub id: ProjectId,
    /// Its row on the ballot, from 1, if it is a candidate.
    pub row: Option<u32>,
    pub collected: Collected,
    pub on: NaiveDate,
    pub screening: Screening,
    /// What its proposer was told.
    pub reason: String,
    pub screened_on: NaiveDate,
}

pub(super) fn read(rows: &[ProjectRow]) -> Result<Vec<SampleProject>, TableError> {
    let asked =
        [ROW, NAME, PLACE, CONTENT, INVESTMENT, BY, WAY, ON, SCREENED, INTO, REASON, SCREENED_ON];
    let table = Table::read(COLLECTED.name, COLLECTED.text.as_bytes())?;
    let mut id = 0;
    let mut projects = table.rows(&asked, |row| {
        id += 1;
        project(row, ProjectId(id), rows)
    })?;
    // What it became part of is told by its row on the ballot.
    let of_row: Vec<(Option<u32>, ProjectId)> =
        projects.iter().map(|project| (project.row, project.id)).collect();
    for project in &mut projects {
        if let Screening::Merged { into } = &mut project.screening {
            let found = of_row.iter().find(|(row, _)| *row == Some(into.0));
            *into = found.map_or(*into, |(_, id)| *id);
        }
    }
    Ok(projects)
}

fn project(row: &Row<'_>, id: ProjectId, rows: &[ProjectRow]) -> Result<SampleProject, TableFault> {
    let place = row.text(PLACE)?;
    let (number, facts) = if row.text(ROW)?.is_empty() {
        let of_row = ballot::Project {
            content: row.text(CONTENT)?,
            investment: yuan(row, INVESTMENT)?,
            ..ballot::Project::default()
        };
        (None, Facts { name: row.needed_text(NAME)?, place, project: of_row })
    } else {
        let last = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let number = row.number(ROW, &(1..=last))?;
        let printed = rows.iter().find(|one| one.number == number);
        let known = || CellFault::UnknownWord { text: number.to_string(), known: String::new() };
        let printed = printed.ok_or_else(|| row.fault(ROW, known()))?;
        let (name, project) = (printed.name.clone(), printed.project.clone());
        (Some(number), Facts { name, place, project })
    };
    let proposer = Proposer { by: row.text(BY)?, way: row.word(WAY, &WAYS)? };
    Ok(SampleProject {
        id,
        row: number,
        collected: Collected { facts, proposer },
        on: day(row, ON)?,
        screening: screening(row)?,
        reason: row.text(REASON)?,
        screened_on: day(row, SCREENED_ON)?,
    })
}

fn screening(row: &Row<'_>) -> Result<Screening, TableFault> {
    let words = [("候选", 0), ("合并", 1), ("储备", 2), ("不采纳", 3)];
    Ok(match row.word(SCREENED, &words)? {
        0 => Screening::Candidate,
        1 => Screening::Merged { into: ProjectId(row.number(INTO, &(1..=500))?) },
        2 => Screening::Kept,
        _ => Screening::LeftOut,
    })
}

/// Those that came on one day are put on record together.
pub(super) fn commands(projects: &[SampleProject]) -> Vec<Dated> {
    let mut commands: Vec<Dated> = Vec::new();
    let of_one_day = projects.chunk_by(|one, next| one.on == next.on);
    for (on, projects) in of_one_day.filter_map(|day| Some((day.first()?.on, day))) {
        let projects = projects.iter().map(|project| project.collected.clone()).collect();
        let collect = projects::Command::Collect { projects };
        commands.push(Dated::secretary(on, Command::Projects(collect)));
    }
    commands.extend(projects.iter().map(|project| {
        let (projects, screening) = (vec![project.id], project.screening.clone());
        let screen =
            projects::Command::Screen { projects, screening, reason: project.reason.clone() };
        Dated::secretary(project.screened_on, Command::Projects(screen))
    }));
    commands.sort_by_key(|dated| dated.on);
    commands
}
