//! 使用手册: one page for each of those who work with the program.

use papers::{ManualRole, manual};

use crate::pictures::looks_as_before;

#[test]
fn every_page_of_the_manual_is_one_page_and_looks_as_before() {
    for (of, name) in ManualRole::ALL.into_iter().zip([
        "manual-secretary",
        "manual-teller",
        "manual-scrutineer",
        "manual-projectionist",
    ]) {
        let page = manual(of).unwrap();
        assert_eq!(page.pages, 1, "{name}");
        looks_as_before(name, &page);
    }
}
