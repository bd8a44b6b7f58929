//! Blindness in arbitrary sessions: a twin that differs only in what must be hidden looks the same,
//! byte for byte.

use proptest::prelude::*;
use session::ballot::HallCounting;
use session::floor::hall::{Scene, Theme};
use session::people::Role;
use session::round::keying::{Place, Reading, SectionReading, Unfinished};
use session::round::ruling::Verdict;
use session::round::{Round, Stage, by_hand, keying, lent, ruling};
use session::tally::{Contest, ContestTotals, Kind, Mark, WriteIn, WriteInMark, WriteIns};
use session::{Entry, Event, Pass, RoundId, Session, round, views};

use super::coverage::Coverage;
use crate::support::*;

/// What an entry of the journal says of the papers of a round.
#[derive(Clone, Copy)]
enum Said {
    /// A keyer's marks, names and doubts, in the middle of a sheet too.
    Keyed(Place),
    /// What somebody ruled on looking at the paper.
    Ruled,
    /// A tally by hand beside the keying.
    Tallied,
    /// A count by hand in place of it.
    Counted,
}

/// Compares the views of a session with those of its twins; `by` says how the twins' marks are
/// turned.
pub fn check(told: &Told, by: u64, coverage: &Coverage) -> Result<(), TestCaseError> {
    let session = &told.session;
    for pass in Pass::BOTH {
        let of_the_other = |said| matches!(said, Said::Keyed(place) if place.pass != pass);
        let twin = Twin::of(told, by, |_, _, said| of_the_other(said)).session;
        for round in session.rounds() {
            for teller in session.people().with_role(Role::Teller) {
                let seen =
                    |of: &Session| text(&views::desk::view(of, round.id(), pass, &teller.id).ok());
                prop_assert_eq!(
                    seen(session),
                    seen(&twin),
                    "{:?} learns of the other keying",
                    pass
                );
            }
        }
        let twin =
            Twin::of(told, by, |round, _, said| not_compared(round, said) && of_the_other(said))
                .session;
        prop_assert_eq!(
            text(&views::frame::view(session)),
            text(&views::frame::view(&twin)),
            "the frame shows a mark"
        );
        prop_assert_eq!(
            text(&views::hall::room::view(session)),
            text(&views::hall::room::view(&twin)),
            "the list of pictures depends on a mark"
        );
    }
    check_hall(told, by, coverage)
}

/// The hall's picture with its ground and its turning pages, and every picture that could be
/// pushed.
fn check_hall(told: &Told, by: u64, coverage: &Coverage) -> Result<(), TestCaseError> {
    let session = &told.session;
    let twin = Twin::of(told, by, |round, seq, said| {
        seq > announced_until(told, round) && hidden_from_the_hall(round, said)
    });
    let shown = views::hall::view(session);
    prop_assert_eq!(
        text(&shown),
        text(&views::hall::view(&twin.session)),
        "the hall sees what is hidden: {:?}",
        session.scene()
    );
    for scene in scenes(session) {
        let preview = |of: &Session| {
            views::hall::preview(of, &scene)
                .map_or_else(|refusal| format!("{refusal:?}"), |view| text(&view))
        };
        prop_assert_eq!(
            preview(session),
            preview(&twin.session),
            "the preview shows what is hidden: {:?}",
            scene
        );
    }
    for (seen, what) in [
        (twin.differs, "twins: something hidden"),
        (twin.differs && shown.turning.is_some(), "twins: something hidden while pages turn"),
        (
            twin.differs && shown.look.theme == Theme::Light,
            "twins: something hidden on the light ground",
        ),
        (
            twin.differs && matches!(session.scene(), Scene::Counting { .. }),
            "twins: something hidden while the count is shown",
        ),
        (twin.names, "twins: a hidden name"),
    ] {
        if seen {
            coverage.saw(what);
        }
    }
    Ok(())
}

/// Nothing is compared before both keyings were whole, and then no bundle that is keyed again.
fn not_compared(round: &Round, said: Said) -> bool {
    let Said::Keyed(place) = said else { return false };
    let open = !round.is_compared() || round.both_keyed(place.bundle).is_none();
    open && round.certificate().is_none()
}

/// The entry up to which a round is public: everything once it is announced; what was announced
/// before the count was opened again.
fn announced_until(told: &Told, round: &Round) -> u32 {
    if matches!(round.stage(), Stage::Announced(..)) {
        return u32::MAX;
    }
    let announced = |event: &Event| matches!(event, Event::Round(round::Event::ResultAnnounced { round: of }) if *of == round.id());
    told.journal.iter().rev().find(|entry| announced(&entry.event)).map_or(0, |entry| entry.seq)
}

/// Before the announcement: all of it where the setting shows progress or nothing, else what is not
/// handed in twice, and any tally beside the keying.
fn hidden_from_the_hall(round: &Round, said: Said) -> bool {
    match (round.ballot().hall, said) {
        (HallCounting::Progress | HallCounting::Nothing, _)
        | (HallCounting::Live, Said::Tallied) => true,
        (HallCounting::Live, Said::Keyed(place)) => {
            Pass::BOTH.into_iter().any(|pass| round.pass(pass).closed(place.bundle).is_none())
        }
        (HallCounting::Live, Said::Ruled | Said::Counted) => false,
    }
}

/// Every picture of the day, on each of its first pages.
fn scenes(session: &Session) -> Vec<Scene> {
    let of_rounds = session.rounds().iter().map(Round::id).flat_map(|round| {
        let counting = Scene::Counting { round, page: 0 };
        [
            Scene::Voting { round },
            Scene::Collection { round },
            counting,
            Scene::Result { round, page: 0 },
            Scene::Elected { round, page: 0 },
        ]
    });
    let of_ballots = session.ballots().iter().map(|ballot| ballot.id.clone()).flat_map(|ballot| {
        let options = Scene::Options { ballot: ballot.clone(), page: 0 };
        let zero = Scene::Zero { ballot: ballot.clone(), page: 0 };
        [options, zero, Scene::HowToMark { ballot }]
    });
    let first = of_rounds.chain(of_ballots).chain([
        Scene::Welcome,
        Scene::Agenda { page: 0 },
        Scene::Attendance,
        Scene::Blank,
    ]);
    first.flat_map(|scene| [scene.on_page(1), scene]).collect()
}

/// The same session, but for what was keyed in the places named.
pub fn twin_of(told: &Told, by: u64, differs: impl Fn(&Round, Place) -> bool) -> Session {
    Twin::of(told, by, |round, _, said| matches!(said, Said::Keyed(place) if differs(round, place)))
        .session
}

/// The same session, but for what is hidden.
struct Twin {
    session: Session,
    /// Whether anything in the journal is another.
    differs: bool,
    /// Whether a name written in is.
    names: bool,
}

impl Twin {
    fn of(told: &Told, by: u64, hidden: impl Fn(&Round, u32, Said) -> bool) -> Self {
        let round = |id: RoundId| told.session.round(id).unwrap();
        let turned = |entry: &Entry| {
            let mut entry = entry.clone();
            let seq = entry.seq;
            turn(&mut entry.event, by, &round, |id, said| hidden(round(id), seq, said));
            entry
        };
        let journal: Vec<Entry> = told.journal.iter().map(turned).collect();
        let pairs = || told.journal.iter().zip(&journal).filter(|(entry, twin)| entry != twin);
        let named = |(entry, _): (&Entry, &Entry)| text(&entry.event).contains("write_ins\":[{");
        Self {
            session: Session::replay(&journal).unwrap(),
            differs: pairs().next().is_some(),
            names: pairs().any(named),
        }
    }
}

/// Turns what an event says of hidden papers into something else that it could say.
fn turn<'a>(
    event: &mut Event,
    by: u64,
    round: &impl Fn(RoundId) -> &'a Round,
    hidden: impl Fn(RoundId, Said) -> bool,
) {
    if let Event::Keying(keying::Event::SheetKeyed { place, reading, .. }) = event
        && hidden(place.round, Said::Keyed(*place))
    {
        turn_reading(round(place.round).contests(), reading, by);
    }
    if let Event::Keying(keying::Event::SheetPaused { place, unfinished, .. }) = event
        && hidden(place.round, Said::Keyed(*place))
    {
        turn_unfinished(round(place.round).contests(), unfinished, by);
    }
    if let Event::Lent(lent::Event::BroughtBack { bundles, .. }) = event {
        for back in
            bundles.iter_mut().filter(|back| hidden(back.place.round, Said::Keyed(back.place)))
        {
            let contests = round(back.place.round).contests();
            back.sheets.iter_mut().for_each(|reading| turn_reading(contests, reading, by));
        }
    }
    if let Event::Ruling(ruling::Event::DifferenceRuled { round: id, rows, names, .. }) = event
        && hidden(*id, Said::Ruled)
    {
        let contests = round(*id).contests();
        for read in rows {
            read.mark = other_mark(&contests[read.contest as usize], read.mark, by);
        }
        for read in names {
            turn_names(&contests[read.contest as usize], &mut read.write_ins, by);
        }
    }
    if let Event::Ruling(ruling::Event::SectionRuled { round: id, section, verdict, .. }) = event
        && hidden(*id, Said::Ruled)
    {
        *verdict = other_verdict(&round(*id).contests()[section.contest as usize], verdict, by);
    }
    if let Event::HandTally(by_hand::Event::Entered { round, totals }) = event
        && hidden(*round, Said::Tallied)
    {
        turn_totals(totals);
    }
    if let Event::HandTally(by_hand::Event::Counted { round, totals, .. }) = event
        && hidden(*round, Said::Counted)
    {
        turn_totals(totals);
    }
}

fn turn_unfinished(contests: &[Contest], unfinished: &mut Unfinished, by: u64) {
    for (contest, section) in contests.iter().zip(&mut unfinished.sections) {
        section.marks.iter_mut().flatten().for_each(|mark| *mark = other_mark(contest, *mark, by));
        turn_names(contest, &mut section.write_ins, by);
        turn_doubt(&mut section.doubt);
    }
}

fn other_verdict(contest: &Contest, verdict: &Verdict, by: u64) -> Verdict {
    match verdict {
        Verdict::AsProposed => Verdict::Void,
        Verdict::Void => Verdict::AsProposed,
        Verdict::Read { marks, write_ins } => {
            let marks = marks.iter().map(|mark| other_mark(contest, *mark, by)).collect();
            Verdict::Read { marks, write_ins: write_ins.clone() }
        }
    }
}

fn turn_reading(contests: &[Contest], reading: &mut Reading, by: u64) {
    for (contest, section) in contests.iter().zip(reading) {
        let SectionReading { marks, write_ins, doubt } = section;
        for mark in marks {
            *mark = other_mark(contest, *mark, by);
        }
        turn_names(contest, write_ins, by);
        turn_doubt(doubt);
    }
}

/// Other names where names may be written in, or none where there were.
fn turn_names(contest: &Contest, names: &mut Vec<WriteIn>, by: u64) {
    if names.is_empty() || by.is_multiple_of(2) {
        let allowed = contest.seats_rule().is_some_and(|rule| rule.write_ins != WriteIns::None);
        names.extend(allowed.then(|| WriteIn { name: "孙某".to_owned(), mark: WriteInMark::For }));
    } else {
        names.clear();
    }
}

fn turn_doubt(doubt: &mut Option<String>) {
    *doubt = if doubt.is_none() { Some("涂改".to_owned()) } else { None };
}

/// Totals that add up to the same: approvals for objections, one grade for another.
fn turn_totals(totals: &mut [ContestTotals]) {
    for row in totals.iter_mut().flat_map(|contest| &mut contest.rows) {
        std::mem::swap(&mut row.for_, &mut row.against);
        row.grades.swap(0, 1);
    }
}

fn other_mark(contest: &Contest, mark: Mark, by: u64) -> Mark {
    let marks: &[Mark] = match contest.kind {
        Kind::Evaluation(_) => &[
            Mark::Grade(0),
            Mark::Grade(1),
            Mark::Grade(2),
            Mark::Multiple,
            Mark::Abstain,
            Mark::Blank,
            Mark::Illegible,
        ],
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
