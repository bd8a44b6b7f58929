//! 监督、计划、进展、调度、调整、完成: what is recorded of the chosen projects.

use chrono::NaiveDate;
use session::people::Deputy;
use session::projects::{
    self, Authority, Change, Completion, Explanation, Facts, Line, Plan, Review, Step, Supervision,
    Task,
};
use session::{Command, HandVoteId, ProjectId, ReviewId};

use super::cells::{day, day_if_given, member, members, yuan};
use super::{Dated, SampleProject};
use crate::sample::{CHANGES, ENDINGS, PLAN, PROGRESS, SUPERVISION, SampleFile};
use crate::sample_table::{CellFault, Column, Row, Table, TableError, TableFault};
use crate::table::{Unit, amount};

const ROW: Column<'static> = Column::new("票上序号");
const ON: Column<'static> = Column::new("日期");
const HEAD: Column<'static> = Column::new("组长");
const MEMBERS: Column<'static> = Column::new("成员");
const CONTACT: Column<'static> = Column::new("联系主席团成员");
const AIMS: Column<'static> = Column::new("目标");
const SAFEGUARDS: Column<'static> = Column::new("保障措施");
const STEP_BY: Column<'static> = Column::new("步骤时间");
const PERCENT: Column<'static> = Column::new("进度");
const STEP_WHAT: Column<'static> = Column::new("做到什么");
const REVIEW: Column<'static> = Column::new("调度");
const CHAIR: Column<'static> = Column::new("主持人");
const PAID: Column<'static> = Column::new("已支付（万元）");
const SEEN: Column<'static> = Column::new("现场情况");
const PROBLEM: Column<'static> = Column::new("存在问题");
const TASK_WHO: Column<'static> = Column::new("整改人");
const TASK_WHAT: Column<'static> = Column::new("整改事项");
const TASK_BY: Column<'static> = Column::new("整改时限");
const SEEN_BY: Column<'static> = Column::new("到场代表");
const KIND: Column<'static> = Column::new("种类");
const FIELD: Column<'static> = Column::new("栏目");
const VALUE: Column<'static> = Column::new("改为");
const AUTHORITY: Column<'static> = Column::new("依据");
const REASON: Column<'static> = Column::new("理由");
const ENDS: Column<'static> = Column::new("结果");
const PAID_IN_ALL: Column<'static> = Column::new("实际支付（万元）");
const HOW: Column<'static> = Column::new("情况");
const NEXT: Column<'static> = Column::new("下步措施");
const DONE_BY: Column<'static> = Column::new("预计完成");

/// What the tables of the chosen projects name: candidates by their row, deputies by name.
struct Known<'a> {
    projects: &'a [SampleProject],
    deputies: &'a [Deputy],
}

impl Known<'_> {
    fn project(&self, row: &Row<'_>) -> Result<&SampleProject, TableFault> {
        let number = row.number(ROW, &(1..=500))?;
        let found = self.projects.iter().find(|project| project.row == Some(number));
        let (text, known) = (number.to_string(), "collected.csv".to_owned());
        found.ok_or_else(|| row.fault(ROW, CellFault::UnknownWord { text, known }))
    }
}

fn asked(on: NaiveDate, command: projects::Command) -> Dated {
    Dated::secretary(on, Command::Projects(command))
}

fn rows<T>(
    file: SampleFile,
    columns: &[Column<'_>],
    turn: impl FnMut(&Row<'_>) -> Result<T, TableFault>,
) -> Result<Vec<T>, TableError> {
    Table::read(file.name, file.text.as_bytes())?.rows(columns, turn)
}

pub(super) fn read(
    projects: &[SampleProject],
    deputies: &[Deputy],
) -> Result<Vec<Dated>, TableError> {
    let known = Known { projects, deputies };
    let mut all = supervision(&known)?;
    all.extend(plans(&known)?);
    all.extend(progress(&known)?);
    all.extend(changes(&known)?);
    all.extend(endings(&known)?);
    Ok(all)
}

fn supervision(known: &Known<'_>) -> Result<Vec<Dated>, TableError> {
    rows(SUPERVISION, &[ROW, ON, HEAD, MEMBERS, CONTACT], |row| {
        let project = known.project(row)?.id;
        let supervision = Supervision {
            head: member(row, HEAD, known.deputies)?,
            members: members(row, MEMBERS, known.deputies)?,
            presidium: Some(member(row, CONTACT, known.deputies)?),
        };
        Ok(asked(day(row, ON)?, projects::Command::Supervise { project, supervision }))
    })
}

/// The rows of one plan stand together; its aims and safeguards in the first.
fn plans(known: &Known<'_>) -> Result<Vec<Dated>, TableError> {
    let columns = [ROW, ON, AIMS, SAFEGUARDS, STEP_BY, PERCENT, STEP_WHAT];
    let steps = rows(PLAN, &columns, |row| {
        let step = Step {
            by: day(row, STEP_BY)?,
            percent: row.number(PERCENT, &(0..=100))?,
            what: row.text(STEP_WHAT)?,
        };
        let key = (known.project(row)?.id, day(row, ON)?);
        Ok((key, row.text(AIMS)?, row.text(SAFEGUARDS)?, step))
    })?;
    let plan = |rows: &[((ProjectId, NaiveDate), String, String, Step)]| {
        let ((project, on), aims, safeguards, _) = rows.first()?;
        let steps = rows.iter().map(|(.., step)| step.clone()).collect();
        let plan = Plan { aims: aims.clone(), steps, safeguards: safeguards.clone() };
        Some(asked(*on, projects::Command::SetPlan { project: *project, plan }))
    };
    Ok(steps.chunk_by(|(one, ..), (next, ..)| one == next).filter_map(plan).collect())
}

/// A line as it stands in the table: its day, and the review it was told at with its chair.
struct Told {
    on: NaiveDate,
    review: Option<(ReviewId, String)>,
    line: Line,
}

fn progress(known: &Known<'_>) -> Result<Vec<Dated>, TableError> {
    let columns = [
        ON, REVIEW, CHAIR, ROW, PERCENT, PAID, SEEN, PROBLEM, TASK_WHO, TASK_WHAT, TASK_BY, SEEN_BY,
    ];
    let told = rows(PROGRESS, &columns, |row| told(row, known))?;
    let of_day = |told: &[Told]| {
        let first = told.first()?;
        let lines = || told.iter().map(|one| one.line.clone());
        let Some((id, chair)) = &first.review else {
            let note = |line| projects::Command::NoteProgress { on: first.on, line };
            return Some(lines().map(|line| asked(first.on, note(line))).collect());
        };
        let (held_on, chair) = (first.on, chair.clone());
        let review = Review { id: *id, held_on, chair, lines: lines().collect() };
        Some(vec![asked(first.on, projects::Command::HoldReview { review })])
    };
    let together = |one: &Told, next: &Told| (one.on, &one.review) == (next.on, &next.review);
    Ok(told.chunk_by(together).filter_map(of_day).flatten().collect())
}

fn told(row: &Row<'_>, known: &Known<'_>) -> Result<Told, TableFault> {
    let review = if row.text(REVIEW)?.is_empty() {
        None
    } else {
        Some((ReviewId(row.number(REVIEW, &(1..=20))?), row.text(CHAIR)?))
    };
    let task = match day_if_given(row, TASK_BY)? {
        Some(by) => Some(Task { who: row.text(TASK_WHO)?, what: row.needed_text(TASK_WHAT)?, by }),
        None => None,
    };
    let line = Line {
        project: known.project(row)?.id,
        percent: row.number(PERCENT, &(0..=100))?,
        paid: yuan(row, PAID)?,
        seen: row.text(SEEN)?,
        problem: row.text(PROBLEM)?,
        task,
        seen_by: members(row, SEEN_BY, known.deputies)?,
    };
    Ok(Told { on: day(row, ON)?, review, line })
}

/// A change by what is the same of all its rows, with the facts and the reason a row gives.
type Decided = ((NaiveDate, ProjectId, bool, Option<u32>), Facts, String);

/// Rows of one decision stand together; what is not named stays as it was.
fn changes(known: &Known<'_>) -> Result<Vec<Dated>, TableError> {
    let mut now: Vec<(ProjectId, Facts)> =
        known.projects.iter().map(|one| (one.id, one.collected.facts.clone())).collect();
    let columns = [ON, ROW, KIND, FIELD, VALUE, AUTHORITY, REASON];
    let decided = rows(CHANGES, &columns, |row| {
        let project = known.project(row)?.id;
        let facts = now.iter_mut().find(|(id, _)| *id == project).map(|(_, facts)| facts);
        let facts = facts.map(|facts| changed(row, facts).map(|()| facts.clone()));
        let facts = facts.transpose()?.unwrap_or_default();
        let major = row.word(KIND, &[("一般调整", false), ("重大变更", true)])?;
        let by =
            row.word(AUTHORITY, &[("主席团", None), ("大会1", Some(1)), ("大会2", Some(2))])?;
        let key = (day(row, ON)?, project, major, by);
        Ok((key, facts, row.needed_text(REASON)?))
    })?;
    let last = |rows: &[Decided]| {
        let ((on, project, major, by), facts, reason) = rows.last()?;
        let facts = facts.clone();
        let change = if *major { Change::Major { facts } } else { Change::Adjusted { facts } };
        let by =
            by.map_or(Authority::Presidium, |vote| Authority::Hands { vote: HandVoteId(vote) });
        let (project, on, reason) = (*project, *on, reason.clone());
        Some(asked(on, projects::Command::Change { project, on, change, by, reason }))
    };
    Ok(decided.chunk_by(|(one, ..), (next, ..)| one == next).filter_map(last).collect())
}

fn changed(row: &Row<'_>, facts: &mut Facts) -> Result<(), TableFault> {
    let value = row.needed_text(VALUE)?;
    let words = [("内容", 0), ("投资（万元）", 1), ("资金来源", 2), ("完成时限", 3)];
    match row.word(FIELD, &words)? {
        0 => facts.project.content = value,
        1 => facts.project.investment = amount(&value, Unit::TenThousand).unwrap_or_default(),
        2 => facts.project.funding = value,
        _ => facts.project.deadline = value,
    }
    Ok(())
}

fn endings(known: &Known<'_>) -> Result<Vec<Dated>, TableError> {
    rows(ENDINGS, &[ON, ROW, ENDS, PAID_IN_ALL, HOW, NEXT, DONE_BY], |row| {
        let (on, project) = (day(row, ON)?, known.project(row)?.id);
        let how = row.needed_text(HOW)?;
        let command = if row.word(ENDS, &[("完成", true), ("说明", false)])? {
            let completion = Completion { on, paid: yuan(row, PAID_IN_ALL)?, note: how };
            projects::Command::Complete { project, completion }
        } else {
            let (next, by) = (row.text(NEXT)?, day_if_given(row, DONE_BY)?);
            let explanation = Explanation { on, why: how, next, by };
            projects::Command::Explain { project, explanation }
        };
        Ok(asked(on, command))
    })
}
