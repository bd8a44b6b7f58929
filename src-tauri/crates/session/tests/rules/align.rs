//! A sheet skipped or keyed twice is named, wherever it happened.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use session::round::keying::Reading;
use session::round::keying::align::{Slip, Slipped, slips};
use session::{Pass, SheetNo};

use crate::support::*;

fn sheets(
    count: impl Into<proptest::collection::SizeRange>,
) -> impl Strategy<Value = Vec<Reading>> {
    let sheet = vec(select(vec!['○', '○', '×', '-']), 12)
        .prop_map(|marks| reading(&String::from_iter(marks)));
    vec(sheet, count)
}

fn number(index: usize) -> SheetNo {
    SheetNo(u32::try_from(index + 1).unwrap())
}

fn names(slip: &Slip, index: usize) -> bool {
    slip.from <= number(index) && number(index) <= slip.to
}

/// Both ways round, so that neither pass is believed more.
fn both_ways(one: &[Reading], other: &[Reading], planned: usize) -> [(Pass, Vec<Slip>); 2] {
    let planned = u32::try_from(planned).unwrap();
    [(Pass::First, slips(one, other, planned)), (Pass::Second, slips(other, one, planned))]
}

proptest! {
    #[test]
    fn where_both_passes_read_the_same_nothing_slipped(paper in sheets(0..12), planned in 0..12_u32) {
        prop_assert_eq!(slips(&paper, &paper, planned), vec![]);
    }

    #[test]
    fn a_skipped_sheet_is_named(paper in sheets(2..12), at in any::<Index>()) {
        let skipped = at.index(paper.len());
        let mut keyed = paper.clone();
        let missing = keyed.remove(skipped);
        for (pass, found) in both_ways(&keyed, &paper, paper.len()) {
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!((found[0].pass, found[0].slipped), (pass, Slipped::Skipped));
            prop_assert!(names(&found[0], skipped));
            let mut mended = keyed.clone();
            mended.insert(usize::try_from(found[0].at.0).unwrap() - 1, missing.clone());
            prop_assert_eq!(&mended, &paper, "keyed where it is said to be missing, the pass is whole");
        }
    }

    #[test]
    fn a_sheet_keyed_twice_is_named(paper in sheets(1..12), at in any::<Index>()) {
        let doubled = at.index(paper.len());
        let mut keyed = paper.clone();
        keyed.insert(doubled, paper[doubled].clone());
        for (pass, found) in both_ways(&keyed, &paper, paper.len()) {
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!((found[0].pass, found[0].slipped), (pass, Slipped::Doubled));
            prop_assert!(names(&found[0], doubled));
            let mut mended = keyed.clone();
            mended.remove(usize::try_from(found[0].at.0).unwrap() - 1);
            prop_assert_eq!(&mended, &paper, "struck where it is said to be too many, the pass is whole");
        }
    }

    #[test]
    fn a_sheet_keyed_twice_that_pushes_out_the_last_one_is_two_slips_of_one_pass(paper in sheets(5..12), at in any::<Index>()) {
        let doubled = at.index(paper.len() - 4);
        let mut keyed = paper.clone();
        keyed.insert(doubled, paper[doubled].clone());
        keyed.pop();
        let apart = keyed.iter().zip(&paper).filter(|(one, other)| one != other).count();
        for (pass, found) in both_ways(&keyed, &paper, paper.len()) {
            if apart >= 4 {
                prop_assert!(found.iter().all(|slip| slip.pass == pass), "{:?}", found);
                prop_assert_eq!(found.iter().map(|slip| slip.slipped).collect::<Vec<_>>(), [Slipped::Doubled, Slipped::Skipped]);
                prop_assert!(names(&found[0], doubled));
            }
        }
    }

    #[test]
    fn rows_misread_here_and_there_are_no_slips(paper in sheets(1..12), at in vec(any::<Index>(), 0..3)) {
        let mut keyed = paper.clone();
        for at in &at {
            let sheet = at.index(keyed.len());
            keyed[sheet] = reading("×××-○○××○○○-");
        }
        let wrong = keyed.iter().zip(&paper).filter(|(one, other)| one != other).count();
        if wrong <= 2 {
            prop_assert_eq!(slips(&keyed, &paper, u32::try_from(paper.len()).unwrap()), vec![]);
        }
    }

    #[test]
    fn a_skipped_sheet_is_named_beside_a_misread_row(paper in sheets(4..12), at in any::<Index>(), misread in any::<Index>()) {
        let skipped = at.index(paper.len());
        let mut keyed = paper.clone();
        keyed.remove(skipped);
        let misread = misread.index(keyed.len());
        keyed[misread][0].marks[11] = if paper[misread][0].marks[11] == tally::Mark::Against { tally::Mark::Blank } else { tally::Mark::Against };
        let found = slips(&keyed, &paper, u32::try_from(paper.len()).unwrap());
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!((found[0].pass, found[0].slipped), (Pass::First, Slipped::Skipped));
    }
}

#[test]
fn a_sheet_skipped_among_many_that_read_alike_is_one_of_them_and_was_not_keyed_twice_by_the_other()
{
    let alike = |count: usize| vec![reading("○○○○○○○○○○××"); count];
    let paper: Vec<Reading> =
        [vec![reading("×○○○○○○○○○××")], alike(3), vec![reading("-○○○○○○○○○××")]].concat();
    let mut keyed = paper.clone();
    keyed.remove(2);
    for (pass, found) in both_ways(&keyed, &paper, 5) {
        let among = Slip {
            pass,
            slipped: Slipped::Skipped,
            from: SheetNo(2),
            to: SheetNo(4),
            at: SheetNo(2),
        };
        assert_eq!(found, [among], "five were planned");
    }
    for (pass, found) in both_ways(&paper, &keyed, 4) {
        let among = Slip {
            pass,
            slipped: Slipped::Doubled,
            from: SheetNo(2),
            to: SheetNo(4),
            at: SheetNo(4),
        };
        assert_eq!(found, [among], "four were planned");
    }
}
