//! 名册: deputies, observers and the staff of a vote, each a table.

use std::ops::RangeInclusive;

use session::PersonId;
use session::people::{Deputy, Observer, Role, Staff};

use crate::table::{CellFault, Column, Row, Table, TableError, TableFault, Unique};

const NUMBER: Column<'static> = Column { name: "编号", other_names: &["序号"] };
const NAME: Column<'static> = Column::new("姓名");
const SEX: Column<'static> = Column::new("性别");
const ETHNICITY: Column<'static> = Column::new("民族");
const DELEGATION: Column<'static> =
    Column { name: "代表团", other_names: &["选区", "代表团/选区"] };
const POST: Column<'static> =
    Column { name: "单位职务", other_names: &["单位及职务", "职务"] };
const NOTE: Column<'static> = Column::new("备注");
const ROLE: Column<'static> = Column::new("职责");
const DEPUTY_NUMBER: Column<'static> = Column::new("代表编号");

const NUMBERS: RangeInclusive<u32> = 1..=9_999;
const ROLES: [(&str, Role); 4] = [
    ("秘书", Role::Secretary),
    ("总监票人", Role::ChiefScrutineer),
    ("监票人", Role::Scrutineer),
    ("计票人", Role::Teller),
];
const SEXES: [(&str, &str); 4] = [("男", ""), ("女", "女"), ("男性", ""), ("女性", "女")];

/// 工作人员: one row of the staff, with the number of the deputy if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    /// Who and what.
    pub staff: Staff,
    /// Number on the roster, `None` for somebody who is no deputy.
    pub deputy: Option<u32>,
}

impl From<StaffRow> for Staff {
    fn from(row: StaffRow) -> Self {
        row.staff
    }
}

/// Reads the roster: columns 编号, 姓名, 性别, 民族, 代表团 (or 选区), 单位职务, 备注.
///
/// # Errors
/// [`TableError`] with the first fault, among them a number used twice and two people of one name
/// without a 备注 to tell them apart.
pub fn read_deputies(file: &str, bytes: &[u8]) -> Result<Vec<Deputy>, TableError> {
    let (mut numbers, mut names) = (Unique::default(), Unique::default());
    Table::read(file, bytes)?.rows(&[NUMBER, NAME, SEX, ETHNICITY, DELEGATION, POST, NOTE], |row| {
        let deputy = deputy(row)?;
        numbers.check(row, NUMBER, &deputy.number.to_string())?;
        let told_apart = if deputy.note.is_empty() {
            deputy.name.clone()
        } else {
            format!("{}（{}）", deputy.name, deputy.note)
        };
        names.check(row, NAME, &told_apart)?;
        Ok(deputy)
    })
}

fn deputy(row: &Row<'_>) -> Result<Deputy, TableFault> {
    Ok(Deputy {
        number: row.number(NUMBER, &NUMBERS)?,
        name: row.name(NAME)?,
        sex: row.word(SEX, &SEXES)?.to_owned(),
        ethnicity: row.needed_text(ETHNICITY)?,
        delegation: row.text(DELEGATION)?,
        post: row.text(POST)?,
        note: row.text(NOTE)?,
    })
}

/// Reads the observers: columns 姓名, 单位职务.
///
/// # Errors
/// [`TableError`] with the first fault.
pub fn read_observers(file: &str, bytes: &[u8]) -> Result<Vec<Observer>, TableError> {
    Table::read(file, bytes)?
        .rows(&[NAME, POST], |row| Ok(Observer { name: row.name(NAME)?, post: row.text(POST)? }))
}

/// Reads the staff of a vote: columns 职责, 姓名, 代表编号. Ids are given by role and place:
/// `teller-2`.
///
/// # Errors
/// [`TableError`] with the first fault, among them a person listed twice and a number that is not
/// that person's in `deputies`.
pub fn read_staff(
    file: &str,
    bytes: &[u8],
    deputies: &[Deputy],
) -> Result<Vec<StaffRow>, TableError> {
    let mut names = Unique::default();
    let mut roles = Vec::new();
    Table::read(file, bytes)?.rows(&[ROLE, NAME, DEPUTY_NUMBER], |row| {
        let (role, name) = (row.word(ROLE, &ROLES)?, row.name(NAME)?);
        names.check(row, NAME, &name)?;
        roles.push(role);
        let place = roles.iter().filter(|other| **other == role).count();
        let deputy = deputy_number(row, &name, deputies)?;
        Ok(StaffRow {
            staff: Staff { id: PersonId(format!("{}-{place}", slug(role))), name, role },
            deputy,
        })
    })
}

fn deputy_number(
    row: &Row<'_>,
    name: &str,
    deputies: &[Deputy],
) -> Result<Option<u32>, TableFault> {
    if row.text(DEPUTY_NUMBER)?.is_empty() {
        return Ok(None);
    }
    let number = row.number(DEPUTY_NUMBER, &NUMBERS)?;
    if deputies.iter().any(|deputy| deputy.number == number && deputy.name == name) {
        return Ok(Some(number));
    }
    Err(row.fault(DEPUTY_NUMBER, CellFault::NotOnTheRoster { text: format!("{name} {number}") }))
}

fn slug(role: Role) -> &'static str {
    match role {
        Role::Secretary => "secretary",
        Role::ChiefScrutineer => "chief-scrutineer",
        Role::Scrutineer => "scrutineer",
        Role::Teller => "teller",
    }
}
