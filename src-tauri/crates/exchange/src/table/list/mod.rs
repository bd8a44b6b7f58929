//! 名单: a list is one declaration: its columns, what offices call them, what stands in them, which
//! are needed. Reading, preview, paste, the command line and the workbook written all come from it.

mod matters;
mod people;
mod projects;

use serde::{Deserialize, Serialize};

use matters::{ACTIVITIES, MOTIONS, PROPOSALS};
use people::{CANDIDATES, DEPUTIES, OBSERVERS, STAFF};
use projects::{COLLECTED, LAST_YEAR, PROJECTS};

/// A list of the program that comes in and goes out as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TableList"))]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// 代表名册.
    Deputies,
    /// 列席人员.
    Observers,
    /// 工作人员: who counts and oversees.
    Staff,
    /// 候选人.
    Candidates,
    /// 候选项目.
    Projects,
    /// 上年项目: last year's projects and what became of them.
    LastYear,
    /// 表决事项.
    Motions,
    /// 议案和建议.
    Proposals,
    /// 征集项目: what was handed in.
    Collected,
    /// 履职活动.
    Activities,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number from 1 to this; where the file has none, rows are numbered as they stand.
    Number(u32),
    /// A whole number from 0 to this that may be missing.
    Count(u32),
    /// A person's name.
    Name,
    /// 间隔 names in one cell: 张三、李四.
    Names,
    Text,
    /// 民族: 汉 and 汉族 are one.
    Ethnicity,
    /// 投资, kept in yuan, shown in 万元.
    Amount,
    /// A day or a month as the office writes it: 2026年10月31日.
    Date,
    /// 出生年月.
    Month,
    /// One of these words; each stands for the first of its group.
    Word(&'static [&'static [&'static str]]),
    /// 完成情况: done or not, with what is said about it.
    Progress,
}

/// Whether something must stand in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The column and each of its cells.
    Cell,
    /// The column, unless the user says that there is none; cells may be empty.
    Column,
    /// Nothing: the column may be missing.
    Nothing,
}

/// What is done where several headings of a file mean one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Several {
    /// The one named first in the declaration counts, the others are left alone; two of one name are
    /// for the user to choose from.
    First,
    /// Their texts stand one after the other, with a comma between.
    Joined,
    /// Each is a part of the column by the word in it, joined without a mark: 工作单位 and 职务.
    /// Refused where two are the same part.
    Parts(&'static [&'static str]),
}

/// One column of a list.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Our own heading, as in the sample and in what is written.
    pub name: &'static str,
    /// What offices call it, the likelier first; widths, spaces and brackets do not matter.
    pub other_names: &'static [&'static str],
    pub kind: Kind,
    /// Whether it must.
    pub need: Need,
    /// What several such headings mean.
    pub several: Several,
    /// Whether a cell left empty under a filled one means the same (代表团 of a merged cell).
    pub fills: bool,
    /// Width in the workbook written, in characters.
    pub width: u16,
}

/// Words that give away a heading of none of the names, where only one heading left has them: no
/// list of names holds everything an office thinks of.
const LIKE: &[(&str, &[&str])] = &[
    ("姓名", &["姓名"]),
    ("代表团", &["代表团", "选区"]),
    ("单位职务", &["职务"]),
    ("名称", &["项目名称", "名称", "实事项目"]),
    ("内容", &["内容", "规模"]),
    ("投资（万元）", &["投资", "金额", "概算", "预算"]),
    ("资金来源", &["来源", "筹措"]),
    ("责任单位", &["责任单位", "单位", "部门"]),
    ("责任人", &["责任人", "领导", "负责人"]),
    ("完成时限", &["时限", "完成时间", "期限"]),
    ("完成情况", &["完成情况", "进展", "进度", "结果"]),
    ("情况说明", &["原因", "说明"]),
    ("标题", &["标题", "案由"]),
    ("提出人", &["领衔", "提出人"]),
    ("承办单位", &["单位", "部门"]),
    ("备注", &["备注"]),
];

impl Column {
    /// Tells whether a row is known by it, so that no list is without.
    pub(crate) fn is_key(&self) -> bool {
        self.need == Need::Cell && matches!(self.name, "姓名" | "名称" | "事项" | "标题")
    }

    /// The words that give the column's heading away.
    pub(crate) fn like(&self) -> &'static [&'static str] {
        LIKE.iter().find(|(name, _)| *name == self.name).map_or(&[], |(_, words)| *words)
    }
}

const fn column(
    name: &'static str,
    other_names: &'static [&'static str],
    kind: Kind,
    need: Need,
    width: u16,
) -> Column {
    Column { name, other_names, kind, need, several: Several::First, fills: false, width }
}

const ORDINAL: Column = column(
    "序号",
    &["编号", "项目编号", "项目序号", "候选人序号", "号", "顺序", "序", "No.", "No", "№", "票序"],
    Kind::Number(9_999),
    Need::Nothing,
    6,
);

impl List {
    /// Every list, in the order of the day.
    pub const ALL: [Self; 10] = [
        Self::Deputies,
        Self::Observers,
        Self::Staff,
        Self::Candidates,
        Self::Projects,
        Self::LastYear,
        Self::Motions,
        Self::Proposals,
        Self::Collected,
        Self::Activities,
    ];

    /// Returns the columns, in the order in which they are written.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Deputies => DEPUTIES,
            Self::Observers => OBSERVERS,
            Self::Staff => STAFF,
            Self::Candidates => CANDIDATES,
            Self::Projects => PROJECTS,
            Self::LastYear => LAST_YEAR,
            Self::Motions => MOTIONS,
            Self::Proposals => PROPOSALS,
            Self::Collected => COLLECTED,
            Self::Activities => ACTIVITIES,
        }
    }

    /// Returns the title of the list, which is the name of its sheet.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Deputies => "代表名册",
            Self::Observers => "列席人员名单",
            Self::Staff => "工作人员名单",
            Self::Candidates => "候选人名单",
            Self::Projects => "候选项目",
            Self::LastYear => "上年项目",
            Self::Motions => "表决事项",
            Self::Proposals => "议案和建议",
            Self::Collected => "征集项目",
            Self::Activities => "履职活动",
        }
    }

    /// Tells whether its rows are people, so that rows of one cell may be headings of delegations.
    #[must_use]
    pub const fn is_of_people(self) -> bool {
        match self {
            Self::Deputies | Self::Observers | Self::Staff | Self::Candidates => true,
            Self::Projects
            | Self::LastYear
            | Self::Motions
            | Self::Proposals
            | Self::Collected
            | Self::Activities => false,
        }
    }
}
