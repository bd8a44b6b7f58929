//! The staff at work: from any state, what those who know their trade would ask next, by what the
//! views tell them.

use session::ballot::follow::{FollowUp, Settlement};
use session::ballot::{HallCounting, follow};
use session::floor::hall::Scene;
use session::floor::{attendance, hall};
use session::paper::{PaperKind, check_issuable};
use session::people::{Role, Staff};
use session::round::keying::{Mend, Place, Reading, SectionReading};
use session::round::ruling::{NamesRead, RowRead, SheetPlace, Verdict};
use session::round::{Collected, Numbers, Round, Stage, by_hand, keying, ruling};
use session::tally::{Contest, Kind, Mark, Next, WriteIn, WriteInMark, WriteIns};
use session::views::desk::{BundleState, DeskBundle};
use session::{BundleNo, Pass, Refusal, RoundId, Session, SheetNo, ballot, people, round, views};

use super::{Asking, Asks, Dice, asks, asks_for, desks};
use crate::support::*;

/// What stands on the papers in the box, the same whenever somebody looks at it.
pub struct Paper {
    seed: u64,
    slips: Dice,
    decisive: bool,
}

impl Paper {
    pub fn new(seed: u64) -> Self {
        Self { seed, slips: Dice(seed ^ 1), decisive: false }
    }

    /// From now on every vote decides and nobody slips.
    pub fn decide(&mut self) {
        self.decisive = true;
    }

    /// Whether something goes otherwise than it should, in so many of a hundred.
    pub fn slips(&mut self, chance: u32) -> bool {
        !self.decisive && self.slips.per_cent(chance)
    }

    fn dice(&self, round: RoundId, SheetPlace { bundle, sheet }: SheetPlace) -> Dice {
        let mut dice = Dice(
            self.seed
                ^ (u64::from(round.0) << 32)
                ^ (u64::from(bundle.0) << 16)
                ^ u64::from(sheet.0),
        );
        dice.roll();
        dice
    }

    fn sheet(&self, round: &Round, place: SheetPlace) -> Reading {
        let mut dice = self.dice(round.id(), place);
        round
            .contests()
            .iter()
            .map(
                |contest| {
                    if self.decisive { decided(contest) } else { any_section(&mut dice, contest) }
                },
            )
            .collect()
    }

    /// As a teller keys it: now and then a row goes wrong.
    pub fn as_keyed(&mut self, round: &Round, place: SheetPlace) -> Reading {
        let mut reading = self.sheet(round, place);
        if self.slips(12) {
            let which = self.slips.between(0, 1) as usize % reading.len();
            let slip = any_section(&mut self.slips, &round.contests()[which]);
            reading[which] = slip;
        }
        reading
    }
}

/// The first options are approved, as many as there are seats; everything else is refused.
fn decided(contest: &Contest) -> SectionReading {
    let seats = contest.seats_rule().map_or(1, |rule| rule.seats.get());
    let mark = |row: u32| match &contest.kind {
        Kind::Evaluation(_) => Mark::Grade(0),
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) if row < seats => Mark::For,
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => Mark::Against,
    };
    SectionReading {
        marks: (0..).map(mark).take(contest.options.len()).collect(),
        ..SectionReading::default()
    }
}

pub fn any_section(dice: &mut Dice, contest: &Contest) -> SectionReading {
    let marks: &[Mark] = match &contest.kind {
        Kind::Evaluation(_) => &[
            Mark::Grade(0),
            Mark::Grade(1),
            Mark::Grade(2),
            Mark::Multiple,
            Mark::Blank,
            Mark::Illegible,
        ],
        Kind::Selection(_) | Kind::Election(_) | Kind::Motion(_) => &[
            Mark::For,
            Mark::For,
            Mark::For,
            Mark::For,
            Mark::Against,
            Mark::Against,
            Mark::Abstain,
            Mark::Blank,
            Mark::Illegible,
        ],
    };
    let allowed = contest.seats_rule().is_some_and(|rule| rule.write_ins != WriteIns::None);
    let names = if allowed && dice.per_cent(30) { dice.between(1, 2) } else { 0 };
    let name = |dice: &mut Dice| WriteIn {
        name: dice.one_of(&["王芳", "王 芳", "买买提·艾力", "田富"]).to_owned(),
        mark: dice.one_of(&[WriteInMark::For, WriteInMark::For, WriteInMark::Blank]),
    };
    SectionReading {
        marks: contest.options.iter().map(|_| dice.one_of(marks)).collect(),
        write_ins: (0..names).map(|_| name(dice)).collect(),
        doubt: dice.per_cent(4).then(|| "涂改".to_owned()),
    }
}

/// The sheets are counted once more, and none is too many.
fn found_valid(round: RoundId) -> Asks {
    let collected = Some(Collected { spoiled: 0, returned: 6 });
    let numbers = Numbers { present: 6, printed: 12, issued: 6, collected };
    let reason = "看错".to_owned();
    asks(round::Command::CorrectAnnouncement { round, numbers, reason }, "chief")
}

/// Returns what is to be done next; `None` once the day is over.
pub fn next(session: &Session, paper: &mut Paper) -> Option<Asks> {
    let missing: Vec<Staff> =
        staff().into_iter().filter(|person| session.people().staff(&person.id).is_none()).collect();
    if !missing.is_empty() {
        let staff = session.people().appointed().iter().cloned().chain(missing).collect();
        return Some(asks(people::Command::AppointStaff { staff }, "secretary"));
    }
    let motion = super::hands::next(session, &mut paper.slips, paper.decisive);
    if motion.is_some() {
        return motion;
    }
    let last = session.rounds().last();
    let wrongly_void = last.filter(|round| matches!(round.stage(), Stage::Voided(_)));
    if let Some(round) = wrongly_void.filter(|_| paper.slips(25)) {
        return Some(found_valid(round.id()));
    }
    let over = |round: &&Round| {
        matches!(round.stage(), Stage::Voided(_) | Stage::Announced(..) | Stage::BrokenOff(..))
    };
    match session.rounds().iter().find(|round| !over(round)) {
        Some(round) => Some(in_round(session, round, paper)),
        None => after_rounds(session, paper),
    }
}

fn after_rounds(session: &Session, paper: &mut Paper) -> Option<Asks> {
    let floor = views::floor::view(session);
    let decision = |round: &Round| PaperKind::Decision { round: round.id() };
    let not_issued = |of: &PaperKind| session.papers().iter().all(|paper| paper.kind() != of);
    let decisions = session
        .rounds()
        .iter()
        .map(decision)
        .find(|of| not_issued(of) && check_issuable(session, of).is_ok());
    let follow_up = floor.follow_ups.iter().find_map(|follow_up| follow(follow_up, paper));
    follow_up
        .or_else(|| decisions.map(asks_for))
        .or_else(|| floor.to_open.iter().find_map(|ballot| open(&floor, ballot)))
}

/// The next ballot is set up, or something else is decided where that is possible; `None` once a
/// ballot is set up for it.
fn follow(follow_up: &FollowUp, paper: &mut Paper) -> Option<Asks> {
    let settle = |settlement| {
        let (round, contest, record) =
            (follow_up.round, follow_up.contest.clone(), "主席团决定".to_owned());
        Some(asks(follow::Command::Settle { round, contest, settlement, record }, "secretary"))
    };
    let set_up = || {
        follow_up
            .proposed
            .clone()
            .map(|ballot| asks(ballot::Command::SaveBallot { ballot }, "secretary"))
    };
    match follow_up.next {
        Next::Presidium => {
            let seats = usize::try_from(follow_up.seats_left).unwrap();
            settle(Settlement::Presidium {
                chosen: follow_up
                    .tied
                    .iter()
                    .take(seats)
                    .map(|name| name.candidate.clone())
                    .collect(),
            })
        }
        Next::Further if paper.decisive => settle(Settlement::NextSession),
        Next::Further if follow_up.proposed.is_some() && paper.slips.per_cent(20) => {
            settle(Settlement::AcceptFewer)
        }
        Next::Further | Next::Runoff => set_up(),
        Next::None => None,
    }
}

fn open(floor: &views::floor::FloorView, next: &views::floor::BallotToOpen) -> Option<Asks> {
    let (ballot, kind) = (next.ballot.clone(), next.kind);
    Some(match &next.missing {
        Some(Refusal::BallotNotPrinted { .. }) => asks_for(PaperKind::Ballot { ballot }),
        Some(
            Refusal::AttendanceNotCounted
            | Refusal::AttendanceToCountAgain { .. }
            | Refusal::AttendanceOfAnotherSitting { .. }
            | Refusal::NoQuorum { .. },
        ) => asks(attendance::Command::CountAttendance { present: 6, observers: 1 }, "secretary"),
        Some(Refusal::CandidatesMissing { .. }) => {
            let reason = "没有人提名".to_owned();
            asks(ballot::Command::WithdrawBallot { ballot, reason }, "secretary")
        }
        Some(_) => return None,
        None => {
            let issued = floor.attendance.unwrap().present.min(6);
            asks(round::Command::OpenRound { ballot, kind, printed: 12, issued }, "secretary")
        }
    })
}

fn in_round(session: &Session, round: &Round, paper: &mut Paper) -> Asks {
    let id = round.id();
    match &round.stage() {
        Stage::Voting => asks(
            round::Command::Collect { round: id, spoiled: 0, returned: returned(round, paper) },
            "secretary",
        ),
        Stage::Void(_) | Stage::Collected(_) => {
            asks(round::Command::AnnounceCollection { round: id }, "secretary")
        }
        Stage::Counting(Collected { returned: 0, .. }) => {
            let collected = Some(Collected { spoiled: 0, returned: 1 });
            let numbers = Numbers { collected, ..round.numbers() };
            asks(
                round::Command::CorrectNumbers { round: id, numbers, reason: "点错".to_owned() },
                "secretary",
            )
        }
        // Totals by hand stand for the sheets: nothing more is keyed or ruled on.
        Stage::Counting(_) if round.hand_count().is_some() => {
            asks(round::Command::Certify { round: id }, "chief")
        }
        Stage::Counting(_) => desks::next(session, round, paper)
            .or_else(|| key(session, round, paper))
            .or_else(|| mend(session, round))
            .or_else(|| rule(round, paper))
            .unwrap_or_else(|| all_ruled(session, round, paper)),
        Stage::Certified(..) => {
            let report = PaperKind::CountReport { round: id };
            let printed = session
                .papers()
                .iter()
                .any(|paper| *paper.kind() == report && !paper.is_superseded());
            if printed {
                asks(round::Command::AnnounceResult { round: id }, "secretary")
            } else {
                asks_for(report)
            }
        }
        Stage::Voided(_) | Stage::Announced(..) | Stage::BrokenOff(..) => {
            panic!("the round is over")
        }
    }
}

/// Nothing is open on any sheet: what is left is the tally by hand, the hall and the certificate.
fn all_ruled(session: &Session, round: &Round, paper: &mut Paper) -> Asks {
    let id = round.id();
    let tallied = round.hand_tally_entered()
        && (round.hand_differences().is_empty() || round.hand_tally_ruled());
    if round.ballot().hand_tally && !tallied {
        return tally_by_hand(round, paper);
    }
    let shown = Scene::Counting { round: id, page: 0 };
    let live = round.ballot().hall == HallCounting::Live;
    if live && *session.scene() != shown && !paper.decisive {
        asks(hall::Command::ShowInHall { scene: shown }, "secretary")
    } else {
        asks(round::Command::Certify { round: id }, "chief")
    }
}

/// What stands on the tally sheet is entered; where it differs the chief scrutineer rules, or it is
/// entered as the sheets have it.
fn tally_by_hand(round: &Round, paper: &mut Paper) -> Asks {
    let id = round.id();
    if round.hand_tally_entered() && paper.slips.per_cent(50) {
        return asks(
            by_hand::Command::RuleHandTally { round: id, reason: "漏画一笔".to_owned() },
            "chief",
        );
    }
    asks(
        by_hand::Command::EnterHandTally { round: id, totals: round.tally().totals() },
        "scrutineer",
    )
}

fn returned(round: &Round, paper: &mut Paper) -> u32 {
    match round.ballot().valid_if {
        _ if paper.decisive => round.issued().min(round.present()),
        tally::ValidIf::ReturnedEqualsIssued => round.issued(),
        tally::ValidIf::ReturnedAtMostIssued | tally::ValidIf::ReturnedAtMostPresent => {
            paper.slips.between(1, 5)
        }
    }
}

/// The bundle in somebody's hand is finished, or the next one taken; `None` once both keyings are
/// whole.
fn key(session: &Session, round: &Round, paper: &mut Paper) -> Option<Asks> {
    let tellers: Vec<_> =
        session.people().with_role(Role::Teller).map(|teller| teller.id.clone()).collect();
    let desks =
        || Pass::BOTH.into_iter().flat_map(|pass| tellers.iter().map(move |teller| (pass, teller)));
    for (pass, teller) in desks() {
        let desk = views::desk::view(session, round.id(), pass, teller).unwrap();
        let Some(in_hand) = desk.in_hand else { continue };
        let place = Place { round: round.id(), pass, bundle: in_hand.bundle };
        let SheetNo(sheet) = in_hand.sheet;
        return Some(if in_hand.whole {
            asks(keying::Command::CloseBundle { place }, &teller.0)
        } else {
            let reading =
                paper.as_keyed(round, SheetPlace { bundle: in_hand.bundle, sheet: SheetNo(sheet) });
            asks(keying::Command::KeySheet { place, sheet: in_hand.sheet, reading }, &teller.0)
        });
    }
    desks().find_map(|(pass, teller)| {
        let desk = views::desk::view(session, round.id(), pass, teller).unwrap();
        let free =
            |bundle: &&DeskBundle| bundle.state == BundleState::Waiting && bundle.refused.is_none();
        let BundleNo(bundle) = desk.bundles.iter().find(free)?.bundle;
        Some(asks(
            keying::Command::TakeBundle {
                place: Place { round: round.id(), pass, bundle: BundleNo(bundle) },
            },
            &teller.0,
        ))
    })
}

/// A keying that has not as many sheets as lie in the bundle is keyed anew, once what was ruled on
/// them is taken back.
fn mend(session: &Session, round: &Round) -> Option<Asks> {
    let places = (1..=round.bundles()).flat_map(|bundle| {
        Pass::BOTH.map(|pass| Place { round: round.id(), pass, bundle: BundleNo(bundle) })
    });
    let off = |place: &Place| {
        round
            .pass(place.pass)
            .closed(place.bundle)
            .is_some_and(|it| it.keyed() != round.sheets_in(place.bundle))
    };
    let place = places.into_iter().find(off)?;
    let reason = "张数不对".to_owned();
    let mend = asks(
        keying::Command::MendBundle { place, mend: Mend::Anew, reason: reason.clone() },
        "scrutineer",
    );
    let Asking::Command(asked) = &mend.0 else { return None };
    Some(match session.decide(asked, &mend.1) {
        Err(Refusal::BundleIsRuled { bundle, sheet }) => asks(
            ruling::Command::TakeBack {
                round: round.id(),
                place: SheetPlace { bundle, sheet },
                reason,
            },
            "chief",
        ),
        Ok(_) | Err(_) => mend,
    })
}

/// The next difference is read from the paper, the next doubtful section is ruled on; `None` once
/// nothing is open.
fn rule(round: &Round, paper: &mut Paper) -> Option<Asks> {
    let difference =
        round.discrepancies().into_iter().find(|found| !round.difference_is_ruled(found.place));
    if let Some(found) = difference {
        let sheet = paper.sheet(round, found.place);
        let section = |contest: u32| &sheet[contest as usize];
        let rows = found.rows.iter();
        let rows = rows.map(|differs| RowRead {
            mark: section(differs.contest).marks[differs.row as usize],
            contest: differs.contest,
            row: differs.row,
        });
        let names = found.names.iter().map(|differs| NamesRead {
            contest: differs.contest,
            write_ins: section(differs.contest).write_ins.clone(),
        });
        let (rows, names) = (rows.collect(), names.collect());
        return Some(asks(
            ruling::Command::RuleDifference { round: round.id(), place: found.place, rows, names },
            "scrutineer",
        ));
    }
    let doubtful = round.all_doubtful().find(|section| round.verdict(section.place).is_none())?;
    let contest = &round.contests()[doubtful.place.contest as usize];
    let verdict = match paper.slips.between(0, 5) {
        0 => Verdict::Void,
        1 => Verdict::Read { marks: decided(contest).marks, write_ins: Some(Vec::new()) },
        _ => Verdict::AsProposed,
    };
    Some(asks(
        ruling::Command::RuleSections {
            round: round.id(),
            sections: vec![doubtful.place],
            verdict,
            reason: "已看原票".to_owned(),
        },
        "chief",
    ))
}
