//! Bundles are counted by hand, and a keyer may skip a sheet: nobody is stuck, and only what is
//! missing is keyed again.

use session::round::keying::Mend;
use session::round::keying::align::Slipped;
use session::round::{Collected, Numbers, keying, ruling};
use session::tally::Mark;
use session::{BundleNo, Pass, Refusal, SheetNo, round, views};

use crate::support::*;

const FIRST: Pass = Pass::First;
const SECOND: Pass = Pass::Second;

fn count(pass: Pass, bundle: u32, sheets: u32) -> keying::Command {
    keying::Command::CountBundle { place: place(pass, bundle), sheets }
}

fn mend(pass: Pass, bundle: u32, mend: Mend) -> keying::Command {
    keying::Command::MendBundle {
        place: place(pass, bundle), mend, reason: "看过票面".to_owned()
    }
}

fn close(pass: Pass, bundle: u32) -> keying::Command {
    keying::Command::CloseBundle { place: place(pass, bundle) }
}

fn ballot_of_ten() -> session::ballot::Ballot {
    session::ballot::Ballot { bundle_size: 10, ..ballot() }
}

/// Takes a bundle, says how many sheets are in it, keys and hands them in.
fn key_counted(told: &mut Told, pass: Pass, bundle: u32, sheets: &[&str], teller: &str) {
    told.take(pass, bundle, teller);
    told.done(count(pass, bundle, u32::try_from(sheets.len()).unwrap()), teller);
    for (sheet, text) in (1..).zip(sheets) {
        told.key(pass, bundle, sheet, reading(text), teller);
    }
    told.done(close(pass, bundle), teller);
}

const PAPER: [&str; 6] = ["○○×", "×○○", "○-×", "-○○", "○×○", "××○"];

/// The first keyer skipped the fourth sheet of six, found one too few and handed in five; the
/// second keyed all.
fn one_skipped() -> Told {
    let mut told = Told::counting_with(ballot_of_ten(), 6);
    let skipped: Vec<&str> = [0, 1, 2, 4, 5].map(|sheet| PAPER[sheet]).to_vec();
    key_counted(&mut told, FIRST, 1, &skipped, "teller-1");
    told.key_bundle(SECOND, 1, &PAPER, "teller-2");
    told
}

fn keyed(told: &Told, pass: Pass) -> u32 {
    told.session.rounds()[0].pass(pass).keyed()
}

#[test]
fn a_bundle_with_one_sheet_too_many_beside_one_with_too_few_stops_nobody() {
    let mut told = Told::counting(4);
    for (pass, teller) in [(FIRST, "teller-1"), (SECOND, "teller-2")] {
        key_counted(&mut told, pass, 1, &PAPER[..3], teller);
        key_counted(&mut told, pass, 2, &PAPER[3..4], teller);
    }
    let count = views::count::view(&told.session, ROUND).unwrap();
    assert_eq!((count.slipped.len(), count.settled, count.missing), (0, 4, None));
    told.certify();
}

#[test]
fn an_empty_bundle_is_handed_in_empty() {
    let mut told = Told::counting(3);
    for (pass, teller) in [(FIRST, "teller-1"), (SECOND, "teller-2")] {
        key_counted(&mut told, pass, 1, &PAPER[..3], teller);
        key_counted(&mut told, pass, 2, &[], teller);
    }
    told.certify();
}

#[test]
fn a_keyer_counts_no_fewer_sheets_than_keyed_and_no_more_than_were_returned() {
    let mut told = Told::counting(4);
    told.take(FIRST, 1, "teller-1");
    told.key(FIRST, 1, 1, reading("○○×"), "teller-1");
    for sheets in [0, 5] {
        assert_eq!(
            told.refused(count(FIRST, 1, sheets), "teller-1"),
            Refusal::NumberOutOfRange { least: 1, most: 4 }
        );
    }
    assert!(matches!(told.refused(count(FIRST, 1, 3), "teller-2"), Refusal::BundleTaken { .. }));
    told.done(count(FIRST, 1, 1), "teller-1");
    told.done(close(FIRST, 1), "teller-1");
    assert_eq!(
        told.refused(count(FIRST, 1, 2), "teller-1"),
        Refusal::BundleClosed { bundle: BundleNo(1) }
    );
}

#[test]
fn what_both_keyed_must_be_what_was_returned() {
    let mut told = Told::counting(4);
    for (pass, teller) in [(FIRST, "teller-1"), (SECOND, "teller-2")] {
        told.key_bundle(pass, 1, &PAPER[..2], teller);
        key_counted(&mut told, pass, 2, &PAPER[2..3], teller);
    }
    let short = Refusal::PassTotalDiffers { pass: FIRST, keyed: 3, returned: 4 };
    assert_eq!(told.refused(round::Command::Certify { round: ROUND }, "chief"), short);
    let slipped = views::count::view(&told.session, ROUND).unwrap().slipped;
    assert_eq!(
        slipped.iter().map(|it| (it.bundle.0, it.planned, it.first)).collect::<Vec<_>>(),
        [(2, 2, 1)],
        "where to count again"
    );
    let numbers = Numbers {
        present: 6,
        printed: 10,
        issued: 6,
        collected: Some(Collected { spoiled: 0, returned: 3 }),
    };
    told.done(
        round::Command::CorrectNumbers { round: ROUND, numbers, reason: "点错".to_owned() },
        "secretary",
    );
    told.certify();
}

#[test]
fn passes_of_different_length_name_the_sheet_and_compare_nothing() {
    let mut told = one_skipped();
    let count = views::count::view(&told.session, ROUND).unwrap();
    assert_eq!((count.differences, count.settled), (vec![], 0));
    assert_eq!((count.slipped[0].first, count.slipped[0].second), (5, 6));
    let slip = count.slipped[0].slips[0];
    assert_eq!(
        (slip.pass, slip.slipped, slip.from, slip.to),
        (FIRST, Slipped::Skipped, SheetNo(4), SheetNo(4))
    );
    let apart = Refusal::PassesApart { bundle: BundleNo(1), first: 5, second: 6 };
    assert_eq!(told.refused(round::Command::Certify { round: ROUND }, "chief"), apart);
    assert_eq!(views::frame::view(&told.session).to_rule, 1);
}

#[test]
fn a_skipped_sheet_is_keyed_by_its_own_keyer_and_nothing_else_is() {
    let mut told = one_skipped();
    let skipped = Mend::Skipped { sheet: SheetNo(4) };
    assert!(matches!(told.refused(mend(FIRST, 1, skipped), "teller-1"), Refusal::WrongRole { .. }));
    told.done(mend(FIRST, 1, skipped), "scrutineer");
    let desk = views::desk::view(&told.session, ROUND, FIRST, &person("teller-1")).unwrap();
    let in_hand = desk.in_hand.unwrap();
    assert_eq!(
        (in_hand.sheet, in_hand.last, in_hand.sheets, in_hand.whole),
        (SheetNo(4), SheetNo(4), 6, false)
    );
    assert_eq!(
        told.refused(close(FIRST, 1), "teller-1"),
        Refusal::BundleNotWhole { bundle: BundleNo(1), keyed: 5, sheets: 6 }
    );
    told.key(FIRST, 1, 4, reading(PAPER[3]), "teller-1");
    assert_eq!(keyed(&told, FIRST), 6);
    told.done(close(FIRST, 1), "teller-1");
    assert_eq!(told.session.rounds()[0].discrepancies(), []);
    told.certify();
}

#[test]
fn a_sheet_keyed_twice_is_struck_and_the_one_it_pushed_out_is_keyed() {
    let mut told = Told::counting_with(ballot_of_ten(), 6);
    let doubled: Vec<&str> = [0, 1, 1, 2, 3, 4].map(|sheet| PAPER[sheet]).to_vec();
    told.key_bundle(FIRST, 1, &doubled, "teller-1");
    told.key_bundle(SECOND, 1, &PAPER, "teller-2");
    let count = views::count::view(&told.session, ROUND).unwrap();
    let named: Vec<_> =
        count.slipped[0].slips.iter().map(|slip| (slip.pass, slip.slipped, slip.at)).collect();
    assert_eq!(
        named,
        [(FIRST, Slipped::Doubled, SheetNo(3)), (FIRST, Slipped::Skipped, SheetNo(7))]
    );
    told.done(mend(FIRST, 1, Mend::Doubled { sheet: SheetNo(3) }), "scrutineer");
    let slip = views::count::view(&told.session, ROUND).unwrap().slipped[0].slips[0];
    assert_eq!((slip.slipped, slip.at), (Slipped::Skipped, SheetNo(6)));
    told.done(mend(FIRST, 1, Mend::Skipped { sheet: SheetNo(6) }), "scrutineer");
    let told_of = told.session.round(ROUND).unwrap().mended().iter();
    let told_of: Vec<_> = told_of.map(|it| (it.mend, it.by.clone(), it.reason.as_str())).collect();
    let by = person("scrutineer");
    assert_eq!(
        told_of,
        [
            (Mend::Doubled { sheet: SheetNo(3) }, by.clone(), "看过票面"),
            (Mend::Skipped { sheet: SheetNo(6) }, by, "看过票面"),
        ]
    );
    told.key(FIRST, 1, 6, reading(PAPER[5]), "teller-1");
    told.done(close(FIRST, 1), "teller-1");
    told.certify();
    let readings = told
        .journal
        .iter()
        .filter(|entry| serde_json::to_value(&entry.event).unwrap()["kind"] == "keying.sheet_keyed")
        .count();
    assert_eq!(readings, 6 + 6 + 1, "nothing recorded is lost, nothing that agrees is keyed again");
}

#[test]
fn a_whole_bundle_is_keyed_anew_by_anybody_but_the_other_keyer() {
    let mut told = one_skipped();
    told.done(mend(FIRST, 1, Mend::Anew), "chief");
    assert_eq!(keyed(&told, FIRST), 0);
    let take = keying::Command::TakeBundle { place: place(FIRST, 1) };
    assert!(matches!(told.refused(take, "teller-2"), Refusal::KeyedInTheOtherPass { .. }));
    told.key_bundle(FIRST, 1, &PAPER, "teller-1");
    told.certify();
}

#[test]
fn a_keying_on_whose_sheets_somebody_ruled_is_mended_after_that_is_taken_back() {
    let mut told = Told::counting_with(ballot_of_ten(), 6);
    told.key_bundle(FIRST, 1, &PAPER, "teller-1");
    told.key_bundle(SECOND, 1, &["○○×", "×○○", "○-×", "-○○", "○×○", "×○○"], "teller-2");
    told.rule_rows(at(1, 6), &[(1, Mark::Against)]);
    let ruled = Refusal::BundleIsRuled { bundle: BundleNo(1), sheet: SheetNo(6) };
    assert_eq!(told.refused(mend(SECOND, 1, Mend::Anew), "scrutineer"), ruled);
    told.done(
        ruling::Command::TakeBack { round: ROUND, place: at(1, 6), reason: "看错".to_owned() },
        "scrutineer",
    );
    told.done(mend(SECOND, 1, Mend::Anew), "scrutineer");
    assert_eq!(
        told.session.rounds()[0].tally().sheets(),
        0,
        "nothing of a bundle counts that only one pass has"
    );
}

#[test]
fn only_what_was_handed_in_is_mended_and_only_with_a_reason_and_within_the_bundle() {
    let mut told = Told::counting(2);
    told.take(FIRST, 1, "teller-1");
    assert_eq!(
        told.refused(mend(FIRST, 1, Mend::Anew), "scrutineer"),
        Refusal::BundleNotHandedIn { bundle: BundleNo(1) }
    );
    told.key(FIRST, 1, 1, reading("○○×"), "teller-1");
    told.key(FIRST, 1, 2, reading("○○×"), "teller-1");
    told.done(close(FIRST, 1), "teller-1");
    let unreasoned = keying::Command::MendBundle {
        place: place(FIRST, 1),
        mend: Mend::Anew,
        reason: " ".to_owned(),
    };
    assert_eq!(told.refused(unreasoned, "scrutineer"), Refusal::ReasonMissing);
    for sheet in [0, 4] {
        let beyond = Mend::Skipped { sheet: SheetNo(sheet) };
        assert_eq!(
            told.refused(mend(FIRST, 1, beyond), "scrutineer"),
            Refusal::NumberOutOfRange { least: 1, most: 3 }
        );
    }
    let beyond = Mend::Doubled { sheet: SheetNo(3) };
    assert_eq!(
        told.refused(mend(FIRST, 1, beyond), "scrutineer"),
        Refusal::NumberOutOfRange { least: 1, most: 2 }
    );
}

/// Bundle, pass, who has it, who cannot take it, and the one sheet that is missing.
type Missing = (u32, Pass, Option<String>, Option<String>, Option<u32>);

fn to_key(told: &Told) -> Vec<Missing> {
    let view = views::count::view(&told.session, ROUND).unwrap();
    let shown = |it: views::repair::ToKey| {
        (it.bundle.0, it.pass, it.teller, it.barred, it.sheet.map(|sheet| sheet.0))
    };
    view.to_key.into_iter().map(shown).collect()
}

#[test]
fn after_a_repair_it_is_said_who_keys_what_and_the_rest_stays_open() {
    let mut told = Told::counting(6);
    told.key_bundle(FIRST, 1, &PAPER[..2], "teller-1");
    assert_eq!(to_key(&told), []);
    told.key_bundle(FIRST, 2, &PAPER[2..4], "teller-1");
    told.key_bundle(FIRST, 3, &PAPER[4..], "teller-1");
    told.key_bundle(SECOND, 1, &PAPER[..2], "teller-2");
    told.key_bundle(SECOND, 2, &PAPER[2..4], "teller-2");
    told.key_bundle(SECOND, 3, &["○×○", "○×○"], "teller-2");
    assert_eq!(to_key(&told), []);
    let name = |id: &str| Some(told.session.people().name_of(&person(id)).to_owned());
    let (first, second) = (name("teller-1"), name("teller-2"));
    told.done(mend(FIRST, 1, Mend::Skipped { sheet: SheetNo(2) }), "scrutineer");
    told.done(mend(SECOND, 2, Mend::Anew), "scrutineer");
    assert_eq!(
        to_key(&told),
        [(1, FIRST, first.clone(), second, Some(2)), (2, SECOND, None, first, None)]
    );
    let view = views::count::view(&told.session, ROUND).unwrap();
    assert_eq!(view.differences.iter().map(|it| it.place).collect::<Vec<_>>(), [at(3, 2)]);
    told.rule_rows(at(3, 2), &[(0, Mark::Against)]);
    let view = views::count::view(&told.session, ROUND).unwrap();
    let ruled = view.differences[0].ruled.clone().unwrap();
    assert_eq!((ruled.rows.len(), ruled.by.is_empty()), (1, false));
}
