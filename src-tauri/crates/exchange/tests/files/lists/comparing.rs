//! A preview beside what is there, and columns assigned by hand.

use exchange::table;
use exchange::table::{
    Assignment, Change, Correction, List, Note, Options, Preview, Skipped, What, preview, read,
    read_pasted,
};

use super::{deputies, faults, reading, roster};

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
    let preview = preview(read, &there, false);
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

#[test]
fn a_cell_is_put_right_in_the_preview_and_everything_is_read_again() {
    let text = "编号,姓名,性别,民族,代表团\nx,王芳,女,汉族,一团\n2,赵强,F,汉族,\n合计,2人,,,\n";
    let correction = |line, column: &str, text: &str| Correction {
        line,
        block: 0,
        column: column.into(),
        text: text.into(),
    };
    let with = |corrected: Vec<Correction>| {
        let options = Options { corrected, ..Options::default() };
        read(List::Deputies, "a.csv", text.as_bytes(), &options, &|_| true)
    };
    assert_eq!(with(vec![]).faults.len(), 2);
    let half = with(vec![correction(2, "编号", "１")]);
    assert_eq!(faults(&half).len(), 1);
    let whole = with(vec![
        correction(2, "编号", "x2"),
        correction(2, "编号", "１"),
        correction(3, "性别", "男"),
        correction(2, "代表团", "二团"),
        correction(2, "备注", "兼"),
    ]);
    assert!(whole.faults.is_empty(), "{:?}", whole.faults);
    assert_eq!(whole.rows[0].cells, ["1", "王芳", "女", "汉族", "二团", "", "兼"]);
    assert_eq!(whole.rows[1].get("代表团"), "二团", "what was put right fills down");
    let emptied = with(vec![correction(2, "姓名", " ")]);
    assert!(faults(&emptied).contains(&(2, "姓名", &What::Missing)));
}

#[test]
fn a_row_is_taken_out_by_hand_and_is_told() {
    let text = "编号,姓名,性别,民族\n1,王芳,女,汉族\n1,王芳,女,汉族\n";
    let options = Options { left_out: vec![3], ..Options::default() };
    let reading = read(List::Deputies, "a.csv", text.as_bytes(), &options, &|_| true);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let note =
        Note::RowSkipped { line: 3, row: Skipped::ByHand, text: "1 王芳 女 汉族".into() };
    assert!(reading.notes.contains(&note));
}

#[test]
fn what_is_there_stays_or_goes_as_the_user_says() {
    let there: Vec<_> = deputies("3,田富,男,汉族,,,\n5,王芳,女,汉族,,,\n")
        .iter()
        .map(table::deputy_cells)
        .collect();
    let pasted = |keep| {
        let text = "姓名\t性别\t民族\n赵强\t男\t汉族\n王芳\t女\t汉族\n";
        let reading = read_pasted(List::Deputies, text, &Options::default(), &|_| true);
        preview(reading, &there, keep)
    };
    let numbers = |preview: &Preview| -> Vec<(String, String)> {
        let rows = preview.whole();
        rows.iter().map(|it| (it.get("编号").to_owned(), it.get("姓名").to_owned())).collect()
    };
    let pair = |number: &str, name: &str| (number.to_owned(), name.to_owned());
    assert_eq!(numbers(&pasted(false)), [pair("1", "赵强"), pair("2", "王芳")]);
    let added = pasted(true);
    assert_eq!(numbers(&added), [pair("3", "田富"), pair("5", "王芳"), pair("6", "赵强")]);
    assert_eq!(added.rows[1].change, Change::Same);
    assert_eq!(added.missing.len(), 1);
}

#[test]
fn names_below_each_other_need_no_heading() {
    let none = |_: char| true;
    let names = read_pasted(List::Observers, "郑少华\n宋 文静\n", &Options::default(), &none);
    assert!(names.faults.is_empty(), "{:?}", names.faults);
    let taken: Vec<&str> = names.rows.iter().map(|row| row.get("姓名")).collect();
    assert_eq!(taken, ["郑少华", "宋文静"]);
    let cells = read_pasted(List::Observers, "郑少华\t书记\n", &Options::default(), &none);
    assert!(matches!(cells.faults[0].what, What::NoHeading { .. }));
}

#[test]
fn a_column_is_done_without_where_rows_are_known_by_another() {
    let reading = reading(List::Deputies, "编号,姓名,代表团\n1,王芳,一团\n");
    assert_eq!(preview(reading, &[], false).dispensable, ["性别", "民族"]);
    let absent = Options { absent: vec!["名称".into()], ..Options::default() };
    let text = "序号,建设内容,投资,责任单位\n1,七口,3,站\n";
    let unnamed = read(List::Projects, "a.csv", text.as_bytes(), &absent, &|_| true);
    assert!(faults(&unnamed).contains(&(1, "名称", &What::MissingColumn)));
    assert_eq!(preview(unnamed, &[], false).dispensable, Vec::<String>::new());
}
