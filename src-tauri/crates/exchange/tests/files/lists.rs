//! Lists as offices save them: what is taken over, what is told, and every fault at once.

use encoding_rs::GB18030;
use exchange::table::{
    Assignment, Change, Fault, List, Note, Options, OtherFile, Reading, Skipped, What, preview,
    read, read_pasted,
};
use exchange::{
    read_deputies, read_observers, read_past_projects, read_projects, read_staff, table,
};
use proptest::prelude::*;
use session::people::Deputy;

const HEADER: &str = "编号,姓名,性别,民族,代表团,单位职务,备注\n";
const TIAN_FU: &str = "1,田\u{3000}富,男,土家族,第一代表团,云岭村党支部书记,\n";

pub fn reading(list: List, text: &str) -> Reading {
    read(list, "a.csv", text.as_bytes(), &Options::default(), &|_| true)
}

fn roster(rows: &str) -> Reading {
    reading(List::Deputies, &format!("{HEADER}{rows}"))
}

fn deputies(rows: &str) -> Vec<Deputy> {
    read_deputies("a.csv", format!("{HEADER}{rows}").as_bytes()).unwrap()
}

/// Line, column and code of every fault.
pub fn faults(reading: &Reading) -> Vec<(u32, &str, &What)> {
    let of = |fault: &'_ Fault| fault.place.line.unwrap_or(0);
    let column = |fault: &'_ Fault| -> String { fault.place.column.clone().unwrap_or_default() };
    reading.faults.iter().map(|fault| (of(fault), &*column(fault).leak(), &fault.what)).collect()
}

fn only(reading: &Reading) -> (u32, &str, &What) {
    let faults = faults(reading);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0]
}

#[test]
fn a_padded_name_is_stored_unpadded() {
    let deputies = deputies(TIAN_FU);
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
    let read = reading(List::Deputies, text);
    assert!(read.notes.contains(&Note::ColumnLeft { letter: "A".into(), heading: "手机".into() }));
}

#[test]
fn the_same_list_in_every_encoding_and_with_every_mark_reads_the_same() {
    let text = format!(
        "{HEADER}1,张䶮,男,汉族,第一代表团,村民,\n2,陆𬱖生,男,汉族,第四代表团,村民,\n3,买买提•艾力,男,维吾尔族,第五代表团,经营户,\n"
    );
    let plain = read_deputies("a.csv", text.as_bytes()).unwrap();
    let (gb18030, _, unmappable) = GB18030.encode(&text);
    assert!(!unmappable);
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let utf16 = |mark: bool, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let mark = mark.then_some(0xFEFF);
        mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    for bytes in [
        gb18030.as_ref(),
        &marked,
        &utf16(true, u16::to_le_bytes),
        &utf16(true, u16::to_be_bytes),
        &utf16(false, u16::to_le_bytes),
        &utf16(false, u16::to_be_bytes),
        text.replace(',', "\t").as_bytes(),
        text.replace(',', ";").as_bytes(),
        text.replace('\n', "\r\n").as_bytes(),
        text.replace('\n', "\r").as_bytes(),
    ] {
        assert_eq!(read_deputies("a.txt", bytes).unwrap(), plain);
    }
    assert_eq!(plain[2].name, "买买提·艾力");
    let pasted =
        read_pasted(List::Deputies, &text.replace(',', "\t"), &Options::default(), &|_| true);
    assert_eq!(table::deputies(&pasted.rows), plain);
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
    assert_eq!(both("大坪村").rows.len(), 2);
    assert!(both("大坪村").faults.is_empty());
    let read = both("青石村");
    assert_eq!(only(&read), (3, "姓名", &What::NameNeedsNote { first_line: 2 }));
    assert_eq!(read.faults[0].value, "李伟（青石村）");
}

#[test]
fn a_number_used_twice_names_both_lines() {
    let read = roster("1,田富,男,土家族,,,\n2,王芳,女,汉族,,,\n1,赵强,男,汉族,,,\n");
    assert_eq!(only(&read), (4, "编号", &What::Twice { first_line: 2 }));
}

#[test]
fn a_name_of_nothing_is_refused() {
    assert_eq!(only(&roster("1,\u{3000} ,男,汉族,,,\n")), (2, "姓名", &What::Missing));
    assert_eq!(only(&roster("1,·,男,汉族,,,\n")), (2, "姓名", &What::NothingVisible));
}

#[test]
fn every_character_that_cannot_be_seen_or_shown_is_told_by_its_place() {
    let read = roster("1,\u{2068}田富\u{2069},男,汉族,,,\n");
    let hidden = |position, code_point| What::Invisible { position, code_point };
    assert_eq!(faults(&read), [(2, "姓名", &hidden(1, 0x2068)), (2, "姓名", &hidden(4, 0x2069))]);
    for (c, code_point) in [('\u{FFFD}', 0xFFFD), ('\u{E863}', 0xE863)] {
        let read = roster(&format!("1,张{c},男,汉族,,,\n"));
        assert_eq!(only(&read), (2, "姓名", &What::Unshowable { position: 2, code_point }));
    }
    assert_eq!(only(&roster("1,张\u{200B},男,汉族,,,\n")), (2, "姓名", &hidden(2, 0x200B)));
}

#[test]
fn what_no_face_draws_is_told_before_it_comes_in() {
    let text = format!("{HEADER}1,张䶮,男,汉族,,村民,\n");
    let read = read(List::Deputies, "a.csv", text.as_bytes(), &Options::default(), &|c| c != '䶮');
    let what = What::CannotDraw { character: "䶮".into(), position: 2, code_point: 0x4DAE };
    assert_eq!(only(&read), (2, "姓名", &what));
}

#[test]
fn numbers_are_whole_and_in_range() {
    for text in ["0", "-1", "1.0", "一", "10000", "99999999999"] {
        let read = roster(&format!("{text},王芳,女,汉族,,,\n"));
        assert_eq!(only(&read), (2, "编号", &What::NotANumber { least: 1, most: 9_999 }), "{text}");
        assert_eq!(read.faults[0].value, text);
    }
    for text in ["１", "1、", "001", "1.", "（1）", "第1号"] {
        assert_eq!(roster(&format!("{text},王芳,女,汉族,,,\n")).rows[0].get("编号"), "1", "{text}");
    }
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
fn a_file_that_is_no_table_says_what_it_is() {
    let refused = |name: &str, bytes: &[u8]| {
        let read = read(List::Deputies, name, bytes, &Options::default(), &|_| true);
        assert!(read.rows.is_empty());
        assert_eq!(read.faults.len(), 1);
        read.faults[0].what.clone()
    };
    let other = |found| What::NotATable { found };
    for (name, bytes, what) in [
        ("a.csv", b"".as_slice(), What::Empty),
        ("a.csv", b" \r\n\t,,\n  ", What::NoHeading { known: vec![] }),
        ("a.csv", b"\xEF\xBB\xBF", What::Empty),
        ("~$名册.xlsx", b"\x05WPS", What::LockFile),
        ("a.xlsx", b"PK\x03\x04rest", What::CutOff),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", What::CutOff),
        ("a.csv", b"\xFF\xFF\xFF\x80", What::UnknownEncoding),
        ("a.csv", b"%PDF-1.7", other(OtherFile::Pdf)),
        ("a.xls", b"<html><table>", other(OtherFile::WebPage)),
        ("a.jpg", b"\xFF\xD8\xFF\xE0", other(OtherFile::Picture)),
        ("a.piaojue", b"SQLite format 3\0", other(OtherFile::Session)),
        ("a.xlsx", b"\0\0\0\0\0\0\0\0", What::CutOff),
    ] {
        match (refused(name, bytes), &what) {
            (What::NoHeading { .. }, What::NoHeading { .. }) => {}
            (found, _) => assert_eq!(&found, &what, "{name}"),
        }
    }
}

#[test]
fn a_file_that_ends_inside_a_character_is_still_being_saved() {
    let text = format!("{HEADER}{TIAN_FU}2,王芳,女,汉族,一团,村民,大坪");
    let (gb18030, ..) = GB18030.encode(&text);
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for whole in [text.as_bytes(), &gb18030, &utf16] {
        let cut = &whole[..whole.len() - 1];
        let read = read(List::Deputies, "a.csv", cut, &Options::default(), &|_| true);
        assert_eq!(only(&read), (0, "", &What::CutOff));
    }
}

#[test]
fn a_last_row_that_breaks_off_is_still_being_saved() {
    let read = roster(&format!("{TIAN_FU}2,王芳,女,汉"));
    assert_eq!(only(&read), (3, "", &What::CutOff));
    assert!(roster(&format!("{TIAN_FU}2,王芳,女,汉族,,,")).faults.is_empty());
    let text = format!("{HEADER}{TIAN_FU}2,王芳,女,汉族");
    let pasted = read_pasted(List::Deputies, &text, &Options::default(), &|_| true);
    assert!(pasted.faults.is_empty(), "{:?}", pasted.faults);
}

#[test]
fn a_people_is_named_in_full() {
    let read = roster("1,田富,男,土家,,,\n2,王芳,女,汉,,,\n3,阿依,女,维吾尔族,,,\n");
    let names: Vec<_> = read.rows.iter().map(|row| row.get("民族")).collect();
    assert_eq!(names, ["土家族", "汉族", "维吾尔族"]);
}

#[test]
fn names_in_one_cell_are_told_apart() {
    for (cell, names) in [
        ("王芳、赵强", "王芳、赵强"),
        ("王芳 赵强", "王芳、赵强"),
        ("田 富 王芳 李 伟", "田富、王芳、李伟"),
        ("\"王芳，田\u{3000}富\"", "王芳、田富"),
        ("欧阳建平", "欧阳建平"),
    ] {
        let text = format!("编号,案由,领衔代表\n1,修路,{cell}\n");
        assert_eq!(reading(List::Proposals, &text).rows[0].get("提出人"), names, "{cell}");
    }
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
fn ten_thousand_rows_are_the_wrong_file() {
    let list = |rows: usize| {
        reading(List::Observers, &format!("姓名,单位职务\n{}", "王芳,\n".repeat(rows)))
    };
    assert_eq!(only(&list(10_000)), (0, "", &What::TooManyRows { limit: 9_999 }));
    assert_eq!(list(9_999).rows.len(), 9_999);
    assert_eq!(only(&list(40_000)), (0, "", &What::TooManyRows { limit: 9_999 }));
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
fn rows_are_counted_as_spreadsheets_count_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text =
            format!("青石镇代表名册\n\n{HEADER}1,王芳,女,汉族,,\"主任\n书记\",\n\n2,,女,汉族,,,\n");
        let read = reading(List::Deputies, &text.replace('\n', end));
        assert_eq!(only(&read), (6, "姓名", &What::Missing), "{end:?}");
    }
}

#[test]
fn a_stray_quote_is_named_by_its_line() {
    let rows = "2,王芳,女,汉族,一团,村民,\n3,赵强,男,汉族,一团,村民,\n";
    for (stray, line) in [
        (format!("1,田富,男,汉族,一团,村民,\"青石村\n{rows}"), 2),
        (format!("1,田富,男,汉族,一团,村民,\n2,\"王芳,女,汉族,一团,村民,\n{rows}"), 3),
        (format!("1,\"田富,男,汉族,一团,村民,\n{rows}4,\"李伟,男,汉族,一团,村民,\n"), 2),
    ] {
        assert_eq!(only(&roster(&stray)), (line, "", &What::StrayQuote), "{stray}");
    }
    let closed = "1,王芳,女,汉族,一团,\"主任，兼任\n支部书记\n及其他\",\n";
    assert!(roster(closed).faults.is_empty());
    assert!(roster("1,王\"芳,女,汉族,一团,5\"管,\n").faults.is_empty());
}

#[test]
fn staff_get_ids_by_role_and_must_be_who_their_number_says() {
    let roster = deputies(TIAN_FU);
    let staff = |rows: &str| {
        read_staff("staff.csv", format!("职责,姓名,代表编号\n{rows}").as_bytes(), &roster)
    };
    let rows = staff("计票人,赵一,\n计票人,田富,1\n总监票人,钱二,\n").unwrap();
    let ids: Vec<_> = rows.iter().map(|row| (row.staff.id.0.as_str(), row.deputy)).collect();
    assert_eq!(ids, [("teller-1", None), ("teller-2", Some(1)), ("chief-scrutineer-1", None)]);
    for (rows, line, column, what) in [
        ("监票人,王芳,1\n", 2, "代表编号", What::NotOnTheRoster),
        ("监票人,田富,2\n", 2, "代表编号", What::NotOnTheRoster),
        ("监票人,王芳,\n计票人,王 芳,\n", 3, "姓名", What::Twice { first_line: 2 }),
    ] {
        let fault = staff(rows).unwrap_err().faults.remove(0);
        assert_eq!(
            (fault.place.line, fault.place.column.as_deref(), fault.what),
            (Some(line), Some(column), what)
        );
    }
    assert!(matches!(
        staff("主持人,王芳,\n").unwrap_err().faults[0].what,
        What::UnknownWord { .. }
    ));
}

const CANDIDATES: &str = "序号,名称,内容,投资（万元）,资金来源,责任单位,责任人,完成时限\n";

#[test]
fn projects_keep_their_investment_to_the_yuan() {
    let read = |rows: &str| reading(List::Projects, &format!("{CANDIDATES}{rows}"));
    let text = format!("{CANDIDATES}1,山塘除险加固,七口,298.5001,镇财政,水利站,袁浩然,2026年5月\n");
    let projects = read_projects("projects.csv", text.as_bytes()).unwrap();
    assert_eq!(projects[0].project.investment, 2_985_001);
    assert_eq!(
        (projects[0].option().id.0.as_str(), projects[0].option().name.as_str()),
        ("1", "山塘除险加固")
    );
    let vague = read("1,山塘,七口,约300,,水利站,,\n");
    assert_eq!(only(&vague), (2, "投资（万元）", &What::NotAnAmount));
    assert_eq!(vague.faults[0].value, "约300");
    assert_eq!(
        only(&read("1,山塘,七口,1,,站,,\n2,山塘,七口,1,,站,,\n")),
        (3, "名称", &What::Twice { first_line: 2 })
    );
    assert_eq!(only(&read("1,山塘,,1,,站,,\n")), (2, "内容", &What::Missing));
    for (text, shown) in
        [("\"1,200.50\"", "1200.5"), ("１２００", "1200"), ("386万元", "386"), ("1.2亿元", "12000")]
    {
        assert_eq!(read(&format!("1,山塘,七口,{text},,站,,\n")).rows[0].get("投资（万元）"), shown);
    }
}

#[test]
fn the_unit_of_an_amount_is_that_of_its_heading() {
    for (heading, amount) in
        [("投资额（元）", "2985000"), ("总投资（亿元）", "0.02985"), ("投资估算(万元)", "298.5")]
    {
        let text = format!("序号,项目名称,建设内容,{heading},责任单位\n1,山塘,七口,{amount},站\n");
        let projects = read_projects("a.csv", text.as_bytes()).unwrap();
        assert_eq!(projects[0].project.investment, 2_985_000, "{heading}");
    }
    let above = "单位：元,,,,\n序号,项目名称,建设内容,投资,责任单位\n1,山塘,七口,2985000,站\n";
    assert_eq!(read_projects("a.csv", above.as_bytes()).unwrap()[0].project.investment, 2_985_000);
}

#[test]
fn a_past_project_that_is_not_done_says_why() {
    let read = |row: &str| {
        let text = format!("序号,名称,内容,投资（万元）,责任单位,完成情况,情况说明\n{row}\n");
        reading(List::LastYear, &text)
    };
    let past = |row: &str| table::past_projects(&read(row).rows).remove(0);
    assert!(past("1,堤防,,360,水利站,完成,").done);
    assert_eq!(only(&read("1,公墓,,180,民政,未完成,")), (2, "情况说明", &What::ReasonMissing));
    let late = past("1,公墓,,180,民政,\"未完成，因用地未批\",");
    assert_eq!((late.done, late.state.as_str()), (false, "因用地未批"));
    let going_on = past("1,公墓,,180,民政,在建,");
    assert_eq!((going_on.done, going_on.state.as_str()), (false, "在建"));
    let partly = past("1,公墓,,180,民政,完成80%,");
    assert_eq!((partly.done, partly.state.as_str()), (false, "完成80%"));
    assert!(past("1,公墓,,180,民政,\"已完成，9月验收\",").done);
    assert!(matches!(only(&read("1,公墓,,180,民政,待定,")).2, What::UnknownWord { .. }));
    let last_year = "序号,名称,完成情况\n1,堤防,完成\n".as_bytes();
    assert_eq!(read_past_projects("a.csv", last_year).unwrap()[0].project.investment, 0);
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
fn what_stands_behind_a_name_goes_into_its_column() {
    let read = roster("1,王芳（女，回族）,女,回族,,,\n");
    assert_eq!(read.rows[0].get("姓名"), "王芳");
    assert!(read.faults.is_empty());
    let text = "姓名,单位职务\n宋文静（女）,委员\n";
    assert_eq!(reading(List::Observers, text).rows[0].get("备注"), "女");
}

#[test]
fn columns_are_assigned_by_hand_and_remembered_by_heading() {
    let text = "甲,乙,丙\n1,山塘,七口\n";
    let assigned = [("甲", "序号"), ("乙", "事项"), ("丙", "内容")].map(|(heading, column)| {
        Assignment { heading: heading.into(), letter: None, column: Some(column.into()) }
    });
    let options = Options { assigned: assigned.to_vec(), ..Options::default() };
    let reading = read(List::Motions, "a.csv", text.as_bytes(), &options, &|_| true);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    assert_eq!(reading.rows[0].cells, ["1", "山塘", "七口"]);
    let bare = Options {
        heading: Some(0),
        assigned: vec![Assignment {
            heading: String::new(),
            letter: Some("A".into()),
            column: Some("姓名".into()),
        }],
        ..Options::default()
    };
    let names = read_pasted(List::Observers, "郑少华\n宋文静\n", &bare, &|_| true);
    assert_eq!(names.rows.len(), 2, "{names:?}");
}

#[test]
fn a_preview_says_what_is_new_changed_the_same_and_missing() {
    let there: Vec<_> = deputies(
        "1,田富,男,汉族,一团,村民,\n2,王芳,女,汉族,一团,村民,\n3,赵强,男,汉族,一团,村民,\n4,李伟,男,汉族,一团,村民,\n",
    )
    .iter()
    .map(table::deputy_cells)
    .collect();
    let read = roster(
        "1,田富,男,汉族,一团,村民,\n2,王芳,女,汉族,二团,村民,\n3,赵 刚,男,汉族,一团,村民,\n9,周建国,男,汉族,一团,村民,\n",
    );
    let preview = preview(read, &there);
    let mut changes = preview.rows.iter().map(|row| &row.change);
    assert_eq!(changes.next(), Some(&Change::Same));
    let Some(Change::Changed { before }) = changes.next() else { panic!("not changed") };
    assert_eq!(before[4].as_deref(), Some("一团"));
    let Some(Change::Changed { before }) = changes.next() else { panic!("not changed") };
    assert_eq!(before[1].as_deref(), Some("赵强"));
    assert_eq!(changes.next(), Some(&Change::New));
    assert_eq!(preview.missing.len(), 1);
    assert_eq!(preview.missing[0][1], "李伟");
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let text = [HEADER.as_bytes(), &bytes].concat();
        for list in List::ALL {
            for bytes in [&bytes, &text] {
                let _ = read(list, "a", bytes, &Options::default(), &|_| true);
            }
        }
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "[编号姓名,\"\n\r\t;0-9第一代表团合计注：（）女.、\\u{3000}\\u{200b}]{0,120}") {
        for list in List::ALL {
            let _ = read_pasted(list, &text, &Options::default(), &|_| true);
            let _ = read_pasted(list, &format!("{HEADER}{text}"), &Options::default(), &|_| true);
        }
    }

    #[test]
    fn padding_a_name_changes_nothing(name in "[一-龥]{2,4}", pads in proptest::collection::vec(0_usize..3, 4)) {
        let padded: String = name.chars().zip(pads).flat_map(|(c, pad)| std::iter::once(c).chain(std::iter::repeat_n('\u{3000}', pad))).collect();
        let read = roster(&format!("1,{padded},男,汉族,,,\n"));
        prop_assert_eq!(read.rows[0].get("姓名"), name);
    }
}
