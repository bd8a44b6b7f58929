//! Two sessions that differ only in what must be hidden give byte-identical views.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use session::ballot::HallCounting;
use session::floor::hall::Scene;
use session::floor::hands;
use session::floor::hands::{AskedNumbers, Counted, Motion, Way};
use session::round::keying;
use session::tally::{Hands, Threshold};
use session::{HandVoteId, Pass, SheetNo, views};

use crate::support::*;

fn sheet() -> impl Strategy<Value = String> {
    vec(select(vec!['○', '×', '-', '/']), 3).prop_map(String::from_iter)
}

fn sheets(count: usize) -> impl Strategy<Value = Vec<String>> {
    vec(sheet(), count)
}

fn text(view: &impl serde::Serialize) -> String {
    serde_json::to_string(view).unwrap()
}

/// The first keying is whole; the second teller holds bundle 1 and has keyed one sheet of it.
fn second_keyer_at_work(first: &[String], own: &str) -> Told {
    let mut told = Told::counting(u32::try_from(first.len()).unwrap());
    for (bundle, sheets) in (1..).zip(first.chunks(2)) {
        let sheets: Vec<&str> = sheets.iter().map(String::as_str).collect();
        told.key_bundle(Pass::First, bundle, &sheets, "teller-1");
    }
    told.take(Pass::Second, 1, "teller-2");
    told.key(Pass::Second, 1, 1, reading(own), "teller-2");
    told
}

fn keyed_with(hall: HallCounting, first: &[String], second: &[String]) -> Told {
    let mut told = Told::counting_with(
        session::ballot::Ballot { hall, ..ballot() },
        u32::try_from(first.len()).unwrap(),
    );
    for (pass, teller, keyed) in
        [(Pass::First, "teller-1", first), (Pass::Second, "teller-2", second)]
    {
        for (bundle, sheets) in (1..).zip(keyed.chunks(2)) {
            let sheets: Vec<&str> = sheets.iter().map(String::as_str).collect();
            told.key_bundle(pass, bundle, &sheets, teller);
        }
    }
    told.show(Scene::Counting { round: ROUND, page: 0 });
    told
}

const MOTION: HandVoteId = HandVoteId(1);

/// Hands of six people as one of two tellers may count them: the minority, or all three; or what a
/// display may show.
fn hands(asked: AskedNumbers) -> impl Strategy<Value = Hands> {
    (0..3_u32, 0..3_u32, 0..3_u32).prop_map(move |(for_, against, abstain)| match asked {
        AskedNumbers::Each => Hands::Each { for_, against, abstain },
        AskedNumbers::Minority => Hands::Minority { against, abstain },
        AskedNumbers::Shown => {
            let not_pressed = 6 - for_ - against - abstain;
            Hands::Shown { for_, against, abstain, not_pressed }
        }
    })
}

/// Which numbers are given, what one teller may have counted, what else, and what the other
/// teller counts.
fn counts() -> impl Strategy<Value = (AskedNumbers, Hands, Hands, Hands)> {
    let asked = prop_oneof![
        Just(AskedNumbers::Minority),
        Just(AskedNumbers::Each),
        Just(AskedNumbers::Shown)
    ];
    asked.prop_flat_map(|asked| (Just(asked), hands(asked), hands(asked), hands(asked)))
}

/// A motion is put and its hands were counted once.
fn first_teller_has_counted(asked: AskedNumbers, first: Hands) -> Told {
    let mut told = Told::prepared();
    told.count_present(6);
    let threshold = Some(Threshold::MAJORITY_OF_ALL);
    let way = match asked {
        AskedNumbers::Minority => Way::Hands { threshold, counted: Counted::Minority },
        AskedNumbers::Each => Way::Hands { threshold, counted: Counted::Each },
        AskedNumbers::Shown => Way::Keypads { threshold },
    };
    told.done(
        hands::Command::PrepareMotion {
            motion: Motion { title: "决议".to_owned(), way, ..Motion::default() },
        },
        "secretary",
    );
    told.done(hands::Command::PutMotion { vote: MOTION, present: None }, "secretary");
    told.done(hands::Command::CountHands { vote: MOTION, hands: first }, "teller-1");
    told.show(Scene::HandVoting { vote: MOTION });
    told
}

/// Everything that stands on a screen while a teller counts.
fn screens(told: &Told, teller: &str) -> [String; 4] {
    let session = &told.session;
    let desk = views::hand::desk(session, MOTION, &person(teller)).unwrap();
    [
        text(&desk),
        text(&views::floor::view(session)),
        text(&views::frame::view(session)),
        text(&views::hall::view(session)),
    ]
}

proptest! {
    #[test]
    fn the_second_teller_of_hands_learns_nothing_of_the_first((each, one, other, own) in counts()) {
        let seen = |first: Hands| {
            let mut told = first_teller_has_counted(each, first);
            let before = screens(&told, "teller-2");
            let given = told.ask(hands::Command::CountHands { vote: MOTION, hands: own }, "teller-2");
            (before, given)
        };
        prop_assert_eq!(seen(one), seen(other), "not from the screens and not from how the number is taken");
    }

    #[test]
    fn the_hall_learns_no_hands_before_they_are_announced((each, one, other, own) in counts()) {
        let seen = |first: Hands| {
            let mut told = first_teller_has_counted(each, first);
            told.done(hands::Command::CountHands { vote: MOTION, hands: own }, "teller-2");
            text(&views::hall::view(&told.session))
        };
        prop_assert_eq!(seen(one), seen(other));
    }

    #[test]
    fn the_second_keyer_learns_nothing_of_the_first_keying(one in sheets(4), other in sheets(4), own in sheet()) {
        let seen = |first: &[String]| {
            let told = second_keyer_at_work(first, &own);
            let desk = views::desk::view(&told.session, ROUND, Pass::Second, &person("teller-2")).unwrap();
            (text(&desk), text(&views::frame::view(&told.session)))
        };
        prop_assert_eq!(seen(&one), seen(&other));
    }

    #[test]
    fn the_second_keyer_learns_nothing_when_handing_a_bundle_in(one in sheets(4), other in sheets(4), own in sheets(2)) {
        let seen = |first: &[String]| {
            let mut told = second_keyer_at_work(first, &own[0]);
            told.key(Pass::Second, 1, 2, reading(&own[1]), "teller-2");
            told.done(keying::Command::CloseBundle { place: place(Pass::Second, 1) }, "teller-2");
            let desk = views::desk::view(&told.session, ROUND, Pass::Second, &person("teller-2")).unwrap();
            (text(&desk), text(&views::frame::view(&told.session)))
        };
        prop_assert_eq!(seen(&one), seen(&other));
    }

    #[test]
    fn progress_only_shows_the_hall_no_mark(one in sheets(4), other in sheets(4)) {
        for hall in [HallCounting::Progress, HallCounting::Nothing] {
            let told = keyed_with(hall, &one, &one);
            let differing = keyed_with(hall, &one, &other);
            prop_assert_eq!(text(&views::hall::view(&told.session)), text(&views::hall::view(&differing.session)));
        }
    }

    #[test]
    fn live_counts_show_the_hall_nothing_of_a_sheet_that_is_not_agreed(agreed in sheet(), one in sheet(), other in sheet()) {
        let seen = |open: &str| {
            let mut told = Told::counting(2);
            for (pass, teller) in [(Pass::First, "teller-1"), (Pass::Second, "teller-2")] {
                told.take(pass, 1, teller);
                told.key(pass, 1, 1, reading(&agreed), teller);
            }
            told.key(Pass::First, 1, 2, reading(open), "teller-1");
            told.done(keying::Command::CloseBundle { place: place(Pass::First, 1) }, "teller-1");
            told.show(Scene::Counting { round: ROUND, page: 0 });
            text(&views::hall::view(&told.session))
        };
        prop_assert_eq!(seen(&one), seen(&other));
    }

    #[test]
    fn before_the_count_is_pushed_the_hall_shows_no_mark(one in sheets(2), other in sheets(2)) {
        let seen = |sheets: &[String]| {
            let mut told = keyed_with(HallCounting::Live, sheets, sheets);
            told.show(Scene::Collection { round: ROUND });
            text(&views::hall::view(&told.session))
        };
        prop_assert_eq!(seen(&one), seen(&other));
    }
}

#[test]
fn the_views_do_change_with_what_is_not_hidden() {
    let first = ["○○×".to_owned(), "○××".to_owned()];
    let own = |text_: &str| {
        let mut told = second_keyer_at_work(&first, text_);
        told.done(
            keying::Command::RecallSheet { place: place(Pass::Second, 1), sheet: SheetNo(1) },
            "teller-2",
        );
        text(&views::desk::view(&told.session, ROUND, Pass::Second, &person("teller-2")).unwrap())
    };
    assert_ne!(own("○○×"), own("×××"), "a recalled sheet shows its own keyer's marks");
    let own = |against| {
        let told = first_teller_has_counted(
            AskedNumbers::Minority,
            Hands::Minority { against, abstain: 0 },
        );
        text(&views::hand::desk(&told.session, MOTION, &person("teller-1")).unwrap())
    };
    assert_ne!(own(1), own(2), "a teller sees the own number");
    let live = |sheets: &[String]| {
        text(&views::hall::view(&keyed_with(HallCounting::Live, sheets, sheets).session))
    };
    assert_ne!(live(&first), live(&["×××".to_owned(), "×××".to_owned()]));
}
