//! One more sheet changes the sums it touches and nothing else: its time does not grow with what is
//! counted already.

use std::hint::black_box;

use tally::{Section, Sheet, Tally};

use crate::day::Size;
use crate::dice::Dice;
use crate::{Measured, day, line, median_of_five, shown, timed, title};

const ROWS: u32 = 12;
/// So many are added in one go, because the clock cannot see one.
const MORE: u32 = 10_000;

pub(crate) fn measure() -> Measured {
    title("One more sheet (12 rows)");
    let mut dice = Dice(1);
    let mut sheet = || vec![Section { marks: dice.marks(ROWS), ..Section::default() }];
    for counted in [1_000, 100_000, 1_000_000] {
        let mut tally = Tally::new(&[day::contest(ROWS)]);
        (0..counted).for_each(|_| tally.add(&sheet()));
        let more: Vec<Sheet> = (0..MORE).map(|_| sheet()).collect();
        let taken = median_of_five(|| {
            for sheet in &more {
                tally.add(sheet);
            }
            Ok(black_box(tally.sheets()))
        })?;
        line(&format!("counted after {counted} others"), &shown(taken / MORE));
    }
    for sheets in [300, 3_000, 30_000] {
        let (keyed, rulings) = day::journal(Size { sheets, rows: ROWS });
        let mut session = day::session_of(keyed.into_iter())?;
        let number = u32::try_from(rulings.len())?;
        let (done, taken) = timed(|| rulings.iter().try_for_each(|entry| session.apply(entry)));
        done?;
        line(&format!("settled by a ruling in a session of {sheets}"), &shown(taken / number));
    }
    Ok(())
}
