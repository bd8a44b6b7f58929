//! Blindness in arbitrary sessions: a twin that differs only in what must be hidden looks the same, byte for byte.

use proptest::prelude::*;
use session::{
    Entry, Event, Pass, RoundId, Session,
    ballot::HallCounting,
    keying::{self, Place, Reading},
    lent,
    people::Role,
    reopening::Reopening,
    round::{Round, Stage},
    tally::{Contest, Kind, Mark},
    views,
};

use crate::support::*;

/// Compares the views of a session with those of its twins; `by` says how the twins' marks are turned.
pub fn check(told: &Told, by: u64) -> Result<(), TestCaseError> {
    let session = &told.session;
    for pass in Pass::BOTH {
        let twin = twin_of(told, by, |_, place| place.pass != pass);
        for round in &session.rounds {
            for teller in session.people.with_role(Role::Teller) {
                let seen = |of: &Session| text(&views::desk::view(of, round.id, pass, &teller.id).ok());
                prop_assert_eq!(seen(session), seen(&twin), "{:?} learns of the other keying", pass);
            }
        }
        if !session.rounds.iter().any(|round| both_whole(round) || round.certificate().is_some()) {
            prop_assert_eq!(text(&views::frame::view(session)), text(&views::frame::view(&twin)), "the frame shows a mark");
        }
    }
    let hidden = twin_of(told, by, hidden_from_the_hall);
    prop_assert_eq!(
        text(&views::hall::view(session)),
        text(&views::hall::view(&hidden)),
        "the hall sees what is hidden: {:?}",
        session.scene
    );
    Ok(())
}

fn both_whole(round: &Round) -> bool {
    Pass::BOTH.into_iter().all(|pass| round.pass_is_whole(pass))
}

/// Before the announcement: every mark where the setting shows progress or nothing, else what is not handed in twice.
fn hidden_from_the_hall(round: &Round, place: Place) -> bool {
    let was_announced = round.reopenings().iter().any(Reopening::after_announcement);
    if was_announced || matches!(round.stage, Stage::Announced(..)) {
        return false;
    }
    match round.ballot.hall {
        HallCounting::Progress | HallCounting::Nothing => true,
        HallCounting::Live => Pass::BOTH.into_iter().any(|pass| round.pass(pass).closed(place.bundle).is_none()),
    }
}

/// The same session, but for the marks of the places named: each is another mark that the row may hold.
pub fn twin_of(told: &Told, by: u64, differs: impl Fn(&Round, Place) -> bool) -> Session {
    let round = |id: RoundId| told.session.round(id).unwrap();
    let turned = |entry: &Entry| {
        let mut entry = entry.clone();
        if let Event::Lent(lent::Event::BroughtBack { bundles, .. }) = &mut entry.event {
            for back in bundles.iter_mut().filter(|back| differs(round(back.place.round), back.place)) {
                let contests = round(back.place.round).contests();
                back.sheets.iter_mut().for_each(|reading| *reading = other_reading(contests, reading, by));
            }
        }
        if let Event::Keying(event) = &mut entry.event {
            match event {
                keying::Event::SheetKeyed { place, reading, .. } if differs(round(place.round), *place) => {
                    *reading = other_reading(round(place.round).contests(), reading, by);
                }
                keying::Event::SheetPaused { place, unfinished, .. } if differs(round(place.round), *place) => {
                    for (contest, section) in round(place.round).contests().iter().zip(&mut unfinished.sections) {
                        section.marks.iter_mut().flatten().for_each(|mark| *mark = other_mark(contest, *mark, by));
                    }
                }
                keying::Event::SheetKeyed { .. }
                | keying::Event::SheetPaused { .. }
                | keying::Event::BundleTaken { .. }
                | keying::Event::SheetRecalled { .. }
                | keying::Event::BundleReleased { .. }
                | keying::Event::BundleCounted { .. }
                | keying::Event::BundleMended { .. }
                | keying::Event::BundleClosed { .. } => {}
            }
        }
        entry
    };
    Session::replay(&told.journal.iter().map(turned).collect::<Vec<_>>()).unwrap()
}

fn other_reading(contests: &[Contest], reading: &Reading, by: u64) -> Reading {
    let mut other = reading.clone();
    for (contest, section) in contests.iter().zip(&mut other) {
        section.marks.iter_mut().for_each(|mark| *mark = other_mark(contest, *mark, by));
        section.write_ins.clear();
    }
    other
}

fn other_mark(contest: &Contest, mark: Mark, by: u64) -> Mark {
    let marks: &[Mark] = match contest.kind {
        Kind::Evaluation(_) => {
            &[Mark::Grade(0), Mark::Grade(1), Mark::Grade(2), Mark::Multiple, Mark::Abstain, Mark::Blank, Mark::Illegible]
        }
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => {
            &[Mark::For, Mark::Against, Mark::Abstain, Mark::Blank, Mark::Illegible]
        }
    };
    let now = marks.iter().position(|other| *other == mark).unwrap();
    let further = usize::try_from(by % (marks.len() as u64 - 1)).unwrap() + 1;
    marks[(now + further) % marks.len()]
}

fn text(view: &impl serde::Serialize) -> String {
    serde_json::to_string(view).unwrap()
}
