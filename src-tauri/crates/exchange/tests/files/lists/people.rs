//! People in lists: names, numbers, who is who.

use exchange::read_staff;
use exchange::table::{List, Options, What, read};

use super::{HEADER, TIAN_FU, deputies, faults, only, reading, roster};

#[test]
fn a_padded_name_is_stored_unpadded() {
    let deputies = deputies(TIAN_FU);
    assert_eq!(deputies[0].name, "田富");
    assert_eq!((deputies[0].sex.as_str(), deputies[0].ethnicity.as_str()), ("", "土家族"));
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
    for text in ["0", "-1", "1.0", "一二", "10000", "99999999999"] {
        let read = roster(&format!("{text},王芳,女,汉族,,,\n"));
        assert_eq!(only(&read), (2, "编号", &What::NotANumber { least: 1, most: 9_999 }), "{text}");
        assert_eq!(read.faults[0].value, text);
    }
    for text in ["１", "1、", "001", "1.", "（1）", "第1号", "一", "（一）"] {
        assert_eq!(roster(&format!("{text},王芳,女,汉族,,,\n")).rows[0].get("编号"), "1", "{text}");
    }
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

#[test]
fn what_stands_behind_a_name_goes_into_its_column() {
    let read = roster("1,王芳（女，回族）,女,回族,,,\n");
    assert_eq!(read.rows[0].get("姓名"), "王芳");
    assert!(read.faults.is_empty());
    let text = "姓名,单位职务\n宋文静（女）,委员\n";
    assert_eq!(reading(List::Observers, text).rows[0].get("备注"), "女");
}

#[test]
fn two_names_in_one_cell_are_two_people() {
    for cell in ["田富、王芳", "田富/王芳"] {
        let read = roster(&format!("1,{cell},男,汉族,,,\n"));
        assert_eq!(only(&read), (2, "姓名", &What::SeveralNames), "{cell}");
    }
    assert!(roster("1,田富（女，回族）,女,回族,,,\n").faults.is_empty());
}
