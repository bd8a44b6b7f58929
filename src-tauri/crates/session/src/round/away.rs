//! 外录台: a second computer without network, on which bundles of one pass are keyed. Its file is a
//! session of its own that begins with what the keyer needs and holds nothing of the other pass;
//! nothing but keying can follow.

use serde::{Deserialize, Serialize};

use crate::ballot::Ballot;
use crate::floor::meeting::Meeting;
use crate::floor::rehearsal;
use crate::people::pin::PinCommand;
use crate::people::{Deputy, Staff, pin};
use crate::round::keying::{Place, Reading};
use crate::round::lent::Lend;
use crate::round::stage::Opening;
use crate::round::{Numbers, Round, RoundKind, Stage};
use crate::session::{OutOfPlace, Past};
use crate::{BundleNo, Command, Entry, LoanId, Pass, Refusal, RoundId};

/// A bundle that goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleOut {
    /// 捆.
    pub bundle: BundleNo,
    /// Sheets planned to be in it.
    pub sheets: u32,
}

/// Everything a desk away is set up with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// Which loan of the session it is.
    pub loan: LoanId,
    /// Fingerprint of the entry that opened the round in the session's journal: no mark of any pass
    /// can have entered into it.
    pub opened: String,
    /// What names the session.
    pub meeting: Meeting,
    /// The names that may be chosen as written in, in the order of the roster.
    pub deputies: Vec<String>,
    /// 计票人: the only one who keys there.
    pub teller: Staff,
    /// The ballot as it was handed out.
    pub ballot: Ballot,
    pub round: RoundId,
    /// Why it was issued.
    pub kind: RoundKind,
    /// 全体代表.
    pub all_deputies: u32,
    /// Its control numbers.
    pub numbers: Numbers,
    pub pass: Pass,
    /// The bundles, in order.
    pub bundles: Vec<BundleOut>,
    /// 演练: what is keyed there is none of a real vote.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rehearsal: bool,
}

impl Desk {
    /// Returns what a desk away is set up with; that the bundles may go out was checked before.
    pub(crate) fn of(
        session: &Past,
        round: &Round,
        lend: &Lend,
        loan: LoanId,
        teller: &Staff,
        opened: &str,
    ) -> Result<Self, Refusal> {
        let Meeting { place, congress, meeting, all_deputies, base_of, held_on, .. } =
            session.described()?.clone();
        let (venue, county, chair) = (String::new(), String::new(), String::new());
        let agenda = Vec::new();
        Ok(Self {
            loan,
            opened: opened.to_owned(),
            meeting: Meeting {
                place,
                congress,
                meeting,
                all_deputies,
                base_of,
                held_on,
                venue,
                county,
                chair,
                agenda,
            },
            deputies: session.people.deputies.iter().map(|deputy| deputy.name.clone()).collect(),
            teller: teller.clone(),
            ballot: round.ballot.clone(),
            round: round.id,
            kind: round.kind,
            all_deputies: round.all_deputies,
            numbers: round.numbers(),
            pass: lend.pass,
            rehearsal: session.is_rehearsal(),
            bundles: lend
                .bundles
                .iter()
                .map(|bundle| BundleOut { bundle: *bundle, sheets: round.sheets_in(*bundle) })
                .collect(),
        })
    }

    /// Tells whether a bundle lies on this desk in this pass.
    #[must_use]
    pub fn holds(&self, place: Place) -> bool {
        place.round == self.round
            && place.pass == self.pass
            && self.bundles.iter().any(|out| out.bundle == place.bundle)
    }
}

/// What a bundle brought back holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleBack {
    pub place: Place,
    /// 实有张数: the sheets its keyer found in it, where not as many as planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<u32>,
    /// What stands on them, in the order of the paper.
    pub sheets: Vec<Reading>,
}

/// What happened at a desk away beside the keying.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// The desk was set up: the first entry of its journal, and only there.
    #[serde(rename = "away.desk_set_up")]
    DeskSetUp {
        /// Everything it is set up with.
        desk: Box<Desk>,
    },
}

/// Nothing but keying is done at a desk away.
pub(crate) fn check_command(session: &Past, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Keying(_) | Command::Pin(PinCommand::TakeDesk) => Ok(()),
        Command::Meeting(_)
        | Command::People(_)
        | Command::Ballot(_)
        | Command::Sittings(_)
        | Command::Projects(_)
        | Command::Proposals(_)
        | Command::Record(_)
        | Command::Attendance(_)
        | Command::Round(_)
        | Command::Ruling(_)
        | Command::Follow(_)
        | Command::Hand(_)
        | Command::Paper(_)
        | Command::HandTally(_)
        | Command::Lent(_)
        | Command::Pin(PinCommand::RemovePin { .. })
        | Command::Hall(_) => check_at_home(session),
    }
}

/// What is done in a session's own file and not at a desk away.
pub(crate) fn check_at_home(session: &Past) -> Result<(), Refusal> {
    if session.away.is_some() { Err(Refusal::OnlyKeyedHere) } else { Ok(()) }
}

/// A journal that was set up as a desk away tells of nothing but keying.
pub(crate) fn check_entry(session: &Past, entry: &Entry) -> Result<(), OutOfPlace> {
    let (first, away) = (entry.seq == 1, session.away.is_some());
    match &entry.event {
        crate::Event::Away(_) if !first => {
            Err(OutOfPlace("a desk away set up in the middle of a journal"))
        }
        crate::Event::Away(_)
        | crate::Event::Keying(_)
        | crate::Event::Pin(pin::Event::DeskTaken { .. }) => Ok(()),
        crate::Event::Meeting(_)
        | crate::Event::People(_)
        | crate::Event::Ballot(_)
        | crate::Event::Sittings(_)
        | crate::Event::Projects(_)
        | crate::Event::Proposals(_)
        | crate::Event::Record(_)
        | crate::Event::Attendance(_)
        | crate::Event::Round(_)
        | crate::Event::Ruling(_)
        | crate::Event::Follow(_)
        | crate::Event::Hand(_)
        | crate::Event::HandTally(_)
        | crate::Event::Lent(_)
        | crate::Event::Pin(
            pin::Event::Set { .. } | pin::Event::Removed { .. } | pin::Event::Refused { .. },
        )
        | crate::Event::Paper(_)
        | crate::Event::Hall(_)
        | crate::Event::Rehearsal(_) => {
            if away {
                Err(OutOfPlace("something else than keying at a desk away"))
            } else {
                Ok(())
            }
        }
    }
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    let Event::DeskSetUp { desk } = event;
    let collected =
        desk.numbers.collected.ok_or(OutOfPlace("a desk away for a box that is not open"))?;
    session.meeting = Some(desk.meeting.clone());
    session.people.staff = vec![desk.teller.clone()];
    session.people.deputies =
        (1..).zip(&desk.deputies).map(|(number, name)| named(number, name)).collect();
    session.ballots = vec![desk.ballot.clone()];
    let opening = Opening {
        id: desk.round,
        ballot: desk.ballot.clone(),
        kind: desk.kind,
        all_deputies: desk.all_deputies,
        numbers: desk.numbers,
        seq: entry.seq,
        with: None,
    };
    let round = Round::handed_out(opening, &session.people);
    session.rounds = vec![Round { stage: Stage::Counting(collected), ..round }];
    session.away = Some((**desk).clone());
    if desk.rehearsal {
        rehearsal::begin(session, "", entry);
    }
    Ok(())
}

fn named(number: u32, name: &str) -> Deputy {
    let none = String::new;
    Deputy {
        number,
        name: name.to_owned(),
        sex: none(),
        ethnicity: none(),
        delegation: none(),
        post: none(),
        note: none(),
    }
}

/// Returns what was keyed at a desk away, once every bundle was handed in there by the one who was
/// to key it.
pub(crate) fn keyed(session: &Past, desk: &Desk) -> Result<Vec<BundleBack>, Refusal> {
    let round = session.round(desk.round)?;
    let of_bundle = |out: &BundleOut| {
        let BundleOut { bundle, .. } = *out;
        let keying = round
            .pass(desk.pass)
            .closed(bundle)
            .filter(|keying| *keying.teller() == desk.teller.id);
        let Some(keying) = keying else {
            let keyed = round
                .pass(desk.pass)
                .bundle(bundle)
                .map_or(0, crate::round::keying::BundleKeying::keyed);
            return Err(Refusal::LoanNotFinished {
                bundle,
                keyed,
                sheets: round.sheets_for(desk.pass, bundle),
            });
        };
        let place = Place { round: desk.round, pass: desk.pass, bundle };
        Ok(BundleBack {
            place,
            counted: keying.counted(),
            sheets: keying.readings().cloned().collect(),
        })
    };
    desk.bundles.iter().map(of_bundle).collect()
}
