//! What offices usually do to a table: units and numbers wherever they stand, headings over headings,
//! groups by words, shares of one, characters that were lost.

use exchange::table::{Assignment, List, Note, Options, Skipped, What, read};

use super::{faults, reading};

/// Rows of a list of projects under the usual headings but for that of the money.
fn projects(money: &str, rows: &str) -> String {
    format!("序号,项目名称,建设内容,{money},责任单位\n{rows}")
}

fn clean(list: List, text: &str, column: &str) -> Vec<String> {
    let read = reading(list, text);
    assert!(read.faults.is_empty(), "{text}: {:?}", read.faults);
    read.rows.iter().map(|row| row.get(column).to_owned()).collect()
}

#[test]
fn money_is_in_the_unit_its_heading_says_wherever_it_says_so() {
    for money in
        ["总投资/元", "总投资：元", "总投资额元", "总投资（元）（含税）", "总投资（人民币元）"]
    {
        let text = projects(money, "1,山塘,七口,300000,站\n");
        assert_eq!(clean(List::Projects, &text, "投资（万元）"), ["30"], "{money}");
    }
    for above in ["单位：元、人", "金额单位：人民币元", "候选项目一览表（单位：元）"]
    {
        let text = format!("{above},,,,\n{}", projects("总投资", "1,山塘,七口,300000,站\n"));
        assert_eq!(clean(List::Projects, &text, "投资（万元）"), ["30"], "{above}");
    }
    let below = projects("总投资", ",,,（元）,\n1,山塘,七口,300000,站\n");
    assert_eq!(clean(List::Projects, &below, "投资（万元）"), ["30"]);
    let over =
        "序号,项目名称,建设内容,总投资（元）,,责任单位\n,,,合计,上级,\n1,山塘,七口,300000,1,站\n";
    assert_eq!(clean(List::Projects, over, "投资（万元）"), ["30"]);
}

#[test]
fn one_heading_over_a_sum_and_its_parts_is_two_columns() {
    for (heading, source) in
        [("总投资及资金来源", "上级20万元，自筹10万元"), ("资金来源", "上级20万元，自筹10万元")]
    {
        let text = format!(
            "序号,项目名称,建设内容,{heading},,,责任单位\n,,,小计,上级,自筹,\n1,山塘,七口,30,20,10,站\n"
        );
        assert_eq!(clean(List::Projects, &text, "投资（万元）"), ["30"], "{heading}");
        assert_eq!(clean(List::Projects, &text, "资金来源"), [source], "{heading}");
    }
}

#[test]
fn a_column_under_two_lines_of_heading_is_assigned_by_both() {
    let text = "序号,项目名称,建设内容,概况,,责任单位\n,,,甲数,乙数,\n1,山塘,七口,30,20,站\n";
    let assigned = Assignment {
        heading: "概况/乙数".into(),
        letter: None,
        column: Some("投资（万元）".into()),
    };
    let options = Options { assigned: vec![assigned], ..Options::default() };
    let read = read(List::Projects, "a.csv", text.as_bytes(), &options, &|_| true);
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    assert_eq!(read.rows[0].get("投资（万元）"), "20");
}

#[test]
fn headings_of_a_year_are_those_of_any() {
    let text =
        "序号,2026年民生实事项目,2026年度投资额（元）,承办部门,办理结果\n1,公墓,20000,民政,办结\n";
    assert_eq!(clean(List::LastYear, text, "名称"), ["公墓"]);
    assert_eq!(clean(List::LastYear, text, "投资（万元）"), ["2"]);
    assert_eq!(clean(List::LastYear, text, "完成情况"), ["完成"]);
}

#[test]
fn numbers_of_columns_and_drawn_lines_are_no_rows() {
    for under in ["1,2,3,4,5", "甲,乙,丙,丁,戊", "甲,乙,1,2,3", "A,B,C,D,E", "(1),(2),(3),(4),(5)"]
    {
        let text = projects("总投资", &format!("{under}\n1,山塘,七口,30,站\n"));
        assert_eq!(clean(List::Projects, &text, "名称"), ["山塘"], "{under}");
    }
    let drawn = "| 序号 | 姓名 | 性别 | 民族 |\n|---|---|---|---|\n| 1 | 田富 | 男 | 汉族 |\n";
    assert_eq!(clean(List::Deputies, drawn, "姓名"), ["田富"]);
}

#[test]
fn words_number_groups_beside_figures_and_rows_without_them() {
    let groups = "一,水利类（2项）,,70,\n1,山塘,七口,30,站\n2,堤防,一段,40,站\n（二）,道路类,,,\n1,路灯,百盏,50,办\n共3个项目,,,120,\n";
    let read = reading(List::Projects, &projects("总投资", groups));
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    let numbers: Vec<&str> = read.rows.iter().map(|row| row.get("序号")).collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    let skipped = |line, row| {
        read.notes.iter().any(|note| matches!(note, Note::RowSkipped { line: at, row: of, .. } if (*at, *of) == (line, row)))
    };
    assert!(skipped(2, Skipped::Group) && skipped(5, Skipped::Group) && skipped(7, Skipped::Total));
    let people =
        "序号,姓名,性别,民族\n一,第一代表团,,\n1,田富,男,汉\n二,第二代表团,,\n1,王芳,女,汉\n";
    assert_eq!(clean(List::Deputies, people, "代表团"), ["第一代表团", "第二代表团"]);
    let in_words = projects("总投资", "一、,山塘,七口,30,站\n二、,堤防,一段,40,站\n");
    assert_eq!(clean(List::Projects, &in_words, "序号"), ["1", "2"]);
}

#[test]
fn numbers_typed_into_names_go() {
    let names = ["山塘", "1.5公里堤防"];
    for rows in [
        "1,1．山塘,七口,30,站\n2,2）1.5公里堤防,一段,40,站\n",
        "1,1、山塘,七口,30,站\n2,2、1.5公里堤防,一段,40,站\n",
        ",（1）山塘,七口,30,站\n,（2）1.5公里堤防,一段,40,站\n",
    ] {
        let text = projects("总投资", rows);
        let text = if rows.starts_with(',') { text.replace("序号,", "备考,") } else { text };
        assert_eq!(clean(List::Projects, &text, "名称"), names, "{rows}");
    }
    let people = "姓名,性别,民族\n1、田富,男,汉\n2、王芳,女,汉\n";
    assert_eq!(clean(List::Deputies, people, "姓名"), ["田富", "王芳"]);
    let own = projects("总投资", "1,2027年堤防,一段,40,站\n2,3.5公里道路,一段,40,站\n");
    assert_eq!(clean(List::Projects, &own, "名称"), ["2027年堤防", "3.5公里道路"]);
}

#[test]
fn what_stands_behind_a_name_fills_its_own_column() {
    let text = "序号,姓名,性别,民族\n1,田富（女、苗族）,,\n2,王芳（回）,女,\n";
    assert_eq!(clean(List::Deputies, text, "性别"), ["女", "女"]);
    assert_eq!(clean(List::Deputies, text, "民族"), ["苗族", "回族"]);
}

#[test]
fn a_character_that_was_lost_is_no_part_of_a_name() {
    for (name, position, c) in [
        ("李?", 2, '?'),
        ("王□", 2, '□'),
        ("张*三", 2, '*'),
        ("⿰火日生", 1, '⿰'),
        ("李○", 2, '○'),
    ] {
        let read = reading(List::Deputies, &format!("序号,姓名,性别,民族\n1,{name},男,汉\n"));
        let lost = What::Unshowable { position, code_point: c.into() };
        assert!(faults(&read).contains(&(2, "姓名", &lost)), "{name}: {:?}", read.faults);
    }
    let zero = "序号,姓名,性别,民族\n1,周〇,男,汉\n";
    assert_eq!(clean(List::Deputies, zero, "姓名"), ["周〇"]);
}

#[test]
fn duties_and_offices_reach_down_like_delegations() {
    let staff = "分工,姓名\n监票人,田富\n,王芳\n计票人,赵强\n";
    assert_eq!(clean(List::Staff, staff, "职责"), ["监票人", "监票人", "计票人"]);
    let candidates = "提名职务,序号,姓名\n镇长,1,田富\n副镇长,2,王芳\n,3,赵强\n";
    assert_eq!(clean(List::Candidates, candidates, "拟任职务"), ["镇长", "副镇长", "副镇长"]);
}

#[test]
fn texts_that_look_like_formulas_are_what_they_show() {
    let text = "序号,姓名,性别,民族,代表团\n=\"001\",田富,男,汉,\"=\"\"一团\"\"\"\n";
    assert_eq!(clean(List::Deputies, text, "编号"), ["1"]);
    assert_eq!(clean(List::Deputies, text, "代表团"), ["一团"]);
    let blank = reading(List::Deputies, " , ,\n,,\n");
    assert_eq!(faults(&blank), [(0, "", &What::Empty)]);
}

#[test]
fn a_tick_says_what_it_stands_under() {
    let text = "序号,项目名称,完成情况,,备注\n,,已完成,未完成,\n1,公墓,,√,用地未批\n2,路灯,√,,\n";
    assert_eq!(clean(List::LastYear, text, "完成情况"), ["未完成", "完成"]);
    let people = "序号,姓名,性别,,民族\n,,男,女,\n1,田富,√,,汉\n2,王芳,,√,汉\n";
    assert_eq!(clean(List::Deputies, people, "性别"), ["男", "女"]);
}

#[test]
fn two_names_in_two_lines_of_a_cell_are_two() {
    let text = "序号,姓名,性别,民族\n1,\"田富\n王芳\",男,汉\n2,\"赵\n强\",男,汉\n";
    let read = reading(List::Deputies, text);
    assert_eq!(faults(&read), [(2, "姓名", &What::SeveralNames)]);
    assert_eq!(read.rows[1].get("姓名"), "赵强");
}

#[test]
fn what_a_line_under_the_heading_of_a_delegation_counts_is_no_deputy() {
    let text = "序号,姓名,性别,民族\n第一代表团,2人,,\n1,田富,男,汉\n2,王芳,女,汉\n";
    assert_eq!(clean(List::Deputies, text, "代表团"), ["第一代表团", "第一代表团"]);
}
