//! The program proposes, a person rules.

use session::round::comparison::Ground;
use session::round::ruling;
use session::round::ruling::{Verdict, VerdictKind};
use session::tally::{Doubt, Mark};
use session::views::ruling::{GroundView, RuleInForce};
use session::{BundleNo, Pass, Refusal, SheetNo, round, views};

use crate::support::*;

fn approvals(told: &Told) -> Vec<u32> {
    told.session.rounds()[0].tally().rows(0).iter().map(|row| row.for_).collect()
}

#[test]
fn what_agrees_counts_at_once_and_what_differs_waits() {
    let told = Told::keyed(&["○○×", "○××", "○-×"], &["○○×", "○××", "○××"]);
    assert_eq!(told.session.rounds()[0].tally().sheets(), 2);
    assert_eq!(approvals(&told), [2, 1, 0]);
    let count = views::count::view(&told.session, ROUND).unwrap();
    assert_eq!(count.differences.len(), 1);
    assert_eq!(count.differences[0].place, at(2, 1));
    assert_eq!(count.missing, Some(Refusal::DifferencesOpen { sheets: 1 }));
}

#[test]
fn a_scrutineer_reads_exactly_the_rows_that_differ() {
    let mut told = Told::keyed(&["○-○"], &["×-×"]);
    let (bundle, sheet) = (BundleNo(1), SheetNo(1));
    assert_eq!(
        told.refused(rule_rows(at(1, 1), &[(0, Mark::For)]), "scrutineer"),
        Refusal::RowsStillOpen { bundle, sheet, open: 1 }
    );
    let more = [(0, Mark::For), (1, Mark::For), (2, Mark::For)];
    assert_eq!(
        told.refused(rule_rows(at(1, 1), &more), "scrutineer"),
        Refusal::RowsStillOpen { bundle, sheet, open: 0 }
    );
    let twice = [(0, Mark::For), (0, Mark::Against), (2, Mark::For)];
    assert_eq!(
        told.refused(rule_rows(at(1, 1), &twice), "scrutineer"),
        Refusal::RowsStillOpen { bundle, sheet, open: 0 }
    );
    assert!(matches!(
        told.refused(rule_rows(at(1, 1), &[(0, Mark::For), (2, Mark::For)]), "teller-1"),
        Refusal::WrongRole { .. }
    ));
    told.rule_rows(at(1, 1), &[(0, Mark::For), (2, Mark::Against)]);
    assert_eq!(approvals(&told), [1, 0, 0], "neither keying's reading, but the paper's");
}

#[test]
fn a_ruling_stands() {
    let mut told = Told::keyed(&["○-○", "○○○"], &["○-×", "○○○"]);
    told.rule_rows(at(1, 1), &[(2, Mark::For)]);
    let again = told.refused(rule_rows(at(1, 1), &[(2, Mark::Against)]), "scrutineer");
    assert_eq!(again, Refusal::AlreadyRuled { bundle: BundleNo(1), sheet: SheetNo(1) });
    told.rule_section(at(1, 2), Verdict::Void);
    let again = told.refused(rule_section(at(1, 2), Verdict::AsProposed), "chief");
    assert_eq!(again, Refusal::AlreadyRuled { bundle: BundleNo(1), sheet: SheetNo(2) });
}

#[test]
fn a_wrong_ruling_is_taken_back_with_a_reason_and_ruled_anew() {
    let mut told = Told::keyed(&["○-○", "○○○"], &["○-×", "○○○"]);
    told.rule_rows(at(1, 1), &[(2, Mark::For)]);
    told.rule_section(at(1, 2), Verdict::Read { marks: marks("○--"), write_ins: None });
    assert_eq!(approvals(&told), [2, 0, 1]);
    let take_back = |place, reason: &str| ruling::Command::TakeBack {
        round: ROUND,
        place,
        reason: reason.to_owned(),
    };
    assert_eq!(told.refused(take_back(at(1, 1), ""), "scrutineer"), Refusal::ReasonMissing);
    assert!(
        matches!(
            told.refused(take_back(at(1, 2), "看错"), "scrutineer"),
            Refusal::WrongRole { .. }
        ),
        "the chief has ruled there"
    );
    told.done(take_back(at(1, 1), "看错"), "scrutineer");
    told.done(take_back(at(1, 2), "看错"), "chief");
    assert_eq!(approvals(&told), [0, 0, 0]);
    assert_eq!(
        told.refused(round::Command::Certify { round: ROUND }, "chief"),
        Refusal::DifferencesOpen { sheets: 1 }
    );
    told.rule_rows(at(1, 1), &[(2, Mark::Against)]);
    told.rule_section(at(1, 2), Verdict::Void);
    assert_eq!(approvals(&told), [1, 0, 0]);
    let again = told.refused(take_back(at(1, 2), "看错"), "scrutineer");
    assert!(matches!(again, Refusal::WrongRole { .. }));
    told.certify();
    assert_eq!(told.refused(take_back(at(1, 1), "看错"), "chief"), Refusal::AlreadyCertified);
}

#[test]
fn nothing_is_ruled_where_nothing_is_open() {
    let mut told = Told::keyed(&["○-×"], &["○-×"]);
    let (bundle, sheet) = (BundleNo(1), SheetNo(1));
    assert_eq!(
        told.refused(rule_rows(at(1, 1), &[]), "scrutineer"),
        Refusal::NothingDiffers { bundle, sheet }
    );
    assert_eq!(
        told.refused(rule_section(at(1, 1), Verdict::Void), "chief"),
        Refusal::NothingDoubtful { bundle, sheet }
    );
}

#[test]
fn an_over_vote_is_a_proposal_until_the_chief_scrutineer_rules() {
    for (verdict, valid, counted) in [
        (Verdict::AsProposed, 0, vec![0, 0, 0]),
        (Verdict::Void, 0, vec![0, 0, 0]),
        (Verdict::Read { marks: marks("○○-"), write_ins: None }, 1, vec![1, 1, 0]),
    ] {
        let mut told = Told::keyed(&["○○○"], &["○○○"]);
        let doubtful = views::count::view(&told.session, ROUND).unwrap().doubtful;
        assert_eq!(doubtful[0].proposed, [Doubt::OverCap { approvals: 3, seats: 2 }]);
        assert_eq!(told.session.rounds()[0].tally().sheets(), 0);
        assert!(matches!(
            told.refused(rule_section(at(1, 1), Verdict::Void), "scrutineer"),
            Refusal::WrongRole { .. }
        ));
        told.rule_section(at(1, 1), verdict);
        assert_eq!(told.session.rounds()[0].tally().valid(0), valid);
        assert_eq!(approvals(&told), counted);
    }
}

#[test]
fn an_illegible_row_goes_to_the_chief_scrutineer() {
    let mut told = Told::keyed(&["○/×"], &["○/×"]);
    assert_eq!(told.session.rounds()[0].tally().sheets(), 0);
    told.rule_section(at(1, 1), Verdict::AsProposed);
    assert_eq!(told.session.rounds()[0].tally().rows(0)[1].void, 1, "本栏无效");
}

#[test]
fn what_a_keyer_doubts_goes_to_the_chief_scrutineer_even_if_both_read_it_alike() {
    let mut told = Told::counting(1);
    for (pass, teller, doubt) in
        [(Pass::First, "teller-1", None), (Pass::Second, "teller-2", Some("涂改".to_owned()))]
    {
        told.take(pass, 1, teller);
        let mut reading = reading("○○×");
        reading[0].doubt = doubt;
        told.key(pass, 1, 1, reading, teller);
        told.done(round::keying::Command::CloseBundle { place: place(pass, 1) }, teller);
    }
    let count = views::count::view(&told.session, ROUND).unwrap();
    assert_eq!(count.differences, []);
    assert_eq!(count.doubtful[0].noted, ["涂改"]);
    assert_eq!(
        told.refused(round::Command::Certify { round: ROUND }, "chief"),
        Refusal::SectionsOpen { sections: 1 }
    );
    told.rule_section(at(1, 1), Verdict::AsProposed);
    told.certify();
}

#[test]
fn several_sections_are_ruled_on_in_one_go_or_not_at_all() {
    let mut told = Told::keyed(&["○○○", "○○○", "○○×"], &["○○○", "○○○", "○○×"]);
    let section = |place| ruling::SectionPlace { place, contest: 0 };
    let command = |places: &[ruling::SheetPlace]| ruling::Command::RuleSections {
        round: ROUND,
        sections: places.iter().copied().map(section).collect(),
        verdict: Verdict::Void,
        reason: "多选".to_owned(),
    };
    let refused = told.refused(command(&[at(1, 1), at(2, 1)]), "chief");
    assert_eq!(refused, Refusal::NothingDoubtful { bundle: BundleNo(2), sheet: SheetNo(1) });
    assert_eq!(told.session.rounds()[0].tally().sheets(), 1);
    told.done(command(&[at(1, 1), at(1, 2)]), "chief");
    assert_eq!(told.session.rounds()[0].tally().void(0), 2);
}

fn rule(places: &[(u32, u32)], verdict: Verdict, reason: &str) -> ruling::Command {
    let sections = places
        .iter()
        .map(|(bundle, sheet)| ruling::SectionPlace { place: at(*bundle, *sheet), contest: 0 })
        .collect();
    ruling::Command::RuleSections { round: ROUND, sections, verdict, reason: reason.to_owned() }
}

#[test]
fn what_the_rules_propose_needs_no_reason_and_what_overrules_them_does() {
    let keyed = || Told::keyed(&["○○○", "○/×"], &["○○○", "○/×"]);
    let read = Verdict::Read { marks: marks("○○×"), write_ins: None };
    for (place, verdict, needs) in [
        ((1, 1), Verdict::AsProposed, false),
        ((1, 1), Verdict::Void, false),
        ((1, 1), read.clone(), true),
        ((1, 2), Verdict::AsProposed, false),
        ((1, 2), Verdict::Void, true),
        ((1, 2), read, true),
    ] {
        let asked = keyed().ask(rule(&[place], verdict.clone(), " "), "chief");
        assert_eq!(
            asked.err(),
            needs.then_some(Refusal::ReasonMissing),
            "{verdict:?} on sheet {place:?}"
        );
        keyed().done(rule(&[place], verdict, "看过票面"), "chief");
    }
}

#[test]
fn only_sections_of_one_kind_are_ruled_on_in_one_go() {
    let sheets = ["○○○", "○/×", "/○×", "○○○"];
    let mut told = Told::keyed(&sheets, &sheets);
    assert_eq!(
        told.refused(rule(&[(1, 1), (1, 2)], Verdict::Void, "看过票面"), "chief"),
        Refusal::NotOfOneKind
    );
    let read = Verdict::Read { marks: marks("○○×"), write_ins: None };
    assert_eq!(
        told.refused(rule(&[(1, 1), (2, 2)], read, "看过票面"), "chief"),
        Refusal::NotOfOneKind,
        "one paper, one reading"
    );
    told.done(rule(&[(1, 2), (2, 1)], Verdict::AsProposed, ""), "chief");
    told.done(rule(&[(1, 1), (2, 2)], Verdict::AsProposed, ""), "chief");
    told.certify();
}

#[test]
fn a_kind_shows_its_rule_and_what_it_proposes() {
    let told = Told::keyed(&["○○○", "○/×", "○○○"], &["○○○", "○/×", "○○○"]);
    let views::count::CountView { kinds, doubtful, .. } =
        views::count::view(&told.session, ROUND).unwrap();
    assert_eq!(doubtful.iter().map(|section| section.kind).collect::<Vec<_>>(), [0, 1, 0]);
    let cap =
        RuleInForce::Cap { cap: tally::Cap::AtMost, seats: 2, over_cap: tally::OverCap::Section };
    assert_eq!(
        kinds[0].grounds,
        [GroundView { ground: Ground::OverCap, rule: Some(cap), article: None }]
    );
    assert!(kinds[0].void && kinds[0].in_one_go);
    let illegible = RuleInForce::IllegibleRow { voids: tally::IllegibleRow::Row };
    assert_eq!(
        kinds[1].grounds,
        [GroundView { ground: Ground::IllegibleRow, rule: Some(illegible), article: None }]
    );
    assert!(!kinds[1].void);
    let asks = |kind: usize| {
        let verdicts = kinds[kind].verdicts.iter();
        verdicts.map(|it| (it.verdict, it.needs_reason)).collect::<Vec<_>>()
    };
    let (proposed, read) = ((VerdictKind::AsProposed, false), (VerdictKind::Read, true));
    assert_eq!(asks(0), [proposed, (VerdictKind::Void, false), read], "void is what is proposed");
    assert_eq!(asks(1), [proposed, (VerdictKind::Void, true), read]);
}

#[test]
fn errors_are_counted_by_pass_and_keyer_and_shown_to_the_operator_alone() {
    let mut told = Told::keyed(&["○-×", "○○×", "○○○"], &["××○", "○○×", "○○○"]);
    let errors = |told: &Told| {
        let errors = views::count::view(&told.session, ROUND).unwrap().errors;
        errors.into_iter().map(|it| (it.pass, it.teller, it.sheets, it.places)).collect::<Vec<_>>()
    };
    let named = |first, second| {
        vec![
            (Pass::First, "刘敏".to_owned(), 3, first),
            (Pass::Second, "买买提·艾力".to_owned(), 3, second),
        ]
    };
    assert_eq!(errors(&told), named(0, 0), "nobody is overruled before somebody has looked");
    told.rule_rows(at(1, 1), &[(0, Mark::For), (1, Mark::Blank), (2, Mark::For)]);
    assert_eq!(errors(&told), named(1, 2));
    told.rule_section(at(2, 1), Verdict::Read { marks: marks("○○×"), write_ins: None });
    assert_eq!(errors(&told), named(2, 3), "both may be wrong alike");
    told.show(session::floor::hall::Scene::Counting { round: ROUND, page: 0 });
    let hall = serde_json::to_string(&views::hall::view(&told.session)).unwrap();
    assert!(!hall.contains("刘敏") && !hall.contains("买买提"));
}
