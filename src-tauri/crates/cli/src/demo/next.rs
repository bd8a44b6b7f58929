//! The session that follows: its file is made from the sample's, as far as the ballot that evaluates
//! the ten projects, with its papers.

use exchange::{Beginning, NextSession, Sample};
use session::floor::hall::{Command, Scene};
use session::paper::PaperKind;
use session::{PersonId, Session};

use super::progress::Stage;
use super::script::{Act, Step, When};
use crate::trouble::Trouble;

/// The hour at which its papers are printed, on the day its file is made.
const MORNING: u32 = 9;

/// Returns what the next session begins with.
pub(super) fn beginning(sample: &Sample, last: &Session) -> Result<Beginning, Trouble> {
    let brings = NextSession::of(last)?;
    Ok(brings.begin(&sample.year.next.asked(&brings))?)
}

/// What is printed and shown before its vote.
pub(super) fn steps(sample: &Sample, session: &Session, secretary: &PersonId) -> Vec<Step> {
    let stage = Stage::Next;
    let made_on = When::On(sample.year.next.made_on, MORNING);
    let step = |when, act| Step { stage, when, by: secretary.clone(), act };
    let mut papers =
        vec![PaperKind::Agenda, PaperKind::Roster, PaperKind::SignInBook, PaperKind::PastProjects];
    for ballot in session.ballots().iter().map(|ballot| &ballot.id) {
        papers.extend([
            PaperKind::Rules { ballot: ballot.clone() },
            PaperKind::Ballot { ballot: ballot.clone() },
            PaperKind::TallySheet { ballot: ballot.clone() },
        ]);
    }
    let mut steps: Vec<Step> =
        papers.into_iter().map(|of| step(When::After(30), Act::Print(of))).collect();
    steps.iter_mut().take(1).for_each(|first| first.when = made_on);
    for scene in [Scene::Welcome, Scene::PastProjects { page: 0 }] {
        let show = session::Command::Hall(Command::ShowInHall { scene });
        steps.push(step(When::After(5), Act::Perform(vec![show])));
    }
    steps
}
