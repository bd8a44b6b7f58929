//! 清零: every count of a ballot is zero until its first sheet is keyed, and then nothing says so.

use session::floor::hall::Scene;
use session::paper::PaperKind;
use session::round::RoundKind;
use session::views::hall::counting::Progress;
use session::views::hall::{self, Picture};
use session::{Pass, Refusal, round};

use crate::support::*;

fn scene() -> Scene {
    Scene::Zero { ballot: ballot_id(), page: 0 }
}

fn paper() -> PaperKind {
    PaperKind::ZeroReport { ballot: ballot_id() }
}

fn begun() -> Refusal {
    Refusal::CountBegun { ballot: ballot().title }
}

fn shown(told: &Told) -> Picture {
    hall::preview(&told.session, &scene()).unwrap().picture
}

#[test]
fn the_hall_sees_every_row_at_zero_before_and_after_the_ballots_are_out() {
    let mut before = Told::prepared();
    for told in [&mut before, &mut Told::voting_with(ballot()), &mut Told::counting(6)] {
        let Picture::Zero { ballot: title, counts } = shown(told) else { panic!("zeros") };
        assert_eq!(title, ballot().title);
        let Progress::Live { counted, rows, threshold, .. } = counts else { panic!("rows") };
        assert_eq!((counted, rows.len(), threshold), (0, 3, None));
        assert!(rows.iter().all(|row| (row.for_, row.against, row.abstain) == (0, 0, 0)));
        assert_eq!(told.try_issue(paper()), Ok(()));
    }
}

#[test]
fn nothing_says_so_once_a_bundle_is_in_hand() {
    let mut told = Told::counting(6);
    told.show(scene());
    told.issue(paper());
    assert!(matches!(hall::view(&told.session).picture, Picture::Zero { .. }));
    told.take(Pass::First, 1, "teller-1");
    assert_eq!(hall::preview(&told.session, &scene()), Err(begun()));
    assert_eq!(hall::view(&told.session).picture, Picture::Blank, "the ground is emptied");
    assert_eq!(told.try_issue(paper()), Err(begun()));
    assert!(!told.session.papers().last().unwrap().is_superseded(), "what was signed stands");
}

#[test]
fn a_ballot_that_goes_out_again_begins_at_zero_again() {
    let mut told = Told::voting_with(ballot());
    told.done(collect(7), "secretary");
    told.done(round::Command::AnnounceCollection { round: ROUND }, "secretary");
    assert!(matches!(shown(&told), Picture::Zero { .. }), "a void vote is held again");
    told.count_present(6);
    let kind = RoundKind::Redo { of: ROUND };
    let again = round::Command::OpenRound { ballot: ballot_id(), kind, printed: 10, issued: 6 };
    told.done(again, "secretary");
    assert!(matches!(shown(&told), Picture::Zero { .. }));

    let mut told = Told::keyed(&["○○×", "○-×"], &["○○×", "○-×"]);
    assert_eq!(told.session.at_zero(&ballot_id()).map(drop), Err(begun()));
    told.announce();
    assert_eq!(told.session.at_zero(&ballot_id()).map(drop), Err(begun()));
}
