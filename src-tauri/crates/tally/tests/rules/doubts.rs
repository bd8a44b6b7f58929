//! What goes to the chief scrutineer.

use tally::{
    BlankRow, BlankSection, Cap, Contest, Doubt, OverCap, SeatsRule, Section, Tally, WriteInMark,
    WriteInUnmarked, WriteIns, doubts_of_sheet,
};

use crate::build::{
    election, election_rule, evaluation, evaluation_rule, motion, motion_rule, naming, ruled_void,
    seats_rule, section, selection, written,
};

/// Both ways to ask: with the contests, and of a tally that has their rules at hand.
fn doubts(contest: &Contest, section: Section) -> Vec<Doubt> {
    let (contests, sheet) = (std::slice::from_ref(contest), [section]);
    let doubts = doubts_of_sheet(contests, &sheet);
    assert_eq!(Tally::new(contests).doubts(&sheet), doubts);
    doubts.concat()
}

#[test]
fn a_plain_section_has_no_doubts() {
    assert_eq!(doubts(&selection(3, seats_rule(2)), section("ox.")), []);
    assert_eq!(doubts(&evaluation(3, evaluation_rule(&["好", "差"])), section("01.")), []);
    assert_eq!(doubts(&motion(motion_rule()), section("a")), []);
}

#[test]
fn too_many_or_too_few_approvals() {
    for over_cap in [OverCap::Section, OverCap::Sheet, OverCap::Flag] {
        let rule = |cap| SeatsRule { cap, over_cap, ..seats_rule(2) };
        assert_eq!(
            doubts(&selection(3, rule(Cap::AtMost)), section("ooo")),
            [Doubt::OverCap { approvals: 3, seats: 2 }]
        );
        assert_eq!(doubts(&selection(3, rule(Cap::AtMost)), section("o..")), []);
        assert_eq!(
            doubts(&selection(3, rule(Cap::Exactly)), section("ooo")),
            [Doubt::OverCap { approvals: 3, seats: 2 }]
        );
        assert_eq!(
            doubts(&selection(3, rule(Cap::Exactly)), section("o..")),
            [Doubt::UnderCap { approvals: 1, seats: 2 }]
        );
        assert_eq!(doubts(&selection(3, rule(Cap::None)), section("ooo")), []);
    }
}

#[test]
fn write_ins_count_as_approvals() {
    assert_eq!(
        doubts(&election(&["甲", "乙", "丙"], election_rule(2)), naming("oox", &["丁"])),
        [Doubt::OverCap { approvals: 3, seats: 2 }]
    );
}

#[test]
fn a_blank_section_is_a_doubt_only_where_it_is_void() {
    let rule = |blank_section| SeatsRule { blank_section, cap: Cap::Exactly, ..seats_rule(2) };
    assert_eq!(doubts(&selection(3, rule(BlankSection::Valid)), section("...")), []);
    assert_eq!(
        doubts(&selection(3, rule(BlankSection::Void)), section("...")),
        [Doubt::BlankSection]
    );
}

#[test]
fn a_blank_section_row_by_row_is_a_doubt_only_against_the_cap() {
    let rule = |seats, blank_row| SeatsRule {
        blank_row,
        blank_section: BlankSection::ByRow,
        ..seats_rule(seats)
    };
    for blank_row in [BlankRow::Abstain, BlankRow::Void, BlankRow::For] {
        assert_eq!(doubts(&selection(3, rule(3, blank_row)), section("...")), []);
    }
    assert_eq!(
        doubts(&selection(3, rule(2, BlankRow::For)), section("...")),
        [Doubt::OverCap { approvals: 3, seats: 2 }]
    );
}

#[test]
fn rows_that_cannot_be_read_by_their_number_from_0() {
    assert_eq!(
        doubts(&selection(3, seats_rule(2)), section("?o?")),
        [Doubt::IllegibleRow { row: 0 }, Doubt::IllegibleRow { row: 2 }]
    );
    let graded = evaluation(3, evaluation_rule(&["好", "差"]));
    assert_eq!(
        doubts(&graded, section("0*?")),
        [Doubt::MultipleGrades { row: 1 }, Doubt::IllegibleRow { row: 2 }]
    );
}

#[test]
fn deputies_law_17_names_without_as_many_against() {
    let contest = election(&["甲", "乙"], election_rule(2));
    assert_eq!(
        doubts(&contest, naming("x.", &["丙", "丁"])),
        [Doubt::WriteInsWithoutAgainst { write_ins: 2, against: 1 }]
    );
    assert_eq!(
        doubts(&contest, naming("..", &["丙"])),
        [Doubt::WriteInsWithoutAgainst { write_ins: 1, against: 0 }]
    );
    assert_eq!(doubts(&contest, naming("x.", &["丙", "甲"])), []);
    let allowed =
        election(&["甲", "乙"], SeatsRule { write_ins: WriteIns::Allowed, ..seats_rule(2) });
    assert_eq!(doubts(&allowed, naming("..", &["丙"])), []);
}

#[test]
fn an_unmarked_name_is_a_doubt_where_it_is_dropped() {
    let rule = |write_in_unmarked| SeatsRule { write_in_unmarked, ..election_rule(2) };
    let unmarked = written(
        "x.",
        &[("王 芳", WriteInMark::Blank), ("王芳", WriteInMark::Blank), ("甲", WriteInMark::Blank)],
    );
    let dropping = election(&["甲", "乙"], rule(WriteInUnmarked::Void));
    assert_eq!(
        doubts(&dropping, unmarked.clone()),
        [Doubt::WriteInUnmarked { name: "王芳".to_owned() }]
    );
    assert_eq!(doubts(&election(&["甲", "乙"], rule(WriteInUnmarked::For)), unmarked), []);
    let marked_too = written("x.", &[("王芳", WriteInMark::Blank), ("王芳", WriteInMark::For)]);
    assert_eq!(doubts(&dropping, marked_too), []);
}

#[test]
fn a_section_ruled_void_has_no_doubts() {
    assert_eq!(doubts(&selection(3, seats_rule(2)), ruled_void("oo?o")), []);
}

#[test]
fn doubts_stand_with_their_section() {
    let contests = [election(&["甲"], election_rule(1)), selection(3, seats_rule(2))];
    let sheet = [section("o"), section("ooo")];
    assert_eq!(
        doubts_of_sheet(&contests, &sheet),
        [vec![], vec![Doubt::OverCap { approvals: 3, seats: 2 }]]
    );
}

#[test]
fn doubts_are_written_with_their_kind() {
    let text =
        serde_json::to_string(&[Doubt::BlankSection, Doubt::IllegibleRow { row: 4 }]).unwrap();
    assert_eq!(text, r#"[{"kind":"blank_section"},{"kind":"illegible_row","row":4}]"#);
}
