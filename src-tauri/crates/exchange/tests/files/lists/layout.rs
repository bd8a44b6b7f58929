//! How offices lay a table out: headings, groups, sums, columns that are missing.

use exchange::table::{List, Note, Options, Skipped, What, read_pasted};
use exchange::{read_deputies, read_observers, table};

use super::{HEADER, TIAN_FU, faults, only, reading, roster};

#[test]
fn columns_may_stand_in_any_order_and_others_are_left_alone() {
    let text =
        "手机,备注,单位职务,选区,民族,性别,姓 名,序号\n13800000000,,村民,大坪村,汉族,女,王芳,7\n";
    let deputies = read_deputies("名册.csv", text.as_bytes()).unwrap();
    assert_eq!(
        (deputies[0].number, deputies[0].name.as_str(), deputies[0].delegation.as_str()),
        (7, "王芳", "大坪村")
    );
    assert_eq!(deputies[0].sex, "女");
    let read = reading(List::Deputies, text);
    assert!(read.notes.contains(&Note::ColumnLeft { letter: "A".into(), heading: "手机".into() }));
}

#[test]
fn every_fault_is_told_at_once() {
    let read = roster("x,,F,汉族,,,\n2,王芳,,,,,\n");
    let codes: Vec<_> = faults(&read).into_iter().map(|(line, column, _)| (line, column)).collect();
    assert_eq!(codes, [(2, "编号"), (2, "姓名"), (2, "性别"), (3, "性别"), (3, "民族")]);
    assert_eq!(read.rows.len(), 2);
    let error = read.accepted("deputies.csv").unwrap_err();
    assert_eq!(
        error.to_string(),
        "deputies.csv: line 2, column 编号: no whole number from 1 to 9999"
    );
}

#[test]
fn a_missing_or_doubled_column_is_named() {
    let read = reading(List::Deputies, "编号,姓名\n1,王芳\n");
    assert!(faults(&read).contains(&(1, "性别", &What::MissingColumn)));
    for (heading, column) in
        [("姓名,单位职务,职务\n王芳,a,b\n", "单位职务"), ("姓名,姓名\n王芳,a\n", "姓名")]
    {
        let read = reading(List::Observers, heading);
        assert!(
            faults(&read).iter().any(|(line, at, what)| *line == 1
                && *at == column
                && matches!(what, What::ColumnTwice { .. })),
            "{read:?}"
        );
    }
}

#[test]
fn columns_nobody_needs_every_day_may_be_missing() {
    let text = "姓名,性别,民族\n田富,男,土家族\n王芳,女,汉族\n";
    let read = reading(List::Deputies, text);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.rows[1].get("编号"), "2");
    assert!(read.notes.contains(&Note::Numbered));
    let absent = Options { absent: vec!["性别".into(), "民族".into()], ..Options::default() };
    let bare =
        table::read(List::Deputies, "a", "编号,姓名\n1,王芳\n".as_bytes(), &absent, &|_| {
            true
        });
    assert!(bare.faults.is_empty(), "{:?}", bare.faults);
}

#[test]
fn a_file_without_rows_is_refused() {
    assert_eq!(only(&roster("")), (0, "", &What::NoRows));
}

#[test]
fn short_and_long_rows_are_read_as_spreadsheets_read_them() {
    let read = roster(&format!("{TIAN_FU}2,王芳,女,汉族\n3,赵强,男,汉族,一团,村民,,,\n"));
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.rows.len(), 3);
}

#[test]
fn a_fault_has_a_code_and_its_place() {
    let read = roster("1,,男,汉族,,,\n");
    assert_eq!(
        serde_json::to_string(&read.faults[0]).unwrap(),
        r#"{"place":{"line":2,"column":"姓名","cell":"B2"},"value":"","code":"missing"}"#
    );
}

#[test]
fn delegations_as_headings_or_above_empty_cells_reach_down() {
    let headings = "编号,姓名,性别,民族,单位职务\n第一代表团（2人）,,,,\n1,田富,男,汉族,村民\n2,王芳,女,汉族,村民\n二、第二代表团：,,,,\n3,赵强,男,汉族,村民\n";
    let read = reading(List::Deputies, headings);
    let delegations: Vec<_> = read.rows.iter().map(|row| row.get("代表团")).collect();
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(delegations, ["第一代表团", "第一代表团", "第二代表团"]);
    assert!(read.notes.contains(&Note::RowSkipped {
        line: 2,
        row: Skipped::Group,
        text: "第一代表团（2人）".into()
    }));
    let left = Options { leave_empty: true, ..Options::default() };
    let text = format!("{HEADER}1,田富,男,汉族,一团,,\n2,王芳,女,汉族,,,\n");
    let asked = read_pasted(List::Deputies, &text, &Options::default(), &|_| true);
    assert_eq!(asked.rows[1].get("代表团"), "一团");
    assert!(asked.notes.contains(&Note::FilledDown {
        column: "代表团".into(),
        value: "一团".into(),
        from: 2,
        first: 3,
        last: 3,
        merged: false
    }));
    assert_eq!(read_pasted(List::Deputies, &text, &left, &|_| true).rows[1].get("代表团"), "");
}

#[test]
fn sums_notes_and_headings_again_are_no_rows() {
    let text = "青石镇名册,,,,\n编号,姓名,性别,民族,备注\n1,田富,男,汉族,\n小 计,1人,,,\n青石镇名册,,,,\n编号,姓名,性别,民族,备注\n2,王芳,女,汉族,\n合计：2人,,,,\n注：以姓名笔画为序,,,,\n填报人：张三,,审核：李四,,\n";
    let read = reading(List::Deputies, text);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.rows.len(), 2);
    let skipped: Vec<_> = read
        .notes
        .iter()
        .filter_map(|note| {
            let Note::RowSkipped { line, row, .. } = note else { return None };
            Some((*line, *row))
        })
        .collect();
    assert_eq!(
        skipped,
        [
            (4, Skipped::Total),
            (5, Skipped::Title),
            (6, Skipped::Heading),
            (8, Skipped::Total),
            (9, Skipped::Note),
            (10, Skipped::Note),
        ]
    );
}

#[test]
fn a_table_in_two_columns_of_print_is_one_list() {
    let text = "姓名,单位职务,,姓名,单位职务\n郑少华,书记,,卢晓东,副镇长\n宋文静,委员,,,\n";
    let observers = read_observers("a.csv", text.as_bytes()).unwrap();
    let names: Vec<_> = observers.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["郑少华", "宋文静", "卢晓东"]);
}

#[test]
fn a_heading_of_two_lines_is_one() {
    let text = "序号,项目名称,建设内容,投资（万元）,,,责任单位,\n,,,总投资,上级,自筹,牵头,配合\n1,山塘,七口,300,200,100,水利站,建设办\n";
    let read = reading(List::Projects, text);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.rows.len(), 1);
    assert_eq!(read.rows[0].get("投资（万元）"), "300");
}

#[test]
fn remarks_at_the_foot_are_no_rows_whatever_their_words() {
    for foot in [
        "以上合计,2人,,,",
        "Total,2,,,",
        "人数合计,2,,,",
        "总人数：2,,,,",
        "男2人 女0人,,,,",
        "———以下空白———,,,,",
        "2026年1月5日,,,,",
        "第1页 共2页,,,,",
        "*号为连任代表,,,,",
        "名单按姓名笔画排序,,,,",
    ] {
        let text = format!("编号,姓名,性别,民族,备注\n1,田富,男,汉族,\n2,王芳,女,汉族,\n{foot}\n");
        let read = reading(List::Deputies, &text);
        assert!(read.faults.is_empty() && read.rows.len() == 2, "{foot}: {:?}", read.faults);
        let told = read.notes.iter().any(|note| matches!(note, Note::RowSkipped { line: 4, .. }));
        assert!(told, "{foot}");
    }
    let nameless = reading(List::Deputies, "编号,姓名,性别,民族\n1,田富,男,汉族\n2,,,\n");
    assert_eq!(nameless.rows.len(), 2, "a number alone is a row that lacks its name");
}

#[test]
fn numbers_that_begin_again_with_every_group_are_numbered_through() {
    let text = "编号,姓名,性别,民族\n第一代表团,,,\n1,田富,男,汉族\n2,王芳,女,汉族\n第二代表团,,,\n1,赵强,男,汉族\n";
    let read = reading(List::Deputies, text);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    let numbers: Vec<&str> = read.rows.iter().map(|row| row.get("编号")).collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    assert!(read.notes.contains(&Note::NumberedThrough));
    let column =
        "编号,姓名,性别,民族,代表团\n1,田富,男,汉族,一团\n1,赵强,男,汉族,二团\n2,王芳,女,汉族,\n";
    let read = reading(List::Deputies, column);
    assert_eq!((read.rows[2].get("编号"), read.rows[2].get("代表团")), ("3", "二团"));
    let twice = "编号,姓名,性别,民族,代表团\n1,田富,男,汉族,一团\n1,赵强,男,汉族,一团\n";
    assert_eq!(faults(&reading(List::Deputies, twice)).len(), 1);
}

#[test]
fn a_delegation_is_named_without_its_number_of_people() {
    let text = "代表团,姓名,性别,民族\n\"一团\n（3人）\",田富,男,汉族\n";
    assert_eq!(reading(List::Deputies, text).rows[0].get("代表团"), "一团");
}
