//! 名单: a list is one declaration: its columns, what offices call them, what stands in them, which
//! are needed. Reading, preview, paste, the command line and the workbook written all come from it.

use serde::{Deserialize, Serialize};

/// A list of the program that comes in and goes out as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
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
    ("名称", &["项目名称", "名称"]),
    ("内容", &["内容", "规模"]),
    ("投资（万元）", &["投资", "金额", "概算", "预算"]),
    ("资金来源", &["来源", "筹措"]),
    ("责任单位", &["责任单位", "单位", "部门"]),
    ("责任人", &["责任人", "领导", "负责人"]),
    ("完成时限", &["时限", "完成时间", "期限"]),
    ("完成情况", &["完成情况", "进展", "进度"]),
    ("情况说明", &["原因", "说明"]),
    ("标题", &["标题", "案由"]),
    ("提出人", &["领衔", "提出人"]),
    ("承办单位", &["单位", "部门"]),
    ("备注", &["备注"]),
];

impl Column {
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

const SEXES: &[&[&str]] = &[&["男", "男性"], &["女", "女性"]];
const ROLES: &[&[&str]] =
    &[&["总监票人"], &["监票人"], &["计票人"], &["秘书", "工作人员", "会务秘书"]];
const SORTS: &[&[&str]] = &[
    &["议案", "代表议案"],
    &["建议", "代表建议", "建议、批评和意见", "建议批评和意见", "批评", "意见", "意见建议"],
];

const SEAT: Column = column(
    "编号",
    &[
        "代表编号",
        "代表序号",
        "代表号",
        "序号",
        "席位号",
        "座次号",
        "号",
        "顺序",
        "序",
        "No.",
        "No",
        "№",
        "代表证号",
        "证号",
        "代表证编号",
    ],
    Kind::Number(9_999),
    Need::Nothing,
    6,
);
const ORDINAL: Column = column(
    "序号",
    &["编号", "项目编号", "项目序号", "候选人序号", "号", "顺序", "序", "No.", "No", "№", "票序"],
    Kind::Number(9_999),
    Need::Nothing,
    6,
);
const NAME: Column = Column {
    ..column(
        "姓名",
        &[
            "代表姓名",
            "候选人姓名",
            "列席人员姓名",
            "人员姓名",
            "候选人",
            "代表",
            "列席人员",
            "名字",
            "姓名（签名）",
            "代表名单",
            "名单",
        ],
        Kind::Name,
        Need::Cell,
        12,
    )
};
const SEX: Column = column("性别", &["男/女", "性 别", "男女"], Kind::Word(SEXES), Need::Cell, 6);
const ETHNICITY: Column = column("民族", &["族别", "民 族"], Kind::Ethnicity, Need::Cell, 8);
const DELEGATION: Column = Column {
    fills: true,
    ..column(
        "代表团",
        &[
            "代表团/选区",
            "所在代表团",
            "所属代表团",
            "代表团名称",
            "所属团",
            "团别",
            "所在团",
            "代表小组",
            "代表组",
            "小组",
            "代表团组",
            "团组",
            "组别",
            "分团",
            "选区",
            "所在选区",
            "选区名称",
            "所属选区",
            "选举单位",
            "选举选区",
            "选区及选举单位",
            "原选区",
            "代表团（选区）",
        ],
        Kind::Text,
        Need::Nothing,
        20,
    )
};
const POST: Column = Column {
    several: Several::Parts(&["单位", "职"]),
    ..column(
        "单位职务",
        &[
            "单位及职务",
            "工作单位及职务",
            "工作单位和职务",
            "工作单位职务",
            "单位和职务",
            "所在单位及职务",
            "所在单位和职务",
            "单位、职务",
            "工作单位、职务",
            "单位职务（职业）",
            "工作单位及职务（职业）",
            "工作单位及职业",
            "单位及职业",
            "工作单位（职务）",
            "单位（职务）",
            "现任职务",
            "现任单位及职务",
            "现工作单位及职务",
            "现任单位职务",
            "现工作单位和职务",
            "工作单位",
            "所在单位",
            "现工作单位",
            "单位",
            "单位名称",
            "职务",
            "职务职业",
            "职业",
            "身份",
            "党政职务",
            "行政职务",
        ],
        Kind::Text,
        Need::Nothing,
        30,
    )
};
const NOTE: Column = Column {
    several: Several::Joined,
    ..column(
        "备注",
        &["备 注", "附注", "备考", "注", "说明", "备注说明"],
        Kind::Text,
        Need::Nothing,
        16,
    )
};

const DEPUTIES: &[Column] = &[SEAT, NAME, SEX, ETHNICITY, DELEGATION, POST, NOTE];
const OBSERVERS: &[Column] = &[SEAT, NAME, POST, NOTE];
const STAFF: &[Column] = &[
    column(
        "职责",
        &["角色", "分工", "岗位", "工作职责", "承担工作", "任务", "工作分工", "担任工作"],
        Kind::Word(ROLES),
        Need::Cell,
        12,
    ),
    NAME,
    column(
        "代表编号",
        &["编号", "代表序号", "代表号", "代表证号"],
        Kind::Count(9_999),
        Need::Nothing,
        10,
    ),
    POST,
    NOTE,
];
const CANDIDATES: &[Column] = &[
    ORDINAL,
    NAME,
    column(SEX.name, SEX.other_names, SEX.kind, Need::Nothing, 6),
    column(ETHNICITY.name, ETHNICITY.other_names, Kind::Ethnicity, Need::Nothing, 8),
    column(
        "出生年月",
        &["出生日期", "出生时间", "生日", "出生", "出生年月日"],
        Kind::Month,
        Need::Nothing,
        12,
    ),
    column("文化程度", &["学历", "学历学位", "最高学历"], Kind::Text, Need::Nothing, 10),
    column("政治面貌", &["党派", "政治面目", "是否党员"], Kind::Text, Need::Nothing, 10),
    POST,
    column(
        "拟任职务",
        &["候选职务", "职务名称", "拟选职务", "提名职务", "拟提名职务", "选举职务", "候选人职务"],
        Kind::Text,
        Need::Nothing,
        16,
    ),
    column(
        "提名人",
        &["提名", "提名方式", "领衔人", "提名单位", "提名领衔人", "联名领衔人", "提名主体"],
        Kind::Text,
        Need::Nothing,
        12,
    ),
    column(
        "联名人数",
        &["联名代表人数", "提名人数", "签名人数", "联名数", "附议人数"],
        Kind::Count(9_999),
        Need::Nothing,
        10,
    ),
    column(
        "预选得票",
        &["预选票数", "预选得票数", "得票", "得票数", "预选赞成票"],
        Kind::Count(9_999),
        Need::Nothing,
        10,
    ),
    NOTE,
];

const PROJECT: Column = Column {
    ..column(
        "名称",
        &[
            "项目名称",
            "候选项目名称",
            "候选项目",
            "民生实事项目名称",
            "民生实事项目",
            "实事项目名称",
            "实事项目",
            "工程名称",
            "项目",
            "事项名称",
            "事项",
        ],
        Kind::Text,
        Need::Cell,
        30,
    )
};
const CONTENT_NAMES: &[&str] = &[
    "建设内容",
    "项目内容",
    "实施内容",
    "主要内容",
    "建设内容及规模",
    "建设规模及内容",
    "内容及规模",
    "主要建设内容",
    "建设规模和内容",
    "建设内容和规模",
    "主要建设内容及规模",
    "项目建设内容",
    "项目概况",
    "项目简介",
    "工作内容",
    "具体内容",
    "实施内容及规模",
    "建设规模",
    "目标任务",
    "主要任务",
    "工作目标",
    "年度目标",
    "项目主要内容",
    "项目建设内容及规模",
    "内容规模",
    "建设内容与规模",
    "项目内容及规模",
    "项目基本情况",
    "基本情况",
];
const INVESTMENT_NAMES: &[&str] = &[
    "总投资",
    "投资总额",
    "总投资额",
    "投资额",
    "投资",
    "投资估算",
    "估算投资",
    "估算总投资",
    "总投资估算",
    "投资金额",
    "计划投资",
    "计划总投资",
    "概算投资",
    "投资概算",
    "预算投资",
    "投资预算",
    "预计投资",
    "预计总投资",
    "投资规模",
    "项目投资",
    "项目总投资",
    "项目投资额",
    "资金总额",
    "总金额",
    "金额",
    "预算金额",
    "资金预算",
    "项目资金",
    "所需资金",
    "资金",
    "预算",
    "概算",
    "估算",
    "资金规模",
    "计划投资额",
    "估算投资额",
    "拟投资",
    "拟投入资金",
    "投入资金",
    "资金投入",
    "资金额",
    "匡算投资",
    "完成投资",
    "实际投资",
    "投资（万元）",
];
const UNIT_NAMES: &[&str] = &[
    "牵头单位",
    "责任部门",
    "实施单位",
    "承办单位",
    "主管单位",
    "责任主体",
    "实施主体",
    "建设单位",
    "项目单位",
    "牵头部门",
    "主管部门",
    "承办部门",
    "项目业主",
    "业主单位",
    "主体单位",
    "主办单位",
    "牵头责任单位",
    "项目责任单位",
    "责任单位（部门）",
    "落实单位",
    "责任科室",
    "牵头办所",
    "责任办所",
    "单位",
    "部门",
    "实施部门",
    "项目实施单位",
    "项目建设单位",
    "责任站所",
    "责任股室",
];
const INVESTMENT: Column = column("投资（万元）", INVESTMENT_NAMES, Kind::Amount, Need::Cell, 12);
const UNIT: Column = column("责任单位", UNIT_NAMES, Kind::Text, Need::Cell, 20);
const PROJECTS: &[Column] = &[
    ORDINAL,
    PROJECT,
    column("内容", CONTENT_NAMES, Kind::Text, Need::Cell, 50),
    INVESTMENT,
    Column {
        several: Several::Joined,
        ..column(
            "资金来源",
            &[
                "资金筹措",
                "资金筹措方式",
                "投资来源",
                "资金来源及金额",
                "资金渠道",
                "经费来源",
                "资金构成",
                "资金来源（万元）",
                "资金来源渠道",
                "筹资方式",
                "资金安排",
                "资金筹集",
                "资金来源说明",
                "资金保障",
            ],
            Kind::Text,
            Need::Nothing,
            24,
        )
    },
    UNIT,
    column(
        "责任人",
        &[
            "责任领导",
            "负责人",
            "牵头领导",
            "分管领导",
            "项目负责人",
            "责任人员",
            "牵头人",
            "具体责任人",
            "联系领导",
            "包联领导",
            "责任人及电话",
            "挂钩领导",
            "挂联领导",
            "项目责任人",
            "分管负责人",
            "第一责任人",
            "牵头责任人",
            "责任人姓名",
            "包保领导",
        ],
        Kind::Text,
        Need::Nothing,
        12,
    ),
    column(
        "完成时限",
        &[
            "完成时间",
            "计划完成时间",
            "完工时间",
            "完工时限",
            "建设期限",
            "建设周期",
            "实施期限",
            "办结时限",
            "预计完成时间",
            "计划完工时间",
            "竣工时间",
            "建设工期",
            "工期",
            "建设时间",
            "时限",
            "完成期限",
            "起止时间",
            "建设起止年限",
            "实施时间",
            "时间要求",
            "完成日期",
            "时限要求",
            "计划竣工时间",
            "建设年限",
            "完工日期",
            "实施周期",
            "拟完成时间",
            "期限",
        ],
        Kind::Date,
        Need::Nothing,
        16,
    ),
];
const LAST_YEAR: &[Column] = &[
    ORDINAL,
    PROJECT,
    column("内容", CONTENT_NAMES, Kind::Text, Need::Nothing, 50),
    column("投资（万元）", INVESTMENT_NAMES, Kind::Amount, Need::Nothing, 12),
    column("责任单位", UNIT_NAMES, Kind::Text, Need::Nothing, 20),
    column(
        "完成情况",
        &[
            "是否完成",
            "完成进度",
            "进展情况",
            "实施情况",
            "办理情况",
            "完成状态",
            "落实情况",
            "建设情况",
            "项目完成情况",
            "完成与否",
            "进度",
            "项目进展",
            "工程进度",
            "进展",
            "实施进度",
            "建设进度",
            "目前进展",
            "办结情况",
            "实际完成情况",
            "推进情况",
            "项目进度",
            "状态",
            "完成情况（是/否）",
        ],
        Kind::Progress,
        Need::Cell,
        10,
    ),
    Column {
        several: Several::Joined,
        ..column(
            "情况说明",
            &[
                "完成情况说明",
                "未完成原因",
                "原因说明",
                "未完成原因及下步措施",
                "具体情况",
                "原因",
                "进展说明",
                "完成情况及说明",
                "备注",
                "说明",
                "备 注",
            ],
            Kind::Text,
            Need::Nothing,
            36,
        )
    },
];
const MOTIONS: &[Column] = &[
    ORDINAL,
    Column {
        ..column(
            "事项",
            &[
                "表决事项",
                "名称",
                "标题",
                "议题",
                "决议",
                "决议名称",
                "议程",
                "表决内容",
                "事项名称",
                "议案",
            ],
            Kind::Text,
            Need::Cell,
            40,
        )
    },
    column(
        "内容",
        &["说明", "决议内容", "正文", "具体内容", "备注"],
        Kind::Text,
        Need::Nothing,
        50,
    ),
];
const PROPOSALS: &[Column] = &[
    column(
        "编号",
        &["序号", "议案编号", "建议编号", "案号", "议案号", "建议号", "号", "No.", "序"],
        Kind::Number(9_999),
        Need::Nothing,
        6,
    ),
    Column {
        ..column(
            "标题",
            &[
                "案由",
                "题目",
                "建议标题",
                "议案标题",
                "议案名称",
                "建议名称",
                "名称",
                "议案题目",
                "建议题目",
                "建议案由",
                "议案（建议）标题",
                "议案建议标题",
                "议案、建议标题",
                "事由",
                "案名",
                "议案（建议）名称",
                "建议事项",
                "议案建议名称",
                "议案建议题目",
                "标题（案由）",
            ],
            Kind::Text,
            Need::Cell,
            40,
        )
    },
    column(
        "类别",
        &["类型", "性质", "种类", "议案/建议", "议案或建议", "属性"],
        Kind::Word(SORTS),
        Need::Nothing,
        8,
    ),
    column(
        "提出人",
        &[
            "领衔代表",
            "领衔人",
            "提议人",
            "提案人",
            "提出代表",
            "建议人",
            "代表姓名",
            "领衔提出人",
            "第一提案人",
            "姓名",
            "提议代表",
            "提建议人",
            "建议代表",
            "领衔",
            "提出人（领衔人）",
        ],
        Kind::Names,
        Need::Cell,
        14,
    ),
    column(
        "附议人",
        &["附议代表", "联名代表", "联名人", "附议", "附议人员", "联名", "附议（联名）人"],
        Kind::Names,
        Need::Nothing,
        30,
    ),
    column(
        "代表团",
        &["所在代表团", "团别", "选区", "所属代表团", "代表小组", "所在选区"],
        Kind::Text,
        Need::Nothing,
        16,
    ),
    column(
        "内容",
        &["主要内容", "建议内容", "议案内容", "内容摘要", "摘要", "具体内容", "内容及理由"],
        Kind::Text,
        Need::Nothing,
        50,
    ),
    column(
        "承办单位",
        &["办理单位", "主办单位", "承办部门", "责任单位", "交办单位", "主办", "承办", "拟承办单位"],
        Kind::Text,
        Need::Nothing,
        20,
    ),
    column("备注", &["备 注", "附注", "说明"], Kind::Text, Need::Nothing, 16),
];

impl List {
    /// Every list, in the order of the day.
    pub const ALL: [Self; 8] = [
        Self::Deputies,
        Self::Observers,
        Self::Staff,
        Self::Candidates,
        Self::Projects,
        Self::LastYear,
        Self::Motions,
        Self::Proposals,
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
        }
    }

    /// Tells whether its rows are people, so that rows of one cell may be headings of delegations.
    #[must_use]
    pub const fn is_of_people(self) -> bool {
        match self {
            Self::Deputies | Self::Observers | Self::Staff | Self::Candidates => true,
            Self::Projects | Self::LastYear | Self::Motions | Self::Proposals => false,
        }
    }
}
