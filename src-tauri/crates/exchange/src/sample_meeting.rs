//! 会议: the facts of a sample session and of its vote, as a table of two columns.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use session::floor::meeting::{BaseOf, Meeting};
use tally::Control;

use crate::sample_table::{CellFault, Column, Row, Table, TableError, TableFault};

const KEY: Column<'static> = Column::new("栏目");
const VALUE: Column<'static> = Column::new("内容");

const PEOPLE: RangeInclusive<u32> = 0..=9_999;

/// Everything the sample tells about the session and the vote beside its lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleMeeting {
    /// 会议.
    pub meeting: Meeting,
    /// 票决名称, as printed above the section.
    pub vote_title: String,
    /// 票色.
    pub colour: String,
    /// 应选项目数.
    pub seats: NonZeroU32,
    /// 每捆张数, 1–100.
    pub bundle_size: u32,
    /// 上年度: the year last year's projects were chosen for.
    pub past_year: u16,
    /// 请假代表编号: the deputies who stay away.
    pub absent: Vec<u32>,
    /// 印制, 发出, 换票, 收回 and who is present.
    pub control: Control,
}

struct Fact {
    line: u64,
    key: String,
    value: String,
}

struct Facts {
    facts: Vec<Fact>,
}

/// Reads the facts: columns 栏目 and 内容; 议程 may stand there several times, everything else
/// once.
///
/// # Errors
/// [`TableError`] with the first fault; a fact that is missing is named as a missing column.
pub fn read_meeting(file: &str, bytes: &[u8]) -> Result<SampleMeeting, TableError> {
    let table = Table::read(file, bytes)?;
    let fact = |row: &Row<'_>| {
        Ok(Fact { line: row.line, key: row.needed_text(KEY)?, value: row.needed_text(VALUE)? })
    };
    let facts = Facts { facts: table.rows(&[KEY, VALUE], fact)? };
    sample_meeting(&facts).map_err(|fault| table.refuse(fault))
}

fn sample_meeting(facts: &Facts) -> Result<SampleMeeting, TableFault> {
    let meeting = Meeting {
        place: facts.text("地方")?,
        congress: facts.short("届次")?,
        meeting: facts.short("会次")?,
        all_deputies: facts.number("代表总数", 1..=9_999)?,
        held_on: facts.day("开会日期")?,
        base_of: BaseOf::default(),
        venue: facts.text("会议地点")?,
        county: String::new(),
        chair: String::new(),
        agenda: facts.all("议程").map(|fact| fact.value.clone()).collect(),
    };
    Ok(SampleMeeting {
        control: control(facts, meeting.all_deputies)?,
        meeting,
        vote_title: facts.text("票决名称")?,
        colour: facts.text("票色")?,
        seats: NonZeroU32::MIN
            .saturating_add(facts.number("应选项目数", 1..=500)?.saturating_sub(1)),
        bundle_size: facts.number("每捆张数", 1..=100)?,
        past_year: facts.short("上年度")?,
        absent: facts.numbers("请假代表编号")?,
    })
}

fn control(facts: &Facts, all_deputies: u32) -> Result<Control, TableFault> {
    Ok(Control {
        all_deputies,
        present: facts.number("实到代表", 0..=all_deputies)?,
        printed: facts.number("印制票数", PEOPLE)?,
        issued: facts.number("发出票数", PEOPLE)?,
        spoiled: facts.number("划错换票数", PEOPLE)?,
        returned: facts.number("收回票数", PEOPLE)?,
    })
}

impl Facts {
    fn all<'f>(&'f self, key: &str) -> impl Iterator<Item = &'f Fact> {
        self.facts.iter().filter(move |fact| fact.key == key)
    }

    fn one(&self, key: &str) -> Result<&Fact, TableFault> {
        let mut facts = self.all(key);
        let first =
            facts.next().ok_or_else(|| TableFault::MissingColumn { column: key.to_owned() })?;
        match facts.next() {
            Some(again) => {
                Err(again
                    .refuse(CellFault::Twice { text: again.key.clone(), first_line: first.line }))
            }
            None => Ok(first),
        }
    }

    fn text(&self, key: &str) -> Result<String, TableFault> {
        self.one(key).map(|fact| fact.value.clone())
    }

    fn number(&self, key: &str, range: RangeInclusive<u32>) -> Result<u32, TableFault> {
        let fact = self.one(key)?;
        fact.number(&fact.value, &range)
    }

    fn short(&self, key: &str) -> Result<u16, TableFault> {
        let number = self.number(key, 1..=9_999)?;
        Ok(u16::try_from(number).unwrap_or(u16::MAX))
    }

    fn numbers(&self, key: &str) -> Result<Vec<u32>, TableFault> {
        let fact = self.one(key)?;
        fact.value.split('、').map(|number| fact.number(number, &PEOPLE)).collect()
    }

    fn day(&self, key: &str) -> Result<NaiveDate, TableFault> {
        let fact = self.one(key)?;
        NaiveDate::parse_from_str(&fact.value, "%Y-%m-%d")
            .map_err(|_| fact.refuse(CellFault::NotADate { text: fact.value.clone() }))
    }
}

impl Fact {
    fn number(&self, text: &str, range: &RangeInclusive<u32>) -> Result<u32, TableFault> {
        let number = text.parse().ok().filter(|number| range.contains(number));
        let fault = || CellFault::NotANumber {
            text: text.to_owned(),
            least: *range.start(),
            most: *range.end(),
        };
        number.ok_or_else(|| self.refuse(fault()))
    }

    fn refuse(&self, cell: CellFault) -> TableFault {
        TableFault::Cell { line: self.line, column: self.key.clone(), cell }
    }
}
