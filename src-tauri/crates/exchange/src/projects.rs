//! 民生实事项目: this year's candidates and what became of last year's, each a table.

use std::ops::RangeInclusive;

use session::ballot::{PastProject, Project};
use tally::{ContestOption, OptionId};

use crate::decimal::yuan_from_ten_thousands;
use crate::table::{CellFault, Column, Row, Table, TableError, TableFault, Unique};

const NUMBER: Column<'static> = Column { name: "序号", other_names: &["编号"] };
const NAME: Column<'static> = Column { name: "名称", other_names: &["项目名称"] };
const CONTENT: Column<'static> = Column { name: "内容", other_names: &["建设内容"] };
const INVESTMENT: Column<'static> = Column {
    name: "投资（万元）",
    other_names: &["投资(万元)", "总投资（万元）"],
};
const FUNDING: Column<'static> = Column::new("资金来源");
const UNIT: Column<'static> = Column::new("责任单位");
const PERSON: Column<'static> = Column::new("责任人");
const DEADLINE: Column<'static> = Column::new("完成时限");
const DONE: Column<'static> = Column::new("完成情况");
const STATE: Column<'static> = Column::new("情况说明");

const NUMBERS: RangeInclusive<u32> = 1..=500;

/// 候选项目: one row of the list, in the order of the ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectRow {
    /// Number on the ballot, its id in the contest.
    pub number: u32,
    /// As printed on the ballot.
    pub name: String,
    /// What the papers say about it.
    pub project: Project,
}

impl ProjectRow {
    /// Returns the project as a row of its contest, its number the id.
    #[must_use]
    pub fn option(&self) -> ContestOption {
        ContestOption { id: OptionId(self.number.to_string()), name: self.name.clone() }
    }
}

/// Reads the candidates: columns 序号, 名称, 内容, 投资（万元）, 资金来源, 责任单位, 责任人,
/// 完成时限.
///
/// # Errors
/// [`TableError`] with the first fault, among them a number or a name used twice.
pub fn read_projects(file: &str, bytes: &[u8]) -> Result<Vec<ProjectRow>, TableError> {
    let (mut numbers, mut names) = (Unique::default(), Unique::default());
    Table::read(file, bytes)?.rows(
        &[NUMBER, NAME, CONTENT, INVESTMENT, FUNDING, UNIT, PERSON, DEADLINE],
        |row| {
            let project = ProjectRow {
                number: row.number(NUMBER, &NUMBERS)?,
                name: row.needed_text(NAME)?,
                project: candidate(row)?,
            };
            numbers.check(row, NUMBER, &project.number.to_string())?;
            names.check(row, NAME, &project.name)?;
            Ok(project)
        },
    )
}

fn candidate(row: &Row<'_>) -> Result<Project, TableFault> {
    Ok(Project {
        content: row.needed_text(CONTENT)?,
        investment: investment(row)?,
        funding: row.text(FUNDING)?,
        unit: row.needed_text(UNIT)?,
        person: row.text(PERSON)?,
        deadline: row.text(DEADLINE)?,
    })
}

/// Reads last year's projects: columns 序号, 名称, 内容, 投资（万元）, 责任单位, 完成情况 (完成 or
/// 未完成), 情况说明.
///
/// # Errors
/// [`TableError`] with the first fault; a project that is not done must say why.
pub fn read_past_projects(file: &str, bytes: &[u8]) -> Result<Vec<PastProject>, TableError> {
    let mut names = Unique::default();
    Table::read(file, bytes)?.rows(&[NUMBER, NAME, CONTENT, INVESTMENT, UNIT, DONE, STATE], |row| {
        let project = past_project(row)?;
        names.check(row, NAME, &project.name)?;
        Ok(project)
    })
}

fn past_project(row: &Row<'_>) -> Result<PastProject, TableFault> {
    let done = row.word(DONE, &[("完成", true), ("已完成", true), ("未完成", false)])?;
    let state = if done { row.text(STATE)? } else { row.needed_text(STATE)? };
    let project = Project {
        content: row.text(CONTENT)?,
        investment: investment(row)?,
        unit: row.text(UNIT)?,
        ..Project::default()
    };
    Ok(PastProject { name: row.needed_text(NAME)?, project, done, state })
}

fn investment(row: &Row<'_>) -> Result<u32, TableFault> {
    let text = row.needed_text(INVESTMENT)?;
    yuan_from_ten_thousands(&text)
        .ok_or_else(|| row.fault(INVESTMENT, CellFault::NotAnAmount { text }))
}
