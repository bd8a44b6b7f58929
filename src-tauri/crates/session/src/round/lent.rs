//! 外录: bundles of one pass go out in a file, are keyed on a second computer without network, and
//! are brought back. A bundle that is out counts as taken by its teller; what comes back counts as
//! if it had been keyed here.

use serde::{Deserialize, Serialize};

use crate::ids::number;
use crate::people::duties;
use crate::round::away::{BundleBack, Desk};
use crate::round::keying::{BundleKeying, Place, check_reading, check_takeable};
use crate::round::{Round, away};
use crate::session::{OutOfPlace, Past};
use crate::{BundleNo, Entry, LoanId, Pass, PersonId, Reason, Refusal, RoundId, Timestamp};

/// Bundles of one pass that went out together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loan {
    /// From 1 within the session.
    pub(crate) id: LoanId,
    pub(crate) round: RoundId,
    pub(crate) pass: Pass,
    /// In order.
    pub(crate) bundles: Vec<BundleNo>,
    /// Who keys them.
    pub(crate) teller: PersonId,
    /// When they went out.
    pub(crate) at: Timestamp,
    /// Fingerprint of the entry their file begins with.
    pub(crate) opening: String,
    /// What became of them.
    pub(crate) state: LoanState,
}

impl Loan {
    /// Returns its number, from 1 within the session.
    #[must_use]
    pub fn id(&self) -> LoanId {
        self.id
    }

    /// Returns the round its bundles belong to.
    #[must_use]
    pub fn round(&self) -> RoundId {
        self.round
    }

    /// Returns the pass they are keyed in.
    #[must_use]
    pub fn pass(&self) -> Pass {
        self.pass
    }

    /// Returns its bundles, in order.
    #[must_use]
    pub fn bundles(&self) -> &[BundleNo] {
        &self.bundles
    }

    /// Returns who keys them.
    #[must_use]
    pub fn teller(&self) -> &PersonId {
        &self.teller
    }

    /// Returns when they went out.
    #[must_use]
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Returns the fingerprint of the entry their file begins with.
    #[must_use]
    pub fn opening(&self) -> &str {
        &self.opening
    }

    /// Returns what became of them.
    #[must_use]
    pub fn state(&self) -> &LoanState {
        &self.state
    }
}

/// What became of a loan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoanState {
    /// 在外: still on the other computer.
    Out,
    /// 已取回: keyed there and brought back.
    Back,
    /// 作废: the file is lost or broken, the bundles were given free.
    CalledBack { by: PersonId, reason: Reason },
}

/// What is asked to go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lend {
    pub round: RoundId,
    pub pass: Pass,
    /// Which bundles, in order.
    pub bundles: Vec<BundleNo>,
}

/// What the edge read in a file that came back, after it has checked its chain.
#[derive(Clone, Copy, Debug)]
pub struct Returned<'a> {
    /// What its journal tells.
    pub session: &'a Past,
    /// Fingerprint of its first entry.
    pub opening: &'a str,
    /// Fingerprint of its last entry.
    pub head: &'a str,
}

/// What happened to bundles that are keyed elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", deny_unknown_fields)]
pub enum Event {
    /// Bundles went out in a file, with the one who keys them.
    #[serde(rename = "lent.bundles_lent")]
    BundlesLent {
        /// The new loan.
        loan: LoanId,
        round: RoundId,
        pass: Pass,
        bundles: Vec<BundleNo>,
        /// Fingerprint of the entry the file begins with.
        opening: String,
    },
    /// The file came back: its bundles are keyed and handed in.
    #[serde(rename = "lent.brought_back")]
    BroughtBack {
        loan: LoanId,
        /// What was keyed.
        bundles: Vec<BundleBack>,
        /// Fingerprint of the last entry of the file's journal.
        head: String,
        /// Entries of that journal.
        entries: u32,
    },
    /// The file is lost or broken: the bundles are free again, and it is refused if it comes after
    /// all.
    #[serde(rename = "lent.called_back")]
    CalledBack { loan: LoanId, reason: Reason },
}

/// What may be asked of a window. Lending and bringing back need the file, which only the edge can
/// write and read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "ts", ts(rename = "LentCommand"))]
pub enum Command {
    /// Give the bundles of a loan free whose file is lost or broken: by its teller, or by a
    /// scrutineer.
    CallBack {
        loan: LoanId,
        /// Why; not empty.
        reason: String,
    },
}

pub(crate) fn decide(
    session: &Past,
    command: &Command,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let Command::CallBack { loan: id, reason } = command;
    let loan = session.loan(*id)?;
    check_out(session, loan)?;
    session.round(loan.round)?.counting()?;
    if loan.teller != *actor {
        session.people.require(actor, duties::SCRUTINEERS)?;
    }
    Ok(vec![Event::CalledBack { loan: *id, reason: Reason::given(reason)? }.into()])
}

/// Returns the entry with which the file begins that goes out.
pub(crate) fn decide_setting_up(
    session: &Past,
    lend: &Lend,
    opened: &str,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    check_lendable(session, lend, actor)?;
    let round = session.round(lend.round)?;
    let teller = session
        .people
        .staff(actor)
        .ok_or_else(|| Refusal::NotOnTheStaff { person: actor.0.clone() })?;
    let desk = Desk::of(session, round, lend, next_loan(session), teller, opened)?;
    Ok(vec![away::Event::DeskSetUp { desk: Box::new(desk) }.into()])
}

/// Returns the events that follow once the file is written.
pub(crate) fn decide_lent(
    session: &Past,
    lend: &Lend,
    opening: &str,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    check_lendable(session, lend, actor)?;
    let Lend { round, pass, bundles } = lend.clone();
    Ok(vec![
        Event::BundlesLent {
            loan: next_loan(session),
            round,
            pass,
            bundles,
            opening: opening.to_owned(),
        }
        .into(),
    ])
}

fn next_loan(session: &Past) -> LoanId {
    LoanId(number(session.loans.len()).saturating_add(1))
}

/// What may be taken may go out: the same rules as at the desk, for each of the bundles.
fn check_lendable(session: &Past, lend: &Lend, actor: &PersonId) -> Result<(), Refusal> {
    let Lend { round, pass, bundles } = lend;
    if bundles.is_empty() || !bundles.is_sorted_by(|one, next| one < next) {
        return Err(Refusal::NoBundleChosen);
    }
    let place = |bundle: &BundleNo| Place { round: *round, pass: *pass, bundle: *bundle };
    bundles.iter().try_for_each(|bundle| check_takeable(session, place(bundle), actor))
}

/// Returns the loan of a file that came back, and what was keyed in it, if it can be brought back
/// into this round.
pub(crate) fn check_returned<'a>(
    session: &'a Past,
    round: RoundId,
    returned: Returned<'_>,
) -> Result<(&'a Loan, Vec<BundleBack>), Refusal> {
    let desk = returned.session.away.as_ref().ok_or(Refusal::NotADeskAway)?;
    let Some(loan) = session.loans.iter().find(|loan| loan.opening == returned.opening) else {
        return Err(stranger(session, desk));
    };
    let counted = session.round(loan.round)?;
    if loan.round != round {
        return Err(Refusal::LoanOfAnotherRound {
            round: loan.round,
            ballot: counted.ballot.title.clone(),
        });
    }
    check_out(session, loan)?;
    counted.counting()?;
    let bundles = away::keyed(returned.session, desk)?;
    bundles.iter().try_for_each(|back| check_fits(counted, back))?;
    Ok((loan, bundles))
}

/// Why a file that no loan begins with is none of this session's.
fn stranger(session: &Past, desk: &Desk) -> Refusal {
    let title = desk.meeting.title();
    match session.meeting.as_ref().filter(|meeting| meeting.title() == title) {
        Some(_) => Refusal::NoSuchLoan { loan: desk.loan },
        None => Refusal::LoanOfAnotherSession { title },
    }
}

fn check_out(session: &Past, loan: &Loan) -> Result<(), Refusal> {
    match &loan.state {
        LoanState::Out => Ok(()),
        LoanState::Back => Err(Refusal::LoanIsBack { bundles: loan.bundles.clone() }),
        LoanState::CalledBack { by, reason } => Err(Refusal::LoanCalledBack {
            name: session.people.name_of(by).to_owned(),
            reason: reason.to_string(),
        }),
    }
}

/// As many sheets as planned or as their keyer found, each of them a possible one.
fn check_fits(round: &Round, back: &BundleBack) -> Result<(), Refusal> {
    back.sheets.iter().try_for_each(|reading| check_reading(round.contests(), reading))?;
    let (keyed, planned) = (number(back.sheets.len()), round.sheets_in(back.place.bundle));
    let sheets = back.counted.unwrap_or(planned);
    if keyed == sheets {
        Ok(())
    } else {
        Err(Refusal::LoanNotFinished { bundle: back.place.bundle, keyed, sheets })
    }
}

/// Returns the events that follow from bringing a file back: by its own teller, as handing in at
/// the desk.
pub(crate) fn decide_bringing_back(
    session: &Past,
    round: RoundId,
    returned: Returned<'_>,
    actor: &PersonId,
) -> Result<Vec<crate::Event>, Refusal> {
    let (loan, bundles) = check_returned(session, round, returned)?;
    if loan.teller != *actor {
        return Err(Refusal::LoanOfAnotherTeller {
            name: session.people.name_of(&loan.teller).to_owned(),
        });
    }
    let Returned { session: there, head, .. } = returned;
    Ok(vec![
        Event::BroughtBack { loan: loan.id, bundles, head: head.to_owned(), entries: there.seq }
            .into(),
    ])
}

/// Checks what can be checked of a file's coming back without the file: its own teller brings it,
/// while the sheets are counted, with the bundles that went out.
pub(crate) fn check_brought_back(
    session: &Past,
    id: LoanId,
    bundles: &[BundleBack],
    actor: &PersonId,
) -> Result<(), Refusal> {
    session.people.require(actor, duties::TELLER)?;
    let loan = session.loan(id)?;
    check_out(session, loan)?;
    if loan.teller != *actor {
        return Err(Refusal::LoanOfAnotherTeller {
            name: session.people.name_of(&loan.teller).to_owned(),
        });
    }
    let round = session.round(loan.round)?;
    round.counting()?;
    let place = |bundle: &BundleNo| Place { round: loan.round, pass: loan.pass, bundle: *bundle };
    if !bundles.iter().map(|back| back.place).eq(loan.bundles.iter().map(place)) {
        return Err(Refusal::LoanChanged);
    }
    bundles.iter().try_for_each(|back| check_fits(round, back))
}

pub(crate) fn apply(session: &mut Past, event: &Event, entry: &Entry) -> Result<(), OutOfPlace> {
    match event {
        Event::BundlesLent { loan, round: of, pass, bundles, opening } => {
            let round = session.round_mut(*of)?;
            round.at_work.insert(entry.actor.clone());
            for bundle in bundles {
                let lent = BundleKeying::lent_to(entry.actor.clone(), *loan, entry.at);
                round.pass_mut(*pass).take(*bundle, lent)?;
            }
            session.loans.push(Loan {
                id: *loan,
                round: *of,
                pass: *pass,
                bundles: bundles.clone(),
                teller: entry.actor.clone(),
                at: entry.at,
                opening: opening.clone(),
                state: LoanState::Out,
            });
        }
        Event::BroughtBack { loan, bundles, .. } => {
            end(session, *loan, LoanState::Back)?;
            for back in bundles {
                let round = session.round_mut(back.place.round)?;
                if check_fits(round, back).is_err() {
                    return Err(OutOfPlace("a bundle brought back that does not fit the ballot"));
                }
                round.bring_back(back)?;
            }
        }
        Event::CalledBack { loan, reason } => {
            let called_back =
                LoanState::CalledBack { by: entry.actor.clone(), reason: reason.clone() };
            let Loan { round, pass, bundles, .. } = end(session, *loan, called_back)?;
            let lent = session.round_mut(round)?.pass_mut(pass);
            bundles.iter().try_for_each(|bundle| lent.give_back(*bundle).map(drop))?;
        }
    }
    Ok(())
}

fn end(session: &mut Past, id: LoanId, state: LoanState) -> Result<Loan, OutOfPlace> {
    let out = session.loans.iter_mut().find(|loan| loan.id == id && loan.state == LoanState::Out);
    let loan = out.ok_or(OutOfPlace("a loan that is not out"))?;
    loan.state = state;
    Ok(loan.clone())
}

impl Past {
    /// Returns a loan.
    ///
    /// # Errors
    /// [`Refusal::NoSuchLoan`].
    pub fn loan(&self, id: LoanId) -> Result<&Loan, Refusal> {
        self.loans.iter().find(|loan| loan.id == id).ok_or(Refusal::NoSuchLoan { loan: id })
    }
}

impl Round {
    /// The bundle is handed in as if it had been keyed here.
    fn bring_back(&mut self, back: &BundleBack) -> Result<(), OutOfPlace> {
        let Place { pass, bundle, .. } = back.place;
        let (counted, sheets) = (back.counted, back.sheets.clone());
        self.pass_mut(pass).change(bundle, |keying| keying.bring_back(counted, sheets))?;
        self.settle_bundle(bundle);
        Ok(())
    }
}
