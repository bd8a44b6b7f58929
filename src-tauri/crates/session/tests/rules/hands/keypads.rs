//! 表决器: what its display showed is given by two tellers like hands, 未按 among the numbers.

use session::floor::hall::Scene;
use session::floor::hands::{AskedNumbers, HandKind};
use session::views::hall::Picture;

use super::*;

fn by_keypads() -> Motion {
    Motion { way: Way::Keypads { threshold: Some(Threshold::MAJORITY_OF_ALL) }, ..motion() }
}

fn shown(for_: u32, against: u32, abstain: u32, not_pressed: u32) -> Hands {
    Hands::Shown { for_, against, abstain, not_pressed }
}

#[test]
fn the_numbers_of_the_display_are_typed_as_shown_and_decide() {
    let told = voting(58, 56, by_keypads());
    let mut told = counted(told, shown(50, 3, 1, 2), shown(50, 3, 1, 2));
    told.done(announce(), "secretary");
    let Some(HandOutcome::Counted { result }) = vote(&told).outcome() else { panic!() };
    assert_eq!((result.for_, result.not_pressed), (50, Some(2)));
    assert!(result.passed);
    told.show(Scene::HandResult { vote: VOTE });
    let Picture::HandResult { outcome: HandOutcome::Counted { result }, .. } =
        views::hall::view(&told.session).picture
    else {
        panic!("a result with numbers")
    };
    assert_eq!(result.not_pressed, Some(2), "the hall sees it beside the people present");
}

#[test]
fn the_four_numbers_tell_of_everybody_who_is_there() {
    let mut told = voting(58, 56, by_keypads());
    assert_eq!(
        told.refused(count(shown(50, 3, 1, 1)), "teller-1"),
        Refusal::ShownDiffersFromPresent { shown: 55, present: 56 }
    );
    assert_eq!(
        told.refused(count(shown(50, 3, 1, 3)), "teller-1"),
        Refusal::ShownDiffersFromPresent { shown: 57, present: 56 }
    );
    assert_eq!(
        told.refused(count(each(50, 6, 0)), "teller-1"),
        Refusal::HandsNotAsAsked { title: title() }
    );
    told.done(count(shown(50, 3, 1, 2)), "teller-1");
}

#[test]
fn what_was_copied_wrongly_is_ruled_and_put_right_like_hands() {
    let told = voting(58, 56, by_keypads());
    let mut told = counted(told, shown(50, 3, 1, 2), shown(50, 2, 2, 2));
    assert!(matches!(told.refused(announce(), "secretary"), Refusal::HandsDiffer { .. }));
    told.done(rule(shown(30, 23, 1, 2), "照显示屏核对"), "chief");
    told.done(announce(), "secretary");
    assert!(vote(&told).outcome().unwrap().passed());
    let correct = Command::CorrectHands {
        vote: VOTE,
        hands: shown(29, 24, 1, 2),
        reason: "显示屏录像为二十九".to_owned(),
    };
    assert!(matches!(told.refused(correct.clone(), "teller-1"), Refusal::WrongRole { .. }));
    told.done(correct, "chief");
    assert!(!vote(&told).outcome().unwrap().passed(), "29 of 58 is no majority");
}

#[test]
fn a_display_of_paper_bases_is_refused_and_less_than_the_law_asks_a_reason() {
    let of = |base, least| Motion {
        way: Way::Keypads { threshold: Some(Threshold { base, least }) },
        ..motion()
    };
    let mut told = sitting(58, 56, motion());
    let half = Least::Over(Fraction::HALF);
    assert_eq!(
        told.refused(Command::PrepareMotion { motion: of(Base::Valid, half) }, "secretary"),
        Refusal::ThresholdOfPaper { title: title() }
    );
    let present = Command::PrepareMotion { motion: of(Base::Present, half) };
    assert!(matches!(told.refused(present, "secretary"), Refusal::DepartsFromLaw { .. }));
}

#[test]
fn the_numbers_that_are_given_follow_from_how_they_are_counted() {
    use HandKind::{Abstain, Against, For, NotPressed};
    let asked = |of: Motion| on_the_floor(&voting(58, 56, of)).asked;
    let given = |of: Motion| asked(of).map(|asked| (asked.counted, asked.kinds));
    let few = (AskedNumbers::Minority, vec![Against, Abstain]);
    assert_eq!(given(by_hand(Counted::Minority)), Some(few));
    let each = (AskedNumbers::Each, vec![For, Against, Abstain]);
    assert_eq!(given(by_hand(Counted::Each)), Some(each));
    let shown = (AskedNumbers::Shown, vec![For, Against, Abstain, NotPressed]);
    assert_eq!(given(by_keypads()), Some(shown));
    assert_eq!(given(acclaimed()), None);
}
