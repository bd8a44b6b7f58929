//! The lists of what is decided on or handed in: 表决事项, 议案和建议.

use super::{Column, Kind, Need, ORDINAL, column};

const SORTS: &[&[&str]] = &[
    &["议案", "代表议案"],
    &["建议", "代表建议", "建议、批评和意见", "建议批评和意见", "批评", "意见", "意见建议"],
];

pub(super) const MOTIONS: &[Column] = &[
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
pub(super) const PROPOSALS: &[Column] = &[
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
