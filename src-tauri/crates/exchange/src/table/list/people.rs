//! The lists of people: 代表, 列席, 工作人员, 候选人.

use super::{Column, Kind, Need, ORDINAL, Several, column};

const SEXES: &[&[&str]] = &[&["男", "男性"], &["女", "女性"]];
const ROLES: &[&[&str]] = &[
    &["总监票人"],
    &["副总监票人"],
    &["监票人"],
    &["总计票人"],
    &["计票人"],
    &["秘书", "工作人员", "会务秘书"],
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

pub(super) const DEPUTIES: &[Column] = &[SEAT, NAME, SEX, ETHNICITY, DELEGATION, POST, NOTE];
pub(super) const OBSERVERS: &[Column] = &[SEAT, NAME, POST, NOTE];
pub(super) const STAFF: &[Column] = &[
    Column {
        fills: true,
        ..column(
            "职责",
            &["角色", "分工", "岗位", "工作职责", "承担工作", "任务", "工作分工", "担任工作"],
            Kind::Word(ROLES),
            Need::Cell,
            12,
        )
    },
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
pub(super) const CANDIDATES: &[Column] = &[
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
    Column {
        fills: true,
        ..column(
            "拟任职务",
            &[
                "候选职务",
                "职务名称",
                "拟选职务",
                "提名职务",
                "拟提名职务",
                "选举职务",
                "候选人职务",
            ],
            Kind::Text,
            Need::Nothing,
            16,
        )
    },
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
