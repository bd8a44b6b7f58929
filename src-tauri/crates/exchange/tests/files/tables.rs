//! Lists as offices save them: what is taken over, and what refuses the whole file.

use encoding_rs::GB18030;
use exchange::{
    CellFault, TableError, TableFault, read_deputies, read_keying, read_meeting, read_observers,
    read_past_projects, read_projects, read_rulings, read_staff,
};
use proptest::prelude::*;
use session::people::Deputy;

const HEADER: &str = "编号,姓名,性别,民族,代表团,单位职务,备注\n";

fn roster(rows: &str) -> Result<Vec<Deputy>, TableError> {
    read_deputies("deputies.csv", format!("{HEADER}{rows}").as_bytes())
}

fn fault<T: std::fmt::Debug>(read: Result<T, TableError>) -> TableFault {
    read.unwrap_err().fault
}

fn cell<T: std::fmt::Debug>(read: Result<T, TableError>) -> (u64, String, CellFault) {
    let TableFault::Cell { line, column, cell } = fault(read) else { panic!("not about a cell") };
    (line, column, cell)
}

const TIAN_FU: &str = "1,田\u{3000}富,男,土家族,第一代表团,云岭村党支部书记,\n";

#[test]
fn a_padded_name_is_stored_unpadded() {
    let deputies = roster(TIAN_FU).unwrap();
    assert_eq!(deputies[0].name, "田富");
    assert_eq!((deputies[0].sex.as_str(), deputies[0].ethnicity.as_str()), ("", "土家族"));
}

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
}

#[test]
fn the_same_list_in_every_encoding_reads_the_same() {
    let text = format!(
        "{HEADER}1,张䶮,男,汉族,第一代表团,村民,\n2,陆𬱖生,男,汉族,第四代表团,村民,\n3,买买提•艾力,男,维吾尔族,第五代表团,经营户,\n"
    );
    let plain = read_deputies("a.csv", text.as_bytes()).unwrap();
    let (gb18030, _, unmappable) = GB18030.encode(&text);
    assert!(!unmappable);
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [gb18030.as_ref(), &marked, &utf16] {
        assert_eq!(read_deputies("a.csv", bytes).unwrap(), plain);
    }
    assert_eq!(plain[2].name, "买买提·艾力");
}

#[test]
fn windows_line_ends_quotes_and_empty_rows_do_no_harm() {
    let text = format!(
        "{}\r\n1,\"李,伟\",男,汉族,一团,\"主任\"\"代\"\"\",青石村\r\n,,,,,,\r\n",
        HEADER.trim()
    );
    let deputies = read_deputies("a.csv", text.as_bytes()).unwrap();
    assert_eq!(deputies.len(), 1);
    assert_eq!(deputies[0].post, "主任\"代\"");
}

#[test]
fn two_people_of_one_name_need_a_note_that_tells_them_apart() {
    let both = |note| {
        roster(&format!("4,李伟,男,汉族,一团,村民,青石村\n11,李 伟,男,汉族,二团,村民,{note}\n"))
    };
    assert_eq!(both("大坪村").unwrap().len(), 2);
    assert_eq!(
        cell(both("青石村")),
        (3, "姓名".into(), CellFault::Twice { text: "李伟（青石村）".into(), first_line: 2 })
    );
}

#[test]
fn a_number_used_twice_names_both_lines() {
    let read = roster("1,田富,男,土家族,,,\n2,王芳,女,汉族,,,\n1,赵强,男,汉族,,,\n");
    assert_eq!(
        cell(read),
        (4, "编号".into(), CellFault::Twice { text: "1".into(), first_line: 2 })
    );
}

#[test]
fn an_empty_name_is_refused_even_when_it_is_only_padding() {
    assert_eq!(cell(roster("1,\u{3000} ,男,汉族,,,\n")), (2, "姓名".into(), CellFault::Empty));
}

#[test]
fn characters_no_paper_can_show_are_refused_by_name() {
    for (c, code_point) in [('\u{FFFD}', 0xFFFD), ('\u{E863}', 0xE863), ('\u{200B}', 0x200B)] {
        let read = roster(&format!("1,张{c},男,汉族,,,\n"));
        assert_eq!(cell(read), (2, "姓名".into(), CellFault::UnusableCharacter { code_point }));
    }
}

#[test]
fn numbers_are_whole_and_in_range() {
    for text in ["0", "-1", "1.0", "一", "10000", "99999999999"] {
        let read = roster(&format!("{text},王芳,女,汉族,,,\n"));
        assert_eq!(
            cell(read),
            (2, "编号".into(), CellFault::NotANumber { text: text.into(), least: 1, most: 9_999 })
        );
    }
}

#[test]
fn an_unknown_sex_is_refused() {
    let (line, column, found) = cell(roster("1,王芳,F,汉族,,,\n"));
    assert_eq!((line, column.as_str()), (2, "性别"));
    assert!(matches!(found, CellFault::UnknownWord { text, .. } if text == "F"));
}

#[test]
fn a_workbook_in_place_of_a_table_is_named_as_such() {
    for bytes in [b"PK\x03\x04rest".as_slice(), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
        assert_eq!(fault(read_deputies("名册.xlsx", bytes)), TableFault::Spreadsheet);
    }
}

#[test]
fn bytes_of_no_known_encoding_are_refused() {
    assert_eq!(fault(read_deputies("a.csv", b"\xFF\xFF\xFF\x80")), TableFault::UnknownEncoding);
}

#[test]
fn a_missing_or_doubled_column_is_named() {
    let missing = read_deputies("a.csv", "编号,姓名\n1,王芳\n".as_bytes());
    assert_eq!(fault(missing), TableFault::MissingColumn { column: "性别".into() });
    let doubled = read_observers("a.csv", "姓名,单位职务,职务\n王芳,a,b\n".as_bytes());
    assert_eq!(fault(doubled), TableFault::ColumnTwice { column: "单位职务".into() });
}

#[test]
fn a_file_without_rows_is_refused() {
    assert_eq!(fault(roster("")), TableFault::NoRows);
    assert_eq!(
        fault(read_deputies("a.csv", b"")),
        TableFault::MissingColumn { column: "编号".into() }
    );
}

#[test]
fn an_uneven_row_is_refused_with_its_line() {
    let read = roster(&format!("{TIAN_FU}2,王芳,女\n"));
    assert_eq!(fault(read), TableFault::UnevenRow { line: 3, expected: 7, found: 3 });
}

#[test]
fn more_rows_than_a_township_has_are_refused() {
    let read =
        read_observers("a.csv", format!("姓名,单位职务\n{}", "王芳,\n".repeat(2_001)).as_bytes());
    assert_eq!(fault(read), TableFault::TooManyRows { limit: 2_000 });
}

#[test]
fn an_error_names_file_line_column_and_what_is_wrong() {
    let error = roster("1,,男,汉族,,,\n").unwrap_err();
    assert_eq!(error.to_string(), "deputies.csv: line 2, column 姓名: is empty");
    let json = serde_json::to_string(&error).unwrap();
    assert_eq!(
        json,
        r#"{"file":"deputies.csv","fault":{"code":"cell","line":2,"column":"姓名","cell":{"code":"empty"}}}"#
    );
}

#[test]
fn a_row_below_a_cell_of_two_lines_keeps_its_line_number() {
    let read = roster("1,王芳,女,汉族,,\"主任\n书记\",\n2,,女,汉族,,,\n");
    assert_eq!(cell(read).0, 4);
}

#[test]
fn staff_get_ids_by_role_and_must_be_who_their_number_says() {
    let deputies = roster(TIAN_FU).unwrap();
    let staff = |rows: &str| {
        read_staff("staff.csv", format!("职责,姓名,代表编号\n{rows}").as_bytes(), &deputies)
    };
    let rows = staff("计票人,赵一,\n计票人,田富,1\n总监票人,钱二,\n").unwrap();
    let ids: Vec<_> = rows.iter().map(|row| (row.staff.id.0.as_str(), row.deputy)).collect();
    assert_eq!(ids, [("teller-1", None), ("teller-2", Some(1)), ("chief-scrutineer-1", None)]);
    assert_eq!(
        cell(staff("监票人,王芳,1\n")),
        (2, "代表编号".into(), CellFault::NotOnTheRoster { text: "王芳 1".into() })
    );
    assert_eq!(
        cell(staff("监票人,田富,2\n")),
        (2, "代表编号".into(), CellFault::NotOnTheRoster { text: "田富 2".into() })
    );
    assert_eq!(
        cell(staff("监票人,王芳,\n计票人,王 芳,\n")),
        (3, "姓名".into(), CellFault::Twice { text: "王芳".into(), first_line: 2 })
    );
    assert!(matches!(cell(staff("主持人,王芳,\n")).2, CellFault::UnknownWord { .. }));
}

const CANDIDATES: &str = "序号,名称,内容,投资（万元）,资金来源,责任单位,责任人,完成时限\n";

#[test]
fn projects_keep_their_investment_to_the_yuan() {
    let read = |rows: &str| read_projects("projects.csv", format!("{CANDIDATES}{rows}").as_bytes());
    let projects = read("1,山塘除险加固,七口,298.5001,镇财政,水利站,袁浩然,2026年5月\n").unwrap();
    assert_eq!(projects[0].project.investment, 2_985_001);
    assert_eq!(
        (projects[0].option().id.0.as_str(), projects[0].option().name.as_str()),
        ("1", "山塘除险加固")
    );
    assert_eq!(
        cell(read("1,山塘,七口,约300,,水利站,,\n")).2,
        CellFault::NotAnAmount { text: "约300".into() }
    );
    assert_eq!(
        cell(read("1,山塘,七口,1,,站,,\n2,山塘,七口,1,,站,,\n")).2,
        CellFault::Twice { text: "山塘".into(), first_line: 2 }
    );
    assert_eq!(cell(read("1,山塘,,1,,站,,\n")), (2, "内容".into(), CellFault::Empty));
}

#[test]
fn a_past_project_that_is_not_done_says_why() {
    let read = |row: &str| {
        let text = format!("序号,名称,内容,投资（万元）,责任单位,完成情况,情况说明\n{row}\n");
        read_past_projects("last-year.csv", text.as_bytes())
    };
    assert!(read("1,堤防,,360,水利站,完成,").unwrap()[0].done);
    assert_eq!(cell(read("1,公墓,,180,民政,未完成,")), (2, "情况说明".into(), CellFault::Empty));
    assert!(matches!(cell(read("1,公墓,,180,民政,在建,")).2, CellFault::UnknownWord { .. }));
}

#[test]
fn sheets_stand_in_order_and_every_row_is_set() {
    let read =
        |rows: &str| read_keying("ballots.csv", format!("捆,张,第1项,第2项\n{rows}").as_bytes(), 2);
    assert_eq!(read("1,1,○,×\n1,2,空白,不清\n2,1,赞成,反对\n").unwrap().len(), 3);
    for rows in
        ["1,2,○,×\n", "2,1,○,×\n", "1,1,○,×\n1,3,○,×\n", "1,1,○,×\n1,1,○,×\n", "1,1,○,×\n3,1,○,×\n"]
    {
        assert!(matches!(cell(read(rows)).2, CellFault::OutOfOrder { .. }), "{rows}");
    }
    assert_eq!(cell(read("1,1,○,\n")), (2, "第2项".into(), CellFault::Empty));
    assert!(
        matches!(cell(read("1,1,○,√\n")).2, CellFault::UnknownWord { text, .. } if text == "√")
    );
}

#[test]
fn a_ruling_names_a_row_of_the_ballot_or_the_whole_section() {
    let read = |row: &str| {
        read_rulings(
            "rulings.csv",
            format!("捆,张,事项,项,裁定,裁定人,说明\n{row}\n").as_bytes(),
            2,
        )
    };
    assert!(read("1,1,核对,2,○,周建国,").is_ok());
    assert!(read("1,1,裁定,,无效,徐文斌,多选").is_ok());
    assert_eq!(
        cell(read("1,1,核对,3,○,周建国,")).2,
        CellFault::NotANumber { text: "3".into(), least: 1, most: 2 }
    );
    assert!(matches!(cell(read("1,1,裁定,,○,徐文斌,")).2, CellFault::UnknownWord { .. }));
}

#[test]
fn a_fact_missing_twice_or_wrong_refuses_the_session() {
    let sample = include_str!("../../../../../assets/sample/session.csv");
    let read = |text: &str| read_meeting("session.csv", text.as_bytes());
    assert!(read(sample).is_ok());
    assert_eq!(
        fault(read(&sample.replace("会次,5\n", ""))),
        TableFault::MissingColumn { column: "会次".into() }
    );
    assert!(matches!(
        cell(read(&format!("{sample}地方,青石镇\n"))).2,
        CellFault::Twice { first_line: 2, .. }
    ));
    assert_eq!(
        cell(read(&sample.replace("2026-01-16", "2026-02-30"))).2,
        CellFault::NotADate { text: "2026-02-30".into() }
    );
    assert!(matches!(
        cell(read(&sample.replace("实到代表,56", "实到代表,59"))).2,
        CellFault::NotANumber { most: 58, .. }
    ));
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let text = [HEADER.as_bytes(), &bytes].concat();
        let _ = (read_deputies("a", &bytes), read_deputies("a", &text), read_meeting("a", &bytes));
    }

    #[test]
    fn padding_a_name_changes_nothing(name in "[一-龥]{2,4}", pads in proptest::collection::vec(0_usize..3, 4)) {
        let padded: String = name.chars().zip(pads).flat_map(|(c, pad)| std::iter::once(c).chain(std::iter::repeat_n('\u{3000}', pad))).collect();
        let deputies = roster(&format!("1,{padded},男,汉族,,,\n")).unwrap();
        prop_assert_eq!(&deputies[0].name, &name);
    }
}
