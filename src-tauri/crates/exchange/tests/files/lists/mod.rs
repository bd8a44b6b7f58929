//! Lists as offices save them: what is taken over, what is told, and every fault at once.

mod comparing;
mod files;
mod layout;
mod people;
mod projects;
mod usual;

use exchange::read_deputies;
use exchange::table::{Fault, List, Options, Reading, What, read, read_pasted};
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
