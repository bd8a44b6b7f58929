//! Nothing reaches the hall without being pushed, and no result before it is announced.

use session::{
    Refusal, hall,
    hall::Scene,
    paper::PaperKind,
    round, views,
    views::hall::{Picture, Progress},
};

use views::result::Outcome::{BelowThreshold, Chosen};

use crate::support::*;

fn show(scene: Scene) -> hall::Command {
    hall::Command::ShowInHall { scene }
}

#[test]
fn the_hall_keeps_its_picture_until_another_is_pushed() {
    let mut told = Told::prepared();
    assert!(matches!(views::hall::view(&told.session).picture, Picture::Welcome { .. }));
    told.count_present(6);
    assert!(matches!(views::hall::view(&told.session).picture, Picture::Welcome { .. }));
    told.show(Scene::Attendance);
    let Picture::Attendance { figures } = views::hall::view(&told.session).picture else { panic!() };
    assert_eq!((figures.all_deputies, figures.present, figures.quorum, figures.met), (7, 6, 5, true));
}

#[test]
fn no_picture_comes_before_its_time() {
    let mut told = Told::prepared();
    assert_eq!(told.refused(show(Scene::Attendance), "secretary"), Refusal::AttendanceNotCounted);
    assert_eq!(told.refused(show(Scene::Voting { round: ROUND }), "secretary"), Refusal::NoSuchRound { round: ROUND });
    let mut told = Told::voting_with(ballot());
    assert_eq!(told.refused(show(Scene::Collection { round: ROUND }), "secretary"), Refusal::NotCollected);
    told.done(collect(1), "secretary");
    assert_eq!(told.refused(show(Scene::Counting { round: ROUND, page: 0 }), "secretary"), Refusal::CollectionNotAnnounced);
}

#[test]
fn no_result_is_shown_before_it_is_announced() {
    let mut told = Told::keyed(&["○○×"], &["○○×"]);
    let result = || Scene::Result { round: ROUND, page: 0 };
    assert_eq!(told.refused(show(result()), "secretary"), Refusal::ResultNotAnnounced);
    told.certify();
    assert_eq!(told.refused(show(result()), "secretary"), Refusal::ResultNotAnnounced);
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    told.show(result());
    let Picture::Result { table, .. } = views::hall::view(&told.session).picture else { panic!() };
    assert_eq!((table.valid, table.void, table.needed), (1, 0, Some(4)));
}

#[test]
fn the_result_stands_by_approvals_and_what_is_in_is_marked() {
    let sheets = ["×○○", "×○○", "×○○", "×○○", "○-○"];
    let mut told = Told::keyed(&sheets, &sheets);
    told.certify();
    told.issue(PaperKind::CountReport { round: ROUND });
    told.done(round::Command::AnnounceResult { round: ROUND }, "secretary");
    told.show(Scene::Result { round: ROUND, page: 0 });
    let Picture::Result { table, .. } = views::hall::view(&told.session).picture else { panic!() };
    let rows: Vec<_> = table.rows.iter().map(|row| (row.no, row.for_, row.outcome)).collect();
    assert_eq!(rows, [(Some(3), 5, Chosen), (Some(2), 4, Chosen), (Some(1), 1, BelowThreshold)]);
    told.show(Scene::Elected { round: ROUND, page: 0 });
    let Picture::Elected { table, .. } = views::hall::view(&told.session).picture else { panic!() };
    assert_eq!(table.rows.len(), 2);
}

#[test]
fn live_counts_keep_the_order_of_the_paper() {
    let mut told = Told::keyed(&["×○○", "××○"], &["×○○", "××○"]);
    told.show(Scene::Counting { round: ROUND, page: 0 });
    let Picture::Counting { progress: Progress::Live { counted, needed, scale, rows, .. }, .. } = views::hall::view(&told.session).picture
    else {
        panic!()
    };
    assert_eq!((counted, needed, scale), (2, Some(4), 7));
    assert_eq!(rows.iter().map(|row| (row.no, row.for_)).collect::<Vec<_>>(), [(1, 0), (2, 1), (3, 2)]);
}

#[test]
fn at_most_twelve_rows_stand_on_a_page() {
    let mut many = ballot();
    let contest = &mut many.contests[0].contest;
    contest.options =
        (1..=30).map(|no: u32| tally::ContestOption { id: no.to_string().as_str().into(), name: format!("项目{no}") }).collect();
    let mut told = Told::prepared_with(many);
    for (page, rows) in [(0, 12), (1, 12), (2, 6), (9, 6)] {
        told.show(Scene::Options { ballot: ballot_id(), page });
        let Picture::Options { items, pages, .. } = views::hall::view(&told.session).picture else { panic!() };
        assert_eq!((items.len(), pages.pages), (rows, 3));
    }
}
