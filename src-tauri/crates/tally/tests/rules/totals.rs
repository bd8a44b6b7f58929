//! 正字计票: totals without sheets decide what the sheets would have decided, and totals that do
//! not add up decide nothing.

use tally::{ContestTotals, OptionCount, Tally, TotalsFault, WriteInCount};

use crate::build::{
    control, election, election_rule, evaluation, evaluation_rule, motion, motion_rule, seats_rule,
    selection,
};

fn row(for_: u32, against: u32, abstain: u32, void: u32) -> OptionCount {
    OptionCount { for_, against, abstain, void, grades: [0; 5] }
}

fn totals(rows: Vec<OptionCount>, valid: u32, void: u32) -> ContestTotals {
    ContestTotals { rows, valid, void, write_ins: Vec::new() }
}

fn written(name: &str, for_: u32) -> WriteInCount {
    WriteInCount { name: name.to_owned(), for_ }
}

#[test]
fn identity_6_valid_and_void_are_the_sheets() {
    let contests = [selection(1, seats_rule(1))];
    let found =
        Tally::from_totals(&contests, 10, &[totals(vec![row(9, 0, 0, 0)], 9, 2)]).unwrap_err();
    assert_eq!(found, TotalsFault::Sheets { contest: 0, valid: 9, void: 2, sheets: 10 });
}

#[test]
fn identity_6_every_row_adds_up_to_the_valid_sections() {
    let contests = [selection(2, seats_rule(1))];
    let found =
        Tally::from_totals(&contests, 10, &[totals(vec![row(5, 4, 0, 0), row(5, 3, 0, 0)], 9, 1)])
            .unwrap_err();
    assert_eq!(found, TotalsFault::Row { contest: 0, row: 1, total: 8, valid: 9 });
}

#[test]
fn totals_have_the_rows_and_the_meanings_of_their_ballot() {
    let contests = [selection(2, seats_rule(1))];
    assert_eq!(Tally::from_totals(&contests, 1, &[]).unwrap_err(), TotalsFault::DoNotFit);
    assert_eq!(
        Tally::from_totals(&contests, 1, &[totals(vec![row(1, 0, 0, 0)], 1, 0)]).unwrap_err(),
        TotalsFault::DoNotFit
    );
    let graded = OptionCount { grades: [1, 0, 0, 0, 0], ..row(0, 0, 0, 0) };
    assert_eq!(
        Tally::from_totals(&contests, 1, &[totals(vec![graded; 2], 1, 0)]).unwrap_err(),
        TotalsFault::DoNotFit
    );
    let evaluation = [evaluation(1, evaluation_rule(&["满意", "不满意"]))];
    assert!(Tally::from_totals(&evaluation, 1, &[totals(vec![graded], 1, 0)]).is_ok());
    assert_eq!(
        Tally::from_totals(&evaluation, 1, &[totals(vec![row(1, 0, 0, 0)], 1, 0)]).unwrap_err(),
        TotalsFault::DoNotFit
    );
    let beyond = OptionCount { grades: [0, 0, 1, 0, 0], ..row(0, 0, 0, 0) };
    assert_eq!(
        Tally::from_totals(&evaluation, 1, &[totals(vec![beyond], 1, 0)]).unwrap_err(),
        TotalsFault::DoNotFit
    );
}

#[test]
fn a_written_in_name_stands_once_and_is_no_candidate() {
    let contests = [election(&["王芳", "李伟"], election_rule(1))];
    let with = |write_ins| {
        [ContestTotals {
            rows: vec![row(3, 7, 0, 0), row(4, 6, 0, 0)],
            valid: 10,
            void: 0,
            write_ins,
        }]
    };
    for wrong in [
        vec![written("王 芳", 1)],
        vec![written("　", 1)],
        vec![written("田富", 11)],
        vec![written("田富", 1), written("田 富", 2)],
    ] {
        let name = wrong.last().unwrap().name.clone();
        assert_eq!(
            Tally::from_totals(&contests, 10, &with(wrong)).unwrap_err(),
            TotalsFault::WriteIn { contest: 0, name }
        );
    }
    let tally =
        Tally::from_totals(&contests, 10, &with(vec![written("田　富", 6), written("赵六", 0)]))
            .unwrap();
    assert_eq!(tally.write_ins(0), [written("田富", 6)]);
}

#[test]
fn article_25_a_count_by_hand_decides_as_the_sheets_would() {
    let contests = [selection(2, seats_rule(1)), motion(motion_rule())];
    let of_motion = totals(vec![row(30, 20, 8, 0)], 58, 0);
    let tally = Tally::from_totals(
        &contests,
        58,
        &[totals(vec![row(29, 28, 0, 0), row(28, 29, 0, 0)], 57, 1), of_motion],
    )
    .unwrap();
    let result =
        serde_json::to_value(tally.result(&control(58, 58), tally::ValidIf::ReturnedAtMostIssued))
            .unwrap();
    assert_eq!(result["contests"][0]["elected"], serde_json::json!([]), "29 of 58 fails");
    assert_eq!(result["contests"][1]["passed"], true, "30 of 58 passes");
    assert_eq!(tally.sheets(), 58);
}
