//! What anybody might ask at any time, right or wrong, and whoever asks.

use session::floor::hall::{Look, Scene, Theme};
use session::floor::meeting::Meeting;
use session::floor::{hall, meeting};
use session::paper::PaperKind;
use session::people::{Role, Staff};
use session::round::keying::{Mend, Place, Unfinished, UnfinishedSection};
use session::round::{Breaking, Collected, Numbers, Round, RoundKind, Stage, keying};
use session::tally::Mark;
use session::{BallotId, BundleNo, Pass, RoundId, Session, SheetNo, ballot, people, round};

use super::staff::any_section;
use super::{
    Asking, Asks, Dice, asks, asks_for, desks, hands, office, projects, rulings, sittings,
};
use crate::support::*;

/// Returns a command of the year around the vote, right or wrong.
pub fn of_the_year(dice: &mut Dice, session: &Session) -> Asks {
    if dice.per_cent(35) { projects::whim(dice, session) } else { office::whim(dice, session) }
}

/// Returns a command by anybody; four times in five it is the right person who asks.
pub fn any(dice: &mut Dice, session: &Session) -> Asks {
    let (asking, mut actor) = match dice.between(0, 24) {
        0 => preparing(dice, session),
        1 => of_ballot(dice, session),
        2 => sittings::counted(dice),
        3 if dice.per_cent(50) => office::whim(dice, session),
        3 => sittings::whim(dice, session),
        4 | 5 => of_round(dice, session),
        6..=10 => of_keying(dice, session),
        12..=15 => rulings::of_ruling(dice, session),
        11 => {
            let round = any_round(dice, session);
            desks::whim(dice, session, round)
        }
        16 if dice.per_cent(60) => rulings::by_hand(dice, session),
        16 => rulings::following(dice, session),
        17 | 18 => hands::whim(dice, session),
        19 => asks(hall::Command::ShowInHall { scene: any_scene(dice, session) }, "secretary"),
        21 | 22 => projects::whim(dice, session),
        20 if dice.per_cent(40) => asks(hall::Command::BlankOrBack, "secretary"),
        20 => asks(hall::Command::ChooseLook { look: any_look(dice) }, "secretary"),
        _ => asks_for(any_paper(dice, session)),
    };
    if dice.per_cent(20) {
        actor = person(dice.one_of(&[
            "secretary",
            "chief",
            "scrutineer",
            "teller-1",
            "teller-2",
            "nobody",
        ]));
    }
    (asking, actor)
}

/// Mostly the last round, sometimes another or one that is not there.
pub fn any_round(dice: &mut Dice, session: &Session) -> RoundId {
    let rounds = u32::try_from(session.rounds().len()).unwrap();
    RoundId(if dice.per_cent(75) { rounds } else { dice.between(0, rounds + 1) })
}

fn any_ballot_id(dice: &mut Dice, session: &Session) -> BallotId {
    let nowhere = BallotId("丙票".to_owned());
    let ids: Vec<BallotId> =
        session.ballots().iter().map(|ballot| ballot.id.clone()).chain([nowhere]).collect();
    dice.one_of(&ids)
}

pub fn reason(dice: &mut Dice) -> String {
    dice.one_of(&["看错", "换人", " "]).to_owned()
}

fn preparing(dice: &mut Dice, session: &Session) -> Asks {
    match dice.between(0, 5) {
        5 => (dice.one_of(&[Asking::JoinToLast, Asking::CarryOver]), person("secretary")),
        0 => {
            let (all_deputies, number) = (dice.one_of(&[7, 7, 7, 8, 0]), dice.one_of(&[5, 5, 6]));
            asks(
                meeting::Command::Describe {
                    meeting: Meeting { all_deputies, meeting: number, ..meeting() },
                },
                "secretary",
            )
        }
        1 | 2 => {
            let mut appointed: Vec<Staff> = session.people().appointed().to_vec();
            let third = Staff::of(person("teller-3"), "任𤩽".to_owned(), Role::Teller);
            if dice.per_cent(50) {
                appointed.push(Staff { leads: dice.per_cent(50), ..third });
            } else {
                appointed
                    .remove(dice.between(0, u32::try_from(appointed.len() - 1).unwrap()) as usize);
            }
            asks(people::Command::AppointStaff { staff: appointed }, "secretary")
        }
        3 => asks(
            people::Command::SaveDeputy {
                deputy: deputy(dice.between(1, 4), dice.one_of(&["田富", "李伟", ""]), ""),
            },
            "secretary",
        ),
        _ => asks(people::Command::RemoveDeputy { number: dice.between(1, 4) }, "secretary"),
    }
}

fn of_ballot(dice: &mut Dice, session: &Session) -> Asks {
    let id = any_ballot_id(dice, session);
    if dice.per_cent(25) {
        let reason = if dice.per_cent(50) { "提案人撤回".to_owned() } else { String::new() };
        return asks(ballot::Command::WithdrawBallot { ballot: id, reason }, "secretary");
    }
    if session.ballots().len() > 1 && dice.per_cent(5) {
        return asks(ballot::Command::DeleteBallot { ballot: id }, "secretary");
    }
    if dice.per_cent(6) {
        return sittings::terms(dice);
    }
    let other =
        session.ballots().iter().find(|ballot| ballot.id == id).unwrap_or(&session.ballots()[0]);
    let mut changed = other.clone();
    match dice.between(0, 4) {
        0 => changed.bundle_size = dice.one_of(&[0, 1, 2, 101]),
        1 => changed.contests.truncate(1),
        2 => changed.contests[0].contest.options.truncate(dice.between(0, 1) as usize),
        3 => dice.one_of(&["", "新题"]).clone_into(&mut changed.title),
        _ => {}
    }
    asks(ballot::Command::SaveBallot { ballot: changed }, "secretary")
}

fn is_voided(round: &Round) -> bool {
    matches!(round.stage(), Stage::Voided(_))
}

fn opening(dice: &mut Dice, session: &Session, with: RoundId) -> round::Command {
    let of = any_round(dice, session);
    let kinds = [
        RoundKind::First,
        RoundKind::Redo { of },
        RoundKind::Again { of },
        RoundKind::Runoff { of },
        RoundKind::Further { of },
    ];
    let (ballot, kind) = (any_ballot_id(dice, session), dice.one_of(&kinds));
    let (printed, issued) = (dice.between(5, 12), dice.between(0, 8));
    if dice.per_cent(70) {
        return round::Command::OpenRound { ballot, kind, printed, issued };
    }
    let issue = round::Issue { ballot, kind, printed, issued };
    let with = dice.per_cent(50).then_some(with);
    round::Command::OpenTogether { with, issues: vec![issue] }
}

/// Mostly of a void vote, where there is one: there alone it can be right.
fn putting_right(
    dice: &mut Dice,
    session: &Session,
    round: RoundId,
    counted: Collected,
) -> round::Command {
    let voided = session.rounds().iter().rfind(|round| is_voided(round)).map(Round::id);
    let collected = voided.map(|_| counted);
    let numbers = Numbers { present: 6, printed: 12, issued: 6, collected };
    let reason = reason(dice);
    round::Command::CorrectAnnouncement { round: voided.unwrap_or(round), numbers, reason }
}

fn of_round(dice: &mut Dice, session: &Session) -> Asks {
    let round = any_round(dice, session);
    let (spoiled, returned) = (dice.between(0, 1), dice.between(0, 7));
    let command = match dice.between(0, 11) {
        0 | 1 => opening(dice, session, round),
        2 | 3 => round::Command::Collect { round, spoiled, returned },
        4 | 5 => {
            let collected = dice.per_cent(80).then_some(Collected { spoiled, returned });
            let numbers = Numbers {
                present: dice.between(5, 8),
                printed: 12,
                issued: dice.between(4, 7),
                collected,
            };
            round::Command::CorrectNumbers { round, numbers, reason: reason(dice) }
        }
        6 => round::Command::AnnounceCollection { round },
        7 => round::Command::Certify { round },
        8 => round::Command::Reopen { round, reason: reason(dice) },
        // Seldom, or few days would come to a result.
        9 if dice.per_cent(15) => round::Command::BreakOff {
            round,
            breaking: dice.one_of(&[Breaking::Interrupted, Breaking::IssuedByMistake]),
            reason: reason(dice),
        },
        10 | 11 => putting_right(dice, session, round, Collected { spoiled, returned }),
        _ => round::Command::AnnounceResult { round },
    };
    let by = if matches!(
        command,
        round::Command::Certify { .. }
            | round::Command::Reopen { .. }
            | round::Command::BreakOff { .. }
            | round::Command::CorrectAnnouncement { .. }
    ) {
        "chief"
    } else {
        "secretary"
    };
    asks(command, by)
}

fn of_keying(dice: &mut Dice, session: &Session) -> Asks {
    let (place, sheet, teller) = at_a_desk(dice, session);
    let contests = session.round(place.round).map_or(&[][..], |round| round.contests());
    let mut reading: keying::Reading =
        contests.iter().map(|contest| any_section(dice, contest)).collect();
    if dice.per_cent(10) {
        reading.pop();
    }
    match dice.between(0, 11) {
        0..=2 => asks(keying::Command::TakeBundle { place }, &teller),
        3 | 4 => asks(keying::Command::KeySheet { place, sheet, reading }, &teller),
        5 | 6 => asks(
            keying::Command::PauseSheet { place, sheet, unfinished: half_keyed(&reading) },
            &teller,
        ),
        7 => asks(
            keying::Command::RecallSheet { place, sheet: SheetNo(sheet.0.saturating_sub(1)) },
            &teller,
        ),
        8 => asks(keying::Command::CloseBundle { place }, &teller),
        9 => asks(keying::Command::CountBundle { place, sheets: dice.between(0, 4) }, &teller),
        10 => {
            let mend = dice.one_of(&[Mend::Anew, Mend::Skipped { sheet }, Mend::Doubled { sheet }]);
            let place = Place { bundle: BundleNo(dice.between(1, 3)), ..place };
            asks(keying::Command::MendBundle { place, mend, reason: reason(dice) }, "scrutineer")
        }
        _ => asks(
            keying::Command::ReleaseBundle { place, reason: reason(dice) },
            dice.one_of(&["scrutineer", teller.as_str()]),
        ),
    }
}

fn half_keyed(reading: &keying::Reading) -> Unfinished {
    let open = |section: &keying::SectionReading| UnfinishedSection {
        marks: section.marks.iter().map(|mark| (*mark != Mark::Blank).then_some(*mark)).collect(),
        write_ins: section.write_ins.clone(),
        doubt: None,
    };
    Unfinished { sections: reading.iter().map(open).collect(), section: 0, row: 0 }
}

/// Mostly the bundle and the next sheet in somebody's hand, sometimes any.
fn at_a_desk(dice: &mut Dice, session: &Session) -> (Place, SheetNo, String) {
    let place = Place {
        round: any_round(dice, session),
        pass: dice.one_of(&Pass::BOTH),
        bundle: BundleNo(dice.between(0, 4)),
    };
    let anywhere = (
        place,
        SheetNo(dice.between(0, 3)),
        dice.one_of(&["teller-1", "teller-2", "teller-3"]).to_owned(),
    );
    let counting = session
        .rounds()
        .iter()
        .filter(|_| dice.per_cent(80))
        .filter(|round| matches!(round.stage(), Stage::Counting(_)));
    let held: Vec<_> = counting
        .flat_map(|round| Pass::BOTH.map(|pass| (round, pass)))
        .flat_map(|(round, pass)| {
            (1..=round.bundles()).map(move |bundle| {
                (round, Place { round: round.id(), pass, bundle: BundleNo(bundle) })
            })
        })
        .filter_map(|(round, place)| {
            Some((
                place,
                round
                    .pass(place.pass)
                    .bundle(place.bundle)
                    .filter(|keying| keying.handed_in().is_none())?,
            ))
        })
        .map(|(place, keying)| (place, keying.next(), keying.teller().0.clone()))
        .collect();
    if held.is_empty() { anywhere } else { dice.one_of(&held) }
}

fn any_scene(dice: &mut Dice, session: &Session) -> Scene {
    let (round, page) = (any_round(dice, session), dice.between(0, 1));
    let ballot = any_ballot_id(dice, session);
    let of_a_motion = hands::any_scene(dice, session);
    let scenes = [
        of_a_motion,
        Scene::Counting { round, page },
        Scene::Counting { round, page },
        Scene::Result { round, page },
        Scene::Elected { round, page },
        Scene::Collection { round },
        Scene::Voting { round },
        Scene::Options { ballot: ballot.clone(), page },
        Scene::Zero { ballot: ballot.clone(), page },
        Scene::HowToMark { ballot },
        Scene::Attendance,
        Scene::Agenda { page },
        Scene::Recess { until: None, note: "茶歇".to_owned() },
        Scene::Line { text: dice.one_of(&["请入座", " "]).to_owned() },
        Scene::Blank,
        Scene::Welcome,
    ];
    dice.one_of(&scenes)
}

fn any_look(dice: &mut Dice) -> Look {
    Look {
        theme: dice.one_of(&[Theme::Red, Theme::Light]),
        turn_every: dice.one_of(&[None, Some(2), Some(3), Some(10), Some(120)]),
    }
}

fn any_paper(dice: &mut Dice, session: &Session) -> PaperKind {
    let (round, ballot) = (any_round(dice, session), any_ballot_id(dice, session));
    dice.one_of(&[
        PaperKind::Ballot { ballot: ballot.clone() },
        PaperKind::Ballot { ballot: ballot.clone() },
        PaperKind::ZeroReport { ballot },
        PaperKind::CountReport { round },
        PaperKind::Decision { round },
    ])
}
