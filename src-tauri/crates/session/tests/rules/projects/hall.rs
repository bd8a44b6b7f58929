//! 大屏: last year's projects, done and not done, before they are evaluated.

use session::ballot::{self, PastProject, Project};
use session::floor::hall::{self, Scene};
use session::views::hall::{Picture, preview, room};
use session::{Refusal, Session};

use crate::support::*;

fn listed(done: usize, open: usize) -> Told {
    let mut told = Told::prepared();
    let past = |(number, done): (usize, bool)| PastProject {
        name: format!("第{number}项"),
        project: Project::default(),
        done,
        state: String::new(),
    };
    let states = std::iter::repeat_n(true, done).chain(std::iter::repeat_n(false, open));
    let projects = (1..).zip(states).map(past).collect();
    told.done(ballot::Command::ListPastProjects { year: 2025, projects }, "secretary");
    told
}

fn counts(session: &Session, page: u32) -> (usize, usize, u32) {
    let picture = preview(session, &Scene::PastProjects { page }).unwrap().picture;
    let Picture::PastProjects { completed, open, pages, .. } = picture else {
        panic!("{picture:?}")
    };
    (completed.len(), open.len(), pages.pages)
}

#[test]
fn what_is_done_and_what_is_not_share_a_page_where_they_fit() {
    assert_eq!(counts(&listed(6, 1).session, 0), (6, 1, 1));
    let many = listed(14, 3).session;
    let pages: Vec<_> = (0..2).map(|page| counts(&many, page)).collect();
    assert_eq!(pages.iter().map(|(done, ..)| done).sum::<usize>(), 14);
    assert_eq!(counts(&listed(0, 2).session, 0), (0, 2, 1));
}

#[test]
fn the_picture_is_offered_once_they_are_listed() {
    let offered = |session: &Session| {
        let scenes = &room::view(session).groups[0].scenes;
        scenes.iter().any(|one| matches!(one.scene, Scene::PastProjects { .. }))
    };
    let mut told = Told::prepared();
    assert!(!offered(&told.session));
    let show = hall::Command::ShowInHall { scene: Scene::PastProjects { page: 0 } };
    assert_eq!(told.refused(show.clone(), "secretary"), Refusal::NoPastProjects);
    let mut told = listed(2, 1);
    assert!(offered(&told.session));
    told.done(show, "secretary");
}
