//! 入册: rows of a list as the values of the program, and back; what only all rows together show.

use std::collections::{BTreeMap, BTreeSet};

use session::PersonId;
use session::ballot::election::{Nominator, Nominee};
use session::ballot::{PastProject, Project};
use session::people::{Deputy, Observer, Role, Staff};
use session::projects::{Collected, Facts, Proposer, Way};
use session::written::in_ten_thousands;
use tally::{ContestOption, OptionId};

use super::fault::{Fault, What};
use super::list::List;
use super::number::{Unit, amount, whole_number};
use super::reading::{Reader, Reading, Row};

/// The texts of one row, one for each column of its list: what is compared, written and read.
pub type Cells = Vec<String>;

/// 工作人员: one row of the staff, with the number of the deputy if it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffRow {
    pub staff: Staff,
    /// Number on the roster, `None` for somebody who is no deputy.
    pub deputy: Option<u32>,
}

impl From<StaffRow> for Staff {
    fn from(row: StaffRow) -> Self {
        row.staff
    }
}

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

/// 候选人: one row of the list, in the order of the ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateRow {
    /// Number in the list.
    pub number: u32,
    /// As printed on the ballot.
    pub name: String,
    /// What the papers say beside the name.
    pub nominee: Nominee,
    /// 拟任职务, where the list has several posts.
    pub post: String,
}

/// 表决事项: one matter to be put to the vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MotionRow {
    /// Number in the list.
    pub number: u32,
    /// What is put.
    pub title: String,
    /// 内容.
    pub text: String,
}

/// 议案 or 建议 as deputies handed it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalRow {
    /// Number in the list.
    pub number: u32,
    /// 标题.
    pub title: String,
    /// Whether it is a 议案; a 建议 otherwise.
    pub is_motion: bool,
    /// 提出人: who leads it.
    pub by: Vec<String>,
    /// 附议人.
    pub with: Vec<String>,
    /// 代表团.
    pub delegation: String,
    /// 内容.
    pub content: String,
    /// 承办单位.
    pub unit: String,
}

/// What somebody is called, how their ids begin, what they do, and whether they lead those who do it.
const ROLES: [(&str, &str, Role, bool); 6] = [
    ("秘书", "secretary", Role::Secretary, false),
    ("总监票人", "chief-scrutineer", Role::ChiefScrutineer, false),
    ("副总监票人", "scrutineer", Role::Scrutineer, true),
    ("监票人", "scrutineer", Role::Scrutineer, false),
    ("总计票人", "teller", Role::Teller, true),
    ("计票人", "teller", Role::Teller, false),
];

/// What may stand in a list once only: the columns that make the key, and whether a note may tell
/// two of one name apart.
const fn unique(list: List) -> &'static [(&'static [&'static str], bool)] {
    match list {
        List::Deputies => &[(&["编号"], false), (&["姓名", "备注"], true)],
        List::Observers => &[(&["姓名", "单位职务", "备注"], false)],
        List::Staff => &[(&["姓名"], false)],
        List::Candidates => &[(&["序号"], false), (&["姓名", "拟任职务", "备注"], true)],
        List::Projects | List::LastYear => &[(&["序号"], false), (&["名称"], false)],
        List::Motions => &[(&["序号"], false), (&["事项"], false)],
        List::Proposals => &[(&["编号"], false)],
        List::Collected => &[(&["序号"], false)],
        List::Activities => &[(&["事项", "日期", "类别", "代表"], false)],
    }
}

/// Finds what stands twice.
pub(super) fn check_together(reader: &Reader<'_>, rows: &mut [Row], faults: &mut Vec<Fault>) {
    for (columns, note_tells) in unique(reader.list()) {
        let column = columns.first().copied().unwrap_or_default();
        let of_column = |fault: &&Fault| fault.place.column.as_deref() == Some(column);
        let unread: BTreeSet<Option<u32>> =
            faults.iter().filter(of_column).map(|fault| fault.place.line).collect();
        let mut seen: BTreeMap<Vec<&str>, u32> = BTreeMap::new();
        for row in rows.iter() {
            let key: Vec<&str> = columns.iter().map(|column| row.get(column)).collect();
            let Some(name) = key.first().copied().filter(|name| !name.is_empty()) else { continue };
            if unread.contains(&Some(row.line)) {
                continue;
            }
            let note = key.last().copied().filter(|note| *note_tells && !note.is_empty());
            let value = note.map_or_else(|| name.to_owned(), |note| format!("{name}（{note}）"));
            match seen.get(&key) {
                Some(&first_line) => {
                    let what = if *note_tells {
                        What::NameNeedsNote { first_line }
                    } else {
                        What::Twice { first_line }
                    };
                    faults.push(Fault { place: reader.place_of(row.line, column), value, what });
                }
                None => {
                    seen.insert(key, row.line);
                }
            }
        }
    }
}

fn number(text: &str) -> u32 {
    whole_number(text).unwrap_or(0)
}

fn yuan(text: &str) -> u32 {
    amount(text, Unit::TenThousand).unwrap_or(0)
}

/// 女 is noted, 男 is not.
fn noted_sex(sex: &str) -> String {
    if sex == "女" { sex.to_owned() } else { String::new() }
}

pub(super) fn names(text: &str) -> Vec<String> {
    text.split('、').filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Returns the rows of a roster as deputies.
#[must_use]
pub fn deputies(rows: &[Row]) -> Vec<Deputy> {
    let deputy = |row: &Row| Deputy {
        number: number(row.get("编号")),
        name: row.get("姓名").to_owned(),
        sex: noted_sex(row.get("性别")),
        ethnicity: row.get("民族").to_owned(),
        delegation: row.get("代表团").to_owned(),
        post: row.get("单位职务").to_owned(),
        note: row.get("备注").to_owned(),
    };
    rows.iter().map(deputy).collect()
}

/// Returns a deputy as the cells of the roster.
#[must_use]
pub fn deputy_cells(deputy: &Deputy) -> Cells {
    let sex = if deputy.sex == "女" { "女" } else { "男" };
    vec![
        deputy.number.to_string(),
        deputy.name.clone(),
        sex.to_owned(),
        deputy.ethnicity.clone(),
        deputy.delegation.clone(),
        deputy.post.clone(),
        deputy.note.clone(),
    ]
}

/// Returns the rows of a list as observers.
#[must_use]
pub fn observers(rows: &[Row]) -> Vec<Observer> {
    let observer = |row: &Row| Observer {
        name: row.get("姓名").to_owned(),
        post: row.get("单位职务").to_owned(),
    };
    rows.iter().map(observer).collect()
}

/// Returns an observer as the cells of the list; its number is its place.
#[must_use]
pub fn observer_cells(place: u32, observer: &Observer) -> Cells {
    vec![place.to_string(), observer.name.clone(), observer.post.clone(), String::new()]
}

/// Returns the rows of a list as the staff of a vote, ids given by role and place: `teller-2`.
///
/// # Errors
/// Every row whose number is not that person's in `roster`.
pub fn staff(rows: &[Row], roster: &[Deputy]) -> Result<Vec<StaffRow>, Vec<Fault>> {
    let mut places: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut staff, mut faults) = (Vec::new(), Vec::new());
    for row in rows {
        let known = ROLES.into_iter().find(|(word, ..)| *word == row.get("职责"));
        let Some((_, slug, role, leads)) = known else { continue };
        let place = places.entry(slug).or_default();
        *place = place.saturating_add(1);
        let name = row.get("姓名").to_owned();
        let deputy = whole_number(row.get("代表编号"));
        let is_on = |number| roster.iter().any(|it| it.number == number && it.name == name);
        if let Some(number) = deputy.filter(|number| !is_on(*number)) {
            let place = super::Place::column(Some(row.line), "代表编号");
            let value = format!("{name} {number}");
            faults.push(Fault { place, value, what: What::NotOnTheRoster });
        }
        let id = PersonId(format!("{slug}-{place}"));
        staff.push(StaffRow { staff: Staff { leads, ..Staff::of(id, name, role) }, deputy });
    }
    if faults.is_empty() { Ok(staff) } else { Err(faults) }
}

/// Returns a member of the staff as the cells of the list.
#[must_use]
pub fn staff_cells(staff: &Staff, deputy: Option<&Deputy>) -> Cells {
    let number = deputy.map_or_else(String::new, |deputy| deputy.number.to_string());
    let post = deputy.map_or_else(String::new, |deputy| deputy.post.clone());
    vec![staff.title().to_owned(), staff.name.clone(), number, post, String::new()]
}

/// Returns the rows of a list as candidates.
#[must_use]
pub fn candidates(rows: &[Row]) -> Vec<CandidateRow> {
    let candidate = |row: &Row| {
        let signed = whole_number(row.get("联名人数"));
        let first = row.get("提名人");
        let nominator = match signed {
            Some(signed) if signed > 0 => Nominator::Deputies { first: first.to_owned(), signed },
            _ => Nominator::Presidium,
        };
        CandidateRow {
            number: number(row.get("序号")),
            name: row.get("姓名").to_owned(),
            nominee: Nominee {
                sex: noted_sex(row.get("性别")),
                ethnicity: row.get("民族").to_owned(),
                born: row.get("出生年月").to_owned(),
                post: row.get("单位职务").to_owned(),
                note: row.get("备注").to_owned(),
                nominator,
                primary_votes: whole_number(row.get("预选得票")),
                relatives: String::new(),
            },
            post: row.get("拟任职务").to_owned(),
        }
    };
    rows.iter().map(candidate).collect()
}

/// Returns a candidate as the cells of the list; what the record does not keep stays empty.
#[must_use]
pub fn candidate_cells(row: &CandidateRow) -> Cells {
    let nominee = &row.nominee;
    let (nominator, signed) = super::target::nominator_cells(&nominee.nominator);
    let votes = nominee.primary_votes.map_or_else(String::new, |votes| votes.to_string());
    vec![
        row.number.to_string(),
        row.name.clone(),
        nominee.sex.clone(),
        nominee.ethnicity.clone(),
        nominee.born.clone(),
        String::new(),
        String::new(),
        nominee.post.clone(),
        row.post.clone(),
        nominator,
        signed,
        votes,
        nominee.note.clone(),
    ]
}

/// Returns the rows of a list as projects, by number.
#[must_use]
pub fn projects(rows: &[Row]) -> Vec<ProjectRow> {
    let project = |row: &Row| ProjectRow {
        number: number(row.get("序号")),
        name: row.get("名称").to_owned(),
        project: project_of(row),
    };
    rows.iter().map(project).collect()
}

fn project_of(row: &Row) -> Project {
    Project {
        content: row.get("内容").to_owned(),
        investment: yuan(row.get("投资（万元）")),
        funding: row.get("资金来源").to_owned(),
        unit: row.get("责任单位").to_owned(),
        person: row.get("责任人").to_owned(),
        deadline: row.get("完成时限").to_owned(),
        of: None,
    }
}

/// Returns a project as the cells of the list.
#[must_use]
pub fn project_cells(row: &ProjectRow) -> Cells {
    let project = &row.project;
    vec![
        row.number.to_string(),
        row.name.clone(),
        project.content.clone(),
        in_ten_thousands(project.investment),
        project.funding.clone(),
        project.unit.clone(),
        project.person.clone(),
        project.deadline.clone(),
    ]
}

/// Returns the rows of a list as last year's projects.
#[must_use]
pub fn past_projects(rows: &[Row]) -> Vec<PastProject> {
    let project = |row: &Row| PastProject {
        name: row.get("名称").to_owned(),
        project: project_of(row),
        done: row.get("完成情况") == "完成",
        state: row.get("情况说明").to_owned(),
    };
    rows.iter().map(project).collect()
}

/// Returns one of last year's projects as the cells of the list; its number is its place.
#[must_use]
pub fn past_project_cells(place: u32, past: &PastProject) -> Cells {
    let investment = past.project.investment;
    vec![
        place.to_string(),
        past.name.clone(),
        past.project.content.clone(),
        if investment == 0 { String::new() } else { in_ten_thousands(investment) },
        past.project.unit.clone(),
        if past.done { "完成" } else { "未完成" }.to_owned(),
        past.state.clone(),
    ]
}

/// Returns the rows of a list as projects that were handed in.
#[must_use]
pub fn collected(rows: &[Row]) -> Vec<Collected> {
    let ways = [Way::Visit, Way::Station, Way::Online, Way::Other];
    let one = |row: &Row| {
        let way = ways.into_iter().find(|way| way.words() == row.get("提出方式"));
        let (name, place) = (row.get("名称").to_owned(), row.get("地点").to_owned());
        let by = row.get("提出人").to_owned();
        Collected {
            facts: Facts { name, place, project: project_of(row) },
            proposer: Proposer { by, way: way.unwrap_or_default() },
        }
    };
    rows.iter().map(one).collect()
}

/// Returns the rows of a list as matters to be put to the vote.
#[must_use]
pub fn motions(rows: &[Row]) -> Vec<MotionRow> {
    let motion = |row: &Row| MotionRow {
        number: number(row.get("序号")),
        title: row.get("事项").to_owned(),
        text: row.get("内容").to_owned(),
    };
    rows.iter().map(motion).collect()
}

/// Returns a matter as the cells of the list.
#[must_use]
pub fn motion_cells(number: u32, title: &str) -> Cells {
    vec![number.to_string(), title.to_owned(), String::new()]
}

/// Returns the rows of a list as proposals of deputies.
#[must_use]
pub fn proposals(rows: &[Row]) -> Vec<ProposalRow> {
    let proposal = |row: &Row| ProposalRow {
        number: number(row.get("编号")),
        title: row.get("标题").to_owned(),
        is_motion: row.get("类别") == "议案",
        by: names(row.get("提出人")),
        with: names(row.get("附议人")),
        delegation: row.get("代表团").to_owned(),
        content: row.get("内容").to_owned(),
        unit: row.get("承办单位").to_owned(),
    };
    rows.iter().map(proposal).collect()
}

impl Reading {
    /// Returns the cells of every row, for the preview and the writer.
    #[must_use]
    pub fn cells(&self) -> Vec<Cells> {
        self.rows.iter().map(|row| row.cells.clone()).collect()
    }
}
