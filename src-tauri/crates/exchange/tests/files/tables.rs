//! What only the sample keeps as a table: its facts, keyings and rulings.

use exchange::{CellFault, TableError, TableFault, read_keying, read_meeting, read_rulings};
use proptest::prelude::*;

fn fault<T: std::fmt::Debug>(read: Result<T, TableError>) -> TableFault {
    read.unwrap_err().fault
}

fn cell<T: std::fmt::Debug>(read: Result<T, TableError>) -> (u64, String, CellFault) {
    let TableFault::Cell { line, column, cell } = fault(read) else { panic!("not about a cell") };
    (line, column, cell)
}

#[test]
fn an_uneven_row_is_refused_with_its_line() {
    let read = read_keying("ballots.csv", "捆,张,第1项\n1,1\n".as_bytes(), 1);
    assert_eq!(fault(read), TableFault::UnevenRow { line: 2, expected: 3, found: 2 });
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
        let _ = (read_meeting("a", &bytes), read_keying("a", &bytes, 3), read_rulings("a", &bytes, 3));
    }
}
