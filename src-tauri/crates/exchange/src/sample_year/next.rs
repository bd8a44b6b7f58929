//! 下次会议: how the session that follows the sample begins.

use chrono::NaiveDate;
use session::people::Deputy;

use super::cells::{day, members};
use crate::sample::NEXT_SESSION;
use crate::sample_table::{Column, Row, Table, TableError, TableFault};
use crate::{Newcomer, NextAsked, NextSession};

const KEY: Column<'static> = Column::new("栏目");
const VALUE: Column<'static> = Column::new("内容");

/// What is said of the next session before its first entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SampleNext {
    /// The day its file is made.
    pub made_on: NaiveDate,
    pub held_on: NaiveDate,
    /// 次.
    pub meeting: u16,
    pub all_deputies: u32,
    pub venue: String,
    pub agenda: Vec<String>,
    /// 离任, by their numbers.
    pub left: Vec<u32>,
    /// 新任.
    pub came: Newcomer,
}

impl SampleNext {
    /// Returns what is asked of what the last session brings.
    #[must_use]
    pub fn asked(&self, brings: &NextSession) -> NextAsked {
        let mut asked = brings.unchanged();
        asked.meeting.held_on = self.held_on;
        asked.meeting.meeting = self.meeting;
        asked.meeting.all_deputies = self.all_deputies;
        asked.meeting.venue.clone_from(&self.venue);
        asked.meeting.agenda.clone_from(&self.agenda);
        asked.left.clone_from(&self.left);
        asked.came = vec![self.came.clone()];
        asked
    }
}

pub(super) fn read(deputies: &[Deputy]) -> Result<SampleNext, TableError> {
    let table = Table::read(NEXT_SESSION.name, NEXT_SESSION.text.as_bytes())?;
    let mut next = SampleNext::default();
    table.rows(&[KEY, VALUE], |row| fact(row, &mut next, deputies))?;
    Ok(next)
}

fn fact(row: &Row<'_>, next: &mut SampleNext, deputies: &[Deputy]) -> Result<(), TableFault> {
    const KEYS: [(&str, u8); 11] = [
        ("建立日期", 0),
        ("开会日期", 1),
        ("会次", 2),
        ("代表总数", 3),
        ("开会地点", 4),
        ("议程", 5),
        ("离任代表", 6),
        ("新任代表", 7),
        ("新任代表性别", 8),
        ("新任代表代表团", 9),
        ("新任代表单位职务", 10),
    ];
    let value = row.needed_text(VALUE)?;
    match row.word(KEY, &KEYS)? {
        0 => next.made_on = day(row, VALUE)?,
        1 => next.held_on = day(row, VALUE)?,
        2 => next.meeting = u16::try_from(row.number(VALUE, &(1..=999))?).unwrap_or(u16::MAX),
        3 => next.all_deputies = row.number(VALUE, &(1..=9_999))?,
        4 => next.venue = value,
        5 => next.agenda.push(value),
        6 => {
            let left = members(row, VALUE, deputies)?;
            next.left = left.into_iter().map(|member| member.number).collect();
        }
        7 => next.came.name = value,
        8 => next.came.sex = value,
        9 => next.came.delegation = value,
        _ => next.came.post = value,
    }
    Ok(())
}
