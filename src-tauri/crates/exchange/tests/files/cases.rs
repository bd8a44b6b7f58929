//! Files as they were handed in, and real workbooks of four programs: each stands for a kind.

use exchange::table::{List, Note, Options, Reading, What, read};

use crate::lists::faults;

macro_rules! file {
    ($name:literal) => {
        ($name, include_bytes!(concat!("data/tables/", $name)).as_slice())
    };
}

fn of(list: List, (name, bytes): (&str, &[u8])) -> Reading {
    read(list, name, bytes, &Options::default(), &|_| true)
}

fn clean(list: List, file: (&str, &[u8])) -> Reading {
    let reading = of(list, file);
    assert!(reading.faults.is_empty(), "{}: {:?}", file.0, reading.faults);
    reading
}

fn column(reading: &Reading, name: &str) -> Vec<String> {
    reading.rows.iter().map(|row| row.get(name).to_owned()).collect()
}

#[test]
fn an_unclosed_quote_is_named_where_it_began() {
    let reading = of(List::Deputies, file!("01-unclosed-quote.csv"));
    assert_eq!(faults(&reading), [(3, "", &What::StrayQuote)]);
    assert!(reading.rows.is_empty());
}

#[test]
fn excel_leaves_out_the_last_commas_after_sixteen_rows() {
    assert_eq!(clean(List::Deputies, file!("02-excel-16-rows.csv")).rows.len(), 58);
}

#[test]
fn a_title_above_the_heading_is_no_heading() {
    let reading = clean(List::Deputies, file!("03-title-above.csv"));
    assert_eq!((reading.heading, reading.rows.len(), reading.rows[0].line), (Some(2), 1, 3));
}

#[test]
fn a_sum_is_no_project() {
    let reading = clean(List::Projects, file!("05-total-row.csv"));
    assert_eq!(column(&reading, "投资（万元）"), ["298.5", "72"]);
}

#[test]
fn a_merged_delegation_reaches_down() {
    let reading = clean(List::Deputies, file!("06-merged-delegation.csv"));
    let (first, second) = ("第一代表团", "第二代表团");
    assert_eq!(column(&reading, "代表团"), [first, first, first, second, second]);
    let fills = reading.notes.iter().filter(|note| matches!(note, Note::FilledDown { .. }));
    assert_eq!(fills.count(), 2);
}

#[test]
fn a_file_cut_in_a_character_is_not_whole() {
    let reading = of(List::Deputies, file!("08-cut-in-a-character.csv"));
    assert_eq!(faults(&reading), [(0, "", &What::CutOff)]);
}

#[test]
fn a_radical_is_the_character_it_looks_like() {
    let reading = of(List::Deputies, file!("10-kangxi.csv"));
    assert_eq!(column(&reading, "姓名"), ["田富", "田富", "高文行"]);
    assert_eq!(faults(&reading), [(3, "姓名", &What::NameNeedsNote { first_line: 2 })]);
}

#[test]
fn marks_of_direction_are_refused_by_place() {
    let reading = of(List::Deputies, file!("11-isolates.csv"));
    let hidden = |position, code_point| What::Invisible { position, code_point };
    assert_eq!(
        faults(&reading),
        [(3, "姓名", &hidden(1, 0x2068)), (3, "姓名", &hidden(4, 0x2069))]
    );
}

#[test]
fn lines_are_counted_after_crlf() {
    let reading = of(List::Deputies, file!("30-crlf-line-number.csv"));
    assert_eq!(faults(&reading), [(4, "姓名", &What::Missing)]);
}

#[test]
fn projects_keep_their_numbers_and_stand_in_their_order() {
    let reading = clean(List::Projects, file!("31-numbers-out-of-order.csv"));
    assert_eq!(column(&reading, "序号"), ["2", "4", "5"]);
    assert_eq!(column(&reading, "名称"), ["幼儿园", "卫生院中医馆", "老年食堂"]);
    assert!(reading.notes.contains(&Note::OutOfOrder { line: 3, number: 2 }));
    assert!(reading.notes.contains(&Note::Gaps { missing: vec![1, 3], count: 2 }));
}

#[test]
fn thousands_are_marked_off() {
    let reading = clean(List::Projects, file!("37-thousands.csv"));
    assert_eq!(column(&reading, "投资（万元）"), ["1200.5"]);
}

#[test]
fn headings_are_known_as_offices_write_them() {
    let reading = clean(List::Deputies, file!("44-usual-header.csv"));
    assert_eq!(column(&reading, "单位职务"), ["村民"]);
}

#[test]
fn long_texts_come_in_whole() {
    let long = clean(List::Projects, file!("45-long-content.csv"));
    assert_eq!(long.rows[0].get("内容").chars().count(), 480);
    assert_eq!(
        clean(List::Projects, file!("46-name-of-44.csv")).rows[0].get("名称").chars().count(),
        44
    );
}

#[test]
fn the_roster_of_an_office_comes_in_as_it_stands() {
    let reading = of(List::Deputies, file!("代表名册.xlsx"));
    assert_eq!(reading.rows.len(), 70);
    assert_eq!(reading.heading, Some(3));
    assert_eq!(reading.rows[0].cells[..4], ["1", "高德福", "女", "回族"]);
    assert_eq!(reading.rows[5].get("姓名"), "买买提·艾力");
    assert_eq!(reading.rows[4].get("单位职务"), "镇卫生院 副院长");
    assert_eq!(reading.rows[13].get("代表团"), "第一代表团");
    assert_eq!(reading.rows[14].get("代表团"), "第二代表团");
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
}

#[test]
fn the_projects_of_an_office_come_in_but_for_a_sum_over_a_dash() {
    let reading = of(List::Projects, file!("候选项目.xlsx"));
    assert_eq!(reading.rows.len(), 12);
    assert_eq!(
        faults(&reading),
        [(8, "投资（万元）", &What::FormulaError { said: "#VALUE!".into() })]
    );
    let first = &reading.rows[0];
    assert_eq!((first.get("序号"), first.get("投资（万元）")), ("1", "300"));
    assert_eq!(first.get("资金来源"), "上级补助285万元，镇级配套15万元");
    assert_eq!(first.get("责任人"), "卢晓东");
    assert_eq!(reading.rows[3].get("资金来源"), "上级补助199万元");
    assert_eq!(reading.rows[2].get("完成时限"), "2027年8月31日");
    assert_eq!(reading.rows[1].get("完成时限"), "2027年9月");
    assert_eq!(reading.rows[3].get("完成时限"), "2027年10月底");
}

#[test]
fn last_year_of_an_office_comes_in_from_gb18030() {
    let reading = clean(List::LastYear, file!("上年项目.csv"));
    assert_eq!(reading.rows.len(), 10);
    assert_eq!(reading.rows[6].get("完成情况"), "未完成");
    assert_eq!(reading.rows[6].get("情况说明"), "因用地未批，结转2027年");
    assert_eq!(reading.rows[0].get("投资（万元）"), "64.6");
}

#[test]
fn openpyxl_saves_two_sheets_and_merged_delegations() {
    let reading = clean(List::Deputies, file!("openpyxl.xlsx"));
    assert_eq!(reading.sheet.as_deref(), Some("代表名册"));
    assert_eq!(column(&reading, "编号"), ["1", "2", "3", "4"]);
    assert_eq!(column(&reading, "姓名"), ["王芳", "买买提·艾力", "欧阳䶮", "李伟"]);
    assert_eq!(column(&reading, "代表团")[2], "第一代表团");
    assert_eq!(column(&reading, "单位职务")[0], "镇中心学校教师");
    assert!(reading.notes.iter().any(|note| matches!(note, Note::OtherSheets { .. })));
    assert!(reading.notes.iter().any(|note| matches!(note, Note::FilledDown { merged: true, .. })));
}

#[test]
fn xlsxwriter_saves_values_of_formulas_and_days() {
    let reading = clean(List::Projects, file!("xlsxwriter.xlsx"));
    assert_eq!(column(&reading, "投资（万元）"), ["298", "72"]);
    assert_eq!(column(&reading, "完成时限"), ["2027年8月31日", "2027年10月1日"]);
}

#[test]
fn an_old_workbook_is_read() {
    let reading = clean(List::Observers, file!("xlwt.xls"));
    assert_eq!(column(&reading, "姓名"), ["郑少华", "宋文静", "梁志勇"]);
    assert_eq!(column(&reading, "备注"), ["", "女", ""]);
}

#[test]
fn libreoffice_saves_the_same_in_three_forms() {
    for file in [file!("libreoffice.ods"), file!("libreoffice.xlsx"), file!("libreoffice.xls")] {
        let reading = clean(List::LastYear, file);
        assert_eq!(column(&reading, "投资（万元）"), ["64.6", "311.8", "212.8"]);
        assert_eq!(column(&reading, "完成情况"), ["完成", "未完成", "完成"]);
        assert_eq!(column(&reading, "情况说明"), ["2026年9月验收", "用地未批", ""]);
    }
}

#[test]
fn rows_that_a_workbook_hides_come_in_and_are_told() {
    for file in [file!("hidden.xlsx"), file!("hidden.xls")] {
        let reading = clean(List::Deputies, file);
        assert_eq!(reading.rows.len(), 3);
        assert!(reading.notes.contains(&Note::Hidden { lines: vec![3] }), "{}", file.0);
    }
    let reading = clean(List::Projects, file!("joined.ods"));
    assert!(reading.notes.contains(&Note::Hidden { lines: vec![5] }));
}

#[test]
fn joined_cells_of_an_ods_reach_down_too() {
    let reading = clean(List::Projects, file!("joined.ods"));
    assert_eq!(column(&reading, "责任单位"), ["水利站", "水利站", "建设办"]);
    assert!(reading.notes.iter().any(|note| matches!(note, Note::FilledDown { merged: true, .. })));
}

#[test]
fn a_workbook_cut_anywhere_is_refused() {
    for (name, bytes) in [file!("openpyxl.xlsx"), file!("libreoffice.ods"), file!("xlwt.xls")] {
        for part in 1..8 {
            let cut = &bytes[..bytes.len() * part / 8];
            let reading = of(List::Deputies, (name, cut));
            assert!(!reading.faults.is_empty(), "{name} {part}/8");
        }
    }
}
