//! What a file is: encodings, line ends, quotes, files cut off.

use encoding_rs::GB18030;
use exchange::table::{List, Options, OtherFile, What, read, read_pasted};
use exchange::{read_deputies, table};

use super::{HEADER, TIAN_FU, only, reading, roster};

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
fn ten_thousand_rows_are_the_wrong_file() {
    let list = |rows: usize| {
        reading(List::Observers, &format!("姓名,单位职务\n{}", "王芳,\n".repeat(rows)))
    };
    assert_eq!(only(&list(10_000)), (0, "", &What::TooManyRows { limit: 9_999 }));
    assert_eq!(list(9_999).rows.len(), 9_999);
    assert_eq!(only(&list(40_000)), (0, "", &What::TooManyRows { limit: 9_999 }));
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
fn a_stray_nought_is_a_character_nobody_sees() {
    let stray = roster("1,田\0富,男,汉族,一团,村民,\n");
    assert_eq!(only(&stray), (2, "姓名", &What::Invisible { position: 2, code_point: 0 }));
    for mark in [b"\xFF\xFE\0\0".as_slice(), b"\0\0\xFE\xFF"] {
        let bytes = [mark, b"1\0\0\0"].concat();
        let other = read(List::Deputies, "a.csv", &bytes, &Options::default(), &|_| true);
        assert_eq!(only(&other), (0, "", &What::UnknownEncoding));
    }
}

#[test]
fn commas_of_a_chinese_keyboard_part_cells_where_no_other_mark_does() {
    let read = reading(List::Observers, "姓名，单位职务\n郑少华，书记\n");
    assert_eq!(read.rows[0].get("单位职务"), "书记");
}
