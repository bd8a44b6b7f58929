//! Two tellers, every sheet, nothing skipped.

use session::round::keying;
use session::round::keying::{Unfinished, UnfinishedSection};
use session::tally::{Mark, WriteIn, WriteInMark};
use session::{BundleNo, Pass, Refusal, SheetNo, people, views};

use crate::support::*;

fn take(pass: Pass, bundle: u32) -> keying::Command {
    keying::Command::TakeBundle { place: place(pass, bundle) }
}

fn key(sheet: u32, text: &str) -> keying::Command {
    keying::Command::KeySheet {
        place: place(Pass::First, 1),
        sheet: SheetNo(sheet),
        reading: reading(text),
    }
}

#[test]
fn a_row_is_counted_in_the_order_of_the_tally_sheet() {
    use views::desk::Column;
    let told = Told::counting(2);
    let contests = views::count::view(&told.session, ROUND).unwrap().contests;
    let columns = [Column::For, Column::Against, Column::Abstain, Column::Void];
    assert_eq!(contests[0].columns, columns);
}

#[test]
fn the_last_bundle_holds_the_rest() {
    let told = Told::counting(5);
    let round = &told.session.rounds()[0];
    assert_eq!(round.bundles(), 3);
    assert_eq!([1, 2, 3, 4].map(|bundle| round.sheets_in(BundleNo(bundle))), [2, 2, 1, 0]);
}

#[test]
fn nobody_keys_a_bundle_in_both_passes() {
    let mut told = Told::counting(4);
    told.key_bundle(Pass::First, 1, &["○○×", "○××"], "teller-1");
    let refused = told.refused(take(Pass::Second, 1), "teller-1");
    assert_eq!(
        refused,
        Refusal::KeyedInTheOtherPass { bundle: BundleNo(1), name: "刘敏".to_owned() }
    );
    told.take(Pass::Second, 1, "teller-2");
}

#[test]
fn a_bundle_is_in_one_hand_and_a_hand_holds_one_bundle() {
    let mut told = Told::counting(4);
    told.take(Pass::First, 1, "teller-1");
    assert_eq!(
        told.refused(take(Pass::First, 1), "teller-2"),
        Refusal::BundleTaken { bundle: BundleNo(1), name: "刘敏".to_owned() }
    );
    assert_eq!(
        told.refused(take(Pass::First, 2), "teller-1"),
        Refusal::BundleInHand { bundle: BundleNo(1) }
    );
    assert_eq!(
        told.refused(take(Pass::First, 3), "teller-2"),
        Refusal::NoSuchBundle { bundle: BundleNo(3), bundles: 2 }
    );
    assert!(matches!(told.refused(take(Pass::First, 2), "scrutineer"), Refusal::WrongRole { .. }));
}

#[test]
fn a_sheet_is_keyed_once_and_in_order() {
    let mut told = Told::counting(2);
    told.take(Pass::First, 1, "teller-1");
    told.done(key(1, "○××"), "teller-1");
    assert_eq!(
        told.refused(key(1, "○××"), "teller-1"),
        Refusal::SheetOutOfOrder { expected: SheetNo(2), got: SheetNo(1) }
    );
    let close = || keying::Command::CloseBundle { place: place(Pass::First, 1) };
    assert_eq!(
        told.refused(close(), "teller-1"),
        Refusal::BundleNotWhole { bundle: BundleNo(1), keyed: 1, sheets: 2 }
    );
    told.done(key(2, "○××"), "teller-1");
    assert_eq!(
        told.refused(key(3, "○××"), "teller-1"),
        Refusal::BundleIsWhole { bundle: BundleNo(1), sheets: 2 }
    );
    told.done(close(), "teller-1");
    assert_eq!(told.refused(close(), "teller-1"), Refusal::BundleClosed { bundle: BundleNo(1) });
}

#[test]
fn a_reading_has_one_possible_mark_for_every_row() {
    let mut told = Told::counting(2);
    told.take(Pass::First, 1, "teller-1");
    assert_eq!(told.refused(key(1, "○×"), "teller-1"), Refusal::ReadingDoesNotFit);
    let mut grade = reading("○××");
    grade[0].marks[0] = Mark::Grade(0);
    let command = keying::Command::KeySheet {
        place: place(Pass::First, 1),
        sheet: SheetNo(1),
        reading: grade,
    };
    assert_eq!(told.refused(command, "teller-1"), Refusal::ReadingDoesNotFit);
    let mut named = reading("○××");
    named[0].write_ins.push(WriteIn { name: "王芳".to_owned(), mark: WriteInMark::For });
    let command = keying::Command::KeySheet {
        place: place(Pass::First, 1),
        sheet: SheetNo(1),
        reading: named,
    };
    assert_eq!(
        told.refused(command, "teller-1"),
        Refusal::NoWriteIns { contest: "2026年度民生实事项目".to_owned() }
    );
}

#[test]
fn a_pause_keeps_everything() {
    let mut told = Told::counting(2);
    told.take(Pass::First, 1, "teller-1");
    let marks = vec![Some(Mark::For), Some(Mark::Blank), None];
    let section =
        UnfinishedSection { marks, write_ins: Vec::new(), doubt: Some("涂改".to_owned()) };
    let unfinished = Unfinished { sections: vec![section], section: 0, row: 2 };
    let pause = keying::Command::PauseSheet {
        place: place(Pass::First, 1),
        sheet: SheetNo(1),
        unfinished: unfinished.clone(),
    };
    told.done(pause, "teller-1");
    let desk = views::desk::view(&told.session, ROUND, Pass::First, &person("teller-1")).unwrap();
    assert_eq!(desk.in_hand.unwrap().unfinished, Some(unfinished));
    told.done(key(1, "○-○"), "teller-1");
    let desk = views::desk::view(&told.session, ROUND, Pass::First, &person("teller-1")).unwrap();
    assert_eq!(desk.in_hand.unwrap().unfinished, None, "nothing of the sheet before stays");
}

#[test]
fn the_last_sheet_comes_back_to_its_own_keyer_until_the_bundle_is_handed_in() {
    let mut told = Told::counting(2);
    told.take(Pass::First, 1, "teller-1");
    told.done(key(1, "○××"), "teller-1");
    told.done(key(2, "○○×"), "teller-1");
    let recall = |sheet| keying::Command::RecallSheet {
        place: place(Pass::First, 1),
        sheet: SheetNo(sheet),
    };
    assert_eq!(told.refused(recall(1), "teller-1"), Refusal::OnlyTheLastSheet { last: SheetNo(2) });
    assert!(matches!(told.refused(recall(2), "teller-2"), Refusal::BundleTaken { .. }));
    told.done(recall(2), "teller-1");
    let desk = views::desk::view(&told.session, ROUND, Pass::First, &person("teller-1")).unwrap();
    let in_hand = desk.in_hand.unwrap();
    assert_eq!(in_hand.sheet, SheetNo(2));
    assert_eq!(
        in_hand.unfinished.unwrap().sections[0].marks,
        [Some(Mark::For), Some(Mark::For), Some(Mark::Against)]
    );
    told.done(key(2, "×××"), "teller-1");
    told.done(keying::Command::CloseBundle { place: place(Pass::First, 1) }, "teller-1");
    assert_eq!(told.refused(recall(2), "teller-1"), Refusal::BundleClosed { bundle: BundleNo(1) });
}

#[test]
fn a_bundle_comes_back_when_its_teller_is_called_away() {
    let mut told = Told::counting(4);
    told.take(Pass::First, 1, "teller-1");
    told.done(key(1, "○××"), "teller-1");
    let release = |reason: &str| keying::Command::ReleaseBundle {
        place: place(Pass::First, 1),
        reason: reason.to_owned(),
    };
    assert!(matches!(told.refused(release("换人"), "teller-2"), Refusal::WrongRole { .. }));
    assert_eq!(told.refused(release(""), "scrutineer"), Refusal::ReasonMissing);
    told.done(release("换人"), "scrutineer");
    assert_eq!(
        told.session.rounds()[0].pass(Pass::First).keyed(),
        0,
        "the next teller keys it from the first sheet"
    );
    told.key_bundle(Pass::First, 1, &["○××", "○○×"], "teller-2");
    assert_eq!(
        told.refused(release("再录"), "scrutineer"),
        Refusal::BundleClosed { bundle: BundleNo(1) }
    );
    told.take(Pass::Second, 1, "teller-1");
}

#[test]
fn a_sheet_put_aside_is_not_lost_by_calling_back_the_one_before() {
    let mut told = Told::counting(2);
    told.take(Pass::First, 1, "teller-1");
    told.done(key(1, "○××"), "teller-1");
    let section = UnfinishedSection {
        marks: vec![Some(Mark::For), None, None],
        write_ins: Vec::new(),
        doubt: None,
    };
    let unfinished = Unfinished { sections: vec![section], section: 0, row: 1 };
    told.done(
        keying::Command::PauseSheet { place: place(Pass::First, 1), sheet: SheetNo(2), unfinished },
        "teller-1",
    );
    let recall = keying::Command::RecallSheet { place: place(Pass::First, 1), sheet: SheetNo(1) };
    assert_eq!(told.refused(recall, "teller-1"), Refusal::SheetPutAside { sheet: SheetNo(2) });
}

#[test]
fn the_keys_follow_the_symbol_map() {
    let told = Told::counting(2);
    let desk = views::desk::view(&told.session, ROUND, Pass::First, &person("teller-1")).unwrap();
    let keys: Vec<(&str, Mark)> =
        desk.contests[0].keys.iter().map(|key| (key.key.as_str(), key.mark)).collect();
    assert_eq!(
        keys,
        [("1", Mark::For), ("2", Mark::Against), ("0", Mark::Blank), ("/", Mark::Illegible)]
    );
}

#[test]
fn a_written_in_deputy_can_be_chosen_by_initials_whichever_reading_a_character_has() {
    let mut told = Told::prepared();
    told.done(people::Command::SaveDeputy { deputy: deputy(8, "曾毅", "") }, "secretary");
    told.done(people::Command::SaveDeputy { deputy: deputy(9, "买买提·艾力", "") }, "secretary");
    let names = views::frame::view(&told.session).names;
    let initials =
        |name: &str| names.iter().find(|offered| offered.name == name).unwrap().initials.join(" ");
    assert_eq!(initials("曾毅"), "cz y");
    assert_eq!(initials("买买提·艾力"), "m m cdst ay l", "the dot is not typed");
    assert_eq!(
        names.iter().filter(|offered| offered.name == "李伟").count(),
        1,
        "two of one name are one name on a ballot"
    );
}
