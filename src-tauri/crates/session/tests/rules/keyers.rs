//! Two keyers who slip now and then, and what the comparison of their readings finds: every slip,
//! unless both make the same one. `cargo test --workspace --test rules keyers -- --nocapture`
//! prints the numbers.

use session::ballot::Ballot;
use session::floor::meeting::Meeting;
use session::floor::{attendance, meeting};
use session::round::RoundKind;
use session::tally::Mark;
use session::{Pass, SheetNo, round};

use crate::day::selection;
use crate::model::Dice;
use crate::support::{ROUND, Told, at, ballot, ballot_id, meeting, reading, rule_rows};

const SHEETS: u32 = 1_000;
const ROWS: usize = 12;
const BUNDLE: u32 = 10;
const SYMBOLS: [char; 3] = ['○', '×', '-'];

/// What stands on the papers, or what somebody keyed of it: sheets of rows.
type Box = Vec<Vec<char>>;

fn papers(dice: &mut Dice) -> Box {
    let mut sheet = || (0..ROWS).map(|_| dice.one_of(&['○', '○', '○', '×', '-'])).collect();
    (0..SHEETS).map(|_| sheet()).collect()
}

/// Keys a box with so many rows wrong out of a thousand.
fn keyed(papers: &Box, wrong: u32, dice: &mut Dice) -> Box {
    let mut row = |stands: char| {
        let others: Vec<char> = SYMBOLS.into_iter().filter(|symbol| *symbol != stands).collect();
        if dice.between(1, 1_000) <= wrong { dice.one_of(&others) } else { stands }
    };
    papers.iter().map(|sheet| sheet.iter().map(|stands| row(*stands)).collect()).collect()
}

/// The box is open and lies in bundles of ten.
fn counting() -> Told {
    let contests = vec![selection("项目", ROWS, 12)];
    let mut told = Told::prepared_with(Ballot { contests, bundle_size: BUNDLE, ..ballot() });
    told.done(
        meeting::Command::Describe { meeting: Meeting { all_deputies: SHEETS, ..meeting() } },
        "secretary",
    );
    told.print_ballot();
    told.done(attendance::Command::CountAttendance { present: SHEETS, observers: 0 }, "secretary");
    let open = round::Command::OpenRound {
        ballot: ballot_id(),
        kind: RoundKind::First,
        printed: SHEETS,
        issued: SHEETS,
    };
    for command in [
        open,
        round::Command::Collect { round: ROUND, spoiled: 0, returned: SHEETS },
        round::Command::AnnounceCollection { round: ROUND },
    ] {
        told.done(command, "secretary");
    }
    told
}

fn key(told: &mut Told, pass: Pass, teller: &str, sheets: &Box) {
    for (bundle, sheets) in (1..).zip(sheets.chunks(BUNDLE as usize)) {
        let sheets: Vec<String> = sheets.iter().map(|sheet| sheet.iter().collect()).collect();
        told.key_bundle(
            pass,
            bundle,
            &sheets.iter().map(String::as_str).collect::<Vec<_>>(),
            teller,
        );
    }
}

fn mark(symbol: char) -> Mark {
    reading(&symbol.to_string())[0].marks[0]
}

/// Rows of which something holds, over all sheets.
fn rows(of: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let all = (0..SHEETS as usize).flat_map(|sheet| (0..ROWS).map(move |row| (sheet, row)));
    all.filter(|(sheet, row)| of(*sheet, *row)).collect()
}

/// Where a sheet lies: bundle and sheet, from 1.
fn place_of(sheet: usize) -> round::ruling::SheetPlace {
    let sheet = u32::try_from(sheet).unwrap();
    at(sheet / BUNDLE + 1, sheet % BUNDLE + 1)
}

/// The scrutineer takes every paper with such a row in hand and reads it.
fn look_at(told: &mut Told, papers: &Box, rows: &[(usize, usize)]) {
    for sheets in rows.chunk_by(|one, other| one.0 == other.0) {
        let looked: Vec<(u32, Mark)> = sheets
            .iter()
            .map(|(sheet, row)| (u32::try_from(*row).unwrap(), mark(papers[*sheet][*row])))
            .collect();
        told.done(rule_rows(place_of(sheets[0].0), &looked), "scrutineer");
    }
}

/// Keys the papers twice, has the scrutineer look wherever the readings differ, and holds what is
/// found against what was keyed wrong.
#[expect(clippy::disallowed_macros, reason = "the numbers are there to be read")]
fn simulate(seed: u64, wrong: u32) {
    let mut dice = Dice(seed);
    let papers = papers(&mut dice);
    let (first, second) = (keyed(&papers, wrong, &mut dice), keyed(&papers, wrong, &mut dice));
    let mut told = counting();
    key(&mut told, Pass::First, "teller-1", &first);
    key(&mut told, Pass::Second, "teller-2", &second);

    let [by_first, by_second] =
        [&first, &second].map(|keyed| rows(|sheet, row| keyed[sheet][row] != papers[sheet][row]));
    let alike = rows(|sheet, row| {
        first[sheet][row] == second[sheet][row] && first[sheet][row] != papers[sheet][row]
    });
    let to_catch = rows(|sheet, row| first[sheet][row] != second[sheet][row]);
    let discrepancies = told.session.round(ROUND).unwrap().discrepancies();
    let found = |found: &round::comparison::Discrepancy| {
        let SheetNo(sheet) = found.place.sheet;
        let sheet = (found.place.bundle.0 - 1) * BUNDLE + sheet - 1;
        found.rows.iter().map(move |row| (sheet as usize, row.row as usize)).collect::<Vec<_>>()
    };
    let caught: Vec<(usize, usize)> = discrepancies.iter().flat_map(found).collect();
    assert_eq!(
        caught, to_catch,
        "seed {seed}: every row that one of them keyed wrong, and no other"
    );

    look_at(&mut told, &papers, &caught);
    let round = told.session.round(ROUND).unwrap();
    let settled = |sheet, row: usize| round.settled(place_of(sheet)).unwrap()[0].marks[row];
    let left = rows(|sheet, row| settled(sheet, row) != mark(papers[sheet][row]));
    assert_eq!(
        left, alike,
        "seed {seed}: what is left in the result is what both keyed wrong alike"
    );
    let overruled: Vec<usize> = round.errors().iter().map(|keyer| keyer.places as usize).collect();
    assert_eq!(
        overruled,
        [by_first.len() - alike.len(), by_second.len() - alike.len()],
        "seed {seed}"
    );

    let per_cent = format!("{}.{} %", wrong / 10, wrong % 10);
    println!(
        "seed {seed}, {SHEETS} sheets of {ROWS} rows, {per_cent} wrong: {} rows by the first keyer, {} by the second; {} rows differ, {} \
         slips caught; the same slip by both: {}, left in the result: {}",
        by_first.len(),
        by_second.len(),
        caught.len(),
        by_first.len() + by_second.len() - 2 * alike.len(),
        alike.len(),
        left.len()
    );
}

#[test]
fn every_slip_of_a_keyer_is_caught_unless_both_make_the_same_one() {
    for seed in 1..=3 {
        simulate(seed, 4);
    }
}

#[test]
fn keyers_ten_times_as_careless_leave_what_both_keyed_wrong_alike_and_nothing_else() {
    simulate(4, 40);
}
