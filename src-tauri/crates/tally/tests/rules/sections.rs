//! "Counting a section", step by step and in that order.

use tally::{
    BlankRow, BlankSection, Cap, Contest, IllegibleRow, MultiMark, OverCap, SeatsRule, Section,
    Tally, WhollyBlank, WriteInMark, WriteInUnmarked, WriteIns, normalised_name,
};

use crate::build::{
    counts, election, election_rule, evaluation, evaluation_rule, motion, motion_rule, naming,
    ruled_void, seats_rule, section, selection, tally_of, written,
};

fn one(contest: &Contest, section: Section) -> Tally {
    tally_of(std::slice::from_ref(contest), &[vec![section]])
}

/// Valid, void and flagged sections.
fn verdict(tally: &Tally) -> (u32, u32, u32) {
    (tally.valid(0), tally.void(0), tally.flagged(0))
}

fn names_of(tally: &Tally) -> Vec<(String, u32)> {
    tally.write_ins(0).into_iter().map(|count| (count.name, count.for_)).collect()
}

const VALID: (u32, u32, u32) = (1, 0, 0);
const VOID: (u32, u32, u32) = (0, 1, 0);
const FLAGGED: (u32, u32, u32) = (1, 0, 1);

#[test]
fn step_1_a_section_ruled_void_is_void_whatever_stands_in_it() {
    let tally = one(&selection(3, seats_rule(2)), ruled_void("oxa"));
    assert_eq!(verdict(&tally), VOID);
    assert_eq!(counts(&tally, 0), [[0; 4]; 3]);
    assert_eq!(verdict(&one(&selection(3, seats_rule(2)), ruled_void("..."))), VOID);
}

#[test]
fn step_1_an_over_vote_ruled_void_does_not_void_the_sheet() {
    let rule = SeatsRule { over_cap: OverCap::Sheet, ..seats_rule(1) };
    let contests = [selection(2, rule), motion(motion_rule())];
    let tally = tally_of(&contests, &[vec![ruled_void("oo"), section("o")]]);
    assert_eq!((tally.void(0), tally.valid(1)), (1, 1));
}

#[test]
fn step_2_a_blank_section_is_all_abstentions_whatever_blank_row_and_cap_say() {
    for blank_row in [BlankRow::Abstain, BlankRow::Void, BlankRow::For] {
        for cap in [Cap::AtMost, Cap::Exactly, Cap::None] {
            for over_cap in [OverCap::Section, OverCap::Sheet, OverCap::Flag] {
                let tally = one(
                    &selection(3, SeatsRule { blank_row, cap, over_cap, ..seats_rule(2) }),
                    section("..."),
                );
                assert_eq!(verdict(&tally), VALID);
                assert_eq!(counts(&tally, 0), [[0, 0, 1, 0]; 3]);
            }
        }
    }
}

#[test]
fn step_2_a_blank_section_is_void_where_the_rule_says_so() {
    let rule = SeatsRule {
        blank_section: BlankSection::Void,
        blank_row: BlankRow::For,
        cap: Cap::None,
        ..seats_rule(2)
    };
    assert_eq!(verdict(&one(&selection(3, rule), section("..."))), VOID);
}

#[test]
fn step_2_a_blank_section_row_by_row_is_what_its_rows_are_and_keeps_to_the_cap() {
    let blank = |blank_row, cap, over_cap| {
        let blank_section = BlankSection::ByRow;
        let rule = SeatsRule { blank_row, blank_section, cap, over_cap, ..seats_rule(2) };
        one(&selection(3, rule), section("..."))
    };
    for (blank_row, row) in [
        (BlankRow::Abstain, [0, 0, 1, 0]),
        (BlankRow::Void, [0, 0, 0, 1]),
        (BlankRow::For, [1, 0, 0, 0]),
    ] {
        let tally = blank(blank_row, Cap::None, OverCap::Section);
        assert_eq!((verdict(&tally), counts(&tally, 0)), (VALID, vec![row; 3]), "{blank_row:?}");
    }
    for (cap, blank_row, over_cap, is) in [
        (Cap::AtMost, BlankRow::Abstain, OverCap::Section, VALID),
        (Cap::AtMost, BlankRow::For, OverCap::Section, VOID),
        (Cap::AtMost, BlankRow::For, OverCap::Sheet, VOID),
        (Cap::AtMost, BlankRow::For, OverCap::Flag, FLAGGED),
        (Cap::Exactly, BlankRow::Abstain, OverCap::Section, VOID),
        (Cap::Exactly, BlankRow::Void, OverCap::Flag, FLAGGED),
    ] {
        let tally = blank(blank_row, cap, over_cap);
        assert_eq!(verdict(&tally), is, "{cap:?} {blank_row:?} {over_cap:?}");
    }
    let rule = SeatsRule {
        blank_row: BlankRow::For,
        blank_section: BlankSection::ByRow,
        over_cap: OverCap::Sheet,
        ..seats_rule(1)
    };
    let both = tally_of(
        &[selection(2, rule), motion(motion_rule())],
        &[vec![section(".."), section("o")]],
    );
    assert_eq!((both.void(0), both.void(1)), (1, 1), "over the cap, it voids its sheet");
}

#[test]
fn a_wholly_blank_section_comes_to_what_it_is_counted_as() {
    let comes_to = |blank_row, blank_section, cap, over_cap| {
        let rule = SeatsRule { blank_row, blank_section, cap, over_cap, ..seats_rule(2) };
        selection(3, rule).wholly_blank()
    };
    let (for_, by_row) = (BlankRow::For, BlankSection::ByRow);
    for (is, row, blank_section, cap, over_cap) in [
        (WhollyBlank::Abstains, for_, BlankSection::Valid, Cap::Exactly, OverCap::Section),
        (WhollyBlank::Void, for_, BlankSection::Void, Cap::None, OverCap::Section),
        (WhollyBlank::Abstains, BlankRow::Abstain, by_row, Cap::AtMost, OverCap::Section),
        (WhollyBlank::RowsVoid, BlankRow::Void, by_row, Cap::AtMost, OverCap::Section),
        (WhollyBlank::For, for_, by_row, Cap::None, OverCap::Section),
        (WhollyBlank::For, for_, by_row, Cap::AtMost, OverCap::Flag),
        (WhollyBlank::Void, for_, by_row, Cap::AtMost, OverCap::Section),
        (WhollyBlank::VoidsSheet, for_, by_row, Cap::AtMost, OverCap::Sheet),
    ] {
        assert_eq!(comes_to(row, blank_section, cap, over_cap), is, "{row:?} {blank_section:?}");
    }
    let moved = |blank_row| tally::MotionRule { blank_row, blank_section: by_row, ..motion_rule() };
    assert_eq!(motion(moved(for_)).wholly_blank(), WhollyBlank::For);
    let rule = tally::EvaluationRule {
        blank_row: BlankRow::Void,
        blank_section: by_row,
        ..evaluation_rule(&["好", "差"])
    };
    assert_eq!(evaluation(2, rule).wholly_blank(), WhollyBlank::RowsVoid);
}

#[test]
fn a_blank_section_usually_means_what_its_rows_do() {
    for (row, section, comes_to) in [
        (BlankRow::Abstain, BlankSection::Valid, WhollyBlank::Abstains),
        (BlankRow::Void, BlankSection::ByRow, WhollyBlank::RowsVoid),
        (BlankRow::For, BlankSection::ByRow, WhollyBlank::For),
    ] {
        assert_eq!(BlankSection::usual(row), section);
        assert_eq!(BlankSection::usual(row).comes_to(row), comes_to);
        assert_eq!(BlankSection::Void.comes_to(row), WhollyBlank::Void);
        assert_eq!(BlankSection::Valid.comes_to(row), WhollyBlank::Abstains);
    }
}

#[test]
fn step_2_abstentions_marked_as_such_are_not_blank() {
    let rule = SeatsRule { blank_section: BlankSection::Void, ..seats_rule(2) };
    assert_eq!(verdict(&one(&selection(3, rule.clone()), section("a.."))), VALID);
    assert_eq!(verdict(&one(&selection(3, rule), section("..?"))), VALID);
}

#[test]
fn step_2_a_name_written_in_makes_the_section_not_blank_even_if_it_is_dropped() {
    for write_ins in [WriteIns::None, WriteIns::NeedsAgainst, WriteIns::Allowed] {
        let rule = SeatsRule {
            write_ins,
            blank_section: BlankSection::Void,
            blank_row: BlankRow::Void,
            ..seats_rule(2)
        };
        let tally = one(&election(&["甲", "乙"], rule), naming("..", &["丙"]));
        assert_eq!(verdict(&tally), VALID, "{write_ins:?}");
        assert_eq!(counts(&tally, 0), [[0, 0, 0, 1]; 2], "{write_ins:?}");
    }
}

#[test]
fn step_2_blank_evaluations_and_motions() {
    let graded = |blank_section| {
        evaluation(
            2,
            tally::EvaluationRule {
                blank_section,
                blank_row: BlankRow::Void,
                ..evaluation_rule(&["好", "差"])
            },
        )
    };
    let moved = |blank_section| {
        motion(tally::MotionRule { blank_section, blank_row: BlankRow::For, ..motion_rule() })
    };
    assert_eq!(counts(&one(&graded(BlankSection::Valid), section("..")), 0), [[0, 0, 1, 0]; 2]);
    assert_eq!(counts(&one(&moved(BlankSection::Valid), section(".")), 0), [[0, 0, 1, 0]]);
    assert_eq!(verdict(&one(&graded(BlankSection::Void), section(".."))), VOID);
    assert_eq!(verdict(&one(&moved(BlankSection::Void), section("."))), VOID);
}

#[test]
fn step_3_a_blank_row_is_what_the_rule_says() {
    for (blank_row, row) in [
        (BlankRow::Abstain, [0, 0, 1, 0]),
        (BlankRow::Void, [0, 0, 0, 1]),
        (BlankRow::For, [1, 0, 0, 0]),
    ] {
        let tally = one(&selection(2, SeatsRule { blank_row, ..seats_rule(2) }), section("x."));
        assert_eq!(counts(&tally, 0), [[0, 1, 0, 0], row], "{blank_row:?}");
    }
}

#[test]
fn step_3_an_illegible_row_is_void_or_voids_the_section() {
    let row = one(&selection(3, seats_rule(2)), section("o?x"));
    assert_eq!(counts(&row, 0), [[1, 0, 0, 0], [0, 0, 0, 1], [0, 1, 0, 0]]);
    let rule = SeatsRule { illegible_row: IllegibleRow::Section, ..seats_rule(2) };
    let whole = one(&selection(3, rule), section("o?x"));
    assert_eq!(verdict(&whole), VOID);
    assert_eq!(counts(&whole, 0), [[0; 4]; 3]);
    let moved = motion(tally::MotionRule { illegible_row: IllegibleRow::Section, ..motion_rule() });
    assert_eq!(verdict(&one(&moved, section("?"))), VOID);
    let graded = evaluation(
        2,
        tally::EvaluationRule {
            illegible_row: IllegibleRow::Section,
            ..evaluation_rule(&["好", "差"])
        },
    );
    assert_eq!(verdict(&one(&graded, section("0?"))), VOID);
}

#[test]
fn step_3_comes_before_step_5_an_illegible_over_vote_voids_its_section_only() {
    let rule = SeatsRule {
        over_cap: OverCap::Sheet,
        illegible_row: IllegibleRow::Section,
        ..seats_rule(1)
    };
    let contests = [selection(3, rule), motion(motion_rule())];
    let tally = tally_of(&contests, &[vec![section("oo?"), section("o")]]);
    assert_eq!((tally.void(0), tally.valid(1)), (1, 1));
}

#[test]
fn step_3_several_grades_in_a_row_are_void_or_an_abstention() {
    let graded = |multi_mark| {
        evaluation(2, tally::EvaluationRule { multi_mark, ..evaluation_rule(&["好", "差"]) })
    };
    assert_eq!(counts(&one(&graded(MultiMark::Void), section("0*")), 0)[1], [0, 0, 0, 1]);
    assert_eq!(counts(&one(&graded(MultiMark::Abstain), section("0*")), 0)[1], [0, 0, 1, 0]);
}

#[test]
fn step_4_write_ins_by_rule() {
    let cases: [(WriteIns, &str, &[&str], &[&str]); 9] = [
        (WriteIns::None, "xx", &["丙"], &[]),
        (WriteIns::Allowed, "aa", &["丙", "丁"], &["丁", "丙"]),
        (WriteIns::Allowed, "..", &["丙"], &["丙"]),
        (WriteIns::NeedsAgainst, "x.", &["丙"], &["丙"]),
        (WriteIns::NeedsAgainst, "a.", &["丙"], &[]),
        (WriteIns::NeedsAgainst, "x.", &["丙", "丁"], &[]),
        (WriteIns::NeedsAgainst, "xx", &["丙", "丁"], &["丁", "丙"]),
        (WriteIns::NeedsAgainst, "x.", &["丙", "甲"], &["丙"]),
        (WriteIns::NeedsAgainst, "x.", &["丙", "丙"], &["丙"]),
    ];
    for (write_ins, marks, names, left) in cases {
        let tally = one(
            &election(&["甲", "乙"], SeatsRule { write_ins, ..seats_rule(2) }),
            naming(marks, names),
        );
        let expected: Vec<(String, u32)> =
            left.iter().map(|name| ((*name).to_owned(), 1)).collect();
        assert_eq!(names_of(&tally), expected, "{write_ins:?} {marks} {names:?}");
        assert_eq!(verdict(&tally), VALID);
    }
}

#[test]
fn step_4_a_selection_has_write_ins_too() {
    let tally = one(
        &selection(2, SeatsRule { write_ins: WriteIns::Allowed, ..seats_rule(2) }),
        naming("..", &["路灯"]),
    );
    assert_eq!(names_of(&tally), [("路灯".to_owned(), 1)]);
}

#[test]
fn step_4_names_are_compared_in_nfc_without_white_space() {
    assert_eq!(normalised_name(" 王\u{3000}芳\t"), "王芳");
    assert_eq!(normalised_name("王\u{a0}\u{2003}芳\n"), "王芳");
    assert_eq!(normalised_name("e\u{301}"), "é");
    assert_eq!(normalised_name("e \u{301}"), "é");
    assert_eq!(
        normalised_name("\u{f900}"),
        "\u{8c48}",
        "a compatibility ideograph with a canonical equal"
    );
    assert_eq!(normalised_name("Ａ"), "Ａ", "NFC, not NFKC");
    let tally = one(
        &election(&["李\u{3000}伟", "张三"], election_rule(2)),
        naming("xx", &["李 伟", "王 芳", "王\u{3000}芳"]),
    );
    assert_eq!(names_of(&tally), [("王芳".to_owned(), 1)]);
}

#[test]
fn step_4_the_same_name_on_two_sheets_is_one_person() {
    let contest = election(&["甲"], SeatsRule { write_ins: WriteIns::Allowed, ..seats_rule(1) });
    let tally =
        tally_of(&[contest], &[vec![naming("x", &["王 芳"])], vec![naming("x", &["王芳"])]]);
    assert_eq!(names_of(&tally), [("王芳".to_owned(), 2)]);
}

#[test]
fn step_4_an_unmarked_name_counts_or_is_dropped() {
    let unmarked = written("x", &[("丙", WriteInMark::Blank)]);
    let both = written("x", &[("丙", WriteInMark::Blank), ("丙", WriteInMark::For)]);
    for (write_in_unmarked, from_unmarked) in
        [(WriteInUnmarked::For, 1), (WriteInUnmarked::Void, 0)]
    {
        let contest = election(&["甲"], SeatsRule { write_in_unmarked, ..election_rule(1) });
        assert_eq!(
            names_of(&one(&contest, unmarked.clone())).len(),
            from_unmarked,
            "{write_in_unmarked:?}"
        );
        assert_eq!(
            names_of(&one(&contest, both.clone())),
            [("丙".to_owned(), 1)],
            "marked once is marked"
        );
    }
}

#[test]
fn step_4_an_unmarked_name_that_is_dropped_needs_no_against() {
    let rule = SeatsRule { write_in_unmarked: WriteInUnmarked::Void, ..election_rule(2) };
    let tally = one(
        &election(&["甲", "乙"], rule),
        written("xo", &[("丙", WriteInMark::Blank), ("丁", WriteInMark::For)]),
    );
    assert_eq!(names_of(&tally), [("丁".to_owned(), 1)]);
}

#[test]
fn step_4_dropped_write_ins_count_nowhere_not_even_against_the_cap() {
    let none = one(&election(&["甲", "乙"], seats_rule(1)), naming("ox", &["丙"]));
    assert_eq!(verdict(&none), VALID);
    let no_against = one(&election(&["甲", "乙"], election_rule(1)), naming("o.", &["丙"]));
    assert_eq!((verdict(&no_against), names_of(&no_against)), (VALID, vec![]));
}

#[test]
fn step_5_the_cap_against_rows_and_write_ins() {
    let cases: [(Cap, &str, &[&str], bool); 12] = [
        (Cap::AtMost, "oo.", &[], true),
        (Cap::AtMost, "o..", &[], true),
        (Cap::AtMost, "xxx", &[], true),
        (Cap::AtMost, "ooo", &[], false),
        (Cap::AtMost, "oox", &["丁"], false),
        (Cap::AtMost, "oxx", &["丁"], true),
        (Cap::Exactly, "oox", &[], true),
        (Cap::Exactly, "oxx", &["丁"], true),
        (Cap::Exactly, "oxx", &[], false),
        (Cap::Exactly, "xxx", &[], false),
        (Cap::Exactly, "ooo", &[], false),
        (Cap::None, "ooo", &["丁"], true),
    ];
    for (cap, marks, names, fits) in cases {
        for (over_cap, otherwise) in
            [(OverCap::Section, VOID), (OverCap::Sheet, VOID), (OverCap::Flag, FLAGGED)]
        {
            let rule = SeatsRule { cap, over_cap, write_ins: WriteIns::Allowed, ..seats_rule(2) };
            let tally = one(&election(&["甲", "乙", "丙"], rule), naming(marks, names));
            assert_eq!(
                verdict(&tally),
                if fits { VALID } else { otherwise },
                "{cap:?} {over_cap:?} {marks} {names:?}"
            );
        }
    }
}

#[test]
fn step_5_blank_rows_that_mean_for_count_against_the_cap() {
    let rule = |cap| SeatsRule { blank_row: BlankRow::For, cap, ..seats_rule(2) };
    assert_eq!(verdict(&one(&selection(3, rule(Cap::AtMost)), section("o.."))), VOID);
    assert_eq!(verdict(&one(&selection(3, rule(Cap::AtMost)), section("x.."))), VALID);
    assert_eq!(verdict(&one(&selection(3, rule(Cap::Exactly)), section("x.."))), VALID);
    assert_eq!(verdict(&one(&selection(3, rule(Cap::Exactly)), section("xx."))), VOID);
}

#[test]
fn step_5_blank_or_void_rows_are_no_approvals() {
    let rule = |blank_row| SeatsRule { blank_row, ..seats_rule(1) };
    for blank_row in [BlankRow::Abstain, BlankRow::Void] {
        assert_eq!(verdict(&one(&selection(3, rule(blank_row)), section("o.?"))), VALID);
    }
}

#[test]
fn step_5_over_the_cap_by_sheet_voids_every_section_evaluations_included() {
    let rule = SeatsRule { over_cap: OverCap::Sheet, ..seats_rule(1) };
    let flagging = SeatsRule { over_cap: OverCap::Flag, ..seats_rule(1) };
    let contests = [
        evaluation(2, evaluation_rule(&["好", "差"])),
        election(&["甲", "乙"], SeatsRule { write_ins: WriteIns::Allowed, ..flagging }),
        selection(2, rule),
        motion(motion_rule()),
    ];
    let over = vec![section("01"), naming("oo", &["丙"]), section("oo"), section("o")];
    let fits = vec![section("01"), naming("oo", &["丙"]), section("ox"), section(".")];
    let tally = tally_of(&contests, &[over, fits]);
    assert_eq!(
        [0, 1, 2, 3].map(|contest| (tally.valid(contest), tally.void(contest))),
        [(1, 1); 4]
    );
    assert_eq!(tally.flagged(1), 1, "a void section is not counted, so it is not flagged either");
    assert_eq!(names_of_contest(&tally, 1), [("丙".to_owned(), 1)]);
    assert_eq!(counts(&tally, 3), [[0, 0, 1, 0]]);
}

fn names_of_contest(tally: &Tally, contest: usize) -> Vec<(String, u32)> {
    tally.write_ins(contest).into_iter().map(|count| (count.name, count.for_)).collect()
}

#[test]
fn step_5_exactly_by_sheet_voids_every_section_for_too_few_as_well() {
    let rule = SeatsRule { over_cap: OverCap::Sheet, cap: Cap::Exactly, ..seats_rule(2) };
    let tally = tally_of(
        &[selection(3, rule), motion(motion_rule())],
        &[vec![section("o.."), section("o")], vec![section("..."), section("o")]],
    );
    assert_eq!(
        [(tally.valid(0), tally.void(0)), (tally.valid(1), tally.void(1))],
        [(1, 1), (1, 1)]
    );
}

#[test]
fn step_5_a_flagged_section_is_counted() {
    let rule = SeatsRule { over_cap: OverCap::Flag, ..seats_rule(1) };
    let tally = one(&selection(2, rule), section("oo"));
    assert_eq!(counts(&tally, 0), [[1, 0, 0, 0]; 2]);
    assert_eq!(verdict(&tally), FLAGGED);
}

#[test]
fn step_5_only_the_over_voted_section_is_void_by_default() {
    let contests =
        [election(&["甲"], election_rule(1)), election(&["乙", "丙", "丁"], election_rule(2))];
    let tally = tally_of(&contests, &[vec![section("o"), section("ooo")]]);
    assert_eq!((tally.valid(0), tally.void(0), tally.valid(1), tally.void(1)), (1, 0, 0, 1));
}
