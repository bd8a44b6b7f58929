//! Two desks, among everything else the day brings: bundles go out, come back keyed, half keyed,
//! twice or never.

use proptest::prelude::*;
use session::people::Role;
use session::round::keying::Place;
use session::round::lent::{Command, Lend, Loan, LoanState};
use session::round::ruling::SheetPlace;
use session::round::{Round, keying};
use session::views::desk::BundleState;
use session::{BundleNo, EdgeCommand, LoanId, Pass, Refusal, RoundId, Session, SheetNo, views};

use super::staff::{Paper, any_section};
use super::{Asking, Asks, BroughtBack, Dice, asks, twins};
use crate::support::*;

/// Any bundles by anybody, any file whenever it comes, any call.
pub fn whim(dice: &mut Dice, session: &Session, round: RoundId) -> Asks {
    let teller = person(dice.one_of(&["teller-1", "teller-2", "teller-3"]));
    let loans = u32::try_from(session.loans().len()).unwrap();
    let loan = LoanId(if dice.per_cent(90) { dice.between(1, loans.max(1)) } else { 0 });
    match dice.between(0, 5) {
        0..=2 => {
            let (first, more) = (dice.between(0, 2), dice.between(0, 1));
            let bundles = (first..=first + more).map(BundleNo).collect();
            (Asking::Lend(Lend { round, pass: dice.one_of(&Pass::BOTH), bundles }), teller)
        }
        3 | 4 => {
            let found = session.loan(loan).ok();
            let of =
                found.map_or(round, |loan| if dice.per_cent(90) { loan.round() } else { round });
            let keyed = found.map_or_else(Vec::new, |loan| any_keying(dice, session, loan));
            let by =
                found.filter(|_| dice.per_cent(90)).map_or(teller, |loan| loan.teller().clone());
            (Asking::BringBack(BroughtBack { round: of, loan, keyed }), by)
        }
        _ => {
            let reason = dice.one_of(&["优盘读不出", " "]).to_owned();
            asks(
                Command::CallBack { loan, reason },
                dice.one_of(&["scrutineer", teller.0.as_str()]),
            )
        }
    }
}

/// Now and then a bundle is left out, or a sheet.
fn any_keying(
    dice: &mut Dice,
    session: &Session,
    loan: &Loan,
) -> Vec<(BundleNo, Vec<keying::Reading>)> {
    let round = session.round(loan.round()).unwrap();
    let brought = loan.bundles().iter().filter(|_| dice.per_cent(90)).copied().collect::<Vec<_>>();
    let of_bundle = |bundle: BundleNo| {
        let sheets =
            dice.between(round.sheets_in(bundle).saturating_sub(1), round.sheets_in(bundle) + 1);
        (
            bundle,
            (0..sheets)
                .map(|_| {
                    round.contests().iter().map(|contest| any_section(dice, contest)).collect()
                })
                .collect(),
        )
    };
    brought.into_iter().map(of_bundle).collect()
}

/// Returns what the staff does about the second desk; `None` where nothing is out and nothing is to
/// go out.
pub fn next(session: &Session, round: &Round, paper: &mut Paper) -> Option<Asks> {
    let out = session
        .loans()
        .iter()
        .find(|loan| loan.round() == round.id() && *loan.state() == LoanState::Out);
    if let Some(loan) = out {
        if paper.slips(20) {
            return Some(asks(
                Command::CallBack { loan: loan.id(), reason: "优盘丢失".to_owned() },
                "scrutineer",
            ));
        }
        let of_bundle = |bundle: &BundleNo| {
            let sheets = (1..=round.sheets_in(*bundle))
                .map(|sheet| SheetPlace { bundle: *bundle, sheet: SheetNo(sheet) });
            (*bundle, sheets.map(|place| paper.as_keyed(round, place)).collect())
        };
        let keyed = loan.bundles().iter().map(of_bundle).collect();
        return Some((
            Asking::BringBack(BroughtBack { round: round.id(), loan: loan.id(), keyed }),
            loan.teller().clone(),
        ));
    }
    if !paper.slips(15) {
        return None;
    }
    let tellers = session.people().with_role(Role::Teller).map(|teller| &teller.id);
    let desks = tellers.flat_map(|teller| Pass::BOTH.map(|pass| (pass, teller)));
    desks.into_iter().find_map(|(pass, teller)| {
        let desk = views::desk::view(session, round.id(), pass, teller).unwrap();
        let free = desk
            .bundles
            .iter()
            .filter(|bundle| bundle.state == BundleState::Waiting && bundle.refused.is_none())
            .map(|bundle| bundle.bundle);
        let bundles: Vec<BundleNo> = free.take(2).collect();
        (!bundles.is_empty())
            .then(|| (Asking::Lend(Lend { round: round.id(), pass, bundles }), teller.clone()))
    })
}

/// The other desk works on a file as it went out; what is refused there is not done.
pub fn bring_back(told: &mut Told, back: &BroughtBack, actor: &str) -> Result<(), Refusal> {
    let mut away = told.desk_of(back.loan)?;
    let desk = away.session.away().unwrap().clone();
    for (bundle, sheets) in &back.keyed {
        let place = Place { round: desk.round, pass: desk.pass, bundle: *bundle };
        let planned = away.session.round(desk.round).unwrap().sheets_in(*bundle);
        let sheets_keyed = u32::try_from(sheets.len()).unwrap();
        drop(away.ask(keying::Command::TakeBundle { place }, &desk.teller.id.0));
        if sheets_keyed > planned {
            drop(away.ask(
                keying::Command::CountBundle { place, sheets: sheets_keyed },
                &desk.teller.id.0,
            ));
        }
        for (sheet, reading) in (1..).zip(sheets) {
            let key = keying::Command::KeySheet {
                place,
                sheet: SheetNo(sheet),
                reading: reading.clone(),
            };
            drop(away.ask(key, &desk.teller.id.0));
        }
        drop(away.ask(keying::Command::CloseBundle { place }, &desk.teller.id.0));
    }
    told.bring_back(back.round, &away, actor)
}

/// A bundle is out exactly while its loan is.
pub fn check(session: &Session) -> Result<(), TestCaseError> {
    for loan in session.loans() {
        let round = session.round(loan.round()).unwrap();
        for bundle in loan.bundles() {
            let lent = round
                .pass(loan.pass())
                .bundle(*bundle)
                .is_some_and(|keying| keying.lent() == Some(loan.id()));
            prop_assert_eq!(lent, *loan.state() == LoanState::Out, "{:?}", loan);
        }
    }
    for (round, pass) in
        session.rounds().iter().flat_map(|round| Pass::BOTH.map(|pass| (round, pass)))
    {
        let lent = (1..=round.bundles())
            .filter_map(|bundle| round.pass(pass).bundle(BundleNo(bundle)))
            .filter(|it| it.lent().is_some());
        for keying in lent {
            prop_assert!(
                keying.keyed() == 0 && keying.handed_in().is_none(),
                "nobody keys here what is keyed elsewhere"
            );
        }
    }
    Ok(())
}

/// What would go out now of a pass does not depend on the other.
pub fn check_twins(told: &Told, by: u64) -> Result<(), TestCaseError> {
    let session = &told.session;
    for pass in Pass::BOTH {
        let twin = twins::twin_of(told, by, |_, place| place.pass != pass);
        for (round, teller) in session
            .rounds()
            .iter()
            .flat_map(|round| session.people().with_role(Role::Teller).map(move |it| (round, it)))
        {
            for bundle in 1..=round.bundles() {
                let lend = Lend { round: round.id(), pass, bundles: vec![BundleNo(bundle)] };
                let set_up = EdgeCommand::SetUpDesk { lend: &lend, opened: OPENED };
                let out = |of: &Session| of.decide_at_edge(&set_up, &teller.id);
                prop_assert_eq!(
                    out(session),
                    out(&twin),
                    "what goes out tells of the other keying"
                );
            }
        }
    }
    Ok(())
}
