//! 议案建议、履职: what deputies handed in, what became of it, and what else they did.

use chrono::NaiveDate;
use session::people::Deputy;
use session::proposals::{
    self, Answer, AnswerClass, Extension, Feedback, Filing, Grade, Handing, Period, Placing, Sort,
    Step, Turning,
};
use session::record::{self, Activity, ActivityKind, DeedKind, PointsRule};
use session::{Command, ProposalId};

use super::Dated;
use super::cells::{day, member, members};
use crate::sample::{ACTIVITIES, POINTS, PROPOSAL_STEPS, PROPOSALS};
use crate::sample_table::{Column, Row, Table, TableError, TableFault};

const NUMBER: Column<'static> = Column::new("编号");
const SORT: Column<'static> = Column::new("类别");
const TITLE: Column<'static> = Column::new("标题");
const TEXT: Column<'static> = Column::new("内容");
const MOVER: Column<'static> = Column::new("领衔代表");
const SECONDERS: Column<'static> = Column::new("附议代表");
const FILED_ON: Column<'static> = Column::new("提出日期");
const PERIOD: Column<'static> = Column::new("提出时间");
const ON: Column<'static> = Column::new("日期");
const STEP: Column<'static> = Column::new("步骤");
const UNIT: Column<'static> = Column::new("承办单位");
const PERSON: Column<'static> = Column::new("承办人");
const DEADLINE: Column<'static> = Column::new("期限");
const CLASS: Column<'static> = Column::new("类别");
const GRADE: Column<'static> = Column::new("意见");
const WHAT: Column<'static> = Column::new("事项");
const WHO: Column<'static> = Column::new("代表");
const EACH: Column<'static> = Column::new("每次");
const MOST: Column<'static> = Column::new("最高");

const KINDS: [(&str, ActivityKind); 5] = [
    ("联络站接待", ActivityKind::Station),
    ("走访选民", ActivityKind::Visit),
    ("视察调研", ActivityKind::Inspection),
    ("培训", ActivityKind::Training),
    ("其他", ActivityKind::Other),
];

pub(super) fn read(held_on: NaiveDate, deputies: &[Deputy]) -> Result<Vec<Dated>, TableError> {
    let mut all = points(held_on)?;
    all.extend(filings(deputies)?);
    all.extend(steps()?);
    all.extend(activities(deputies)?);
    Ok(all)
}

fn filings(deputies: &[Deputy]) -> Result<Vec<Dated>, TableError> {
    let table = Table::read(PROPOSALS.name, PROPOSALS.text.as_bytes())?;
    let columns = [NUMBER, SORT, TITLE, TEXT, MOVER, SECONDERS, FILED_ON, PERIOD];
    table.rows(&columns, |row| {
        let filing = Filing {
            id: ProposalId(row.number(NUMBER, &(1..=999))?),
            sort: row.word(SORT, &[("议案", Sort::Bill), ("建议", Sort::Suggestion)])?,
            title: row.needed_text(TITLE)?,
            text: row.text(TEXT)?,
            mover: member(row, MOVER, deputies)?,
            seconders: members(row, SECONDERS, deputies)?,
            filed_on: day(row, FILED_ON)?,
            period: row
                .word(PERIOD, &[("会议期间", Period::Session), ("闭会期间", Period::Between)])?,
        };
        let on = filing.filed_on;
        let register = proposals::Command::Register { filings: vec![filing] };
        Ok(Dated::secretary(on, Command::Proposals(register)))
    })
}

fn steps() -> Result<Vec<Dated>, TableError> {
    let table = Table::read(PROPOSAL_STEPS.name, PROPOSAL_STEPS.text.as_bytes())?;
    table.rows(&[ON, NUMBER, STEP, UNIT, PERSON, DEADLINE, CLASS, GRADE, TEXT], |row| {
        let (on, proposal) = (day(row, ON)?, ProposalId(row.number(NUMBER, &(1..=999))?));
        let record = proposals::Command::RecordStep { proposal, step: step(row, on)? };
        Ok(Dated::secretary(on, Command::Proposals(record)))
    })
}

fn step(row: &Row<'_>, on: NaiveDate) -> Result<Step, TableFault> {
    let words =
        [("转作建议", 0), ("列入议程", 1), ("交办", 2), ("延期", 3), ("答复", 4), ("代表意见", 5)];
    let text = row.text(TEXT)?;
    Ok(match row.word(STEP, &words)? {
        0 => Step::TurnedIntoSuggestion(Turning { on, reason: text }),
        1 => Step::PutOnAgenda(Placing { on, item: text }),
        2 => Step::HandedOver(Handing {
            on,
            unit: row.needed_text(UNIT)?,
            person: row.text(PERSON)?,
            deadline: day(row, DEADLINE)?,
        }),
        3 => {
            let deadline = day(row, DEADLINE)?;
            Step::DeadlineExtended(Extension { on, deadline, reason: text })
        }
        4 => {
            let classes = [("A", AnswerClass::A), ("B", AnswerClass::B), ("C", AnswerClass::C)];
            Step::Answered(Answer { on, class: Some(row.word(CLASS, &classes)?), text })
        }
        _ => {
            let grades = [
                ("满意", Grade::Satisfied),
                ("基本满意", Grade::Basically),
                ("不满意", Grade::Dissatisfied),
            ];
            Step::FeedbackGiven(Feedback { on, grade: row.word(GRADE, &grades)?, note: text })
        }
    })
}

fn activities(deputies: &[Deputy]) -> Result<Vec<Dated>, TableError> {
    let table = Table::read(ACTIVITIES.name, ACTIVITIES.text.as_bytes())?;
    table.rows(&[ON, SORT, WHAT, WHO], |row| {
        let activity = Activity {
            kind: row.word(SORT, &KINDS)?,
            on: day(row, ON)?,
            what: row.needed_text(WHAT)?,
            who: members(row, WHO, deputies)?,
        };
        let on = activity.on;
        let note = record::Command::NoteActivities { activities: vec![activity] };
        Ok(Dated::secretary(on, Command::Record(note)))
    })
}

/// 积分办法 is set before anything counts.
fn points(on: NaiveDate) -> Result<Vec<Dated>, TableError> {
    let words: Vec<(&str, DeedKind)> =
        DeedKind::ALL.map(|kind| (session::views::office_words::deed(kind), kind)).to_vec();
    let table = Table::read(POINTS.name, POINTS.text.as_bytes())?;
    let points = table.rows(&[SORT, EACH, MOST], |row| {
        let (kind, each) = (row.word(SORT, &words)?, row.number(EACH, &(0..=1_000))?);
        let most =
            if row.text(MOST)?.is_empty() { None } else { Some(row.number(MOST, &(0..=10_000))?) };
        Ok(PointsRule { kind, each, most })
    })?;
    let set = record::Command::SetPoints { points };
    Ok(vec![Dated::secretary(on, Command::Record(set))])
}
