//! A session in which every sheet was keyed twice. On one sheet in a hundred the keyings differ, on
//! another a row cannot be read.

use std::num::NonZeroU32;

use chrono::{DateTime, NaiveDate};
use session::ballot::{Ballot, BallotContest, Symbol, SymbolMeaning};
use session::floor::meeting;
use session::floor::meeting::{BaseOf, Meeting};
use session::people::{Role, Staff};
use session::round::keying::{Place, Reading, SectionReading};
use session::round::ruling::{RowRead, SectionPlace, SheetPlace, Verdict};
use session::round::{RoundKind, keying, ruling};
use session::{
    BallotId, BundleNo, Entry, Event, Pass, PersonId, RoundId, Session, SheetNo, Timestamp, ballot,
    people, round,
};
use tally::{
    BlankRow, BlankSection, Cap, Contest, ContestOption, IllegibleRow, Kind, Mark, OverCap,
    SeatsRule, Shortfall, Threshold, TieRule, WriteInUnmarked, WriteIns,
};

use crate::dice::Dice;

pub(crate) const ROUND: RoundId = RoundId(1);
pub(crate) const CHIEF: &str = "chief";
pub(crate) const BUNDLE: u32 = 10;

/// How large the ballot and the box are.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) sheets: u32,
    pub(crate) rows: u32,
}

/// Which sheets are odd.
fn differs(sheet: u32) -> bool {
    sheet % 100 == 7
}

fn cannot_be_read(sheet: u32) -> bool {
    sheet % 100 == 13
}

/// A contest in which no number of approvals is too many.
pub(crate) fn contest(rows: u32) -> Contest {
    let option = |number: u32| ContestOption {
        id: number.to_string().as_str().into(),
        name: format!("项目{number}"),
    };
    let rule = SeatsRule {
        seats: NonZeroU32::new(rows).unwrap_or(NonZeroU32::MIN),
        threshold: Some(Threshold::MAJORITY_OF_ALL),
        cap: Cap::AtMost,
        over_cap: OverCap::Section,
        blank_row: BlankRow::Abstain,
        blank_section: BlankSection::Valid,
        illegible_row: IllegibleRow::Row,
        write_ins: WriteIns::None,
        write_in_unmarked: WriteInUnmarked::For,
        tie: TieRule::Runoff,
        shortfall: Shortfall::Further,
    };
    let options = (1..=rows).map(option).collect();
    Contest {
        id: "projects".into(),
        title: "民生实事项目".to_owned(),
        options,
        kind: Kind::Selection(rule),
    }
}

/// Takes one event after the other into account, as if it came out of a journal.
pub(crate) struct Journal {
    seq: u32,
    at: Timestamp,
}

impl Journal {
    pub(crate) fn new() -> Self {
        Self { seq: 0, at: DateTime::UNIX_EPOCH.fixed_offset() }
    }

    pub(crate) fn entry(&mut self, (actor, event): (&str, Event)) -> Entry {
        self.seq += 1;
        Entry { seq: self.seq, at: self.at, actor: person(actor), event }
    }
}

/// Returns the journal up to where both passes are handed in, and the rulings that follow.
pub(crate) fn journal(size: Size) -> (Vec<Entry>, Vec<Entry>) {
    let mut journal = Journal::new();
    let keyed = keyed(size).map(|event| journal.entry(event)).collect();
    (keyed, rulings(size).map(|event| journal.entry(event)).collect())
}

/// Returns the session that tells `entries`, one dropped before the next is made.
pub(crate) fn session_of(
    entries: impl Iterator<Item = Entry>,
) -> Result<Session, session::OutOfPlace> {
    let mut session = Session::default();
    for entry in entries {
        session.apply(&entry)?;
    }
    Ok(session)
}

/// What happens until both passes are handed in.
pub(crate) fn keyed(size: Size) -> impl Iterator<Item = (&'static str, Event)> {
    let passes = [(Pass::First, "teller-1"), (Pass::Second, "teller-2")];
    let keyings = passes.into_iter().flat_map(move |(pass, teller)| {
        keying(size, pass).map(move |event| (teller, event.into()))
    });
    before(size).into_iter().map(|event| ("secretary", event)).chain(keyings)
}

/// A session in which everybody is present.
pub(crate) fn meeting(size: Size) -> Meeting {
    Meeting {
        place: "青石镇".to_owned(),
        congress: 18,
        meeting: 5,
        all_deputies: size.sheets,
        held_on: NaiveDate::default(),
        base_of: BaseOf::default(),
        venue: String::new(),
        county: String::new(),
        chair: String::new(),
        agenda: Vec::new(),
    }
}

/// Who prepares, keys and rules.
pub(crate) fn staff() -> Vec<Staff> {
    let listed = [
        ("secretary", Role::Secretary),
        (CHIEF, Role::ChiefScrutineer),
        ("scrutineer", Role::Scrutineer),
        ("teller-1", Role::Teller),
        ("teller-2", Role::Teller),
    ];
    listed.map(|(id, role)| Staff::of(person(id), id.to_owned(), role)).to_vec()
}

fn before(size: Size) -> Vec<Event> {
    let Size { sheets, .. } = size;
    let ballot = ballot_of(size);
    let opened = round::Event::Opened {
        round: ROUND,
        ballot: ballot.id.clone(),
        kind: RoundKind::First,
        all_deputies: sheets,
        present: sheets,
        printed: sheets,
        issued: sheets,
        namesakes_doubted: true,
        with: None,
    };
    vec![
        meeting::Event::Described { meeting: meeting(size) }.into(),
        people::Event::StaffAppointed { staff: staff(), names_stand: true }.into(),
        ballot::Event::Saved { ballot }.into(),
        opened.into(),
        round::Event::Collected { round: ROUND, spoiled: 0, returned: sheets }.into(),
        round::Event::CollectionAnnounced { round: ROUND }.into(),
    ]
}

pub(crate) fn ballot_of(size: Size) -> Ballot {
    let means = |symbol, mark| SymbolMeaning { symbol, mark };
    let symbols = vec![means(Symbol::Circle, Mark::For), means(Symbol::Cross, Mark::Against)];
    let contests = vec![BallotContest::of(contest(size.rows), symbols)];
    Ballot {
        bundle_size: BUNDLE,
        ..Ballot::of(BallotId("projects".to_owned()), "票决票".to_owned(), contests)
    }
}

fn keying(size: Size, pass: Pass) -> impl Iterator<Item = keying::Event> {
    (1..=size.sheets.div_ceil(BUNDLE)).flat_map(move |bundle| {
        let place = Place { round: ROUND, pass, bundle: BundleNo(bundle) };
        let first = (bundle - 1) * BUNDLE;
        let sheets =
            (first..size.sheets.min(first + BUNDLE)).map(move |sheet| keying::Event::SheetKeyed {
                place,
                sheet: SheetNo(sheet - first + 1),
                reading: reading(size, pass, sheet),
            });
        let taken = std::iter::once(keying::Event::BundleTaken { place });
        taken.chain(sheets).chain(std::iter::once(keying::Event::BundleClosed { place }))
    })
}

pub(crate) fn reading(size: Size, pass: Pass, sheet: u32) -> Reading {
    let mut marks = Dice(sheet.into()).marks(size.rows);
    if let Some(mark) = marks.first_mut() {
        match pass {
            _ if cannot_be_read(sheet) => *mark = Mark::Illegible,
            Pass::First if differs(sheet) => *mark = Mark::For,
            Pass::Second if differs(sheet) => *mark = Mark::Against,
            Pass::First | Pass::Second => {}
        }
    }
    vec![SectionReading { marks, ..SectionReading::default() }]
}

/// Every ruling, in the order of the paper.
pub(crate) fn rulings(size: Size) -> impl Iterator<Item = (&'static str, Event)> {
    (0..size.sheets).filter_map(|sheet| {
        let place =
            SheetPlace { bundle: BundleNo(sheet / BUNDLE + 1), sheet: SheetNo(sheet % BUNDLE + 1) };
        if differs(sheet) {
            let rows = vec![RowRead { contest: 0, row: 0, mark: Mark::For }];
            return Some((
                "scrutineer",
                ruling::Event::DifferenceRuled { round: ROUND, place, rows, names: Vec::new() }
                    .into(),
            ));
        }
        let section = SectionPlace { place, contest: 0 };
        let ruled = ruling::Event::SectionRuled {
            round: ROUND,
            section,
            verdict: Verdict::AsProposed,
            reason: None,
        };
        cannot_be_read(sheet).then(|| (CHIEF, ruled.into()))
    })
}

pub(crate) fn person(id: &str) -> PersonId {
    PersonId(id.to_owned())
}
