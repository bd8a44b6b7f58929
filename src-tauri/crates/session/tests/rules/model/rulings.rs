//! What anybody might rule at any time: on sheets, on names, on the tally by hand, and what is decided
//! instead of voting once more.

use session::ballot::follow::{Settlement, proposed_ballot};
use session::ballot::{Ballot, follow};
use session::round::ruling::{NamesRead, RowRead, SectionPlace, SheetPlace, Verdict};
use session::round::{Round, by_hand, ruling};
use session::tally::{
    Candidate, ContestId, ContestResult, Mark, OptionCount, WriteIn, WriteInMark,
};
use session::{BallotId, BundleNo, RoundId, Session, SheetNo, ballot};

use super::whims::{any_round, reason};
use super::{Asks, Dice, asks};

const CONTESTS: [&str; 6] = ["项目", "副镇长", "预算", "测评", "副主席", "别的"];

/// Totals without sheets: as keyed so far, or every sheet void, or with a stroke too many.
pub fn by_hand(dice: &mut Dice, session: &Session) -> Asks {
    let round = any_round(dice, session);
    let mut totals = session.round(round).map(|round| round.tally().totals()).unwrap_or_default();
    let returned = session.round(round).map_or(0, |round| round.control().returned);
    if dice.per_cent(70) {
        for of_contest in &mut totals {
            of_contest.rows.iter_mut().for_each(|row| *row = OptionCount::default());
            (of_contest.valid, of_contest.void, of_contest.write_ins) = (0, returned, Vec::new());
        }
        let first = totals.first_mut().and_then(|of_contest| of_contest.rows.first_mut());
        if let Some(row) = first.filter(|_| dice.per_cent(20)) {
            row.abstain = 1;
        }
    }
    if session.round(round).is_ok_and(|round| round.hand_count().is_some()) && dice.per_cent(60) {
        return asks(by_hand::Command::WithdrawHandCount { round, reason: reason(dice) }, "chief");
    }
    match dice.between(0, 3) {
        0 => asks(
            by_hand::Command::CountByHand { round, totals, reason: reason(dice) },
            "scrutineer",
        ),
        1 => asks(by_hand::Command::WithdrawHandCount { round, reason: reason(dice) }, "chief"),
        2 => asks(by_hand::Command::RuleHandTally { round, reason: reason(dice) }, "chief"),
        _ => asks(by_hand::Command::EnterHandTally { round, totals }, "scrutineer"),
    }
}

pub fn of_ruling(dice: &mut Dice, session: &Session) -> Asks {
    let round = any_round(dice, session);
    let place = any_place(dice, session, round);
    if dice.per_cent(30) && session.round(round).is_ok_and(|round| !round.spellings().is_empty()) {
        return of_names(dice, session, round);
    }
    match dice.between(0, 5) {
        0 => {
            let read = |dice: &mut Dice| RowRead {
                contest: dice.between(0, 1),
                row: dice.between(0, 2),
                mark: dice.one_of(&[Mark::For, Mark::Against, Mark::Grade(1), Mark::Illegible]),
            };
            let rows = (0..dice.between(0, 2)).map(|_| read(dice)).collect();
            let name = WriteIn { name: "王芳".to_owned(), mark: WriteInMark::For };
            let names = if dice.per_cent(30) {
                vec![NamesRead { contest: 0, write_ins: vec![name] }]
            } else {
                Vec::new()
            };
            asks(ruling::Command::RuleDifference { round, place, rows, names }, "scrutineer")
        }
        1 | 2 => {
            let sections = (0..dice.between(1, 2)).map(|_| SectionPlace {
                place: any_place(dice, session, round),
                contest: dice.between(0, 1),
            });
            let sections: Vec<SectionPlace> = sections.collect();
            let verdict = match dice.between(0, 3) {
                0 => Verdict::Void,
                1 => Verdict::Read {
                    marks: vec![Mark::For; dice.between(1, 3) as usize],
                    write_ins: dice.one_of(&[None, Some(Vec::new())]),
                },
                _ => Verdict::AsProposed,
            };
            asks(
                ruling::Command::RuleSections { round, sections, verdict, reason: String::new() },
                "chief",
            )
        }
        3 | 4 => of_names(dice, session, round),
        _ => asks(
            ruling::Command::TakeBack { round, place, reason: reason(dice) },
            dice.one_of(&["chief", "chief", "scrutineer"]),
        ),
    }
}

/// Spellings that stand on the sheets are merged, or separated again.
fn of_names(dice: &mut Dice, session: &Session, round: RoundId) -> Asks {
    let written = session.round(round).map_or_else(|_| Vec::new(), Round::spellings);
    let of = |dice: &mut Dice| {
        if written.is_empty() {
            (0, "王芳".to_owned())
        } else {
            dice.one_of(&written.iter().map(|it| (it.contest, it.name.clone())).collect::<Vec<_>>())
        }
    };
    let ((contest, name), (_, other)) = (of(dice), of(dice));
    let into = dice.one_of(&[other.as_str(), "王芳", "李伟", "田富贵", ""]).to_owned();
    let merged =
        written.iter().find_map(|spelling| Some((spelling.contest, spelling.into.clone()?)));
    match merged {
        Some((contest, into)) if dice.per_cent(90) => asks(
            ruling::Command::SeparateNames { round, contest, into, reason: "看错".to_owned() },
            "chief",
        ),
        Some(_) | None => {
            let reason = dice.one_of(&["同一人", "同一人", "同一人", " "]).to_owned();
            asks(
                ruling::Command::MergeNames { round, contest, names: vec![name], into, reason },
                "chief",
            )
        }
    }
}

/// Often a sheet about which there is something to rule.
fn any_place(dice: &mut Dice, session: &Session, round: RoundId) -> SheetPlace {
    let anywhere =
        SheetPlace { bundle: BundleNo(dice.between(0, 3)), sheet: SheetNo(dice.between(0, 3)) };
    let Ok(round) = session.round(round) else { return anywhere };
    let odd = round
        .discrepancies()
        .into_iter()
        .map(|found| found.place)
        .chain(round.all_doubtful().map(|section| section.place.place));
    let places: Vec<SheetPlace> = odd.collect();
    if places.is_empty() || dice.per_cent(20) { anywhere } else { dice.one_of(&places) }
}

pub fn following(dice: &mut Dice, session: &Session) -> Asks {
    let (round, contest) = (any_round(dice, session), ContestId::from(dice.one_of(&CONTESTS)));
    if dice.per_cent(50)
        && let Ok(proposed) = proposed_ballot(session, round, &contest)
    {
        return asks(
            ballot::Command::SaveBallot { ballot: otherwise(dice, proposed) },
            "secretary",
        );
    }
    let tied = session.round(round).map_or_else(|_| Vec::new(), |round| tied(round, &contest));
    let chosen: Vec<Candidate> = tied.into_iter().filter(|_| dice.per_cent(50)).collect();
    let settlement = dice.one_of(&[
        Settlement::Presidium { chosen: chosen.clone() },
        Settlement::NextSession,
        Settlement::AcceptFewer,
        Settlement::SeatVacant,
        Settlement::CandidateWithdrew { withdrawn: chosen },
    ]);
    asks(follow::Command::Settle { round, contest, settlement, record: reason(dice) }, "secretary")
}

fn tied(round: &Round, contest: &ContestId) -> Vec<Candidate> {
    let of = |result: ContestResult| match result {
        ContestResult::Seats(result) if result.id == *contest => result.tied,
        ContestResult::Seats(_) | ContestResult::Motion(_) | ContestResult::Evaluation(_) => {
            Vec::new()
        }
    };
    round.result().contests.into_iter().flat_map(of).collect()
}

/// The ballot that must follow, or one a little like it.
fn otherwise(dice: &mut Dice, mut ballot: Ballot) -> Ballot {
    match dice.between(0, 5) {
        0 => "另外一人".clone_into(&mut ballot.contests[0].contest.options[0].name),
        1 => ballot.contests[0].contest.options.truncate(1),
        2 => ballot.id = BallotId(format!("{}又", ballot.id)),
        3 => ballot.origin = None,
        _ => {}
    }
    ballot
}
