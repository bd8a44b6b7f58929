//! What the hall and the papers say of a motion decided without paper.

use session::floor::hall;
use session::floor::hall::Scene;
use session::paper::PaperKind;
use session::views::hall::Picture;
use session::views::papers::PaperGroup;

use super::*;

#[test]
fn the_hall_sees_the_motion_then_that_it_is_voted_on_then_the_announced_outcome() {
    let mut told = sitting(58, 56, motion());
    let show = |scene| hall::Command::ShowInHall { scene };
    let scene = Scene::HandVoting { vote: VOTE };
    assert_eq!(
        told.refused(show(scene.clone()), "secretary"),
        Refusal::HandVoteNotPut { title: title() }
    );
    told.show(Scene::HandMotion { vote: VOTE });
    assert_eq!(
        views::hall::view(&told.session).picture,
        Picture::HandMotion { motion: motion(), needed: Some(30) }
    );
    told.done(put(), "secretary");
    told.show(scene);
    let picture = views::hall::view(&told.session).picture;
    assert_eq!(
        picture,
        Picture::HandVoting { motion: motion(), all: 58, present: 56, needed: Some(30) }
    );
    let mut told = counted(told, minority(1, 1), minority(1, 1));
    let result = Scene::HandResult { vote: VOTE };
    assert_eq!(told.refused(show(result.clone()), "secretary"), Refusal::ResultNotAnnounced);
    told.done(announce(), "secretary");
    told.show(result);
    let Picture::HandResult { outcome: HandOutcome::Counted { result }, present: 56, .. } =
        views::hall::view(&told.session).picture
    else {
        panic!()
    };
    assert_eq!(
        (result.for_, result.against, result.abstain, result.needed, result.passed),
        (54, 1, 1, Some(30), true)
    );
}

fn record() -> PaperKind {
    PaperKind::HandRecord { vote: VOTE }
}

fn resolution() -> PaperKind {
    PaperKind::HandResolution { vote: VOTE }
}

fn papers(told: &Told) -> Vec<PaperKind> {
    let papers = views::papers::view(&told.session).papers.into_iter();
    papers
        .filter(|paper| paper.group == PaperGroup::Motion { vote: VOTE })
        .map(|paper| paper.kind)
        .collect()
}

#[test]
fn a_record_and_a_resolution_are_written_once_the_outcome_is_announced() {
    let mut told = counted(voting(58, 56, motion()), minority(1, 0), minority(1, 0));
    let notice = PaperKind::HandNotice { vote: VOTE };
    assert_eq!(papers(&told), [record(), resolution(), notice]);
    for kind in papers(&told) {
        assert_eq!(told.try_issue(kind), Err(Refusal::ResultNotAnnounced));
    }
    assert_eq!(told.try_issue(PaperKind::Minutes), Err(Refusal::HandVoteOpen { title: title() }));
    told.done(announce(), "secretary");
    told.issue(record());
    told.issue(resolution());
    told.issue(PaperKind::Minutes);
}

#[test]
fn article_25_a_motion_that_failed_has_a_record_and_no_resolution() {
    let mut told = counted(voting(58, 56, motion()), minority(27, 0), minority(27, 0));
    told.done(announce(), "secretary");
    told.issue(record());
    assert_eq!(told.try_issue(resolution()), Err(Refusal::NothingChosen));
}

#[test]
fn a_presidium_decides_and_passes_no_resolution_of_the_congress() {
    let mut told = sitting(58, 56, presidium(7));
    assert_eq!(papers(&told), [record()]);
    assert_eq!(told.try_issue(resolution()), Err(Refusal::PaperNotOfThisVote { ballot: title() }));
    told.done(withdraw("提案人撤回"), "secretary");
    assert_eq!(papers(&told), [], "what was withdrawn has no papers");
}
